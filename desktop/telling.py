"""From what happens at the desk to what its bars say: the link, acts done, acts refused, conflicts, the rail."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.desk import UNDO_FOR, Acted, ConflictNews, Refusal
from desktop.keymap import SHIPPED, Keymap
from services.domain.commands import NAME_OF, Undo
from services.domain.report import Millis
from services.domain.rows import ReportRow
from services.feed.outputs import Link, LinkState
from widgets import act_words
from widgets.act_words import Wordbook
from widgets.conflict_bar import ConflictLook
from widgets.foot_bar import FootMessage, Hint, MessageTone
from widgets.key_words import cap_word
from widgets.link_chip import LinkLook, LinkTone
from widgets.refusal_words import Refusal as RefusalFacts
from widgets.refusal_words import conflict_title, refusal_sentence
from widgets.wording import Language, clock_seconds, duration_short
from widgets.words import command_word

translate = QCoreApplication.translate

_SECOND: Millis = 1_000
TROUBLE_FOR: Millis = 8_000
BACK_FOR: Millis = 5_000
"""How long "connected again" stands."""
CLOCK_OFF: Millis = 5_000
"""From this difference on a PC's clock is worth a warning."""


def link_look(link: Link, *, data_at: Millis | None, silent: Millis, language: Language) -> LinkLook:
    """Return what the link chip says; `data_at` is the hub's time of the data, `silent` how long nothing has come."""
    data = clock_seconds(data_at)
    match link.state:
        case LinkState.LIVE | LinkState.AGING:
            tone = LinkTone.LIVE if link.state is LinkState.LIVE else LinkTone.AGING
            return LinkLook(tone, translate("link", "Live"), translate("link", "data {time}").format(time=data))
        case LinkState.STALE:
            return LinkLook(LinkTone.AGING, translate("link", "Data {time}").format(time=data), _waiting(link))
        case LinkState.CONNECTING:
            return LinkLook(LinkTone.AGING, translate("link", "Connecting"))
        case LinkState.STOPPED:
            return LinkLook(LinkTone.LOST, _stopped(link.why), _waiting(link))
        case LinkState.LOST:
            lost = translate("link", "Link lost {age}").format(age=duration_short(silent, language))
            return LinkLook(LinkTone.LOST, lost, _waiting(link) or translate("link", "data {time}").format(time=data))


def back_look(sent: int) -> LinkLook:
    """Return what the chip says for a moment after the link came back."""
    words = translate("link", "Connected again")
    detail = "" if sent == 0 else translate("link", "{n} sent").format(n=sent)
    return LinkLook(LinkTone.LIVE, words, detail)


def clock_warning(offset: Millis, language: Language) -> str | None:
    """Return the warning that this PC's clock is off, or None while it is near enough."""
    if abs(offset) <= CLOCK_OFF:
        return None
    span = duration_short(abs(offset), language)
    return translate("link", "This PC's clock differs from the server's by {span}").format(span=span)


def _waiting(link: Link) -> str:
    if link.waiting == 0:
        return ""
    if link.waiting == 1:
        return translate("link", "1 change waits to be sent")
    return translate("link", "{n} changes wait to be sent").format(n=link.waiting)


def _stopped(why: str | None) -> str:
    match why:
        case "4409":
            return translate("link", "This account was opened on another PC")
        case "4426" | "version":
            return translate("link", "This program is too old, update it")
        case "4403" | "revoked":
            return translate("link", "Access revoked, the data on this PC is wiped")
        case _:
            return translate("link", "Stopped, code {code}").format(code=why or "–")


