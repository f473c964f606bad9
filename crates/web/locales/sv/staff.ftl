sign-in-heading = Inloggning för koordinatorn
sign-in-lead = De här sidorna är för välfärdsområdets koordinator. Du behöver inte logga in för att söka tjänster.
sign-in-error = Du är inte inloggad ännu
sign-in-name = Ditt namn
sign-in-name-hint = Andra koordinatorer ser namnet vid det som du gör.
sign-in-password = Lösenord
sign-in-button = Logga in
sign-in-cookie = Inloggningen gäller i tio timmar. Din webbläsare minns den i en kaka som innehåller ditt namn.
sign-in-no-name = Skriv ditt namn.
sign-in-long-name = Namnet är för långt. Det får ha högst { $count } tecken.
sign-in-wrong = Lösenordet är fel. Kontrollera det och försök igen.
sign-in-too-often = Lösenordet har prövats för många gånger. Vänta en minut och försök igen.
sign-in-kept = Din inloggning hade gått ut när du skickade formuläret. Formuläret sparades inte, men det du skrev finns kvar på den här sidan. Logga in så kan du skicka det på nytt.
sign-out = Logga ut
no-sign-in-title = Koordinatorns sidor är inte i bruk
no-sign-in-text = På den här webbplatsen har inloggningen för koordinatorn inte tagits i bruk. De som sköter webbplatsen tar den i bruk genom att ange ett lösenord.
signed-out-title = Du är inte längre inloggad
signed-out-text = Din inloggning har gått ut och ändringen sparades inte. Formuläret innehöll en fil eller för mycket text för att kunna bevaras. Logga in på en annan flik, gå sedan tillbaka till föregående sida och skicka formuläret igen.
typed-heading = Skicka det du skrev
typed-lead = Du är inloggad igen. Formuläret som du skickade efter att inloggningen gått ut har inte sparats ännu.
typed-send = Skicka formuläret
typed-leave = Gå till koordinatorns sidor utan att skicka
staff-ways = Koordinatorns sidor
week-feedback = Respons under de senaste sju dagarna
week-feedback-count = { $count ->
    [0] Ingen respons har kommit.
    [one] { $count } respons.
   *[other] { $count } responser.
}
week-changes = { $count ->
    [one] { $count } ändring
   *[other] { $count } ändringar
}
week-all-imports = Alla importer
sign-in-pressed = Din inloggning hade gått ut när du tryckte på knappen, och ingenting ändrades. Logga in så kommer du tillbaka till sidan och kan trycka på nytt.
typed-fields = Det du skrev
typed-page = Formuläret hör till sidan ”{ $name }”.
