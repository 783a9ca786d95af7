"""A page in WebKitGTK as it loads: its console on standard output, and the page on paper.

/usr/bin/python3 webkit_page.py URL [PDF]   (a program of its own: Debian's Python has the bindings)
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402  (versions are chosen first)

SETTLED = 400  # milliseconds after loading, for scripts that run then
PATIENCE = 60  # seconds


def printing(view: Any, paper: Path) -> Any:
    """Start to print a page into a file, on A4; the loop ends when it is done."""
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, paper.resolve().as_uri())
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    setup = Gtk.PageSetup()
    setup.set_paper_size_and_default_margins(Gtk.PaperSize.new("iso_a4"))
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    operation.connect("finished", lambda _: Gtk.main_quit())
    operation.print_()
    return operation


def main() -> None:
    """Open the page that the command line names, and print it where a file is named too."""
    window, view = Gtk.OffscreenWindow(), WebKit2.WebView()
    view.get_settings().set_property("enable-write-console-messages-to-stdout", True)
    window.add(view)
    window.set_default_size(1280, 900)
    window.show_all()
    kept: list[Any] = []  # an operation ends with its last reference

    def then() -> None:
        if len(sys.argv) > 2:
            kept.append(printing(view, Path(sys.argv[2])))
        else:
            Gtk.main_quit()

    def loaded(_: Any, event: Any) -> None:
        if event == WebKit2.LoadEvent.FINISHED:
            GLib.timeout_add(SETTLED, then)

    view.connect("load-changed", loaded)
    view.load_uri(sys.argv[1])
    GLib.timeout_add_seconds(PATIENCE, Gtk.main_quit)
    Gtk.main()


if __name__ == "__main__":
    main()
