# Français

language-name = Français

## The frame

settings-title = Paramètres du compte
title-saved = Enregistré – { $title }
title-error = Erreur – { $title }
skip-to-content = Aller au contenu
account-pages = Votre compte
language = Langue
theme = Apparence
theme-system = Comme l’appareil
theme-light = Clair
theme-dark = Sombre
choice-keeps = Ce que vous avez saisi est conservé, sauf les mots de passe et les codes.
back-to-application = Retour à l’application
footer = À propos de ce service

## Sections: heading, purpose, state

group-profile = Profil
group-profile-lead = Qui vous êtes et comment vous joindre.
group-password = Mot de passe
group-password-lead = Choisissez un nouveau mot de passe pour vous connecter.
group-oidc = Comptes associés
group-oidc-lead = Connectez-vous avec un compte que vous avez ailleurs.
group-saml = Connexion profession{"\u00AD"}nelle
group-saml-lead = Connectez-vous avec le compte de votre organisation.
group-passkey = Clés d’accès
group-passkey-lead = Connectez-vous avec votre empreinte digitale, votre visage ou le verrouillage de l’écran.
group-webauthn = Clés de sécurité
group-webauthn-lead = Un petit appareil qui prouve que c’est bien vous quand vous vous connectez.
group-totp = Application d’authenti{"\u00AD"}fication
group-totp-lead = Une application sur votre téléphone affiche un code à saisir quand vous vous connectez.
group-lookup_secret = Codes de secours
group-lookup_secret-lead = Connectez-vous avec l’un de ces codes si vous avez perdu votre téléphone ou votre clé. Chaque code ne sert qu’une fois.
group-code = Codes à usage unique
group-code-lead = Des codes que vous recevez quand vous vous connectez.
group-link = Liens de connexion
group-link-lead = Des liens que vous recevez quand vous vous connectez.
group-identifier_first = Identifiant
group-captcha = Êtes-vous un être humain ?

state-on = Activé
state-off = Désactivé
state-linked = { $count ->
    [0] Aucun dans la liste
    [one] Associé : { $count }
    [many] Associés : { $count }
   *[other] Associés : { $count }
}
state-passkeys = { $count ->
    [0] Aucune pour l’instant
    [one] { $count } clé d’accès
    [many] { $count } de clés d’accès
   *[other] { $count } clés d’accès
}
state-keys = { $count ->
    [0] Aucune pour l’instant
    [one] { $count } clé de sécurité
    [many] { $count } de clés de sécurité
   *[other] { $count } clés de sécurité
}
state-codes = { $count ->
    [one] { $count } code de secours
    [many] { $count } de codes de secours
   *[other] { $count } codes de secours
}
state-codes-used = { $count ->
    [one] { $count } code de secours
    [many] { $count } de codes de secours
   *[other] { $count } codes de secours
}, { $used ->
    [one] { $used } utilisé
    [many] { $used } utilisés
   *[other] { $used } utilisés
}, dernière utilisation le { $when }

overview-title = Votre compte en un coup d’œil
overview-sign-in-name = Vous vous connectez en tant que { $name }
overview-ways = Moyens de connexion
overview-protection = Protection supplémentaire
overview-password = Le définir ou le changer
overview-not-set = Non défini
overview-codes-left = { $count ->
    [one] { $count } restant
    [many] { $count } restants
   *[other] { $count } restants
}
codes-few = { $count ->
    [one] Il ne reste que { $count } code de secours.
    [many] Il ne reste que { $count } de codes de secours.
   *[other] Il ne reste que { $count } codes de secours.
}
codes-none-left = Il ne reste aucun code de secours.
codes-renew = En créer de nouveaux
codes-lacking = Si vous perdez votre téléphone ou votre clé, les codes de secours vous permettent de revenir. Vous n’en avez pas encore.
second-suggested = Une deuxième étape rend la connexion plus sûre : un mot de passe volé ne suffit alors plus.
second-add = En ajouter une

## Fields

list-item = { $list } { $number }
list-spare = { $list } : ajouter un élément
list-separator = {", "}
time-zone = Fuseau horaire : { $offset }
optional-nothing = Aucun choix
show-password = Afficher
hide-password = Masquer
caps-lock = Le verrouillage des majuscules est activé.
errors-title = { $count ->
    [one] Veuillez corriger ce point :
    [many] Veuillez corriger ces { $count } de points :
   *[other] Veuillez corriger ces { $count } points :
}
address-unverified = Il vous reste à confirmer { $address }.
address-verify = Confirmer maintenant

required-mark = Les champs marqués d’un * sont obligatoires.
password-rules = Un long mot de passe est un mot de passe solide : par exemple, quelques mots sans rapport entre eux. Choisissez-en un que vous n’utilisez nulle part ailleurs.
password-shortest = { $count ->
    [one] Au moins { $count } caractère.
    [many] Au moins { $count } de caractères.
   *[other] Au moins { $count } caractères.
}
strength = Solidité du mot de passe
strength-0 = Très faible.
strength-1 = Faible.
strength-2 = Pourrait être plus solide.
strength-3 = Solide.
strength-4 = Très solide.
strength-known = Ce genre de mot de passe est parmi les premiers essayés.
strength-pattern = Il suit un motif facile à deviner.
strength-own = Il contient quelque chose de vous, comme votre nom ou votre adresse.

