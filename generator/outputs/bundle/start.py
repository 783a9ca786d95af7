"""START.html: the first page that someone with the unzipped folder opens."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from generator import addresses
from generator.model import Library
from generator.outputs.bundle.volumes import Volume
from generator.outputs.shared.file_sizes import size_words
from generator.outputs.shared.page_templates import THEME, page_templates

START = "START.html"
HANT = "hant/index.html"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is to unzip."""

    files: int
    size: int

    @property
    def size_words(self) -> str:
        """The size as people write it."""
        return size_words(self.size)


def start_page(
    library: Library,
    counts: Counts,
    files: Set[str],
    theme: tuple[Path, ...] = (THEME,),
    volume: Volume | None = None,
    volumes: tuple[Volume, ...] = (),
) -> bytes:
    """Return the page; it needs no JavaScript and names only what is among `files`.

    Of several `volumes` that of the first opens the library and says what each holds; the page
    of another `volume` says that it belongs to them.
    """
    text = (
        page_templates(theme)
        .get_template("start.html")
        .render(
            library=library,
            counts=counts,
            behind=volume if volume and volume.number > 1 else None,
            volumes=volumes if len(volumes) > 1 else (),
            home=addresses.HOME,
            hant=HANT if HANT in files else "",
            downloads=addresses.DOWNLOADS if addresses.DOWNLOADS in files else "",
        )
    )
    return f"{text}\n".encode()
