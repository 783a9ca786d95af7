"""A YAML file -> a checked model, or one line that says where and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import yaml
from pydantic import BaseModel, RootModel, ValidationError

from generator.errors import ContentError

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Model = TypeVar("Model", bound=BaseModel)

UNFIT = re.compile(  # what no page, Word file or table can hold
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
)
MESSAGES = {
    "extra_forbidden": "没有这个键；请检查拼写",
    "missing": "缺少这个键",
    "string_too_short": "不能为空",
    "string_too_long": "太长",
    "too_short": "至少要有一项",
    "string_type": "应当是一段文字",
    "string_pattern_mismatch": "只能用小写字母、数字和连字符，以字母开头",
    "int_type": "应当是一个整数",
    "int_parsing": "应当是一个整数",
    "bool_type": "应当是 true 或 false",
    "bool_parsing": "应当是 true 或 false",
    "tuple_type": "应当是一个列表（每项一行，以“- ”开头）",
    "dict_type": "应当是“键: 值”的形式",
    "model_type": "应当是“键: 值”的形式",
    "literal_error": "没有这个值",
    "enum": "没有这个值",
}


@contextmanager
def in_one_line(name: str) -> Iterator[None]:
    """Turn what is wrong with the YAML of the file `name` into a ContentError with its line."""
    try:
        yield
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ContentError(name, f"YAML 写法有误：{error.problem}", line) from error
    except yaml.YAMLError as error:
        raise ContentError(name, f"YAML 写法有误：{error}") from error
    except RecursionError as error:
        raise ContentError(name, "YAML 写法有误：嵌套太深") from error


def read_yaml(path: Path, model: type[Model], name: str) -> Model:
    """Return the file at `path` as `model`; ContentError names file, line and key.

    Scalars are read as written: a date stays the text that the editor typed.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(name, "不是 UTF-8 文本；请另存为 UTF-8") from error
    except OSError as error:
        raise ContentError(name, f"读不出来（{error.strerror}）") from error
    with in_one_line(name):
        node = compose(text)
        data = plain(node)
    if data is None and issubclass(model, RootModel):
        data = []  # a list file that holds only comments
    try:
        return model.model_validate(data)
    except ValidationError as error:
        # a misspelt key comes before the one that is missing for it
        first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
        key = ".".join(str(each) for each in first["loc"]) or "（整个文件）"
        what = MESSAGES.get(first["type"], first["msg"])
        if "expected" in first.get("ctx", {}):
            what += f"，只能是 {first['ctx']['expected'].replace(' or ', '、')}"
        raise ContentError(name, f"{key}：{what}", _line_of(node, first["loc"])) from error


def entry_lines(path: Path) -> tuple[int, ...]:
    """Return the line, counted from 1, on which each entry of a checked list file begins."""
    node = compose(path.read_text("utf-8-sig"))
    entries = node.value if isinstance(node, yaml.SequenceNode) else ()
    return tuple(each.start_mark.line + 1 for each in entries)


def list_indent(text: str) -> int | None:
    """Return how far in the entries of a list file stand; None where it is no list of lines."""
    node = compose(text)
    if node is None:
        return 0
    block = isinstance(node, yaml.SequenceNode) and not node.flow_style
    return node.start_mark.column if block else None


def compose(text: str) -> yaml.Node | None:
    """Return the nodes of a YAML text; yaml.YAMLError for what is none.

    It refuses what YAML would let pass in silence.

    Read by libyaml where it is there, which is ten times as quick.
    """
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    for event in yaml.parse(text, loader):
        if isinstance(event, yaml.AliasEvent):
            mark: Any = event.start_mark  # libyaml's own kind of mark
            raise yaml.composer.ComposerError(None, None, "不能用引用（*）；请写全", mark)
    return yaml.compose(text, loader)


def plain(node: yaml.Node | None) -> Plain:
    """Return a node as plain data, every scalar as the text that stands there.

    A key that stands twice is an error, not the last one's win.
    """
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Plain] = {}
        for key, value in node.value:
            name = plain(key)
            if not isinstance(name, str):
                mark = key.start_mark
                raise yaml.constructor.ConstructorError(None, None, "键只能是一个词", mark)
            if name in mapping:
                mark = key.start_mark
                raise yaml.constructor.ConstructorError(None, None, f"“{name}”写了两次", mark)
            mapping[name] = plain(value)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [plain(each) for each in node.value]
    if node is not None and (unfit := UNFIT.search(node.value)):
        mark = node.start_mark
        problem = f"有不能显示的字符（{ascii(unfit[0])[1:-1]}）；请删去"
        raise yaml.constructor.ConstructorError(None, None, problem, mark)
    return None if node is None else node.value


def _line_of(node: yaml.Node | None, location: Sequence[str | int]) -> int | None:
    """Return the line of the deepest node on the way to `location`."""
    line = None
    for step in location:
        if isinstance(node, yaml.MappingNode):
            pairs = {key.value: (key, value) for key, value in node.value}
            if str(step) not in pairs:
                break
            key, node = pairs[str(step)]
            line = key.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line + 1
    return line if line is not None else (node.start_mark.line + 1 if node else None)
