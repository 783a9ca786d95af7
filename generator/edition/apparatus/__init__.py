"""The apparatus (校勘记): every variant with its readings and the reason, in Chinese."""

from generator.edition.apparatus.quoting import name_of
from generator.edition.apparatus.variants import variants

__all__ = ["name_of", "variants"]
