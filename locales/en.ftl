# The words of this application. Texts of Kratos come with its messages.

settings-title = Account settings
skip-to-content = Skip to the content
on-this-page = On this page
back-to-application = Back to the application

group-profile = Profile
group-profile-lead = Who you are, and how you can be reached.
group-password = Password
group-password-lead = Choose a new password to sign in with.
group-oidc = Linked accounts
group-oidc-lead = Sign in with an account you have elsewhere.
group-saml = Company sign-in
group-saml-lead = Sign in with the account of your organisation.
group-passkey = Passkeys
group-passkey-lead = Sign in with your fingerprint, face or screen lock instead of a password.
group-webauthn = Security keys
group-webauthn-lead = A small device that shows it is you when you sign in.
group-totp = Authenticator app
group-totp-lead = An app on your phone shows a code to enter when you sign in.
group-lookup_secret = Recovery codes
group-lookup_secret-lead = Codes to get in when you have lost your phone or your key. Each works once.
group-code = One-time codes
group-link = Sign-in links
group-identifier_first = Sign-in name
group-captcha = Are you a person?

list-item = { $list } { $number }
list-spare = Add to { $list }

code-spent = used
codes-not-saved = These codes do not work yet. Write them down, then confirm them below.
oidc-last = An account that is your only way to sign in cannot be unlinked and is not listed here.

added = Added { $when }
unlink-consequence = You will no longer be able to sign in with { $thing }.
remove-consequence = You will no longer be able to sign in with “{ $thing }”.
remove-last = This is your last way to sign in, so it cannot be removed.
totp-unlink-consequence = Your app’s codes will no longer be asked for when you sign in.
lookup-disable-consequence = None of your recovery codes will work any more.
lookup-regenerate-consequence = The codes you have now will stop working.

script-needed = This needs JavaScript, which is switched off in your browser.
ceremony-failed = That did not work, and nothing was changed. You can try again.

moving-on-title = One moment
moving-on = You are being taken on.
moving-on-link = Continue
enter-again-title = Please sign in again
enter-again = To protect your account, this change needs you to have signed in a short while ago. It was not saved: sign in again, then enter it once more.

try-again = Try again
back-to-form = Back to the form
to-settings = Go to your account settings
sign-in-again = Sign in again
request-id = If you ask for help, give this number: { $id }

problem-not-found-title = There is no such page
problem-not-found = The address may be mistyped, or the page has moved.
problem-return-to-title = This link’s way back is not allowed
problem-return-to = You were to be sent to another website afterwards, and that website is not on the list of those allowed. You can still change your settings.
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
problem-foreign-title = This form came from another website
problem-foreign = Nothing was changed. If you came here by a link that someone sent you, do not trust it.
problem-not-a-form-title = This is not a form of this page
problem-not-a-form = Nothing was changed.
problem-too-large-title = That is too much
problem-too-large = Nothing was changed. Please shorten what you entered.
problem-upload-slow-title = Your form did not arrive
problem-upload-slow = Nothing was changed. Your connection may be slow or broken: please send the form again.
problem-not-saved-title = Nothing was saved
problem-not-saved = The account service cannot be reached at the moment. Go back in your browser to keep what you entered, wait a minute, and save again.
problem-maybe-saved-title = It may not have been saved
problem-maybe-saved = The account service took your change but gave no answer. Look at your settings to see whether it was saved before you try again.
problem-method-title = This page cannot be used that way
problem-method = Please go back and use the links and buttons of the page.
problem-internal-title = Something went wrong here
problem-internal = This is not your fault. Please try again.
