filters-heading = Avgränsa resultaten
filters-fold = { $count ->
    [0] Avgränsa resultaten
    [one] Avgränsa resultaten ({ $count } vald)
    *[other] Avgränsa resultaten ({ $count } valda)
}
filters-skip = Gå till sökresultaten
filters-show = Visa resultaten
filters-more-of = Visa fler: { $name }
filters-target-groups = För vem
filters-theme = Tema
filters-any-theme = Alla teman
filters-life-events = Livssituation
filters-languages = Språk i tjänsten
filters-ways = Sätt att få tjänsten
filters-only = Visa bara
filters-providers = Anordnare
filters-counties = Välfärdsområde
filters-nationwide = { $count ->
    [one] Dessutom finns { $count } tjänst som gäller hela landet och som inte ingår i siffrorna.
   *[other] Dessutom finns { $count } tjänster som gäller hela landet och som inte ingår i siffrorna.
}
filters-remove-all = Ta bort alla avgränsningar
way-ServiceLocation = På plats
way-Telephone = Per telefon
way-EService = På nätet
only-free = Avgiftsfria
only-remote = Sådant som sköts per telefon eller på nätet
provider-Municipality = Kommun
provider-Regional = Välfärdsområde eller annan regional organisation
provider-Organisation = Förening, församling eller annan sammanslutning
provider-Company = Företag
provider-State = Staten
chip-language = Språk i tjänsten: { $name }
chip-provider = Anordnare: { $name }
results-loading = Söker…
sort-heading = Ordning
sort-fit = Bästa träffen först
sort-name = Efter namn
result-for = För vem:
opening-always = Alltid öppet
opening-now = Öppet nu
opening-until = Öppet nu, till kl. { $time }
opening-today = Öppnar i dag kl. { $time }
opening-tomorrow = Öppnar i morgon kl. { $time }
opening-monday = Öppnar på måndag kl. { $time }
opening-tuesday = Öppnar på tisdag kl. { $time }
opening-wednesday = Öppnar på onsdag kl. { $time }
opening-thursday = Öppnar på torsdag kl. { $time }
opening-friday = Öppnar på fredag kl. { $time }
opening-saturday = Öppnar på lördag kl. { $time }
opening-sunday = Öppnar på söndag kl. { $time }
opening-date = Öppnar { $date } kl. { $time }
opening-hours = { $begins }–{ $end }
opening-by-appointment = { $name } (med tidsbokning)
afar-own = Tjänster i kommunen { $name }
afar-no-own = Vi hittade ingen tjänst som passar din sökning just i { $name }. Tjänster i hela landet kan vara till hjälp.
afar-nationwide = Tjänster i hela landet
afar-nationwide-text = De här kan du använda oavsett var du bor.
afar-neighbours = Tjänster i grannkommunerna
afar-neighbours-text = Fråga om du kan använda tjänsten fast du inte bor i dess område.
afar-all-in = Alla passande tjänster efter grannkommun:
afar-remote = Distanstjänster på annat håll
afar-remote-text = De här kräver inget besök. Fråga om tjänsten också är öppen för invånare i din kommun.
home-everyone = För vem söker du en tjänst?
home-life-events = Livssituationer
home-place-total = { $count ->
    [one] I kommunen { $name } finns { $count } tjänst.
   *[other] I kommunen { $name } finns { $count } tjänster.
}
shortcut-text = är kortkommandot till sökfältet.
shortcut-off = Stäng av kortkommandot
shortcut-on = Slå på kortkommandot
