# Dutch.

# The language's own name, in the list of languages.
language-name = Nederlands

## The frame

settings-title = Account{"\u00AD"}instellingen
title-saved = Opgeslagen – { $title }
title-error = Fout – { $title }
skip-to-content = Direct naar de inhoud
account-pages = Je account
language = Taal
theme = Weergave
theme-system = Zoals je apparaat
theme-light = Licht
theme-dark = Donker
choice-keeps = Wat je hebt ingevuld, blijft staan, behalve wachtwoorden en codes.
back-to-application = Terug naar de applicatie
footer = Over deze dienst

## Sections: heading, purpose, state

group-profile = Profiel
group-profile-lead = Wie je bent en hoe je te bereiken bent.
group-password = Wachtwoord
group-password-lead = Kies een nieuw wachtwoord om mee in te loggen.
group-oidc = Gekoppelde accounts
group-oidc-lead = Log in met een account dat je ergens anders hebt.
group-saml = Zakelijk account
group-saml-lead = Log in met het account van je organisatie.
group-passkey = Passkeys
group-passkey-lead = Log in met je vingerafdruk, gezicht of schermvergrendeling.
group-webauthn = Beveiligings{"\u00AD"}sleutels
group-webauthn-lead = Een klein apparaat waarmee je bij het inloggen bewijst dat jij het bent.
group-totp = Authenticator-app
group-totp-lead = Een app op je telefoon toont een code die je bij het inloggen invult.
group-lookup_secret = Herstelcodes
group-lookup_secret-lead = Hiermee kom je in je account als je je telefoon of sleutel kwijt bent. Elke code werkt één keer.
group-code = Eenmalige codes
group-code-lead = Codes die je toegestuurd krijgt als je inlogt.
group-link = Inloglinks
group-link-lead = Links die je toegestuurd krijgt als je inlogt.
group-identifier_first = Inlognaam
group-captcha = Ben je een mens?

state-on = Aan
state-off = Uit
state-linked = { $count ->
    [0] Geen account vermeld
   *[other] Gekoppeld: { $count }
}
state-passkeys = { $count ->
    [0] Nog geen
    [one] { $count } passkey
   *[other] { $count } passkeys
}
state-keys = { $count ->
    [0] Nog geen
    [one] { $count } beveiligingssleutel
   *[other] { $count } beveiligingssleutels
}
state-codes = { $count ->
    [one] { $count } herstelcode
   *[other] { $count } herstelcodes
}
state-codes-used = { $count ->
    [one] { $count } herstelcode
   *[other] { $count } herstelcodes
}, { $used } gebruikt, voor het laatst op { $when }

overview-title = Je account in één oogopslag
overview-sign-in-name = Je logt in als { $name }
overview-ways = Manieren om in te loggen
overview-protection = Extra bescherming
overview-password = Instellen of wijzigen
overview-not-set = Niet ingesteld
overview-codes-left = Nog { $count }
codes-few = { $count ->
    [one] Je hebt nog maar { $count } herstelcode.
   *[other] Je hebt nog maar { $count } herstelcodes.
}
codes-none-left = Je hebt geen herstelcode meer.
codes-renew = Nieuwe maken
codes-lacking = Als je je telefoon of sleutel kwijtraakt, kom je met herstelcodes weer in je account. Je hebt er nog geen.
second-suggested = Met een tweede inlogstap is je account veiliger: een gestolen wachtwoord is dan niet genoeg.
second-add = Toevoegen

## Fields

list-item = { $list } { $number }
list-spare = Toevoegen aan { $list }
list-separator = {", "}
time-zone = Tijdzone: { $offset }
optional-nothing = Geen keuze
show-password = Tonen
hide-password = Verbergen
caps-lock = Caps Lock staat aan.
errors-title = { $count ->
    [one] Pas dit nog aan:
   *[other] Pas deze { $count } punten nog aan:
}
address-unverified = { $address } is nog niet bevestigd.
address-verify = Nu bevestigen

required-mark = Velden met een * moeten worden ingevuld.
password-rules = Een lang wachtwoord is een sterk wachtwoord: bijvoorbeeld een paar woorden die niets met elkaar te maken hebben. Kies er een die je nergens anders gebruikt.
password-shortest = { $count ->
    [one] Minstens { $count } teken.
   *[other] Minstens { $count } tekens.
}
strength = Sterkte van het wachtwoord
strength-0 = Heel zwak.
strength-1 = Zwak.
strength-2 = Kan sterker.
strength-3 = Sterk.
strength-4 = Heel sterk.
strength-known = Zulke wachtwoorden worden als eerste geprobeerd.
strength-pattern = Het volgt een patroon dat makkelijk te raden is.
strength-own = Er staat iets van jou in, zoals je naam of adres.

## Buttons and what they do

