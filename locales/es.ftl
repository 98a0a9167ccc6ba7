# Español

language-name = Español

## The frame

settings-title = Configuración de la cuenta
title-saved = Guardado – { $title }
title-error = Error – { $title }
skip-to-content = Ir al contenido
account-pages = Tu cuenta
language = Idioma
theme = Apariencia
theme-system = Como el dispositivo
theme-light = Claro
theme-dark = Oscuro
choice-keeps = Lo que has escrito se conserva, salvo las contraseñas y los códigos.
back-to-application = Volver a la aplicación
footer = Acerca de este servicio

## Sections: heading, purpose, state

group-profile = Perfil
group-profile-lead = Quién eres y cómo contactarte.
group-password = Contraseña
group-password-lead = Elige una nueva contraseña para iniciar sesión.
group-oidc = Cuentas vinculadas
group-oidc-lead = Inicia sesión con una cuenta que tienes en otro servicio.
group-saml = Acceso de empresa
group-saml-lead = Inicia sesión con la cuenta de tu organización.
group-passkey = Llaves de acceso
group-passkey-lead = Inicia sesión con tu huella digital, tu rostro o el bloqueo de pantalla.
group-webauthn = Llaves de seguridad
group-webauthn-lead = Un pequeño dispositivo que demuestra que eres tú cuando inicias sesión.
group-totp = Aplicación de autenticación
group-totp-lead = Una aplicación en tu teléfono muestra un código que escribes al iniciar sesión.
group-lookup_secret = Códigos de recuperación
group-lookup_secret-lead = Entra con uno de estos códigos si pierdes tu teléfono o tu llave. Cada uno sirve una sola vez.
group-code = Códigos de un solo uso
group-code-lead = Códigos que recibes al iniciar sesión.
group-link = Enlaces de inicio de sesión
group-link-lead = Enlaces que recibes al iniciar sesión.
group-identifier_first = Nombre de usuario
group-captcha = ¿Eres una persona?

state-on = Activado
state-off = Desactivado
state-linked = { $count ->
    [0] Ninguna en la lista
    [one] Vinculada: { $count }
    [many] Vinculadas: { $count }
   *[other] Vinculadas: { $count }
}
state-passkeys = { $count ->
    [0] Ninguna por ahora
    [one] { $count } llave de acceso
    [many] { $count } de llaves de acceso
   *[other] { $count } llaves de acceso
}
state-keys = { $count ->
    [0] Ninguna por ahora
    [one] { $count } llave de seguridad
    [many] { $count } de llaves de seguridad
   *[other] { $count } llaves de seguridad
}
state-codes = { $count ->
    [one] { $count } código de recuperación
    [many] { $count } de códigos de recuperación
   *[other] { $count } códigos de recuperación
}
state-codes-used = { $count ->
    [one] { $count } código de recuperación
    [many] { $count } de códigos de recuperación
   *[other] { $count } códigos de recuperación
}, { $used ->
    [one] { $used } usado
    [many] { $used } usados
   *[other] { $used } usados
}, último uso el { $when }

overview-title = Tu cuenta de un vistazo
overview-sign-in-name = Inicias sesión como { $name }
overview-ways = Formas de iniciar sesión
overview-protection = Protección adicional
overview-password = Establecerla o cambiarla
overview-not-set = Sin establecer
overview-codes-left = { $count ->
    [one] Queda { $count }
    [many] Quedan { $count }
   *[other] Quedan { $count }
}
codes-few = { $count ->
    [one] Solo queda { $count } código de recuperación.
    [many] Solo quedan { $count } de códigos de recuperación.
   *[other] Solo quedan { $count } códigos de recuperación.
}
codes-none-left = No queda ningún código de recuperación.
codes-renew = Crear otros
codes-lacking = Si pierdes tu teléfono o tu llave, los códigos de recuperación te permiten volver a entrar. Aún no tienes ninguno.
second-suggested = Un segundo paso hace más seguro el inicio de sesión: así, una contraseña robada no basta.
second-add = Añadir uno

## Fields

list-item = { $list } { $number }
list-spare = { $list }: añadir un elemento
list-separator = {", "}
time-zone = Zona horaria: { $offset }
optional-nothing = Sin elegir
show-password = Mostrar
hide-password = Ocultar
caps-lock = El bloqueo de mayúsculas está activado.
errors-title = { $count ->
    [one] Corrige lo siguiente:
    [many] Corrige estos { $count } de puntos:
   *[other] Corrige estos { $count } puntos:
}
address-unverified = Aún falta confirmar { $address }.
address-verify = Confirmar ahora

