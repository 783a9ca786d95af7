"""The editors' desk: what is decided on a page -> small reversible changes in their files."""

from generator.desk.actions import Action, read_action
from generator.desk.changes import Answer, Change, Task, as_json
from generator.desk.desk import Desk
from generator.desk.journal import journal_of
from generator.desk.suggesting import Suggestions

__all__ = [
    "Action",
    "Answer",
    "Change",
    "Desk",
    "Suggestions",
    "Task",
    "as_json",
    "journal_of",
    "read_action",
]