working = Bezig…
cancel = Annuleren
copy = Kopiëren
copied = Gekopieerd
download = Downloaden
print = Afdrukken
copy-selected = Automatisch kopiëren kan hier niet. De tekst is geselecteerd: kopieer die zelf.
open-in-app = Openen in een authenticator-app op dit apparaat
codes-file = herstelcodes-{ $host }.txt
codes-account = Account: { $account }
codes-site = Website: { $site }
codes-day = Datum: { $day }
codes-make = Herstelcodes maken
code-spent = gebruikt
codes-not-saved = Deze codes werken nog niet. Bewaar ze op een veilige plek en bevestig daarna hieronder dat je ze hebt.
codes-keep = Print ze of bewaar ze op de plek waar je ook je wachtwoorden bewaart. Wie een van de codes heeft, kan in je account komen.
oidc-missing = Staat een account er niet bij?
oidc-last = Is een account je enige manier om in te loggen? Dan kun je het niet ontkoppelen en staat het hier niet bij.
password-done = Kent iemand anders misschien je oude wachtwoord? Log dan ook uit op al je andere apparaten.

added = Toegevoegd op { $when }
unlink-consequence = Je kunt dan niet meer inloggen met { $thing }.
remove-consequence = Je kunt dan niet meer inloggen met ‘{ $thing }’.
remove-last = Dit is je laatste manier om in te loggen. Daarom kun je deze niet verwijderen.
totp-unlink-consequence = Bij het inloggen wordt niet meer om een code uit je app gevraagd.
lookup-disable-consequence = Geen van je herstelcodes werkt dan nog.
lookup-regenerate-consequence = Je huidige codes werken niet meer zodra je de nieuwe hebt bevestigd.
thing-remove = Verwijderen
thing-unlink = Ontkoppelen
passkey-unnamed = Passkey zonder naam
key-unnamed = Beveiligingssleutel zonder naam
remove-question = ‘{ $thing }’ verwijderen?
unlink-question = { $thing } ontkoppelen?
totp-unlink-question = Authenticator-app uitschakelen?
lookup-disable-question = Herstelcodes uitschakelen?
lookup-regenerate-question = Nieuwe herstelcodes maken?

script-needed = Hiervoor is JavaScript nodig, maar dat staat uit in je browser.
ceremony-failed = Dat is niet gelukt en er is niets gewijzigd. Je kunt het opnieuw proberen.
ceremony-failed-login = Dat is niet gelukt. Probeer het opnieuw of log op een andere manier in.
ceremony-failed-registration = Dat is niet gelukt en er is geen account aangemaakt. Probeer het opnieuw of kies een andere manier.
ceremony-known = Deze sleutel of dit apparaat is al aan je account toegevoegd.
ceremony-insecure = Beveiligingssleutels en passkeys hebben een beveiligde verbinding nodig: een adres dat met https begint.
ceremony-unsupported = Deze browser ondersteunt geen beveiligingssleutels en passkeys.

## Sessions, signing out, your data

sessions-title = Waar je bent ingelogd
sessions-lead = Bekijk welke browsers en apps je account kunnen gebruiken en log ze uit.
sessions-this = Dit apparaat
sessions-none = Je bent nergens anders ingelogd.
sessions-unknown = Onbekend apparaat
sessions-device = { $browser } op { $system }
sessions-since = Ingelogd op { $when }
sessions-until = Blijft ingelogd tot { $when }
sessions-two-factors = twee factoren
sessions-end = Uitloggen
sessions-end-others = Alle andere apparaten uitloggen
sessions-end-question = { $device } uitloggen?
sessions-end-others-question = Alle andere apparaten uitloggen?
sessions-end-consequence = Op dat apparaat moet dan opnieuw worden ingelogd.
sessions-end-others-consequence = Op alle apparaten behalve dit moet dan opnieuw worden ingelogd.
sessions-ended = Gelukt: je bent daar nu uitgelogd.
sign-out = Uitloggen
export = Je gegevens downloaden
group-code_recovery = Accountherstel
group-link_recovery = Accountherstel

delete-title = Je account verwijderen
delete-lead = Dit kan niet ongedaan worden gemaakt.
delete-data = Je gegevens, je instellingen en al je manieren om in te loggen worden voorgoed verwijderd.
delete-back = Niemand kan ze terughalen, en iemand anders kan je inlognaam gaan gebruiken.
delete-consent = Ik begrijp dat mijn account niet kan worden teruggehaald.
delete-button = Mijn account verwijderen
delete-done-title = Je account is verwijderd
delete-done = Je gegevens en je manieren om in te loggen zijn weg, en je bent overal uitgelogd.
deactivate-title = Je account uitschakelen
deactivate-lead = Je account wordt uitgeschakeld. Er wordt niets in verwijderd.
deactivate-data = Niemand kan er dan nog mee inloggen, jij ook niet.
deactivate-back = Alleen de beheerder van deze dienst kan het weer inschakelen.
deactivate-consent = Ik begrijp dat ik mijn account niet zelf weer kan inschakelen.
deactivate-button = Mijn account uitschakelen
deactivate-done-title = Je account is uitgeschakeld
deactivate-done = Je bent overal uitgelogd. Wil je je account weer gebruiken? Neem dan contact op met de beheerder van deze dienst.
deletion-sessions = Je wordt op al je apparaten uitgelogd.
deletion-applications = Je kunt met dit account niet meer inloggen bij apps. Wat die over je bewaren, blijft daar.
deletion-export = Bewaar eerst een kopie van je gegevens:
deletion-keep = Mijn account houden
deletion-unticked = Weet je het zeker? Zet dan eerst het vinkje. Er is niets gewijzigd.