required-mark = Los campos marcados con * son obligatorios.
password-rules = Una contraseña larga es una contraseña segura: por ejemplo, varias palabras sin relación entre sí. Usa una que no uses en ningún otro sitio.
password-shortest = { $count ->
    [one] Al menos { $count } carácter.
    [many] Al menos { $count } de caracteres.
   *[other] Al menos { $count } caracteres.
}
strength = Seguridad de la contraseña
strength-0 = Muy débil.
strength-1 = Débil.
strength-2 = Podría ser más segura.
strength-3 = Segura.
strength-4 = Muy segura.
strength-known = Las contraseñas así son de las primeras que se prueban.
strength-pattern = Sigue un patrón fácil de adivinar.
strength-own = Contiene algo tuyo, como tu nombre o tu dirección.

## Buttons and what they do

working = Procesando…
cancel = Cancelar
copy = Copiar
copied = Copiado
download = Descargar
print = Imprimir
copy-selected = Aquí no se puede copiar automáticamente. El texto está seleccionado: cópialo tú.
open-in-app = Abrir en una aplicación de autenticación de este dispositivo
codes-file = codigos-de-recuperacion-{ $host }.txt
codes-account = Cuenta: { $account }
codes-site = Sitio web: { $site }
codes-day = Fecha: { $day }
codes-make = Crear códigos de recuperación
code-spent = usado
codes-not-saved = Estos códigos todavía no funcionan. Guárdalos en un lugar seguro y confirma abajo que los tienes.
codes-keep = Imprímelos o guárdalos donde guardas tus contraseñas. Cualquiera que tenga uno puede entrar en tu cuenta.
oidc-missing = ¿Falta aquí alguna cuenta?
oidc-last = Una cuenta que es tu única forma de iniciar sesión no se puede desvincular y no aparece aquí.
password-done = Si crees que alguien más puede conocer tu contraseña anterior, cierra también tus otras sesiones.

added = Añadida el { $when }
unlink-consequence = Ya no podrás iniciar sesión con { $thing }.
remove-consequence = Ya no podrás iniciar sesión con «{ $thing }».
remove-last = Es tu última forma de iniciar sesión, así que no se puede eliminar.
totp-unlink-consequence = Ya no se te pedirán los códigos de tu aplicación al iniciar sesión.
lookup-disable-consequence = Ya no funcionará ninguno de tus códigos de recuperación.
lookup-regenerate-consequence = Tus códigos actuales dejarán de funcionar cuando confirmes los nuevos.
thing-remove = Eliminar
thing-unlink = Desvincular
passkey-unnamed = Llave de acceso sin nombre
key-unnamed = Llave de seguridad sin nombre
remove-question = ¿Eliminar «{ $thing }»?
unlink-question = ¿Desvincular { $thing }?
totp-unlink-question = ¿Desactivar la aplicación de autenticación?
lookup-disable-question = ¿Desactivar los códigos de recuperación?
lookup-regenerate-question = ¿Crear nuevos códigos de recuperación?

script-needed = Para esto se necesita JavaScript, que está desactivado en tu navegador.
ceremony-failed = No funcionó y no se cambió nada. Puedes intentarlo de nuevo.
ceremony-failed-login = No funcionó. Inténtalo de nuevo o inicia sesión de otra forma.
ceremony-failed-registration = No funcionó y no se creó ninguna cuenta. Inténtalo de nuevo o elige otra forma.
ceremony-known = Esta llave o este dispositivo ya está añadido a tu cuenta.
ceremony-insecure = Las llaves de seguridad y de acceso necesitan una conexión segura: una dirección que empiece por https.
ceremony-unsupported = Este navegador no admite llaves de seguridad ni de acceso.

## Sessions, signing out, your data

sessions-title = Dónde tienes sesiones abiertas
sessions-lead = Consulta todos los navegadores y aplicaciones que pueden usar tu cuenta y cierra sus sesiones.
sessions-this = Este dispositivo
sessions-none = No tienes ninguna otra sesión abierta.
sessions-unknown = Dispositivo desconocido
sessions-device = { $browser } en { $system }
sessions-since = Sesión iniciada el { $when }
sessions-until = Sesión abierta hasta el { $when }
sessions-two-factors = dos factores
sessions-end = Cerrar sesión
sessions-end-others = Cerrar todas las demás sesiones
sessions-end-question = ¿Cerrar la sesión de { $device }?
sessions-end-others-question = ¿Cerrar todas las demás sesiones?
sessions-end-consequence = Habrá que volver a iniciar sesión en ese dispositivo.
sessions-end-others-consequence = Habrá que volver a iniciar sesión en todos los dispositivos menos en este.
sessions-ended = Listo: se cerró la sesión.
sign-out = Cerrar sesión
export = Descargar tus datos
group-code_recovery = Recuperación de la cuenta
group-link_recovery = Recuperación de la cuenta

