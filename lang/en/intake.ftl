sheets-alike = Several sheets fit ({ $sheets }), so it isn't clear which to read. Keep one, or name them by month (1月, 2月 …) or by office to load all.
    .expected = one sheet that fits, or sheets named by month or office
sheets-taken = { $count } sheets were read: { $sheets }.
    .expected = {""}
sheet-hidden = The hidden sheet “{ $sheet }” would fit too; it was not read.
    .expected = {""}
header-guess = Does the header “{ $header }” mean “{ $guess }”? Nothing is loaded before you say so.
    .expected = { $guess }
rows-hidden = { $count } rows are hidden (row { $rows }); they were read too.
    .expected = {""}
column-hidden = The column “{ $header }” is hidden in the file; it was read too.
    .expected = {""}
hidden-unknown = This format doesn't tell which rows and columns are hidden or which cells are formulas; everything was read.
    .expected = {""}
formulas-stored = { $count } cells are formulas; their stored values were read.
    .expected = {""}
formula-unvalued = This cell of “{ $column }” is a formula, and the file holds no result of it. Open the file in Excel, save it and upload it again.
    .expected = a cell with a stored result
totals-left-out = { $count } rows are totals (row { $rows }); they are not data.
    .expected = {""}
footnotes-left-out = { $count } rows are notes (row { $rows }); they are not data.
    .expected = {""}
headers-repeated = { $count } rows repeat the headers (row { $rows }); they were skipped.
    .expected = {""}
sections-left-out = { $count ->
    [one] One row is a heading
   *[other] { $count } rows are headings
} of the rows below (row { $rows }); not data.
    .expected = {""}
numbers-left-out = { $count ->
    [one] One row has
   *[other] { $count } rows have
} a serial number and nothing else (row { $rows }); not data.
    .expected = {""}
tool-lines-left-out = { $count ->
    [one] One row is a rule or a message
   *[other] { $count } rows are rules or messages
} of a database tool (row { $rows }); not data.
    .expected = {""}
nulls-as-blank = { $count ->
    [one] One cell says
   *[other] { $count } cells say
} “{ $word }”, by which a database means that there is no value; taken as blank.
    .expected = {""}
tables-taken = The web page holds { $count } tables with these columns (numbers { $sheets }); all were read.
    .expected = {""}
columns-unnamed = Columns without a header ({ $columns }) hold something that was not read.
    .expected = {""}
header-shared = The header “{ $header }” is merged over columns { $first } to { $last }, and more than one of them holds data, so it isn't certain which is meant. Give each column a header of its own.
    .expected = one header for each column
block-beside = From column { $column } on stands another table, and { $count ->
    [one] one row has
   *[other] { $count } rows have
} something only there. Move it to a sheet of its own, or delete it, and upload again.
    .expected = one table on a sheet
table-below = From row { $row } on stands another table, with other columns than the one above; it was not read. Move it to a sheet of its own or delete it, and upload again; if it goes on with the data, give it the same headers.
    .expected = one table on a sheet, or the same headers
office-from-title = There is no column “{ $header }”; the title or the sheet's name says “{ $office }”, so the whole table is taken as that office's.
    .expected = {""}
office-not-certain = There is no column “{ $header }”, and { $count ->
    [0] no title or sheet name says an office
   *[other] a title or the sheet's name mentions { $offices }
}, so it isn't certain whose table this is. Add the column “{ $header }”, or let a title or the sheet's name be the name of one office and nothing else.
    .expected = a column “{ $header }”, or the name of one office
block-repeated = From column { $column } (“{ $header }”) on stands a second table with the same headers, beside the first. Put the right one below the left one.
    .expected = one table on a sheet
sheet-without-headers = “{ $title }” has no header row, yet its content looks like more of the data. Add the header row of “{ $first }”, or make one table of both.
    .expected = the header row of “{ $first }”
total-differs = { $word } says { $found }, but its rows add up to { $sum }.
    .expected = { $sum }
month-not-day = “{ $found }” is a month; this column needs a day.
    .expected = a day, such as 114/12/10
month-far = { $month } has { $count } rows; recent months have about { $mean }. That is more than the usual movement: check that the file is complete.
    .expected = about { $low } to { $high } rows
figure-far-limits = “{ $name }”: { $value } is outside its usual range ({ $low } to { $high }, from { $months } months).
    .expected = { $low } to { $high }
figure-far-both = { $recent ->
    [1] “{ $name }”: { $value } is three times off both last month ({ $last }) and the same month of last year ({ $prior }).
   *[other] “{ $name }”: { $value } is three times off both the latest figure ({ $day }: { $last }) and the same month of last year ({ $prior }).
}
    .expected = {""}
figure-far-last = { $recent ->
    [1] “{ $name }”: { $value } is three times off last month ({ $last }).
   *[other] “{ $name }”: { $value } is three times off the latest figure ({ $day }: { $last }).
}
    .expected = {""}
figure-far-prior = “{ $name }”: { $value } is three times off the same month of last year ({ $prior }).
    .expected = {""}
month-gap = There are no data of { $months }, though the months before and after are there.
    .expected = data of { $months }
category-new = The category “{ $found }” has not been seen before. Check that it is no slip of the pen.
    .expected = { $near }
figure-and-none = The row has a value and is marked “{ $found }”; keep one of them.
    .expected = a value or a mark, not both
key-in-two-files = “{ $found }” stands with other content in another file ({ $other }); nobody can know which one holds.
    .expected = the same content for the same key in files of the same period
period-ambiguous = Name and titles state different periods ({ $spans }); say which one (--from, --to).
    .expected = one period
percent-ambiguous = “{ $found }” may mean { $one } or { $two }.
    .expected = the per cent sign: { $one } or { $two }
percent-of-a-count = This indicator is no rate, yet “{ $found }” is in per cent.
    .expected = a value without a per cent sign
inbox-fault = This file met a fault of the program ({ $why }). It stays where it is and is not tried again; give it to the administrator.
backup-no-folder = There is no folder { $folder }. Make it first, or write elsewhere.
mend-sheet = To mend
mend-sheet-name = Sheet
mend-cell = Cell
mend-kind = Kind
mend-found = Written now
mend-what = What is wrong
mend-wanted = Should be
mend-error = mend
mend-warning = check
