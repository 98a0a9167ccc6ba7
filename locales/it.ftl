# Italiano

language-name = Italiano

## The frame

settings-title = Impostazioni dell’account
title-saved = Salvato – { $title }
title-error = Errore – { $title }
skip-to-content = Vai al contenuto
account-pages = Il tuo account
language = Lingua
theme = Aspetto
theme-system = Come il dispositivo
theme-light = Chiaro
theme-dark = Scuro
choice-keeps = Ciò che hai scritto resta, tranne password e codici.
back-to-application = Torna all’applicazione
footer = Informazioni su questo servizio

## Sections: heading, purpose, state

group-profile = Profilo
group-profile-lead = Chi sei e come contattarti.
group-password = Password
group-password-lead = Scegli una nuova password per accedere.
group-oidc = Account collegati
group-oidc-lead = Accedi con un account che hai altrove.
group-saml = Accesso aziendale
group-saml-lead = Accedi con l’account della tua organizzazione.
group-passkey = Passkey
group-passkey-lead = Accedi con l’impronta digitale, il volto o il blocco schermo.
group-webauthn = Chiavi di sicurezza
group-webauthn-lead = Un piccolo dispositivo che dimostra che sei tu quando accedi.
group-totp = App di autenticazione
group-totp-lead = Un’app sul tuo telefono mostra un codice da inserire quando accedi.
group-lookup_secret = Codici di recupero
group-lookup_secret-lead = Accedi con uno di questi codici se hai perso il telefono o la chiave. Ognuno vale una sola volta.
group-code = Codici monouso
group-code-lead = Codici che ricevi quando accedi.
group-link = Link di accesso
group-link-lead = Link che ricevi quando accedi.
group-identifier_first = Nome utente
group-captcha = Sei una persona?

state-on = In uso
state-off = Non in uso
state-linked = { $count ->
    [0] Nessuno in elenco
    [one] Collegato: { $count }
    [many] Collegati: { $count }
   *[other] Collegati: { $count }
}
state-passkeys = { $count ->
    [0] Ancora nessuna
    [one] { $count } passkey
    [many] { $count } di passkey
   *[other] { $count } passkey
}
state-keys = { $count ->
    [0] Ancora nessuna
    [one] { $count } chiave di sicurezza
    [many] { $count } di chiavi di sicurezza
   *[other] { $count } chiavi di sicurezza
}
state-codes = { $count ->
    [one] { $count } codice di recupero
    [many] { $count } di codici di recupero
   *[other] { $count } codici di recupero
}
state-codes-used = { $count ->
    [one] { $count } codice di recupero
    [many] { $count } di codici di recupero
   *[other] { $count } codici di recupero
}, { $used ->
    [one] { $used } usato
    [many] { $used } usati
   *[other] { $used } usati
}, ultimo utilizzo: { $when }

overview-title = Il tuo account in breve
overview-sign-in-name = Accedi come { $name }
overview-ways = Modi per accedere
overview-protection = Protezione aggiuntiva
overview-password = Impostala o cambiala
overview-not-set = Non impostata
overview-codes-left = { $count ->
    [one] { $count } rimasto
    [many] { $count } rimasti
   *[other] { $count } rimasti
}
codes-few = { $count ->
    [one] È rimasto solo { $count } codice di recupero.
    [many] Sono rimasti solo { $count } di codici di recupero.
   *[other] Sono rimasti solo { $count } codici di recupero.
}
codes-none-left = Non è rimasto nessun codice di recupero.
codes-renew = Creane di nuovi
codes-lacking = Se perdi il telefono o la chiave, i codici di recupero ti permettono di rientrare. Non ne hai ancora.
second-suggested = Un secondo passaggio rende più sicuro l’accesso: una password rubata non basta più.
second-add = Aggiungine uno

## Fields

list-item = { $list } { $number }
list-spare = { $list }: aggiungi un elemento
list-separator = {", "}
time-zone = Fuso orario: { $offset }
optional-nothing = Nessuna scelta
show-password = Mostra
hide-password = Nascondi
caps-lock = Il blocco maiuscole è attivo.
errors-title = { $count ->
    [one] Correggi questo errore:
    [many] Correggi questi { $count } di errori:
   *[other] Correggi questi { $count } errori:
}
address-unverified = Devi ancora confermare { $address }.
address-verify = Conferma ora

required-mark = I campi contrassegnati con * sono obbligatori.
password-rules = Una password lunga è una password sicura: per esempio, alcune parole senza legame tra loro. Usane una che non usi da nessun’altra parte.
password-shortest = { $count ->
    [one] Almeno { $count } carattere.
    [many] Almeno { $count } di caratteri.
   *[other] Almeno { $count } caratteri.
}
strength = Sicurezza della password
strength-0 = Molto debole.
strength-1 = Debole.
strength-2 = Potrebbe essere più sicura.
strength-3 = Sicura.
strength-4 = Molto sicura.
strength-known = Password come questa sono tra le prime a essere provate.
strength-pattern = Segue uno schema facile da indovinare.
strength-own = Contiene qualcosa di tuo, come il nome o l’indirizzo.

