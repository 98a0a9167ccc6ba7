# Español

language-name = Español

## The frame

settings-title = Configuración de la cuenta
title-saved = Guardado – { $title }
title-error = Error – { $title }
skip-to-content = Ir al contenido
on-this-page = En esta página
language = Idioma
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
    [0] Ninguna cuenta vinculada
    [one] Vinculada: { $names }
    [many] Vinculadas: { $names }
   *[other] Vinculadas: { $names }
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
state-codes-unsaved = Aún sin guardar

## Fields

list-item = { $list } { $number }
list-spare = { $list }: añadir un elemento
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

## Buttons and what they do

working = Procesando…
cancel = Cancelar
copy = Copiar
copied = Copiado
download = Descargar
open-in-app = Abrir en una aplicación de autenticación de este dispositivo
codes-file = codigos-de-recuperacion.txt
code-spent = usado
codes-not-saved = Estos códigos todavía no funcionan. Guárdalos en un lugar seguro y confirma abajo que los tienes.
codes-keep = Imprímelos o guárdalos donde guardas tus contraseñas. Cualquiera que tenga uno puede entrar en tu cuenta.
oidc-last = Una cuenta que es tu única forma de iniciar sesión no se puede desvincular y no aparece aquí.
password-done = Si crees que alguien más puede conocer tu contraseña anterior, cierra también tus otras sesiones.

added = Añadida el { $when }
confirm-title = ¿Seguro que quieres continuar?
unlink-consequence = Ya no podrás iniciar sesión con { $thing }.
remove-consequence = Ya no podrás iniciar sesión con «{ $thing }».
remove-last = Es tu última forma de iniciar sesión, así que no se puede eliminar.
totp-unlink-consequence = Ya no se te pedirán los códigos de tu aplicación al iniciar sesión.
lookup-disable-consequence = Ya no funcionará ninguno de tus códigos de recuperación.
lookup-regenerate-consequence = Tus códigos actuales dejarán de funcionar cuando confirmes los nuevos.

script-needed = Para esto se necesita JavaScript, que está desactivado en tu navegador.
ceremony-failed = No funcionó y no se cambió nada. Puedes intentarlo de nuevo.

## Sessions, signing out, your data

sessions-title = Dónde tienes sesiones abiertas
sessions-lead = Consulta todos los navegadores y aplicaciones que pueden usar tu cuenta y cierra sus sesiones.
sessions-this = Este dispositivo
sessions-none = No tienes ninguna otra sesión abierta.
sessions-unknown = Dispositivo desconocido
sessions-device = { $browser } en { $system }
sessions-since = Sesión iniciada el { $when }
sessions-two-factors = dos factores
sessions-end = Cerrar esta sesión
sessions-end-others = Cerrar todas las demás sesiones
sessions-end-consequence = Habrá que volver a iniciar sesión en ese dispositivo.
sessions-end-others-consequence = Habrá que volver a iniciar sesión en todos los dispositivos menos en este.
sessions-ended = Listo: se cerró la sesión.
sign-out = Cerrar sesión
export = Descargar tus datos
group-code_recovery = Recuperación de la cuenta
group-link_recovery = Recuperación de la cuenta

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
request-id = Si pides ayuda, indica este número: { $id }

