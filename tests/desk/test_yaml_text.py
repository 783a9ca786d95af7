"""Changes to the text of YAML files: what was not meant stays, whatever the file looks like.

What a changed file says is read by ruamel.yaml, which is not the reader that wrote it.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.content.yaml_files import Plain
from generator.desk.steps import FileStep, Line, back, done, with_old
from generator.desk.yaml_changes import Add, Put, TakeItem, YamlChange, changed
from generator.errors import ContentError

ENTRY: Plain = {"decision": "add", "words": '他说：“是的: # 真”\\ "x"', "article": "5"}
LINES = '- decision: add\n  words: "他说：“是的: # 真”\\\\ \\"x\\""\n  article: 5'


def said(text: str) -> object:
    """Return what ruamel.yaml reads, every scalar as its text."""
    reader = YAML(typ="base", pure=True)
    return reader.load(text.removeprefix("\ufeff"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"{LINES}\n"),
        ("# 说明\n", f"# 说明\n{LINES}\n"),
        ("# 说明\n\n[]\n", f"# 说明\n\n{LINES}\n"),
        ("[]", LINES),
        ("[]  # 空\n", f"{LINES}  # 空\n"),
        ("- a: b", f"- a: b\n{LINES}"),
        ("- a: b\n# 完\n\n\n", f"- a: b\n# 完\n{LINES}\n\n\n"),
        ("  - a: b\n", "  - a: b\n" + "".join(f"  {each}\n" for each in LINES.split("\n"))),
        ("- a: |+\n    x\n\n\n", f"- a: |+\n    x\n\n\n{LINES}\n"),
        ("---\n- a\n...\n# 之后\n", f"---\n- a\n{LINES}\n...\n# 之后\n"),
        ("- &here a: b\n", f"- &here a: b\n{LINES}\n"),
        ("- a:\tb\t# 制表符\n", f"- a:\tb\t# 制表符\n{LINES}\n"),
        (
            "\ufeff# 头\r\n- a: b\r\n",
            "\ufeff# 头\r\n- a: b\r\n" + LINES.replace("\n", "\r\n") + "\r\n",
        ),
    ],
)
def test_an_entry_is_put_at_the_end_of_a_list_of_any_look(before: str, after: str) -> None:
    found = changed(before, Add((), ENTRY), "links.yml")
    assert found == after
    assert said(found.replace("\t", " "))[-1] == ENTRY  # type: ignore[index]


FLOW = '{decision: add, words: "他说：“是的: # 真”\\\\ \\"x\\"", article: 5}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a, b] # 行\n", f"[a, b, {FLOW}] # 行\n"),
        ("[\n  a, # 一\n  b, # 二\n]\n", f"[\n  a, # 一\n  b, {FLOW}, # 二\n]\n"),
        ("--- []\n", f"--- [{FLOW}]\n"),
    ],
)
def test_a_list_on_one_line_grows_on_its_line(before: str, after: str) -> None:
    assert changed(before, Add((), ENTRY), "links.yml") == after
    assert said(after)[-1] == ENTRY  # type: ignore[index]


TITLE = ("sources", "005", "title")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: x\n", "title: x\nsources:\n  005:\n    title: 新\n"),
        ("sources:\n# 后\nb: c", "sources:\n  005:\n    title: 新\n# 后\nb: c"),
        ("sources: {}\n", "sources: {005: {title: 新}}\n"),
        (
            "sources:\n  a: {k: v}  # 注\n    # 也是\n\n# 下一节\nb: c\n",
            "sources:\n  a: {k: v}  # 注\n    # 也是\n  005:\n    title: 新\n\n# 下一节\nb: c\n",
        ),
        ("sources: {'005': {k: v}, b: {}}\n", "sources: {'005': {k: v, title: 新}, b: {}}\n"),
        (
            "sources:\n    '005':\n        k: v\n",
            "sources:\n    '005':\n        k: v\n        title: 新\n",
        ),
        (
            "sources:\n  '005':\n    title: \"旧\" # 注\n",
            "sources:\n  '005':\n    title: 新 # 注\n",
        ),
        ("sources:\n  '005':\n    title: # 注\n", "sources:\n  '005':\n    title: 新 # 注\n"),
        (
            "sources:\n  '005':\n    title: >\n      旧\n      的\n    k: v\n",
            "sources:\n  '005':\n    title: 新\n    k: v\n",
        ),
    ],
)
def test_a_key_is_set_where_it_belongs(before: str, after: str) -> None:
    assert changed(before, Put(TITLE, "新"), "library.yml") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("b: c\nsources:\n  '005': # 注\n    title: 旧\n# 完\n", "b: c\n# 完\n"),
        ("sources:\n  '005': {title: 旧, k: v}\n", "sources:\n  '005': {k: v}\n"),
        ("sources:\n  '005': {k: v, title: 旧}\n", "sources:\n  '005': {k: v}\n"),
        ("sources:\n  '005':\n    title: 旧 # 注\n    k: v", "sources:\n  '005':\n    k: v"),
    ],
)
def test_a_key_is_taken_away_and_what_is_left_empty(before: str, after: str) -> None:
    assert changed(before, Put(TITLE, None), "library.yml") == after


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- a: b\n\t- c: d\n", "YAML 写法有误"),
        ("- &x a\n- *x\n", "不能用引用"),
        ("a: 1\na: 2\n", "写了两次"),
        ("- a\n---\n- b\n", "YAML 写法有误"),
        ("- a: \x00\n", "YAML 写法有误"),
        ("a: b\n", "应当是一个列表"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(text: str, problem: str) -> None:
    with pytest.raises(ContentError, match=problem):
        changed(text, Add((), ENTRY), "links.yml")


# --- any file, any actions -----------------------------------------------------------------

WORDS = st.text("一把手班子 ab:#-'\"{}[],&*!|>%@\\，。\u2028\x85", min_size=1, max_size=8)
COMMENT = st.text("一二# -:[]{}", max_size=6).map(lambda text: f"# {text}")
NAMES = st.sampled_from(["005", "a-1", "文件 1.txt", "丙"])
NEWLINES = st.sampled_from(["\n", "\r\n"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a library.yml of any look: lists and mappings in lines or in one, with comments."""
    lines = draw(st.lists(COMMENT, max_size=2))
    lines.append(f"title: 名{draw(st.sampled_from(['', '  # 题', '   ']))}")
    form = draw(st.sampled_from(["none", "empty", "flow", "lines", "quoted"]))
    if form != "none":
        flow = {"empty": "", "flow": " {甲: {title: 旧, kind: report}}  # 行"}
        lines.append(f"sources:{flow.get(form, '')}")
    if form in ("lines", "quoted"):
        step = draw(st.sampled_from(["  ", "    "]))
        lines += [
            f"{step}甲:",
            f"{step}{step}title: '旧'",
            f"{step}{step}# 注",
            f"{step}{step}kind: report",
        ]
        lines += [f"{step}'乙': {{place: 某市}}", *draw(st.lists(COMMENT, max_size=2))]
    if draw(st.booleans()):
        lines += [
            "",
            "markers:",
            "- 水印",
            "- |",
            "  多",
            "  行",
            "# 注",
        ]
    lines += draw(st.lists(st.sampled_from(["", "# 尾", "   "]), max_size=2))
    newline = draw(NEWLINES)
    text = newline.join(lines) + draw(st.sampled_from(["", newline]))
    return draw(st.sampled_from(["", "\ufeff"])) + text


