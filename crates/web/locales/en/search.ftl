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
search-place-understood = We assumed that you are looking for services in { $name }.
search-place-unknown = We do not know a municipality called “{ $name }”. We show services in all municipalities. You can choose one from the list.
search-postal-place = Postal code { $code } belongs to { $name }. We show the services that you can get there.
search-postal-other = Postal code { $code } belongs to { $name }. We still show the services of the municipality that you chose ({ $chosen }).
search-postal-unknown = We do not know the postal code { $name }. Check it, or choose a municipality from the list.
search-fit-all = The best results match everything you wrote.
search-fit-most = No service matches all of your words. The best results match most of them.
search-fit-need = We understood that this is about: { $name }. These services may help.
search-fit-near = We found no service that matches your search directly. These are close to it in meaning.
search-nothing = We found no service that fits your search
search-nothing-advice = Try another or a more general word, check the spelling, or remove filters.
search-nothing-themes = Browse services by theme
search-neighbours = Neighbouring municipalities have services that fit:
help-heading = Ask for advice
search-without = Search without the filter { $name }
search-near = These are not what you searched for, but they may be related
search-total = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
search-range = (showing { $first }–{ $last })
search-by-municipality = Municipality
search-more-municipalities = Show other municipalities
search-phone = Tel.

search-why = Why this?
reason-exact = Your word “{ $word }” is in the service’s details.
reason-inflected = Your word “{ $word }” is in the service’s details in another form: “{ $by }”.
reason-mended = We took “{ $word }” to mean “{ $by }”, which is in the service’s details.
reason-begun = The service’s details have the word “{ $by }”, which begins with “{ $word }”.
reason-joined = Your word “{ $word }” and the one next to it are “{ $by }” when written together. That is in the service’s details.
reason-derived = The service’s details have the word “{ $by }”, which “{ $word }” comes from.
reason-taught = A search for “{ $word }” also looks for “{ $by }”, which is in the service’s details.
reason-part = The service’s details have “{ $by }”, which is part of your word “{ $word }”.
reason-need = The service may help with: { $name }.

report-heading = Is a service missing that should be here?
report-text = Your report is anonymous. We see your search words only after several people have searched for the same thing.
report-button = Report a missing service
report-thanks = Thank you for your report
report-taken = We now know that a service is missing. Reports help us see which services the area lacks.

crisis-heading = Do you need help right now?
crisis-name-emergency = Emergency number
crisis-when-emergency = Call if someone is in danger or needs help at once.
crisis-name-medical = Medical Helpline
crisis-when-medical = Call if you need help urgently and do not know who to contact.

suggest-list = Search suggestions
suggest-none = No suggestions.
suggest-one = 1 suggestion. Use the arrow keys to browse.
suggest-several = { $name } suggestions. Use the arrow keys to browse.
suggest-kind-need = Topic
suggest-kind-service = Service
suggest-kind-theme = Theme
suggest-kind-provider = Provider
suggest-kind-place = Place

paging-label = Pages
paging-previous = Previous page
paging-next = Next page
paging-page = Page { $count }
