# Polski

language-name = Polski

## The frame

settings-title = Ustawienia konta
title-saved = Zapisano – { $title }
title-error = Błąd – { $title }
skip-to-content = Przejdź do treści
account-pages = Twoje konto
language = Język
theme = Wygląd
theme-system = Jak urządzenie
theme-light = Jasny
theme-dark = Ciemny
choice-keeps = Wpisane dane pozostaną, oprócz haseł i kodów.
back-to-application = Wróć do aplikacji
footer = O tej usłudze

## Sections: heading, purpose, state

group-profile = Profil
group-profile-lead = Kim jesteś i jak się z tobą skontaktować.
group-password = Hasło
group-password-lead = Wybierz nowe hasło do logowania.
group-oidc = Połączone konta
group-oidc-lead = Loguj się za pomocą konta z innego serwisu.
group-saml = Logowanie firmowe
group-saml-lead = Loguj się za pomocą konta swojej organizacji.
group-passkey = Klucze dostępu
group-passkey-lead = Loguj się odciskiem palca, twarzą lub blokadą ekranu.
group-webauthn = Klucze bezpieczeństwa
group-webauthn-lead = Małe urządzenie, które przy logowaniu potwierdza, że to ty.
group-totp = Aplikacja uwierzytel{"\u00AD"}niająca
group-totp-lead = Aplikacja w telefonie pokazuje kod, który wpisujesz przy logowaniu.
group-lookup_secret = Kody zapasowe
group-lookup_secret-lead = Zaloguj się jednym z nich, gdy zgubisz telefon lub klucz. Każdy działa tylko raz.
group-code = Kody jednorazowe
group-code-lead = Kody, które otrzymujesz przy logowaniu.
group-link = Linki do logowania
group-link-lead = Linki, które otrzymujesz przy logowaniu.
group-identifier_first = Login
group-captcha = Czy jesteś człowiekiem?

state-on = Włączone
state-off = Wyłączone
state-linked = { $count ->
    [0] Brak kont na liście
    [one] Połączone: { $count }
    [few] Połączone: { $count }
    [many] Połączone: { $count }
   *[other] Połączone: { $count }
}
state-passkeys = { $count ->
    [0] Na razie brak
    [one] { $count } klucz dostępu
    [few] { $count } klucze dostępu
    [many] { $count } kluczy dostępu
   *[other] { $count } klucza dostępu
}
state-keys = { $count ->
    [0] Na razie brak
    [one] { $count } klucz bezpieczeństwa
    [few] { $count } klucze bezpieczeństwa
    [many] { $count } kluczy bezpieczeństwa
   *[other] { $count } klucza bezpieczeństwa
}
state-codes = { $count ->
    [one] { $count } kod zapasowy
    [few] { $count } kody zapasowe
    [many] { $count } kodów zapasowych
   *[other] { $count } kodu zapasowego
}
state-codes-used = { $count ->
    [one] { $count } kod zapasowy
    [few] { $count } kody zapasowe
    [many] { $count } kodów zapasowych
   *[other] { $count } kodu zapasowego
}, wykorzystano: { $used }, ostatnio: { $when }

overview-title = Twoje konto w skrócie
overview-sign-in-name = Logujesz się jako { $name }
overview-ways = Sposoby logowania
overview-protection = Dodatkowa ochrona
overview-password = Ustaw lub zmień
overview-not-set = Nie ustawiono
overview-codes-left = { $count ->
    [one] Pozostał { $count }
    [few] Pozostały { $count }
    [many] Pozostało { $count }
   *[other] Pozostało { $count }
}
codes-few = { $count ->
    [one] Pozostał tylko { $count } kod zapasowy.
    [few] Pozostały tylko { $count } kody zapasowe.
    [many] Pozostało tylko { $count } kodów zapasowych.
   *[other] Pozostało tylko { $count } kodu zapasowego.
}
codes-none-left = Nie pozostał żaden kod zapasowy.
codes-renew = Utwórz nowe
codes-lacking = Jeśli zgubisz telefon lub klucz, zalogujesz się kodem zapasowym. Nie masz jeszcze żadnego.
second-suggested = Drugi etap logowania zwiększa bezpieczeństwo: samo skradzione hasło już nie wystarczy.
second-add = Dodaj

## Fields

list-item = { $list } { $number }
list-spare = { $list }: dodaj pozycję
list-separator = {", "}
time-zone = Strefa czasowa: { $offset }
optional-nothing = Bez wyboru
show-password = Pokaż
hide-password = Ukryj
caps-lock = Caps Lock jest włączony.
errors-title = { $count ->
    [one] Popraw ten błąd:
    [few] Popraw { $count } błędy:
    [many] Popraw { $count } błędów:
   *[other] Popraw { $count } błędu:
}
address-unverified = Czeka na potwierdzenie: { $address }.
address-verify = Potwierdź teraz

required-mark = Pola oznaczone * są wymagane.
password-rules = Długie hasło to mocne hasło: na przykład kilka słów, które do siebie nie pasują. Wybierz takie, którego nie używasz nigdzie indziej.
password-shortest = { $count ->
    [one] Co najmniej { $count } znak.
    [few] Co najmniej { $count } znaki.
    [many] Co najmniej { $count } znaków.
   *[other] Co najmniej { $count } znaku.
}
strength = Siła hasła
strength-0 = Bardzo słabe.
strength-1 = Słabe.
strength-2 = Mogłoby być mocniejsze.
strength-3 = Mocne.
strength-4 = Bardzo mocne.
strength-known = Takie hasła są sprawdzane w pierwszej kolejności.
strength-pattern = Układa się we wzór, który łatwo odgadnąć.
strength-own = Zawiera coś o tobie, na przykład imię, nazwisko lub adres.

