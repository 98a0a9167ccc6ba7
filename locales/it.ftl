# Italiano

language-name = Italiano

## The frame

settings-title = Impostazioni dell’account
title-saved = Salvato – { $title }
title-error = Errore – { $title }
skip-to-content = Vai al contenuto
on-this-page = In questa pagina
language = Lingua
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
    [0] Nessun account collegato
    [one] Collegato: { $names }
    [many] Collegati: { $names }
   *[other] Collegati: { $names }
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
state-codes-unsaved = Non ancora salvati

## Fields

list-item = { $list } { $number }
list-spare = { $list }: aggiungi un elemento
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

## Buttons and what they do

working = Attendi…
cancel = Annulla
copy = Copia
copied = Copiato
download = Scarica
open-in-app = Apri in un’app di autenticazione su questo dispositivo
codes-file = codici-di-recupero.txt
code-spent = usato
codes-not-saved = Questi codici non funzionano ancora. Conservali in un luogo sicuro, poi conferma qui sotto di averli.
codes-keep = Stampali o conservali insieme alle tue password. Chiunque ne abbia uno può entrare nel tuo account.
oidc-last = Un account che è il tuo unico modo per accedere non può essere scollegato e non compare qui.
password-done = Se pensi che qualcun altro conosca la tua vecchia password, chiudi anche le altre sessioni.

added = Data di aggiunta: { $when }
confirm-title = Vuoi davvero continuare?
unlink-consequence = Non potrai più accedere con { $thing }.
remove-consequence = Non potrai più accedere con «{ $thing }».
remove-last = È l’ultimo modo che hai per accedere, quindi non si può rimuovere.
totp-unlink-consequence = Quando accedi, non ti verranno più chiesti i codici dell’app.
lookup-disable-consequence = Nessuno dei tuoi codici di recupero funzionerà più.
lookup-regenerate-consequence = I codici che hai ora smetteranno di funzionare quando confermerai quelli nuovi.

script-needed = Per questo serve JavaScript, che nel tuo browser è disattivato.
ceremony-failed = Non ha funzionato e non è stato modificato nulla. Puoi riprovare.

## Sessions, signing out, your data

sessions-title = Dove hai effettuato l’accesso
sessions-lead = Controlla tutti i browser e le app che possono usare il tuo account e chiudi le loro sessioni.
sessions-this = Questo dispositivo
sessions-none = Non hai effettuato l’accesso da nessun’altra parte.
sessions-unknown = Dispositivo sconosciuto
sessions-device = { $browser } su { $system }
sessions-since = Accesso effettuato: { $when }
sessions-two-factors = due fattori
sessions-end = Chiudi questa sessione
sessions-end-others = Chiudi tutte le altre sessioni
sessions-end-consequence = Su quel dispositivo bisognerà accedere di nuovo.
sessions-end-others-consequence = Su tutti i dispositivi tranne questo bisognerà accedere di nuovo.
sessions-ended = Fatto: la sessione è stata chiusa.
sign-out = Esci
export = Scarica i tuoi dati
group-code_recovery = Recupero dell’account
group-link_recovery = Recupero dell’account

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
request-id = Se chiedi aiuto, indica questo numero: { $id }

