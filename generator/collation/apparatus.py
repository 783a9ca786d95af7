"""The apparatus (校勘记): every variant with its readings and the reason, in Chinese."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.collation.comparing import FRONT, Comparison, Established
from generator.collation.deciding import Decision, readings_at
from generator.collation.edition import printed_label
from generator.collation.framing import Division, in_edition
from generator.collation.grams import DRIFT, GramIndex, grams
from generator.collation.intrusions import Copy, Mask
from generator.collation.labels import label_text
from generator.collation.strands import letters
from generator.collation.witnesses import Block
from generator.model import Reading, Variant, VariantKind
from generator.structure.numerals import numeral_text

HABIT = 3  # times that a witness makes the same change before it counts as its habit
CLAUSE = "，。；：、！？\n"
MANY_WRAPS = 12  # broken lines in a witness beyond which they are counted, not listed


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring decisions shown as one variant: spans in the copy-text and the edition."""

    decisions: tuple[Decision, ...]
    low: int
    high: int
    at: int
    at_end: int


def variants(
    comparison: Comparison, divisions: Sequence[Division], part_of: dict[int, int]
) -> list[Variant]:
    """Return every variant in reading order; `part_of` gives the part of running text."""
    habits = _habits(comparison)
    found: list[Variant] = []
    found += _frame_variants(comparison, divisions)
    everything = [*(e for e in comparison.running if e.key == FRONT), *comparison.articles]
    for each in everything:
        found += _label_variants(comparison, each)
        if each.key == FRONT:
            found += _front_variants(comparison, each, habits)
        else:
            found += [
                _variant(comparison, each, group, habits, (each.key, None), 0)
                for group in grouped(each, comparison)
            ]
        found += _line_variants(comparison, each)
        found += _repeat_variants(comparison, each)
    for each in comparison.running:
        if each.key < 0:
            place = (None, part_of.get(-each.key, 0))
            found += [
                _variant(comparison, each, group, habits, place, 0)
                for group in grouped(each, comparison)
            ]
    order = {id(variant): at for at, variant in enumerate(found)}
    return sorted(found, key=lambda v: (v.article or 0, v.part or 0, v.at, order[id(v)]))


# --- differences of wording ---------------------------------------------------------


def grouped(established: Established, comparison: Comparison) -> list[Group]:
    """Return the decisions as a reader wants to see them: whole words, neighbours together."""
    groups: list[Group] = []
    text = established.copytext.strand.text
    for decision, at in zip(established.decisions, established.starts, strict=True):
        place = decision.place
        last = groups[-1] if groups else None
        joins = (
            last is not None
            and place.start - last.high <= 1
            and text[last.high : place.start] not in tuple(CLAUSE)
            and decision.kind in ("wording", "omission", "addition")
            and all(d.kind in ("wording", "omission", "addition") for d in last.decisions)
        )
        end = at + len(decision.text)
        if last is not None and joins:
            groups[-1] = Group((*last.decisions, decision), last.low, place.end, last.at, end)
        else:
            groups.append(Group((decision,), place.start, place.end, at, end))
    return [_widened(group, established, comparison) for group in groups]


def _widened(group: Group, established: Established, comparison: Comparison) -> Group:
    """Return a group of one letter widened to a word by the neighbour that it oftenest has."""
    text = established.copytext.strand.text
    decision = group.decisions[0]
    sizes = [high - low for low, high in decision.place.spans.values()]
    if len(group.decisions) > 1 or decision.kind != "wording":
        return group
    if min((len(decision.text), group.high - group.low, *sizes)) != 1:
        return group
    before, after = text[group.low - 1 : group.low], text[group.high : group.high + 1]
    count = comparison.around.background.count
    left = count(before + decision.text) if before.isalpha() else 0
    right = count(decision.text + after) if after.isalpha() else 0
    if max(left, right) < 2 and len(decision.text) == 1:
        return group
    if len(decision.text) > 1:
        left, right = (1, 0) if before.isalpha() else (0, int(after.isalpha()))
        if left == right:
            return group
    if left >= right:
        return Group(group.decisions, group.low - 1, group.high, group.at - 1, group.at_end)
    return Group(group.decisions, group.low, group.high + 1, group.at, group.at_end + 1)


