sheets-alike = 有好幾張工作表的標題都符合（{ $sheets }），不知道該讀哪一張。請只留一張，或以月份（1月、2月…）或組室命名，一起上傳。
    .expected = 一張符合的工作表，或以月份、組室命名的工作表
sheets-taken = 讀取 { $count } 張工作表：{ $sheets }。
    .expected = {""}
sheet-hidden = 隱藏的工作表「{ $sheet }」也符合，沒有讀取。
    .expected = {""}
header-guess = 標題「{ $header }」是不是「{ $guess }」？請確認後才會載入。
    .expected = { $guess }
rows-hidden = 有 { $count } 列是隱藏的（第 { $rows } 列），也一併讀取。
    .expected = {""}
column-hidden = 欄位「{ $header }」在檔案裡是隱藏的，也一併讀取。
    .expected = {""}
hidden-unknown = 這種格式看不出哪些列與欄是隱藏的、哪些是公式；全部讀取。
    .expected = {""}
formulas-stored = 有 { $count } 格是公式，讀取存檔時的值。
    .expected = {""}
formula-unvalued = 「{ $column }」這一格是公式，檔案裡沒有存下計算結果。請用 Excel 開啟、存檔後再上傳。
    .expected = 存有計算結果的儲存格
totals-left-out = 有 { $count } 列是小計或合計（第 { $rows } 列），不計入資料。
    .expected = {""}
footnotes-left-out = 有 { $count } 列是註記（第 { $rows } 列），不計入資料。
    .expected = {""}
headers-repeated = 有 { $count } 列重複標題（第 { $rows } 列），已略過。
    .expected = {""}
sections-left-out = 有 { $count } 列是分段的小標題（第 { $rows } 列），不是資料。
    .expected = {""}
numbers-left-out = 有 { $count } 列只有序號、沒有內容（第 { $rows } 列），不是資料。
    .expected = {""}
tool-lines-left-out = 有 { $count } 列是資料庫工具的分隔線或訊息（第 { $rows } 列），不是資料。
    .expected = {""}
nulls-as-blank = 有 { $count } 格寫著「{ $word }」，是資料庫表示沒有值的寫法，當作空白。
    .expected = {""}
tables-taken = 網頁裡有 { $count } 個欄位相符的表格（第 { $sheets } 個），全部讀取。
    .expected = {""}
columns-unnamed = 沒有標題的欄（{ $columns }）裡有內容，沒有讀取。
    .expected = {""}
header-shared = 標題「{ $header }」合併了 { $first } 到 { $last } 欄，底下不只一欄有資料，無法確定是哪一欄。請一欄寫一個標題。
    .expected = 一欄一個標題
block-beside = { $column } 欄起是另一個表格，有 { $count } 列只有它有內容。請把它移到別的工作表，或刪除後再上傳。
    .expected = 一張工作表一個表格
table-below = 第 { $row } 列起是另一個表格，欄位和上面的不同，沒有讀取。請把它移到別的工作表，或刪除後再上傳；若是接續的資料，請用和上面一樣的標題。
    .expected = 一張工作表一個表格，或相同的標題
office-from-title = 沒有「{ $header }」欄；標題或工作表名稱寫的是「{ $office }」，這張表全部算「{ $office }」。
    .expected = {""}
office-not-certain = 沒有「{ $header }」欄，{ $count ->
    [0] 標題和工作表名稱也沒有組室
   *[other] 標題或工作表名稱提到 { $offices }
}，無法確定這張表是哪一個組室的。請補上「{ $header }」欄，或讓標題、工作表名稱只寫一個組室的名稱。
    .expected = 「{ $header }」欄，或一個組室的名稱
block-repeated = { $column } 欄起（「{ $header }」）又是一個相同標題的表格，左右並排。請把右邊的表格接到左邊的下面。
    .expected = 一張工作表一個表格
sheet-without-headers = 「{ $title }」沒有標題列，內容卻像是接續的資料。請補上與「{ $first }」相同的標題列，或併成一張表。
    .expected = 與「{ $first }」相同的標題列
total-differs = { $word }寫的是 { $found }，各列加起來是 { $sum }。
    .expected = { $sum }
month-not-day = 「{ $found }」只有年月，這一欄需要日期。
    .expected = 年月日，如 114/12/10
month-far = { $month } 有 { $count } 列，近期每月約 { $mean } 列，差距超過平常的變動。請確認檔案是否完整。
    .expected = 約 { $low } 到 { $high } 列
figure-far-limits = 「{ $name }」{ $value }，超出平常的變動範圍（{ $low } 到 { $high }，依 { $months } 個月資料）。
    .expected = { $low } 到 { $high }
figure-far-both = { $recent ->
    [1] 「{ $name }」{ $value }，與上月（{ $last }）及去年同月（{ $prior }）都相差三倍以上。
   *[other] 「{ $name }」{ $value }，與最近一次的數字（{ $day }：{ $last }）及去年同月（{ $prior }）都相差三倍以上。
}
    .expected = {""}
figure-far-last = { $recent ->
    [1] 「{ $name }」{ $value }，與上月（{ $last }）相差三倍以上。
   *[other] 「{ $name }」{ $value }，與最近一次的數字（{ $day }：{ $last }）相差三倍以上。
}
    .expected = {""}
figure-far-prior = 「{ $name }」{ $value }，與去年同月（{ $prior }）相差三倍以上。
    .expected = {""}
month-gap = 缺少 { $months } 的資料：前後的月份都有。
    .expected = { $months } 的資料
category-new = 「{ $found }」是第一次出現的類別。請確認不是筆誤。
    .expected = { $near }
figure-and-none = 同一列既有數值又註記「{ $found }」；請留下其中一個。
    .expected = 只有數值，或只有註記
key-in-two-files = 「{ $found }」在另一個檔案（{ $other }）有不同的內容，無法判斷哪一個才對。
    .expected = 同一段期間的檔案，同一編號內容相同
period-ambiguous = 檔名與標題寫的期間不一樣（{ $spans }），請指定資料期間（--from、--to）。
    .expected = 一段期間
percent-ambiguous = 「{ $found }」可能是 { $one }，也可能是 { $two }。
    .expected = 寫出百分號：{ $one } 或 { $two }
percent-of-a-count = 這項指標不是比率，卻寫了「{ $found }」。
    .expected = 不帶百分號的數值
inbox-fault = 這個檔案讓程式出錯（{ $why }），留在原處，不再重試。請把檔案交給系統管理者。
backup-no-folder = 沒有 { $folder } 這個資料夾。請先建立，或改寫到別處。
mend-sheet = 需要更正的地方
mend-sheet-name = 工作表
mend-cell = 儲存格
mend-kind = 程度
mend-found = 目前寫的
mend-what = 哪裡不對
mend-wanted = 應該是
mend-error = 更正
mend-warning = 提醒