problem-not-found-title = Questa pagina non esiste
problem-not-found = Forse l’indirizzo contiene un errore di battitura o la pagina è stata spostata.
problem-return-to-title = Questo link porta a un sito non consentito
problem-return-to = Questo link doveva poi portarti a un altro sito, che non è nell’elenco di quelli consentiti. Puoi comunque modificare le tue impostazioni.
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
problem-foreign-title = Questo modulo proviene da un altro sito
problem-foreign = Non è stato modificato nulla. Se hai seguito un link che ti ha mandato qualcuno, non fidarti.
problem-not-a-form-title = Questo modulo non appartiene a questa pagina
problem-not-a-form = Non è stato modificato nulla.
problem-too-large-title = È troppo lungo
problem-too-large = Non è stato modificato nulla. Accorcia ciò che hai inserito.
problem-upload-slow-title = Il modulo non è arrivato
problem-upload-slow = Non è stato modificato nulla. Forse la connessione è lenta o si è interrotta: invia di nuovo il modulo.
problem-not-saved-title = Non è stato salvato nulla
problem-not-saved = Il servizio degli account al momento non è raggiungibile. Torna indietro nel browser per non perdere ciò che hai inserito, attendi un minuto e salva di nuovo.
problem-maybe-saved-title = La modifica potrebbe non essere stata salvata
problem-maybe-saved = Il servizio degli account ha ricevuto la modifica, ma non ha risposto. Prima di riprovare, controlla nelle impostazioni se è stata salvata.
problem-method-title = Questa pagina non si può usare in questo modo
problem-method = Torna indietro e usa i link e i pulsanti della pagina.
problem-internal-title = Qualcosa è andato storto da parte nostra
problem-internal = Non dipende da te. Riprova.

## Kratos’ messages, by id, with the values of their context

kratos-1050001 = Le modifiche sono state salvate!
kratos-1050002 = Collega { $provider }
kratos-1050003 = Scollega { $provider }
kratos-1050004 = Disattiva l’app di autenticazione
kratos-1050005 = Codice QR per la tua app di autenticazione
kratos-1050007 = Mostra i miei codici di recupero
kratos-1050008 = Crea nuovi codici di recupero
kratos-1050010 = Questi sono i tuoi codici di recupero. Conservali in un luogo sicuro.
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
kratos-1070001 = Password
kratos-1070003 = Salva
kratos-1070004 = Nome utente
kratos-1070005 = Invia
kratos-1070006 = Codice dell’app
kratos-1070007 = Indirizzo email
kratos-1070008 = Invia di nuovo il codice
kratos-1070009 = Continua
kratos-1070010 = Codice di recupero
kratos-1070011 = Codice di verifica
kratos-1070015 = Completa la verifica per continuare.
kratos-1070016 = Indirizzo di recupero
kratos-1070017 = Numero di telefono
kratos-1070018 = Indirizzo email o numero di telefono

kratos-4000002 = Compila questo campo.
kratos-4000003 = { $min_length ->
    [one] Inserisci almeno { $min_length } carattere. Ne hai inseriti { $actual_length }.
    [many] Inserisci almeno { $min_length } di caratteri. Ne hai inseriti { $actual_length }.
   *[other] Inserisci almeno { $min_length } caratteri. Ne hai inseriti { $actual_length }.
}
kratos-4000004 = Il formato non è quello previsto.
kratos-4000005 = Questa password non può essere usata: { $reason }.
kratos-4000006 = I dati non sono corretti. Controlla che non ci siano errori di battitura.
kratos-4000007 = Un altro account usa già questi dati.
kratos-4000008 = Questo codice non è corretto. Inserisci quello che l’app mostra ora.
kratos-4000009 = Il tuo account non ha ancora un nome utente. Segnalalo a chi gestisce questo servizio.
kratos-4000010 = Il tuo account non è ancora attivo. Hai confermato il tuo indirizzo email?
kratos-4000011 = Non hai configurato nessuna app di autenticazione.
kratos-4000012 = Questo codice di recupero è già stato usato.
kratos-4000013 = Non hai configurato nessuna chiave di sicurezza.
kratos-4000014 = Non hai configurato nessun codice di recupero.
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
kratos-4000027 = Un altro account usa già questi dati.
kratos-4000028 = Un altro account usa già questi dati.
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
kratos-4000038 = La verifica non ha funzionato. Riprova.
kratos-4000039 = Scegli una password diversa da quella attuale.
kratos-4000040 = Inserisci un indirizzo email valido
kratos-4000041 = Inserisci un numero di telefono valido
kratos-4010004 = Non è stato modificato nulla: il modulo non era completo. Riprova.
kratos-4050001 = Questa pagina è rimasta aperta troppo a lungo. Non è stato modificato nulla: inserisci di nuovo i dati.
kratos-4050002 = Puoi modificare un solo indirizzo alla volta.