## Buttons and what they do

working = Chwileczkę…
cancel = Anuluj
copy = Kopiuj
copied = Skopiowano
download = Pobierz
print = Drukuj
copy-selected = Tutaj nie da się skopiować automatycznie. Tekst jest zaznaczony: skopiuj go samodzielnie.
open-in-app = Otwórz w aplikacji uwierzytelniającej na tym urządzeniu
codes-file = kody-zapasowe-{ $host }.txt
codes-account = Konto: { $account }
codes-site = Strona: { $site }
codes-day = Data: { $day }
codes-make = Utwórz kody zapasowe
code-spent = wykorzystany
codes-not-saved = Te kody jeszcze nie działają. Zachowaj je w bezpiecznym miejscu, a potem potwierdź poniżej, że je masz.
codes-keep = Wydrukuj je lub trzymaj tam, gdzie swoje hasła. Każdy, kto ma choć jeden z nich, może dostać się na twoje konto.
oidc-missing = Brakuje tu jakiegoś konta?
oidc-last = Konta, które jest twoim jedynym sposobem logowania, nie można odłączyć, dlatego nie ma go na tej liście.
password-done = Jeśli ktoś inny może znać twoje stare hasło, zakończ też pozostałe sesje.

added = Dodano: { $when }
unlink-consequence = Logowanie za pomocą konta { $thing } nie będzie już możliwe.
remove-consequence = Logowanie za pomocą „{ $thing }” nie będzie już możliwe.
remove-last = To twój ostatni sposób logowania, więc nie można go usunąć.
totp-unlink-consequence = Przy logowaniu nie trzeba już będzie podawać kodów z aplikacji.
lookup-disable-consequence = Żaden z twoich kodów zapasowych nie będzie już działać.
lookup-regenerate-consequence = Obecne kody przestaną działać, gdy potwierdzisz nowe.
thing-remove = Usuń
thing-unlink = Odłącz
passkey-unnamed = Klucz dostępu bez nazwy
key-unnamed = Klucz bezpieczeństwa bez nazwy
remove-question = Usunąć „{ $thing }”?
unlink-question = Odłączyć konto { $thing }?
totp-unlink-question = Wyłączyć aplikację uwierzytelniającą?
lookup-disable-question = Wyłączyć kody zapasowe?
lookup-regenerate-question = Utworzyć nowe kody zapasowe?

script-needed = Do tego potrzebny jest JavaScript, który jest wyłączony w twojej przeglądarce.
ceremony-failed = Nie udało się i nic się nie zmieniło. Możesz spróbować ponownie.
ceremony-failed-login = Nie udało się. Spróbuj ponownie albo zaloguj się w inny sposób.
ceremony-failed-registration = Nie udało się i konto nie zostało utworzone. Spróbuj ponownie albo wybierz inny sposób.
ceremony-known = Ten klucz lub to urządzenie jest już dodane do twojego konta.
ceremony-insecure = Klucze bezpieczeństwa i klucze dostępu wymagają bezpiecznego połączenia: adresu zaczynającego się od https.
ceremony-unsupported = Ta przeglądarka nie obsługuje kluczy bezpieczeństwa ani kluczy dostępu.

## Sessions, signing out, your data

sessions-title = Twoje aktywne sesje
sessions-lead = Zobacz wszystkie przeglądarki i aplikacje, które mogą korzystać z twojego konta, i zakończ ich sesje.
sessions-this = To urządzenie
sessions-none = Nie masz żadnych innych aktywnych sesji.
sessions-unknown = Nieznane urządzenie
sessions-device = { $browser } ({ $system })
sessions-since = Zalogowano: { $when }
sessions-until = Sesja ważna do: { $when }
sessions-two-factors = dwa składniki
sessions-end = Wyloguj
sessions-end-others = Wyloguj wszystkie inne urządzenia
sessions-end-question = Wylogować { $device }?
sessions-end-others-question = Wylogować wszystkie inne urządzenia?
sessions-end-consequence = Na tamtym urządzeniu trzeba będzie zalogować się ponownie.
sessions-end-others-consequence = Na wszystkich urządzeniach oprócz tego trzeba będzie zalogować się ponownie.
sessions-ended = Gotowe: sesja została zakończona.
sign-out = Wyloguj się
export = Pobierz swoje dane
group-code_recovery = Odzyskiwanie konta
group-link_recovery = Odzyskiwanie konta

