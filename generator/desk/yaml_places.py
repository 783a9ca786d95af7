"""Where things stand in the text of a YAML file: nodes by path, their true ends, whole lines.

The positions are libyaml's, the reader that loads these files: offsets into the text, without its
byte order mark.  A path names the keys on the way; in a list the entry of which `key` is `value`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from generator.content.yaml_files import compose

Step: TypeAlias = "str | tuple[str, str]"
Path: TypeAlias = "tuple[Step, ...]"

BREAK = re.compile(r"\r\n|\n|\r")
COMMENT = re.compile(r"[ \t]*#")
DOCUMENT_END = re.compile(r"(?m)^\.\.\.")


@dataclass(frozen=True, slots=True)
class Held:
    """What stands at a path: its node, and the key that it stands under (None in a list)."""

    node: yaml.Node
    key: yaml.Node | None


def find(text: str, path: Path) -> Held | None:
    """Return what stands at `path`; None where nothing does, or a key with nothing behind it."""
    node = compose(text)
    key: yaml.Node | None = None
    for step in path:
        held = _below(node, step)
        if held is None:
            return None
        node, key = held.node, held.key
    return None if node is None else Held(node, key)


def is_empty(node: yaml.Node) -> bool:
    """Tell whether a key has nothing behind it."""
    return isinstance(node, yaml.ScalarNode) and not node.value and node.style in (None, "")


def is_flow(node: yaml.Node) -> bool:
    """Tell a [list] or {mapping} from one of lines."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    """Return the keys and values of a mapping; none of anything else."""
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def items(node: yaml.Node) -> list[yaml.Node]:
    """Return the items of a sequence; none of anything else."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def true_end(text: str, node: yaml.Node) -> int:
    """Return where a node's own text ends, before blanks and comments that follow it."""
    if isinstance(node, yaml.ScalarNode):
        end = int(node.end_mark.index)
        return len(text[:end].rstrip()) if node.style in ("|", ">") else end
    if is_flow(node) or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    if isinstance(last, tuple):
        return max(true_end(text, last[1]), true_end(text, last[0]))
    return true_end(text, last)


def line_start(text: str, at: int) -> int:
    """Return where the line that holds `at` begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def next_line(text: str, at: int) -> int:
    """Return where the line behind the one that holds `at` begins; the end where there is none."""
    found = BREAK.search(text, at)
    return found.end() if found else len(text)


def behind(text: str, node: yaml.Node, column: int) -> int:
    """Return where lines may be put in behind a node, and behind the comments that are its own.

    Those are the comments right below that stand farther in than `column`.
    """
    at = next_line(text, true_end(text, node))
    while at < len(text) and (found := COMMENT.match(text, at)):
        if found.end() - 1 - at <= column:
            break
        at = next_line(text, at)
    return at


def end_of_document(text: str, start: int) -> int:
    """Return where lines may be put in at the end, before blank lines that close the text."""
    found = DOCUMENT_END.search(text, start)
    stop = found.start() if found else len(text)
    written = len(text[:stop].rstrip())
    return min(next_line(text, written), stop) if written else stop


def with_lines(text: str, at: int, lines: Sequence[str]) -> str:
    """Return the text with whole lines put in at the beginning of a line, or at its end."""
    newline = "\r\n" if "\r\n" in text else "\n"
    body = newline.join(lines)
    if at == len(text) and text and not text.endswith(("\n", "\r")):
        return text + newline + body
    return text[:at] + body + newline + text[at:]


def _below(node: yaml.Node | None, step: Step) -> Held | None:
    if node is None:
        return None
    if isinstance(step, str):
        return next(
            (Held(value, key) for key, value in pairs(node) if key.value == step),
            None,
        )
    name, wanted = step
    for each in items(node):
        if any(key.value == name and value.value == wanted for key, value in pairs(each)):
            return Held(each, None)
    return None
