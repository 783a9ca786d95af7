"""pack: study material of one's own choice, as PDF and DOCX."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from generator.cli.command import Command, content_argument, open_library
from generator.outputs.packs import custom_pack


def arguments(parser: ArgumentParser) -> None:
    """Add what pack takes."""
    content_argument(parser)
    custom_pack.add_arguments(parser)


def run(options: Namespace) -> int:
    """Write the pack."""
    return custom_pack.run(options, open_library(options))


COMMAND = Command("pack", "按所选条文和内容，或一份摘编，编印学习材料", arguments, run)
