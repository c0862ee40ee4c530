# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Settings are read whole or refused whole, in sentences, and are never shown."""

from __future__ import annotations

import os
import pickle
import secrets
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ConfigurationError
from bot.ops import envfile, shapes
from bot.ops.settings import Settings, load

TOKEN = "1000001:" + "aB3_-" * 7
SECRET = "kW3vR8pTz1nYc6QmX4bJfL0sHd9GuE7aZp4Lx9Tq2Vn7Bs6Rm1Kd8Wf3Hj5Gc0Ye"  # noqa: S105 - invented
ACCOUNT, SIGNS = "AC" + "0a" * 16, "f00d" * 8
SENDER = "whatsapp:+99900000000"
TWILIO = {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": SIGNS, "WHATSAPP_SENDER": SENDER}
PUBLIC = {"PUBLIC_URL": "https://bot.example.org"}

Given = Callable[..., Settings]


@pytest.fixture
def given_(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Given:
    """The settings of an environment that holds nothing but these, and a `.env` with that text."""

    def settings(environment: Mapping[str, str], env_file: str | bytes = "") -> Settings:
        for name in os.environ:
            monkeypatch.delenv(name)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        (tmp_path / ".env").write_bytes(env_file if isinstance(env_file, bytes) else env_file.encode())
        return load(tmp_path).settings

    return settings


def refused(given_: Given, environment: Mapping[str, str], env_file: str | bytes = "") -> list[str]:
    with pytest.raises(ConfigurationError) as error:
        given_(environment, env_file)
    return str(error.value).splitlines()


def test_without_any_setting_there_are_defaults_and_no_channel(given_: Given) -> None:
    settings = given_({})
    assert settings.channels == ()
    assert settings.address == ("127.0.0.1", 8080)
    assert settings.sessions.get_secret_value() == "memory:"
    assert settings.workers == 1
    assert (settings.content / "services_directory.yaml").is_file()


def test_every_setting_has_its_one_form(given_: Given) -> None:
    settings = given_(
        {"TELEGRAM_TOKEN": f" {TOKEN}\n", **TWILIO, "PUBLIC_URL": "HTTPS://Bot.Example.org:443/Bot//",
         "TELEGRAM_API_URL": "http://127.0.0.1:8081/", "BIND": "[::1]:80", "SECRET": SECRET, "WORKERS": "2",
         "SESSIONS": "sqlite:/dev/shm/bussola"}
    )  # fmt: skip
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == TOKEN
    assert settings.public_url == "https://bot.example.org:443/Bot"
    assert settings.telegram_api_url == "http://127.0.0.1:8081"
    assert settings.address == ("::1", 80)
    assert settings.channels == ("telegram", "whatsapp")
    assert settings.webhook
    assert settings.key == SECRET.encode()


def test_env_file_counts_less_than_the_environment(given_: Given) -> None:
    written = f"\ufeff# prova\nexport TELEGRAM_TOKEN='{TOKEN}'  # di prova\r\nBIND=\"127.0.0.1:1\"\nWORKERS=\n"
    settings = given_({"BIND": "127.0.0.1:2"}, written)
    assert settings.channels == ("telegram",)
    assert settings.address == ("127.0.0.1", 2)


def test_all_mistakes_come_at_once_each_with_its_name_and_none_with_its_value(given_: Given) -> None:
    wrong = {"TELEGRAM_TOKEN": "zq1", "TWILIO_ACCOUNT_SID": "zq2", "TWILIO_AUTH_TOKEN": "zq3", "PUBLIC_URL": "http://zq4",
             "BIND": "zq5", "SESSIONS": "zq6", "SECRET": "zq7", "CONTENT": "zq8", "WORKERS": "zq9",
             "TELEGRAM_API_URL": "zq0"}  # fmt: skip
    said = refused(given_, wrong)
    assert [name for name in wrong if sum(line.startswith(f"{name} ") for line in said) != 1] == []
    assert any("WHATSAPP_SENDER" in line for line in said)
    assert "zq" not in "".join(said)
    assert [line for line in said if not line.endswith((".", ")"))] == []


def test_no_value_is_in_a_traceback_nor_behind_the_error(given_: Given) -> None:
    value = "zq" * 4
    with pytest.raises(ConfigurationError) as error:
        given_({"SECRET": value}, f"TELEGRAM_TOKEN={value}\n")
    assert value not in "".join(traceback.format_exception(error.value))
    assert error.value.__context__ is None


def test_settings_show_nothing_of_themselves(given_: Given) -> None:
    settings = given_({"TELEGRAM_TOKEN": TOKEN, **TWILIO, **PUBLIC, "SECRET": SECRET})
    shown = f"{settings} {settings!r} {settings.telegram_token} {settings.secret!r} {settings.sessions!r}"
    assert [value for value in (TOKEN, SECRET, SENDER, ACCOUNT, SIGNS, "example") if value in shown] == []


def test_what_chance_makes_is_never_called_a_guess() -> None:
    made = [make(16 + length) for length in range(32) for make in (secrets.token_hex, secrets.token_urlsafe)] * 20
    digits = [
        "".join(map(str, digits)) for digits in (secrets.SystemRandom().choices(range(10), k=40) for _ in range(500))
    ]
    assert [one for one in (*made, *digits) if len(one) >= shapes.SECRET_BYTES and shapes.secret(one) != one] == []


def test_without_a_secret_one_process_makes_its_own(given_: Given) -> None:
    first, second = given_({}), given_({})
    assert len(first.key) == shapes.SECRET_BYTES
    assert first.key == first.key
    assert first.key != second.key
    assert pickle.loads(pickle.dumps(first)).key == first.key  # noqa: S301 - written one call before


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"WORKERS": "2", "SECRET": SECRET}, "WORKERS"),
        ({"SESSIONS": "sqlite:/dev/shm/x"}, "SECRET manca"),
        ({"SESSIONS": "redis://127.0.0.1/0"}, "SECRET manca"),
        ({"SESSIONS": "redis://127.0.0.1:1/0?foo=bar", "SECRET": SECRET}, "SESSIONS"),
        ({"SESSIONS": "sqlite:/nowhere/at/all", "SECRET": SECRET}, "SESSIONS"),
        ({"SESSIONS": "sqlite:/tmp", "SECRET": SECRET}, "SESSIONS"),
        ({"TELEGRAM_TOKEN": TOKEN, **PUBLIC}, "SECRET manca"),
        ({"TELEGRAM_TOKEN": TOKEN, "PUBLIC_URL": "https://bot.example.org:444", "SECRET": SECRET}, "porta"),
        ({"SECRET": "0" * 64}, "si indovina"),
        ({"SECRET": "changeme-changeme-changeme-changeme"}, "si indovina"),
        ({"SECRET": "abcdefgh" * 4}, "si indovina"),
        ({"SECRET": "abcdefghijklmnopqrstuvwxyz0123456789"}, "si indovina"),
        ({"SECRET": "My-Password-x7Kq93ZtVw20LmPdRfGh51"}, "si indovina"),
        ({"SECRET": SECRET[:31]}, "troppo corto"),
        (TWILIO, "PUBLIC_URL manca"),
        ({**PUBLIC, "TWILIO_AUTH_TOKEN": SIGNS}, "TWILIO_ACCOUNT_SID e WHATSAPP_SENDER"),
    ],
)
def test_settings_that_do_not_go_together_are_refused(given_: Given, environment: dict[str, str], word: str) -> None:
    said = refused(given_, environment)
    assert len(said) == 1
    assert word in said[0]