## Buttons and what they do

working = Attendi…
cancel = Annulla
copy = Copia
copied = Copiato
download = Scarica
print = Stampa
copy-selected = Qui la copia automatica non è possibile. Il testo è selezionato: copialo tu.
open-in-app = Apri in un’app di autenticazione su questo dispositivo
codes-file = codici-di-recupero-{ $host }.txt
codes-account = Account: { $account }
codes-site = Sito web: { $site }
codes-day = Data: { $day }
codes-make = Crea codici di recupero
code-spent = usato
codes-not-saved = Questi codici non funzionano ancora. Conservali in un luogo sicuro, poi conferma qui sotto di averli.
codes-keep = Stampali o conservali insieme alle tue password. Chiunque ne abbia uno può entrare nel tuo account.
oidc-missing = Manca un account qui?
oidc-last = Un account che è il tuo unico modo per accedere non può essere scollegato e non compare qui.
password-done = Se pensi che qualcun altro conosca la tua vecchia password, chiudi anche le altre sessioni.

added = Data di aggiunta: { $when }
unlink-consequence = Non potrai più accedere con { $thing }.
remove-consequence = Non potrai più accedere con «{ $thing }».
remove-last = È l’ultimo modo che hai per accedere, quindi non si può rimuovere.
totp-unlink-consequence = Quando accedi, non ti verranno più chiesti i codici dell’app.
lookup-disable-consequence = Nessuno dei tuoi codici di recupero funzionerà più.
lookup-regenerate-consequence = I codici che hai ora smetteranno di funzionare quando confermerai quelli nuovi.
thing-remove = Rimuovi
thing-unlink = Scollega
passkey-unnamed = Passkey senza nome
key-unnamed = Chiave di sicurezza senza nome
remove-question = Rimuovere «{ $thing }»?
unlink-question = Scollegare { $thing }?
totp-unlink-question = Disattivare l’app di autenticazione?
lookup-disable-question = Disattivare i codici di recupero?
lookup-regenerate-question = Creare nuovi codici di recupero?

script-needed = Per questo serve JavaScript, che nel tuo browser è disattivato.
ceremony-failed = Non ha funzionato e non è stato modificato nulla. Puoi riprovare.
ceremony-failed-login = Non ha funzionato. Riprova o accedi in un altro modo.
ceremony-failed-registration = Non ha funzionato e non è stato creato nessun account. Riprova o scegli un altro modo.
ceremony-known = Questa chiave o questo dispositivo è già stato aggiunto al tuo account.
ceremony-insecure = Le chiavi di sicurezza e le passkey richiedono una connessione sicura: un indirizzo che inizia con https.
ceremony-unsupported = Questo browser non supporta le chiavi di sicurezza e le passkey.

## Sessions, signing out, your data

sessions-title = Dove hai effettuato l’accesso
sessions-lead = Controlla tutti i browser e le app che possono usare il tuo account e chiudi le loro sessioni.
sessions-this = Questo dispositivo
sessions-none = Non hai effettuato l’accesso da nessun’altra parte.
sessions-unknown = Dispositivo sconosciuto
sessions-device = { $browser } su { $system }
sessions-since = Accesso effettuato: { $when }
sessions-until = Sessione aperta fino al { $when }
sessions-two-factors = due fattori
sessions-end = Disconnetti
sessions-end-others = Disconnetti tutti gli altri dispositivi
sessions-end-question = Disconnettere { $device }?
sessions-end-others-question = Disconnettere tutti gli altri dispositivi?
sessions-end-consequence = Su quel dispositivo bisognerà accedere di nuovo.
sessions-end-others-consequence = Su tutti i dispositivi tranne questo bisognerà accedere di nuovo.
sessions-ended = Fatto: la sessione è stata chiusa.
sign-out = Esci
export = Scarica i tuoi dati
group-code_recovery = Recupero dell’account
group-link_recovery = Recupero dell’account

