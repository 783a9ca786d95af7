"""A YAML file -> a checked model, or one line that says where and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generator.errors import ContentError

Model = TypeVar("Model", bound=BaseModel)

MESSAGES = {
    "extra_forbidden": "没有这个键；请检查拼写",
    "missing": "缺少这个键",
    "string_too_short": "不能为空",
    "too_short": "至少要有一项",
}


def read_yaml(path: Path, model: type[Model], name: str) -> Model:
    """Return the file at `path` as `model`; ContentError names file, line and key.

    Scalars are read as written (BaseLoader): a date stays the text that the editor typed.
    """
    try:
        text = path.read_text("utf-8")
        data = yaml.load(text, yaml.BaseLoader)
    except UnicodeDecodeError as error:
        raise ContentError(name, "不是 UTF-8 文本；请另存为 UTF-8") from error
    except OSError as error:
        raise ContentError(name, f"读不出来（{error.strerror}）") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ContentError(name, f"YAML 写法有误：{error.problem}", line) from error
    except yaml.YAMLError as error:
        raise ContentError(name, f"YAML 写法有误：{error}") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(each) for each in first["loc"]) or "（整个文件）"
        what = MESSAGES.get(first["type"], first["msg"])
        line = _line_of(yaml.compose(text, yaml.BaseLoader), first["loc"])
        raise ContentError(name, f"{key}：{what}", line) from error


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
