"""Where on the site the words of a task are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.desk import Task
from generator.desk.finding_ids import finding_id
from generator.model import Finding
from generator.outputs.site.views.finding_places import marked_address
from generator.outputs.site.views.findings import all_findings
from generator.outputs.site.views.library_index import LibraryIndex
from generator.preview.page_desk import documents


def with_pages(index: LibraryIndex, tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Return the tasks with the addresses of their places; what no page shows stays without."""
    findings = index.made(_findings)
    texts = {document.piece.id: (page, document) for page, document in documents(index)}
    found = []
    for task in tasks:
        page = task.page
        if not page and task.id in findings:
            page = all_findings(index).place(findings[task.id]).address
        elif not page and task.piece in texts:
            address, document = texts[task.piece]
            page = marked_address(address, document.sentences, task.start, task.end)
        found.append(replace(task, page=page))
    return tuple(found)


def _findings(index: LibraryIndex) -> dict[str, Finding]:
    return {finding_id(each): each for each in index.library.findings}
