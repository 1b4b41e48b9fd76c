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
reason-reckoned = { $reason } Some due dates lie on or after { $day }, where there is no office calendar yet; they are counted by weekday.
last-year-missing = There is no value for the same days of last year.
last-year-held = { $same ->
    [1] No worse than { $prior } in the same days of last year.
   *[other] No worse than { $prior } on { $day }.
}
last-year-worse = { $same ->
    [1] Worse than { $prior } in the same days of last year, by { $gap }.
   *[other] Worse than { $prior } on { $day }, by { $gap }.
}
frequency-met = { $count ->
    [one] The one closed window was satisfied.
   *[other] All { $count } closed windows were satisfied.
}
frequency-open = { $count } in the open window (needed: { $need }), which ends on { $day }{ $earlier ->
    [0] .
    [one] ; the earlier window was satisfied.
   *[other] ; all earlier windows were satisfied.
}
frequency-open-offices = Still missing in the open window, which ends on { $day }: { $offices }{ $earlier ->
    [0] .
    [one] ; the earlier window was satisfied.
   *[other] ; all earlier windows were satisfied.
}
frequency-open-all-offices = Every office has enough in the open window, which ends on { $day }{ $earlier ->
    [0] .
    [one] ; the earlier window was satisfied.
   *[other] ; all earlier windows were satisfied.
}
frequency-missed = { $count ->
    [one] One window was missed: { $windows }.
   *[other] { $count } windows were missed: { $windows }.
}{ $gaps ->
    [0] { "" }
    [one] {" "}One window was not wholly delivered: { $unknown }.
   *[other] {" "}{ $gaps } windows were not wholly delivered: { $unknown }.
}
frequency-missed-offices = { $count ->
    [one] One window was missed: { $windows }; without enough: { $offices }.
   *[other] { $count } windows were missed: { $windows }; in the last one without enough: { $offices }.
}{ $gaps ->
    [0] { "" }
    [one] {" "}One window was not wholly delivered: { $unknown }.
   *[other] {" "}{ $gaps } windows were not wholly delivered: { $unknown }.
}
frequency-unknown = { $gaps ->
    [one] One window was not wholly delivered, so nothing can be said: { $unknown }.
   *[other] { $gaps } windows were not wholly delivered, so nothing can be said: { $unknown }.
}
frequency-unknown-offices = { $gaps ->
    [one] One window was not wholly delivered, so nothing can be said: { $unknown }; not known of { $offices }.
   *[other] { $gaps } windows were not wholly delivered, so nothing can be said: { $unknown }; in the last one not known of { $offices }.
}
sum-lacks = { $judged ->
    [1] The sum lacks { $offices }, not delivered, and is not held against the standard.
   *[other] The sum lacks { $offices }, not delivered.
}
lacks-otherwise = The sums of the two years hold different offices (the difference: { $offices }) and cannot be compared.
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
process-common = { $last } is within the usual variation (of { $months } months).
process-constant = All { $months } months have the same value; nothing can be told from variation.
process-outside = { $up ->
    [1] { $last } is above the usual variation: more than chance.
   *[other] { $last } is below the usual variation: more than chance.
}
process-trend = { $apart ->
    [1] { $up ->
        [1] Up to { $last }, { $months } months with cases, each above the one before: something is changing.
       *[other] Up to { $last }, { $months } months with cases, each below the one before: something is changing.
    }
   *[other] { $up ->
        [1] Up to { $last }, { $months } months in a row, each above the one before: something is changing.
       *[other] Up to { $last }, { $months } months in a row, each below the one before: something is changing.
    }
}
process-two-of-three = { $apart ->
    [1] { $up ->
        [1] At least two of the three months with cases from { $first } to { $last } are near the upper limit: something may be changing.
       *[other] At least two of the three months with cases from { $first } to { $last } are near the lower limit: something may be changing.
    }
   *[other] { $up ->
        [1] At least two of the three months { $first } to { $last } are near the upper limit: something may be changing.
       *[other] At least two of the three months { $first } to { $last } are near the lower limit: something may be changing.
    }
}
process-shift = { $apart ->
    [1] { $up ->
        [1] Up to { $last }, { $months } months with cases above the mean: something has changed.
       *[other] Up to { $last }, { $months } months with cases below the mean: something has changed.
    }
   *[other] { $up ->
        [1] Up to { $last }, { $months } months in a row above the mean: something has changed.
       *[other] Up to { $last }, { $months } months in a row below the mean: something has changed.
    }
}
assurance-passing = With this variation the standard will be met every month.
assurance-failing = With this variation the standard will be missed every month, unless the way of working changes.
assurance-hit-or-miss = With this variation the standard will be met in some months and missed in others.
standard-none = No standard set
standard-at-least = ≥ { $bound }
standard-at-most = ≤ { $bound }
standard-range = { $low } to { $high }
standard-frequency = { $months ->
    [1] ≥ { $bound } a month
    [12] ≥ { $bound } a year
   *[other] ≥ { $bound } every { $months } months
}
standard-frequency-each = { $months ->
    [1] ≥ { $bound } a month in each office
    [12] ≥ { $bound } a year in each office
   *[other] ≥ { $bound } every { $months } months in each office
}
standard-time-limit = All within limit
standard-not-worse-than-last-year = No worse than last year
standard-evidence = Evidence
standard-rolling = { $what } (any { $months } months in a row)
standard-yearly = { $what } in the year
standard-level = { $level } { $bound }
standard-levels = { $what } ({ $levels })
level = { $level ->
    [good] good
    [excellent] excellent
   *[other] minimum
}
level-highest = Reaches “{ $level ->
    [good] good
    [excellent] excellent
   *[other] minimum
}” ({ $bound }), the highest level.
level-next = Reaches “{ $level ->
    [good] good
    [excellent] excellent
   *[other] minimum
}” ({ $bound }); “{ $next ->
    [good] good
   *[other] excellent
}” at { $next_bound } is { $gap } away.
year-reached = The target for the year, { $bound }, is reached.
year-kept = The year stayed within { $bound }.
year-missed = The year ended at { $value }, short of the target of { $bound }.
year-over = { $value } by { $day }: beyond the year's limit of { $bound }.
year-behind = { $season ->
    [1] By the season of past years { $path } were due by { $day }: behind. { $months ->
        [one] The month that is left
       *[other] The { $months } months that are left
    } would need { $need } ({ $each } a month) to reach { $bound } in the year.
   *[other] Spread evenly { $path } were due by { $day }: behind. { $months ->
        [one] The month that is left
       *[other] The { $months } months that are left
    } would need { $need } ({ $each } a month) to reach { $bound } in the year.
}
year-ahead = { $season ->
    [1] By the season of past years no more than { $path } should be there by { $day }: beyond it. Only { $need } more ({ $each } a month for { $months ->
        [one] one month
       *[other] { $months } months
    }) keep the year within { $bound }.
   *[other] Spread evenly no more than { $path } should be there by { $day }: beyond it. Only { $need } more ({ $each } a month for { $months ->
        [one] one month
       *[other] { $months } months
    }) keep the year within { $bound }.
}
year-on-path = { $path } were due by { $day }: on the path to { $bound } in the year.
year-within-path = No more than { $path } by { $day }: within the path to the year's limit of { $bound }.
process-new = { $months ->
    [one] The way of working changed on { $since }: one month is too few to judge.
   *[other] The way of working changed on { $since }: { $months } months are too few to judge.
}
whole-only = The standard is held against the agency as a whole; what a part of it counts is only followed.