delete-title = Usuń swoje konto
delete-lead = Tego nie można cofnąć.
delete-data = Twoje dane, ustawienia i wszystkie sposoby logowania zostaną usunięte na zawsze.
delete-back = Nikt nie będzie mógł ich przywrócić, a twoją nazwę logowania może zająć ktoś inny.
delete-consent = Rozumiem, że mojego konta nie będzie można przywrócić.
delete-button = Usuń moje konto
delete-done-title = Twoje konto zostało usunięte
delete-done = Twoje dane i sposoby logowania zostały usunięte, a wszystkie sesje zakończone.
deactivate-title = Wyłącz swoje konto
deactivate-lead = Twoje konto zostanie wyłączone. Nic z niego nie zostanie usunięte.
deactivate-data = Nikt nie będzie mógł się na nie zalogować, ty też nie.
deactivate-back = Włączyć je ponownie może tylko administrator tej usługi.
deactivate-consent = Rozumiem, że nie będę móc samodzielnie włączyć konta ponownie.
deactivate-button = Wyłącz moje konto
deactivate-done-title = Twoje konto zostało wyłączone
deactivate-done = Wszystkie sesje zostały zakończone. Aby znów korzystać z konta, skontaktuj się z administratorem tej usługi.
deletion-sessions = Nastąpi wylogowanie na wszystkich twoich urządzeniach.
deletion-applications = Tym kontem nie będzie już można logować się do aplikacji. To, co o tobie przechowują, pozostanie u nich.
deletion-export = Najpierw zachowaj kopię swoich danych:
deletion-keep = Zachowaj moje konto
deletion-unticked = Jeśli masz pewność, najpierw zaznacz pole. Nic się nie zmieniło.

## On the way

moving-on-title = Chwileczkę
moving-on = Zaraz otworzy się następna strona.
moving-on-link = Dalej
enter-again-title = Zaloguj się ponownie
enter-again = Dla ochrony twojego konta ta zmiana wymaga niedawnego logowania. Nie została zapisana: zaloguj się ponownie i wprowadź ją jeszcze raz.

## Problems: heading and what to do

try-again = Spróbuj ponownie
back-to-form = Wróć do formularza
to-settings = Przejdź do ustawień konta
sign-in-again = Zaloguj się ponownie
start-again = Zacznij od nowa
confirm-address = Potwierdź swój adres
request-id = Jeśli poprosisz o pomoc, podaj ten numer: { $id }

