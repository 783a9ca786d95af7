"""What is wrong with a program in a small way: every mutant of a Python file.

A mutant is one change of one expression or statement that a careful test should notice.
What a reader only reads is left alone: docstrings, annotations, `__all__`, decorators,
`raise` statements, assertions (zip's `strict` is one), what is printed, f-strings, sentences
in Chinese (messages), and the words of tables at module level (data: a test that repeats a
table shows nothing).  So are integers from a thousand on, which are budgets of size or time,
and regular expressions are only broken as a whole.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}
EMPTY = {"list": "[]", "tuple": "()", "dict": "{}", "set": "set()", "str": "''", "int": "0"}
BUDGET = 1000  # integers from here on are sizes and times, not logic
MARK = "\u25a1"  # what is put after a string; no text holds it
SENTENCE = re.compile(r"[，。；]")
TOLD = {"print", "log", "progress", "TypeVar", "warn"}
TOLD_AS = {"message", "note", "help", "strict"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: of `source` the bytes from `start` to `end` are replaced by `text`.

    `lines` are the first and the last line of the statement (or of the header of the
    compound statement) that it stands in: a test that runs none of them can't notice.
    """

    line: int
    lines: tuple[int, int]
    start: int
    end: int
    text: str
    before: str
    after: str

    def apply(self, source: bytes) -> bytes:
        """Return the mutated source."""
        return source[: self.start] + self.text.encode() + source[self.end :]


def find_mutants(source: bytes) -> list[Mutant]:
    """Return the mutants of a file, in order, each a valid program other than the original."""
    tree = ast.parse(source)
    offsets = [0]
    for line in source.splitlines(keepends=True):
        offsets.append(offsets[-1] + len(line))
    original = ast.dump(tree)
    found: dict[tuple[int, int, str], Mutant] = {}
    for node, changed, lines in _changes(tree.body, None):
        start = offsets[node.lineno - 1] + node.col_offset
        end = offsets[node.end_lineno - 1] + node.end_col_offset
        text = changed if isinstance(changed, str) else f"({ast.unparse(changed)})"
        after = changed if isinstance(changed, str) else ast.unparse(changed)
        mutant = Mutant(node.lineno, lines, start, end, text, ast.unparse(node), after)
        try:
            if ast.dump(ast.parse(mutant.apply(source))) != original:
                found.setdefault((start, end, text), mutant)
        except SyntaxError:  # a place where no expression in parentheses may stand
            continue
    return [found[key] for key in sorted(found)]


Change = tuple[Any, ast.expr | str, tuple[int, int]]  # node, what stands in its place, lines


def _changes(body: list[ast.stmt], function: ast.FunctionDef | None) -> Iterator[Change]:
    """Yield the changes of a block of statements, which stands in `function`."""
    for statement in body:
        if _is_read_only(statement):
            continue
        inner = statement if isinstance(statement, ast.FunctionDef) else function
        heads = [each for each in _heads(statement) if isinstance(each, ast.expr)]
        last = max((each.end_lineno or 0 for each in heads), default=statement.lineno)
        lines = (statement.lineno, last)
        for node, changed in _of_statement(statement, function):
            yield node, changed, lines
        is_table = function is None and _is_table(statement)
        for head in heads:
            for node, changed in _of_expression(head, is_table):
                yield node, changed, lines
        for name in ("body", "orelse", "finalbody"):
            yield from _changes(getattr(statement, name, []), inner)
        for clause in [*getattr(statement, "handlers", []), *getattr(statement, "cases", [])]:
            yield from _changes(clause.body, inner)


def _is_read_only(statement: ast.stmt) -> bool:
    match statement:
        case ast.Raise() | ast.Assert() | ast.Import() | ast.ImportFrom():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.Assign(value=ast.Subscript(value=ast.Name(id="Literal"))):
            return True
    return False


def _is_table(statement: ast.stmt) -> bool:
    """Tell whether a statement at module level writes down a table of words."""
    value = getattr(statement, "value", None)
    if isinstance(value, ast.Call):  # "...".split(), frozenset({...})
        whole = value.func.value if isinstance(value.func, ast.Attribute) else None
        return isinstance(whole, ast.Constant) or any(map(_is_collection, value.args))
    return _is_collection(value)


def _is_collection(value: ast.expr | None) -> bool:
    return isinstance(value, ast.List | ast.Tuple | ast.Set | ast.Dict)


