"""What a draft's check found, in plain words.  The page says the same (draft-words.js)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checking import CODES
from generator.draft import (
    CitedProvision,
    DraftFinding,
    DraftReport,
    Quotation,
    SharedRun,
)

SHOWN = 5  # changes of a quotation that are told one by one
LONGEST = 90  # letters of the original that are told


def summary(report: DraftReport) -> Iterator[str]:
    """Yield what was found, a line for each matter."""
    yield _counted(
        "引文",
        "处",
        [
            ("一字不差", sum(each.verdict == "exact" for each in report.quotations)),
            ("有改动", sum(each.verdict == "altered" for each in report.quotations)),
            ("未找到", sum(each.verdict == "missing" for each in report.quotations)),
        ],
    )
    cited = report.citations
    yield _counted(
        "引用条款",
        "处",
        [
            ("有这一条", sum(each.exists for each in cited)),
            ("没有这一条", sum(not each.exists for each in cited)),
            (
                "所引文字不在该条",
                sum(
                    each.quotation is not None and each.exists and not each.stands for each in cited
                ),
            ),
        ],
    )
    spoken = sum(bool(each.spoken) for each in report.coverage)
    yield f"条文{len(report.coverage)}条：讲到{spoken}条，没有讲到{len(report.coverage) - spoken}条"
    shares = report.shares
    total = max(1, shares.letters)
    document, shared = (round(100 * each / total) for each in (shares.document, shares.shared))
    own = 100 - document - shared if shares.letters else 0
    yield (f"全文{shares.letters}字：文件的话{document}%，与本库报告相同{shared}%，自己的话{own}%")
    yield f"文字疑点：{len(report.findings)}处" if report.findings else "文字疑点：没有"


def _counted(what: str, unit: str, counts: Sequence[tuple[str, int]]) -> str:
    """Return 引文12处：一字不差10，有改动1，未找到1."""
    told = "，".join(f"{name}{count}" for name, count in counts if count)
    kinds = counts[:-1] if what == "引用条款" else counts
    total = sum(count for _, count in kinds)
    return f"{what}{total}{unit}：{told}" if total else f"{what}：没有"


def of_quotation(text: str, found: Quotation) -> tuple[str, str]:
    """Return what a quotation of the draft `text` is, and more of it."""
    names = "、".join(dict.fromkeys(place.name for place in found.places))
    if found.verdict == "missing":
        return "引文未找到", "本库的文件里没有这句话。"
    if found.verdict == "exact":
        marks = "，只有标点不同" if found.punctuation and found.marked else ""
        return "引文一字不差", f"在{names}{marks}。"
    together = "几处的话连在了一起，" if len(found.places) > 1 else ""
    said = [_change((text[each.start : each.end], each.original)) for each in found.changes[:SHOWN]]
    more = f"，共{len(found.changes)}处" if len(found.changes) > SHOWN else ""
    told = f"改动：{'；'.join(each for each in said if each)}{more}。" if any(said) else ""
    return "引文有改动", f"{together}{names}原文是“{_short(found.original)}”。{told}"


def _change(change: tuple[str, str]) -> str:
    """Return one change of words `here` from those `there`; empty for a mere seam."""
    here, there = change
    if here and there:
        return f"“{there}”改成“{here}”"
    if here:
        return f"多“{here}”"
    return f"少“{_short(there)}”" if there else ""


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


def of_citation(cited: CitedProvision, quotations: Sequence[Quotation]) -> tuple[str, str]:
    """Return whether what is cited is there, and whether the words stand there."""
    if not cited.exists:
        return "没有这一条", f"文件里没有{cited.name}。"
    if cited.quotation is None:
        return "有这一条", f"{cited.name}。"
    quoted = quotations[cited.quotation]
    if cited.stands:
        return "有这一条", f"{cited.name}，所引文字在这里。"
    if quoted.verdict == "missing":
        return "所引文字不在该条", f"{cited.name}里没有所引的文字，本库文件别处也没有。"
    names = "、".join(dict.fromkeys(place.name for place in quoted.places))
    return "所引文字不在该条", f"所引文字不在{cited.name}，在{names}。"


def of_run(run: SharedRun, name: str) -> tuple[str, str]:
    """Return with which report words are shared, and how much."""
    others = f"；共{run.reports}篇有这段话" if run.reports > 1 else ""
    return "与报告相同", f"{run.letters}字与{name}相同{others}。"


def of_finding(found: DraftFinding) -> tuple[str, str]:
    """Return what is doubtful in the text."""
    return CODES[found.code].name, f"{found.message}。"
