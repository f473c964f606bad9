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
sign-out = Kirjaudu ulos
no-sign-in-title = Koordinaattorin sivut eivät ole käytössä
no-sign-in-text = Tällä sivustolla ei ole otettu käyttöön koordinaattorin kirjautumista. Ylläpito ottaa sen käyttöön asettamalla salasanan.
signed-out-title = Et ole enää kirjautunut
signed-out-text = Kirjautumisesi on päättynyt, eikä muutosta tallennettu. Kirjaudu toisella välilehdellä, palaa sitten edelliselle sivulle ja lähetä lomake uudelleen.
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