problem-not-found-title = Nie ma takiej strony
problem-not-found = W adresie może być literówka albo strona została przeniesiona.
problem-return-to-title = Ten link prowadzi na niedozwoloną stronę
problem-return-to = Ten link miał cię potem przenieść na inną stronę internetową, której nie ma na liście dozwolonych. Możesz kontynuować, ale nie nastąpi tam przekierowanie.
problem-link-title = Nie można użyć tego linku
problem-link = Coś w nim jest tu niedozwolone. Być może jest niepełny lub nieaktualny. Możesz zacząć od nowa bez niego.
problem-not-offered-title = Ta funkcja nie jest tu dostępna
problem-not-offered = Administrator tej usługi wyłączył tę stronę.
problem-switched-off-title = To konto jest wyłączone
problem-switched-off = Obecnie nie można go używać. Jeśli uważasz, że to pomyłka, skontaktuj się z administratorem tej usługi.
problem-form-title = Nie udało się przyjąć formularza
problem-form = Nic się nie zmieniło. Dzieje się tak, gdy strona była długo otwarta, gdy w innym miejscu doszło do ponownego logowania albo gdy przeglądarka odrzuca pliki cookie.
problem-forbidden-title = Nie masz uprawnień do tej czynności
problem-forbidden = Nic się nie zmieniło.
problem-busy-title = Zbyt wiele zapytań
problem-busy = Poczekaj chwilę i spróbuj ponownie.
problem-slow-title = To trwa zbyt długo
problem-slow = System kont chwilowo nie odpowiada. Spróbuj ponownie za minutę.
problem-unavailable-title = Nie można połączyć się z systemem kont
problem-unavailable = To nie twoja wina i nic się nie zmieniło. Spróbuj ponownie za minutę.
problem-loop-title = Logowanie się nie udaje
problem-loop = Logowanie przebiegło pomyślnie, ale ta strona tego nie widzi. Być może przeglądarka blokuje pliki cookie: zezwól na nie dla tej strony albo usuń te, które są już zapisane, i zaloguj się ponownie. Jeśli to nie pomoże, zgłoś to administratorowi tej usługi.
problem-no-cookies-title = Twoja przeglądarka nie zapisuje plików cookie
problem-no-cookies = Ta strona bez nich nie działa. Zezwól na nie dla tej strony w ustawieniach przeglądarki i zacznij od nowa.
problem-foreign-title = Ten formularz pochodzi z innej strony internetowej
problem-foreign = Nic się nie zmieniło. Jeśli jesteś tu przez link, który ktoś ci przysłał, nie ufaj mu.
problem-not-a-form-title = Ten formularz nie pochodzi z tej strony
problem-not-a-form = Nic się nie zmieniło.
problem-too-large-title = Za dużo danych
problem-too-large = Nic się nie zmieniło. Skróć wpisany tekst.
problem-upload-slow-title = Formularz do nas nie dotarł
problem-upload-slow = Nic się nie zmieniło. Połączenie może być wolne lub zerwane: wyślij formularz jeszcze raz.
problem-not-saved-title = Nic nie zostało zapisane
problem-not-saved = Nie można teraz połączyć się z systemem kont. Cofnij się w przeglądarce, aby zachować wpisane dane, poczekaj minutę i wyślij je ponownie.
problem-maybe-saved-title = Zmiana mogła się nie zapisać
problem-maybe-saved = System kont przyjął twoje dane, ale nie odpowiedział. Zanim spróbujesz ponownie, cofnij się i sprawdź, czy się udało.
problem-left-already-title = Nie jesteś już na swoim koncie
problem-left-already = Nic więcej się nie stało. Jeśli przycisk został naciśnięty dwa razy, udało się za pierwszym. Jeśli nie, zaloguj się ponownie i zacznij od początku.
problem-still-there-title = Twoje konto nadal istnieje
problem-still-there = System kont nie mógł teraz tego zrobić i nic się nie zmieniło. Spróbuj ponownie za minutę.
problem-still-there-revoked-title = Twoje konto nadal istnieje
problem-still-there-revoked = System kont nie mógł teraz tego zrobić. Twoje konto i dane się nie zmieniły, ale używane z nim aplikacje mogą ponownie poprosić o zgodę. Spróbuj ponownie za minutę.
problem-maybe-gone-title = Nie ma pewności, czy się udało
problem-maybe-gone = System kont przyjął twoje żądanie, ale nie odpowiedział. Zaloguj się, aby to sprawdzić: jeśli się uda, twoje konto nadal istnieje.
problem-method-title = Z tej strony nie można korzystać w ten sposób
problem-method = Wróć i użyj linków oraz przycisków na stronie.
problem-internal-title = Coś poszło nie tak po naszej stronie
problem-internal = To nie twoja wina. Spróbuj ponownie.
problem-sign-in-first-title = Najpierw się zaloguj
problem-sign-in-first = Jest to możliwe tylko po zalogowaniu, a czasem tylko krótko po nim.
problem-other-identity-title = Zalogowany jest ktoś inny
problem-other-identity = Ta strona została otwarta dla innego konta niż to, na którym trwa teraz sesja. Nic się nie zmieniło. Zaloguj się ponownie na konto, którego chcesz używać.
problem-unverified-title = Najpierw potwierdź swój adres
problem-unverified = Logowanie będzie możliwe, gdy twój adres zostanie potwierdzony. Poszukaj wiadomości z kodem lub linkiem albo poproś o nową.
problem-outdated-title = Ta strona lub ten link już nie działa
problem-outdated = Wykorzystano je już wcześniej albo minęło zbyt dużo czasu. Zacznij od nowa.
problem-provider-title = Nie udało się
problem-provider = Logowanie za pomocą konta z innego serwisu nie zostało ukończone. Dzieje się tak, gdy trwa zbyt długo, gdy logujesz się w dwóch kartach naraz albo gdy przeglądarka odrzuca pliki cookie. Spróbuj ponownie.
problem-application-title = Aplikacja nie mogła cię zalogować
problem-application = Skierowała cię tu w nieprawidłowy sposób. Wróć do aplikacji i spróbuj ponownie. Jeśli to nie pomoże, zgłoś to jej administratorowi.
problem-elsewhere-title = Coś poszło nie tak
problem-elsewhere = To nie twoja wina. Spróbuj ponownie za minutę. Jeśli to się powtórzy, zgłoś to administratorowi tej usługi.

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = Zaloguj się
kratos-1010002 = Kontynuuj z { $provider }
kratos-1010003 = Aby przejść dalej, potwierdź, że to ty.
kratos-1010004 = Potwierdź w drugi sposób, że to ty.
kratos-1010005 = Potwierdź
kratos-1010006 = Kod z aplikacji
kratos-1010007 = Kod zapasowy
kratos-1010008 = Zaloguj się kluczem bezpieczeństwa
kratos-1010009 = Użyj aplikacji uwierzytel{"\u00AD"}niającej
kratos-1010010 = Użyj kodu zapasowego
kratos-1010011 = Zaloguj się kluczem bezpieczeństwa
kratos-1010012 = Naciśnij przycisk, a potem użyj klucza bezpieczeństwa, odcisku palca lub twarzy.
kratos-1010013 = Dalej
kratos-1010014 = Kod jest już w drodze do ciebie. Jeśli nie dotrze w ciągu kilku minut, zajrzyj do folderu ze spamem albo poproś o niego ponownie.
kratos-1010015 = Wyślij kod logowania
kratos-1010016 = { $duplicate_identifier } należy już do konta w tej usłudze. Zaloguj się na to konto, aby dodać { $provider } jako kolejny sposób logowania.
kratos-1010017 = Zaloguj się i połącz
kratos-1010018 = Potwierdź przez { $provider }
kratos-1010019 = Wyślij kod
kratos-1010021 = Zaloguj się kluczem dostępu
kratos-1010022 = Zaloguj się hasłem
kratos-1010023 = Wyślij kod na { $address }
kratos-1010024 = Zaloguj się tym urządzeniem
kratos-1010025 = Kod jest już w drodze do ciebie. Jeśli nie dotrze w ciągu kilku minut, zajrzyj do folderu ze spamem albo poproś o niego ponownie.
kratos-1040001 = Zarejestruj się
kratos-1040002 = Kontynuuj z { $provider }
kratos-1040003 = Dalej
kratos-1040004 = Zarejestruj się kluczem bezpieczeństwa
kratos-1040005 = Kod jest już w drodze na podany adres. Jeśli nie dotrze w ciągu kilku minut, zajrzyj do folderu ze spamem i sprawdź, czy w adresie nie ma literówek.
kratos-1040006 = Wyślij kod rejestracyjny
kratos-1040007 = Zarejestruj się kluczem dostępu
kratos-1040008 = Wstecz
kratos-1040009 = Wybierz, jak chcesz się odtąd logować.
kratos-1050001 = Zmiany zostały zapisane!
kratos-1050001-profile = Profil został zapisany.
kratos-1050001-password = Nowe hasło zostało ustawione.
kratos-1050001-totp-on = Aplikacja uwierzytel{"\u00AD"}niająca jest włączona.
kratos-1050001-totp-off = Aplikacja uwierzytel{"\u00AD"}niająca jest wyłączona.
kratos-1050001-passkey-added = Klucz dostępu został dodany.
kratos-1050001-passkey-removed = Klucz dostępu został usunięty.
kratos-1050001-webauthn-added = Klucz bezpieczeństwa został dodany.
kratos-1050001-webauthn-removed = Klucz bezpieczeństwa został usunięty.
kratos-1050001-lookup_secret-on = Kody zapasowe od teraz działają.
kratos-1050001-lookup_secret-off = Kody zapasowe są wyłączone. Żaden z nich już nie działa.
kratos-1050001-oidc-linked = Konto { $provider } zostało połączone. Możesz się nim logować.
kratos-1050001-oidc-unlinked = Konto { $provider } nie jest już połączone.
kratos-1050002 = Połącz konto { $provider }
kratos-1050003 = Odłącz konto { $provider }
kratos-1050004 = Wyłącz aplikację uwierzytel{"\u00AD"}niającą
kratos-1050005 = Kod QR do aplikacji uwierzytel{"\u00AD"}niającej
kratos-1050006 = { $secret }
kratos-1050007 = Pokaż moje kody zapasowe
kratos-1050008 = Utwórz nowe kody zapasowe
kratos-1050009 = { $secret }
kratos-1050010 = Oto twoje kody zapasowe.
kratos-1050011 = Mam już te kody w bezpiecznym miejscu
kratos-1050012 = Dodaj klucz bezpieczeństwa
kratos-1050013 = Nazwa klucza bezpieczeństwa
kratos-1050014 = Wykorzystany: { $used_at }
kratos-1050016 = Wyłącz kody zapasowe
kratos-1050017 = Jeśli nie możesz zeskanować obrazka, wpisz w aplikacji ten klucz:
kratos-1050018 = Usuń klucz bezpieczeństwa „{ $display_name }”
kratos-1050019 = Dodaj klucz dostępu
kratos-1050020 = Usuń klucz dostępu „{ $display_name }”
kratos-1050023 = Twoim kontem zarządza twoja organizacja. Aby zmienić te ustawienia, skontaktuj się z administratorem.
kratos-1060001 = Znowu masz dostęp do swojego konta. Zmień teraz hasło albo dodaj inny sposób logowania. Masz na to czas do: { $privileged_session_expires_at }.
kratos-1060002 = Jeśli ten adres należy do któregoś z kont, link jest już w drodze. Jeśli nic nie dotrze w ciągu kilku minut, zajrzyj do folderu ze spamem i sprawdź, czy to adres podany przy rejestracji.
kratos-1060003 = Jeśli ten adres należy do któregoś z kont, kod jest już w drodze. Jeśli nic nie dotrze w ciągu kilku minut, zajrzyj do folderu ze spamem i sprawdź, czy to adres podany przy rejestracji.
kratos-1060004 = Jeśli { $masked_address } należy do twojego konta, kod jest już w drodze. Jeśli nic nie dotrze w ciągu kilku minut, zajrzyj do folderu ze spamem i sprawdź, czy to adres podany przy rejestracji.
kratos-1060005 = Aby potwierdzić, że to twoje konto, wpisz cały adres lub numer telefonu.
kratos-1060006 = Dokąd wysłać kod?
kratos-1060007 = Wstecz
kratos-1070001 = Hasło
kratos-1070003 = Zapisz
kratos-1070003-profile = Zapisz profil
kratos-1070003-password = Ustaw nowe hasło
kratos-1070003-totp = Włącz aplikację uwierzytel{"\u00AD"}niającą
kratos-1070004 = Login
kratos-1070005 = Wyślij
kratos-1070006 = Kod z aplikacji
kratos-1070007 = Adres e-mail
kratos-1070008 = Wyślij kod ponownie
kratos-1070009 = Dalej
kratos-1070009-login-code-sent_email = Zaloguj się
kratos-1070009-registration-code-sent_email = Utwórz konto
kratos-1070009-recovery-code-choose_method = Wyślij kod
kratos-1070009-recovery-link-choose_method = Wyślij link
kratos-1070009-recovery-code-sent_email = Potwierdź kod
kratos-1070009-recovery-code-recovery_awaiting_code = Potwierdź kod
kratos-1070009-recovery-code-recovery_confirming_address = Wyślij kod
kratos-1070009-recovery-link-sent_email = Wyślij link ponownie
kratos-1070009-verification-code-choose_method = Wyślij kod
kratos-1070009-verification-link-choose_method = Wyślij link
kratos-1070009-verification-code-sent_email = Potwierdź adres
kratos-1070009-verification-link-sent_email = Wyślij link ponownie
kratos-1070010 = Kod odzyskiwania
kratos-1070011 = Kod weryfikacyjny
kratos-1070012 = Kod rejestracyjny
kratos-1070013 = Kod logowania
kratos-1070014 = Zaloguj się i połącz
kratos-1070015 = Aby przejść dalej, ukończ weryfikację.
kratos-1070016 = Adres do odzyskiwania konta
kratos-1070017 = Numer telefonu
kratos-1070018 = Adres e-mail lub numer telefonu
kratos-1080001 = Jeśli ten adres nie jest jeszcze potwierdzony, link jest już w drodze. Jeśli nic nie dotrze w ciągu kilku minut, zajrzyj do folderu ze spamem i sprawdź, czy w adresie nie ma literówek.
kratos-1080002 = Dziękujemy, potwierdzenie zakończone.
kratos-1080003 = Jeśli ten adres nie jest jeszcze potwierdzony, kod jest już w drodze. Jeśli nic nie dotrze w ciągu kilku minut, zajrzyj do folderu ze spamem i sprawdź, czy w adresie nie ma literówek.
kratos-1080004 = Jeśli ten numer telefonu nie jest jeszcze potwierdzony, SMS z kodem jest już w drodze. Jeśli nic nie dotrze w ciągu kilku minut, sprawdź, czy w numerze nie ma pomyłki.
kratos-1080005 = Twój numer telefonu jest potwierdzony.

