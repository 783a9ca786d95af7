"""An archive: many libraries (分册) over the same base documents, below a hall (总馆)."""

from generator.archive.running import Places, build_archive

__all__ = ["Places", "build_archive"]
