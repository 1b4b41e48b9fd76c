ui-title = 服務品質指標
ui-page-overview = 總覽
ui-page-indicator = 指標
ui-page-upload = 上傳
ui-page-downloads = 下載
ui-switch = English
ui-skip = 跳到主要內容
ui-switch-label = Switch to English

message-unheard = 剛才的動作無法辨識，沒有做任何變更。請重新整理頁面再試一次。
ui-fault = 這一頁暫時無法顯示。請重新整理；仍無法顯示時，請把現在的時間與網址告訴系統管理者，錯誤紀錄裡有原因。

ui-year = 年度
ui-part = 期間
ui-part-ytd = 年初至今
ui-part-year = 全年
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
ui-fresh-behind = { $source }只到 { $day }。
ui-fresh-behind-late = { $source }只到 { $day }，{ $month }份逾期 { $days } 天未送。
ui-fresh-late = { $source } { $month }份逾期 { $days } 天未送。
ui-fresh-load = 最近一次上傳：{ $source }，{ $at }，通過。
ui-fresh-refused = { $source } { $at } 的檔案未通過檢查，資料沒有變動。
ui-printed = 列印日期
ui-today = 今日 { $time }
ui-yesterday = 昨日 { $time }
ui-demo-all = 示範資料：這裡所有數字都是示範用的合成資料，不是實際統計。第一次上傳某項來源的正式資料時，該來源的示範資料會一併移除。
ui-demo-some = 部分為示範資料：{ $sources }仍是合成的示範資料，不是實際資料。

ui-why-moved = 與去年同期相比：{ $moved }。
ui-why-moved-days = 與去年同期相比（{ $days }）：{ $moved }。
ui-why-moved-day = 與 { $day } 相比：{ $moved }。
ui-moved-up = 增加 { $gap }
ui-moved-down = 減少 { $gap }
tone-better = 變好
tone-worse = 變差
tone-same = 持平
tone-up = 增加
tone-down = 減少
ui-moved-judged = { $text }，{ $verdict }
ui-moved-relative = { $text }（{ $relative }）
ui-prior-day = { $day } 為 { $value }
ui-prior-other = 去年同期 { $value }（{ $days }）
ui-prior-short = 去年同期 { $value }
ui-both-now = { $days }（{ $value }）
ui-both-value = { $now } 的 { $value }與 { $before }
ui-both = { $now } 與 { $before }

ui-evidence-there = 有佐證
ui-n-of = { $numerator }／{ $n }
ui-n-not-given = 未附母數
ui-standard-long = { $what }，{ $day } 起；{ $by }訂定
ui-standard-replaced = { $text }（先前 { $before }）

ui-trend = { $year }逐月走勢，共 { $count } 個月；{ $month }為 { $value }
ui-trend-none = 本年度尚無逐月數值，灰線為去年

ui-empty-title = 還沒有任何資料
ui-empty-text = 每月從各系統匯出的檔案上傳之後，這裡會列出每一項服務品質指標：數值、參考標準、是否達標，以及與去年同期的比較。
ui-empty-step-1 = 先上傳組室表、服務項目表與辦公日曆：案件要靠它們認出組室、時限與工作日。
ui-empty-step-2 = 再上傳各來源的匯出檔，例如申辦案件、首長信箱；範本可在「上傳」頁下載。
ui-empty-step-3 = 有問題的檔案不會載入，畫面會指出是哪一格、該怎麼改。

ui-direction-higher = { $definition }；越高越好。
ui-direction-lower = { $definition }；越低越好。
ui-direction-neutral = { $definition }。
ui-choose-indicator = 選擇其他指標
ui-with-n = { $value }（{ $n }）

ui-fact-prior = 去年同期
ui-fact-prior-day = { $day } 的數值
ui-fact-prior-moved = { $before }，{ $moved }
ui-fact-periods = 比較期間
ui-fact-period = 統計期間
ui-fact-standard = 參考標準
ui-fact-through = 資料至

