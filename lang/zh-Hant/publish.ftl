chart-month = { $roc } 年 { $month }（{ $year }）
chart-month-running = { $roc } 年 { $first }至 { $month }（{ $year }）
chart-point = { $when }：{ $value }
chart-point-provisional = { $label }，暫定值，資料到 { $day }
chart-point-part = { $label }，暫定值，只有 { $days } 的資料
chart-no-data = 沒有資料
chart-no-cases = 沒有案件
chart-value-of = { $value }（{ $numerator }／{ $n }）
chart-value-n = { $value }（n = { $n }）
chart-value-offices = { $value }（{ $offices }）
figure-told = 各組室最近一次的數字：{ $offices }
figure-lacking = 未含 { $offices }
chart-note-lacking = { $months }的合計未含 { $offices }。
chart-n-not-given = { $value }（未附母數）
chart-whole-agency = 全機關
chart-view-month = 各月數值
chart-view-running = 自 1 月 1 日起累計
chart-view-point = 各月月底數值
chart-subtitle = { $view }｜{ $years }｜{ $part }
chart-standard = { $what }（{ $day } 起，{ $by }）
chart-standard-at-least = 標準 ≥ { $bound }
chart-standard-at-most = 標準 ≤ { $bound }
chart-standard-level = { $level } { $bound }
chart-standard-frequency = { $months ->
    [1] 標準：每月至少 { $bound }
    [12] 標準：每年至少 { $bound }
   *[other] 標準：每 { $months } 個月至少 { $bound }
}
chart-standard-time-limit = 標準 100%，無案件逾限
chart-note-provisional = { $month }尚未結束，為暫定值（資料到 { $day }）。
chart-note-provisional-compared = { $month }尚未結束，為暫定值（資料到 { $day }）；往年為整月。
chart-note-part = { $month }只有 { $days } 的資料，為暫定值。
chart-note-standard-running = { $standard }以全年累計判定，畫在累計圖上。
chart-note-standard-window = { $standard }以每期次數判定，不畫在各月數值上。
chart-note-standard-office = { $standard }以各組室分別判定，選一個組室才畫出。
chart-note-demo = 示範資料，不是實際統計；112、113 年全為合成。
chart-summary-empty = { $name }：{ $year }沒有逐月數值。
chart-summary-one = { $name }：{ $year } { $month }為 { $value }
chart-summary-running = { $name }：{ $year }累計到 { $month }為 { $value }
chart-summary-months = { $name }：{ $year }各月最低 { $low }（{ $low_month }）、最高 { $high }（{ $high_month }），最近一個月（{ $month }）為 { $value }
chart-summary-prior = { $year }同月為 { $value }，{ $moved }
chart-summary-no-standard = 未訂標準
chart-by-office = 各組室
chart-by-category = 各類別
chart-dots-subtitle = { $kind }｜{ $period }
chart-dots-part = { $subtitle }｜{ $part }
chart-dots-summary = { $title }（{ $subtitle }）：{ $rows }。
chart-dots-none = { $title }（{ $subtitle }）：沒有可以分列的數值。

