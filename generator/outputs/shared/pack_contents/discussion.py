"""Questions to open a discussion: of what an article asks, and of what the reports say on it.

第（五）条：“纪检机关、组织部门要加强监督检查”。由谁去查……？甲县谈到“……”，原因在哪里？
第十五条列出了公共图书馆应当具备的条件：逐项对照，还差哪一项？
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.duties.requirements import Requirement
from generator.model import Article, Duty
from generator.outputs.shared.divisions import top_divisions
from generator.outputs.shared.gist import SAYING, gist
from generator.outputs.shared.gist import WANTING as LACKS
from generator.outputs.shared.pack_contents.gathering import Material, bare
from generator.outputs.shared.pack_contents.question_kinds import (
    CENTRAL,
    FORMAL,
    PENAL,
    TAILS,
    kind_of,
)
from generator.outputs.shared.pack_contents.quotable import quotable
from generator.text.clause_cutting import behind_modal
from generator.text.quoting import quoted

MOST_ALONE = 4
MOST = 30  # questions of a pack of many articles
BEYOND = 40  # letters behind a duty that say what follows from it
FAR = 16  # letters before the body that a question leaves to the text
NAMED = 12  # articles that one question names at most
TOLD = 6  # letters in a row that a report has of the article
TELLING = 8  # letters of a deed that say enough
POINTING = re.compile("(?:对|要求|为|接受|就)其(?!他|余)|该(?!当)|上述|前款|此类")
NO_BEGINNING = re.compile(  # of a report's words: half a sentence, a call, a question
    "是否|要|应|我|虽然|尽管|由于|因为|为了|随着|如果|不仅|不但|只有|无论|即使|其中|这|那|他|该"
)
MOST_TOLD = 0.4  # share of a report's words that are the article's own
LISTS = re.compile(
    "的(?:条件|职责|义务|内容|原则|服务|规定|措施|材料|事项|行为|权利|物品|程序|要求|业务|途径|信息|资料|职权|工作)$"
)
LISTING = re.compile("^[^。；]*(?:下列|以下|如下)[^。；]*[：:]")
PENALTIES = re.compile("的(?:处罚|责任|法律责任)$")

NOBODY = ("general", "state", "systems", "public", "fast", "regular", "limit")
OWN_TAILS = (
    *("forbidden", "penal", "listed", "aims", "defined", "right", "may", "encouraged", "people"),
    *("above", "state", "general", "needed", "case"),
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
    "哪一种见效快，哪一种管得长？",
    "本单位的做法更接近哪一种？",
    "照搬会遇到什么困难？",
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

    def all_questions(self) -> Iterator[str]:
        """Yield the questions of the pack in the order of its articles.

        One on each of several articles, up to four on one alone, MOST in all; articles that no
        report speaks of are asked about together.  What asks nothing of anyone and is spoken of
        by no report is passed over.
        """
        silent = []
        chosen = self._chosen()
        for article in self._material.articles:
            if self._worth(article) and not self._is_spoken_of(article):
                silent.append(self._material.name_of(article))
            if article.number not in chosen:
                continue
            asked = list(filter(None, self._of_article(article, 2 if self._material.alone else 1)))
            told = list(self._of_reports(article))
            if self._material.alone:
                yield from [*asked, *told][:MOST_ALONE]
            elif asked or told:
                opening = asked[0] if asked else f"{self._material.name_of(article)}："
                yield opening + next(iter(told), "")
        if silent and self._material.reports_used:
            yield self._none_found(silent)

    def _chosen(self) -> set[int]:
        """Return the articles that are asked about: of many, the best of each division in turn."""
        articles = [each for each in self._material.articles if self._worth(each)]
        if len(articles) <= MOST:
            return {each.number for each in self._material.articles}
        worth = {each.number: self._worth(each) for each in articles}
        ranks: dict[int, tuple[int, int]] = {}
        for numbers in self._by_division():
            here = sorted((n for n in numbers if n in worth), key=lambda n: (-worth[n], n))
            ranks |= {number: (at, -worth[number]) for at, number in enumerate(here)}
        return set(sorted(ranks, key=lambda number: (ranks[number], number))[:MOST])

    def _by_division(self) -> list[list[int]]:
        edition = self._material.edition
        tops = {each.number for each in top_divisions(edition)}
        found: list[list[int]] = []
        for part in edition.parts:
            if part.number in tops or not found:
                found.append([])
            found[-1] += [each.number for each in part.articles]
        return found

    def _worth(self, article: Article) -> int:
        """Return how much there is to talk about; 0 where an article asks nothing."""
        asked = self._ranked(article)
        spoken = self._is_spoken_of(article)
        if not asked:
            return 8 * spoken
        words = article.text[: asked[0].end]
        central = bool(CENTRAL.search(words)) or PENALTIES.search(article.short_title) is not None
        mute = not _words(_telling(asked[0]), article.text) and not LISTING.search(words)
        return 3 + 8 * spoken + 2 * bool(asked[0].bodies) - central - 2 * mute

    def _is_spoken_of(self, article: Article) -> bool:
        """Tell whether the site has any passage on an article, sure or likely, but views of it."""
        roles = self._material.roles_of(article)
        return bool(roles & {"practice", "problem", "measure"})

    def _none_found(self, names: Sequence[str]) -> str:
        count = self._material.reports_used
        named = "、".join(names[:NAMED]) + (f"等 {len(names)} 条" if len(names) > NAMED else "")
        return (
            f"所收 {count} 篇材料里没有见到{named}的做法和问题："
            "哪些是没有做，哪些是做了没有写？本单位能补上什么实例？"
        )

    def _ranked(self, article: Article) -> list[Requirement]:
        """Return what an article asks, what can be talked about most first."""
        heading = bare(article.heading)
        asked = [
            each
            for each in self._material.requirements[article.number]
            if not FORMAL.search(article.text[each.start : each.end])
        ]
        return sorted(asked, key=lambda each: (-self._weight(each, article, heading), each.start))

    def _weight(self, asked: Requirement, article: Article, heading: str) -> int:
        duty = _telling(asked)
        words = article.text[duty.start : duty.end]
        new = len(words) > 12 and (not heading or heading[:8] not in words)
        said = _words(duty, article.text)
        odd = words.startswith(("每", "其", "前款")) or bool(POINTING.search(said))
        telling = len(behind_modal(said)[2]) >= TELLING
        return 3 * (bool(asked.bodies) and not odd) + 2 * new + 2 * bool(said) + telling

    def _of_article(self, article: Article, most: int) -> Iterator[str]:
        """Yield questions on what the article asks, or on what it is about."""
        name, heading = self._material.name_of(article), bare(article.heading)
        ranked = self._ranked(article)
        for each in ranked[:most]:
            yield self._of_requirement(article, name, each)
        if not ranked and heading:
            tail = self._tail(kind_of(heading, forbids=False, may=False, doer=""))
            yield f"{name}讲{quoted(heading)}：在本单位指的是哪些工作，{tail}"
        elif not ranked and re.search("(?<!用语)的含义$", article.short_title):
            yield f"{name}说明{article.short_title}：{self._tail('defined')}"

    def _of_requirement(self, article: Article, name: str, asked: Requirement) -> str:
        duty = _telling(asked)
        title = "" if article.heading else article.short_title
        words, whole = _words(duty, article.text), article.text[duty.start : duty.end + BEYOND]
        words = "" if POINTING.search(words) else words
        listed = not words and LISTING.search(whole) is not None
        kind = kind_of(
            words or whole,
            forbids=duty.kind == "prohibition",
            may=duty.kind == "right",
            doer=duty.body,
            whole=whole,
        )
        if kind == "penal" and PENALTIES.search(title):
            return f"{name}规定了{title}：{self._tail(kind)}"
        if kind != "penal" and listed and LISTS.search(title):
            kind = kind if kind == "forbidden" else "listed"
            return f"{name}列出了{title}：{self._tail(kind)}"
        if not words:
            about = title or bare(article.heading)
            if POINTING.search(title) or "下列" in title or not about:
                return ""
            if kind in ("penal", "case"):
                kind = "penal" if PENAL.search(title) else "general"
            return f"{name}（{about}）：{self._tail(kind)}"
        nobody = kind in NOBODY and not asked.bodies and not _has_subject(duty, article.text)
        return f"{name}：{quoted(words)}。{'本单位由谁承担，' if nobody else ''}{self._tail(kind)}"

    def _tail(self, kind: str) -> str:
        """Return what to ask of words of a kind: what has been asked least."""
        tails = TAILS[kind]
        if kind not in OWN_TAILS and all(self._asked[each] for each in tails):
            tails = (*tails, *TAILS["general"])
        return self._least_asked(tails)

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
            problem = each.role.role == "problem"
            for shown in each.shown:
                words = gist(shown.words, shown.marks, problem=problem)
                words = words.removeprefix(shown.speaker)
                if words and _can_be_asked(words, article, problem=problem):
                    found.setdefault(each.role.role, []).append((shown.speaker, words))
        return found

    def _least_asked(self, tails: Sequence[str]) -> str:
        tail = min(tails, key=lambda each: self._asked[each])
        self._asked[tail] += 1
        return tail


def _can_be_asked(words: str, article: Article, *, problem: bool) -> bool:
    """Tell whether a report's words say what it does or lacks: no one's speech, no fragment."""
    if "……" in words or SAYING.search(words) or NO_BEGINNING.match(words):
        return False
    return (problem or not LACKS.search(words)) and not _repeats(words, article)


def _repeats(words: str, article: Article) -> bool:
    """Tell whether a report's words are for the most part those of the article."""
    own = sum(words[at : at + TOLD] in article.text for at in range(len(words) - TOLD + 1))
    return own > MOST_TOLD * max(1, len(words) - TOLD + 1)


def _telling(asked: Requirement) -> Duty:
    """Return the duty of a requirement whose clause can stand alone: its modal is in it."""
    whole = [each for each in asked.duties if not each.carried]
    return min(whole or asked.duties, key=lambda each: each.start)


def _words(duty: Duty, text: str) -> str:
    """Return the words of a duty as a question quotes them: the article's own, body and modal."""
    start = duty.start
    if duty.body and start + FAR < duty.body_start < duty.modal_start:
        start = duty.body_start
    modal_end = duty.modal_start + len(duty.modal) + 4
    said = quotable(text[start : duty.end], 0 if duty.carried else modal_end - start)
    if start > duty.start and len(behind_modal(said)[2]) < TELLING:  # 发现问题的，…应当报告
        return quotable(text[duty.start : duty.end], modal_end - duty.start) or said
    return said


def _has_subject(duty: Duty, text: str) -> bool:
    """Tell whether something stands before the modal of which the clause speaks."""
    return not duty.carried and duty.modal_start - duty.start > 1 and duty.modal != ""
