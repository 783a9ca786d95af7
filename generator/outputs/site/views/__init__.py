"""What pages show, as small dataclasses made by pure functions; one file per kind of page."""
