footer-widget = Bädda in på din webbplats
widget-title = { $about } – { $site }
widget-search = Sök tjänster för välbefinnande
widget-search-in = Sök tjänster för välbefinnande: { $name }
widget-words = Vad söker du?
widget-button = Sök
widget-list = Utvalda tjänster
widget-nothing = Just nu finns det inga tjänster att visa här. Du kan söka med andra ord på servicebrickan.
widget-unknown = Inbäddningens adress innehåller något som vi inte känner till: ”{ $name }”. Den som sköter sidan kan rätta koden. Du kan söka tjänster på servicebrickan.
widget-list-gone = Den här listan går inte längre att läsa. Du kan söka tjänster på servicebrickan.
widget-new-tab = Länkarna och sökningen öppnas i en ny flik.
widget-opens = öppnas i en ny flik
widget-all = { $count ->
    [one] Se tjänsten på servicebrickan
   *[other] Se alla { $count } tjänster
 }
builder-heading = Bädda in servicebrickan på din webbplats
builder-lead = Välj vad som ska visas på kommunens eller föreningens sida och kopiera den färdiga koden. Utan tema, sökord och lista visas ett sökfält.
builder-error = Fel:
builder-no-list = Det finns ingen lista med den här koden, eller så gäller den inte längre. Kontrollera koden.
builder-language = Inbäddningens språk
builder-words = Sökord (frivilligt)
builder-list = Kod för en delad lista (frivilligt)
builder-height = Höjd i pixlar
builder-make = Uppdatera koden och förhandsvisningen
builder-code = Kod
builder-code-text = Klistra in koden i ett HTML-block på din webbplats. Titeln (title) berättar för den som använder skärmläsare vad ramen innehåller: låt den stå kvar.
builder-copy = Kopiera koden
builder-copied = Koden är kopierad.
builder-preview = Förhandsvisning
builder-sites = På vilka webbplatser visas inbäddningen?
builder-sites-text = Inbäddningen visas bara på de här webbplatserna. Om din webbplats saknas, be dem som sköter servicebrickan att lägga till den.
builder-no-sites = Ingen webbplats har ännu fått tillstånd. Koden fungerar när de som sköter servicebrickan har lagt till din webbplats.
builder-privacy = Inbäddningen använder inga kakor och berättar inte för oss vilken sida besökaren kommer från.
