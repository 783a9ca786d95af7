"""Whether the library still loads with files as they would be: the loader itself is asked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.content.curated import Curated
from generator.content.curated_files import read_curated
from generator.errors import ContentError


def loaded(folder: Path, texts: Mapping[str, str | None]) -> Curated:
    """Return what the editors' files would say; ContentError names the file of `folder`.

    `texts` are those of all of them, None where a file is not there.  Sources are not read again.
    """
    with TemporaryDirectory(prefix="zhishiku-") as name:
        place = Path(name)
        for file, text in texts.items():
            if text is not None:
                (place / file).write_bytes(text.encode())
        try:
            return read_curated(place)
        except ContentError as error:
            said = str(error).replace(f"{place}/", "").replace(str(place / ""), "")
            raise ContentError.from_line(said.removeprefix(f"{folder}/")) from error