## On the way

moving-on-title = Een ogenblik
moving-on = Je wordt doorgestuurd.
moving-on-link = Doorgaan
enter-again-title = Log opnieuw in
enter-again = Om je account te beschermen, kun je deze wijziging alleen doen als je kort geleden hebt ingelogd. De wijziging is niet opgeslagen: log opnieuw in en vul alles daarna nog een keer in.

## Problems: heading and what to do

try-again = Opnieuw proberen
back-to-form = Terug naar het formulier
to-settings = Naar je account{"\u00AD"}instellingen
sign-in-again = Opnieuw inloggen
start-again = Opnieuw beginnen
confirm-address = Je adres bevestigen
request-id = Vermeld dit nummer als je om hulp vraagt: { $id }

problem-not-found-title = Deze pagina bestaat niet
problem-not-found = Misschien zit er een typefout in het adres of is de pagina verplaatst.
problem-return-to-title = De terugkeerpagina van deze link is niet toegestaan
problem-return-to = Je zou daarna naar een andere website gaan, maar die staat niet op de lijst met toegestane websites. Je kunt doorgaan, maar komt dan niet op die website uit.
problem-link-title = Deze link kan niet worden gebruikt
problem-link = Iets erin is hier niet toegestaan. Misschien is de link onvolledig of verouderd. Je kunt zonder de link opnieuw beginnen.
problem-not-offered-title = Dit wordt hier niet aangeboden
problem-not-offered = De beheerder van deze dienst heeft deze pagina uitgeschakeld.
problem-switched-off-title = Dit account is uitgeschakeld
problem-switched-off = Je kunt het op dit moment niet gebruiken. Denk je dat dit een vergissing is? Neem dan contact op met de beheerder van deze dienst.
problem-form-title = Je formulier kon niet worden verwerkt
problem-form = Er is niets gewijzigd. Dit gebeurt als een pagina lang open heeft gestaan, als je ergens anders opnieuw hebt ingelogd of als je browser cookies weigert.
problem-forbidden-title = Dit mag je niet doen
problem-forbidden = Er is niets gewijzigd.
problem-busy-title = Te veel verzoeken
problem-busy = Wacht even en probeer het dan opnieuw.
problem-slow-title = Dit duurt te lang
problem-slow = De accountdienst reageert op dit moment niet. Probeer het over een minuut opnieuw.
problem-unavailable-title = De accountdienst is niet bereikbaar
problem-unavailable = Dit ligt niet aan jou en er is niets gewijzigd. Probeer het over een minuut opnieuw.
problem-loop-title = Inloggen lukt niet
problem-loop = Je bent ingelogd, maar deze pagina merkt dat niet. Misschien blokkeert je browser cookies: sta ze toe voor deze website of verwijder de cookies die er al zijn, en log dan opnieuw in. Helpt dat niet? Laat het dan weten aan de beheerder van deze dienst.
problem-no-cookies-title = Je browser bewaart geen cookies
problem-no-cookies = Deze pagina werkt niet zonder. Sta ze voor deze website toe in de instellingen van je browser en begin dan opnieuw.
problem-foreign-title = Dit formulier kwam van een andere website
problem-foreign = Er is niets gewijzigd. Ben je hier gekomen via een link die iemand je stuurde? Vertrouw die link dan niet.
problem-not-a-form-title = Dit formulier hoort niet bij deze pagina
problem-not-a-form = Er is niets gewijzigd.
problem-too-large-title = Dat is te veel
problem-too-large = Er is niets gewijzigd. Maak korter wat je hebt ingevuld.
problem-upload-slow-title = Je formulier is niet aangekomen
problem-upload-slow = Er is niets gewijzigd. Misschien is je verbinding traag of verbroken: verstuur het formulier opnieuw.
problem-not-saved-title = Er is niets opgeslagen
problem-not-saved = De accountdienst is op dit moment niet bereikbaar. Ga terug in je browser om te behouden wat je hebt ingevuld, wacht een minuut en verstuur het opnieuw.
problem-maybe-saved-title = Misschien is het niet opgeslagen
problem-maybe-saved = De accountdienst heeft ontvangen wat je hebt verstuurd, maar gaf geen antwoord. Ga terug en kijk of het is gelukt voordat je het opnieuw probeert.
problem-left-already-title = Je bent uitgelogd
problem-left-already = Er is verder niets gedaan. Heb je twee keer op de knop gedrukt? Dan is het de eerste keer gelukt. Zo niet, log dan opnieuw in en begin opnieuw.
problem-still-there-title = Je account is er nog
problem-still-there = De accountdienst kon dit op dit moment niet doen, en er is niets gewijzigd. Probeer het over een minuut opnieuw.
problem-still-there-revoked-title = Je account is er nog
problem-still-there-revoked = De accountdienst kon dit op dit moment niet doen. Je account en je gegevens zijn niet gewijzigd, maar apps die je ermee gebruikt, kunnen je opnieuw om toegang vragen. Probeer het over een minuut opnieuw.
problem-maybe-gone-title = Het is niet zeker of dit is gelukt
problem-maybe-gone = De accountdienst heeft je verzoek ontvangen, maar gaf geen antwoord. Log in om het te zien: lukt dat, dan is je account er nog.
problem-method-title = Zo kun je deze pagina niet gebruiken
problem-method = Ga terug en gebruik de links en knoppen op de pagina.
problem-internal-title = Hier is iets misgegaan
problem-internal = Dit ligt niet aan jou. Probeer het opnieuw.
problem-sign-in-first-title = Log eerst in
problem-sign-in-first = Dit kan alleen als je bent ingelogd, en soms alleen kort nadat je hebt ingelogd.
problem-other-identity-title = Iemand anders is ingelogd
problem-other-identity = Deze pagina is geopend voor een ander account dan het account dat nu is ingelogd. Er is niets gewijzigd. Log opnieuw in met het account dat je wilt gebruiken.
problem-unverified-title = Bevestig eerst je adres
problem-unverified = Je kunt inloggen zodra je adres is bevestigd. Zoek het bericht met de code of link, of vraag een nieuw bericht aan.
problem-outdated-title = Deze pagina of link werkt niet meer
problem-outdated = De pagina of link is al gebruikt, of het heeft te lang geduurd. Begin opnieuw.
problem-provider-title = Dat is niet gelukt
problem-provider = Het inloggen met een account dat je ergens anders hebt, is niet voltooid. Dit gebeurt als het lang duurt, als je in twee tabbladen tegelijk inlogt of als je browser cookies weigert. Probeer het opnieuw.
problem-application-title = De applicatie kon je niet inloggen
problem-application = Er klopte iets niet aan de manier waarop de applicatie je hierheen stuurde. Ga terug naar de applicatie en probeer het opnieuw. Helpt dat niet? Laat het dan weten aan de beheerder ervan.
problem-elsewhere-title = Er is iets misgegaan
problem-elsewhere = Dit ligt niet aan jou. Probeer het over een minuut opnieuw. Gebeurt het weer? Laat het dan weten aan de beheerder van deze dienst.

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = Inloggen
kratos-1010002 = Doorgaan met { $provider }
kratos-1010003 = Bevestig eerst dat jij het bent om door te gaan.
kratos-1010004 = Bevestig op een tweede manier dat jij het bent.
kratos-1010005 = Bevestigen
kratos-1010006 = Code uit de app
kratos-1010007 = Herstelcode
kratos-1010008 = Inloggen met beveiligings{"\u00AD"}sleutel
kratos-1010009 = Authenticator-app gebruiken
kratos-1010010 = Herstelcode gebruiken
kratos-1010011 = Inloggen met beveiligings{"\u00AD"}sleutel
kratos-1010012 = Druk op de knop en gebruik dan je beveiligingssleutel, vingerafdruk of gezicht.
kratos-1010013 = Doorgaan
kratos-1010014 = Er is een code naar je onderweg. Komt die niet binnen een paar minuten aan? Kijk dan in je spammap of vraag de code opnieuw aan.
kratos-1010015 = Inlogcode versturen
kratos-1010016 = { $duplicate_identifier } hoort hier al bij een account. Log in op dat account om { $provider } toe te voegen als extra manier om in te loggen.
kratos-1010017 = Inloggen en koppelen
kratos-1010018 = Bevestigen met { $provider }
kratos-1010019 = Code versturen
kratos-1010021 = Inloggen met passkey
kratos-1010022 = Inloggen met wachtwoord
kratos-1010023 = Code naar { $address } versturen
kratos-1010024 = Inloggen met dit apparaat
kratos-1010025 = Er is een code naar je onderweg. Komt die niet binnen een paar minuten aan? Kijk dan in je spammap of vraag de code opnieuw aan.
kratos-1040001 = Registreren
kratos-1040002 = Doorgaan met { $provider }
kratos-1040003 = Doorgaan
kratos-1040004 = Registreren met beveiligings{"\u00AD"}sleutel
kratos-1040005 = Er is een code onderweg naar het adres dat je hebt opgegeven. Komt die niet binnen een paar minuten aan? Kijk dan in je spammap en controleer het adres op typefouten.
kratos-1040006 = Registratiecode versturen
kratos-1040007 = Registreren met passkey
kratos-1040008 = Terug
kratos-1040009 = Kies hoe je voortaan wilt inloggen.
kratos-1050001 = Je wijzigingen zijn opgeslagen.
kratos-1050001-profile = Je profiel is opgeslagen.
kratos-1050001-password = Je nieuwe wachtwoord is ingesteld.
kratos-1050001-totp-on = De authenticator-app is ingeschakeld.
kratos-1050001-totp-off = De authenticator-app is uitgeschakeld.
kratos-1050001-passkey-added = De passkey is toegevoegd.
kratos-1050001-passkey-removed = De passkey is verwijderd.
kratos-1050001-webauthn-added = De beveiligings{"\u00AD"}sleutel is toegevoegd.
kratos-1050001-webauthn-removed = De beveiligings{"\u00AD"}sleutel is verwijderd.
kratos-1050001-lookup_secret-on = Je herstelcodes werken vanaf nu.
kratos-1050001-lookup_secret-off = Je herstelcodes zijn uitgeschakeld. Geen ervan werkt nog.
kratos-1050001-oidc-linked = { $provider } is nu gekoppeld. Je kunt ermee inloggen.
kratos-1050001-oidc-unlinked = { $provider } is niet meer gekoppeld.
kratos-1050002 = { $provider } koppelen
kratos-1050003 = { $provider } ontkoppelen
kratos-1050004 = Authenticator-app uitschakelen
kratos-1050005 = QR-code voor je authenticator-app
kratos-1050006 = { $secret }
kratos-1050007 = Mijn herstelcodes tonen
kratos-1050008 = Nieuwe herstelcodes maken
kratos-1050009 = { $secret }
kratos-1050010 = Dit zijn je herstelcodes.
kratos-1050011 = Ik heb deze codes bewaard
kratos-1050012 = Beveiligings{"\u00AD"}sleutel toevoegen
kratos-1050013 = Naam van de beveiligings{"\u00AD"}sleutel
kratos-1050014 = Gebruikt op { $used_at }
kratos-1050016 = Herstelcodes uitschakelen
kratos-1050017 = Kun je de afbeelding niet scannen? Vul dan deze sleutel in je app in:
kratos-1050018 = Beveiligings{"\u00AD"}sleutel ‘{ $display_name }’ verwijderen
kratos-1050019 = Passkey toevoegen
kratos-1050020 = Passkey ‘{ $display_name }’ verwijderen
kratos-1050023 = Je account wordt beheerd door je organisatie. Vraag je beheerder als je deze instellingen wilt wijzigen.
kratos-1060001 = Je hebt weer toegang tot je account. Wijzig nu je wachtwoord of voeg een andere manier van inloggen toe. Dat kan tot { $privileged_session_expires_at }.
kratos-1060002 = Als dit adres bij een account hoort, is er een link onderweg. Komt er binnen een paar minuten niets aan? Kijk dan in je spammap en controleer of je je met dit adres hebt geregistreerd.
kratos-1060003 = Als dit adres bij een account hoort, is er een code onderweg. Komt er binnen een paar minuten niets aan? Kijk dan in je spammap en controleer of je je met dit adres hebt geregistreerd.
kratos-1060004 = Als { $masked_address } bij je account hoort, is er een code onderweg. Komt er binnen een paar minuten niets aan? Kijk dan in je spammap en controleer of je je met dit adres hebt geregistreerd.
kratos-1060005 = Vul het volledige adres of telefoonnummer in, zodat zeker is dat het van jou is.
kratos-1060006 = Waar moet de code naartoe?
kratos-1060007 = Terug
kratos-1070001 = Wachtwoord
kratos-1070003 = Opslaan
kratos-1070003-profile = Profiel opslaan
kratos-1070003-password = Nieuw wachtwoord instellen
kratos-1070003-totp = Authenticator-app inschakelen
kratos-1070004 = Inlognaam
kratos-1070005 = Versturen
kratos-1070006 = Code uit de app
kratos-1070007 = E-mailadres
kratos-1070008 = Code opnieuw versturen
kratos-1070009 = Doorgaan
kratos-1070009-login-code-sent_email = Inloggen
kratos-1070009-registration-code-sent_email = Account aanmaken
kratos-1070009-recovery-code-choose_method = Code versturen
kratos-1070009-recovery-link-choose_method = Link versturen
kratos-1070009-recovery-code-sent_email = Code bevestigen
kratos-1070009-recovery-code-recovery_awaiting_code = Code bevestigen
kratos-1070009-recovery-code-recovery_confirming_address = Code versturen
kratos-1070009-recovery-link-sent_email = Link opnieuw versturen
kratos-1070009-verification-code-choose_method = Code versturen
kratos-1070009-verification-link-choose_method = Link versturen
kratos-1070009-verification-code-sent_email = Adres bevestigen
kratos-1070009-verification-link-sent_email = Link opnieuw versturen
kratos-1070010 = Herstelcode
kratos-1070011 = Verificatiecode
kratos-1070012 = Registratiecode
kratos-1070013 = Inlogcode
kratos-1070014 = Inloggen en koppelen
kratos-1070015 = Voltooi de controle om door te gaan.
kratos-1070016 = Hersteladres
kratos-1070017 = Telefoonnummer
kratos-1070018 = E-mailadres of telefoonnummer
kratos-1080001 = Als dit adres nog niet is bevestigd, is er een link onderweg. Komt er binnen een paar minuten niets aan? Kijk dan in je spammap en controleer het adres op typefouten.
kratos-1080002 = Bedankt, de bevestiging is gelukt.
kratos-1080003 = Als dit adres nog niet is bevestigd, is er een code onderweg. Komt er binnen een paar minuten niets aan? Kijk dan in je spammap en controleer het adres op typefouten.
kratos-1080004 = Als dit telefoonnummer nog niet is bevestigd, is er een sms met een code onderweg. Komt er binnen een paar minuten niets aan? Controleer dan het nummer op typefouten.
kratos-1080005 = Je telefoonnummer is bevestigd.

