file-empty = 檔案是空的。
    .expected = 有標題列和資料的檔案
file-other-kind = 這是{ $kind ->
    [pdf] PDF
    [picture] 圖片
    [document] Word 或其他文件
    [slides] 簡報
    [zip] 壓縮檔
    [json] JSON
    [xml] 不是試算表的 XML
   *[other] 無法辨識的格式
}，不是資料表。請從系統重新匯出，或用 Excel 另存為 .xlsx 再上傳。
    .expected = .ods、.xlsx、.xls、.xlsb、.csv 或 .tsv
file-kind-differs = 副檔名是 { $suffix }，內容其實是 { $kind ->
    [xlsx] Excel 活頁簿（.xlsx）
    [xls] 舊版 Excel（.xls）
    [xlsb] Excel 二進位活頁簿（.xlsb）
    [ods] ODF 試算表（.ods）
    [html] 網頁表格
    [xml2003] Excel 2003 XML
    [tsv] 以 Tab 分隔的文字
   *[csv] 以逗號分隔的文字
}，已依內容讀取。
    .expected = {""}
file-broken = 檔案損壞，無法開啟（{ $why }）。請重新匯出一次。
    .expected = 可以開啟的活頁簿
file-protected = 檔案設有密碼。請在 Excel 移除密碼（檔案 → 資訊 → 保護活頁簿）後再上傳。
    .expected = 沒有密碼的檔案
file-hostile = 檔案含有可能危害系統的內容，沒有讀取。請用 Excel 開啟後另存新檔再上傳。
    .expected = 一般的活頁簿
file-too-large = 檔案太大、展開後太大，或儲存格範圍太廣，沒有讀取。請刪除多餘的空白列與欄，或分成幾個檔案。
    .expected = 60 MB 以內；活頁簿一千萬格以內，文字檔五百萬格以內
file-too-slow = 讀取超過 { $seconds } 秒，已停止。請用 Excel 開啟後另存為 .xlsx 再上傳。
    .expected = 一般的活頁簿
file-no-table = 網頁裡找不到表格。請從系統重新匯出。
    .expected = 至少兩列兩欄的表格
file-encoding = 文字編碼無法辨識。請另存為「CSV UTF-8」。
    .expected = UTF-8 或 Big5 編碼
file-macros = 檔案含有巨集；巨集沒有執行，只讀取資料。
    .expected = {""}
file-links = 檔案連結到其他活頁簿；沒有更新連結，只讀取存檔時的值。
    .expected = {""}
csv-quote-open = 第 { $line } 行有一個引號沒有結尾，之後的內容無法分欄。檔案可能沒有存完；請重新匯出、補上引號，或另存為 .xlsx。
    .expected = 成對的引號
csv-quote-rows = 第 { $line } 行的引號到第 { $last } 行才結束，中間的列會被當成同一格。請更正第 { $line } 行的引號，或另存為 .xlsx。
    .expected = 成對的引號
csv-quote-backslash = 第 { $line } 行用反斜線加引號（\"）表示內文的引號，CSV 要寫成兩個引號（""），這樣無法確定怎麼分欄。請改用 "" 匯出，或另存為 .xlsx。
    .expected = 內文的引號寫成 ""
csv-quote-stray = 有 { $count } 行的引號不成對，或引號後面還有文字（第 { $lines } 行）；已照字面讀取，請核對這幾行。
    .expected = 成對的引號；內文的引號寫成 ""
csv-rows-swallowed = 第 { $line } 行的引號到第 { $last } 行才結束，這一格裡有 { $count } 列像是其他案件的資料。請更正引號，或另存為 .xlsx。
    .expected = 一列一件，引號成對
csv-row-wider = 第 { $line } 行比標題多出 { $count } 格（標題有 { $width } 格），後面的欄位可能都錯位。請檢查這一行的分隔符號與引號。
    .expected = 每列 { $width } 格
csv-row-narrower = 有 { $count } 列比標題少了幾格（第 { $lines } 行），缺少的當作空白。如果不是空白，請檢查分隔符號與引號。
    .expected = 與標題一樣多的欄位
csv-cut-off = 檔案在第 { $line } 行中斷：這一行只有 { $count } 格（標題有 { $width } 格），也沒有換行。檔案可能沒有存完，請重新匯出。
    .expected = 完整的最後一行
cell-too-long = 第 { $row } 列有一格超過 { $most } 字。請刪減後再上傳。
    .expected = { $most } 字以內
cell-too-long-somewhere = 有一格的文字過長（超過一百萬位元組）。請刪減後再上傳。
    .expected = 32,767 字以內
characters-doubtful = 「{ $found }」裡有只有香港字集讀得出的字，可能不是原來的字。不對的話，請另存為「CSV UTF-8」再上傳。
    .expected = 有人確認這些字都對（--characters），或 UTF-8 編碼
characters-doubtful-more = 另有 { $count } 格也有這樣的字。
    .expected = 有人確認這些字都對（--characters），或 UTF-8 編碼
