"""Foreign matter at the end of a document: found by its signs, never in sound documents."""

from pathlib import Path

import pytest

from generator.cleaning.foreign import foreign_tail

FILES = sorted(Path("content/sources").glob("*.txt"))
OWN = FILES[0].read_text("utf-8")[7265:13983]  # the third piece of 000
STORY = FILES[1].read_text("utf-8")[7030:]  # the newspaper story behind 001
NEWS = (
    "山村小学来了图书车\n"
    "清晨的阳光洒满操场，孩子们围着崭新的流动图书车，翻看童话、绘本和科普读物。\n"
    "“我最喜欢恐龙和火箭！”八岁的小男孩举起画册大声说。爷爷奶奶在田埂边笑着拍照。\n"
    "据介绍，这辆车由出版社捐赠，每周行驶三百公里，沿途停靠二十多个村寨，深受牧民欢迎。\n"
)
RACE = (
    "本报讯（记者 李某）昨日下午，城市马拉松在滨江公园鸣枪起跑，"
    "来自十六个国家的跑者迎着细雨出发。\n"
    "“妈妈，我拿到奖牌啦！”七岁的小选手豆豆冲过终点线，扑进母亲怀里，脸蛋红扑扑的像只苹果。\n"
)
WEATHER = (
    "新华社某地7月2日电\n"
    "受台风外围云系影响，沿海将出现暴雨天气，渔船回港避风，部分列车停运，市民请减少外出，"
    "注意防范山洪、滑坡等次生灾害。气象台提醒，阵风可达十级，海浪高五米。\n"
)


@pytest.mark.parametrize(
    "story", [STORY, NEWS, WEATHER, RACE], ids=["001", "headline", "dateline", "lead"]
)
@pytest.mark.parametrize("length", [1500, 4000, 6718])
def test_a_story_behind_a_document_is_found_to_the_character(story: str, length: int) -> None:
    document = OWN[: OWN.rfind("。", 0, length) + 1]
    assert foreign_tail(f"{document}\n{story}") == len(document) + 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:3])
def test_received_documents_hold_none_but_001(path: Path) -> None:
    text = path.read_text("utf-8")
    expected = text.index("新华社北京6月1日电") if path.name.startswith("001") else None
    assert foreign_tail(text) == expected


@pytest.mark.parametrize(
    "tail",
    [
        "某县纪委监委办公室\n2022年3月1日",
        "附件：干部谈话记录表\n姓名、性别、籍贯、电话、住址、身份证号码、家庭成员、银行账户、车牌号码",
        "（二十六）山村小学来了图书车。清晨的阳光洒满操场，孩子们围着崭新的流动图书车翻看童话绘本。",
        "探索创新监督的有效办法\n" + OWN[100:400],
    ],
)
def test_what_belongs_to_the_document_stays(tail: str) -> None:
    assert foreign_tail(f"{OWN}\n{tail}") is None


def test_a_signature_stays_before_foreign_matter() -> None:
    signed = f"{OWN}\n某县纪委监委\n2022年3月1日"
    assert foreign_tail(f"{signed}\n{WEATHER}") == len(signed) + 1
