"""Libraries of other shapes than the shipped one."""

from __future__ import annotations

import pytest

from generator.model import Library
from tests.outputs import documents


@pytest.fixture(scope="session")
def opinion(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """An opinion with 文号, 主送机关, 落款 and annexes; its （一） begin anew in each part."""
    folder = tmp_path_factory.mktemp("opinion")
    return documents.library_of(folder, documents.OPINION_TITLE, documents.OPINION)


@pytest.fixture(scope="session")
def code(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A regulation with 编, 章 and 节, with 第二条之一, 款, 项 and 目."""
    folder = tmp_path_factory.mktemp("code")
    return documents.library_of(folder, documents.CODE_TITLE, documents.CODE)


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A document without any numbers."""
    folder = tmp_path_factory.mktemp("plain")
    return documents.library_of(folder, documents.PLAIN_TITLE, documents.PLAIN)
