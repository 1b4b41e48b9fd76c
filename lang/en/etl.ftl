no-headers = No header row was found.
    .expected = a header row with { $expected }
header-twice = The header “{ $header }” names a column that is already there. Keep one of them.
    .expected = each column once
column-missing = The required column “{ $header }” is missing.
    .expected = { $header } (or { $also })
column-missing-near = The required column “{ $header }” is missing; the file has something similar: { $near }.
    .expected = { $header } (or { $also })
columns-left-out = These columns are not needed and were left out: { $headers }.
    .expected = {""}
not-in-list = “{ $found }” is not in the list of codes.
    .expected = { $near }
unknown-office-cell = “{ $found }” is not in the list of offices. Correct it, or upload the offices first.
    .expected = { $near }
unknown-service-cell = “{ $found }” is not in the list of service items. Correct it, or upload the service items first.
    .expected = { $near }
unknown-indicator-cell = There is no indicator named “{ $found }”.
    .expected = { $near }
date-none = “{ $found }” is how a system writes that there is no date. Leave the cell blank.
    .expected = blank, or a date
cell-error = This cell holds the error value “{ $found }” and no data. Mend the formula in the original file, or fill the cell in, and export it again.
    .expected = data, or nothing
cell-overlong = “{ $found }” is longer than anything that belongs into this column.
    .expected = up to { $most } characters
not-a-date = “{ $found }” cannot be read as a date.
    .expected = a date such as 114/12/10 or 2025-12-10
date-in-future = “{ $found }” is later than today ({ $today }).
    .expected = a date not after { $today }
not-a-number = “{ $found }” is not a number.
    .expected = a number
not-whole = “{ $found }” is not a whole number.
    .expected = a whole number
out-of-range = “{ $found }” is out of range.
    .expected = from { $low } to { $high }
not-an-interval = “{ $found }” cannot be read as an update frequency.
    .expected = such as 每1年, 每1月, 每日, 不定期更新
not-a-link = “{ $found }” is not a link.
    .expected = an address that begins with http:// or https://
cell-empty = This cell must be filled, but is empty.
    .expected = a value
rows-of-others = { $count ->
    [one] One row is
   *[other] { $count } rows are
} not of this agency ({ $names }) and left out.
    .expected = {""}
dates-out-of-order = “{ $found }” is before { $first } ({ $day }).
    .expected = a date not before { $day }
pause-without-notice = There is a { $column }, “{ $found }”, but no { $notice }, so nobody knows from when the clock stood still.
    .expected = a date in { $notice } too
pause-after-end = “{ $found }” is after { $over } ({ $day }); the clock does not stop when a case is over.
    .expected = a date not after { $day }
answer-after-end = “{ $found }” is after { $over } ({ $day }); the clock stands still up to { $day } only.
    .expected = a date not after { $day }
state-open-with-day = The row says “{ $state }”, yet there is a { $wanted }: “{ $found }”.
    .expected = no { $wanted }, or another word than “{ $state }”
state-over-without-day = The row says “{ $state }”, yet there is no { $wanted }.
    .expected = a { $wanted }, or another word than “{ $state }”
points-over-maximum = { $found } points are more than the { $maximum } that { $kind } can have.
    .expected = at most { $maximum }
parts-differ = The total of { $found } differs from the sum of its parts, { $sum }.
    .expected = { $sum }
key-twice = The number “{ $found }” already stands in row { $first } with other content.
    .expected = one row for each number
rows-identical = { $count ->
    [one] One row is
   *[other] { $count } rows are
} an exact repetition and kept once.
    .expected = {""}
year-not-whole = { $found } has only { $count } days; a calendar must have all { $days }.
    .expected = all { $days } days of the year
indicator-not-by-hand = “{ $found }” is worked out from exports and cannot be entered by hand.
    .expected = a hand-counted indicator
figure-blank = This row has no value and was left out.
    .expected = a value, or numerator and denominator
numerator-missing = There is a denominator but no numerator.
    .expected = a numerator
numerator-too-large = The numerator { $found } is greater than the denominator { $denominator }.
    .expected = at most { $denominator }
