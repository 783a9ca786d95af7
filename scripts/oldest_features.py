"""What came into Chromium after the oldest that we support: tests/oldest/newer.json.

    npm pack @mdn/browser-compat-data && tar -xf mdn-browser-compat-data-*.tgz package/data.json
    .venv/bin/python scripts/oldest_features.py package/data.json

The data are MDN's (CC0-1.0); only what the lint of tests/oldest asks for is kept.  Run it again
when the oldest browser changes, or to learn of what has come since.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

OLDEST = 69
NEVER = 999  # in no Chromium yet
TABLE = Path(__file__).parent.parent / "tests" / "oldest" / "newer.json"
Node = Mapping[str, Any]


def since(node: Node) -> int:
    """Return the first Chromium that has a feature under its own name, NEVER without one."""
    support = node["__compat"]["support"].get("chrome", {"version_added": False})
    found = [NEVER]
    for each in support if isinstance(support, list) else [support]:
        version = re.match(r"\u2264?(\d+)", str(each["version_added"]))
        if version and not {"prefix", "alternative_name", "flags", "version_removed"} & set(each):
            found.append(int(version[1]))
    return min(found)


def named(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield the features below a node that have data, by name."""
    for name, child in node.items():
        if name != "__compat" and "__compat" in child:
            yield name, child


def newer(node: Node) -> dict[str, int]:
    """Return name -> version of what is newer than the oldest, of the features below a node."""
    return {name: since(child) for name, child in named(node) if since(child) > OLDEST}


def below(node: Node) -> Iterator[tuple[str, int]]:
    """Yield name and version of all features below a node, at any depth."""
    for name, child in node.items():
        if name == "__compat" or not isinstance(child, Mapping):
            continue
        if "__compat" in child:
            yield name, since(child)
        yield from below(child)


def first_only(features: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return name -> version of what is new under any roof: its first version counts."""
    first: dict[str, int] = {}
    for name, version in features:
        first[name] = min(version, first.get(name, NEVER))
    return {name: version for name, version in first.items() if version > OLDEST}


def names_in_scripts(data: Node) -> dict[str, int]:
    """Return the names that no interface had before, each with its first version.

    What the language itself has counts first: matchAll is older for service workers alone.
    """
    language, api = (
        first_only((re.sub("_(event|static)$", "", name), n) for name, n in below(room))
        for room in (data["javascript"]["builtins"], data["api"])
    )
    old = {name for name, version in below(data["javascript"]["builtins"]) if version <= OLDEST}
    found = {name: n for name, n in api.items() if name not in old} | language
    return {name: n for name, n in found.items() if name.isidentifier() and n < NEVER}


def main(path: Path) -> None:
    """Write the table."""
    data = json.loads(path.read_text("utf-8"))
    css = data["css"]
    properties = {name: since(child) for name, child in named(css["properties"])}
    values = {name: newer(child) for name, child in named(css["properties"])}
    table = {
        "source": f"@mdn/browser-compat-data {data['__meta']['version']}, CC0-1.0",
        "oldest": OLDEST,
        "properties": properties,
        "values": {name: found for name, found in values.items() if found},
        "everywhere": newer(css["types"]["global_keywords"]),
        "functions": first_only(below(css["types"])),
        "units": newer(css["types"]["length"]),
        "selectors": {name: since(child) for name, child in named(css["selectors"])},
        "rules": {name: since(child) for name, child in named(css["at-rules"])},
        "media": newer(css["at-rules"]["media"]),
        "names": names_in_scripts(data),
    }
    TABLE.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
