information-more = Lue myös
information-contact = Ota yhteyttä
information-contact-none = Sivuston ylläpitäjä ei ole vielä ilmoittanut yhteystietojaan.
information-privacy-own = Kuka vastaa tietosuojasta?
information-phone = Puhelin:
information-email = Sähköposti:

about-heading = Tietoa sivustosta
about-lead = Palvelutarjotin kokoaa yhteen paikkaan alueen hyvinvointia tukevat palvelut: kuntien ja hyvinvointialueen palvelut, järjestöjen ja seurakuntien toiminnan sekä yritysten palvelut.
about-1-heading = Kenelle?
about-1 =
    Palvelutarjotin on tarkoitettu kaikille asukkaille ja niille, jotka työssään ohjaavat ihmisiä palveluihin.
    Voit käyttää sitä kirjautumatta ja maksutta.
about-2-heading = Mistä tiedot tulevat?
about-2 =
    Palvelujen kuvaukset tulevat [Suomi.fi-palvelutietovarannosta](https://www.suomi.fi/). Kuvauksesta vastaa se organisaatio, joka järjestää palvelun. Emme muuta kuvauksia.

    Jokaisen palvelun sivulla kerrotaan, milloin sen tietoja on viimeksi muutettu.
about-3-heading = Miten tulokset järjestetään?
about-3 =
    Haku etsii palveluja sanojen ja niiden merkityksen perusteella. Kukaan ei voi ostaa palvelulleen parempaa sijaa. Ylläpito voi opettaa haulle paikallisia sanoja. Jokaisen tuloksen kohdalta voit katsoa, miksi se on listalla.
about-4-heading = Avoin lähdekoodi ja avoin tieto
about-4 =
    Palvelutarjottimen lähdekoodi on avointa (EUPL-1.2). Samat tiedot ovat kaikkien käytettävissä avoimen rajapinnan kautta.
about-4-feeds =
    Uudet ja muuttuneet palvelut saat myös syötteinä.

privacy-heading = Tietosuoja
privacy-lead = Voit käyttää palvelutarjotinta nimettömästi. Emme kysy, kuka olet, emmekä seuraa, mitä teet.
privacy-1-heading = Mitä emme tee
privacy-1 =
    - Emme pyydä kirjautumaan.
    - Emme käytä kävijäseurantaa, mainoksia emmekä muiden yritysten kirjasimia, karttoja tai ohjelmia. Selaimesi ottaa yhteyttä vain tähän sivustoon.
    - Emme tallenna IP-osoitettasi, selaimesi tietoja emmekä sitä, mitä sivuja katsot.
    - Emme kirjoita lokiin hakusanoja emmekä sivujen osoitteita. Lokissa on vain tapahtuman satunnainen tunnus, sivun laji, vastauksen tila ja se, kauanko vastaaminen kesti.
privacy-2-heading = Mitä hakusanoille tapahtuu
privacy-2 =
    Hakusanasi ovat tulossivun osoitteessa, jotta voit palata hakuun tai lähettää sen toiselle. Osoite jää selaimesi historiaan. Älä kirjoita hakuun nimiä tai henkilötunnuksia.

    Jos haku ei löydä mitään sopivaa tai ilmoitat puuttuvasta palvelusta, laskemme sen, jotta tiedämme, mitä alueelta puuttuu:

    - Ensin poistamme hausta sanat, joissa on numeroita, sähköpostiosoitteet, verkko-osoitteet ja käyttäjätunnukset.
    - Jäljelle jääneestä tallennamme vain tiivisteen, josta sanoja ei näe. Sanat tulevat näkyviin vasta, kun samaa on haettu viisi kertaa.
    - Tiivisteet poistetaan 13 viikon ja määrät 104 viikon kuluttua. Niiden mukana on vain viikko, kieli ja valittu kunta.
privacy-3-heading = Evästeet
privacy-3 =
    Sivusto tallentaa evästeen vain, kun itse teet jotain, mikä ei toimisi ilman sitä. Siksi erillistä suostumusta ei tarvita.

    - **Oma lista**: evästeessä ovat listasi palvelujen tunnisteet. Se on voimassa 30 päivää ja poistuu, kun tyhjennät listan.
    - **Kunta**: jos haet kunnan palveluja, evästeessä on kunnan numero, jotta sinun ei tarvitse valita kuntaa uudelleen. Se poistuu, kun suljet selaimen tai haet koko maasta.
    - **Selkokieli ja suurempi teksti**: evästeessä on valintasi. Se on voimassa vuoden ja poistuu, kun palautat tavallisen näkymän.

    Jos poistat pikanäppäimen käytöstä, selaimesi muistaa sen itse. Tieto ei siirry meille.
privacy-3-sharing =
    Kun jaat listan, tallennamme sen palvelut, kielen ja viestin, jonka halusit liittää mukaan. Emme tallenna, kuka listan jakoi tai kuka sen avasi. Älä kirjoita viestiin nimiä tai muita tietoja, joista jonkun voi tunnistaa. Lista poistuu, kun sen voimassaolo päättyy.
privacy-3-feedback =
    Kun annat palautetta, tallennamme sen lajin, kirjoittamasi tekstin, palvelun, jota palaute koskee, sivuston kielen ja ajan. Palautteen saa tämän sivuston ylläpito: { $name }. Emme tallenna, kuka palautteen antoi. Älä kirjoita palautteeseen nimiä tai muita tietoja, joista jonkun voi tunnistaa. Palaute poistuu kahden vuoden kuluttua. Jos annat sähköpostiosoitteesi vastausta varten, säilytämme sen erillään palautteesta vain siihen asti, kun vastaus on lähetetty, kuitenkin enintään puoli vuotta. Emme käytä sitä muuhun.
privacy-3-events =
    Kun ilmoittaudut työpajaan tai klinikalle, tallennamme nimesi, organisaatiosi ja sähköpostiosoitteesi. Vain tapahtuman järjestäjä näkee ne. Ne poistuvat heti, kun perut ilmoittautumisesi, ja viimeistään 30 päivän kuluttua tapahtumasta. Sen jälkeen jää vain tieto siitä, että organisaatiosi osallistui.
privacy-4-heading = Sivut ilman verkkoyhteyttä
privacy-4 =
    Jos selaimesi tukee sitä, se säilyttää laitteellasi sivun, joka näkyy, kun verkkoyhteyttä ei ole. Siinä ovat hätänumerot.

    Kun avaat oman listasi, selain säilyttää siitä myös kopion, jotta näet listan ilman verkkoyhteyttä. Kopioita on vain yksi, ja se pysyy laitteellasi.

    - Kun muutat listaa, vanha kopio vaihtuu uuteen.
    - Kopio poistuu, kun tyhjennät listan, poistut painikkeella ”Poistu sivulta nopeasti” tai poistat tallennetut tiedot tämän sivun lopussa.
    - Jos listalla on palvelu, joka koskee väkivaltaa, päihteitä tai kriisejä, kopiota ei tehdä.
    - Hakutuloksista, palvelujen sivuista ja sinulle jaetuista listoista ei jää kopiota.
privacy-5-heading = Linkit muille sivustoille
privacy-5 =
    Kun siirryt toiselle sivustolle, se saa tietää, että tulit palvelutarjottimelta, mutta ei sitä, millä sivulla olit tai mitä hait. Muilla sivustoilla on omat tietosuojakäytäntönsä.

    Jos tulit tänne kampanjan osoitteesta, laskemme käynnin kampanjan ja päivän mukaan. Siihen ei liity mitään tietoa sinusta.
privacy-6-heading = Palvelujen yhteystiedot
privacy-6 =
    Palvelujen kuvauksissa voi olla työntekijöiden työyhteystietoja. Organisaatiot ovat itse julkaisseet ne palvelutietovarannossa ja vastaavat niistä. Kun tieto poistetaan sieltä, se poistuu myös täältä.
privacy-7-heading = Oikeutesi
privacy-7 =
    Ellet ole itse antanut tietojasi, emme tiedä, kuka sinä olet, eikä meillä ole sinusta tietoja, joita voisimme etsiä. Jos haluat kysyä tietosuojasta, ota yhteyttä sivuston ylläpitäjään. Voit myös kääntyä [tietosuojavaltuutetun toimiston](https://tietosuoja.fi/) puoleen.
privacy-7-sharing =
    Jos haluat poistaa listan, jonka olet jakanut, lähetä sen osoite sivuston ylläpitäjälle.
privacy-7-events =
    Omat ilmoittautumistietosi voit katsoa ja poistaa ilmoittautumissivullasi.

guide-heading = Käyttöohje
guide-lead = Näin löydät sopivan palvelun itsellesi, läheisellesi tai asiakkaallesi.
guide-1-heading = Hae omin sanoin
guide-1 =
    Kirjoita hakukenttään, mitä tarvitset. Voit kirjoittaa niin kuin puhut: ”olen yksinäinen”, ”uimahalli Naantali”, ”vauva ei nuku”.

    - Haku ymmärtää taivutusmuotoja, yhdyssanoja ja kirjoitusvirheitä.
    - Voit kirjoittaa paikkakunnan sanojen joukkoon tai valita kunnan kentän vierestä.
    - Kun kirjoitat, saat ehdotuksia. Valitse niistä nuolinäppäimillä tai napauttamalla.
guide-2-heading = Tai selaa teemoja
guide-2 =
    Etusivulla palvelut on jaettu kahdeksaan teemaan. Teeman vieressä näet, montako palvelua siinä on.
guide-3-heading = Rajaa tuloksia
guide-3 =
    Tulosten vieressä tai alla voit rajata niitä esimerkiksi kunnan, teeman, kohderyhmän, kielen, hinnan ja asiointitavan mukaan. Luku valinnan perässä kertoo, montako palvelua jää jäljelle. Valitut rajaukset näkyvät tulosten yllä, ja voit poistaa ne yksi kerrallaan. Kohdasta ”Miksi tämä?” näet, miksi palvelu on mukana.
guide-4-heading = Jos sopivaa ei löydy
guide-4 =
    Kokeile toista tai yleisempää sanaa tai poista rajauksia. Voit myös ilmoittaa puuttuvasta palvelusta. Ilmoitus on nimetön.
guide-5-heading = Palvelun sivu
guide-5 =
    Ylimpänä on kohta ”Näin pääset alkuun”: mitä sinun pitää tehdä, mihin soittaa ja minne mennä. Sen jälkeen kerrotaan, mistä palvelussa on kyse, kenelle se on ja mitä se maksaa. Sivun voi tulostaa selaimen tulostustoiminnolla.
guide-6-heading = Helpompi tapa lukea
guide-6 =
    Sivun alareunasta voit valita selkokielisen näkymän ja suuremman tekstin. Selkokieliseksi muuttuvat sivuston omat tekstit. Palvelujen kuvaukset ovat järjestäjien kirjoittamia, emmekä muuta niitä.

    Sivusto toimii myös pelkällä näppäimistöllä, ruudunlukijalla ja ilman JavaScriptiä.
guide-7-heading = Poistu sivulta nopeasti
guide-7 =
    Väkivaltaa, päihteitä ja kriisejä koskevilla sivuilla on painike ”Poistu sivulta nopeasti”. Se vie heti tavalliselle uutissivulle. Voit myös painaa Esc-näppäintä kolme kertaa. Selaimen historiaan jää silti tieto aiemmista sivuista. Jos joku muu käyttää laitettasi, tyhjennä historia tai käytä selaimen yksityistä ikkunaa.
guide-8-heading = Kokoa oma lista
guide-8 =
    Paina palvelun kohdalla ”Lisää listalle”. Lista säilyy omassa selaimessasi, eikä siihen tarvita tunnuksia. Omalla listalla voit vaihtaa palvelujen järjestystä, poistaa niitä ja perua poiston.

    Voit tulostaa listan tai ladata sen PDF-tiedostona.

    Näet listasi myös ilman verkkoyhteyttä, kun olet kerran avannut sen. Voit lisätä palvelutarjottimen puhelimesi aloitusnäytölle selaimen valikosta.
guide-8-sharing =
    Voit myös jakaa listan asiakkaalle tai läheiselle: valitse kieli ja se, kuinka kauan lista on luettavissa, ja paina ”Jaa lista”. Saat lyhyen osoitteen ja QR-koodin, jotka voit antaa paperilla, sähköpostitse tai tekstiviestillä. Älä kirjoita viestiin mitään, mistä ihmisen voi tunnistaa.
guide-9-heading = Ammattilaiselle
guide-9 =
    Tulossivun osoite sisältää haun ja rajaukset. Voit siis tallentaa sen kirjanmerkiksi tai lähettää sen työkaverille.

    Etusivulla ja hakutuloksissa pääset hakukenttään näppäimellä /.
guide-9-feeds =
    Syötteistä näet uudet ja muuttuneet palvelut.

why-missing-heading = Miksi palveluni ei näy täällä?
why-missing-lead = Ohje palvelujen järjestäjille. Palvelutarjotin näyttää ne palvelut, jotka on kuvattu ja julkaistu Suomi.fi-palvelutietovarannossa (PTV). Tarkista nämä asiat järjestyksessä.
why-missing-1-heading = 1. Onko organisaatiosi palvelutietovarannossa?
why-missing-1 =
    Julkiset organisaatiot kuvaavat palvelunsa palvelutietovarantoon lain mukaan. Järjestöt, seurakunnat ja yritykset voivat liittyä siihen maksutta. Liittyminen ja kuvaaminen tehdään [Suomi.fi-palveluhallinnassa](https://palveluhallinta.suomi.fi/).
why-missing-2-heading = 2. Onko palvelu julkaistu?
why-missing-2 =
    Luonnokset eivät näy. Tarkista, että palvelun tila on ”Julkaistu” kaikilla kielillä, joilla haluat sen näkyvän. Jokainen kieliversio julkaistaan erikseen. Jos kuvauksen voimassaolo on päättynyt, julkaise se uudelleen.
why-missing-3-heading = 3. Onko alue oikein?
why-missing-3 =
    Palvelu näkyy kunnassa vain, jos sen alue kattaa kunnan. Tarkista kohta ”Alue, jolla palvelu on saatavilla”: siinä pitää olla kunta, maakunta, hyvinvointialue tai koko maa.
why-missing-4-heading = 4. Onko palvelulla oikea palveluluokka?
why-missing-4 =
    Haku löytää palvelun luokasta riippumatta, mutta teemaan palvelu tulee vain, jos sillä itsellään on jokin teeman palveluluokista. Valitse tarkin sopiva luokka, esimerkiksi ”Liikunta ja urheilu” eikä vain pääluokkaa. Palvelu, jonka ainoa kohderyhmä on yritykset tai viranomaiset, ei näy teemoissa.
why-missing-5-heading = 5. Onko palveluun liitetty asiointikanava?
why-missing-5 =
    Ilman asiointikanavaa palvelu näkyy, mutta siinä ei ole puhelinnumeroa, osoitetta eikä aukioloaikoja. Liitä palveluun ainakin yksi palvelupaikka, puhelin- tai verkkoasiointi.
why-missing-6-heading = 6. Löytyykö palvelu sanoilla, joita ihmiset käyttävät?
why-missing-6 =
    Hae palvelua sen nimellä ja organisaation nimellä. Kirjoita nimeen, tiivistelmään ja vapaisiin asiasanoihin ne sanat, joita ihmiset käyttävät.
why-missing-7-heading = 7. Milloin muutos näkyy?
why-missing-7 =
    Haemme muutokset palvelutietovarannosta yleensä kerran vuorokaudessa, yöllä, ja kaikki tiedot kerran viikossa. Muutos näkyy hausta heti, kun tiedot on haettu. Jos kuvauksessa on virhe, jonka vuoksi sitä ei voi lukea, palvelusta näkyy sen edellinen versio.
why-missing-8-heading = Palvelu ei näy vieläkään?
why-missing-8 =
    Ota yhteyttä sivuston ylläpitäjään ja kerro palvelun tunniste palvelutietovarannossa. Tuonnin raportista näemme, miksi palvelua ei luettu.

statement-heading = Saavutettavuusseloste
statement-lead = Tämä seloste koskee palvelua { $name }. Seloste on laadittu { $written } ja päivitetty { $updated }.
statement-level-heading = Miten saavutettava palvelu on?
statement-level-fully = Palvelu täyttää kokonaan digitaalisten palvelujen tarjoamisesta annetun lain (306/2019) vaatimukset: WCAG 2.1 -ohjeiston tasot A ja AA.
statement-level-partly = Palvelu täyttää suurimman osan digitaalisten palvelujen tarjoamisesta annetun lain (306/2019) vaatimuksista: WCAG 2.1 -ohjeiston tasot A ja AA. Puutteet on lueteltu alla.
statement-level-not = Palvelu ei vielä täytä digitaalisten palvelujen tarjoamisesta annetun lain (306/2019) vaatimuksia: WCAG 2.1 -ohjeiston tasoja A ja AA. Puutteet on lueteltu alla.
statement-goal = Oma tavoitteemme on uudempi WCAG 2.2 -ohjeisto, taso AA.
statement-gaps-heading = Mikä ei ole saavutettavaa?
statement-gaps-none = Emme tiedä puutteita.
statement-criterion = WCAG { $name }
statement-assessed-heading = Miten saavutettavuus on arvioitu?
statement-assessed-own = Olemme arvioineet palvelun itse.
statement-assessed-external = Palvelun on arvioinut ulkopuolinen asiantuntija.
statement-tested = Automaattiset testit tarkistavat jokaisen sivulajin kaikilla kielillä, tummalla ja vaalealla näkymällä, suurella kontrastilla ja kapealla näytöllä sekä käytön näppäimistöllä ja ilman JavaScriptiä. Viimeksi testit ajettiin { $name }. Automaattiset testit löytävät vain osan ongelmista.
statement-feedback-heading = Huomasitko puutteen? Kerro meille
statement-feedback = Teemme parhaamme, jotta jokainen voi käyttää palvelua. Jos jokin ei toimi sinulle tai tarvitset tiedon toisessa muodossa, kerro siitä. Vastaamme 14 päivän kuluessa.
statement-authority-heading = Valvontaviranomainen
statement-authority = Jos et saa vastausta 14 päivässä tai et ole tyytyväinen siihen, voit tehdä ilmoituksen valvontaviranomaiselle. Viranomaisen sivuilla kerrotaan, miten ilmoitus tehdään ja miten asia käsitellään.