delete-title = Eliminar tu cuenta
delete-lead = Esto no se puede deshacer.
delete-data = Tus datos, tu configuración y todas tus formas de iniciar sesión se eliminarán para siempre.
delete-back = Nadie podrá recuperarlos, y otra persona podrá usar tu nombre de inicio de sesión.
delete-consent = Entiendo que mi cuenta no se puede recuperar.
delete-button = Eliminar mi cuenta
delete-done-title = Tu cuenta se eliminó
delete-done = Tus datos y tus formas de iniciar sesión ya no existen, y todas tus sesiones están cerradas.
deactivate-title = Desactivar tu cuenta
deactivate-lead = Tu cuenta quedará desactivada. No se eliminará nada de lo que contiene.
deactivate-data = Nadie podrá iniciar sesión en ella, ni siquiera tú.
deactivate-back = Solo los responsables de este servicio pueden volver a activarla.
deactivate-consent = Entiendo que no puedo volver a activar mi cuenta por mi cuenta.
deactivate-button = Desactivar mi cuenta
deactivate-done-title = Tu cuenta se desactivó
deactivate-done = Todas tus sesiones están cerradas. Para volver a usar tu cuenta, consulta con los responsables de este servicio.
deletion-sessions = Se cerrará tu sesión en todos tus dispositivos.
deletion-applications = Ya no podrás iniciar sesión en otras aplicaciones con esta cuenta. Lo que ellas guardan sobre ti se queda allí.
deletion-export = Antes de irte, guarda una copia de tus datos:
deletion-keep = Conservar mi cuenta
deletion-unticked = Si tienes la certeza de querer hacerlo, marca primero la casilla. No se cambió nada.

## On the way

moving-on-title = Un momento
moving-on = Enseguida se abrirá la página siguiente.
moving-on-link = Continuar
enter-again-title = Vuelve a iniciar sesión
enter-again = Para proteger tu cuenta, este cambio requiere que hayas iniciado sesión hace poco. No se guardó: vuelve a iniciar sesión y haz el cambio otra vez.

## Problems: heading and what to do

try-again = Intentar de nuevo
back-to-form = Volver al formulario
to-settings = Ir a la configuración de tu cuenta
sign-in-again = Volver a iniciar sesión
start-again = Empezar de nuevo
confirm-address = Confirmar tu dirección
request-id = Si pides ayuda, indica este número: { $id }