kratos-4000002 = Wypełnij to pole.
kratos-4000003 = { $min_length ->
    [one] Wpisz co najmniej { $min_length } znak. Wpisano: { $actual_length }.
    [few] Wpisz co najmniej { $min_length } znaki. Wpisano: { $actual_length }.
    [many] Wpisz co najmniej { $min_length } znaków. Wpisano: { $actual_length }.
   *[other] Wpisz co najmniej { $min_length } znaku. Wpisano: { $actual_length }.
}
kratos-4000004 = Format jest inny niż oczekiwany.
kratos-4000005 = Nie można użyć tego hasła: { $reason }.
kratos-4000006 = Dane są nieprawidłowe. Sprawdź, czy nie ma w nich literówek.
kratos-4000007 = Inne konto używa już tego adresu e-mail, numeru telefonu lub loginu. Wybierz inny albo, jeśli to twoje konto, zaloguj się na nie.
kratos-4000008 = Nie udało się tego potwierdzić. Wpisz kod, który aplikacja pokazuje teraz, albo spróbuj ponownie użyć klucza.
kratos-4000009 = Brakuje loginu, na przykład adresu e-mail. Podaj go. Jeśli nie ma na to pola, zgłoś to administratorowi tej usługi.
kratos-4000010 = Twoje konto nie jest jeszcze aktywne. Czy twój adres e-mail jest już potwierdzony?
kratos-4000011 = Nie masz skonfigurowanej aplikacji uwierzytelniającej.
kratos-4000012 = Ten kod zapasowy został już wykorzystany.
kratos-4000013 = Nie masz skonfigurowanego klucza bezpieczeństwa.
kratos-4000014 = Nie masz skonfigurowanych kodów zapasowych.
kratos-4000015 = Nie znaleziono konta z kluczem bezpieczeństwa lub kluczem dostępu. Sprawdź wpisane dane albo zaloguj się w inny sposób.
kratos-4000016 = Ten kod zapasowy jest nieprawidłowy.
kratos-4000017 = { $max_length ->
    [one] Wpisz najwyżej { $max_length } znak. Wpisano: { $actual_length }.
    [few] Wpisz najwyżej { $max_length } znaki. Wpisano: { $actual_length }.
    [many] Wpisz najwyżej { $max_length } znaków. Wpisano: { $actual_length }.
   *[other] Wpisz najwyżej { $max_length } znaku. Wpisano: { $actual_length }.
}
kratos-4000018 = Wpisz { $minimum } lub więcej. Wpisano: { $actual }.
kratos-4000019 = Wpisz więcej niż { $minimum }. Wpisano: { $actual }.
kratos-4000020 = Wpisz { $maximum } lub mniej. Wpisano: { $actual }.
kratos-4000021 = Wpisz mniej niż { $maximum }. Wpisano: { $actual }.
kratos-4000022 = Wpisz wielokrotność liczby { $base }. Wpisano: { $actual }.
kratos-4000023 = { $max_items ->
    [one] Może tu być najwyżej { $max_items } pozycja. Obecnie: { $actual_items }.
    [few] Mogą tu być najwyżej { $max_items } pozycje. Obecnie: { $actual_items }.
    [many] Może tu być najwyżej { $max_items } pozycji. Obecnie: { $actual_items }.
   *[other] Może tu być najwyżej { $max_items } pozycji. Obecnie: { $actual_items }.
}
kratos-4000024 = { $min_items ->
    [one] Musi tu być co najmniej { $min_items } pozycja. Obecnie: { $actual_items }.
    [few] Muszą tu być co najmniej { $min_items } pozycje. Obecnie: { $actual_items }.
    [many] Musi tu być co najmniej { $min_items } pozycji. Obecnie: { $actual_items }.
   *[other] Musi tu być co najmniej { $min_items } pozycji. Obecnie: { $actual_items }.
}
kratos-4000025 = Dwie pozycje są takie same.
kratos-4000026 = Ten rodzaj wartości tu nie pasuje.
kratos-4000027 = Istnieje już konto z tym adresem e-mail, numerem telefonu lub loginem. Najpierw zaloguj się na to konto, a potem połącz z nim drugie.
kratos-4000028 = Istnieje już konto z tym adresem e-mail, numerem telefonu lub loginem. Jeśli należy do ciebie, zaloguj się na nie. Możliwe sposoby: { $available_credential_types }.
kratos-4000029 = Wymagana wartość: { $expected }.
kratos-4000030 = Tej wartości nie można zmienić.
kratos-4000031 = To hasło jest zbyt podobne do twojego loginu.
kratos-4000032 = { $min_length ->
    [one] Hasło musi mieć co najmniej { $min_length } znak. Twoje ma { $actual_length }.
    [few] Hasło musi mieć co najmniej { $min_length } znaki. Twoje ma { $actual_length }.
    [many] Hasło musi mieć co najmniej { $min_length } znaków. Twoje ma { $actual_length }.
   *[other] Hasło musi mieć co najmniej { $min_length } znaku. Twoje ma { $actual_length }.
}
kratos-4000033 = { $max_length ->
    [one] Hasło może mieć najwyżej { $max_length } znak. Twoje ma { $actual_length }.
    [few] Hasło może mieć najwyżej { $max_length } znaki. Twoje ma { $actual_length }.
    [many] Hasło może mieć najwyżej { $max_length } znaków. Twoje ma { $actual_length }.
   *[other] Hasło może mieć najwyżej { $max_length } znaku. Twoje ma { $actual_length }.
}
kratos-4000034 = To hasło pojawiło się w znanych wyciekach danych. Wybierz inne.
kratos-4000035 = Nie znaleziono konta z logowaniem kodem. Sprawdź, czy w adresie nie ma literówek, albo zaloguj się w inny sposób.
kratos-4000036 = Twoje dane nie są już te same co w chwili wysłania kodu. Wpisz je tak jak wcześniej albo wróć i zacznij od nowa.
kratos-4000037 = Nie znaleziono konta, na które można się tak zalogować. Sprawdź, czy nie ma literówek.
kratos-4000038 = Weryfikacja się nie powiodła. Spróbuj ponownie.
kratos-4000039 = Wybierz hasło inne niż obecne.
kratos-4000040 = Wpisz prawidłowy adres e-mail.
kratos-4000041 = Wpisz prawidłowy numer telefonu.
kratos-4000042 = Nie masz skonfigurowanego urządzenia do logowania.
kratos-4000043 = Nie udało się potwierdzić twojego klucza. Spróbuj ponownie.
kratos-4000044 = Nie udało się potwierdzić tego urządzenia. Spróbuj ponownie.
kratos-4000045 = Tego urządzenia nie można już używać do logowania. Skonfiguruj je ponownie.
kratos-4000046 = Tego urządzenia nie można już używać do logowania. Skonfiguruj je ponownie.
kratos-4010001 = Ta strona była otwarta zbyt długo. Spróbuj ponownie.
kratos-4010002 = Podane dane nie wystarczą do zalogowania. Wypełnij formularz i spróbuj ponownie.
kratos-4010003 = Podane dane nie wystarczą do utworzenia konta. Wypełnij formularz i spróbuj ponownie.
kratos-4010004 = Nic się nie zmieniło: formularz nie był kompletny. Spróbuj ponownie.
kratos-4010005 = Formularz nie był kompletny. Zacznij od nowa.
kratos-4010006 = Formularz nie był kompletny. Zacznij od nowa.
kratos-4010007 = To już zostało zrobione.
kratos-4010008 = Kod jest nieprawidłowy albo został już wykorzystany. Sprawdź go lub poproś o nowy.
kratos-4010009 = To nie jest konto, które ma zostać połączone. Zaloguj się na to, które używa już twojego adresu.
kratos-4010010 = Ten adres nie należy do twojego konta. Użyj innego.
kratos-4010011 = To konto zostało wyłączone. Skontaktuj się z administratorem tej usługi.
kratos-4040001 = Ta strona była otwarta zbyt długo i konto nie zostało utworzone. Spróbuj ponownie.
kratos-4040002 = To już zostało zrobione.
kratos-4040003 = Kod jest nieprawidłowy albo został już wykorzystany. Sprawdź go lub poproś o nowy.
kratos-4050001 = Ta strona była otwarta zbyt długo, więc nic się nie zmieniło. Spróbuj ponownie.
kratos-4050002 = Możesz zmienić tylko jeden adres naraz.
kratos-4060001 = To odzyskiwanie zostało już zakończone. Jeśli nadal nie możesz dostać się na konto, zacznij tutaj od nowa.
kratos-4060002 = Coś poszło nie tak. Zacznij od nowa.
kratos-4060004 = Ten link jest nieprawidłowy albo został już wykorzystany. Poproś o nowy.
kratos-4060005 = Minęło zbyt dużo czasu i kod lub link już nie działa. Poproś o nowy.
kratos-4060006 = Kod jest nieprawidłowy albo został już wykorzystany. Sprawdź go lub poproś o nowy.
kratos-4070001 = Ten link jest nieprawidłowy albo został już wykorzystany. Poproś o nowy.
kratos-4070002 = To jest już potwierdzone. Nie musisz robić nic więcej.
kratos-4070003 = Coś poszło nie tak. Zacznij od nowa.
kratos-4070005 = Minęło zbyt dużo czasu i kod lub link już nie działa. Poproś o nowy.
kratos-4070006 = Kod jest nieprawidłowy albo został już wykorzystany. Sprawdź go lub poproś o nowy.
kratos-5000002 = Obecnie nie można zalogować się w żaden sposób. Zgłoś to administratorowi tej usługi.
kratos-5000003 = Twoja organizacja wymaga własnego logowania, które nie zostało skonfigurowane. Zgłoś to swojemu administratorowi.