## Buttons and what they do

working = En cours…
cancel = Annuler
copy = Copier
copied = Copié
download = Télécharger
print = Imprimer
copy-selected = La copie automatique n’est pas possible ici. Le texte est sélectionné : copiez-le vous-même.
open-in-app = Ouvrir dans une application d’authentification sur cet appareil
codes-file = codes-de-secours-{ $host }.txt
codes-account = Compte : { $account }
codes-site = Site web : { $site }
codes-day = Date : { $day }
codes-make = Créer des codes de secours
code-spent = utilisé
codes-not-saved = Ces codes ne fonctionnent pas encore. Mettez-les en lieu sûr, puis confirmez ci-dessous que vous les avez.
codes-keep = Imprimez-les ou conservez-les avec vos mots de passe. Toute personne qui en possède un peut accéder à votre compte.
oidc-missing = Un compte manque-t-il ici ?
oidc-last = Un compte qui est votre seul moyen de vous connecter ne peut pas être dissocié et n’apparaît pas ici.
password-done = Si quelqu’un d’autre a pu découvrir votre ancien mot de passe, fermez aussi vos autres sessions.

added = Ajoutée le { $when }
unlink-consequence = Vous ne pourrez plus vous connecter avec { $thing }.
remove-consequence = Vous ne pourrez plus vous connecter avec « { $thing } ».
remove-last = C’est votre dernier moyen de vous connecter : il ne peut donc pas être supprimé.
totp-unlink-consequence = Les codes de votre application ne vous seront plus demandés à la connexion.
lookup-disable-consequence = Plus aucun de vos codes de secours ne fonctionnera.
lookup-regenerate-consequence = Vos codes actuels cesseront de fonctionner dès que vous aurez confirmé les nouveaux.
thing-remove = Supprimer
thing-unlink = Dissocier
passkey-unnamed = Clé d’accès sans nom
key-unnamed = Clé de sécurité sans nom
remove-question = Supprimer « { $thing } » ?
unlink-question = Dissocier { $thing } ?
totp-unlink-question = Désactiver l’application d’authentification ?
lookup-disable-question = Désactiver les codes de secours ?
lookup-regenerate-question = Créer de nouveaux codes de secours ?

script-needed = Cette option nécessite JavaScript, qui est désactivé dans votre navigateur.
ceremony-failed = Cela n’a pas fonctionné, et rien n’a été modifié. Vous pouvez réessayer.
ceremony-failed-login = Cela n’a pas fonctionné. Réessayez, ou connectez-vous autrement.
ceremony-failed-registration = Cela n’a pas fonctionné, et aucun compte n’a été créé. Réessayez, ou choisissez un autre moyen.
ceremony-known = Cette clé ou cet appareil est déjà ajouté à votre compte.
ceremony-insecure = Les clés de sécurité et les clés d’accès exigent une connexion sécurisée : une adresse qui commence par https.
ceremony-unsupported = Ce navigateur ne prend pas en charge les clés de sécurité ni les clés d’accès.

## Sessions, signing out, your data

sessions-title = Où votre compte est connecté
sessions-lead = Consultez tous les navigateurs et applications qui peuvent utiliser votre compte, et fermez leurs sessions.
sessions-this = Cet appareil
sessions-none = Votre compte n’est connecté nulle part ailleurs.
sessions-unknown = Appareil inconnu
sessions-device = { $browser } sur { $system }
sessions-since = Connexion le { $when }
sessions-until = Session ouverte jusqu’au { $when }
sessions-two-factors = deux facteurs
sessions-end = Déconnecter
sessions-end-others = Déconnecter tous les autres appareils
sessions-end-question = Déconnecter { $device } ?
sessions-end-others-question = Déconnecter tous les autres appareils ?
sessions-end-consequence = Il faudra se reconnecter sur l’appareil concerné.
sessions-end-others-consequence = Il faudra se reconnecter sur tous les appareils, sauf celui-ci.
sessions-ended = C’est fait : la session est fermée.
sign-out = Se déconnecter
export = Télécharger vos données
group-code_recovery = Récupération du compte
group-link_recovery = Récupération du compte

delete-title = Supprimer votre compte
delete-lead = Cette action est irréversible.
delete-data = Vos données, vos paramètres et tous vos moyens de connexion seront supprimés définitivement.
delete-back = Personne ne pourra les rétablir, et quelqu’un d’autre pourra prendre votre identifiant.
delete-consent = Je comprends que mon compte ne pourra pas être rétabli.
delete-button = Supprimer mon compte
delete-done-title = Votre compte a été supprimé
delete-done = Vos données et vos moyens de connexion n’existent plus, et toutes vos sessions sont fermées.
deactivate-title = Désactiver votre compte
deactivate-lead = Votre compte sera désactivé. Rien de ce qu’il contient ne sera supprimé.
deactivate-data = Plus personne ne pourra s’y connecter, pas même vous.
deactivate-back = Seuls les responsables de ce service peuvent le réactiver.
deactivate-consent = Je comprends que je ne pourrai pas réactiver mon compte par mes propres moyens.
deactivate-button = Désactiver mon compte
deactivate-done-title = Votre compte a été désactivé
deactivate-done = Toutes vos sessions sont fermées. Pour utiliser à nouveau votre compte, adressez-vous aux responsables de ce service.
deletion-sessions = Vous serez déconnecté de tous vos appareils.
deletion-applications = Vous ne pourrez plus vous connecter à des applications avec ce compte. Ce qu’elles conservent à votre sujet reste chez elles.
deletion-export = Avant de partir, gardez une copie de vos données :
deletion-keep = Garder mon compte
deletion-unticked = Si vous êtes sûr de vous, cochez d’abord la case. Rien n’a été modifié.