problem-not-found-title = Esta página no existe
problem-not-found = Puede que la dirección esté mal escrita o que la página se haya movido.
problem-return-to-title = Este enlace lleva a un sitio no permitido
problem-return-to = Este enlace debía llevarte después a otro sitio web, que no está en la lista de sitios permitidos. Puedes continuar, pero no se te llevará allí.
problem-link-title = Este enlace no se puede usar
problem-link = Algo en él no está permitido aquí. Puede que esté incompleto o anticuado. Puedes empezar de nuevo sin él.
problem-not-offered-title = Esto no se ofrece aquí
problem-not-offered = Los responsables de este servicio han desactivado esta página.
problem-switched-off-title = Esta cuenta está desactivada
problem-switched-off = No se puede usar en este momento. Si crees que es un error, consulta con los responsables de este servicio.
problem-form-title = No se pudo aceptar tu formulario
problem-form = No se cambió nada. Esto ocurre cuando una página estuvo abierta mucho tiempo, cuando volviste a iniciar sesión en otro lugar o cuando tu navegador rechaza las cookies.
problem-forbidden-title = No tienes permiso para hacer esto
problem-forbidden = No se cambió nada.
problem-busy-title = Demasiadas solicitudes
problem-busy = Espera un momento e inténtalo de nuevo.
problem-slow-title = Esto está tardando demasiado
problem-slow = El servicio de cuentas no responde en este momento. Inténtalo de nuevo en un minuto.
problem-unavailable-title = No se puede conectar con el servicio de cuentas
problem-unavailable = No es culpa tuya y no se cambió nada. Inténtalo de nuevo en un minuto.
problem-loop-title = El inicio de sesión no se completa
problem-loop = Iniciaste sesión, pero esta página no lo detecta. Puede que tu navegador esté bloqueando las cookies: permítelas para este sitio web o borra las que ya tiene guardadas, y vuelve a iniciar sesión. Si eso no ayuda, avisa a los responsables de este servicio.
problem-no-cookies-title = Tu navegador no guarda cookies
problem-no-cookies = Esta página no funciona sin ellas. Permítelas para este sitio web en la configuración de tu navegador y vuelve a empezar.
problem-foreign-title = Este formulario viene de otro sitio web
problem-foreign = No se cambió nada. Si llegaste aquí por un enlace que alguien te envió, no te fíes de él.
problem-not-a-form-title = Este formulario no es de esta página
problem-not-a-form = No se cambió nada.
problem-too-large-title = Es demasiado largo
problem-too-large = No se cambió nada. Acorta lo que escribiste.
problem-upload-slow-title = Tu formulario no llegó
problem-upload-slow = No se cambió nada. Puede que tu conexión sea lenta o se haya cortado: vuelve a enviar el formulario.
problem-not-saved-title = No se guardó nada
problem-not-saved = No se puede conectar con el servicio de cuentas en este momento. Vuelve atrás en tu navegador para conservar lo que escribiste, espera un minuto y envíalo de nuevo.
problem-maybe-saved-title = Puede que no se haya guardado
problem-maybe-saved = El servicio de cuentas recibió lo que enviaste, pero no respondió. Antes de intentarlo de nuevo, vuelve atrás y mira si funcionó.
problem-left-already-title = Tu sesión está cerrada
problem-left-already = No se hizo nada más. Si pulsaste el botón dos veces, funcionó a la primera. Si no, vuelve a iniciar sesión y empieza de nuevo.
problem-still-there-title = Tu cuenta sigue ahí
problem-still-there = El servicio de cuentas no pudo hacerlo en este momento y no se cambió nada. Inténtalo de nuevo en un minuto.
problem-still-there-revoked-title = Tu cuenta sigue ahí
problem-still-there-revoked = El servicio de cuentas no pudo hacerlo en este momento. Tu cuenta y tus datos no cambiaron, pero las aplicaciones que usas con ella podrían volver a pedirte acceso. Inténtalo de nuevo en un minuto.
problem-maybe-gone-title = No es seguro que haya funcionado
problem-maybe-gone = El servicio de cuentas recibió tu petición, pero no respondió. Inicia sesión para comprobarlo: si puedes, tu cuenta sigue ahí.
problem-method-title = Esta página no se puede usar así
problem-method = Vuelve atrás y usa los enlaces y botones de la página.
problem-internal-title = Algo falló por nuestra parte
problem-internal = No es culpa tuya. Inténtalo de nuevo.
problem-sign-in-first-title = Primero inicia sesión
problem-sign-in-first = Esto solo es posible con la sesión iniciada y, a veces, solo poco después de iniciarla.
problem-other-identity-title = Hay otra persona con la sesión iniciada
problem-other-identity = Esta página se abrió para una cuenta distinta de la que tiene ahora la sesión iniciada. No se cambió nada. Vuelve a iniciar sesión con la cuenta que quieres usar.
problem-unverified-title = Primero confirma tu dirección
problem-unverified = Podrás iniciar sesión en cuanto tu dirección esté confirmada. Busca el mensaje con el código o el enlace, o pide uno nuevo.
problem-outdated-title = Esta página o este enlace ya no funciona
problem-outdated = Ya se usó o ha pasado demasiado tiempo. Empieza de nuevo.
problem-provider-title = No funcionó
problem-provider = No se completó el inicio de sesión con una cuenta de otro servicio. Esto ocurre cuando se tarda mucho, cuando inicias sesión en dos pestañas a la vez o cuando tu navegador rechaza las cookies. Inténtalo de nuevo.
problem-application-title = La aplicación no pudo iniciar tu sesión
problem-application = Algo falló en la forma en que te envió aquí. Vuelve a la aplicación e inténtalo de nuevo. Si eso no ayuda, avisa a sus responsables.
problem-elsewhere-title = Algo falló
problem-elsewhere = No es culpa tuya. Inténtalo de nuevo en un minuto. Si vuelve a ocurrir, avisa a los responsables de este servicio.

## Kratos’ messages, by id, with the values of their context

