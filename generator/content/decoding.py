"""Bytes as received -> a decoded Source, with the encoding told and checked."""

from __future__ import annotations

import codecs
import hashlib
import re

from charset_normalizer import from_bytes

from generator.errors import ContentError
from generator.model import Source

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = ("gb18030", "big5")
WIDE = ("utf-16-le", "utf-16-be")
SUPPORTED = {"gb18030": "gb18030", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5"}
STRANGE = re.compile(r"[^\t\n\r\f\v\x1a -\U0010ffff]")  # control characters
LEAST_PLAUSIBLE = 0.6  # of the characters beyond ASCII; real texts score 0.9 and more

# The characters that hold most of any modern text, simplified and traditional.
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制"
    "机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正"
    "心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党"
    "程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角"
    "期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压"
    "志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万"
    "每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林"
    "律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史"
    "感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层"
    "片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德随病苏失尔死讲配女黄推显谈"
    "罪神艺呢席含企望密批营项防举球英氧势告李台落木帮轮破亚师围注远字材排供河态封另施减树溶怎止案言"
    "士均武固叶鱼波视仅费紧爱左章早朝害续轻服试食充兵源判护司足某练差致板田降黑犯负击范继兴似余坚曲"
    "督察纪检职责廉洁执违贯落署履巡述评审查"
    "個們來這為國說時會對發經與過動產種後業當應開還實現點從關體機學長將進區總處結問題黨員變條設"
    "級組織統計資見運動領導據隊給規強數電農決戰節議報類東書監督紀檢職責執違貫務辦項標稱選號"
)


def decode(data: bytes, file: str) -> Source:
    """Return the source `file` decoded; ContentError when it is not a text.

    `text` is the whole decoded text and nothing is lost: `text.encode(encoding)` gives
    the bytes back.  A byte order mark is no part of it; it is kept in the name of the
    encoding ("utf-8-sig", or "utf-16" with the byte order of the file: "utf-16-le-sig").
    Every other character stays as received, line ends included.
    """
    encoding = _encoding(data, file)
    text = _body(data, encoding).decode(encoding.removesuffix("-sig"))
    return Source(file, text, hashlib.sha256(data).hexdigest(), encoding)


def encode(text: str, encoding: str) -> bytes:
    """Return the bytes that `decode` read as `text` in `encoding` (the inverse of decode)."""
    body = text.encode(encoding.removesuffix("-sig"))
    return _mark(encoding) + body


def _mark(encoding: str) -> bytes:
    if not encoding.endswith("-sig"):
        return b""
    return next(mark for mark, name in MARKS if name.removesuffix("-sig") == encoding[:-4])


def _body(data: bytes, encoding: str) -> bytes:
    return data[len(_mark(encoding)) :]


def _encoding(data: bytes, file: str) -> str:
    """Return the name of the encoding: by its mark, as UTF-8, or the most plausible other."""
    for mark, name in MARKS:
        if data.startswith(mark):
            marked = name.removesuffix("-sig") + "-sig"
            if not _reads(data, marked):
                raise ContentError(file, f"开头标明是 {name}，但内容读不通；请另存为 UTF-8 纯文本")
            return marked
    if b"\x00" not in data and _reads(data, "utf-8"):
        return _text(data, "utf-8", file)
    candidates = WIDE if b"\x00" in data else (*_guessed(data), *LEGACY, *WIDE)
    readable = [name for name in dict.fromkeys(candidates) if _reads(data, name)]
    scored = [(plausibility(data.decode(name)), -at, name) for at, name in enumerate(readable)]
    score, _, name = max(scored, default=(0.0, 0, ""))
    if score < LEAST_PLAUSIBLE:
        raise ContentError(file, "不是可读的中文文本（可能是二进制文件）；请另存为 UTF-8 纯文本")
    return _text(data, name, file)


def _guessed(data: bytes) -> tuple[str, ...]:
    """Return what charset-normalizer takes the bytes for, where it is one that we know."""
    best = from_bytes(data, cp_isolation=[*LEGACY, "gbk"]).best()
    name = SUPPORTED.get(best.encoding) if best else None
    return (name,) if name else ()


def _reads(data: bytes, encoding: str) -> bool:
    """Tell whether the bytes are valid in `encoding` and come back the same."""
    try:
        return encode(_body(data, encoding).decode(encoding.removesuffix("-sig")), encoding) == data
    except UnicodeError:
        return False


def _text(data: bytes, encoding: str, file: str) -> str:
    """Return `encoding` when the decoded text is one that people write."""
    text = data.decode(encoding)
    strange = len(STRANGE.findall(text))
    if "\x00" in text or strange * 20 > len(text):
        raise ContentError(file, "不是文本文件（含控制字符）；请另存为 UTF-8 纯文本")
    return encoding


def plausibility(text: str) -> float:
    """Return how much `text` looks like Chinese, 0 to 1.

    Of the characters beyond ASCII: punctuation and common characters count whole, other
    ideographs of the two basic blocks half, everything else (private use, rare
    extensions, letters of other scripts) nothing.
    """
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return 1.0 if text and "\x00" not in text else 0.0
    return sum(map(_weight, beyond)) / len(beyond)


def _weight(char: str) -> float:
    if char in COMMON or "\u3000" <= char <= "\u3011" or char in "，。；：！？（）“”‘’—…·《》、":
        return 1.0
    if "\u4e00" <= char <= "\u9fa5":
        return 0.5
    return 0.3 if "\uff01" <= char <= "\uff5e" or "\u2460" <= char <= "\u24ff" else 0.0
