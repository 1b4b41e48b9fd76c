status-met = 達標
status-not_met = 未達標
status-at_risk = 注意
status-tracked = 追蹤
status-no_cases = 無案件
status-no_data = 尚無資料
status-not_applicable = 不適用
status-evidence_missing = 缺佐證
tracked = 未訂參考標準，只追蹤變化。
no-cases = { $period } 有資料，但沒有案件。
at-least-met = 高於或等於標準 { $bound }。
at-least-missed = 低於標準 { $bound } 達 { $gap }。
at-most-met = 未超過標準 { $bound }。
at-most-missed = 高於標準 { $bound } 達 { $gap }。
range-met = 在標準範圍 { $low } 至 { $high } 之內。
range-missed = 超出標準範圍 { $low } 至 { $high } 達 { $gap }。
time-limit-met = { $n } 件全部在期限內。
time-limit-missed = { $n } 件中有 { $late } 件超過期限。
reason-reckoned = { $reason }有些期限在 { $day } 以後，還沒有那一年的辦公日曆，先按週一至週五推算。
last-year-missing = 沒有去年同期的數值可以比較。
last-year-held = { $same ->
    [1] 不比去年同期的 { $prior } 差。
   *[other] 不比 { $day } 的 { $prior } 差。
}
last-year-worse = { $same ->
    [1] 比去年同期的 { $prior } 差 { $gap }。
   *[other] 比 { $day } 的 { $prior } 差 { $gap }。
}
frequency-met = 已結束的 { $count } 期都達到次數。
frequency-open = 本期已有 { $count }，需 { $need }，到 { $day } 為止{ $earlier ->
    [0] 。
   *[other] ；先前各期都達到次數。
}
frequency-open-offices = 本期還缺 { $offices }，到 { $day } 為止{ $earlier ->
    [0] 。
   *[other] ；先前各期都達到次數。
}
frequency-open-all-offices = 本期各組室都已達到次數（到 { $day } 為止）{ $earlier ->
    [0] 。
   *[other] ，先前各期也都達到。
}
frequency-missed = { $gaps ->
    [0] 有 { $count } 期未達次數：{ $windows }。
   *[other] 有 { $count } 期未達次數：{ $windows }；另有 { $gaps } 期沒有送齊資料：{ $unknown }。
}
frequency-missed-offices = { $gaps ->
    [0] 有 { $count } 期未達次數：{ $windows }；最近未達的一期缺 { $offices }。
   *[other] 有 { $count } 期未達次數：{ $windows }；最近未達的一期缺 { $offices }。另有 { $gaps } 期沒有送齊資料：{ $unknown }。
}
frequency-unknown = 有 { $gaps } 期沒有送齊資料，無法判定：{ $unknown }。
frequency-unknown-offices = 有 { $gaps } 期沒有送齊資料，無法判定：{ $unknown }；最近的一期還不知道 { $offices } 的次數。
sum-lacks = { $judged ->
    [1] 合計缺 { $offices } 的數字，不判定是否達標。
   *[other] 合計缺 { $offices } 的數字。
}
lacks-otherwise = 兩年的合計所含的組室不同（差在 { $offices }），無法比較。
evidence-valid = 佐證有效期間 { $period }。
evidence-ended = 最近的佐證已於 { $day } 到期。
evidence-elsewhere = 這項的佐證由 { $offices } 提供。
evidence-none = 尚未提供佐證。
no-data-yet = 尚未送資料。
no-data-later = 最早的資料是 { $day }。
no-data-covered = 這段期間沒有資料；已有 { $spans }。
no-data-hole = { $period } 的資料不完整，只有 { $spans }。
no-data-edge = { $period } 只涵蓋到部分統計期間，無法拆算；已有 { $spans }。
no-data-stated = 這段期間沒有數字；已有 { $spans }。
ratio-without-n = 有 { $count } 筆比率未附分母，無法合併。
office-not-in-force = { $office } 在 { $period } 並未設立。
agency-only = 這項以全機關統計，沒有組室數字。
no-prior = 沒有 { $period } 的資料可以比較。
not-comparable = { $why }。
stated-none = { $spans } 無數值（「-」）。
stated-partly = { $spans } 之中有月份或組室無數值（「-」），無法加總。
stated-not-yet = { $spans } 的數字尚未公布（「…」）。
stated-not-applicable = { $spans } 不適用（「--」）。
process-common = { $last }在平常的波動範圍內（看了 { $months } 個月）。
process-constant = { $months } 個月的數值都一樣，無法由波動判斷。
process-outside = { $up ->
    [1] { $last }高於平常的波動範圍，不只是隨機起伏。
   *[other] { $last }低於平常的波動範圍，不只是隨機起伏。
}
process-trend = { $apart ->
    [1] { $up ->
        [1] 到 { $last }為止，有案件的 { $months } 個月一路上升，情況正在改變。
       *[other] 到 { $last }為止，有案件的 { $months } 個月一路下降，情況正在改變。
    }
   *[other] { $up ->
        [1] 到 { $last }為止，連續 { $months } 個月一路上升，情況正在改變。
       *[other] 到 { $last }為止，連續 { $months } 個月一路下降，情況正在改變。
    }
}
process-two-of-three = { $apart ->
    [1] { $up ->
        [1] { $first }到 { $last }有案件的三個月，至少有兩個月接近波動上限，可能正在改變。
       *[other] { $first }到 { $last }有案件的三個月，至少有兩個月接近波動下限，可能正在改變。
    }
   *[other] { $up ->
        [1] { $first }到 { $last }的三個月，至少有兩個月接近波動上限，可能正在改變。
       *[other] { $first }到 { $last }的三個月，至少有兩個月接近波動下限，可能正在改變。
    }
}
process-shift = { $apart ->
    [1] { $up ->
        [1] 到 { $last }為止，有案件的 { $months } 個月都高於平均，情況已經改變。
       *[other] 到 { $last }為止，有案件的 { $months } 個月都低於平均，情況已經改變。
    }
   *[other] { $up ->
        [1] 到 { $last }為止，連續 { $months } 個月高於平均，情況已經改變。
       *[other] 到 { $last }為止，連續 { $months } 個月低於平均，情況已經改變。
    }
}
assurance-passing = 照這樣的波動，每個月都會達標。
assurance-failing = 照這樣的波動，每個月都達不到標準，除非改變做法。
assurance-hit-or-miss = 照這樣的波動，有時達標、有時不達標。
standard-none = 未訂標準
standard-at-least = ≥ { $bound }
standard-at-most = ≤ { $bound }
standard-range = { $low } 至 { $high }
standard-frequency = { $months ->
    [1] 每月 ≥ { $bound }
    [12] 每年 ≥ { $bound }
   *[other] 每 { $months } 個月 ≥ { $bound }
}
standard-frequency-each = { $months ->
    [1] 各組室每月 ≥ { $bound }
    [12] 各組室每年 ≥ { $bound }
   *[other] 各組室每 { $months } 個月 ≥ { $bound }
}
standard-time-limit = 全部在期限內
standard-not-worse-than-last-year = 不比去年同期差
standard-evidence = 具備佐證
standard-rolling = { $what }（任何連續 { $months } 個月）
standard-yearly = 全年 { $what }
standard-level = { $level } { $bound }
standard-levels = { $what }（{ $levels }）
level = { $level ->
    [good] 良好
    [excellent] 優異
   *[other] 基本
}
level-highest = 達到「{ $level ->
    [good] 良好
    [excellent] 優異
   *[other] 基本
}」（{ $bound }），已是最高一級。
level-next = 達到「{ $level ->
    [good] 良好
    [excellent] 優異
   *[other] 基本
}」（{ $bound }）；離「{ $next ->
    [good] 良好
   *[other] 優異
}」的 { $next_bound } 還差 { $gap }。
year-reached = 已達全年目標 { $bound }。
year-kept = 全年未超過上限 { $bound }。
year-missed = 全年 { $value }，沒有達到目標 { $bound }。
year-over = 到 { $day } 已有 { $value }，超過全年上限 { $bound }。
year-behind = { $season ->
    [1] 照往年各月的情形，到 { $day } 應有 { $path }，進度落後；其餘 { $months } 個月還要 { $need }（平均每月 { $each }）才達得到全年 { $bound }。
   *[other] 全年平均分配，到 { $day } 應有 { $path }，進度落後；其餘 { $months } 個月還要 { $need }（平均每月 { $each }）才達得到全年 { $bound }。
}
year-ahead = { $season ->
    [1] 照往年各月的情形，到 { $day } 至多 { $path }，已經超出；其餘 { $months } 個月最多再 { $need }（平均每月 { $each }），全年才不會超過 { $bound }。
   *[other] 全年平均分配，到 { $day } 至多 { $path }，已經超出；其餘 { $months } 個月最多再 { $need }（平均每月 { $each }），全年才不會超過 { $bound }。
}
year-on-path = 到 { $day } 應有 { $path }，進度足夠（全年目標 { $bound }）。
year-within-path = 到 { $day } 至多 { $path }，還在範圍內（全年上限 { $bound }）。
process-new = 作業方式自 { $since } 起改變，只有 { $months } 個月，還無法判斷。
whole-only = 標準以全機關判定，組室與類別的數字只追蹤。
