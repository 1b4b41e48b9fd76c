up-sub = Choose the source and the files, see what would change, then load. Nothing is changed before you load.
up-tabs = Ways to upload
up-tab-files = Upload files
up-tab-figures = Enter hand-counted figures
up-step-1 = 1. What is it
up-source-open = Nothing is chosen yet. You may drop files first: headers, name and titles tell what they are, and you confirm it.
up-source-choose = Please choose
up-out = Take “{ $file }” out
up-seems = This looks like { $source }.
up-seems-to = Change to { $source }
up-seems-open = What kind of data this is cannot be told. Choose one here or above.
up-seems-nothing = What kind of data this is cannot be told: none of the headers is known. Please choose one above.
up-seems-some = “{ $files }” looks like { $looks }, not { $chosen }. Take it out of the list and upload it by itself.
up-seems-mixed = These files do not seem to hold the same kind of data, and only one kind can be loaded at a time.
up-seems-keep = Keep { $source } only ({ $count ->
    [one] one file
   *[other] { $count } files
})
up-other = The files do not look like the chosen source, and nothing was changed. Choose another and they are checked again; there is no need to upload them once more.
up-period-not-over = The files cover up to { $day }, which is still to come (today is { $today }).
up-so-far = Count up to today only
up-load-into = Load { $source }
up-see-month = See { $month }
up-group-exports = Exports of the systems
up-group-by-hand = Counted or stated by hand
up-group-lists = Lists and calendars
up-template = Download the template for { $source } ({ $ending })
up-drop = Drop files here, or click to choose
up-add-more = Add files
up-clear = Remove all and choose again
up-kinds = Several files at once: .ods, .xlsx, .xls, .xlsb, .csv, .tsv, up to { $limit } MB each.
up-too-large = A file is larger than { $limit } MB and was not sent. Split it by month and upload the parts.
up-sending = Sending and checking the files…
up-failed = The file did not arrive. Please choose it again.
up-option-from = First day covered
up-option-from-hint = from name or rows
up-option-to = Last day covered
up-option-to-hint = from name or rows
up-option-as_of = As-of date
up-option-as_of-hint = from the file name
up-option-load = Rows already there
up-load-add = Keep: add new rows, update known ones
up-load-replace-period = Replace the period with these files
up-load-replace-day = Replace the day with these files
up-load-replace-list = Replace the list with these files
up-step-2 = 2. What would happen
up-step-3 = 3. Load
up-waiting = Once files are chosen, this lists which columns were understood, which cells need mending, and how many rows would be new, changed or removed.
up-ready = Ready to load, in rows: { $what }.
up-count-added = { $n } new
up-count-changed = { $n } changed
up-count-removed = { $n } removed
up-count-unchanged = { $n } unchanged
up-mind = {" "}{ $count ->
    [one] Please look at the remark below first.
   *[other] Please look at the { $count } remarks below first.
}
up-same = The content equals what is already there; loading it changes nothing.
up-refused = { $count ->
    [one] One place needs mending before this can be loaded.
   *[other] { $count } places need mending before this can be loaded.
} Mend the original file and choose it again; nothing was changed.
up-choose = The file itself is fine. Change the choice above, or add what is missing first, as the remarks below say; nothing was changed.
up-demo-goes = This source holds demonstration data. Loading removes all of its demonstration rows and keeps only what you upload now.
up-file = File
up-sheet = Sheet
up-rows = Rows read
up-period = Period
up-added = New
up-changed = Changed
up-removed = Removed
up-unchanged = Unchanged
up-total = Total
up-columns = Columns understood
up-understood = { $count ->
    [one] One column understood
   *[other] { $count } columns understood
}
up-absent = Optional columns that the file lacks: { $names }.
up-column-ours = Column
up-column-theirs = Heading in the file
up-problems = Cells to look at
up-where = Place
up-column = Column
up-found = Found
up-problem = Problem
up-expected = Expected:{" "}
up-severity-error = Mend
up-severity-warning = Remark
up-severity-note = Note
up-more = { $count ->
    [one] One more is not listed.
   *[other] { $count } more are not listed.
} Mend these first and upload again to see the rest.
up-as-of-needed = The day of this catalogue is not known. State the as-of date above, or in the file name, such as datasets_20251210.csv.
up-period-needed = There is a heading but no rows. If there were no cases in this period, state the period above.
up-period-from-rows = The file does not state its period; taken from its rows: { $period }. If that is wrong, state the period above.
up-both-days = Please state both the first and the last day, or neither.
up-date-unreadable = "{ $found }" cannot be read as a date. Please write it as 2025-12-10.
up-busy = Another program is writing. Press the button again in a minute; nothing was changed.
up-who = Loaded by { $who }
up-message = Message (optional)
up-note = Message
up-message-hint = such as: November again, after corrections
up-load = Load
up-loading = Loading…
up-not-loaded = Not loaded; nothing was changed
up-done = { $source } loaded
up-done-text = Rows: { $what }. The data are now at version { $version }.
up-done-demo = {" "}All demonstration rows of { $source } were removed.
up-done-same = The content equals what was there; nothing was changed
up-done-same-text = No new version was made; the data are still at version { $version }.
up-history = Recent loads
up-history-none = No file has been loaded yet.
up-when = When
up-who-did = Who
up-source = Source
up-demo = demonstration

