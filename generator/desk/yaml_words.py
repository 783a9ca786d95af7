"""Plain data -> YAML as editors write it: a key a line, short lists in one, plain words bare."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.content.yaml_files import Plain

FLAGS = frozenset({"suspect", "cut", "drop", "join"})  # keys that are true or false
LETTER = "\u3400-\u9fffA-Za-z"
FIRST = f"(?:[0-9]+[\u3400-\u9fff]|[{LETTER}])"
PLAIN = re.compile(f"{FIRST}(?:[{LETTER}0-9+、，。《》（）_.-]*[{LETTER}0-9》）。])?")
NUMBER = re.compile(r"[1-9][0-9]*(?:-[0-9]+)*|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
KEY = re.compile(r"[0-9A-Za-z\u3400-\u9fff][0-9A-Za-z\u3400-\u9fff._-]*")
OTHERWISE = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
"""Words that some readers of YAML take for something else than words."""


def scalar(text: str) -> str:
    """Return one text: as it is where every reader takes it for that, else as a JSON string."""
    if text.lower() not in OTHERWISE and (PLAIN.fullmatch(text) or NUMBER.fullmatch(text)):
        return text
    return _quoted(text)


def flow(value: Plain, name: str = "") -> str:
    """Return the value of the key `name` on one line: [a, b], {key: value}."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {flow(one, key)}" for key, one in value.items()) + "}"
    if name in FLAGS and value in ("true", "false"):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value or "")


def entry(name: str, value: Plain) -> list[str]:
    """Return the lines of a key and what stands below it, not indented."""
    if isinstance(value, dict) and value:
        return [f"{_key(name)}:", *_indented(block(value))]
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return [f"{_key(name)}:", *_indented(line for each in value for line in item(each))]
    return [f"{_key(name)}: {flow(value, name)}"]


def item(value: Plain) -> list[str]:
    """Return the lines of an item of a list, not indented."""
    first, *rest = block(value) if isinstance(value, dict) and value else [flow(value)]
    return [f"- {first}", *_indented(rest)]


def block(value: dict[str, Plain]) -> list[str]:
    """Return the lines of a mapping, not indented."""
    return [line for name, each in value.items() for line in entry(name, each)]


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _key(name: str) -> str:
    return name if KEY.fullmatch(name) and name.lower() not in OTHERWISE else _quoted(name)


def _quoted(text: str) -> str:
    """Return a JSON string, which YAML reads as it is; what does not print is written by number."""
    told = json.dumps(text, ensure_ascii=False)
    return "".join(each if each.isprintable() else _by_number(each) for each in told)


def _by_number(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
