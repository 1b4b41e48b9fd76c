ui-title = 服務品質指標
ui-page-overview = 總覽
ui-page-indicator = 指標
ui-page-upload = 上傳
ui-page-downloads = 下載
ui-switch = English
ui-switch-label = Switch to English

ui-fault = 這一頁暫時無法顯示。請重新整理；仍無法顯示時，請把現在的時間與網址告訴系統管理者，錯誤紀錄裡有原因。

ui-year = 年度
ui-part = 期間
ui-part-ytd = 年初至今
ui-part-half = { $n ->
    [1] 上半年
   *[other] 下半年
}
ui-part-quarter = 第 { $n } 季
ui-until = 統計至哪一天
ui-until-text = 至 { $day }
ui-office = 組室
ui-office-all = 全部組室
ui-dimension = 構面
ui-dimension-all = 全部構面

ui-overview-sub = { $who } · { $now }，與 { $before } 比較（{ $years }）
ui-overview-first = { $count ->
    [1] 先看這一項
    [2] 先看這兩項
    [3] 先看這三項
    [4] 先看這四項
   *[other] 先看這五項
}
ui-overview-calm = 這段期間沒有需要優先處理的指標
ui-overview-all = 全部指標
ui-overview-indicator = 指標
ui-overview-value = 數值
ui-overview-standard = 參考標準
ui-overview-status = 狀態
ui-overview-change = 與去年同期
ui-overview-trend = 走勢（灰：去年）
ui-overview-through = 資料至
ui-overview-any-status = 顯示全部狀態
ui-overview-nothing = 沒有符合這些條件的指標。放寬狀態、構面或組室的篩選即可看到其他指標。

ui-fresh-through = 資料截至 { $day }。
ui-fresh-late = { $source } { $month }份逾期 { $days } 天未送。
ui-fresh-load = 最近一次上傳：{ $source }，{ $at }，通過。
ui-fresh-refused = { $source } { $at } 的檔案未通過檢查，資料沒有變動。
ui-today = 今日 { $time }
ui-yesterday = 昨日 { $time }
ui-demo-all = 示範資料：這裡所有數字都是示範用的合成資料，不是實際統計。第一次上傳某項來源的正式資料時，該來源的示範資料會一併移除。
ui-demo-some = 部分為示範資料：{ $sources }仍是合成的示範資料，不是實際統計。

ui-why-moved = 比去年同期{ $moved }。
ui-why-moved-worse = 比去年同期{ $moved }，朝不理想的方向變化。
ui-why-streak = 已連續 { $months } 個月不如去年同月。
ui-moved-up = 增加 { $gap }
ui-moved-down = 減少 { $gap }
ui-moved-same = 持平
ui-moved-relative = { $text }（{ $relative }）
ui-prior-short = 去年同期 { $value }
ui-both = { $now } 與 { $before }

ui-evidence-there = 有佐證
ui-n-of = { $numerator }／{ $n }
ui-n-not-given = 未附母數
ui-standard-none = 未訂標準
ui-standard-at-least = ≥ { $bound }
ui-standard-at-most = ≤ { $bound }
ui-standard-range = { $low } 至 { $high }
ui-standard-frequency = { $months ->
    [1] 每月 ≥ { $bound }
    [12] 每年 ≥ { $bound }
   *[other] 每 { $months } 個月 ≥ { $bound }
}
ui-standard-frequency-each = { $months ->
    [1] 各組室每月 ≥ { $bound }
    [12] 各組室每年 ≥ { $bound }
   *[other] 各組室每 { $months } 個月 ≥ { $bound }
}
ui-standard-time-limit = 全部在期限內
ui-standard-not-worse-than-last-year = 不低於去年同期
ui-standard-evidence = 具備佐證
ui-standard-long = { $what }，{ $day } 起；{ $by }訂定
ui-standard-replaced = { $text }（先前 { $before }）

ui-trend = { $year }逐月走勢，共 { $count } 個月；{ $month }為 { $value }
ui-trend-none = 本年度尚無逐月數值，灰線為去年

ui-empty-title = 還沒有任何資料
ui-empty-text = 每月從各系統匯出的檔案上傳之後，這裡會列出每一項服務品質指標：數值、參考標準、是否達標，以及與去年同期的比較。
ui-empty-step-1 = 先上傳組室表、服務項目表與辦公日曆：案件要靠它們認出組室、時限與工作日。
ui-empty-step-2 = 再上傳各來源的匯出檔，例如申辦案件、首長信箱；範本可在「上傳」頁下載。
ui-empty-step-3 = 有問題的檔案不會載入，畫面會指出是哪一格、該怎麼改。
