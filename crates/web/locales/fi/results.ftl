filters-heading = Rajaa tuloksia
filters-fold = { $count ->
    [0] Rajaa tuloksia
   *[other] Rajaa tuloksia ({ $count } valittu)
}
filters-skip = Siirry hakutuloksiin
filters-show = Näytä tulokset
filters-more-of = Näytä lisää: { $name }
filters-target-groups = Kenelle
filters-theme = Teema
filters-any-theme = Kaikki teemat
filters-life-events = Elämäntilanne
filters-languages = Palvelun kieli
filters-ways = Asiointitapa
filters-only = Näytä vain
filters-providers = Järjestäjä
filters-counties = Hyvinvointialue
filters-nationwide = { $count ->
    [one] Lisäksi tarjolla on { $count } koko maan palvelu, joka ei ole mukana luvuissa.
   *[other] Lisäksi tarjolla on { $count } koko maan palvelua, jotka eivät ole mukana luvuissa.
}
filters-remove-all = Poista kaikki rajaukset
way-ServiceLocation = Paikan päällä
way-Telephone = Puhelimitse
way-EService = Verkossa
only-free = Maksuttomat
only-remote = Puhelimitse tai verkossa hoituvat
provider-Municipality = Kunta
provider-Regional = Hyvinvointialue tai muu alueellinen organisaatio
provider-Organisation = Järjestö, seurakunta tai muu yhteisö
provider-Company = Yritys
provider-State = Valtio
chip-language = Palvelun kieli: { $name }
chip-provider = Järjestäjä: { $name }
results-loading = Haetaan…
sort-heading = Järjestys
sort-fit = Osuvin ensin
sort-name = Nimen mukaan
result-for = Kenelle:
opening-always = Auki aina
opening-now = Auki nyt
opening-until = Auki nyt, klo { $time } asti
opening-today = Avautuu tänään klo { $time }
opening-tomorrow = Avautuu huomenna klo { $time }
opening-monday = Avautuu maanantaina klo { $time }
opening-tuesday = Avautuu tiistaina klo { $time }
opening-wednesday = Avautuu keskiviikkona klo { $time }
opening-thursday = Avautuu torstaina klo { $time }
opening-friday = Avautuu perjantaina klo { $time }
opening-saturday = Avautuu lauantaina klo { $time }
opening-sunday = Avautuu sunnuntaina klo { $time }
opening-date = Avautuu { $date } klo { $time }
opening-hours = { $begins }–{ $end }
opening-by-appointment = { $name } (ajanvarauksella)
afar-own = Palvelut kunnassa: { $name }
afar-no-own = Emme löytäneet hakuusi sopivaa palvelua, jota tarjottaisiin juuri tässä kunnassa: { $name }. Koko maan palveluista voi olla apua.
afar-nationwide = Koko maan palvelut
afar-nationwide-text = Näitä voit käyttää, asuitpa missä tahansa.
afar-neighbours = Naapurikuntien palvelut
afar-neighbours-text = Kysy palvelusta itsestään, voitko käyttää sitä, jos et asu sen alueella.
afar-all-in = Kaikki sopivat palvelut naapurikunnittain:
afar-remote = Etäpalvelut muualta
afar-remote-text = Näihin ei tarvitse lähteä paikan päälle. Kysy, palvellaanko myös sinun kuntasi asukkaita.
home-everyone = Kenelle etsit palvelua?
home-life-events = Elämäntilanteita
home-place-total = { $count ->
    [one] { $name }: { $count } palvelu.
   *[other] { $name }: { $count } palvelua.
}
shortcut-text = on pikanäppäin hakukenttään.
shortcut-off = Poista pikanäppäin käytöstä
shortcut-on = Ota pikanäppäin käyttöön