def _variant(
    comparison: Comparison,
    established: Established,
    group: Group,
    habits: Counter[tuple[int, str, str]],
    place: tuple[int | None, int | None],
    shift: int,
) -> Variant:
    readings = tuple(
        _reading(comparison, established, copy, group)
        for copy in sorted((established.copytext, *established.others), key=lambda c: c.witness)
    )
    ids = [witness.piece.id for witness in comparison.witnesses]
    decision = max(group.decisions, key=lambda each: len(each.text))
    text = established.text[group.at : group.at_end]
    carrier = next(r for r in readings if r.witness == ids[decision.witness])
    kind = _shown_kind(comparison, decision)
    reason = _reason(comparison, established, group, readings, habits, kind)
    chosen = Reading(carrier.witness, text, carrier.start, carrier.end)
    at, end = group.at - shift, group.at_end - shift
    return Variant(place[0], place[1], kind, chosen, readings, reason, at, end)


def _spans(established: Established, copy: Copy, group: Group) -> tuple[int, int]:
    """Return the span of a copy's strand that a group covers."""
    if copy is established.copytext:
        return group.low, group.high
    first, last = group.decisions[0].place, group.decisions[-1].place
    low = first.spans[copy.witness][0] - (first.start - group.low)
    return low, last.spans[copy.witness][1] + (group.high - last.end)


def _reading(comparison: Comparison, established: Established, copy: Copy, group: Group) -> Reading:
    piece = comparison.witnesses[copy.witness].piece
    low, high = _spans(established, copy, group)
    spans = [
        (mask.start, mask.end)
        for decision in group.decisions
        for witness, mask in decision.place.masks
        if witness == copy.witness
    ]
    if high > low or not spans:
        spans.append(copy.strand.span(low, high))
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return Reading(piece.id, piece.text[start:end], start, end)


def _shown_kind(comparison: Comparison, decision: Decision) -> VariantKind:
    """Return the kind; repeated text that its own article lacks has been misplaced."""
    if decision.kind == "duplicate" and decision.place.masks:
        witness, mask = decision.place.masks[0]
        if mask.target is not None and not _has(comparison, witness, mask):
            return "misplacement"
    return decision.kind


def _has(comparison: Comparison, witness: int, mask: Mask) -> bool:
    """Tell whether the witness has the intrusive text in its own place as well."""
    for each in (*comparison.articles, *comparison.running):
        if abs(each.key) == mask.target:
            for copy in (each.copytext, *each.others):
                if copy.witness == witness:
                    return letters(mask.text)[0] in letters(copy.strand.text)[0]
    return False


# --- reasons ---------------------------------------------------------------------------


def _habits(comparison: Comparison) -> Counter[tuple[int, str, str]]:
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


def _reason(
    comparison: Comparison,
    established: Established,
    group: Group,
    readings: Sequence[Reading],
    habits: Counter[tuple[int, str, str]],
    kind: VariantKind,
) -> str:
    ids = [witness.piece.id for witness in comparison.witnesses]
    decision = max(group.decisions, key=lambda each: len(each.text))
    winner = ids[decision.witness]
    if decision.place.masks:
        return _mask_reason(comparison, established, decision, winner, kind)
    mine = established.text[group.at : group.at_end]
    rivals = [each for each in readings if _bare(each.text) != _bare(mine)]
    said = "，".join(f"{each.witness}{_said(each.text, mine)}" for each in rivals)
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


def _bare(text: str) -> str:
    return "".join(text.split())


def _said(text: str, mine: str) -> str:
    """Return what a witness has, in words, beside the edition's `mine`."""
    text, mine = _short(_bare(text)), _short(_bare(mine))
    if not text:
        return f"无“{mine}”"
    if not mine:
        return f"多“{text}”"
    return f"“{mine}”作“{text}”"


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:12]}……{text[-8:]}"


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
    copy = next(c for c in (established.copytext, *established.others) if c.witness == witness)
    after = _clause_before(copy.strand.text[: mask.at])
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


def _clause_before(text: str) -> str:
    """Return the clause that ends `text`, its stop included."""
    at = len(text) - 1
    while at > 0 and text[at - 1] not in CLAUSE:
        at -= 1
    clause = text[at:].strip()
    return clause if len(clause) <= 16 else clause[-16:]


