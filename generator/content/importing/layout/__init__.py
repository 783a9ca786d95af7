"""Characters with their places on pages -> paragraphs in reading order.

A PDF, an OFD file and a scan all come down to this; what differs is how the characters are got.
"""

from generator.content.importing.layout.page import Glyph, Page, Picture, Rule
from generator.content.importing.layout.taking import take_pages

__all__ = ["Glyph", "Page", "Picture", "Rule", "take_pages"]