kratos-4000002 = Vul dit in.
kratos-4000003 = { $min_length ->
    [one] Vul minstens { $min_length } teken in. Je hebt er { $actual_length } ingevuld.
   *[other] Vul minstens { $min_length } tekens in. Je hebt er { $actual_length } ingevuld.
}
kratos-4000004 = Dit heeft niet de verwachte notatie.
kratos-4000005 = Dit wachtwoord kun je niet gebruiken: { $reason }.
kratos-4000006 = De gegevens kloppen niet. Controleer ze op typefouten.
kratos-4000007 = Een ander account gebruikt dit e-mailadres, telefoonnummer of deze inlognaam al. Kies iets anders, of log in op dat account als het van jou is.
kratos-4000008 = Dit kon niet worden bevestigd. Vul de code in die je app nu toont, of probeer het opnieuw met je sleutel of passkey.
kratos-4000009 = Er ontbreekt een inlognaam, bijvoorbeeld een e-mailadres. Vul die in. Is er geen veld voor? Laat dit dan weten aan de beheerder van deze dienst.
kratos-4000010 = Je account is nog niet actief. Heb je je e-mailadres bevestigd?
kratos-4000011 = Je hebt geen authenticator-app ingesteld.
kratos-4000012 = Deze herstelcode is al gebruikt.
kratos-4000013 = Je hebt geen beveiligingssleutel ingesteld.
kratos-4000014 = Je hebt geen herstelcodes ingesteld.
kratos-4000015 = Er is geen account met een beveiligingssleutel of passkey gevonden. Controleer wat je hebt ingevuld of log op een andere manier in.
kratos-4000016 = Deze herstelcode klopt niet.
kratos-4000017 = { $max_length ->
    [one] Vul hoogstens { $max_length } teken in. Je hebt er { $actual_length } ingevuld.
   *[other] Vul hoogstens { $max_length } tekens in. Je hebt er { $actual_length } ingevuld.
}
kratos-4000018 = Vul { $minimum } of meer in. Je hebt { $actual } ingevuld.
kratos-4000019 = Vul meer dan { $minimum } in. Je hebt { $actual } ingevuld.
kratos-4000020 = Vul { $maximum } of minder in. Je hebt { $actual } ingevuld.
kratos-4000021 = Vul minder dan { $maximum } in. Je hebt { $actual } ingevuld.
kratos-4000022 = Vul een veelvoud van { $base } in. Je hebt { $actual } ingevuld.
kratos-4000023 = { $max_items ->
    [one] Hier kan hoogstens { $max_items } item staan. Je hebt er { $actual_items }.
   *[other] Hier kunnen hoogstens { $max_items } items staan. Je hebt er { $actual_items }.
}
kratos-4000024 = { $min_items ->
    [one] Hier moet minstens { $min_items } item staan. Je hebt er { $actual_items }.
   *[other] Hier moeten minstens { $min_items } items staan. Je hebt er { $actual_items }.
}
kratos-4000025 = Twee items zijn hetzelfde.
kratos-4000026 = Dit soort waarde past hier niet.
kratos-4000027 = Er bestaat al een account met dit e-mailadres, telefoonnummer of deze inlognaam. Log eerst in op dat account en koppel het andere er daarna aan.
kratos-4000028 = Er bestaat al een account met dit e-mailadres, telefoonnummer of deze inlognaam. Is het van jou? Log er dan op in. Dat kan met: { $available_credential_types }.
kratos-4000029 = Dit moet { $expected } zijn.
kratos-4000030 = Dit mag niet worden gewijzigd.
kratos-4000031 = Dit wachtwoord lijkt te veel op je inlognaam.
kratos-4000032 = { $min_length ->
    [one] Het wachtwoord moet minstens { $min_length } teken hebben. Dat van jou heeft er { $actual_length }.
   *[other] Het wachtwoord moet minstens { $min_length } tekens hebben. Dat van jou heeft er { $actual_length }.
}
kratos-4000033 = { $max_length ->
    [one] Het wachtwoord mag hoogstens { $max_length } teken hebben. Dat van jou heeft er { $actual_length }.
   *[other] Het wachtwoord mag hoogstens { $max_length } tekens hebben. Dat van jou heeft er { $actual_length }.
}
kratos-4000034 = Dit wachtwoord is bekend uit datalekken. Kies een ander wachtwoord.
kratos-4000035 = Er is geen account gevonden dat met een code inlogt. Controleer het adres op typefouten of log op een andere manier in.
kratos-4000036 = Je gegevens zijn niet meer dezelfde als toen de code werd verstuurd. Vul ze in zoals eerst, of ga terug en begin opnieuw.
kratos-4000037 = Er is geen account gevonden waarop je hiermee kunt inloggen. Controleer op typefouten.
kratos-4000038 = De controle is niet gelukt. Probeer het opnieuw.
kratos-4000039 = Kies een ander wachtwoord dan je huidige.
kratos-4000040 = Vul een geldig e-mailadres in.
kratos-4000041 = Vul een geldig telefoonnummer in.
kratos-4000042 = Je hebt geen apparaat ingesteld om mee in te loggen.
kratos-4000043 = Je sleutel of passkey kon niet worden bevestigd. Probeer het opnieuw.
kratos-4000044 = Dit apparaat kon niet worden bevestigd. Probeer het opnieuw.
kratos-4000045 = Dit apparaat kan niet meer worden gebruikt om in te loggen. Stel het opnieuw in.
kratos-4000046 = Dit apparaat kan niet meer worden gebruikt om in te loggen. Stel het opnieuw in.
kratos-4010001 = Deze pagina heeft te lang opengestaan. Probeer het opnieuw.
kratos-4010002 = Dit was niet genoeg om in te loggen. Vul het formulier in en probeer het opnieuw.
kratos-4010003 = Dit was niet genoeg om een account aan te maken. Vul het formulier in en probeer het opnieuw.
kratos-4010004 = Er is niets gewijzigd: het formulier was niet volledig. Probeer het opnieuw.
kratos-4010005 = Het formulier was niet volledig. Begin opnieuw.
kratos-4010006 = Het formulier was niet volledig. Begin opnieuw.
kratos-4010007 = Dit is al gedaan.
kratos-4010008 = De code klopt niet of is al gebruikt. Controleer de code of vraag een nieuwe aan.
kratos-4010009 = Dit is niet het account dat moet worden gekoppeld. Log in op het account dat je adres al gebruikt.
kratos-4010010 = Dit adres hoort niet bij je account. Gebruik een ander adres.
kratos-4010011 = Dit account is uitgeschakeld. Neem contact op met de beheerder van deze dienst.
kratos-4040001 = Deze pagina heeft te lang opengestaan en er is geen account aangemaakt. Probeer het opnieuw.
kratos-4040002 = Dit is al gedaan.
kratos-4040003 = De code klopt niet of is al gebruikt. Controleer de code of vraag een nieuwe aan.
kratos-4050001 = Deze pagina heeft te lang opengestaan, dus er is niets gewijzigd. Probeer het opnieuw.
kratos-4050002 = Je kunt maar één adres tegelijk wijzigen.
kratos-4060001 = Dit herstel is al voltooid. Kom je nog steeds niet in je account? Begin dan hier opnieuw.
kratos-4060002 = Er is iets misgegaan. Begin opnieuw.
kratos-4060004 = De link klopt niet of is al gebruikt. Vraag een nieuwe aan.
kratos-4060005 = Het heeft te lang geduurd: de code of link werkt niet meer. Vraag een nieuwe aan.
kratos-4060006 = De code klopt niet of is al gebruikt. Controleer de code of vraag een nieuwe aan.
kratos-4070001 = De link klopt niet of is al gebruikt. Vraag een nieuwe aan.
kratos-4070002 = Dit is al bevestigd. Je hoeft niets meer te doen.
kratos-4070003 = Er is iets misgegaan. Begin opnieuw.
kratos-4070005 = Het heeft te lang geduurd: de code of link werkt niet meer. Vraag een nieuwe aan.
kratos-4070006 = De code klopt niet of is al gebruikt. Controleer de code of vraag een nieuwe aan.
kratos-5000002 = Op dit moment kun je op geen enkele manier inloggen. Laat dit weten aan de beheerder van deze dienst.
kratos-5000003 = Je organisatie vereist een eigen inlogmethode, maar die is niet ingesteld. Laat dit weten aan je beheerder.