agency-beside-offices = “{ $found }” has figures of the agency beside figures of offices; they cannot be added.
    .expected = the agency only, or offices only
periods-overlap = The start “{ $found }” lies inside the period before, which ends on { $end }.
    .expected = a start after { $end }
period-in-future = The period ends on { $day }, after today ({ $today }).
    .expected = not after { $today }
period-not-over = The period ends on { $day } and is not over: today is { $today }. To count up to today only, say so (--so-far on the command line).
    .expected = not after { $today }
looks-like = This looks like “{ $looks }”, not “{ $chosen }”.
    .expected = source { $source }
as-of-needed = Of which day this catalogue is, is not said. Give the as-of date (--as-of on the command line) or put it in the file's name, as in datasets_1141210.csv.
    .expected = an as-of date
no-rows = There are headers but no rows.
    .expected = at least one row
period-needed = There are headers but no rows. If there were no cases, give the period (--from and --to on the command line).
    .expected = the period that the file covers
period-from-rows = The period is not stated; by the rows it is { $from } to { $to }. If that is wrong, give it (--from and --to on the command line).
    .expected = the period that the file covers
rows-after-period = { $count ->
    [one] One row lies
   *[other] { $count } rows lie
} after the last day covered ({ $day }) and will be counted only when a later file covers that day.
    .expected = not after { $day }, or another period
calendar-missing = The office calendar of { $years } is missing, so working days cannot be counted. Upload that calendar first.
    .expected = the office calendar of { $years }
extension-before-due = { $count ->
    [one] One row has an extended due date that lies
   *[other] { $count } rows have an extended due date that lies
 } before the limit itself (this row is due on { $day }). An extension shortens nothing, so the limit counts; please check the date.
    .expected = a date on or after the limit
due-by-weekday = { $count ->
    [one] The due date of one row lies
   *[other] The due dates of { $count } rows lie
} in { $years }, of which there is no office calendar yet; weekdays are counted. Upload that calendar and they are worked out again.
    .expected = the office calendar of { $years }
catalogue-unreadable = The file cannot be read: { $why }
catalogue-untaken = It is written correctly, but the data could not be arranged by it ({ $why }), so it did not come into force. Take back what was changed last, or ask who runs the system to look at the log.
catalogue-empty = The file is empty.
catalogue-encoding = The text of this line is not encoded in UTF-8. Save the file as UTF-8 in your editor.
catalogue-character = This line holds a control character that nobody sees ({ $found }); delete it.
catalogue-nested = Around this line too much is nested in one another, or a reference (*name) leads back to itself: look at brackets, indentation and references.
catalogue-syntax = Around this line the file is not valid YAML: look at the indentation, the blank after each colon, brackets and quotes.
catalogue-repeated = “{ $path }” stands there twice.
catalogue-twice = “{ $path }” says again what “{ $other }” says already. Keep one of them.
catalogue-unused = Nothing names “{ $path }”. Name it where it belongs, or delete it.
catalogue-unknown-key = “{ $path }” is not a known key.
catalogue-missing-key = “{ $path }” is missing.
catalogue-may-be-blank = “{ $path }” tells the rows apart or dates them, so it must be there in every row. Add “required: true, filled: true”.
catalogue-wrong = “{ $path }” has “{ $found }”: { $expected }
catalogue-wrong-shape = “{ $path }” is written wrongly: { $expected }
wanted-text = a text belongs here; put quotes around what looks like a number or a date.
wanted-whole = a whole number belongs here.
wanted-number = a number belongs here.
wanted-truth = true or false belongs here.
wanted-day = a date belongs here, such as 2025-01-01 or, as an ROC date, 114-01-01.
wanted-list = a list of the right length belongs here, such as [A, B].
wanted-mapping = names with their values belong here, such as {"{"}zh: 件, en: cases{"}"}.
wanted-filled = at least one belongs here.
wanted-zone = the name of a time zone belongs here, such as Asia/Taipei.
wanted-name = a name is made of small letters, digits and underscores; it begins with a letter and has 41 characters at most.
wanted-finite = a finite number belongs here; where there is no limit, leave the entry out.
wanted-one-of = only { $names } will do.
wanted-bound = { $order ->
    [gt] it must be above { $bound }.
    [ge] it must be { $bound } or more.
    [lt] it must be below { $bound }.
   *[other] it must be { $bound } or less.
 }
