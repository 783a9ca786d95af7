"""The command line: reads the arguments, runs a command, turns bad input into one line."""

from __future__ import annotations

import argparse
import os
import sys

from generator.commands import add, build, check, pack, serve, status
from generator.commands.command import Command
from generator.errors import ContentError

COMMANDS: tuple[Command, ...] = (
    build.COMMAND,
    status.COMMAND,
    check.COMMAND,
    add.COMMAND,
    serve.COMMAND,
    pack.COMMAND,
)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status: 0 done, 1 findings, 2 bad input."""
    options = _parser().parse_args(arguments)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="generator", description="政策知识库生成器")
    commands = parser.add_subparsers(required=True, metavar="命令")
    for command in COMMANDS:
        own = commands.add_parser(command.name, help=command.help, description=command.help)
        command.arguments(own)
        own.set_defaults(command=command)
    return parser
