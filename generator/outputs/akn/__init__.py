"""Output: every edition as Akoma Ntoso 3.0, the OASIS standard for legal documents."""

from generator.model import Library
from generator.outputs.akn.document import akoma_ntoso
from generator.outputs.shared.render_context import Context

__all__ = ["akoma_ntoso", "render"]


def render(library: Library, context: Context) -> None:
    """Write data/akn/BASE.xml for every base document."""
    folder = context.site / "data" / "akn"
    folder.mkdir(parents=True)
    for collation in library.collations:
        base = collation.edition.base.id
        (folder / f"{base}.xml").write_bytes(akoma_ntoso(collation.edition, library.references))
