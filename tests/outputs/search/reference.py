"""What search has to find, by brute force from the exports and the files of content/pages.

Nothing of generator/outputs/search is used here: this is the other account of the same thing,
written from docs/exports.md and from what a reader expects.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RANKS = ("heading", "edition", "term", "title", "section", "report", "page")
KINDS = dict(
    zip(RANKS, ["article", "article", "term", "report", "report", "report", "page"], strict=True)
)


@dataclass(frozen=True)
class Wanted:
    """A unit that search must have; a phrase is looked for in each of `texts` on its own."""

    id: str
    texts: tuple[str, ...]
    rank: str
    page: str
    title: str
    opens: bool = True
    anchored: bool = True

    def holds(self, phrase: str) -> bool:
        """Tell whether the unit has the phrase as it stands, but for punctuation and width."""
        return any(bare(phrase) in bare(text) for text in self.texts)


def bare(text: str) -> str:
    """Letters and digits in one width and case."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def wanted_units(exports: Mapping[str, Any], pages: Path) -> list[Wanted]:
    """Return every unit, in order of rank, and within a rank in reading order."""
    editions = exports["edition"] if isinstance(exports["edition"], list) else [exports["edition"]]
    every = [unit for edition in editions for unit in _of_edition(edition)]
    every += [unit for term in exports["terms"] for unit in _of_term(term)]
    every += [unit for report in exports["reports"] for unit in _of_report(report)]
    every += [unit for path in sorted(pages.glob("*.md")) for unit in _of_page(path)]
    return sorted(every, key=lambda unit: RANKS.index(unit.rank))


def _of_edition(edition: Mapping[str, Any]) -> Iterator[Wanted]:
    name, full = edition["short_title"], f"{edition['id']}/full.html"
    yield Wanted(edition["id"], (edition["title"],), "heading", full, name, anchored=False)
    for part in edition["parts"]:
        if part["heading"]:
            text = part["label"] + part["heading"]
            yield Wanted(part["id"], (text,), "heading", full, name + division(part["label"]))
    parts = {each["number"]: division(each["label"]) for each in edition["parts"]}
    articles = {each["number"]: each for part in edition["parts"] for each in part["articles"]}
    for place, texts in _paragraphs(edition).items():
        sentences = [each for each in edition["sentences"] if _place(each) == place]
        starts, spans = _stand("\n".join(texts), [each["text"] for each in sentences])
        for sentence, opens, (_, end) in zip(sentences, starts, spans, strict=True):
            page, title, rank = full, name + parts.get(sentence["part"], "引言"), "edition"
            if sentence["article"] is not None:
                article = articles[sentence["article"]]
                page = f"{edition['id']}/{article['number']}.html"
                label = article["label"]
                title = name + (label if label.startswith("第") else f"第{label}条")
                if end <= len(article["heading"]) and article["text"].startswith(
                    article["heading"]
                ):
                    rank = "heading"
            yield Wanted(sentence["id"], (sentence["text"],), rank, page, title, opens)
    yield from _around(edition, name, full)


def _around(edition: Mapping[str, Any], name: str, full: str) -> Iterator[Wanted]:
    """Yield the imprint of a title page, then matter apart by the places where pages show it."""
    ident, passed = edition["id"], edition["title"][-2:] in ("条例", "决定")
    passed = passed or edition["title"].endswith(("法", "法典"))
    before, behind = ("", "通过") if passed else ("成文日期", "")
    told = [edition["issuer"]] if edition["issuer"] else []
    told += [before + printed(edition["adopted"]) + behind] if edition["adopted"] else []
    published = "公布" if passed else "发布"
    told += [printed(edition["published"]) + published] if edition["published"] else []
    if told:
        yield Wanted(f"{ident}-imprint", ("　".join(told),), "edition", full, name)
    annexes, is_behind = 0, False
    for number, matter in enumerate(edition["matter"], 1):
        lines = [line.strip() for line in matter["text"].split("\n") if line.strip()]
        kind, place = matter["kind"], f"{ident}-matter-{number}"
        is_behind = is_behind or kind in ("annex-list", "signature", "remark", "annex")
        if kind == "annex":
            annexes += 1
            place, rank = f"{ident}-annex-{annexes}", "heading"
        else:
            rank = "edition"
        if kind in ("title", "contents") or (
            kind == "date" and edition["adopted"] and not is_behind
        ):
            continue
        for at, line in enumerate(lines):
            own = place if not at else f"{place}-{at}" if kind == "annex" else f"{place}-{at + 1}"
            yield Wanted(own, (line,), rank if not at else "edition", full, name)


