"""A witness as received -> TEI: every edit as sic and corr, so that both texts can be read off."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from generator.cleaning.rules import NAMES
from generator.model import Base, Edit, Piece, Source
from generator.outputs.tei.writing import ID, TEI, append_text, document, origin


def tei_transcription(base: Base, piece: Piece, source: Source, edits: Iterable[Edit]) -> bytes:
    """Return the witness `piece` of `base` in UTF-8, out of its source and the edits made there.

    With sic it reads as the source does, with corr as the cleaned text; the rules are named by
    ana.  Characters that XML cannot hold are U+FFFD.
    """
    own = [each for each in edits if piece.start <= each.start and each.end <= piece.end]
    transcribed, at = TEI.ab(), piece.start
    for each in own:
        append_text(transcribed, source.text[at : each.start])
        transcribed.append(_choice(each))
        at = each.end
    append_text(transcribed, source.text[at : piece.end])
    codes = sorted({rule for each in own for rule in each.rules})
    described = TEI.bibl(*origin(piece, source))
    return document(base, "版本", described, _encoding(codes), TEI.text(TEI.body(transcribed)))


def _choice(edit: Edit) -> etree._Element:
    corrected = TEI.corr(ana=" ".join(f"#{rule}" for rule in edit.rules))
    return TEI.choice(
        append_text(TEI.sic(), edit.before),
        append_text(corrected, edit.after),
    )


def _encoding(codes: Iterable[str]) -> etree._Element:
    rules = TEI.taxonomy(TEI.bibl("整理规则"))
    for code in codes:
        described = TEI.catDesc(NAMES.get(code, code))
        rules.append(TEI.category(described, **{ID: code}))
    return TEI.encodingDesc(
        TEI.editorialDecl(TEI.correction(TEI.p("sic 是来源的文字，corr 是整理后的文字。"))),
        TEI.classDecl(rules),
    )
