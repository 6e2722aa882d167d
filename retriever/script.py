"""Traditional characters of a question -> the simplified ones that the documents are written in."""

from functools import cache

from opencc import OpenCC


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplified(text: str) -> str:
    """Return a text in simplified characters; one that is so already stays as it is.

    >>> simplified("寧波2025年研發經費佔比目標"), simplified("余姚有什么补贴")
    ('宁波2025年研发经费占比目标', '余姚有什么补贴')
    """
    return str(_converter().convert(text))
