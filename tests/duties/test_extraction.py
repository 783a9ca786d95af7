"""Duties: what is read of the clauses of laws, and what holds of every duty."""

from collections.abc import Iterator

import pytest

from generator.duties import by_body, extract_duties
from generator.duties.wording import clauses_of
from generator.model import Article, Base, Duty, Edition, EditionSentence, Library, Part, SourceSpan
from generator.text.sentences import sentence_spans


def test_a_duty_is_told_in_the_words_of_its_article(library: Library, law: Library) -> None:
    for built in (library, law):
        assert built.duties
        for collation in built.collations:
            hold_the_words(collation.edition, extract_duties(collation.edition))


def hold_the_words(edition: Edition, duties: tuple[Duty, ...]) -> None:
    """Body, modal, condition and action stand in the article where the duty says."""
    texts = {each.number: each.text for each in edition.articles}
    sentences = {each.id: each for each in edition.sentences}
    for duty in duties:
        text = texts[duty.article]
        assert text[duty.action_start : duty.action_end] == duty.action
        assert text[duty.body_start : duty.body_end] == duty.body
        assert text.startswith(duty.modal, duty.modal_start)
        assert duty.condition in text[duty.start : duty.action_end]
        assert duty.action
        assert duty.modal
        sentence = sentences[duty.sentence]
        assert sentence.article == duty.article
        place = duty.action_start if duty.carried else duty.modal_start
        assert sentence.start <= place < sentence.end
        if not duty.carried:
            assert duty.start <= duty.modal_start < duty.action_end


def edition_of(*texts: str) -> Edition:
    articles, sentences = [], []
    for number, text in enumerate(texts, 1):
        articles.append(
            Article(f"law-{number}", number, f"第{number}条", "", text, "", SourceSpan("", 0, 0))
        )
        offset = count = 0
        for index, paragraph in enumerate(text.split("\n")):
            for start, end in sentence_spans(paragraph):
                count += 1
                ident = f"law-{number}-s{count}"
                span = (offset + start, offset + end)
                words = text[span[0] : span[1]]
                sentences.append(EditionSentence(ident, 1, number, index, *span, words))
            offset += len(paragraph) + 1
    part = Part(1, "", "", (), tuple(articles))
    return Edition(Base("law", "", ""), (), (part,), tuple(sentences))


def told(text: str) -> Iterator[tuple[str, str, str, str]]:
    edition = edition_of(text)
    duties = extract_duties(edition)
    hold_the_words(edition, duties)
    for duty in duties:
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
            [("任何单位和个人", "禁止", "", "破坏供水设施")],
        ),
        (
            "纪委书记发现违反程序的问题，应当及时提出意见，对纠正不力的要向上级纪委反映。",
            [
                ("纪委书记", "应当", "发现违反程序的问题", "及时提出意见"),
                ("纪委书记", "要", "对纠正不力的", "向上级纪委反映"),
            ],
        ),
        (
            "申请人对决定不服的，可以申请行政复议。",
            [("申请人", "可以", "对决定不服的", "申请行政复议")],
        ),
        (
            "违反本条例规定的，由市水务局责令改正；逾期不改正的，处一万元罚款；"
            "构成犯罪的，依法追究刑事责任。",
            [
                ("市水务局", "由", "违反本条例规定的", "责令改正"),
                ("市水务局", "由", "逾期不改正的", "处一万元罚款"),
            ],
        ),
        (
            "水费由用水单位承担，具体办法由市人民政府制定。",
            [
                ("用水单位", "由", "水费", "承担"),
                ("市人民政府", "由", "具体办法", "制定"),
            ],
        ),
        (
            "经市人民政府批准，供水企业可以调整水价。",
            [("供水企业", "可以", "经市人民政府批准", "调整水价")],
        ),
        ("未经批准，不得取水。", [("", "不得", "未经批准", "取水")]),
        ("听证应当由主持人组织。", [("主持人", "应当", "听证", "组织")]),
        ("本条例所称用水单位，是指应当安装计量设施、由政府管理的单位。", []),
        ("委员会由有关部门的负责人组成。", []),
        ("这是重要的要求，主要任务是学习，需要摘要。", []),
        ("执法人员向当事人索要财物的，依法给予处分。", []),
        ("", []),
    ],
)
def test_duties_of_laws(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert list(told(text)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "市人民政府及其有关部门",
        "市场主体",
        "各地区、各部门",
        "国家机关工作人员",
        "任何单位和个人",
        "有关单位和个人",
        "公民、法人和其他组织",
        "公安、交通运输、商务等部门",
        "市、县（区）人民政府",
        "省、自治区、直辖市人民政府",
        "从事供水活动的单位和个人",
        "负有安全生产监督管理职责的部门",
        "被检查单位",
        "经营者",
        "法定代表人",
    ],
)
@pytest.mark.parametrize("modal", ["应当", "可以", "有权", "不得"])
def test_one_body_is_one_body(body: str, modal: str) -> None:
    assert list(told(f"{body}{modal}查阅档案。")) == [(body, modal, "", "查阅档案")]


