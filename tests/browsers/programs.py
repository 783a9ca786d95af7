"""Where the browsers are found; old Chromiums come out of npm packages that carry them."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path

from tests.conftest import PROJECT

PROGRAMS = PROJECT / "build" / "browsers" / "programs"
OLD_CHROMIUMS = {  # what the browser says of itself -> the package that carries it
    69: "chrome-aws-lambda@1.6.3",
    78: "chrome-aws-lambda@1.20.4",
    83: "chrome-aws-lambda@3.1.1",
    86: "chrome-aws-lambda@5.3.1",
    92: "chrome-aws-lambda@10.1.0",
    103: "@sparticuz/chromium@103.0.0",
}
TOO_OLD = {67: "chrome-aws-lambda@67.0.3372", 64: "chrome-aws-lambda@64.0.3264"}


class NotHereError(Exception):
    """The browser cannot be had on this machine; says why in one line."""


def system_program(*names: str, package: str) -> Path:
    """Return the first program of these names; NotHereError names the Debian package."""
    for name in names:
        found = shutil.which(name)
        if found:
            return Path(found)
    raise NotHereError(f"{names[0]} is not here (apt-get install {package})")


def old_chromium(version: int) -> Path:
    """Return the program of an old Chromium, fetched once and kept in build/browsers/programs."""
    program = PROGRAMS / f"chromium-{version}"
    if not program.is_file():
        PROGRAMS.mkdir(parents=True, exist_ok=True)
        packed = _npm_pack((OLD_CHROMIUMS | TOO_OLD)[version])
        part = program.with_suffix(".part")
        part.write_bytes(_carried(packed))
        part.chmod(0o755)
        part.rename(program)
        packed.unlink()
    return program


def _npm_pack(package: str) -> Path:
    npm = shutil.which("npm")
    if not npm:
        raise NotHereError("npm is not here, which fetches old Chromiums (apt-get install npm)")
    asked = [npm, "pack", "--silent", "--ignore-scripts", package]
    done = subprocess.run(asked, cwd=PROGRAMS, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or "no word from npm").strip().splitlines()[0]
        raise NotHereError(f"npm has no {package}: {said}")
    return PROGRAMS / done.stdout.split()[-1]


def _carried(packed: Path) -> bytes:
    """Return the browser out of a package: a single file, packed by brotli."""
    import brotli

    with tarfile.open(packed) as files:
        (member,) = [
            each
            for each in files
            if each.name.startswith("package/bin/chromium") and each.name.endswith(".br")
        ]
        found = files.extractfile(member)
        assert found
        program: bytes = brotli.decompress(found.read())
        return program
