key-destroyed = “{ $found }” is not the number that the system gave: a spreadsheet has turned it into { $kind ->
    [day] a date
    [power] scientific notation
    [rounded] a number of which nothing after the 15th digit is right
    [fraction] a fraction
    [negative] a negative number
   *[truth] a truth value
}, and it can't be recovered. Export it again from the system; to open a CSV in Excel first, use Data, From Text/CSV, and choose “Text” as the type of this column.
    .expected = the system's number, exported as text
keys-alike = { $first ->
    [0] “{ $found }” and “{ $other }”, which is there already,
   *[other] “{ $found }” and “{ $other }” in row { $first }
} differ only in letter case or leading zeros. If they are one case, it counts twice; please check the numbers.
    .expected = one spelling for each case
keys-alike-files = “{ $found }” and “{ $other }” in another file ({ $first }) differ only in letter case or leading zeros. If they are one case, it counts twice; please check the numbers.
    .expected = one spelling for each case
keys-alike-more = { $count ->
    [one] One more number is
   *[other] { $count } more numbers are
} like this.
    .expected = one spelling for each case
rows-before-period = { $count ->
    [one] One row lies
   *[other] { $count } rows lie
} before the first day covered ({ $day }) and will be counted only where another file covers that day.
    .expected = not before { $day }, or another period
weekday-differs = In “{ $found }” the date and the weekday do not agree.
    .expected = the right weekday, or the date alone
month-one-or-ten = “{ $found }” may be { $one } or { $ten } (spreadsheets drop a 0 at the end).
    .expected = { $one } or { $ten }
not-a-time = “{ $found }” cannot be read as a time.
    .expected = a time such as 10:20
number-not-one = “{ $found }” is not one number: it holds raised or circled digits, or several numbers parted by blanks or lines.
    .expected = one number, such as 1,234
cell-struck = “{ $found }” is struck out, so it isn't certain that it still counts. If it doesn't, clear the cell; if it does, take the strikethrough away.
    .expected = content that is not struck out, or a blank
row-struck = All of row { $row } is struck out, so it isn't certain that it still counts. If it doesn't, delete the row; if it does, take the strikethrough away.
    .expected = a row that is not struck out, or none
number-not-finite = “{ $found }” is too large to be a number that can be counted with.
    .expected = a number below 10^15
count-not-whole = “{ $found }” is not a whole number, but this indicator counts whole things.
    .expected = a whole number
count-or-thousands = Does the point in “{ $found }” group thousands? Then write { $meant }; this indicator counts whole things.
    .expected = { $meant }, or another whole number
number-or-thousands = Does the point in “{ $found }” group thousands, or does it begin the decimals? Write { $meant }, or { $other }.
    .expected = { $meant } or { $other }
count-negative = “{ $found }” is below 0, which this indicator never is.
    .expected = 0 or more
keys-rounded = { $count ->
    [one] The one number of this column with more than 15 digits has
   *[other] All { $count } numbers of this column with more than 15 digits have
} only zeros from the 16th on. A spreadsheet keeps no more than 15; if the file was saved by Excel, export it again from the system.
    .expected = the system's number, exported as text
