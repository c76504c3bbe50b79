"""Names in Han characters and Hangul."""

import pytest

from communique.identity.scripts import divide, simplify


@pytest.mark.parametrize(
    ("written", "simplified"),
    [("陳遠輝", "陈远辉"), ("郭瑞峯", "郭瑞峰"), ("衞啟恆", "卫启恒"), ("周明", "周明")],
)
def test_traditional_and_variant_forms_become_one(written: str, simplified: str) -> None:
    """As the mainland, Hong Kong and Taiwan write them."""
    assert simplify(written) == simplified


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("周明远", (("周",), "明远")),
        ("欧阳小玲", (("欧阳",), "小玲")),
        ("林郑小玲", (("林", "郑"), "小玲")),
        ("李", (("李",), "")),
        ("이서준", (("이",), "서준")),
        ("남궁서준", (("남궁",), "서준")),
    ],
)
def test_surnames_are_divided_from_given_names(
    name: str, parts: tuple[tuple[str, ...], str]
) -> None:
    """Surnames of two characters, and two surnames of a married woman, among them."""
    assert divide(name) == parts
