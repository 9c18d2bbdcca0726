"""How long a search over 100,000 reports takes, beside the same questions to a bare full-text index.

The product is the hub's own way from a `get` to the frame that answers it: a reader of its own, the index, the places,
the members' names, the viewer's projection, the rows with their `rev`, encoded. The reference is SQLite's FTS5 alone,
over the same texts, with the same words and order: it fetches the stored text of as many hits and does nothing with it.
"""

import gc
import random
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from services.domain.places import Gazetteer
from services.domain.policy import MINUTE, Policy
from services.domain.report import Report
from services.domain.squads import Squad
from services.hub.fitting import answer_frame
from services.hub.reading import FOUND, Reading
from services.hub.searching import Rows
from services.protocol.desk_messages import Get
from services.protocol.revs import Revs
from services.store.database import Store
from services.store.engine import FILE
from services.store.kept import RowKey, RowVersion
from services.store.policy_source import load_gazetteer, load_policy
from services.store.transaction import Transaction
from tests.benchmarks.figure import Figure, Limits, percentile
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.room import SEED, Story, stories
from tests.builders import NOW, a_dispatcher, a_member, a_report

REPORTS: Final = 100_000
A_WORK: Final = 2_000
QUESTIONS: Final = 240
_MILLI: Final = 1e3
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEMBERS: Final = tuple(
    a_member(f"m-{n}", Squad.ORANGE, name=name)
    for n, name in enumerate(("Wahyu Nugroho", "Siti Aminah", "Bambang Setyo", "Rina Wulandari", "Joko Susilo"))
)


def measure(effort: Effort) -> list[Figure]:
    """Run all rounds in one process, product and reference in turn."""
    found = run_part("search", "rounds", effort.rounds)
    limits = Limits(most=100.0, ratio=3.0)
    slow, bare, usual, bare_usual = (tuple(found[name]) for name in ("p99", "bare p99", "p50", "bare p50"))
    return [
        Figure(name="search p99", unit="ms", rounds=slow, reference_rounds=bare, limits=limits),
        Figure(name="search p50", unit="ms", rounds=usual, reference_rounds=bare_usual),
    ]


def rounds(count: str) -> dict[str, list[float]]:
    """Return the milliseconds of a search, median and 99th percentile, in each round; the first is thrown away."""
    found: dict[str, list[float]] = {"p99": [], "bare p99": [], "p50": [], "bare p50": []}
    with tempfile.TemporaryDirectory() as folder:
        questions = fill(Path(folder) / "hub")
        with (
            closing(Store.open(Path(folder) / "hub", clock=lambda: NOW)) as store,
            closing(sqlite3.connect(f"file:{Path(folder) / 'hub' / FILE}?mode=ro", uri=True)) as bare,
        ):
            ask = asking(store, load_policy([2026]), load_gazetteer())
            for _ in range(int(count) + 1):
                for name, one in (("", ask), ("bare ", asking_bare(bare))):
                    took = sorted(_took(one, questions))
                    found[f"{name}p99"].append(percentile(took, 0.99))
                    found[f"{name}p50"].append(percentile(took, 0.5))
    return {name: values[1:] for name, values in found.items()}


def fill(folder: Path, reports: int = REPORTS) -> list[str]:
    """Put reports into a hub's folder and return what is asked; the same seed gives the same."""
    chance = random.Random(SEED)
    made = _reports(chance)
    with closing(Store.open(folder, clock=lambda: NOW)) as store:
        store.submit(_keep_members).result()
        kept: list[Report] = []
        for _ in range(0, reports, A_WORK):
            batch = [next(made) for _ in range(A_WORK)]
            store.submit(partial(_keep, reports=batch)).result()
            kept += batch[:: A_WORK // 20]
    return list(_questions(chance, kept))


def asking(store: Store, policy: Policy, gazetteer: Gazetteer) -> Callable[[str], Any]:
    """Return the hub's way from a question to the frame that answers it."""
    viewer, revs, rows = a_dispatcher(), Revs(store.keys.rev), Rows()

    def ask(question: str) -> bytes:
        asked = Get(id=1, what="search", query=question)
        with store.read() as reader:
            reading = Reading(
                reader=reader, viewer=viewer, policy=policy, revs=revs, now=NOW, places=gazetteer.named, rows=rows
            )
            return answer_frame(asked, reading.answer(asked))

    return ask


def asking_bare(connection: sqlite3.Connection) -> Callable[[str], Any]:
    """Return the same question to the index alone."""
    statement = f"""SELECT body FROM report_search CROSS JOIN report ON report.n = report_search.rowid
        WHERE report_search MATCH ? ORDER BY report_search.rowid DESC LIMIT {FOUND}"""  # noqa: S608 - a number of ours

    def ask(question: str) -> list[Any]:
        words = " AND ".join(f'"{word}"*' for word in question.split())
        return connection.execute(statement, (words,)).fetchall()

    return ask


def _took(ask: Callable[[str], Any], questions: list[str]) -> Iterator[float]:
    gc.collect()
    for question in questions:
        began = time.perf_counter()
        ask(question)
        yield (time.perf_counter() - began) * _MILLI


def _reports(chance: random.Random) -> Iterator[Report]:
    """Yield reports, each two shipped texts put together."""
    told = stories()
    n = 0
    while True:
        n += 1
        yield _report(chance, chance.choice(told), chance.choice(told).text, n)


def _report(chance: random.Random, story: Story, more: str, n: int) -> Report:
    number = "".join(chance.choices(_LETTERS, k=4)) + f"-{n % 100:02}"
    return replace(
        a_report(),
        id=f"r-{chance.getrandbits(100):025x}",
        number=f"{number}{n:06}",
        title=story.title,
        text=f"{story.text} {more}",
        label=story.label,
        squad=Squad(story.squad),
        kecamatan=story.desa.rpartition(".")[0],
        desa=story.desa,
        received=NOW - (REPORTS - n) * MINUTE,
        members=(f"m-{n % 100}",) if n % 100 < len(_MEMBERS) else (),
    )


def _keep_members(transaction: Transaction) -> None:
    for member in _MEMBERS:
        transaction.save_member(member)


def _keep(transaction: Transaction, *, reports: list[Report]) -> None:
    for report in reports:
        transaction.save_report(report, 1)
        transaction.save_row_version(RowKey("report", report.id, "desk"), RowVersion(3))


def _questions(chance: random.Random, kept: list[Report]) -> Iterator[str]:
    """Yield words, beginnings of words, several words, numbers, names of members and of places."""
    gazetteer = load_gazetteer()
    names = [*gazetteer.kecamatan.values(), *(desa.name for desa in gazetteer.desas.values())]
    for _ in range(QUESTIONS // 6):
        report = chance.choice(kept)
        words = re.findall(r"[a-z]{3,}", report.text.lower())
        yield chance.choice(words)
        yield chance.choice(words)[:3]
        yield " ".join(chance.sample(words, k=min(3, len(words))))
        yield chance.choice((report.number, report.number[:4]))
        yield chance.choice(_MEMBERS).name.split()[0]
        yield chance.choice(names)
