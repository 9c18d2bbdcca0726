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


def is_called(member: Member, words: list[str]) -> bool:
    """Tell whether each word begins a word of the member's name, upper or lower case alike."""
    names = member.name.casefold().split()
    return all(any(name.startswith(word.casefold()) for name in names) for word in words)
