"""A file as received -> a Source: a plain text as it stands, another format read by its reader."""

from __future__ import annotations

import hashlib

from generator.build.memo import Memo, no_memo
from generator.content.decoding import decode
from generator.content.importing import is_plain_text
from generator.content.importing.apart import import_apart
from generator.model import Source
from generator.original import Original


def read_source(name: str, data: bytes, memo: Memo = no_memo) -> Source:
    """Return the file `name` as a source; ContentError when it can't be read.

    The ending of the name tells the format; what is none that we know must be a plain text.
    """
    if is_plain_text(name):
        return decode(data, name)
    digest = hashlib.sha256(data).hexdigest()
    ending = name.rpartition(".")[2].lower()
    taken = memo(import_apart, name, data, key=(ending, digest))
    original = Original(ending, taken.reader, taken.parts, taken.doubts)
    return Source(name, taken.text, digest, ending, original)
