view-heading = View
view-list = List
view-map = On a map
map-heading = Places on a map
map-skip = Skip the map and go to the list
map-results-title = Map: where the services on this page are
map-results-text = The numbers on the map are the same as in the list. Choose a municipality to see its services.
map-anchor = result
map-mark = { $number }. { $name }
map-municipality = { $count ->
    [one] { $name }: { $count } service
   *[other] { $name }: { $count } services
}
map-missing = { $count ->
    [one] One service on this page is not on the map: it has no place to visit, or its location has not been given. It is in the list.
   *[other] { $count } services on this page are not on the map: they have no place to visit, or its location has not been given. They are in the list.
}
map-none = The services on this page have no place to visit, or its location has not been given. They are in the list.
map-outside = { $count ->
    [one] One place lies outside the map. It is in the list.
   *[other] { $count } places lie outside the map. They are in the list.
}
map-towns = The municipalities of the map as a list
map-schematic = A schematic map: it shows only the centre of each municipality.
map-borders = Municipal borders: { $name }.
map-places-title = { $count ->
    [one] Map: where the place is
   *[other] Map: where the places are
}
map-place-unknown = The location of the place has not been given, so there is no map. The address is among the contact details.
sort-distance = Nearest first
sort-local = Services of your municipality first
distance-from = Distances are as the crow flies from the centre of the municipality ({ $name }). Services that have no place to visit, or whose location is not known, come last.
distance-under-one = Nearest place less than a kilometre away
distance-kilometres = Nearest place about { $count } km away
distance-no-place = No place to visit whose location is known
