# German.

# The language's own name, in the list of languages.
language-name = Deutsch

## The frame

settings-title = Konto{"\u00AD"}einstellungen
title-saved = Gespeichert – { $title }
title-error = Fehler – { $title }
skip-to-content = Zum Inhalt springen
account-pages = Ihr Konto
language = Sprache
theme = Darstellung
theme-system = Wie das Gerät
theme-light = Hell
theme-dark = Dunkel
choice-keeps = Was Sie eingegeben haben, bleibt erhalten, nur Passwörter und Codes nicht.
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
group-webauthn = Sicherheits{"\u00AD"}schlüssel
group-webauthn-lead = Ein kleines Gerät, mit dem Sie bei der Anmeldung nachweisen, dass Sie es sind.
group-totp = Authenticator-App
group-totp-lead = Eine App auf Ihrem Smartphone zeigt einen Code an, den Sie bei der Anmeldung eingeben.
group-lookup_secret = Wieder{"\u00AD"}herstellungs{"\u00AD"}codes
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
    [0] Kein Konto aufgeführt
   *[other] Verknüpft: { $count }
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

overview-title = Ihr Konto auf einen Blick
overview-sign-in-name = Sie melden sich an als { $name }
overview-ways = Anmelde{"\u00AD"}möglichkeiten
overview-protection = Zusätzlicher Schutz
overview-password = Festlegen oder ändern
overview-not-set = Nicht festgelegt
overview-codes-left = Noch { $count }
codes-few = { $count ->
    [one] Sie haben nur noch { $count } Wiederherstellungscode.
   *[other] Sie haben nur noch { $count } Wiederherstellungscodes.
}
codes-none-left = Sie haben keinen Wiederherstellungscode mehr.
codes-renew = Neue erstellen
codes-lacking = Wenn Sie Ihr Smartphone oder Ihren Schlüssel verlieren, kommen Sie mit Wiederherstellungscodes wieder in Ihr Konto. Sie haben noch keine.
second-suggested = Mit einem zweiten Anmeldeschritt ist Ihr Konto sicherer: Ein gestohlenes Passwort genügt dann nicht.
second-add = Hinzufügen

## Fields

list-item = { $list } { $number }
list-spare = Zu „{ $list }“ hinzufügen
list-separator = {", "}
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

required-mark = Mit * markierte Felder müssen ausgefüllt werden.
password-rules = Ein langes Passwort ist ein starkes: zum Beispiel einige Wörter, die nichts miteinander zu tun haben. Nehmen Sie eines, das Sie sonst nirgends verwenden.
password-shortest = { $count ->
    [one] Mindestens { $count } Zeichen.
   *[other] Mindestens { $count } Zeichen.
}
strength = Stärke des Passworts
strength-0 = Sehr schwach.
strength-1 = Schwach.
strength-2 = Könnte stärker sein.
strength-3 = Stark.
strength-4 = Sehr stark.
strength-known = Solche Passwörter werden mit als Erste ausprobiert.
strength-pattern = Es folgt einem Muster, das leicht zu erraten ist.
strength-own = Es enthält etwas von Ihnen, etwa Ihren Namen oder Ihre Adresse.

## Buttons and what they do

working = Bitte warten …
cancel = Abbrechen
copy = Kopieren
copied = Kopiert
download = Herunterladen
print = Drucken
copy-selected = Automatisches Kopieren ist hier nicht möglich. Der Text ist markiert: Bitte kopieren Sie ihn selbst.
open-in-app = In einer Authenticator-App auf diesem Gerät öffnen
codes-file = wiederherstellungscodes-{ $host }.txt
codes-account = Konto: { $account }
codes-site = Website: { $site }
codes-day = Datum: { $day }
codes-make = Wieder{"\u00AD"}herstellungs{"\u00AD"}codes erstellen
code-spent = verwendet
codes-not-saved = Diese Codes funktionieren noch nicht. Bewahren Sie sie an einem sicheren Ort auf und bestätigen Sie dann unten, dass Sie sie haben.
codes-keep = Drucken Sie die Codes aus oder bewahren Sie sie bei Ihren Passwörtern auf. Wer einen davon hat, kann sich Zugang zu Ihrem Konto verschaffen.
oidc-missing = Fehlt hier ein Konto?
oidc-last = Wenn ein Konto Ihre einzige Anmeldemöglichkeit ist, kann die Verknüpfung nicht aufgehoben werden. Es wird dann hier nicht aufgeführt.
password-done = Falls jemand anderes Ihr altes Passwort kennen könnte, melden Sie sich auch auf allen anderen Geräten ab.

