"""Which mkdocs.yml runs the site, and which folders its look comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.outputs.shared.page_templates import THEME, with_theme

CONFIGURATION = "mkdocs.yml"
DEFAULT = Path(__file__).with_name("default_mkdocs.yml")
FONTS = "fonts"  # below the content folder: the library's own
FILES = "pages"  # below the content folder: the authored pages, and what they show


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The maintainer's choices: the mkdocs.yml, MkDocs' own folder of documents, the theme.

    `files` is the folder whose pictures and style sheets MkDocs copies; None where there is
    none.  `theme` are the folders of templates, the maintainer's own before ours; `fonts` is
    the folder of fonts for the packs that go before all others.
    """

    configuration: Path
    files: Path | None
    theme: tuple[Path, ...]
    fonts: Path | None = None


DEFAULT_SETTINGS = SiteSettings(DEFAULT, None, (THEME,))


def find_settings(content: Path) -> SiteSettings:
    """Return the settings for a content folder.

    The mkdocs.yml is the one beside the folder, else that of the current folder, else the one
    that comes with the package.  Only one that names our plugin counts: another site's is not
    touched.
    """
    beside = content.resolve().parent / CONFIGURATION
    chosen = next((each for each in (beside, Path.cwd() / CONFIGURATION) if _is_ours(each)), None)
    files = content.resolve() / FILES
    return SiteSettings(
        configuration=chosen or DEFAULT,
        files=files if files.is_dir() else None,
        theme=with_theme(_custom_folder(chosen) if chosen else None),
        fonts=content.resolve() / FONTS,
    )


def looks(settings: SiteSettings) -> tuple[Path, ...]:
    """Return the files and folders that shape the pages besides content and code."""
    return (settings.configuration.resolve(), *(each.resolve() for each in settings.theme))


def _is_ours(configuration: Path) -> bool:
    plugins = _read(configuration).get("plugins") or ()
    return any(each == "zhishiku" or _names(each, "zhishiku") for each in plugins)


def _custom_folder(configuration: Path) -> Path | None:
    """Return the `custom_dir` of a mkdocs.yml, None where it has none."""
    theme = _read(configuration).get("theme")
    name = theme.get("custom_dir") if isinstance(theme, dict) else None
    return configuration.parent / name if isinstance(name, str) else None


def _names(plugin: object, name: str) -> bool:
    return isinstance(plugin, dict) and name in plugin


def _read(configuration: Path) -> dict[str, Any]:
    """Return the settings as far as they are plain; MkDocs reads them in earnest, and complains."""
    try:
        found = yaml.load(configuration.read_text("utf-8"), _Tolerant)
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return found if isinstance(found, dict) else {}


class _Tolerant(yaml.SafeLoader):
    """Reads plain YAML; what has a tag of MkDocs' own (!ENV, !relative, ...) is nothing to it."""


_Tolerant.add_multi_constructor("", lambda loader, suffix, node: None)
