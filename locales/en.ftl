# English. Every other language has the same ids; what one lacks is shown in English.
#
# An operator's directory of such files (LOCALES) adds languages and changes words. There,
# a trait can be named: traits.name.first = First name

# The language's own name, in the list of languages.
language-name = English

## The frame

settings-title = Account settings
title-saved = Saved – { $title }
title-error = Error – { $title }
skip-to-content = Skip to the content
account-pages = Your account
language = Language
theme = Appearance
theme-system = As your device
theme-light = Light
theme-dark = Dark
choice-keeps = What you have typed stays, except for passwords and codes.
back-to-application = Back to the application
footer = About this service

## Sections: heading, purpose, state

group-profile = Profile
group-profile-lead = Who you are and how to reach you.
group-password = Password
group-password-lead = Choose a new password to sign in with.
group-oidc = Linked accounts
group-oidc-lead = Sign in with an account you have elsewhere.
group-saml = Company sign-in
group-saml-lead = Sign in with the account of your organisation.
group-passkey = Passkeys
group-passkey-lead = Sign in with your fingerprint, face or screen lock.
group-webauthn = Security keys
group-webauthn-lead = A small device that proves it is you when you sign in.
group-totp = Authenticator app
group-totp-lead = An app on your phone shows a code to enter when you sign in.
group-lookup_secret = Recovery codes
group-lookup_secret-lead = Get in with one of these when you have lost your phone or key. Each works once.
group-code = One-time codes
group-code-lead = Codes sent to you when you sign in.
group-link = Sign-in links
group-link-lead = Links sent to you when you sign in.
group-identifier_first = Sign-in name
group-captcha = Are you a person?

state-on = On
state-off = Off
state-linked = { $count ->
    [0] None listed
   *[other] Linked: { $count }
}
state-passkeys = { $count ->
    [0] None yet
    [one] { $count } passkey
   *[other] { $count } passkeys
}
state-keys = { $count ->
    [0] None yet
    [one] { $count } security key
   *[other] { $count } security keys
}
state-codes = { $count ->
    [one] { $count } recovery code
   *[other] { $count } recovery codes
}
state-codes-used = { $count ->
    [one] { $count } recovery code
   *[other] { $count } recovery codes
}, { $used } used, last on { $when }

overview-title = Your account at a glance
overview-sign-in-name = You sign in as { $name }
overview-ways = Ways to sign in
overview-protection = Extra protection
overview-password = Set or change it
overview-not-set = Not set
overview-codes-left = { $count } left
codes-few = { $count ->
    [one] Only { $count } recovery code is left.
   *[other] Only { $count } recovery codes are left.
}
codes-none-left = No recovery code is left.
codes-renew = Make new ones
codes-lacking = If you lose your phone or key, recovery codes get you back in. You have none yet.
second-suggested = A second step makes signing in safer: a stolen password is then not enough.
second-add = Add one

## Fields

list-item = { $list } { $number }
list-spare = Add to { $list }
list-separator = {", "}
time-zone = Time zone: { $offset }
optional-nothing = No choice
show-password = Show
hide-password = Hide
caps-lock = Caps Lock is on.
errors-title = { $count ->
    [one] Please correct this:
   *[other] Please correct these { $count } things:
}
address-unverified = { $address } is not confirmed yet.
address-verify = Confirm it now

required-mark = Fields marked * must be filled in.
password-rules = A long password is a strong one: a few words that do not belong together, for example. Use one that you use nowhere else.
password-shortest = { $count ->
    [one] At least { $count } character.
   *[other] At least { $count } characters.
}
strength = Strength of the password
strength-0 = Very weak.
strength-1 = Weak.
strength-2 = Could be stronger.
strength-3 = Strong.
strength-4 = Very strong.
strength-known = Passwords like this are among the first that are tried.
strength-pattern = It follows a pattern that is easy to guess.
strength-own = It contains something of yours, such as your name or address.

## Buttons and what they do

