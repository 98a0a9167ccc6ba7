# German.

# The language's own name, in the list of languages.
language-name = Deutsch

## The frame

settings-title = Kontoeinstellungen
title-saved = Gespeichert – { $title }
title-error = Fehler – { $title }
skip-to-content = Zum Inhalt springen
on-this-page = Auf dieser Seite
language = Sprache
back-to-application = Zurück zur Anwendung
footer = Über diesen Dienst

## Sections: heading, purpose, state

group-profile = Profil
group-profile-lead = Wer Sie sind und wie Sie erreichbar sind.
group-password = Passwort
group-password-lead = Legen Sie ein neues Passwort für die Anmeldung fest.
group-oidc = Verknüpfte Konten
group-oidc-lead = Melden Sie sich mit einem Konto an, das Sie bei einem anderen Anbieter haben.
group-saml = Firmenkonto
group-saml-lead = Melden Sie sich mit dem Konto Ihrer Organisation an.
group-passkey = Passkeys
group-passkey-lead = Melden Sie sich mit Fingerabdruck, Gesichtserkennung oder Displaysperre an.
group-webauthn = Sicherheitsschlüssel
group-webauthn-lead = Ein kleines Gerät, mit dem Sie bei der Anmeldung nachweisen, dass Sie es sind.
group-totp = Authenticator-App
group-totp-lead = Eine App auf Ihrem Smartphone zeigt einen Code an, den Sie bei der Anmeldung eingeben.
group-lookup_secret = Wiederherstellungscodes
group-lookup_secret-lead = Damit kommen Sie in Ihr Konto, wenn Sie Ihr Smartphone oder Ihren Schlüssel verloren haben. Jeder Code funktioniert nur einmal.
group-code = Einmalcodes
group-code-lead = Codes, die Ihnen bei der Anmeldung zugeschickt werden.
group-link = Anmeldelinks
group-link-lead = Links, die Ihnen bei der Anmeldung zugeschickt werden.
group-identifier_first = Anmeldename
group-captcha = Sind Sie ein Mensch?

state-on = Aktiviert
state-off = Nicht aktiviert
state-linked = { $count ->
    [0] Kein Konto verknüpft
   *[other] Verknüpft: { $names }
}
state-passkeys = { $count ->
    [0] Noch keine
    [one] { $count } Passkey
   *[other] { $count } Passkeys
}
state-keys = { $count ->
    [0] Noch keine
    [one] { $count } Sicherheitsschlüssel
   *[other] { $count } Sicherheitsschlüssel
}
state-codes = { $count ->
    [one] { $count } Wiederherstellungscode
   *[other] { $count } Wiederherstellungscodes
}
state-codes-used = { $count ->
    [one] { $count } Wiederherstellungscode
   *[other] { $count } Wiederherstellungscodes
}, { $used } verwendet, zuletzt am { $when }
state-codes-unsaved = Noch nicht gesichert

## Fields

list-item = { $list } { $number }
list-spare = Zu „{ $list }“ hinzufügen
time-zone = Zeitzone: { $offset }
optional-nothing = Keine Auswahl
show-password = Anzeigen
hide-password = Verbergen
caps-lock = Die Feststelltaste ist aktiviert.
errors-title = { $count ->
    [one] Bitte korrigieren Sie Folgendes:
   *[other] Bitte korrigieren Sie diese { $count } Punkte:
}
address-unverified = { $address } ist noch nicht bestätigt.
address-verify = Jetzt bestätigen

## Buttons and what they do

working = Bitte warten …
cancel = Abbrechen
copy = Kopieren
copied = Kopiert
download = Herunterladen
open-in-app = In einer Authenticator-App auf diesem Gerät öffnen
codes-file = wiederherstellungscodes.txt
code-spent = verwendet
codes-not-saved = Diese Codes funktionieren noch nicht. Bewahren Sie sie an einem sicheren Ort auf und bestätigen Sie dann unten, dass Sie sie haben.
codes-keep = Drucken Sie die Codes aus oder bewahren Sie sie bei Ihren Passwörtern auf. Wer einen davon hat, kann sich Zugang zu Ihrem Konto verschaffen.
oidc-last = Wenn ein Konto Ihre einzige Anmeldemöglichkeit ist, kann die Verknüpfung nicht aufgehoben werden. Es wird dann hier nicht aufgeführt.
password-done = Falls jemand anderes Ihr altes Passwort kennen könnte, melden Sie sich auch auf allen anderen Geräten ab.