delete-title = Elimina il tuo account
delete-lead = Non si può annullare.
delete-data = I tuoi dati, le tue impostazioni e tutti i tuoi modi di accedere verranno eliminati per sempre.
delete-back = Nessuno potrà recuperarli, e qualcun altro potrà prendere il tuo nome di accesso.
delete-consent = Ho capito che il mio account non potrà essere recuperato.
delete-button = Elimina il mio account
delete-done-title = Il tuo account è stato eliminato
delete-done = I tuoi dati e i tuoi modi di accedere non ci sono più, e tutte le tue sessioni sono terminate.
deactivate-title = Disattiva il tuo account
deactivate-lead = Il tuo account verrà disattivato. Nulla di ciò che contiene verrà eliminato.
deactivate-data = Nessuno potrà più accedervi, nemmeno tu.
deactivate-back = Solo chi gestisce questo servizio può riattivarlo.
deactivate-consent = Ho capito che non potrò riattivare il mio account in autonomia.
deactivate-button = Disattiva il mio account
deactivate-done-title = Il tuo account è stato disattivato
deactivate-done = Tutte le tue sessioni sono terminate. Per usare di nuovo il tuo account, rivolgiti a chi gestisce questo servizio.
deletion-sessions = Uscirai dall’account su tutti i tuoi dispositivi.
deletion-applications = Non potrai più accedere ad altre applicazioni con questo account. Ciò che conservano su di te resta presso di loro.
deletion-export = Prima di andare, conserva una copia dei tuoi dati:
deletion-keep = Mantieni il mio account
deletion-unticked = Se ne hai la certezza, spunta prima la casella. Non è stato modificato nulla.

## On the way

moving-on-title = Un momento
moving-on = La pagina successiva sta per aprirsi.
moving-on-link = Continua
enter-again-title = Accedi di nuovo
enter-again = Per proteggere il tuo account, questa modifica richiede un accesso recente. Non è stata salvata: accedi di nuovo, poi ripetila.

## Problems: heading and what to do

try-again = Riprova
back-to-form = Torna al modulo
to-settings = Vai alle impostazioni del tuo account
sign-in-again = Accedi di nuovo
start-again = Ricomincia
confirm-address = Conferma il tuo indirizzo
request-id = Se chiedi aiuto, indica questo numero: { $id }

