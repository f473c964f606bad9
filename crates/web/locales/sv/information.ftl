information-more = Läs också
information-contact = Kontakta oss
information-contact-none = Den som sköter webbplatsen har ännu inte uppgett sina kontaktuppgifter.
information-privacy-own = Vem ansvarar för dataskyddet?
information-phone = Telefon:
information-email = E-post:

about-heading = Om webbplatsen
about-lead = Servicebrickan samlar på ett ställe de tjänster som stöder välbefinnandet i området: kommunernas och välfärdsområdets tjänster, föreningarnas och församlingarnas verksamhet samt företagens tjänster.
about-1-heading = För vem?
about-1 =
    Servicebrickan är till för alla invånare och för dem som i sitt arbete hjälper människor att hitta rätt tjänst.
    Du kan använda den gratis och utan att logga in.
about-2-heading = Varifrån kommer uppgifterna?
about-2 =
    Beskrivningarna kommer från [Suomi.fi-servicedatalagret](https://www.suomi.fi/). Den organisation som ordnar tjänsten ansvarar för beskrivningen. Vi ändrar inte beskrivningarna.

    På varje tjänsts sida står när uppgifterna senast ändrades.
about-3-heading = I vilken ordning visas träffarna?
about-3 =
    Sökningen letar efter tjänster utifrån ord och vad de betyder. Ingen kan köpa en bättre plats åt sin tjänst. De som sköter webbplatsen kan lära sökningen lokala ord. För varje träff kan du se varför den finns med.
about-4-heading = Öppen källkod och öppna data
about-4 =
    Servicebrickans källkod är öppen (EUPL-1.2). Samma uppgifter finns tillgängliga för alla via ett öppet gränssnitt.
about-4-feeds =
    Nya och ändrade tjänster kan du också följa som flöden.

privacy-heading = Dataskydd
privacy-lead = Du kan använda servicebrickan anonymt. Vi frågar inte vem du är och följer inte vad du gör.
privacy-1-heading = Det här gör vi inte
privacy-1 =
    - Vi ber dig inte logga in.
    - Vi använder ingen besöksspårning, inga annonser och inga teckensnitt, kartor eller program från andra företag. Din webbläsare kontaktar bara den här webbplatsen.
    - Vi sparar inte din IP-adress, uppgifter om din webbläsare eller vilka sidor du tittar på.
    - Vi skriver inte sökord eller sidornas adresser i loggen. I loggen finns bara en slumpmässig kod, vilket slags sida det gällde, svarets status och hur länge det tog att svara.
privacy-2-heading = Vad händer med sökorden?
privacy-2 =
    Dina sökord finns i resultatsidans adress, så att du kan gå tillbaka till sökningen eller skicka den till någon annan. Adressen blir kvar i webbläsarens historik. Skriv inte namn eller personbeteckningar i sökrutan.

    Om sökningen inte hittar något som passar, eller om du anmäler att en tjänst saknas, räknar vi det för att få veta vad som saknas i området:

    - Först tar vi bort ord med siffror, e-postadresser, webbadresser och användarnamn.
    - Av det som återstår sparar vi bara en kontrollsumma som inte visar orden. Orden syns först när samma sak har sökts fem gånger.
    - Kontrollsummorna raderas efter 13 veckor och antalen efter 104 veckor. Till dem hör bara vecka, språk och vald kommun.
privacy-3-heading = Kakor
privacy-3 =
    Webbplatsen sparar en kaka bara när du själv gör något som inte skulle fungera utan den. Därför behövs inget separat samtycke.

    - **Min lista**: i kakan finns koderna för tjänsterna på din lista. Den gäller i 30 dagar och försvinner när du tömmer listan.
    - **Kommunen**: om du söker tjänster i en kommun finns kommunens nummer i kakan, så att du inte behöver välja kommunen på nytt. Den försvinner när du stänger webbläsaren eller söker i hela landet.
    - **Lättläst och större text**: i kakan finns ditt val. Den gäller i ett år och försvinner när du återgår till den vanliga visningen.

    Om du stänger av kortkommandot kommer din webbläsare ihåg det själv. Uppgiften skickas inte till oss.
privacy-3-sharing =
    När du delar en lista sparar vi dess tjänster, språket och meddelandet som du ville skicka med. Vi sparar inte vem som delade listan eller vem som öppnade den. Skriv inga namn eller andra uppgifter som någon kan kännas igen på i meddelandet. Listan raderas när dess giltighetstid går ut.
privacy-3-feedback =
    När du ger respons sparar vi vad slags respons det är, texten som du skrev, tjänsten som den gäller, webbplatsens språk och tiden. Responsen går till dem som sköter den här webbplatsen: { $name }. Vi sparar inte vem som gav responsen. Skriv inga namn eller andra uppgifter som någon kan kännas igen på. Responsen raderas efter två år. Om du ger din e-postadress för att få svar sparar vi den skild från responsen och bara tills svaret har skickats, dock högst ett halvt år. Vi använder den inte till något annat.
privacy-3-events =
    När du anmäler dig till en workshop eller klinik sparar vi ditt namn, din organisation och din e-postadress. Bara arrangören ser dem. De raderas genast när du återkallar din anmälan och senast 30 dagar efter evenemanget. Därefter finns bara kvar att din organisation deltog.
privacy-4-heading = Sidor utan anslutning
privacy-4 =
    Om din webbläsare stöder det sparar den på din enhet en sida som visas när du inte har anslutning till nätet. På den finns nödnumren.

    När du öppnar din lista sparar webbläsaren också en kopia av den, så att du kan se listan utan anslutning. Det finns bara en kopia, och den stannar på din enhet.

    - När du ändrar listan byts den gamla kopian ut mot en ny.
    - Kopian försvinner när du tömmer listan, lämnar sidan med knappen ”Lämna sidan snabbt” eller raderar sparade uppgifter i slutet av den här sidan.
    - Om det på listan finns en tjänst som gäller våld, missbruk eller kriser görs ingen kopia.
    - Sökresultat, tjänsternas sidor och listor som någon har delat med dig sparas inte.
privacy-5-heading = Länkar till andra webbplatser
privacy-5 =
    När du går till en annan webbplats får den veta att du kom från servicebrickan, men inte vilken sida du var på eller vad du sökte. Andra webbplatser har sin egen dataskyddspraxis.

    Om du kom hit via en kampanjadress räknar vi besöket per kampanj och dag. Inga uppgifter om dig ingår.
privacy-6-heading = Kontaktuppgifter i beskrivningarna
privacy-6 =
    I beskrivningarna kan det finnas anställdas kontaktuppgifter på arbetet. Organisationerna har själva publicerat dem i servicedatalagret och ansvarar för dem. När uppgiften tas bort där försvinner den också härifrån.
privacy-7-heading = Dina rättigheter
privacy-7 =
    Om du inte själv har gett oss dina uppgifter vet vi inte vem du är och har inga uppgifter om dig att leta fram. Om du vill fråga om dataskydd, kontakta den som sköter webbplatsen. Du kan också vända dig till [dataombudsmannens byrå](https://tietosuoja.fi/sv/).
privacy-7-sharing =
    Om du vill radera en lista som du har delat, skicka dess adress till den som sköter webbplatsen.
privacy-7-events =
    Dina egna anmälningsuppgifter kan du se och radera på din anmälningssida.

guide-heading = Användarguide
guide-lead = Så hittar du en passande tjänst för dig själv, en närstående eller en klient.
guide-1-heading = Sök med egna ord
guide-1 =
    Skriv i sökrutan vad du behöver. Du kan skriva så som du talar: ”jag känner mig ensam”, ”simhall Nådendal”, ”babyn sover inte”.

    - Sökningen förstår böjningsformer, sammansatta ord och skrivfel.
    - Du kan skriva orten bland orden eller välja kommun bredvid rutan.
    - Medan du skriver får du förslag. Välj med piltangenterna eller genom att trycka på ett förslag.
guide-2-heading = Eller bläddra bland teman
guide-2 =
    På startsidan är tjänsterna indelade i åtta teman. Vid varje tema ser du hur många tjänster det har.
guide-3-heading = Avgränsa resultaten
guide-3 =
    Bredvid eller nedanför träffarna kan du avgränsa dem till exempel efter kommun, tema, målgrupp, språk, pris och sätt att uträtta ärendet. Siffran efter ett val visar hur många tjänster som blir kvar. De valda avgränsningarna syns ovanför träffarna och du kan ta bort dem en i taget. Under ”Varför den här?” ser du varför tjänsten finns med.
guide-4-heading = Om du inte hittar något
guide-4 =
    Prova ett annat eller mer allmänt ord eller ta bort avgränsningar. Du kan också anmäla att en tjänst saknas. Anmälan är anonym.
guide-5-heading = Tjänstens sida
guide-5 =
    Överst står hur du kommer i gång: vad du ska göra, vart du kan ringa och vart du ska gå. Sedan berättas vad tjänsten handlar om, för vem den är och vad den kostar. Du kan skriva ut sidan med webbläsarens utskriftsfunktion.
guide-6-heading = Ett lättare sätt att läsa
guide-6 =
    Längst ner på sidan kan du välja lättläst visning och större text. Det är webbplatsens egna texter som blir lättlästa. Beskrivningarna har skrivits av dem som ordnar tjänsterna, och vi ändrar dem inte.

    Webbplatsen fungerar också med enbart tangentbord, med skärmläsare och utan JavaScript.
guide-7-heading = Lämna sidan snabbt
guide-7 =
    På sidor som gäller våld, missbruk och kriser finns knappen ”Lämna sidan snabbt”. Den för dig genast till en vanlig nyhetssida. Du kan också trycka på Esc tre gånger. Uppgifter om de sidor du har besökt blir ändå kvar i webbläsarens historik. Om någon annan använder din enhet, töm historiken eller använd webbläsarens privata fönster.
guide-8-heading = Samla en egen lista
guide-8 =
    Tryck på ”Lägg till på listan” vid tjänsten. Listan finns kvar i din egen webbläsare och kräver ingen inloggning. På din egen lista kan du ändra ordningen, ta bort tjänster och ångra.

    Du kan skriva ut listan eller ladda ner den som PDF-fil.

    Du kan se din lista också utan anslutning, när du en gång har öppnat den. Via webbläsarens meny kan du lägga till servicebrickan på telefonens hemskärm.
guide-8-sharing =
    Du kan också dela listan med en klient eller närstående: välj språk och hur länge listan ska gå att läsa och tryck på ”Dela listan”. Du får en kort adress och en QR-kod som du kan ge på papper, per e-post eller som textmeddelande. Skriv inget i meddelandet som avslöjar vem någon är.
guide-9-heading = För dig som är yrkesperson
guide-9 =
    Resultatsidans adress innehåller sökningen och avgränsningarna. Du kan alltså spara den som bokmärke eller skicka den till en kollega.

    På startsidan och bland sökresultaten kommer du till sökrutan med tangenten /.
guide-9-feeds =
    I flödena ser du nya och ändrade tjänster.

why-missing-heading = Varför syns inte min tjänst här?
why-missing-lead = Anvisning för dem som ordnar tjänster. Servicebrickan visar de tjänster som har beskrivits och publicerats i Suomi.fi-servicedatalagret (SDL). Kontrollera de här sakerna i ordning.
why-missing-1-heading = 1. Finns din organisation i servicedatalagret?
why-missing-1 =
    Offentliga organisationer ska enligt lag beskriva sina tjänster i servicedatalagret. Föreningar, församlingar och företag kan gå med gratis. Anslutning och beskrivning görs i [Suomi.fi-serviceadministrationen](https://palveluhallinta.suomi.fi/).
why-missing-2-heading = 2. Är tjänsten publicerad?
why-missing-2 =
    Utkast syns inte. Kontrollera att tjänsten är publicerad på alla språk som du vill att den ska synas på. Varje språkversion publiceras för sig. Om beskrivningens giltighetstid har gått ut, publicera den på nytt.
why-missing-3-heading = 3. Stämmer området?
why-missing-3 =
    Tjänsten syns i en kommun bara om dess område omfattar kommunen. Kontrollera uppgiften om var tjänsten är tillgänglig: där ska finnas kommunen, landskapet, välfärdsområdet eller hela landet.
why-missing-4-heading = 4. Har tjänsten rätt serviceklass?
why-missing-4 =
    Sökningen hittar tjänsten oavsett klass, men i ett tema syns den bara om den själv har någon av temats serviceklasser. Välj den mest exakta klassen, till exempel ”Motion och idrott” och inte bara huvudklassen. En tjänst vars enda målgrupp är företag eller myndigheter syns inte i temana.
why-missing-5-heading = 5. Har tjänsten en servicekanal?
why-missing-5 =
    Utan servicekanal syns tjänsten, men utan telefonnummer, adress och öppettider. Koppla minst ett serviceställe, en telefontjänst eller en e-tjänst till tjänsten.
why-missing-6-heading = 6. Hittas tjänsten med de ord som människor använder?
why-missing-6 =
    Sök tjänsten med dess namn och organisationens namn. Skriv i namnet, sammandraget och de fria nyckelorden de ord som människor använder.
why-missing-7-heading = 7. När syns ändringen?
why-missing-7 =
    Vi hämtar ändringar ur servicedatalagret vanligen en gång per dygn, på natten, och alla uppgifter en gång i veckan. Ändringen syns i sökningen genast när uppgifterna har hämtats. Om det finns ett fel i beskrivningen som gör att den inte kan läsas visas den föregående versionen.
why-missing-8-heading = Syns tjänsten fortfarande inte?
why-missing-8 =
    Kontakta den som sköter webbplatsen och uppge tjänstens id i servicedatalagret. I importens rapport ser vi varför tjänsten inte lästes.

statement-heading = Tillgänglighetsutlåtande
statement-lead = Det här utlåtandet gäller tjänsten { $name }. Utlåtandet har upprättats { $written } och uppdaterats { $updated }.
statement-level-heading = Hur tillgänglig är tjänsten?
statement-level-fully = Tjänsten uppfyller helt kraven i lagen om tillhandahållande av digitala tjänster (306/2019): nivåerna A och AA i riktlinjerna WCAG 2.1.
statement-level-partly = Tjänsten uppfyller största delen av kraven i lagen om tillhandahållande av digitala tjänster (306/2019): nivåerna A och AA i riktlinjerna WCAG 2.1. Bristerna räknas upp nedan.
statement-level-not = Tjänsten uppfyller ännu inte kraven i lagen om tillhandahållande av digitala tjänster (306/2019): nivåerna A och AA i riktlinjerna WCAG 2.1. Bristerna räknas upp nedan.
statement-goal = Vårt eget mål är de nyare riktlinjerna WCAG 2.2, nivå AA.
statement-gaps-heading = Vad är inte tillgängligt?
statement-gaps-none = Vi känner inte till några brister.
statement-criterion = WCAG { $name }
statement-assessed-heading = Hur har tillgängligheten bedömts?
statement-assessed-own = Vi har själva bedömt tjänsten.
statement-assessed-external = Tjänsten har bedömts av en utomstående sakkunnig.
statement-tested = Automatiska test kontrollerar varje slags sida på alla språk, i mörkt och ljust läge, med hög kontrast och på smal skärm samt användning med tangentbord och utan JavaScript. Testen kördes senast { $name }. Automatiska test hittar bara en del av problemen.
statement-feedback-heading = Märkte du en brist? Berätta det för oss
statement-feedback = Vi gör vårt bästa för att alla ska kunna använda tjänsten. Om något inte fungerar för dig eller om du behöver informationen i en annan form, berätta det. Vi svarar inom 14 dagar.
statement-authority-heading = Tillsynsmyndighet
statement-authority = Om du inte får svar inom 14 dagar eller inte är nöjd med svaret kan du göra en anmälan till tillsynsmyndigheten. På myndighetens webbplats berättas hur anmälan görs och hur ärendet behandlas.
