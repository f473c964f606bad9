# Lättläst: korta meningar, vanliga ord, en sak i taget.

footer-source-easy = Uppgifterna om tjänsterna kommer från Suomi.fi-servicedatalagret. Den som ordnar tjänsten har skrivit dem.
not-found-text-easy = Kanske är det fel i adressen. Eller så finns sidan inte längre.

home-heading-easy = Vilken tjänst behöver du?
home-lead-easy = Här hittar du hjälp och saker att göra nära dig.
home-themes-easy = Välj ett ämne
search-words-easy = Skriv vad du behöver
search-fit-all-easy = Vi hittade tjänster som passar din sökning.
search-fit-most-easy = Vi hittade ingen tjänst som passar helt. De första passar bäst.
search-fit-need-easy = Söker du hjälp med det här: { $name }? De här tjänsterna kan hjälpa.
search-fit-near-easy = Vi hittade inte precis det du sökte. De här tjänsterna kan vara nästan det.
search-nothing-easy = Vi hittade ingen tjänst som passar
search-nothing-advice-easy = Skriv ett annat ord. Kontrollera att ordet är rätt skrivet.
search-neighbours-easy = Det finns tjänster i kommuner i närheten:
search-near-easy = De här tjänsterna kan ändå hjälpa
filters-heading-easy = Välj bara en del av tjänsterna
search-why-easy = Varför finns tjänsten här?
report-heading-easy = Saknas det någon tjänst här?
report-text-easy = Du kan berätta det för oss. Vi får inte veta vem du är.
crisis-when-emergency-easy = Ring genast om någon är i fara.
crisis-when-medical-easy = Ring om du snart behöver hjälp och inte vet vem som hjälper.

next-step-easy = Gör så här
service-more-channels-easy = Tjänsten har fler ställen. De syns inte här.
section-description-easy = Vad är det här för en tjänst?
section-conditions-easy = Vem kan få tjänsten?
section-price-easy = Vad kostar tjänsten?
section-processing-time-easy = Hur länge måste man vänta?
section-deadline-easy = Senast vilken dag?
section-validity-easy = Hur länge gäller tjänsten?
section-places-easy = Vart kan du gå?
section-ways-easy = Hur kan du få tjänsten på andra sätt?
section-voucher-easy = Servicesedel: kommunen eller välfärdsområdet betalar en del
section-legislation-easy = Lagar
related-heading-easy = Titta också på de här tjänsterna
facts-easy = Kort
fact-for-whom-easy = Vem tjänsten är för
fact-price-easy = Kostar tjänsten
fact-area-easy = Var du får tjänsten
fact-languages-easy = På vilka språk du får tjänsten
fact-responsible-easy = Vem som ansvarar för tjänsten
fact-producers-easy = Vem som ger tjänsten
fact-terms-easy = Ämnen

about-lead-easy = På den här webbplatsen finns tjänsterna i området. Tjänsterna hjälper dig att må bra. De ges av kommuner, välfärdsområdet, föreningar, församlingar och företag.
about-1-easy =
    Webbplatsen är för alla. Den kostar ingenting.

    Du behöver inte logga in.
about-2-easy =
    Den som ordnar tjänsten har skrivit uppgifterna. Vi ändrar dem inte.

    Uppgifterna kommer från [Suomi.fi-servicedatalagret](https://www.suomi.fi/).
about-3-easy =
    Sökningen letar efter tjänster som passar dina ord.

    Ingen kan betala för att den egna tjänsten ska visas först.
privacy-lead-easy = Du kan använda webbplatsen utan att någon vet vem du är.
privacy-1-easy =
    - Du behöver inte logga in.
    - Vi följer inte vad du gör.
    - Det finns inga annonser.
    - Vi sparar inga uppgifter om dig eller din dator eller telefon.
privacy-2-easy =
    Skriv inte namn eller personbeteckningar i sökningen.

    Orden du söker kan bli kvar i webbläsarens historik.

    Om vi inte hittar någon tjänst som passar räknar vi sökningen. Vi ser sökorden först när samma sak har sökts fem gånger. Vi vet inte vem som sökte.
privacy-3-easy =
    En kaka är en liten uppgift som sparas i din dator eller telefon.

    Webbplatsen använder en kaka bara om du gör en lista, söker tjänster i en kommun eller väljer lättläst eller stor text. I kakan finns bara listan, kommunen eller valet.
privacy-3-sharing-easy =
    Om du delar en lista sparar vi listans tjänster och meddelandet. Vi vet inte vem som delade listan. Vi tar bort listan när tiden är slut.
privacy-3-feedback-easy =
    Om du ger respons sparar vi din text. Den går till: { $name }. Vi vet inte vem du är. Skriv inget namn. Vi tar bort responsen efter två år.
privacy-4-easy =
    Du kan se nödnumren också när nätet inte fungerar.

    Då kan du också se din lista, om du har öppnat den tidigare. Webbläsaren sparar listan på din enhet. När du tömmer listan försvinner den också från enheten.
guide-lead-easy = Här berättar vi hur du hittar en tjänst som passar.
guide-1-easy =
    Skriv i sökrutan vad du behöver. Du kan skriva med egna ord. Till exempel: ”jag känner mig ensam”.

    Välj kommunen där du bor. Tryck sedan på knappen ”Sök”.

    Skrivfel gör ingenting.
guide-2-easy =
    På första sidan finns åtta ämnen. Välj ett ämne så ser du tjänsterna.
guide-3-easy =
    Om tjänsterna är för många kan du välja bara ett ämne eller en kommun.
guide-4-easy =
    Skriv ett annat ord. Du kan också berätta för oss att en tjänst saknas.
guide-5-easy =
    Öppna tjänstens sida. Först står det vad du ska göra. Där finns också telefonnummer och adress.

    Du kan skriva ut sidan.
guide-6-easy =
    Längst ner på sidan kan du välja lättläst eller stor text.

    De som ordnar tjänsterna har skrivit uppgifterna om dem. De är inte lättlästa.
guide-7-easy =
    På vissa sidor finns knappen ”Lämna sidan snabbt”. Tryck på den om någon inte får se vad du läser. Du ser genast en annan sida.

    Datorn eller telefonen kan ändå minnas vilka sidor du har besökt.
guide-8-easy =
    Tryck på ”Lägg till på listan”. Listan finns kvar i din egen webbläsare. Du kan skriva ut listan.
guide-8-sharing-easy =
    Du kan också dela listan med någon. Skriv inte namn eller personbeteckning i meddelandet.
digital-help-lead-easy = Här hittar du hjälp om det är svårt att använda telefon, dator eller nätet. Hjälpen är oftast gratis.
leave-help-easy = Du kan också trycka på Esc tre gånger. Datorn eller telefonen kan ändå minnas sidan.
