name-missing = Namn saknas
described-in-fi = Tjänsten har inte beskrivits på svenska. Beskrivningen är på finska.
described-in-sv = Den här beskrivningen finns bara på svenska.
described-in-en = Tjänsten har inte beskrivits på svenska. Beskrivningen är på engelska.
described-in-se = Tjänsten har inte beskrivits på svenska. Beskrivningen är på nordsamiska.
described-in-smn = Tjänsten har inte beskrivits på svenska. Beskrivningen är på enaresamiska.
described-in-sms = Tjänsten har inte beskrivits på svenska. Beskrivningen är på skoltsamiska.

next-step = Så kommer du i gång
next-step-today = I dag { $name }
service-also-known = Kallas också
service-languages = Finns också på:
service-more-channels = Tjänsten har också andra serviceställen och sätt att uträtta ärenden som inte visas här.
section-description = Vad det handlar om
section-fold = Läs hela texten
section-conditions = Vem kan få tjänsten
section-price = Pris
section-processing-time = Behandlingstid
section-deadline = Tidsfrist
section-validity = Giltighetstid
section-kind = Mer information
section-places = Serviceställen
section-ways = Andra sätt att uträtta ärenden
section-voucher = Servicesedel
section-legislation = Lagstiftning

related-heading = Du kanske också är intresserad av
related-together = { $count ->
    [one] Har funnits på samma lista en gång.
   *[other] Har funnits på samma lista { $count } gånger.
}
related-need = Hjälper i samma fråga: { $name }
related-word = Gemensamt ämne: { $name }
related-class = Samma serviceklass: { $name }
related-group = Samma målgrupp: { $name }
related-meaning = Liknande innehåll
related-other-theme = Ett annat tema: { $theme }. { $reason }

facts = I korthet
fact-kind = Typ
fact-for-whom = För vem
fact-price = Avgift
fact-area = Område
fact-languages = Språk
fact-responsible = Ansvarig för tjänsten
fact-producers = Tjänsten produceras av
fact-life-events = Livssituationer
fact-classes = Serviceklasser
fact-terms = Ämnen
service-kind-ProfessionalQualification = Yrkeskvalifikation
service-kind-PermitOrOtherObligation = Tillstånd eller annan förpliktelse
provision-SelfProduced = egen produktion
provision-Procured = köpt tjänst
provision-OtherProvision = annat sätt

charge-Free = Avgiftsfri
charge-Charged = Avgiftsbelagd
charge-ExtraCharge = Dyrare än ett vanligt samtal
call-Free = Samtalet är avgiftsfritt
call-Charged = Samtalet är avgiftsbelagt
call-ExtraCharge = Samtalet är dyrare än vanligt
area-whole-country = Hela landet
area-except-aland = Hela landet utom Åland
area-more = { $count ->
    [one] och { $count } annan
   *[other] och { $count } andra
}

channel-EService = E-tjänst
channel-WebPage = Webbsida
channel-Telephone = Telefontjänst
channel-PrintableForm = Utskrivbar blankett
channel-ServiceLocation = Serviceställe
channel-other = Annat sätt att uträtta ärenden
channel-identification = Kräver stark autentisering.
channel-signatures = { $count ->
    [one] Kräver en underskrift.
   *[other] Kräver { $count } underskrifter.
}
channel-form-identifier = Blankettens kod:
channel-price = Pris:
channel-languages = Servicespråk:
channel-more = Mer information
channel-services = Tjänster
accessibility-FullyCompliant = Uppfyller tillgänglighetskraven.
accessibility-PartiallyCompliant = Uppfyller tillgänglighetskraven delvis.
accessibility-NonCompliant = Uppfyller inte tillgänglighetskraven.
link-outside = en annan webbplats
phone-sms = Textmeddelande
phone-fax = Fax
address-postal = Postadress
address-delivery = Skicka blanketten till
access-heading = Tillgänglighet på plats

weekday-monday = måndag
weekday-tuesday = tisdag
weekday-wednesday = onsdag
weekday-thursday = torsdag
weekday-friday = fredag
weekday-saturday = lördag
weekday-sunday = söndag
hours-this-week = Öppettider den här veckan
hours-today = i dag
hours-always = Alltid öppet
hours-closed = stängt
hours-all-day = dygnet runt
hours-by-appointment = med tidsbokning
hours-exceptions = Avvikande öppettider:
holiday-NewYearEve = nyårsafton
holiday-NewYearDay = nyårsdagen
holiday-Epiphany = trettondagen
holiday-MaundyThursday = skärtorsdagen
holiday-GoodFriday = långfredagen
holiday-EasterSunday = påskdagen
holiday-EasterMonday = annandag påsk
holiday-MayDayEve = valborgsmässoafton
holiday-MayDay = första maj
holiday-AscensionDay = Kristi himmelsfärdsdag
holiday-WhitSunday = pingstdagen
holiday-MidsummerEve = midsommarafton
holiday-MidsummerDay = midsommardagen
holiday-AllSaintsDay = alla helgons dag
holiday-IndependenceDay = självständighetsdagen
holiday-ChristmasEve = julafton
holiday-ChristmasDay = juldagen
holiday-SecondDayOfChristmas = annandag jul

organisation-State = Statlig organisation
organisation-Municipality = Kommun
organisation-Regional = Regional organisation
organisation-Organisation = Förening eller sammanslutning
organisation-Company = Företag
organisation-parent = En del av
organisation-services = Tjänster
organisation-no-services = Organisationen har inga tjänster på servicebrickan.
organisation-total = { $count ->
    [one] { $count } tjänst
   *[other] { $count } tjänster
}
organisation-parts = Underorganisationer
organisation-contact = Kontaktuppgifter
organisation-business-id = FO-nummer { $name }

source-ptv = Källa: Suomi.fi-servicedatalagret
source-changed = Uppgifterna ändrades senast { $name }
source-id = Id: { $name }

