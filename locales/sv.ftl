# Swedish.

# The language's own name, in the list of languages.
language-name = Svenska

## The frame

settings-title = Konto{"\u00AD"}inställningar
title-saved = Sparat – { $title }
title-error = Fel – { $title }
skip-to-content = Hoppa till innehållet
account-pages = Ditt konto
language = Språk
theme = Utseende
theme-system = Som enheten
theme-light = Ljust
theme-dark = Mörkt
choice-keeps = Det du har fyllt i finns kvar, utom lösenord och koder.
back-to-application = Tillbaka till tjänsten
footer = Om tjänsten

## Sections: heading, purpose, state

group-profile = Profil
group-profile-lead = Vem du är och hur man når dig.
group-password = Lösenord
group-password-lead = Välj ett nytt lösenord att logga in med.
group-oidc = Kopplade konton
group-oidc-lead = Logga in med ett konto som du har någon annanstans.
group-saml = Organisations{"\u00AD"}konto
group-saml-lead = Logga in med kontot från din organisation.
group-passkey = Lösennycklar (passkeys)
group-passkey-lead = Logga in med fingeravtryck, ansikte eller skärmlås.
group-webauthn = Säkerhets{"\u00AD"}nycklar
group-webauthn-lead = En liten enhet som visar att det är du som loggar in.
group-totp = Autentiserings{"\u00AD"}app
group-totp-lead = En app i mobilen visar en kod som du anger när du loggar in.
group-lookup_secret = Återställnings{"\u00AD"}koder
group-lookup_secret-lead = Med dem kommer du in på kontot om du har blivit av med mobilen eller nyckeln. Varje kod fungerar en gång.
group-code = Engångskoder
group-code-lead = Koder som skickas till dig när du loggar in.
group-link = Inloggnings{"\u00AD"}länkar
group-link-lead = Länkar som skickas till dig när du loggar in.
group-identifier_first = Inloggningsnamn
group-captcha = Är du en människa?

