dashboard-heading = Overview
dashboard-week = The last seven days
dashboard-what = What
dashboard-number = Number
dashboard-figure = { $count }
dashboard-points = Score of the descriptions now
dashboard-points-before = Score of the descriptions a week ago
dashboard-new = New services
dashboard-changed = Changed services
dashboard-gone = Services no longer offered
dashboard-found = New findings
dashboard-mended = Findings gone
dashboard-feedback = Feedback
dashboard-mendings = Most valuable fixes
dashboard-mendings-lead = A fix is worth more the more points its finding takes and the more inhabitants its description reaches.
dashboard-no-mendings = There is nothing to fix in the descriptions.
dashboard-all-mendings = All { $count } most valuable fixes
dashboard-reach = Inhabitants reached
dashboard-worth = Value (points × inhabitants)
dashboard-mend = How to fix it
dashboard-corners = Gaps on the map
dashboard-corners-lead = { $name }: municipalities that have no local service of a theme. Those where a goal is missed come first, then those whose theme has no county-wide service either, and of these the largest municipalities first.
dashboard-corners-count = { $count ->
    [one] { $count } gap
   *[other] { $count } gaps
}
dashboard-no-corners = There are no gaps, or the coverage has not been counted yet.
dashboard-all-corners = All { $count } gaps
dashboard-map = The coverage as a table
dashboard-inhabitants = Inhabitants
dashboard-near = In neighbouring municipalities
dashboard-stale = Outdated descriptions
dashboard-stale-lead = A description is outdated when nobody has changed or confirmed it for more than { $count } days.
dashboard-no-stale = There are no outdated descriptions.
dashboard-all-stale = All { $count } organisations with outdated descriptions
dashboard-stale-owners = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
dashboard-stale-descriptions = { $count ->
    [0] No outdated descriptions
    [one] { $count } outdated description
   *[other] { $count } outdated descriptions
}
dashboard-stale-count = Outdated
dashboard-oldest = Oldest changed on
dashboard-last-changed = Last changed
dashboard-kind = Kind
dashboard-kind-service = Service
dashboard-kind-channel = Service channel
dashboard-kind-organisation = Organisation
