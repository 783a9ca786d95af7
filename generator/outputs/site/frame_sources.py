"""What frames are made from besides the page: the theme's templates, what mkdocs.yml says."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.outputs.shared.page_templates import PAGES, template_texts

ASSETS = "assets"  # files that pages load: they are no part of them
PLACES = ("site_dir", "docs_dir", "config_file_path")  # they are in no page
OF_BODIES = re.compile(f"{PAGES}/([\\w.-]+)?")


def frame_texts(theme: tuple[Path, ...]) -> list[tuple[str, str]]:
    """Return place and digest of every template in the folders `theme` that frames may use.

    Those of bodies are not among them but where a frame names one.
    """
    found: dict[str, str] = {}
    for folder in theme:
        for path in sorted(_files(folder)):
            text = path.read_bytes()
            found[str(path)] = sha256(text).hexdigest()
            for name in OF_BODIES.findall(text.decode("utf-8", "replace")):
                bodies = [name] if name else (each.name for each in _bodies(theme))
                for body in bodies:
                    found |= {f"{PAGES}/{own}": text for own, text in _texts(body, theme)}
    return sorted(found.items())


def config_said(config: MkDocsConfig) -> str:
    """Return what mkdocs.yml says, with what else the frames' context has that may change."""
    said = {name: config[name] for name in config if name not in PLACES}
    theme = {name: config.theme[name] for name in config.theme}
    text = json.dumps([said, theme], ensure_ascii=False, sort_keys=True, default=_named)
    return f"{text} {os.environ.get('SOURCE_DATE_EPOCH', '')}"


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and path.name not in (ASSETS, PAGES):
            yield from (each for each in path.rglob("*") if each.is_file())
        elif path.is_file():
            yield path


def _bodies(theme: Iterable[Path]) -> Iterator[Path]:
    for folder in theme:
        yield from (folder / PAGES).glob("*.html")


def _texts(name: str, theme: tuple[Path, ...]) -> tuple[tuple[str, str], ...]:
    if not any((folder / PAGES / name).is_file() for folder in theme):
        return ()
    return template_texts(name, theme)


def _named(value: object) -> str:
    """Return what stands for a value that is no plain data: a function that mkdocs.yml names."""
    if isinstance(value, set | frozenset):
        return repr(sorted(map(str, value)))
    return getattr(value, "__qualname__", "") or repr(type(value))
