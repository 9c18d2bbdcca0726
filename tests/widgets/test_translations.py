"""Both languages are complete: every text of the program is translated, names the same parts, and is compiled."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
from tests.house.tree import ROOT

LANGUAGES = ("id", "en")
PART = re.compile(r"{\w*}|%n")
TOOLS = Path(sys.executable).parent


def catalogue(path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Context and source -> translation and whether it is finished (`""`), unfinished or obsolete."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for context in ET.parse(path).iter("context"):  # noqa: S314 (our own file)
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            made = message.find("translation")
            text = "" if made is None else made.text or ""
            kind = "unfinished" if made is None else made.get("type", "")
            found[name, message.findtext("source") or ""] = (text, kind)
    return found


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Return every text the program marks for translation, by its context."""
    file = tmp_path_factory.mktemp("texts") / "all.ts"
    rooms = (ROOT / "desktop", ROOT / "widgets")
    modules = [str(module) for room in rooms for module in sorted(room.rglob("*.py"))]
    tool = TOOLS / "pyside6-lupdate"
    subprocess.run([tool, "-silent", "-locations", "none", *modules, "-ts", file], check=True, capture_output=True)
    return set(catalogue(file))


def shipped(language: str) -> Path:
    return resources.path(f"translations/pendopo_{language}.ts")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_program_is_in_the_catalogue_and_nothing_else(
    language: str, sources: set[tuple[str, str]]
) -> None:
    known = set(catalogue(shipped(language)))

    assert sorted(sources - known) == []
    assert sorted(known - sources) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_finished(language: str) -> None:
    open_ = [key for key, (text, kind) in catalogue(shipped(language)).items() if kind or not text]

    assert open_ == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_names_the_same_parts_as_its_source(language: str) -> None:
    wrong = [
        (source, text)
        for (_, source), (text, _) in catalogue(shipped(language)).items()
        if sorted(PART.findall(source)) != sorted(PART.findall(text))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_its_texts(language: str, tmp_path: Path) -> None:
    compiled = tmp_path / "now.qm"
    tool = TOOLS / "pyside6-lrelease"
    subprocess.run([tool, "-silent", shipped(language), "-qm", compiled], check=True, capture_output=True)

    assert compiled.read_bytes() == resources.path(f"translations/pendopo_{language}.qm").read_bytes()


AVOIDED = re.compile(
    r"\b(deadline|update|assign|online|offline|login|pending|error|shift|Anda|silakan|mohon|maaf|berhasil|aduan"
    r"|petugas|didisposisi|klaim|hoaks|respon|peladen|telat|duplikat|jatuh tempo|terbuka|sif)\b",
    re.IGNORECASE,
)


def words() -> Iterator[str]:
    """Every Indonesian text, with the program's own names taken out."""
    for text, _ in catalogue(shipped("id")).values():
        yield PART.sub("", text)


def test_the_indonesian_of_the_screens_avoids_what_operators_do_not_say() -> None:
    assert [text for text in words() if AVOIDED.search(text) or (text.endswith((".", "!")) and text != "LAPOR!")] == []
