"""Make generator/checking/lookalikes.txt: common words as a misreading makes them, 己经 for 已经.

    python scripts/make_lookalikes.py FOLDER

PAIRS says which characters are read for which.  Kept are the misread forms of common words that
are no words themselves, and that chance (the end of one word beside the beginning of another)
does not make more than MOST_BY_CHANCE times in the sound texts of FOLDER (*.txt, *.md; twenty
million characters of laws and judgments were used); those of ALWAYS are kept in any case, those
of NEVER are not.  What is found with the table is judged in its context.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.text.word_frequencies import load_word_probabilities

PLACE = Path(__file__).resolve().parent.parent / "generator" / "checking" / "lookalikes.txt"
PAIRS = (  # read, meant
    "己已 巳已 已己 曰日 日曰 未末 末未 入人 人入 土士 士土 千干 干千 拔拨 拨拔 侯候 候侯",
    "治冶 冶治 睛晴 晴睛 睹赌 问间 间问 白自 自白 目日 日目 田由 由田 侍待 徒徙 折析 析折",
    "刀力 力刀 厉历 历厉 竟竞 竞竟 辩辨 辨辩 幕募 蓝篮 撒撤 撤撒 迁迂 栽裁 载栽 祥详 详祥",
    "哀衰 衰哀 赢嬴 免兔 兔免 乌鸟 鸟乌 延廷 廷延 令今 今令 斤斥 宜宣 宣宜 贷货 货贷 师帅",
    "帅师 王主 主王 木本 本木 休体 体休 凤风 风凤 防妨 妨防 竖坚 坚竖 住往 往住 末来 抡抢",
    "持恃 恃持 待特 特待 侍持 情清 清情 请清 清请 淮准 准淮 洽治 治洽 杜社 社杜 抉扶 枝技",
    "技枝 仟任 伍任 尝赏 赏尝 抱拘 拘抱 狼狠 博搏 搏博 缉辑 辑缉 遣遗 遗遣 堕坠 卷券 券卷",
    "戎戒 戒戎 叨切 密蜜 薄簿 簿薄 籍藉 藉籍 慨概 概慨 埸场 旱早 早旱 杳查 巿市 币市 丸九",
    "厂广 儿几 几儿 于干 干于 千于 子了 了子 大太 太大 夭天 夬央 元无 无元 牛午 午牛 乞气",
    "办为 他地 地他 比此 此比 吏史 史吏 矢失 失矢 如加 加如 驰弛 级极 极级 纪记 劣务 务劣",
    "贡责 责贡 贵贯 贯贵 贪贫 贫贪 官宫 晋普 普晋 徇询 俭检 捡检 检捡 险验 验险 菅管 尊遵",
    "遵尊 微徵 诀决 击出 凶区 划刘 侧则 则侧 消削 削消 却劫 努怒 勤勒 胁协 友反 反友 攻改",
    "攻政 政攻 贩败 败贩 敢放 数教 教数 旨指 指旨 晓晚 署暑 署置 潜替 拆析 析拆 拆折 折拆",
    "恨根 根恨 桥标 标桥 摸模 模摸 止上 上止 母毋 毋母 毒每 氏民 永求 求永 池地 沽活 激邀",
    "邀激 炼练 练炼 势热 热势 焦集 爪瓜 简筒 筒简 粟栗 盲肓 耍要 要耍 脱说 巨臣 臣巨 荷苛",
    "若苦 苦若 蓄畜 虎虑 街衔 裁载 裕褡 证征 织识 识织 诈许 许诈 质盾 跟根 传转 轮论 论轮",
    "达迭 迫追 追迫 述迷 迷述 遂逐 逐遂 效郊 洒酒 酒洒 错措 措错 镇填 填镇 闲间 阵陈 陈阵",
    "隆降 降隆 隋随 项顷 顷项 预领 领预 颇频 驻注 夲本 由申 申由 丢去 平乎 习刁 子予 予子",
    "亨享 享亨 丛从 介价 份分 伞企 但担 佐佑 件作 借惜 倍陪 具其 其具 冉再 凋调 办力 荣劳",
    "晃冕 匆勿 南商 衷哀 盂孟 囗口 困因 因困 圆团 型刑 境镜 镜境 墓幕 奇寄 奋夺 夺奋 浆桨",
    "委妥 妥委 姿资 误娱 宇字 客容 容客 害善 寒塞 塞寒 导异 异导 尉慰 庄压 屈届 届屈 展屏",
    "履覆 恐巩 迅巡 市布 布市 账帐 序库 库序 废度 延迁 建健 健建 弃弄 张涨 很根 志态 忘忌",
    "茫忙 忠患 患忠 含念 思恩 恩思 垦恳 恳垦 侮悔 愿原 抚扶 技拔 设没 没设 抗坑 抽油 拉泣",
    "招昭 泽择 桂挂 挖控 捐损 损捐 提堤 缓援 援缓 斜料 料斜 施拖 旁傍 旅旋 旋旅 易昜 哲暂",
    "暂哲 村材 材村 杲果 枪抢 果呆 核孩 络格 绵棉 植值 值植 槽糟 歉款 些此 步涉 汇江 浙沂",
    "怡治 津律 律津 侧测 测侧 捕浦 谈淡 淡谈 探深 深探 渗掺 漏露 露漏 朝潮 潮朝 灵录 灾炎",
    "炎灾 烈裂 裂烈 煤媒 收牧 扬物 牵率 狭侠 规现 现规 坏环 环坏 甲申 电由 男界 留溜 疑凝",
    "疾病 症证 隐瘾 盖盂 真直 直真 想相 相想 省看 睿督 矮短 矿旷 坡破 破坡 票漂 秉乘 秘密",
    "识积 积识 程呈 究穷 穷究 空穴 窒室 端瑞 瑞端 符付 第弟 弟第 类粪 素索 索素 缘绿 绿缘",
    "编偏 偏编 纲钢 钢纲 纷份 份纷 钱线 线钱 阻组 组阻 径经 罚罪 罪罚 考老 老考 而面 肯背",
    "背肯 府腐 腾滕 致至 兴舆 舆兴 航般 色绝 范犯 犯范 荐存 获荻 蒋奖 衰衷 衷衰 装袋 讲进",
    "谨慎 该核 核该 诚城 城诚 误语 调凋 谋煤 象像 员负 材财 财材 货贸 贸货 购沟 沟购 费贵",
    "寨赛 赶起 越赵 趋超 距矩 轨轧 辅铺 铺辅 输偷 迈边 进近 近进 远运 连莲 退追 送迸 选先",
    "秀透 途涂 速束 告造 逼副 遇偶 道首 陪部 部陪 酌配 释择 重童 量童 钟钥 锋峰 峰锋 健键",
    "键健 闻间 阳阴 阴阳 阶价 附付 付附 际陆 障章 谁难 震振 振震 静净 顶项 项顶 须顺 顺须",
    "题提 额颜 饮钦 馆官 验检 高髙",
)
ALWAYS = frozenset(
    ("己经", "曰常", "末能", "末经", "未端", "自已", "知已", "千部", "收人", "投人", "时侯")
)
NEVER = frozenset(("考实", "风清"))  # 考准考实, 风清气正
LEAST = {2: 8e-6, 3: 8e-6}  # how frequent a word of so many letters is to be
MOST_BY_CHANCE = 1


def main(arguments: list[str]) -> int:
    """Write the table; return the exit status."""
    words = load_word_probabilities()
    chance: Counter[str] = Counter()
    for path in sorted(Path(arguments[0]).rglob("*")):
        if path.suffix in (".txt", ".md"):
            text = path.read_text("utf-8", errors="replace")
            for size in LEAST:
                chance.update(text[at : at + size] for at in range(len(text) - size + 1))
    table = misread(words, chance)
    lines = (" ".join((right, *sorted(wrong))) for right, wrong in sorted(table.items()))
    PLACE.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{sum(map(len, table.values()))} forms of {len(table)} words")
    return 0


def misread(words: dict[str, float], chance: Counter[str]) -> dict[str, set[str]]:
    """Return word -> its misread forms; each form with the most frequent word that it can be."""
    read_for = defaultdict(set)
    for pair in " ".join(PAIRS).split():
        read_for[pair[1]].add(pair[0])
    meant: dict[str, str] = {}
    for word, probability in sorted(words.items()):
        if len(word) not in LEAST or probability < math.log(LEAST[len(word)]):
            continue
        for at, char in enumerate(word):
            for other in sorted(read_for[char]):
                wrong = word[:at] + other + word[at + 1 :]
                by_chance = chance[wrong] > MOST_BY_CHANCE and wrong not in ALWAYS
                if wrong in words or wrong in NEVER or by_chance:
                    continue
                if wrong not in meant or words[meant[wrong]] < probability:
                    meant[wrong] = word
    table = defaultdict(set)
    for wrong, right in meant.items():
        table[right].add(wrong)
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
