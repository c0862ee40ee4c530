# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""JSON Schemas of the files that people write, made from the models that read them: an editor that knows them
completes and underlines. Each file names its own in a first-line comment (`# yaml-language-server: $schema=…`).
"""

from __future__ import annotations

import json

from pydantic import BaseModel

from bot.content.claims_file import ClaimsFile
from bot.content.directory_schema import DirectoryFile
from bot.content.flow_file import FlowFile
from bot.content.locale_file import LocaleFile, WordsFile
from bot.content.phrases_file import PhrasesFile
from bot.content.questions_file import QuestionsFile
from bot.content.telegram_file import TelegramFile
from bot.content.transcript_file import TranscriptFile

MODELS: dict[str, type[BaseModel]] = {
    "schemas/services_directory.schema.json": DirectoryFile,
    "schemas/flow.schema.json": FlowFile,
    "schemas/locale.schema.json": LocaleFile,
    "schemas/words.schema.json": WordsFile,
    "schemas/phrases.schema.json": PhrasesFile,
    "schemas/transcript.schema.json": TranscriptFile,
    "schemas/questions.schema.json": QuestionsFile,
    "schemas/claims.schema.json": ClaimsFile,
    "schemas/telegram.schema.json": TelegramFile,
}
"""Path of each schema, and the model that it is made from."""


def texts() -> dict[str, str]:
    """The text of each schema file, by its path."""
    return {
        path: json.dumps(model.model_json_schema(by_alias=True), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
        for path, model in MODELS.items()
    }