## Login, registration, recovery, verification

or = lub
for-client = Aby przejść do { $client }
flow-nothing = Nie ma tu nic do zrobienia.
typed-kept = Ta strona wygasła i nic się nie zmieniło. Wpisane dane nadal tu są, oprócz haseł i kodów: sprawdź je i wyślij ponownie.
item-gone = W międzyczasie pozycja z listy „{ $list }” została zmieniona lub usunięta gdzie indziej. Twoja zmiana tej pozycji nie została wprowadzona.

login-title = Zaloguj się
# What the reference UI says too, and its suites look for.
login-second-title = Jeszcze jeden krok
login-second-nothing = Twoje konto nie ma jeszcze drugiego etapu logowania. Dodaj go w ustawieniach konta albo zaloguj się na inne konto.
second-factor-needed = Strona, którą chcesz otworzyć, wymaga drugiego etapu logowania. Dodaj go tutaj, aby przejść dalej.
login-refresh-title = Potwierdź, że to ty
login-code-title = Wpisz kod
login-link-title = Połącz swoje konto
login-link-lead = Masz tu już konto. Zaloguj się na nie jak zwykle: konto użyte przed chwilą zostanie dodane jako kolejny sposób logowania.
registration-title = Utwórz konto
registration-method-title = Wybierz sposób logowania
registration-code-title = Wpisz kod
registration-provider-title = Jeszcze kilka informacji
registration-provider-lead = Wybrane konto nie przekazuje wszystkiego, co jest tu potrzebne.
recovery-title = Odzyskaj konto
recovery-lead = Wpisz adres swojego konta. Otrzymasz wiadomość, która pozwoli ci wrócić na konto.
recovery-choice-title = Wybierz adres
recovery-address-title = Potwierdź adres
recovery-code-title = Wpisz kod
recovery-link-title = Sprawdź skrzynkę odbiorczą
verification-title = Potwierdź swój adres
verification-lead = Wpisz adres do potwierdzenia. Otrzymasz kod lub link.
verification-code-title = Wpisz kod
verification-link-title = Sprawdź skrzynkę odbiorczą
verification-done-title = Gotowe

