"""The catalogue: every source, indicator and reference standard, as ``metrics.yml`` declares them.

`parse` takes the text of the file and gives a frozen `Catalogue`, or raises `CatalogueError` with every mistake and its
line. Nothing here knows where the file is.
"""

from kpi.catalogue.definitions import (
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
    Mean,
    NotComparable,
    OnTime,
    Settings,
    Share,
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
from kpi.catalogue.standard import (
    FAULTS,
    AtLeast,
    AtMost,
    Bounded,
    EvidenceStandard,
    Frequency,
    Level,
    NotWorse,
    Range,
    Standard,
    StandardKind,
    TimeLimit,
    TrackedStandard,
    fields_of_kind,
    standard_from,
    value_set,
)  # fmt: skip

__all__ = [
    "CLOCK_PARTS", "FAULTS", "AtLeast", "AtMost", "Behaviour", "Bounded", "Catalogue", "Clock", "Code", "Column",
    "ColumnType", "Compare", "Count", "Coverage", "Days", "Direction", "EvidenceMeasure", "EvidenceStandard",
    "FigureMeasure", "FrameworkRow", "Frequency", "Frozen", "Indicator", "Level", "Mean", "NextUpdate", "NotComparable",
    "NotWorse", "OnTime", "Range", "Scaled", "Settings", "Share", "Source", "Standard", "StandardKind", "Text",
    "TimeLimit", "TrackedStandard", "Unit", "Where", "fields_of_kind", "misfit", "parse", "standard_from", "value_set",
]  # fmt: skip
