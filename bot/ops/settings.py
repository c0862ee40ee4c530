# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The settings: from the environment, and from `.env` in the folder where we are started; the environment counts more.

`docs/esercizio.md` says what each is for. Nothing here ever shows a value: not an error, not `repr`, not a traceback.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BeforeValidator, Field, PrivateAttr, SecretStr, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, DotEnvSettingsSource, SettingsConfigDict

from bot.errors import ConfigurationError
from bot.ops import envfile, shapes, together

ENV_FILE = ".env"
CHECKOUT = Path(__file__).resolve().parents[2]
"""Where the content is unless CONTENT says otherwise: the folder that holds the package."""

Made = TypeVar("Made")


class Loaded(NamedTuple):
    """The settings, and names that were given and are nearly, but not quite, ours: one Italian sentence each."""

    settings: Settings
    hints: tuple[str, ...]


def _like(shape: Callable[[str], Any]) -> BeforeValidator:
    """Reads a text through `shape`; what it complains of becomes the error, word for word."""

    def read(written: object) -> object:
        try:
            return shape(str(written).strip())
        except ValueError as complaint:
            said = str(complaint)
        raise PydanticCustomError("shape", "{said}", {"said": said})

    return BeforeValidator(read)


class Settings(BaseSettings):
    """All settings, each in its one form (`bot.ops.shapes`). Get them from `load`, which also holds them together.

    What is absent is None or its default. `sessions` is kept as a secret because a Redis address holds a password.
    """

    model_config = SettingsConfigDict(
        case_sensitive=True,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=False,
    )

    telegram_token: Annotated[SecretStr | None, _like(shapes.telegram_token)] = Field(None, alias="TELEGRAM_TOKEN")
    telegram_api_url: Annotated[str, _like(shapes.api_url)] = Field(
        "https://api.telegram.org", alias="TELEGRAM_API_URL"
    )
    twilio_account_sid: Annotated[str | None, _like(shapes.account_sid)] = Field(None, alias="TWILIO_ACCOUNT_SID")
    twilio_auth_token: Annotated[SecretStr | None, _like(shapes.auth_token)] = Field(None, alias="TWILIO_AUTH_TOKEN")
    whatsapp_sender: Annotated[str | None, _like(shapes.sender)] = Field(None, alias="WHATSAPP_SENDER")
    public_url: Annotated[str | None, _like(shapes.public_url)] = Field(None, alias="PUBLIC_URL")
    bind: Annotated[str, _like(shapes.bind)] = Field("127.0.0.1:8080", alias="BIND")
    sessions: Annotated[SecretStr, _like(shapes.store)] = Field(SecretStr("memory:"), alias="SESSIONS")
    secret: Annotated[SecretStr | None, _like(shapes.secret)] = Field(None, alias="SECRET")
    content: Annotated[Path, _like(shapes.content)] = Field(CHECKOUT, alias="CONTENT")
    workers: Annotated[int, _like(shapes.workers)] = Field(1, alias="WORKERS")

    _own_secret: bytes = PrivateAttr(default_factory=lambda: secrets.token_bytes(shapes.SECRET_BYTES))

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        """Nothing: settings are never shown, not even by name."""
        return []

    @property
    def key(self) -> bytes:
        """The secret that people are keyed under: SECRET, else one that this process made and nobody else knows."""
        return self.secret.get_secret_value().encode() if self.secret else self._own_secret

    @property
    def channels(self) -> tuple[str, ...]:
        """The messengers that are configured, of "telegram" and "whatsapp"."""
        there = {"telegram": self.telegram_token, "whatsapp": self.whatsapp_sender}
        return tuple(name for name, setting in there.items() if setting)

    @property
    def webhook(self) -> bool:
        """Whether Telegram brings us updates; otherwise we ask it for them."""
        return "telegram" in self.channels and self.public_url is not None

    @property
    def address(self) -> tuple[str, int]:
        """The host and port to listen on, the host without brackets."""
        host, _, port = self.bind.rpartition(":")
        return host.strip("[]"), int(port)


def load(folder: Path | None = None) -> Loaded:
    """The settings of this process; `.env` is looked for in `folder`, by default the current one.

    Raises ConfigurationError with everything that is wrong, one sentence a line, each with the name of its setting.
    """
    path = (folder or Path.cwd()) / ENV_FILE
    text = _text(path)
    found = list(envfile.problems(text))
    settings = _made(path, found)
    given = _given(path)
    found += together.problems({name: given[name] for name in given if name in _NAMES})
    hints = tuple(envfile.hints(given, _NAMES))
    if settings is None or found:
        raise ConfigurationError("\n".join([*found, *hints]))
    return Loaded(settings, hints)


def _text(path: Path) -> str:
    said = ""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        said = ".env non è scritto in UTF-8: salvalo di nuovo con questa codifica."
    except OSError:
        said = ".env non si può leggere: controlla che sia un file, e i permessi."
    raise ConfigurationError(said)


def _made(path: Path, found: list[str]) -> Settings | None:
    """The settings, or None with the reasons added to `found`. An error of pydantic's never leaves this function."""
    try:
        return Settings(_env_file=path)
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False, include_context=False)
        found += [f"{problem['loc'][0]} {problem['msg']}" for problem in wrong]
    return None


def _given(path: Path) -> dict[str, str]:
    """Everything that is set, as it was written; what is empty counts as absent."""
    written = DotEnvSettingsSource(Settings, env_file=path).env_vars
    return {name: value for name, value in {**written, **os.environ}.items() if value and value.strip()}


_NAMES = tuple(field.alias for field in Settings.model_fields.values() if field.alias)