def name_of(comparison: Comparison, key: int) -> str:
    """Return an article as it is cited: 第（三）条, 第三条; 篇首 for the text before articles."""
    if key == FRONT:
        return "篇首"
    if key < 0:
        return f"{name_of(comparison, -key)}前"
    found = next((each for each in comparison.articles if each.key == key), None)
    label = printed_label(comparison.style, found) if found else label_text(comparison.style, key)
    if comparison.style == "articles":
        return label
    return f"第{label.rstrip('、')}条" if label.startswith("（") else f"第{numeral_text(key)}条"


# --- labels, repeats, lines, frame ------------------------------------------------------


def _fixed(
    comparison: Comparison,
    established: Established,
    readings: list[Reading],
    kind: VariantKind,
    reason: str,
    text: str,
    at: int = 0,
    at_end: int = 0,
) -> Variant:
    ids = [witness.piece.id for witness in comparison.witnesses]
    winner = ids[established.copytext.witness]
    start = established.block.label_start
    chosen = Reading(winner, text, start, start)
    number = established.key
    article, part = (number, None) if number > 0 else (None, 0)
    return Variant(article, part, kind, chosen, tuple(readings), reason, at, at_end)


def _label_variants(comparison: Comparison, established: Established) -> Iterator[Variant]:
    """Yield a variant for every lost or wrong label, and for an article a witness lacks."""
    if established.key <= 0:
        return
    label = printed_label(comparison.style, established)
    name = name_of(comparison, established.key)
    for index, witness in enumerate(comparison.witnesses):
        piece = witness.piece
        block = established.cluster.blocks.get(index)
        if block is None:
            at = _place_of_gap(comparison, established.key, index)
            reading = Reading(piece.id, "", at, at)
            reason = f"{piece.id}无{name}，据他本补。"
            yield _fixed(
                comparison,
                established,
                [reading],
                "omission",
                reason,
                established.text,
                0,
                len(established.text),
            )
            continue
        if block.number == established.key and block.label and block.sure:
            continue
        printed = piece.text[block.label_start : block.start].strip()
        end = block.label_start + len(piece.text[block.label_start : block.start].rstrip())
        reading = Reading(piece.id, printed, block.label_start, max(end, block.label_start))
        if printed:
            reason = f"{piece.id}{name}条号作“{printed}”，与各条次序不合，改为“{label}”。"
        else:
            reason = f"{piece.id}脱{name}的条号，据他本补“{label}”。"
        yield _fixed(comparison, established, [reading], "misnumbering", reason, label)


def _place_of_gap(comparison: Comparison, key: int, index: int) -> int:
    """Return where an article that a witness lacks would stand in its text."""
    before = [e for e in comparison.articles if e.key < key and index in e.cluster.blocks]
    return before[-1].cluster.blocks[index].end if before else 0


def _repeat_variants(comparison: Comparison, established: Established) -> Iterator[Variant]:
    """Yield the blocks that give an article a second time, and what clings to them."""
    name = name_of(comparison, established.key)
    for block in established.cluster.repeats:
        piece = comparison.witnesses[block.witness].piece
        shown = name_of(comparison, block.number or 0) if block.number else "无条号处"
        orphan = orphan_of(comparison, established, block)
        end = orphan[0] if orphan else block.end
        reading = Reading(piece.id, piece.text[block.label_start : end], block.label_start, end)
        reason = f"{piece.id}标为{shown}的一段实与{name}重复，系重出，删。"
        yield _fixed(comparison, established, [reading], "duplicate", reason, "")
        if block.number and block.number != established.key:
            target = next((e for e in comparison.articles if e.key == block.number), None)
            if target is not None:
                label = Reading(piece.id, block.label, block.label_start, block.start)
                again = f"{piece.id}有两个{shown}，前后条文不同：其中一个实为{name}重出，条号有误。"
                yield _fixed(comparison, target, [label], "misnumbering", again, block.label)
        if orphan:
            start, stop, key = orphan
            owner = next((e for e in comparison.articles if e.key == key), established)
            text = piece.text[start:stop]
            quoted = _short(_bare(text))
            reason = f"{piece.id}标为{shown}的一段后面孤立的“{quoted}”" + (
                f"原是{name_of(comparison, key)}的结尾，错置于此。"
                if key
                else "不知所属，请编者核。"
            )
            yield _fixed(
                comparison,
                owner,
                [Reading(piece.id, text, start, stop)],
                "misplacement",
                reason,
                "",
            )


