list-mine = Min lista
list-link = Min lista ({ $count })
list-now = { $count ->
    [one] Det finns en tjänst på din lista.
   *[other] Det finns { $count } tjänster på din lista.
}
list-add = Lägg till på listan
list-on = På din lista – ta bort
list-added = Har lagts till på din lista:
list-removed = Har tagits bort från din lista:
list-cleared = { $count ->
    [one] En tjänst har tagits bort.
   *[other] { $count } tjänster har tagits bort.
}
list-taken = { $count ->
    [0] Alla tjänster på listan fanns redan på din egen lista.
    [one] En tjänst har lagts till på din lista.
   *[other] { $count } tjänster har lagts till på din lista.
}
list-full = Det ryms inte fler tjänster på din lista. Ta bort någon först.
list-undo = Ångra
list-empty = Det finns inga tjänster på din lista ännu.
list-begin = Sök tjänster och tryck på ”Lägg till på listan” vid tjänsten. Du behöver inte logga in, och ingen annan ser din lista. När listan är klar kan du skriva ut den.
list-begin-sharing = Du kan också dela den med någon.
list-to-themes = Bläddra bland tjänster efter tema
list-lead = Listan finns bara i den här webbläsaren. Töm listan när du är klar, om du använder en gemensam dator.
list-up = Uppåt
list-down = Nedåt
list-remove = Ta bort
list-clear = Töm listan
list-print = Skriv ut
list-today = I dag { $date }: { $hours }
list-gone = Den här tjänsten erbjuds inte längre.
list-unknown = Okänd tjänst
list-until = Listan kan läsas till och med { $name }.

give-heading = Dela listan med någon
give-jump = Dela listan med någon
give-text = Du får en adress och en QR-kod som öppnar listan på vilken enhet som helst. Din egen lista ändras inte.
give-language = Mottagarens språk
give-validity = Hur länge listan kan läsas
give-validity-day = 1 dag
give-validity-week = 1 vecka
give-validity-month = 1 månad
give-validity-quarter = 3 månader
give-validity-year = 1 år
give-note = Meddelande till mottagaren (frivilligt)
give-note-hint = Skriv inte namn, personbeteckning, telefonnummer eller annat som avslöjar vem någon är. Högst { $count } tecken.
give-button = Dela listan
give-error-title = Fel: { $name }
give-error-heading = Meddelandet behöver rättas
give-error = Fel:
give-too-long = Meddelandet har { $count } tecken. Korta det till högst { $most } tecken.
give-identity-code = Det ser ut att finnas en personbeteckning i meddelandet. Alla som har adressen kan läsa listan, och därför får man inte skriva personbeteckningar i den. Ta bort beteckningen och dela listan på nytt.
give-email = Det verkar finnas en e-postadress i meddelandet. Listan kan läsas av alla som har dess adress, så skriv inte människors e-postadresser i den. Ta bort adressen och dela listan på nytt.
give-phone = Det ser ut att finnas ett telefonnummer i meddelandet. Alla som har adressen kan läsa listan, och därför får man inte skriva människors nummer i den. Ta bort numret och dela listan på nytt. Tjänsternas egna nummer syns på listan också utan meddelande.

given-heading = Listan är klar att delas
given-count = { $count ->
    [one] Det finns en tjänst på listan.
   *[other] Det finns { $count } tjänster på listan.
}
given-language = Mottagarens språk: { $name }.
given-address = Listans adress
given-qr = QR-kod som öppnar listan
given-who = Läs koden med telefonens kamera eller skriv adressen i webbläsaren. Alla som har adressen kan läsa listan.
given-ways = Skicka eller skriv ut
given-copy = Kopiera adressen
given-copied = Adressen har kopierats.
given-not-copied = Det gick inte att kopiera. Markera adressen och kopiera den själv.
given-mail = Skicka per e-post
given-sms = Skicka som textmeddelande
given-open = Öppna mottagarens lista
given-leaflet = Så här ser mottagaren listan
given-back = Tillbaka till din egen lista
given-subject = En lista över tjänster till dig
given-message = Hej! Jag har gjort en lista över tjänster till dig: { $address } Listan kan läsas till och med { $date }.

shared-heading = En lista till dig
shared-count = { $count ->
    [one] En tjänst har valts ut åt dig.
   *[other] { $count } tjänster har valts ut åt dig.
}
shared-note = Meddelande till dig
shared-take = Gör till min lista
shared-take-text = Du kan göra listan till din egen. Då kan du ändra den, och den finns kvar i den här webbläsaren också när tiden har gått ut.
shared-take-more = Lägg till på min lista
shared-take-more-text = Du har redan en egen lista. Du kan lägga till de här tjänsterna sist på den.
shared-again = Öppna listan igen på den här adressen:
shared-created = Listan gjordes { $name }.
no-list-title = Listan hittades inte
no-list-text = Tiden för listan kan ha gått ut, eller så finns det ett skrivfel i adressen. Kontrollera adressen eller be den som gav dig listan om en ny.
many-lists-title = Det går inte att dela listor just nu
many-lists-text = Under det senaste dygnet har så många listor delats som webbplatsen tar emot. Försök igen senare. Din egen lista finns kvar. Meddelandet sparades inte: gå tillbaka i webbläsaren om du vill kopiera det.
long-list-title = Listan är för lång för en PDF-fil
long-list-text = Tjänsterna på listan har så mycket text att den inte ryms i en fil. Gå tillbaka till listan och ta bort tjänster, eller skriv ut listan från webbläsaren.
