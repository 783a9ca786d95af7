"""The page of what readers gather (摘编): of the library it needs but whether that has changed."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from generator.outputs.site.views.library_index import LibraryIndex


@dataclass(frozen=True, slots=True)
class CollectionView:
    """`stamp` is another one when the words of the library are others.

    Where it is not that of the reader's last visit, what was gathered is checked again.
    """

    stamp: str


def collection_view(index: LibraryIndex) -> CollectionView:
    """Return the view of the page."""
    digest = sha256()
    library = index.library
    for collation in library.collations:
        for sentence in collation.edition.sentences:
            digest.update(sentence.text.encode())
    documents = (
        *library.reports,
        *(each.document for each in library.reprints),
        *(each.document for each in library.laws),
    )
    for document in documents:
        digest.update(f"{document.piece.id} {document.piece.text}".encode())
    return CollectionView(digest.hexdigest()[:16])
