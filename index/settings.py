"""Flags and environment variables -> Settings, for every command."""

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import InputError

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_MODEL = "index/models/cewen-zh-static"


class Settings(BaseSettings):
    """What a run works with. Every field can be set by CEWEN_<NAME> in the environment; flags come first.

    Attributes:
        corpus: folder of the catalog and the documents.
        index: folder of the built index.
        model: folder of a SentenceTransformer, or its name on a hub (BAAI/bge-m3).
        query_prompt: put before every query, for models that want an instruction and do not bring it along.
        llm: chat model as langchain names it ("openai:qwen-plus"), or "" for none.
        llm_base_url: address of an OpenAI-compatible endpoint, or "" for the provider's own.
        llm_key: the chat model's key, never shown; "" for the provider's own environment variable.
        llm_timeout: seconds that a chat model has for one answer.
        llm_retries: further attempts where a chat model is busy or cannot be reached.
        llm_rate: requests to a chat model a minute; 0 for no bound.
        llm_profiles: a question in which an enterprise describes itself may be sent to a chat model.
        host: address the chat is served on.
        port: port the chat is served on.
    """

    model_config = SettingsConfigDict(env_prefix="CEWEN_", frozen=True, extra="ignore")

    corpus: Path = Path("corpus")
    index: Path = Path("var/index")
    model: str = DEFAULT_MODEL
    query_prompt: str = ""
    llm: str = ""
    llm_base_url: str = ""
    llm_key: SecretStr = SecretStr("")
    llm_timeout: float = Field(default=60, gt=0, le=600)
    llm_retries: int = Field(default=2, ge=0, le=10)
    llm_rate: float = Field(default=120, ge=0)
    llm_profiles: bool = False
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=0, le=65535)

    @property
    def model_path(self) -> str:
        """The model as a path that does not depend on the working directory, where it is a folder of the project."""
        local = ROOT / self.model
        return str(local) if local.is_dir() else self.model


def settings_from(**flags: object) -> Settings:
    """Return the settings: flags that were given, then the environment, then the defaults.

    Raises:
        InputError: a value is of the wrong kind.
    """
    try:
        return Settings(**{name: value for name, value in flags.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(f"{'.'.join(map(str, first['loc']))}: expected {first['msg']}, came {first['input']!r}") from error
