leaflet-download = Download the list as a PDF
leaflet-own = My list of services
leaflet-count = { $count ->
    [one] There is one service on the list.
   *[other] There are { $count } services on the list.
}
leaflet-printed = Printed { $name }. Call to check the details before you go.
leaflet-do = What do I do now?
leaflet-by = Provided by
leaflet-place = Address
leaflet-hours = Open
leaflet-always = Always open
leaflet-price = Price
leaflet-online = Online
leaflet-changed = Information changed { $name }
leaflet-again = Open the list on the web: read the code with your phone’s camera or type the address in a browser.
leaflet-page = Page
leaflet-stays = The file stays on your device. Delete it if somebody else uses the device and must not see the list.
