"""What was understood of each base document, in plain words, for `generator status`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model import Article, Collation, Edition, Finding, Library, MatterKind
from generator.text.nomenclature import chinese_date, division_kind
from generator.text.provisions import provisions

MATTER: dict[MatterKind, str] = {
    "promulgation": "前置文字",
    "number": "文号",
    "issuer": "发文机关",
    "date": "日期",
    "note": "题注",
    "addressee": "主送机关",
    "contents": "目录",
    "annex-list": "附件说明",
    "signature": "落款",
    "remark": "附注",
    "annex": "附件",
}
LOST = "K-008"
DOUBTS = ("K-001", "K-002", "K-009")
LONGEST = 40


def understood(library: Library) -> Iterator[str]:
    """Yield the lines on all base documents of `library`."""
    for collation in library.collations:
        own = {witness.piece.file for witness in collation.witnesses}
        findings = [each for each in library.findings if each.file in own]
        yield from _base(collation, findings)


def _base(collation: Collation, findings: list[Finding]) -> Iterator[str]:
    edition = collation.edition
    base = edition.base
    yield f"{base.short_title}（{base.title}）"
    if not edition.articles:
        yield "  没有认出条文：在 library.yml 这份文件下写 numbering，例如 numbering: （一）"
        return
    yield f"  编号：{_numbering(edition)}"
    yield f"  {_counts(edition)}"
    for matter in edition.matter:
        if matter.kind in MATTER:
            yield f"  正文以外·{MATTER[matter.kind]}：{_short(matter.text)}"
    if base.effective:
        yield f"  施行日期：{chinese_date(base.effective)}"
    lost = [each for each in findings if each.code == LOST]
    yield (
        "  字数核对：每个版本的每一个字都有着落"
        if not lost
        else f"  字数核对：有{len(lost)}处文字没有着落（K-008），第一处是“{lost[0].text}”"
    )
    for each in findings:
        if each.code in DOUBTS:
            yield f"  存疑：{each.message}（{each.code}）"
    yield "  认得不对的，在 library.yml 里写 numbering（编号方式）、annexes（附件从哪一行起）"


def _numbering(edition: Edition) -> str:
    first = edition.articles[0]
    if first.label.startswith("¶"):
        return "没有编号，每段算一条"
    counted = "每一部分从头数" if edition.restarts else "全文连着数"
    return f"条作“{first.label}”，{counted}"


def _counts(edition: Edition) -> str:
    kinds = Counter(
        division_kind(part.label) for part in edition.parts if part.label or part.heading
    )
    divisions = [f"{kind} {count}" for kind, count in kinds.items()]
    units = Counter(
        _kind(address) for article in edition.articles for address in _addresses(article)
    )
    return "，".join(
        [*divisions, f"条 {len(edition.articles)}", f"款 {units['款']}", f"项 {units['项']}"]
    )


def _addresses(article: Article) -> list[str]:
    return [each.address for each in provisions(article.text)]


def _kind(address: str) -> str:
    return "目" if "m" in address else "项" if "x" in address else "款"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…（共{len(text)}字）"
