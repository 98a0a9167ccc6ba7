# Swedish.

# The language's own name, in the list of languages.
language-name = Svenska

## The frame

settings-title = Kontoinställningar
title-saved = Sparat – { $title }
title-error = Fel – { $title }
skip-to-content = Hoppa till innehållet
on-this-page = På den här sidan
language = Språk
back-to-application = Tillbaka till tjänsten
footer = Om tjänsten

## Sections: heading, purpose, state

group-profile = Profil
group-profile-lead = Vem du är och hur man når dig.
group-password = Lösenord
group-password-lead = Välj ett nytt lösenord att logga in med.
group-oidc = Kopplade konton
group-oidc-lead = Logga in med ett konto som du har någon annanstans.
group-saml = Organisationskonto
group-saml-lead = Logga in med kontot från din organisation.
group-passkey = Lösennycklar (passkeys)
group-passkey-lead = Logga in med fingeravtryck, ansikte eller skärmlås.
group-webauthn = Säkerhetsnycklar
group-webauthn-lead = En liten enhet som visar att det är du som loggar in.
group-totp = Autentiseringsapp
group-totp-lead = En app i mobilen visar en kod som du anger när du loggar in.
group-lookup_secret = Återställningskoder
group-lookup_secret-lead = Med dem kommer du in på kontot om du har blivit av med mobilen eller nyckeln. Varje kod fungerar en gång.
group-code = Engångskoder
group-code-lead = Koder som skickas till dig när du loggar in.
group-link = Inloggningslänkar
group-link-lead = Länkar som skickas till dig när du loggar in.
group-identifier_first = Inloggningsnamn
group-captcha = Är du en människa?

state-on = På
state-off = Av
state-linked = { $count ->
    [0] Inget konto kopplat
   *[other] Kopplat till { $names }
}
state-passkeys = { $count ->
    [0] Inga än
    [one] { $count } lösennyckel
   *[other] { $count } lösennycklar
}
state-keys = { $count ->
    [0] Inga än
    [one] { $count } säkerhetsnyckel
   *[other] { $count } säkerhetsnycklar
}
state-codes = { $count ->
    [one] { $count } återställningskod
   *[other] { $count } återställningskoder
}
state-codes-used = { $count ->
    [one] { $count } återställningskod
   *[other] { $count } återställningskoder
}, { $used } har använts, senast { $when }
state-codes-unsaved = Inte sparade än

## Fields

list-item = { $list } { $number }
list-spare = Lägg till i { $list }
time-zone = Tidszon: { $offset }
optional-nothing = Inget val
show-password = Visa
hide-password = Dölj
caps-lock = Caps Lock är på.
errors-title = { $count ->
    [one] Rätta till det här:
   *[other] Rätta till de här { $count } sakerna:
}
address-unverified = { $address } är inte bekräftad än.
address-verify = Bekräfta nu

## Buttons and what they do

working = Vänta …
cancel = Avbryt
copy = Kopiera
copied = Kopierat
download = Ladda ner
open-in-app = Öppna i en autentiseringsapp på den här enheten
codes-file = återställningskoder.txt
code-spent = använd
codes-not-saved = De här koderna fungerar inte än. Spara dem på ett säkert ställe och bekräfta sedan nedan att du har dem.
codes-keep = Skriv ut dem eller spara dem där du har dina lösenord. Den som har en av koderna kan komma in på ditt konto.
oidc-last = Ett konto som är ditt enda sätt att logga in går inte att koppla bort och visas inte här.
password-done = Om någon annan kan känna till ditt gamla lösenord bör du också logga ut från alla dina andra enheter.

added = Tillagd { $when }
confirm-title = Är du säker?
unlink-consequence = Du kommer inte längre att kunna logga in med { $thing }.
remove-consequence = Du kommer inte längre att kunna logga in med ”{ $thing }”.
remove-last = Det här är ditt sista sätt att logga in, så det går inte att ta bort.
totp-unlink-consequence = Du kommer inte längre att behöva ange en kod från appen när du loggar in.
lookup-disable-consequence = Ingen av dina återställningskoder kommer att fungera längre.
lookup-regenerate-consequence = Koderna du har nu slutar fungera när du bekräftar de nya.

script-needed = Det här kräver JavaScript, som är avstängt i din webbläsare.
ceremony-failed = Det gick inte, och inget har ändrats. Du kan försöka igen.

## Sessions, signing out, your data

