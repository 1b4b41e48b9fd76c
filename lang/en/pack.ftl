pack-title = Service indicators, { $month }
pack-month = { $month } { $year } (ROC { $roc })
pack-period = Period: { $period }; the same days of last year: { $prior }
pack-cut-off = Data through { $day }
pack-version = Version { $version } of the data
pack-demo = Demonstration data, not real statistics
pack-footer = { $agency } | { $title }
pack-footer-demo = { $agency } | { $title } | demonstration data
pack-headline = Of { $all } indicators, { $met } meet their standard, { $not_met } miss it, { $at_risk } are at risk and { $evidence_missing } lack evidence; the other { $rest } are only tracked or have no data yet.
pack-nothing-open = Of { $all } indicators, { $met } meet their standard; none misses it, is at risk or lacks evidence. The other { $rest } are only tracked or have no data yet.
pack-more-open = { $count ->
    [1] One more calls for action; see the last page.
   *[other] { $count } more call for action; see the last page.
}
pack-calm = Nothing calls for attention this month
pack-calm-why = No indicator misses its standard or lags behind its target for the year, all evidence is valid, and the months vary as they usually do.
pack-list-about = What to look at first: status, reason, value, standard, last year and the office in charge
pack-facts-about = { $name }: value, standard, last year and the office in charge
pack-column-status = Status
pack-column-indicator = Indicator
pack-column-why = Indicator and reason
pack-column-value = Value
pack-column-n = n
pack-column-standard = Standard
pack-column-prior = Last year
pack-column-change = Change on last year
pack-column-office = Office in charge
pack-column-open = To be settled
pack-column-count = Items
pack-no-office = not named
pack-signal = { $word }: { $why }
pack-no-signal = There are too few months to tell a change from chance.
pack-dimension = { $name }: { $count ->
    [1] one indicator
   *[other] { $count } indicators
}
pack-dimension-about = Indicators of { $name }: value, standard, status, change on last year and the office in charge
pack-changes = What the data tell differently since the last meeting
pack-changes-about = Indicators that differ from the earlier version: then, now and the difference
pack-changes-none-earlier = Four weeks ago there were no data yet, so there is no earlier version to compare with.
pack-changes-no-loads = No data were loaded after version { $version } of { $day }: every indicator is as it was.
pack-changes-sum = Compared with version { $version } of { $day }, { $what }.
pack-changes-more = { $count ->
    [1] One more row is not shown; see the page "What changed".
   *[other] { $count } more rows are not shown; see the page "What changed".
}
pack-changes-how = Compared are the values of each year to its cut-off, with all data loaded in the last four weeks.
pack-offices = Who answers for what is open
pack-offices-about = Open items by the office in charge
pack-offices-sum = { $open ->
    [1] One item is open.
   *[other] { $open } items are open, with { $offices ->
        [1] one office
       *[other] { $offices } offices
    } in charge.
}
pack-offices-none = Nothing is open.
pack-offices-unnamed = Items marked "not named" have no office in charge yet; please name it in the settings of the self-assessment.
pack-open-concerning = A recent change calls for attention
pack-open-failing = Will miss its standard with this variation
pack-open-stale = Data overdue
pack-item = { $name }: { $what }
pack-empty = There are no data in the warehouse yet, so there is nothing to print. Load data first, then try again.
pack-not-yet = There are no data for { $month } yet: they end on { $day }. Load them first, or choose an earlier period.
pack-before = There are no data for { $period }: the earliest are of { $day }. Choose a later period.
pack-dimension-unknown = There is no dimension "{ $found }". Choose one of { $known }.
brief-other-year = { $day } does not lie within { $year }. Give a cut-off of that year.

brief-title = { $dimension }: indicators in brief
brief-more = Shown are the { $shown } that most need looking at; for the other { $rest } see the overview.
brief-missing = Evidence missing
brief-missing-item = { $name } ({ $office }): { $why }
brief-missing-none = All evidence for the qualitative standards is in hand.
brief-table-about = Indicators of { $name }: value, last year, standard, status and the office in charge
slides-continued = { $title } ({ $part }/{ $parts })
slides-layout-cover = Cover
slides-layout-text = Title and text
slides-layout-two = Title and two texts
slides-layout-title = Title only
slides-chart-name = Chart: { $title }
slides-table-name = Table: { $title }
slides-text-name = Text
slides-title-name = Title
slides-number-name = Page number
slides-footer-name = Footer

definitions-changed = The definitions of { $sources } have changed since their figures were worked out. “python -m etl status” works them out again; then ask once more.
command-lang = There is no language “{ $found }”. For --lang give zh-Hant or en.
command-missing = No value was given for { $name }. Add it and run the command again; --help explains every option.
command-range = { $name } cannot be “{ $found }”. Give a whole number from { $low } to { $high }.
command-no-option = There is no option “{ $found }”. --help lists those that there are.
command-no-folder = { $file } cannot be written: there is no folder “{ $folder }”. Make it first, or choose another place.
command-is-folder = { $file } cannot be written: a folder has that name. Choose another one.
command-not-permitted = { $file } cannot be written: you may not write there. Choose another place, or close the file where it is open.