## Login, registration, recovery, verification

or = of
for-client = Om door te gaan naar { $client }
flow-nothing = Hier hoeft niets te gebeuren.
typed-kept = Deze pagina was verlopen en er is niets gewijzigd. Wat je hebt ingevuld, staat er nog, behalve wachtwoorden en codes: controleer het en verstuur het opnieuw.
item-gone = Een item van ‘{ $list }’ is intussen ergens anders gewijzigd of verwijderd. Jouw wijziging ervan is niet doorgevoerd.

login-title = Inloggen
# What the reference UI says too, and its suites look for.
login-second-title = Nog één stap
login-second-nothing = Je account heeft nog geen tweede inlogstap. Voeg er een toe in je accountinstellingen of log in met een ander account.
second-factor-needed = De pagina die je wilde openen, vraagt om een tweede inlogstap. Voeg er hier een toe om verder te gaan.
login-refresh-title = Bevestig dat jij het bent
login-code-title = Vul je code in
login-link-title = Koppel je account
login-link-lead = Je hebt hier al een account. Log daarop in zoals je gewend bent: het account dat je net hebt gebruikt, wordt toegevoegd als extra manier om in te loggen.
registration-title = Account aanmaken
registration-method-title = Kies hoe je inlogt
registration-code-title = Vul je code in
registration-provider-title = Nog een paar gegevens
registration-provider-lead = Het gekozen account geeft niet alles door wat hier nodig is.
recovery-title = Je account herstellen
recovery-lead = Vul het adres van je account in. Je krijgt dan toegestuurd wat je nodig hebt om er weer in te komen.
recovery-choice-title = Kies een adres
recovery-address-title = Bevestig het adres
recovery-code-title = Vul je code in
recovery-link-title = Kijk in je inbox
verification-title = Bevestig je adres
verification-lead = Vul het adres in dat je wilt bevestigen. Je krijgt dan een code of een link toegestuurd.
verification-code-title = Vul je code in
verification-link-title = Kijk in je inbox
verification-done-title = Gelukt

