"""The members of the squads."""

from services.domain.people import Member
from services.store.codec import member_text, read_member
from services.store.line import Line


def save(line: Line, member: Member) -> None:
    """Keep a member, new or changed."""
    line.run(
        "INSERT INTO member (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
        (member.id, member_text(member)),
    )


def load(line: Line, member: str) -> Member | None:
    """Return a member by id."""
    text = line.value("SELECT body FROM member WHERE id = ?", (member,))
    return None if text is None else read_member(text)


def every(line: Line) -> list[Member]:
    """Return all members by name."""
    found = [read_member(text) for (text,) in line.rows("SELECT body FROM member")]
    return sorted(found, key=lambda one: (one.name, one.id))


def names(line: Line) -> list[tuple[str, str]]:
    """Return the ids and names of all members."""
    return [(str(id_), str(name)) for id_, name in line.rows("SELECT id, json_extract(body, '$.name') FROM member")]


def is_called(name: str, words: list[str]) -> bool:
    """Tell whether each word begins a word of a member's name, upper or lower case alike."""
    names = name.casefold().split()
    return all(any(name.startswith(word.casefold()) for name in names) for word in words)
