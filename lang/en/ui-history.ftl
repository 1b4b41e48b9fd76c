ui-page-history = History
his-mistakes = { $count ->
    [one] metrics.yml holds a mistake
   *[other] metrics.yml holds { $count } mistakes
 }; the last one without any is in force. Once the file is mended and saved, it comes into force without a restart.
his-sub = Every load leaves a version: who, when, which file and what it changed can be looked up, and undone.
his-load = Load { $load }
his-tab-loads = Loads
his-tab-compare = Compare two versions
his-tab-closing = Closing and corrections
his-back = Back to all loads
his-open = Open
his-all-sources = All sources
his-find = Find a file, person, message or SHA-256
his-count = { $count ->
    [one] One load
   *[other] { $count } loads
}
his-none = No load fits.
his-fact-when = When
his-fact-who-did = Who
his-fact-source = Source
his-fact-note = Message
his-fact-rows = Rows
his-fact-state = State
his-fact-version = Version
his-rows = { $added } new, { $changed } changed, { $removed } removed, { $unchanged } unchanged
his-in-force = In force
his-demo = Demonstration data
his-version = Version { $version }
his-of = See load { $load }
his-undo = Undo this load
his-redo = Redo this load
his-sure-undo = Undoing makes a new version in which the rows that this load touched are as they were before. It can be redone.
his-sure-redo = Redoing makes a new version in which the rows of this load are back.
his-reason = Reason
his-reason-hint = Required for closed months, else optional
his-cancel = Cancel
his-copy = Download the kept copy
his-no-copy = No copy was kept
his-sha = SHA-256 of the file as it arrived
his-files = Files
his-blocked = Later loads touched the same rows, so this one can't be undone now. Undo these first:
his-moved = Indicators that moved
his-moved-none = No indicator moved.
his-its-rows = Rows of this load
his-older = From
his-newer = To
his-day = or as it stood on
his-stood = Version { $version } · { $at } · { $source }
his-compare-sub = Choose two versions to see what each indicator was then and is now. A date stands for the version at the end of that day.
his-closing-sub = Close a month once its figures are reported. A later change needs a reason and is shown as a correction, with the figure that was published beside it.
his-month = Month
his-name = Closed by
his-close-note = Message (optional)
his-close = Close the month
his-close-all = A month is closed for all sources.
his-closed = Closed months
his-closed-none = No month is closed yet.
his-restated = Corrections
his-restated-none = Nothing was corrected in closed months.
his-when = When
his-indicator = Indicator
his-editions = Figures
his-edition-by = #{ $load } ({ $who }, { $at })
