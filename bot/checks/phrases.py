# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether phrases mean what their lists promise (L17, L18: `content.phrases_proof`), and lead somewhere (L29)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks import needs
from bot.content import strict_yaml
from bot.content.bundle import Bundle
from bot.content.phrases_proof import contradictions
from bot.errors import Problem


def problems(bundle: Bundle, folder: Path) -> Iterator[Problem]:
    """Everything that the phrases of one language say against each other; `folder` is where `bundle` comes from."""
    for language, lexicon in bundle.lexicons.items():
        name = f"locales/{language}/phrases.yaml"
        document = strict_yaml.load(folder / name, name=name)
        yield from contradictions(document, lexicon)
        yield from needs.unasked(bundle, document)
