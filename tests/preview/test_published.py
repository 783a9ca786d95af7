"""What is published has nothing of the desk: neither pages nor scripts nor a way to it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from generator.preview.framing import OVERLAY
from tests.conftest import Built

SIGNS = (b"/.desk/", b"X-Desk-Token", b"desk-token", b"desk-bar", b"kbDesk", b"desk-card")


def _files(built: Built) -> Iterator[tuple[str, bytes]]:
    for folder in (built.site, built.dist):
        for path in folder.rglob("*"):
            if path.is_file():
                yield path.name, path.read_bytes()
    for bundle in built.dist.glob("*.zip"):
        with zipfile.ZipFile(bundle) as files:
            for name in files.namelist():
                yield name, files.read(name)


def test_site_bundle_and_exports_have_nothing_of_the_desk(built_law: Built) -> None:
    texts = dict.fromkeys(path.read_bytes() for path in OVERLAY.iterdir())
    assert all(any(sign in text for text in texts) for sign in (b"kbDesk", b"desk-bar"))
    seen = 0
    for name, body in _files(built_law):
        seen += 1
        assert body not in texts, name
        assert [sign for sign in SIGNS if sign in body] == [], name
    assert seen > 200