sessions-title = Var du är inloggad
sessions-lead = Se alla webbläsare och appar som kan använda ditt konto, och logga ut dem.
sessions-this = Den här enheten
sessions-none = Du är inte inloggad någon annanstans.
sessions-unknown = Okänd enhet
sessions-device = { $browser } på { $system }
sessions-since = Inloggad { $when }
sessions-two-factors = två faktorer
sessions-end = Logga ut enheten
sessions-end-others = Logga ut alla andra enheter
sessions-end-consequence = Det krävs då en ny inloggning på den enheten.
sessions-end-others-consequence = Det krävs då en ny inloggning på alla enheter utom den här.
sessions-ended = Klart: du är nu utloggad där.
sign-out = Logga ut
export = Ladda ner dina data
group-code_recovery = Kontoåterställning
group-link_recovery = Kontoåterställning

## On the way

moving-on-title = Ett ögonblick
moving-on = Du skickas vidare.
moving-on-link = Fortsätt
enter-again-title = Logga in igen
enter-again = För att skydda ditt konto kräver den här ändringen att du nyligen har loggat in. Ändringen sparades inte: logga in igen och fyll sedan i uppgifterna en gång till.

## Problems: heading and what to do

try-again = Försök igen
back-to-form = Tillbaka till formuläret
to-settings = Till dina kontoinställningar
sign-in-again = Logga in igen
request-id = Uppge det här numret om du ber om hjälp: { $id }

problem-not-found-title = Sidan finns inte
problem-not-found = Adressen kan vara felskriven, eller så har sidan flyttats.
problem-return-to-title = Länkens returadress är inte tillåten
problem-return-to = Efteråt skulle du ha skickats till en annan webbplats, men den finns inte på listan över tillåtna webbplatser. Du kan ändra dina inställningar ändå.
problem-form-title = Formuläret kunde inte tas emot
problem-form = Inget har ändrats. Det här händer när en sida har varit öppen länge, när du har loggat in igen någon annanstans eller när webbläsaren inte tillåter cookies.
problem-forbidden-title = Du får inte göra det här
problem-forbidden = Inget har ändrats.
problem-busy-title = För många förfrågningar
problem-busy = Vänta en stund och försök sedan igen.
problem-slow-title = Det här tar för lång tid
problem-slow = Kontotjänsten svarar inte just nu. Försök igen om en minut.
problem-unavailable-title = Kontotjänsten går inte att nå
problem-unavailable = Det är inte ditt fel, och inget har ändrats. Försök igen om en minut.
problem-loop-title = Inloggningen fungerar inte
problem-loop = Du är inloggad, men den här sidan märker inte det. Webbläsaren kanske blockerar cookies: tillåt dem för den här webbplatsen, eller ta bort de som redan finns, och logga sedan in igen. Om det inte hjälper kan du höra av dig till dem som driver tjänsten.
problem-foreign-title = Formuläret kom från en annan webbplats
problem-foreign = Inget har ändrats. Om du kom hit via en länk som någon skickade till dig ska du inte lita på den.
problem-not-a-form-title = Formuläret hör inte till den här sidan
problem-not-a-form = Inget har ändrats.
problem-too-large-title = Det är för mycket
problem-too-large = Inget har ändrats. Korta ner det du har fyllt i.
problem-upload-slow-title = Formuläret kom inte fram
problem-upload-slow = Inget har ändrats. Din uppkoppling kan vara långsam eller bruten: skicka formuläret igen.
problem-not-saved-title = Inget sparades
problem-not-saved = Kontotjänsten går inte att nå just nu. Gå tillbaka i webbläsaren för att behålla det du har fyllt i, vänta en minut och spara igen.
problem-maybe-saved-title = Ändringen kanske inte sparades
problem-maybe-saved = Kontotjänsten tog emot din ändring men gav inget svar. Titta i dina inställningar om den sparades innan du försöker igen.
problem-method-title = Sidan kan inte användas på det sättet
problem-method = Gå tillbaka och använd länkarna och knapparna på sidan.
problem-internal-title = Något gick fel här
problem-internal = Det är inte ditt fel. Försök igen.

## Kratos’ messages, by id, with the values of their context

kratos-1050001 = Dina ändringar har sparats.
kratos-1050002 = Koppla { $provider }
kratos-1050003 = Koppla bort { $provider }
kratos-1050004 = Stäng av autentiseringsappen
kratos-1050005 = QR-kod för din autentiseringsapp
kratos-1050007 = Visa mina återställningskoder
kratos-1050008 = Skapa nya återställningskoder
kratos-1050010 = Det här är dina återställningskoder. Spara dem på ett säkert ställe.
kratos-1050011 = Jag har sparat koderna
kratos-1050012 = Lägg till säkerhetsnyckel
kratos-1050013 = Säkerhetsnyckelns namn
kratos-1050014 = Använd { $used_at }
kratos-1050016 = Stäng av återställningskoderna
kratos-1050017 = Om du inte kan skanna bilden anger du den här nyckeln i appen:
kratos-1050018 = Ta bort säkerhetsnyckeln ”{ $display_name }”
kratos-1050019 = Lägg till lösennyckel
kratos-1050020 = Ta bort lösennyckeln ”{ $display_name }”
kratos-1050023 = Ditt konto hanteras av din organisation. Kontakta administratören om du vill ändra de här inställningarna.
kratos-1060001 = Du är inne på ditt konto igen. Byt lösenord nu, eller lägg till ett annat sätt att logga in. Du behöver göra det före { $privileged_session_expires_at }.
kratos-1070001 = Lösenord
kratos-1070003 = Spara
kratos-1070004 = ID
kratos-1070005 = Skicka
kratos-1070006 = Kod från appen
kratos-1070007 = E-postadress
kratos-1070008 = Skicka koden igen
kratos-1070009 = Fortsätt
kratos-1070010 = Återställningskod
kratos-1070011 = Verifieringskod
kratos-1070015 = Slutför kontrollen för att fortsätta.
kratos-1070016 = Återställningsadress
kratos-1070017 = Telefonnummer
kratos-1070018 = E-postadress eller telefonnummer

