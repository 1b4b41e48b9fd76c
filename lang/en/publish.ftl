chart-month = { $month } { $year } (ROC { $roc })
chart-month-running = { $first }–{ $month } { $year } (ROC { $roc })
chart-point = { $when }: { $value }
chart-point-provisional = { $label }, provisional, data through { $day }
chart-point-part = { $label }, provisional, { $days } only
chart-no-data = no data
chart-no-cases = no cases
chart-value-of = { $value } ({ $numerator } of { $n })
chart-value-n = { $value } (n = { $n })
chart-value-offices = { $value } ({ $offices })
figure-told = the last count of each office: { $offices }
figure-lacking = without { $offices }
chart-note-lacking = The sums of { $months } are without { $offices }.
chart-n-not-given = { $value } (n not given)
chart-whole-agency = whole agency
chart-view-month = By month
chart-view-running = Counted from 1 January
chart-view-point = At the end of each month
chart-subtitle = { $view } | { $years } | { $part }
chart-standard = { $what } (from { $day }, { $by })
chart-standard-at-least = Standard ≥ { $bound }
chart-standard-at-most = Standard ≤ { $bound }
chart-standard-level = { $level } { $bound }
chart-standard-frequency = { $months ->
    [1] Standard: at least { $bound } a month
    [12] Standard: at least { $bound } a year
   *[other] Standard: at least { $bound } every { $months } months
}
chart-standard-time-limit = Standard 100%: no case late
chart-note-provisional = { $month } is not over: provisional, data through { $day }.
chart-note-provisional-compared = { $month } is not over: provisional, data through { $day }; earlier years show the whole month.
chart-note-part = { $month } holds { $days } only: provisional.
chart-note-standard-running = { $standard } is held against the year's total and drawn on the chart counted from 1 January.
chart-note-standard-window = { $standard } is held against whole windows and not drawn on single months.
chart-note-standard-office = { $standard } holds for each office and is drawn when one is chosen.
chart-note-demo = Demonstration data, not real statistics; 2023 and 2024 are wholly synthetic.
chart-summary-empty = { $name }: no monthly values in { $year }.
chart-summary-one = { $name }: { $value } in { $month } { $year }
chart-summary-running = { $name }: { $value } by { $month } { $year }
chart-summary-months = { $name }: in { $year } from { $low } ({ $low_month }) to { $high } ({ $high_month }); most recently { $value } in { $month }
chart-summary-prior = The same month of { $year } had { $value }: { $moved }
chart-summary-no-standard = No reference standard was set
chart-by-office = By office
chart-by-category = By category
chart-dots-subtitle = { $kind } | { $period }
chart-dots-part = { $subtitle } | { $part }
chart-dots-summary = { $title } ({ $subtitle }): { $rows }.
chart-dots-none = { $title } ({ $subtitle }): there are no values to break down.

summary-title = Service indicator summary
summary-months-title = Service indicators by month
summary-charts-title = Service indicators in charts
summary-notes-title = What the columns mean
summary-office = { $agency } | { $office }
summary-period = Period: { $period }. Same days of last year: { $prior }. The days that each value really covers stand in its row.
summary-version = Version of the data: { $version }
summary-demo = Demonstration data, not real statistics; 2023 and 2024 are wholly synthetic.
summary-sheet = Summary
summary-sheet-months = By month
summary-sheet-charts = Charts
summary-sheet-notes = Notes
summary-notes-column = Column
summary-notes-meaning = Meaning
summary-points = { " " }points
summary-qualified-about = The value is approximate.
summary-qualified-bound = The value is a lower bound.
summary-qualified-both = Some of the counts are approximate, others lower bounds: the sum is at least about so much.
summary-qualified-reckoned = Some due dates lie in a year without an office calendar and are counted by weekday.
summary-prior-about = Last year's value is approximate.
summary-prior-bound = Last year's value is a lower bound.
summary-prior-both = Some of last year's counts are approximate, others lower bounds: the sum is at least about so much.
summary-prior-day = Last year's value is that of { $day }.
summary-offices = Sum over offices: { $offices }.
summary-qualified-other = Stated as “{ $word }”.
summary-months-days = { $days } only.
summary-earlier-standard = At the start of the period the standard was: { $standard }.
summary-data-demo = demonstration
summary-data-real = real
summary-column-dimension = Dimension
summary-column-indicator = Indicator
summary-column-value = Value
summary-unit-rate = rate (1 is 100%)
summary-column-unit = Unit
summary-column-n = n
summary-column-standard = Reference standard
summary-column-status = Status
summary-column-prior = Last year, same days
summary-column-change = Change (rates: points)
summary-column-relative = Change in %
summary-column-verdict = Better or worse
summary-column-through = Data through
summary-column-reason = Why this status
summary-column-remark = Remarks
summary-column-numerator = Numerator
summary-column-denominator = Denominator
summary-column-from = From
summary-column-to = To
summary-column-prior-from = Last year from
summary-column-prior-to = Last year to
summary-column-compared = Value compared
summary-column-compared-to = Compared to
summary-column-standard-from = Standard from
summary-column-standard-by = Standard set by
summary-column-source = Source
summary-column-data = Kind of data
summary-column-version = Version
summary-column-line = Year or standard
summary-about-dimension = One of the five dimensions of the self-assessment.
summary-about-indicator = Name of the indicator, in the order of the self-assessment form.
summary-about-value = Value of the period. Rates are stored as fractions and shown as percentages; a blank has its reason in “Why this status”.
summary-about-unit = Unit of the value.
summary-about-n = Denominator of rates and means; number of cases of medians and percentiles. Stocks and hand counts have none.
summary-about-standard = Reference standard. Where nobody set one, the cell says so.
summary-about-status = Met, not met, at risk (off the path to a target for the year), tracked (no standard set), no cases, no data yet, not applicable, evidence missing.
summary-about-prior = Value of the same days of last year; the end of February is compared with the end of February.
summary-about-change = This year less last year: rates in percentage points, everything else in the unit of the value.
summary-about-relative = Change divided by last year’s value. Not given for rates, nor where last year’s value is zero.
summary-about-verdict = By the direction of the indicator: better, worse or unchanged; up or down where neither is better.
summary-about-through = Last day that the value covers.
summary-about-reason = The reason for the status.
summary-about-remark = Statement of evidence, approximate values, an earlier standard, or why last year cannot be compared.
summary-about-numerator = Numerator of rates and means; of counts, the count.
summary-about-denominator = Denominator of rates and means.
summary-about-from = First day that the value really covers.
summary-about-to = Last day that the value really covers; for stocks, their day.
summary-about-prior-from = First day of last year’s value.
summary-about-prior-to = Last day of last year’s value.
summary-about-compared = Where only whole months can be compared: this year’s value over the months that both years have. Otherwise blank.
summary-about-compared-to = Last day of the value compared.
summary-about-standard-from = Day from which the standard holds.
summary-about-standard-by = Who set the standard.
summary-about-source = The data from which the value comes.
summary-about-data = Demonstration or real data.
summary-about-version = Each load of data is a version; the figures of a version never change.
summary-about-sheet-months = Values of this year and last by month. Italics: not complete yet (part of the month only, or without some offices). The comment of a cell says whether it is approximate or a lower bound, and its own days. Blank: no data.
summary-about-sheet-charts = Indicators with a standard, then the main rates and counts: this year over last year, standards dashed.
summary-ending-unknown = { $file } cannot be written. End the name with { $known }.
summary-not-written = { $file } cannot be written: { $why }