working = Working…
cancel = Cancel
copy = Copy
copied = Copied
download = Download
print = Print
copy-selected = This page cannot copy here. The text is selected: copy it yourself.
open-in-app = Open in an authenticator app on this device
codes-file = recovery-codes-{ $host }.txt
codes-account = Account: { $account }
codes-site = Website: { $site }
codes-day = Date: { $day }
codes-make = Make recovery codes
code-spent = Used
codes-not-saved = These codes do not work yet. Keep them in a safe place, then confirm below that you have them.
codes-keep = Print them, or keep them where you keep your passwords. Anyone who has one can get into your account.
oidc-missing = Is an account missing here?
oidc-last = An account that is your only way to sign in cannot be unlinked and is not listed here.
password-done = If someone else may know your old password, end your other sessions too.

added = Added on { $when }
unlink-consequence = You will no longer sign in with { $thing }.
remove-consequence = You will no longer sign in with “{ $thing }”.
remove-last = This is your last way to sign in, so it cannot be removed.
totp-unlink-consequence = Your app’s codes will no longer be asked for when you sign in.
lookup-disable-consequence = None of your recovery codes will work any more.
lookup-regenerate-consequence = The codes you have now will stop working once you confirm the new ones.
thing-remove = Remove
thing-unlink = Unlink
passkey-unnamed = Passkey without a name
key-unnamed = Security key without a name
remove-question = Remove “{ $thing }”?
unlink-question = Unlink { $thing }?
totp-unlink-question = Turn off the authenticator app?
lookup-disable-question = Turn off recovery codes?
lookup-regenerate-question = Make new recovery codes?

script-needed = This needs JavaScript, which is switched off in your browser.
ceremony-failed = That did not work, and nothing was changed. You can try again.
ceremony-failed-login = That did not work. Try again, or sign in another way.
ceremony-failed-registration = That did not work, and no account was created. Try again, or choose another way.
ceremony-known = This key or device has already been added to your account.
ceremony-insecure = Keys and passkeys need a secure connection: an address that begins with https.
ceremony-unsupported = This browser does not support keys and passkeys.

## Sessions, signing out, your data

sessions-title = Where you are signed in
sessions-lead = See every browser and app that can use your account, and end its session.
sessions-this = This device
sessions-none = You are signed in nowhere else.
sessions-unknown = Unknown device
sessions-device = { $browser } on { $system }
sessions-since = Signed in on { $when }
sessions-until = Stays signed in until { $when }
sessions-two-factors = two factors
sessions-end = Sign out
sessions-end-others = Sign out everywhere else
sessions-end-question = Sign out { $device }?
sessions-end-others-question = Sign out everywhere else?
sessions-end-consequence = That device will have to sign in again.
sessions-end-others-consequence = Every device but this one will have to sign in again.
sessions-ended = Done: the session has ended.
sign-out = Sign out
export = Download your data
group-code_recovery = Account recovery
group-link_recovery = Account recovery

delete-title = Delete your account
delete-lead = This cannot be undone.
delete-data = Your details, your settings and all your ways to sign in will be deleted for good.
delete-back = Nobody can bring them back, and someone else may take your sign-in name.
delete-consent = I understand that my account cannot be brought back.
delete-button = Delete my account
delete-done-title = Your account has been deleted
delete-done = Your details and your ways to sign in are gone, and you are signed out everywhere.
deactivate-title = Deactivate your account
deactivate-lead = Your account will be switched off. Nothing in it will be deleted.
deactivate-data = Nobody will be able to sign in to it, not even you.
deactivate-back = Only the people who run this service can switch it on again.
deactivate-consent = I understand that I cannot switch my account on again myself.
deactivate-button = Deactivate my account
deactivate-done-title = Your account has been deactivated
deactivate-done = You are signed out everywhere. To use your account again, ask the people who run this service.
deletion-sessions = You will be signed out on all your devices.
deletion-applications = You will no longer be able to sign in to applications with this account. What they keep about you stays with them.
deletion-export = Before you go, keep a copy of your data:
deletion-keep = Keep my account
deletion-unticked = If you are sure, tick the box first. Nothing has been changed.

## On the way

moving-on-title = One moment
moving-on = You are being taken on.
moving-on-link = Continue
enter-again-title = Please sign in again
enter-again = To protect your account, this change needs you to have signed in a short while ago. It was not saved: sign in again, then enter it once more.