problem-not-found-title = Esta página no existe
problem-not-found = Puede que la dirección esté mal escrita o que la página se haya movido.
problem-return-to-title = Este enlace lleva a un sitio no permitido
problem-return-to = Este enlace debía llevarte después a otro sitio web, que no está en la lista de sitios permitidos. Aun así, puedes cambiar tu configuración.
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
problem-foreign-title = Este formulario viene de otro sitio web
problem-foreign = No se cambió nada. Si llegaste aquí por un enlace que alguien te envió, no te fíes de él.
problem-not-a-form-title = Este formulario no es de esta página
problem-not-a-form = No se cambió nada.
problem-too-large-title = Es demasiado largo
problem-too-large = No se cambió nada. Acorta lo que escribiste.
problem-upload-slow-title = Tu formulario no llegó
problem-upload-slow = No se cambió nada. Puede que tu conexión sea lenta o se haya cortado: vuelve a enviar el formulario.
problem-not-saved-title = No se guardó nada
problem-not-saved = No se puede conectar con el servicio de cuentas en este momento. Vuelve atrás en tu navegador para conservar lo que escribiste, espera un minuto y guarda de nuevo.
problem-maybe-saved-title = Puede que no se haya guardado
problem-maybe-saved = El servicio de cuentas recibió tu cambio, pero no respondió. Antes de intentarlo de nuevo, mira en tu configuración si se guardó.
problem-method-title = Esta página no se puede usar así
problem-method = Vuelve atrás y usa los enlaces y botones de la página.
problem-internal-title = Algo falló por nuestra parte
problem-internal = No es culpa tuya. Inténtalo de nuevo.

## Kratos’ messages, by id, with the values of their context

kratos-1050001 = ¡Se guardaron tus cambios!
kratos-1050002 = Vincular { $provider }
kratos-1050003 = Desvincular { $provider }
kratos-1050004 = Desactivar la aplicación de autenticación
kratos-1050005 = Código QR para tu aplicación de autenticación
kratos-1050007 = Mostrar mis códigos de recuperación
kratos-1050008 = Crear nuevos códigos de recuperación
kratos-1050010 = Estos son tus códigos de recuperación. Guárdalos en un lugar seguro.
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
kratos-1070001 = Contraseña
kratos-1070003 = Guardar
kratos-1070004 = Usuario
kratos-1070005 = Enviar
kratos-1070006 = Código de la aplicación
kratos-1070007 = Correo electrónico
kratos-1070008 = Volver a enviar el código
kratos-1070009 = Continuar
kratos-1070010 = Código de recuperación
kratos-1070011 = Código de verificación
kratos-1070015 = Completa la comprobación para continuar.
kratos-1070016 = Dirección de recuperación
kratos-1070017 = Número de teléfono
kratos-1070018 = Correo electrónico o número de teléfono

kratos-4000002 = Completa este campo.
kratos-4000003 = { $min_length ->
    [one] Escribe al menos { $min_length } carácter. Has escrito { $actual_length }.
    [many] Escribe al menos { $min_length } de caracteres. Has escrito { $actual_length }.
   *[other] Escribe al menos { $min_length } caracteres. Has escrito { $actual_length }.
}
kratos-4000004 = El formato no es el esperado.
kratos-4000005 = Esta contraseña no se puede usar: { $reason }.
kratos-4000006 = Los datos no son correctos. Comprueba que no haya errores al escribirlos.
kratos-4000007 = Otra cuenta ya usa estos datos.
kratos-4000008 = Este código no es correcto. Escribe el que tu aplicación muestra ahora.
kratos-4000009 = Tu cuenta aún no tiene nombre de usuario. Avisa a los responsables de este servicio.
kratos-4000010 = Tu cuenta aún no está activa. ¿Confirmaste tu correo electrónico?
kratos-4000011 = No tienes configurada ninguna aplicación de autenticación.
kratos-4000012 = Este código de recuperación ya se usó.
kratos-4000013 = No tienes configurada ninguna llave de seguridad.
kratos-4000014 = No tienes códigos de recuperación configurados.
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
kratos-4000027 = Otra cuenta ya usa estos datos.
kratos-4000028 = Otra cuenta ya usa estos datos.
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
kratos-4000038 = La comprobación no funcionó. Inténtalo de nuevo.
kratos-4000039 = Elige una contraseña distinta de la actual.
kratos-4000040 = Escribe un correo electrónico válido
kratos-4000041 = Escribe un número de teléfono válido
kratos-4010004 = No se cambió nada: el formulario no estaba completo. Inténtalo de nuevo.
kratos-4050001 = Esta página estuvo abierta demasiado tiempo. No se cambió nada: vuelve a escribir los datos.
kratos-4050002 = Solo puedes cambiar una dirección a la vez.
