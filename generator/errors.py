"""The errors that a person can mend: one clear line, exit status 2."""

from __future__ import annotations

import errno
from collections.abc import Callable

TROUBLES = {
    errno.ENOSPC: "磁盘满了；请腾出地方再来",
    errno.EDQUOT: "磁盘配额用完了；请腾出地方再来",
    errno.EFBIG: "文件超过了系统许可的大小（ulimit -f）",
    errno.EACCES: "没有权限；请检查文件和文件夹的权限",
    errno.EPERM: "没有权限；请检查文件和文件夹的权限",
    errno.EROFS: "所在的磁盘是只读的",
    errno.EMFILE: "打开的文件太多（ulimit -n）",
    errno.ENOMEM: "内存不够；请关掉别的程序，或用 --jobs 1 再来",
    errno.EAGAIN: "系统不让再开进程或线程（ulimit -u、-v）；请用 --jobs 1 再来",
    errno.ELOOP: "是绕圈的链接；请放入文件本身",
    errno.ENAMETOOLONG: "名字太长；请改短",
    errno.ENOTDIR: "路径里有一段不是文件夹",
}
# How compiled libraries, and processes of ours that died, say that there was no memory.
OUT_OF_MEMORY = (
    *("MemoryError", "failed to map segment", "annot allocate memory", "out of memory"),
    "failed to reserve",
)


class ContentError(Exception):
    """Bad input: says the file, the line or key, what is wrong and what to do."""

    def __init__(self, where: str, what: str, line: int | None = None) -> None:
        place = f"{where}:{line}" if line is not None else where
        super().__init__(" ".join(f"{place}: {what}".split()))

    def __reduce__(self) -> tuple[Callable[[str], ContentError], tuple[str]]:
        """Return how it is made again in another process."""
        return ContentError.from_line, (str(self),)

    @classmethod
    def from_line(cls, line: str) -> ContentError:
        """Return the error that `str` made `line` of (in another process, say)."""
        error = cls("", "")
        error.args = (line,)
        return error


def system_error(error: BaseException) -> ContentError | None:
    """Return the one line for what the system did not allow: a full disk, a right, a limit.

    None where it is something else, which would be a bug.
    """
    said = str(error) if isinstance(error, RuntimeError | ImportError) else ""
    if isinstance(error, MemoryError) or any(sign in said for sign in OUT_OF_MEMORY):
        return ContentError("系统", TROUBLES[errno.ENOMEM])
    if "can't start new thread" in said:
        return ContentError("系统", TROUBLES[errno.EAGAIN])
    if not isinstance(error, OSError) or error.errno not in TROUBLES:
        return None
    names = (error.filename, error.filename2)
    where = next((str(each) for each in names if each is not None), "系统")
    return ContentError(where, TROUBLES[error.errno])
