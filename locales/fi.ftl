# Finnish.

# The language's own name, in the list of languages.
language-name = Suomi

## The frame

settings-title = Tilin asetukset
title-saved = Tallennettu – { $title }
title-error = Virhe – { $title }
skip-to-content = Siirry sisältöön
account-pages = Tilisi
language = Kieli
theme = Ulkoasu
theme-system = Laitteen mukaan
theme-light = Vaalea
theme-dark = Tumma
choice-keeps = Kirjoittamasi säilyy salasanoja ja koodeja lukuun ottamatta.
back-to-application = Takaisin sovellukseen
footer = Tietoa palvelusta

## Sections: heading, purpose, state

group-profile = Profiili
group-profile-lead = Kuka olet ja miten sinut tavoittaa.
group-password = Salasana
group-password-lead = Valitse uusi salasana kirjautumista varten.
group-oidc = Yhdistetyt tilit
group-oidc-lead = Kirjaudu tilillä, joka sinulla on muualla.
group-saml = Organisaation tili
group-saml-lead = Kirjaudu organisaatiosi tilillä.
group-passkey = Pääsyavaimet (passkey)
group-passkey-lead = Kirjaudu sormenjäljellä, kasvojentunnistuksella tai näytön lukituksella.
group-webauthn = Suojausavaimet
group-webauthn-lead = Pieni laite, jolla todistat, että kirjautuja olet sinä.
group-totp = Todennus{"\u00AD"}sovellus
group-totp-lead = Puhelimen sovellus näyttää koodin, jonka annat kirjautuessasi.
group-lookup_secret = Palautuskoodit
group-lookup_secret-lead = Näillä pääset tilillesi, jos puhelin tai avain on kadonnut. Kukin koodi toimii kerran.
group-code = Kertakäyttö{"\u00AD"}koodit
group-code-lead = Koodit, jotka lähetetään sinulle kirjautuessasi.
group-link = Kirjautumis{"\u00AD"}linkit
group-link-lead = Linkit, jotka lähetetään sinulle kirjautuessasi.
group-identifier_first = Kirjautumis{"\u00AD"}tunnus
group-captcha = Oletko ihminen?

state-on = Käytössä
state-off = Ei käytössä
state-linked = { $count ->
    [0] Ei tilejä luettelossa
   *[other] Yhdistetty: { $count }
}
state-passkeys = { $count ->
    [0] Ei vielä yhtään
    [one] { $count } pääsyavain
   *[other] { $count } pääsyavainta
}
state-keys = { $count ->
    [0] Ei vielä yhtään
    [one] { $count } suojausavain
   *[other] { $count } suojausavainta
}
state-codes = { $count ->
    [one] { $count } palautuskoodi
   *[other] { $count } palautuskoodia
}
state-codes-used = { $count ->
    [one] { $count } palautuskoodi
   *[other] { $count } palautuskoodia
}, käytetty { $used }, viimeksi { $when }

overview-title = Tilisi yhdellä silmäyksellä
overview-sign-in-name = Kirjaudut tunnuksella { $name }
overview-ways = Tavat kirjautua
overview-protection = Lisäsuojaus
overview-password = Aseta tai vaihda
overview-not-set = Ei asetettu
overview-codes-left = { $count } jäljellä
codes-few = { $count ->
    [one] Vain { $count } palautuskoodi on jäljellä.
   *[other] Vain { $count } palautuskoodia on jäljellä.
}
codes-none-left = Yhtään palautuskoodia ei ole jäljellä.
codes-renew = Luo uudet
codes-lacking = Jos puhelin tai avain katoaa, pääset palautuskoodeilla takaisin tilillesi. Sinulla ei ole vielä yhtään.
second-suggested = Toinen kirjautumisvaihe tekee tilistäsi turvallisemman: pelkkä varastettu salasana ei silloin riitä.
second-add = Lisää se

## Fields

list-item = { $list } { $number }
list-spare = { $list }: lisää uusi
list-separator = {", "}
time-zone = Aikavyöhyke: { $offset }
optional-nothing = Ei valintaa
show-password = Näytä
hide-password = Piilota
caps-lock = Caps Lock on päällä.
errors-title = { $count ->
    [one] Korjaa tämä:
   *[other] Korjaa nämä { $count } kohtaa:
}
address-unverified = { $address } on vielä vahvistamatta.
address-verify = Vahvista nyt

required-mark = Merkillä * merkityt kentät on täytettävä.
password-rules = Pitkä salasana on vahva salasana: esimerkiksi muutama sana, jotka eivät liity toisiinsa. Käytä salasanaa, jota et käytä missään muualla.
password-shortest = { $count ->
    [one] Vähintään { $count } merkki.
   *[other] Vähintään { $count } merkkiä.
}
strength = Salasanan vahvuus
strength-0 = Erittäin heikko.
strength-1 = Heikko.
strength-2 = Voisi olla vahvempi.
strength-3 = Vahva.
strength-4 = Erittäin vahva.
strength-known = Tällaisia salasanoja kokeillaan ensimmäisten joukossa.
strength-pattern = Se noudattaa helposti arvattavaa kaavaa.
strength-own = Siinä on jotain sinuun liittyvää, kuten nimesi tai osoitteesi.

## Buttons and what they do