up-grid-title = Hand-counted figures of { $month }
up-grid-hint = Fill in only what you have; what is left blank stays as it is. Enter or the arrow keys move to the next row.
up-grid-month = Month
up-grid-indicator = Indicator
up-grid-last = Last month ({ $month })
up-grid-prior = A year ago ({ $month })
up-grid-value = { $month }
up-grid-qualifier = Remark
up-grid-exact = exact
up-grid-about = about
up-grid-bound = at least
up-grid-both = at least about
up-grid-or = or
up-grid-numerator = numerator
up-grid-denominator = denominator
up-grid-point = at the end of the month
up-grid-filled = { $n ->
    [0] Nothing filled in yet
    [one] One figure filled in, not saved yet
   *[other] { $n } figures filled in, not saved yet
}
up-grid-save = Save
up-grid-saving = Saving…
up-grid-saved = { $count ->
    [one] One figure saved.
   *[other] { $count } figures saved.
} The data are now at version { $version }.
up-grid-saved-same = The content equals what was there; nothing was changed.
up-grid-refused = { $count ->
    [one] One place needs mending
   *[other] { $count } places need mending
}; nothing was saved. See the marked rows.
up-grid-asks = { $count ->
    [one] One figure is
   *[other] { $count } figures are
 } far from the usual; nothing was saved yet. If it is no slip of the pen, tick “The figure is right” in its row and save again.
up-grid-sure = The figure is right
up-grid-demo = The hand-counted figures are demonstration data. The first save removes all of them and keeps only what you enter.
up-grid-overlap = A figure of another period is there ({ $what }) and overlaps this month; correct it with a file.
up-grid-offices = Counted by each office; please upload a file.
up-grid-there = { $value } on { $day }

up-grid-no-value = no value
up-grid-not-yet = not yet published
up-grid-not-applicable = not applicable
up-asks = Something about these files must be asked first; answer it, then load. Nothing was changed.
up-guess = Does “{ $header }” in the file mean “{ $column }”?
up-characters = Some characters could only be read with the Hong Kong set (see the table) and may be others. Are they all right?
up-characters-yes = Yes, read them so
up-characters-wanted = your word that they are right, or a file in UTF-8
up-yes = Yes, from now on
up-no-leave = No, leave it out
up-moves = Indicators that would move
up-before = Before
up-after = After
up-indicator = Indicator
up-flips = Status
up-cells = Rows changed and removed
up-old = Was
up-new = Becomes
up-key = Number
up-row = row { $row }
up-mark = Download the file with its problems marked
up-all = All
up-reason = Reason (required)
up-closed = { $months } is closed; this load corrects figures that were published. Say why.
mend-none = No table was found in { $file }, so nothing can be marked.
up-open-load = See this load
up-find-problem = Find in the problems (cell, column, content)
up-first-shown = Only the first 200 are listed; narrow them down above.
up-gone-rows = Rows that would be removed
up-gone-more = { $count } more rows would be removed and are not listed.
up-first = Only the first { $count } cells are listed.
up-cancel = Cancel
