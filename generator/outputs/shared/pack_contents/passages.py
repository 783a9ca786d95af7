"""Local passages for a pack: the best of each role, shortened where long."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Document, Link
from generator.outputs.shared.pack_contents.blocks import Block
from generator.text.nomenclature import ROLES, chinese_date

GAP = "（……）"
LONGEST = 260  # code points of a passage; a longer one keeps the sentences that bear witness
LONGEST_TITLE = 45
STATUS_ORDER = {"confirmed": 0, "added": 1, "auto": 2}


def passage_blocks(
    links: Iterable[Link], reports: dict[str, Document], limit: int, *, counted: bool
) -> tuple[Block, ...]:
    """Return an article's passages by role, at most `limit` of each.

    Where there are more a note says so, and how many if they are to be `counted`.
    """
    blocks: list[Block] = []
    for sign, name, shown, rest in best_passages(links, limit):
        blocks.append(Block("minor", f"{sign} {name}"))
        blocks += [
            Block(
                "passage",
                shortened(reports[link.report], link),
                label=sign,
                source=source_line(reports[link.report]) + shared_note(link),
            )
            for link in shown
        ]
        if rest:
            more = f" {rest} 段" if counted else ""
            blocks.append(Block("note", f"另有{name}{more}，见网站本条页面。"))
    return tuple(blocks)


def best_passages(
    links: Iterable[Link], limit: int
) -> tuple[tuple[str, str, tuple[Link, ...], int], ...]:
    """Return for each role its sign, name, best links, and how many more there are, of sure ones.

    What editors have confirmed or added comes before what was found; then by score.
    """
    ranked = sorted((link for link in links if link.sure), key=rank)
    found = []
    for each in ROLES:
        rows = _without_overlaps(link for link in ranked if link.role == each.role)
        if rows:
            found.append((each.sign, each.name, tuple(rows[:limit]), len(rows[limit:])))
    return tuple(found)


def rank(link: Link) -> tuple[int, float, str, int]:
    """Return what passages are sorted by: the best come first."""
    return STATUS_ORDER[link.status], -link.score, link.report, link.start


def source_line(report: Document) -> str:
    """Return where a passage is from: 《题目》（单位，日期）."""
    piece = report.piece
    title = piece.title.strip("《》") or piece.id
    if len(title) > LONGEST_TITLE:
        title = f"{title[:LONGEST_TITLE]}……"
    facts = "，".join(
        fact for fact in (piece.issuer or piece.place, chinese_date(piece.date)) if fact
    )
    name = title if title.startswith(("［", "[")) else f"《{title}》"
    return name + (f"（{facts}）" if facts else "")


def shared_note(link: Link) -> str:
    """Return what is said of a passage that several reports have; empty where one has it."""
    return f"，同一段文字见于 {link.shared} 篇报告" if link.shared > 1 else ""


def shortened(report: Document, link: Link) -> str:
    """Return the passage's words; a long one only with the sentences that bear witness."""
    text = report.piece.text
    passage = text[link.start : link.end].replace("\n", " ").strip()
    if len(passage) <= LONGEST:
        return passage
    sentences = [
        (max(each.start, link.start), min(each.end, link.end))
        for each in report.sentences
        if each.start < link.end and each.end > link.start
    ]
    marks = [(each.report_start, each.report_end) for each in link.evidence]
    weights = [
        sum(max(0, min(end, b) - max(start, a)) for a, b in marks) for start, end in sentences
    ]
    kept: set[int] = set()
    room = LONGEST
    for index in sorted(range(len(sentences)), key=lambda i: (-weights[i], i)):
        length = sentences[index][1] - sentences[index][0]
        if not kept or length <= room:
            kept.add(index)
            room -= length
    words: list[str] = []
    for index, (start, end) in enumerate(sentences):
        if index in kept:
            words.append(text[start:end].replace("\n", " ").strip())
        elif not words or words[-1] != GAP:
            words.append(GAP)
    return "".join(words)


def _without_overlaps(links: Iterable[Link]) -> list[Link]:
    """Return the links but those whose passage shares words with a better one's."""
    kept: dict[str, list[Link]] = {}
    rows = []
    for link in links:
        others = kept.setdefault(link.report, [])
        if not any(link.start < other.end and other.start < link.end for other in others):
            others.append(link)
            rows.append(link)
    return rows
