"""Output: every edition as Akoma Ntoso 3.0, the OASIS standard for legal documents."""

from generator.model import Base, Library
from generator.outputs.akn.document import akoma_ntoso
from generator.outputs.shared.render_context import Context

__all__ = ["akoma_ntoso", "render", "versions_of"]


def render(library: Library, context: Context) -> None:
    """Write data/akn/BASE.xml for every base document."""
    folder = context.site / "data" / "akn"
    folder.mkdir(parents=True)
    for collation in library.every_collation:
        base = collation.edition.base
        text = akoma_ntoso(collation.edition, library.references, versions_of(library, base))
        (folder / f"{base.id}.xml").write_bytes(text)


def versions_of(library: Library, base: Base) -> tuple[Base, ...]:
    """Return all versions of the document that `base` is one of, oldest first; itself alone."""
    home = base.version_of or base.id
    bases = [each.edition.base for each in (*library.earlier, *library.collations)]
    return tuple(each for each in bases if home in (each.id, each.version_of))
