"""The export of a hall: its volumes, how much each says on each article, what they share."""

from __future__ import annotations

import json
from dataclasses import asdict

from generator.volumes import Hall


def export_hall(hall: Hall) -> str:
    """Return hall.json; the passages are in the volumes' own links.json."""
    table = {
        "volumes": [asdict(each) for each in hall.volumes],
        "coverage": [asdict(each) for each in hall.counts],
        "shared": [asdict(each) for each in hall.shared],
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"
