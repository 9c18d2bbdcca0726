"""Steps that several tests of the feed take."""

from typing import Any

from tests.end_to_end.wire import Message, WireDesk


async def opened(desk: WireDesk, label: str = "jalan_rusak", **args: Any) -> str:
    """Open a report; return its id."""
    result = await desk.command("open", label=label, **{"text": "Lubang besar", **args})
    assert result["ok"], result
    return str(result["report"])


async def shown(desk: WireDesk, report: str, **values: Any) -> Message:
    """Wait at most a second until a desk shows a report with these values; return its row."""

    def there() -> bool:
        row = desk.rows.get(("report", report))
        return row is not None and all(row[1][name] == value for name, value in values.items())

    await desk.until(there, patience=1.0)
    row: Message = desk.report(report)
    return row


async def done(desk: WireDesk, name: str, report: str, **args: Any) -> Message:
    """Give a command that must succeed, and wait until the desk's own board shows it."""
    result = await desk.command(name, report, **args)
    assert result["ok"], result
    await desk.until(lambda: result["key"] in desk.done)
    return result


async def open_many(connector: WireDesk, count: int, *, system: str, label: str = "banjir") -> list[str]:
    """Open reports with 64 commands under way; return those acknowledged, in order."""
    start, under_way, reports = connector.n, [], []
    for n in range(1, count + 1):
        source = {"system": system, "id": f"{start + n}"}
        under_way.append(await connector.order("open", label=label, text=f"Air naik {n}", source=source))
        if len(under_way) == 64:
            reports.append(await _report(connector, under_way.pop(0)))
    return reports + [await _report(connector, number) for number in under_way]


async def _report(connector: WireDesk, number: int) -> str:
    result = await connector.answer(number)
    assert result["ok"], result
    return str(result["report"])
