"""What the Downloads page hands to its component, and what that may say."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from ui.shared.contract import Control, Empty, Head, HeadChoice, Made, Option

FileButton = TypedDict("FileButton", {"id": str, "name": str, "for": str})


class IndicatorGroup(TypedDict):
    name: str
    options: list[Option]


class IndicatorList(TypedDict):
    label: str
    value: str
    groups: list[IndicatorGroup]
    none: str


class DownloadsHead(TypedDict):
    part: Literal["head"]
    stamp: str
    head: Head
    empty: NotRequired[Empty]
    ribbon: NotRequired[str]
    title: NotRequired[str]
    text: NotRequired[str]
    files: NotRequired[list[FileButton]]
    made: NotRequired[Made | None]


class MeetingFile(TypedDict):
    title: str
    text: str
    files: list[FileButton]
    dimension: NotRequired[Control]


class Meeting(TypedDict):
    part: Literal["meeting"]
    stamp: str
    title: str
    made: Made | None
    pack: MeetingFile
    brief: MeetingFile


class ChartChooser(TypedDict):
    part: Literal["chart"]
    stamp: str
    title: str
    text: str
    indicator: IndicatorList
    view: Control


class Preview(TypedDict):
    part: Literal["preview"]
    stamp: str
    label: str
    none: NotRequired[str]
    svg: NotRequired[str]
    alt: NotRequired[str]
    files: NotRequired[list[FileButton]]
    made: NotRequired[Made | None]


class DownloadsChoice(TypedDict):
    """A file to make, the dimension of the brief, the view of the chart."""

    key: Literal["make", "of", "view"]
    value: str


DownloadsChoices = HeadChoice | DownloadsChoice
DATA = {"downloads": DownloadsHead | Meeting | ChartChooser | Preview}
CHOICES = {"downloads": DownloadsChoices}
