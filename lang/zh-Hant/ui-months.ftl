ui-page-months = 各月一覽
ui-months-views = 看什麼
ui-months-view-status = 是否達標
ui-months-view-change = 與去年同月
ui-months-all = 各項指標的每個月
ui-months-year = 全年
ui-months-until = 至 { $day } 日
ui-months-none = 這些條件下沒有可以逐月看的指標。放寬構面或組室的篩選即可看到其他指標。
ui-months-left-out = 另有 { $count } 項這一年都不適用於{ $office }（多半以全機關統計），沒有列出。

ui-months-missed = { $count ->
    [0] 有標準的 { $judged } 項，沒有任何一個月未達標。
    [1] 有標準的 { $judged } 項裡，只有「{ $name }」有月份未達標，共 { $most } 個月。
   *[other] 有標準的 { $judged } 項裡，{ $count } 項有月份未達標，合計 { $months } 個月；{ $tied ->
        [1] 最多的是「{ $name }」，有 { $most } 個月
       *[other] 最多的 { $tied } 項各有 { $most } 個月
    }。
}
ui-months-unjudged = 這些指標這一年都沒有訂標準，各月只追蹤變化。
ui-months-moved = { $worse ->
    [0] 與去年同月相比，變好 { $better } 次，沒有變差的（每項每月算一次）。
   *[other] 與去年同月相比，變好 { $better } 次、變差 { $worse } 次（每項每月算一次）；{ $tied ->
        [1] 最常變差的是「{ $name }」，有 { $most } 個月
       *[other] 最常變差的 { $tied } 項各有 { $most } 個月
    }。
}
ui-months-unmoved = 這些指標這一年沒有分得出好壞的變化。

ui-months-when = { $year } { $month }
ui-months-when-open = { $year } { $month }（未滿月，至 { $day }）
ui-months-when-part = { $year } { $month }（只有 { $days } 的資料）
ui-months-when-year = { $year }全年
ui-months-when-to-date = { $year }年初至 { $day }
ui-months-held = 當月沒有新數字，沿用 { $day } 的。
ui-months-status = { $status }：{ $reason }
ui-months-prior = { $same ->
    [1] 去年同期 { $before }
   *[other] { $day } 為 { $before }
}，{ $moved }。
ui-months-no-change = 兩年之中有一年沒有案件，無法比較。
ui-months-in = 以{ $unit }計
ui-months-points = 百分點

ui-months-legend = 圖例
ui-months-better = 變好
ui-months-worse = 變差
ui-months-neutral = 不分好壞
ui-months-steps = 由淺到深：不到 5%、5% 以上、20% 以上（比率為 1 與 5 個百分點）
ui-months-open = 未滿月
ui-months-carried = 當月沒有新的，沿用先前
ui-months-grey = 灰字：當月沒有新的，沿用先前
ui-months-dash = 無法比較
