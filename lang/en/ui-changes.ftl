ui-page-changes = What changed
chg-sub = What was updated, and which indicators differ. Whole-agency figures, year by year.
chg-since = Since when
chg-group-moments = Since when
chg-group-versions = Since one of the updates
chg-stood = Version { $version } · { $at } · { $source } · { $who }
chg-since-visit = Since your last visit ({ $at })
chg-since-load = The last update ({ $at })
chg-since-load-undated = The last update
chg-since-week = Since a week ago ({ $at })
chg-since-month = Since a month ago ({ $at })
chg-since-version = Since version { $version } ({ $at })
chg-since-version-undated = Since version { $version }
chg-line = { $count ->
    [one] One update since your last visit ({ $at }).
   *[other] { $count } updates since your last visit ({ $at }).
}
chg-line-open = See what changed
chg-waiting = Comparing, one moment…
chg-sum = { $since }, { $loads ->
    [one] the data were updated once
   *[other] the data were updated { $loads } times
}: { $what }.
chg-sum-load = { $since }: { $what }.
chg-what-both = { $flips ->
    [one] one indicator changed its status
   *[other] { $flips } indicators changed their status
}, and { $values ->
    [one] one more has another value
   *[other] { $values } more have another value
}
chg-what-flips = { $flips ->
    [one] one indicator changed its status
   *[other] { $flips } indicators changed their status
}; all others are as they were
chg-what-values = { $values ->
    [one] one indicator has another value
   *[other] { $values } indicators have another value
}, and no status changed
chg-what-none = every value and every status is as it was
chg-same = { $since }, the data were not updated; every indicator is as it was.
chg-before-data = { $since }, { $loads ->
    [one] the data were updated once
   *[other] the data were updated { $loads } times
}. There were no data before, so there is nothing to compare with.
chg-first-visit = This browser has no record of an earlier visit of yours, so the last update is shown. Next time, the comparison starts from what you see today.
chg-see-load = See what the last update changed
chg-see-week = See what the last seven days changed
chg-flipped = Indicators that changed their status
chg-moved = Indicators with another value
chg-more = { $count ->
    [one] One more row is not listed; choose a later start to see all.
   *[other] { $count } more rows are not listed; choose a later start to see all.
}
chg-col-indicator = Indicator
chg-col-status = Status
chg-col-before = Then
chg-col-after = Now
chg-col-gap = Difference
chg-col-to = became
chg-new = First figures
chg-gone = Figures removed
chg-equal = Same value, other counts
chg-same-value = Same value
chg-longer = More days are counted
chg-other-days = Other days
chg-also = { $years } moved too
chg-standard = Standard: { $before } → { $after }
chg-loads = Updates since then
chg-more-loads = { $count ->
    [one] One earlier update is listed under History.
   *[other] { $count } earlier updates are listed under History.
}
chg-kept = Your last visit is remembered by this browser only: which version and when, not who. After half an hour away, coming back counts as another visit.
chg-entry-all = All indicators
chg-entry-standards = { $about }: set to { $what } from { $day }. { $text }
chg-entry-rebases = { $about }: the way of working changed on { $day }. { $text }
chg-entry-notes = { $about } ({ $day }): { $text }
chg-entry-remarks = { $about } ({ $kind }): { $text }
chg-entry-removed = Removed: { $what }
chg-entry-more = { $count ->
    [one] One more
   *[other] { $count } more
}
