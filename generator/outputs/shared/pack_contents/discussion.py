"""Questions to open a discussion: of what an article asks, and of what the reports say on it.

第（五）条：“纪检机关、组织部门要加强监督检查”。由谁去查……？甲县谈到“……”，原因在哪里？
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.duties.requirements import Requirement
from generator.model import Article, Duty
from generator.outputs.shared.gist import gist, short_clause
from generator.outputs.shared.pack_contents.gathering import Material, bare
from generator.outputs.shared.pack_contents.naming_sources import short_names
from generator.text.quoting import quoted

MOST_ALONE = 4
FAR = 16  # letters before the body that a question leaves to the text
LONGEST, HARD = 42, 64  # letters of the clauses, and of one clause, that a question quotes
NAMED = 12  # articles that one question names at most

# What is asked of a duty by what its words are about; the first that fits and is least used.
ASKED: tuple[tuple[str, str], ...] = (
    (
        r"每(?:年|季|月|周|半年)|[一二三四五六七八九十两\d]+个?(?:工作)?日内|期限|定期|年度",
        "按期做了没有，最近一次是什么时候？",
    ),
    (r"谈话|约谈|提醒|函询|诫勉", "一年谈了多少人次，谈过以后改了没有？"),
    (r"(?<!虚假)报告|请示|报备|备案|反映|上报", "哪些事该报、向谁报，有没有漏报迟报？"),
    (r"考核|考察|评价|评议|述职|述责", "结果怎样用，与奖惩、任用挂没挂钩？"),
    (r"巡视|巡察|督查|检查|抽查|监管|监督", "由谁去查、查过几次，查出的问题改完没有？"),
    (r"整改|纠正|反馈|督促", "还有哪些没有改完，卡在哪里？"),
    (r"公开|公示|公布|告知", "在哪里公开、多久更新，群众看得到吗？"),
    (r"培训|教育|宣传|学习|演练", "办了几次、哪些人没有参加，效果怎样看出来？"),
    (r"经费|资金|预算|投入|保障|补助|奖励", "钱和人落实了没有，够不够用？"),
    (r"举报|投诉|信访|诉求", "收到多少、办结多少，答复了没有？"),
    (r"及时|立即|当场|第一时间", "从发现到处理一般要多久，拖延在哪一环？"),
    (r"制度|机制|办法|规则|清单|规划|计划|标准|预案|方案", "定出了哪几项，哪些还停在纸上？"),
    (r"带头|表率|示范", "班子成员自己先做到了哪几件，群众怎么看？"),
    (r"审批(?!监管|权)|许可|受理|办理|申请|登记|证明", "平均要几天、跑几次，哪一步还能省？"),
    (r"协调|配合|会同|联合|协同|共享", "同哪些单位配合，由谁牵头，推诿的时候找谁？"),
    (r"排查|隐患|风险|预警|监测", "排出多少、消除多少，谁来复核？"),
    (r"配备|编制|专职|队伍建设|人员力量|监管力量", "人配齐了没有，专职的有几人？"),
    (r"", "落实到哪个岗位，拿什么说明已经做到？"),
    (r"", "做得最好和最差的各是哪个单位，差在哪里？"),
    (r"", "去年以来做了哪几件实事，哪一件见了效？"),
    (r"", "做到什么程度算落实，由谁来认定？"),
    (r"", "基层最难办的是哪一点，需要上级解决什么？"),
    (r"", "与过去的做法相比变了什么，还有哪些没有变？"),
    (r"", "哪些环节最容易走过场，怎样看得出来？"),
    (r"", "别的单位有什么办法可以借鉴？"),
    (r"", "现在有哪几份文件、台账能证明？"),
)
FORBIDDEN = (
    "身边有没有类似情形，靠什么制度防住？",
    "查到过没有，是怎样处理的？",
    "界线划在哪里，谁来提醒、谁来查处？",
    "哪些变通做法实际上越了线？",
)
WANTING = (
    "本单位有没有，原因在哪里？",
    "这样的情形离我们有多远，先改哪一处？",
    "根子是人、是制度，还是没人去管？",
    "为什么老是改不掉？",
)
DIFFERING = (
    "哪一种合本单位的实际？",
    "两种办法各要什么条件，能不能合起来用？",
    "各解决了什么，又各留下什么没有解决？",
    "差别从哪里来？",
)
ONE = (
    "照办要改动什么？",
    "本单位已经做了哪些，还缺哪些？",
    "一年以后怎样看它有没有用？",
    "能不能推广到其他事情上？",
)


class Discussion:
    """Makes the questions of one pack: it knows what it has asked, so as not to ask it again."""

    def __init__(self, material: Material) -> None:
        """Ask of the articles of `material`."""
        self._material = material
        self._asked: Counter[str] = Counter()
        self._names = short_names([each.piece for each in material.library.reports])

    def all_questions(self) -> Iterator[str]:
        """Yield the questions of the pack in the order of its articles.

        One on each of several articles, up to four on one alone; articles that no report
        speaks of are asked about together.  What asks nothing of anyone and is spoken of by no
        report is passed over.
        """
        silent = []
        for article in self._material.articles:
            asked = list(self._of_duties(article, 2 if self._material.alone else 1))
            told = list(self._of_reports(article))
            if self._material.alone:
                yield from [*asked, *told][:MOST_ALONE]
            elif asked or told:
                opening = asked[0] if asked else f"{self._material.name_of(article)}："
                yield opening + next(iter(told), "")
            if asked and not self._is_spoken_of(article):
                silent.append(self._material.name_of(article))
        if silent and self._material.reports_used:
            yield self._none_found(silent)

    def _is_spoken_of(self, article: Article) -> bool:
        """Tell whether the site has any passage on an article, sure or likely, but views of it."""
        roles = {each.role for each in self._material.links_of(article)}
        return bool(roles & {"practice", "problem", "measure"})

    def _none_found(self, names: Sequence[str]) -> str:
        count = self._material.reports_used
        named = "、".join(names[:NAMED]) + (f"等 {len(names)} 条" if len(names) > NAMED else "")
        return (
            f"所收 {count} 篇材料里没有见到{named}的做法和问题："
            "哪些是没有做，哪些是做了没有写？本单位能补上什么实例？"
        )

    def _of_duties(self, article: Article, most: int) -> Iterator[str]:
        """Yield questions on what the article asks, the most tangible requirements first."""
        name = self._material.name_of(article)
        asked = self._material.requirements[article.number]
        heading = bare(article.heading)
        ranked = sorted(asked, key=lambda each: (-self._weight(each, article, heading), each.start))
        for each in ranked[:most]:
            duty = _telling(each)
            words = _clause(duty, article.text)
            if duty.kind == "prohibition":
                tail = self._least_asked(FORBIDDEN)
            else:
                tail = ("" if each.bodies else "本单位由谁承担，") + self._tail(words)
            yield f"{name}：{quoted(words)}。{tail}"
        if not asked and heading:
            yield f"{name}讲{quoted(heading)}：在本单位指的是哪些工作，{self._tail(heading)}"

    def _weight(self, asked: Requirement, article: Article, heading: str) -> int:
        """Return how much there is to ask: a body, a matter not asked about yet."""
        words = _clause(_telling(asked), article.text)
        fresh = any(
            not self._asked[tail]
            for pattern, tail in ASKED
            if pattern and re.search(pattern, words)
        )
        new = len(words) > 12 and heading[:8] not in words
        return 4 * fresh + 3 * bool(asked.bodies) + 2 * (heading == "" or new)

    def _tail(self, words: str) -> str:
        """Return what to ask of words: of what fits them, what has been asked least."""
        special = [tail for pattern, tail in ASKED if pattern and re.search(pattern, words)]
        general = [tail for pattern, tail in ASKED if not pattern]
        fresh = [each for each in special if not self._asked[each]]
        return self._least_asked(fresh or (*special, *general))

    def _of_reports(self, article: Article) -> Iterator[str]:
        """Yield questions on what reports say; what the pack has asked least comes first."""
        told = self._gists(article)
        asked: dict[str, str] = {}
        if problems := told.get("problem"):
            source, words = problems[0]
            asked["problem"] = f"{source}谈到{quoted(words)}，{self._least_asked(WANTING)}"
        practices = [*told.get("practice", ()), *told.get("measure", ())]
        differing = next((each for each in practices[1:] if each[0] != practices[0][0]), None)
        if differing:
            (source, words), (other, others) = practices[0], differing
            asked["differing"] = (
                f"{source}的办法是{quoted(words)}，{other}是{quoted(others)}，"
                f"{self._least_asked(DIFFERING)}"
            )
        elif practices:
            source, words = practices[0]
            asked["one"] = f"{source}的办法是{quoted(words)}，{self._least_asked(ONE)}"
        for kind in sorted(asked, key=lambda each: (self._asked[each], each)):
            self._asked[kind] += 1
            yield asked[kind]

    def _gists(self, article: Article) -> dict[str, list[tuple[str, str]]]:
        """Return for each role who says what, in short; what says nothing in short is left out."""
        found: dict[str, list[tuple[str, str]]] = {}
        for each in self._material.chosen[article.number]:
            for link, printed in each.shown:
                marks = [evidence.text for evidence in link.evidence]
                words = gist(printed.words, marks, problem=link.role == "problem")
                if words:
                    found.setdefault(link.role, []).append((self._names[link.report], words))
        return found

    def _least_asked(self, tails: Sequence[str]) -> str:
        tail = min(tails, key=lambda each: self._asked[each])
        self._asked[tail] += 1
        return tail


def _telling(asked: Requirement) -> Duty:
    """Return the duty of a requirement whose clause can stand alone: its modal is in it."""
    whole = [each for each in asked.duties if not each.carried]
    return min(whole or asked.duties, key=lambda each: each.start)


def _clause(duty: Duty, text: str) -> str:
    """Return the words of a duty as a question quotes them: the article's own, body and modal."""
    start = duty.start
    if duty.body and start + FAR < duty.body_start < duty.modal_start:
        start = duty.body_start
    least = 0 if duty.carried else duty.modal_start + len(duty.modal) + 4 - start
    return short_clause(text[start : duty.end], least=least, longest=LONGEST, hard=HARD)
