provider-lead = Här ser ni vad som är viktigast att rätta i era tjänstebeskrivningar och vad invånarna har berättat om dem.
provider-until = Länken fungerar till och med { $name }.
provider-secret = Den som har adressen till sidan ser den, så ge den inte till utomstående.
provider-descriptions = Era beskrivningar så som invånarna ser dem
provider-descriptions-lead = Öppna beskrivningen och läs den med invånarens ögon. Om den stämmer, bekräfta det: datumet visas på tjänstens sida. Bekräftelsen försvinner när beskrivningen ändras.
provider-services-count = { $count ->
    [0] Ni har inga publicerade tjänster ännu.
    [one] { $count } tjänst.
   *[other] { $count } tjänster.
}
provider-reports = Invånare har meddelat om fel
provider-reports-lead = Enligt invånare stämmer inte de här uppgifterna. När ni rättar en uppgift får invånaren ett meddelande, om hen har lämnat sin e-postadress.
provider-findings = { $count ->
    [0] Inget att rätta
    [one] { $count } sak att rätta
   *[other] { $count } saker att rätta
}
provider-findings-lead = Först kommer det som gäller flest invånare och kostar flest poäng.
provider-searched = Det här har man sökt nära er
provider-searched-lead = Sökningar under ett halvår som inte gav något bra svar, på orterna och i de ämnen där ni har tjänster. Vi berättar bara antal, och en sökning visas först när den har gjorts minst fem gånger.
provider-searched-none = Ingen sökning har gjorts fem gånger.
provider-searched-anywhere = Hela landet
provider-confirmed = Producenten bekräftade uppgifterna { $name }
confirm-right = Beskrivningen stämmer fortfarande
confirm-take-back = Ångra bekräftelsen
confirm-changed = Beskrivningen hann ändras medan ni läste den, och bekräftelsen sparades inte. Läs beskrivningen på nytt och bekräfta den sedan.
mend-where = Rättas här:
mend-in-service = Servicedatalagret (SDL) › Tjänster › { $name } › Redigera › { $version } › { $field }
mend-in-channel = Servicedatalagret (SDL) › Servicekanaler › { $name } › Redigera › { $version } › { $field }
mend-in-connection = Servicedatalagret (SDL) › Tjänster › { $name } › Kopplingar till servicekanaler › kopplingens uppgifter › { $version } › { $field }
mend-in-organisation = Servicedatalagret (SDL) › Organisationer › { $name } › Redigera › { $version } › { $field }
mend-every-version = Alla språkversioner
mend-lahella = Om ni annonserar er verksamhet i tjänsten Lähellä.fi ska ni rätta uppgiften där, i samma fält i er egen annons. Uppgifterna förs därifrån till Servicedatalagret, inte åt andra hållet.
mend-reach = { $count ->
    [one] Gäller { $count } invånare
   *[other] Gäller { $count } invånare
}
digest-heading = Sammandrag per e-post
digest-lead = Vi skickar det viktigaste att rätta och en länk till den här sidan. Inget skickas om det inte finns något att rätta. Adressen används bara för detta, och ni kan ta bort den när som helst.
digest-email = E-postadress
digest-email-hint = Helst en gemensam adress som läses även under semestrar.
digest-rhythm = Hur ofta sammandraget skickas
digest-rhythm-weekly = Högst en gång i veckan
digest-rhythm-monthly = Högst en gång i månaden
digest-rhythm-never = Skickas inte
digest-no-address = E-postadressen är inte rätt. Skriv den i formen namn@exempel.fi.
digest-missing-address = Skriv en e-postadress eller välj att inget sammandrag skickas.
digest-saved-weekly = Sparat. Sammandraget skickas högst en gång i veckan.
digest-saved-monthly = Sparat. Sammandraget skickas högst en gång i månaden.
digest-saved-never = Sparat. Sammandraget skickas inte och adressen sparas inte.
digest-end-heading = Avsluta sammandraget
digest-end = När du trycker på knappen skickar vi inte längre något sammandrag, och vi raderar e-postadressen.
digest-end-button = Avsluta utskicken
digest-ended-heading = Sammandraget skickas inte längre
digest-ended = Vi har raderat e-postadressen. Länken till era beskrivningar fungerar fortfarande så länge den gäller.
no-provider-link-title = Länken fungerar inte längre
no-provider-link-text = Länken leder ingenstans. Be välfärdsområdet om en ny länk.
links-heading = Länkar för producenten
links-lead = Med länken ser organisationen sina egna beskrivningar och vad som behöver rättas, utan inloggning. Ge länken bara till den som ansvarar för organisationens beskrivningar.
links-made = Länken är klar
links-made-once = Kopiera adressen nu: den går inte att se igen, eftersom vi inte sparar den. Om adressen försvinner kan du göra en ny länk.
links-make = Gör en länk
links-validity = Gäller i
links-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
links-language = Språk på meddelanden och sida
links-no-mail = E-post har inte tagits i bruk, så sammandrag kan inte skickas.
links-all = Länkar som har gjorts
links-none = Inga länkar har gjorts ännu.
links-open = Gäller till och med { $name }
links-expired = Gick ut { $name }
links-revoked = Återkallad { $name }
links-made-by = Gjord av { $name } { $day }
links-no-digest = Inget sammandrag skickas
links-digest-sent = senast { $name }
links-renew = Förnya från i dag
links-revoke = Återkalla
links-too-many = Organisationen har redan så många giltiga länkar som den får ha. Återkalla någon av dem först.
