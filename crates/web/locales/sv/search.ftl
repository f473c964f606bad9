home-title = { $name } – tjänster som stöder välbefinnandet
home-description = Sök tjänster som stöder välbefinnandet i ditt område: offentliga tjänster, föreningarnas verksamhet och företagens tjänster.
home-heading = Vilken tjänst söker du?
home-lead = Hitta hjälp, stöd och saker att göra nära dig.
home-themes = Bläddra efter tema
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
search-place-unknown = Vi känner inte till kommunen ”{ $name }”. Vi visar tjänster i alla kommuner. Du kan välja kommun i listan.
search-postal-place = Postnumret { $code } hör till kommunen { $name }. Vi visar tjänsterna som finns där.
search-postal-other = Postnumret { $code } hör till kommunen { $name }. Vi visar ändå tjänsterna i kommunen som du valde ({ $chosen }).
search-postal-unknown = Vi känner inte till postnumret { $name }. Kontrollera numret eller välj kommun i listan.
search-fit-all = De bästa träffarna motsvarar hela din sökning.
search-fit-most = Ingen tjänst motsvarar alla dina sökord. De bästa träffarna motsvarar de flesta av dem.
search-fit-need = Vi tolkade sökningen så att det gäller: { $name }. De här tjänsterna kan vara till hjälp.
search-fit-near = Vi hittade ingen tjänst som direkt motsvarar din sökning. De här ligger nära den till sin betydelse.
search-nothing = Vi hittade ingen tjänst som passar din sökning
search-nothing-advice = Prova ett annat eller mer allmänt ord, kontrollera stavningen eller ta bort avgränsningar.
search-nothing-themes = Bläddra bland tjänsterna efter tema
search-neighbours = I grannkommunerna finns tjänster som passar:
help-heading = Be om råd
search-without = Sök utan avgränsningen { $name }
search-near = De här är inte det du sökte, men kan ha med saken att göra
search-total = { $count ->
    [one] { $count } tjänst
   *[other] { $count } tjänster
}
search-range = (visar { $first }–{ $last })
search-by-municipality = Kommun
search-more-municipalities = Visa övriga kommuner
search-phone = Tfn

search-why = Varför den här?
reason-exact = Sökordet ”{ $word }” finns i uppgifterna om tjänsten.
reason-inflected = Sökordet ”{ $word }” finns i en annan form i uppgifterna om tjänsten: ”{ $by }”.
reason-mended = Vi antog att du med ”{ $word }” menar ordet ”{ $by }”. Det finns i uppgifterna om tjänsten.
reason-begun = I uppgifterna om tjänsten finns ordet ”{ $by }”, som börjar på samma sätt som ”{ $word }”.
reason-joined = Sökordet ”{ $word }” och ordet intill blir ”{ $by }” när de skrivs ihop. Det finns i uppgifterna om tjänsten.
reason-derived = I uppgifterna om tjänsten finns ordet ”{ $by }”, som sökordet ”{ $word }” är bildat av.
reason-taught = En sökning på ”{ $word }” omfattar också ordet ”{ $by }”, som finns i uppgifterna om tjänsten.
reason-part = I uppgifterna om tjänsten finns ”{ $by }”, som är en del av sökordet ”{ $word }”.
reason-need = Tjänsten kan vara till hjälp när det gäller: { $name }.

report-heading = Saknar du en tjänst som borde finnas här?
report-text = Anmälan är anonym. Vi ser dina sökord först när flera har sökt samma sak.
report-button = Anmäl en tjänst som saknas
report-thanks = Tack för din anmälan
report-taken = Nu vet vi att en tjänst saknas. Anmälningarna hjälper oss att se vilka tjänster som saknas i området.

crisis-heading = Behöver du hjälp genast?
crisis-name-emergency = Nödnumret
crisis-when-emergency = Ring om någon är i fara eller behöver hjälp omedelbart.
crisis-name-medical = Jourhjälpen
crisis-when-medical = Ring om du behöver hjälp snabbt men inte vet vart du ska vända dig.

suggest-list = Sökförslag
suggest-none = Inga förslag.
suggest-one = 1 förslag. Bläddra med piltangenterna.
suggest-several = { $name } förslag. Bläddra med piltangenterna.
suggest-kind-need = Ämne
suggest-kind-service = Tjänst
suggest-kind-theme = Tema
suggest-kind-provider = Anordnare
suggest-kind-place = Ort

paging-label = Sidor
paging-previous = Föregående sida
paging-next = Nästa sida
paging-page = Sida { $count }
