month-closed = { $months } is closed. Say why, to change a closed month.
month-closed-already = { $month } is closed already.
month-open-ended = No data reach the end of { $month } yet, so it can't be closed.
month-closed-done = { $name } closed { $month } (version { $version }).
name-needed = Give the name of the person who closes the month.
undo-unknown = There is no load { $load }.
undo-not-in-force = Load { $load } is undone already.
redo-not-undone = Load { $load } is in force; there is nothing to redo.
undo-later = Load { $load } can't be undone: { $loads } touched the same rows since. Undo those first.
undone = Load { $load } is undone; this is version { $version }.
redone = Load { $load } is in force again; this is version { $version }.
unknown-load = There is no load { $found }.
unknown-version = There is no version { $found }; the newest is { $newest }.
copy-missing = The kept file { $found } is not there.
history-state-load = loaded
history-state-undo = undid #{ $load }
history-state-redo = redid #{ $load }
history-state-undone = loaded (undone)
diff-count = { $count ->
    [one] One indicator differs
   *[other] { $count } indicators differ
} between version { $older } and version { $newer }.
backup-done = { $count } files were written to { $file }.
backup-unreadable = { $file } can't be read as a backup ({ $why }). Check that the file is complete.
backup-damaged = { $part } in the backup { $file } is damaged. Use another backup.
backup-incomplete = The data file { $file } is missing or has another size than when it was written, so a backup of it could not be restored. Nothing was written. Look first: python -m etl verify
backup-newer = { $file } was written by a newer program (schema { $found }; this one knows { $known }). Update the program first; nothing was changed.
backup-foreign = { $file } is not a backup of this system.
restore-done = { $file } is restored; this is version { $version }. Open pages follow within seconds.
restore-aside = What was there before is in { $folder }; delete it when you are sure.
progress-backup = Backup
progress-verify = Checking
stopped = Stopped; nothing was changed.
stopped-saved = Stopped. The data are version { $version } now; when the command began they were version { $before }.
stopped-restored = Stopped. The backup is restored; this is version { $version }.
stopped-unknown = Stopped. Whether anything was saved can't be seen just now. See what is there: python -m etl status
verify-sound = Checked everything: sound.
verify-wrong = Checked everything: { $count ->
    [one] one error.
   *[other] { $count } errors.
}
verify-catalog = The catalog is damaged ({ $why }). Restore the latest backup: python -m etl restore FILE
verify-file-missing = The data file { $file } is missing. Restore the latest backup: python -m etl restore FILE
verify-file-size = The data file { $file } has { $size } bytes instead of { $expected }. Restore the latest backup: python -m etl restore FILE
verify-file-changed = The data file { $file } is not what was written. Restore the latest backup: python -m etl restore FILE
verify-file-unreadable = The data file { $file } can't be read ({ $why }). Restore the latest backup: python -m etl restore FILE
verify-file-unnoted = The checksums of { $count } data files are not noted yet (such as { $file }), so damage to them would be seen by their size only. The next load notes them.
checksums-behind = {" "}The data are saved; their checksums could not be noted ({ $why }), the next write will do it.
verify-line-torn = { $file } has { $count ->
    [one] 1 line that is
   *[other] { $count } lines that are
} not whole, as after a power cut. They are skipped; the rest is read, figures are not affected.
verify-upgrade = The warehouse is to be upgraded (schema { $found }, this program knows { $known }); a backup is made beside it first. The next command or page does it: python -m etl status
verify-file-loose = { $count } data files are not used (such as { $file }); a load that was interrupted left them. Figures are not affected; they can be deleted.
verify-copy-missing = The kept file { $file } is missing. Figures are not affected; take it from the folder kept of a backup.
verify-copy-changed = The kept file { $file } has changed. Figures are not affected; take it from the folder kept of a backup.
verify-copy-loose = { $count } kept files are not used (such as { $file }); they can be deleted.
verify-load-missing = { $source } has rows of load { $load }, which is not there. Restore the latest backup: python -m etl restore FILE
verify-load-twice = Load { $load } is there twice. Restore the latest backup: python -m etl restore FILE
verify-observations = { $count } observations of { $indicator } differ from its rows. Restore the latest backup: python -m etl restore FILE
store-missing = The catalog in { $folder } is missing; loads and figures are written there. Still there and untouched: { $files } data files, { $copies } kept files. Restore the latest backup: python -m etl restore { $newest ->
    [none] FILE
   *[one] { $backup }
}
store-empty = The catalog in { $folder } is empty; loads and figures were written there. Still there and untouched: { $files } data files, { $copies } kept files. Restore the latest backup: python -m etl restore { $newest ->
    [none] FILE
   *[one] { $backup }
}
store-damaged = The catalog in { $folder } is damaged ({ $why }). Still there and untouched: { $files } data files, { $copies } kept files. Restore the latest backup: python -m etl restore { $newest ->
    [none] FILE
   *[one] { $backup }
}
store-unreadable = The catalog in { $folder } cannot be opened ({ $why }). Still there and untouched: { $files } data files, { $copies } kept files. Look at the disk and at who may read the folder; if that does not help, restore the latest backup: python -m etl restore { $newest ->
    [none] FILE
   *[one] { $backup }
}
store-unanswering = The warehouse cannot be read just now ({ $why }). So that no old figure stands here as if it were new, none is shown; the page comes back by itself. If it does not, run this on the server: python -m etl verify
store-newer = The warehouse in { $folder } was written by a newer program (schema { $found }; this one knows { $known }). Update this program; nothing was changed.
store-replaced = A backup was restored just now, so this version is no longer there. Reload the page or try again.
number-replaced = The number in this address is from before a backup was restored, and may mean something else now. Please choose from the list below.
store-absent = There is no warehouse in { $folder } yet. Make one: python -m etl status
disk-failed = { $folder } can't be written: the disk is full or fails ({ $why }). Make room and try again; nothing was changed.
