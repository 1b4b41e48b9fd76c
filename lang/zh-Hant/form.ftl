form-missing = ［無資料］
form-no-cases = 無案件
form-same = 持平
form-up = 增加 { $by }
form-down = 減少 { $by }
form-span = { $start }至 { $end }
form-own-cut-off = （截至 { $day }）
form-title = { $ministry } { $year } 年度提升服務品質自行評核項目及結果說明
form-agency = 機關名稱：{ $agency }
form-as-of = 資料截止日期：{ $day }
form-signed = 定稿：第 { $number } 版，{ $who } 於 { $day } 簽核
form-demo = 含展示用合成資料，不是實際統計。
form-head-item = 評核項目
form-head-indicator = 評核指標
form-head-standard = 次評核指標／參考標準
form-head-result = 評核結果說明
form-about = 自行評核表：評核項目、評核指標、參考標準與評核結果說明，共 { $count } 列
form-state-evidence_missing = 缺佐證
form-state-figure_missing = 缺數字
form-state-changed = 數字有變動
form-state-not_reviewed = 尚未檢視
form-state-written = 已撰寫
form-state-fresh = 數字最新
form-why-no-evidence = 在本列截止日當天沒有有效的佐證。
form-why-ended = 最近的佐證已於 { $day } 到期。
form-why-carried = 沿用去年的佐證還沒有確認，確認後才算數。
form-why-changed = 存檔之後有數字變動，請再看一次。
form-why-default = 目前是內建文字，請主責組室檢視後存檔。
form-why-earlier = 目前沿用先前年度的文字，請主責組室檢視後存檔。
form-why-none = 還沒有內容。
form-why-review = 佐證的複查日 { $day } 已過。
placeholder-unknown = 沒有「{ $found }」這個指標{ $count ->
    [0] 。
   *[other] ，是不是 { $near }？
}
    .expected = 指標的名稱或代碼，例如 {"{"}人民陳情受理件數{"}"}；可從「插入數字」清單挑選
placeholder-option = { $name } 後面的「{ $found }」看不懂。可以寫：{ $known }。
    .expected = 可以寫：{ $known }
placeholder-brace = 「{ $near }」附近的大括號 { $found } 沒有成對；要印出大括號本身請寫兩個。
    .expected = 成對的大括號
figure-no-level = 佐證沒有註明等級。
figure-no-standard = 這項指標沒有訂定可以印出的標準值。
figure-no-prior = 沒有去年同期的數值可以比較。
figure-no-parts = 這個數字沒有分子或分母可以帶入。
innovations-none = 還沒有 { $roc } 年（{ $year }）的創新服務清單。
form-source-what = { $name }，{ $period }
form-source-parts = 分子 { $numerator }、分母 { $denominator }
form-source-files = 檔案：{ $files }
form-source-version = 資料版本：第 { $version } 版
form-source-list = 創新服務清單，{ $count } 項
form-row-unknown = 沒有代碼「{ $found }」這一列。
    .expected = 範本裡已填好的代碼
form-office-other = 這一列由{ $office }主責，不是 { $found }。
    .expected = { $office }
form-message = 評核結果：{ $standard }
form-message-signed = 定稿第 { $number } 版，資料截至 { $day }，{ $who }簽核
row-overtaken = 您編輯的時候，另一個人已存了這一列；兩邊的內容都還在，請看過再決定。
placeholder-part = 「{ $name }」沒有「{ $part }」可以帶入；可以寫：{ $known }。
    .expected = 這個數字有的部分：{ $known }
placeholder-backwards = 「自 { $start } 至 { $end }」的起日在迄日之後；請對調，跨年的話請連年度一起寫。
    .expected = 起日不晚於迄日
figure-no-office = 沒有「{ $found }」這個組室{ $count ->
    [0] ；請看組室表裡的名稱。
   *[other] ，是不是 { $near }？
}
form-source-against = 與 { $period } 比較
form-other-year = { $day } 不在 { $year } 之內。評核表的截止日請用這一年度的日子。
row-other-year = 本列截止日 { $day } 不在 { $start } 到 { $end } 之內，請改用這段期間的日子。
