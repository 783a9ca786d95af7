"""What the hall makes of what volumes left: the best of all, each volume heard, nothing twice."""

from __future__ import annotations

from pathlib import Path

from generator.archive.hall_library import BEST, gather
from generator.archive.summary import Summary, read_summary, write_summary
from generator.volumes import Volume, VolumeCount, VolumePassage


def _passage(volume: str, words: str, score: float, sure: bool = True) -> VolumePassage:
    return VolumePassage(
        volume=volume,
        base="yi",
        article=1,
        role="practice",
        kind="转述",
        status="自动关联，可靠",
        score=score,
        sure=sure,
        runs=((words, True),),
        cut_before=False,
        cut_after=False,
        report_title="报告",
        address=f"reports/{words}.html#s1",
    )


def _summary(volume: str, *passages: VolumePassage) -> Summary:
    return Summary(
        Volume(volume, volume, f"../volumes/{volume}/", 3, len(passages), (("甲县", 2),)),
        (("yi", 1, "yi-1"),),
        (VolumeCount(volume, "yi", 1, "practice", len(passages)),),
        passages,
    )


def _words(summaries: list[Summary]) -> list[str]:
    return [each.runs[0][0] for each in gather(summaries).passages]


def test_each_volume_is_heard_before_one_is_heard_again() -> None:
    first = _summary("a", _passage("a", "一", 0.9), _passage("a", "二", 0.8))
    second = _summary("b", _passage("b", "三", 0.5), _passage("b", "四", 0.99, sure=False))
    assert _words([first, second]) == ["一", "三", "二", "四"]


def test_the_same_words_are_told_once() -> None:
    first = _summary("a", _passage("a", "抓好落实。", 0.5))
    second = _summary("b", _passage("b", "抓好，落实", 0.9))
    assert _words([first, second]) == ["抓好，落实"]


def test_no_article_has_more_than_a_page_shows() -> None:
    many = [
        _summary(f"v{at}", *(_passage(f"v{at}", f"{at}之{n}", at / 100) for n in range(3)))
        for at in range(40)
    ]
    found = gather(many)
    assert len(found.passages) == BEST
    assert [each.volume for each in found.passages] == [f"v{at}" for at in range(39, 39 - BEST, -1)]
    assert len(found.volumes) == 40
    assert sum(each.passages for each in found.counts) == 120


def test_a_summary_is_read_as_it_was_written(tmp_path: Path) -> None:
    summary = _summary("a", _passage("a", "一“二”", 0.9), _passage("a", "三", 0.8))
    write_summary(summary, tmp_path)
    assert read_summary(tmp_path) == summary