@pytest.mark.parametrize(
    "environment",
    [
        {**TWILIO, **PUBLIC},
        {"TELEGRAM_TOKEN": TOKEN, **PUBLIC, "SECRET": SECRET},
        {"SESSIONS": "rediss://:p%40ss@cache.example.org:6380/1", "SECRET": SECRET, "WORKERS": "64"},
        {"TELEGRAM_TOKEN": TOKEN, "WORKERS": "1", "TELEGRAM_API_URL": ""},
    ],
)
def test_settings_that_go_together_are_taken(given_: Given, environment: dict[str, str]) -> None:
    assert given_(environment).workers in {1, 64}


def test_a_misspelt_name_is_hinted_at_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TELEGRAM_TOKE", TOKEN)
    (tmp_path / ".env").write_text("TWILIO_SID=zq\nSESSION=x\nEDITOR=vi\n")
    hints = load(tmp_path).hints
    assert [hint.split(" ")[0] for hint in hints] == ["SESSION", "TELEGRAM_TOKE", "TWILIO_SID"]
    assert [hint.split(" ")[-1] for hint in hints] == ["SESSIONS.", "TELEGRAM_TOKEN.", "TWILIO_ACCOUNT_SID."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TELEGRAM_TOKEN\n", "riga 1"),
        ("A=1\nSECRET='due\nrighe'\n", "riga 2"),
        ("SECRET=abc${HOME}\n", "riga 1"),
        ('SECRET="a\\nb"\n', "riga 1"),
        ("BIND=127.0.0.1:1\nBIND=127.0.0.1:2\n", "BIND è scritto 2 volte"),
    ],
)
def test_an_env_file_that_could_be_read_in_two_ways_is_refused(given_: Given, text: str, said: str) -> None:
    assert said in " ".join(refused(given_, {}, text))