added = Hinzugefügt am { $when }
confirm-title = Sind Sie sicher?
unlink-consequence = Sie können sich dann nicht mehr mit { $thing } anmelden.
remove-consequence = Sie können sich dann nicht mehr mit „{ $thing }“ anmelden.
remove-last = Das ist Ihre letzte Anmeldemöglichkeit. Sie kann deshalb nicht entfernt werden.
totp-unlink-consequence = Bei der Anmeldung werden Sie nicht mehr nach einem Code aus Ihrer App gefragt.
lookup-disable-consequence = Keiner Ihrer Wiederherstellungscodes funktioniert dann noch.
lookup-regenerate-consequence = Ihre bisherigen Codes funktionieren nicht mehr, sobald Sie die neuen bestätigt haben.

script-needed = Dafür wird JavaScript benötigt. Es ist in Ihrem Browser ausgeschaltet.
ceremony-failed = Das hat nicht geklappt. Es wurde nichts geändert, Sie können es noch einmal versuchen.

## Sessions, signing out, your data

sessions-title = Wo Sie angemeldet sind
sessions-lead = Sehen Sie alle Browser und Apps, die Ihr Konto verwenden können, und melden Sie sie bei Bedarf ab.
sessions-this = Dieses Gerät
sessions-none = Sie sind nirgendwo sonst angemeldet.
sessions-unknown = Unbekanntes Gerät
sessions-device = { $browser } auf { $system }
sessions-since = Angemeldet am { $when }
sessions-two-factors = zwei Faktoren
sessions-end = Gerät abmelden
sessions-end-others = Alle anderen Geräte abmelden
sessions-end-consequence = Auf dem betreffenden Gerät ist dann eine neue Anmeldung nötig.
sessions-end-others-consequence = Auf allen Geräten außer diesem ist dann eine neue Anmeldung nötig.
sessions-ended = Erledigt: Dort sind Sie jetzt abgemeldet.
sign-out = Abmelden
export = Ihre Daten herunterladen
group-code_recovery = Kontowiederherstellung
group-link_recovery = Kontowiederherstellung

## On the way

moving-on-title = Einen Moment
moving-on = Sie werden weitergeleitet.
moving-on-link = Weiter
enter-again-title = Bitte melden Sie sich noch einmal an
enter-again = Zum Schutz Ihres Kontos ist diese Änderung nur kurz nach einer Anmeldung möglich. Sie wurde nicht gespeichert: Melden Sie sich noch einmal an und machen Sie Ihre Eingaben dann erneut.

## Problems: heading and what to do

try-again = Noch einmal versuchen
back-to-form = Zurück zum Formular
to-settings = Zu Ihren Kontoeinstellungen
sign-in-again = Noch einmal anmelden
request-id = Wenn Sie um Hilfe bitten, geben Sie diese Nummer an: { $id }

problem-not-found-title = Diese Seite gibt es nicht
problem-not-found = Vielleicht enthält die Adresse einen Tippfehler, oder die Seite ist umgezogen.
problem-return-to-title = Das Rückkehrziel dieses Links ist nicht erlaubt
problem-return-to = Sie sollten anschließend auf eine andere Website weitergeleitet werden, aber diese steht nicht auf der Liste der erlaubten Websites. Ihre Einstellungen können Sie trotzdem ändern.
problem-form-title = Ihr Formular konnte nicht angenommen werden
problem-form = Es wurde nichts geändert. Das passiert, wenn eine Seite lange geöffnet war, wenn Sie sich anderswo neu angemeldet haben oder wenn Ihr Browser Cookies ablehnt.
problem-forbidden-title = Dazu sind Sie nicht berechtigt
problem-forbidden = Es wurde nichts geändert.
problem-busy-title = Zu viele Anfragen
problem-busy = Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal.
problem-slow-title = Das dauert zu lange
problem-slow = Der Kontodienst antwortet im Moment nicht. Bitte versuchen Sie es in einer Minute noch einmal.
problem-unavailable-title = Der Kontodienst ist nicht erreichbar
problem-unavailable = Das liegt nicht an Ihnen, und es wurde nichts geändert. Bitte versuchen Sie es in einer Minute noch einmal.
problem-loop-title = Die Anmeldung klappt nicht
problem-loop = Sie sind angemeldet, aber diese Seite erkennt das nicht. Möglicherweise blockiert Ihr Browser Cookies: Erlauben Sie sie für diese Website oder löschen Sie die vorhandenen, und melden Sie sich dann noch einmal an. Wenn das nicht hilft, wenden Sie sich an den Betreiber dieses Dienstes.
problem-foreign-title = Dieses Formular kam von einer anderen Website
problem-foreign = Es wurde nichts geändert. Falls Sie über einen Link hierhergekommen sind, den Ihnen jemand geschickt hat: Vertrauen Sie ihm nicht.
problem-not-a-form-title = Dieses Formular gehört nicht zu dieser Seite
problem-not-a-form = Es wurde nichts geändert.
problem-too-large-title = Das ist zu viel
problem-too-large = Es wurde nichts geändert. Bitte kürzen Sie Ihre Eingaben.
problem-upload-slow-title = Ihr Formular ist nicht angekommen
problem-upload-slow = Es wurde nichts geändert. Vielleicht ist Ihre Verbindung langsam oder gestört: Bitte senden Sie das Formular noch einmal ab.
problem-not-saved-title = Es wurde nichts gespeichert
problem-not-saved = Der Kontodienst ist im Moment nicht erreichbar. Gehen Sie in Ihrem Browser zurück, damit Ihre Eingaben erhalten bleiben, warten Sie eine Minute und speichern Sie noch einmal.
problem-maybe-saved-title = Möglicherweise wurde nichts gespeichert
problem-maybe-saved = Der Kontodienst hat Ihre Änderung entgegengenommen, aber nicht geantwortet. Sehen Sie in Ihren Einstellungen nach, ob sie gespeichert wurde, bevor Sie es noch einmal versuchen.
problem-method-title = So lässt sich diese Seite nicht verwenden
problem-method = Bitte gehen Sie zurück und verwenden Sie die Links und Schaltflächen der Seite.
problem-internal-title = Hier ist etwas schiefgegangen
problem-internal = Das liegt nicht an Ihnen. Bitte versuchen Sie es noch einmal.