## On the way

moving-on-title = Un instant
moving-on = La page suivante va s’ouvrir.
moving-on-link = Continuer
enter-again-title = Veuillez vous reconnecter
enter-again = Pour protéger votre compte, cette modification exige une connexion récente. Elle n’a pas été enregistrée : reconnectez-vous, puis refaites-la.

## Problems: heading and what to do

try-again = Réessayer
back-to-form = Retour au formulaire
to-settings = Aller aux paramètres de votre compte
sign-in-again = Se reconnecter
start-again = Recommencer
confirm-address = Confirmer votre adresse
request-id = Si vous demandez de l’aide, indiquez ce numéro : { $id }

problem-not-found-title = Cette page n’existe pas
problem-not-found = L’adresse contient peut-être une faute de frappe, ou la page a été déplacée.
problem-return-to-title = Ce lien renvoie vers un site non autorisé
problem-return-to = Ce lien devait ensuite vous renvoyer vers un autre site, qui ne figure pas parmi les sites autorisés. Vous pouvez continuer, mais ce site ne s’ouvrira pas.
problem-link-title = Ce lien ne peut pas être utilisé
problem-link = Quelque chose dans ce lien n’est pas autorisé ici. Il est peut-être incomplet ou périmé. Vous pouvez recommencer sans lui.
problem-not-offered-title = Ce n’est pas proposé ici
problem-not-offered = Les responsables de ce service ont désactivé cette page.
problem-switched-off-title = Ce compte est désactivé
problem-switched-off = Il ne peut pas être utilisé pour le moment. Si vous pensez qu’il s’agit d’une erreur, adressez-vous aux responsables de ce service.
problem-form-title = Votre formulaire n’a pas pu être accepté
problem-form = Rien n’a été modifié. Cela arrive quand une page est restée ouverte longtemps, après une nouvelle connexion ailleurs, ou quand votre navigateur refuse les cookies.
problem-forbidden-title = Cette action n’est pas autorisée
problem-forbidden = Rien n’a été modifié.
problem-busy-title = Trop de demandes
problem-busy = Veuillez patienter un instant, puis réessayer.
problem-slow-title = Cela prend trop de temps
problem-slow = Le service des comptes ne répond pas pour le moment. Veuillez réessayer dans une minute.
problem-unavailable-title = Le service des comptes est injoignable
problem-unavailable = Vous n’y êtes pour rien, et rien n’a été modifié. Veuillez réessayer dans une minute.
problem-loop-title = La connexion n’aboutit pas
problem-loop = Votre connexion a réussi, mais cette page ne la reconnaît pas. Votre navigateur bloque peut-être les cookies : autorisez-les pour ce site, ou supprimez ceux qui y sont déjà enregistrés, puis reconnectez-vous. Si cela ne suffit pas, contactez les responsables de ce service.
problem-no-cookies-title = Votre navigateur n’enregistre pas les cookies
problem-no-cookies = Cette page ne fonctionne pas sans eux. Autorisez-les pour ce site dans les paramètres de votre navigateur, puis recommencez.
problem-foreign-title = Ce formulaire provient d’un autre site
problem-foreign = Rien n’a été modifié. Si vous avez suivi un lien que quelqu’un vous a envoyé, ne vous y fiez pas.
problem-not-a-form-title = Ce formulaire ne vient pas de cette page
problem-not-a-form = Rien n’a été modifié.
problem-too-large-title = C’est trop long
problem-too-large = Rien n’a été modifié. Veuillez raccourcir ce que vous avez saisi.
problem-upload-slow-title = Votre formulaire ne nous est pas parvenu
problem-upload-slow = Rien n’a été modifié. Votre connexion est peut-être lente ou interrompue : veuillez renvoyer le formulaire.
problem-not-saved-title = Rien n’a été enregistré
problem-not-saved = Le service des comptes est injoignable pour le moment. Revenez en arrière dans votre navigateur pour garder ce que vous avez saisi, attendez une minute, puis envoyez-le à nouveau.
problem-maybe-saved-title = La modification n’a peut-être pas été enregistrée
problem-maybe-saved = Le service des comptes a reçu votre envoi, mais n’a pas répondu. Avant de réessayer, revenez en arrière pour voir si cela a fonctionné.
problem-left-already-title = Vous êtes déconnecté
problem-left-already = Rien de plus n’a été fait. Si vous avez appuyé deux fois sur le bouton, cela a fonctionné la première fois. Sinon, reconnectez-vous et recommencez.
problem-still-there-title = Votre compte est toujours là
problem-still-there = Le service des comptes n’a pas pu le faire pour le moment, et rien n’a été modifié. Veuillez réessayer dans une minute.
problem-still-there-revoked-title = Votre compte est toujours là
problem-still-there-revoked = Le service des comptes n’a pas pu le faire pour le moment. Votre compte et vos données n’ont pas été modifiés, mais les applications que vous utilisez avec ce compte pourront vous redemander l’accès. Veuillez réessayer dans une minute.
problem-maybe-gone-title = Il n’est pas certain que cela ait fonctionné
problem-maybe-gone = Le service des comptes a reçu votre demande, mais n’a pas répondu. Connectez-vous pour vérifier : si vous y arrivez, votre compte est toujours là.
problem-method-title = Cette page ne peut pas être utilisée ainsi
problem-method = Veuillez revenir en arrière et utiliser les liens et les boutons de la page.
problem-internal-title = Un problème est survenu de notre côté
problem-internal = Vous n’y êtes pour rien. Veuillez réessayer.
problem-sign-in-first-title = Veuillez d’abord vous connecter
problem-sign-in-first = Ce n’est possible qu’après la connexion, et parfois seulement peu de temps après.
problem-other-identity-title = Une autre personne est connectée
problem-other-identity = Cette page a été ouverte pour un autre compte que celui qui est connecté maintenant. Rien n’a été modifié. Reconnectez-vous avec le compte que vous voulez utiliser.
problem-unverified-title = Veuillez d’abord confirmer votre adresse
problem-unverified = Vous pourrez vous connecter dès que votre adresse sera confirmée. Cherchez le message contenant le code ou le lien, ou demandez-en un nouveau.
problem-outdated-title = Cette page ou ce lien ne fonctionne plus
problem-outdated = La page ou le lien a déjà servi, ou trop de temps s’est écoulé. Veuillez recommencer.
problem-provider-title = Cela n’a pas fonctionné
problem-provider = La connexion avec un compte que vous avez ailleurs n’a pas abouti. Cela arrive quand elle prend du temps, quand vous vous connectez dans deux onglets à la fois, ou quand votre navigateur refuse les cookies. Veuillez réessayer.
problem-application-title = L’application n’a pas pu vous connecter
problem-application = Elle vous a envoyé ici d’une manière incorrecte. Retournez dans l’application et réessayez. Si cela ne suffit pas, signalez-le à ses responsables.
problem-elsewhere-title = Un problème est survenu
problem-elsewhere = Vous n’y êtes pour rien. Veuillez réessayer dans une minute. Si cela se reproduit, signalez-le aux responsables de ce service.

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = Se connecter
kratos-1010002 = Continuer avec { $provider }
kratos-1010003 = Pour continuer, veuillez confirmer que c’est bien vous.
kratos-1010004 = Veuillez confirmer par un deuxième moyen que c’est bien vous.
kratos-1010005 = Confirmer
kratos-1010006 = Code de l’application
kratos-1010007 = Code de secours
kratos-1010008 = Se connecter avec une clé de sécurité
kratos-1010009 = Utiliser l’application d’authenti{"\u00AD"}fication
kratos-1010010 = Utiliser un code de secours
kratos-1010011 = Se connecter avec une clé de sécurité
kratos-1010012 = Appuyez sur le bouton, puis utilisez votre clé de sécurité, votre empreinte ou votre visage.
kratos-1010013 = Continuer
kratos-1010014 = Un code vient de vous être envoyé. S’il n’arrive pas dans quelques minutes, regardez dans vos courriers indésirables ou demandez-le à nouveau.
kratos-1010015 = Envoyer un code de connexion
kratos-1010016 = { $duplicate_identifier } appartient déjà à un compte ici. Connectez-vous à ce compte pour y ajouter { $provider } comme autre moyen de vous connecter.
kratos-1010017 = Se connecter et associer
kratos-1010018 = Confirmer avec { $provider }
kratos-1010019 = Envoyer un code
kratos-1010021 = Se connecter avec une clé d’accès
kratos-1010022 = Se connecter avec un mot de passe
kratos-1010023 = Envoyer un code à { $address }
kratos-1010024 = Se connecter avec cet appareil
kratos-1010025 = Un code vient de vous être envoyé. S’il n’arrive pas dans quelques minutes, regardez dans vos courriers indésirables ou demandez-le à nouveau.
kratos-1040001 = S’inscrire
kratos-1040002 = Continuer avec { $provider }
kratos-1040003 = Continuer
kratos-1040004 = S’inscrire avec une clé de sécurité
kratos-1040005 = Un code vient d’être envoyé à l’adresse indiquée. S’il n’arrive pas dans quelques minutes, regardez dans vos courriers indésirables et vérifiez que l’adresse ne contient pas de faute de frappe.
kratos-1040006 = Envoyer un code d’inscription
kratos-1040007 = S’inscrire avec une clé d’accès
kratos-1040008 = Retour
kratos-1040009 = Choisissez comment vous voulez vous connecter désormais.
kratos-1050001 = Vos modifications ont été enregistrées !
kratos-1050001-profile = Votre profil a été enregistré.
kratos-1050001-password = Votre nouveau mot de passe est en place.
kratos-1050001-totp-on = L’application d’authenti{"\u00AD"}fication est activée.
kratos-1050001-totp-off = L’application d’authenti{"\u00AD"}fication est désactivée.
kratos-1050001-passkey-added = La clé d’accès a été ajoutée.
kratos-1050001-passkey-removed = La clé d’accès a été supprimée.
kratos-1050001-webauthn-added = La clé de sécurité a été ajoutée.
kratos-1050001-webauthn-removed = La clé de sécurité a été supprimée.
kratos-1050001-lookup_secret-on = Vos codes de secours fonctionnent désormais.
kratos-1050001-lookup_secret-off = Vos codes de secours sont désactivés. Plus aucun ne fonctionne.
kratos-1050001-oidc-linked = { $provider } est maintenant associé. Vous pouvez l’utiliser pour vous connecter.
kratos-1050001-oidc-unlinked = { $provider } n’est plus associé.
kratos-1050002 = Associer { $provider }
kratos-1050003 = Dissocier { $provider }
kratos-1050004 = Désactiver l’application d’authenti{"\u00AD"}fication
kratos-1050005 = QR code pour votre application d’authenti{"\u00AD"}fication
kratos-1050006 = { $secret }
kratos-1050007 = Afficher mes codes de secours
kratos-1050008 = Créer de nouveaux codes de secours
kratos-1050009 = { $secret }
kratos-1050010 = Voici vos codes de secours.
kratos-1050011 = J’ai mis ces codes en lieu sûr
kratos-1050012 = Ajouter une clé de sécurité
kratos-1050013 = Nom de la clé de sécurité
kratos-1050014 = Utilisé le { $used_at }
kratos-1050016 = Désactiver les codes de secours
kratos-1050017 = Si vous ne pouvez pas scanner l’image, saisissez cette clé dans votre application :
kratos-1050018 = Supprimer la clé de sécurité « { $display_name } »
kratos-1050019 = Ajouter une clé d’accès
kratos-1050020 = Supprimer la clé d’accès « { $display_name } »
kratos-1050023 = Votre compte est géré par votre organisation. Pour modifier ces paramètres, adressez-vous à votre administrateur.
kratos-1060001 = Vous avez de nouveau accès à votre compte. Changez maintenant votre mot de passe ou ajoutez un autre moyen de vous connecter. Date limite : { $privileged_session_expires_at }.
kratos-1060002 = Si cette adresse appartient à un compte, un lien vient d’y être envoyé. Si rien n’arrive dans quelques minutes, regardez dans vos courriers indésirables et vérifiez qu’il s’agit de l’adresse de votre inscription.
kratos-1060003 = Si cette adresse appartient à un compte, un code vient d’y être envoyé. Si rien n’arrive dans quelques minutes, regardez dans vos courriers indésirables et vérifiez qu’il s’agit de l’adresse de votre inscription.
kratos-1060004 = Si { $masked_address } appartient à votre compte, un code vient d’y être envoyé. Si rien n’arrive dans quelques minutes, regardez dans vos courriers indésirables et vérifiez qu’il s’agit de l’adresse de votre inscription.
kratos-1060005 = Pour confirmer que c’est bien votre compte, saisissez l’adresse ou le numéro de téléphone en entier.
kratos-1060006 = Où faut-il envoyer le code ?
kratos-1060007 = Retour
kratos-1070001 = Mot de passe
kratos-1070003 = Enregistrer
kratos-1070003-profile = Enregistrer le profil
kratos-1070003-password = Définir le nouveau mot de passe
kratos-1070003-totp = Activer l’application d’authenti{"\u00AD"}fication
kratos-1070004 = Identifiant
kratos-1070005 = Envoyer
kratos-1070006 = Code de l’application
kratos-1070007 = Adresse e-mail
kratos-1070008 = Renvoyer le code
kratos-1070009 = Continuer
kratos-1070009-login-code-sent_email = Se connecter
kratos-1070009-registration-code-sent_email = Créer le compte
kratos-1070009-recovery-code-choose_method = Envoyer le code
kratos-1070009-recovery-link-choose_method = Envoyer le lien
kratos-1070009-recovery-code-sent_email = Confirmer le code
kratos-1070009-recovery-code-recovery_awaiting_code = Confirmer le code
kratos-1070009-recovery-code-recovery_confirming_address = Envoyer le code
kratos-1070009-recovery-link-sent_email = Renvoyer le lien
kratos-1070009-verification-code-choose_method = Envoyer le code
kratos-1070009-verification-link-choose_method = Envoyer le lien
kratos-1070009-verification-code-sent_email = Confirmer l’adresse
kratos-1070009-verification-link-sent_email = Renvoyer le lien
kratos-1070010 = Code de récupération
kratos-1070011 = Code de vérification
kratos-1070012 = Code d’inscription
kratos-1070013 = Code de connexion
kratos-1070014 = Se connecter et associer
kratos-1070015 = Veuillez effectuer la vérification pour continuer.
kratos-1070016 = Adresse de récupération
kratos-1070017 = Numéro de téléphone
kratos-1070018 = Adresse e-mail ou numéro de téléphone
kratos-1080001 = Si cette adresse reste à confirmer, un lien vient d’y être envoyé. Si rien n’arrive dans quelques minutes, regardez dans vos courriers indésirables et vérifiez que l’adresse ne contient pas de faute de frappe.
kratos-1080002 = Merci, la confirmation est terminée.
kratos-1080003 = Si cette adresse reste à confirmer, un code vient d’y être envoyé. Si rien n’arrive dans quelques minutes, regardez dans vos courriers indésirables et vérifiez que l’adresse ne contient pas de faute de frappe.
kratos-1080004 = Si ce numéro de téléphone reste à confirmer, un SMS contenant un code vient d’y être envoyé. Si rien n’arrive dans quelques minutes, vérifiez que le numéro ne contient pas de faute de frappe.
kratos-1080005 = Votre numéro de téléphone est confirmé.