## Problems: heading and what to do

try-again = Try again
back-to-form = Back to the form
to-settings = Go to your account settings
sign-in-again = Sign in again
start-again = Start again
confirm-address = Confirm your address
request-id = If you ask for help, give this number: { $id }

problem-not-found-title = There is no such page
problem-not-found = The address may be mistyped, or the page has moved.
problem-return-to-title = This link’s way back is not allowed
problem-return-to = You were to be sent to another website afterwards, and that website is not on the list of those allowed. You can go on, but will not be sent there.
problem-link-title = This link cannot be used
problem-link = Something in it is not allowed here. It may be incomplete or out of date. You can start again without it.
problem-not-offered-title = This is not offered here
problem-not-offered = The people who run this service have switched this page off.
problem-switched-off-title = This account is switched off
problem-switched-off = It cannot be used at the moment. If you think that this is a mistake, ask the people who run this service.
problem-form-title = Your form could not be accepted
problem-form = Nothing was changed. This happens when a page was open for a long time, when you signed in again elsewhere, or when your browser refuses cookies.
problem-forbidden-title = You may not do this
problem-forbidden = Nothing was changed.
problem-busy-title = Too many requests
problem-busy = Please wait a moment, then try again.
problem-slow-title = This takes too long
problem-slow = The account service does not answer at the moment. Please try again in a minute.
problem-unavailable-title = The account service cannot be reached
problem-unavailable = This is not your fault, and nothing was changed. Please try again in a minute.
problem-loop-title = Signing in does not work out
problem-loop = You are signed in, but this page does not get to know it. Your browser may be blocking cookies: allow them for this website, or delete the ones it has, then sign in again. If that does not help, tell the people who run this service.
problem-no-cookies-title = Your browser keeps no cookies
problem-no-cookies = This page does not work without them. Allow them for this website in the settings of your browser, then start again.
problem-foreign-title = This form came from another website
problem-foreign = Nothing was changed. If you came here by a link that someone sent you, do not trust it.
problem-not-a-form-title = This is not a form of this page
problem-not-a-form = Nothing was changed.
problem-too-large-title = That is too much
problem-too-large = Nothing was changed. Please shorten what you entered.
problem-upload-slow-title = Your form did not arrive
problem-upload-slow = Nothing was changed. Your connection may be slow or broken: please send the form again.
problem-not-saved-title = Nothing was saved
problem-not-saved = The account service cannot be reached at the moment. Go back in your browser to keep what you entered, wait a minute, and send it again.
problem-maybe-saved-title = It may not have been saved
problem-maybe-saved = The account service took what you sent but gave no answer. Go back and see whether it worked before you try again.
problem-left-already-title = You are signed out
problem-left-already = Nothing more was done. If you pressed the button twice, it worked the first time. If not, sign in again and start over.
problem-still-there-title = Your account is still there
problem-still-there = The account service could not do this at the moment, and nothing was changed. Please try again in a minute.
problem-still-there-revoked-title = Your account is still there
problem-still-there-revoked = The account service could not do this at the moment. Your account and your data were not changed, but applications that you use with it may ask you for access again. Please try again in a minute.
problem-maybe-gone-title = It is not certain that this worked
problem-maybe-gone = The account service took your request but gave no answer. Sign in to see: if you can, your account is still there.
problem-method-title = This page cannot be used that way
problem-method = Please go back and use the links and buttons of the page.
problem-internal-title = Something went wrong here
problem-internal = This is not your fault. Please try again.
problem-sign-in-first-title = Please sign in first
problem-sign-in-first = This is only possible when you are signed in, and sometimes only shortly after you have signed in.
problem-other-identity-title = Somebody else is signed in
problem-other-identity = This page was opened for another account than the one that is signed in now. Nothing was changed. Sign in again with the account that you want to use.
problem-unverified-title = Please confirm your address first
problem-unverified = You can sign in once your address is confirmed. Look for the message with the code or link, or ask for a new one.
problem-outdated-title = This page or link no longer works
problem-outdated = It has been used already, or too much time has passed. Please start again.
problem-provider-title = That did not work out
problem-provider = Signing in with an account that you have elsewhere was not completed. This happens when it takes long, when you sign in in two tabs at once, or when your browser refuses cookies. Please try again.
problem-application-title = The application could not sign you in
problem-application = Something was wrong with the way in which it sent you here. Go back to the application and try again. If that does not help, tell the people who run it.
problem-elsewhere-title = Something went wrong
problem-elsewhere = This is not your fault. Please try again in a minute. If it happens again, tell the people who run this service.

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = Sign in
kratos-1010002 = Continue with { $provider }
kratos-1010003 = To go on, please confirm that it is you.
kratos-1010004 = Please confirm in a second way that it is you.
kratos-1010005 = Confirm
kratos-1010006 = Code from the app
kratos-1010007 = Recovery code
kratos-1010008 = Sign in with security key
kratos-1010009 = Use authenticator app
kratos-1010010 = Use recovery code
kratos-1010011 = Sign in with security key
kratos-1010012 = Press the button, then use your security key, fingerprint or face.
kratos-1010013 = Continue
kratos-1010014 = A code is on its way to you. If it does not arrive within a few minutes, look in your spam folder or ask for it again.
kratos-1010015 = Send sign-in code
kratos-1010016 = { $duplicate_identifier } already belongs to an account here. Sign in to that account to add { $provider } as another way to sign in.
kratos-1010017 = Sign in and link
kratos-1010018 = Confirm with { $provider }
kratos-1010019 = Send code
kratos-1010021 = Sign in with passkey
kratos-1010022 = Sign in with password
kratos-1010023 = Send code to { $address }
kratos-1010024 = Sign in with this device
kratos-1010025 = A code is on its way to you. If it does not arrive within a few minutes, look in your spam folder or ask for it again.
kratos-1040001 = Sign up
kratos-1040002 = Continue with { $provider }
kratos-1040003 = Continue
kratos-1040004 = Sign up with security key
kratos-1040005 = A code is on its way to the address you gave. If it does not arrive within a few minutes, look in your spam folder, and check the address for typing mistakes.
kratos-1040006 = Send sign-up code
kratos-1040007 = Sign up with passkey
kratos-1040008 = Back
kratos-1040009 = Choose how you want to sign in from now on.
kratos-1050001 = Your changes have been saved!
kratos-1050001-profile = Your profile has been saved.
kratos-1050001-password = Your new password is set.
kratos-1050001-totp-on = The authenticator app is on.
kratos-1050001-totp-off = The authenticator app is off.
kratos-1050001-passkey-added = The passkey has been added.
kratos-1050001-passkey-removed = The passkey has been removed.
kratos-1050001-webauthn-added = The security key has been added.
kratos-1050001-webauthn-removed = The security key has been removed.
kratos-1050001-lookup_secret-on = Your recovery codes work from now on.
kratos-1050001-lookup_secret-off = Your recovery codes are off. None of them works any more.
kratos-1050001-oidc-linked = { $provider } is now linked. You can sign in with it.
kratos-1050001-oidc-unlinked = { $provider } is no longer linked.
kratos-1050002 = Link { $provider }
kratos-1050003 = Unlink { $provider }
kratos-1050004 = Turn off the authenticator app
kratos-1050005 = QR code for your authenticator app
kratos-1050006 = { $secret }
kratos-1050007 = Show my recovery codes
kratos-1050008 = Make new recovery codes
kratos-1050009 = { $secret }
kratos-1050010 = These are your recovery codes.
kratos-1050011 = I have kept these codes
kratos-1050012 = Add security key
kratos-1050013 = Name of the security key
kratos-1050014 = Used on { $used_at }
kratos-1050016 = Turn off recovery codes
kratos-1050017 = If you cannot scan the picture, enter this key in your app:
kratos-1050018 = Remove security key “{ $display_name }”
kratos-1050019 = Add passkey
kratos-1050020 = Remove passkey “{ $display_name }”
kratos-1050023 = Your account is managed by your organisation. To change these settings, ask your administrator.
kratos-1060001 = You are back in your account. Change your password now, or add another way to sign in, before { $privileged_session_expires_at }.
kratos-1060002 = If this address belongs to an account, a link is on its way to it. If nothing arrives within a few minutes, look in your spam folder, and check that this is the address you signed up with.
kratos-1060003 = If this address belongs to an account, a code is on its way to it. If nothing arrives within a few minutes, look in your spam folder, and check that this is the address you signed up with.
kratos-1060004 = If { $masked_address } belongs to your account, a code is on its way to it. If nothing arrives within a few minutes, look in your spam folder, and check that this is the address you signed up with.
kratos-1060005 = To make sure that it is yours, enter the address or phone number in full.
kratos-1060006 = Where should the code be sent?
kratos-1060007 = Back
kratos-1070001 = Password
kratos-1070003 = Save
kratos-1070003-profile = Save profile
kratos-1070003-password = Set new password
kratos-1070003-totp = Turn on the authenticator app
kratos-1070004 = Sign-in name
kratos-1070005 = Submit
kratos-1070006 = Code from the app
kratos-1070007 = Email
kratos-1070008 = Send the code again
kratos-1070009 = Continue
kratos-1070009-login-code-sent_email = Sign in
kratos-1070009-registration-code-sent_email = Create account
kratos-1070009-recovery-code-choose_method = Send code
kratos-1070009-recovery-link-choose_method = Send link
kratos-1070009-recovery-code-sent_email = Confirm code
kratos-1070009-recovery-code-recovery_awaiting_code = Confirm code
kratos-1070009-recovery-code-recovery_confirming_address = Send code
kratos-1070009-recovery-link-sent_email = Send the link again
kratos-1070009-verification-code-choose_method = Send code
kratos-1070009-verification-link-choose_method = Send link
kratos-1070009-verification-code-sent_email = Confirm address
kratos-1070009-verification-link-sent_email = Send the link again
kratos-1070010 = Recovery code
kratos-1070011 = Verification code
kratos-1070012 = Sign-up code
kratos-1070013 = Sign-in code
kratos-1070014 = Sign in and link
kratos-1070015 = Please complete the check to continue.
kratos-1070016 = Recovery address
kratos-1070017 = Phone number
kratos-1070018 = Email or phone number
kratos-1080001 = If this address still needs confirming, a link is on its way to it. If nothing arrives within a few minutes, look in your spam folder, and check the address for typing mistakes.
kratos-1080002 = Thank you, the confirmation is complete.
kratos-1080003 = If this address still needs confirming, a code is on its way to it. If nothing arrives within a few minutes, look in your spam folder, and check the address for typing mistakes.
kratos-1080004 = If this phone number still needs confirming, a text message with a code is on its way to it. If nothing arrives within a few minutes, check the number for typing mistakes.
kratos-1080005 = Your phone number is confirmed.