def _heads(statement: ast.stmt) -> Iterator[ast.AST]:
    """Yield the expressions of a statement itself, not of the statements in it."""
    match statement:
        case ast.FunctionDef(args=arguments):
            yield from [*arguments.defaults, *filter(None, arguments.kw_defaults)]
        case ast.ClassDef():
            return
        case ast.Match(subject=subject, cases=cases):
            yield from [subject, *(case.guard for case in cases if case.guard)]
        case ast.With(items=items):
            yield from (item.context_expr for item in items)
        case ast.AnnAssign(value=value):
            yield from [value] if value else []
        case _:
            yield from ast.iter_child_nodes(statement)


def _of_statement(
    statement: ast.stmt, function: ast.FunctionDef | None
) -> Iterator[tuple[ast.stmt | ast.expr, ast.expr | str]]:
    """Yield what a statement as a whole may be replaced by."""
    match statement:
        case ast.Return(value=ast.expr() as value) if function:
            kind = getattr(function.returns, "value", function.returns)
            empty = EMPTY.get(getattr(kind, "id", ""), "None")
            if getattr(kind, "id", "") != "bool" and ast.unparse(value) != empty:
                yield statement, f"return {empty}"
        case ast.Continue():
            yield statement, "break"
        case ast.Break():
            yield statement, "continue"
        case ast.If(test=test):
            yield test, "True"
            yield test, "False"
        case ast.While(test=test):
            yield test, "False"
        case _ if _can_go(statement, function):
            yield statement, "pass"


def _can_go(statement: ast.stmt, function: ast.FunctionDef | None) -> bool:
    """Tell whether a statement may be taken out, without an error for that alone."""
    match statement:
        case ast.Expr(value=ast.Call() as call):
            return not _is_told(call)
        case ast.Assign(targets=[target]):
            return function is not None and _is_set_again(target, function)
    return isinstance(statement, ast.AugAssign | ast.Expr)


def _is_set_again(target: ast.expr, function: ast.FunctionDef) -> bool:
    """Tell whether a function goes on without the assignment, another one being there."""
    if isinstance(target, ast.Tuple):
        return all(_is_set_again(each, function) for each in target.elts)
    if not isinstance(target, ast.Name):
        return True
    given = [each.arg for each in [*function.args.args, *function.args.kwonlyargs]]
    stored = [
        each.id
        for each in ast.walk(function)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    ]
    return (given + stored).count(target.id) > 1


def _is_told(call: ast.Call) -> bool:
    return getattr(call.func, "id", getattr(call.func, "attr", "")) in TOLD


def _of_expression(head: ast.AST, is_table: bool) -> Iterator[tuple[ast.expr, ast.expr | str]]:
    """Yield what the expressions in `head` may be replaced by."""
    if isinstance(head, ast.JoinedStr) or (isinstance(head, ast.Call) and _is_told(head)):
        return
    if isinstance(head, ast.keyword) and head.arg in TOLD_AS:
        return
    if isinstance(head, ast.expr):
        if not (is_table and isinstance(head, ast.Constant) and isinstance(head.value, str)):
            for changed in _replacements(head):
                yield head, changed
    elif isinstance(head, ast.comprehension):
        for test in head.ifs:
            yield test, "True"
            yield test, "False"
    for child in ast.iter_child_nodes(head):
        yield from _of_expression(child, is_table)


def _replacements(node: ast.expr) -> Iterator[ast.expr | str]:
    yield from _other_operators(node)
    match node:
        case ast.Constant(value=value):
            yield from map(repr, _other_constants(value))
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.Subscript(slice=ast.Slice(lower=lower, upper=upper, step=step)):
            if lower:
                yield ast.Subscript(node.value, ast.Slice(None, upper, step))
            if upper:
                yield ast.Subscript(node.value, ast.Slice(lower, None, step))
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=keywords) if name in TWINS:
            yield ast.Call(ast.Name(TWINS[name]), arguments, keywords)


def _other_operators(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            for at, op in enumerate(ops):
                others = [*ops[:at], COMPARISONS[type(op)](), *ops[at + 1 :]]
                yield ast.Compare(left, others, comparators)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.UnaryOp(op=ast.USub(), operand=operand) if not isinstance(operand, ast.Constant):
            yield operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            if not (_is_text(left) or _is_text(right)):
                yield ast.BinOp(left, OPERATORS[type(op)](), right)


def _other_constants(value: object) -> Iterator[object]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int) and value < BUDGET:
        yield from (value + 1, value - 1)
    elif isinstance(value, float):
        yield from (value * 2 or 1.0, value / 2)
    elif isinstance(value, str) and not SENTENCE.search(value):
        yield value + MARK


def _is_text(node: ast.expr) -> bool:
    """Tell whether an operand is text, of which `-` only makes an error."""
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    )