summary-title = 服務指標彙總表
summary-months-title = 服務指標各月數值
summary-charts-title = 服務指標圖表
summary-notes-title = 欄位說明
summary-office = { $agency }｜{ $office }
summary-period = 統計期間：{ $period }；去年同期：{ $prior }。各項指標實際涵蓋的日期列在各列。
summary-version = 資料版本：第 { $version } 版
summary-demo = 示範資料，不是實際統計；112、113 年全為合成。
summary-sheet = 指標彙總
summary-sheet-months = 各月數值
summary-sheet-charts = 圖表
summary-sheet-notes = 說明
summary-notes-column = 欄位
summary-notes-meaning = 意義
summary-points = { " " }個百分點
summary-qualified-about = 數值為約數。
summary-qualified-bound = 數值為下限。
summary-qualified-both = 有些數是約數，有些是下限；合計大約是這麼多以上。
summary-qualified-reckoned = 有些期限在還沒有辦公日曆的年度，先按週一至週五推算。
summary-prior-about = 前一年的數值為約數。
summary-prior-bound = 前一年的數值為下限。
summary-prior-both = 前一年的數值有些是約數，有些是下限；合計大約是那麼多以上。
summary-prior-day = 前一年的數值是 { $day } 的。
summary-offices = { $offices }。
summary-qualified-other = 原註記「{ $word }」。
summary-months-days = 只有 { $days } 的資料。
summary-earlier-standard = 期初的標準為{ $standard }。
summary-data-demo = 示範
summary-data-real = 實際
summary-column-dimension = 構面
summary-column-indicator = 指標
summary-column-value = 數值
summary-unit-rate = 比率（1 為 100%）
summary-column-unit = 單位
summary-column-n = 母數 n
summary-column-standard = 參考標準
summary-column-status = 狀態
summary-column-prior = 去年同期
summary-column-change = 增減（比率為百分點）
summary-column-relative = 增減率
summary-column-verdict = 變化
summary-column-through = 資料到
summary-column-reason = 狀態說明
summary-column-remark = 備註
summary-column-numerator = 分子
summary-column-denominator = 分母
summary-column-from = 本期起
summary-column-to = 本期迄
summary-column-prior-from = 去年同期起
summary-column-prior-to = 去年同期迄
summary-column-compared = 比較用本期數值
summary-column-compared-to = 比較用本期迄
summary-column-standard-from = 標準起
summary-column-standard-by = 標準訂定者
summary-column-source = 資料來源
summary-column-data = 資料性質
summary-column-version = 資料版本
summary-column-line = 年度或標準
summary-about-dimension = 自行評核的五個構面之一。
summary-about-indicator = 指標名稱；排列順序依自行評核表。
summary-about-value = 本期數值。比率以分數儲存，以百分比顯示；空白表示沒有數值，原因見狀態說明。
summary-about-unit = 數值的單位。
summary-about-n = 比率與平均數的分母；中位數與百分位的案件數。時點數與人工統計沒有母數。
summary-about-standard = 參考標準；沒有人訂定的，一律寫未訂標準。
summary-about-status = 達標、未達標、注意（全年目標落後或超出進度）、追蹤（未訂標準）、無案件、尚無資料、不適用、缺佐證。
summary-about-prior = 去年相同日期的數值；2 月底對 2 月底，其餘對同月同日。
summary-about-change = 本期減去年同期。比率以百分點計，其餘與數值同單位。
summary-about-relative = 增減除以去年同期。比率不計增減率；去年同期為零時留空。
summary-about-verdict = 依指標的方向：變好、變差或持平；沒有好壞方向的指標只寫增加或減少。
summary-about-through = 數值涵蓋到哪一天。
summary-about-reason = 判定狀態的理由。
summary-about-remark = 佐證內容、約數或下限、期初適用的舊標準，或無法與去年比較的原因。
summary-about-numerator = 比率與平均數的分子；件數類指標即為數值。
summary-about-denominator = 比率與平均數的分母。
summary-about-from = 數值實際涵蓋的第一天。
summary-about-to = 數值實際涵蓋的最後一天；時點數即為該日。
summary-about-prior-from = 去年同期的第一天。
summary-about-prior-to = 去年同期的最後一天。
summary-about-compared = 兩年只有整月資料時，改以共有的整月比較；此欄為該期間的本期數值，其他情形留空。
summary-about-compared-to = 上欄所涵蓋的最後一天。
summary-about-standard-from = 參考標準從哪一天起適用。
summary-about-standard-by = 訂定參考標準的機關或人員。
summary-about-source = 數值來自哪一種資料。
summary-about-data = 示範資料或實際資料。
summary-about-version = 每次載入資料產生一個版本；同一版本的數字永遠相同。
summary-about-sheet-months = 本年與去年各月的數值；斜體是還不完整的數值（資料未滿一個月，或有組室未計入）；約數、下限與實際涵蓋的日期寫在儲存格的註解裡；空白表示沒有資料。
summary-about-sheet-charts = 訂有標準的指標與主要比率、件數，以本年對去年；虛線為參考標準。
summary-ending-unknown = 無法寫成 { $file }。檔名結尾請用 { $known }。
summary-not-written = 無法寫入 { $file }：{ $why }

