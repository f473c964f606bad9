filters-heading = Narrow the results
filters-fold = { $count ->
    [0] Narrow the results
   *[other] Narrow the results ({ $count } chosen)
}
filters-skip = Skip to the results
filters-show = Show results
filters-more-of = Show more: { $name }
filters-target-groups = For whom
filters-theme = Theme
filters-any-theme = All themes
filters-life-events = Life situation
filters-languages = Language of the service
filters-ways = How you get it
filters-only = Show only
filters-providers = Provider
filters-counties = Wellbeing services county
filters-nationwide = { $count ->
    [one] On top of these figures, { $count } service is available in the whole country.
   *[other] On top of these figures, { $count } services are available in the whole country.
}
filters-remove-all = Remove all filters
way-ServiceLocation = In person
way-Telephone = By phone
way-EService = Online
only-free = Free of charge
only-remote = Can be done by phone or online
provider-Municipality = Municipality
provider-Regional = Wellbeing services county or other regional organisation
provider-Organisation = Association, parish or other body
provider-Company = Company
provider-State = State
chip-language = Language of the service: { $name }
chip-provider = Provider: { $name }
results-loading = Searching…
sort-heading = Order
sort-fit = Best match first
sort-name = By name
result-for = For:
opening-always = Always open
opening-now = Open now
opening-until = Open now until { $time }
opening-today = Opens today at { $time }
opening-tomorrow = Opens tomorrow at { $time }
opening-monday = Opens on Monday at { $time }
opening-tuesday = Opens on Tuesday at { $time }
opening-wednesday = Opens on Wednesday at { $time }
opening-thursday = Opens on Thursday at { $time }
opening-friday = Opens on Friday at { $time }
opening-saturday = Opens on Saturday at { $time }
opening-sunday = Opens on Sunday at { $time }
opening-date = Opens on { $date } at { $time }
opening-hours = { $begins }, closes at { $end }
opening-by-appointment = { $name } (by appointment)
afar-own = Services in { $name }
afar-no-own = We found no service offered specifically in { $name } that fits your search. Services for the whole country may help.
afar-nationwide = Services for the whole country
afar-nationwide-text = You can use these wherever you live.
afar-neighbours = Services in neighbouring municipalities
afar-neighbours-text = Ask whether you can use the service if you do not live in its area.
afar-all-in = All services that fit, by neighbouring municipality:
afar-remote = Remote services from elsewhere
afar-remote-text = You need not go anywhere for these. Ask whether they also serve people in your municipality.
home-everyone = Who is the service for?
home-life-events = Life situations
home-place-total = { $count ->
    [one] { $count } service is available in { $name }.
   *[other] { $count } services are available in { $name }.
}
shortcut-text = is the shortcut key to the search box.
shortcut-off = Turn the shortcut off
shortcut-on = Turn the shortcut on
