"""How right links are, held against labelled sentences.

An article that is linked is right where a label allows it, and found where it requires it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Document, Link, Role
from scripts.linking_lab.figures import Figures
from scripts.linking_lab.learning import Labelled


@dataclass
class Tally(Figures):
    """The figures of some labels, and how many roles are right."""

    role_right: int = 0
    role_seen: int = 0

    @property
    def role_accuracy(self) -> float:
        """Return the share of required pairs found whose role is the labelled one."""
        return self.role_right / max(1, self.role_seen)

    def line(self) -> str:
        """Return the figures on one line."""
        return (
            f"precision {self.precision:.3f} recall {self.recall:.3f} F1 {self.f1:.3f} "
            f"role accuracy {self.role_accuracy:.3f} (pairs {self.wanted}, links {self.predicted})"
        )


@dataclass
class Result:
    """The figures of one run: in all, by report, by article, and every wrong or missed pair."""

    total: Tally = field(default_factory=Tally)
    reports: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    articles: dict[int, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[tuple[float, str, int, Labelled]] = field(default_factory=list)


Predicted = Mapping[int, tuple[Role, float]]


def tally(labels: Iterable[Labelled], predict: Callable[[Labelled], Predicted]) -> Result:
    """Return the figures of `predict` (article -> role and score) on `labels`."""
    result = Result()
    for label in labels:
        linked = predict(label)
        hit = linked.keys() & label.required
        for each in (result.total, result.reports[label.report]):
            each.right += len(linked.keys() & label.allowed)
            each.predicted += len(linked)
            each.found += len(hit)
            each.wanted += len(label.required)
            if label.role:
                each.role_seen += len(hit)
                each.role_right += sum(linked[article][0] == label.role for article in hit)
        for article in linked.keys() | label.required:
            each = result.articles[article]
            each.predicted += article in linked
            each.right += article in linked and article in label.allowed
            each.wanted += article in label.required
            each.found += article in hit
        for article in sorted(linked.keys() - label.allowed):
            result.errors.append((linked[article][1], "wrong", article, label))
        for article in sorted(label.required - linked.keys()):
            result.errors.append((0.5, "missed", article, label))
    result.errors.sort(key=lambda each: (-each[0], each[3].report, each[3].sentences, each[2]))
    return result


def of_links(links: Sequence[Link], reports: Sequence[Document]) -> Callable[[Labelled], Predicted]:
    """Return what finished links say about a label: those that cover half of it."""
    by_report: dict[str, list[Link]] = defaultdict(list)
    for one in links:
        by_report[one.report].append(one)
    documents = {each.piece.id: each for each in reports}

    def predict(label: Labelled) -> Predicted:
        sentences = [documents[label.report].sentences[at] for at in label.sentences]
        return {
            one.article: (one.role, one.score)
            for one in by_report[label.report]
            if any(one.start < each.end and each.start < one.end for each in sentences)
        }

    return predict
