"""What of a style sheet the oldest browser drops, read as that browser reads it.

A browser leaves out a declaration that it does not know, and keeps an earlier one of the same
property; but var() makes it believe anything, and then the earlier one is lost, too.  A rule with a
selector that it does not know it leaves out, whatever else is in the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import tinycss2
from tinycss2 import ast

from tests.oldest.features import (
    GRACES,
    KNOWN,
    MARGIN_BOXES,
    OLDER,
    OLDEST,
    OWN_WAY,
    TABLE,
    UNMET,
    Fault,
    newer,
)

SIZES = re.compile(r"^(?:[sld]v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max))$")
GROUPING = {"media", "supports"}
GAPS = {"gap", "row-gap", "column-gap"}
Nodes = Sequence[ast.Node]


def style_faults(text: str) -> list[Fault]:
    """Return what the oldest browser does not read in a style sheet."""
    return list(
        _of_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))
    )


def attribute_faults(text: str) -> list[Fault]:
    """Return what the oldest browser does not read in a style attribute."""
    return list(_of_block(tinycss2.parse_blocks_contents(text, True, True)))


def _of_rules(rules: Nodes) -> Iterator[Fault]:
    for rule in rules:
        if isinstance(rule, ast.ParseError):
            yield Fault(rule.source_line, rule.kind, rule.message)
        elif isinstance(rule, ast.QualifiedRule):
            yield from _of_selectors(rule)
            yield from _of_block(tinycss2.parse_blocks_contents(rule.content, True, True))
        elif isinstance(rule, ast.AtRule):
            yield from _of_at_rule(rule)


def _of_at_rule(rule: ast.AtRule) -> Iterator[Fault]:
    name, content = rule.lower_at_keyword, rule.content or []
    since = TABLE["rules"].get(name, 999)
    if since > OLDEST:
        yield Fault(rule.source_line, f"@{name}", newer(since))
    elif name == "media":
        yield from _of_media(rule)
        yield from _of_rules(tinycss2.parse_rule_list(content, True, True))
    elif name == "supports":
        if not _asks_for_what_is_newer(rule.prelude):
            yield from _of_rules(tinycss2.parse_rule_list(content, True, True))
    elif name == "page":
        inside = tinycss2.parse_blocks_contents(content, True, True)
        own = [each for each in inside if not _is_margin_box(each)]
        yield from _of_block(own)


def _is_margin_box(node: ast.Node) -> bool:
    return (
        isinstance(node, ast.AtRule) and node.lower_at_keyword.split("-")[0] in MARGIN_BOXES.split()
    )


def _asks_for_what_is_newer(condition: Nodes) -> bool:
    """Tell whether the oldest browser answers no to a condition, so that it may hold anything."""
    for node in condition:
        if isinstance(node, ast.FunctionBlock) and node.lower_name == "selector":
            return True
        if isinstance(node, ast.ParenthesesBlock):
            asked = tinycss2.parse_one_declaration(node.content, skip_comments=True)
            if isinstance(asked, ast.Declaration):
                if TABLE["properties"].get(asked.lower_name, 999) > OLDEST:
                    return True
                if any(_of_value(asked)):
                    return True
    return False


def _of_media(rule: ast.AtRule) -> Iterator[Fault]:
    for node in rule.prelude:
        if not isinstance(node, ast.ParenthesesBlock):
            continue
        words = [each.lower_value for each in node.content if isinstance(each, ast.IdentToken)]
        if any(isinstance(each, ast.LiteralToken) and each.value in "<>" for each in node.content):
            yield Fault(rule.source_line, "a range in @media", newer(104))
        for word in words[:1]:
            since = TABLE["media"].get(re.sub("^(min|max)-", "", word), 0)
            if since > OLDEST and word not in UNMET:
                yield Fault(rule.source_line, word, newer(since))


# --- selectors --------------------------------------------------------------------------------


def _branches(nodes: Nodes) -> list[list[ast.Node]]:
    found: list[list[ast.Node]] = [[]]
    for node in nodes:
        if isinstance(node, ast.LiteralToken) and node.value == ",":
            found.append([])
        else:
            found[-1].append(node)
    return found


def _of_selectors(rule: ast.QualifiedRule) -> Iterator[Fault]:
    branches = [list(_new_selectors(branch)) for branch in _branches(rule.prelude)]
    new = {name: since for branch in branches for name, since in branch}
    alone = all(branches) and new.keys() <= OWN_WAY.keys()
    for name, since in new.items():
        if not alone:
            together = "the whole rule is dropped; " if name in OWN_WAY else ""
            what = name if " " in name else f":{name}"
            yield Fault(rule.source_line, what, together + newer(since))


def _new_selectors(nodes: Nodes) -> Iterator[tuple[str, int]]:
    before = ""  # of "::" the second colon
    for node in nodes:
        if isinstance(node, ast.FunctionBlock):
            if before.endswith(":"):
                yield from _new_name(node.lower_name)
                if node.lower_name == "not" and not _is_simple(node.arguments):
                    yield "not() of more than one simple selector", 88
            yield from _new_selectors(node.arguments)
        elif isinstance(node, ast.IdentToken) and before.endswith(":"):
            yield from _new_name(node.lower_value)
        before = node.value if isinstance(node, ast.LiteralToken) else ""
        if before == "&":
            yield "&", 120


def _new_name(name: str) -> Iterator[tuple[str, int]]:
    since = TABLE["selectors"].get(name, 999)
    if since > OLDEST and not name.startswith("-webkit-"):
        yield name, since


def _is_simple(nodes: Nodes) -> bool:
    """Tell whether a selector is of one part: .x, x, [x], :x, :x(y)."""
    text = tinycss2.serialize(nodes).strip()
    return re.fullmatch(r"::?[\w-]+(\(.*\))?|[.#]?[\w-]+|\[[^]]*\]|\*", text) is not None


# --- declarations -----------------------------------------------------------------------------


def _of_block(nodes: Nodes) -> Iterator[Fault]:
    declared = [each for each in nodes if isinstance(each, ast.Declaration)]
    for node in nodes:
        if isinstance(node, ast.ParseError):
            yield Fault(node.source_line, node.kind, node.message)
        elif not isinstance(node, ast.Declaration):
            yield Fault(node.source_line, "a rule inside a rule", newer(120))
    is_grid = any(map(_makes_a_grid, declared))
    known: set[str] = set()  # properties that the oldest browser has a value for by now
    for each in declared:
        faults = [] if each.name.startswith("--") else list(_of_declaration(each, is_grid=is_grid))
        if not faults:
            known.add(each.lower_name)
        yield from [fault for fault in faults if not _is_covered(each, known)]


def _is_covered(declaration: ast.Declaration, known: set[str]) -> bool:
    """Tell whether an earlier declaration holds where this one is not read."""
    name = declaration.lower_name
    if f"-webkit-{name}" in known:
        return True
    has_variable = "var(" in tinycss2.serialize(declaration.value)
    return name in known and name not in GAPS and not has_variable


def _of_declaration(declaration: ast.Declaration, *, is_grid: bool) -> Iterator[Fault]:
    name, line = declaration.lower_name, declaration.source_line
    since = TABLE["properties"].get(name, 0 if name.startswith("-webkit-") else 999)
    if since > OLDEST and name not in KNOWN:
        if name not in GRACES:
            yield Fault(line, name, newer(since))
        return
    if name in GAPS and not is_grid:
        yield Fault(line, f"{name} without grid in its rule", "in flex boxes " + newer(84))
    if name == "text-decoration" and len(_parts(declaration.value)) > 1:
        yield Fault(line, name, "of several words is nothing to WebKit: longhands after it")
    yield from _of_value(declaration)


def _makes_a_grid(declaration: ast.Declaration) -> bool:
    """Tell whether the box of a declaration is a grid or has columns, where gaps are older."""
    name, value = declaration.lower_name, tinycss2.serialize(declaration.value)
    return name.startswith(("grid", "columns", "column-width")) or (
        name == "display" and "grid" in value
    )


def _parts(nodes: Nodes) -> list[ast.Node]:
    return [each for each in nodes if not isinstance(each, (ast.WhitespaceToken, ast.Comment))]


def _of_value(declaration: ast.Declaration) -> Iterator[Fault]:
    name = declaration.lower_name
    own = TABLE["values"].get(name, {})
    for node in _all(declaration.value):
        since, what = 0, ""
        if isinstance(node, ast.IdentToken):
            what = node.lower_value
            since = max(own.get(what, 0), TABLE["everywhere"].get(what, 0))
            since = 0 if (name, what) in OLDER else since
        elif isinstance(node, ast.FunctionBlock):
            what = node.lower_name + "()"
            since = TABLE["functions"].get(node.lower_name, 0)
            if node.lower_name.endswith("gradient") and _has_double_stop(node.arguments):
                what, since = "a colour with two places", 71
        elif isinstance(node, ast.DimensionToken):
            what = node.lower_unit
            since = 105 if SIZES.match(what) else TABLE["units"].get(what, 0)
        if since > OLDEST and name not in GRACES:
            yield Fault(declaration.source_line, f"{name}: {what}", newer(since))


def _all(nodes: Nodes) -> Iterator[ast.Node]:
    for node in nodes:
        yield node
        if isinstance(node, ast.FunctionBlock):
            yield from _all(node.arguments)
        elif isinstance(node, ast.ParenthesesBlock):
            yield from _all(node.content)


def _has_double_stop(arguments: Nodes) -> bool:
    """Tell whether a colour of a gradient has two places, as in `red 0 5px`."""
    sizes = (ast.DimensionToken, ast.PercentageToken, ast.NumberToken)
    for branch in _branches(arguments):
        parts = _parts(branch)
        if sum(isinstance(each, sizes) for each in parts) > 1 and not isinstance(parts[0], sizes):
            return True
    return False
