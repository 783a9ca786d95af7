"""The vocabulary of an archive: volumes (分册), and the hall (总馆) over them.

Addresses start at the root of the site that shows them; `volumes` in them is the folder beside
the hall's.  Nothing here holds the text of a volume, only what it left for the hall.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Above:
    """The hall that a volume leads back to: its name, and its root from the volume's."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume as the hall lists it: its root from the hall's, and what it holds.

    `places` and `years` are what its reports state, each with how many do, most first.
    """

    id: str
    title: str
    address: str
    reports: int
    links: int
    places: tuple[tuple[str, int], ...] = ()
    years: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class VolumeCount:
    """How many passages of a volume speak of an article in a role."""

    volume: str
    base: str
    article: int
    role: str
    passages: int


@dataclass(frozen=True, slots=True)
class VolumePassage:
    """A passage of a volume as the hall shows it; `runs` are its words and whether they count.

    `address` starts at the volume's root.  A pack prints `printed`, which is empty where it prints
    nothing of it; it is of `source`, in a sentence of `speaker`, and `marks` are the words that
    bear witness.
    """

    volume: str
    base: str
    article: int
    role: str
    kind: str
    status: str
    score: float
    sure: bool
    runs: tuple[tuple[str, bool], ...]
    cut_before: bool
    cut_after: bool
    report_title: str
    address: str
    why: tuple[str, ...] = ()
    shared: int = 1
    auto: bool = True
    printed: str = ""
    source: str = ""
    speaker: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """Where a passage stands that several volumes share; `address` starts at the volume's root."""

    volume: str
    report_title: str
    address: str


@dataclass(frozen=True, slots=True)
class SharedBetween:
    """The same letters in reports of several volumes; `places` are the first of `reports`."""

    text: str
    letters: int
    reports: int
    volumes: int
    places: tuple[SharedPlace, ...]


@dataclass(frozen=True, slots=True)
class Hall:
    """What the hall knows of its volumes: counts above zero, the best passages, what is shared."""

    volumes: tuple[Volume, ...]
    counts: tuple[VolumeCount, ...] = ()
    passages: tuple[VolumePassage, ...] = ()
    shared: tuple[SharedBetween, ...] = ()
