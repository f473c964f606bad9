events-heading = Työpajat ja klinikat
events-lead = Apua palvelujen kuvaamiseen kunnille, järjestöille, seurakunnille ja muille palvelujen järjestäjille. Työpajassa kuvataan palveluja yhdessä, klinikalle tullaan oman kysymyksen kanssa.
events-none = Tulossa ei ole nyt yhtään tapahtumaa.
event-kind = Mikä
event-kind-workshop = Työpaja
event-kind-clinic = Klinikka
event-time = Milloin
event-when = { $day } klo { $starts }–{ $ends }
event-place = Missä
event-remote = Etänä
event-remote-note = Liittymislinkki näkyy omalla ilmoittautumissivullasi, kun sinulla on paikka.
event-remotely = Etäyhteydellä
event-cancelled = Tapahtuma on peruttu
event-cancelled-tag = Peruttu
event-begun = Tapahtumaan ei voi enää ilmoittautua, koska se on alkanut.
event-closed = Ilmoittautuminen on päättynyt.
event-full = Myös jono on täynnä, joten ilmoittautumista ei voitu ottaa vastaan.
event-full-minute = Ilmoittautumisia tulee juuri nyt paljon. Tietosi ovat tallessa tällä sivulla. Odota minuutti ja lähetä ne uudelleen.
event-calendar = Lisää kalenteriin (.ics)
event-materials = Aineistot
event-seats-free = Kaikki mahtuvat mukaan.
event-seats-left = Paikkoja jäljellä: { $count }/{ $most }.
event-seats-none = Tapahtuma on täynnä. Voit ilmoittautua jonoon. Jonossa nyt: { $count }.
event-closes = Ilmoittaudu viimeistään { $name }.
register-heading = Ilmoittaudu
register-error = Ilmoittautumista ei vielä tallennettu
register-name = Nimi
register-organisation = Organisaatio
register-email = Sähköpostiosoite
register-email-hint = Tapahtuman järjestäjä kirjoittaa tähän osoitteeseen, jos jokin muuttuu.
register-why = Tarvitsemme nämä tiedot vain tapahtuman järjestämiseen. Vain järjestäjä näkee ne.
register-kept = Nimesi ja sähköpostiosoitteesi poistetaan viimeistään { $name }. Sen jälkeen jää vain tieto siitä, että organisaatiosi osallistui.
register-button = Ilmoittaudu
register-no-name = Kirjoita nimesi.
register-no-organisation = Kirjoita organisaatiosi nimi.
register-no-email = Kirjoita sähköpostiosoitteesi.
register-bad-email = Tarkista sähköpostiosoite. Sen pitää olla muotoa nimi@esimerkki.fi.
form-error = Tietoja ei vielä tallennettu
form-too-long = Teksti on liian pitkä. Siinä saa olla enintään { $count } merkkiä.
form-personal = Tekstissä näyttää olevan puhelinnumero tai henkilötunnus. Poista se: sitä ei tarvita.
form-no-day = Kirjoita päivä muodossa 10.12.2026.
form-no-address = Kirjoita koko verkko-osoite. Sen alussa pitää olla https://.
form-save = Tallenna
form-back = Palaa tallentamatta
own-seat = Olet ilmoittautunut
own-waiting = Olet jonossa
own-waiting-place = Olet jonossa sijalla { $count }. Vapautuvat paikat annetaan jonon järjestyksessä. Näet tältä sivulta, kun saat paikan.
own-join = Liity etäyhteydellä
own-keep-heading = Ota tämän sivun osoite talteen
own-keep = Osoite on vain sinun. Siitä näet ilmoittautumisesi ja voit perua sen. Emme lähetä sitä sähköpostilla.
own-kept-heading = Mitä tietoja sinusta on tallessa
own-withdraw-note = Jos et pääse, peru ilmoittautumisesi: paikka siirtyy jonossa seuraavalle. Tietosi poistetaan heti.
own-withdraw = Peru ilmoittautuminen
own-delete-note = Tapahtuma on ohi. Voit poistaa tietosi jo nyt.
own-delete = Poista tietoni
withdrawn-heading = Ilmoittautumisesi on peruttu
withdrawn-text = Tietosi on poistettu. Jos muutat mieltäsi, voit ilmoittautua uudelleen.
staff-events = Tapahtumat
staff-event-new = Uusi tapahtuma
staff-event-edit = Muokkaa tapahtumaa
staff-events-public = Tapahtumien julkinen sivu
staff-events-coming = Tulevat
staff-events-past = Menneet
staff-events-none = Ei tapahtumia.
staff-registered = { $count ->
    [one] { $count } ilmoittautunut.
   *[other] { $count } ilmoittautunutta.
}
staff-registered-of = { $count ->
    [one] { $count } ilmoittautunut, paikkoja { $most }.
   *[other] { $count } ilmoittautunutta, paikkoja { $most }.
}
staff-partners-came = { $count ->
    [one] { $count } toimija osallistui.
   *[other] { $count } toimijaa osallistui.
}
staff-event-public = Julkinen sivu ja ilmoittautuminen
staff-event-effect = Vaikutus kuvauksiin
staff-event-cancel = Peru tapahtuma
staff-event-restore = Tapahtuma pidetään sittenkin
staff-participants = Osallistujat
staff-kept = Ilmoittautuneiden tiedot poistetaan { $name }. Tieto siitä, mitkä toimijat osallistuivat, jää.
staff-mail-all = Kirjoita kaikille ilmoittautuneille (piilokopiona)
staff-marked = Osallistuneet on merkitty { $name }.
staff-not-marked = Osallistuneita ei ole vielä merkitty. Merkitse, ketkä tulivat, ja korjaa tarvittaessa organisaation nimi niin, että samalla organisaatiolla on aina sama nimi.
staff-counted-as-registered = Osallistuneita ei merkitty. Osallistuneiksi on laskettu ne toimijat, joista joku oli ilmoittautunut.
staff-came = osallistui
staff-waiting = jonossa sijalla { $count }
staff-others = Muut osallistuneet organisaatiot
staff-others-hint = Yksi rivi osallistujaa kohden: organisaation nimi, ei henkilöiden nimiä.
staff-attendance-save = Tallenna osallistuneet
staff-remove-registration = Poista ilmoittautuminen
staff-remove-registration-note = Poista ilmoittautuminen, joka on kahteen kertaan tai jota pyydettiin poistamaan. Tietoja ei saa takaisin.
staff-remove = Poista: { $name }
staff-took-part = Osallistuneet toimijat
staff-participants-count = { $count ->
    [one] { $count } henkilö
   *[other] { $count } henkilöä
}
event-title-in = Nimi ({ $name })
event-description-in = Kuvaus ({ $name })
event-day = Päivä
event-starts = Alkaa
event-ends = Päättyy
event-remote-address = Etäyhteyden osoite
event-remote-hint = Näkyy vain niille, joilla on paikka.
event-capacity = Paikkoja
event-capacity-hint = Jätä tyhjäksi, jos kaikki mahtuvat. Kun paikat täyttyvät, loput jäävät jonoon.
event-closes-label = Viimeinen ilmoittautumispäivä
event-closes-hint = Jos jätät tyhjäksi, ilmoittautua voi siihen asti, kun tapahtuma alkaa.
event-no-kind = Valitse, onko tapahtuma työpaja vai klinikka.
event-no-title = Kirjoita tapahtumalle nimi ainakin yhdellä kielellä.
event-no-time = Kirjoita kellonaika muodossa 9.00.
event-ends-too-early = Tapahtuman pitää päättyä myöhemmin kuin se alkaa.
event-nowhere = Kirjoita paikka tai etäyhteyden osoite.
event-no-number = Kirjoita paikkojen määrä numeroina: 1–10 000.
event-closes-too-late = Ilmoittautumisen pitää päättyä viimeistään tapahtumapäivänä.
event-day-over = Päivä on jo mennyt. Tapahtumaan on ilmoittauduttu, joten sitä ei voi siirtää menneeseen: ilmoittautuneiden tiedot poistuisivat heti.
material-name = Aineiston nimi
material-link = Verkko-osoite
material-file = Tai tiedosto
material-file-hint = Enintään { $most } megatavua: { $kinds }. Varmista, että tiedosto on saavutettava.
material-add = Lisää aineisto
material-nothing = Anna joko verkko-osoite tai tiedosto.
material-no-name = Kirjoita aineistolle nimi.
material-other-kind = Tällaista tiedostoa ei oteta vastaan. Tallenna se esimerkiksi PDF-muotoon.
material-too-large = Tiedosto on liian suuri.
material-too-many = Tapahtumalla ei voi olla enempää aineistoja. Poista ensin jokin niistä.
effect-heading = Tapahtumien vaikutus
effect-heading-of = Vaikutus: { $name }
effect-honest = Tämä on vertailu, ei todiste. Mukaan tulevat voivat olla muutenkin innokkaampia kuvaamaan palvelujaan kuin muut.
effect-sentence = Kuvausten määrän muutos tapahtumaa edeltävästä ajasta on osallistuneilla keskimäärin { $came } ja muilla { $others } (mitattuna { $point }).
effect-too-early = Tapahtumasta ei ole vielä kuukautta, joten muutosta ei voi vielä näyttää.
effect-nothing = Lukuja ei voi näyttää: osallistuneita organisaatioita on liian vähän, tai luetteloa ei ollut vielä tuotu.
effect-came = Osallistuneet
effect-others = Muut
effect-in-table = Samat luvut ovat taulukossa.
effect-table = Kuvaukset ja niiden laatu ennen ja jälkeen
effect-point = Ajankohta
effect-organisations = Organisaatioita
effect-descriptions = Kuvauksia keskimäärin
effect-more-descriptions = Kuvausten muutos
effect-score = Laatupisteet keskimäärin
effect-more-score = Laatupisteiden muutos
effect-descriptions-chart = Palvelukuvauksia organisaatiota kohden
effect-score-chart = Laatupisteet organisaatiota kohden
effect-before = Ennen tapahtumaa
effect-months = { $count ->
    [one] { $count } kuukausi tapahtuman jälkeen
   *[other] { $count } kuukautta tapahtuman jälkeen
}
effect-before-short = ennen
effect-months-short = { $count } kk
effect-fewer = alle { $count }
effect-how = Näin luvut on laskettu
effect-note-partners = Osallistuneita toimijoita on { $count }.
effect-note-unknown = Niistä { $count } puuttuu palveluluettelosta tai on yhdistämättä luettelon organisaatioon. Ne lasketaan mukaan ilman kuvauksia.
effect-note-others = { $count ->
    [one] Vertailussa on { $count } organisaatio, jolla on palveluja alueella ja joka ei ole osallistunut yhteenkään tapahtumaan. Sen luvut ovat samoilta päiviltä kuin osallistuneiden.
   *[other] Vertailussa on { $count } organisaatiota, joilla on palveluja alueella ja jotka eivät ole osallistuneet yhteenkään tapahtumaan. Niiden luvut ovat samoilta päiviltä kuin osallistuneiden.
}
effect-note-first = Kukin toimija lasketaan ensimmäisestä tapahtumastaan.
effect-note-points = Ennen tapahtumaa tarkoittaa sen päivän alkua. Ajankohta, jota ei ole vielä saavutettu, on tyhjä.
effect-note-change = Suluissa on muutos samoilla organisaatioilla siihen, mikä oli ennen tapahtumaa. Palvelu lasketaan sille organisaatiolle, joka siitä nyt vastaa.
effect-note-hidden = Jos organisaatioita on alle { $count }, lukuja ei näytetä.
effect-note-since = Luettelo tunnetaan { $name } alkaen. Sitä aiempia lukuja ei ole.
partners-heading = Toimijat
partners-lead = Toimijat, joiden kanssa palvelukuvauksia tehdään, ja se, missä vaiheessa PTV-matkaa kukin on.
partners-none = Toimijoita ei ole vielä. Lisää ensimmäinen, tai merkitse tapahtuman osallistuneet: osallistuneet toimijat tulevat tänne itsestään.
partners-count = { $count ->
    [one] { $count } toimija
   *[other] { $count } toimijaa
}
partner-new = Uusi toimija
partner-new-hint = Kunnan, järjestön, seurakunnan tai muun organisaation nimi, ei henkilön nimeä.
partner-add = Lisää toimija
partner-name = Toimija
partner-progress = Vaiheita tehty
partner-done = Tehtyjä vaiheita
partner-steps = Vaiheita yhteensä
partner-next = Seuraava vaihe
partner-descriptions = Kuvauksia
partner-last = Viimeksi merkitty
partner-no-name = Kirjoita toimijan nimi.
partner-bad-name = Kirjoita jokaiselle organisaation nimi. Nimi saa olla enintään 120 merkkiä, eikä siinä saa olla puhelinnumeroita tai henkilötunnuksia.
partner-name-taken = Tämänniminen toimija on jo olemassa.
partner-organisation-gone = Organisaatiota ei ole enää luettelossa. Valitse toinen.
partner-took-part = Toimija on osallistunut tapahtumaan, joten sitä ei voi poistaa.
partner-is = Luettelon organisaatio:
partner-gone = organisaatio, joka on poistunut luettelosta
partner-describes = { $count ->
    [0] Sillä ei ole yhtään julkaistua palvelukuvausta.
    [one] Sillä on { $count } julkaistu palvelukuvaus.
   *[other] Sillä on { $count } julkaistua palvelukuvausta.
}
partner-unknown = Toimijaa ei ole yhdistetty palveluluettelon organisaatioon. Yhdistä se alempana, kun organisaatio on luettelossa.
partner-events = Tapahtumat, joihin toimija on osallistunut
partner-no-events = Toimija ei ole vielä osallistunut tapahtumiin.
partner-details = Toimijan tiedot
partner-search-label = Etsi organisaatiota luettelosta
partner-search = Etsi
partner-which = Mikä luettelon organisaatio toimija on?
partner-none-of-them = Ei mikään näistä
partner-remove-note = Poista toimija, joka on lisätty vahingossa. Myös sen vaiheiden merkinnät poistetaan.
partner-remove = Poista toimija
journey-heading = PTV-matka
journey-progress = { $count } / { $most }
journey-done = Kaikki tehty
journey-state = Tila
journey-state-not-begun = Ei aloitettu
journey-state-under-way = Kesken
journey-state-done = Tehty
journey-state-not-needed = Ei tarvita
journey-day = Päivä
journey-note = Muistiinpano
journey-marked = Merkinnyt { $name } { $day }
journey-save = Tallenna vaiheet
journey-history = Merkintöjen historia