kratos-1010001 = Iniciar sesión
kratos-1010002 = Continuar con { $provider }
kratos-1010003 = Para continuar, confirma que eres tú.
kratos-1010004 = Confirma de una segunda forma que eres tú.
kratos-1010005 = Confirmar
kratos-1010006 = Código de la aplicación
kratos-1010007 = Código de recuperación
kratos-1010008 = Iniciar sesión con llave de seguridad
kratos-1010009 = Usar la aplicación de autenticación
kratos-1010010 = Usar código de recuperación
kratos-1010011 = Iniciar sesión con llave de seguridad
kratos-1010012 = Pulsa el botón y usa después tu llave de seguridad, tu huella o tu rostro.
kratos-1010013 = Continuar
kratos-1010014 = Te hemos enviado un código. Si no llega en unos minutos, mira en la carpeta de spam o pídelo de nuevo.
kratos-1010015 = Enviar código para iniciar sesión
kratos-1010016 = { $duplicate_identifier } ya pertenece a una cuenta de este servicio. Inicia sesión en esa cuenta para añadir { $provider } como otra forma de iniciar sesión.
kratos-1010017 = Iniciar sesión y vincular
kratos-1010018 = Confirmar con { $provider }
kratos-1010019 = Enviar código
kratos-1010021 = Iniciar sesión con llave de acceso
kratos-1010022 = Iniciar sesión con contraseña
kratos-1010023 = Enviar código a { $address }
kratos-1010024 = Iniciar sesión con este dispositivo
kratos-1010025 = Te hemos enviado un código. Si no llega en unos minutos, mira en la carpeta de spam o pídelo de nuevo.
kratos-1040001 = Registrarse
kratos-1040002 = Continuar con { $provider }
kratos-1040003 = Continuar
kratos-1040004 = Registrarse con llave de seguridad
kratos-1040005 = Hemos enviado un código a la dirección que indicaste. Si no llega en unos minutos, mira en la carpeta de spam y comprueba que la dirección esté bien escrita.
kratos-1040006 = Enviar código de registro
kratos-1040007 = Registrarse con llave de acceso
kratos-1040008 = Atrás
kratos-1040009 = Elige cómo quieres iniciar sesión a partir de ahora.
kratos-1050001 = ¡Se guardaron tus cambios!
kratos-1050001-profile = Se guardó tu perfil.
kratos-1050001-password = Tu nueva contraseña ya está activa.
kratos-1050001-totp-on = La aplicación de autenticación está activada.
kratos-1050001-totp-off = La aplicación de autenticación está desactivada.
kratos-1050001-passkey-added = Se añadió la llave de acceso.
kratos-1050001-passkey-removed = Se eliminó la llave de acceso.
kratos-1050001-webauthn-added = Se añadió la llave de seguridad.
kratos-1050001-webauthn-removed = Se eliminó la llave de seguridad.
kratos-1050001-lookup_secret-on = Tus códigos de recuperación ya funcionan.
kratos-1050001-lookup_secret-off = Tus códigos de recuperación están desactivados. Ya no funciona ninguno.
kratos-1050001-oidc-linked = { $provider } quedó vinculado. Ya puedes iniciar sesión con esa cuenta.
kratos-1050001-oidc-unlinked = { $provider } ya no está vinculado.
kratos-1050002 = Vincular { $provider }
kratos-1050003 = Desvincular { $provider }
kratos-1050004 = Desactivar la aplicación de autenticación
kratos-1050005 = Código QR para tu aplicación de autenticación
kratos-1050006 = { $secret }
kratos-1050007 = Mostrar mis códigos de recuperación
kratos-1050008 = Crear nuevos códigos de recuperación
kratos-1050009 = { $secret }
kratos-1050010 = Estos son tus códigos de recuperación.
kratos-1050011 = Ya guardé estos códigos
kratos-1050012 = Añadir llave de seguridad
kratos-1050013 = Nombre de la llave de seguridad
kratos-1050014 = Usado el { $used_at }
kratos-1050016 = Desactivar los códigos de recuperación
kratos-1050017 = Si no puedes escanear la imagen, escribe esta clave en tu aplicación:
kratos-1050018 = Eliminar la llave de seguridad «{ $display_name }»
kratos-1050019 = Añadir llave de acceso
kratos-1050020 = Eliminar la llave de acceso «{ $display_name }»
kratos-1050023 = Tu organización administra tu cuenta. Para cambiar esta configuración, consulta con tu administrador.
kratos-1060001 = Ya tienes acceso de nuevo a tu cuenta. Cambia ahora tu contraseña o añade otra forma de iniciar sesión. Fecha límite: { $privileged_session_expires_at }.
kratos-1060002 = Si esta dirección pertenece a una cuenta, recibirás allí un enlace. Si no llega nada en unos minutos, mira en la carpeta de spam y comprueba que sea la dirección con la que te registraste.
kratos-1060003 = Si esta dirección pertenece a una cuenta, recibirás allí un código. Si no llega nada en unos minutos, mira en la carpeta de spam y comprueba que sea la dirección con la que te registraste.
kratos-1060004 = Si { $masked_address } pertenece a tu cuenta, recibirás allí un código. Si no llega nada en unos minutos, mira en la carpeta de spam y comprueba que sea la dirección con la que te registraste.
kratos-1060005 = Para asegurarnos de que es tu cuenta, escribe la dirección o el número de teléfono completos.
kratos-1060006 = ¿Adónde enviamos el código?
kratos-1060007 = Atrás
kratos-1070001 = Contraseña
kratos-1070003 = Guardar
kratos-1070003-profile = Guardar perfil
kratos-1070003-password = Establecer nueva contraseña
kratos-1070003-totp = Activar la aplicación de autenticación
kratos-1070004 = Nombre de usuario
kratos-1070005 = Enviar
kratos-1070006 = Código de la aplicación
kratos-1070007 = Correo electrónico
kratos-1070008 = Volver a enviar el código
kratos-1070009 = Continuar
kratos-1070009-login-code-sent_email = Iniciar sesión
kratos-1070009-registration-code-sent_email = Crear cuenta
kratos-1070009-recovery-code-choose_method = Enviar código
kratos-1070009-recovery-link-choose_method = Enviar enlace
kratos-1070009-recovery-code-sent_email = Confirmar código
kratos-1070009-recovery-code-recovery_awaiting_code = Confirmar código
kratos-1070009-recovery-code-recovery_confirming_address = Enviar código
kratos-1070009-recovery-link-sent_email = Volver a enviar el enlace
kratos-1070009-verification-code-choose_method = Enviar código
kratos-1070009-verification-link-choose_method = Enviar enlace
kratos-1070009-verification-code-sent_email = Confirmar dirección
kratos-1070009-verification-link-sent_email = Volver a enviar el enlace
kratos-1070010 = Código de recuperación
kratos-1070011 = Código de verificación
kratos-1070012 = Código de registro
kratos-1070013 = Código para iniciar sesión
kratos-1070014 = Iniciar sesión y vincular
kratos-1070015 = Completa la comprobación para continuar.
kratos-1070016 = Dirección de recuperación
kratos-1070017 = Número de teléfono
kratos-1070018 = Correo electrónico o número de teléfono
kratos-1080001 = Si aún falta confirmar esta dirección, recibirás allí un enlace. Si no llega nada en unos minutos, mira en la carpeta de spam y comprueba que la dirección esté bien escrita.
kratos-1080002 = Gracias, la confirmación está completa.
kratos-1080003 = Si aún falta confirmar esta dirección, recibirás allí un código. Si no llega nada en unos minutos, mira en la carpeta de spam y comprueba que la dirección esté bien escrita.
kratos-1080004 = Si aún falta confirmar este número de teléfono, recibirás un SMS con un código. Si no llega nada en unos minutos, comprueba que el número esté bien escrito.
kratos-1080005 = Tu número de teléfono está confirmado.

