information-more = Read also
information-contact = Contact us
information-contact-none = Whoever runs this website has not yet given contact details.
information-privacy-own = Who is responsible for personal data?
information-phone = Phone:
information-email = E-mail:

about-heading = About this site
about-lead = The service tray brings together in one place the services that support wellbeing in the area: those of the municipalities and the wellbeing services county, the activities of associations and parishes, and companies' services.
about-1-heading = Who is it for?
about-1 =
    The service tray is for everybody who lives here, and for those whose work is to guide people to services.
    You can use it free of charge and without signing in.
about-2-heading = Where do the descriptions come from?
about-2 =
    They come from the [Finnish Service Catalogue](https://www.suomi.fi/) (Suomi.fi Palvelutietovaranto). The organisation that provides a service is responsible for its description. We do not change the descriptions.

    The page of each service tells when its description was last changed.
about-3-heading = How are results put in order?
about-3 =
    The search looks for services by words and by what they mean. Nobody can buy a better place for a service. The people who run the site can teach the search local words. For each result you can see why it is there.
about-4-heading = Open source and open data
about-4 =
    The source code of the tray is open (EUPL-1.2). The same data is available to everybody through an open API.
about-4-feeds =
    You can also follow new and changed services in feeds.

privacy-heading = Privacy
privacy-lead = You can use the service tray without telling who you are. We do not ask, and we do not follow what you do.
privacy-1-heading = What we do not do
privacy-1 =
    - We do not ask you to sign in.
    - We use no visitor tracking, no advertisements, and no fonts, maps or programs of other companies. Your browser contacts this website only.
    - We do not store your IP address, anything about your browser, or which pages you look at.
    - We do not write search words or page addresses into the log. It has only a random code, the kind of page, the status of the answer and how long it took.
privacy-2-heading = What happens to your search words
privacy-2 =
    Your words are in the address of the results page, so that you can come back to the search or send it to somebody. The address stays in your browser's history. Do not write names or identity codes in the search box.

    When a search finds nothing that fits, or you report a missing service, we count it, in order to know what the area lacks:

    - First we take away words with digits, e-mail addresses, web addresses and account names.
    - Of what is left we store only a hash, from which the words cannot be read. They become visible only when the same has been searched for five times.
    - Hashes are removed after 13 weeks and counts after 104 weeks. Only the week, the language and the chosen municipality go with them.
privacy-3-heading = Cookies
privacy-3 =
    The website stores a cookie only when you do something that would not work without it. That is why no separate consent is needed.

    - **Your list**: the cookie holds the identifiers of the services on your list. It lasts for 30 days and is removed when you empty the list.
    - **Municipality**: if you search for services in a municipality, the cookie holds its number, so that you need not choose it again. It is removed when you close the browser or search in the whole country.
    - **Easy English and larger text**: the cookie holds your choice. It lasts for one year and is removed when you go back to the ordinary view.

    If you switch the keyboard shortcut off, your browser remembers it by itself. We are not told.
privacy-3-sharing =
    When you share a list, we store its services, the language and the message that you chose to add. We do not store who shared the list or who opened it. Do not write names, or anything else by which somebody can be recognised, in the message. The list is deleted when it expires.
privacy-3-feedback =
    When you give feedback, we store what kind it is, the text that you wrote, the service that it is about, the language of the site and the time. It goes to those who run this site: { $name }. We do not store who gave it. Do not write names, or anything else by which somebody can be recognised. The feedback is deleted after two years. If you give your e-mail address to get an answer, we keep it apart from the feedback and only until the answer has been sent, for half a year at most. We use it for nothing else.
privacy-3-events =
    When you register for a workshop or clinic, we store your name, your organisation and your e-mail address. Only the organiser sees them. They are deleted at once when you cancel your registration, and 30 days after the event at the latest. After that, only the fact that your organisation took part remains.
privacy-4-heading = Pages without a connection
privacy-4 =
    If your browser can, it keeps on your device a page that is shown when you are offline. It has the emergency numbers.

    When you open your list, the browser also keeps a copy of it, so that you can see the list offline. There is only one copy, and it stays on your device.

    - When you change the list, a new copy takes the place of the old one.
    - The copy is removed when you empty the list, when you leave with the button “Leave this page quickly”, or when you delete stored data at the end of this page.
    - If the list has a service about violence, addiction or a crisis, no copy is made.
    - No copy is kept of search results, the pages of services or lists that were shared with you.
privacy-5-heading = Links to other websites
privacy-5 =
    When you go to another website, it can tell that you came from the service tray, but not which page you were on or what you searched for. Other websites have privacy practices of their own.

    If you came here through the address of a campaign, we count the visit by campaign and day. Nothing about you goes with it.
privacy-6-heading = Contact details in descriptions
privacy-6 =
    Descriptions may have the work contact details of employees. The organisations have published them in the Finnish Service Catalogue and are responsible for them. What is removed there is removed here too.
privacy-7-heading = Your rights
privacy-7 =
    Unless you have given us your details yourself, we do not know who you are, so there is nothing about you that we could look up. If you have a question about privacy, contact the people who run the website. You can also turn to the [Office of the Data Protection Ombudsman](https://tietosuoja.fi/en/).
privacy-7-sharing =
    If you want a list that you shared to be deleted, send its address to whoever runs the website.
privacy-7-events =
    You can see and delete the details of your registration on your registration page.

guide-heading = How to use the service tray
guide-lead = This is how to find a service that suits you, somebody close to you, or your client.
guide-1-heading = Search in your own words
guide-1 =
    Write what you need in the search box. Write as you would speak: “I feel lonely“, ”swimming pool Naantali”, “the baby does not sleep”.

    - The search understands inflected forms, compound words and typing mistakes. It knows Finnish and Swedish best.
    - You can write the place among the words, or choose the municipality beside the box.
    - You get suggestions while you write. Choose one with the arrow keys or by tapping it.
guide-2-heading = Or browse by theme
guide-2 =
    On the front page the services are divided into eight themes. Beside each theme you see how many services it has.
guide-3-heading = Narrow the results
guide-3 =
    Beside or below the results you can narrow them by municipality, theme, group of people, language, price, way of getting the service and more. The number after a choice shows how many services will be left. What you have chosen is shown above the results, and can be removed one by one. “Why this?” tells you why a service is there.
guide-4-heading = When nothing fits
guide-4 =
    Try another or a more general word, or remove filters. You can also report a missing service. The report is anonymous.
guide-5-heading = The page of a service
guide-5 =
    At the top is how to get started: what to do, where to call and where to go. Then comes what the service is, who it is for and what it costs. You can print the page with your browser.
guide-6-heading = An easier way to read
guide-6 =
    At the bottom of each page you can choose easy English and larger text. It is the website's own texts that become easier. The descriptions of services are written by their providers, and we do not change them.

    The website also works with a keyboard alone, with a screen reader, and without JavaScript.
guide-7-heading = Leave this page quickly
guide-7 =
    Pages about violence, addiction and crises have a button “Leave this page quickly”. It takes you to an ordinary news page at once. You can also press Esc three times. Your browser's history still shows the pages that you visited before. If somebody else uses your device, clear the history or use a private window.
guide-8-heading = Make a list of your own
guide-8 =
    Press “Add to my list” beside a service. The list stays in your own browser and needs no account. On your list you can change the order, remove services, and undo that.

    You can print the list or download it as a PDF.

    You can see your list also offline, once you have opened it. From the browser's menu you can add the service tray to your phone's home screen.
guide-8-sharing =
    You can also share the list with a client or somebody close to you: choose the language and for how long the list can be read, and press “Share the list”. You get a short address and a QR code to give on paper, by e-mail or by text message. Do not write anything in the message that could identify a person.
guide-9-heading = For professionals
guide-9 =
    The address of a results page has the search and the filters in it. You can keep it as a bookmark or send it to a colleague.

    On the home page and among results the key / takes you to the search box.
guide-9-feeds =
    Feeds show new and changed services.

why-missing-heading = Why is my service not here?
why-missing-lead = Advice for those who provide services. The service tray shows the services that are described and published in the Finnish Service Catalogue (Suomi.fi Palvelutietovaranto, PTV). Check these things in order.
why-missing-1-heading = 1. Is your organisation in the Finnish Service Catalogue?
why-missing-1 =
    Public organisations have a legal duty to describe their services there. Associations, parishes and companies may join free of charge. Joining and describing is done in [Suomi.fi Service Management](https://palveluhallinta.suomi.fi/).
why-missing-2-heading = 2. Is the service published?
why-missing-2 =
    Drafts are not shown. Check that the service is published in every language in which you want it to be seen. Each language version is published separately. If the description has expired, publish it again.
why-missing-3-heading = 3. Is the area right?
why-missing-3 =
    A service is shown in a municipality only if its area covers the municipality. Check where the service is said to be available: the municipality, the region, the wellbeing services county or the whole country must be there.
why-missing-4-heading = 4. Does the service have the right service class?
why-missing-4 =
    The search finds a service whatever its class, but it belongs to a theme only if it has one of the theme's service classes itself. Choose the most exact class, for example “Sports and exercise” and not just the main class. A service whose only target group is businesses or authorities is not shown in themes.
why-missing-5-heading = 5. Is a service channel connected to it?
why-missing-5 =
    Without one the service is shown, but without a phone number, address and opening hours. Connect at least one place, phone service or online service to it.
why-missing-6-heading = 6. Can it be found with the words that people use?
why-missing-6 =
    Search for the service by its name and by the organisation's. Write the words that people use into the name, the summary and the free keywords.
why-missing-7-heading = 7. When does a change appear?
why-missing-7 =
    We read changes from the Finnish Service Catalogue usually once a day, at night, and everything once a week. A change is found as soon as it has been read. If a fault in a description makes it unreadable, the previous version is shown.
why-missing-8-heading = Is it still not here?
why-missing-8 =
    Contact whoever runs the website, and give the ID that the service has in the Finnish Service Catalogue. The report of the import tells us why it was not read.

statement-heading = Accessibility statement
statement-lead = This statement is about the service { $name }. It was written on { $written } and updated on { $updated }.
statement-level-heading = How accessible is the service?
statement-level-fully = The service meets the requirements of the Act on the Provision of Digital Services (306/2019) in full: levels A and AA of WCAG 2.1.
statement-level-partly = The service meets most of the requirements of the Act on the Provision of Digital Services (306/2019): levels A and AA of WCAG 2.1. What it lacks is listed below.
statement-level-not = The service does not yet meet the requirements of the Act on the Provision of Digital Services (306/2019): levels A and AA of WCAG 2.1. What it lacks is listed below.
statement-goal = Our own aim is level AA of the newer WCAG 2.2.
statement-gaps-heading = What is not accessible?
statement-gaps-none = We do not know of any problems.
statement-criterion = WCAG { $name }
statement-assessed-heading = How has accessibility been assessed?
statement-assessed-own = We have assessed the service ourselves.
statement-assessed-external = The service has been assessed by an outside expert.
statement-tested = Automatic tests check each kind of page in every language, in dark and light mode, with high contrast and on a narrow screen, and its use by keyboard and without JavaScript. They were last run on { $name }. Automatic tests find only some of the problems.
statement-feedback-heading = Did you find a problem? Tell us
statement-feedback = We do our best to make sure that everybody can use the service. If something does not work for you, or you need the information in another form, tell us. We answer within 14 days.
statement-authority-heading = Supervisory authority
statement-authority = If you do not get an answer within 14 days or are not satisfied with it, you can report it to the supervisory authority. Its website tells how to do that and how the matter is dealt with.
