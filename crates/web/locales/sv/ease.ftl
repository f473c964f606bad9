ease-heading = Ett lättare sätt att läsa
ease-easy-on = Visa på lättläst svenska
ease-easy-off = Visa på vanlig svenska
ease-large-on = Förstora texten
ease-large-off = Återställ vanlig textstorlek
ease-note = Valet ändrar webbplatsens egna texter. Beskrivningarna har skrivits av dem som ordnar tjänsterna. Valet sparas i en kaka.

leave-button = Lämna sidan snabbt
leave-help = Du kan också trycka på Esc tre gånger. Sidan kan bli kvar i webbläsarens historik.
leave-more = Läs mer
leave-presses = Lämna sidan: tryckningar på Esc kvar: #.

digital-help-heading = Hjälp att använda nätet
digital-help-lead = Digitalt stöd hjälper dig att använda telefon, dator och tjänster på nätet. Hjälpen är oftast gratis.
digital-help-words = digitalt stöd
digital-help-near = Digitalt stöd på servicebrickan
digital-help-none = På servicebrickan finns inget digitalt stöd ännu. Fråga på biblioteket eller på kommunens servicepunkt.
digital-help-search = Visa alla tjänster för digitalt stöd
digital-help-1-heading = Var kan du få hjälp?
digital-help-1 =
    - På biblioteket kan du använda dator och skriva ut. Personalen hjälper dig i gång.
    - Många föreningar, institut och kommunala servicepunkter ger digitalt stöd. Fråga om du behöver boka tid.
    - Du kan också få hjälp per telefon eller hemma. På tjänstens sida ser du hur det är ordnat.
digital-help-2-heading = Ta med dig
digital-help-2 =
    - telefon, surfplatta eller bärbar dator och laddaren
    - de lösenord som du behöver. Visa dem inte för någon annan.
    - bankkoderna, om du ska uträtta ärenden som kräver identifiering. Logga alltid in själv.
digital-help-3-heading = Skydda dina uppgifter
digital-help-3 =
    Den som ger digitalt stöd behöver inte dina bankkoder eller lösenord. Ge dem inte till någon. Om någon frågar efter dem i telefon eller i ett meddelande är det bedrägeri.
digital-help-4-heading = Uträtta ärenden för någon annan eller utan nätet
digital-help-4 =
    Du kan ge en närstående rätt att sköta dina ärenden på nätet: se [Suomi.fi-fullmakter](https://www.suomi.fi/fullmakter).

    Du måste inte använda nätet. På tjänstens sida finns telefonnummer och adress, om tjänsten har dem. Du kan be någon skriva ut sidan åt dig.

screen-nothing = Det finns inga tjänster
screen-nothing-text = Välj ett annat tema eller kontrollera tjänsternas id i adressen.
screen-code = QR-kod till tjänstens sida: { $name }
screen-take = Läs mer på din telefon
screen-stop = Pausa bildväxlingen
screen-go-on = Fortsätt bildväxlingen
