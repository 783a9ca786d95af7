"""The public exports: the library as JSON files, described in docs/exports.md."""

from generator.outputs.data.exports import export_files

__all__ = ["export_files"]
