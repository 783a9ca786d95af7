"""What a kind of document says of the roles of its sentences."""

from __future__ import annotations

from generator.linking import roles
from tests.linking.conftest import report

PLAN = """某市住建局2024年责任落实工作方案
一、重点任务
1.年初审定任务书，逐项分到处室。
2.每半年听取分管副局长的汇报。
3.推行登记制度，二十四小时内填卡上报。
二、保障
4.由办公室负责日常调度。
"""
RECTIFIED = """某医院关于巡察反馈意见整改进展情况的报告
一、具体问题整改情况
（一）关于“收运不及时”的问题
新购车辆12台，每日早晚各一次。
（二）关于“督导员脱岗”的问题
已调整6人，逐日签到。
二、下一步打算
继续盯住不放。
"""


def judged(text: str) -> dict[str, str]:
    document = report(text)
    return {
        document.piece.text[each.start : each.end]: role
        for each, role in zip(document.sentences, roles(document), strict=True)
    }


def test_a_plan_demands_throughout() -> None:
    found = judged(PLAN)
    assert found["1.年初审定任务书，逐项分到处室。"] == "measure"
    assert found["3.推行登记制度，二十四小时内填卡上报。"] == "measure"


def test_a_list_of_duties_without_a_title_is_a_plan() -> None:
    duties = "".join(f"（{at}）组织检查各部门任务，听取汇报并提出意见。\n" for at in range(1, 9))
    assert set(judged(duties).values()) == {"measure"}


def test_a_report_on_rectification_tells_what_was_done() -> None:
    found = judged(RECTIFIED)
    assert found["（一）关于“收运不及时”的问题"] == "problem"
    assert found["新购车辆12台，每日早晚各一次。"] == "practice"
    assert found["已调整6人，逐日签到。"] == "practice"
    assert found["继续盯住不放。"] == "measure"


def test_a_speech_demands_where_nothing_tells() -> None:
    speech = "在推进会上的讲话\n同志们：\n请各区把收运车管好。\n督导员要天天到岗。\n"
    assert judged(speech)["督导员要天天到岗。"] == "measure"