ui-ask-title = 要問什麼
ui-ask-nothing = 沒有需要特別追問的地方。
ui-ask-overdue-offices-alone = 逾限的 { $late } 件中，{ $part }有 { $count } 件（占逾限 { $share }，只占案件 { $cases }），超出隨機波動的範圍：卡在哪一個步驟？
ui-ask-overdue-offices-share = 逾限的 { $late } 件中，{ $part }最多（占逾限 { $share }，也占案件 { $cases }），與它的案件量相當：各組室的流程是不是有共同的瓶頸？
ui-ask-overdue-offices-spread = 逾限的 { $late } 件分散在各組室，沒有哪一個特別集中：是不是有共同的瓶頸？
ui-ask-overdue-offices-few = 逾限的 { $late } 件太少，看不出哪一個組室特別多：原因各是什麼？
ui-ask-overdue-categories-alone = 以類別看，逾限的 { $late } 件中，「{ $part }」有 { $count } 件（占逾限 { $share }，只占案件 { $cases }），超出隨機波動的範圍：流程或人力是否需要調整？
ui-ask-overdue-categories-share = 以類別看，逾限的 { $late } 件中，「{ $part }」最多（占逾限 { $share }，也占案件 { $cases }），與它的案件量相當：各類的流程是不是有共同的瓶頸？
ui-ask-overdue-categories-spread = 以類別看，逾限的 { $late } 件分散在各類，沒有哪一類特別集中：是不是有共同的瓶頸？
ui-ask-overdue-categories-few = 以類別看，逾限的 { $late } 件太少，看不出哪一類特別多：原因各是什麼？
ui-ask-window-missed = { $window } 這一期沒有達到次數：原因是什麼，要不要補辦？
ui-ask-window-offices = { $window } 這一期 { $offices } 沒有達到次數：原因是什麼？
ui-ask-window-open = 本期到 { $day } 為止，還差 { $need } 次：已經排定日期了嗎？
ui-ask-window-open-offices = 本期到 { $day } 為止，{ $offices } 還沒達到次數：已經排定日期了嗎？
ui-ask-evidence-missing = 由哪個組室負責補上佐證，什麼時候可以完成？
ui-ask-evidence-ends = 佐證在 { $day } 到期：更新的佐證準備好了嗎？
ui-ask-office-worse = { $office } { $value }，與全機關的 { $whole } 相差超出隨機波動的範圍：可先確認原因與改善時程。
ui-ask-office-better = { $office } { $value }，明顯優於全機關的 { $whole }：作法能不能推廣到其他組室？
ui-ask-count-most = 其中{ $part }最多，占 { $share }：原因是什麼？
ui-ask-offices-worse = 有 { $count } 個組室與全機關的 { $whole } 相差同樣多，都超出隨機波動的範圍（見下方各組室）：可先確認原因與改善時程。
ui-ask-offices-better = 有 { $count } 個組室同樣明顯優於全機關的 { $whole }（見下方各組室）：作法能不能推廣到其他組室？
ui-ask-offices-differs = 有 { $count } 個組室與全機關的 { $whole } 相差同樣多，都超出隨機波動的範圍（見下方各組室）：業務性質不同，還是登錄方式不同？
ui-ask-office-differs = { $office } { $value }，與全機關的 { $whole } 相差超出隨機波動的範圍：業務性質不同，還是登錄方式不同？
ui-ask-no-data = { $source }的資料何時可以送到？
ui-ask-large = { $same ->
    [1] { $up ->
        [1] 比去年同期增加兩成以上：是需求改變，還是統計方式改變？
       *[other] 比去年同期減少兩成以上：是需求改變，還是統計方式改變？
    }
   *[other] { $up ->
        [1] 比 { $day } 增加兩成以上：是需求改變，還是統計方式改變？
       *[other] 比 { $day } 減少兩成以上：是需求改變，還是統計方式改變？
    }
}
ui-ask-large-judged = { $same ->
    [1] { $up ->
        [1] 比去年同期增加兩成以上：是作法改變的結果嗎？
       *[other] 比去年同期減少兩成以上：是作法改變的結果嗎？
    }
   *[other] { $up ->
        [1] 比 { $day } 增加兩成以上：是作法改變的結果嗎？
       *[other] 比 { $day } 減少兩成以上：是作法改變的結果嗎？
    }
}
ui-ask-no-standard = 尚未訂參考標準；這段期間是 { $value }，要不要訂一個？

ui-view = 圖表的看法
ui-view-month = 各月
ui-view-running = 累計
ui-view-years = 歷年
ui-view-table = 表格
ui-unfinished = 未滿月
ui-table-month = 月份
ui-table-provisional = { $value }（暫定）
ui-table-part = { $value }（暫定，{ $days }）

ui-by-offices = 各組室
ui-by-categories = 各類別
ui-by-whole = 全體
ui-by-hint = 點的大小為案件數
ui-by-marked = ；橘色菱形：超出隨機波動的範圍
ui-by-more-offices = 全部 { $count } 個組室
ui-by-more-categories = 全部 { $count } 類
ui-windows = 各期辦理情形
ui-window-done = 已達到
ui-window-missed = 未達到
ui-window-open = 進行中
ui-window-unknown = 沒有送齊資料
ui-window-unknown-offices = 還不知道：{ $offices }
ui-window-missing = 尚缺：{ $offices }
ui-evidence = 佐證
ui-evidence-open = 開啟連結
ui-from = { $day } 起
ui-loads = 數字從哪裡來
ui-loads-none = 這段期間沒有對應的上傳紀錄。
ui-loads-version = 資料庫第 { $version } 版
ui-load-rows = { $count ->
   *[other] { $rows } 列
}
ui-load-more = 另有 { $count } 個檔案
ui-load-who = { $at }，{ $who }上傳
ui-load-demo = 示範資料
ui-view-process = 管制圖
ui-fact-process = 近三年的波動
ui-why-stale = { $source }的 { $month } 資料還沒有到，已逾期 { $days } 天。
ui-overview-signal = 訊號
ui-ask-signal = { $since } 起的變化不是隨機起伏：當時改變了什麼？
ui-fact-outlook = 年底推估
ui-fact-per-day = 每個工作日
ui-per-day = { $now }，去年同期 { $before }（{ $relative }）；工作日 { $days } 天，去年 { $days_before } 天
ui-ask-behind = 剩下的月份平均要 { $each }，近一年每月大約 { $usual }：差距要怎麼補上，目標需不需要檢討？
ui-ask-ahead = 剩下的月份平均只能有 { $each }，近一年每月大約 { $usual }：有辦法減少嗎，上限需不需要檢討？
ui-ask-missed = 為什麼沒有達標，打算什麼時候、用什麼辦法達到？
moves-more = 另有 { $count } 個指標也會變動，未列出。
rows-title = 數字背後的資料列
rows-sub = { $period } 的每一列，以及它來自哪個檔案、工作表與列。
rows-open = 列出資料列
rows-close = 收起
rows-from = 出處
rows-what = 變動
rows-counted = 計入分子
rows-yes = 是
rows-no = 否
rows-before = 上一頁
rows-after = 下一頁
rows-said = 第 { $first } 至 { $last } 列，共 { $total } 列
rows-none = 這裡沒有資料列。
edition-original = 原公布
edition-superseded = 曾更正為
edition-corrected = 更正為
