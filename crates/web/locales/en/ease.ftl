ease-heading = An easier way to read
ease-easy-on = Show in easy English
ease-easy-off = Show in ordinary English
ease-large-on = Make the text larger
ease-large-off = Back to ordinary text size
ease-note = The choice changes the website's own texts. Descriptions of services are written by their providers. The choice is kept in a cookie.

leave-button = Leave this page quickly
leave-help = You can also press Esc three times. The page may stay in your browser's history.
leave-more = Read more
leave-presses = Leave this page: presses of Esc left: #.

digital-help-heading = Help with using the internet
digital-help-lead = Digital support helps you to use a phone, a computer and online services. It is usually free of charge.
digital-help-words = digital support
digital-help-near = Digital support on the service tray
digital-help-none = There is no digital support on the service tray yet. Ask at the library or at your municipality's service point.
digital-help-search = Show all digital support services
digital-help-1-heading = Where can you get help?
digital-help-1 =
    - At the library you can use a computer and print. The staff help you to get started.
    - Many associations, adult education centres and municipal service points give digital support. Ask whether you need an appointment.
    - You may also get help by phone or at home. The page of the service tells you how.
digital-help-2-heading = Take with you
digital-help-2 =
    - your phone, tablet or laptop, and its charger
    - the passwords that you need. Do not show them to others.
    - your online banking codes, if you are going to identify yourself. Always sign in yourself.
digital-help-3-heading = Keep your data safe
digital-help-3 =
    Nobody who gives digital support needs your banking codes or passwords. Do not give them to anybody. If somebody asks for them by phone or in a message, it is a scam.
digital-help-4-heading = On behalf of somebody else, or without the internet
digital-help-4 =
    You can give somebody close to you the right to act for you online: see [Suomi.fi e-Authorizations](https://www.suomi.fi/e-authorizations).

    You do not have to use the internet. The page of a service gives its phone number and address, where it has them. You can ask somebody to print the page for you.

screen-nothing = There are no services
screen-nothing-text = Choose another theme, or check the IDs of the services in the address.
screen-code = QR code to the page of the service: { $name }
screen-take = Read more on your phone
screen-stop = Pause the slides
screen-go-on = Resume the slides
