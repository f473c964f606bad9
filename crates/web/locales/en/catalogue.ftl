name-missing = No name given
described-in-fi = This service has not been described in English. The description is in Finnish.
described-in-sv = This service has not been described in English. The description is in Swedish.
described-in-en = This description is in English only.
described-in-se = This service has not been described in English. The description is in Northern Sámi.
described-in-smn = This service has not been described in English. The description is in Inari Sámi.
described-in-sms = This service has not been described in English. The description is in Skolt Sámi.

next-step = How to get started
next-step-today = Today { $name }
service-also-known = Also known as
service-languages = Also described in:
service-more-channels = The service has more places and ways to get in touch, which are not shown here.
section-description = What it is about
section-fold = Read the full text
section-conditions = Who can get it
section-price = Price
section-processing-time = Processing time
section-deadline = Deadline
section-validity = How long it is valid
section-kind = More information
section-places = Places
section-ways = Other ways to get in touch
section-voucher = Service voucher
section-legislation = Legislation

related-heading = You may also be interested in
related-together = { $count ->
    [one] Has been on the same list once.
   *[other] Has been on the same list { $count } times.
}
related-need = Helps with the same thing: { $name }
related-word = Shared topic: { $name }
related-class = Same service class: { $name }
related-group = Same target group: { $name }
related-meaning = Similar in content
related-other-theme = Another theme: { $theme }. { $reason }

facts = In short
fact-kind = Type
fact-for-whom = For whom
fact-price = Charge
fact-area = Area
fact-languages = Languages of service
fact-responsible = Responsible organisation
fact-producers = Produced by
fact-life-events = Life events
fact-classes = Service classes
fact-terms = Subjects
service-kind-ProfessionalQualification = Professional qualification
service-kind-PermitOrOtherObligation = Permit or other obligation
provision-SelfProduced = self-produced
provision-Procured = bought service
provision-OtherProvision = other arrangement

charge-Free = Free of charge
charge-Charged = There is a charge
charge-ExtraCharge = Costs more than an ordinary call
call-Free = The call is free
call-Charged = The call is charged
call-ExtraCharge = The call costs more than an ordinary call
area-whole-country = The whole country
area-except-aland = The whole country except Åland
area-more = { $count ->
    [one] and { $count } other
   *[other] and { $count } others
}

channel-EService = Online service
channel-WebPage = Web page
channel-Telephone = Phone service
channel-PrintableForm = Form to print
channel-ServiceLocation = Place
channel-other = Another way to get in touch
channel-identification = You must identify yourself with your bank codes or another strong method.
channel-signatures = { $count ->
    [one] One signature is needed.
   *[other] { $count } signatures are needed.
}
channel-form-identifier = Form number:
channel-price = Price:
channel-languages = Languages of service:
channel-more = More information
channel-services = Services
accessibility-FullyCompliant = Meets the accessibility requirements.
accessibility-PartiallyCompliant = Meets the accessibility requirements in part.
accessibility-NonCompliant = Does not meet the accessibility requirements.
link-outside = another website
phone-sms = Text message
phone-fax = Fax
address-postal = Postal address
address-delivery = Where to send the form
access-heading = Access

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
hours-this-week = Opening hours this week
hours-today = today
hours-always = Always open
hours-closed = closed
hours-all-day = all day and night
hours-by-appointment = by appointment
hours-exceptions = Different opening hours:
holiday-NewYearEve = New Year's Eve
holiday-NewYearDay = New Year's Day
holiday-Epiphany = Epiphany
holiday-MaundyThursday = Maundy Thursday
holiday-GoodFriday = Good Friday
holiday-EasterSunday = Easter Sunday
holiday-EasterMonday = Easter Monday
holiday-MayDayEve = May Day Eve
holiday-MayDay = May Day
holiday-AscensionDay = Ascension Day
holiday-WhitSunday = Whit Sunday
holiday-MidsummerEve = Midsummer Eve
holiday-MidsummerDay = Midsummer Day
holiday-AllSaintsDay = All Saints' Day
holiday-IndependenceDay = Independence Day
holiday-ChristmasEve = Christmas Eve
holiday-ChristmasDay = Christmas Day
holiday-SecondDayOfChristmas = Second Day of Christmas

organisation-State = State organisation
organisation-Municipality = Municipality
organisation-Regional = Regional organisation
organisation-Organisation = Association or other body
organisation-Company = Company
organisation-parent = Part of
organisation-services = Services
organisation-no-services = The organisation has no services on the tray.
organisation-total = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
organisation-parts = Sub-organisations
organisation-contact = Contact
organisation-business-id = Business ID { $name }

source-ptv = Source: Finnish Service Catalogue (Suomi.fi Palvelutietovaranto)
source-changed = Last changed { $name }
source-id = ID: { $name }

