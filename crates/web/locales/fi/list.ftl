list-mine = Oma lista
list-link = Oma lista ({ $count })
list-now = { $count ->
    [one] Listallasi on yksi palvelu.
   *[other] Listallasi on { $count } palvelua.
}
list-add = Lisää listalle
list-on = Listallasi – poista
list-added = Lisätty listallesi:
list-removed = Poistettu listaltasi:
list-cleared = { $count ->
    [one] Poistettu yksi palvelu.
   *[other] Poistettu { $count } palvelua.
}
list-taken = { $count ->
    [0] Kaikki listan palvelut olivat jo omalla listallasi.
    [one] Listallesi lisättiin yksi palvelu.
   *[other] Listallesi lisättiin { $count } palvelua.
}
list-full = Listallesi ei mahdu enempää palveluja. Poista jokin ensin.
list-undo = Kumoa
list-empty = Listallasi ei ole vielä palveluja.
list-begin = Hae palveluja ja paina palvelun kohdalla ”Lisää listalle”. Et tarvitse tunnuksia, eikä kukaan muu näe listaasi. Kun lista on valmis, voit tulostaa sen.
list-begin-sharing = Voit myös antaa sen jollekulle.
list-to-themes = Selaa palveluja teemoittain
list-lead = Lista on vain tässä selaimessa. Jos käytät yhteistä konetta, tyhjennä lista lopuksi.
list-up = Ylemmäs
list-down = Alemmas
list-remove = Poista
list-clear = Tyhjennä lista
list-print = Tulosta
list-today = Tänään { $date }: { $hours }
list-gone = Tätä palvelua ei enää tarjota.
list-unknown = Tuntematon palvelu
list-until = Lista on luettavissa { $name } asti.

give-heading = Jaa lista jollekulle
give-jump = Jaa lista jollekulle
give-text = Saat osoitteen ja QR-koodin, joilla listan voi avata millä tahansa laitteella. Oma listasi säilyy ennallaan.
give-language = Saajan kieli
give-validity = Kuinka kauan lista on luettavissa
give-validity-day = 1 päivä
give-validity-week = 1 viikko
give-validity-month = 1 kuukausi
give-validity-quarter = 3 kuukautta
give-validity-year = 1 vuosi
give-note = Viesti saajalle (ei pakollinen)
give-note-hint = Älä kirjoita nimeä, henkilötunnusta, puhelinnumeroa tai muuta, mistä ihmisen voi tunnistaa. Enintään { $count } merkkiä.
give-button = Jaa lista
give-error-title = Virhe: { $name }
give-error-heading = Viestissä on korjattavaa
give-error = Virhe:
give-too-long = Viestissä on { $count } merkkiä. Lyhennä se enintään { $most } merkkiin.
give-identity-code = Viestissä näyttää olevan henkilötunnus. Listan voi lukea jokainen, jolla on sen osoite, joten henkilötunnusta ei saa kirjoittaa siihen. Poista tunnus ja anna lista uudelleen.
give-email = Viestissä näyttää olevan sähköpostiosoite. Listan voi lukea jokainen, jolla on sen osoite, joten siihen ei saa kirjoittaa ihmisten sähköpostiosoitteita. Poista osoite ja anna lista uudelleen.
give-phone = Viestissä näyttää olevan puhelinnumero. Listan voi lukea jokainen, jolla on sen osoite, joten siihen ei saa kirjoittaa ihmisten numeroita. Poista numero ja anna lista uudelleen. Palvelujen omat numerot näkyvät listalla ilman viestiäkin.

given-heading = Lista on valmis jaettavaksi
given-count = { $count ->
    [one] Listalla on yksi palvelu.
   *[other] Listalla on { $count } palvelua.
}
given-language = Saajan kieli: { $name }.
given-address = Listan osoite
given-qr = QR-koodi, joka avaa listan
given-who = Lue koodi puhelimen kameralla tai kirjoita osoite selaimeen. Jokainen, jolla on osoite, voi lukea listan.
given-ways = Lähetä tai tulosta
given-copy = Kopioi osoite
given-copied = Osoite on kopioitu.
given-not-copied = Kopiointi ei onnistunut. Valitse osoite ja kopioi se itse.
given-mail = Lähetä sähköpostilla
given-sms = Lähetä tekstiviestillä
given-open = Avaa saajan lista
given-leaflet = Näin saaja näkee listan
given-back = Palaa omaan listaasi
given-subject = Lista palveluista sinulle
given-message = Hei! Kokosin sinulle listan palveluista: { $address } Lista on luettavissa { $date } asti.

shared-heading = Sinulle koottu lista
shared-count = { $count ->
    [one] Sinulle on valittu yksi palvelu.
   *[other] Sinulle on valittu { $count } palvelua.
}
shared-note = Viesti sinulle
shared-take = Ota omaksi listaksi
shared-take-text = Voit ottaa listan omaksesi. Silloin voit muuttaa sitä, ja se säilyy tässä selaimessa myös määräajan jälkeen.
shared-take-more = Lisää omalle listallesi
shared-take-more-text = Sinulla on jo oma lista. Voit lisätä nämä palvelut sen loppuun.
shared-again = Avaa lista uudelleen tästä osoitteesta:
shared-created = Lista on tehty { $name }.
no-list-title = Tätä listaa ei löydy
no-list-text = Listan määräaika on voinut päättyä, tai osoitteessa on kirjoitusvirhe. Tarkista osoite, tai pyydä uusi lista siltä, joka antoi sen sinulle.
many-lists-title = Listoja ei voi nyt jakaa
many-lists-text = Listoja on jaettu viime vuorokauden aikana niin monta kuin sivusto ottaa vastaan. Yritä myöhemmin uudelleen. Oma listasi on tallessa. Viesti ei jäänyt talteen: palaa selaimen takaisin-painikkeella, jos haluat kopioida sen.
long-list-title = Lista on liian pitkä PDF-tiedostoksi
long-list-text = Listan palveluista on niin paljon kerrottavaa, ettei se mahdu yhteen tiedostoon. Palaa listaan ja poista siltä palveluja, tai tulosta lista selaimesta.