value-name = { $name } | { $part } | { $period }
value-status = { $status }: { $why }
value-standard = Standard: { $standard } (from { $day }, { $by })
value-prior = Same days of last year, { $period }: { $value }; change { $change }
value-change = { $change }, { $verdict }
value-prior-day = Value on { $day }: { $value }; change { $change }
value-compared = Compared with them, of this year, { $period }: { $value }
value-version = Version of the data: { $version }

no-cjk-font = This computer has no Chinese font; Chinese would show as squares. Install the package { $package } (Debian, Ubuntu: apt install { $package }) and try again.
process-subtitle = Control chart | whole months of three years | { $part }
process-line-mean = Mean { $value }
process-line-lower = Lower limit { $value }
process-line-upper = Upper limit { $value }
process-trial = Only { $months } months (fewer than 12): the limits are on trial.
process-rule-outside = outside the usual variation
process-rule-trend = seven points rising or falling in a row
process-rule-two_of_three = two of three points near a limit
process-rule-shift = seven in a row on one side of the mean
remark-note = { $when }: { $text }
remark-by = { $who }, { $day }
remark-change = Process changed on { $day }: { $reason }
remark-line = { $written ->
    [0] { $number }. { $text }
   *[other] { $number }. { $text } ({ $by })
}
chart-path = { $most ->
    [1] At most on this path{ $season ->
        [1] { "" } (season of past years)
       *[other] { "" } (even)
    }
   *[other] Path{ $season ->
        [1] { "" } (season of past years)
       *[other] { "" } (even)
    }
}
variation-common_cause = Usual variation
variation-improving = Improving
variation-concerning = Concerning
variation-neutral = Changed
assurance-word-passing = Passes steadily
assurance-word-failing = Falls short
assurance-word-hit_or_miss = Hit or miss
summary-column-variation = Signal
summary-column-variation-why = Why
summary-column-assurance = Assurance
summary-about-variation = What the control chart of three years of months says: usual variation, improving, concerning or changed. Blank where an indicator has no control chart.
summary-about-variation-why = Why it says so.
summary-about-assurance = Whether every month will hold its standard with the variation as it is; only where every month has one.
process-legend = Grey circles are usual variation; special causes are blue squares (for the better), orange diamonds (for the worse) and violet triangles (neither).
outlook-flow = Going by the months of past years, the year is likely to end between { $low } and { $high } (about { $sure } chances in 10). An estimate, not a figure.
outlook-rate = Going by { $year } through { $through } and by past years, the whole year is likely to come to between { $low } and { $high } (about { $sure } chances in 10). An estimate, not a figure.
outlook-january = No month of { $year } is complete yet. Going by past years alone, it is likely to end between { $low } and { $high } (about { $sure } chances in 10).
outlook-same = The months of past years hardly varied; if that goes on, the year ends at about { $value }. An estimate, not a figure.
outlook-band = Likely range at the end of the year (about { $sure } chances in 10)
summary-column-notes = Notes
summary-column-per-day = Per working day
summary-column-prior-per-day = Last year per working day
summary-column-workdays = Working days
summary-column-prior-workdays = Working days last year
summary-about-notes = Notes and changes of process in the period.
summary-about-per-day = Cases per working day, where the count depends on the days worked.
summary-about-prior-per-day = Cases per working day in the same days of last year.
summary-about-workdays = Working days in the days compared.
summary-about-prior-workdays = Working days in the same days of last year.
chart-note-standard-whole = { $standard } is held against the agency as a whole and not drawn on a part of it.
