ui-title = Service quality indicators
ui-page-overview = Overview
ui-page-indicator = Indicator
ui-page-upload = Upload
ui-page-downloads = Downloads
ui-switch = 中文
ui-switch-label = 切換為中文

ui-fault = This page cannot be shown right now. Reload it; if it fails again, tell the administrator the time and the address: the log holds the reason.

ui-year = Year
ui-part = Period
ui-part-ytd = Year to date
ui-part-half = { $n ->
    [1] First half
   *[other] Second half
}
ui-part-quarter = Quarter { $n }
ui-until = Cut-off day
ui-until-text = To { $day }
ui-office = Office
ui-office-all = All offices
ui-dimension = Dimension
ui-dimension-all = All dimensions

ui-overview-sub = { $who } · { $now }, compared with { $before } ({ $years })
ui-overview-first = { $count ->
    [1] Look at this first
   *[other] Look at these { $count } first
}
ui-overview-calm = Nothing calls for attention in this period
ui-overview-all = All indicators
ui-overview-indicator = Indicator
ui-overview-value = Value
ui-overview-standard = Standard
ui-overview-status = Status
ui-overview-change = Change on last year
ui-overview-trend = Trend (grey: last year)
ui-overview-through = Data to
ui-overview-any-status = Show every status
ui-overview-nothing = No indicator fits these filters. Widen the status, the dimension or the office to see others.

ui-fresh-through = Data through { $day }.
ui-fresh-late = { $source } for { $month }: { $days ->
    [one] one day late.
   *[other] { $days } days late.
}
ui-fresh-load = Last upload: { $source }, { $at }, passed.
ui-fresh-refused = A file of { $source } was refused, { $at }; no data were changed.
ui-today = today { $time }
ui-yesterday = yesterday { $time }
ui-demo-all = Demonstration data: every figure here is synthetic, not a real statistic. The first real upload of a source removes that source's demonstration data.
ui-demo-some = Partly demonstration data: { $sources } are still synthetic, not real statistics.

ui-why-moved = { $moved } on the same days of last year.
ui-why-moved-worse = { $moved } on the same days of last year, which is the wrong direction.
ui-why-streak = Worse than the same month of last year for { $months } months in a row.
ui-moved-up = Up by { $gap }
ui-moved-down = Down by { $gap }
ui-moved-same = Unchanged
ui-moved-relative = { $text } ({ $relative })
ui-prior-short = last year { $value }
ui-both = { $now } against { $before }

ui-evidence-there = Evidence given
ui-n-of = { $numerator } of { $n }
ui-n-not-given = n not given
ui-standard-none = No standard set
ui-standard-at-least = ≥ { $bound }
ui-standard-at-most = ≤ { $bound }
ui-standard-range = { $low } to { $high }
ui-standard-frequency = { $months ->
    [1] ≥ { $bound } a month
    [12] ≥ { $bound } a year
   *[other] ≥ { $bound } every { $months } months
}
ui-standard-frequency-each = { $months ->
    [1] ≥ { $bound } a month in each office
    [12] ≥ { $bound } a year in each office
   *[other] ≥ { $bound } every { $months } months in each office
}
ui-standard-time-limit = All within limit
ui-standard-not-worse-than-last-year = No worse than last year
ui-standard-evidence = Evidence
ui-standard-long = { $what }, from { $day }; set by { $by }
ui-standard-replaced = { $text } (before: { $before })

ui-trend = { $year } by month, { $count ->
    [one] one month
   *[other] { $count } months
}; { $value } in { $month }
ui-trend-none = No monthly values this year; the grey line is last year

ui-empty-title = There are no data yet
ui-empty-text = Once the monthly exports are uploaded, this page lists every service indicator: its value, the reference standard, whether it was met, and the comparison with the same days of last year.
ui-empty-step-1 = Upload the lists of offices and services and the office calendar first: cases need them for their office, time limit and working days.
ui-empty-step-2 = Then upload the exports, such as applications or the mailbox; templates are on the Upload page.
ui-empty-step-3 = A file with problems is not loaded; the page names the cell and says how to mend it.