kratos-4000002 = Please fill this in.
kratos-4000003 = { $min_length ->
    [one] Enter at least { $min_length } character. You entered { $actual_length }.
   *[other] Enter at least { $min_length } characters. You entered { $actual_length }.
}
kratos-4000004 = This is not in the expected format.
kratos-4000005 = This password cannot be used: { $reason }.
kratos-4000006 = The details are not right. Check them for typing mistakes.
kratos-4000007 = Another account already uses this email address, phone number or sign-in name. Choose a different one, or sign in to that account if it is yours.
kratos-4000008 = This could not be confirmed. Enter the code your app shows now, or try your key or passkey again.
kratos-4000009 = A sign-in name is missing, such as an email address. Fill one in. If there is no field for it, tell the people who run this service.
kratos-4000010 = Your account is not active yet. Did you confirm your email address?
kratos-4000011 = You have no authenticator app set up.
kratos-4000012 = This recovery code has already been used.
kratos-4000013 = You have no security key set up.
kratos-4000014 = You have no recovery codes set up.
kratos-4000015 = No account with a security key or passkey was found. Check what you entered, or sign in another way.
kratos-4000016 = This recovery code is not right.
kratos-4000017 = { $max_length ->
    [one] Enter at most { $max_length } character. You entered { $actual_length }.
   *[other] Enter at most { $max_length } characters. You entered { $actual_length }.
}
kratos-4000018 = Enter { $minimum } or more. You entered { $actual }.
kratos-4000019 = Enter more than { $minimum }. You entered { $actual }.
kratos-4000020 = Enter { $maximum } or less. You entered { $actual }.
kratos-4000021 = Enter less than { $maximum }. You entered { $actual }.
kratos-4000022 = Enter a multiple of { $base }. You entered { $actual }.
kratos-4000023 = { $max_items ->
    [one] There can be { $max_items } entry here. You have { $actual_items }.
   *[other] There can be { $max_items } entries here. You have { $actual_items }.
}
kratos-4000024 = { $min_items ->
    [one] There must be { $min_items } entry here. You have { $actual_items }.
   *[other] There must be { $min_items } entries here. You have { $actual_items }.
}
kratos-4000025 = Two entries are the same.
kratos-4000026 = This is not the right kind of value.
kratos-4000027 = An account with this email address, phone number or sign-in name exists already. Sign in to that account first, then link the other one to it.
kratos-4000028 = An account with this email address, phone number or sign-in name exists already. If it is yours, sign in to it. Ways to do so: { $available_credential_types }.
kratos-4000029 = This must be { $expected }.
kratos-4000030 = This must not be changed.
kratos-4000031 = This password is too similar to your sign-in name.
kratos-4000032 = { $min_length ->
    [one] The password must have at least { $min_length } character. Yours has { $actual_length }.
   *[other] The password must have at least { $min_length } characters. Yours has { $actual_length }.
}
kratos-4000033 = { $max_length ->
    [one] The password can have at most { $max_length } character. Yours has { $actual_length }.
   *[other] The password can have at most { $max_length } characters. Yours has { $actual_length }.
}
kratos-4000034 = This password is known from data leaks. Choose another one.
kratos-4000035 = No account that signs in with a code was found. Check the address for typing mistakes, or sign in another way.
kratos-4000036 = Your details are not the ones the code was sent for. Enter them as before, or go back and start again.
kratos-4000037 = No account that you can sign in to was found. Check what you entered for typing mistakes.
kratos-4000038 = The check did not work. Please try again.
kratos-4000039 = Choose a password other than your current one.
kratos-4000040 = Enter a valid email address.
kratos-4000041 = Enter a valid phone number.
kratos-4000042 = You have no device set up for signing in.
kratos-4000043 = Your key or passkey could not be confirmed. Please try again.
kratos-4000044 = This device could not be confirmed. Please try again.
kratos-4000045 = This device can no longer be used to sign in. Please set it up again.
kratos-4000046 = This device can no longer be used to sign in. Please set it up again.
kratos-4010001 = This page was open for too long. Please try again.
kratos-4010002 = This was not enough to sign you in. Please fill in the form and try again.
kratos-4010003 = This was not enough to create an account. Please fill in the form and try again.
kratos-4010004 = Nothing was changed: the form was not complete. Please try again.
kratos-4010005 = The form was not complete. Please start again.
kratos-4010006 = The form was not complete. Please start again.
kratos-4010007 = This has already been done.
kratos-4010008 = The code is wrong or has been used already. Check it, or ask for a new one.
kratos-4010009 = This is not the account to be linked. Sign in to the one that already uses your address.
kratos-4010010 = This address does not belong to your account. Use another one.
kratos-4010011 = This account has been disabled. Please contact the people who run this service.
kratos-4040001 = This page was open for too long, and no account was created. Please try again.
kratos-4040002 = This has already been done.
kratos-4040003 = The code is wrong or has been used already. Check it, or ask for a new one.
kratos-4050001 = This page was open for too long, so nothing was changed. Please try again.
kratos-4050002 = You can change one address at a time.
kratos-4060001 = This recovery has already been completed. If you still cannot get in, start again here.
kratos-4060002 = Something went wrong. Please start again.
kratos-4060004 = This link is wrong or has been used already. Ask for a new one.
kratos-4060005 = Too much time has passed, so the code or link no longer works. Ask for a new one.
kratos-4060006 = The code is wrong or has been used already. Check it, or ask for a new one.
kratos-4070001 = This link is wrong or has been used already. Ask for a new one.
kratos-4070002 = This has already been confirmed. There is nothing more to do.
kratos-4070003 = Something went wrong. Please start again.
kratos-4070005 = Too much time has passed, so the code or link no longer works. Ask for a new one.
kratos-4070006 = The code is wrong or has been used already. Check it, or ask for a new one.
kratos-5000002 = There is no way to sign in at the moment. Please tell the people who run this service.
kratos-5000003 = Your organisation requires its own sign-in, which has not been set up. Please tell your administrator.

