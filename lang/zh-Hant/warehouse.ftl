month-closed = { $months } 已經關帳。要更正已關帳的月份，請填寫原因。
month-closed-already = { $month } 已經關帳了。
month-open-ended = { $month } 還沒有任何資料涵蓋到月底，無法關帳。
month-closed-done = { $name }已將 { $month } 關帳（第 { $version } 版）。
name-needed = 請填寫關帳人姓名。
undo-unknown = 沒有第 { $load } 號載入。
undo-not-in-force = 第 { $load } 號載入已經復原了。
redo-not-undone = 第 { $load } 號載入目前有效，不必重做。
undo-later = 無法復原第 { $load } 號載入：之後的 { $loads } 也動到相同的資料列。請先復原那些載入。
undone = 已復原第 { $load } 號載入，現在是第 { $version } 版。
redone = 已重做第 { $load } 號載入，現在是第 { $version } 版。
unknown-load = 沒有第 { $found } 號載入。
unknown-version = 沒有第 { $found } 版；目前最新是第 { $newest } 版。
copy-missing = 找不到留存的檔案 { $found }。
history-state-load = 載入
history-state-undo = 復原 #{ $load }
history-state-redo = 重做 #{ $load }
history-state-undone = 載入（已復原）
diff-count = 第 { $older } 版與第 { $newer } 版之間，有 { $count } 個指標不同。
backup-done = 已備份 { $count } 個檔案到 { $file }。
backup-unreadable = { $file } 不是讀得懂的備份檔（{ $why }）。請確認檔案完整。
backup-damaged = 備份檔 { $file } 裡的 { $part } 已損壞。請改用另一份備份。
backup-incomplete = 資料檔 { $file } 不見了，或大小與寫入時不同，這樣的備份無法還原，所以沒有寫出。請先檢查：python -m etl verify
backup-newer = { $file } 是較新的程式寫的（第 { $found } 號結構，本程式只認得到第 { $known } 號）。請先更新程式，資料沒有變動。
backup-foreign = { $file } 不是本系統的備份檔。
restore-done = 已從 { $file } 還原到第 { $version } 版。開著的網頁幾秒內就會跟上。
restore-aside = 原有的資料移到 { $folder }，確認無誤後可自行刪除。
progress-backup = 備份
progress-verify = 檢查
stopped = 已停止，資料沒有變動。
stopped-saved = 已停止。資料現在是第 { $version } 版，指令開始時是第 { $before } 版。
stopped-restored = 已停止。備份已經還原，現在是第 { $version } 版。
stopped-unknown = 已停止。現在看不出資料有沒有變動，請查看：python -m etl status
verify-sound = 檢查完成，資料完好。
verify-wrong = 檢查完成，有 { $count } 項錯誤。
verify-catalog = 目錄檔損壞（{ $why }）。請以最近的備份還原：python -m etl restore 備份檔
verify-file-missing = 缺少資料檔 { $file }。請以最近的備份還原：python -m etl restore 備份檔
verify-file-size = 資料檔 { $file } 的大小是 { $size }，應為 { $expected }。請以最近的備份還原：python -m etl restore 備份檔
verify-file-changed = 資料檔 { $file } 的內容與寫入時不同。請以最近的備份還原：python -m etl restore 備份檔
verify-file-unreadable = 資料檔 { $file } 無法讀取（{ $why }）。請以最近的備份還原：python -m etl restore 備份檔
verify-file-unnoted = 有 { $count } 個資料檔還沒有記下檢查碼（如 { $file }），損壞時只看得出大小不同。下次載入會補記。
checksums-behind = 資料已儲存；檢查碼沒能記下（{ $why }），下次寫入時會補記。
verify-line-torn = { $file } 有 { $count } 行不完整，像是斷電時寫到一半。這幾行略過，其餘照常讀取，不影響數字。
verify-upgrade = 資料庫待升級（目前是第 { $found } 號結構，本程式用第 { $known } 號），升級前會先在旁邊備份。下一個指令或開啟網頁時就會升級：python -m etl status
verify-file-loose = 有 { $count } 個沒有用到的資料檔（如 { $file }），是中斷的載入留下的，不影響數字，可以刪除。
verify-copy-missing = 缺少留存檔 { $file }。數字不受影響；可從備份的 kept 資料夾補回。
verify-copy-changed = 留存檔 { $file } 的內容已改變。數字不受影響；可從備份的 kept 資料夾換回。
verify-copy-loose = 有 { $count } 個沒有用到的留存檔（如 { $file }），可以刪除。
verify-load-missing = { $source } 有資料列屬於不存在的第 { $load } 號載入。請以最近的備份還原：python -m etl restore 備份檔
verify-load-twice = 第 { $load } 號載入出現兩次。請以最近的備份還原：python -m etl restore 備份檔
verify-observations = 指標 { $indicator } 有 { $count } 筆統計與明細不符。請以最近的備份還原：python -m etl restore 備份檔
store-missing = { $folder } 的目錄檔不見了，載入紀錄與數字都記在裡面。資料檔 { $files } 個、留存檔 { $copies } 個都還在，沒有動到。請以最近的備份還原：python -m etl restore { $newest ->
    [none] 備份檔
   *[one] { $backup }
}
store-empty = { $folder } 的目錄檔是空的，載入紀錄與數字原本記在裡面。資料檔 { $files } 個、留存檔 { $copies } 個都還在，沒有動到。請以最近的備份還原：python -m etl restore { $newest ->
    [none] 備份檔
   *[one] { $backup }
}
store-damaged = { $folder } 的目錄檔損壞（{ $why }）。資料檔 { $files } 個、留存檔 { $copies } 個都還在，沒有動到。請以最近的備份還原：python -m etl restore { $newest ->
    [none] 備份檔
   *[one] { $backup }
}
store-unreadable = { $folder } 的目錄檔打不開（{ $why }）。資料檔 { $files } 個、留存檔 { $copies } 個都還在，沒有動到。請檢查磁碟與資料夾權限；仍打不開時，請以最近的備份還原：python -m etl restore { $newest ->
    [none] 備份檔
   *[one] { $backup }
}
store-unanswering = 目前讀不到資料庫（{ $why }）。為免把舊數字當成新的，先不顯示數字；讀得到時頁面會自動恢復。一直沒有恢復的話，請在伺服器上執行：python -m etl verify
store-newer = { $folder } 的資料是較新的程式寫的（第 { $found } 號結構，本程式只認得到第 { $known } 號）。請更新程式，資料沒有變動。
store-replaced = 剛剛還原了備份，這一版已經不在。請重新整理頁面，或再試一次。
number-replaced = 網址裡的編號是還原備份以前的，現在可能指的是別的。請從下面的清單重新選擇。
store-absent = { $folder } 還沒有資料庫。請先建立：python -m etl status
disk-failed = 無法寫入 { $folder }：磁碟已滿或故障（{ $why }）。請清出空間後再試，資料沒有變動。