CHANGES: st.SearchStrategy[YamlChange] = st.one_of(
    st.builds(Put, st.tuples(st.just("sources"), NAMES, st.just("title")), WORDS | st.none()),
    st.builds(Put, st.just(("sources", "甲", "title")), WORDS | st.none()),
    st.builds(Put, st.just(("sources", "甲", "kind")), st.just("law") | st.none()),
    st.builds(Put, st.just(("bases", "note")), WORDS),
    st.builds(Add, st.just(("markers",)), WORDS),
    st.builds(Add, st.just(("accepted",)), st.fixed_dictionaries({"code": WORDS, "reason": WORDS})),
)


@settings(max_examples=150)
@given(files(), st.lists(CHANGES, min_size=1, max_size=4))
def test_all_that_was_not_meant_stays_and_all_comes_back(
    text: str, changes: list[YamlChange]
) -> None:
    """What is added takes no line away, what goes leaves all others, in their order."""
    wanted, now, steps = said(text), text, []
    for change in changes:
        step = with_old(now, FileStep("library.yml", change))
        after = done(now, step)
        wanted = expected(wanted, change)
        assert said(after) == wanted
        if isinstance(change, Put) and change.value is None:
            assert in_order(lines(after), now.splitlines())
        elif step.old is None or isinstance(change, Add):
            assert in_order(lines(now), after.splitlines())
        steps.append(step)
        now = after
    for step in reversed(steps):
        now = done(now, back(step))
    assert filled(said(now)) == filled(said(text))


def lines(text: str) -> list[str]:
    """Return the lines of a text but for those of lists and mappings on one line."""
    return [each for each in text.splitlines() if "[" not in each and "{" not in each]


def filled(data: object) -> object:
    """Return a mapping without its keys that have nothing behind them."""
    return {key: value for key, value in data.items() if value} if isinstance(data, dict) else data


def in_order(some: list[str], lines: list[str]) -> bool:
    rest = iter(lines)
    return all(any(each == line for line in rest) for each in some)


def expected(data: object, change: YamlChange) -> object:
    """Return what the file must say: worked out on plain data, in another way than the code's."""
    assert isinstance(data, dict)
    top, *below = change.path
    made = {key: dict(value) if isinstance(value, dict) else value for key, value in data.items()}
    if isinstance(change, Add):
        return {**made, top: [*(made.get(str(top)) or []), change.item]}
    assert isinstance(change, Put)
    if len(below) == 1:
        return {**made, top: {**(made.get(str(top)) or {}), below[0]: change.value}}
    name, key = below
    sources = {each: dict(value) for each, value in (made.get("sources") or {}).items()}
    own = sources.get(str(name), {})
    if change.value is None:
        if key not in own:
            return data
        del own[str(key)]
    else:
        own[str(key)] = change.value
    sources[str(name)] = own
    if not own:
        del sources[str(name)]
    rest = {each: value for each, value in made.items() if each != "sources"}
    return {**rest, "sources": sources} if sources else rest


def test_a_line_of_the_thesaurus_is_added_and_changed() -> None:
    text = "# 说明\r\n甲 乙\r\n丙 丁"
    step = FileStep("thesaurus.txt", Line("", "戊 己"))
    assert done(text, step) == "# 说明\r\n甲 乙\r\n丙 丁\r\n戊 己"
    grown = FileStep("thesaurus.txt", Line("甲 乙", "甲 乙 庚"))
    assert done(text, grown) == "# 说明\r\n甲 乙 庚\r\n丙 丁"
    assert done(done(text, grown), back(grown)) == text


def test_one_of_a_list_is_taken_from_it() -> None:
    text = "- name: A\n  aliases: [x,\n    y]\n- name: B\n  aliases:\n    - q # 注\n    - r\n"
    path = (("name", "A"), "aliases")
    assert changed(text, TakeItem(path, "x"), "terms.yml") == text.replace("x,\n    y", "y")
    last = changed(text, TakeItem((("name", "B"), "aliases"), "q"), "terms.yml")
    assert last == text.replace("    - q # 注\n", "")
