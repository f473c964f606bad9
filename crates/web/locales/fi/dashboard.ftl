dashboard-heading = Tilannekuva
dashboard-week = Viimeiset seitsemän päivää
dashboard-what = Mitä
dashboard-number = Määrä
dashboard-figure = { $count }
dashboard-points = Kuvausten pisteet nyt
dashboard-points-before = Kuvausten pisteet viikko sitten
dashboard-new = Uusia palveluja
dashboard-changed = Muuttuneita palveluja
dashboard-gone = Poistuneita palveluja
dashboard-found = Uusia havaintoja
dashboard-mended = Poistuneita havaintoja
dashboard-feedback = Palautteita
dashboard-mendings = Arvokkaimmat korjaukset
dashboard-mendings-lead = Korjaus on sitä arvokkaampi, mitä enemmän pisteitä havainto vie ja mitä useamman asukkaan kuvaus tavoittaa.
dashboard-no-mendings = Yhtään korjattavaa kuvausta ei ole.
dashboard-all-mendings = Kaikki { $count } arvokkainta korjausta
dashboard-reach = Asukkaita, jotka kuvaus tavoittaa
dashboard-worth = Arvo (pisteet × asukkaat)
dashboard-mend = Näin korjataan
dashboard-corners = Kartan tyhjät kohdat
dashboard-corners-lead = { $name }: kunnat, joissa ei ole yhtään paikallista palvelua jostakin teemasta. Ensin ovat ne, joissa tavoite ei täyty, sitten ne, joiden teemassa ei ole koko alueenkaan palvelua, ja näistä ensin suurimmat kunnat.
dashboard-corners-count = { $count ->
    [one] { $count } tyhjä kohta
   *[other] { $count } tyhjää kohtaa
}
dashboard-no-corners = Tyhjiä kohtia ei ole, tai kattavuutta ei ole vielä laskettu.
dashboard-all-corners = Kaikki { $count } tyhjää kohtaa
dashboard-map = Kattavuus taulukkona
dashboard-inhabitants = Asukkaita
dashboard-near = Naapurikunnissa
dashboard-stale = Vanhentuneet kuvaukset
dashboard-stale-lead = Kuvaus on vanhentunut, kun kukaan ei ole muuttanut eikä vahvistanut sitä yli { $count } päivään.
dashboard-no-stale = Vanhentuneita kuvauksia ei ole.
dashboard-all-stale = Kaikki { $count } organisaatiota, joilla on vanhentuneita kuvauksia
dashboard-stale-owners = { $count ->
    [one] { $count } organisaatio
   *[other] { $count } organisaatiota
}
dashboard-stale-descriptions = { $count ->
    [0] Vanhentuneita kuvauksia ei ole
    [one] { $count } vanhentunut kuvaus
   *[other] { $count } vanhentunutta kuvausta
}
dashboard-stale-count = Vanhentuneita
dashboard-oldest = Vanhin muutettu
dashboard-last-changed = Viimeksi muutettu
dashboard-kind = Mikä
dashboard-kind-service = Palvelu
dashboard-kind-channel = Asiointikanava
dashboard-kind-organisation = Organisaatio