added = Hinzugefügt am { $when }
unlink-consequence = Sie können sich dann nicht mehr mit { $thing } anmelden.
remove-consequence = Sie können sich dann nicht mehr mit „{ $thing }“ anmelden.
remove-last = Das ist Ihre letzte Anmeldemöglichkeit. Sie kann deshalb nicht entfernt werden.
totp-unlink-consequence = Bei der Anmeldung werden Sie nicht mehr nach einem Code aus Ihrer App gefragt.
lookup-disable-consequence = Keiner Ihrer Wiederherstellungscodes funktioniert dann noch.
lookup-regenerate-consequence = Ihre bisherigen Codes funktionieren nicht mehr, sobald Sie die neuen bestätigt haben.
thing-remove = Entfernen
thing-unlink = Verknüpfung aufheben
passkey-unnamed = Passkey ohne Namen
key-unnamed = Sicherheitsschlüssel ohne Namen
remove-question = „{ $thing }“ entfernen?
unlink-question = Verknüpfung mit { $thing } aufheben?
totp-unlink-question = Authenticator-App deaktivieren?
lookup-disable-question = Wiederherstellungscodes deaktivieren?
lookup-regenerate-question = Neue Wiederherstellungscodes erstellen?

script-needed = Dafür wird JavaScript benötigt. Es ist in Ihrem Browser ausgeschaltet.
ceremony-failed = Das hat nicht geklappt. Es wurde nichts geändert, Sie können es noch einmal versuchen.
ceremony-failed-login = Das hat nicht geklappt. Versuchen Sie es noch einmal oder melden Sie sich auf andere Weise an.
ceremony-failed-registration = Das hat nicht geklappt, und es wurde kein Konto angelegt. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.
ceremony-known = Dieser Schlüssel oder dieses Gerät wurde Ihrem Konto bereits hinzugefügt.
ceremony-insecure = Schlüssel und Passkeys benötigen eine sichere Verbindung: eine Adresse, die mit https beginnt.
ceremony-unsupported = Dieser Browser unterstützt keine Schlüssel und Passkeys.

## Sessions, signing out, your data

sessions-title = Wo Sie angemeldet sind
sessions-lead = Sehen Sie alle Browser und Apps, die Ihr Konto verwenden können, und melden Sie sie bei Bedarf ab.
sessions-this = Dieses Gerät
sessions-none = Sie sind nirgendwo sonst angemeldet.
sessions-unknown = Unbekanntes Gerät
sessions-device = { $browser } auf { $system }
sessions-since = Angemeldet am { $when }
sessions-until = Bleibt angemeldet bis { $when }
sessions-two-factors = zwei Faktoren
sessions-end = Abmelden
sessions-end-others = Alle anderen Geräte abmelden
sessions-end-question = { $device } abmelden?
sessions-end-others-question = Alle anderen Geräte abmelden?
sessions-end-consequence = Auf dem betreffenden Gerät ist dann eine neue Anmeldung nötig.
sessions-end-others-consequence = Auf allen Geräten außer diesem ist dann eine neue Anmeldung nötig.
sessions-ended = Erledigt: Dort sind Sie jetzt abgemeldet.
sign-out = Abmelden
export = Ihre Daten herunterladen
group-code_recovery = Konto{"\u00AD"}wieder{"\u00AD"}herstellung
group-link_recovery = Konto{"\u00AD"}wieder{"\u00AD"}herstellung

delete-title = Ihr Konto löschen
delete-lead = Das kann nicht rückgängig gemacht werden.
delete-data = Ihre Angaben, Ihre Einstellungen und alle Ihre Anmeldewege werden endgültig gelöscht.
delete-back = Niemand kann sie wiederherstellen, und Ihr Anmeldename kann an jemand anderen gehen.
delete-consent = Mir ist klar, dass mein Konto nicht wiederhergestellt werden kann.
delete-button = Mein Konto löschen
delete-done-title = Ihr Konto wurde gelöscht
delete-done = Ihre Angaben und Ihre Anmeldewege sind gelöscht, und Sie sind überall abgemeldet.
deactivate-title = Ihr Konto deaktivieren
deactivate-lead = Ihr Konto wird abgeschaltet. Es wird nichts darin gelöscht.
deactivate-data = Niemand kann sich dann mehr bei diesem Konto anmelden, auch Sie nicht.
deactivate-back = Nur der Betreiber dieses Dienstes kann es wieder einschalten.
deactivate-consent = Mir ist klar, dass ich mein Konto nicht selbst wieder einschalten kann.
deactivate-button = Mein Konto deaktivieren
deactivate-done-title = Ihr Konto wurde deaktiviert
deactivate-done = Sie sind überall abgemeldet. Wenn Sie Ihr Konto wieder verwenden möchten, wenden Sie sich an den Betreiber dieses Dienstes.
deletion-sessions = Sie werden auf allen Ihren Geräten abgemeldet.
deletion-applications = Bei Anwendungen können Sie sich mit diesem Konto dann nicht mehr anmelden. Was diese über Sie gespeichert haben, bleibt dort.
deletion-export = Sichern Sie vorher eine Kopie Ihrer Daten:
deletion-keep = Mein Konto behalten
deletion-unticked = Wenn Sie sicher sind, setzen Sie zuerst das Häkchen. Es wurde nichts geändert.

## On the way

moving-on-title = Einen Moment
moving-on = Sie werden weitergeleitet.
moving-on-link = Weiter
enter-again-title = Bitte melden Sie sich noch einmal an
enter-again = Zum Schutz Ihres Kontos ist diese Änderung nur kurz nach einer Anmeldung möglich. Sie wurde nicht gespeichert: Melden Sie sich noch einmal an und machen Sie Ihre Eingaben dann erneut.