def test_an_env_file_that_is_no_text_is_refused(given_: Given, tmp_path: Path) -> None:
    assert "UTF-8" in refused(given_, {}, b"SECRET=\xff\xfe")[0]
    (tmp_path / ".env").unlink()
    (tmp_path / ".env").mkdir()
    with pytest.raises(ConfigurationError, match="non si può leggere"):
        load(tmp_path)


@given(st.from_regex(r"[A-Z]{2,9}=[ -~]{0,30}", fullmatch=True))
def test_a_line_that_is_taken_means_the_same_to_whoever_reads_it(line: str) -> None:
    if not list(envfile.problems(line)):
        assert envfile.names(line) == [line.partition("=")[0]]


SHAPES: dict[Callable[[str], object], tuple[list[str], list[str]]] = {
    shapes.telegram_token: ([TOKEN], ["", "1:short", TOKEN + " x", TOKEN.replace(":", ""), "x" + TOKEN]),
    shapes.sender: (
        [SENDER, "whatsapp:IT.Abc_1-2"],
        ["+99900000000", "whatsapp:99900000000", "whatsapp:", "whatsapp:+0", "whatsapp:a b", "SMS:+99900000000"],
    ),
    shapes.public_url: (
        ["https://a.example", "https://a.example:8443/x/y", "https://[::1]"],
        ["http://a.example", "https://", "https://a.example?x", "https://a.example/#", "https://u@a.example",
         "a.example", "https://a.example/telegram/", "https://a.example/../x", "https://a b", "https://a.example:0", "https://-a",
         "https://a.example:65536", "https://a.example\n", "https://a.example//x"],
    ),
    shapes.bind: (
        ["0.0.0.0:1", "localhost:65535", "[::]:8080"],
        ["8080", ":8080", "::1:8080", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:", "127.0.0.1:80a", "a b:80"],
    ),
    shapes.store: (
        ["memory:", "sqlite:/dev/shm/x", "redis://h/0", "rediss://h", "unix:///run/redis.sock"],
        ["memory", "sqlite:", "sqlite::memory:", "redis:", "postgres://h", "unix:x"],
    ),
    shapes.workers: (["1", "64"], ["0", "65", "-1", "1.5", "²", "uno", ""]),
    shapes.account_sid: ([ACCOUNT], ["SK" + "0" * 32, "AC0", ACCOUNT + "0"]),
    shapes.auth_token: ([SIGNS], ["", "corto", "con spazi in mezzo e abbastanza lungo"]),
}  # fmt: skip


@pytest.mark.parametrize(("shape", "written"), [(shape, one) for shape, (good, _) in SHAPES.items() for one in good])
def test_what_has_the_right_shape_is_taken(shape: Callable[[str], object], written: str) -> None:
    assert str(shape(written)) == written


@pytest.mark.parametrize(("shape", "written"), [(shape, one) for shape, (_, bad) in SHAPES.items() for one in bad])
def test_what_has_another_shape_is_refused_in_a_sentence(shape: Callable[[str], object], written: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        shape(written)