WORDS = "索要 主要 需要 重要 摘要 纪要 概要 首要 必要 要求 要素 要件"


@pytest.mark.parametrize("word", WORDS.split())
def test_a_word_that_holds_a_modal_is_none(word: str) -> None:
    assert not list(told(f"市人民政府{word}材料和意见。"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("业主应当交费。", "duty"),
        ("业主必须交费。", "duty"),
        ("业主有依法交费的义务。", "duty"),
        ("业主对房屋安全负责。", "duty"),
        ("业主负责楼道的清扫工作。", "duty"),
        ("业主可以投诉。", "right"),
        ("业主有权投诉。", "right"),
        ("业主享有知情权。", "right"),
        ("业主有查阅账目的权利。", "right"),
        ("业主不得堆放杂物。", "prohibition"),
        ("禁止业主堆放杂物。", "prohibition"),
        ("业主无权拒绝。", "prohibition"),
    ],
)
def test_a_duty_a_right_and_a_prohibition_are_told_apart(text: str, kind: str) -> None:
    assert [(each.body, each.kind) for each in extract_duties(edition_of(text))] == [("业主", kind)]


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("市人民政府要强化监督", "强化监督"),
        ("市人民政府要领导普法工作", "领导普法工作"),
        ("市人民政府要不断改进作风", "不断改进作风"),
        ("市人民政府要约谈负责人", "约谈负责人"),
        ("市人民政府要紧盯问题", "紧盯问题"),
        ("基层民主要扩大", "扩大"),
    ],
)
def test_yao_is_a_modal_before_a_verb(words: str, action: str) -> None:
    assert [each[1::2] for each in told(f"{words}。")] == [("要", action)]


LIST = "业主不得有下列行为：\n（一）堆放杂物；\n（二）私拉电线。\n物业服务人应当劝阻。"


def test_an_action_that_is_a_list_holds_its_items() -> None:
    assert [each[0::3] for each in told(LIST)] == [
        ("业主", "有下列行为：\n（一）堆放杂物；\n（二）私拉电线"),
        ("物业服务人", "劝阻"),
    ]


def test_a_list_of_cases_is_no_part_of_the_action() -> None:
    text = "业主有下列情形之一的，由街道办事处责令改正：（一）堆放杂物；（二）应当交费而不交费。"
    assert list(told(text)) == [("街道办事处", "由", "业主有下列情形之一的", "责令改正")]


def test_items_that_speak_of_bodies_of_their_own_are_read_each() -> None:
    text = "各部门按照下列分工负责：（一）公安机关负责治安；（二）城管部门应当巡查。"
    assert [each[0::3] for each in told(text)][-2:] == [("公安机关", "治安"), ("城管部门", "巡查")]


def test_a_body_is_carried_on_only_inside_its_sentence_and_list() -> None:
    text = "业主遵守下列规定：\n（一）不得堆放杂物；\n（二）应当交费。\n应当爱护设施。加强宣传。"
    assert list(told(text)) == [
        ("业主", "不得", "", "堆放杂物"),
        ("业主", "应当", "", "交费"),
        ("", "应当", "", "爱护设施"),
    ]


