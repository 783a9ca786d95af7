import json
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.search.packing import MOST_GAPS, SYMBOLS, pack, pack_number, shard
from tests.outputs.search.unpacking import unpack

RISING = st.sets(st.integers(0, 10_000_000), max_size=200).map(sorted)


@given(RISING)
def test_what_is_packed_comes_back(numbers: list[int]) -> None:
    assert unpack(pack(numbers)) == numbers


@given(RISING, st.integers(0, 1000))
def test_a_list_may_start_after_a_number(numbers: list[int], after: int) -> None:
    later = [number + after + 1 for number in numbers]
    assert unpack(pack(later, after), after) == later


@given(st.integers(0, 1 << 40))
def test_numbers_have_one_code_and_shorter_ones_are_smaller(number: int) -> None:
    assert unpack(pack_number(number)) == [number]
    assert len(pack_number(number)) <= len(pack_number(number + 1))


def test_codes_need_no_escape_anywhere() -> None:
    assert len(set(SYMBOLS)) == 90
    assert json.dumps(SYMBOLS) == f'"{SYMBOLS}"'
    assert not set(SYMBOLS) & set('"\\<~ ')


@given(st.text())
def test_hostile_text_stays_inside_its_string(text: str) -> None:
    script = shard("t0", f"</script><!--{text}\u2028")
    assert "</" not in script
    assert "<!--" not in script
    assert "\u2028" not in script
    assert "\u2029" not in script
    assert script.count("\n") == 1
    content = json.loads(script.removeprefix('kbShard("t0",').removesuffix(");\n"))
    assert content == f"</script><!--{text}\u2028"


@given(st.lists(st.integers(1, 3 * MOST_GAPS), max_size=30))
def test_codes_of_rising_numbers_are_those_of_their_gaps(gaps: list[int]) -> None:
    """Also where a gap is wider than those whose codes are at hand."""
    numbers = list(accumulate(gaps))
    assert pack(numbers, 0) == "".join(pack_number(gap - 1) for gap in gaps)
