"""HTML -> what a browser would see of it, and the turns of a conversation to make it from."""

from html.parser import HTMLParser

import pytest

from ui.conversation import converse


class Markup(HTMLParser):
    """Collects what a browser would see: elements with attributes, and the text inside of each of them."""

    def __init__(self, html):
        super().__init__()
        self.open, self.elements = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, **dict(attrs), "text": ""}
        self.elements.append(element)
        if tag not in ("meta", "link"):
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def find(self, tag=None, css=None):
        return [
            element
            for element in self.elements
            if (tag is None or element["tag"] == tag) and (css is None or css in (element.get("class") or "").split())
        ]


@pytest.fixture
def markup():
    """`markup(html).find("p")` are the paragraphs."""
    return Markup


@pytest.fixture
def last_turn(fake_assistant):
    """`last_turn("600家")` are the turns of a conversation when the answer to that is done."""

    def ask(question, turns=()):
        return list(converse(fake_assistant, question, list(turns), "offline"))[-1]

    return ask