problem-not-found-title = Questa pagina non esiste
problem-not-found = Forse l’indirizzo contiene un errore di battitura o la pagina è stata spostata.
problem-return-to-title = Questo link porta a un sito non consentito
problem-return-to = Questo link doveva poi portarti a un altro sito, che non è nell’elenco di quelli consentiti. Puoi continuare, ma quel sito non si aprirà.
problem-link-title = Questo link non si può usare
problem-link = Contiene qualcosa che qui non è consentito. Forse è incompleto o non più valido. Puoi ricominciare senza usarlo.
problem-not-offered-title = Questa funzione non è disponibile qui
problem-not-offered = Chi gestisce questo servizio ha disattivato questa pagina.
problem-switched-off-title = Questo account è disattivato
problem-switched-off = Al momento non può essere usato. Se pensi che sia un errore, rivolgiti a chi gestisce questo servizio.
problem-form-title = Non è stato possibile accettare il modulo
problem-form = Non è stato modificato nulla. Succede quando una pagina è rimasta aperta a lungo, quando hai effettuato di nuovo l’accesso altrove o quando il browser rifiuta i cookie.
problem-forbidden-title = Non hai l’autorizzazione per farlo
problem-forbidden = Non è stato modificato nulla.
problem-busy-title = Troppe richieste
problem-busy = Attendi un momento, poi riprova.
problem-slow-title = Ci vuole troppo tempo
problem-slow = Il servizio degli account al momento non risponde. Riprova tra un minuto.
problem-unavailable-title = Il servizio degli account non è raggiungibile
problem-unavailable = Non dipende da te e non è stato modificato nulla. Riprova tra un minuto.
problem-loop-title = L’accesso non va a buon fine
problem-loop = Hai effettuato l’accesso, ma questa pagina non riesce a rilevarlo. Forse il browser blocca i cookie: consentili per questo sito o elimina quelli già salvati, poi accedi di nuovo. Se non basta, segnalalo a chi gestisce questo servizio.
problem-no-cookies-title = Il tuo browser non salva i cookie
problem-no-cookies = Questa pagina non funziona senza. Consentili per questo sito nelle impostazioni del browser, poi ricomincia.
problem-foreign-title = Questo modulo proviene da un altro sito
problem-foreign = Non è stato modificato nulla. Se hai seguito un link che ti ha mandato qualcuno, non fidarti.
problem-not-a-form-title = Questo modulo non appartiene a questa pagina
problem-not-a-form = Non è stato modificato nulla.
problem-too-large-title = È troppo lungo
problem-too-large = Non è stato modificato nulla. Accorcia ciò che hai inserito.
problem-upload-slow-title = Il modulo non è arrivato
problem-upload-slow = Non è stato modificato nulla. Forse la connessione è lenta o si è interrotta: invia di nuovo il modulo.
problem-not-saved-title = Non è stato salvato nulla
problem-not-saved = Al momento il servizio degli account non è raggiungibile. Torna indietro nel browser per non perdere ciò che hai inserito, attendi un minuto e invialo di nuovo.
problem-maybe-saved-title = La modifica potrebbe non essere stata salvata
problem-maybe-saved = Il servizio degli account ha ricevuto ciò che hai inviato, ma non ha risposto. Prima di riprovare, torna indietro e controlla se ha funzionato.
problem-left-already-title = Non hai più l’accesso
problem-left-already = Non è stato fatto altro. Se hai premuto il pulsante due volte, ha funzionato la prima volta. Altrimenti accedi di nuovo e ricomincia.
problem-still-there-title = Il tuo account c’è ancora
problem-still-there = Al momento il servizio degli account non è riuscito a farlo, e non è stato modificato nulla. Riprova tra un minuto.
problem-still-there-revoked-title = Il tuo account c’è ancora
problem-still-there-revoked = Al momento il servizio degli account non è riuscito a farlo. Il tuo account e i tuoi dati non sono stati modificati, ma le applicazioni che usi con questo account potrebbero chiederti di nuovo l’accesso. Riprova tra un minuto.
problem-maybe-gone-title = Non è certo che abbia funzionato
problem-maybe-gone = Il servizio degli account ha ricevuto la tua richiesta, ma non ha risposto. Accedi per verificare: se ci riesci, il tuo account c’è ancora.
problem-method-title = Questa pagina non si può usare in questo modo
problem-method = Torna indietro e usa i link e i pulsanti della pagina.
problem-internal-title = Qualcosa è andato storto da parte nostra
problem-internal = Non dipende da te. Riprova.
problem-sign-in-first-title = Prima accedi
problem-sign-in-first = Questo è possibile solo dopo l’accesso e, a volte, solo poco dopo.
problem-other-identity-title = È connessa un’altra persona
problem-other-identity = Questa pagina è stata aperta per un account diverso da quello con cui è stato effettuato l’accesso ora. Non è stato modificato nulla. Accedi di nuovo con l’account che vuoi usare.
problem-unverified-title = Prima conferma il tuo indirizzo
problem-unverified = Potrai accedere non appena il tuo indirizzo sarà confermato. Cerca il messaggio con il codice o il link, o richiedine uno nuovo.
problem-outdated-title = Questa pagina o questo link non funziona più
problem-outdated = È già stato usato o è passato troppo tempo. Ricomincia da capo.
problem-provider-title = Non ha funzionato
problem-provider = L’accesso con un account che hai altrove non è stato completato. Succede quando richiede molto tempo, quando accedi in due schede contemporaneamente o quando il tuo browser rifiuta i cookie. Riprova.
problem-application-title = L’applicazione non è riuscita a farti accedere
problem-application = Ti ha mandato qui in un modo non corretto. Torna all’applicazione e riprova. Se non basta, segnalalo a chi la gestisce.
problem-elsewhere-title = Qualcosa è andato storto
problem-elsewhere = Non dipende da te. Riprova tra un minuto. Se succede di nuovo, segnalalo a chi gestisce questo servizio.

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = Accedi
kratos-1010002 = Continua con { $provider }
kratos-1010003 = Per continuare, conferma che sei tu.
kratos-1010004 = Conferma in un secondo modo che sei tu.
kratos-1010005 = Conferma
kratos-1010006 = Codice dell’app
kratos-1010007 = Codice di recupero
kratos-1010008 = Accedi con chiave di sicurezza
kratos-1010009 = Usa l’app di autenticazione
kratos-1010010 = Usa un codice di recupero
kratos-1010011 = Accedi con chiave di sicurezza
kratos-1010012 = Premi il pulsante, poi usa la chiave di sicurezza, l’impronta o il volto.
kratos-1010013 = Continua
kratos-1010014 = Ti abbiamo inviato un codice. Se non arriva entro pochi minuti, guarda nella cartella dello spam o richiedilo di nuovo.
kratos-1010015 = Invia un codice di accesso
kratos-1010016 = { $duplicate_identifier } appartiene già a un account di questo servizio. Accedi a quell’account per aggiungere { $provider } come altro modo per accedere.
kratos-1010017 = Accedi e collega
kratos-1010018 = Conferma con { $provider }
kratos-1010019 = Invia un codice
kratos-1010021 = Accedi con passkey
kratos-1010022 = Accedi con password
kratos-1010023 = Invia un codice a { $address }
kratos-1010024 = Accedi con questo dispositivo
kratos-1010025 = Ti abbiamo inviato un codice. Se non arriva entro pochi minuti, guarda nella cartella dello spam o richiedilo di nuovo.
kratos-1040001 = Registrati
kratos-1040002 = Continua con { $provider }
kratos-1040003 = Continua
kratos-1040004 = Registrati con chiave di sicurezza
kratos-1040005 = Abbiamo inviato un codice all’indirizzo che hai indicato. Se non arriva entro pochi minuti, guarda nella cartella dello spam e controlla che nell’indirizzo non ci siano errori di battitura.
kratos-1040006 = Invia un codice di registrazione
kratos-1040007 = Registrati con passkey
kratos-1040008 = Indietro
kratos-1040009 = Scegli come vuoi accedere d’ora in poi.
kratos-1050001 = Le modifiche sono state salvate!
kratos-1050001-profile = Il tuo profilo è stato salvato.
kratos-1050001-password = La tua nuova password è attiva.
kratos-1050001-totp-on = L’app di autenticazione è attiva.
kratos-1050001-totp-off = L’app di autenticazione è disattivata.
kratos-1050001-passkey-added = La passkey è stata aggiunta.
kratos-1050001-passkey-removed = La passkey è stata rimossa.
kratos-1050001-webauthn-added = La chiave di sicurezza è stata aggiunta.
kratos-1050001-webauthn-removed = La chiave di sicurezza è stata rimossa.
kratos-1050001-lookup_secret-on = Da ora i tuoi codici di recupero funzionano.
kratos-1050001-lookup_secret-off = I tuoi codici di recupero sono disattivati. Nessuno di essi funziona più.
kratos-1050001-oidc-linked = { $provider } ora è collegato. Puoi usarlo per accedere.
kratos-1050001-oidc-unlinked = { $provider } non è più collegato.
kratos-1050002 = Collega { $provider }
kratos-1050003 = Scollega { $provider }
kratos-1050004 = Disattiva l’app di autenticazione
kratos-1050005 = Codice QR per la tua app di autenticazione
kratos-1050006 = { $secret }
kratos-1050007 = Mostra i miei codici di recupero
kratos-1050008 = Crea nuovi codici di recupero
kratos-1050009 = { $secret }
kratos-1050010 = Questi sono i tuoi codici di recupero.
kratos-1050011 = Ho messo al sicuro questi codici
kratos-1050012 = Aggiungi chiave di sicurezza
kratos-1050013 = Nome della chiave di sicurezza
kratos-1050014 = Usato: { $used_at }
kratos-1050016 = Disattiva i codici di recupero
kratos-1050017 = Se non riesci a scansionare l’immagine, inserisci questa chiave nell’app:
kratos-1050018 = Rimuovi la chiave di sicurezza «{ $display_name }»
kratos-1050019 = Aggiungi passkey
kratos-1050020 = Rimuovi la passkey «{ $display_name }»
kratos-1050023 = Il tuo account è gestito dalla tua organizzazione. Per modificare queste impostazioni, rivolgiti all’amministratore.
kratos-1060001 = Hai di nuovo accesso al tuo account. Cambia ora la password o aggiungi un altro modo per accedere. Scadenza: { $privileged_session_expires_at }.
kratos-1060002 = Se questo indirizzo appartiene a un account, riceverai un link. Se entro pochi minuti non arriva nulla, guarda nella cartella dello spam e controlla che sia l’indirizzo con cui hai creato l’account.
kratos-1060003 = Se questo indirizzo appartiene a un account, riceverai un codice. Se entro pochi minuti non arriva nulla, guarda nella cartella dello spam e controlla che sia l’indirizzo con cui hai creato l’account.
kratos-1060004 = Se { $masked_address } appartiene al tuo account, riceverai un codice. Se entro pochi minuti non arriva nulla, guarda nella cartella dello spam e controlla che sia l’indirizzo con cui hai creato l’account.
kratos-1060005 = Per confermare che è il tuo account, inserisci per intero l’indirizzo o il numero di telefono.
kratos-1060006 = Dove vuoi ricevere il codice?
kratos-1060007 = Indietro
kratos-1070001 = Password
kratos-1070003 = Salva
kratos-1070003-profile = Salva il profilo
kratos-1070003-password = Imposta la nuova password
kratos-1070003-totp = Attiva l’app di autenticazione
kratos-1070004 = Nome utente
kratos-1070005 = Invia
kratos-1070006 = Codice dell’app
kratos-1070007 = Indirizzo email
kratos-1070008 = Invia di nuovo il codice
kratos-1070009 = Continua
kratos-1070009-login-code-sent_email = Accedi
kratos-1070009-registration-code-sent_email = Crea account
kratos-1070009-recovery-code-choose_method = Invia il codice
kratos-1070009-recovery-link-choose_method = Invia il link
kratos-1070009-recovery-code-sent_email = Conferma il codice
kratos-1070009-recovery-code-recovery_awaiting_code = Conferma il codice
kratos-1070009-recovery-code-recovery_confirming_address = Invia il codice
kratos-1070009-recovery-link-sent_email = Invia di nuovo il link
kratos-1070009-verification-code-choose_method = Invia il codice
kratos-1070009-verification-link-choose_method = Invia il link
kratos-1070009-verification-code-sent_email = Conferma l’indirizzo
kratos-1070009-verification-link-sent_email = Invia di nuovo il link
kratos-1070010 = Codice di recupero
kratos-1070011 = Codice di verifica
kratos-1070012 = Codice di registrazione
kratos-1070013 = Codice di accesso
kratos-1070014 = Accedi e collega
kratos-1070015 = Completa la verifica per continuare.
kratos-1070016 = Indirizzo di recupero
kratos-1070017 = Numero di telefono
kratos-1070018 = Indirizzo email o numero di telefono
kratos-1080001 = Se questo indirizzo è ancora da confermare, riceverai un link. Se entro pochi minuti non arriva nulla, guarda nella cartella dello spam e controlla che nell’indirizzo non ci siano errori di battitura.
kratos-1080002 = Grazie, la conferma è completata.
kratos-1080003 = Se questo indirizzo è ancora da confermare, riceverai un codice. Se entro pochi minuti non arriva nulla, guarda nella cartella dello spam e controlla che nell’indirizzo non ci siano errori di battitura.
kratos-1080004 = Se questo numero di telefono è ancora da confermare, riceverai un SMS con un codice. Se entro pochi minuti non arriva nulla, controlla che nel numero non ci siano errori di battitura.
kratos-1080005 = Il tuo numero di telefono è confermato.

