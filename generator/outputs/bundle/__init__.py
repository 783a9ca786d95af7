"""Output: what is carried away: the whole site as one offline zip."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import addresses
from generator.build.progress import say
from generator.model import Library
from generator.outputs.bundle.archive import CHECKSUMS, checksums, moment, write_archive
from generator.outputs.bundle.start import START, Counts, start_page
from generator.outputs.shared.file_sizes import PAGES, size_words, told
from generator.outputs.shared.network_policy import with_policy
from generator.outputs.shared.render_context import Context

LEFT_OUT = {"404.html", START, CHECKSUMS}


def render(library: Library, context: Context) -> None:
    """Write dist/NAME-offline.zip with its checksum beside it.

    The site has it, too, where it is to carry it; it does not hold itself, nor the single page.
    The same library and site give the same bytes.
    """
    carried = {addresses.offline_zip(library.name), addresses.single_page(library.name)}
    files = {name: data for name, data in _files(context.whole) if name not in carried}
    for name in PAGES:
        if page := files.get(name):
            files[name] = told(page.decode(), name, lambda path: _size(files, path)).encode()
    counts = Counts(len(files), sum(map(len, files.values())))
    files[START] = with_policy(
        start_page(library, counts, frozenset(files), context.settings.theme)
    )
    files[CHECKSUMS] = checksums(files)
    name = f"{library.name}-offline.zip"
    made = write_archive(context.dist / name, files, moment(library, os.environ))
    (context.dist / f"{name}.sha256").write_text(f"{made.sha256}  {name}\n", "ascii")
    if "zip" in library.downloads:
        carried_zip = context.site / addresses.offline_zip(library.name)
        carried_zip.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(context.dist / name, carried_zip)
    say(f"离线包 {name}：{size_words(made.size)}，解开后{len(files)}个文件，{counts.size_words}")


def _size(files: Mapping[str, bytes], path: str) -> int | None:
    return len(files[path]) if path in files else None


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files below `folder` that readers need, pages with the policy in them."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in LEFT_OUT and not path.name.startswith("."):
            content = path.read_bytes()
            yield name, with_policy(content) if name.endswith(".html") else content
