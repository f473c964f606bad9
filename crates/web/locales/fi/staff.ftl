sign-in-heading = Koordinaattorin kirjautuminen
sign-in-lead = Nämä sivut ovat hyvinvointialueen koordinaattorille. Palvelujen hakuun ei tarvitse kirjautua.
sign-in-error = Et ole vielä kirjautunut
sign-in-name = Nimesi
sign-in-name-hint = Nimi näkyy muille koordinaattoreille siinä, mitä teet.
sign-in-password = Salasana
sign-in-button = Kirjaudu
sign-in-cookie = Kirjautuminen on voimassa kymmenen tuntia. Selaimesi muistaa sen evästeessä, jossa on nimesi.
sign-in-no-name = Kirjoita nimesi.
sign-in-long-name = Nimi on liian pitkä. Siinä saa olla enintään { $count } merkkiä.
sign-in-wrong = Salasana on väärä. Tarkista se ja yritä uudelleen.
sign-in-too-often = Salasanaa on kokeiltu liian monta kertaa. Odota minuutti ja yritä uudelleen.
sign-in-kept = Kirjautumisesi oli päättynyt, kun lähetit lomakkeen. Lomaketta ei tallennettu, mutta kirjoittamasi on tallessa tällä sivulla. Kirjaudu, niin voit lähettää sen uudelleen.
sign-out = Kirjaudu ulos
no-sign-in-title = Koordinaattorin sivut eivät ole käytössä
no-sign-in-text = Tällä sivustolla ei ole otettu käyttöön koordinaattorin kirjautumista. Ylläpito ottaa sen käyttöön asettamalla salasanan.
signed-out-title = Et ole enää kirjautunut
signed-out-text = Kirjautumisesi on päättynyt, eikä muutosta tallennettu. Lomakkeessa oli tiedosto tai niin paljon tietoa, ettei sitä voitu säilyttää. Kirjaudu toisella välilehdellä, palaa sitten edelliselle sivulle ja lähetä lomake uudelleen.
typed-heading = Lähetä kirjoittamasi
typed-lead = Olet taas kirjautunut. Lomaketta, jonka lähetit kirjautumisen päätyttyä, ei ole vielä tallennettu.
typed-send = Lähetä lomake
typed-leave = Siirry koordinaattorin sivuille lähettämättä
staff-ways = Koordinaattorin sivut
week-feedback = Viimeisten seitsemän päivän palaute
week-feedback-count = { $count ->
    [0] Palautetta ei ole tullut.
    [one] { $count } palaute.
   *[other] { $count } palautetta.
}
week-changes = { $count ->
    [one] { $count } muutos
   *[other] { $count } muutosta
}
week-all-imports = Kaikki tuonnit
sign-in-pressed = Kirjautumisesi oli päättynyt, kun painoit painiketta, eikä mitään muutettu. Kirjaudu, niin pääset takaisin sivulle ja voit painaa uudelleen.
typed-fields = Mitä kirjoitit
typed-page = Lomake kuuluu sivuun ”{ $name }”.
