"""The apparatus (校勘记): every variant with its readings and the reason, in Chinese."""

from generator.collation.apparatus.naming import name_of
from generator.collation.apparatus.repeats import orphan_of
from generator.collation.apparatus.variants import variants

__all__ = ["name_of", "orphan_of", "variants"]
