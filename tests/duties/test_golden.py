"""Duties against a careful reading by hand: the 意见, and a regulation of another field.

A row of the golden files is a clause.  It is met by the duties of its article when all of
these agree: the bodies (all of them, and no other), the kind (duty, right, prohibition), the
modal, whether it is carried, and where the action begins and ends.  Told apart by hand:

- what has 应当, 必须, 要, 可以, 有权, 不得, 禁止 and the like, 由 with who acts, …负责, 享有,
  有…的义务, 对…负责 is a row; what only narrates (国家建立…制度) is none;
- who acts is named in the sentence or its list, else the row has no body (-);
- an action lasts until the next row's clause and holds the items of its list.
"""

import ast
import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.content import load_content
from generator.duties import extract_duties
from generator.model import Duty, Edition, Library
from generator.recipe import build_library

HERE = Path(__file__).parent
KUAIDI = HERE.parent / "libraries" / "kuaidi"


@dataclass(frozen=True)
class Row:
    article: int
    bodies: frozenset[str]
    kind: str
    modal: str
    carried: bool
    opening: str
    closing: str
    whole: bool

    def is_met_by(self, other: "Clause") -> bool:
        duty = other.duty
        return (
            (self.article, self.bodies, self.kind, self.modal, self.carried)
            == (duty.article, other.bodies, duty.kind, duty.modal, duty.carried)
            and duty.action.startswith(self.opening)
            and (duty.action == self.opening if self.whole else duty.action.endswith(self.closing))
        )


@dataclass(frozen=True)
class Clause:
    duty: Duty
    bodies: frozenset[str]


def read_golden(name: str) -> list[Row]:
    with (HERE / name).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for row in rows:
        opening, dots, closing = row["action"].partition("…")
        bodies = frozenset("" if each == "-" else each for each in row["bodies"].split("|"))
        found.append(
            Row(
                int(row["article"]),
                bodies,
                row["kind"],
                row["modal"],
                row["carried"] == "carried",
                opening,
                closing,
                not dots,
            )
        )
    return found


def clauses(edition: Edition) -> list[Clause]:
    groups: dict[tuple[int, int, int], list[Duty]] = {}
    for duty in extract_duties(edition):
        groups.setdefault((duty.article, duty.action_start, duty.action_end), []).append(duty)
    return [Clause(each[0], frozenset(duty.body for duty in each)) for each in groups.values()]


def agreement(wanted: list[Row], found: list[Clause]) -> tuple[float, float, str]:
    """Return precision, recall and what differs; no clause meets two rows."""
    left = list(found)
    missed = []
    for row in wanted:
        met = next((each for each in left if row.is_met_by(each)), None)
        if met:
            left.remove(met)
        else:
            missed.append(row)
    hit = len(wanted) - len(missed)
    told = "\n".join(
        [f"missed {each}" for each in missed]
        + [
            f"extra {each.duty.article} {sorted(each.bodies)} {each.duty.kind} {each.duty.modal}"
            f" | {each.duty.condition} | {each.duty.action}"
            for each in left
        ]
    )
    return hit / len(found), hit / len(wanted), told


@pytest.fixture(scope="module")
def kuaidi() -> Edition:
    return build_library(load_content(KUAIDI)).collations[0].edition


def test_duties_of_the_opinion_agree_with_a_careful_reading(library: Library) -> None:
    wanted = read_golden("duties-golden.tsv")
    precision, recall, told = agreement(wanted, clauses(library.collations[0].edition))
    assert min(precision, recall) >= 0.95, f"{precision:.3f} {recall:.3f}\n{told}"


def test_duties_of_a_regulation_agree_with_a_careful_reading(kuaidi: Edition) -> None:
    assert len(kuaidi.articles) == 42
    wanted = read_golden("kuaidi-golden.tsv")
    precision, recall, told = agreement(wanted, clauses(kuaidi))
    assert min(precision, recall) >= 0.95, f"{precision:.3f} {recall:.3f}\n{told}"


def test_no_golden_row_is_written_twice() -> None:
    for name in ("duties-golden.tsv", "kuaidi-golden.tsv"):
        assert max(Counter(read_golden(name)).values()) == 1


def words_of_the_code() -> set[str]:
    """Every run of Chinese letters in the code and its tables, docstrings and comments left out."""
    runs: set[str] = set()
    for path in sorted((HERE.parents[1] / "generator" / "duties").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in told:
                runs |= set(re.findall(r"[\u4e00-\u9fff（）“”]+", str(node.value)))
    tables = sorted((HERE.parents[1] / "generator" / "duties").glob("*.txt"))
    return runs.union(*(path.read_text(encoding="utf-8").split() for path in tables))


def test_the_code_knows_no_policy(library: Library, kuaidi: Edition) -> None:
    """No wording of a document stands in the code: names of offices are five letters at most."""
    runs = words_of_the_code()
    assert "应当" in runs
    for edition in (library.collations[0].edition, kuaidi):
        text = "\n".join([edition.base.title, *(each.text for each in edition.articles)])
        known = {run for run in runs if len(run.strip("（）“”")) > 5 and run in text}
        assert not known
    assert not {run for run in runs if any(word in run for word in OF_ONE_POLICY)}


# Speech of the 意见 that other documents do not have.
OF_ONE_POLICY = (
    "三重一大",
    "一岗双责",
    "关键少数",
    "巡视",
    "巡察",
    "请托",
    "家属",
    "围猎",
    "快递",
    "快件",
)