def division(label: str) -> str:
    """Return what a division of one level is called: 一、 -> 第一部分."""
    return label if label.startswith("第") else f"第{label.rstrip('、')}部分"


def printed(date: str) -> str:
    """Return a date as pages print it: 2022-05 -> 2022年5月."""
    return "".join(
        f"{int(step)}{unit}" for step, unit in zip(date.split("-"), "年月日", strict=False)
    )


def _place(sentence: Mapping[str, Any]) -> tuple[Any, Any]:
    return sentence["part"], sentence["article"]


def _paragraphs(edition: Mapping[str, Any]) -> dict[tuple[Any, Any], list[str]]:
    """Part and article -> the paragraphs there, in reading order."""
    found: dict[tuple[Any, Any], list[str]] = {(None, None): edition["preamble"]}
    for part in edition["parts"]:
        found[part["number"], None] = part["paragraphs"]
        for article in part["articles"]:
            found[part["number"], article["number"]] = article["text"].split("\n")
    return found


def _stand(text: str, sentences: list[str]) -> tuple[list[bool], list[tuple[int, int]]]:
    """Return, for sentences in order, whether each opens a paragraph, and where it stands."""
    opens: list[bool] = []
    spans: list[tuple[int, int]] = []
    last = 0
    for sentence in sentences:
        start = text.index(sentence, last)
        opens.append(not spans or "\n" in text[last:start])
        last = start + len(sentence)
        spans.append((start, last))
    return opens, spans


def _of_report(report: Mapping[str, Any]) -> Iterator[Wanted]:
    page, title, text = f"reports/{report['id']}.html", report["title"], report["text"]
    headings = [(each["start"], each["end"]) for each in report["outline"] if not each["inline"]]
    before, is_titled = 0, False
    for number, sentence in enumerate(report["sentences"]):
        start, end = sentence["start"], sentence["end"]
        words = text[start:end]
        rank = "report"
        if not is_titled and number < 3 and bare(words) == bare(title):
            rank, is_titled = "title", True
        elif any(first <= start and end <= last for first, last in headings):
            rank = "section"
        opens = number == 0 or "\n" in text[before:start]
        yield Wanted(sentence["id"], (words,), rank, page, title, opens)
        before = end
    if report["date"]:
        date = (printed(report["date"]),)
        yield Wanted(f"{report['id']}-date", date, "report", page, title, anchored=False)
    if not is_titled:
        yield Wanted(report["id"], (title,), "title", page, title, anchored=False)


def _of_term(term: Mapping[str, Any]) -> Iterator[Wanted]:
    texts = tuple(filter(None, [term["name"], *term["aliases"], term["gloss"]]))
    texts = tuple(re.sub(r"[\n\t]+", " ", text) for text in texts)  # a unit is one line
    yield Wanted(term["id"], texts, "term", "terms.html", term["name"])


def _of_page(path: Path) -> Iterator[Wanted]:
    """Yield the blocks of simple Markdown: headings, paragraphs, items, code words, links not."""
    lines = path.read_text("utf-8").replace("`", "").replace("\n- ", "\n\n- ")
    blocks = [" ".join(block.split("\n")) for block in lines.strip().split("\n\n")]
    title = blocks[0][2:] if blocks[0].startswith("# ") else path.stem
    page = f"{path.stem}.html"
    if not blocks[0].startswith("# "):
        yield Wanted(path.stem, (title,), "page", page, title, anchored=False)
    for number, block in enumerate(blocks, 1):
        text = block.lstrip("#- ").strip()
        yield Wanted(f"page-{path.stem}-{number}", (text,), "page", page, title)


def read_exports(files: Mapping[str, str]) -> dict[str, Any]:
    """Return the tables of the exports by name: "edition" -> what edition.json holds."""
    return {name.removesuffix(".json"): json.loads(text) for name, text in files.items()}
