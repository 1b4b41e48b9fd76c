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
    .expected = .xlsx, .xls, .xlsb, .ods, .csv or .tsv
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
csv-quote-open = A quotation mark in row { $row } is never closed, so that what follows can't be split. Close it, or save the file as .xlsx.
    .expected = quotation marks in pairs
cell-too-long = A cell of row { $row } holds more than { $most } characters. Shorten it.
    .expected = up to { $most } characters
cell-too-long-somewhere = A cell holds more than a million bytes of text. Shorten it.
    .expected = up to 32,767 characters
characters-doubtful = “{ $found }” holds characters that only the Hong Kong set could read, and that may be others. If they are wrong, save the file as “CSV UTF-8” and upload that.
    .expected = somebody's word that they are right (--characters), or UTF-8
characters-doubtful-more = { $count } more cells hold such characters.
    .expected = somebody's word that they are right (--characters), or UTF-8
