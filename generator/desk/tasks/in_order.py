"""All there is to decide, in order: errors, links, sentences without one, misprints, the rest."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.content import Content
from generator.desk.changes import Task
from generator.desk.tasks.findings import finding_tasks
from generator.desk.tasks.links import link_tasks
from generator.desk.tasks.pieces import piece_tasks
from generator.linking import Doubt
from generator.model import Library

ORDER = ("error", "link", "unlinked", "misprint", "quotation", "piece", "finding")


def all_tasks(
    library: Library, content: Content, doubts: Sequence[Doubt], later: Collection[str] = ()
) -> tuple[Task, ...]:
    """Return the tasks, the most important first; those put off for `later` are left out.

    `content` is what the editors' files say now: what they have decided since the library was
    made is no task any more.
    """
    tasks = [
        *link_tasks(library, doubts),
        *finding_tasks(library, content.accepted),
        *piece_tasks(library, content.cleaning.declared),
    ]
    found = [each for each in tasks if each.id not in later]
    return tuple(sorted(found, key=lambda each: ORDER.index(each.kind)))
