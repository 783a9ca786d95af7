"""A YAML file -> a checked model, or one line that says where and what is wrong."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generator.errors import ContentError

Model = TypeVar("Model", bound=BaseModel)

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


def read_yaml(path: Path, model: type[Model], name: str) -> Model:
    """Return the file at `path` as `model`; ContentError names file, line and key.

    Scalars are read as written: a date stays the text that the editor typed.
    """
    try:
        text = path.read_text("utf-8-sig")
        data = yaml.load(text, _Loader)
        node = yaml.compose(text, _Loader)
    except UnicodeDecodeError as error:
        raise ContentError(name, "不是 UTF-8 文本；请另存为 UTF-8") from error
    except OSError as error:
        raise ContentError(name, f"读不出来（{error.strerror}）") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ContentError(name, f"YAML 写法有误：{error.problem}", line) from error
    except yaml.YAMLError as error:
        raise ContentError(name, f"YAML 写法有误：{error}") from error
    except RecursionError as error:
        raise ContentError(name, "YAML 写法有误：嵌套太深") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(each) for each in first["loc"]) or "（整个文件）"
        what = MESSAGES.get(first["type"], first["msg"])
        if "expected" in first.get("ctx", {}):
            what += f"，只能是 {first['ctx']['expected'].replace(' or ', '、')}"
        raise ContentError(name, f"{key}：{what}", _line_of(node, first["loc"])) from error


def entry_lines(path: Path) -> tuple[int, ...]:
    """Return the line, counted from 1, on which each entry of a checked list file begins."""
    node = yaml.compose(path.read_text("utf-8-sig"), _Loader)
    entries = node.value if isinstance(node, yaml.SequenceNode) else ()
    return tuple(each.start_mark.line + 1 for each in entries)


class _Loader(yaml.BaseLoader):
    """Reads every scalar as text; refuses what YAML would let pass in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return the mapping; a key that stands twice is an error, not the last one's win."""
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"“{key.value}”写了两次", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Return the next node; references to other nodes are not of use here."""
        if self.check_event(yaml.AliasEvent):
            mark: Any = self.get_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "不能用引用（*）；请写全", mark)
        return super().compose_node(parent, index)


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
