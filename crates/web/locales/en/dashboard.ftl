dashboard-heading = Overview
dashboard-week = The last seven days
dashboard-what = Figure
dashboard-number = Value
dashboard-figure = { $count }
dashboard-points = Score of the descriptions now
dashboard-points-before = Score of the descriptions a week ago
dashboard-new = New services
dashboard-changed = Changed services
dashboard-gone = Services removed from the catalogue
dashboard-found = New findings
dashboard-mended = Findings no longer there
dashboard-feedback = Feedback
dashboard-mendings = Most valuable fixes
dashboard-mendings-lead = The more points a finding costs and the more residents its description reaches, the more its fix is worth.
dashboard-no-mendings = No finding is in a description that reaches residents.
dashboard-reach = Residents reached
dashboard-worth = Value (points × residents)
dashboard-mend = How to fix it
dashboard-corners = Gaps on the map
dashboard-corners-lead = { $name }: municipalities that have no local service of a theme. Those where a goal is missed come first, the largest goals before the others. Among equals, those whose theme has no county-wide service either come first, and then the largest municipalities.
dashboard-corners-count = { $count ->
    [one] { $count } gap
   *[other] { $count } gaps
}
dashboard-no-corners = There are no gaps, or the coverage has not been counted yet.
dashboard-all-corners = All { $count } gaps
dashboard-map = The coverage as a table
dashboard-inhabitants = Residents
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
dashboard-oldest = Oldest change
dashboard-last-changed = Last changed
dashboard-kind = Kind
dashboard-kind-service = Service
dashboard-kind-channel = Service channel
dashboard-kind-organisation = Organisation
dashboard-mendings-count = { $count ->
    [one] The most valuable fix
   *[other] The { $count } most valuable fixes
}
dashboard-mendings-cut = The table has the { $count } most valuable fixes. There are { $most } findings in all.
dashboard-stale-lead-counties = A description is outdated when nobody has changed or confirmed it for longer than its county allows.
dashboard-stale-of = Outdated descriptions: { $name }
dashboard-stale-nobody = These descriptions have no list of their own.