working = Odota hetki…
cancel = Peruuta
copy = Kopioi
copied = Kopioitu
download = Lataa
print = Tulosta
copy-selected = Kopiointi ei onnistu tässä automaattisesti. Teksti on valittu: kopioi se itse.
open-in-app = Avaa tämän laitteen todennussovelluksessa
codes-file = palautuskoodit-{ $host }.txt
codes-account = Tili: { $account }
codes-site = Sivusto: { $site }
codes-day = Päivämäärä: { $day }
codes-make = Luo palautuskoodit
code-spent = käytetty
codes-not-saved = Nämä koodit eivät vielä toimi. Ota ne talteen turvalliseen paikkaan ja vahvista sitten alla, että ne ovat tallessa.
codes-keep = Tulosta ne tai säilytä niitä samassa paikassa kuin salasanojasi. Jos joku saa koodeista yhdenkin, hän voi päästä tilillesi.
oidc-missing = Puuttuuko tästä jokin tili?
oidc-last = Jos tili on ainoa tapasi kirjautua, sitä ei voi irrottaa eikä se näy tässä.
password-done = Jos joku muu voi tietää vanhan salasanasi, kirjaudu ulos myös kaikilta muilta laitteiltasi.

added = Lisätty { $when }
unlink-consequence = Et voi enää kirjautua palvelun { $thing } kautta.
remove-consequence = Et voi enää kirjautua avaimella ”{ $thing }”.
remove-last = Tämä on viimeinen kirjautumistapasi, joten sitä ei voi poistaa.
totp-unlink-consequence = Sovelluksen koodia ei enää kysytä, kun kirjaudut.
lookup-disable-consequence = Mikään palautuskoodeistasi ei enää toimi.
lookup-regenerate-consequence = Nykyiset koodisi lakkaavat toimimasta, kun vahvistat uudet.
thing-remove = Poista
thing-unlink = Irrota
passkey-unnamed = Nimetön pääsyavain
key-unnamed = Nimetön suojausavain
remove-question = Poistetaanko ”{ $thing }”?
unlink-question = Irrotetaanko { $thing }?
totp-unlink-question = Poistetaanko todennussovellus käytöstä?
lookup-disable-question = Poistetaanko palautuskoodit käytöstä?
lookup-regenerate-question = Luodaanko uudet palautuskoodit?

script-needed = Tämä edellyttää JavaScriptiä, joka on poistettu käytöstä selaimessasi.
ceremony-failed = Tämä ei onnistunut, eikä mitään muutettu. Voit yrittää uudelleen.
ceremony-failed-login = Tämä ei onnistunut. Yritä uudelleen tai kirjaudu toisella tavalla.
ceremony-failed-registration = Tämä ei onnistunut, eikä tiliä luotu. Yritä uudelleen tai valitse toinen tapa.
ceremony-known = Tämä avain tai laite on jo lisätty tilillesi.
ceremony-insecure = Suojausavaimet ja pääsyavaimet edellyttävät suojattua yhteyttä eli osoitetta, jonka alussa on https.
ceremony-unsupported = Tämä selain ei tue suojausavaimia eikä pääsyavaimia.

## Sessions, signing out, your data

sessions-title = Missä olet kirjautuneena
sessions-lead = Katso, mitkä selaimet ja sovellukset voivat käyttää tiliäsi, ja kirjaa ne ulos.
sessions-this = Tämä laite
sessions-none = Et ole kirjautuneena missään muualla.
sessions-unknown = Tuntematon laite
sessions-device = { $browser } ({ $system })
sessions-since = Kirjautunut { $when }
sessions-until = Pysyy kirjautuneena { $when } asti
sessions-two-factors = kaksivaiheinen todennus
sessions-end = Kirjaa ulos
sessions-end-others = Kirjaa kaikki muut laitteet ulos
sessions-end-question = Kirjataanko { $device } ulos?
sessions-end-others-question = Kirjataanko kaikki muut laitteet ulos?
sessions-end-consequence = Kyseisellä laitteella on sen jälkeen kirjauduttava uudelleen.
sessions-end-others-consequence = Kaikilla muilla laitteilla on sen jälkeen kirjauduttava uudelleen.
sessions-ended = Valmista: uloskirjaus on tehty.
sign-out = Kirjaudu ulos
export = Lataa tietosi
group-code_recovery = Tilin palautus
group-link_recovery = Tilin palautus

delete-title = Poista tilisi
delete-lead = Tätä ei voi perua.
delete-data = Tietosi, asetuksesi ja kaikki kirjautumistapasi poistetaan lopullisesti.
delete-back = Kukaan ei voi palauttaa niitä, ja joku muu voi ottaa käyttäjätunnuksesi.
delete-consent = Ymmärrän, ettei tiliäni voi palauttaa.
delete-button = Poista tilini
delete-done-title = Tilisi on poistettu
delete-done = Tietosi ja kirjautumistapasi on poistettu, ja sinut on kirjattu ulos kaikkialta.
deactivate-title = Poista tilisi käytöstä
deactivate-lead = Tilisi poistetaan käytöstä. Mitään sen tietoja ei poisteta.
deactivate-data = Kukaan ei voi sen jälkeen kirjautua tilille, et sinäkään.
deactivate-back = Vain palvelun ylläpito voi ottaa sen uudelleen käyttöön.
deactivate-consent = Ymmärrän, etten voi itse ottaa tiliäni uudelleen käyttöön.
deactivate-button = Poista tilini käytöstä
deactivate-done-title = Tilisi on poistettu käytöstä
deactivate-done = Sinut on kirjattu ulos kaikkialta. Jos haluat käyttää tiliäsi uudelleen, ota yhteyttä palvelun ylläpitoon.
deletion-sessions = Sinut kirjataan ulos kaikilta laitteiltasi.
deletion-applications = Et voi enää kirjautua sovelluksiin tällä tilillä. Se, mitä ne ovat sinusta tallentaneet, jää niihin.
deletion-export = Ota ennen lähtöäsi kopio tiedoistasi:
deletion-keep = Säilytä tilini
deletion-unticked = Jos olet varma, merkitse ensin ruutu. Mitään ei muutettu.

