leaflet-download = Ladda ner listan som PDF
leaflet-own = Min lista över tjänster
leaflet-count = { $count ->
    [one] Det finns en tjänst på listan.
   *[other] Det finns { $count } tjänster på listan.
}
leaflet-printed = Utskriven { $name }. Ring och kontrollera uppgifterna före besöket.
leaflet-do = Vad gör jag nu?
leaflet-by = Tjänsten ordnas av
leaflet-place = Besöksadress
leaflet-hours = Öppet
leaflet-always = Alltid öppet
leaflet-price = Pris
leaflet-online = På webben
leaflet-changed = Uppgifterna ändrades { $name }
leaflet-again = Öppna listan på webben: läs koden med telefonens kamera eller skriv adressen i webbläsaren.
leaflet-page = Sida
leaflet-stays = Filen blir kvar på din enhet. Radera den om någon annan använder enheten och inte får se listan.