kratos-4000002 = Completa este campo.
kratos-4000003 = { $min_length ->
    [one] Escribe al menos { $min_length } carácter. Has escrito { $actual_length }.
    [many] Escribe al menos { $min_length } de caracteres. Has escrito { $actual_length }.
   *[other] Escribe al menos { $min_length } caracteres. Has escrito { $actual_length }.
}
kratos-4000004 = El formato no es el esperado.
kratos-4000005 = Esta contraseña no se puede usar: { $reason }.
kratos-4000006 = Los datos no son correctos. Comprueba que no haya errores al escribirlos.
kratos-4000007 = Otra cuenta ya usa este correo electrónico, número de teléfono o nombre de usuario. Elige otro o, si esa cuenta es tuya, inicia sesión en ella.
kratos-4000008 = No se pudo confirmar. Escribe el código que tu aplicación muestra ahora o vuelve a probar con tu llave.
kratos-4000009 = Falta un nombre de usuario, como un correo electrónico. Complétalo. Si no hay ningún campo para ello, avisa a los responsables de este servicio.
kratos-4000010 = Tu cuenta aún no está activa. ¿Confirmaste tu correo electrónico?
kratos-4000011 = No tienes configurada ninguna aplicación de autenticación.
kratos-4000012 = Este código de recuperación ya se usó.
kratos-4000013 = No tienes configurada ninguna llave de seguridad.
kratos-4000014 = No tienes códigos de recuperación configurados.
kratos-4000015 = No se encontró ninguna cuenta con llave de seguridad o de acceso. Comprueba lo que escribiste o inicia sesión de otra forma.
kratos-4000016 = Este código de recuperación no es correcto.
kratos-4000017 = { $max_length ->
    [one] Escribe como máximo { $max_length } carácter. Has escrito { $actual_length }.
    [many] Escribe como máximo { $max_length } de caracteres. Has escrito { $actual_length }.
   *[other] Escribe como máximo { $max_length } caracteres. Has escrito { $actual_length }.
}
kratos-4000018 = Escribe { $minimum } o más. Has escrito { $actual }.
kratos-4000019 = Escribe un valor mayor que { $minimum }. Has escrito { $actual }.
kratos-4000020 = Escribe { $maximum } o menos. Has escrito { $actual }.
kratos-4000021 = Escribe un valor menor que { $maximum }. Has escrito { $actual }.
kratos-4000022 = Escribe un múltiplo de { $base }. Has escrito { $actual }.
kratos-4000023 = { $max_items ->
    [one] Aquí puede haber como máximo { $max_items } elemento. Tienes { $actual_items }.
    [many] Aquí puede haber como máximo { $max_items } de elementos. Tienes { $actual_items }.
   *[other] Aquí puede haber como máximo { $max_items } elementos. Tienes { $actual_items }.
}
kratos-4000024 = { $min_items ->
    [one] Aquí debe haber al menos { $min_items } elemento. Tienes { $actual_items }.
    [many] Aquí debe haber al menos { $min_items } de elementos. Tienes { $actual_items }.
   *[other] Aquí debe haber al menos { $min_items } elementos. Tienes { $actual_items }.
}
kratos-4000025 = Dos elementos son iguales.
kratos-4000026 = Este tipo de valor no es válido aquí.
kratos-4000027 = Ya existe una cuenta con este correo electrónico, número de teléfono o nombre de usuario. Primero inicia sesión en esa cuenta y después vincula la otra.
kratos-4000028 = Ya existe una cuenta con este correo electrónico, número de teléfono o nombre de usuario. Si es tuya, inicia sesión en ella. Formas de hacerlo: { $available_credential_types }.
kratos-4000029 = El valor debe ser { $expected }.
kratos-4000030 = Este dato no se puede cambiar.
kratos-4000031 = Esta contraseña se parece demasiado a tu nombre de usuario.
kratos-4000032 = { $min_length ->
    [one] La contraseña debe tener al menos { $min_length } carácter. La tuya tiene { $actual_length }.
    [many] La contraseña debe tener al menos { $min_length } de caracteres. La tuya tiene { $actual_length }.
   *[other] La contraseña debe tener al menos { $min_length } caracteres. La tuya tiene { $actual_length }.
}
kratos-4000033 = { $max_length ->
    [one] La contraseña puede tener como máximo { $max_length } carácter. La tuya tiene { $actual_length }.
    [many] La contraseña puede tener como máximo { $max_length } de caracteres. La tuya tiene { $actual_length }.
   *[other] La contraseña puede tener como máximo { $max_length } caracteres. La tuya tiene { $actual_length }.
}
kratos-4000034 = Esta contraseña aparece en filtraciones de datos conocidas. Elige otra.
kratos-4000035 = No se encontró ninguna cuenta que inicie sesión con un código. Comprueba que la dirección esté bien escrita o inicia sesión de otra forma.
kratos-4000036 = Tus datos no son los mismos que cuando se envió el código. Escríbelos como antes, o vuelve atrás y empieza de nuevo.
kratos-4000037 = No se encontró ninguna cuenta en la que se pueda iniciar sesión con esto. Comprueba que esté bien escrito.
kratos-4000038 = La comprobación no funcionó. Inténtalo de nuevo.
kratos-4000039 = Elige una contraseña distinta de la actual.
kratos-4000040 = Escribe un correo electrónico válido.
kratos-4000041 = Escribe un número de teléfono válido.
kratos-4000042 = No tienes configurado ningún dispositivo para iniciar sesión.
kratos-4000043 = No se pudo confirmar tu llave. Inténtalo de nuevo.
kratos-4000044 = No se pudo confirmar este dispositivo. Inténtalo de nuevo.
kratos-4000045 = Este dispositivo ya no sirve para iniciar sesión. Configúralo de nuevo.
kratos-4000046 = Este dispositivo ya no sirve para iniciar sesión. Configúralo de nuevo.
kratos-4010001 = Esta página estuvo abierta demasiado tiempo. Inténtalo de nuevo.
kratos-4010002 = Faltan datos para iniciar sesión. Completa el formulario e inténtalo de nuevo.
kratos-4010003 = Faltan datos para crear una cuenta. Completa el formulario e inténtalo de nuevo.
kratos-4010004 = No se cambió nada: el formulario no estaba completo. Inténtalo de nuevo.
kratos-4010005 = El formulario no estaba completo. Empieza de nuevo.
kratos-4010006 = El formulario no estaba completo. Empieza de nuevo.
kratos-4010007 = Esto ya está hecho.
kratos-4010008 = El código no es correcto o ya se usó. Compruébalo o pide uno nuevo.
kratos-4010009 = Esta no es la cuenta que se debe vincular. Inicia sesión en la que ya usa tu dirección.
kratos-4010010 = Esta dirección no pertenece a tu cuenta. Usa otra.
kratos-4010011 = Esta cuenta está desactivada. Ponte en contacto con los responsables de este servicio.
kratos-4040001 = Esta página estuvo abierta demasiado tiempo y no se creó ninguna cuenta. Inténtalo de nuevo.
kratos-4040002 = Esto ya está hecho.
kratos-4040003 = El código no es correcto o ya se usó. Compruébalo o pide uno nuevo.
kratos-4050001 = Esta página estuvo abierta demasiado tiempo, así que no se cambió nada. Inténtalo de nuevo.
kratos-4050002 = Solo puedes cambiar una dirección a la vez.
kratos-4060001 = Esta recuperación ya se completó. Si todavía no puedes entrar, empieza aquí de nuevo.
kratos-4060002 = Algo falló durante el proceso. Empieza de nuevo.
kratos-4060004 = Este enlace no es correcto o ya se usó. Pide uno nuevo.
kratos-4060005 = Ha pasado demasiado tiempo y el código o enlace ya no funciona. Pide uno nuevo.
kratos-4060006 = El código no es correcto o ya se usó. Compruébalo o pide uno nuevo.
kratos-4070001 = Este enlace no es correcto o ya se usó. Pide uno nuevo.
kratos-4070002 = Ya está confirmado. No hace falta hacer nada más.
kratos-4070003 = Algo falló durante el proceso. Empieza de nuevo.
kratos-4070005 = Ha pasado demasiado tiempo y el código o enlace ya no funciona. Pide uno nuevo.
kratos-4070006 = El código no es correcto o ya se usó. Compruébalo o pide uno nuevo.
kratos-5000002 = En este momento no hay ninguna forma de iniciar sesión. Avisa a los responsables de este servicio.
kratos-5000003 = Tu organización exige su propio inicio de sesión, que no está configurado. Avisa a tu administrador.