## On the way

moving-on-title = Pieni hetki
moving-on = Sinut ohjataan eteenpäin.
moving-on-link = Jatka
enter-again-title = Kirjaudu uudelleen
enter-again = Tilisi suojaamiseksi tämä muutos edellyttää, että olet kirjautunut äskettäin. Muutosta ei tallennettu: kirjaudu uudelleen ja tee se sitten vielä kerran.

## Problems: heading and what to do

try-again = Yritä uudelleen
back-to-form = Takaisin lomakkeeseen
to-settings = Siirry tilisi asetuksiin
sign-in-again = Kirjaudu uudelleen
start-again = Aloita alusta
confirm-address = Vahvista osoitteesi
request-id = Jos pyydät apua, kerro tämä numero: { $id }

problem-not-found-title = Sivua ei ole
problem-not-found = Osoitteessa voi olla kirjoitusvirhe, tai sivu on siirretty.
problem-return-to-title = Linkin paluuosoite ei ole sallittu
problem-return-to = Sinut piti ohjata lopuksi toiselle sivustolle, mutta se ei ole sallittujen sivustojen luettelossa. Voit jatkaa, mutta sinua ei ohjata sinne.
problem-link-title = Tätä linkkiä ei voi käyttää
problem-link = Jokin siinä ei ole täällä sallittua. Se voi olla vajaa tai vanhentunut. Voit aloittaa alusta ilman sitä.
problem-not-offered-title = Tätä ei tarjota täällä
problem-not-offered = Palvelun ylläpito on poistanut tämän sivun käytöstä.
problem-switched-off-title = Tämä tili on poistettu käytöstä
problem-switched-off = Sitä ei voi käyttää juuri nyt. Jos uskot, että kyseessä on virhe, ota yhteyttä palvelun ylläpitoon.
problem-form-title = Lomaketta ei voitu ottaa vastaan
problem-form = Mitään ei muutettu. Näin käy, jos sivu on ollut pitkään auki, jos olet kirjautunut uudelleen muualla tai jos selaimesi ei hyväksy evästeitä.
problem-forbidden-title = Sinulla ei ole oikeutta tähän
problem-forbidden = Mitään ei muutettu.
problem-busy-title = Liian monta pyyntöä
problem-busy = Odota hetki ja yritä sitten uudelleen.
problem-slow-title = Tämä kestää liian kauan
problem-slow = Tilipalvelu ei vastaa juuri nyt. Yritä uudelleen minuutin kuluttua.
problem-unavailable-title = Tilipalveluun ei saada yhteyttä
problem-unavailable = Tämä ei johdu sinusta, eikä mitään muutettu. Yritä uudelleen minuutin kuluttua.
problem-loop-title = Kirjautuminen ei onnistu
problem-loop = Olet kirjautunut, mutta tämä sivu ei saa siitä tietoa. Selaimesi saattaa estää evästeet: salli ne tällä sivustolla tai poista sivuston nykyiset evästeet ja kirjaudu sitten uudelleen. Jos se ei auta, ota yhteyttä palvelun ylläpitoon.
problem-no-cookies-title = Selaimesi ei tallenna evästeitä
problem-no-cookies = Tämä sivu ei toimi ilman niitä. Salli ne tälle sivustolle selaimen asetuksissa ja aloita sitten alusta.
problem-foreign-title = Lomake tuli toiselta sivustolta
problem-foreign = Mitään ei muutettu. Jos tulit tänne linkistä, jonka joku lähetti sinulle, älä luota siihen.
problem-not-a-form-title = Lomake ei kuulu tähän sivuun
problem-not-a-form = Mitään ei muutettu.
problem-too-large-title = Tämä on liikaa
problem-too-large = Mitään ei muutettu. Lyhennä kirjoittamaasi.
problem-upload-slow-title = Lomake ei tullut perille
problem-upload-slow = Mitään ei muutettu. Yhteytesi voi olla hidas tai poikki: lähetä lomake uudelleen.
problem-not-saved-title = Mitään ei tallennettu
problem-not-saved = Tilipalveluun ei saada juuri nyt yhteyttä. Siirry selaimessa takaisin, jotta kirjoittamasi säilyy, odota minuutti ja lähetä se uudelleen.
problem-maybe-saved-title = Muutos ei ehkä tallentunut
problem-maybe-saved = Tilipalvelu otti lähettämäsi vastaan mutta ei vastannut. Palaa takaisin ja katso, onnistuiko se, ennen kuin yrität uudelleen.
problem-left-already-title = Olet kirjautunut ulos
problem-left-already = Mitään muuta ei tehty. Jos painoit painiketta kahdesti, se onnistui ensimmäisellä kerralla. Jos et, kirjaudu uudelleen ja aloita alusta.
problem-still-there-title = Tilisi on yhä olemassa
problem-still-there = Tilipalvelu ei pystynyt tähän juuri nyt, eikä mitään muutettu. Yritä uudelleen minuutin kuluttua.
problem-still-there-revoked-title = Tilisi on yhä olemassa
problem-still-there-revoked = Tilipalvelu ei pystynyt tähän juuri nyt. Tiliäsi ja tietojasi ei muutettu, mutta sovellukset, joita käytät tilillä, voivat pyytää lupaa uudelleen. Yritä uudelleen minuutin kuluttua.
problem-maybe-gone-title = Ei ole varmaa, onnistuiko tämä
problem-maybe-gone = Tilipalvelu otti pyyntösi vastaan mutta ei vastannut. Tarkista kirjautumalla: jos se onnistuu, tilisi on yhä olemassa.
problem-method-title = Sivua ei voi käyttää näin
problem-method = Palaa edelliselle sivulle ja käytä sivun linkkejä ja painikkeita.
problem-internal-title = Jokin meni vikaan
problem-internal = Tämä ei johdu sinusta. Yritä uudelleen.
problem-sign-in-first-title = Kirjaudu ensin
problem-sign-in-first = Tämä on mahdollista vain kirjautuneena ja joskus vain pian kirjautumisen jälkeen.
problem-other-identity-title = Joku muu on kirjautuneena
problem-other-identity = Tämä sivu avattiin toiselle tilille kuin sille, jolla nyt ollaan kirjautuneena. Mitään ei muutettu. Kirjaudu uudelleen tilillä, jota haluat käyttää.
problem-unverified-title = Vahvista ensin osoitteesi
problem-unverified = Voit kirjautua heti, kun osoitteesi on vahvistettu. Etsi viesti, jossa on koodi tai linkki, tai pyydä uusi.
problem-outdated-title = Tämä sivu tai linkki ei enää toimi
problem-outdated = Se on jo käytetty, tai aikaa on kulunut liikaa. Aloita alusta.
problem-provider-title = Tämä ei onnistunut
problem-provider = Kirjautumista muualla olevalla tililläsi ei saatu päätökseen. Näin käy, jos se kestää pitkään, jos kirjaudut kahdessa välilehdessä yhtä aikaa tai jos selaimesi ei hyväksy evästeitä. Yritä uudelleen.
problem-application-title = Sovellus ei voinut kirjata sinua sisään
problem-application = Se lähetti sinut tänne virheellisellä tavalla. Palaa sovellukseen ja yritä uudelleen. Jos se ei auta, ota yhteyttä sovelluksen ylläpitoon.
problem-elsewhere-title = Jokin meni vikaan
problem-elsewhere = Tämä ei johdu sinusta. Yritä uudelleen minuutin kuluttua. Jos se toistuu, ota yhteyttä palvelun ylläpitoon.

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = Kirjaudu
kratos-1010002 = Jatka palvelun { $provider } kautta
kratos-1010003 = Vahvista ensin, että se olet sinä.
kratos-1010004 = Vahvista toisella tavalla, että se olet sinä.
kratos-1010005 = Vahvista
kratos-1010006 = Sovelluksen koodi
kratos-1010007 = Palautuskoodi
kratos-1010008 = Kirjaudu suojaus{"\u00AD"}avaimella
kratos-1010009 = Käytä todennus{"\u00AD"}sovellusta
kratos-1010010 = Käytä palautuskoodia
kratos-1010011 = Kirjaudu suojaus{"\u00AD"}avaimella
kratos-1010012 = Paina painiketta ja käytä sitten suojausavainta, sormenjälkeä tai kasvojentunnistusta.
kratos-1010013 = Jatka
kratos-1010014 = Sinulle on lähetetty koodi. Jos se ei tule muutaman minuutin kuluessa, katso roskapostikansiosta tai pyydä koodi uudelleen.
kratos-1010015 = Lähetä kirjautumis{"\u00AD"}koodi
kratos-1010016 = { $duplicate_identifier } kuuluu jo toiselle tilille tässä palvelussa. Kirjaudu sille tilille, niin { $provider } lisätään uudeksi kirjautumistavaksi.
kratos-1010017 = Kirjaudu ja yhdistä
kratos-1010018 = Vahvista palvelun { $provider } kautta
kratos-1010019 = Lähetä koodi
kratos-1010021 = Kirjaudu pääsyavaimella
kratos-1010022 = Kirjaudu salasanalla
kratos-1010023 = Lähetä koodi osoitteeseen { $address }
kratos-1010024 = Kirjaudu tällä laitteella
kratos-1010025 = Sinulle on lähetetty koodi. Jos se ei tule muutaman minuutin kuluessa, katso roskapostikansiosta tai pyydä koodi uudelleen.
kratos-1040001 = Rekisteröidy
kratos-1040002 = Jatka palvelun { $provider } kautta
kratos-1040003 = Jatka
kratos-1040004 = Rekisteröidy suojaus{"\u00AD"}avaimella
kratos-1040005 = Antamaasi osoitteeseen on lähetetty koodi. Jos se ei tule muutaman minuutin kuluessa, katso roskapostikansiosta ja tarkista, onko osoitteessa kirjoitusvirheitä.
kratos-1040006 = Lähetä rekisteröitymis{"\u00AD"}koodi
kratos-1040007 = Rekisteröidy pääsyavaimella
kratos-1040008 = Takaisin
kratos-1040009 = Valitse, miten haluat tästä lähtien kirjautua.
kratos-1050001 = Muutoksesi on tallennettu.
kratos-1050001-profile = Profiilisi on tallennettu.
kratos-1050001-password = Uusi salasanasi on käytössä.
kratos-1050001-totp-on = Todennus{"\u00AD"}sovellus on käytössä.
kratos-1050001-totp-off = Todennus{"\u00AD"}sovellus ei ole enää käytössä.
kratos-1050001-passkey-added = Pääsyavain on lisätty.
kratos-1050001-passkey-removed = Pääsyavain on poistettu.
kratos-1050001-webauthn-added = Suojausavain on lisätty.
kratos-1050001-webauthn-removed = Suojausavain on poistettu.
kratos-1050001-lookup_secret-on = Palautuskoodisi toimivat tästä lähtien.
kratos-1050001-lookup_secret-off = Palautuskoodisi eivät ole enää käytössä. Yksikään niistä ei toimi.
kratos-1050001-oidc-linked = { $provider } on nyt liitetty. Voit kirjautua sen kautta.
kratos-1050001-oidc-unlinked = { $provider } ei ole enää liitettynä.
kratos-1050002 = Yhdistä { $provider }
kratos-1050003 = Irrota { $provider }
kratos-1050004 = Poista todennus{"\u00AD"}sovellus käytöstä
kratos-1050005 = QR-koodi todennus{"\u00AD"}sovellukselle
kratos-1050006 = { $secret }
kratos-1050007 = Näytä palautuskoodini
kratos-1050008 = Luo uudet palautuskoodit
kratos-1050009 = { $secret }
kratos-1050010 = Nämä ovat palautuskoodisi.
kratos-1050011 = Otin koodit talteen
kratos-1050012 = Lisää suojausavain
kratos-1050013 = Suojausavaimen nimi
kratos-1050014 = Käytetty { $used_at }
kratos-1050016 = Poista palautuskoodit käytöstä
kratos-1050017 = Jos et voi skannata kuvaa, kirjoita tämä avain sovellukseen:
kratos-1050018 = Poista suojausavain ”{ $display_name }”
kratos-1050019 = Lisää pääsyavain
kratos-1050020 = Poista pääsyavain ”{ $display_name }”
kratos-1050023 = Organisaatiosi hallinnoi tiliäsi. Jos haluat muuttaa näitä asetuksia, ota yhteyttä ylläpitäjään.
kratos-1060001 = Pääsit takaisin tilillesi. Vaihda nyt salasana tai lisää toinen kirjautumistapa. Tee se viimeistään { $privileged_session_expires_at }.
kratos-1060002 = Jos tämä osoite kuuluu jollekin tilille, siihen on lähetetty linkki. Jos mitään ei tule muutaman minuutin kuluessa, katso roskapostikansiosta ja tarkista, että rekisteröidyit tällä osoitteella.
kratos-1060003 = Jos tämä osoite kuuluu jollekin tilille, siihen on lähetetty koodi. Jos mitään ei tule muutaman minuutin kuluessa, katso roskapostikansiosta ja tarkista, että rekisteröidyit tällä osoitteella.
kratos-1060004 = Jos { $masked_address } kuuluu tilillesi, siihen on lähetetty koodi. Jos mitään ei tule muutaman minuutin kuluessa, katso roskapostikansiosta ja tarkista, että rekisteröidyit tällä osoitteella.
kratos-1060005 = Kirjoita osoite tai puhelinnumero kokonaan, jotta voidaan varmistaa, että tili on sinun.
kratos-1060006 = Minne koodi lähetetään?
kratos-1060007 = Takaisin
kratos-1070001 = Salasana
kratos-1070003 = Tallenna
kratos-1070003-profile = Tallenna profiili
kratos-1070003-password = Aseta uusi salasana
kratos-1070003-totp = Ota todennus{"\u00AD"}sovellus käyttöön
kratos-1070004 = Kirjautumis{"\u00AD"}tunnus
kratos-1070005 = Lähetä
kratos-1070006 = Sovelluksen koodi
kratos-1070007 = Sähköposti{"\u00AD"}osoite
kratos-1070008 = Lähetä koodi uudelleen
kratos-1070009 = Jatka
kratos-1070009-login-code-sent_email = Kirjaudu
kratos-1070009-registration-code-sent_email = Luo tili
kratos-1070009-recovery-code-choose_method = Lähetä koodi
kratos-1070009-recovery-link-choose_method = Lähetä linkki
kratos-1070009-recovery-code-sent_email = Vahvista koodi
kratos-1070009-recovery-code-recovery_awaiting_code = Vahvista koodi
kratos-1070009-recovery-code-recovery_confirming_address = Lähetä koodi
kratos-1070009-recovery-link-sent_email = Lähetä linkki uudelleen
kratos-1070009-verification-code-choose_method = Lähetä koodi
kratos-1070009-verification-link-choose_method = Lähetä linkki
kratos-1070009-verification-code-sent_email = Vahvista osoite
kratos-1070009-verification-link-sent_email = Lähetä linkki uudelleen
kratos-1070010 = Palautuskoodi
kratos-1070011 = Vahvistuskoodi
kratos-1070012 = Rekisteröitymis{"\u00AD"}koodi
kratos-1070013 = Kirjautumis{"\u00AD"}koodi
kratos-1070014 = Kirjaudu ja yhdistä
kratos-1070015 = Tee tarkistus loppuun, niin voit jatkaa.
kratos-1070016 = Palautusosoite
kratos-1070017 = Puhelinnumero
kratos-1070018 = Sähköposti{"\u00AD"}osoite tai puhelinnumero
kratos-1080001 = Jos tätä osoitetta ei ole vielä vahvistettu, siihen on lähetetty linkki. Jos mitään ei tule muutaman minuutin kuluessa, katso roskapostikansiosta ja tarkista, onko osoitteessa kirjoitusvirheitä.
kratos-1080002 = Kiitos, vahvistus on valmis.
kratos-1080003 = Jos tätä osoitetta ei ole vielä vahvistettu, siihen on lähetetty koodi. Jos mitään ei tule muutaman minuutin kuluessa, katso roskapostikansiosta ja tarkista, onko osoitteessa kirjoitusvirheitä.
kratos-1080004 = Jos tätä puhelinnumeroa ei ole vielä vahvistettu, siihen on lähetetty koodi tekstiviestillä. Jos mitään ei tule muutaman minuutin kuluessa, tarkista, onko numerossa kirjoitusvirheitä.
kratos-1080005 = Puhelinnumerosi on vahvistettu.

