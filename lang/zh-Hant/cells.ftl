key-destroyed = 「{ $found }」不是系統給的編號：試算表已經把它變成{ $kind ->
    [day] 日期
    [power] 科學記號
    [rounded] 數字，第 15 位以後都不可靠
    [fraction] 小數
    [negative] 負數
   *[truth] 邏輯值
}，救不回來。請從系統重新匯出；若要先用 Excel 開啟 CSV，請用「資料 → 從文字/CSV」，並把這一欄的類型選成「文字」。
    .expected = 系統給的編號，以文字匯出
keys-alike = { $first ->
    [0] 「{ $found }」和已載入的「{ $other }」
   *[other] 「{ $found }」和第 { $first } 列的「{ $other }」
}只差在英文大小寫或開頭的 0。若是同一件，就會算成兩件；請確認編號。
    .expected = 同一件只有一種寫法
keys-alike-files = 「{ $found }」和另一個檔案（{ $first }）的「{ $other }」只差在英文大小寫或開頭的 0。若是同一件，就會算成兩件；請確認編號。
    .expected = 同一件只有一種寫法
keys-alike-more = 還有 { $count } 個編號也是如此。
    .expected = 同一件只有一種寫法
rows-before-period = 有 { $count } 列在資料期間第一日（{ $day }）之前，要有其他檔案涵蓋到那一天才會計入。
    .expected = 不早於 { $day }，或改填資料期間
weekday-differs = 「{ $found }」的日期和星期對不起來。
    .expected = 日期和星期一致，或只寫日期
month-one-or-ten = 「{ $found }」可能是 { $one }，也可能是 { $ten }（尾端的 0 會被試算表去掉）。
    .expected = { $one } 或 { $ten }
not-a-time = 「{ $found }」不是讀得懂的時間。
    .expected = 時間，如 10:20
number-not-one = 「{ $found }」不是一個數字：裡面有上標、圈號，或被空白、換行隔開的好幾個數字。
    .expected = 一個數字，如 1,234
cell-struck = 「{ $found }」畫了刪除線，不知道還算不算。不算，請清空這一格；要算，請取消刪除線。
    .expected = 沒有刪除線的內容，或空白
row-struck = 第 { $row } 列整列畫了刪除線，不知道還算不算。不算，請刪除這一列；要算，請取消刪除線。
    .expected = 沒有刪除線的列，或沒有這一列
number-not-finite = 「{ $found }」太大，不是可以計算的數字。
    .expected = 小於一千兆的數字
count-not-whole = 「{ $found }」不是整數，這個指標的單位卻只能是整數。
    .expected = 整數
count-or-thousands = 「{ $found }」的點是千分位嗎？若是，請寫成 { $meant }；這個指標的單位只能是整數。
    .expected = { $meant }，或其他整數
number-or-thousands = 「{ $found }」的點是千分位，還是小數點？若是千分位，請寫成 { $meant }；若是小數點，請寫成 { $other }。
    .expected = { $meant } 或 { $other }
count-negative = 「{ $found }」小於 0，這個指標不會有負數。
    .expected = 0 或以上
keys-rounded = 這一欄超過 15 位的 { $count } 個編號，第 16 位起全是 0。試算表只留得住 15 位；請確認編號是否曾用 Excel 另存，若是，請從系統重新匯出。
    .expected = 系統給的編號，以文字匯出
