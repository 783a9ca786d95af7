"""What of a script the oldest browser does not read or does not have.

Syntax that it does not know keeps the whole file from running; a name that it does not have is
undefined there.  What counts is a name that is called behind a dot, or stands by itself undeclared:
fields of our own data have names, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from tests.oldest.features import OLDEST, TABLE, Fault, newer

PARSER = Parser(Language(tree_sitter_javascript.language()))
SYNTAX = {  # kinds of nodes
    "optional_chain": ("?.", 80),
    "field_definition": ("a field in a class", 72),
    "class_static_block": ("static { }", 94),
    "private_property_identifier": ("a private name", 74),
    "import_statement": ("import: a module, which file:// does not load", 999),
    "export_statement": ("export: a module, which file:// does not load", 999),
}
OPERATORS = {"??": 80, "??=": 85, "||=": 85, "&&=": 85}
FLAGS = {"d": 90, "v": 112}
PSEUDO = re.compile(r":([a-z][a-z-]*)(?=[(\s,:.\[>+~)]|$)")
SELECTING = {"querySelector", "querySelectorAll", "closest", "matches", "all"}  # all: kb.js
ATTRIBUTES = {"inert", "popover"}  # what is not called, and counts all the same


def declared_names(text: str) -> set[str]:
    """Return the names that a script gives to things of its own."""
    return {
        _text(node) for node in _all(PARSER.parse(text.encode()).root_node) if _is_declared(node)
    }


def script_faults(text: str, beside: Set[str] = frozenset()) -> list[Fault]:
    """Return what the oldest browser does not read in a script.

    `beside` are names of the scripts that it will be joined with.
    """
    root = PARSER.parse(text.encode()).root_node
    declared = declared_names(text) | beside
    return list(dict.fromkeys(fault for node in _all(root) for fault in _of_node(node, declared)))


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _fault(node: Node, what: str, since: int) -> Fault:
    return Fault(node.start_point[0] + 1, what, newer(since))


def _of_node(node: Node, declared: set[str]) -> Iterator[Fault]:
    kind, text = node.type, _text(node)
    if kind == "ERROR" or node.is_missing:
        yield Fault(node.start_point[0] + 1, text[:40], "is no JavaScript")
    elif kind in SYNTAX:
        yield _fault(node, *SYNTAX[kind])
    elif kind in OPERATORS and not node.is_named:
        yield _fault(node, kind, OPERATORS[kind])
    elif kind == "number" and "_" in text:
        yield _fault(node, "_ in a number", 75)
    elif kind == "await_expression" and not _is_in_a_function(node):
        yield _fault(node, "await outside functions", 89)
    elif kind == "regex_flags":
        yield from (_fault(node, f"the flag {f}", FLAGS[f]) for f in text if f in FLAGS)
    elif _is_asked_for(node, text) or (kind == "identifier" and text not in declared):
        since = TABLE["names"].get(text, 0)
        if since > OLDEST:
            yield _fault(node, text, since)
    elif kind in ("string", "template_string"):
        yield from _of_string(node)


def _is_in_a_function(node: Node) -> bool:
    each = node.parent
    while each:
        if "function" in each.type or each.type == "method_definition":
            return True
        each = each.parent
    return False


def _is_declared(node: Node) -> bool:
    """Tell whether a name is given here: a variable, a parameter, a function."""
    if node.type == "shorthand_property_identifier_pattern":
        return True
    if node.type != "identifier" or not node.parent:
        return False
    of = node.parent
    return (
        of.type
        in {
            "formal_parameters",
            "function_declaration",
            "class_declaration",
            "array_pattern",
            "rest_pattern",
            "catch_clause",
        }
        or (of.type == "variable_declarator" and of.child_by_field_name("name") == node)
        or (of.type == "arrow_function" and of.child_by_field_name("parameter") == node)
        or (of.type == "pair_pattern" and of.child_by_field_name("value") == node)
        or (of.type == "assignment_pattern" and of.child_by_field_name("left") == node)
        or (of.type == "for_in_statement" and of.child_by_field_name("left") == node)
    )


def _is_asked_for(node: Node, text: str) -> bool:
    """Tell whether a name stands behind a dot and is called, or is an attribute to be set."""
    member = node.parent
    if node.type != "property_identifier" or not member or member.type != "member_expression":
        return False
    call = member.parent
    is_called = call is not None and call.child_by_field_name("function") == member
    return is_called or text in ATTRIBUTES


def _of_string(node: Node) -> Iterator[Fault]:
    call = node.parent.parent if node.parent and node.parent.type == "arguments" else None
    called = call.child_by_field_name("function") if call else None
    name = _text(called).rsplit(".", 1)[-1] if called else ""
    text = _text(node)
    if name in SELECTING:
        for pseudo in PSEUDO.findall(text[1:-1]):
            since = TABLE["selectors"].get(pseudo, 0)
            if since > OLDEST:
                yield _fault(node, f":{pseudo} in a selector", since)
    elif name in {"addEventListener", "on"} and TABLE["names"].get(text[1:-1], 0) > OLDEST:
        yield _fault(node, f"the event {text}", TABLE["names"][text[1:-1]])