way-login = Inloggen
way-registration = Account aanmaken
way-recovery = Wachtwoord vergeten?
way-not-you = Ben jij dit niet?
way-other-name = Een andere naam gebruiken

# Applications (OAuth2)

consent-title = Toegang geven
consent-lead = { $client } wil je account gebruiken.
consent-scopes = Wat de app mag
consent-audience = De app gebruikt dit bij:
consent-remember = Niet meer vragen voor deze app
consent-accept = Toestaan
consent-reject = Niet toestaan
scope-openid = Weten dat jij het bent
scope-profile = Je naam en profiel zien
scope-email = Je e-mailadres zien
scope-phone = Je telefoonnummer zien
scope-address = Je postadres zien
scope-offline = Toegang houden als je er niet bent
scope-offline_access = Toegang houden als je er niet bent
application-page = Over de app
application-policy = Privacyverklaring van de app
application-terms = Gebruiksvoorwaarden van de app
applications-title = Gekoppelde apps
applications-lead = Bekijk welke apps je account mogen gebruiken en trek hun toegang in.
applications-none = Je hebt geen enkele app toegang tot je account gegeven.
applications-since = Toegestaan op { $when }
applications-revoke = Toegang intrekken
applications-revoke-question = Toegang van { $client } intrekken?
applications-revoke-consequence = { $client } kan je account dan niet meer gebruiken, maar mag het opnieuw vragen.
applications-revoked = Gelukt: de app heeft geen toegang meer.
oauth2-logout-title = Uitloggen?
oauth2-logout-lead = Je wordt hier uitgelogd en bij de apps die je met dit account gebruikt.
oauth2-logout-client = { $client } wil je uitloggen, hier en bij de apps die je met dit account gebruikt.
oauth2-logout-stay = Ingelogd blijven
problem-request-unknown-title = Dit verzoek is niet bekend
problem-request-unknown = Geen enkele app heeft toegang gekregen. Misschien is de link onvolledig of verzonnen: ga terug naar de app en log daar opnieuw in.
problem-request-outdated-title = Dit verzoek is te oud
problem-request-outdated = Het is niet op tijd beantwoord en geen enkele app heeft toegang gekregen. Ga terug naar de app en log daar opnieuw in.
problem-request-used-title = Je hebt dit al beantwoord
problem-request-used = Er is verder niets toegestaan. Ga terug naar de app of begin opnieuw.
problem-request-foreign-title = Dit verzoek is voor een ander account
problem-request-foreign = Je bent ingelogd met een ander account dan waarmee dit begon, dus er is niets toegestaan. Log opnieuw in om het account te kiezen.