way-login = Zaloguj się
way-registration = Utwórz konto
way-recovery = Nie pamiętasz hasła?
way-not-you = To nie ty?
way-other-name = Użyj innej nazwy

# Applications (OAuth2)

consent-title = Zezwól na dostęp
consent-lead = { $client } chce korzystać z twojego konta.
consent-scopes = Co aplikacja będzie mogła robić
consent-audience = Skorzysta z tego w:
consent-remember = Nie pytaj więcej o tę aplikację
consent-accept = Zezwól
consent-reject = Nie zezwalaj
scope-openid = Wiedzieć, że to ty
scope-profile = Widzieć twoje imię i nazwisko oraz profil
scope-email = Widzieć twój adres e-mail
scope-phone = Widzieć twój numer telefonu
scope-address = Widzieć twój adres pocztowy
scope-offline = Zachować dostęp, gdy cię nie ma
scope-offline_access = Zachować dostęp, gdy cię nie ma
application-page = O aplikacji
application-policy = Polityka prywatności aplikacji
application-terms = Warunki korzystania z aplikacji
applications-title = Połączone aplikacje
applications-lead = Zobacz, które aplikacje mogą korzystać z twojego konta, i cofnij im dostęp.
applications-none = Żadna aplikacja nie ma dostępu do twojego konta.
applications-since = Zezwolono: { $when }
applications-revoke = Cofnij dostęp
applications-revoke-question = Cofnąć dostęp aplikacji { $client }?
applications-revoke-consequence = { $client } nie będzie już korzystać z twojego konta, ale może ponownie poprosić o zgodę.
applications-revoked = Gotowe: aplikacja nie ma już dostępu.
oauth2-logout-title = Wylogować?
oauth2-logout-lead = Nastąpi wylogowanie tutaj i z aplikacji, w których używasz tego konta.
oauth2-logout-client = { $client } prosi o wylogowanie, tutaj i z aplikacji, w których używasz tego konta.
oauth2-logout-stay = Nie wylogowuj
problem-request-unknown-title = Ta prośba nie jest znana
problem-request-unknown = Żadna aplikacja nie otrzymała dostępu. Link może być niepełny lub zmyślony: wróć do aplikacji i zaloguj się w niej ponownie.
problem-request-outdated-title = Ta prośba jest zbyt stara
problem-request-outdated = Nie odpowiedziano na nią na czas i żadna aplikacja nie otrzymała dostępu. Wróć do aplikacji i zaloguj się w niej ponownie.
problem-request-used-title = Na to już odpowiedziano
problem-request-used = Na nic więcej nie zezwolono. Wróć do aplikacji albo zacznij od nowa.
problem-request-foreign-title = Ta prośba dotyczy innego konta
problem-request-foreign = Zalogowano cię na inne konto niż to, od którego się zaczęło, więc na nic nie zezwolono. Zaloguj się ponownie, aby wybrać konto.