## Kratos’ messages, by id, with the values of their context

kratos-1050001 = Ihre Änderungen wurden gespeichert.
kratos-1050002 = { $provider } verknüpfen
kratos-1050003 = Verknüpfung mit { $provider } aufheben
kratos-1050004 = Authenticator-App deaktivieren
kratos-1050005 = QR-Code für Ihre Authenticator-App
kratos-1050007 = Wiederherstellungscodes anzeigen
kratos-1050008 = Neue Wiederherstellungscodes erstellen
kratos-1050010 = Das sind Ihre Wiederherstellungscodes. Bewahren Sie sie an einem sicheren Ort auf.
kratos-1050011 = Ich habe die Codes sicher aufbewahrt
kratos-1050012 = Sicherheitsschlüssel hinzufügen
kratos-1050013 = Name des Sicherheitsschlüssels
kratos-1050014 = Verwendet am { $used_at }
kratos-1050016 = Wiederherstellungscodes deaktivieren
kratos-1050017 = Wenn Sie das Bild nicht scannen können, geben Sie diesen Schlüssel in Ihrer App ein:
kratos-1050018 = Sicherheitsschlüssel „{ $display_name }“ entfernen
kratos-1050019 = Passkey hinzufügen
kratos-1050020 = Passkey „{ $display_name }“ entfernen
kratos-1050023 = Ihr Konto wird von Ihrer Organisation verwaltet. Wenn Sie diese Einstellungen ändern möchten, wenden Sie sich an Ihre Administration.
kratos-1060001 = Sie sind wieder in Ihrem Konto. Ändern Sie jetzt Ihr Passwort oder fügen Sie eine weitere Anmeldemöglichkeit hinzu. Sie haben dafür Zeit bis { $privileged_session_expires_at }.
kratos-1070001 = Passwort
kratos-1070003 = Speichern
kratos-1070004 = ID
kratos-1070005 = Absenden
kratos-1070006 = Code aus der App
kratos-1070007 = E-Mail-Adresse
kratos-1070008 = Code noch einmal senden
kratos-1070009 = Weiter
kratos-1070010 = Wiederherstellungscode
kratos-1070011 = Bestätigungscode
kratos-1070015 = Bitte schließen Sie die Prüfung ab, um fortzufahren.
kratos-1070016 = Adresse für die Wiederherstellung
kratos-1070017 = Telefonnummer
kratos-1070018 = E-Mail-Adresse oder Telefonnummer

