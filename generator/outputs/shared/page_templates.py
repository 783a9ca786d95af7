"""Where the templates of all pages stand: the theme, and what the maintainer puts before it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.outputs.shared.broken_titles import by_sense
from generator.outputs.shared.json_block import json_ld
from generator.text.nomenclature import ROLES, chinese_date, imprint

THEME = Path(__file__).resolve().parents[2] / "theme"
USES = re.compile(r"{%-?\s*(?:import|include|extends|from)\b(?:\s*[\"']([^\"'~]+)[\"']\s*(?!~))?")
PAGES = "pages"  # the bodies of pages, one template a kind; the frame stands above them


def with_theme(custom: Path | None) -> tuple[Path, ...]:
    """Return the folders in which templates are looked for: `custom`, then the theme."""
    if custom is None or custom.resolve() == THEME.resolve():
        return (THEME,)
    return (custom.resolve(), THEME)


@cache
def page_templates(theme: tuple[Path, ...] = (THEME,)) -> Environment:
    """Return the templates of bodies in the folders `theme`: escaping on, unknown names errors.

    What an environment holds never changes, so one serves all pages of a build.
    """
    env = Environment(
        loader=FileSystemLoader([folder / PAGES for folder in theme]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["date"] = chinese_date
    env.filters["imprint"] = imprint
    env.filters["by_sense"] = by_sense
    env.filters["json_ld"] = json_ld
    env.globals["ROLES"] = ROLES
    return env


@cache
def template_texts(name: str, theme: tuple[Path, ...] = (THEME,)) -> tuple[tuple[str, str], ...]:
    """Return names and texts of the template `name` and of all templates that it can use.

    A template that names another by anything but its name in quotes may use all of them.
    """
    env = page_templates(theme)
    assert env.loader is not None
    found: dict[str, str] = {}
    wanted = [name]
    while wanted:
        if (own := wanted.pop()) in found:
            continue
        found[own] = env.loader.get_source(env, own)[0]
        for quoted in USES.findall(found[own]):
            wanted += [quoted] if quoted else env.list_templates(["html"])
    return tuple(sorted(found.items()))


def load_templates(theme: tuple[Path, ...] = (THEME,)) -> None:
    """Read every template, so that none has to be read when a page is written."""
    env = page_templates(theme)
    for name in env.list_templates(["html"]):
        env.get_template(name)


def page_part(name: str, theme: tuple[Path, ...] = (THEME,)) -> str:
    """Return a file beside the templates as it stands: a style or script written into a page."""
    env = page_templates(theme)
    assert env.loader is not None
    return env.loader.get_source(env, name)[0]