kratos-4000002 = Veuillez remplir ce champ.
kratos-4000003 = { $min_length ->
    [one] Saisissez au moins { $min_length } caractère. Vous en avez saisi { $actual_length }.
    [many] Saisissez au moins { $min_length } de caractères. Vous en avez saisi { $actual_length }.
   *[other] Saisissez au moins { $min_length } caractères. Vous en avez saisi { $actual_length }.
}
kratos-4000004 = Le format n’est pas celui attendu.
kratos-4000005 = Ce mot de passe ne peut pas être utilisé : { $reason }.
kratos-4000006 = Ces informations ne sont pas correctes. Vérifiez qu’elles ne contiennent pas de faute de frappe.
kratos-4000007 = Cette adresse e-mail, ce numéro de téléphone ou cet identifiant est déjà utilisé par un autre compte. Choisissez-en un autre ou, si ce compte est le vôtre, connectez-vous-y.
kratos-4000008 = La confirmation a échoué. Saisissez le code que votre application affiche en ce moment, ou réessayez avec votre clé.
kratos-4000009 = Il manque un identifiant, par exemple une adresse e-mail. Veuillez l’indiquer. Si aucun champ n’est prévu pour cela, signalez-le aux responsables de ce service.
kratos-4000010 = Votre compte n’est pas encore actif. Avez-vous confirmé votre adresse e-mail ?
kratos-4000011 = Vous n’avez configuré aucune application d’authentification.
kratos-4000012 = Ce code de secours a déjà été utilisé.
kratos-4000013 = Vous n’avez configuré aucune clé de sécurité.
kratos-4000014 = Vous n’avez configuré aucun code de secours.
kratos-4000015 = Aucun compte avec une clé de sécurité ou une clé d’accès n’a été trouvé. Vérifiez votre saisie, ou connectez-vous autrement.
kratos-4000016 = Ce code de secours n’est pas correct.
kratos-4000017 = { $max_length ->
    [one] Saisissez au plus { $max_length } caractère. Vous en avez saisi { $actual_length }.
    [many] Saisissez au plus { $max_length } de caractères. Vous en avez saisi { $actual_length }.
   *[other] Saisissez au plus { $max_length } caractères. Vous en avez saisi { $actual_length }.
}
kratos-4000018 = Saisissez { $minimum } ou plus. Vous avez saisi { $actual }.
kratos-4000019 = Saisissez une valeur supérieure à { $minimum }. Vous avez saisi { $actual }.
kratos-4000020 = Saisissez { $maximum } ou moins. Vous avez saisi { $actual }.
kratos-4000021 = Saisissez une valeur inférieure à { $maximum }. Vous avez saisi { $actual }.
kratos-4000022 = Saisissez un multiple de { $base }. Vous avez saisi { $actual }.
kratos-4000023 = { $max_items ->
    [one] Vous pouvez indiquer au plus { $max_items } élément. Vous en avez { $actual_items }.
    [many] Vous pouvez indiquer au plus { $max_items } d’éléments. Vous en avez { $actual_items }.
   *[other] Vous pouvez indiquer au plus { $max_items } éléments. Vous en avez { $actual_items }.
}
kratos-4000024 = { $min_items ->
    [one] Vous devez indiquer au moins { $min_items } élément. Vous en avez { $actual_items }.
    [many] Vous devez indiquer au moins { $min_items } d’éléments. Vous en avez { $actual_items }.
   *[other] Vous devez indiquer au moins { $min_items } éléments. Vous en avez { $actual_items }.
}
kratos-4000025 = Deux éléments sont identiques.
kratos-4000026 = Ce type de valeur ne convient pas ici.
kratos-4000027 = Il existe déjà un compte avec cette adresse e-mail, ce numéro de téléphone ou cet identifiant. Connectez-vous d’abord à ce compte, puis associez-y l’autre.
kratos-4000028 = Il existe déjà un compte avec cette adresse e-mail, ce numéro de téléphone ou cet identifiant. Si c’est le vôtre, connectez-vous-y. Moyens possibles : { $available_credential_types }.
kratos-4000029 = Valeur attendue : { $expected }.
kratos-4000030 = Cette information ne peut pas être modifiée.
kratos-4000031 = Ce mot de passe ressemble trop à votre identifiant.
kratos-4000032 = { $min_length ->
    [one] Le mot de passe doit comporter au moins { $min_length } caractère. Le vôtre en compte { $actual_length }.
    [many] Le mot de passe doit comporter au moins { $min_length } de caractères. Le vôtre en compte { $actual_length }.
   *[other] Le mot de passe doit comporter au moins { $min_length } caractères. Le vôtre en compte { $actual_length }.
}
kratos-4000033 = { $max_length ->
    [one] Le mot de passe peut comporter au plus { $max_length } caractère. Le vôtre en compte { $actual_length }.
    [many] Le mot de passe peut comporter au plus { $max_length } de caractères. Le vôtre en compte { $actual_length }.
   *[other] Le mot de passe peut comporter au plus { $max_length } caractères. Le vôtre en compte { $actual_length }.
}
kratos-4000034 = Ce mot de passe figure dans des fuites de données connues. Choisissez-en un autre.
kratos-4000035 = Aucun compte utilisant la connexion par code n’a été trouvé. Vérifiez que l’adresse ne contient pas de faute de frappe, ou connectez-vous autrement.
kratos-4000036 = Vos informations ne sont plus celles pour lesquelles le code a été envoyé. Saisissez-les comme avant, ou revenez en arrière et recommencez.
kratos-4000037 = Aucun compte permettant de se connecter ainsi n’a été trouvé. Vérifiez que votre saisie ne contient pas de faute de frappe.
kratos-4000038 = La vérification n’a pas fonctionné. Veuillez réessayer.
kratos-4000039 = Choisissez un mot de passe différent de l’actuel.
kratos-4000040 = Saisissez une adresse e-mail valide.
kratos-4000041 = Saisissez un numéro de téléphone valide.
kratos-4000042 = Vous n’avez configuré aucun appareil pour vous connecter.
kratos-4000043 = Votre clé n’a pas pu être confirmée. Veuillez réessayer.
kratos-4000044 = Cet appareil n’a pas pu être confirmé. Veuillez réessayer.
kratos-4000045 = Cet appareil ne permet plus de se connecter. Veuillez le configurer à nouveau.
kratos-4000046 = Cet appareil ne permet plus de se connecter. Veuillez le configurer à nouveau.
kratos-4010001 = Cette page est restée ouverte trop longtemps. Veuillez réessayer.
kratos-4010002 = Il manque des informations pour vous connecter. Veuillez remplir le formulaire et réessayer.
kratos-4010003 = Il manque des informations pour créer un compte. Veuillez remplir le formulaire et réessayer.
kratos-4010004 = Rien n’a été modifié : le formulaire n’était pas complet. Veuillez réessayer.
kratos-4010005 = Le formulaire n’était pas complet. Veuillez recommencer.
kratos-4010006 = Le formulaire n’était pas complet. Veuillez recommencer.
kratos-4010007 = C’est déjà fait.
kratos-4010008 = Le code n’est pas correct ou a déjà été utilisé. Vérifiez-le, ou demandez-en un nouveau.
kratos-4010009 = Ce n’est pas le compte à associer. Connectez-vous à celui qui utilise déjà votre adresse.
kratos-4010010 = Cette adresse n’appartient pas à votre compte. Utilisez-en une autre.
kratos-4010011 = Ce compte a été désactivé. Veuillez contacter les responsables de ce service.
kratos-4040001 = Cette page est restée ouverte trop longtemps, et aucun compte n’a été créé. Veuillez réessayer.
kratos-4040002 = C’est déjà fait.
kratos-4040003 = Le code n’est pas correct ou a déjà été utilisé. Vérifiez-le, ou demandez-en un nouveau.
kratos-4050001 = Cette page est restée ouverte trop longtemps : rien n’a donc été modifié. Veuillez réessayer.
kratos-4050002 = Vous ne pouvez modifier qu’une adresse à la fois.
kratos-4060001 = Cette récupération est déjà terminée. Si vous n’avez toujours pas accès à votre compte, recommencez ici.
kratos-4060002 = Un problème est survenu en cours de route. Veuillez recommencer.
kratos-4060004 = Ce lien n’est pas correct ou a déjà été utilisé. Demandez-en un nouveau.
kratos-4060005 = Trop de temps s’est écoulé : le code ou le lien ne fonctionne plus. Demandez-en un nouveau.
kratos-4060006 = Le code n’est pas correct ou a déjà été utilisé. Vérifiez-le, ou demandez-en un nouveau.
kratos-4070001 = Ce lien n’est pas correct ou a déjà été utilisé. Demandez-en un nouveau.
kratos-4070002 = C’est déjà confirmé. Vous n’avez rien d’autre à faire.
kratos-4070003 = Un problème est survenu en cours de route. Veuillez recommencer.
kratos-4070005 = Trop de temps s’est écoulé : le code ou le lien ne fonctionne plus. Demandez-en un nouveau.
kratos-4070006 = Le code n’est pas correct ou a déjà été utilisé. Vérifiez-le, ou demandez-en un nouveau.
kratos-5000002 = Il n’y a aucun moyen de se connecter pour le moment. Veuillez le signaler aux responsables de ce service.
kratos-5000003 = Votre organisation exige sa propre connexion, qui n’est pas configurée. Veuillez le signaler à votre administrateur.

