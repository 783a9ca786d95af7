"""Script: simplified text -> traditional text, and which characters are common."""

from generator.script.common import COMMON_CHARACTERS
from generator.script.traditional import Converter, is_simplified, to_traditional

__all__ = ["COMMON_CHARACTERS", "Converter", "is_simplified", "to_traditional"]
