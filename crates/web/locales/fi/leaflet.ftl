leaflet-download = Lataa lista PDF-tiedostona
leaflet-own = Oma lista palveluista
leaflet-count = { $count ->
    [one] Listalla on yksi palvelu.
   *[other] Listalla on { $count } palvelua.
}
leaflet-printed = Tulostettu { $name }. Soita ja varmista tiedot ennen käyntiä.
leaflet-do = Mitä teen nyt?
leaflet-by = Palvelun järjestää
leaflet-place = Käyntiosoite
leaflet-hours = Aukiolo
leaflet-always = Auki aina
leaflet-price = Hinta
leaflet-online = Verkossa
leaflet-changed = Tiedot muutettu { $name }
leaflet-again = Avaa lista verkossa: lue koodi puhelimen kameralla tai kirjoita osoite selaimeen.
leaflet-page = Sivu
leaflet-stays = Tiedosto jää laitteellesi. Poista se, jos joku muu käyttää laitetta eikä saa nähdä listaa.
