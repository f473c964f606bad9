ease-heading = Helpompi tapa lukea
ease-easy-on = Näytä selkokielellä
ease-easy-off = Näytä tavallisella kielellä
ease-large-on = Suurenna tekstiä
ease-large-off = Palauta tavallinen tekstikoko
ease-note = Valinta muuttaa sivuston omia tekstejä. Palvelujen kuvaukset ovat järjestäjien kirjoittamia. Valinta tallennetaan evästeeseen.

leave-button = Poistu sivulta nopeasti
leave-help = Voit myös painaa Esc-näppäintä kolme kertaa. Sivu voi jäädä selaimen historiaan.
leave-more = Lue lisää
leave-presses = Poistu sivulta: Esc-näppäimen painalluksia jäljellä #.

digital-help-heading = Apua verkon käyttöön
digital-help-lead = Digituki auttaa sinua käyttämään puhelinta, tietokonetta ja verkkopalveluja. Apu on yleensä maksutonta.
digital-help-words = digituki
digital-help-near = Digitukea palvelutarjottimella
digital-help-none = Palvelutarjottimella ei ole vielä digitukea. Kysy apua kirjastosta tai kuntasi palvelupisteestä.
digital-help-search = Näytä kaikki digitukipalvelut
digital-help-1-heading = Mistä saat apua?
digital-help-1 =
    - Kirjastossa voit käyttää tietokonetta ja tulostaa. Henkilökunta auttaa alkuun.
    - Monet järjestöt, opistot ja kuntien palvelupisteet antavat digitukea. Kysy, pitääkö aika varata.
    - Apua voi saada myös puhelimessa tai kotona. Katso palvelun sivulta, miten se on järjestetty.
digital-help-2-heading = Ota mukaan
digital-help-2 =
    - puhelin, tabletti tai kannettava tietokone ja sen laturi
    - salasanat, joita tarvitset. Älä näytä niitä muille.
    - pankkitunnukset, jos aiot asioida tunnistautumalla. Kirjaudu aina itse.
digital-help-3-heading = Pidä tietosi turvassa
digital-help-3 =
    Digitukija ei tarvitse pankkitunnuksiasi eikä salasanojasi. Älä kerro niitä kenellekään. Jos joku kysyy niitä puhelimessa tai viestissä, kyse on huijauksesta.
digital-help-4-heading = Asiointi toisen puolesta tai ilman verkkoa
digital-help-4 =
    Voit antaa läheisellesi luvan hoitaa asioitasi verkossa: katso [Suomi.fi-valtuudet](https://www.suomi.fi/valtuudet).

    Verkkoa ei ole pakko käyttää. Palvelun sivulla kerrotaan puhelinnumero ja osoite, jos palvelulla on ne. Voit pyytää, että joku tulostaa sivun sinulle.

screen-nothing = Palveluja ei ole
screen-nothing-text = Valitse toinen teema tai tarkista palvelujen tunnisteet osoitteessa.
screen-code = QR-koodi palvelun sivulle: { $name }
screen-take = Lue lisää puhelimellasi
screen-stop = Pysäytä esitys
screen-go-on = Jatka esitystä
