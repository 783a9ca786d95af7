"""Templates compiled once, however many builds a process makes."""

from __future__ import annotations

from functools import cache

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """The code of templates by name and place; of one that has been changed it knows nothing.

    What else shapes the code of a template, the environment's settings, is part of the key.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._known: dict[tuple[object, ...], tuple[str, object]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket the code that is known for its text."""
        checksum, code = self._known.get(_key(bucket), ("", None))
        if checksum == bucket.checksum:
            bucket.code = code  # type: ignore[assignment]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket, in place of what was known of an older text."""
        self._known[_key(bucket)] = bucket.checksum, bucket.code


def _key(bucket: Bucket) -> tuple[object, ...]:
    env = bucket.environment
    filters = tuple((name, getattr(env.filters[name], "__qualname__", "")) for name in env.filters)
    return (
        bucket.key,
        *(env.autoescape, env.trim_blocks, env.lstrip_blocks, env.undefined),
        *(env.block_start_string, env.variable_start_string, env.comment_start_string),
        *(env.optimized, tuple(env.extensions), filters),
    )


@cache
def compiled_templates() -> CompiledTemplates:
    """Return the templates that this process has compiled."""
    return CompiledTemplates()