kratos-4000002 = Bitte füllen Sie dieses Feld aus.
kratos-4000003 = { $min_length ->
    [one] Geben Sie mindestens { $min_length } Zeichen ein. Eingegeben haben Sie { $actual_length }.
   *[other] Geben Sie mindestens { $min_length } Zeichen ein. Eingegeben haben Sie { $actual_length }.
}
kratos-4000004 = Das hat nicht das erwartete Format.
kratos-4000005 = Dieses Passwort kann nicht verwendet werden: { $reason }.
kratos-4000006 = Die Angaben stimmen nicht. Bitte prüfen Sie sie auf Tippfehler.
kratos-4000007 = Diese Angabe wird bereits von einem anderen Konto verwendet.
kratos-4000008 = Dieser Code stimmt nicht. Geben Sie den Code ein, den Ihre App gerade anzeigt.
kratos-4000009 = Ihr Konto hat noch keinen Anmeldenamen. Bitte wenden Sie sich an den Betreiber dieses Dienstes.
kratos-4000010 = Ihr Konto ist noch nicht aktiv. Haben Sie Ihre E-Mail-Adresse bestätigt?
kratos-4000011 = Sie haben keine Authenticator-App eingerichtet.
kratos-4000012 = Dieser Wiederherstellungscode wurde bereits verwendet.
kratos-4000013 = Sie haben keinen Sicherheitsschlüssel eingerichtet.
kratos-4000014 = Sie haben keine Wiederherstellungscodes eingerichtet.
kratos-4000016 = Dieser Wiederherstellungscode stimmt nicht.
kratos-4000017 = { $max_length ->
    [one] Geben Sie höchstens { $max_length } Zeichen ein. Eingegeben haben Sie { $actual_length }.
   *[other] Geben Sie höchstens { $max_length } Zeichen ein. Eingegeben haben Sie { $actual_length }.
}
kratos-4000018 = Geben Sie { $minimum } oder mehr ein. Eingegeben haben Sie { $actual }.
kratos-4000019 = Geben Sie mehr als { $minimum } ein. Eingegeben haben Sie { $actual }.
kratos-4000020 = Geben Sie { $maximum } oder weniger ein. Eingegeben haben Sie { $actual }.
kratos-4000021 = Geben Sie weniger als { $maximum } ein. Eingegeben haben Sie { $actual }.
kratos-4000022 = Geben Sie ein Vielfaches von { $base } ein. Eingegeben haben Sie { $actual }.
kratos-4000023 = { $max_items ->
    [one] Hier ist höchstens { $max_items } Eintrag möglich. Sie haben { $actual_items }.
   *[other] Hier sind höchstens { $max_items } Einträge möglich. Sie haben { $actual_items }.
}
kratos-4000024 = { $min_items ->
    [one] Hier ist mindestens { $min_items } Eintrag nötig. Sie haben { $actual_items }.
   *[other] Hier sind mindestens { $min_items } Einträge nötig. Sie haben { $actual_items }.
}
kratos-4000025 = Zwei Einträge sind gleich.
kratos-4000026 = Diese Art von Angabe passt hier nicht.
kratos-4000027 = Diese Angabe wird bereits von einem anderen Konto verwendet.
kratos-4000028 = Diese Angabe wird bereits von einem anderen Konto verwendet.
kratos-4000029 = Hier muss { $expected } stehen.
kratos-4000030 = Das darf nicht geändert werden.
kratos-4000031 = Dieses Passwort ist Ihrem Anmeldenamen zu ähnlich.
kratos-4000032 = { $min_length ->
    [one] Das Passwort muss mindestens { $min_length } Zeichen haben. Ihres hat { $actual_length }.
   *[other] Das Passwort muss mindestens { $min_length } Zeichen haben. Ihres hat { $actual_length }.
}
kratos-4000033 = { $max_length ->
    [one] Das Passwort darf höchstens { $max_length } Zeichen haben. Ihres hat { $actual_length }.
   *[other] Das Passwort darf höchstens { $max_length } Zeichen haben. Ihres hat { $actual_length }.
}
kratos-4000034 = Dieses Passwort ist durch Datenlecks bekannt geworden. Wählen Sie ein anderes.
kratos-4000038 = Die Prüfung hat nicht geklappt. Bitte versuchen Sie es noch einmal.
kratos-4000039 = Wählen Sie ein anderes Passwort als Ihr jetziges.
kratos-4000040 = Geben Sie eine gültige E-Mail-Adresse ein
kratos-4000041 = Geben Sie eine gültige Telefonnummer ein
kratos-4010004 = Es wurde nichts geändert: Das Formular war unvollständig. Bitte versuchen Sie es noch einmal.
kratos-4050001 = Diese Seite war zu lange geöffnet. Es wurde nichts geändert: Bitte machen Sie Ihre Eingaben noch einmal.
kratos-4050002 = Sie können immer nur eine Adresse auf einmal ändern.
