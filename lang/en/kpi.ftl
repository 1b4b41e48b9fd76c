status-met = Met
status-not_met = Not met
status-at_risk = At risk
status-tracked = Tracked
status-no_cases = No cases
status-no_data = No data yet
status-not_applicable = Not applicable
status-evidence_missing = Evidence missing
tracked = No reference standard was set; the change is followed.
no-cases = { $period } is covered, but there were no cases.
at-least-met = At or above the standard of { $bound }.
at-least-missed = Below the standard of { $bound } by { $gap }.
at-most-met = Not above the standard of { $bound }.
at-most-missed = Above the standard of { $bound } by { $gap }.
range-met = Within the standard's range of { $low } to { $high }.
range-missed = Outside the standard's range of { $low } to { $high } by { $gap }.
time-limit-met = { $n ->
    [one] The one case was within its limit.
   *[other] All { $n } were within their limit.
}
time-limit-missed = { $late ->
    [one] 1 of { $n } exceeded its limit.
   *[other] { $late } of { $n } exceeded their limit.
}
last-year-missing = There is no value for the same days of last year.
last-year-held = No worse than { $prior } in the same days of last year.
last-year-worse = Worse than { $prior } in the same days of last year, by { $gap }.
frequency-met = { $count ->
    [one] The one closed window was satisfied.
   *[other] All { $count } closed windows were satisfied.
}
frequency-open = { $count } done in the open window (needed: { $need }), which ends on { $day }; all earlier windows were satisfied.
frequency-open-offices = Still missing in the open window, which ends on { $day }: { $offices }; all earlier windows were satisfied.
frequency-open-all-offices = Every office has enough in the open window, which ends on { $day }; all earlier windows were satisfied.
frequency-missed = { $count ->
    [one] One window was missed: { $windows }.
   *[other] { $count } windows were missed: { $windows }.
}
frequency-missed-offices = { $count ->
    [one] One window was missed: { $windows }; without enough: { $offices }.
   *[other] { $count } windows were missed: { $windows }; in the last one without enough: { $offices }.
}
evidence-valid = Evidence valid { $period }.
evidence-ended = The last evidence ended on { $day }.
evidence-elsewhere = The evidence comes from { $offices }.
evidence-none = No evidence was provided.
no-data-yet = Nothing was delivered yet.
no-data-later = The earliest data are of { $day }.
no-data-covered = Nothing covers this period; there is { $spans }.
no-data-hole = { $period } is not complete; there is only { $spans }.
no-data-edge = A stated period crosses the edge of { $period } and cannot be split; there is { $spans }.
no-data-stated = No figure for this period; there is { $spans }.
ratio-without-n = { $count } rates without a denominator cannot be combined.
office-not-in-force = { $office } did not exist in { $period }.
agency-only = Counted for the agency as a whole; there are no figures by office.
no-prior = Nothing to compare with in { $period }.
not-comparable = { $why }.
stated-none = There is no value for { $spans } (“-”).
stated-partly = Within { $spans } a month or an office has no value (“-”), so there is no total.
stated-not-yet = { $spans } is not published yet (“…”).
stated-not-applicable = This does not apply to { $spans } (“--”).
process-common = The last month is within the usual variation (of { $months } months).
process-constant = All { $months } months have the same value; nothing can be told from variation.
process-outside = { $up ->
    [1] The last month is above the usual variation: more than chance.
   *[other] The last month is below the usual variation: more than chance.
}
process-trend = { $up ->
    [1] { $months } months in a row, each above the one before: something is changing.
   *[other] { $months } months in a row, each below the one before: something is changing.
}
process-two-of-three = { $up ->
    [1] Two of the last three months are near the upper limit: something may be changing.
   *[other] Two of the last three months are near the lower limit: something may be changing.
}
process-shift = { $up ->
    [1] { $months } months in a row above the mean: something has changed.
   *[other] { $months } months in a row below the mean: something has changed.
}
assurance-passing = With this variation the standard will be met every month.
assurance-failing = With this variation the standard will be missed every month, unless the way of working changes.
assurance-hit-or-miss = With this variation the standard will be met in some months and missed in others.
