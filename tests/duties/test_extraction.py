"""Duties: against our own careful reading of the articles, and on laws."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.duties import by_body, extract_duties
from generator.model import Article, Base, Duty, Edition, EditionSentence, Library, Part, SourceSpan
from generator.text.sentences import sentence_spans

GOLDEN = Path(__file__).parent / "duties-golden.tsv"


@dataclass(frozen=True)
class Wanted:
    article: int
    sentence: int
    body: str
    modal: str
    opening: str
    closing: str
    carried: bool

    def is_met_by(self, duty: Duty) -> bool:
        return (
            (duty.article, duty.body, duty.modal, duty.carried)
            == (self.article, self.body, self.modal, self.carried)
            and duty.sentence.endswith(f"-s{self.sentence}")
            and duty.action.startswith(self.opening)
            and duty.action.endswith(self.closing)
        )


def read_golden() -> list[Wanted]:
    with GOLDEN.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Wanted(
            int(row["article"]),
            int(row["sentence"]),
            body,
            row["modal"],
            row["action"].partition("…")[0],
            row["action"].partition("…")[2],
            row["carried"] == "carried",
        )
        for row in rows
        for body in row["bodies"].split("|")
    ]


def test_duties_of_the_edition_agree_with_a_careful_reading(library: Library) -> None:
    wanted = read_golden()
    duties = extract_duties(library.collations[0].edition)
    unmet = [each for each in wanted if not any(each.is_met_by(duty) for duty in duties)]
    extra = [duty for duty in duties if not any(each.is_met_by(duty) for each in wanted)]
    precision = 1 - len(extra) / len(duties)
    recall = 1 - len(unmet) / len(wanted)
    told = f"precision {precision:.3f}, recall {recall:.3f}; missed {unmet}; extra {extra}"
    assert precision >= 0.95, told
    assert recall >= 0.98, told


def test_a_duty_stated_in_so_many_words_is_never_given_to_a_wrong_article(
    library: Library,
) -> None:
    texts = {each.number: each.text for each in library.collations[0].edition.articles}
    sentences = {each.id: each for each in library.collations[0].edition.sentences}
    for duty in library.duties:
        text = texts[duty.article]
        assert text[duty.action_start : duty.action_end] == duty.action
        sentence = sentences[duty.sentence]
        assert sentence.article == duty.article
        assert sentence.start <= duty.start <= duty.action_start <= duty.end <= sentence.end
        if not duty.carried:
            assert duty.modal in text[duty.start : duty.action_start]


def edition_of(*texts: str) -> Edition:
    articles, sentences = [], []
    for number, text in enumerate(texts, 1):
        articles.append(
            Article(f"law-{number}", number, f"第{number}条", "", text, "", SourceSpan("", 0, 0))
        )
        for count, (start, end) in enumerate(sentence_spans(text), 1):
            sentences.append(
                EditionSentence(f"law-{number}-s{count}", 1, number, 0, start, end, text[start:end])
            )
    part = Part(1, "", "", (), tuple(articles))
    return Edition(Base("law", "", ""), (), (part,), tuple(sentences))


def told(text: str) -> Iterator[tuple[str, str, str, str]]:
    for duty in extract_duties(edition_of(text)):
        yield duty.body, duty.modal, duty.condition, duty.action


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "用水单位应当安装计量设施，不得擅自停用、拆除。",
            [
                ("用水单位", "应当", "", "安装计量设施"),
                ("用水单位", "不得", "", "擅自停用、拆除"),
            ],
        ),
        (
            "水行政主管部门和其他有关部门应当依照职责做好监督管理。",
            [
                ("水行政主管部门", "应当", "", "依照职责做好监督管理"),
                ("其他有关部门", "应当", "", "依照职责做好监督管理"),
            ],
        ),
        (
            "禁止任何单位和个人破坏供水设施。",
            [
                ("任何单位", "禁止", "", "破坏供水设施"),
                ("个人", "禁止", "", "破坏供水设施"),
            ],
        ),
        (
            "纪委书记发现违反程序的问题，应当及时提出意见，对纠正不力的要向上级纪委反映。",
            [
                ("纪委书记", "应当", "发现违反程序的问题", "及时提出意见"),
                ("纪委书记", "要", "对纠正不力的", "向上级纪委反映"),
            ],
        ),
        ("申请人对决定不服的，可以申请行政复议。", []),
        ("这是重要的要求，主要任务是学习。", []),
        ("", []),
    ],
)
def test_duties_of_laws(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert list(told(text)) == expected


def test_a_sanction_is_nobodys_duty() -> None:
    text = "纪委书记应当如实报告。不如实报告的，依规依纪严肃追究责任。"
    assert [duty.action for duty in extract_duties(edition_of(text))] == ["如实报告"]


def test_bodies_are_listed_once_with_every_duty(library: Library) -> None:
    groups = by_body(library.duties)
    assert len({body for body, _ in groups}) == len(groups)
    assert sum(len(duties) for _, duties in groups) == len(library.duties)


def test_the_law_has_duties(law: Library) -> None:
    assert law.duties
    assert {duty.base for duty in law.duties} <= {each.edition.base.id for each in law.collations}
