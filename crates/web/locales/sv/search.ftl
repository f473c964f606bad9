home-title = { $name } – tjänster som stöder välbefinnandet
home-description = Sök tjänster som stöder välbefinnandet i ditt område: offentliga tjänster, föreningarnas verksamhet och företagens tjänster.
home-heading = Vilken tjänst söker du?
home-lead = Hitta hjälp, stöd och saker att göra nära dig.
home-themes = Bläddra enligt tema
home-theme-count = { $count ->
    [0] Inga tjänster ännu
    [one] { $count } tjänst
   *[other] { $count } tjänster
}
home-total = { $count ->
    [one] På servicebrickan finns { $count } tjänst.
   *[other] På servicebrickan finns { $count } tjänster.
}

search-label = Sökning av tjänster
search-words = Skriv vad du söker
search-municipality = Kommun
search-everywhere = Alla kommuner
search-button = Sök
search-heading = Sökning: { $name }
search-heading-all = Alla tjänster
search-chosen = Valda avgränsningar
search-remove = ta bort avgränsningen
search-place-understood = Vi tolkade din sökning så att du söker tjänster på orten { $name }.
search-widened = Ingen tjänst motsvarar alla dina sökord. Vi visar de tjänster som motsvarar flest av dem.
search-nothing = Inga tjänster hittades
search-nothing-advice = Prova ett annat eller mer allmänt ord, kontrollera stavningen eller ta bort avgränsningar.
search-nothing-themes = Bläddra bland tjänsterna enligt tema
search-total = { $count ->
    [one] { $count } tjänst
   *[other] { $count } tjänster
}
search-range = (visar { $first }–{ $last })
search-to-filters = Avgränsa resultaten
search-filters = Avgränsa resultaten
search-by-theme = Tema
search-by-municipality = Kommun
search-more-municipalities = Visa övriga kommuner
search-phone = Tfn

paging-label = Sidor
paging-previous = Föregående sida
paging-next = Nästa sida
paging-page = Sida { $count }