## Login, registration, recovery, verification

or = ou
for-client = Pour continuer vers { $client }
flow-nothing = Il n’y a rien à faire ici.
typed-kept = Cette page avait expiré, et rien n’a été modifié. Ce que vous avez saisi est toujours là, sauf les mots de passe et les codes : veuillez le vérifier et le renvoyer.
item-gone = Entre-temps, un élément de « { $list } » a été modifié ou supprimé ailleurs. Votre modification de cet élément n’a pas été faite.

login-title = Connexion
# What the reference UI says too, and its suites look for.
login-second-title = Encore une étape
login-second-nothing = Votre compte n’a pas encore de deuxième étape de connexion. Ajoutez-en une dans les paramètres de votre compte, ou connectez-vous avec un autre compte.
second-factor-needed = La page que vous vouliez ouvrir exige une deuxième étape de connexion. Ajoutez-en une ici pour continuer.
login-refresh-title = Confirmez que c’est bien vous
login-code-title = Saisissez votre code
login-link-title = Associez votre compte
login-link-lead = Vous avez déjà un compte ici. Connectez-vous-y comme d’habitude : le compte que vous venez d’utiliser sera ajouté comme autre moyen de vous connecter.
registration-title = Créer un compte
registration-method-title = Choisissez comment vous connecter
registration-code-title = Saisissez votre code
registration-provider-title = Encore quelques informations
registration-provider-lead = Le compte choisi ne fournit pas tout ce qui est nécessaire ici.
recovery-title = Récupérer votre compte
recovery-lead = Saisissez l’adresse de votre compte. Vous recevrez ce qu’il faut pour y accéder de nouveau.
recovery-choice-title = Choisissez une adresse
recovery-address-title = Confirmez l’adresse
recovery-code-title = Saisissez votre code
recovery-link-title = Consultez votre messagerie
verification-title = Confirmez votre adresse
verification-lead = Saisissez l’adresse à confirmer. Vous recevrez un code ou un lien.
verification-code-title = Saisissez votre code
verification-link-title = Consultez votre messagerie
verification-done-title = C’est fait

