"""The commands."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.content import load_content
from generator.errors import ContentError
from generator.library import build_library
from generator.outputs.data import export_files


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="generator", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build")
    build.add_argument("--content", type=Path, default=Path("content"))
    build.add_argument("--site", type=Path, default=Path("site"))
    options = parser.parse_args(arguments)
    try:
        library = build_library(load_content(options.content))
    except ContentError as error:
        print(error, file=sys.stderr)
        return 2
    data = options.site / "data"
    data.mkdir(parents=True, exist_ok=True)
    for name, text in export_files(library).items():
        (data / name).write_text(text, "utf-8")
    return 0