wanted-other = this does not fit here; see how other entries of the file write it.
catalogue-unknown-name = “{ $path }” names “{ $found }”, which does not exist; there is { $expected }.
catalogue-refused = { $count ->
    [one] One mistake
   *[other] { $count } mistakes
} in the description of the indicators.
catalogue-sound = { $file } is sound: { $sources } sources, { $indicators } indicators, { $standards } reference standards. The schema for editors was written to { $schema }.
unknown-indicator = There is no indicator “{ $found }”. Similar: { $near }
unknown-source = There is no source “{ $found }”. There are: { $near }
unknown-office = There is no office “{ $found }”. There are: { $near }
date-unreadable = “{ $found }” cannot be read as a date. Write 114-12-10 or 2025-12-10.
dates-swapped = The period ends before it starts.
file-missing = There is no file { $file }.
not-allowed = { $who } may not do this.
warehouse-busy = Another program has been writing to { $file } for { $seconds } seconds. Try again later; nothing was changed.
load-open = The files need no mending; an answer or a choice is open, as said above. Nothing was loaded.
load-refused = The files have errors; nothing was loaded.
loaded = Loaded. This is now version { $version }.
loaded-nothing = The content is the same as what is there; nothing was changed (version { $version }).
dry-run = Read and checked; nothing was written.
counts-line = { $file }: { $rows } rows read; { $added } added, { $changed } changed, { $removed } removed, { $unchanged } unchanged
more-problems = and { $count } more.
template-sheet = Data
template-help = Explanation
template-codes = Codes
template-column = Column
template-needed = Required
template-about = What it is
template-also = Also written
template-kind = Kind
template-yes = yes
template-note = Fill in the sheet “Data” and delete the sample in row 2. Columns with personal data (names, telephone, e-mail) are not needed and are never kept.
kind-text = text
kind-identifier = number that names (text)
kind-time = time
kind-code = code
kind-date = date
kind-integer = whole number
kind-number = number
kind-amount = number
kind-office = office
kind-service = service item
kind-indicator = indicator
kind-items = joined by semicolons
kind-interval = update frequency
kind-url = link
demo-message = Demonstration data
demo-there = There are data already; the demonstration data are not loaded.
demo-none = There is no folder of demonstration data at { $folder }.
calendar-message = Bundled office calendar (reconstructed from public data)
progress-reading = Reading
progress-comparing = Comparing with what is there
progress-writing = Writing
progress-demo = Loading demonstration data: { $what }
status-version = Version { $version }
status-none = no data yet
status-through = through { $day }
status-demo = {" "}(demonstration)
move-side = { $value } ({ $status })
standard-needs-value = A standard of this kind needs a value.
standard-needs-high = A range needs a value (its low end) and an upper end that is not below it.
standard-needs-window = A standard of so many times needs its window: 1, 2, 3, 4, 6 or 12 months.
standard-ends-early = The last day cannot lie before the first.
standard-no-levels = Only “at least” and “at most” have the levels good and excellent.
standard-levels-order = Value, good and excellent must each be stricter than the one before.
standard-only-evidence = A qualitative item takes “evidence” or “tracked only”; an indicator with numbers cannot take “evidence”.
standard-only-on-time = “All within their limit” fits only rates of cases within their limit.
standard-only-counts = “So many times per window” fits only counts.
standard-no-direction = For this indicator neither direction is better, so “no worse than last year” does not fit.
standard-unread = A standard of the kind “{ $kind }” has no “{ $column }”; the cell is left out.
    .expected = A blank cell
standard-wrong = This row does not make a reference standard; please check its cells.
thread-unknown = There is no such question, or it belongs to another indicator.
    .expected = The number of a question under the same indicator
