"""The content folder: what a maintainer writes, read and checked."""

from generator.content.loading import Content, load_content

__all__ = ["Content", "load_content"]
