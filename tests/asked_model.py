"""A chat model as the program loads it, of a server of the tests, and what it replies."""

import time

import pytest
from langchain_core.messages import HumanMessage, SystemMessage

from index.settings import Settings
from prompts.llm import load_chat_model

KEY = "sk-very-secret-0123456789"
ASKED = [SystemMessage("规则"), HumanMessage("问题")]


@pytest.fixture
def chat_model(chat_server):
    """`chat_model(llm_retries=1)` is the server's model with that setting."""

    def load(**options):
        options = {"llm_timeout": 20, "llm_retries": 0, "llm_rate": 0, "llm_key": KEY, **options}
        return load_chat_model(Settings(llm="openai:test", llm_base_url=chat_server.url, **options))

    return load


@pytest.fixture
def reply_of():
    """`reply_of(model)` are the pieces that the model replies with, within some seconds."""

    def ask(model, seconds=20.0):
        return list(model.stream(ASKED, time.monotonic() + seconds))

    return ask