def sign_in_trouble(code: str, retry_after: Millis) -> str:
    """Return why somebody was not let in; never which of name and password was wrong."""
    match code:
        case "bad_credentials" | "slow_down":
            wrong = translate("sign_in", "User name or password is wrong")
            if retry_after < _SECOND:
                return wrong
            again = translate("sign_in", "{wrong}. Try again in {n} s")
            return again.format(wrong=wrong, n=-(-retry_after // _SECOND))
        case "expired":
            return translate("sign_in", "The session is over, sign in again")
        case "revoked":
            return translate("link", "Access revoked, the data on this PC is wiped")
        case "busy":
            return translate("sign_in", "The server is busy, try again")
        case _:
            return _stopped(code)


def acted_message(acted: Acted, row: ReportRow | None, book: Wordbook) -> FootMessage:
    """Return what the foot of the queue says after an act."""
    number = "" if row is None else row.number
    return FootMessage(
        words=act_words.done(acted.sent.command, number, book),
        since=book.now,
        until=book.now + UNDO_FOR,
        undo=translate("foot", "Undo"),
    )


def undone_message(now: Millis) -> FootMessage:
    """Return what the foot says after an undo."""
    return FootMessage(words=translate("foot", "Undone"), since=now, until=now + TROUBLE_FOR)


_HERE: Mapping[str, object] = MappingProxyType(
    {
        "needs_hub": QT_TRANSLATE_NOOP("foot", "Not possible while the link is lost"),
        "expired": QT_TRANSLATE_NOOP("foot", "{act}: waited too long for the link, not sent"),
        "disk": QT_TRANSLATE_NOOP("foot", "{act}: cannot be written on this PC, not sent yet"),
    }
)
"""This desk's own reasons why an act was not carried out."""


def refusal_message(refusal: Refusal, row: ReportRow | None, now: Millis) -> FootMessage:
    """Return what the foot says when an act was not carried out; the report may be under the focus no longer."""
    if refusal.code in _HERE:
        act = command_word(NAME_OF[type(refusal.command)])
        words = translate("foot", str(_HERE[refusal.code])).format(act=act)
    else:
        answer = refusal.answer
        words = refusal_sentence(
            RefusalFacts(
                code=refusal.code,
                command=NAME_OF[type(refusal.command)],
                row=row,
                by="" if answer is None else answer.by,
                field=refusal.field,
                ref=None if answer is None else answer.ref,
            )
        )
    detail = "" if row is None else row.number
    if refusal.code == "conflict" and row is not None and not isinstance(refusal.command, Undo):
        detail = translate("foot", "{number}, Alt 3 goes there").format(number=row.number)
    return FootMessage(words=words, since=now, until=now + TROUBLE_FOR, detail=detail, tone=MessageTone.TROUBLE)


def trouble_message(words: str, now: Millis) -> FootMessage:
    """Return a sentence that something went wrong."""
    return FootMessage(words=words, since=now, until=now + TROUBLE_FOR, tone=MessageTone.TROUBLE)


def conflict_look(news: ConflictNews, row: ReportRow, book: Wordbook) -> ConflictLook:
    """Return what the conflict banner says."""
    answer = news.answer
    current = answer.current.row if answer.current is not None else row
    title = conflict_title(answer.by, answer.changed, row=current, names=book.names)
    if answer.changed_at is not None:
        when = clock_seconds(answer.changed_at)
        title = translate("conflict", "{what}, {time}").format(what=title, time=when)
    name = answer.by or translate("conflict", "the other")
    return ConflictLook(
        happened=title,
        unsent=act_words.not_sent(news.sent.command, book),
        theirs=translate("conflict", "Follow {name}").format(name=name),
        mine=translate("conflict", "Send my choice"),
        compare=translate("conflict", "Compare"),
    )


def hints(keys: Keymap = SHIPPED) -> tuple[Hint, ...]:
    """Return the keys shown at the foot of the queue, as this person has them; one that does not act is left out."""
    hinted = (
        (("step:1", "step:-1"), translate("foot", "move")),
        (("act:acknowledge",), translate("foot", "take in")),
        (("act:assign",), translate("foot", "assign")),
        (("filter",), translate("foot", "filter")),
        (("palette",), translate("foot", "find")),
        (("keys",), translate("foot", "keys")),
    )
    made = (Hint(tuple(cap_word(key) for name in names if (key := keys.key_of(name))), said) for names, said in hinted)
    return tuple(hint for hint in made if hint.keys)
