"""Cleaning on the record: a decoded source -> its pieces and the ledger of every change."""

from generator.cleaning.cleaning import clean
from generator.cleaning.identifying import refuse_clashes, refuse_strangers, refuse_twins
from generator.cleaning.settings import CleaningSettings, Declared, Erratum

__all__ = [
    "CleaningSettings",
    "Declared",
    "Erratum",
    "clean",
    "refuse_clashes",
    "refuse_strangers",
    "refuse_twins",
]
