"""Output: what changed between two versions as a Word document with tracked changes (修订痕迹)."""

from datetime import UTC, datetime

from generator import addresses
from generator.model import Edition, Library
from generator.outputs.shared.render_context import Context
from generator.outputs.shared.version_names import version_name


def render(library: Library, context: Context) -> None:
    """Write BASE/versions.docx and the like beside the pages of 修订对照, where there are any."""
    if not library.revisions:
        return
    from generator.outputs.revisions.tracked import tracked_blocks  # with numpy come threads
    from generator.outputs.revisions.word import tracked_docx

    editions = {each.edition.base.id: each.edition for each in library.every_collation}
    for revision in library.revisions:
        old, new = editions[revision.old], editions[revision.new]
        place = context.site / f"{addresses.compared_versions(library, revision)}.docx"
        place.parent.mkdir(parents=True, exist_ok=True)
        title = f"{new.base.title}（{version_name(old)}与{version_name(new)}对照）"
        blocks = tracked_blocks(old, new, revision)
        made = context.memo(tracked_docx, title, blocks, version_name(new), _moment(new))
        place.write_bytes(made)


def _moment(edition: Edition) -> int:
    """Return when a version was adopted, in seconds since 1970; the earliest day of Word else."""
    base = edition.base
    day = (base.adopted or base.published or base.effective or "1980")[:10]
    day += "-01" * (2 - day.count("-"))
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