## Problems: heading and what to do

try-again = Noch einmal versuchen
back-to-form = Zurück zum Formular
to-settings = Zu Ihren Konto{"\u00AD"}einstellungen
sign-in-again = Noch einmal anmelden
start-again = Von vorn beginnen
confirm-address = Adresse bestätigen
request-id = Wenn Sie um Hilfe bitten, geben Sie diese Nummer an: { $id }

problem-not-found-title = Diese Seite gibt es nicht
problem-not-found = Vielleicht enthält die Adresse einen Tippfehler, oder die Seite ist umgezogen.
problem-return-to-title = Das Rückkehrziel dieses Links ist nicht erlaubt
problem-return-to = Sie sollten anschließend auf eine andere Website weitergeleitet werden, aber diese steht nicht auf der Liste der erlaubten Websites. Sie können fortfahren, werden aber nicht dorthin weitergeleitet.
problem-link-title = Dieser Link lässt sich nicht verwenden
problem-link = Etwas darin ist hier nicht erlaubt. Vielleicht ist er unvollständig oder veraltet. Sie können ohne ihn von vorn beginnen.
problem-not-offered-title = Das wird hier nicht angeboten
problem-not-offered = Der Betreiber dieses Dienstes hat diese Seite abgeschaltet.
problem-switched-off-title = Dieses Konto ist gesperrt
problem-switched-off = Es kann im Moment nicht verwendet werden. Wenn Sie das für einen Irrtum halten, wenden Sie sich an den Betreiber dieses Dienstes.
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
problem-no-cookies-title = Ihr Browser speichert keine Cookies
problem-no-cookies = Ohne Cookies geht es hier nicht weiter. Erlauben Sie sie in den Einstellungen Ihres Browsers für diese Website und beginnen Sie dann noch einmal.
problem-foreign-title = Dieses Formular kam von einer anderen Website
problem-foreign = Es wurde nichts geändert. Falls Sie über einen Link hierhergekommen sind, den Ihnen jemand geschickt hat: Vertrauen Sie ihm nicht.
problem-not-a-form-title = Dieses Formular gehört nicht zu dieser Seite
problem-not-a-form = Es wurde nichts geändert.
problem-too-large-title = Das ist zu viel
problem-too-large = Es wurde nichts geändert. Bitte kürzen Sie Ihre Eingaben.
problem-upload-slow-title = Ihr Formular ist nicht angekommen
problem-upload-slow = Es wurde nichts geändert. Vielleicht ist Ihre Verbindung langsam oder gestört: Bitte senden Sie das Formular noch einmal ab.
problem-not-saved-title = Es wurde nichts gespeichert
problem-not-saved = Der Kontodienst ist im Moment nicht erreichbar. Gehen Sie in Ihrem Browser zurück, damit Ihre Eingaben erhalten bleiben, warten Sie eine Minute und senden Sie sie noch einmal ab.
problem-maybe-saved-title = Möglicherweise wurde nichts gespeichert
problem-maybe-saved = Der Kontodienst hat Ihre Eingaben entgegengenommen, aber nicht geantwortet. Gehen Sie zurück und sehen Sie nach, ob es geklappt hat, bevor Sie es noch einmal versuchen.
problem-left-already-title = Sie sind abgemeldet
problem-left-already = Es ist nichts weiter geschehen. Wenn Sie zweimal auf die Schaltfläche gedrückt haben, hat es beim ersten Mal geklappt. Wenn nicht, melden Sie sich noch einmal an und beginnen Sie von vorn.
problem-still-there-title = Ihr Konto ist noch da
problem-still-there = Der Kontodienst konnte das im Moment nicht ausführen, und es wurde nichts geändert. Bitte versuchen Sie es in einer Minute noch einmal.
problem-still-there-revoked-title = Ihr Konto ist noch da
problem-still-there-revoked = Der Kontodienst konnte das im Moment nicht ausführen. Ihr Konto und Ihre Daten wurden nicht geändert, aber Anwendungen, die Sie damit verwenden, bitten Sie vielleicht noch einmal um Zugriff. Bitte versuchen Sie es in einer Minute noch einmal.
problem-maybe-gone-title = Es ist nicht sicher, ob das geklappt hat
problem-maybe-gone = Der Kontodienst hat Ihren Auftrag entgegengenommen, aber nicht geantwortet. Melden Sie sich an, um nachzusehen: Wenn das geht, ist Ihr Konto noch da.
problem-method-title = So lässt sich diese Seite nicht verwenden
problem-method = Bitte gehen Sie zurück und verwenden Sie die Links und Schaltflächen der Seite.
problem-internal-title = Hier ist etwas schiefgegangen
problem-internal = Das liegt nicht an Ihnen. Bitte versuchen Sie es noch einmal.
problem-sign-in-first-title = Bitte melden Sie sich zuerst an
problem-sign-in-first = Das ist nur möglich, wenn Sie angemeldet sind, und manchmal nur kurz nach einer Anmeldung.
problem-other-identity-title = Jemand anderes ist angemeldet
problem-other-identity = Diese Seite wurde für ein anderes Konto geöffnet als das, das jetzt angemeldet ist. Es wurde nichts geändert. Melden Sie sich mit dem Konto, das Sie verwenden möchten, noch einmal an.
problem-unverified-title = Bitte bestätigen Sie zuerst Ihre Adresse
problem-unverified = Sie können sich anmelden, sobald Ihre Adresse bestätigt ist. Suchen Sie nach der Nachricht mit dem Code oder Link, oder fordern Sie eine neue an.
problem-outdated-title = Diese Seite oder dieser Link funktioniert nicht mehr
problem-outdated = Er wurde bereits verwendet, oder es ist zu viel Zeit vergangen. Bitte beginnen Sie noch einmal von vorn.
problem-provider-title = Das hat nicht geklappt
problem-provider = Die Anmeldung mit einem Konto bei einem anderen Anbieter wurde nicht abgeschlossen. Das passiert, wenn es lange dauert, wenn Sie sich in zwei Tabs gleichzeitig anmelden oder wenn Ihr Browser Cookies ablehnt. Bitte versuchen Sie es noch einmal.
problem-application-title = Die Anwendung konnte Sie nicht anmelden
problem-application = Mit der Art, wie sie Sie hierher geleitet hat, stimmt etwas nicht. Gehen Sie zur Anwendung zurück und versuchen Sie es noch einmal. Wenn das nicht hilft, wenden Sie sich an deren Betreiber.
problem-elsewhere-title = Etwas ist schiefgegangen
problem-elsewhere = Das liegt nicht an Ihnen. Bitte versuchen Sie es in einer Minute noch einmal. Wenn es wieder passiert, wenden Sie sich an den Betreiber dieses Dienstes.

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = Anmelden
kratos-1010002 = Weiter mit { $provider }
kratos-1010003 = Bitte bestätigen Sie zunächst, dass Sie es sind.
kratos-1010004 = Bitte bestätigen Sie auf einem zweiten Weg, dass Sie es sind.
kratos-1010005 = Bestätigen
kratos-1010006 = Code aus der App
kratos-1010007 = Wieder{"\u00AD"}herstellungs{"\u00AD"}code
kratos-1010008 = Mit Sicherheits{"\u00AD"}schlüssel anmelden
kratos-1010009 = Authenticator-App verwenden
kratos-1010010 = Wieder{"\u00AD"}herstellungs{"\u00AD"}code verwenden
kratos-1010011 = Mit Sicherheits{"\u00AD"}schlüssel anmelden
kratos-1010012 = Drücken Sie die Schaltfläche und verwenden Sie dann Ihren Sicherheitsschlüssel, Ihren Fingerabdruck oder die Gesichtserkennung.
kratos-1010013 = Weiter
kratos-1010014 = Ein Code ist auf dem Weg zu Ihnen. Wenn er nicht innerhalb weniger Minuten ankommt, sehen Sie im Spam-Ordner nach oder fordern Sie ihn erneut an.
kratos-1010015 = Anmeldecode senden
kratos-1010016 = { $duplicate_identifier } gehört hier bereits zu einem Konto. Melden Sie sich bei diesem Konto an, um { $provider } als weitere Anmeldemöglichkeit hinzuzufügen.
kratos-1010017 = Anmelden und verknüpfen
kratos-1010018 = Mit { $provider } bestätigen
kratos-1010019 = Code senden
kratos-1010021 = Mit Passkey anmelden
kratos-1010022 = Mit Passwort anmelden
kratos-1010023 = Code an { $address } senden
kratos-1010024 = Mit diesem Gerät anmelden
kratos-1010025 = Ein Code ist auf dem Weg zu Ihnen. Wenn er nicht innerhalb weniger Minuten ankommt, sehen Sie im Spam-Ordner nach oder fordern Sie ihn erneut an.
kratos-1040001 = Registrieren
kratos-1040002 = Weiter mit { $provider }
kratos-1040003 = Weiter
kratos-1040004 = Mit Sicherheits{"\u00AD"}schlüssel registrieren
kratos-1040005 = Ein Code ist auf dem Weg an die angegebene Adresse. Wenn er nicht innerhalb weniger Minuten ankommt, sehen Sie im Spam-Ordner nach und prüfen Sie die Adresse auf Tippfehler.
kratos-1040006 = Registrierungs{"\u00AD"}code senden
kratos-1040007 = Mit Passkey registrieren
kratos-1040008 = Zurück
kratos-1040009 = Wählen Sie, wie Sie sich künftig anmelden möchten.
kratos-1050001 = Ihre Änderungen wurden gespeichert.
kratos-1050001-profile = Ihr Profil wurde gespeichert.
kratos-1050001-password = Ihr neues Passwort gilt ab jetzt.
kratos-1050001-totp-on = Die Authenticator-App ist aktiviert.
kratos-1050001-totp-off = Die Authenticator-App ist deaktiviert.
kratos-1050001-passkey-added = Der Passkey wurde hinzugefügt.
kratos-1050001-passkey-removed = Der Passkey wurde entfernt.
kratos-1050001-webauthn-added = Der Sicherheits{"\u00AD"}schlüssel wurde hinzugefügt.
kratos-1050001-webauthn-removed = Der Sicherheits{"\u00AD"}schlüssel wurde entfernt.
kratos-1050001-lookup_secret-on = Ihre Wieder{"\u00AD"}herstellungs{"\u00AD"}codes gelten ab jetzt.
kratos-1050001-lookup_secret-off = Ihre Wiederherstellungscodes sind deaktiviert. Keiner davon funktioniert mehr.
kratos-1050001-oidc-linked = { $provider } ist jetzt verknüpft. Sie können sich damit anmelden.
kratos-1050001-oidc-unlinked = { $provider } ist nicht mehr verknüpft.
kratos-1050002 = { $provider } verknüpfen
kratos-1050003 = Verknüpfung mit { $provider } aufheben
kratos-1050004 = Authenticator-App deaktivieren
kratos-1050005 = QR-Code für Ihre Authenticator-App
kratos-1050006 = { $secret }
kratos-1050007 = Wieder{"\u00AD"}herstellungs{"\u00AD"}codes anzeigen
kratos-1050008 = Neue Wieder{"\u00AD"}herstellungs{"\u00AD"}codes erstellen
kratos-1050009 = { $secret }
kratos-1050010 = Das sind Ihre Wieder{"\u00AD"}herstellungs{"\u00AD"}codes.
kratos-1050011 = Ich habe diese Codes gesichert
kratos-1050012 = Sicherheits{"\u00AD"}schlüssel hinzufügen
kratos-1050013 = Name des Sicherheits{"\u00AD"}schlüssels
kratos-1050014 = Verwendet am { $used_at }
kratos-1050016 = Wieder{"\u00AD"}herstellungs{"\u00AD"}codes deaktivieren
kratos-1050017 = Wenn Sie das Bild nicht scannen können, geben Sie diesen Schlüssel in Ihrer App ein:
kratos-1050018 = Sicherheits{"\u00AD"}schlüssel „{ $display_name }“ entfernen
kratos-1050019 = Passkey hinzufügen
kratos-1050020 = Passkey „{ $display_name }“ entfernen
kratos-1050023 = Ihr Konto wird von Ihrer Organisation verwaltet. Wenn Sie diese Einstellungen ändern möchten, wenden Sie sich an Ihre Administration.
kratos-1060001 = Sie sind wieder in Ihrem Konto. Ändern Sie jetzt Ihr Passwort oder fügen Sie eine weitere Anmeldemöglichkeit hinzu. Sie haben dafür Zeit bis { $privileged_session_expires_at }.
kratos-1060002 = Wenn diese Adresse zu einem Konto gehört, ist ein Link auf dem Weg dorthin. Wenn innerhalb weniger Minuten nichts ankommt, sehen Sie im Spam-Ordner nach und prüfen Sie, ob Sie sich mit dieser Adresse registriert haben.
kratos-1060003 = Wenn diese Adresse zu einem Konto gehört, ist ein Code auf dem Weg dorthin. Wenn innerhalb weniger Minuten nichts ankommt, sehen Sie im Spam-Ordner nach und prüfen Sie, ob Sie sich mit dieser Adresse registriert haben.
kratos-1060004 = Wenn { $masked_address } zu Ihrem Konto gehört, ist ein Code auf dem Weg dorthin. Wenn innerhalb weniger Minuten nichts ankommt, sehen Sie im Spam-Ordner nach und prüfen Sie, ob Sie sich mit dieser Adresse registriert haben.
kratos-1060005 = Damit sicher ist, dass sie Ihnen gehört, geben Sie die Adresse oder Telefonnummer bitte vollständig ein.
kratos-1060006 = Wohin soll der Code gesendet werden?
kratos-1060007 = Zurück
kratos-1070001 = Passwort
kratos-1070003 = Speichern
kratos-1070003-profile = Profil speichern
kratos-1070003-password = Neues Passwort festlegen
kratos-1070003-totp = Authenticator-App aktivieren
kratos-1070004 = Anmeldename
kratos-1070005 = Absenden
kratos-1070006 = Code aus der App
kratos-1070007 = E-Mail-Adresse
kratos-1070008 = Code noch einmal senden
kratos-1070009 = Weiter
kratos-1070009-login-code-sent_email = Anmelden
kratos-1070009-registration-code-sent_email = Konto erstellen
kratos-1070009-recovery-code-choose_method = Code senden
kratos-1070009-recovery-link-choose_method = Link senden
kratos-1070009-recovery-code-sent_email = Code bestätigen
kratos-1070009-recovery-code-recovery_awaiting_code = Code bestätigen
kratos-1070009-recovery-code-recovery_confirming_address = Code senden
kratos-1070009-recovery-link-sent_email = Link noch einmal senden
kratos-1070009-verification-code-choose_method = Code senden
kratos-1070009-verification-link-choose_method = Link senden
kratos-1070009-verification-code-sent_email = Adresse bestätigen
kratos-1070009-verification-link-sent_email = Link noch einmal senden
kratos-1070010 = Wieder{"\u00AD"}herstellungs{"\u00AD"}code
kratos-1070011 = Bestätigungs{"\u00AD"}code
kratos-1070012 = Registrierungs{"\u00AD"}code
kratos-1070013 = Anmeldecode
kratos-1070014 = Anmelden und verknüpfen
kratos-1070015 = Bitte schließen Sie die Prüfung ab, um fortzufahren.
kratos-1070016 = Adresse für die Wieder{"\u00AD"}herstellung
kratos-1070017 = Telefonnummer
kratos-1070018 = E-Mail-Adresse oder Telefonnummer
kratos-1080001 = Wenn diese Adresse noch nicht bestätigt ist, ist ein Link auf dem Weg dorthin. Wenn innerhalb weniger Minuten nichts ankommt, sehen Sie im Spam-Ordner nach und prüfen Sie die Adresse auf Tippfehler.
kratos-1080002 = Vielen Dank, die Bestätigung ist abgeschlossen.
kratos-1080003 = Wenn diese Adresse noch nicht bestätigt ist, ist ein Code auf dem Weg dorthin. Wenn innerhalb weniger Minuten nichts ankommt, sehen Sie im Spam-Ordner nach und prüfen Sie die Adresse auf Tippfehler.
kratos-1080004 = Wenn diese Telefonnummer noch nicht bestätigt ist, ist eine SMS mit einem Code auf dem Weg dorthin. Wenn innerhalb weniger Minuten nichts ankommt, prüfen Sie die Nummer auf Tippfehler.
kratos-1080005 = Ihre Telefonnummer ist bestätigt.