kratos-4000002 = Täytä tämä kohta.
kratos-4000003 = { $min_length ->
    [one] Kirjoita vähintään { $min_length } merkki. Kirjoitit { $actual_length }.
   *[other] Kirjoita vähintään { $min_length } merkkiä. Kirjoitit { $actual_length }.
}
kratos-4000004 = Tämä ei ole oikeassa muodossa.
kratos-4000005 = Tätä salasanaa ei voi käyttää: { $reason }.
kratos-4000006 = Tiedot eivät täsmää. Tarkista, onko niissä kirjoitusvirheitä.
kratos-4000007 = Tämä sähköpostiosoite, puhelinnumero tai kirjautumistunnus on jo käytössä toisella tilillä. Valitse jokin muu tai kirjaudu kyseiselle tilille, jos se on sinun.
kratos-4000008 = Vahvistus ei onnistunut. Anna koodi, jonka sovellus näyttää nyt, tai yritä uudelleen avaimellasi.
kratos-4000009 = Kirjautumistunnus, kuten sähköpostiosoite, puuttuu. Täytä se. Jos sille ei ole kenttää, ota yhteyttä palvelun ylläpitoon.
kratos-4000010 = Tilisi ei ole vielä käytössä. Oletko vahvistanut sähköpostiosoitteesi?
kratos-4000011 = Et ole ottanut todennussovellusta käyttöön.
kratos-4000012 = Tämä palautuskoodi on jo käytetty.
kratos-4000013 = Et ole lisännyt suojausavainta.
kratos-4000014 = Et ole ottanut palautuskoodeja käyttöön.
kratos-4000015 = Tiliä, jolla on suojausavain tai pääsyavain, ei löytynyt. Tarkista kirjoittamasi tai kirjaudu toisella tavalla.
kratos-4000016 = Tämä palautuskoodi ei ole oikea.
kratos-4000017 = { $max_length ->
    [one] Kirjoita enintään { $max_length } merkki. Kirjoitit { $actual_length }.
   *[other] Kirjoita enintään { $max_length } merkkiä. Kirjoitit { $actual_length }.
}
kratos-4000018 = Pienin sallittu arvo on { $minimum }. Annoit arvon { $actual }.
kratos-4000019 = Arvon on oltava suurempi kuin { $minimum }. Annoit arvon { $actual }.
kratos-4000020 = Suurin sallittu arvo on { $maximum }. Annoit arvon { $actual }.
kratos-4000021 = Arvon on oltava pienempi kuin { $maximum }. Annoit arvon { $actual }.
kratos-4000022 = Arvon on oltava luvun { $base } monikerta. Annoit arvon { $actual }.
kratos-4000023 = { $max_items ->
    [one] Tässä voi olla enintään { $max_items } kohta. Sinulla on { $actual_items }.
   *[other] Tässä voi olla enintään { $max_items } kohtaa. Sinulla on { $actual_items }.
}
kratos-4000024 = { $min_items ->
    [one] Tässä on oltava vähintään { $min_items } kohta. Sinulla on { $actual_items }.
   *[other] Tässä on oltava vähintään { $min_items } kohtaa. Sinulla on { $actual_items }.
}
kratos-4000025 = Sama tieto on kahdessa kohdassa.
kratos-4000026 = Tämä arvo on väärää tyyppiä.
kratos-4000027 = Tällä sähköpostiosoitteella, puhelinnumerolla tai kirjautumistunnuksella on jo tili. Kirjaudu ensin sille ja yhdistä sitten toinen tili siihen.
kratos-4000028 = Tällä sähköpostiosoitteella, puhelinnumerolla tai kirjautumistunnuksella on jo tili. Jos se on sinun, kirjaudu sille. Mahdolliset tavat: { $available_credential_types }.
kratos-4000029 = Tämän on oltava { $expected }.
kratos-4000030 = Tätä ei saa muuttaa.
kratos-4000031 = Salasana muistuttaa liikaa kirjautumistunnustasi.
kratos-4000032 = { $min_length ->
    [one] Salasanassa on oltava vähintään { $min_length } merkki. Omassasi on { $actual_length }.
   *[other] Salasanassa on oltava vähintään { $min_length } merkkiä. Omassasi on { $actual_length }.
}
kratos-4000033 = { $max_length ->
    [one] Salasanassa voi olla enintään { $max_length } merkki. Omassasi on { $actual_length }.
   *[other] Salasanassa voi olla enintään { $max_length } merkkiä. Omassasi on { $actual_length }.
}
kratos-4000034 = Tämä salasana on paljastunut tietovuodoissa. Valitse toinen.
kratos-4000035 = Tiliä, jolle kirjaudutaan koodilla, ei löytynyt. Tarkista, onko osoitteessa kirjoitusvirheitä, tai kirjaudu toisella tavalla.
kratos-4000036 = Tietosi eivät ole samat kuin koodia lähetettäessä. Anna ne kuten aiemmin tai palaa takaisin ja aloita alusta.
kratos-4000037 = Tiliä, jolle tällä voisi kirjautua, ei löytynyt. Tarkista, onko siinä kirjoitusvirheitä.
kratos-4000038 = Tarkistus ei onnistunut. Yritä uudelleen.
kratos-4000039 = Valitse jokin muu kuin nykyinen salasanasi.
kratos-4000040 = Anna kelvollinen sähköpostiosoite.
kratos-4000041 = Anna kelvollinen puhelinnumero.
kratos-4000042 = Et ole ottanut käyttöön laitetta, jolla kirjautua.
kratos-4000043 = Avaintasi ei voitu vahvistaa. Yritä uudelleen.
kratos-4000044 = Tätä laitetta ei voitu vahvistaa. Yritä uudelleen.
kratos-4000045 = Tällä laitteella ei voi enää kirjautua. Ota se uudelleen käyttöön.
kratos-4000046 = Tällä laitteella ei voi enää kirjautua. Ota se uudelleen käyttöön.
kratos-4010001 = Sivu oli auki liian kauan. Yritä uudelleen.
kratos-4010002 = Tiedot eivät riitä kirjautumiseen. Täytä lomake ja yritä uudelleen.
kratos-4010003 = Tiedot eivät riitä tilin luomiseen. Täytä lomake ja yritä uudelleen.
kratos-4010004 = Mitään ei muutettu: lomakkeesta puuttui tietoja. Yritä uudelleen.
kratos-4010005 = Lomakkeesta puuttui tietoja. Aloita alusta.
kratos-4010006 = Lomakkeesta puuttui tietoja. Aloita alusta.
kratos-4010007 = Tämä on jo tehty.
kratos-4010008 = Koodi on väärä tai jo käytetty. Tarkista se tai pyydä uusi.
kratos-4010009 = Tämä ei ole se tili, joka on tarkoitus yhdistää. Kirjaudu tilille, jolla osoitteesi on jo käytössä.
kratos-4010010 = Tämä osoite ei kuulu tilillesi. Käytä toista osoitetta.
kratos-4010011 = Tämä tili on poistettu käytöstä. Ota yhteyttä palvelun ylläpitoon.
kratos-4040001 = Sivu oli auki liian kauan, eikä tiliä luotu. Yritä uudelleen.
kratos-4040002 = Tämä on jo tehty.
kratos-4040003 = Koodi on väärä tai jo käytetty. Tarkista se tai pyydä uusi.
kratos-4050001 = Sivu oli auki liian kauan, joten mitään ei muutettu. Yritä uudelleen.
kratos-4050002 = Voit muuttaa yhden osoitteen kerrallaan.
kratos-4060001 = Tämä palautus on jo tehty. Jos et vieläkään pääse tilillesi, aloita tästä uudelleen.
kratos-4060002 = Jokin meni matkan varrella vikaan. Aloita alusta.
kratos-4060004 = Linkki on väärä tai jo käytetty. Pyydä uusi.
kratos-4060005 = Aikaa on kulunut liikaa, eikä koodi tai linkki enää toimi. Pyydä uusi.
kratos-4060006 = Koodi on väärä tai jo käytetty. Tarkista se tai pyydä uusi.
kratos-4070001 = Linkki on väärä tai jo käytetty. Pyydä uusi.
kratos-4070002 = Tämä on jo vahvistettu. Sinun ei tarvitse tehdä muuta.
kratos-4070003 = Jokin meni matkan varrella vikaan. Aloita alusta.
kratos-4070005 = Aikaa on kulunut liikaa, eikä koodi tai linkki enää toimi. Pyydä uusi.
kratos-4070006 = Koodi on väärä tai jo käytetty. Tarkista se tai pyydä uusi.
kratos-5000002 = Kirjautuminen ei ole juuri nyt mahdollista millään tavalla. Ota yhteyttä palvelun ylläpitoon.
kratos-5000003 = Organisaatiosi vaatii oman kirjautumisensa, jota ei ole otettu käyttöön. Ota yhteyttä ylläpitäjään.

