"""Output: what is carried away: the whole site as one offline zip, a large one in volumes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Set

from generator import addresses
from generator.build.progress import say
from generator.model import Library
from generator.outputs.bundle.archive import CHECKSUMS, sum_lines, write_archive
from generator.outputs.bundle.contents import Contents, Volumeful, Weight, weighed
from generator.outputs.bundle.start import START, Counts, start_page
from generator.outputs.bundle.volumes import Volume, divide
from generator.outputs.shared.file_sizes import size_words
from generator.outputs.shared.library_moment import moment
from generator.outputs.shared.network_policy import with_policy
from generator.outputs.shared.render_context import Context

LEFT_OUT = {"404.html", START, CHECKSUMS}


def render(library: Library, context: Context) -> None:
    """Write dist/NAME-offline.zip with its checksum beside it; in volumes NAME-offline-1.zip …

    The site has it, too, where it is to carry it and it is one; it does not hold itself, nor the
    single page.  The same library and site give the same bytes.
    """
    carried = {addresses.offline_zip(library.name), addresses.single_page(library.name)}
    above = f"{library.above.address}{addresses.HOME}" if library.above else ""
    files = Contents(context.whole, LEFT_OUT | carried, above)
    weights = weighed(files)
    volumes = divide({name: each.size for name, each in weights.items()})
    for volume in volumes:
        number = f"-{volume.number}" if len(volumes) > 1 else ""
        name = f"{library.name}-offline{number}.zip"
        added = _added(library, context, volume, volumes, weights)
        made = write_archive(
            context.dist / name,
            Volumeful(files, volume.names, added),
            moment(library, os.environ),
        )
        (context.dist / f"{name}.sha256").write_text(f"{made.sha256}  {name}\n", "ascii")
        holds = f"（{volume.holds}）" if number else ""
        say(
            f"离线包 {name}{holds}：{size_words(made.size)}，"
            f"解开后{len(volume.names)}个文件，{volume.size_words}"
        )
    if "zip" in library.downloads and len(volumes) == 1:
        carried_zip = context.site / addresses.offline_zip(library.name)
        carried_zip.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(context.dist / f"{library.name}-offline.zip", carried_zip)


def _added(
    library: Library,
    context: Context,
    volume: Volume,
    volumes: tuple[Volume, ...],
    weights: Mapping[str, Weight],
) -> dict[str, bytes]:
    """Return the page that opens a volume and the list of its checksums.

    Volumes are unpacked into one folder, so that behind the first they have names of their own.
    """
    names: Set[str] = weights.keys()
    counts = Counts(len(weights), sum(each.size for each in weights.values()))
    page = start_page(library, counts, names, context.settings.theme, volume, volumes)
    opening, sums = START, CHECKSUMS
    if volume.number > 1:
        opening, sums = f"VOLUME-{volume.number}.html", f"{CHECKSUMS}-{volume.number}"
    added = {opening: with_policy(page)}
    known = {name: weights[name].sha256 for name in volume.names}
    known |= {name: each.sha256 for name, each in weighed(added).items()}
    return added | {sums: sum_lines(known)}
