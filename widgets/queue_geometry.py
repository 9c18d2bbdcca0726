"""Where the rows of the queue lie: two row heights by arithmetic, so that nothing grows with the queue."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QueueGeometry:
    """Rows and heads, counted from the top of the list, in logical pixels."""

    rows: int
    """How many rows there are, heads included."""
    heads: tuple[int, ...]
    """Which of them are heads, in order."""
    row_height: float
    head_height: float

    @property
    def total(self) -> float:
        """How high the whole list is."""
        return self.top_of(self.rows)

    def top_of(self, row: int) -> float:
        """Return where a row begins."""
        heads = sum(1 for head in self.heads if head < row)
        return (row - heads) * self.row_height + heads * self.head_height

    def height_of(self, row: int) -> float:
        """Return how high a row is."""
        return self.head_height if row in self.heads else self.row_height

    def row_at(self, y: float) -> int:
        """Return the row that lies at a height; the first above the list, the last below it, 0 of an empty list."""
        row = max(0, min(int(y // self.row_height), self.rows - 1))
        while row + 1 < self.rows and self.top_of(row + 1) <= y:
            row += 1
        return row

    def head_above(self, y: float) -> int | None:
        """Return the head of the group that has begun above a height and stays in sight there."""
        above = [head for head in self.heads if self.top_of(head) < y]
        return above[-1] if above else None

    def head_top(self, head: int, y: float) -> float:
        """Return where a head that stays in sight stands, from the height `y`: pushed up by the head after it."""
        later = [self.top_of(row) - y for row in self.heads if row > head]
        return min(0.0, later[0] - self.head_height) if later else 0.0
