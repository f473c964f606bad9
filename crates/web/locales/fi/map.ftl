view-heading = Näkymä
view-list = Luettelo
view-map = Kartalla
map-heading = Paikat kartalla
map-skip = Siirry kartan ohi luetteloon
map-results-title = Kartta: tämän sivun palvelujen paikat
map-results-text = Kartan numerot ovat samat kuin luettelossa. Kun valitset kunnan, näet sen palvelut.
map-anchor = tulos
map-mark = { $number }. { $name }
map-municipality = { $count ->
    [one] { $name }: { $count } palvelu
   *[other] { $name }: { $count } palvelua
}
map-missing = { $count ->
    [one] Yksi tämän sivun palvelu ei ole kartalla: sillä ei ole käyntipaikkaa tai paikan sijaintia ei ole ilmoitettu. Se on luettelossa.
   *[other] Tämän sivun palveluista { $count } ei ole kartalla: niillä ei ole käyntipaikkaa tai paikan sijaintia ei ole ilmoitettu. Ne ovat luettelossa.
}
map-none = Tämän sivun palveluilla ei ole käyntipaikkaa, tai paikan sijaintia ei ole ilmoitettu. Palvelut ovat luettelossa.
map-outside = { $count ->
    [one] Yksi paikka on kartan alueen ulkopuolella. Se on luettelossa.
   *[other] { $count } paikkaa on kartan alueen ulkopuolella. Ne ovat luettelossa.
}
map-towns = Kartan kunnat luettelona
map-schematic = Kaaviokartta: kunnista näkyy vain keskipiste.
map-borders = Kuntarajat: { $name }.
map-places-title = { $count ->
    [one] Kartta: missä paikka on
   *[other] Kartta: missä paikat ovat
}
map-place-unknown = Paikan sijaintia ei ole ilmoitettu, joten karttaa ei voi näyttää. Katso osoite yhteystiedoista.
sort-distance = Lähin ensin
sort-local = Oman kunnan palvelut ensin
distance-from = Etäisyydet on laskettu linnuntietä kunnan keskipisteestä ({ $name }). Viimeisinä ovat palvelut, joilla ei ole käyntipaikkaa tai joiden käyntipaikan sijaintia ei tiedetä.
distance-under-one = Lähin paikka alle kilometrin päässä
distance-kilometres = Lähin paikka noin { $count } km päässä
distance-no-place = Ei käyntipaikkaa, jonka sijainti tiedetään
