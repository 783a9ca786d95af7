"""Which base a name means: full titles, what the report says, what else it names."""

from __future__ import annotations

import pytest

from generator.linking.named_documents import NamedDocuments, is_short_for, normal
from generator.model import Base
from generator.text.document_names import short_forms, titles

BASE = Base("b", "云溪市公共阅览室管理条例", "《条例》", issuer="云溪市人大常委会")


def meant(text: str, name: str) -> str | None:
    """Return the base that 《name》, where it stands last in `text`, means."""
    named = titles(text)
    documents = NamedDocuments(text, [BASE], named, short_forms(text, named))
    return documents.of_title(name, text.rindex(f"《{name}》"))


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("《云溪市公共阅览室管理条例》", "b"),
        ("《云溪市公共阅览室管理条例（2019年修订）》", "b"),
        ("《公共阅览室管理条例》", "b"),
        ("《公共阅览室条例》", "b"),
        ("《江城市公共阅览室管理条例》", None),
        ("《云溪市公共阅览室管理条例实施细则》", None),
        ("《条例》", "b"),
        ("《信访工作条例》施行后，《条例》", None),
        ("《云溪市公共阅览室管理条例》施行后，《条例》", "b"),
        ("《信访工作条例》（以下简称《条例》）。《条例》", None),
        ("《云溪市公共阅览室管理条例》（以下简称《条例》）。《信访工作条例》。《条例》", "b"),
        ("报告\n《信访工作条例》\n《云溪市公共阅览室管理条例》\n《条例》", None),
        ("报告\n《信访工作条例》\n《云溪市公共阅览室管理条例》，《条例》", "b"),
        ("《云溪市公共阅览室管理条例》报告\n《信访工作条例》\n《条例》", "b"),
        ("《云溪市图书捐赠办法》\n《条例》", "b"),
        ("省《条例》", None),
        ("我市《条例》", "b"),
        ("云溪市《条例》", "b"),
        ("原《条例》", None),
    ],
)
def test_a_title_means_what_the_report_says(text: str, base: str | None) -> None:
    name = text[text.rindex("《") + 1 : text.rindex("》")]
    assert meant(text, name) == base


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("按照条例", "b"),
        ("按照省条例", None),
        ("按照公共阅览室管理条例", "b"),
        ("按照阅览室条例", "b"),
        ("江城市公共阅览室管理条例", None),
        ("民法典", None),
    ],
)
def test_words_mean_the_base_that_they_end_in(words: str, base: str | None) -> None:
    assert NamedDocuments(words, [BASE], (), ()).of_words(words, 0) == base


@pytest.mark.parametrize(
    ("form", "title", "short"),
    [
        ("公共阅览室条例", "云溪市公共阅览室管理条例", True),
        ("监督意见", "关于加强监督的意见", True),
        ("条例", "云溪市公共阅览室管理条例", False),
        ("阅览室办法", "云溪市公共阅览室管理条例", False),
        ("关于监督的意见", "关于加强监督的意见", False),
        ("云管条例", "云溪市公共阅览室管理条例", False),
        ("读者", "读者", False),
    ],
)
def test_an_abbreviation_leaves_parts_out(form: str, title: str, short: bool) -> None:
    assert is_short_for(form, title) is short


def test_names_are_compared_without_quotes_blanks_and_edition() -> None:
    assert normal("關於加強對「一把手」監督的 意見（試行）") == "关于加强对一把手监督的意见"