kratos-4000002 = Bitte füllen Sie dieses Feld aus.
kratos-4000003 = { $min_length ->
    [one] Geben Sie mindestens { $min_length } Zeichen ein. Eingegeben haben Sie { $actual_length }.
   *[other] Geben Sie mindestens { $min_length } Zeichen ein. Eingegeben haben Sie { $actual_length }.
}
kratos-4000004 = Das hat nicht das erwartete Format.
kratos-4000005 = Dieses Passwort kann nicht verwendet werden: { $reason }.
kratos-4000006 = Die Angaben stimmen nicht. Bitte prüfen Sie sie auf Tippfehler.
kratos-4000007 = Diese E-Mail-Adresse, Telefonnummer oder dieser Anmeldename wird bereits von einem anderen Konto verwendet. Wählen Sie etwas anderes, oder melden Sie sich dort an, wenn es Ihr Konto ist.
kratos-4000008 = Das ließ sich nicht bestätigen. Geben Sie den Code ein, den Ihre App gerade anzeigt, oder versuchen Sie es noch einmal mit Ihrem Schlüssel oder Passkey.
kratos-4000009 = Es fehlt ein Anmeldename, etwa eine E-Mail-Adresse. Geben Sie einen an. Wenn es dafür kein Feld gibt, wenden Sie sich bitte an den Betreiber dieses Dienstes.
kratos-4000010 = Ihr Konto ist noch nicht aktiv. Haben Sie Ihre E-Mail-Adresse bestätigt?
kratos-4000011 = Sie haben keine Authenticator-App eingerichtet.
kratos-4000012 = Dieser Wiederherstellungscode wurde bereits verwendet.
kratos-4000013 = Sie haben keinen Sicherheitsschlüssel eingerichtet.
kratos-4000014 = Sie haben keine Wiederherstellungscodes eingerichtet.
kratos-4000015 = Es wurde kein Konto mit einem Sicherheitsschlüssel oder Passkey gefunden. Prüfen Sie Ihre Eingabe oder melden Sie sich auf andere Weise an.
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
kratos-4000027 = Mit dieser E-Mail-Adresse, Telefonnummer oder diesem Anmeldenamen gibt es schon ein Konto. Melden Sie sich zuerst bei diesem Konto an und verknüpfen Sie dann das andere damit.
kratos-4000028 = Mit dieser E-Mail-Adresse, Telefonnummer oder diesem Anmeldenamen gibt es schon ein Konto. Wenn es Ihres ist, melden Sie sich dort an. Möglichkeiten dafür: { $available_credential_types }.
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
kratos-4000035 = Es wurde kein Konto gefunden, das die Anmeldung mit Code verwendet. Prüfen Sie die Adresse auf Tippfehler oder melden Sie sich auf andere Weise an.
kratos-4000036 = Ihre Angaben sind nicht mehr dieselben wie beim Versand des Codes. Geben Sie sie wie zuvor ein, oder gehen Sie zurück und beginnen Sie von vorn.
kratos-4000037 = Dazu wurde kein Konto gefunden, bei dem Sie sich anmelden können. Prüfen Sie Ihre Eingabe auf Tippfehler.
kratos-4000038 = Die Prüfung hat nicht geklappt. Bitte versuchen Sie es noch einmal.
kratos-4000039 = Wählen Sie ein anderes Passwort als Ihr jetziges.
kratos-4000040 = Geben Sie eine gültige E-Mail-Adresse ein.
kratos-4000041 = Geben Sie eine gültige Telefonnummer ein.
kratos-4000042 = Sie haben kein Gerät für die Anmeldung eingerichtet.
kratos-4000043 = Ihr Schlüssel oder Passkey ließ sich nicht bestätigen. Bitte versuchen Sie es noch einmal.
kratos-4000044 = Dieses Gerät ließ sich nicht bestätigen. Bitte versuchen Sie es noch einmal.
kratos-4000045 = Dieses Gerät kann nicht mehr zur Anmeldung verwendet werden. Bitte richten Sie es neu ein.
kratos-4000046 = Dieses Gerät kann nicht mehr zur Anmeldung verwendet werden. Bitte richten Sie es neu ein.
kratos-4010001 = Diese Seite war zu lange geöffnet. Bitte versuchen Sie es noch einmal.
kratos-4010002 = Die Angaben reichen für die Anmeldung nicht aus. Bitte füllen Sie das Formular aus und versuchen Sie es noch einmal.
kratos-4010003 = Die Angaben reichen nicht aus, um ein Konto anzulegen. Bitte füllen Sie das Formular aus und versuchen Sie es noch einmal.
kratos-4010004 = Es wurde nichts geändert: Das Formular war unvollständig. Bitte versuchen Sie es noch einmal.
kratos-4010005 = Das Formular war unvollständig. Bitte beginnen Sie noch einmal von vorn.
kratos-4010006 = Das Formular war unvollständig. Bitte beginnen Sie noch einmal von vorn.
kratos-4010007 = Das ist bereits erledigt.
kratos-4010008 = Der Code stimmt nicht oder wurde bereits verwendet. Prüfen Sie ihn oder fordern Sie einen neuen an.
kratos-4010009 = Das ist nicht das Konto, das verknüpft werden soll. Melden Sie sich bei dem Konto an, das Ihre Adresse bereits verwendet.
kratos-4010010 = Diese Adresse gehört nicht zu Ihrem Konto. Bitte verwenden Sie eine andere.
kratos-4010011 = Dieses Konto wurde gesperrt. Bitte wenden Sie sich an den Betreiber dieses Dienstes.
kratos-4040001 = Diese Seite war zu lange geöffnet, und es wurde kein Konto angelegt. Bitte versuchen Sie es noch einmal.
kratos-4040002 = Das ist bereits erledigt.
kratos-4040003 = Der Code stimmt nicht oder wurde bereits verwendet. Prüfen Sie ihn oder fordern Sie einen neuen an.
kratos-4050001 = Diese Seite war zu lange geöffnet, deshalb wurde nichts geändert. Bitte versuchen Sie es noch einmal.
kratos-4050002 = Sie können immer nur eine Adresse auf einmal ändern.
kratos-4060001 = Diese Wiederherstellung ist bereits abgeschlossen. Wenn Sie immer noch nicht in Ihr Konto kommen, beginnen Sie hier von vorn.
kratos-4060002 = Dabei ist etwas schiefgegangen. Bitte beginnen Sie noch einmal von vorn.
kratos-4060004 = Der Link stimmt nicht oder wurde bereits verwendet. Fordern Sie einen neuen an.
kratos-4060005 = Es ist zu viel Zeit vergangen, der Code oder Link funktioniert nicht mehr. Fordern Sie einen neuen an.
kratos-4060006 = Der Code stimmt nicht oder wurde bereits verwendet. Prüfen Sie ihn oder fordern Sie einen neuen an.
kratos-4070001 = Der Link stimmt nicht oder wurde bereits verwendet. Fordern Sie einen neuen an.
kratos-4070002 = Das ist bereits bestätigt. Sie müssen nichts weiter tun.
kratos-4070003 = Dabei ist etwas schiefgegangen. Bitte beginnen Sie noch einmal von vorn.
kratos-4070005 = Es ist zu viel Zeit vergangen, der Code oder Link funktioniert nicht mehr. Fordern Sie einen neuen an.
kratos-4070006 = Der Code stimmt nicht oder wurde bereits verwendet. Prüfen Sie ihn oder fordern Sie einen neuen an.
kratos-5000002 = Im Moment gibt es keine Möglichkeit, sich anzumelden. Bitte wenden Sie sich an den Betreiber dieses Dienstes.
kratos-5000003 = Ihre Organisation verlangt eine eigene Anmeldung, die noch nicht eingerichtet ist. Bitte wenden Sie sich an Ihre Administration.

