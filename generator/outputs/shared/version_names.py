"""What a version of a document is called: 2022年修订, 2017年修正, 2012年版."""

from __future__ import annotations

import re

from generator.model import Edition
from generator.text.nomenclature import chinese_date

HOW = re.compile(r"(\d{4})年[^年]*?(修[订正])")


def version_name(edition: Edition) -> str:
    """Return the editors' name, else the year, and what its 题注 says was done in it.

    Empty for a document without versions.
    """
    base = edition.base
    if base.version_name or not base.version:
        return base.version_name
    year = (base.adopted or base.published or base.effective)[:4]
    notes = "".join(each.text for each in edition.matter if each.kind in ("note", "promulgation"))
    words = [how for when, how in HOW.findall("".join(notes.split())) if when == year]
    return f"{year}年{words[-1] if words else '版'}"


def in_force(edition: Edition) -> str:
    """Return from when to when a version was in force: 2012年6月1日至2017年10月1日."""
    base = edition.base
    since = base.effective or base.published or base.adopted
    start = f"{chinese_date(since)}起" if since else ""
    return f"{start}施行" + (f"，至{chinese_date(base.until)}" if base.until else "")
