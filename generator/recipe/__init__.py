"""The recipe: a content folder, read -> the Library."""

from generator.recipe.links import linking_of, open_doubts
from generator.recipe.making import build_library

__all__ = ["build_library", "linking_of", "open_doubts"]
