"""Reading what was received: bytes to decoded sources."""

from generator.sources.decoding import decode

__all__ = ["decode"]