def orphan_of(
    comparison: Comparison, established: Established, block: Block
) -> tuple[int, int, int] | None:
    """Return (start, end, article) of text that follows a repeated article in its block."""
    lines = block.strand.text.split("\n")
    if len(lines) < 2 or len(established.text.split("\n")) >= len(lines):
        return None
    at = len("\n".join(lines[: len(established.text.split("\n"))])) + 1
    tail = block.strand.text[at:]
    low, high = block.strand.span(at, len(block.strand.text))
    index: GramIndex = comparison.around.index
    plain = letters(tail)[0]
    votes: Counter[int] = Counter()
    for gram, _ in grams(plain):
        votes.update({comparison.around.owners[b][0] for b, _ in index.places.get(gram, [])})
    if not votes:
        return low, high, 0
    key, count = votes.most_common(1)[0]
    return low, high, key if count * 2 >= max(1, len(plain) - DRIFT) else 0


def _line_variants(comparison: Comparison, established: Established) -> Iterator[Variant]:
    """Yield the lines that break off in mid-sentence, where they are few."""
    for index, block in sorted(established.cluster.blocks.items()):
        piece = comparison.witnesses[index].piece
        breaks = list(broken_lines(block, piece.text))
        if len(breaks) > MANY_WRAPS // 4:
            continue
        copy = next(c for c in (established.copytext, *established.others) if c.witness == index)
        for low, high in breaks:
            before, after = piece.text[max(0, low - 4) : low], piece.text[high : high + 4]
            here = next((i for i, o in enumerate(copy.strand.offsets) if o >= high), 0)
            at = in_edition(established, copy, here)
            reason = (
                f"{piece.id}{name_of(comparison, established.key)}"
                f"在“{before}/{after}”之间误断行，今连排。"
            )
            reading = Reading(piece.id, piece.text[low:high], low, high)
            yield _fixed(comparison, established, [reading], "punctuation", reason, "", at, at)


def broken_lines(block: Block, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of `text` where a line of the block ends though its sentence goes on."""
    chars, offsets = block.strand.text, block.strand.offsets
    for at in range(1, len(chars)):
        low, high = offsets[at - 1] + 1, offsets[at]
        if high > low and "\n" in text[low:high] and "\n" not in chars[at - 1 : at + 1]:
            yield low, high


def _front_variants(
    comparison: Comparison, front: Established, habits: Counter[tuple[int, str, str]]
) -> Iterator[Variant]:
    for group in grouped(front, comparison):
        yield _variant(comparison, front, group, habits, (None, FRONT), 0)


def _frame_variants(comparison: Comparison, divisions: Sequence[Division]) -> Iterator[Variant]:
    """Yield the title, date and part headings that some witness lacks or writes otherwise."""
    titled = [w for w in comparison.witnesses if w.has_title]
    for witness in comparison.witnesses:
        if titled and not witness.has_title:
            winner = titled[0]
            reason = f"{witness.piece.id}无标题，据{winner.piece.id}补。"
            chosen = Reading(winner.piece.id, winner.title, 0, 0)
            empty = Reading(witness.piece.id, "", 0, 0)
            yield Variant(None, 0, "heading", chosen, (empty,), reason, 0, 0)
    for at, division in enumerate(divisions):
        number = division.number if _counted(divisions) else at + 1
        heading = division.label + division.heading
        readings, notes = [], []
        holder = next(w for w in comparison.ranking if w in division.marks)
        for index, witness in enumerate(comparison.witnesses):
            mark = division.marks.get(index)
            piece = witness.piece
            if mark is None:
                readings.append(Reading(piece.id, "", 0, 0))
                notes.append(f"{piece.id}无此标题")
                continue
            text = piece.text[mark.start : mark.end]
            readings.append(Reading(piece.id, text, mark.start, mark.end))
            if _bare(text) != heading:
                notes.append(f"{piece.id}作“{_short(_bare(text))}”")
        if notes:
            mark = division.marks[holder]
            winner_id = comparison.witnesses[holder].piece.id
            chosen = Reading(winner_id, heading, mark.start, mark.end)
            reason = f"{'，'.join(notes)}，据{winner_id}作“{_short(heading)}”。"
            yield Variant(None, number, "heading", chosen, tuple(readings), reason, 0, 0)


def _counted(divisions: Sequence[Division]) -> bool:
    numbers = [division.number for division in divisions]
    return len(set(numbers)) == len(numbers) and len({d.level for d in divisions}) <= 1
