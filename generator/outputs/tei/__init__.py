"""Output: editions with their apparatus, and their witnesses with every edit, as TEI P5."""

from generator.model import Library
from generator.outputs.shared.render_context import Context
from generator.outputs.tei.edition import tei_edition
from generator.outputs.tei.transcription import tei_transcription

__all__ = ["render", "tei_edition", "tei_transcription"]


def render(library: Library, context: Context) -> None:
    """Write data/tei/BASE.xml, and BASE-w1.xml and so on for its witnesses."""
    folder = context.site / "data" / "tei"
    folder.mkdir(parents=True)
    sources = {each.file: each for each in library.sources}
    for collation in library.every_collation:
        base = collation.edition.base
        (folder / f"{base.id}.xml").write_bytes(tei_edition(collation, sources))
        for number, witness in enumerate(collation.witnesses, start=1):
            source = sources[witness.piece.file]
            edits = [each for each in library.ledger if each.file == source.file]
            text = tei_transcription(base, witness.piece, source, edits)
            (folder / f"{base.id}-w{number}.xml").write_bytes(text)
