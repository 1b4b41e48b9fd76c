inbox-busy = Another process takes this inbox; try again later.
inbox-message = loaded from the inbox
inbox-loaded = loaded (#{ $load }); the clean copy is in the folder archive.
inbox-unchanged = the same as what is there{ $load }; archived.
inbox-not-archived = loaded (#{ $load }), but the copy in the folder archive could not be written ({ $why }). The file stays where it is; nothing is loaded twice.
inbox-open = the file needs no mending; an answer or a choice is open. Nothing was loaded. See { $file } in the folder refused.
inbox-refused = { $count ->
    [one] one cell is to be mended
   *[other] { $count } cells are to be mended
}; nothing was loaded. See { $file } in the folder refused.
inbox-unreadable = can't be read and stays where it is: { $why }
inbox-definitions = The description of the indicators has changed; what comes next is loaded by the new one.
inbox-watching = Watching { $folder } every { $seconds } seconds; Ctrl-C ends it.
inbox-empty = The inbox is empty: { $folder }