way-login = Se connecter
way-registration = Créer un compte
way-recovery = Mot de passe oublié ?
way-not-you = Ce n’est pas vous ?
way-other-name = Utiliser un autre nom

# Applications (OAuth2)

consent-title = Autoriser l’accès
consent-lead = { $client } souhaite utiliser votre compte.
consent-scopes = Ce que l’application pourra faire
consent-audience = Elle s’en servira auprès de :
consent-remember = Ne plus me demander pour cette application
consent-accept = Autoriser
consent-reject = Ne pas autoriser
scope-openid = Savoir que c’est bien vous
scope-profile = Voir votre nom et votre profil
scope-email = Voir votre adresse e-mail
scope-phone = Voir votre numéro de téléphone
scope-address = Voir votre adresse postale
scope-offline = Garder son accès en votre absence
scope-offline_access = Garder son accès en votre absence
application-page = À propos de l’application
application-policy = Sa politique de confidentialité
application-terms = Ses conditions d’utilisation
applications-title = Applications connectées
applications-lead = Voyez quelles applications peuvent utiliser votre compte et retirez-leur l’accès.
applications-none = Vous n’avez donné à aucune application l’accès à votre compte.
applications-since = Autorisée le { $when }
applications-revoke = Retirer l’accès
applications-revoke-question = Retirer l’accès à { $client } ?
applications-revoke-consequence = { $client } ne pourra plus utiliser votre compte, mais pourra vous le redemander.
applications-revoked = C’est fait : l’application n’a plus accès à votre compte.
oauth2-logout-title = Se déconnecter ?
oauth2-logout-lead = Vous serez déconnecté ici et des applications que vous utilisez avec ce compte.
oauth2-logout-client = { $client } demande à vous déconnecter, ici et des applications que vous utilisez avec ce compte.
oauth2-logout-stay = Rester connecté
problem-request-unknown-title = Cette demande est inconnue
problem-request-unknown = Aucune application n’a reçu d’accès. Le lien est peut-être incomplet ou inventé : retournez à l’application et connectez-vous-y de nouveau.
problem-request-outdated-title = Cette demande est trop ancienne
problem-request-outdated = Elle n’a pas reçu de réponse à temps, et aucune application n’a reçu d’accès. Retournez à l’application et connectez-vous-y de nouveau.
problem-request-used-title = Vous avez déjà répondu
problem-request-used = Rien de plus n’a été autorisé. Retournez à l’application ou recommencez.
problem-request-foreign-title = Cette demande concerne un autre compte
problem-request-foreign = Vous êtes connecté avec un autre compte que celui avec lequel tout a commencé, donc rien n’a été autorisé. Connectez-vous de nouveau pour choisir le compte à utiliser.
