entry-standards = Reference standards
entry-notes = Notes
entry-rebases = Changes of process
entry-threads = Discussion
entry-unset = No standard was set, so no line is drawn.
entry-none-notes = No notes yet. A typhoon, a new form, another system: worth writing down.
entry-none-rebases = No changes yet. Enter one only when the way of working really changed: control charts start anew on that day.
entry-none-threads = Nobody has asked anything yet.
entry-open-standard = Set a standard
entry-open-rebase = Enter a change of process
entry-open-note = Add a note
entry-open-question = Ask a question
entry-answer = Answer or settle
entry-settle = Settle
entry-settled = Settled
entry-save = Save
entry-saving = Saving…
entry-cancel = Cancel
entry-correct = A mistake can be undone on the History page.
entry-from = from { $day }
entry-by = set by { $who }
entry-written = written in { $where }
entry-author = { $who }, { $at }
entry-saved = Saved (load { $load }). To take it back, undo that load on the History page.
entry-saved-same = Nothing changed: this is what was there.
entry-refused = Not saved; please correct it and try again.
entry-confirmed = Confirmed as no slip of the pen: { $what }
entry-not-taken = Not saved: this text reads like a subtotal or a footnote of a table; please write it another way.
entry-field-kind = Kind
entry-field-value = Bound
entry-field-high = Upper end
entry-field-good = Good
entry-field-excellent = Excellent
entry-field-window = Window
entry-field-rolling = In any such months in a row
entry-field-each_office = For each office
entry-field-path = Path over the year
entry-field-from = From
entry-field-to = To
entry-field-until = Baseline ends
entry-field-office = Office
entry-field-set_by = Set by
entry-field-written = Written in
entry-field-reason = Reason
entry-field-text = Text
entry-window = { $months ->
    [1] every month
    [12] every year
   *[other] every { $months } months
}
entry-path = { $path ->
    [season] as past years
   *[other] even
}
entry-kind = { $kind ->
    [at_least] at least
    [at_most] at most
    [range] within a range
    [frequency] so many times per window
    [time_limit] all within their limit
    [not_worse_than_last_year] no worse than last year
    [evidence] evidence
   *[tracked] followed only, not judged
}
