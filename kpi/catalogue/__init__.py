"""The catalogue: every source, indicator and reference standard, as ``metrics.yml`` declares them.

`parse` takes the text of the file and gives a frozen `Catalogue`, or raises `CatalogueError` with every mistake and its
line. Nothing here knows where the file is.
"""

from kpi.catalogue.definitions import (
    FAULTS,
    Behaviour,
    Catalogue,
    Count,
    Coverage,
    Days,
    Direction,
    EvidenceMeasure,
    FigureMeasure,
    FrameworkRow,
    Indicator,
    Level,
    Mean,
    NotComparable,
    OnTime,
    Settings,
    Share,
    Standard,
    StandardKind,
    misfit,
)  # fmt: skip
from kpi.catalogue.parser import parse
from kpi.catalogue.source import (
    CLOCK_PARTS,
    Clock,
    Code,
    Column,
    ColumnType,
    Compare,
    Frozen,
    NextUpdate,
    Scaled,
    Source,
    Text,
    Unit,
    Where,
)  # fmt: skip

__all__ = [
    "CLOCK_PARTS", "FAULTS", "Behaviour", "Catalogue", "Clock", "Code", "Column", "ColumnType", "Compare", "Count", "Coverage", "Days",
    "Direction", "EvidenceMeasure", "FigureMeasure", "FrameworkRow", "Frozen", "Indicator", "Level", "Mean", "NextUpdate",
    "NotComparable", "OnTime", "Scaled", "Settings", "Share", "Source", "Standard", "StandardKind", "Text", "Unit", "Where",
    "misfit", "parse",
]  # fmt: skip
