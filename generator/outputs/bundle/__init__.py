"""Output: what is carried away: the whole site as one offline zip."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.build.progress import say
from generator.model import Library
from generator.outputs.bundle.archive import CHECKSUMS, checksums, moment, write_archive
from generator.outputs.bundle.start import START, Counts, start_page
from generator.outputs.shared.network_policy import with_policy
from generator.outputs.shared.render_context import Context

LEFT_OUT = {"404.html", START, CHECKSUMS}


def render(library: Library, context: Context) -> None:
    """Write dist/NAME-offline.zip with its checksum beside it.

    The same library and site give the same bytes.
    """
    files = dict(_files(context.whole))
    counts = Counts(len(files), sum(map(len, files.values())))
    files[START] = with_policy(
        start_page(library, counts, frozenset(files), context.settings.theme)
    )
    files[CHECKSUMS] = checksums(files)
    name = f"{library.name}-offline.zip"
    made = write_archive(context.dist / name, files, moment(library, os.environ))
    (context.dist / f"{name}.sha256").write_text(f"{made.sha256}  {name}\n", "ascii")
    say(f"离线包 {name}：{made.size / 1e6:.1f} MB，解开后{len(files)}个文件，{counts.megabytes} MB")


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files below `folder` that readers need, pages with the policy in them."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in LEFT_OUT and not path.name.startswith("."):
            content = path.read_bytes()
            yield name, with_policy(content) if name.endswith(".html") else content
