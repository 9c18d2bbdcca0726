"""The desk: windows that place widgets, and the bridge between them and the live feed.

What needs no Qt is loaded first: PySide6 reads the source of every module that is loaded after it.
"""

import numpy  # noqa: F401, ICN001 - loaded first, as said above

import services.feed.client  # noqa: F401 - likewise
import services.figures.points  # noqa: F401 - likewise