kratos-4000002 = Fyll i det här.
kratos-4000003 = { $min_length ->
    [one] Ange minst { $min_length } tecken. Du har angett { $actual_length }.
   *[other] Ange minst { $min_length } tecken. Du har angett { $actual_length }.
}
kratos-4000004 = Det här har inte rätt format.
kratos-4000005 = Lösenordet går inte att använda: { $reason }.
kratos-4000006 = Uppgifterna stämmer inte. Kontrollera att du har skrivit rätt.
kratos-4000007 = Det här används redan av ett annat konto.
kratos-4000008 = Koden stämmer inte. Ange den som appen visar nu.
kratos-4000009 = Ditt konto har inget inloggningsnamn än. Hör av dig till dem som driver tjänsten.
kratos-4000010 = Ditt konto är inte aktivt än. Har du bekräftat din e-postadress?
kratos-4000011 = Du har inte lagt till någon autentiseringsapp.
kratos-4000012 = Återställningskoden har redan använts.
kratos-4000013 = Du har inte lagt till någon säkerhetsnyckel.
kratos-4000014 = Du har inte skapat några återställningskoder.
kratos-4000016 = Återställningskoden stämmer inte.
kratos-4000017 = { $max_length ->
    [one] Ange högst { $max_length } tecken. Du har angett { $actual_length }.
   *[other] Ange högst { $max_length } tecken. Du har angett { $actual_length }.
}
kratos-4000018 = Ange { $minimum } eller mer. Du har angett { $actual }.
kratos-4000019 = Ange mer än { $minimum }. Du har angett { $actual }.
kratos-4000020 = Ange { $maximum } eller mindre. Du har angett { $actual }.
kratos-4000021 = Ange mindre än { $maximum }. Du har angett { $actual }.
kratos-4000022 = Ange en multipel av { $base }. Du har angett { $actual }.
kratos-4000023 = { $max_items ->
    [one] Här får det finnas högst { $max_items } post. Du har { $actual_items }.
   *[other] Här får det finnas högst { $max_items } poster. Du har { $actual_items }.
}
kratos-4000024 = { $min_items ->
    [one] Här måste det finnas minst { $min_items } post. Du har { $actual_items }.
   *[other] Här måste det finnas minst { $min_items } poster. Du har { $actual_items }.
}
kratos-4000025 = Två poster är likadana.
kratos-4000026 = Det här är fel typ av värde.
kratos-4000027 = Det här används redan av ett annat konto.
kratos-4000028 = Det här används redan av ett annat konto.
kratos-4000029 = Det här måste vara { $expected }.
kratos-4000030 = Det här får inte ändras.
kratos-4000031 = Lösenordet liknar ditt inloggningsnamn för mycket.
kratos-4000032 = { $min_length ->
    [one] Lösenordet måste ha minst { $min_length } tecken. Ditt har { $actual_length }.
   *[other] Lösenordet måste ha minst { $min_length } tecken. Ditt har { $actual_length }.
}
kratos-4000033 = { $max_length ->
    [one] Lösenordet får ha högst { $max_length } tecken. Ditt har { $actual_length }.
   *[other] Lösenordet får ha högst { $max_length } tecken. Ditt har { $actual_length }.
}
kratos-4000034 = Lösenordet är känt från dataläckor. Välj ett annat.
kratos-4000038 = Kontrollen fungerade inte. Försök igen.
kratos-4000039 = Välj ett annat lösenord än det du har nu.
kratos-4000040 = Ange en giltig e-postadress
kratos-4000041 = Ange ett giltigt telefonnummer
kratos-4010004 = Inget har ändrats: formuläret var inte komplett. Försök igen.
kratos-4050001 = Sidan var öppen för länge. Inget har ändrats: fyll i uppgifterna en gång till.
kratos-4050002 = Du kan ändra en adress i taget.