## Login, registration, recovery, verification

or = o
for-client = Para continuar en { $client }
flow-nothing = Aquí no hay nada que hacer.
typed-kept = Esta página había caducado y no se cambió nada. Lo que escribiste sigue aquí, salvo las contraseñas y los códigos: revísalo y envíalo de nuevo.
item-gone = Mientras tanto, un elemento de «{ $list }» se cambió o se eliminó en otro lugar. Tu cambio en él no se hizo.

login-title = Iniciar sesión
# What the reference UI says too, and its suites look for.
login-second-title = Un paso más
login-second-nothing = Tu cuenta aún no tiene un segundo paso para iniciar sesión. Añade uno en la configuración de tu cuenta o inicia sesión con otra cuenta.
second-factor-needed = La página que querías abrir exige un segundo paso para iniciar sesión. Añade uno aquí para continuar.
login-refresh-title = Confirma que eres tú
login-code-title = Escribe tu código
login-link-title = Vincula tu cuenta
login-link-lead = Ya tienes una cuenta aquí. Inicia sesión en ella como siempre: la cuenta que acabas de usar se añadirá como otra forma de iniciar sesión.
registration-title = Crear una cuenta
registration-method-title = Elige cómo iniciarás sesión
registration-code-title = Escribe tu código
registration-provider-title = Faltan algunos datos
registration-provider-lead = La cuenta que elegiste no proporciona todo lo que se necesita aquí.
recovery-title = Recuperar tu cuenta
recovery-lead = Escribe la dirección de tu cuenta. Recibirás lo que necesitas para volver a entrar.
recovery-choice-title = Elige una dirección
recovery-address-title = Confirma la dirección
recovery-code-title = Escribe tu código
recovery-link-title = Mira en tu bandeja de entrada
verification-title = Confirma tu dirección
verification-lead = Escribe la dirección que quieres confirmar. Recibirás un código o un enlace.
verification-code-title = Escribe tu código
verification-link-title = Mira en tu bandeja de entrada
verification-done-title = Listo

