ui-page-months = By month
ui-months-views = What to see
ui-months-view-status = Standards met
ui-months-view-change = Change on last year
ui-months-all = Every indicator, month by month
ui-months-year = Full year
ui-months-until = to { $day }
ui-months-none = No indicator can be shown by month with these filters. Widen the dimension or the office to see others.
ui-months-left-out = { $count ->
    [one] One more indicator does not apply to { $office } this year and is not listed.
   *[other] { $count } more indicators do not apply to { $office } this year (most are counted for the agency as a whole) and are not listed.
}

ui-months-missed = { $count ->
    [0] Of { $judged } with a standard, none missed it in any month.
    [one] Of { $judged } with a standard, only one missed it, { $name }, in { $most ->
        [one] one month
       *[other] { $most } months
    }.
   *[other] Of { $judged } with a standard, { $count } missed it in some month, { $months } months in all; { $tied ->
        [one] most often { $name }, in { $most }
       *[other] most often { $tied } of them, in { $most } each
    }.
}
ui-months-unjudged = None of these had a standard this year; the months are tracked only.
ui-months-moved = { $worse ->
    [0] Against the same month of last year: better { $better } times, never worse (each month of each indicator counts once).
   *[other] Against the same month of last year: better { $better } times, worse { $worse } times (each month of each indicator counts once); most often worse { $tied ->
        [one] was { $name }
       *[other] were { $tied } of them
    }, in { $most } { $most ->
        [one] month
       *[other] months
    }{ $tied ->
        [one] {""}
       *[other] {" "}each
    }.
}
ui-months-unmoved = No change this year can be called better or worse.

ui-months-when = { $month } { $year }
ui-months-when-open = { $month } { $year } (not over yet, to { $day })
ui-months-when-part = { $month } { $year } ({ $days } only)
ui-months-when-year = The whole of { $year }
ui-months-when-to-date = { $year } up to { $day }
ui-months-held = Nothing new in this month; the figure is of { $day }.
ui-months-status = { $status }: { $reason }
ui-months-prior = { $same ->
    [1] Last year { $before }
   *[other] { $before } on { $day }
}; { $moved }.
ui-months-no-change = One of the two years had no cases, so there is nothing to compare.
ui-months-in = in { $unit }
ui-months-points = percentage points

ui-months-legend = Legend
ui-months-better = better
ui-months-worse = worse
ui-months-neutral = neither
ui-months-steps = light to dark: below 5%, from 5%, from 20% (rates: 1 and 5 percentage points)
ui-months-open = part of a month only
ui-months-carried = nothing new, as before
ui-months-grey = grey figures: nothing new, as before
ui-months-dash = no comparison
