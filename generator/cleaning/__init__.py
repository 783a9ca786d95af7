"""Cleaning on the record: a decoded source -> its pieces and the ledger of every change."""

from generator.cleaning.cleaning import clean, clean_apart
from generator.cleaning.correcting import can_be_made, corrected, pinned
from generator.cleaning.identifying import refuse_clashes, refuse_strangers, refuse_twins, slug
from generator.cleaning.settings import CleaningSettings, Declared, Erratum

__all__ = [
    "CleaningSettings",
    "Declared",
    "Erratum",
    "can_be_made",
    "clean",
    "clean_apart",
    "corrected",
    "pinned",
    "refuse_clashes",
    "refuse_strangers",
    "refuse_twins",
    "slug",
]