kratos-4000002 = Compila questo campo.
kratos-4000003 = { $min_length ->
    [one] Inserisci almeno { $min_length } carattere. Ne hai inseriti { $actual_length }.
    [many] Inserisci almeno { $min_length } di caratteri. Ne hai inseriti { $actual_length }.
   *[other] Inserisci almeno { $min_length } caratteri. Ne hai inseriti { $actual_length }.
}
kratos-4000004 = Il formato non è quello previsto.
kratos-4000005 = Questa password non può essere usata: { $reason }.
kratos-4000006 = I dati non sono corretti. Controlla che non ci siano errori di battitura.
kratos-4000007 = Un altro account usa già questo indirizzo email, numero di telefono o nome utente. Scegline un altro oppure, se quell’account è tuo, accedi con quello.
kratos-4000008 = La conferma non è riuscita. Inserisci il codice che l’app mostra ora o riprova con la chiave o la passkey.
kratos-4000009 = Manca un nome utente, per esempio un indirizzo email. Inseriscilo. Se non c’è un campo per farlo, segnalalo a chi gestisce questo servizio.
kratos-4000010 = Il tuo account non è ancora attivo. Hai confermato il tuo indirizzo email?
kratos-4000011 = Non hai configurato nessuna app di autenticazione.
kratos-4000012 = Questo codice di recupero è già stato usato.
kratos-4000013 = Non hai configurato nessuna chiave di sicurezza.
kratos-4000014 = Non hai configurato nessun codice di recupero.
kratos-4000015 = Non è stato trovato nessun account con una chiave di sicurezza o una passkey. Controlla ciò che hai inserito o accedi in un altro modo.
kratos-4000016 = Questo codice di recupero non è corretto.
kratos-4000017 = { $max_length ->
    [one] Inserisci al massimo { $max_length } carattere. Ne hai inseriti { $actual_length }.
    [many] Inserisci al massimo { $max_length } di caratteri. Ne hai inseriti { $actual_length }.
   *[other] Inserisci al massimo { $max_length } caratteri. Ne hai inseriti { $actual_length }.
}
kratos-4000018 = Inserisci { $minimum } o più. Hai inserito { $actual }.
kratos-4000019 = Inserisci un valore maggiore di { $minimum }. Hai inserito { $actual }.
kratos-4000020 = Inserisci { $maximum } o meno. Hai inserito { $actual }.
kratos-4000021 = Inserisci un valore minore di { $maximum }. Hai inserito { $actual }.
kratos-4000022 = Inserisci un multiplo di { $base }. Hai inserito { $actual }.
kratos-4000023 = { $max_items ->
    [one] Qui puoi avere al massimo { $max_items } elemento. Ne hai { $actual_items }.
    [many] Qui puoi avere al massimo { $max_items } di elementi. Ne hai { $actual_items }.
   *[other] Qui puoi avere al massimo { $max_items } elementi. Ne hai { $actual_items }.
}
kratos-4000024 = { $min_items ->
    [one] Qui devi avere almeno { $min_items } elemento. Ne hai { $actual_items }.
    [many] Qui devi avere almeno { $min_items } di elementi. Ne hai { $actual_items }.
   *[other] Qui devi avere almeno { $min_items } elementi. Ne hai { $actual_items }.
}
kratos-4000025 = Due elementi sono uguali.
kratos-4000026 = Questo tipo di valore non va bene qui.
kratos-4000027 = Esiste già un account con questo indirizzo email, numero di telefono o nome utente. Prima accedi a quell’account, poi collega l’altro.
kratos-4000028 = Esiste già un account con questo indirizzo email, numero di telefono o nome utente. Se è tuo, accedi con quello. Modi per farlo: { $available_credential_types }.
kratos-4000029 = Il valore deve essere { $expected }.
kratos-4000030 = Questo dato non può essere modificato.
kratos-4000031 = Questa password è troppo simile al tuo nome utente.
kratos-4000032 = { $min_length ->
    [one] La password deve avere almeno { $min_length } carattere. La tua ne ha { $actual_length }.
    [many] La password deve avere almeno { $min_length } di caratteri. La tua ne ha { $actual_length }.
   *[other] La password deve avere almeno { $min_length } caratteri. La tua ne ha { $actual_length }.
}
kratos-4000033 = { $max_length ->
    [one] La password può avere al massimo { $max_length } carattere. La tua ne ha { $actual_length }.
    [many] La password può avere al massimo { $max_length } di caratteri. La tua ne ha { $actual_length }.
   *[other] La password può avere al massimo { $max_length } caratteri. La tua ne ha { $actual_length }.
}
kratos-4000034 = Questa password compare in fughe di dati note. Scegline un’altra.
kratos-4000035 = Non è stato trovato nessun account che acceda con un codice. Controlla che nell’indirizzo non ci siano errori di battitura o accedi in un altro modo.
kratos-4000036 = I tuoi dati non sono più quelli per cui è stato inviato il codice. Inseriscili come prima, oppure torna indietro e ricomincia.
kratos-4000037 = Non è stato trovato nessun account a cui si possa accedere così. Controlla che non ci siano errori di battitura.
kratos-4000038 = La verifica non ha funzionato. Riprova.
kratos-4000039 = Scegli una password diversa da quella attuale.
kratos-4000040 = Inserisci un indirizzo email valido.
kratos-4000041 = Inserisci un numero di telefono valido.
kratos-4000042 = Non hai configurato nessun dispositivo per accedere.
kratos-4000043 = La tua chiave o passkey non è stata confermata. Riprova.
kratos-4000044 = Questo dispositivo non è stato confermato. Riprova.
kratos-4000045 = Questo dispositivo non può più essere usato per accedere. Configuralo di nuovo.
kratos-4000046 = Questo dispositivo non può più essere usato per accedere. Configuralo di nuovo.
kratos-4010001 = Questa pagina è rimasta aperta troppo a lungo. Riprova.
kratos-4010002 = I dati non bastano per accedere. Compila il modulo e riprova.
kratos-4010003 = I dati non bastano per creare un account. Compila il modulo e riprova.
kratos-4010004 = Non è stato modificato nulla: il modulo non era completo. Riprova.
kratos-4010005 = Il modulo non era completo. Ricomincia da capo.
kratos-4010006 = Il modulo non era completo. Ricomincia da capo.
kratos-4010007 = È già stato fatto.
kratos-4010008 = Il codice non è corretto o è già stato usato. Controllalo o richiedine uno nuovo.
kratos-4010009 = Questo non è l’account da collegare. Accedi a quello che usa già il tuo indirizzo.
kratos-4010010 = Questo indirizzo non appartiene al tuo account. Usane un altro.
kratos-4010011 = Questo account è stato disattivato. Contatta chi gestisce questo servizio.
kratos-4040001 = Questa pagina è rimasta aperta troppo a lungo e non è stato creato nessun account. Riprova.
kratos-4040002 = È già stato fatto.
kratos-4040003 = Il codice non è corretto o è già stato usato. Controllalo o richiedine uno nuovo.
kratos-4050001 = Questa pagina è rimasta aperta troppo a lungo, quindi non è stato modificato nulla. Riprova.
kratos-4050002 = Puoi modificare un solo indirizzo alla volta.
kratos-4060001 = Questo recupero è già stato completato. Se non riesci ancora a entrare, ricomincia da qui.
kratos-4060002 = Qualcosa è andato storto durante la procedura. Ricomincia da capo.
kratos-4060004 = Questo link non è corretto o è già stato usato. Richiedine uno nuovo.
kratos-4060005 = È passato troppo tempo e il codice o il link non funziona più. Richiedine uno nuovo.
kratos-4060006 = Il codice non è corretto o è già stato usato. Controllalo o richiedine uno nuovo.
kratos-4070001 = Questo link non è corretto o è già stato usato. Richiedine uno nuovo.
kratos-4070002 = La conferma c’è già. Non devi fare altro.
kratos-4070003 = Qualcosa è andato storto durante la procedura. Ricomincia da capo.
kratos-4070005 = È passato troppo tempo e il codice o il link non funziona più. Richiedine uno nuovo.
kratos-4070006 = Il codice non è corretto o è già stato usato. Controllalo o richiedine uno nuovo.
kratos-5000002 = Al momento non c’è nessun modo per accedere. Segnalalo a chi gestisce questo servizio.
kratos-5000003 = La tua organizzazione richiede un proprio accesso, che non è configurato. Segnalalo al tuo amministratore.