## Login, registration, recovery, verification

or = tai
for-client = Jatka sovellukseen { $client }
flow-nothing = Täällä ei ole mitään tehtävää.
typed-kept = Sivu oli vanhentunut, eikä mitään muutettu. Kirjoittamasi on edelleen tässä salasanoja ja koodeja lukuun ottamatta: tarkista se ja lähetä uudelleen.
item-gone = Luettelon ”{ $list }” kohtaa on sillä välin muutettu tai se on poistettu muualla. Siihen tekemääsi muutosta ei tallennettu.

login-title = Kirjaudu
# What the reference UI says too, and its suites look for.
login-second-title = Vielä yksi vaihe
login-second-nothing = Tilillesi ei ole vielä lisätty toista kirjautumisvaihetta. Lisää se tilisi asetuksissa tai kirjaudu toisella tilillä.
second-factor-needed = Sivu, jonka halusit avata, vaatii toisen kirjautumisvaiheen. Lisää sellainen täällä, niin pääset jatkamaan.
login-refresh-title = Vahvista, että se olet sinä
login-code-title = Anna koodi
login-link-title = Yhdistä tilisi
login-link-lead = Sinulla on jo tili täällä. Kirjaudu sille tavalliseen tapaan: äsken käyttämäsi tili lisätään uudeksi kirjautumistavaksi.
registration-title = Luo tili
registration-method-title = Valitse, miten kirjaudut
registration-code-title = Anna koodi
registration-provider-title = Vielä muutama tieto
registration-provider-lead = Valitsemasi tili ei anna kaikkea, mitä täällä tarvitaan.
recovery-title = Palauta tilisi
recovery-lead = Anna tilisi osoite. Saat siihen ohjeet, joilla pääset takaisin tilillesi.
recovery-choice-title = Valitse osoite
recovery-address-title = Vahvista osoite
recovery-code-title = Anna koodi
recovery-link-title = Katso sähköpostisi
verification-title = Vahvista osoitteesi
verification-lead = Anna vahvistettava osoite. Saat siihen koodin tai linkin.
verification-code-title = Anna koodi
verification-link-title = Katso sähköpostisi
verification-done-title = Valmista