## Login, registration, recovery, verification

or = or
for-client = To continue to { $client }
flow-nothing = There is nothing to do here.
typed-kept = This page had expired, and nothing was changed. What you typed is still here, except for passwords and codes: please check it and send it again.
item-gone = An entry of “{ $list }” was changed or removed elsewhere in the meantime. Your change to it was not made.

login-title = Sign in
# What the reference UI says too, and its suites look for.
login-second-title = Second factor authentication
login-second-nothing = Your account has no second way to sign in yet. Add one in your account settings, or sign in as somebody else.
second-factor-needed = What you wanted to open needs a second way to sign in. Add one here, and you go on from there.
login-refresh-title = Confirm that it is you
login-code-title = Enter your code
login-link-title = Link your account
login-link-lead = You already have an account here. Sign in to it as you usually do: the account you have just used will be added as another way to sign in.
registration-title = Create an account
registration-method-title = Choose how you will sign in
registration-code-title = Enter your code
registration-provider-title = A few more details
registration-provider-lead = The account you have chosen does not tell everything that is needed here.
recovery-title = Recover your account
recovery-lead = Enter the address of your account. You will be sent what you need to get back in.
recovery-choice-title = Choose an address
recovery-address-title = Confirm the address
recovery-code-title = Enter your code
recovery-link-title = Check your inbox
verification-title = Confirm your address
verification-lead = Enter the address to confirm. You will be sent a code or a link.
verification-code-title = Enter your code
verification-link-title = Check your inbox
verification-done-title = Done

