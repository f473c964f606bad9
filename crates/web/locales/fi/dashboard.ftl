dashboard-heading = Tilannekuva
dashboard-week = Viimeiset seitsemän päivää
dashboard-what = Tunnusluku
dashboard-number = Arvo
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
dashboard-no-mendings = Mikään havainto ei koske kuvausta, joka tavoittaa asukkaita.
dashboard-reach = Kuvauksen tavoittamat asukkaat
dashboard-worth = Arvo (pisteet × asukkaat)
dashboard-mend = Näin korjataan
dashboard-corners = Kartan tyhjät kohdat
dashboard-corners-lead = { $name }: kunnat, joissa ei ole yhtään paikallista palvelua jostakin teemasta. Ensin ovat ne, joissa tavoite ei täyty, suurin tavoite ensimmäisenä. Muuten samanlaisista ensin ovat ne, joiden teemassa ei ole koko alueenkaan palvelua, ja sitten suurimmat kunnat.
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
dashboard-oldest = Vanhin muutos
dashboard-last-changed = Viimeksi muutettu
dashboard-kind = Tyyppi
dashboard-kind-service = Palvelu
dashboard-kind-channel = Asiointikanava
dashboard-kind-organisation = Organisaatio
dashboard-mendings-count = { $count ->
    [one] Arvokkain korjaus
   *[other] { $count } arvokkainta korjausta
}
dashboard-mendings-cut = Taulukossa on { $count } arvokkainta korjausta. Havaintoja on kaikkiaan { $most }.
dashboard-stale-lead-counties = Kuvaus on vanhentunut, kun kukaan ei ole muuttanut eikä vahvistanut sitä pidempään aikaan kuin sen hyvinvointialue sallii.
dashboard-stale-of = Vanhentuneet kuvaukset: { $name }
dashboard-stale-nobody = Näistä kuvauksista ei ole omaa luetteloa.