## Login, registration, recovery, verification

or = oder
for-client = Weiter zu { $client }
flow-nothing = Hier gibt es nichts zu tun.
typed-kept = Diese Seite war abgelaufen, und es wurde nichts geändert. Ihre Eingaben sind noch da, nur Passwörter und Codes nicht: Bitte prüfen Sie sie und senden Sie sie noch einmal ab.
item-gone = Ein Eintrag von „{ $list }“ wurde inzwischen anderswo geändert oder entfernt. Ihre Änderung daran wurde nicht übernommen.

login-title = Anmelden
# What the reference UI says too, and its suites look for.
login-second-title = Noch ein Schritt
login-second-nothing = Für Ihr Konto ist noch kein zweiter Anmeldeschritt eingerichtet. Fügen Sie in Ihren Kontoeinstellungen einen hinzu oder melden Sie sich mit einem anderen Konto an.
second-factor-needed = Was Sie öffnen wollten, verlangt einen zweiten Anmeldeschritt. Richten Sie hier einen ein, dann geht es dort weiter.
login-refresh-title = Bestätigen Sie, dass Sie es sind
login-code-title = Code eingeben
login-link-title = Konto verknüpfen
login-link-lead = Sie haben hier bereits ein Konto. Melden Sie sich wie gewohnt an: Das eben verwendete Konto wird dann als weitere Anmeldemöglichkeit hinzugefügt.
registration-title = Konto erstellen
registration-method-title = Wählen Sie, wie Sie sich anmelden
registration-code-title = Code eingeben
registration-provider-title = Noch ein paar Angaben
registration-provider-lead = Das gewählte Konto liefert nicht alles, was hier benötigt wird.
recovery-title = Zugang wieder{"\u00AD"}herstellen
recovery-lead = Geben Sie die Adresse Ihres Kontos ein. Sie erhalten dann, was Sie brauchen, um wieder hineinzukommen.
recovery-choice-title = Adresse auswählen
recovery-address-title = Adresse bestätigen
recovery-code-title = Code eingeben
recovery-link-title = Sehen Sie in Ihrem Posteingang nach
verification-title = Adresse bestätigen
verification-lead = Geben Sie die Adresse ein, die Sie bestätigen möchten. Sie erhalten dann einen Code oder einen Link.
verification-code-title = Code eingeben
verification-link-title = Sehen Sie in Ihrem Posteingang nach
verification-done-title = Fertig

