footer-widget = Upota omalle sivustolle
widget-title = { $about } – { $site }
widget-search = Hae hyvinvointipalveluja
widget-search-in = Hae hyvinvointipalveluja: { $name }
widget-words = Mitä etsit?
widget-button = Hae
widget-list = Valittuja palveluja
widget-nothing = Tähän ei juuri nyt löydy palveluja. Voit etsiä muilla sanoilla palvelutarjottimelta.
widget-unknown = Upotuksen osoitteessa on jotakin, mitä emme tunne: ”{ $name }”. Sivun ylläpitäjä voi korjata upotuskoodin. Voit etsiä palveluja palvelutarjottimelta.
widget-list-gone = Tämä lista ei ole enää luettavissa. Voit etsiä palveluja palvelutarjottimelta.
widget-new-tab = Linkit ja haku avautuvat uuteen välilehteen.
widget-opens = avautuu uuteen välilehteen
widget-all = { $count ->
    [one] Katso palvelu tarjottimella
   *[other] Katso kaikki { $count } palvelua
 }
builder-heading = Upota palvelutarjotin omalle sivustollesi
builder-lead = Valitse, mitä kunnan tai yhdistyksen sivulla näytetään, ja kopioi valmis koodi. Ilman teemaa, hakusanoja ja listaa sivulla näkyy hakukenttä.
builder-error = Virhe:
builder-no-list = Tällä koodilla ei löydy listaa, tai sen voimassaolo on päättynyt. Tarkista koodi.
builder-language = Upotuksen kieli
builder-words = Hakusanat (vapaaehtoinen)
builder-list = Jaetun listan koodi (vapaaehtoinen)
builder-height = Korkeus pikseleinä
builder-make = Päivitä koodi ja esikatselu
builder-code = Koodi
builder-code-text = Liitä koodi sivustosi HTML-lohkoon. Otsikko (title) kertoo ruudunlukijan käyttäjälle, mitä kehyksessä on: säilytä se.
builder-copy = Kopioi koodi
builder-copied = Koodi on kopioitu.
builder-preview = Esikatselu
builder-sites = Millä sivustoilla upotus näkyy?
builder-sites-text = Upotus näkyy vain näillä sivustoilla. Jos sivustosi puuttuu, pyydä palvelutarjottimen ylläpitoa lisäämään se.
builder-no-sites = Yhdellekään sivustolle ei ole vielä annettu lupaa. Koodi toimii, kun palvelutarjottimen ylläpito on lisännyt sivustosi.
builder-privacy = Upotus ei aseta evästeitä eikä kerro meille, miltä sivulta kävijä tulee.
