ui-title = Service quality indicators
ui-page-overview = Overview
ui-page-indicator = Indicator
ui-page-upload = Upload
ui-page-downloads = Downloads
ui-switch = 中文
ui-skip = Skip to the main content
ui-switch-label = 切換為中文

message-unheard = What was just done could not be understood; nothing was changed. Please reload the page and try again.
ui-fault = This page cannot be shown right now. Reload it; if it fails again, tell the administrator the time and the address: the log holds the reason.

ui-year = Year
ui-part = Period
ui-part-ytd = Year to date
ui-part-year = Whole year
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
ui-fresh-behind = { $source }: only through { $day }.
ui-fresh-behind-late = { $source }: only through { $day }; { $month } is { $days ->
    [one] one day late.
   *[other] { $days } days late.
}
ui-fresh-late = { $source } for { $month }: { $days ->
    [one] one day late.
   *[other] { $days } days late.
}
ui-fresh-load = Last upload: { $source }, { $at }, passed.
ui-fresh-refused = A file of { $source } was refused, { $at }; no data were changed.
ui-printed = Printed
ui-today = today { $time }
ui-yesterday = yesterday { $time }
ui-demo-all = Demonstration data: every figure here is synthetic, not a real statistic. The first real upload of a source removes that source's demonstration data.
ui-demo-some = Partly demonstration data: { $sources } { $count ->
    [one] is
   *[other] are
} still synthetic, not real.

ui-why-moved = Against the same days of last year: { $moved }.
ui-why-moved-days = Against the same days of last year ({ $days }): { $moved }.
ui-why-moved-day = Against { $day }: { $moved }.
ui-moved-up = up by { $gap }
ui-moved-down = down by { $gap }
tone-better = better
tone-worse = worse
tone-same = unchanged
tone-up = up
tone-down = down
ui-moved-judged = { $text }, { $verdict }
ui-moved-relative = { $text } ({ $relative })
ui-prior-day = { $value } on { $day }
ui-prior-other = last year { $value } ({ $days })
ui-prior-short = last year { $value }
ui-both-now = { $days } ({ $value })
ui-both-value = { $value } of { $now } against { $before }
ui-both = { $now } against { $before }

ui-evidence-there = Evidence given
ui-n-of = { $numerator } of { $n }
ui-n-not-given = n not given
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

ui-direction-higher = { $definition }; higher is better.
ui-direction-lower = { $definition }; lower is better.
ui-direction-neutral = { $definition }.
ui-choose-indicator = Choose another indicator
ui-with-n = { $value } ({ $n })

ui-fact-prior = Last year
ui-fact-prior-day = Value on { $day }
ui-fact-prior-moved = { $before }; { $moved }
ui-fact-periods = Days compared
ui-fact-period = Period
ui-fact-standard = Standard
ui-fact-through = Data to

