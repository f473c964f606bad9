home-title = { $name } – hyvinvointia tukevat palvelut
home-description = Hae alueesi hyvinvointia tukevia palveluja: julkisia palveluja, järjestöjen toimintaa ja yritysten palveluja.
home-heading = Mitä palvelua etsit?
home-lead = Löydä apua, tukea ja tekemistä läheltäsi.
home-themes = Selaa teemoittain
home-theme-count = { $count ->
    [0] Ei vielä palveluja
    [one] { $count } palvelu
   *[other] { $count } palvelua
}
home-total = { $count ->
    [one] Palvelutarjottimella on { $count } palvelu.
   *[other] Palvelutarjottimella on { $count } palvelua.
}

search-label = Palvelujen haku
search-words = Kirjoita, mitä etsit
search-municipality = Kunta
search-everywhere = Kaikki kunnat
search-button = Hae
search-heading = Haku: { $name }
search-heading-all = Kaikki palvelut
search-chosen = Valitut rajaukset
search-remove = poista rajaus
search-place-understood = Tulkitsimme, että etsit palveluja paikkakunnalta { $name }.
search-widened = Yksikään palvelu ei vastaa kaikkia hakusanojasi. Näytämme palvelut, jotka vastaavat niistä useimpia.
search-nothing = Palveluja ei löytynyt
search-nothing-advice = Kokeile toista tai yleisempää sanaa, tarkista kirjoitusasu tai poista rajauksia.
search-nothing-themes = Selaa palveluja teemoittain
search-total = { $count ->
    [one] { $count } palvelu
   *[other] { $count } palvelua
}
search-range = (näytetään { $first }–{ $last })
search-to-filters = Rajaa tuloksia
search-filters = Rajaa tuloksia
search-by-theme = Teema
search-by-municipality = Kunta
search-more-municipalities = Näytä muut kunnat
search-phone = Puh.

paging-label = Sivut
paging-previous = Edellinen sivu
paging-next = Seuraava sivu
paging-page = Sivu { $count }
