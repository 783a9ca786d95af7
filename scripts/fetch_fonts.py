"""Fetch the free fonts that packs are set in: 仿宋 楷体 黑体 宋体 (Fandol).

They are put where the Python that runs this keeps them (generator/build/places.py), so run it
with the one that builds.

Debian's texlive-lang-chinese carries them; the package is fetched and unpacked, not installed,
so that none of its dependencies come along.  Fetching needs no root.  Says one line and ends
with 0 when they are there, with 1 when they could not be had.

    .venv/bin/python scripts/fetch_fonts.py [FOLDER]
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.build.places import FONTS

PACKAGE = "texlive-lang-chinese"
INSIDE = Path("usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")
NAMES = tuple(
    f"Fandol{each}"
    for each in ("Fang-Regular", "Hei-Regular", "Kai-Regular", "Song-Regular", "Song-Bold")
)
ADVICE = (
    f"请在能联网的机器上运行 apt-get download {PACKAGE}，把其中的 Fandol 字体放进 content/fonts/"
)


def main(arguments: list[str]) -> int:
    """Make sure that the fonts are in the folder; return the exit status."""
    folder = Path(arguments[0]) if arguments else FONTS
    places = (folder, Path("content/fonts"), Path("/") / INSIDE)
    if any(all((place / f"{name}.otf").is_file() for name in NAMES) for place in places):
        print("公文字体已有。")
        return 0
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        print(f"没有 apt-get，取不到公文字体；{ADVICE}")
        return 1
    try:
        count = fetch(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        print(f"公文字体没有取到（{said[-1] if said else '原因不明'}）；{ADVICE}")
        return 1
    print(f"公文字体 {count} 个，放在 {folder}")
    return 0


def fetch(folder: Path) -> int:
    """Fetch the package, unpack its fonts into `folder`, and return how many there are."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        scratch.chmod(0o777)  # apt fetches as a user of its own
        _run(["apt-get", "-q", "download", PACKAGE], scratch)
        package = next(scratch.glob(f"{PACKAGE}_*.deb"))
        listing = scratch / "files.tar"
        with listing.open("wb") as file:
            subprocess.run(
                ["dpkg-deb", "--fsys-tarfile", str(package)],
                stdout=file,
                stderr=subprocess.PIPE,
                check=True,
            )
        members = [f"./{INSIDE}/{each}.otf" for each in NAMES]
        _run(["tar", "-xf", str(listing), *members], scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for each in NAMES:
            shutil.copyfile(scratch / INSIDE / f"{each}.otf", folder / f"{each}.otf")
    return len(NAMES)


def _run(command: list[str], where: Path) -> None:
    subprocess.run(command, cwd=where, check=True, capture_output=True, text=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
