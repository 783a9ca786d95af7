"""The traditional-character edition: hant/ mirrors the site's pages and shares all its files."""

from generator.outputs.hant.edition import FOLDER, has_edition, write_edition

__all__ = ["FOLDER", "has_edition", "write_edition"]
