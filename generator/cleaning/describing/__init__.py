"""What a piece states about itself: title, genre, issuer, date, place; nothing is invented.

One file for each: `titles`, `genres`, `issuers`, `document_dates`, `places`; `head` sorts the lines
above the text, `candidates` joins those that can be the title, `stated_facts` reads what is
labelled (发布时间：…), `signatures` what stands below, `scripts` reads traditional characters.
"""

from __future__ import annotations

from generator.cleaning.describing.statement import Statement, describe
from generator.cleaning.describing.supplied_titles import supplied
from generator.cleaning.describing.titles import stated_title

__all__ = ["Statement", "describe", "stated_title", "supplied"]
