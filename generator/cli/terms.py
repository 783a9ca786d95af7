"""terms --suggest: terms proposed from the base documents and the reports, as YAML."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from generator.build.progress import say
from generator.cli.command import Command, content_argument, open_library
from generator.errors import ContentError

COUNT = 50


def arguments(parser: ArgumentParser) -> None:
    """Add what terms takes."""
    content_argument(parser)
    parser.add_argument(
        "--suggest", action="store_true", required=True, help="从基准文件和报告里找出可作词条的说法"
    )
    parser.add_argument(
        "--count", type=int, default=COUNT, metavar="N", help=f"最多提多少个（不写是{COUNT}个）"
    )
    parser.add_argument(
        "--write", action="store_true", help="添在 terms.yml 末尾，原有的不动；不写就打印出来"
    )


def run(options: Namespace) -> int:
    """Print the suggestions, or append them to terms.yml."""
    if options.count < 1:
        raise ContentError("--count", "至少是 1")
    from generator.cli.terms_yaml import terms_yaml
    from generator.content.adding_terms import add_terms
    from generator.terms import suggest_terms  # the frequencies of words are heavy

    library = open_library(options)
    editions = [each.edition for each in library.collations]
    found = suggest_terms(editions, library.reports, library.terms, options.count)
    if not options.write or not found:
        print(terms_yaml(found, editions), end="")
        return 0
    path = add_terms(options.content, lambda indent: terms_yaml(found, editions, indent))
    say(f"{path}：末尾添上了 {len(found)} 个词条，原有的没有动")
    say("请逐个看过：不要的词条整段删去，不要的说法删去那一行；留下的就算数")
    return 0


COMMAND = Command("terms", "从基准文件和报告里提出词条（--suggest）", arguments, run)