way-login = Anmelden
way-registration = Konto erstellen
way-recovery = Passwort vergessen?
way-not-you = Das sind nicht Sie?
way-other-name = Anderen Namen verwenden

# Applications (OAuth2)

consent-title = Zugriff erlauben
consent-lead = { $client } möchte Ihr Konto verwenden.
consent-scopes = Was die Anwendung darf
consent-audience = Verwendet wird das bei:
consent-remember = Bei dieser Anwendung nicht mehr nachfragen
consent-accept = Erlauben
consent-reject = Nicht erlauben
scope-openid = Wissen, dass Sie es sind
scope-profile = Ihren Namen und Ihr Profil sehen
scope-email = Ihre E-Mail-Adresse sehen
scope-phone = Ihre Telefonnummer sehen
scope-address = Ihre Postanschrift sehen
scope-offline = Den Zugriff behalten, auch wenn Sie nicht da sind
scope-offline_access = Den Zugriff behalten, auch wenn Sie nicht da sind
application-page = Über die Anwendung
application-policy = Datenschutzerklärung der Anwendung
application-terms = Nutzungsbedingungen der Anwendung
applications-title = Verbundene Anwendungen
applications-lead = Sehen Sie, welche Anwendungen Ihr Konto verwenden dürfen, und entziehen Sie ihnen bei Bedarf den Zugriff.
applications-none = Sie haben keiner Anwendung Zugriff auf Ihr Konto gegeben.
applications-since = Erlaubt am { $when }
applications-revoke = Zugriff entziehen
applications-revoke-question = { $client } den Zugriff entziehen?
applications-revoke-consequence = { $client } kann Ihr Konto dann nicht mehr verwenden, darf Sie aber erneut fragen.
applications-revoked = Erledigt: Die Anwendung hat keinen Zugriff mehr.
oauth2-logout-title = Abmelden?
oauth2-logout-lead = Sie werden hier und bei den Anwendungen abgemeldet, die Sie mit diesem Konto verwenden.
oauth2-logout-client = { $client } möchte Sie abmelden, hier und bei den Anwendungen, die Sie mit diesem Konto verwenden.
oauth2-logout-stay = Angemeldet bleiben
problem-request-unknown-title = Diese Anfrage ist nicht bekannt
problem-request-unknown = Es wurde keiner Anwendung Zugriff gegeben. Der Link ist vielleicht unvollständig oder erfunden: Gehen Sie zurück zur Anwendung und melden Sie sich dort noch einmal an.
problem-request-outdated-title = Diese Anfrage ist zu alt
problem-request-outdated = Sie wurde nicht rechtzeitig beantwortet, und es wurde keiner Anwendung Zugriff gegeben. Gehen Sie zurück zur Anwendung und melden Sie sich dort noch einmal an.
problem-request-used-title = Das haben Sie schon beantwortet
problem-request-used = Es wurde nichts weiter erlaubt. Gehen Sie zurück zur Anwendung oder beginnen Sie von vorn.
problem-request-foreign-title = Diese Anfrage gilt einem anderen Konto
problem-request-foreign = Sie sind mit einem anderen Konto angemeldet als dem, mit dem das begonnen hat. Deshalb wurde nichts erlaubt. Melden Sie sich noch einmal an, um das Konto zu wählen.
