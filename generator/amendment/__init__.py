"""Two versions of a document over time -> what happened to each article and division (修订对照)."""

from generator.amendment.comparing import compare_editions, compared, counterparts
from generator.amendment.wording import word_edits

__all__ = ["compare_editions", "compared", "counterparts", "word_edits"]
