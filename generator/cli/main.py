"""The command line: reads the arguments, runs a command, turns bad input into one line."""

from __future__ import annotations

import argparse
import io
import os
import sys
from importlib import import_module

from generator.cli.bug_report import bug_line
from generator.cli.command import Command
from generator.errors import ContentError, system_error

# Modules of generator.cli.
COMMANDS = (
    *("build", "archive", "status", "check", "review", "terms", "add"),
    *("pack", "draft", "merge", "serve", "new", "mcp"),
)
BUG = 70  # EX_SOFTWARE of sysexits.h


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status: 0 done, 1 findings, 2 bad input, 70 a bug."""
    if arguments is None:
        _know_every_name()
        # Our processes share the work among them, and a process that is forked loses threads.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _speak_anywhere()
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(given).parse_args(given)
    command: Command = options.command
    try:
        return command.run(options)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("已中断；上次的成品没有动。", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # the last place that can put it plainly
        if trouble := system_error(error):
            print(trouble, file=sys.stderr)
            return 2
        print(bug_line(error, given), file=sys.stderr)
        return BUG


def _know_every_name() -> None:
    """Begin anew in UTF-8 where the locale knows ASCII only: files have Chinese names."""
    if sys.getfilesystemencoding() == "ascii":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, sys.orig_argv)


def _speak_anywhere() -> None:
    """Let what is printed never fail on a character: signs stand for what a terminal lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _parser(given: list[str]) -> argparse.ArgumentParser:
    """Return the parser; of the commands only the one that is given is loaded."""
    parser = argparse.ArgumentParser(prog="zhishiku", description="政策知识库生成器")
    commands = parser.add_subparsers(required=True, metavar="命令")
    for name in given[:1] if given and given[0] in COMMANDS else COMMANDS:
        command: Command = import_module(f"generator.cli.{name}").COMMAND
        own = commands.add_parser(command.name, help=command.help, description=command.help)
        command.arguments(own)
        own.set_defaults(command=command)
    return parser
