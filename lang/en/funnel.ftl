ui-view-funnel = Funnel plot
ui-view-laney = Control chart by n
funnel-subtitle = Funnel plot | by office | { $period }
funnel-axis = n ({ $what })
funnel-axis-plain = n
funnel-whole = Agency
funnel-limit-95 = 95% limit
funnel-limit-998 = 99.8% limit
funnel-side-above = above the range of chance
funnel-side-below = below the range of chance
funnel-side-inside = within the range of chance
funnel-side-few = only { $n }: too few to tell
funnel-summary-above = { $office } has { $value }, above the agency's { $whole } by more than chance explains.
funnel-summary-below = { $office } has { $value }, below the agency's { $whole } by more than chance explains.
funnel-summary-more = { $count ->
    [one] One more office is outside the range.
   *[other] { $count } more offices are outside the range.
 }
funnel-summary-inside = { $count ->
    [one] One office is within the range of chance around the agency's { $whole }.
   *[other] { $count } offices are within the range of chance around the agency's { $whole }; ranking them would mean nothing.
 }
funnel-summary-few = Too few to tell: { $offices }.
funnel-summary-all-few = Every office has too few to tell whether it differs from the agency's { $whole }.
funnel-summary-level = The agency has { $whole } and so has every office: there is no difference to look at.
funnel-note-range = Between the outer dashed lines lies the range of chance: of 1,000 offices just like the agency as a whole, about 998 fall there; the dotted lines hold 95%. The smaller n, the wider the range.
funnel-note-few = Open circles have an n below { $fewest } and are not judged.
funnel-note-concerning = An orange diamond is outside the range, for the worse.
funnel-note-improving = A blue square is outside the range, for the better.
funnel-note-neutral = A violet triangle is outside the range; neither side is better.
funnel-note-left-out = Not drawn (no cases, or n not given): { $offices }.

laney-subtitle = { $chart } | whole months of three years | { $part }
laney-chart-share = p′ chart
laney-chart-per-case = u′ chart
laney-line-centre = Mean
laney-line-lower = Lower limit
laney-line-upper = Upper limit
laney-limits = limits of the month { $lower } to { $upper }
laney-side-above = above the month's upper limit
laney-side-below = below the month's lower limit
laney-summary-inside = The last month ({ $month }) is within its limits (of { $months } months).
laney-summary-above = The last month ({ $month }) is above its upper limit: more than the usual variation.
laney-summary-below = The last month ({ $month }) is below its lower limit: more than the usual variation.
laney-summary-new = Since the way of working changed there are fewer than two months with an n: too few to judge.
laney-summary-level = All { $months } months have the same value; nothing can be told from variation.
laney-summary-none = No month is outside its limits.
laney-summary-earlier = Earlier months outside their limits: { $when }.
laney-note-limits = The limits follow each month's n: the fewer cases, the wider.
laney-note-wider = The months vary about { $times } times as much as chance alone would make them; the limits are widened by as much.
laney-note-narrower = The months vary only { $times } times as much as chance alone would make them; the limits are narrowed by as much.
laney-note-same = The months vary about as much as chance alone would make them.
laney-note-concerning = An orange diamond is outside the limits, for the worse.
laney-note-improving = A blue square is outside the limits, for the better.
laney-note-neutral = A violet triangle is outside the limits; neither side is better.
laney-note-left-out = { $count ->
    [one] One month without cases or without an n is not drawn.
   *[other] { $count } months without cases or without an n are not drawn.
 }
