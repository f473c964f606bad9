# Selkokieli: lyhyet lauseet, tutut sanat, yksi asia kerrallaan.

footer-source-easy = Palvelujen tiedot tulevat Suomi.fi-palvelutietovarannosta. Palvelun järjestäjä on kirjoittanut tiedot.
not-found-text-easy = Ehkä osoitteessa on virhe. Tai sivua ei enää ole.

home-heading-easy = Mitä palvelua tarvitset?
home-lead-easy = Täältä löydät apua ja tekemistä läheltäsi.
home-themes-easy = Valitse aihe
search-words-easy = Kirjoita, mitä tarvitset
search-fit-all-easy = Löysimme palveluja, jotka sopivat hakuusi.
search-fit-most-easy = Emme löytäneet täysin sopivaa palvelua. Ensimmäiset palvelut sopivat parhaiten.
search-fit-need-easy = Etsitkö apua tähän: { $name }? Nämä palvelut voivat auttaa.
search-fit-near-easy = Emme löytäneet juuri sitä, mitä hait. Nämä palvelut voivat olla lähellä sitä.
search-nothing-easy = Emme löytäneet sopivaa palvelua
search-nothing-advice-easy = Kirjoita jokin toinen sana. Tarkista, että kirjoitit sanan oikein.
search-neighbours-easy = Lähellä olevissa kunnissa on palveluja:
search-near-easy = Näistä palveluista voi silti olla apua
filters-heading-easy = Valitse vain osa palveluista
search-why-easy = Miksi tämä palvelu on tässä?
report-heading-easy = Puuttuuko täältä jokin palvelu?
report-text-easy = Voit kertoa siitä meille. Emme saa tietää, kuka olet.
crisis-when-emergency-easy = Soita heti, jos joku on vaarassa.
crisis-when-medical-easy = Soita, jos tarvitset pian apua etkä tiedä, kuka auttaa.

next-step-easy = Tee näin
service-more-channels-easy = Palvelulla on muitakin paikkoja. Ne eivät näy tässä.
section-description-easy = Mikä tämä palvelu on?
section-conditions-easy = Kuka saa palvelun?
section-price-easy = Mitä palvelu maksaa?
section-processing-time-easy = Kauanko täytyy odottaa?
section-deadline-easy = Mihin päivään mennessä?
section-validity-easy = Kauanko palvelu on voimassa?
section-places-easy = Minne voit mennä?
section-ways-easy = Miten muuten saat palvelun?
section-voucher-easy = Palveluseteli: kunta tai hyvinvointialue maksaa osan
section-legislation-easy = Lait
related-heading-easy = Katso myös nämä palvelut
facts-easy = Lyhyesti
fact-for-whom-easy = Kenelle palvelu on
fact-price-easy = Maksaako palvelu
fact-area-easy = Missä palvelun saa
fact-languages-easy = Millä kielillä palvelun saa
fact-responsible-easy = Kuka vastaa palvelusta
fact-producers-easy = Kuka antaa palvelun
fact-terms-easy = Aiheet

about-lead-easy = Tällä sivustolla ovat alueen palvelut. Palvelut auttavat sinua voimaan hyvin. Niitä antavat kunnat, hyvinvointialue, järjestöt, seurakunnat ja yritykset.
about-1-easy =
    Sivusto on kaikille. Se ei maksa mitään.

    Sinun ei tarvitse kirjautua.
about-2-easy =
    Palvelun järjestäjä on kirjoittanut palvelun tiedot. Me emme muuta niitä.

    Tiedot tulevat [Suomi.fi-palvelutietovarannosta](https://www.suomi.fi/).
about-3-easy =
    Haku etsii palveluja, jotka sopivat sanoihisi.

    Kukaan ei voi maksaa siitä, että oma palvelu on ensimmäisenä.
privacy-lead-easy = Voit käyttää sivustoa niin, että kukaan ei tiedä, kuka olet.
privacy-1-easy =
    - Sinun ei tarvitse kirjautua.
    - Emme seuraa, mitä teet.
    - Sivustolla ei ole mainoksia.
    - Emme tallenna tietoja sinusta tai laitteestasi.
privacy-2-easy =
    Älä kirjoita hakuun nimiä tai henkilötunnuksia.

    Sanat, joita haet, voivat jäädä selaimesi historiaan.

    Jos emme löydä sopivaa palvelua, laskemme haun. Näemme hakusanat vasta, kun ihmiset ovat hakeneet samaa viisi kertaa. Emme tiedä, kuka haki.
privacy-3-easy =
    Eväste on pieni tieto, joka jää laitteellesi.

    Tämä sivusto käyttää evästettä vain, jos teet listan, haet kunnan palveluja tai valitset selkokielen tai suuren tekstin. Evästeessä on vain lista, kunta tai valinta.
privacy-3-sharing-easy =
    Jos jaat listan, tallennamme listan palvelut ja viestin. Emme tiedä, kuka jakoi listan. Poistamme listan, kun sen aika päättyy.
privacy-3-feedback-easy =
    Jos annat palautetta, tallennamme tekstisi. Teksti menee tänne: { $name }. Emme tiedä, kuka olet. Älä kirjoita nimeä. Poistamme palautteen kahden vuoden kuluttua.
privacy-4-easy =
    Näet hätänumerot myös silloin, kun verkko ei toimi.

    Näet silloin myös oman listasi, jos olet avannut sen aiemmin. Selain säilyttää listan laitteellasi. Kun tyhjennät listan, se poistuu myös laitteelta.
guide-lead-easy = Tällä sivulla kerromme, miten löydät sopivan palvelun.
guide-1-easy =
    Kirjoita hakuun, mitä tarvitset. Voit kirjoittaa omilla sanoillasi. Esimerkiksi: ”olen yksinäinen”.

    Valitse kunta, jossa asut. Paina sitten painiketta ”Hae”.

    Kirjoitusvirheet eivät haittaa.
guide-2-easy =
    Etusivulla on kahdeksan aihetta. Valitse aihe, niin näet sen palvelut.
guide-3-easy =
    Jos palveluja on liikaa, valitse vain yksi aihe tai yksi kunta.
guide-4-easy =
    Kirjoita jokin toinen sana. Voit myös kertoa meille, että palvelu puuttuu.
guide-5-easy =
    Avaa palvelun sivu. Näet ensin, mitä sinun pitää tehdä. Siinä on myös puhelinnumero ja osoite.

    Voit tulostaa sivun.
guide-6-easy =
    Sivun lopussa voit valita selkokielen tai suuren tekstin.

    Palvelujen järjestäjät ovat kirjoittaneet palvelujen tiedot. Ne eivät ole selkokieltä.
guide-7-easy =
    Joillakin sivuilla on painike ”Poistu sivulta nopeasti”. Paina sitä, jos joku ei saa nähdä, mitä luet. Näet heti toisen sivun.

    Laite voi silti muistaa, millä sivuilla olet käynyt.
guide-8-easy =
    Paina ”Lisää listalle”. Lista pysyy omassa selaimessasi. Voit tulostaa listan.
guide-8-sharing-easy =
    Voit myös jakaa listan toiselle. Älä kirjoita viestiin nimeä tai henkilötunnusta.
digital-help-lead-easy = Täältä löydät apua, jos puhelimen, tietokoneen tai netin käyttö on vaikeaa. Apu on yleensä ilmaista.
leave-help-easy = Voit myös painaa Esc-näppäintä kolme kertaa. Laite voi silti muistaa tämän sivun.