state-on = På
state-off = Av
state-linked = { $count ->
    [0] Inget konto i listan
   *[other] Kopplade: { $count }
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

overview-title = Ditt konto i korthet
overview-sign-in-name = Du loggar in som { $name }
overview-ways = Sätt att logga in
overview-protection = Extra skydd
overview-password = Välj eller ändra det
overview-not-set = Inte valt
overview-codes-left = { $count } kvar
codes-few = { $count ->
    [one] Du har bara { $count } återställningskod kvar.
   *[other] Du har bara { $count } återställningskoder kvar.
}
codes-none-left = Du har ingen återställningskod kvar.
codes-renew = Skapa nya
codes-lacking = Om du blir av med mobilen eller nyckeln kommer du in igen med återställningskoder. Du har inga än.
second-suggested = Ett andra inloggningssteg gör kontot säkrare: då räcker det inte med ett stulet lösenord.
second-add = Lägg till ett

## Fields

list-item = { $list } { $number }
list-spare = Lägg till i { $list }
list-separator = {", "}
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

required-mark = Fält märkta med * måste fyllas i.
password-rules = Ett långt lösenord är ett starkt lösenord: till exempel några ord som inte hör ihop. Välj ett som du inte använder någon annanstans.
password-shortest = { $count ->
    [one] Minst { $count } tecken.
   *[other] Minst { $count } tecken.
}
strength = Lösenordets styrka
strength-0 = Mycket svagt.
strength-1 = Svagt.
strength-2 = Kunde vara starkare.
strength-3 = Starkt.
strength-4 = Mycket starkt.
strength-known = Sådana lösenord är bland de första som prövas.
strength-pattern = Det följer ett mönster som är lätt att gissa.
strength-own = Det innehåller något om dig, till exempel ditt namn eller din adress.

## Buttons and what they do

working = Vänta …
cancel = Avbryt
copy = Kopiera
copied = Kopierat
download = Ladda ner
print = Skriv ut
copy-selected = Det går inte att kopiera automatiskt här. Texten är markerad: kopiera den själv.
open-in-app = Öppna i en autentiseringsapp på den här enheten
codes-file = återställningskoder-{ $host }.txt
codes-account = Konto: { $account }
codes-site = Webbplats: { $site }
codes-day = Datum: { $day }
codes-make = Skapa återställnings{"\u00AD"}koder
code-spent = använd
codes-not-saved = De här koderna fungerar inte än. Spara dem på ett säkert ställe och bekräfta sedan nedan att du har dem.
codes-keep = Skriv ut dem eller spara dem där du har dina lösenord. Den som har en av koderna kan komma in på ditt konto.
oidc-missing = Saknas ett konto här?
oidc-last = Ett konto som är ditt enda sätt att logga in går inte att koppla bort och visas inte här.
password-done = Om någon annan kan känna till ditt gamla lösenord bör du också logga ut från alla dina andra enheter.

added = Tillagd { $when }
unlink-consequence = Du kommer inte längre att kunna logga in med { $thing }.
remove-consequence = Du kommer inte längre att kunna logga in med ”{ $thing }”.
remove-last = Det här är ditt sista sätt att logga in, så det går inte att ta bort.
totp-unlink-consequence = Du kommer inte längre att behöva ange en kod från appen när du loggar in.
lookup-disable-consequence = Ingen av dina återställningskoder kommer att fungera längre.
lookup-regenerate-consequence = Koderna du har nu slutar fungera när du bekräftar de nya.
thing-remove = Ta bort
thing-unlink = Koppla bort
passkey-unnamed = Lösennyckel utan namn
key-unnamed = Säkerhetsnyckel utan namn
remove-question = Vill du ta bort ”{ $thing }”?
unlink-question = Vill du koppla bort { $thing }?
totp-unlink-question = Vill du stänga av autentiseringsappen?
lookup-disable-question = Vill du stänga av återställningskoderna?
lookup-regenerate-question = Vill du skapa nya återställningskoder?

script-needed = Det här kräver JavaScript, som är avstängt i din webbläsare.
ceremony-failed = Det gick inte, och inget har ändrats. Du kan försöka igen.
ceremony-failed-login = Det gick inte. Försök igen, eller logga in på ett annat sätt.
ceremony-failed-registration = Det gick inte, och inget konto har skapats. Försök igen, eller välj ett annat sätt.
ceremony-known = Den här nyckeln eller enheten har redan lagts till i ditt konto.
ceremony-insecure = Säkerhetsnycklar och lösennycklar kräver en säker anslutning: en adress som börjar med https.
ceremony-unsupported = Den här webbläsaren har inte stöd för säkerhetsnycklar och lösennycklar.

## Sessions, signing out, your data

sessions-title = Var du är inloggad
sessions-lead = Se alla webbläsare och appar som kan använda ditt konto, och logga ut dem.
sessions-this = Den här enheten
sessions-none = Du är inte inloggad någon annanstans.
sessions-unknown = Okänd enhet
sessions-device = { $browser } på { $system }
sessions-since = Inloggad { $when }
sessions-until = Förblir inloggad till { $when }
sessions-two-factors = två faktorer
sessions-end = Logga ut
sessions-end-others = Logga ut alla andra enheter
sessions-end-question = Vill du logga ut { $device }?
sessions-end-others-question = Vill du logga ut alla andra enheter?
sessions-end-consequence = Det krävs då en ny inloggning på den enheten.
sessions-end-others-consequence = Det krävs då en ny inloggning på alla enheter utom den här.
sessions-ended = Klart: du är nu utloggad där.
sign-out = Logga ut
export = Ladda ner dina data
group-code_recovery = Konto{"\u00AD"}återställning
group-link_recovery = Konto{"\u00AD"}återställning

delete-title = Ta bort ditt konto
delete-lead = Det går inte att ångra.
delete-data = Dina uppgifter, dina inställningar och alla dina sätt att logga in tas bort för gott.
delete-back = Ingen kan få tillbaka dem, och någon annan kan ta ditt inloggningsnamn.
delete-consent = Jag förstår att mitt konto inte går att få tillbaka.
delete-button = Ta bort mitt konto
delete-done-title = Ditt konto har tagits bort
delete-done = Dina uppgifter och dina sätt att logga in är borta, och du är utloggad överallt.
deactivate-title = Stäng av ditt konto
deactivate-lead = Ditt konto stängs av. Inget i det tas bort.
deactivate-data = Ingen kan sedan logga in på det, inte heller du.
deactivate-back = Bara de som driver tjänsten kan slå på det igen.
deactivate-consent = Jag förstår att jag inte själv kan slå på mitt konto igen.
deactivate-button = Stäng av mitt konto
deactivate-done-title = Ditt konto har stängts av
deactivate-done = Du är utloggad överallt. Om du vill använda ditt konto igen kan du höra av dig till dem som driver tjänsten.
deletion-sessions = Du loggas ut på alla dina enheter.
deletion-applications = Du kan inte längre logga in i appar med det här kontot. Det de har sparat om dig finns kvar hos dem.
deletion-export = Spara först en kopia av dina data:
deletion-keep = Behåll mitt konto
deletion-unticked = Om du är säker markerar du först rutan. Inget har ändrats.

## On the way

moving-on-title = Ett ögonblick
moving-on = Du skickas vidare.
moving-on-link = Fortsätt
enter-again-title = Logga in igen
enter-again = För att skydda ditt konto kräver den här ändringen att du nyligen har loggat in. Ändringen sparades inte: logga in igen och fyll sedan i uppgifterna en gång till.

## Problems: heading and what to do

try-again = Försök igen
back-to-form = Tillbaka till formuläret
to-settings = Till dina konto{"\u00AD"}inställningar
sign-in-again = Logga in igen
start-again = Börja om
confirm-address = Bekräfta din adress
request-id = Uppge det här numret om du ber om hjälp: { $id }

problem-not-found-title = Sidan finns inte
problem-not-found = Adressen kan vara felskriven, eller så har sidan flyttats.
problem-return-to-title = Länkens returadress är inte tillåten
problem-return-to = Efteråt skulle du ha skickats till en annan webbplats, men den finns inte på listan över tillåtna webbplatser. Du kan fortsätta, men du skickas inte dit.
problem-link-title = Länken går inte att använda
problem-link = Något i den är inte tillåtet här. Den kan vara ofullständig eller gammal. Du kan börja om utan den.
problem-not-offered-title = Det här erbjuds inte här
problem-not-offered = De som driver tjänsten har stängt av den här sidan.
problem-switched-off-title = Kontot är avstängt
problem-switched-off = Det går inte att använda just nu. Om du tror att det är ett misstag kan du höra av dig till dem som driver tjänsten.
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
problem-no-cookies-title = Webbläsaren sparar inga cookies
problem-no-cookies = Den här sidan fungerar inte utan dem. Tillåt dem för den här webbplatsen i webbläsarens inställningar och börja sedan om.
problem-foreign-title = Formuläret kom från en annan webbplats
problem-foreign = Inget har ändrats. Om du kom hit via en länk som någon skickade till dig ska du inte lita på den.
problem-not-a-form-title = Formuläret hör inte till den här sidan
problem-not-a-form = Inget har ändrats.
problem-too-large-title = Det är för mycket
problem-too-large = Inget har ändrats. Korta ner det du har fyllt i.
problem-upload-slow-title = Formuläret kom inte fram
problem-upload-slow = Inget har ändrats. Din uppkoppling kan vara långsam eller bruten: skicka formuläret igen.
problem-not-saved-title = Inget sparades
problem-not-saved = Kontotjänsten går inte att nå just nu. Gå tillbaka i webbläsaren för att behålla det du har fyllt i, vänta en minut och skicka det igen.
problem-maybe-saved-title = Ändringen kanske inte sparades
problem-maybe-saved = Kontotjänsten tog emot det du skickade men gav inget svar. Gå tillbaka och se om det fungerade innan du försöker igen.
problem-left-already-title = Du är utloggad
problem-left-already = Inget mer har gjorts. Om du tryckte på knappen två gånger fungerade det första gången. Annars kan du logga in igen och börja om.
problem-still-there-title = Ditt konto finns kvar
problem-still-there = Kontotjänsten kunde inte göra det här just nu, och inget har ändrats. Försök igen om en minut.
problem-still-there-revoked-title = Ditt konto finns kvar
problem-still-there-revoked = Kontotjänsten kunde inte göra det här just nu. Ditt konto och dina data har inte ändrats, men appar som du använder med kontot kan be om åtkomst igen. Försök igen om en minut.
problem-maybe-gone-title = Det är inte säkert att det fungerade
problem-maybe-gone = Kontotjänsten tog emot din begäran men gav inget svar. Logga in för att se efter: om det går finns ditt konto kvar.
problem-method-title = Sidan kan inte användas på det sättet
problem-method = Gå tillbaka och använd länkarna och knapparna på sidan.
problem-internal-title = Något gick fel här
problem-internal = Det är inte ditt fel. Försök igen.
problem-sign-in-first-title = Logga in först
problem-sign-in-first = Det här går bara när du är inloggad, och ibland bara strax efter att du har loggat in.
problem-other-identity-title = Någon annan är inloggad
problem-other-identity = Sidan öppnades för ett annat konto än det som är inloggat nu. Inget har ändrats. Logga in igen med kontot du vill använda.
problem-unverified-title = Bekräfta din adress först
problem-unverified = Du kan logga in så snart din adress är bekräftad. Leta efter meddelandet med koden eller länken, eller begär ett nytt.
problem-outdated-title = Sidan eller länken fungerar inte längre
problem-outdated = Den har redan använts, eller så har det gått för lång tid. Börja om.
problem-provider-title = Det gick inte
problem-provider = Inloggningen med ett konto som du har någon annanstans slutfördes inte. Det händer när den tar lång tid, när du loggar in i två flikar samtidigt eller när webbläsaren inte tillåter cookies. Försök igen.
problem-application-title = Tjänsten du kom från kunde inte logga in dig
problem-application = Något var fel med hur den skickade dig hit. Gå tillbaka dit och försök igen. Om det inte hjälper kan du höra av dig till dem som driver den.
problem-elsewhere-title = Något gick fel
problem-elsewhere = Det är inte ditt fel. Försök igen om en minut. Om det händer igen kan du höra av dig till dem som driver tjänsten.

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = Logga in
kratos-1010002 = Fortsätt med { $provider }
kratos-1010003 = Bekräfta att det är du för att fortsätta.
kratos-1010004 = Bekräfta på ett andra sätt att det är du.
kratos-1010005 = Bekräfta
kratos-1010006 = Kod från appen
kratos-1010007 = Återställnings{"\u00AD"}kod
kratos-1010008 = Logga in med säkerhetsnyckel
kratos-1010009 = Använd autentiserings{"\u00AD"}appen
kratos-1010010 = Använd återställnings{"\u00AD"}kod
kratos-1010011 = Logga in med säkerhetsnyckel
kratos-1010012 = Tryck på knappen och använd sedan din säkerhetsnyckel, ditt fingeravtryck eller ansiktet.
kratos-1010013 = Fortsätt
kratos-1010014 = En kod är på väg till dig. Om den inte kommer inom några minuter kan du titta i skräpposten eller begära den igen.
kratos-1010015 = Skicka inloggningskod
kratos-1010016 = { $duplicate_identifier } hör redan till ett konto här. Logga in på det kontot för att lägga till { $provider } som ytterligare ett sätt att logga in.
kratos-1010017 = Logga in och koppla
kratos-1010018 = Bekräfta med { $provider }
kratos-1010019 = Skicka kod
kratos-1010021 = Logga in med lösennyckel
kratos-1010022 = Logga in med lösenord
kratos-1010023 = Skicka kod till { $address }
kratos-1010024 = Logga in med den här enheten
kratos-1010025 = En kod är på väg till dig. Om den inte kommer inom några minuter kan du titta i skräpposten eller begära den igen.
kratos-1040001 = Registrera dig
kratos-1040002 = Fortsätt med { $provider }
kratos-1040003 = Fortsätt
kratos-1040004 = Registrera dig med säkerhetsnyckel
kratos-1040005 = En kod är på väg till adressen du angav. Om den inte kommer inom några minuter kan du titta i skräpposten och kontrollera att adressen är rätt skriven.
kratos-1040006 = Skicka registrerings{"\u00AD"}kod
kratos-1040007 = Registrera dig med lösennyckel
kratos-1040008 = Tillbaka
kratos-1040009 = Välj hur du vill logga in i fortsättningen.
kratos-1050001 = Dina ändringar har sparats.
kratos-1050001-profile = Din profil har sparats.
kratos-1050001-password = Ditt nya lösenord gäller nu.
kratos-1050001-totp-on = Autentiserings{"\u00AD"}appen är på.
kratos-1050001-totp-off = Autentiserings{"\u00AD"}appen är av.
kratos-1050001-passkey-added = Lösennyckeln har lagts till.
kratos-1050001-passkey-removed = Lösennyckeln har tagits bort.
kratos-1050001-webauthn-added = Säkerhets{"\u00AD"}nyckeln har lagts till.
kratos-1050001-webauthn-removed = Säkerhets{"\u00AD"}nyckeln har tagits bort.
kratos-1050001-lookup_secret-on = Dina återställnings{"\u00AD"}koder fungerar från och med nu.
kratos-1050001-lookup_secret-off = Dina återställnings{"\u00AD"}koder är avstängda. Ingen av dem fungerar längre.
kratos-1050001-oidc-linked = { $provider } är nu länkat. Du kan logga in med det.
kratos-1050001-oidc-unlinked = { $provider } är inte länkat längre.
kratos-1050002 = Koppla { $provider }
kratos-1050003 = Koppla bort { $provider }
kratos-1050004 = Stäng av autentiserings{"\u00AD"}appen
kratos-1050005 = QR-kod för din autentiserings{"\u00AD"}app
kratos-1050006 = { $secret }
kratos-1050007 = Visa mina återställnings{"\u00AD"}koder
kratos-1050008 = Skapa nya återställnings{"\u00AD"}koder
kratos-1050009 = { $secret }
kratos-1050010 = Det här är dina återställnings{"\u00AD"}koder.
kratos-1050011 = Jag har sparat koderna
kratos-1050012 = Lägg till säkerhetsnyckel
kratos-1050013 = Säkerhets{"\u00AD"}nyckelns namn
kratos-1050014 = Använd { $used_at }
kratos-1050016 = Stäng av återställnings{"\u00AD"}koderna
kratos-1050017 = Om du inte kan skanna bilden anger du den här nyckeln i appen:
kratos-1050018 = Ta bort säkerhets{"\u00AD"}nyckeln ”{ $display_name }”
kratos-1050019 = Lägg till lösennyckel
kratos-1050020 = Ta bort lösennyckeln ”{ $display_name }”
kratos-1050023 = Ditt konto hanteras av din organisation. Kontakta administratören om du vill ändra de här inställningarna.
kratos-1060001 = Du är inne på ditt konto igen. Byt lösenord nu, eller lägg till ett annat sätt att logga in. Du behöver göra det före { $privileged_session_expires_at }.
kratos-1060002 = Om adressen hör till ett konto är en länk på väg dit. Om inget kommer inom några minuter kan du titta i skräpposten och kontrollera att det är adressen du registrerade dig med.
kratos-1060003 = Om adressen hör till ett konto är en kod på väg dit. Om inget kommer inom några minuter kan du titta i skräpposten och kontrollera att det är adressen du registrerade dig med.
kratos-1060004 = Om { $masked_address } hör till ditt konto är en kod på väg dit. Om inget kommer inom några minuter kan du titta i skräpposten och kontrollera att det är adressen du registrerade dig med.
kratos-1060005 = Ange hela adressen eller telefonnumret, så att det är säkert att kontot är ditt.
kratos-1060006 = Vart ska koden skickas?
kratos-1060007 = Tillbaka
kratos-1070001 = Lösenord
kratos-1070003 = Spara
kratos-1070003-profile = Spara profilen
kratos-1070003-password = Byt till det nya lösenordet
kratos-1070003-totp = Slå på autentiserings{"\u00AD"}appen
kratos-1070004 = Inloggningsnamn
kratos-1070005 = Skicka
kratos-1070006 = Kod från appen
kratos-1070007 = E-postadress
kratos-1070008 = Skicka koden igen
kratos-1070009 = Fortsätt
kratos-1070009-login-code-sent_email = Logga in
kratos-1070009-registration-code-sent_email = Skapa konto
kratos-1070009-recovery-code-choose_method = Skicka kod
kratos-1070009-recovery-link-choose_method = Skicka länk
kratos-1070009-recovery-code-sent_email = Bekräfta koden
kratos-1070009-recovery-code-recovery_awaiting_code = Bekräfta koden
kratos-1070009-recovery-code-recovery_confirming_address = Skicka kod
kratos-1070009-recovery-link-sent_email = Skicka länken igen
kratos-1070009-verification-code-choose_method = Skicka kod
kratos-1070009-verification-link-choose_method = Skicka länk
kratos-1070009-verification-code-sent_email = Bekräfta adressen
kratos-1070009-verification-link-sent_email = Skicka länken igen
kratos-1070010 = Återställnings{"\u00AD"}kod
kratos-1070011 = Verifieringskod
kratos-1070012 = Registrerings{"\u00AD"}kod
kratos-1070013 = Inloggningskod
kratos-1070014 = Logga in och koppla
kratos-1070015 = Slutför kontrollen för att fortsätta.
kratos-1070016 = Återställnings{"\u00AD"}adress
kratos-1070017 = Telefonnummer
kratos-1070018 = E-postadress eller telefonnummer
kratos-1080001 = Om adressen inte är bekräftad än är en länk på väg dit. Om inget kommer inom några minuter kan du titta i skräpposten och kontrollera att adressen är rätt skriven.
kratos-1080002 = Tack, bekräftelsen är klar.
kratos-1080003 = Om adressen inte är bekräftad än är en kod på väg dit. Om inget kommer inom några minuter kan du titta i skräpposten och kontrollera att adressen är rätt skriven.
kratos-1080004 = Om telefonnumret inte är bekräftat än är ett sms med en kod på väg dit. Om inget kommer inom några minuter kan du kontrollera att numret är rätt skrivet.
kratos-1080005 = Ditt telefonnummer är bekräftat.

kratos-4000002 = Fyll i det här.
kratos-4000003 = { $min_length ->
    [one] Ange minst { $min_length } tecken. Du har angett { $actual_length }.
   *[other] Ange minst { $min_length } tecken. Du har angett { $actual_length }.
}
kratos-4000004 = Det här har inte rätt format.
kratos-4000005 = Lösenordet går inte att använda: { $reason }.
kratos-4000006 = Uppgifterna stämmer inte. Kontrollera att du har skrivit rätt.
kratos-4000007 = E-postadressen, telefonnumret eller inloggningsnamnet används redan av ett annat konto. Välj något annat, eller logga in på det kontot om det är ditt.
kratos-4000008 = Det gick inte att bekräfta. Ange koden som appen visar nu, eller försök igen med din nyckel.
kratos-4000009 = Det saknas ett inloggningsnamn, till exempel en e-postadress. Fyll i det. Om det inte finns något fält för det kan du höra av dig till dem som driver tjänsten.
kratos-4000010 = Ditt konto är inte aktivt än. Har du bekräftat din e-postadress?
kratos-4000011 = Du har inte lagt till någon autentiseringsapp.
kratos-4000012 = Återställningskoden har redan använts.
kratos-4000013 = Du har inte lagt till någon säkerhetsnyckel.
kratos-4000014 = Du har inte skapat några återställningskoder.
kratos-4000015 = Det finns inget konto med en säkerhetsnyckel eller lösennyckel som stämmer. Kontrollera det du har fyllt i, eller logga in på ett annat sätt.
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
kratos-4000027 = Det finns redan ett konto med e-postadressen, telefonnumret eller inloggningsnamnet. Logga in på det kontot först och koppla sedan det andra till det.
kratos-4000028 = Det finns redan ett konto med e-postadressen, telefonnumret eller inloggningsnamnet. Om det är ditt kan du logga in på det. Möjliga sätt: { $available_credential_types }.
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
kratos-4000035 = Det finns inget konto som loggar in med kod på den här adressen. Kontrollera att den är rätt skriven, eller logga in på ett annat sätt.
kratos-4000036 = Dina uppgifter är inte desamma som när koden skickades. Ange dem som förut, eller gå tillbaka och börja om.
kratos-4000037 = Det finns inget konto att logga in på med det här. Kontrollera att du har skrivit rätt.
kratos-4000038 = Kontrollen fungerade inte. Försök igen.
kratos-4000039 = Välj ett annat lösenord än det du har nu.
kratos-4000040 = Ange en giltig e-postadress.
kratos-4000041 = Ange ett giltigt telefonnummer.
kratos-4000042 = Du har inte lagt till någon enhet att logga in med.
kratos-4000043 = Din nyckel gick inte att bekräfta. Försök igen.
kratos-4000044 = Enheten gick inte att bekräfta. Försök igen.
kratos-4000045 = Enheten kan inte längre användas för att logga in. Lägg till den på nytt.
kratos-4000046 = Enheten kan inte längre användas för att logga in. Lägg till den på nytt.
kratos-4010001 = Sidan var öppen för länge. Försök igen.
kratos-4010002 = Uppgifterna räcker inte för att logga in. Fyll i formuläret och försök igen.
kratos-4010003 = Uppgifterna räcker inte för att skapa ett konto. Fyll i formuläret och försök igen.
kratos-4010004 = Inget har ändrats: formuläret var inte komplett. Försök igen.
kratos-4010005 = Formuläret var inte komplett. Börja om.
kratos-4010006 = Formuläret var inte komplett. Börja om.
kratos-4010007 = Det här är redan gjort.
kratos-4010008 = Koden stämmer inte eller har redan använts. Kontrollera den, eller begär en ny.
kratos-4010009 = Det här är inte kontot som ska kopplas. Logga in på det som redan använder din adress.
kratos-4010010 = Adressen hör inte till ditt konto. Använd en annan.
kratos-4010011 = Kontot har stängts av. Hör av dig till dem som driver tjänsten.
kratos-4040001 = Sidan var öppen för länge, och inget konto har skapats. Försök igen.
kratos-4040002 = Det här är redan gjort.
kratos-4040003 = Koden stämmer inte eller har redan använts. Kontrollera den, eller begär en ny.
kratos-4050001 = Sidan var öppen för länge, så inget har ändrats. Försök igen.
kratos-4050002 = Du kan ändra en adress i taget.
kratos-4060001 = Den här återställningen är redan klar. Om du fortfarande inte kommer in på kontot kan du börja om här.
kratos-4060002 = Något gick fel på vägen. Börja om.
kratos-4060004 = Länken stämmer inte eller har redan använts. Begär en ny.
kratos-4060005 = Det har gått för lång tid, så koden eller länken fungerar inte längre. Begär en ny.
kratos-4060006 = Koden stämmer inte eller har redan använts. Kontrollera den, eller begär en ny.
kratos-4070001 = Länken stämmer inte eller har redan använts. Begär en ny.
kratos-4070002 = Det här är redan bekräftat. Du behöver inte göra något mer.
kratos-4070003 = Något gick fel på vägen. Börja om.
kratos-4070005 = Det har gått för lång tid, så koden eller länken fungerar inte längre. Begär en ny.
kratos-4070006 = Koden stämmer inte eller har redan använts. Kontrollera den, eller begär en ny.
kratos-5000002 = Just nu finns det inget sätt att logga in. Hör av dig till dem som driver tjänsten.
kratos-5000003 = Din organisation kräver en egen inloggning, som inte är inställd än. Kontakta administratören.

## Login, registration, recovery, verification

or = eller
for-client = För att fortsätta till { $client }
flow-nothing = Det finns inget att göra här.
typed-kept = Sidan hade gått ut, och inget har ändrats. Det du fyllde i finns kvar, utom lösenord och koder: kontrollera det och skicka det igen.
item-gone = En post i ”{ $list }” har under tiden ändrats eller tagits bort någon annanstans. Din ändring av den gjordes inte.

login-title = Logga in
# What the reference UI says too, and its suites look for.
login-second-title = Ett steg till
login-second-nothing = Ditt konto har inget andra inloggningssteg än. Lägg till ett i dina kontoinställningar, eller logga in med ett annat konto.
second-factor-needed = Sidan som du ville öppna kräver ett andra inloggningssteg. Lägg till ett här för att fortsätta.
login-refresh-title = Bekräfta att det är du
login-code-title = Ange din kod
login-link-title = Koppla ditt konto
login-link-lead = Du har redan ett konto här. Logga in på det som vanligt: kontot du nyss använde läggs till som ytterligare ett sätt att logga in.
registration-title = Skapa ett konto
registration-method-title = Välj hur du ska logga in
registration-code-title = Ange din kod
registration-provider-title = Några uppgifter till
registration-provider-lead = Kontot du har valt lämnar inte alla uppgifter som behövs här.
recovery-title = Återställ ditt konto
recovery-lead = Ange adressen till ditt konto. Du får det du behöver för att komma in igen.
recovery-choice-title = Välj en adress
recovery-address-title = Bekräfta adressen
recovery-code-title = Ange din kod
recovery-link-title = Titta i din inkorg
verification-title = Bekräfta din adress
verification-lead = Ange adressen som ska bekräftas. Du får en kod eller en länk.
verification-code-title = Ange din kod
verification-link-title = Titta i din inkorg
verification-done-title = Klart

way-login = Logga in
way-registration = Skapa ett konto
way-recovery = Har du glömt lösenordet?
way-not-you = Är det inte du?
way-other-name = Använd ett annat namn

# Applications (OAuth2)

consent-title = Ge åtkomst
consent-lead = { $client } vill använda ditt konto.
consent-scopes = Det här får appen göra
consent-audience = Den använder det hos:
consent-remember = Fråga mig inte igen om den här appen
consent-accept = Tillåt
consent-reject = Tillåt inte
scope-openid = Veta att det är du
scope-profile = Se ditt namn och din profil
scope-email = Se din e-postadress
scope-phone = Se ditt telefonnummer
scope-address = Se din postadress
scope-offline = Behålla åtkomsten när du inte är där
scope-offline_access = Behålla åtkomsten när du inte är där
application-page = Om appen
application-policy = Appens integritetspolicy
application-terms = Appens användarvillkor
applications-title = Anslutna appar
applications-lead = Se vilka appar som får använda ditt konto, och ta tillbaka deras åtkomst.
applications-none = Du har inte gett någon app åtkomst till ditt konto.
applications-since = Tilläts { $when }
applications-revoke = Ta tillbaka åtkomsten
applications-revoke-question = Vill du ta tillbaka åtkomsten från { $client }?
applications-revoke-consequence = { $client } kan inte längre använda ditt konto, men får fråga dig igen.
applications-revoked = Klart: appen har inte längre åtkomst.
oauth2-logout-title = Logga ut?
oauth2-logout-lead = Du loggas ut här och från de appar som du använder med det här kontot.
oauth2-logout-client = { $client } vill logga ut dig, här och från de appar som du använder med det här kontot.
oauth2-logout-stay = Fortsätt vara inloggad
problem-request-unknown-title = Den här begäran är okänd
problem-request-unknown = Ingen app fick åtkomst. Länken kan vara ofullständig eller påhittad: gå tillbaka till appen och logga in där igen.
problem-request-outdated-title = Den här begäran är för gammal
problem-request-outdated = Den besvarades inte i tid, och ingen app fick åtkomst. Gå tillbaka till appen och logga in där igen.
problem-request-used-title = Du har redan svarat på detta
problem-request-used = Inget mer tilläts. Gå tillbaka till appen eller börja om.
problem-request-foreign-title = Den här begäran gäller ett annat konto
problem-request-foreign = Du är inloggad med ett annat konto än det som detta började med, så inget tilläts. Logga in igen för att välja konto.
