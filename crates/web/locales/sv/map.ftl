view-heading = Vy
view-list = Lista
view-map = På karta
map-heading = Platserna på kartan
map-skip = Hoppa över kartan till listan
map-results-title = Karta: var tjänsterna på den här sidan finns
map-results-text = Numren på kartan är desamma som i listan. När du väljer en kommun ser du tjänsterna där.
map-anchor = resultat
map-mark = { $number }. { $name }
map-municipality = { $count ->
    [one] { $name }: { $count } tjänst
   *[other] { $name }: { $count } tjänster
}
map-missing = { $count ->
    [one] En av tjänsterna på sidan finns inte på kartan: den har inget besöksställe eller så har läget inte uppgetts. Den finns i listan.
   *[other] { $count } av tjänsterna på sidan finns inte på kartan: de har inget besöksställe eller så har läget inte uppgetts. De finns i listan.
}
map-none = Tjänsterna på den här sidan har inget besöksställe, eller så har läget inte uppgetts. Tjänsterna finns i listan.
map-outside = { $count ->
    [one] En plats ligger utanför kartan. Den finns i listan.
   *[other] { $count } platser ligger utanför kartan. De finns i listan.
}
map-towns = Kartans kommuner som lista
map-schematic = Schematisk karta: av kommunerna visas bara mittpunkten.
map-borders = Kommungränser: { $name }.
map-places-title = { $count ->
    [one] Karta: var platsen finns
   *[other] Karta: var platserna finns
}
map-place-unknown = Läget har inte uppgetts, så det går inte att visa en karta. Se adressen bland kontaktuppgifterna.
sort-distance = Närmast först
sort-local = Den egna kommunens tjänster först
distance-from = Avstånden är räknade fågelvägen från kommunens mittpunkt ({ $name }). Sist kommer tjänster som inte har något besöksställe eller vars besöksställe har ett okänt läge.
distance-under-one = Närmaste plats på under en kilometers avstånd
distance-kilometres = Närmaste plats på cirka { $count } km avstånd
distance-no-place = Inget besöksställe med känt läge
