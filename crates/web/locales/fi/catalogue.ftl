name-missing = Nimeä ei ole annettu
described-in-fi = Tämä kuvaus on vain suomeksi.
described-in-sv = Tätä palvelua ei ole kuvattu suomeksi. Kuvaus on ruotsiksi.
described-in-en = Tätä palvelua ei ole kuvattu suomeksi. Kuvaus on englanniksi.
described-in-se = Tätä palvelua ei ole kuvattu suomeksi. Kuvaus on pohjoissaameksi.
described-in-smn = Tätä palvelua ei ole kuvattu suomeksi. Kuvaus on inarinsaameksi.
described-in-sms = Tätä palvelua ei ole kuvattu suomeksi. Kuvaus on koltansaameksi.

next-step = Näin pääset alkuun
next-step-today = Tänään { $name }
service-also-known = Tunnetaan myös nimellä
service-languages = Kuvattu myös:
service-more-channels = Palvelulla on lisäksi muita paikkoja ja asiointitapoja, joita ei näytetä tässä.
section-description = Mistä on kyse
section-fold = Lue koko teksti
section-conditions = Kuka voi saada palvelun
section-price = Hinta
section-processing-time = Käsittelyaika
section-deadline = Määräaika
section-validity = Voimassaoloaika
section-kind = Lisätietoa
section-places = Palvelupaikat
section-ways = Muut tavat asioida
section-voucher = Palveluseteli
section-legislation = Lainsäädäntö

related-heading = Sinua voivat kiinnostaa myös
related-together = { $count ->
    [one] On ollut samalla listalla kerran.
   *[other] On ollut samalla listalla { $count } kertaa.
}
related-need = Auttaa samassa asiassa: { $name }
related-word = Yhteinen aihe: { $name }
related-class = Samaa palveluluokkaa: { $name }
related-group = Sama kohderyhmä: { $name }
related-meaning = Sisällöltään samankaltainen
related-other-theme = Toinen teema: { $theme }. { $reason }

facts = Tiivistetysti
fact-kind = Tyyppi
fact-for-whom = Kenelle
fact-price = Maksullisuus
fact-area = Alue
fact-languages = Palvelukielet
fact-responsible = Palvelusta vastaa
fact-producers = Palvelun tuottaa
fact-life-events = Elämäntilanteet
fact-classes = Palveluluokat
fact-terms = Aiheet
service-kind-ProfessionalQualification = Ammattipätevyys
service-kind-PermitOrOtherObligation = Lupa tai muu velvoite
provision-SelfProduced = itse tuotettu
provision-Procured = ostopalvelu
provision-OtherProvision = muu toteutustapa

charge-Free = Maksuton
charge-Charged = Maksullinen
charge-ExtraCharge = Tavallista puhelua kalliimpi
call-Free = Puhelu on maksuton
call-Charged = Puhelu on maksullinen
call-ExtraCharge = Puhelu on tavallista kalliimpi
area-whole-country = Koko maa
area-except-aland = Koko maa paitsi Ahvenanmaa
area-more = { $count ->
    [one] ja { $count } muu
   *[other] ja { $count } muuta
}

channel-EService = Verkkoasiointi
channel-WebPage = Verkkosivu
channel-Telephone = Puhelinasiointi
channel-PrintableForm = Tulostettava lomake
channel-ServiceLocation = Palvelupaikka
channel-other = Muu asiointitapa
channel-identification = Edellyttää vahvaa tunnistautumista.
channel-signatures = { $count ->
    [one] Vaatii yhden allekirjoituksen.
   *[other] Vaatii { $count } allekirjoitusta.
}
channel-form-identifier = Lomakkeen tunnus:
channel-price = Hinta:
channel-languages = Palvelukielet:
channel-more = Lisätietoa
channel-services = Palvelut
accessibility-FullyCompliant = Täyttää saavutettavuusvaatimukset.
accessibility-PartiallyCompliant = Täyttää saavutettavuusvaatimukset osittain.
accessibility-NonCompliant = Ei täytä saavutettavuusvaatimuksia.
link-outside = toinen verkkosivusto
phone-sms = Tekstiviesti
phone-fax = Faksi
address-postal = Postiosoite
address-delivery = Lomakkeen toimitusosoite
access-heading = Esteettömyys

weekday-monday = maanantai
weekday-tuesday = tiistai
weekday-wednesday = keskiviikko
weekday-thursday = torstai
weekday-friday = perjantai
weekday-saturday = lauantai
weekday-sunday = sunnuntai
hours-this-week = Aukioloajat tällä viikolla
hours-today = tänään
hours-always = Auki aina
hours-closed = suljettu
hours-all-day = koko vuorokauden
hours-by-appointment = ajanvarauksella
hours-exceptions = Poikkeavat aukioloajat:
holiday-NewYearEve = uudenvuodenaatto
holiday-NewYearDay = uudenvuodenpäivä
holiday-Epiphany = loppiainen
holiday-MaundyThursday = kiirastorstai
holiday-GoodFriday = pitkäperjantai
holiday-EasterSunday = pääsiäispäivä
holiday-EasterMonday = toinen pääsiäispäivä
holiday-MayDayEve = vapunaatto
holiday-MayDay = vappu
holiday-AscensionDay = helatorstai
holiday-WhitSunday = helluntaipäivä
holiday-MidsummerEve = juhannusaatto
holiday-MidsummerDay = juhannuspäivä
holiday-AllSaintsDay = pyhäinpäivä
holiday-IndependenceDay = itsenäisyyspäivä
holiday-ChristmasEve = jouluaatto
holiday-ChristmasDay = joulupäivä
holiday-SecondDayOfChristmas = tapaninpäivä

organisation-State = Valtion organisaatio
organisation-Municipality = Kunta
organisation-Regional = Alueellinen organisaatio
organisation-Organisation = Järjestö tai yhteisö
organisation-Company = Yritys
organisation-parent = Osa organisaatiota
organisation-services = Palvelut
organisation-no-services = Organisaatiolla ei ole palveluja palvelutarjottimella.
organisation-total = { $count ->
    [one] { $count } palvelu
   *[other] { $count } palvelua
}
organisation-parts = Alaorganisaatiot
organisation-contact = Yhteystiedot
organisation-business-id = Y-tunnus { $name }

source-ptv = Lähde: Suomi.fi-palvelutietovaranto
source-changed = Tietoja muutettu viimeksi { $name }
source-id = Tunniste: { $name }

