provider-lead = Tällä sivulla näette, mitä palvelukuvauksissanne kannattaa korjata ensin ja mitä asukkaat ovat niistä kertoneet.
provider-until = Linkki toimii { $name } asti.
provider-secret = Sivun näkee jokainen, jolla on tämän sivun osoite, joten älkää antako sitä ulkopuolisille.
provider-descriptions = Kuvauksenne sellaisina kuin asukkaat näkevät ne
provider-descriptions-lead = Avatkaa kuvaus ja lukekaa se asukkaan silmin. Jos se pitää paikkansa, vahvistakaa se oikeaksi: päivä näkyy palvelun sivulla. Vahvistus poistuu, kun kuvaus muuttuu.
provider-services-count = { $count ->
    [0] Teillä ei ole vielä yhtään julkaistua palvelua.
    [one] { $count } palvelu.
   *[other] { $count } palvelua.
}
provider-reports = Asukkaat ovat kertoneet virheistä
provider-reports-lead = Nämä tiedot ovat asukkaiden mukaan väärin. Kun korjaatte tiedon, asukas saa siitä viestin, jos hän jätti sähköpostiosoitteensa.
provider-findings = { $count ->
    [0] Ei korjattavaa
    [one] { $count } korjattava
   *[other] { $count } korjattavaa
}
provider-findings-lead = Ensin ovat ne, jotka koskevat eniten asukkaita ja vievät eniten pisteitä.
provider-searched = Mitä lähellänne on etsitty
provider-searched-lead = Puolen vuoden aikana tehdyt haut, joihin ei löytynyt hyvää vastausta palvelujenne alueella ja aiheista. Kerromme vain määriä, ja näytämme haun vasta, kun se on tehty vähintään viisi kertaa.
provider-searched-none = Yhtään hakua ei ole tehty viittä kertaa.
provider-searched-anywhere = Koko maa
provider-confirmed = Tarjoaja vahvisti oikeaksi { $name }
confirm-right = Kuvaus on yhä oikein
confirm-take-back = Peru vahvistus
confirm-changed = Kuvaus ehti muuttua, kun katsoitte sitä, eikä vahvistusta tallennettu. Lukekaa kuvaus uudelleen ja vahvistakaa se sitten.
mend-where = Korjataan täällä:
mend-in-service = Palvelutietovaranto (PTV) › Palvelut › { $name } › Muokkaa › { $version } › { $field }
mend-in-channel = Palvelutietovaranto (PTV) › Asiointikanavat › { $name } › Muokkaa › { $version } › { $field }
mend-in-connection = Palvelutietovaranto (PTV) › Palvelut › { $name } › Asiointikanavien liitokset › liitoksen tiedot › { $version } › { $field }
mend-in-organisation = Palvelutietovaranto (PTV) › Organisaatiot › { $name } › Muokkaa › { $version } › { $field }
mend-every-version = Kaikki kieliversiot
mend-lahella = Jos ilmoitatte toiminnastanne Lähellä.fi-palvelussa, korjatkaa tieto siellä oman ilmoituksenne muokkauksessa, samannimisessä kohdassa. Tieto siirtyy sieltä Palvelutietovarantoon, ei toisin päin.
mend-reach = { $count ->
    [one] Koskee { $count } asukasta
   *[other] Koskee { $count } asukasta
}
digest-heading = Kooste sähköpostiin
digest-lead = Lähetämme tärkeimmät korjattavat ja linkin tälle sivulle. Viestiä ei lähetetä, jos korjattavaa ei ole. Osoite on vain tätä varten, ja voitte poistaa sen milloin vain.
digest-email = Sähköpostiosoite
digest-email-hint = Mieluiten yhteinen osoite, jota luetaan lomienkin aikana.
digest-rhythm = Kuinka usein kooste lähetetään
digest-rhythm-weekly = Enintään kerran viikossa
digest-rhythm-monthly = Enintään kerran kuukaudessa
digest-rhythm-never = Ei lähetetä
digest-no-address = Sähköpostiosoite ei ole oikein. Kirjoittakaa se muodossa nimi@esimerkki.fi.
digest-missing-address = Kirjoittakaa sähköpostiosoite, tai valitkaa, ettei koostetta lähetetä.
digest-saved-weekly = Tallennettu. Kooste lähetetään enintään kerran viikossa.
digest-saved-monthly = Tallennettu. Kooste lähetetään enintään kerran kuukaudessa.
digest-saved-never = Tallennettu. Koostetta ei lähetetä, eikä osoitetta säilytetä.
digest-end-heading = Koosteen lopettaminen
digest-end = Kun painat nappia, emme enää lähetä koostetta ja poistamme sähköpostiosoitteen.
digest-end-button = Lopeta viestit
digest-ended-heading = Koostetta ei enää lähetetä
digest-ended = Poistimme sähköpostiosoitteen. Linkki kuvauksiinne toimii yhä määräaikansa loppuun.
no-provider-link-title = Linkki ei enää toimi
no-provider-link-text = Linkki ei johda mihinkään. Pyytäkää uusi linkki hyvinvointialueelta.
links-heading = Toimijan linkit
links-lead = Linkillä organisaatio näkee omat kuvauksensa ja korjattavansa ilman tunnuksia. Antakaa linkki vain organisaation kuvauksista vastaavalle.
links-made = Linkki on valmis
links-made-once = Kopioi osoite nyt: sitä ei voi nähdä uudelleen, sillä emme säilytä sitä. Jos osoite katoaa, tee uusi linkki.
links-make = Tee linkki
links-validity = Voimassa
links-days = { $count ->
    [one] { $count } päivä
   *[other] { $count } päivää
}
links-language = Viestien ja sivun kieli
links-no-mail = Sähköpostia ei ole otettu käyttöön, joten koosteita ei voi lähettää.
links-all = Tehdyt linkit
links-none = Linkkejä ei ole vielä tehty.
links-open = Voimassa { $name } asti
links-expired = Päättyi { $name }
links-revoked = Mitätöity { $name }
links-made-by = Tehnyt { $name } { $day }
links-no-digest = Koostetta ei lähetetä
links-digest-sent = viimeksi { $name }
links-renew = Uusi tästä päivästä
links-revoke = Mitätöi
links-too-many = Organisaatiolla on jo niin monta voimassa olevaa linkkiä kuin saa olla. Mitätöi ensin jokin niistä.
