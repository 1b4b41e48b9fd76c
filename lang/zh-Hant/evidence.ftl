# 佐證附件：看到什麼、要的是什麼、接下來怎麼做。
attachment-no-ending = 「{ $name }」沒有副檔名，看不出是哪一種檔案。佐證附件收 { $takes }，請另存成其中一種（例如 PDF）再附上。
attachment-ending = 「{ $name }」是 { $ending } 檔。佐證附件收 { $takes }，請用原來的程式另存成其中一種（例如 PDF）再附上。
attachment-empty = 「{ $name }」是空的，一個位元組也沒有。請確認原來的檔案打得開、有內容，再附一次。
attachment-large = 「{ $name }」有 { $size } MB，附件最多 { $most } MB。請把圖片縮小、只留要佐證的那幾頁，或改填連結。
attachment-differs = 「{ $name }」的副檔名是 { $ending }，內容其實是{ $is ->
    [pdf] PDF
    [png] PNG 圖片
    [jpg] JPEG 圖片
    [docx] Word 文件（.docx）
    [xlsx] Excel 活頁簿（.xlsx）
    [pptx] PowerPoint 簡報（.pptx）
    [odt] ODF 文件（.odt）
    [ods] ODF 試算表（.ods）
    [odp] ODF 簡報（.odp）
    [office] 另一種辦公室文件（例如範本）
    [old-office] 舊版 Office 文件（如 .doc、.xls、.ppt）
    [locked] 設有密碼的檔案
    [zip] 壓縮檔
    [damaged] 損壞的壓縮檔
    [picture] 另一種圖片
    [program] 程式
    [html] 網頁
    [xml] XML
    [rtf] RTF 文件
    [text] 純文字
   *[other] 認不出來的格式
}。請用原來的程式開啟後另存成 { $ending }，不要只改檔名，再附一次。
attachment-locked = 「{ $name }」設有密碼，以後要看的人打不開。請移除密碼（檔案 → 資訊 → 保護文件），另存後再附上。
attachment-macros = 「{ $name }」裡有巨集，也就是會自己執行的程式，所以不收。請另存成沒有巨集的文件或 PDF，再附上。
attachment-damaged = 「{ $name }」不完整或已損壞，打不開。請確認原來的檔案打得開，另存一份（或匯出成 PDF）再附上。
attachment-unpacks = 「{ $name }」展開後大得不像一份文件，所以沒有打開。請匯出成 PDF 再附上。
attachment-unknown = 在 { $day } 起有效的佐證後面，找不到這個附件。請重新整理頁面再試一次。
attachment-no-statement = 這個參考標準沒有從「{ $found }」起有效的佐證，附件要附在已有的佐證後面。請先填寫佐證，或更正日期。
    .expected = 已填寫的佐證的資料日期
attachment-not-kept = 留存的檔案裡沒有「{ $found }」。請改到佐證所在的頁面上附檔，內容才會一起留存。
    .expected = 已留存的檔名：SHA-256 加副檔名

# 沿用與確認。
evidence-unknown = 沒有從 { $day } 起有效的佐證；可能有人剛改過。請重新整理頁面再試一次。
evidence-year-ahead = { $day } 還沒到，那一年的佐證要等年度開始才能沿用。
evidence-none-earlier = { $day } 之前沒有已確認的佐證可以沿用。請直接填寫這一年的佐證。
evidence-year-there = 這一年已經有佐證（自 { $day } 起有效），不必沿用。要改寫的話，請修改那一則或另填新的。
evidence-day-there = { $day } 起已經有一則佐證。要改寫請按那一則的「更正」，否則請換一個起日。
evidence-carried = 沿用 { $day } 起有效的佐證，待確認
evidence-confirmed = 確認沿用的佐證仍然屬實
edition-there = 第 { $found } 版已經簽核，不能由檔案更換。
    .expected = 新的版次；要再定稿，請在「自行評核」頁簽核
edition-not-kept = 定稿的內容不在資料倉儲的檔案夾裡。
    .expected = 在「自行評核」頁簽核的定稿
