"""The templates of page bodies: autoescape on, unknown names are errors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.text.nomenclature import ROLES, chinese_date, imprint

FOLDER = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """Return the environment; what it holds never changes, so one serves all."""
    env = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["date"] = chinese_date
    env.filters["imprint"] = imprint
    env.globals["ROLES"] = ROLES
    return env


def load_templates() -> None:
    """Read every template, so that none has to be read when a page is written."""
    for name in environment().list_templates():
        environment().get_template(name)


def body(template: str, root: str, view: object) -> Markup:
    """Return the body of a page: `view` in `template`; `root` leads to the site's root."""
    return Markup(environment().get_template(template).render(v=view, root=root))
