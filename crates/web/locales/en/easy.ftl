# Easy English: short sentences, common words, one thing at a time.

footer-source-easy = The information about services comes from the Finnish Service Catalogue. The people who run the service wrote it.
not-found-text-easy = Maybe there is a mistake in the address. Or the page is gone.

home-heading-easy = What service do you need?
home-lead-easy = Find help and things to do near you.
home-themes-easy = Choose a subject
search-words-easy = Write what you need
search-fit-all-easy = We found services that fit your words.
search-fit-most-easy = We did not find a service that fits fully. The first ones fit best.
search-fit-need-easy = Do you need help with this: { $name }? These services can help.
search-fit-near-easy = We did not find just what you wanted. These services may be close to it.
search-nothing-easy = We did not find a service that fits
search-nothing-advice-easy = Write another word. Check that the spelling is right.
search-neighbours-easy = There are services in places near you:
search-near-easy = These services may still help
filters-heading-easy = Show only some of the services
search-why-easy = Why is this service here?
report-heading-easy = Is a service missing here?
report-text-easy = You can tell us. We will not know who you are.
crisis-when-emergency-easy = Call now if somebody is in danger.
crisis-when-medical-easy = Call if you need help soon and do not know who can help.

next-step-easy = Do this
service-more-channels-easy = The service has more places. They are not shown here.
section-description-easy = What is this service?
section-conditions-easy = Who can get it?
section-price-easy = What does it cost?
section-processing-time-easy = How long do you have to wait?
section-deadline-easy = By which day?
section-validity-easy = How long does it last?
section-places-easy = Where can you go?
section-ways-easy = How else can you get it?
section-voucher-easy = Service voucher: the municipality or county pays a part
section-legislation-easy = Laws
related-heading-easy = Look at these services too
facts-easy = In short
fact-for-whom-easy = Who it is for
fact-price-easy = Does it cost money
fact-area-easy = Where you can get it
fact-languages-easy = In which languages you can get it
fact-responsible-easy = Who is responsible for it
fact-producers-easy = Who gives the service
fact-terms-easy = Subjects

about-lead-easy = This website shows the services in the area. They help you to feel well. They are given by municipalities, the wellbeing services county, associations, parishes and companies.
about-1-easy =
    The website is for everybody. It costs nothing.

    You do not have to sign in.
about-2-easy =
    The people who run a service wrote the information about it. We do not change it.

    The information comes from the [Finnish Service Catalogue](https://www.suomi.fi/).
about-3-easy =
    The search looks for services that fit your words.

    Nobody can pay to be the first.
privacy-lead-easy = You can use this website and nobody will know who you are.
privacy-1-easy =
    - You do not have to sign in.
    - We do not watch what you do.
    - There are no advertisements.
    - We store nothing about you or your device.
privacy-2-easy =
    Do not write names or identity codes in the search.

    The words you search for can stay in your browser's history.

    If we find no service that fits, we count the search. We see the words only when five searches have been the same. We do not know who searched.
privacy-3-easy =
    A cookie is a small note that stays on your device.

    This website uses a cookie only if you make a list, search in a municipality, or choose easy English or large text. The cookie holds only the list, the municipality or the choice.
privacy-3-sharing-easy =
    If you share a list, we keep its services and the message. We do not know who shared it. We delete the list when its time is over.
privacy-3-feedback-easy =
    If you give feedback, we keep your text. It goes to: { $name }. We do not know who you are. Do not write a name. We delete the feedback after two years.
privacy-4-easy =
    You can see the emergency numbers even when the internet does not work.

    You can then also see your list, if you have opened it before. The browser keeps the list on your device. When you empty the list, it is removed from the device too.
guide-lead-easy = This page tells you how to find a service that fits you.
guide-1-easy =
    Write what you need in the search box. Use your own words. For example: “I feel lonely”.

    Choose the municipality where you live. Then press “Search”.

    Spelling mistakes do not matter.
guide-2-easy =
    There are eight subjects on the front page. Choose one to see its services.
guide-3-easy =
    If there are too many services, choose one subject or one municipality.
guide-4-easy =
    Write another word. You can also tell us that a service is missing.
guide-5-easy =
    Open the page of a service. First you see what you have to do. You also see a phone number and an address.

    You can print the page.
guide-6-easy =
    At the end of each page you can choose easy English or large text.

    The people who run the services wrote the information about them. It is not in easy English.
guide-7-easy =
    Some pages have a button “Leave this page quickly”. Press it if somebody must not see what you read. You will see another page at once.

    The device may still remember which pages you saw.
guide-8-easy =
    Press “Add to my list”. The list stays in your own browser. You can print the list.
guide-8-sharing-easy =
    You can also share the list with somebody. Do not write a name or a personal identity code in the message.
digital-help-lead-easy = Here you find help if it is hard to use a phone, a computer or the internet. It is usually free.
leave-help-easy = You can also press Esc three times. The device may still remember this page.
