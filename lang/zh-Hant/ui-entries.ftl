entry-standards = 參考標準
entry-notes = 註記
entry-rebases = 作業變更
entry-threads = 討論
entry-unset = 未訂標準，圖上不畫標準線。
entry-none-notes = 還沒有註記。颱風、新表單、系統更換等，都值得記下來。
entry-none-rebases = 還沒有作業變更。作業方式真的改變時才登錄，管制圖會由那一天起重新計算。
entry-none-threads = 還沒有人提問。
entry-open-standard = 訂定標準
entry-open-rebase = 登錄作業變更
entry-open-note = 加註記
entry-open-question = 提問
entry-answer = 回覆或結案
entry-settle = 結案
entry-settled = 已結案
entry-save = 儲存
entry-saving = 儲存中…
entry-cancel = 取消
entry-correct = 打錯了可以到歷程撤銷。
entry-from = { $day } 起
entry-by = { $who }訂定
entry-written = 依據：{ $where }
entry-author = { $who }，{ $at }
entry-saved = 已儲存（第 { $load } 號載入）。要撤銷請到歷程。
entry-saved-same = 內容與原有的相同，沒有變更。
entry-refused = 沒有儲存，請修正後再試。
entry-confirmed = 已確認沒有打錯：{ $what }
entry-not-taken = 沒有儲存：這段文字被當成表格的小計或附註，請換個寫法。
entry-field-kind = 類型
entry-field-value = 標準值
entry-field-high = 上限
entry-field-good = 良好
entry-field-excellent = 優異
entry-field-window = 期間
entry-field-rolling = 任何連續月份都要達到
entry-field-each_office = 各組室分別判定
entry-field-path = 全年進度
entry-field-from = 起日
entry-field-to = 迄日
entry-field-until = 基準期迄日
entry-field-office = 組室
entry-field-set_by = 由誰訂定
entry-field-written = 依據（寫在哪裡）
entry-field-reason = 理由
entry-field-text = 內容
entry-window = { $months ->
    [1] 每月
    [12] 每年
   *[other] 每 { $months } 個月
}
entry-path = { $path ->
    [season] 依往年各月
   *[other] 平均
}
entry-kind = { $kind ->
    [at_least] 至少
    [at_most] 至多
    [range] 範圍
    [frequency] 次數
    [time_limit] 全部在期限內
    [not_worse_than_last_year] 不比去年差
    [evidence] 具備佐證
   *[tracked] 只追蹤，不判定
}