ui-ask-title = What to ask
ui-ask-nothing = Nothing calls for a question.
ui-ask-overdue-offices-alone = Of { $late } overdue, { $part } has { $count } ({ $share } of what is overdue, but { $cases } of the cases), more than chance explains: at which step do they wait?
ui-ask-overdue-offices-share = Of { $late } overdue, { $part } has the most ({ $share } of what is overdue, and { $cases } of the cases), about as many as its cases explain: is there a bottleneck that all share?
ui-ask-overdue-offices-spread = The { $late } overdue are spread over the offices; none stands out. Is there a bottleneck that all share?
ui-ask-overdue-offices-few = With { $late } overdue it cannot be told whether any office has too many: what was the cause of each?
ui-ask-overdue-categories-alone = By category, { $part } has { $count } of { $late } overdue ({ $share } of what is overdue, but { $cases } of the cases), more than chance explains: does its process or its staffing need a change?
ui-ask-overdue-categories-share = By category, { $part } has the most of { $late } overdue ({ $share } of what is overdue, and { $cases } of the cases), about as many as its cases explain: is there a bottleneck that all share?
ui-ask-overdue-categories-spread = By category, the { $late } overdue are spread; none stands out. Is there a bottleneck that all share?
ui-ask-overdue-categories-few = With { $late } overdue it cannot be told whether any category has too many: what was the cause of each?
ui-ask-window-missed = The window { $window } was missed: why, and is it to be made up for?
ui-ask-window-offices = In { $window } these offices had too few: { $offices }. Why?
ui-ask-window-open = { $need } more to do by { $day }: is the day fixed?
ui-ask-window-open-offices = Still to do by { $day }: { $offices }. Is the day fixed?
ui-ask-evidence-missing = Which office provides the evidence, and by when?
ui-ask-evidence-ends = The evidence ends on { $day }: is its renewal ready?
ui-ask-office-worse = { $office } has { $value } against { $whole } overall, more than chance explains: what is the cause, and by when is it mended?
ui-ask-office-better = { $office } has { $value }, clearly better than { $whole } overall: can others do the same?
ui-ask-count-most = { $part } has most of it, { $share }: what is the cause?
ui-ask-offices-worse = { $count } offices lie equally far from { $whole } overall, more than chance explains (see below): what is the cause, and by when is it mended?
ui-ask-offices-better = { $count } offices are equally and clearly better than { $whole } overall (see below): can others do the same?
ui-ask-offices-differs = { $count } offices lie equally far from { $whole } overall, more than chance explains (see below): other work, or another way of recording?
ui-ask-office-differs = { $office } has { $value } against { $whole } overall, more than chance explains: other work, or another way of recording?
ui-ask-no-data = When will the data of { $source } arrive?
ui-ask-large = { $same ->
    [1] { $up ->
        [1] Up by a fifth or more on last year: did demand change, or the way of counting?
       *[other] Down by a fifth or more on last year: did demand change, or the way of counting?
    }
   *[other] { $up ->
        [1] Up by a fifth or more since { $day }: did demand change, or the way of counting?
       *[other] Down by a fifth or more since { $day }: did demand change, or the way of counting?
    }
}
ui-ask-large-judged = { $same ->
    [1] { $up ->
        [1] Up by a fifth or more on last year: is it the result of a change in practice?
       *[other] Down by a fifth or more on last year: is it the result of a change in practice?
    }
   *[other] { $up ->
        [1] Up by a fifth or more since { $day }: is it the result of a change in practice?
       *[other] Down by a fifth or more since { $day }: is it the result of a change in practice?
    }
}
ui-ask-no-standard = No standard was set; the value is { $value }. Should there be one?

ui-view = Views of the chart
ui-view-month = By month
ui-view-running = Cumulative
ui-view-years = All years
ui-view-table = Table
ui-unfinished = part of a month
ui-table-month = Month
ui-table-provisional = { $value } (provisional)
ui-table-part = { $value } (provisional, { $days })

ui-by-offices = By office
ui-by-categories = By category
ui-by-whole = Overall
ui-by-hint = size of a dot: number of cases
ui-by-marked = ; orange diamond: outside the range of chance
ui-by-more-offices = All { $count } offices
ui-by-more-categories = All { $count } categories
ui-windows = Windows
ui-window-done = Done
ui-window-missed = Missed
ui-window-open = Open
ui-window-unknown = Not wholly delivered
ui-window-unknown-offices = Not known: { $offices }
ui-window-missing = Missing: { $offices }
ui-evidence = Evidence
ui-evidence-open = Open the link
ui-from = from { $day }
ui-loads = Where the figures came from
ui-loads-none = No upload stands behind this period.
ui-loads-version = Version { $version } of the data
ui-load-rows = { $count ->
    [one] { $rows } row
   *[other] { $rows } rows
}
ui-load-more = { $count ->
    [one] and one more file
   *[other] and { $count } more files
}
ui-load-who = Uploaded { $at } by { $who }
ui-load-demo = demonstration data
ui-view-process = Control chart
ui-fact-process = Three years’ variation
ui-why-stale = { $days ->
    [one] { $source } of { $month } is one day late.
   *[other] { $source } of { $month } is { $days } days late.
}
ui-overview-signal = Signal
ui-ask-signal = What has been happening since { $since } is more than chance: what changed then?
ui-fact-outlook = Year-end outlook
ui-fact-per-day = Per working day
ui-per-day = { $now }, { $before } in the same days of last year ({ $relative }); { $days } working days against { $days_before }
ui-ask-behind = The months that are left would need { $each } each; a month of the last year had about { $usual }. How can the gap be closed, or should the target be reviewed?
ui-ask-ahead = The months that are left may have { $each } each; a month of the last year had about { $usual }. Can it be less, or should the limit be reviewed?
ui-ask-missed = Why was the standard missed, and when and how will it be met?
moves-more = { $count } more indicators would move and are not listed.
rows-title = The rows behind this figure
rows-sub = Every row of { $period }, with the file, sheet and row that it came from.
rows-open = List the rows
rows-close = Hide
rows-from = From
rows-what = Change
rows-counted = In the numerator
rows-yes = Yes
rows-no = No
rows-before = Back
rows-after = Next
rows-said = Rows { $first } to { $last } of { $total }
rows-none = There are no rows here.
edition-original = Published
edition-superseded = Then corrected to
edition-corrected = Corrected to
