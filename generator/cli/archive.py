"""archive build: a hall's folder -> the sites of its volumes and of the hall."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.build.places import CACHE
from generator.cli.command import Command

FAILED = 1


def arguments(parser: ArgumentParser) -> None:
    """Add `build` and what it takes."""
    actions = parser.add_subparsers(required=True, metavar="build")
    build = actions.add_parser("build", help="建成各分册，再建总馆", description=COMMAND.help)
    build.add_argument(
        "--content", type=Path, default=Path("content"), metavar="HALL", help="总馆的内容文件夹"
    )
    build.add_argument(
        "--site", type=Path, default=Path("site"), metavar="DIR", help="总馆和各分册的网站写在这里"
    )
    build.add_argument(
        "--dist", type=Path, default=Path("dist"), metavar="DIR", help="离线包和学习材料写在这里"
    )
    build.add_argument("--cache", type=Path, default=CACHE, metavar="DIR", help="可随时删除的缓存")
    build.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="本机同时做几个分册")
    build.add_argument(
        "--engine",
        metavar="ADDRESS",
        help="集群的地址，如 tcp://10.0.0.1:8786；不写就只用本机（docs/scale.md）",
    )
    build.add_argument(
        "--shared",
        metavar="URL",
        help="集群的机器没有共用文件夹时，经这里交换，如 s3://桶/目录（docs/scale.md）",
    )


def run(options: Namespace) -> int:
    """Build what is missing; the exit status is 1 where a volume failed."""
    from generator.archive import Places, build_archive
    from generator.archive.choosing import choose_engine, open_store

    engine = choose_engine(options.engine, options.jobs)
    places = Places(options.content, options.site, options.dist, options.cache)
    try:
        store = open_store(options.shared)
        return FAILED if build_archive(places, engine, store) else 0
    finally:
        engine.close()


COMMAND = Command("archive", "把大量报告分册建库，再建总馆", arguments, run)
