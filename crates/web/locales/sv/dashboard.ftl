dashboard-heading = Lägesbild
dashboard-week = De senaste sju dagarna
dashboard-what = Nyckeltal
dashboard-number = Värde
dashboard-figure = { $count }
dashboard-points = Beskrivningarnas poäng nu
dashboard-points-before = Beskrivningarnas poäng för en vecka sedan
dashboard-new = Nya tjänster
dashboard-changed = Ändrade tjänster
dashboard-gone = Borttagna tjänster
dashboard-found = Nya iakttagelser
dashboard-mended = Iakttagelser som inte längre finns
dashboard-feedback = Respons
dashboard-mendings = De viktigaste korrigeringarna
dashboard-mendings-lead = Ju fler poäng iakttagelsen kostar och ju fler invånare beskrivningen når, desto mer värd är korrigeringen.
dashboard-no-mendings = Ingen iakttagelse gäller en beskrivning som når invånare.
dashboard-reach = Invånare som beskrivningen når
dashboard-worth = Värde (poäng × invånare)
dashboard-mend = Så här korrigeras det
dashboard-corners = Luckor på kartan
dashboard-corners-lead = { $name }: kommuner som saknar lokala tjänster inom något tema. Först står de där målet inte nås, det största målet först. Bland i övrigt lika kommer de vars tema inte heller har någon tjänst för hela området först, och sedan de största kommunerna.
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
dashboard-oldest = Äldsta ändringen
dashboard-last-changed = Senast ändrad
dashboard-kind = Typ
dashboard-kind-service = Tjänst
dashboard-kind-channel = Servicekanal
dashboard-kind-organisation = Organisation
dashboard-mendings-count = { $count ->
    [one] Den viktigaste korrigeringen
   *[other] De { $count } viktigaste korrigeringarna
}
dashboard-mendings-cut = Tabellen innehåller de { $count } viktigaste korrigeringarna. Det finns sammanlagt { $most } iakttagelser.
dashboard-stale-lead-counties = En beskrivning är föråldrad när ingen har ändrat eller bekräftat den under en längre tid än dess välfärdsområde tillåter.
dashboard-stale-of = Föråldrade beskrivningar: { $name }
dashboard-stale-nobody = De här beskrivningarna har ingen egen lista.