way-login = Iniciar sesión
way-registration = Crear una cuenta
way-recovery = ¿Olvidaste tu contraseña?
way-not-you = ¿No eres tú?
way-other-name = Usar otro nombre

# Applications (OAuth2)

consent-title = Permitir el acceso
consent-lead = { $client } quiere usar tu cuenta.
consent-scopes = Lo que podrá hacer
consent-audience = Lo usará en:
consent-remember = No volver a preguntarme por esta aplicación
consent-accept = Permitir
consent-reject = No permitir
scope-openid = Saber que eres tú
scope-profile = Ver tu nombre y tu perfil
scope-email = Ver tu correo electrónico
scope-phone = Ver tu número de teléfono
scope-address = Ver tu dirección postal
scope-offline = Conservar el acceso cuando no estés
scope-offline_access = Conservar el acceso cuando no estés
application-page = Acerca de la aplicación
application-policy = Su política de privacidad
application-terms = Sus condiciones de uso
applications-title = Aplicaciones conectadas
applications-lead = Consulta qué aplicaciones pueden usar tu cuenta y retírales el acceso.
applications-none = No le has dado acceso a tu cuenta a ninguna aplicación.
applications-since = Permitida el { $when }
applications-revoke = Retirar el acceso
applications-revoke-question = ¿Retirar el acceso a { $client }?
applications-revoke-consequence = { $client } ya no podrá usar tu cuenta, pero podrá volver a pedírtelo.
applications-revoked = Listo: la aplicación ya no tiene acceso.
oauth2-logout-title = ¿Cerrar sesión?
oauth2-logout-lead = Se cerrará tu sesión aquí y en las aplicaciones que usas con esta cuenta.
oauth2-logout-client = { $client } quiere cerrar tu sesión, aquí y en las aplicaciones que usas con esta cuenta.
oauth2-logout-stay = Mantener la sesión
problem-request-unknown-title = Esta solicitud no se conoce
problem-request-unknown = No se dio acceso a ninguna aplicación. Puede que el enlace esté incompleto o sea inventado: vuelve a la aplicación e inicia sesión allí otra vez.
problem-request-outdated-title = Esta solicitud es demasiado antigua
problem-request-outdated = No se respondió a tiempo y no se dio acceso a ninguna aplicación. Vuelve a la aplicación e inicia sesión allí otra vez.
problem-request-used-title = Ya has respondido a esto
problem-request-used = No se permitió nada más. Vuelve a la aplicación o empieza de nuevo.
problem-request-foreign-title = Esta solicitud es para otra cuenta
problem-request-foreign = Has iniciado sesión con una cuenta distinta de la que se usó al empezar, así que no se permitió nada. Inicia sesión de nuevo para elegir la cuenta.