way-login = Sign in
way-registration = Create an account
way-recovery = Forgotten your password?
way-not-you = Not you?
way-other-name = Use another name

# Applications (OAuth2)

consent-title = Allow access
consent-lead = { $client } would like to use your account.
consent-scopes = What it may do
consent-audience = It will use this at:
consent-remember = Do not ask me again for this application
consent-accept = Allow
consent-reject = Do not allow
scope-openid = Know that it is you
scope-profile = See your name and profile
scope-email = See your email address
scope-phone = See your phone number
scope-address = See your postal address
scope-offline = Keep its access while you are away
scope-offline_access = Keep its access while you are away
application-page = About the application
application-policy = Its privacy policy
application-terms = Its terms of use
applications-title = Connected applications
applications-lead = See which applications may use your account, and take their access away.
applications-none = You have not given any application access to your account.
applications-since = Allowed on { $when }
applications-revoke = Take access away
applications-revoke-question = Take access away from { $client }?
applications-revoke-consequence = { $client } will no longer be able to use your account. It can ask you again.
applications-revoked = Done: the application has no access any more.
oauth2-logout-title = Sign out?
oauth2-logout-lead = You will be signed out here and of the applications you use with this account.
oauth2-logout-client = { $client } asks to sign you out, here and of the applications you use with this account.
oauth2-logout-stay = Stay signed in
problem-request-unknown-title = This request is not known
problem-request-unknown = No application was given access. The link may be incomplete or made up: go back to the application and sign in there again.
problem-request-outdated-title = This request is too old
problem-request-outdated = It was not answered in time, and no application was given access. Go back to the application and sign in there again.
problem-request-used-title = You have answered this already
problem-request-used = Nothing more was allowed. Go back to the application, or start again.
problem-request-foreign-title = This request is for another account
problem-request-foreign = You are signed in with another account than the one this began with, so nothing was allowed. Sign in again to choose the account to use.
