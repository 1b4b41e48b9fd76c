form-missing = [no data]
form-no-cases = no cases
form-same = unchanged
form-up = up { $by }
form-down = down { $by }
form-span = { $start } to { $end }
form-own-cut-off = {" "}(up to { $day })
form-title = { $ministry }: items and results of the { $year } self-assessment of service quality
form-agency = Agency: { $agency }
form-as-of = Cut-off: { $day }
form-signed = Signed off: edition { $number }, by { $who } on { $day }
form-demo = Holds synthetic demonstration data; these are not real statistics.
form-head-item = Item
form-head-indicator = Indicator
form-head-standard = Reference standard
form-head-result = Result
form-about = Self-assessment: item, indicator, reference standard and result, { $count } rows
form-state-evidence_missing = Evidence missing
form-state-figure_missing = Figure missing
form-state-changed = Figure changed
form-state-not_reviewed = Not reviewed
form-state-written = Written
form-state-fresh = Figures fresh
form-why-no-evidence = No evidence is valid on the cut-off of this row.
form-why-ended = The last evidence ended on { $day }.
form-why-carried = The evidence carried over from last year has not been confirmed; until then it does not count.
form-why-changed = A figure has changed since the text was saved; please look at it again.
form-why-default = This is our own text; the office in charge should look at it and save it.
form-why-earlier = This is the text of an earlier year; the office in charge should look at it and save it.
form-why-none = Nothing is written yet.
form-why-review = The evidence was to be looked at again by { $day }.
placeholder-unknown = There is no indicator “{ $found }”{ $count ->
    [0] .
   *[other] ; is it { $near }?
}
    .expected = the name or id of an indicator, such as {"{"}Petitions received{"}"}; the list “Insert a figure” has them all
placeholder-option = “{ $found }” behind { $name } is not understood. Known: { $known }.
    .expected = one of: { $known }
placeholder-brace = The brace { $found } near “{ $near }” has no partner; write two of them to print one.
    .expected = braces in pairs
figure-no-level = The evidence states no level.
figure-no-standard = No standard with a value to print was set for this indicator.
figure-no-prior = There is no value of the same days of last year.
figure-no-parts = This figure has no numerator or denominator to print.
innovations-none = There is no list of innovative services for { $year } (ROC { $roc }) yet.
form-source-what = { $name }, { $period }
form-source-parts = numerator { $numerator }, denominator { $denominator }
form-source-files = files: { $files }
form-source-version = version { $version } of the data
form-source-list = list of innovative services, { $count } of them
form-row-unknown = There is no row “{ $found }”.
    .expected = a code that the template has filled in
form-office-other = { $office } is in charge of this row, not { $found }.
    .expected = { $office }
form-message = Result: { $standard }
form-message-signed = Edition { $number } signed off by { $who }, data up to { $day }
row-overtaken = While you were writing, somebody else saved this row. Both texts are still here; please look at them and decide.
placeholder-part = { $name }: this figure has no “{ $part }”. It has: { $known }.
    .expected = a part that this figure has: { $known }
placeholder-backwards = “from { $start } to { $end }” begins after it ends. Swap the days; where they lie in two years, write the years as well.
    .expected = a first day that is not after the last one
figure-no-office = There is no office “{ $found }”{ $count ->
    [0] ; see the names in the list of offices.
   *[other] ; is it { $near }?
}
form-source-against = against { $period }
form-other-year = { $day } does not lie within { $year }. Give a cut-off of the year of the form.
row-other-year = The row's own cut-off { $day } does not lie within { $start } to { $end }. Give a day of that time.