value-name = { $name }｜{ $part }｜{ $period }
value-status = { $status }：{ $why }
value-standard = 標準：{ $standard }（{ $day } 起，{ $by }）
value-prior = 去年同期 { $period }：{ $value }；增減 { $change }
value-change = { $change }，{ $verdict }
value-prior-day = { $day } 的數值：{ $value }；增減 { $change }
value-compared = 本期比較的是 { $period }：{ $value }
value-version = 資料版本：第 { $version } 版

no-cjk-font = 這台電腦沒有中文字型，圖上的中文會變成方塊。請安裝套件 { $package }（Debian、Ubuntu：apt install { $package }），再試一次。
process-subtitle = 管制圖｜三年內的完整月份｜{ $part }
process-line-mean = 平均 { $value }
process-line-lower = 下限 { $value }
process-line-upper = 上限 { $value }
process-trial = 只有 { $months } 個月（不滿 12 個月），界限為試算。
process-rule-outside = 超出波動範圍
process-rule-trend = 連續上升或下降七點
process-rule-two_of_three = 三點中有兩點接近界限
process-rule-shift = 連續七點在平均同一側
remark-note = { $when }：{ $text }
remark-by = { $who }，{ $day }
remark-change = { $day } 起作業改變：{ $reason }
remark-line = { $written ->
    [0] { $number }. { $text }
   *[other] { $number }. { $text }（{ $by }）
}
chart-path = { $most ->
    [1] 至多的進度{ $season ->
        [1] （依往年各月）
       *[other] （平均）
    }
   *[other] 應有進度{ $season ->
        [1] （依往年各月）
       *[other] （平均）
    }
}
variation-common_cause = 平常波動
variation-improving = 變好
variation-concerning = 須注意
variation-neutral = 有變化
assurance-word-passing = 穩定達標
assurance-word-failing = 達不到標準
assurance-word-hit_or_miss = 時好時壞
summary-column-variation = 變化訊號
summary-column-variation-why = 訊號說明
summary-column-assurance = 達標把握
summary-about-variation = 近三年每月數值的管制圖判定：平常波動、變好、須注意或有變化；沒有管制圖的指標留空。
summary-about-variation-why = 為什麼這樣判定。
summary-about-assurance = 照這樣的波動，能不能每個月都達標；需每個月都有可比的標準。
process-legend = 灰色圓點是平常的波動；藍色方塊是變好、橘色菱形是須注意、紫色三角是無好壞之分的特殊變化。
outlook-flow = 照往年各月的情形推估，全年約在 { $low } 至 { $high }之間（約 { $sure } 成把握），不是定數。
outlook-rate = 照 { $year }到 { $through } 為止與往年的情形推估，全年約在 { $low } 至 { $high }之間（約 { $sure } 成把握），不是定數。
outlook-january = { $year }還沒有整月資料，只照往年推估，全年約在 { $low } 至 { $high }之間（約 { $sure } 成把握），不是定數。
outlook-same = 往年各月幾乎沒有起伏，照樣推估全年約 { $value }，不是定數。
outlook-band = 年底推估範圍（約 { $sure } 成把握）
summary-column-notes = 註記
summary-column-per-day = 每工作日
summary-column-prior-per-day = 去年每工作日
summary-column-workdays = 工作日
summary-column-prior-workdays = 去年工作日
summary-about-notes = 這段期間的註記與作業變更。
summary-about-per-day = 期間內平均每個工作日的件數；只列件數會隨上班日數增減的指標。
summary-about-prior-per-day = 去年同期平均每個工作日的件數。
summary-about-workdays = 比較期間的工作日數。
summary-about-prior-workdays = 去年同期的工作日數。
chart-note-standard-whole = { $standard }以全機關判定，不畫在組室或類別的圖上。
