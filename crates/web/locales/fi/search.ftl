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
search-place-unknown = Emme tunne kuntaa ”{ $name }”. Näytämme palvelut kaikista kunnista. Voit valita kunnan luettelosta.
search-postal-place = Postinumero { $code } kuuluu kuntaan { $name }. Näytämme palvelut, joita siellä saa.
search-postal-other = Postinumero { $code } kuuluu kuntaan { $name }. Näytämme kuitenkin valitsemasi kunnan palvelut ({ $chosen }).
search-postal-unknown = Emme tunne postinumeroa { $name }. Tarkista numero tai valitse kunta luettelosta.
search-fit-all = Parhaat tulokset vastaavat koko hakuasi.
search-fit-most = Mikään palvelu ei vastaa kaikkia hakusanojasi. Parhaat tulokset vastaavat useimpia niistä.
search-fit-need = Tulkitsimme, että kyse on tästä: { $name }. Näistä palveluista voi olla apua.
search-fit-near = Emme löytäneet palvelua, joka vastaisi hakuasi suoraan. Nämä ovat merkitykseltään lähellä sitä.
search-nothing = Emme löytäneet hakuusi sopivaa palvelua
search-nothing-advice = Kokeile toista tai yleisempää sanaa, tarkista kirjoitusasu tai poista rajauksia.
search-nothing-themes = Selaa palveluja teemoittain
search-neighbours = Naapurikunnissa on sopivia palveluja:
help-heading = Kysy neuvoa
search-without = Hae ilman rajausta: { $name }
search-near = Nämä eivät ole sitä, mitä hait, mutta voivat liittyä siihen
search-total = { $count ->
    [one] { $count } palvelu
   *[other] { $count } palvelua
}
search-range = (näytetään { $first }–{ $last })
search-by-municipality = Kunta
search-more-municipalities = Näytä muut kunnat
search-phone = Puh.

search-why = Miksi tämä?
reason-exact = Hakusana ”{ $word }” on palvelun tiedoissa.
reason-inflected = Hakusana ”{ $word }” on palvelun tiedoissa toisessa muodossa: ”{ $by }”.
reason-mended = Arvelimme, että ”{ $word }” tarkoittaa sanaa ”{ $by }”. Se on palvelun tiedoissa.
reason-begun = Palvelun tiedoissa on sana ”{ $by }”, joka alkaa kuten ”{ $word }”.
reason-joined = Hakusana ”{ $word }” ja sen viereinen sana ovat yhteen kirjoitettuna ”{ $by }”. Se on palvelun tiedoissa.
reason-derived = Palvelun tiedoissa on sana ”{ $by }”, johon hakusana ”{ $word }” perustuu.
reason-taught = Hakusanalla ”{ $word }” haetaan myös sanalla ”{ $by }”, joka on palvelun tiedoissa.
reason-part = Palvelun tiedoissa on ”{ $by }”, joka on osa hakusanaa ”{ $word }”.
reason-need = Palvelusta voi olla apua, kun kyse on tästä: { $name }.

report-heading = Puuttuuko palvelu, jonka pitäisi olla täällä?
report-text = Ilmoitus on nimetön. Näemme hakusanasi vasta, kun useampi on etsinyt samaa.
report-button = Ilmoita puuttuvasta palvelusta
report-thanks = Kiitos ilmoituksesta
report-taken = Saimme tiedon puuttuvasta palvelusta. Ilmoitukset auttavat meitä huomaamaan, mitä palveluja alueelta puuttuu.

crisis-heading = Tarvitsetko apua heti?
crisis-name-emergency = Hätänumero
crisis-when-emergency = Soita, jos joku on vaarassa tai tarvitsee apua välittömästi.
crisis-name-medical = Päivystysapu
crisis-when-medical = Soita, jos tarvitset kiireellisesti apua etkä tiedä, mihin ottaisit yhteyttä.

suggest-list = Hakuehdotukset
suggest-none = Ei ehdotuksia.
suggest-one = 1 ehdotus. Selaa nuolinäppäimillä.
suggest-several = { $name } ehdotusta. Selaa nuolinäppäimillä.
suggest-kind-need = Aihe
suggest-kind-service = Palvelu
suggest-kind-theme = Teema
suggest-kind-provider = Järjestäjä
suggest-kind-place = Paikka

paging-label = Sivut
paging-previous = Edellinen sivu
paging-next = Seuraava sivu
paging-page = Sivu { $count }