## Login, registration, recovery, verification

or = oppure
for-client = Per continuare su { $client }
flow-nothing = Qui non c’è nulla da fare.
typed-kept = Questa pagina era scaduta e non è stato modificato nulla. Ciò che hai scritto è ancora qui, tranne password e codici: controllalo e invialo di nuovo.
item-gone = Nel frattempo un elemento di «{ $list }» è stato modificato o rimosso altrove. La tua modifica a quell’elemento non è stata fatta.

login-title = Accedi
# What the reference UI says too, and its suites look for.
login-second-title = Ancora un passaggio
login-second-nothing = Il tuo account non ha ancora un secondo passaggio per accedere. Aggiungine uno nelle impostazioni del tuo account o accedi con un altro account.
second-factor-needed = La pagina che volevi aprire richiede un secondo passaggio per accedere. Aggiungine uno qui per continuare.
login-refresh-title = Conferma che sei tu
login-code-title = Inserisci il codice
login-link-title = Collega il tuo account
login-link-lead = Hai già un account qui. Accedi come al solito: l’account che hai appena usato verrà aggiunto come altro modo per accedere.
registration-title = Crea un account
registration-method-title = Scegli come accedere
registration-code-title = Inserisci il codice
registration-provider-title = Ancora qualche dato
registration-provider-lead = L’account che hai scelto non fornisce tutto ciò che serve qui.
recovery-title = Recupera il tuo account
recovery-lead = Inserisci l’indirizzo del tuo account. Riceverai ciò che serve per rientrare.
recovery-choice-title = Scegli un indirizzo
recovery-address-title = Conferma l’indirizzo
recovery-code-title = Inserisci il codice
recovery-link-title = Controlla la posta in arrivo
verification-title = Conferma il tuo indirizzo
verification-lead = Inserisci l’indirizzo da confermare. Riceverai un codice o un link.
verification-code-title = Inserisci il codice
verification-link-title = Controlla la posta in arrivo
verification-done-title = Fatto

