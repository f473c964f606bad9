dashboard-heading = Lägesbild
dashboard-week = De senaste sju dagarna
dashboard-what = Vad
dashboard-number = Antal
dashboard-figure = { $count }
dashboard-points = Beskrivningarnas poäng nu
dashboard-points-before = Beskrivningarnas poäng för en vecka sedan
dashboard-new = Nya tjänster
dashboard-changed = Ändrade tjänster
dashboard-gone = Tjänster som har försvunnit
dashboard-found = Nya fynd
dashboard-mended = Fynd som har försvunnit
dashboard-feedback = Respons
dashboard-mendings = De viktigaste korrigeringarna
dashboard-mendings-lead = En korrigering är viktigare ju fler poäng fyndet tar och ju fler invånare beskrivningen når.
dashboard-no-mendings = Det finns inga beskrivningar att korrigera.
dashboard-all-mendings = Alla { $count } viktigaste korrigeringar
dashboard-reach = Invånare som beskrivningen når
dashboard-worth = Värde (poäng × invånare)
dashboard-mend = Så här korrigeras det
dashboard-corners = Luckor på kartan
dashboard-corners-lead = { $name }: kommuner som saknar lokala tjänster inom något tema. Först står de där målet inte nås, sedan de vars tema inte heller har någon tjänst för hela området, och av dem först de största kommunerna.
dashboard-corners-count = { $count ->
    [one] { $count } lucka
   *[other] { $count } luckor
}
dashboard-no-corners = Det finns inga luckor, eller så har täckningen inte räknats ännu.
dashboard-all-corners = Alla { $count } luckor
dashboard-map = Täckningen som tabell
dashboard-inhabitants = Invånare
dashboard-near = I grannkommunerna
dashboard-stale = Föråldrade beskrivningar
dashboard-stale-lead = En beskrivning är föråldrad när ingen har ändrat eller bekräftat den på mer än { $count } dagar.
dashboard-no-stale = Det finns inga föråldrade beskrivningar.
dashboard-all-stale = Alla { $count } organisationer med föråldrade beskrivningar
dashboard-stale-owners = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisationer
}
dashboard-stale-descriptions = { $count ->
    [0] Inga föråldrade beskrivningar
    [one] { $count } föråldrad beskrivning
   *[other] { $count } föråldrade beskrivningar
}
dashboard-stale-count = Föråldrade
dashboard-oldest = Den äldsta ändrad
dashboard-last-changed = Senast ändrad
dashboard-kind = Typ
dashboard-kind-service = Tjänst
dashboard-kind-channel = Servicekanal
dashboard-kind-organisation = Organisation
