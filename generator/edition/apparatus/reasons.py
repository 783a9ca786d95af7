"""Why the edition has what it has where the wording differs, in one Chinese sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.edition.apparatus.grouping import Group
from generator.edition.apparatus.quoting import CLAUSE, bare, clause_before, compared, name_of
from generator.edition.choosing import Decision, readings_at
from generator.edition.comparing import Comparison
from generator.edition.established import Established
from generator.model import Reading, VariantKind

HABIT = 3  # times that a witness makes the same change before it counts as its habit


def habits_of(comparison: Comparison) -> Counter[tuple[int, str, str]]:
    """Return how often each witness makes the same change against the edition."""
    counted: Counter[tuple[int, str, str]] = Counter()
    for each in (*comparison.articles, *comparison.running):
        for decision in each.decisions:
            if not decision.place.masks:
                readings = readings_at(decision.place, each.copytext, each.others)
                counted.update(
                    (witness, decision.text, text)
                    for witness, text in readings.texts.items()
                    if text != decision.text and (decision.text + text).strip(CLAUSE)
                )
    return counted


def reason_for(
    comparison: Comparison,
    established: Established,
    group: Group,
    readings: Sequence[Reading],
    habits: Counter[tuple[int, str, str]],
    kind: VariantKind,
) -> str:
    """Return why the edition reads as it does in a group; `readings` are the witnesses'."""
    ids = [witness.piece.id for witness in comparison.witnesses]
    decision = max(group.decisions, key=lambda each: len(each.text))
    winner = ids[decision.witness]
    if decision.place.masks:
        return _mask_reason(comparison, established, decision, winner, kind)
    mine = established.text[group.at : group.at_end]
    rivals = [each for each in readings if bare(each.text) != bare(mine)]
    said = "，".join(f"{each.witness}{compared(each.text, mine)}" for each in rivals)
    if kind == "punctuation":
        return f"{said or '标点不同'}，只是标点，从{winner}。"
    witness = ids.index(rivals[0].witness) if rivals else decision.witness
    readings_here = readings_at(decision.place, established.copytext, established.others)
    pair = (witness, decision.text, readings_here.texts.get(witness, ""))
    if habits[pair] >= HABIT:
        said += f"，全篇如此改动{habits[pair]}处"
    if decision.why == "编者指定":
        return f"{said}，编者指定从{winner}。"
    if decision.why.endswith("重出"):
        return f"{said}，{decision.why}，系误衍，取{winner}。"
    if decision.why.endswith("相同"):
        return f"{said}，{decision.why}，取{winner}。"
    if decision.why == "据文例":
        doubt = "，未能断定，请编者核" if decision.doubtful else ""
        return f"{said}，照上下文和全库用字，取{winner}{doubt}。"
    if decision.why == "一本脱文":
        return f"{said}，一本有脱文，暂从{winner}，请编者核。"
    return f"{said}，{winner}讹误较少，以为底本，从之。"


def _mask_reason(
    comparison: Comparison,
    established: Established,
    decision: Decision,
    winner: str,
    kind: VariantKind,
) -> str:
    ids = [witness.piece.id for witness in comparison.witnesses]
    witness, mask = max(decision.place.masks, key=lambda each: len(each[1].text))
    where = name_of(comparison, established.key)
    source = ids[witness]
    copy = established.copy_of(witness)
    after = clause_before(copy.segment.text[: mask.at]) if copy else ""
    begin = f"自“{after}”以下" if after else "开头"
    if kind == "foreign":
        return f"{source}{where}{begin}{len(mask.text)}字与本文件无关，系窜入，删。"
    if decision.doubtful:
        return f"{source}{where}{begin}系误植，他本此处亦有误，请编者核。"
    if mask.target == established.key:
        return f"{source}{where}{begin}{len(mask.text)}字与本条前后文重复，系误衍，取{winner}。"
    target = name_of(comparison, mask.target or 0)
    if kind == "misplacement":
        return f"{source}{where}{begin}{len(mask.text)}字原属{target}，系错置，取{winner}。"
    shown = "" if mask.target_witness == witness else f"（据{ids[mask.target_witness or 0]}）"
    word = "误植" if kind == "splice" else "误衍"
    return f"{source}{where}{begin}与{target}{shown}重复{len(mask.text)}字，系{word}，取{winner}。"