way-login = Accedi
way-registration = Crea un account
way-recovery = Hai dimenticato la password?
way-not-you = Non sei tu?
way-other-name = Usa un altro nome

# Applications (OAuth2)

consent-title = Consenti l’accesso
consent-lead = { $client } vorrebbe usare il tuo account.
consent-scopes = Che cosa potrà fare
consent-audience = Lo userà presso:
consent-remember = Non chiedermelo più per questa applicazione
consent-accept = Consenti
consent-reject = Non consentire
scope-openid = Sapere che sei tu
scope-profile = Vedere il tuo nome e il tuo profilo
scope-email = Vedere il tuo indirizzo email
scope-phone = Vedere il tuo numero di telefono
scope-address = Vedere il tuo indirizzo postale
scope-offline = Mantenere l’accesso quando non ci sei
scope-offline_access = Mantenere l’accesso quando non ci sei
application-page = Informazioni sull’applicazione
application-policy = La sua informativa sulla privacy
application-terms = Le sue condizioni d’uso
applications-title = Applicazioni collegate
applications-lead = Controlla quali applicazioni possono usare il tuo account e revoca il loro accesso.
applications-none = Non hai dato a nessuna applicazione l’accesso al tuo account.
applications-since = Accesso consentito il { $when }
applications-revoke = Revoca l’accesso
applications-revoke-question = Revocare l’accesso a { $client }?
applications-revoke-consequence = { $client } non potrà più usare il tuo account, ma potrà chiedertelo di nuovo.
applications-revoked = Fatto: l’applicazione non ha più accesso.
oauth2-logout-title = Vuoi uscire?
oauth2-logout-lead = Uscirai da qui e dalle applicazioni che usi con questo account.
oauth2-logout-client = { $client } chiede di farti uscire, da qui e dalle applicazioni che usi con questo account.
oauth2-logout-stay = Resta connesso
problem-request-unknown-title = Questa richiesta non è nota
problem-request-unknown = Nessuna applicazione ha ottenuto l’accesso. Il link potrebbe essere incompleto o inventato: torna all’applicazione e accedi di nuovo da lì.
problem-request-outdated-title = Questa richiesta è troppo vecchia
problem-request-outdated = Non ha avuto risposta in tempo e nessuna applicazione ha ottenuto l’accesso. Torna all’applicazione e accedi di nuovo da lì.
problem-request-used-title = Hai già risposto
problem-request-used = Non è stato consentito altro. Torna all’applicazione oppure ricomincia.
problem-request-foreign-title = Questa richiesta riguarda un altro account
problem-request-foreign = Hai effettuato l’accesso con un account diverso da quello con cui è iniziata, quindi non è stato consentito nulla. Accedi di nuovo per scegliere l’account da usare.
