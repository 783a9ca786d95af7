"""The rows of amendments.json: what happened between two versions of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model import Library


def amendment_rows(library: Library) -> Iterator[dict[str, Any]]:
    """Yield each comparison: articles by their ids, divisions by theirs, words by offsets."""
    ids = {
        (each.edition.base.id, article.number): article.id
        for each in library.every_collation
        for article in each.edition.articles
    }
    for revision in library.revisions:
        old, new = revision.old, revision.new
        yield {
            "old": old,
            "new": new,
            "articles": [
                {
                    "old": [ids[old, each] for each in row.old],
                    "new": [ids[new, each] for each in row.new],
                    "kinds": row.kinds,
                    "edits": row.edits,
                }
                for row in revision.articles
            ],
            "divisions": [
                {
                    "old": f"{old}-part-{row.old}" if row.old else None,
                    "new": f"{new}-part-{row.new}" if row.new else None,
                    "kinds": row.kinds,
                    "split_from": f"{old}-part-{row.source}" if row.source else None,
                }
                for row in revision.divisions
            ],
        }
