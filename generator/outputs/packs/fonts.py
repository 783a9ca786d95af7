"""The fonts that a pack is set in: finding them, and knowing what they can't write."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import typst

from generator.build.memo import Memo, no_memo
from generator.build.places import FONTS
from generator.errors import ContentError
from generator.model import PackFace

Script = Literal["hans", "hant"]

# For each face the families that may set it, best first: an office's own, then the free ones.
FAMILIES: dict[Script, dict[PackFace, tuple[str, ...]]] = {
    "hans": {
        "title": (
            "FZXiaoBiaoSong-B05S",
            "FZXiaoBiaoSong-B05",
            "方正小标宋简体",
            "FandolSong",
            "Noto Serif CJK SC",
        ),
        "heading": ("SimHei", "黑体", "FandolHei", "Noto Sans CJK SC"),
        "minor": ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "FandolKai", "Noto Serif CJK SC"),
        "body": (
            "FangSong_GB2312",
            "仿宋_GB2312",
            "FangSong",
            "FandolFang R",
            "FandolFang",
            "Noto Serif CJK SC",
        ),
    },
    "hant": {
        "title": ("Noto Serif CJK TC",),
        "heading": ("Noto Sans CJK TC",),
        "minor": ("DFKai-SB", "BiauKai", "Noto Serif CJK TC"),
        "body": ("Noto Serif CJK TC",),
    },
}
# Names of one font: how offices call it, and how its file does.
ALIASES = (
    ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    ("黑体", "SimHei"),
    ("宋体", "SimSun"),
    ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi"),
    ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong"),
    ("微软雅黑", "Microsoft YaHei"),
    ("华文中宋", "STZhongsong"),
    ("华文仿宋", "STFangsong"),
    ("华文楷体", "STKaiti"),
    ("思源宋体", "Source Han Serif SC", "Noto Serif CJK SC"),
    ("思源黑体", "Source Han Sans SC", "Noto Sans CJK SC"),
)
# Signs that the Chinese fonts may lack are taken from here.
LAST = ("Noto Serif CJK SC", "Noto Sans CJK SC")
WANTED = "请运行 .venv/bin/python scripts/fetch_fonts.py，或把字体放进内容文件夹的 fonts/"


class FontsMissingError(ContentError):
    """A face has no font, or a character has none that writes it."""


@dataclass(frozen=True)
class Fonts:
    """The fonts found: where they are and, for each script and face, the chain of families."""

    folders: tuple[str, ...]
    chains: dict[Script, dict[PackFace, tuple[str, ...]]]
    files: dict[str, tuple[tuple[str, int], ...]]
    memo: Memo = no_memo
    _written: dict[tuple[str, int], frozenset[int]] = field(default_factory=dict)

    def stamp(self) -> tuple[tuple[str, int], ...]:
        """Return what tells these fonts from others: the files' names and sizes."""
        paths = {path for places in self.files.values() for path, _ in places}
        return tuple(sorted((Path(path).name, Path(path).stat().st_size) for path in paths))

    def faces(
        self, script: Script, wished: Sequence[tuple[PackFace, str]] = ()
    ) -> dict[PackFace, tuple[str, ...]]:
        """Return the families of each face, best first; the editors' own wish comes before all.

        A wish that is not here is passed over; one for simplified characters is no wish for
        traditional ones, which its font may lack.
        """
        chains = dict(self.chains[script])
        for face, name in wished if script == "hans" else ():
            known = [each for each in _names(name) if each in self.files]
            chains[face] = tuple(dict.fromkeys((*known, *chains[face])))
        return chains

    def lacking(self, wished: Iterable[tuple[PackFace, str]]) -> tuple[str, ...]:
        """Return the fonts that are wished for and not here, in their order."""
        names = dict.fromkeys(name for _, name in wished)
        return tuple(name for name in names if not any(each in self.files for each in _names(name)))

    def missing(self, text: Iterable[str], script: Script) -> str:
        """Return the characters of `text` that some face has no glyph for, in code order."""
        wanted = {char for each in text for char in each if not _blank(char)}
        lacking: set[str] = set()
        for chain in set(self.chains[script].values()):
            left = {ord(char) for char in wanted}
            for family in chain:
                if not left:
                    break
                for path, index in self.files[family]:
                    left -= self._characters(path, index)
            lacking |= {chr(code) for code in left}
        return "".join(sorted(lacking))

    def check(self, text: Iterable[str], script: Script, name: str) -> None:
        """Raise FontsMissingError when a character of `text` would print as a box."""
        if lacking := self.missing(text, script):
            shown = "、".join(f"{char}（U+{ord(char):04X}）" for char in lacking[:8])
            more = f"等 {len(lacking)} 个字" if len(lacking) > 8 else ""
            raise FontsMissingError(name, f"字体里没有 {shown}{more}；{WANTED}")

    def _characters(self, path: str, index: int) -> frozenset[int]:
        """Return the code points that a font file writes; it takes long to find out."""
        if (path, index) not in self._written:
            state = Path(path).stat()
            key = (path, index, state.st_size, state.st_mtime_ns)
            self._written[path, index] = self.memo(characters, path, index, key=key)
        return self._written[path, index]


def folders(own: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return where fonts are looked for: the library's own first, then the user's, then others."""
    given = [Path(each) for each in os.environ.get("KB_FONTS", "").split(os.pathsep) if each]
    usual = (
        FONTS,
        Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
        Path("/usr/share/fonts/opentype/noto"),
        Path("/usr/share/fonts/opentype/fandol"),
        Path("/usr/local/share/fonts"),
    )
    return tuple(each for each in (*own, *given, *usual) if each.is_dir())


@cache
def load_fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """Return the fonts of those folders as the typesetter takes them."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )


def find_fonts(own: Sequence[Path] = (), memo: Memo = no_memo) -> Fonts:
    """Return the fonts of this machine; FontsMissingError when a face has none.

    `memo` may know already which characters they write.
    """
    found = tuple(map(str, folders(own)))
    files: dict[str, list[tuple[str, int]]] = {}
    if found:
        for font in load_fonts(found).fonts():
            if font.path:
                files.setdefault(font.family, []).append((font.path, font.index))
    chains: dict[Script, dict[PackFace, tuple[str, ...]]] = {}
    for script, faces in FAMILIES.items():
        chains[script] = {
            face: tuple(dict.fromkeys(each for each in (*families, *LAST) if each in files))
            for face, families in faces.items()
        }
    if not all(chains["hans"].values()):
        raise FontsMissingError("字体", f"没有可用的中文字体，PDF 不能排版；{WANTED}")
    return Fonts(
        found,
        chains,
        {family: tuple(sorted(paths)) for family, paths in files.items()},
        memo,
    )


def _names(font: str) -> tuple[str, ...]:
    """Return the names that a font may go by, the given one first."""
    alike = next((names for names in ALIASES if font in names), ())
    return (font, *(each for each in alike if each != font))


def _blank(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Zs")


def characters(path: str, index: int) -> frozenset[int]:
    """Return the code points that a font file writes."""
    from fontTools.ttLib import TTFont  # heavy

    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap())
