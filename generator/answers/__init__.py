"""Questions of other programs answered in the words of the texts (`generator mcp`)."""

from generator.answers.answering import Answers, NotThereError
from generator.answers.quoted import (
    Article,
    CheckedQuotation,
    Found,
    Passage,
    Quoted,
    Reading,
    Text,
    Variant,
)

__all__ = [
    "Answers",
    "Article",
    "CheckedQuotation",
    "Found",
    "NotThereError",
    "Passage",
    "Quoted",
    "Reading",
    "Text",
    "Variant",
]
