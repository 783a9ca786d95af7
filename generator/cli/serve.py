"""serve: a live preview with the editors' desk, rebuilt when content, templates or code change."""

from __future__ import annotations

import threading
from argparse import ArgumentParser, Namespace

from generator.build import staging
from generator.build.memo import PACKAGE
from generator.build.progress import say
from generator.cli import build
from generator.cli.command import Command, open_memo
from generator.desk import journal_of
from generator.errors import ContentError
from generator.outputs.registry import chosen_outputs
from generator.preview.building import Builder
from generator.preview.desk_decisions import DeskDecisions
from generator.preview.incoming import IncomingFiles
from generator.preview.routes import Routes
from generator.preview.serving import Preview
from generator.preview.warm_process import Wanted

LAST_PORT = 65535


def arguments(parser: ArgumentParser) -> None:
    """Add what serve takes."""
    build.arguments(parser)
    parser.add_argument("--port", type=int, default=8000, help="端口；0 为任选")


def run(options: Namespace) -> int:
    """Build, serve on this machine only, rebuild on every change until interrupted."""
    site = options.site.resolve()
    if not 0 <= options.port <= LAST_PORT:
        raise ContentError("--port", f"端口是 0 到 {LAST_PORT} 的数")
    builder = Builder(wanted(options))
    memo = open_memo(options)
    journal = journal_of(options.cache, options.content)
    routes = Routes(
        DeskDecisions(options.content, journal, builder),
        IncomingFiles(options.content, memo, builder.nudge),
    )
    try:
        server = Preview(options.port, site, routes)
    except OSError as error:
        raise ContentError(f"端口 {options.port}", f"用不了（{error.strerror}）") from error
    builder.start()
    try:
        if builder.wait(1).failed and not (site / staging.MANIFEST).is_file():
            return 2
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"预览：http://127.0.0.1:{server.server_port}/ （Ctrl-C 结束）")
        threading.Event().wait()
    finally:
        builder.stop()
        server.server_close()
    return 0


def wanted(options: Namespace) -> Wanted:
    """Return what the options ask to be built; ContentError where it can't be."""
    site, dist = options.site.resolve(), options.dist.resolve()
    for target in (site, dist):
        staging.check_target(target, (options.content, PACKAGE))
    staging.check_apart(site, dist)
    chosen_outputs(options.only)
    places = options.content, options.cache, site, dist
    return Wanted(*places, options.only, options.jobs, options.force)


COMMAND = Command("serve", "本机预览；内容或模板一改就重做", arguments, run)
