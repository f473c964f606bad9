list-mine = My list
list-link = My list ({ $count })
list-now = { $count ->
    [one] There is one service on your list.
   *[other] There are { $count } services on your list.
}
list-add = Add to my list
list-on = On my list – remove
list-added = Added to your list:
list-removed = Removed from your list:
list-cleared = { $count ->
    [one] One service removed.
   *[other] { $count } services removed.
}
list-taken = { $count ->
    [0] All these services were on your list already.
    [one] One service was added to your list.
   *[other] { $count } services were added to your list.
}
list-full = Your list is full. Remove a service first.
list-undo = Undo
list-empty = There are no services on your list yet.
list-begin = Find services and press “Add to my list” beside a service. You do not need to sign in, and nobody else sees your list. When the list is ready, you can print it.
list-begin-sharing = You can also share it with somebody.
list-to-themes = Browse services by theme
list-lead = The list is in this browser only. If you share the computer with others, clear the list when you have finished.
list-up = Move up
list-down = Move down
list-remove = Remove
list-clear = Clear the list
list-print = Print
list-today = Today { $date }: { $hours }
list-gone = This service is no longer offered.
list-unknown = Unknown service
list-until = The list can be read until { $name }.

give-heading = Share the list with somebody
give-jump = Share the list with somebody
give-text = You get an address and a QR code that open the list on any device. Your own list stays as it is.
give-language = Recipient’s language
give-validity = How long the list can be read
give-validity-day = 1 day
give-validity-week = 1 week
give-validity-month = 1 month
give-validity-quarter = 3 months
give-validity-year = 1 year
give-note = Message to the recipient (optional)
give-note-hint = Do not write a name, a personal identity code, a phone number or anything else that could identify a person. At most { $count } characters.
give-button = Share the list
give-error-title = Error: { $name }
give-error-heading = The message needs a change
give-error = Error:
give-too-long = The message has { $count } characters. Shorten it to { $most } characters or fewer.
give-identity-code = There seems to be a personal identity code in the message. Everybody who has the address can read the list, so it must not contain identity codes. Remove the code and share the list again.
give-email = There seems to be an e-mail address in the message. Anybody who has the address of the list can read it, so do not write people’s e-mail addresses in it. Remove the address and share the list again.
give-phone = There seems to be a phone number in the message. Everybody who has the address can read the list, so it must not contain people’s numbers. Remove the number and share the list again. The services’ own numbers are on the list without a message.

given-heading = The list is ready to share
given-count = { $count ->
    [one] There is one service on the list.
   *[other] There are { $count } services on the list.
}
given-language = Recipient’s language: { $name }.
given-address = Address of the list
given-qr = QR code that opens the list
given-who = Scan the code with a phone’s camera or type the address in a browser. Everybody who has the address can read the list.
given-ways = Send or print
given-copy = Copy the address
given-copied = The address has been copied.
given-not-copied = Copying did not work. Select the address and copy it yourself.
given-mail = Send by e-mail
given-sms = Send as a text message
given-open = Open the recipient’s list
given-leaflet = The list as the recipient sees it
given-back = Back to your own list
given-subject = A list of services for you
given-message = Hello! I have made a list of services for you: { $address } The list can be read until { $date }.

shared-heading = A list made for you
shared-count = { $count ->
    [one] One service has been chosen for you.
   *[other] { $count } services have been chosen for you.
}
shared-note = Message to you
shared-take = Make it my list
shared-take-text = You can make this list your own. Then you can change it, and it stays in this browser even after it has expired for others.
shared-take-more = Add to my list
shared-take-more-text = You have a list of your own already. You can add these services to the end of it.
shared-again = Open the list again at this address:
shared-created = The list was made on { $name }.
no-list-title = This list cannot be found
no-list-text = It may have expired, or there may be a typing mistake in the address. Check the address, or ask the person who gave you the list for a new one.
many-lists-title = Lists cannot be shared right now
many-lists-text = As many lists have been shared in the past day as the site can take. Please try again later. Your own list is safe. The message was not kept: go back in your browser if you want to copy it.
long-list-title = The list is too long for a PDF
long-list-text = There is so much to say about its services that it does not fit in one file. Go back to the list and remove some services, or print the list from the browser.
