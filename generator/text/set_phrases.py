"""The set phrases of official prose, as filters of web sites hide them: 反腐*败, 一岗2责."""

from __future__ import annotations

from importlib.resources import files

SET_PHRASES = tuple(files(__package__).joinpath("set_phrases.txt").read_text("utf-8").splitlines())
