events-heading = Workshoppar och kliniker
events-lead = Hjälp med att beskriva tjänster för kommuner, föreningar, församlingar och andra som ordnar tjänster. I en workshop beskriver vi tjänster tillsammans, till en klinik kommer du med en egen fråga.
events-none = Just nu finns inga kommande evenemang.
event-kind = Vad
event-kind-workshop = Workshop
event-kind-clinic = Klinik
event-time = När
event-when = { $day } kl. { $starts }–{ $ends }
event-place = Var
event-remote = På distans
event-remote-note = Länken till mötet finns på din egen anmälningssida när du har en plats.
event-remotely = På distans
event-cancelled = Evenemanget är inställt
event-cancelled-tag = Inställt
event-begun = Det går inte längre att anmäla sig, eftersom evenemanget har börjat.
event-closed = Anmälningstiden har gått ut.
event-full = Också kön är full, så anmälan kunde inte tas emot.
event-full-minute = Just nu kommer det många anmälningar. Dina uppgifter finns kvar på den här sidan. Vänta en minut och skicka dem igen.
event-calendar = Lägg till i kalendern (.ics)
event-materials = Material
event-seats-free = Det finns plats för alla.
event-seats-left = Lediga platser: { $count } av { $most }.
event-seats-none = Evenemanget är fullt. Du kan ställa dig i kö. I kön just nu: { $count }.
event-closes = Anmäl dig senast { $name }.
register-heading = Anmäl dig
register-error = Anmälan är inte sparad än
register-name = Namn
register-organisation = Organisation
register-email = E-postadress
register-email-hint = Den som ordnar evenemanget skriver till den här adressen om något ändras.
register-why = Vi behöver uppgifterna bara för att ordna evenemanget. Bara arrangören ser dem.
register-kept = Ditt namn och din e-postadress raderas senast { $name }. Därefter finns bara kvar att din organisation deltog.
register-button = Anmäl mig
register-no-name = Skriv ditt namn.
register-no-organisation = Skriv namnet på din organisation.
register-no-email = Skriv din e-postadress.
register-bad-email = Kontrollera e-postadressen. Den ska ha formen namn@exempel.fi.
form-error = Uppgifterna är inte sparade än
form-too-long = Texten är för lång. Den får ha högst { $count } tecken.
form-personal = Texten ser ut att innehålla ett telefonnummer eller en personbeteckning. Ta bort det: det behövs inte.
form-no-day = Skriv datumet i formen 10.12.2026.
form-no-address = Skriv hela webbadressen. Den ska börja med https://.
form-save = Spara
form-back = Tillbaka utan att spara
own-seat = Du är anmäld
own-waiting = Du står i kö
own-waiting-place = Du är på plats { $count } i kön. Lediga platser fördelas i köordning. På den här sidan ser du när du har fått en plats.
own-join = Anslut på distans
own-keep-heading = Spara adressen till den här sidan
own-keep = Adressen är bara din. Där ser du din anmälan och kan återkalla den. Vi skickar den inte per e-post.
own-kept-heading = Uppgifter som vi har sparat om dig
own-withdraw-note = Om du får förhinder, återkalla din anmälan: platsen går då till nästa i kön. Dina uppgifter raderas genast.
own-withdraw = Återkalla anmälan
own-delete-note = Evenemanget är över. Du kan radera dina uppgifter redan nu.
own-delete = Radera mina uppgifter
withdrawn-heading = Din anmälan är återkallad
withdrawn-text = Dina uppgifter är raderade. Om du ändrar dig kan du anmäla dig på nytt.
staff-events = Evenemang
staff-event-new = Nytt evenemang
staff-event-edit = Redigera evenemanget
staff-events-public = Den offentliga sidan för evenemang
staff-events-coming = Kommande
staff-events-past = Tidigare
staff-events-none = Inga evenemang.
staff-registered = { $count ->
    [one] { $count } anmäld.
   *[other] { $count } anmälda.
}
staff-registered-of = { $count ->
    [one] { $count } anmäld, { $most } platser.
   *[other] { $count } anmälda, { $most } platser.
}
staff-partners-came = { $count ->
    [one] { $count } aktör deltog.
   *[other] { $count } aktörer deltog.
}
staff-event-public = Offentlig sida och anmälan
staff-event-effect = Effekt på beskrivningarna
staff-event-cancel = Ställ in evenemanget
staff-event-restore = Evenemanget hålls trots allt
staff-participants = Deltagare
staff-kept = De anmäldas uppgifter raderas { $name }. Uppgiften om vilka aktörer som deltog finns kvar.
staff-mail-all = Skriv till alla anmälda (som dold kopia)
staff-marked = Deltagarna är antecknade { $name }.
staff-not-marked = Deltagarna är inte antecknade än. Anteckna vilka som kom och rätta vid behov organisationens namn så att samma organisation alltid har samma namn.
staff-counted-as-registered = Deltagarna antecknades inte. Som deltagare räknas de aktörer från vilka någon var anmäld.
staff-came = deltog
staff-waiting = på plats { $count } i kön
staff-others = Andra organisationer som deltog
staff-others-hint = En rad per deltagare: organisationens namn, inga personnamn.
staff-attendance-save = Spara deltagarna
staff-remove-registration = Ta bort en anmälan
staff-remove-registration-note = Ta bort en anmälan som finns två gånger eller som någon har bett dig ta bort. Uppgifterna går inte att få tillbaka.
staff-remove = Ta bort: { $name }
staff-took-part = Aktörer som deltog
staff-participants-count = { $count ->
    [one] { $count } person
   *[other] { $count } personer
}
event-title-in = Namn ({ $name })
event-description-in = Beskrivning ({ $name })
event-day = Datum
event-starts = Börjar
event-ends = Slutar
event-remote-address = Adress till distansmötet
event-remote-hint = Visas bara för dem som har en plats.
event-capacity = Antal platser
event-capacity-hint = Lämna tomt om alla ryms. När platserna är fyllda hamnar resten i kö.
event-closes-label = Sista anmälningsdag
event-closes-hint = Om du lämnar tomt kan man anmäla sig tills evenemanget börjar.
event-no-kind = Välj om evenemanget är en workshop eller en klinik.
event-no-title = Skriv ett namn på evenemanget på åtminstone ett språk.
event-no-time = Skriv klockslaget i formen 9.00.
event-ends-too-early = Evenemanget måste sluta senare än det börjar.
event-nowhere = Skriv en plats eller en adress till distansmötet.
event-no-number = Skriv antalet platser med siffror: 1–10 000.
event-closes-too-late = Anmälningstiden måste gå ut senast på evenemangets dag.
event-day-over = Dagen har redan varit. Någon har anmält sig till evenemanget, så det kan inte flyttas bakåt i tiden: de anmäldas uppgifter skulle raderas genast.
material-name = Materialets namn
material-link = Webbadress
material-file = Eller en fil
material-file-hint = Högst { $most } megabyte: { $kinds }. Se till att filen är tillgänglig.
material-add = Lägg till material
material-nothing = Ange antingen en webbadress eller en fil.
material-no-name = Skriv ett namn på materialet.
material-other-kind = Den här typen av fil tas inte emot. Spara den till exempel som PDF.
material-too-large = Filen är för stor.
material-too-many = Evenemanget kan inte ha fler material. Ta först bort något av dem.
effect-heading = Evenemangens effekt
effect-heading-of = Effekt: { $name }
effect-honest = Det här är en jämförelse, inget bevis. De som deltar kan redan från början vara ivrigare än andra att beskriva sina tjänster.
effect-sentence = Jämfört med tiden före evenemanget har antalet beskrivningar i genomsnitt ändrats med { $came } hos dem som deltog och med { $others } hos de andra (mätt { $point }).
effect-too-early = Det har inte gått en månad sedan evenemanget, så någon förändring kan inte visas än.
effect-nothing = Siffrorna kan inte visas: de organisationer som deltog är för få, eller så var katalogen inte importerad än.
effect-came = De som deltog
effect-others = De andra
effect-in-table = Samma siffror finns i tabellen.
effect-table = Beskrivningarna och deras kvalitet före och efter
effect-point = Tidpunkt
effect-organisations = Organisationer
effect-descriptions = Beskrivningar i genomsnitt
effect-more-descriptions = Förändring i beskrivningar
effect-score = Kvalitetspoäng i genomsnitt
effect-more-score = Förändring i kvalitetspoäng
effect-descriptions-chart = Tjänstebeskrivningar per organisation
effect-score-chart = Kvalitetspoäng per organisation
effect-before = Före evenemanget
effect-months = { $count ->
    [one] { $count } månad efter evenemanget
   *[other] { $count } månader efter evenemanget
}
effect-before-short = före
effect-months-short = { $count } mån.
effect-fewer = färre än { $count }
effect-how = Så har siffrorna räknats
effect-note-partners = Antal aktörer som deltog: { $count }.
effect-note-unknown = Antal av dem som saknas i tjänstekatalogen eller inte är kopplade till en organisation där: { $count }. De räknas med utan beskrivningar.
effect-note-others = { $count ->
    [one] I jämförelsen ingår { $count } organisation som har tjänster i området och som inte har deltagit i något evenemang. Dess siffror är från samma dagar som deltagarnas.
   *[other] I jämförelsen ingår { $count } organisationer som har tjänster i området och som inte har deltagit i något evenemang. Deras siffror är från samma dagar som deltagarnas.
}
effect-note-first = Varje aktör räknas från sitt första evenemang.
effect-note-points = Före evenemanget betyder början av dagen. En tidpunkt som inte har nåtts än är tom.
effect-note-change = Inom parentes står förändringen hos samma organisationer jämfört med före evenemanget. En tjänst räknas till den organisation som nu ansvarar för den.
effect-note-hidden = Om organisationerna är färre än { $count } visas inga siffror.
effect-note-since = Katalogen är känd från { $name }. Äldre siffror finns inte.
partners-heading = Aktörer
partners-lead = Aktörer som gör tjänstebeskrivningar tillsammans med oss, och hur långt var och en har kommit på sin väg till SDL.
partners-none = Det finns inga aktörer än. Lägg till den första, eller anteckna deltagarna i ett evenemang: aktörerna läggs då till här automatiskt.
partners-count = { $count ->
    [one] { $count } aktör
   *[other] { $count } aktörer
}
partner-new = Ny aktör
partner-new-hint = Namnet på en kommun, förening, församling eller annan organisation, inte en persons namn.
partner-add = Lägg till aktören
partner-name = Aktör
partner-progress = Steg som är klara
partner-done = Steg som är klara
partner-steps = Steg sammanlagt
partner-next = Nästa steg
partner-descriptions = Beskrivningar
partner-last = Senast antecknat
partner-no-name = Skriv aktörens namn.
partner-bad-name = Skriv organisationens namn för var och en. Namnet får ha högst 120 tecken, och det får inte innehålla telefonnummer eller personbeteckningar.
partner-name-taken = Det finns redan en aktör med det här namnet.
partner-organisation-gone = Organisationen finns inte längre i katalogen. Välj en annan.
partner-took-part = Aktören har deltagit i ett evenemang, så den kan inte tas bort.
partner-is = Organisation i katalogen:
partner-gone = en organisation som inte längre finns i katalogen
partner-describes = { $count ->
    [0] Den har inga publicerade tjänstebeskrivningar.
    [one] Den har { $count } publicerad tjänstebeskrivning.
   *[other] Den har { $count } publicerade tjänstebeskrivningar.
}
partner-unknown = Aktören är inte kopplad till en organisation i tjänstekatalogen. Koppla den här nedanför när organisationen finns i katalogen.
partner-events = Evenemang som aktören har deltagit i
partner-no-events = Aktören har inte deltagit i något evenemang än.
partner-details = Uppgifter om aktören
partner-search-label = Sök organisationen i katalogen
partner-search = Sök
partner-which = Vilken organisation i katalogen är aktören?
partner-none-of-them = Ingen av dessa
partner-remove-note = Ta bort en aktör som har lagts till av misstag. Också det som antecknats om dess steg raderas.
partner-remove = Ta bort aktören
journey-heading = Vägen till SDL
journey-progress = { $count } / { $most }
journey-done = Allt är klart
journey-state = Läge
journey-state-not-begun = Inte påbörjat
journey-state-under-way = Pågår
journey-state-done = Klart
journey-state-not-needed = Behövs inte
journey-day = Datum
journey-note = Anteckning
journey-marked = Antecknat av { $name } { $day }
journey-save = Spara stegen
journey-history = Tidigare anteckningar
