home-title = { $name } – services that support wellbeing
home-description = Find services that support wellbeing in your area: public services, associations' activities and companies' services.
home-heading = What service are you looking for?
home-lead = Find help, support and things to do near you.
home-themes = Browse by theme
home-theme-count = { $count ->
    [0] No services yet
    [one] { $count } service
   *[other] { $count } services
}
home-total = { $count ->
    [one] There is { $count } service on the tray.
   *[other] There are { $count } services on the tray.
}

search-label = Search for services
search-words = Write what you are looking for
search-municipality = Municipality
search-everywhere = All municipalities
search-button = Search
search-heading = Search: { $name }
search-heading-all = All services
search-chosen = Chosen filters
search-remove = remove the filter
search-place-understood = We took it that you are looking for services in { $name }.
search-widened = No service matches all of your words. These match most of them.
search-nothing = No services found
search-nothing-advice = Try another or a more general word, check the spelling, or remove filters.
search-nothing-themes = Browse services by theme
search-total = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
search-range = (showing { $first }–{ $last })
search-to-filters = Narrow the results
search-filters = Narrow the results
search-by-theme = Theme
search-by-municipality = Municipality
search-more-municipalities = Show other municipalities
search-phone = Tel.

paging-label = Pages
paging-previous = Previous page
paging-next = Next page
paging-page = Page { $count }
