"""The command line: one file for each command, main.py runs them."""

from generator.cli.main import main

__all__ = ["main"]