def test_every_carried_body_stands_in_the_sentence_of_its_duty(library: Library) -> None:
    texts = {each.number: each.text for each in library.collations[0].edition.articles}
    for duty in library.duties:
        between = sorted((duty.body_start, duty.action_start))
        assert "。" not in texts[duty.article][between[0] : between[1]]


def test_a_clause_is_shown_once_with_all_its_bodies() -> None:
    text = "居民委员会、物业服务人应当加强巡查，发现隐患及时报告。"
    (clause,) = clauses_of(extract_duties(edition_of(text)), text)
    assert clause.bodies == ("居民委员会", "物业服务人")
    assert clause.words == text.rstrip("。")
    assert clause.modal == "应当"


def test_a_body_is_named_before_a_clause_only_where_it_does_not_stand_in_it() -> None:
    text = "业主应当交费，不得堆放杂物；有关部门按规定予以协助。"
    clauses = clauses_of(extract_duties(edition_of(text)), text)
    assert [(each.bodies, each.named_before, each.words) for each in clauses] == [
        (("业主",), False, "业主应当交费"),
        (("业主",), True, "不得堆放杂物"),
        (("有关部门",), False, "有关部门按规定予以协助"),
    ]


def test_a_sanction_is_nobodys_duty() -> None:
    text = "纪委书记应当如实报告。不如实报告的，依规依纪严肃追究责任。"
    assert [duty.action for duty in extract_duties(edition_of(text))] == ["如实报告"]


def test_names_that_the_text_defines_are_bodies() -> None:
    article = "本条例所称乐驿，是指接送旅客的单位。"
    duties = extract_duties(edition_of(article, "乐驿应当明码标价。"))
    assert [each.body for each in duties] == ["乐驿"]
    assert [each.body for each in extract_duties(edition_of("乐驿应当明码标价。"))] == [""]


def test_bodies_are_listed_once_with_every_duty(library: Library) -> None:
    groups = by_body(library.duties)
    assert len({body for body, _ in groups}) == len(groups)
    assert sum(len(duties) for _, duties in groups) == len(library.duties)
    assert [body for body, _ in groups].index("") == len(groups) - 1


def test_the_parts_of_a_clause_are_told_apart() -> None:
    text = "物业服务人应当巡查，发现隐患的，应当报告；对违规的及时劝阻。禁止养犬。"
    clauses = clauses_of(extract_duties(edition_of(text)), text)
    assert [(c.bodies, c.before, c.modal, c.after, c.named_before) for c in clauses] == [
        (("物业服务人",), "物业服务人", "应当", "巡查", False),
        (("物业服务人",), "发现隐患的，", "应当", "报告", True),
        (("物业服务人",), "", "", "对违规的及时劝阻", True),
        ((), "", "禁止", "养犬", False),
    ]
    assert [c.kind for c in clauses] == ["duty", "duty", "duty", "prohibition"]
    assert [c.sentence for c in clauses] == ["law-1-s1"] * 3 + ["law-1-s2"]


def test_a_clause_of_nobody_has_no_body() -> None:
    text = "未经批准，不得取水。"
    (clause,) = clauses_of(extract_duties(edition_of(text)), text)
    assert (clause.bodies, clause.named_before) == ((), False)


def test_a_short_name_that_the_text_gives_is_a_body() -> None:
    article = "平河市水上乐驿运营单位（以下简称“水驿”）从事接送。"
    duties = extract_duties(edition_of(article, "水驿应当明码标价。"))
    assert [each.body for each in duties] == ["水驿"]
    assert [each.body for each in extract_duties(edition_of("水驿应当明码标价。"))] == [""]
    thing = "平河市水上漂流标志（以下简称“水标”）从事接送。"
    assert [each.body for each in extract_duties(edition_of(thing, "水标应当醒目。"))] == [""]


def test_items_on_lines_of_their_own_belong_to_the_sentence_before() -> None:
    for label in ("（一）", "1．", "①"):
        text = f"业主不得有下列行为：\n{label}堆放杂物；\n　{label}私拉电线。"
        (duty,) = extract_duties(edition_of(text))
        assert duty.action == text.removeprefix("业主不得").removesuffix("。")
    apart = "业主应当交费。\n（一）应当登记。"
    assert [each.action for each in extract_duties(edition_of(apart))] == ["交费", "登记"]
