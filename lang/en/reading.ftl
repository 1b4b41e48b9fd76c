file-empty = The file is empty.
    .expected = a file with a header row and data
file-other-kind = This is { $kind ->
    [pdf] a PDF
    [picture] a picture
    [document] a text document
    [slides] a slide deck
    [zip] an archive
    [json] JSON
    [xml] XML that is no spreadsheet
   *[other] a format that we can't read
}, not a table. Export it again, or save it as .xlsx in Excel.
    .expected = .ods, .xlsx, .xls, .xlsb, .csv or .tsv
file-kind-differs = The file is called { $suffix } but is { $kind ->
    [xlsx] an Excel workbook (.xlsx)
    [xls] an old Excel workbook (.xls)
    [xlsb] a binary Excel workbook (.xlsb)
    [ods] an ODF spreadsheet (.ods)
    [html] a web table
    [xml2003] Excel 2003 XML
    [tsv] text separated by tabs
   *[csv] text separated by commas
}; it was read as what it is.
    .expected = {""}
file-broken = The file is damaged and can't be opened ({ $why }). Export it again.
    .expected = a workbook that opens
file-protected = The file has a password. Remove it in Excel (File, Info, Protect Workbook) and upload it again.
    .expected = a file without a password
file-hostile = The file holds content that could harm the system and was not read. Open it in Excel, save it anew and upload that.
    .expected = an ordinary workbook
file-too-large = The file is too large, packed or unpacked, or its cells span too wide an area. It was not read. Delete surplus blank rows and columns, or split it.
    .expected = up to 60 MB; ten million cells in a workbook, five million in a text
file-too-slow = Reading took more than { $seconds } seconds and was stopped. Save it as .xlsx in Excel and upload that.
    .expected = an ordinary workbook
file-no-table = The web page holds no table. Export it again.
    .expected = a table of two rows and two columns or more
file-encoding = The encoding of the text is not known. Save it as “CSV UTF-8”.
    .expected = UTF-8 or Big5
file-macros = The file holds macros; they were not run, only the data were read.
    .expected = {""}
file-links = The file links to other workbooks; the links were not updated, only the stored values were read.
    .expected = {""}
csv-quote-open = A quotation mark on line { $line } is never closed, so that what follows can't be split. The file may be cut off: export it again, close the mark, or save it as .xlsx.
    .expected = quotation marks in pairs
csv-quote-rows = A quotation mark on line { $line } is closed only on line { $last }, so that the rows between would become one cell. Correct the mark on line { $line }, or save the file as .xlsx.
    .expected = quotation marks in pairs
csv-quote-backslash = Line { $line } marks a quotation mark inside a text by a backslash (\"). CSV doubles it (""); so it is not certain how to split this line. Export it with "", or save it as .xlsx.
    .expected = "" for a quotation mark inside a text
csv-quote-stray = { $count ->
    [one] On one line
   *[other] On { $count } lines
} the quotation marks are not in pairs, or text follows a closing one (line { $lines }). They were read as they stand; please check them.
    .expected = quotation marks in pairs; "" for one inside a text
csv-rows-swallowed = A quotation mark on line { $line } is closed only on line { $last }, and inside this cell { $count ->
    [one] a line looks
   *[other] { $count } lines look
} like other rows. Correct the marks, or save the file as .xlsx.
    .expected = one row for each case, quotation marks in pairs
csv-row-wider = Line { $line } has { $count ->
    [one] one cell
   *[other] { $count } cells
} more than the header ({ $width }), so that its cells may stand in the wrong columns. Check the delimiters and quotation marks of this line.
    .expected = { $width } cells in each row
csv-row-narrower = { $count ->
    [one] One row has
   *[other] { $count } rows have
} fewer cells than the header (line { $lines }); the missing ones were taken as blank. If they are not, check the delimiters and quotation marks.
    .expected = as many cells as the header
csv-cut-off = The file breaks off on line { $line }: it has only { $count ->
    [one] one cell
   *[other] { $count } cells
} (the header has { $width }) and no line end. The file may not have been written to its end; export it again.
    .expected = a whole last line
cell-too-long = A cell of row { $row } holds more than { $most } characters. Shorten it.
    .expected = up to { $most } characters
cell-too-long-somewhere = A cell holds more than a million bytes of text. Shorten it.
    .expected = up to 32,767 characters
characters-doubtful = “{ $found }” holds characters that only the Hong Kong set could read, and that may be others. If they are wrong, save the file as “CSV UTF-8” and upload that.
    .expected = somebody's word that they are right (--characters), or UTF-8
characters-doubtful-more = { $count } more cells hold such characters.
    .expected = somebody's word that they are right (--characters), or UTF-8
