"""What the plugin changes in the configuration that the maintainer wrote."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from generator.outputs.shared.page_templates import THEME, with_theme

# Features of Material that would work against our pages (see docs/decisions/0014).
REFUSED = ("navigation.instant", "navigation.instant.prefetch", "navigation.instant.progress")

log = get_plugin_logger("zhishiku")


def custom_theme(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return the folders of templates before Material's: the maintainer's, then ours."""
    return with_theme(Path(config.theme.custom_dir) if config.theme.custom_dir else None)


def settle(config: MkDocsConfig, title: str) -> None:
    """Make `config` that of a library called `title`: its name, its theme, its fixed addresses."""
    config.site_name = title
    config.use_directory_urls = False  # addresses stand in exports and in readers' notes
    pages = {"404.html", "sitemap.xml"} if config.site_url else {"404.html"}
    config.theme.static_templates &= pages
    if THEME not in map(Path, config.theme.dirs):
        others = [each for each in config.theme.dirs if each != config.theme.custom_dir]
        config.theme.dirs = [*map(str, custom_theme(config)), *others]
    if config.copyright:
        config.copyright = Markup(config.copyright)
    for name, value in config.extra.items():
        config.extra[name] = _trusted(value)
    features = config.theme.get("features") or []
    for name in (each for each in features if each in REFUSED):
        log.warning("%s 不用：本站的页面各自带脚本，不能只换正文", name)
    config.theme["features"] = [each for each in features if each not in REFUSED]


def _trusted(value: object) -> object:
    """Let what mkdocs.yml says stand as HTML, as Material documents it, though escaping is on."""
    if isinstance(value, str):
        return Markup(value)
    if isinstance(value, Mapping):
        return {key: _trusted(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_trusted(each) for each in value]
    return value