way-login = Kirjaudu
way-registration = Luo tili
way-recovery = Unohditko salasanasi?
way-not-you = Etkö tämä ole sinä?
way-other-name = Käytä toista tunnusta

# Applications (OAuth2)

consent-title = Salli pääsy
consent-lead = { $client } haluaa käyttää tiliäsi.
consent-scopes = Mitä sovellus saa tehdä
consent-audience = Sovellus käyttää tätä täällä:
consent-remember = Älä kysy enää tästä sovelluksesta
consent-accept = Salli
consent-reject = Älä salli
scope-openid = Tietää, että se olet sinä
scope-profile = Nähdä nimesi ja profiilisi
scope-email = Nähdä sähköpostiosoitteesi
scope-phone = Nähdä puhelinnumerosi
scope-address = Nähdä postiosoitteesi
scope-offline = Säilyttää pääsyn, kun et ole paikalla
scope-offline_access = Säilyttää pääsyn, kun et ole paikalla
application-page = Tietoja sovelluksesta
application-policy = Sovelluksen tietosuojakäytäntö
application-terms = Sovelluksen käyttöehdot
applications-title = Yhdistetyt sovellukset
applications-lead = Katso, mitkä sovellukset saavat käyttää tiliäsi, ja poista niiden pääsy.
applications-none = Et ole antanut millekään sovellukselle pääsyä tiliisi.
applications-since = Sallittu { $when }
applications-revoke = Poista pääsy
applications-revoke-question = Poistetaanko sovelluksen { $client } pääsy?
applications-revoke-consequence = { $client } ei voi enää käyttää tiliäsi, mutta voi pyytää lupaa uudelleen.
applications-revoked = Valmista: sovelluksella ei ole enää pääsyä.
oauth2-logout-title = Kirjaudutaanko ulos?
oauth2-logout-lead = Sinut kirjataan ulos täältä ja sovelluksista, joita käytät tällä tilillä.
oauth2-logout-client = { $client } pyytää kirjaamaan sinut ulos, täältä ja sovelluksista, joita käytät tällä tilillä.
oauth2-logout-stay = Pysy kirjautuneena
problem-request-unknown-title = Tätä pyyntöä ei tunneta
problem-request-unknown = Mikään sovellus ei saanut pääsyä. Linkki voi olla vajaa tai keksitty: palaa sovellukseen ja kirjaudu siellä uudelleen.
problem-request-outdated-title = Tämä pyyntö on liian vanha
problem-request-outdated = Siihen ei vastattu ajoissa, eikä mikään sovellus saanut pääsyä. Palaa sovellukseen ja kirjaudu siellä uudelleen.
problem-request-used-title = Olet jo vastannut tähän
problem-request-used = Mitään muuta ei sallittu. Palaa sovellukseen tai aloita alusta.
problem-request-foreign-title = Tämä pyyntö koskee toista tiliä
problem-request-foreign = Olet kirjautunut toisella tilillä kuin sillä, jolla tämä alkoi, joten mitään ei sallittu. Valitse tili kirjautumalla uudelleen.
