# Attachments to evidence: what was found, what is taken, what to do.
attachment-no-ending = “{ $name }” has no ending, so nobody can tell what kind of file it is. Evidence takes { $takes }; please save it as one of these, such as PDF, and attach that.
attachment-ending = “{ $name }” is a { $ending } file. Evidence takes { $takes }; please save it as one of these, such as PDF, and attach that.
attachment-empty = “{ $name }” is empty, without a single byte. Please see that the original opens and has something in it, then attach it again.
attachment-large = “{ $name }” has { $size } MB; an attachment may have { $most } MB. Please make its pictures smaller, keep only the pages that show it, or give a link instead.
attachment-differs = “{ $name }” is called { $ending }, but it really is { $is ->
    [pdf] a PDF
    [png] a PNG picture
    [jpg] a JPEG picture
    [docx] a Word document (.docx)
    [xlsx] an Excel workbook (.xlsx)
    [pptx] a PowerPoint presentation (.pptx)
    [odt] an ODF text (.odt)
    [ods] an ODF spreadsheet (.ods)
    [odp] an ODF presentation (.odp)
    [office] another kind of office document, such as a template
    [old-office] a document of an old Office (such as .doc, .xls, .ppt)
    [locked] a file with a password
    [zip] a ZIP or another archive
    [damaged] a damaged archive
    [picture] another kind of picture
    [program] a program
    [html] a web page
    [xml] XML
    [rtf] an RTF document
    [text] plain text
   *[other] something that nobody here knows
}. Please open it where it was made and save it as { $ending } (another name alone does not do), then attach it again.
attachment-locked = “{ $name }” has a password, so those who look later could not open it. Please remove the password (File, Info, Protect Document), save it and attach that.
attachment-macros = “{ $name }” holds macros, which are programs that may run by themselves, and can’t be taken. Please save it without macros, or as PDF, and attach that.
attachment-damaged = “{ $name }” is incomplete or damaged and does not open. Please see that the original opens, save it anew (or export it as PDF) and attach that.
attachment-unpacks = “{ $name }” unpacks to more than any document needs and was not opened. Please export it as PDF and attach that.
attachment-unknown = There is no such attachment to the evidence that is valid from { $day }. Please reload the page and try again.
attachment-no-statement = This reference standard has no evidence that is valid from “{ $found }”, and a file is attached to a statement that is there. Please state the evidence first, or correct the date.
    .expected = the as-of date of a statement of evidence
attachment-not-kept = “{ $found }” is not among the kept files. Please attach the file on the page of the evidence, so that its content is kept with it.
    .expected = the name of a kept file: its SHA-256 and ending

# Carrying over and confirming.
evidence-unknown = There is no evidence that is valid from { $day }; somebody may just have changed it. Please reload the page and try again.
evidence-year-ahead = { $day } is still to come; evidence can be carried over once that year has begun.
evidence-none-earlier = Before { $day } there is no confirmed evidence to carry over. Please state this year’s evidence.
evidence-year-there = This year has evidence already (valid from { $day }), so nothing needs to be carried over. To change it, please edit that statement or write a new one.
evidence-day-there = A statement that begins on { $day } is there already. To change it, press “Correct” beside it; otherwise choose another first day.
evidence-carried = carried over from the evidence valid from { $day }, to be confirmed
evidence-confirmed = confirmed that the evidence carried over still holds
edition-there = Edition { $found } is signed already; a file cannot replace it.
    .expected = a new number; another edition is signed on the Self-assessment page
edition-not-kept = The content of the edition is not among the warehouse’s files.
    .expected = an edition that was signed on the Self-assessment page
