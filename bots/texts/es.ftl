# Lo que Hushreel dice en una conversación, en español (tú, neutro entre países).
# Sentences may use SIZE($bytes) and DURATION($milliseconds). Words of people come in as values, never as marks.

## Values

pattern-moment = EEE d MMM y, HH:mm
video-titled = “{ $title }” (#{ $number })
video-untitled = Sin título (#{ $number })

## The demo

## The demo's pages: what the browser says by itself

page-title = Demo de Hushreel
page-door-about = Haz un video y comprueba con tus propios ojos quién más puede encontrarlo. Aquí puedes ser tres personas; ábrelas una junto a otra, cada una en su pestaña.
page-door-owner = Haz un video, pregunta quién puede verlo, publícalo, retíralo, elimínalo.
page-door-member = Intenta encontrar lo que hiciste. Suerte. Lo publicado está en la exposición.
page-door-moderator = Tampoco encuentra ningún video privado, y decide qué se publica.
page-door-note = Esta página funciona solo en esta máquina, y solo con la dirección que se mostró al iniciar.
page-people = Personas que puedes ser
page-conversation = Conversación
page-drop = Suelta tus archivos para hacer un video con ellos
page-commands = Comandos
page-files = Archivos por enviar
page-add = Añadir imágenes, un sonido o un clip
page-ask = Pregunta, añade archivos o escribe /
page-message = Mensaje
page-send = Enviar
page-send-command = Enviar /{ $command }
page-close = Cerrar
page-optional = { $option } (opcional)
page-choose = Elegir un archivo
page-choose-files = Elegir archivos
page-choose-for = Elegir un archivo para { $option }
page-sending = Enviando { $file }
page-waiting = Se cortó la conexión. Sigue sola en cuanto vuelva.
page-unreadable = { $file } ya no se puede leer. No se envió nada: elígelo de nuevo.
page-record = Grabar una nota de voz
page-record-end = Terminar la nota de voz
page-record-refused = El navegador no me dejó usar el micrófono. Permítelo para esta página o añade un archivo.
page-voice-note = Nota de voz
page-pasted = un archivo pegado
page-remove = Quitar { $file }
page-source = Fuente { $number }
page-sources = Fuentes ({ $count })
page-version = , versión { $version }, { $certainty }
page-once-title = Un video, una sola vez
page-once-lead = Detrás de este botón hay un video privado. Se abre una vez; después, este enlace no abre nada.
page-once-opening = Abriéndolo.
page-once-opened = Este enlace ya está usado. Cuando cierres esta página, el video desaparece de ella.
page-once-gone = Este enlace ya no abre nada: se usó, es demasiado antiguo o su video ya no existe. Pide el video en el chat para recibir otro.
page-once-many = Desde tu red llegaron demasiados enlaces que no abren nada. Espera diez minutos y prueba otra vez el tuyo: no se ha gastado.
page-once-broken = Se cortó, y el enlace ya está usado. Pide el video en el chat para recibir otro.
page-once-video = Tu video
page-papers = Documentos
page-history = Todas las versiones de nuestros documentos
page-versions = Versiones
page-languages = Idiomas
page-clause-unnumbered = sin número
page-clause-version = Versión { $version }
page-clause-dated = Versión { $version }, { $date }
page-clause-source = { $certainty }, de { $source }
page-clause-noted = anotado el { $date }
page-clause-proofs = { $count ->
    [one] demostrado por 1 prueba
   *[other] demostrado por { $count } pruebas
  }
page-gone = Hushreel ya no responde a esta página. Si se volvió a iniciar, abre la dirección que mostró.
page-broken = Algo falló aquí y no se guardó nada. Inténtalo de nuevo; el registro de esta máquina dice más.

demo-owner = Tú
demo-member = Otro miembro
demo-moderator = Un moderador
demo-welcome-owner = Hola. Dame fotos, una voz, un clip o unas palabras y haré con ello un video corto aquí, en esta máquina. Ningún otro miembro puede abrirlo. Escribe / para ver lo que sé hacer.
demo-welcome-member = Ahora eres otro miembro del mismo lugar. Intenta encontrar los videos de la primera persona: recibes la misma respuesta que con un video que no existe.
demo-welcome-moderator = Ahora eres moderador del mismo lugar. Los videos privados también están cerrados para ti: intenta encontrar uno. Lo que alguien pide publicar lo decides tú, aquí o en la mesa de revisión.
hint-create = /create prompt: un mar tranquilo al atardecer
hint-picture = + Añade una foto tuya
hint-private = ¿es privado mi video?
hint-find = /videos #1
hint-policy = ¿Entrena Kling con mis fotos?

## Commands and their options

command-create = Haz un video con palabras, imágenes, un sonido o un clip
option-create-prompt = Qué mostrar, o cómo se mueve la cámara sobre tu imagen
option-create-image = Una imagen tuya: JPEG, PNG, WebP, HEIC, AVIF o GIF
option-create-end_image = Una segunda imagen, con la que termina el video
option-create-audio = Una voz o una música; el video dura lo mismo y se mueve con ella
option-create-video = Un clip tuyo, para cortarlo, estabilizarlo, ralentizarlo o redibujarlo
option-create-shape = Horizontal, vertical o cuadrado (si no eliges, lo más parecido a lo que das)
option-create-seconds = Cuánto dura, de 1 a 60 segundos (5, o lo que dure tu sonido o clip)
option-create-more = Elige lo demás antes de hacerlo: efecto, parte, texto sobre la imagen
command-videos = Tus videos, o uno de ellos
option-videos-video = #1, palabras de su título o “último”
command-privacy = Quién lo ve, quién lo usa, dónde hay copias, hasta cuándo y qué no se puede deshacer
option-privacy-video = #1, palabras de su título o “último”; sin esto, todo lo que tienes aquí
command-ask = Pregunta qué dicen los documentos
option-ask-question = Tu pregunta, con tus palabras
command-enddate = Elige cuándo se borra un video
option-enddate-video = #1, palabras de su título o “último”
option-enddate-until = Una fecha como 2026-12-24 o 24/12/2026, o un plazo como 3 días o 12h
command-delete = Borra un video para siempre
option-delete-video = #1, palabras de su título o “último”
command-settings = Tu zona horaria y tu idioma, cómo te llegan los videos y cuánto tiempo se guardan
option-settings-time_zone = Dónde está tu reloj, por ejemplo Europe/Madrid o America/Mexico_City
option-settings-language = El idioma en que te hablo
option-settings-delivery = Cómo te llega un video: en el chat, o con un enlace que se abre una sola vez
command-setup = Cómo trabajo en este servidor o grupo: lugares, moderadores, spoilers, imágenes (para sus admins)
command-connect = Une tus cuentas de dos plataformas: recibe un código o escribe el del otro lado
option-connect-code = El código que te di en el otro lado; sin él, recibes uno aquí
command-unlink = Separa tus cuentas conectadas: cada lado recupera sus propios videos
command-help = Qué sé hacer y cómo empezar
command-about = Quién opera esto, qué versión es y con qué condiciones

## Privacy and questions

button-private = ¿Es privado?
button-other-video = { $video }
privacy-of = Sobre **{ $video }**:
privacy-as-well = ¿Es privado otro video?
privacy-one-of-them = Pregunta por uno de ellos:
privacy-nearest = Lo más cercano que dicen los textos:
privacy-reworded = Reformulado por el modelo de lenguaje en { $host }. Ha visto esta pregunta y no decide nada.
privacy-shown-to-model = El modelo de lenguaje en { $host } ha visto esta pregunta. Estas son mis propias palabras.
privacy-whole-policy = Leer toda la política

## create

card-draft = **{ $video }** es un borrador. Todavía no se ha hecho nada, y ningún otro miembro puede abrirlo.
draft-who = La imagen es de otra persona. **¿Quién sale en ella?** Guardo tu respuesta con el video y empiezo después.
portrayed-self = Solo yo
portrayed-agreed = Otras personas, de acuerdo
portrayed-nobody = Ninguna persona real
plan-given = Diste
given-list = { $what }
given-words = palabras
given-picture = { $count ->
    [one] 1 imagen
   *[other] { $count } imágenes
  }
given-sound = { $count ->
    [one] 1 sonido
   *[other] { $count } sonidos
  }
given-clip = { $count ->
    [one] 1 clip
   *[other] { $count } clips
  }
plan-shape = Formato
shape-wide = horizontal, 16:9
shape-tall = vertical, 9:16
shape-square = cuadrado, 1:1
plan-length = Duración
plan-seconds = { $seconds } s
plan-start = Empieza
plan-start-at = en el segundo { $seconds } de lo que diste
plan-effect = Efecto
effect-none = ninguno
effect-stabilise = estabilizado
effect-slow = cámara lenta
effect-extend = alargado
effect-cartoon = como un dibujo animado
effect-pencil = como un dibujo a lápiz
effect-paint = como una pintura
plan-prompt = Palabras
plan-continues = A partir de otro video
continues-words = sigue con lo que dicen las palabras
continues-speech = sus labios dicen: { $words }
continues-sound = sus labios se mueven con el sonido que diste
plan-text = Texto sobre la imagen
draft-form = ¿Qué quieres cambiar en { $video }?
draft-prompt = Qué mostrar, o cómo se mueve la cámara
draft-text = Texto sobre la imagen; ninguno si lo dejas vacío
draft-part = Duración en segundos (8), o una parte de tu sonido o clip (12-20)
draft-shape = Formato
draft-effect = Efecto
button-start = Hacerlo
button-change = Cambiar
button-rework = Cambiar y volver a hacer
button-extend = Alargar
button-go-on = Continuar en { $route }
card-first-minute = Lo que diste dura { DURATION($given) }. Me quedo con el primer minuto y olvido el resto: si quieres otra parte, recórtalo antes de enviarlo.
card-making = **{ $video }, { $seconds } s**: lo tengo. Ningún otro miembro puede abrirlo.
progress-next = Es el siguiente.
progress-place = { $place ->
    [one] Hay 1 video delante.
   *[other] Hay { $place } videos delante.
  }
progress-begin = Empezando.
progress-share = Dibujando: { $percent } % hecho.
progress-end = Juntando imagen y sonido.
card-ready = **{ $video }, { $seconds } s** está listo. { $who }
card-alt = El video { $video }
once-lead = Se abre una vez, solo para ti, durante { DURATION($hours_ms) }. Este chat no recibe ninguna copia. Vuelve a pedirlo para tener otro enlace.
once-lead-anybody = Se abre una vez, durante { DURATION($hours_ms) }, para quien lo abra primero: no lo compartas. Este chat no recibe ninguna copia del video. Vuelve a pedirlo para tener otro enlace.
once-none = Aquí no hay enlaces, porque quien me administra no ha configurado una dirección web. Con { $settings } eliges que los videos lleguen al chat.
button-open-once = Abrir una vez
card-ends = Se borra aquí
card-left-out = No aparece: { $cannot }. El movimiento integrado no puede dibujarlo.
card-unchanged = El movimiento integrado mueve la cámara. En la imagen no cambia nada: { $cannot } queda fuera.
card-cancelled = { $video } se detuvo. Lo que enviaste sigue siendo privado.
card-failed = No se pudo hacer { $video }. { $why } Lo que enviaste sigue siendo privado.
failure-disk_full = No quedaba espacio en esta máquina. Avisa a quien la opera.
failure-marking_failed = No pude marcar este video como hecho por una máquina, así que no se entrega. Repetirlo suele ayudar.
failure-worker_limit = Necesitó más tiempo o memoria de lo que permito por video. Con menos segundos o una imagen más pequeña puede salir.
failure-picture_unreadable = No pude leer una de tus imágenes. Guárdala como JPEG o PNG y envíala de nuevo.
failure-sound_unreadable = No pude leer tu sonido. Guárdalo como MP3, M4A o WAV y envíalo de nuevo.
failure-clip_unreadable = No pude leer tu clip. Guárdalo como un MP4 corriente y envíalo de nuevo.
failure-start_past_end = Lo que diste termina antes del momento en que debe empezar el video. Elige uno anterior.
failure-text_cannot_be_drawn = El texto sobre la imagen tiene letras que no sé dibujar. Cámbialo.
failure-content_declined = El control de seguridad del generador rechazó tus palabras o lo que diste. Dilo de otra manera o usa otra imagen.
failure-rules_declined = Las reglas propias del generador prohíben esto. Pide otra cosa o elige otra forma de hacerlo.
failure-request_declined = El generador no pudo usar lo que se pidió. Pueden ayudar otras palabras, otra duración u otro formato.
failure-input_declined = El generador no pudo usar la imagen, el sonido o el video que diste. Prueba con otro.
failure-source_gone = El generador ya no tiene ese video, así que no puede continuarlo. No se empezó nada ni se cobró nada. Cámbialo y vuelve a hacerlo.
failure-model_missing = El generador no tiene el modelo configurado aquí. Díselo a quien me administra; mientras tanto funciona el movimiento integrado.
failure-account_unpaid = A quien me administra no le queda crédito con ese generador. Díselo; mientras tanto funciona el movimiento integrado.
failure-access_refused = El generador no deja entrar a este servicio. Díselo a quien me administra; mientras tanto funciona el movimiento integrado.
failure-generator_failed = El generador falló, por su parte. Intentarlo de nuevo suele ayudar.
failure-generator_unready = El generador de quien me administra no está preparado para esto: le falta una parte, o enviaría cosas fuera. Díselo; mientras tanto funciona el movimiento integrado.
failure-machine_too_small = La máquina que lo hace no tenía suficiente memoria. Pueden ayudar menos segundos u otro formato.
failure-generator_stopped = Alguien lo detuvo en la máquina que lo estaba haciendo. Puedes pedirlo otra vez.
failure-generator_unreachable = No se pudo contactar con el generador, o estuvo ocupado todo el tiempo. Inténtalo más tarde.
failure-took_too_long = El generador tardó más de lo que espero por un video. Puede que se haya cobrado. Con menos segundos, o en otro momento, puede salir.
failure-submit_lost = Lo perdí de vista: nadie sabe si el generador empezó, y puede que se haya cobrado. No lo envío otra vez por mi cuenta. Tú puedes hacerlo.
failure-result_gone = El generador lo hizo y ya no lo tiene. Puede que se haya cobrado.
failure-result_not_a_video = Lo que devolvió el generador no es un video. Puede que se haya cobrado. Díselo a quien me administra.
failure-result_too_large = El video que hizo el generador es más grande de lo que puedo guardar. Puede que se haya cobrado. Con menos segundos puede salir.
failure-unexpected = Algo falló aquí; quien opera esto puede verlo en el registro. Muchas veces basta con repetir.
made-motion-picture = Movimiento integrado, en este servidor: un movimiento de cámara sobre tu imagen, sin IA. No se envió nada a ningún generador.
made-motion-pictures = Movimiento integrado, en este servidor: de una de tus imágenes a la siguiente, sin IA. No se envió nada a ningún generador.
made-motion-clip = Movimiento integrado, en este servidor: tu propio clip, trabajado sin IA. No se envió nada a ningún generador.
made-motion-sound = Movimiento integrado, en este servidor: una escena que se mueve con tu sonido, sin IA. No se envió nada a ningún generador.
made-motion-words = Movimiento integrado, en este servidor: una escena dibujada a partir de tus palabras, sin IA. No se envió nada a ningún generador.
seen-private = Ningún otro miembro puede abrirlo.
seen-selected = Pueden abrirlo las personas que elegiste.
seen-community = Puede abrirlo tu comunidad.
seen-public = Cualquiera puede abrirlo.
button-agree = De acuerdo
button-cancel = Cancelar
button-again = Repetir
button-more = Más
button-back = Atrás
button-abstract = Hacer una escena abstracta
scene-abstract = una escena abstracta
scene-sea = el mar
scene-lake = un lago
scene-forest = un bosque
scene-mountains = montañas
scene-city = una ciudad
scene-space = el espacio
scene-rain = lluvia en una ventana
scene-desert = un desierto
scene-snow = nieve
scene-sky = un cielo
scene-fire = un fuego
scene-underwater = un mundo submarino
scene-aurora = auroras boreales
scene-field = un campo

## Drafts: adding files

button-files = Añadir archivos
draft-full = Ya tiene todos los archivos que admite un video.
files-form = Añadir archivos a { $video }
files-fit = Qué cabe: { $what }
fits-either = hasta { $count } imágenes, o un clip
fits-picture = { $count ->
    [one] 1 imagen
   *[other] hasta { $count } imágenes
  }
fits-sound = un sonido
files-dont-mix = Eso no combina con lo que ya tiene el borrador: serían { $pictures } + { $clips } + { $sounds } (imágenes, clips, sonidos), y acepto hasta { $limit } imágenes con un sonido, o un clip con un sonido. El borrador está como estaba.

## library

videos-lead = Tus videos, del más nuevo al más antiguo. Elige uno.
videos-none = Aquí no tienes ningún video. Para hacer uno, envíame una imagen o escribe { $command } con unas palabras.
videos-entry = { $video }, { $seconds } s, { $state }
state-asked = borrador
state-queued = en espera
state-making = haciéndose
state-ready = listo
state-failed = no se hizo
state-cancelled = detenido
state-unsure = sin confirmar
which-video = Hay varios que encajan. ¿Cuál?
button-newer = Más nuevos
button-earlier = Anteriores
card-more = ¿Qué más quieres hacer con { $video }?
button-download = Descargar
button-enddate = Fecha de borrado
button-rename = Cambiar el título
rename-form = Otro título para { $video }
rename-title = Título; solo lo ves tú. Déjalo vacío para usar las primeras palabras de tu prompt
enddate-form = ¿Cuándo se borra { $video }? Como máximo, { DURATION($most_ms) } después de hacerse
enddate-until = Una fecha como 2026-12-24 o 24/12/2026, o un plazo como 3 días o 12h
rename-done = Título cambiado. Antes era { $before }.
enddate-lead = { $video } se borra el { $when }. Elige otra fecha:
button-end_1d = 1 día más tarde
button-end_7d = 7 días más tarde
button-end_max = Lo más tarde posible: { $when }
button-another-date = Otra fecha
press-used = Eso ya estaba hecho. Así está ahora.
press-late = Otra cosa llegó antes. Así está ahora.
press-expired = Ese botón es demasiado viejo. Aquí tienes uno nuevo, si todavía hay algo que pulsar.

## delete

delete-confirm = ¿Eliminar **{ $video }** para siempre? No hay papelera: se va el video, con todo lo que diste para hacerlo. Los archivos que descargaste siguen siendo tuyos.
button-delete = Eliminar
button-download-first = Descargar antes
button-erase = Eliminar para siempre
button-keep = Conservar
card-erasing = El video #{ $number } está cerrado para todos y se está borrando. El comprobante { $receipt } está abierto; aquí llega qué fue de cada cosa.
receipt-lead = **Video #{ $number }** eliminado, { $when }. Comprobante { $receipt }.
receipt-done = Hecho: { $what }.
erased-video = el video
erased-poster = su imagen de portada
erased-preview = su vista previa
erased-inputs = las imágenes, sonidos y clips que diste
erased-pictures = tus imágenes
erased-prompt = tus palabras
erased-title = el título
erased-file_names = los nombres de los archivos
erased-keys = las claves con que todo estaba cifrado
erased-history = su historial
erased-chat_files = nuestro archivo en el chat
erased-sent_files = los archivos que enviaste en el chat
receipt-waiting = En espera: { $what }.
waiting-chat_files = el archivo del chat, que se quitará en cuanto la plataforma nos deje
waiting-sent_files = archivos que enviaste en el chat, que se quitarán en cuanto la plataforma nos deje
receipt-recall = No se puede recuperar: { $what }.
recall-saved_by_people = lo que alguien haya guardado
recall-spare_cells_and_snapshots_hold_sealed_bytes_only = bytes cifrados en celdas de reserva o instantáneas del disco, cuyas claves ya no existen
recall-ephemeral_files = el archivo de un mensaje que solo ves tú, que no se puede quitar pasados 15 minutos
recall-sent_files = archivos que enviaste en el chat más de 48 horas antes: puedes borrarlos allí tú
receipt-signed = Firmado: muestra lo que declaramos, no que no exista ninguna otra copia.
button-receipt = Guardar el comprobante

## Settings

settings-lead = Así hablo contigo:
settings-zone = Zona horaria
settings-now = Tu hora ahora
settings-language = Idioma
language-en = English
language-es = Español
language-pt = Português
language-zh = 中文（简体）
language-ru = Русский
language-automatic = el que dice tu plataforma
settings-language-automatic = { $language } (el que dice tu plataforma)
settings-kept = Un video nuevo se guarda
settings-kept-value = { DURATION($retention) } desde que está listo, y luego se borra. { $command } cambia la fecha de un video, hasta { DURATION($most) } después de hacerse.
settings-spent = Gastado este mes
settings-spent-value = { $spent } de { $most }, con lo que aún puedan cobrar. El mes siguiente empieza el { $renews }.
settings-delivery = Los videos llegan como
delivery-file = un video en el chat
delivery-link = un enlace que se abre una sola vez
settings-speak = ¿En qué idioma te hablo?
settings-deliver = ¿Cómo quieres recibir los videos? Con un enlace, el chat no se queda con ninguna copia.
settings-tidy = Chat ordenado
chat-tidy-on = sí: a las 47 horas, los videos y los archivos que enviaste salen de este chat. Queda una tarjeta con un botón para volver a ver el video.
chat-tidy-off = no: los archivos se quedan en este chat hasta que los borres, o borres el video.
settings-protect = Reenviar y guardar
chat-protect-on = dificultado: mis mensajes nuevos no se pueden reenviar ni guardar con la aplicación. Solo disuade: quien mire todavía puede fotografiar la pantalla.
chat-protect-off = se puede, como en cualquier chat
button-tidy-off = Dejar los archivos en este chat
button-tidy-on = Mantener ordenado este chat
button-protect-on = Impedir reenviar y guardar
button-protect-off = Permitir reenviar y guardar
settings-change = Cambiar la zona horaria
settings-form = Tu zona horaria
settings-form-zone = Lugar, por ejemplo Europe/Madrid
settings-saved = Guardado. Así te hablo a partir de ahora:
settings-same = No hay nada que cambiar: ya está así.

## Setup: what a community's admins choose

setup-elsewhere = Un servidor o grupo se configura donde está. Escribe { $command } allí, donde yo soy miembro y tú puedes administrarlo.
setup-lead = Así trabajo aquí. Lo puede cambiar quien puede administrar este servidor o grupo.
setup-lead-of = Así trabajo en **{ $community }**. Sus administradores pueden cambiarlo aquí.
setup-showcase = Lugar de exposición
setup-review = Lugar de revisión
setup-chosen = elegido, míralo abajo
setup-none = ninguno elegido
setup-moderators = Moderadores
setup-moderators-count = { $count ->
    [0] ninguno elegido
    [one] 1 elegido
   *[other] { $count } elegidos
  }
setup-spoilers = Spoilers en la exposición
setup-spoilers-on = Ocultar tras un clic
setup-spoilers-off = Mostrar abiertamente
setup-pictures = Videos de imágenes de mensajes
setup-pictures-own = Solo de imágenes propias
setup-pictures-anyone = De imágenes de cualquiera
setup-budget = Presupuesto para videos empezados aquí
setup-budget-none = sin límite propio de esta comunidad
setup-budget-operator = Quedan { $left } de { $most } este mes, según lo fijó el operador. El mes siguiente empieza el { $renews }.
setup-budget-own = Quedan { $left } de { $most } este mes, según lo fijaste. El mes siguiente empieza el { $renews }.
setup-review-read = **Quien pueda leer el lugar de revisión** leerá allí lo que espera una decisión. Elige uno que solo puedan leer tus moderadores.
setup-later = Aquí no se muestra nada que su dueño no haya publicado. Lo que vale para publicar está tras el último botón.
setup-lost-deleted = { $spot }: lo que habías elegido fue eliminado, así que ahora no hay ninguno. No cambió nada más.
setup-lost-closed = { $spot }: no podía publicar en lo que habías elegido, así que ahora no hay ninguno. No cambió nada más.
setup-pick-showcase = Lugar de exposición
setup-pick-review = Lugar de revisión
setup-pick-moderators = Moderadores
setup-ask-spoilers = Lo que se muestra en la exposición:
setup-ask-pictures = ¿De qué imágenes pueden los miembros hacer videos directamente desde un mensaje? Si la imagen es de otra persona, pregunto quién sale en ella.

## Connect and unlink: two accounts of one human

platform-discord = Discord
platform-telegram = Telegram
connect-code = Tu código: **{ $code }**. Se puede escribir una vez, durante { DURATION($within_ms) }.
connect-code-where = Escríbelo tú mismo en el otro lado, en tu propio chat privado conmigo en { $platforms }: **/connect { $code }**
connect-code-warning = **Nadie de nosotros te lo pedirá nunca.** Quien lo escribe pide tu biblioteca. Aquí te mostraré qué cuenta es, y nada se une hasta que lo confirmes aquí.
connect-confirm = **{ $account }** en { $platform } escribió tu código y pide conectarse contigo.
connect-confirm-means = Si aceptas, hay una sola biblioteca en los dos lados: cada uno ve, cambia y elimina los videos de ambos.
connect-confirm-warning = **Acepta solo si esa cuenta es tuya** y escribiste el código allí tú mismo. Si alguien te pidió el código, pulsa No soy yo. Mientras no confirmes, nada se une; la pregunta termina { $until }.
button-join = Es mía: unir
button-not-me = No soy yo
connect-waiting = Ahora le pregunto a **{ $account }** en { $platform }. Confírmalo allí antes de { $until }; hasta entonces, nada se une.
connect-waiting-means = Cuando se confirme, esa cuenta verá, cambiará y eliminará tus videos como tú, y tú los suyos. **¿No es tu propia cuenta, o alguien te dio este código? Pulsa Parar.**
button-stop-joining = Parar
connect-refused = Parado. No se unió nada, el código ya no vale y el otro lado recibe el aviso.
connect-nothing = Aquí no hay nada por decidir, y ninguna otra cuenta está conectada con esta.
connect-connected = Tus cuentas están conectadas.
connect-joined = Unidas: desde ahora tus cuentas están conectadas.
connect-connected-means = Hay una sola biblioteca en los dos lados. Los ajustes son los del lado que dio el código; los videos del lado que lo escribió tienen números nuevos, después de los otros. Si las separas, cada lado recupera lo que vino de él.
button-unlink = Separarlas
connect-told-joined = Se confirmó en { $platform }: las dos cuentas están conectadas. **Si esa cuenta no es tuya, sepáralas ahora**: todo lo que vino de ti vuelve solo a ti.
connect-told-refused = En { $platform } dijeron: no soy yo. No se unió nada y el código ya no vale.
connect-told-stopped = La cuenta de { $platform } que había escrito tu código paró. No se unió nada y el código ya no vale.
connect-told-unanswered = Nadie confirmó a tiempo, así que no se unió nada con { $platform }. El código ya no vale.
connect-told-third = Una segunda cuenta, en { $platform }, escribió el mismo código. Para que nadie entre sin ser visto, el código ya no vale y no se unió nada. Si quieres seguir, pide uno nuevo y no se lo des a nadie.
connect-told-taken = Una cuenta de { $platform } escribió tu código. Conecto una cuenta por plataforma, y una de las dos ya está conectada, o ambas están en la misma. No se unió nada y el código ya no vale.
connect-told-over = Una cuenta de { $platform } escribió un código tuyo que ya se usó o es demasiado viejo. No se unió nada. Si no fuiste tú, alguien ha visto el código.
connect-told-parted = En { $platform } se separaron tus cuentas. Cada lado tiene otra vez sus propios videos, con los números de ahora, y no ve nada del otro.
unlink-confirm = ¿Separar tus cuentas de { $platforms }?
unlink-means = Cada lado recupera lo que vino de él y ya no ve nada del otro. Los números quedan como ahora; a quien dejaste ver un video, todavía puede. Las tarjetas con videos del otro lado se vacían en los chats, donde la plataforma me deja; lo que alguien guardó se queda.
button-part = Separarlas ahora
button-stay = Seguir conectadas
unlink-done = Separadas. Cada lado tiene otra vez sus propios videos; { $command } muestra los tuyos. El otro lado recibe el aviso.
unlink-card = Esto era un video de la otra cuenta. Desde que se separaron, solo esa puede abrirlo.
error-connect_alone = Aquí no hay nada que conectar: estoy en una sola plataforma. En la demo, las personas no tienen cuentas.
error-connected_already = Esta cuenta ya está conectada con otra. /unlink las separa.
error-not_connected = Esta cuenta no está conectada con otra. /connect empieza eso.
error-account_moved = Tus cuentas se conectaron o se separaron en este mismo momento. No se guardó nada; vuelve a pedirlo.
error-code_malformed = Un código son ocho letras y cifras, sin 0, 1, I ni O. Míralo otra vez en el otro lado; no se unió nada.
error-code_unknown = No conozco ese código, o ya no. No se unió nada. Pide uno nuevo en el otro lado con /connect.
error-wrong_codes = { $limit ->
    [one] Ya van 1 código
   *[other] Ya van { $limit } códigos
  } que no encajan. No acepto ninguno más de esta cuenta durante { DURATION($within_ms) }; lo que esté abierto ahora habrá terminado para entonces.
error-code_own = Ese es el código de esta misma cuenta. Escríbelo en tu otra cuenta, en la otra plataforma.
error-code_over = Ese código ya se usó o es demasiado viejo. No se unió nada, y el lado del que vino recibe el aviso.
error-code_third = Otra cuenta escribió ese código antes que tú, así que ya no vale y no se unió nada. Las otras dos reciben el aviso. Si quieres seguir, pide un código nuevo en el otro lado.
error-code_taken = Conecto una cuenta por plataforma, y una de las dos ya está conectada, o ambas están en la misma. No se unió nada, el código ya no vale y el otro lado recibe el aviso.
error-pairing_over = Eso ya está decidido, o es demasiado tarde. No se unió nada con ello.

## Notices to a community's admins

notice-lost-deleted = Para **{ $server }**: se eliminó un canal o grupo que habías elegido para mí ({ $spot }). Ahora no hay ninguno elegido y no cambió nada más. Elige otro con { $command }.
notice-lost-closed = Para **{ $server }**: no puedo publicar en un canal o grupo que habías elegido para mí ({ $spot }). Ahora no hay ninguno elegido y no cambió nada más. Permíteme verlo y enviar mensajes allí, y vuelve a elegirlo con { $command }.

## Help and about

help-lead = Hago videos cortos con tus palabras, imágenes, sonidos y clips, y cada uno es privado: ningún otro miembro puede abrirlo.
help-start = Para empezar, envíame una imagen, una voz o un clip, o escribe { $command } con unas palabras.
help-question = También puedes preguntar con tus palabras: “¿es privado mi video?”, “¿hasta cuándo lo guardas?”
help-command = { $command }
help-stop = Detén un video con Cancelar en su tarjeta. Bórralo con { $command }: no hay papelera, y recibes un comprobante firmado.
about-version = Versión
about-operator = Operado por
about-operator-unnamed = quien lo inició en esta máquina (no se ha puesto ningún nombre)
about-contact = Contacto
about-contact-none = no se ha puesto ninguno
about-licence = Licencia
about-licence-value = Apache-2.0, código abierto
about-motion = Movimiento integrado
about-motion-value = mueve la cámara sobre tu imagen o dibuja una escena. No es IA, y ningún generador recibe nada.
about-policy = Política de privacidad
about-terms = Condiciones

## Chats: files that don't fit, and what comes late

chat-file-smaller = Reducido para este chat, que admite { SIZE($limit_bytes) } por archivo. El que yo guardo no ha cambiado.
chat-file-linked = Demasiado grande para este chat, que admite { SIZE($limit_bytes) } por archivo. Llega como un enlace que se abre una sola vez.
chat-file-unsent = Demasiado grande para este chat, que admite { SIZE($limit_bytes) } por archivo. Hecho otra vez con menos segundos, cabrá.
chat-late = Mientras no podía escribirte, { $count ->
    [one] se terminó un video tuyo.
   *[other] se terminaron { $count } videos tuyos.
  }
button-show-me = Enséñame { $video }

## Discord: el aspecto de las tarjetas

discord-field = **{ $name }:** { $value }
discord-choose = Elige aquí
discord-sources = Fuentes ({ $count })
discord-source = , versión { $version }, { $certainty }
discord-page-none = { $pages }: aquí no hay página web para eso. Pregúntame con { $ask }.
discord-link-none = Aquí no hay enlaces, porque no se ha configurado una dirección web. Elige un video en el chat con { $settings }.
discord-file-stays = Discord tiene el archivo de arriba. Pasados 15 minutos, ya no puedo retirarlo de allí.

## What went wrong, and what to do next

error-command_unknown = No conozco /{ $command }. Escribe /help para ver lo que sé hacer.
error-request_malformed = No pude leer eso. Recarga la página y envíalo de nuevo.
error-option_malformed = Lo que pusiste en “{ $option }” no encaja. Mira el ejemplo que tiene al lado e inténtalo de nuevo.
error-links_off = Aquí no hay enlaces: quien me administra no ha configurado una dirección web. Los videos llegan al chat.
error-too_many_files = { $limit ->
    [0] Aquí no acepto archivos
    [one] Aquí acepto 1 archivo
   *[other] Aquí acepto { $limit } archivos
  }, y enviaste { $given }. No se guardó nada. Envía menos.
error-unexpected = Algo falló aquí. Inténtalo de nuevo; si sigue igual, dale a quien opera esto la referencia { $reference }.
error-option_unknown = /{ $command } no tiene “{ $option }”. Escribe / para ver qué acepta.
error-words_malformed = En esas palabras hay medio carácter que nadie puede leer. Escríbelas de nuevo.
error-option_missing = A /{ $command } le falta “{ $option }”. Escribe /help para ver cómo empezar.
error-question_missing = Pregúntame algo, por ejemplo: ¿es privado mi video?
error-question_too_long = Esa pregunta tiene { $given } caracteres; leo hasta { $limit }. Hazla más corta, por favor.
error-time_zone_unknown = No conozco esa zona horaria. Da una región y una ciudad, como Europe/Madrid; UTC también vale.
error-video_not_found = No encuentro ese video entre los tuyos. /videos muestra lo que tienes.
error-asset_not_found = Ese archivo ya no está. /videos muestra lo que tienes.
error-unrelated = Eso no te corresponde a ti. /videos muestra lo que es tuyo.
error-end_date_in_past = Ese momento ya pasó. Da uno posterior; para borrar el video ahora, usa /delete.
error-end_date_too_late = Es demasiado tarde: este video puede guardarse aquí hasta el { $latest_ms } como máximo. Da un momento anterior.
error-erasing = Este video se está borrando. Ya no se puede hacer nada con él.
error-held = Este video está retenido por una denuncia o tras restaurar una copia de seguridad. Puedes abrirlo, preguntar por él y eliminarlo.
error-banned = Los moderadores de esta comunidad no te dejan publicar ahí.
error-prompt_or_picture_needed = Dame unas palabras, una imagen, un sonido o un clip. Por ejemplo: /create prompt: un mar tranquilo al atardecer
error-text_too_long = Ese texto para la imagen tiene { $given } caracteres; el máximo son { $limit }. No se guardó nada. Acórtalo y envíalo de nuevo.
error-inputs_dont_mix = Acepto hasta { $limit } imágenes con un sonido, o un clip con un sonido, y no lo que enviaste (imágenes: { $pictures }, clips: { $clips }, sonidos: { $sounds }). No se guardó nada. Envía menos.
error-files_missing = No llegó ningún archivo, y no se cambió nada. Elige al menos uno y envía de nuevo.
error-effect_needs_clip = Ese efecto necesita un clip, y no diste ninguno. Elige otro efecto o envía un clip.
error-effect_needs_picture = Ese efecto necesita una imagen o un clip, y no diste ninguno. Envía uno, o deja el efecto en “ninguno”.
error-start_after_end = Lo que diste termina antes del momento en que debe empezar el video ({ DURATION($start_ms) }). Elige uno anterior.
error-part_malformed = No puedo leer esa parte. Escribe una duración en segundos, como 8, o de dónde a dónde, como 12-20.
error-prompt_too_long = Ese prompt tiene { $given } caracteres; el máximo son { $limit }. No se guardó nada. Acórtalo y envíalo de nuevo.
error-seconds_out_of_range = Un video puede durar de { $shortest } a { $longest } segundos; pediste { $given }.
error-route_unknown = Esa forma de hacer videos no está instalada aquí. Lo que hay: { $can }.
error-route_seconds = Ese generador hace videos de estas duraciones, en segundos: { $can }. Pediste { $given }. Elige una de esas.
error-route_words_too_long = Ese generador acepta { $limit } caracteres de texto y diste { $given }. Acórtalo.
error-route_inputs_unfit = Ese generador acepta palabras y hasta { $limit } imágenes, y no lo que diste. Envía menos, o deja que lo haga el movimiento integrado.
error-route_one_picture = Ese generador admite palabras y una imagen, y no lo que diste. Envía una sola imagen o deja que lo haga el movimiento integrado.
error-route_sound_only = Lo que continúa un video acepta palabras, o un sonido para que lo diga, y nada más. Deja fuera imágenes y clips.
error-route_words_needed = Ese generador necesita palabras. Di qué debe mostrar el video.
error-route_picture_needed = El modelo configurado allí mueve imágenes. Envía una.
error-route_choice_unfit = El modelo configurado allí no puede hacer lo que elegiste: { $choice ->
    [negative] cosas que no deben verse
    [camera] ese movimiento de cámara
    [quality] esa calidad
    [sound] un sonido propio
    [multi_shot] cortes
    [continues] continuar otro video
    [text] palabras sobre la imagen
   *[effect] ese efecto
  }. Quítalo.
error-cannot_draw = El movimiento integrado no puede dibujar esto: { $cannot }. Puede hacer { $can }, o mover la cámara sobre una imagen tuya.
error-too_many_unfinished = { $limit ->
    [one] Ya tienes 1 video
   *[other] Ya tienes { $limit } videos
  } en espera o haciéndose, y ese es el máximo a la vez. Espera a que termine uno, o cancela uno.
error-worker_limit = Necesitó más tiempo o memoria de lo que permito por video. Prueba con una imagen más pequeña, menos segundos o palabras más sencillas.
error-marking_failed = No pude marcarlo como hecho por una máquina, así que no se entrega. Vuelve a intentarlo.
error-budget_reached = { $whose ->
    [person] Este video cuesta { $needed_micro }, y de lo que puedes gastar aquí en un mes quedan { $left_micro }.
    [community] Este video cuesta { $needed_micro }, más de lo que queda de lo que se puede gastar en un mes en la comunidad en la que se empezó.
   *[everybody] Este video cuesta { $needed_micro }, más de lo que queda de lo que todos aquí podemos gastar en un mes.
  } El mes siguiente empieza el { $renews_ms }. Menos segundos cuestan menos, y el movimiento integrado no cuesta nada.
error-amount_malformed = No puedo leer esa cantidad. Escribe un número como 5 o 2,50; con 0 no se gasta nada. No se cambió nada.
error-budget_not_lower = El operador deja gastar aquí { $most_micro } en un mes. El tuyo no puede ser mayor. No se cambió nada.
error-budget_unset = Aquí ya nada de lo que se gasta tiene límite, así que no hay nada que bajar. No se cambió nada.
error-price_unknown = Aquí el gasto tiene un límite y nadie ha dicho cuánto cuesta este video, así que no lo envío. Pide a quien lleva este bot que ponga su precio, o que lo haga el movimiento integrado: no cuesta nada.
error-route_not_agreed = Eso enviaría fuera de esta casa lo que diste. Acepta antes los documentos que rigen allí; te los muestro antes de enviarlo.
error-papers_changed = Esos documentos cambiaron desde que te los mostré. Míralos otra vez antes de aceptar.

error-file_empty = Ese archivo está vacío. No se guardó nada. Elige otro.
error-file_too_large = Ese archivo ocupa más de { SIZE($limit_bytes) }, lo máximo que acepto. No se guardó nada. Envía uno más pequeño.
error-file_kind_unknown = { $kind ->
    [text] Ese archivo es texto, diga lo que diga su nombre.
    [unknown] No sé qué es ese archivo.
   *[other] Ese archivo es de un tipo que no puedo usar ({ $kind }).
  } No se guardó nada. Acepto imágenes (JPEG, PNG, WebP, HEIC, AVIF, GIF), sonidos (WAV, MP3, M4A, FLAC, OGG) y clips (MP4, MOV, WebM, MKV).
error-picture_damaged = Esa imagen está cortada o dañada. No se guardó nada. Vuelve a guardarla o elige otra.
error-picture_too_many_pixels = Esa imagen tiene { $width } × { $height } píxeles; acepto hasta { $limit_pixels } en total. No se guardó nada. Hazla más pequeña.
error-picture_too_small = Esa imagen tiene { $width } × { $height } píxeles; el lado corto necesita { $limit_side }. No se guardó nada. Elige una más grande.
error-picture_too_narrow = Esa imagen tiene { $width } × { $height } píxeles; el lado largo puede ser { $limit_ratio } veces el corto. No se guardó nada. Recórtala y envíala de nuevo.
error-codec_unknown = No puedo abrir lo que hay dentro de ese archivo ({ $codec }). No se guardó nada. Guárdalo como un MP4 o MP3 corriente y envíalo de nuevo.
error-file_without_media = En ese archivo no hay nada que ver ni que oír. No se guardó nada. Elige otro.
error-sound_damaged = Ese sonido está cortado o dañado. No se guardó nada. Vuelve a guardarlo o elige otro.
error-sound_empty = En ese archivo no hay nada que oír. No se guardó nada. Elige otro.
error-sound_too_long = Ese sonido dura { DURATION($given_ms) } o más; acepto hasta { DURATION($limit_ms) }. No se guardó nada. Recórtalo y envíalo de nuevo.
error-sound_too_many_channels = Ese sonido tiene { $given } canales; acepto hasta { $limit }. No se guardó nada. Guárdalo en estéreo y envíalo de nuevo.
error-sound_rate_out_of_range = Ese sonido tiene { $given } muestras por segundo; acepto de { $lowest } a { $highest }. No se guardó nada. Guárdalo con 48000 y envíalo de nuevo.
error-clip_damaged = Ese clip está cortado o dañado. No se guardó nada. Vuelve a guardarlo o elige otro.
error-clip_too_long = Ese clip dura { DURATION($given_ms) } o más; acepto hasta { DURATION($limit_ms) }. No se guardó nada. Recórtalo y envíalo de nuevo.
error-clip_too_many_pixels = Ese clip tiene { $width } × { $height } píxeles; acepto hasta { $limit_pixels } en total. No se guardó nada. Redúcelo, por ejemplo a 1920 × 1080.
error-clip_too_small = Ese clip tiene { $width } × { $height } píxeles; el lado corto necesita { $limit_side }. No se guardó nada. Elige uno más grande.
error-clip_too_narrow = Ese clip tiene { $width } × { $height } píxeles; el lado largo puede ser { $limit_ratio } veces el corto. No se guardó nada. Recórtalo y envíalo de nuevo.
error-clip_too_fast = Ese clip muestra { $given } fotogramas por segundo; acepto hasta { $limit }. No se guardó nada. Guárdalo con menos y envíalo de nuevo.
error-clip_too_many_frames = Esa imagen animada tiene { $given } fotogramas; acepto hasta { $limit }. No se guardó nada. Acórtala o guárdala como clip.
error-result_not_a_video = Lo que devolvió el generador no es un video. Puede que se haya cobrado. Díselo a quien me administra.
error-picture_unreadable = No pude hacer un video con esa imagen. Guárdala como JPEG o PNG e inténtalo de nuevo.
error-clip_unreadable = No pude leer ese clip. Guárdalo como un MP4 corriente e inténtalo de nuevo.
error-sound_unreadable = No pude leer ese sonido. Guárdalo como MP3, M4A o WAV e inténtalo de nuevo.
error-start_past_end = Lo que diste dura { $length_s } s, así que no queda nada con qué empezar. Elige un momento anterior.
error-text_cannot_be_drawn = No sé dibujar estas letras sobre una imagen: { $letters }. Quítalas e inténtalo de nuevo.
error-disk_full = No queda espacio en esta máquina, así que no se guardó nada. Avisa a quien la opera; si eliminas un video tuyo, se libera algo.
error-title_too_long = Ese título tiene { $given } caracteres; el máximo son { $limit }. Acórtalo.
error-end_malformed = No puedo leer esa fecha. Escribe 2026-12-24 o 24/12/2026, o un plazo como 3 días o 12h.
error-video_moved_on = { $state ->
    [ready] Ese video ya está listo.
    [failed] Entretanto, ese video no se pudo hacer.
    [cancelled] Ese video ya está cancelado.
    [erasing] Ese video se está borrando. Ya no se puede hacer nada con él.
    [gone] Ese video ya no está.
   *[other] Algo fue más rápido: ese video ya cambió.
  } /videos muestra cómo está ahora.
error-publication_moved_on = Alguien fue más rápido: entretanto esto se decidió o se retiró. No se cambió nada.
error-press_unknown = Ese botón es demasiado viejo, o no es mío. Escribe /videos para recibir uno nuevo.
error-press_strange = Ese botón es de otra persona.
error-press_used = Ese botón ya se pulsó. Así está ahora.
error-wish_forgotten = Ya no recuerdo de qué iba eso. Pide el video de nuevo con /create, por favor.
error-link_not_found = Ese enlace ya se abrió, es demasiado antiguo o no es tuyo. Vuelve a pedir el video para recibir otro.
error-upload_not_found = Ese envío ya no está. No se guardó nada de él. Elige el archivo de nuevo.
error-upload_unfinished = Ese archivo todavía no ha llegado entero. Espera a que se llene su barra y vuelve a enviar.
error-upload_overlong = Ese archivo resultó más largo de lo anunciado. No se guardó nada de él. Elígelo de nuevo.
error-too_many_uploads = Guardo a la vez { $limit ->
    [one] 1 archivo tuyo
   *[other] { $limit } archivos tuyos
  }, y ya están todos. Envíalos o quita uno, y luego añade este.
error-uploads_too_large = Guardo a la vez { SIZE($limit_bytes) } de archivos tuyos, y con este serían demasiados. Envía antes los otros o quita uno.

## Discord: what commands and options are called there

name-create = crear
name-create-prompt = texto
name-create-image = imagen
name-create-end_image = imagen_final
name-create-audio = sonido
name-create-video = clip
name-create-shape = formato
name-create-seconds = segundos
name-create-more = más
name-videos = mis_videos
name-videos-video = video
name-privacy = privacidad
name-privacy-video = video
name-ask = preguntar
name-ask-question = pregunta
name-enddate = fecha_final
name-enddate-video = video
name-enddate-until = hasta
name-delete = borrar
name-delete-video = video
name-settings = ajustes
name-settings-time_zone = zona_horaria
name-settings-language = idioma
name-settings-delivery = entrega
name-connect = conectar
name-connect-code = código
name-unlink = separar
name-setup = configurar
name-help = ayuda
name-about = acerca_de

## Discord: the menu of a message, and mentions in servers

menu-picture = Hacer un video de esta imagen
menu-private = ¿Esto es privado?
menu-report = Denunciar
button-answer-privately = Respóndeme en privado
door-answer-lead = { $person }, solo respondo en privado, para que nadie más lo lea.
door-question-gone = Esa pregunta ya no está: las guardo solo en memoria, diez minutos como mucho, y las respondo una vez. Hazla con { $command }; nadie más lo ve.
door-not-mine = Ese mensaje no es mío, o no muestra ningún video tuyo, así que no sé nada de él. Quién puede leerlo depende de Discord: todos los que ven este canal, ahora o más adelante, y el propio Discord. Para tus videos está { $command }.
door-report = Ese mensaje no es una publicación mía que muestre un video, así que ahí no puedo retirar nada. Los moderadores de este servidor pueden quitarlo, y Discord recibe denuncias con «Denunciar mensaje». De lo que yo hago responde { $operator }: { $contact }.
error-picture_of_another = Esa imagen la publicó otra persona, así que no la toco. Usa una que hayas publicado tú, o añade la tuya con /create.
error-message_without_picture = En ese mensaje no hay ninguna imagen. Elige uno que tenga una imagen adjunta; un enlace a una no cuenta.
error-upload_broken = Ese archivo se cortó por el camino. No se guardó nada de él. Envíalo otra vez.
error-not_admin = Solo quien puede administrar este servidor o grupo puede cambiar cómo trabajo en él.
error-community_not_found = Ese servidor o grupo no está configurado aquí, o ya no estoy en él. Escribe /setup en aquel al que te refieres.
error-places_alike = La exposición y la revisión no pueden estar en el mismo lugar: todos verían allí lo que aún no está decidido. No cambió nada. Elige otro.
error-too_many_moderators = Elegiste { $given } moderadores; el máximo es { $limit }. No cambió nada. Un rol cuenta como uno.
error-id_malformed = No entiendo esa elección. No cambió nada. Elige otra vez.
error-everybody_moderates = Ese rol es de todos: cualquiera sería moderador. No cambió nada. Elige otro.
error-portrayed_unsaid = Primero di quién sale. Los botones están en la tarjeta; /videos la muestra.

## Discord: what broke off

discord-broke-off = Eso se interrumpió aquí antes de terminar. Mira { $command } o vuelve a pedirlo.
button-open-form = Abrir el formulario

## Telegram: in groups, and setting them up

button-open-chat = Abrir nuestro chat
telegram-group-private = Solo respondo en privado. Mi respuesta está en nuestro chat.
telegram-group-start = Solo respondo en privado, y Telegram no me deja escribir primero. Abre nuestro chat, pulsa Iniciar y pregunta allí.
telegram-group-anonymous = Solo respondo en privado, y no puedo saber quién eres: escribes en nombre de un grupo o de un canal. Escribe como tú y pregunta otra vez.
telegram-group-seen = Lo que diste está en el grupo, donde todos pueden verlo. El video que hago con ello no puede abrirlo ningún otro miembro.
telegram-ask-place = ¿Qué canal o grupo será? Tú tienes que ser uno de sus administradores, y yo tengo que estar en él y poder publicar.
telegram-ask-people = ¿Quién va a moderar? Elige hasta { $most } personas; sustituyen a las elegidas antes.
telegram-picked-now = Elegido ahora: { $names }.
telegram-picked = Así está ahora.
telegram-picked-late = Esa elección llegó tarde, así que no cambió nada. Pulsa otra vez el botón de la tarjeta, o escribe { $command } en el grupo.
error-place_not_theirs = No eres administrador allí, o Telegram no me lo dice. No cambió nada. Elige otro lugar.
error-place_closed = No puedo publicar allí. No cambió nada. Añádeme, permíteme publicar (en un canal, como administrador) y elígelo otra vez.
## Telegram: files that leave the chat, and what comes late
## Telegram: files that leave the chat

card-tidied = **{ $video }** salió de este chat, para mantenerlo ordenado. Yo aún lo tengo.
card-uploads-left = Lo que me enviaste para hacerlo tiene más de 48 horas: ya no puedo quitarlo de aquí. Tú sí puedes.
button-show-again = Mostrar otra vez
telegram-file-stays = Telegram tiene el archivo de arriba. Se queda en este chat hasta que lo borres, o borres el video.

## Telegram: el aspecto de las tarjetas

telegram-field = **{ $name }:** { $value }
telegram-choose = Elige aquí
telegram-sources = Fuentes ({ $count })
telegram-sources-some = Fuentes { $first } a { $last }
telegram-source = , versión { $version }, { $certainty }
telegram-page-none = { $pages }: aquí no hay página web para eso. Pregúntame con { $ask }.
telegram-page-address = { $page }: { $address }
telegram-link-none = Aquí no hay enlaces, porque no se ha configurado una dirección web. Elige un video en el chat con { $settings }.
telegram-pick-none = No elegir nada: { $what }
telegram-pick-group = Elegir un grupo
telegram-pick-channel = Elegir un canal
telegram-pick-people = Elegir personas

## Telegram: preguntas, una tras otra

telegram-ask-step = Pregunta { $number } de { $count }
telegram-ask-given = { $value }
telegram-ask-now = Ahora: { $value }
telegram-ask-keep = Dejar: { $value }
telegram-ask-empty = Dejarlo vacío
telegram-ask-go-on = Seguir
telegram-ask-forget = Olvidar la pregunta
telegram-ask-choose = Elige una de estas opciones con un botón.
telegram-ask-needed = Aquí hace falta una respuesta. Escríbela o pulsa Cancelar.
telegram-ask-files = Envía los archivos aquí, como cualquier otro.
telegram-ask-too-long = Eso tiene { $given } caracteres; aquí el máximo son { $limit }. Escríbelo más corto.
telegram-ask-aside = Te estaba preguntando esto. Espera un día como máximo. Hasta que pulses “Seguir”, lo que escribas no cuenta como respuesta.
telegram-ask-over = Esa pregunta ya está cerrada. Este botón no ha cambiado nada.
telegram-cancelled = Detenido. He olvidado lo que respondiste y no ha cambiado nada.
telegram-cancel-none = Aquí no hay nada que detener. Un video que se está haciendo tiene Cancelar en su tarjeta; lo ves con /videos.

## Telegram: la bienvenida

telegram-welcome = **Hola.** Hago videos cortos con tus fotos, notas de voz, clips y palabras, y cada uno es privado: ningún otro miembro puede abrirlo.
telegram-welcome-private = Mi operador es { $operator }, que técnicamente podría abrirlo. Los chats con bots no están cifrados de extremo a extremo: lo que envías aquí, y lo que te envío yo, está también en los servidores de Telegram.
telegram-welcome-more = { $privacy } te dice quién puede ver y usar lo que tienes aquí, hasta cuándo y qué no puede deshacer nadie. { $delete } borra un video para siempre.
telegram-welcome-try = **Tres cosas para probar:** envíame una foto o una nota de voz, déjame dibujar una escena o pregúntame algo.
telegram-try-words = Haz un mar tranquilo al atardecer
telegram-try-prompt = un mar tranquilo al atardecer
telegram-try-question = ¿Es privado mi video?
telegram-try-help = ¿Qué más sabes hacer?
## Telegram: what comes in

telegram-album-apart = Estos no van juntos en un solo video, así que cada uno es un borrador. Empieza los que quieras; { $command } los muestra todos.
telegram-album-late = Ese llegó tarde y el video ya había empezado: este es un borrador nuevo.
error-telegram_too_large = Telegram entrega a los bots archivos de { SIZE($limit_bytes) } como máximo, y este es más grande. No se guardó nada. Envíalo como video y no como archivo, que así se reduce, o envía una parte más corta. Quien lleva este bot puede quitar el límite con un servidor propio de la Bot API.
error-telegram_no_use = Con eso no puedo hacer nada. Envía una imagen, un video, un GIF, un mensaje de voz o palabras; /help muestra cómo empezar.
error-update_carried = Me interrumpieron mientras contestaba. Lo que pediste se hizo una sola vez; /videos muestra lo que tienes.

## Sharing

video-titled-others = “{ $title }”
video-untitled-others = Sin título
command-share = Deja que las personas que elijas vean un video, hasta una fecha o hasta que pares
option-share-video = #1, palabras de su título o “último”
option-share-person = Quién lo va a ver; si no, eliges en una tarjeta
option-share-until = Una fecha como 2026-12-24 o 24/12/2026, o un plazo como 3 días o 12h
command-unshare = Deja de compartir un video, con una persona o con todas
option-unshare-video = #1, palabras de su título o “último”
option-unshare-person = Quién ya no lo va a ver; si no, nadie más
command-whosaw = Mira quién abrió un video que compartes, y cuándo
option-whosaw-video = #1, palabras de su título o “último”
command-objection = Escribe la carta que pide a un generador que deje de usar un video
option-objection-video = #1, palabras de su título o “último”
option-objection-prompt = Pone en la carta tus propias palabras para el video
name-share = compartir
name-share-video = video
name-share-person = persona
name-share-until = hasta
name-unshare = no_compartir
name-unshare-video = video
name-unshare-person = persona
name-whosaw = quién_lo_vio
name-whosaw-video = video
name-objection = oposición
name-objection-video = video
name-objection-prompt = texto
button-share = Compartir
button-back-to-video = Volver al video
share-nobody = { $video } no se comparte con nadie. Quien elijas puede verlo y guardarlo; no ve tus palabras ni lo que diste para hacerlo.
share-people = { $video } se comparte. Estas personas pueden verlo y guardarlo; no ven tus palabras ni lo que diste para hacerlo.
share-person = { $person }
share-nameless = Alguien que elegiste
share-open = hasta que dejes de compartirlo
share-dated = hasta el { $when }
share-waits = { $until }; falta que me escriba por primera vez
share-told = **{ $person }** ya puede verlo, y se lo estoy diciendo.
share-untold = **{ $person }** puede verlo. No puedo escribirle primero: pídele que me envíe { $command }.
share-again = **{ $person }** ya podía verlo. Vale la fecha que elegiste ahora.
share-ends-first = El video se borra el { $when }. A más tardar entonces deja de compartirse.
share-pick = Compartir con
share-until-lead = ¿Hasta cuándo pueden verlo?
button-share_1d = 1 día
button-share_7d = 7 días
button-share_on = Hasta que yo pare
share-stop-lead = Dejar de compartir con una de ellas:
button-unshare = Dejar de compartir con todos
button-whosaw = Quién lo vio
button-objection = Carta de oposición
unshare-done = { $count ->
    [one] Hecho. Esa persona ya no puede abrirlo aquí. Lo que haya guardado o reenviado no se puede recuperar.
   *[other] Hecho. Esas { $count } personas ya no pueden abrirlo aquí. Lo que hayan guardado o reenviado no se puede recuperar.
}
unshare-none = No se compartía con nadie.
whosaw-lead = Quién abrió { $video }, lo más reciente primero:
whosaw-none = No he entregado { $video } a nadie más que a ti.
whosaw-nameless = Alguien con quien ya no se comparte
whosaw-when = { $when }, { $through }
through-discord = en Discord
through-telegram = en Telegram
through-web = en el navegador
whosaw-limits = Anoto cuándo entrego el video, una vez cada diez minutos por persona. No puedo ver quién lo mira otra vez en un chat, ni qué se guardó o se reenvió.
shared-notice = **{ $person }** compartió { $video } contigo. Puedes abrirlo { $until }.
shared-somebody = Alguien que usa este bot
shared-card = **{ $video }, { $seconds } s**, lo comparte contigo { $person }.
shared-until = Puedes abrirlo
shared-latest = hasta el { $when } a más tardar; quien lo hizo puede cerrarlo antes
shared-lead = Compartidos contigo, del más nuevo al más antiguo:
shared-entry = { $video }, { $seconds } s, de { $person }
shared-over = Este video ya no está abierto para ti.
shared-muted = No te avisaré de nada más que comparta esa persona. Puedes abrirlo de todos modos: { $command } lo muestra.
shared-sees = 1 **Quién lo ve:** { $person }, tú y quienes su dueño haya elegido; no digo quiénes. El operador de este servidor podría abrirlo técnicamente.
shared-uses = 2 **Quién lo usa:** aquí, solo para prestar el servicio. Es de su dueño: poder abrirlo no da derecho a publicarlo.
shared-copies = 3 **Copias:** aquí, cifrado, y en este chat donde te lo muestro.
shared-how-long = 4 **Hasta cuándo:** puedes abrirlo { $until }.
shared-undone = 5 **No se puede deshacer:** lo que tú u otros hayan guardado o reenviado. Su dueño puede ver que lo abriste, y cuándo.
button-show-it = Mostrarlo
button-mute = Nada más de esa persona
button-notices-off = Sin avisos de videos compartidos
button-notices-on = Avísame cuando alguien comparta un video
settings-notices = Videos compartidos
chat-notices-on = Te aviso cuando alguien comparte un video contigo.
chat-notices-off = No te aviso; /videos muestra lo que comparten contigo.
error-share_nobody = Elige antes al menos a una persona.
error-share_oneself = Esa persona eres tú: ya puedes abrirlo.
error-share_not_ready = Solo se puede compartir un video terminado. Este no está listo.
error-share_date_past = Ese momento ya pasó. Da uno posterior; para dejar de compartir ahora, usa /unshare.
error-share_full = { $limit ->
    [one] Un video se puede compartir con { $limit } persona como máximo. Antes deja de compartirlo con alguien.
   *[other] Un video se puede compartir con { $limit } personas como máximo. Antes deja de compartirlo con alguien.
}
error-share_not_with = No se comparte con esa persona.
error-person_is_bot = Eso es un bot. Un video solo se puede compartir con personas.
telegram-ask-receivers = ¿Con quién lo compartes? Elige hasta { $most } personas.
## Channels on Discord

discord-post-coming = Un vídeo está en camino.
discord-post-gone = Este vídeo se ha retirado.
discord-post-too-large = El vídeo en sí es demasiado grande para este canal.
discord-review-coming = Algo espera revisión.
discord-review-gone = Aquí ya no espera nada.
discord-look-over = Aquí ya no espera nada, así que lo que se te mostró ha salido de este mensaje.
## Telegram: escaparate y revisión

telegram-post-coming = Aquí llega un vídeo en un momento.
telegram-post-gone = El vídeo que estaba aquí se ha retirado.
telegram-review-coming = Aquí llega en un momento algo que revisar.
telegram-review-gone = Aquí ya no espera nada.
telegram-look-coming = El vídeo que has pedido ver llega aquí en un momento.
telegram-look-sent = Está en nuestro chat privado, solo para ti. Se va de allí cuando esto se decida.
telegram-look-start = Solo lo muestro en privado, y Telegram no me deja escribir primero. Abre nuestro chat, pulsa Iniciar y vuelve a pulsar aquí.
telegram-look-gone = Ya no hay nada que ver: se ha retirado o se ha decidido.
telegram-press-asked = Te pregunto lo demás en nuestro chat privado.
telegram-press-start = Lo demás solo lo pregunto en privado, y Telegram no me deja escribir primero. Abre nuestro chat, pulsa Iniciar y vuelve a pulsar aquí.
## Review: what moderators decide

command-review = Decidir qué muestra esta comunidad: lo que espera, retirar, vetar, pausar (para sus moderadores)
option-review-action = Qué hacer; sin ella, ves lo que lleva más tiempo esperando
option-review-publication = El enlace de lo que se muestra aquí, o la última parte de ese enlace
name-review = revisar
name-review-action = acción
name-review-publication = publicación
action-queue = Ver lo que espera
action-remove = Retirar
action-reinstate = Mostrar de nuevo
action-ban = Vetar a un autor
action-unban = Levantar un veto
action-pause = Pausar las publicaciones
action-resume = Reanudar las publicaciones
button-review-look = Mirar
button-review-approve = Aprobar
button-review-decline = Rechazar
button-review-hold = Retener
button-review-lift = Dejar de retener
button-review-skip = Saltar
button-review-undo = Deshacer
button-review-next = Siguiente
button-review-remove = Retirar
button-review-reinstate = Mostrar de nuevo
button-review-ban = Vetar al autor
button-review-unban = Levantar el veto
button-review-back = Volver
review-elsewhere = Lo que muestra una comunidad se decide en ella. Usa { $command } en un servidor o grupo que moderes.
review-none = Aquí nada espera una decisión.
review-queue = { $count ->
    [one] Aquí **1** espera una decisión.
   *[other] Aquí **{ $count }** esperan una decisión. Los que llevan más tiempo van primero.
  }
review-over = Decidido. Es definitivo, así que ya no lo ves. A su autor se le dice el resultado, y no quién lo decidió.
review-held = **Retenido:** solo pueden abrirlo su autor y los moderadores de esta comunidad.
review-new = **{ $title }** espera una decisión. Todavía no se muestra nada de él.
review-edit = **{ $title }** es un cambio de lo que aquí se muestra. Lo que se muestra sigue como se aprobó hasta que decidas.
review-approved = **{ $title }** está aprobado y sale dentro de { DURATION($ms) }. Hasta entonces se puede deshacer.
review-state-appealed = **{ $title }**: su autor apela y pide que otra persona vuelva a mirar. Lo que decidas es definitivo.
review-state-shown = **{ $title }** se muestra aquí.
review-state-declined = **{ $title }** fue rechazado. A su autor se le dice el motivo, y no quién lo decidió; puede apelar una vez.
review-state-removed = **{ $title }** fue retirado. A su autor se le dice el motivo, y no quién lo decidió; puede apelar una vez.
review-state-withdrawn = Su autor quitó **{ $title }**.
review-state-expired = **{ $title }** se mostró hasta su fecha final.
review-state-draft = Su autor está cambiando **{ $title }**.
review-untitled = Sin título
review-description = Descripción
review-tags = Etiquetas
review-length = Duración
review-audience = Lo verá
review-audience-community = esta comunidad
review-audience-anyone = cualquiera, también en la web
review-portrayed = Quién sale
review-portrayed-own = no se dijo
review-portrayed-unsaid = no se dijo
review-portrayed-self = solo el autor, según dice
review-portrayed-agreed = otras personas que aceptaron, según el autor
review-portrayed-nobody = ninguna persona real, según el autor
review-credit = Nombre que se muestra
review-anonymous = ninguno: anónimo
review-until = Se muestra hasta
review-waits = Espera
review-since = desde { $when }
review-for = desde hace { DURATION($ms) }
review-record = Este autor aquí
review-record-none = nada más que se muestre ahora, ni rechazado ni retirado
review-record-counts = se muestran ahora: { $shown }, rechazados: { $declined }, retirados: { $removed }
review-reason = **Motivo:** { $why }.
why-rules = incumple las reglas de esta comunidad
why-consent = quizá salgan personas que no aceptaron
why-adult = desnudez o sexo
why-harm = violencia, odio o peligro
why-spam = publicidad o spam
why-other = otra cosa
why-deleted_there = su publicación se eliminó en el canal
why-held = estaba retenido por una denuncia
why-banned = su autor no puede publicar aquí ahora
review-note = **Palabras del moderador:** «{ $note }»
review-history = **Cómo llegó aquí:** { $what }.
review-past-propose = propuesto { $when }
review-past-show = mostrado { $when }
review-past-approve = aprobado { $when }
review-past-post = publicado { $when }
review-past-decline = rechazado { $when }
review-past-remove = retirado { $when }
review-past-reinstate = mostrado de nuevo { $when }
review-past-appeal = apelado { $when }
review-past-withdraw = quitado por su autor { $when }
review-past-expire = terminado { $when }
review-past-decline_again = rechazado otra vez { $when }
review-past-remove_again = retirado otra vez { $when }
review-past-grant_appeal = apelación aceptada { $when }
review-poster = Su portada, muy borrosa. «Mirar» abre el video solo para ti.
review-alt = El video por decidir: { $title }
review-yours = Te toca a ti decidir hasta { $until }. Hasta entonces nadie más puede. Queda anotado que miraste.
review-ask-why = Motivo, que se envía al autor
review-ask-note = Con tus palabras; se envía al autor sin tu nombre
review-form-decline = Rechazar: ¿por qué?
review-form-remove = Retirar: ¿por qué?
review-ban-confirm = ¿Vetar a este autor para que no publique en esta comunidad hasta { $until }? Nada más suyo saldrá aquí; lo que se muestra sigue hasta que lo retires. El veto dura más que su cuenta aquí: guardo un código con clave de cada una de sus cuentas, que no dice a nadie quién es.
review-banned = Vetado hasta { $until }: este autor no puede publicar en esta comunidad.
review-unbanned = El veto se levantó: este autor puede volver a publicar aquí.
review-not-banned = Este autor no está vetado aquí. No cambió nada.
review-cannot-held = Está retenido. Deja antes de retenerlo, o que siga así. No cambió nada.
review-cannot-banned = Su autor está vetado en esta comunidad. Levanta antes el veto. No cambió nada.
review-paused = Las publicaciones están en pausa aquí: nadie puede proponer nada nuevo. Lo que espera aún se puede decidir, y lo que se muestra sigue. Con { $command } se reanudan.
review-resumed = Aquí se puede publicar de nuevo. { $command } muestra lo que espera.
review-name-it = ¿Cuál? Da su enlace, o la última parte de ese enlace, con el comando.
review-nothing-shown = En este momento no se muestra nada aquí.
review-which = { $action }: ¿cuál?
review-entry = { $title }, { $seconds } s
error-claimed = Otra persona lo está mirando hasta { $until_ms }. Hasta entonces le toca decidir a ella.
error-own_decision = Tú lo decidiste la primera vez. Una apelación es para otra persona: otro moderador, o quien me opera.
error-own_publication = Este video es tuyo. Aquí también decide otro moderador, así que déjaselo. No cambió nada.
error-note_too_long = Esa nota tiene { $given } caracteres; el máximo es { $limit }. No cambió nada. Acórtala.
error-not_moderator = Eso solo pueden hacerlo los moderadores de esta comunidad.
## Showcase and desk

page-back = Volver al chat
page-ways = Otras páginas
page-pages = Páginas de la lista
demo-place = La demo
demo-waiting = { $count ->
    [0] Ningún vídeo espera una decisión.
    [one] **1 vídeo** espera una decisión.
   *[other] **{ $count } vídeos** esperan una decisión.
  }
button-desk = Abrir la mesa
showcase-title = Exposición
showcase-empty = Ahora mismo no se muestra nada aquí.
showcase-tags = Etiquetas
showcase-newest = A los más recientes
showcase-older = Anteriores
showcase-gone-now = Se retiró un vídeo. Ya no se muestra.
showcase-gone = En esta dirección no se muestra nada.
showcase-new = Se añadió un vídeo.
showcase-untitled = Sin título
showcase-by = De { $name }
showcase-anonymous = De alguien que prefiere no dar su nombre
showcase-about = { DURATION($length_ms) }, a la vista desde { $shown }
showcase-play = Reproducir «{ $title }»
desk-title = Mesa de revisión
desk-count = { $count ->
    [0] Nada espera.
    [one] 1 vídeo espera a un moderador de esta comunidad.
   *[other] { $count } vídeos esperan; primero, el que más lleva esperando.
  }
desk-closes = Esta mesa se cierra sola: { $until }. Después, pide al bot otro enlace.
desk-history = Lo que se decidió
desk-back = Volver a la mesa
desk-first-page = A la primera página
desk-next-page = Página siguiente
desk-empty = Lo que llegue aparecerá aquí solo.
desk-nothing-past = Todavía no se ha decidido nada.
desk-list = Vídeos que esperan una decisión
desk-actions = Para lo seleccionado
desk-selected = Seleccionados: { $count }
desk-select = Seleccionar «{ $title }»
desk-look = Ver
desk-approve = Aprobar
desk-decline = Rechazar
desk-hold = Bloquear
desk-lift = Quitar el bloqueo
desk-skip = Saltar
desk-undo = Deshacer
desk-help = Teclas y ayuda
desk-keys = Usar teclas sueltas (quítalo si te estorban)
desk-key-next = El siguiente o el anterior
desk-key-select = Seleccionarlo o no
desk-why = Motivo, se envía al autor
desk-note = Tus propias palabras, también se envían al autor
desk-cancel = Cancelar
desk-approve-all = Aprobar lo seleccionado
desk-decline-all = Rechazar lo seleccionado
desk-outcomes = Qué pasó con cada uno
desk-video = El vídeo «{ $title }»
desk-new = Hay algo nuevo en espera.
desk-nothing-to-undo = No hay nada que deshacer.
desk-closed = Esta mesa no está abierta para ti, o se cerró sola. Pide al bot otro enlace.
desk-door = Detrás de este botón está la mesa de tu comunidad. El enlace se abre una vez, y la mesa queda abierta diez minutos.
desk-door-open = Abrir la mesa
desk-door-gone = Este enlace ya no abre nada: se usó o es demasiado viejo. Pide otro al bot.
desk-kind-new = Nuevo
desk-kind-edit = Cambio de lo que se muestra
desk-kind-appeal = Apelación
desk-waits = Espera desde hace { DURATION($waited_ms) }
desk-length = Dura { DURATION($length_ms) }
desk-audience-community = Para mostrar a esta comunidad
desk-audience-anyone = Para mostrar a cualquiera en la web
desk-faces-own = Personas: de imágenes del propio autor
desk-faces-unsaid = Personas: no se dijo
desk-faces-self = Personas: solo el autor, según dice
desk-faces-agreed = Personas: otras, que aceptaron, según dice el autor
desk-faces-nobody = Personas: ninguna real, según dice el autor
desk-credit = Firma: { $name }
desk-anonymous = Firma: ninguna, anónimo
desk-record = El autor aquí: { $shown } mostrados, { $declined } rechazados, { $removed } retirados
desk-held = Bloqueado: solo pueden abrirlo su autor y sus moderadores.
desk-claimed = Otro moderador lo está viendo hasta { $until }.
desk-first-removed = La primera decisión lo retiró: { $why }.
desk-first-declined = La primera decisión lo rechazó: { $why }.
desk-first-note = Nota del primer moderador: «{ $note }»
desk-done-look = Es tuyo para decidir durante cinco minutos.
desk-done-approve = Aprobado. Sale dentro de 30 segundos; hasta entonces puedes deshacerlo.
desk-done-shown = Aprobado. Ya se muestra.
desk-done-decline = Rechazado. El autor sabrá por qué, no quién.
desk-done-undo = Deshecho: vuelve a esperar una decisión.
desk-done-skip = Saltado. Otra persona puede tomarlo.
desk-done-hold = Bloqueado: solo pueden abrirlo su autor y sus moderadores.
desk-done-lift = El bloqueo ha terminado.
desk-own-decision = Tú lo decidiste la primera vez. La apelación la decide otro moderador.
desk-late = Alguien fue más rápido: entretanto se decidió o se retiró. No se cambió nada.
desk-gone = Ya no está aquí, o no te toca decidirlo. No se cambió nada.
desk-when = { $at }
desk-by-you = tú
desk-by-another = otro moderador
desk-not-yours = Ya no puedes verlo
desk-verb-approve = aprobado
desk-verb-decline = rechazado
desk-verb-remove = retirado
desk-verb-reinstate = mostrado de nuevo
desk-verb-grant_appeal = mostrado tras una apelación
desk-verb-decline_again = rechazado de nuevo tras una apelación
desk-verb-remove_again = retirado de nuevo tras una apelación
desk-verb-withdraw = aprobación deshecha
## Publishing

command-publish = Pedir a este servidor o grupo que muestre un video tuyo
option-publish-video = #1, palabras de su título o “último”
command-unpublish = Retirar un video de donde se muestra, al momento
option-unpublish-video = #1, palabras de su título o “último”
option-unpublish-everywhere = De todos los servidores y grupos, no solo de este
command-hide = Ocultar un video a todos los demás, sin eliminar nada
option-hide-video = #1, palabras de su título o “último”
name-publish = publicar
name-publish-video = video
name-unpublish = retirar
name-unpublish-video = video
name-unpublish-everywhere = todas_partes
name-hide = ocultar
name-hide-video = video
button-publish = Publicar
publish-elsewhere = Un video se publica en el servidor o grupo que lo va a mostrar. Escribe { $command } #{ $number } allí, donde yo también esté.
publish-draft = { $community }: ¿publicar **{ $video }**? Todavía no hay nada publicado.
publish-rules = **Las reglas de aquí:**
publish-rule = { $rule }
publish-title = Título
publish-untitled = Sin título
publish-description = Descripción
publish-none = ninguna
publish-tags = Etiquetas
publish-name = Nombre
publish-anonymous = Anónimo
publish-audience = Para
publish-audience-community = Esta comunidad
publish-audience-anyone = Cualquiera, también en la web
publish-ask-who = **¿Quién sale?** Tu respuesta se guarda con lo que publicas, y la leen los moderadores.
publish-ask-name = **¿Con qué nombre?**
publish-ask-audience = **¿Para quién?**
publish-ask-until = **¿Hasta cuándo se muestra?**
button-pub7d = 7 días
button-pub30d = 30 días
button-pub90d = 90 días
button-words = Cambiar los textos
button-with-name = Con un nombre
button-as-name = Como { $name }
publish-form = Qué dice { $video } donde se muestra
publish-form-title = Título; vacío para “Sin título”
publish-form-description = Qué se ve, también para quien no puede verlo
publish-form-tags = Etiquetas separadas por comas, { $most } como mucho
publish-form-credit = Nombre que se muestra; vacío para ninguno
publish-form-until = ¿Hasta cuándo se debe mostrar { $video }?
publish-first = **Primero:** los moderadores, y quien pueda leer su lugar de revisión, ven un póster borroso y lo que elegiste arriba. Para decidir, un moderador puede abrir el video. Tu prompt y lo que diste para él: no.
publish-first-count = **Primero:** { $count ->
    [one] 1 persona que puede leer el lugar de revisión ve
   *[other] { $count } personas que pueden leer el lugar de revisión ven
  } un póster borroso y lo que elegiste arriba. Para decidir, un moderador puede abrir el video. Tu prompt y lo que diste para él: no.
publish-then = **Si se aprueba:** todos los de esta comunidad, ahora y después. Web: { $web }.
publish-at-once = **Al momento:** todos los de esta comunidad, ahora y después; nadie lo mira antes. Web: { $web }.
publish-web-community = **no**
publish-web-anyone = **sí, cualquiera**
publish-readers = { $count ->
    [one] 1 persona puede leer ahora el lugar de exposición.
   *[other] { $count } personas pueden leer ahora el lugar de exposición.
  }
publish-name-shown = **Nombre:** { $name }.
publish-name-none = **Nombre:** anónimo. Lo que se muestra no nombra a nadie.
publish-people = **Personas que salen:** { $who }.
publish-people-self = solo tú
publish-people-agreed = otras, que están de acuerdo
publish-people-nobody = ninguna persona real
publish-people-unsaid = todavía no lo has dicho
publish-until = **Hasta:** { $when }. Puedes retirarlo en cualquier momento; las copias que alguien haya hecho hasta entonces se quedan.
publish-missing-who = Antes de enviarlo, di quién sale.
button-to-moderators = Enviar a los moderadores
button-show-now = Mostrar ahora
publish-stopped = No se envió nada. El borrador para **{ $video }** se queda con el video y solo lo ves tú.
publication-community = Tu comunidad
publication-held = **Retenido por una denuncia.** Solo pueden abrirlo tú y quienes revisan la denuncia.
publication-stays = Lo que se muestra ahora sigue como se aprobó hasta que esto ocupe su lugar.
publication-proposed = { $community }: sus moderadores tienen **{ $video }** desde { $when }. Nadie más lo ve ahí antes de que lo aprueben.
publication-approved = { $community }: **{ $video }** está aprobado. Sale { $when }.
publication-shown = { $community }: **{ $video }** se muestra hasta { $when }.
publication-declined = { $community } no publicó **{ $video }**.
publication-removed = { $community } retiró **{ $video }**. Ahí ya no lo ve nadie.
publication-appealed = { $community }: otra persona vuelve a mirar **{ $video }**; lo pediste { $when }. Mientras espera no se borra, durante 14 días como mucho.
publication-withdrawn = { $community }: **{ $video }** se retiró. Ahí no lo ve nadie.
publication-expired = { $community }: el tiempo de **{ $video }** terminó. Ahí ya no lo ve nadie.
publication-kept-held = { $community }: **{ $video }** no salió, porque estaba retenido por una denuncia.
publication-kept-banned = { $community }: **{ $video }** no salió, porque los moderadores no te dejan publicar ahí ahora.
publication-reason = Motivo: { $why }.
publication-note = Nota del moderador: “{ $note }”
publication-ends = Quién más puede abrirlo sigue igual. Se borra aquí { $when }.
publication-appeal = Puedes apelar una vez, hasta { $until }: entonces decide otra persona. Mientras eso espera, el video no se borra, durante 14 días como mucho.
publication-final = Apelaste, y así se queda.
publication-left = Se queda como está. No se envió nada.
publication-page = Abrir su página
button-fix = Corregir y enviar otra vez
button-publish-again = Publicar otra vez
button-appeal = Apelar
button-leave-it = Dejarlo así
button-take-back = Retirarlo
button-take-down = Dejar de mostrar
button-to-video = El video
button-publication = Lo publicado
card-publication-proposed = { $community }: espera a los moderadores desde { $when }.
card-publication-approved = { $community }: aprobado, sale { $when }.
card-publication-shown = { $community }: se muestra hasta { $when }.
card-publication-declined = { $community }: rechazado.
card-publication-removed = { $community }: retirado por los moderadores.
card-publication-appealed = { $community }: otra persona lo vuelve a mirar.
card-publication-kept = Lo que diste y tus palabras se borran en la fecha de abajo. El video se queda mientras se muestra o espera, hasta { $when }, y un día más como mucho.
unpublish-one = { $community }: ¿retirar **{ $video }**?
unpublish-all = ¿Retirar **{ $video }** de todas partes?
unpublish-shown = { $community }: se muestra.
unpublish-waits = { $community }: espera una decisión.
unpublish-means = Se cierra al momento para todos los demás ahí, y las publicaciones se quitan en cuanto la plataforma me deja. Lo que alguien haya guardado hasta entonces se queda con esa persona. No se elimina nada.
unpublish-nothing = **{ $video }** no se muestra ni espera en ninguna parte.
unpublish-done = { $count ->
    [0] Ya no se mostraba ni esperaba nada de { $video }.
    [one] Retirado: { $video } está cerrado para todos los demás en 1 comunidad.
   *[other] Retirado: { $video } está cerrado para todos los demás en { $count } comunidades.
  }
button-take-back-now = Retirarlo ahora
hide-confirm = ¿Ocultar **{ $video }** a todos los demás?
hide-means = Se cierra al momento para todos los demás: para las personas que elegiste, por los enlaces de un solo uso que nadie abrió, y donde se muestre o espere. Las publicaciones y los archivos se quitan en cuanto la plataforma me deja. Lo que alguien haya guardado hasta entonces se queda con esa persona. No se elimina nada.
hide-shared = { $count ->
    [one] Compartido con 1 persona.
   *[other] Compartido con { $count } personas.
  }
hide-done = Ahora nadie más puede abrir **{ $video }**.
button-hide = Ocultarlo ahora
post-title = **{ $title }**
post-words = { $words }
post-by = De
post-alt = { $words }
post-alt-none = { $seconds ->
    [one] Un video de 1 segundo, sin descripción
   *[other] Un video de { $seconds } segundos, sin descripción
  }
button-terms = Publicar aquí
button-rules = Escribir las reglas
terms-lead = Esto vale para publicar aquí, desde ahora. Lo que ya se muestra sigue como está.
terms-rules = **Reglas**, que ve quien publica aquí:
terms-rules-none = Todavía no hay reglas.
terms-ask-moderated = ¿Quién decide qué se muestra?
terms-moderated = Los moderadores, antes
terms-unmoderated = Nadie, se muestra al momento
terms-ask-world = ¿Para quién pueden publicar los miembros?
terms-world = También para cualquiera en la web
terms-members = Solo para esta comunidad
terms-ask-quota = ¿Cuántos videos puede publicar una persona en 24 horas?
terms-quota = { $count }
terms-form = Las reglas para publicar aquí
terms-form-rules = Una regla por línea; vacío para ninguna
error-publishing_paused = Los moderadores han puesto en pausa las publicaciones aquí. Lo que espera se sigue decidiendo. Inténtalo más tarde.
error-not_member = En un servidor o grupo solo publican sus miembros, y solo allí. Escribe /publish en el que lo va a mostrar.
error-appeal_closed = Esto ya se apeló, o ya no se puede apelar.
error-publication_not_found = Aquí no hay nada de eso para ti: se decidió o se retiró, o no es tuyo. /videos muestra lo que tienes.
error-until_malformed = Eso no es posible: se puede mostrar hasta { $latest_ms } como muy tarde, y debe empezar antes de terminar.
error-world_closed = Aquí los videos se muestran solo a esta comunidad. Elige eso y envía otra vez.
error-publishing_quota = Aquí una persona puede publicar { $limit ->
    [one] 1 video
   *[other] { $limit } videos
  } en 24 horas, y ya lo hiciste. No se pierde nada: envía este borrador mañana.
error-description_too_long = Esa descripción tiene { $given } caracteres; { $limit } son el máximo. Acórtala.
error-tags_too_many = Diste { $given } etiquetas; { $limit } son el máximo. Quita algunas.
error-tag_too_long = Una etiqueta tiene { $given } caracteres; { $limit } son el máximo. Acórtala.
error-credit_too_long = Ese nombre tiene { $given } caracteres; { $limit } son el máximo. Acórtalo.
error-rules_too_long = Esas reglas tienen { $given } caracteres; { $limit } son el máximo. No se cambió nada. Acórtalas.
seen-private-reviewed = Ningún otro miembro puede abrirlo, salvo los moderadores que deciden sobre él.
seen-selected-reviewed = Pueden abrirlo las personas que elegiste y los moderadores que deciden sobre él.
delete-published = Se muestra o espera en una comunidad: eso termina con él, y las publicaciones se quitan en cuanto la plataforma me deja.
delete-elsewhere = Lo que fue a { $route } se queda allí{ $until ->
    [none] {""}
   *[other] {" "}hasta cerca del { $until }, según dice
  }: yo no puedo borrarlo allí.

## Lo que decide el operador

error-own_for_operator = Este video es tuyo, y no consta que aquí decida otro moderador: decide el operador, u otro moderador. No cambió nada.
publication-escalated = Aquí ningún otro moderador ha decidido nada en 30 días, así que también puede decidirlo el operador, en una página propia.
publish-idle = Esta comunidad muestra los videos al momento, pero nadie la ha moderado en 7 días. Por eso los moderadores miran primero.
publish-alone = Aquí ningún otro moderador ha decidido nada en 30 días. Por eso también puede decidirlo el operador, y abrir el video para ello.
setup-lost-idle = Nadie moderó aquí en 7 días. Por eso lo publicado espera una decisión, aunque aquí los videos se muestran al momento. En cuanto un moderador mire lo que espera, o un administrador cambie algo aquí, será así de nuevo.
notice-lost-idle = En **{ $server }** nadie ha moderado en 7 días. Por eso lo que se publica allí espera ahora una decisión, aunque elegiste que se muestre al momento. En cuanto un moderador mire lo que espera, o un administrador cambie algo en { $command }, volverá a mostrarse al momento.
desk-title-operator = Lo que corresponde al operador
desk-fell-to-you = Aquí no consta otro moderador, así que te corresponde
## Reports and cases

command-report = Di que un video hace daño, y entérate de qué se decide
option-report-video = El enlace de lo que se muestra en algún sitio; si no, eliges algo que comparten contigo
name-report = denunciar
name-report-video = video
button-report = Denunciar
report-how = Para denunciar lo que muestra una comunidad, usa Denunciar en su publicación, o escribe { $command } con su enlace.
report-shared = O elige algo que comparten contigo:
report-entry = { $video }, de { $person }
report-publication = Vas a denunciar **{ $title }**.
report-means = Quien decide lee lo que dices, y no se le dice quién eres. A su dueño tampoco.
report-form = Denunciar un video
report-ask-complaint = ¿Qué está mal?
report-ask-words = ¿Qué hay que saber?
complaint-intimate = Íntimo, sin consentimiento
complaint-likeness = La cara o la voz de alguien, sin consentimiento
complaint-minor = Un menor sufre daño o peligro
complaint-harm = Violencia, amenazas u odio
complaint-rights = La obra o los derechos de alguien
complaint-spam = Spam o fraude
complaint-other = Otra cosa
report-received = Tu denuncia ha llegado.
report-again = Ya denunciaste esto, y esa denuncia sigue en pie.
report-held = Hasta que se decida, solo pueden abrir el video su dueño y quien decide.
report-due = La decisión debe llegar antes de { $due }.
report-hears = Te escribo cuando se decida. El botón te dice en cualquier momento cómo está.
button-report-state = ¿Cómo está?
report-state-open = Lo denunciaste el { $when }. Todavía no se ha decidido; la decisión debe llegar antes de { $due }.
report-state-upheld = Se te dio la razón en tu denuncia de { $when }, y se retiró lo que denunciaste.
report-state-dismissed = Alguien revisó tu denuncia de { $when } y no encontró motivo para retirar lo que denunciaste.
report-state-gone = Lo que denunciaste el { $when } ya no está aquí.
case-queue = { $count ->
    [one] Hay **1** caso abierto.
   *[other] Hay **{ $count }** casos abiertos.
  }
case-lead = { $count ->
    [one] **{ $title }** fue denunciado una vez.
   *[other] **{ $title }** fue denunciado { $count } veces.
  }
case-complaints = Qué está mal, según dicen
case-complaint = { $what } ({ $count })
case-list = { $what }
case-due = Plazo
case-left = dentro de { DURATION($ms) }
case-late = ahora: va con retraso
case-words = **{ $complaint }:** { $words }
case-open = Este caso está abierto.
case-upheld = Este caso se aceptó: se retiró lo denunciado.
case-dismissed = Este caso se rechazó: lo denunciado se queda.
case-gone = El video de este caso se borró. No queda nada por decidir.
case-stays-closed = Su video sigue cerrado para todos menos su dueño y sus moderadores, hasta que su dueño lo elimine o quien me opera lo abra.
case-form-uphold = Retirar lo denunciado
button-case-uphold = Retirarlo
button-case-dismiss = Dejarlo
button-case-reopen = Deshacer la decisión
error-report_own = Este video es tuyo. /hide lo retira para todos los demás, y /delete lo borra.
error-report_words_missing = Di en pocas palabras qué está mal, y envíalo de nuevo.
error-report_words_too_long = Eso tiene { $given } caracteres; el máximo es { $limit }. Acórtalo.
error-report_quota = Has enviado { $limit } denuncias en 24 horas, que es el máximo. No se pierde nada: envíala mañana.
error-case_holds = Una denuncia lo mantiene cerrado. Se abre con la decisión sobre esa denuncia. No cambió nada.
error-case_open = Esto fue denunciado aquí, y todavía no se ha decidido. Hasta entonces no se puede publicar de nuevo aquí.
error-case_not_found = Aquí no hay tal caso para ti: está cerrado y olvidado, o no es tuyo.

## Reports on platforms

case-alarm = { $hours ->
    [one] **Una denuncia lleva 1 hora esperando.**
   *[other] **Una denuncia lleva { $hours } horas esperando.**
  } Hay que decidirla antes de { $due }. { $command } se la muestra a los moderadores.
case-alarm-operator = Desde ahora también puede decidirla quien me administra.
posted-of = Sobre **{ $title }**, tal como se muestra aquí:
posted-sees-community = 1 **Quién lo ve:** todos los que pueden leer este canal, ahora o más adelante. Su dueño y el operador de este servicio pueden abrirlo de todos modos.
posted-sees-anyone = 1 **Quién lo ve:** todos los que pueden leer este canal, ahora o más adelante, y cualquiera en la web. Su dueño y el operador de este servicio pueden abrirlo de todos modos.
posted-uses = 2 **Quién lo usa:** aquí, solo para mostrarlo. Es de su dueño: poder verlo no da derecho a publicarlo en otro sitio.
posted-copies = 3 **Copias:** aquí, selladas, y en esta publicación, que guarda la plataforma.
posted-until = 4 **Hasta:** { $until }, salvo que su dueño o los moderadores lo retiren antes. Entonces desaparece la publicación.
posted-open-end = 4 **Hasta:** que su dueño o los moderadores lo retiren. Entonces desaparece la publicación.
posted-undone = 5 **No se puede deshacer:** lo que tú u otros hayan guardado o reenviado hasta entonces.
error-case_moved_on = Alguien fue más rápido: entretanto este caso se decidió o se volvió a abrir. No se cambió nada.

## Denuncias sin cuenta

takedown-title = Denunciar un video
takedown-lead = Aquí cualquiera puede denunciar un video, sin cuenta. Decide quien responde por el lugar donde se muestra, o quien mantiene este servicio; la decisión debe llegar en un plazo de 48 horas.
takedown-closes = Lo que muestra a alguien de forma íntima, usa su cara o su voz sin consentimiento o daña a un menor se cierra para todos los demás en cuanto envías esto, y sigue cerrado hasta que se decida. No ocurre si hace poco dos denuncias desde tu red resultaron equivocadas y ninguna acertada.
takedown-contact = No pedimos nombre ni dirección, porque no tenemos cómo escribirte. A cambio recibes una página propia que dice qué pasa con tu denuncia. De tu dirección de red guardamos un código del que no se puede volver a obtener, durante un día, para que nadie envíe demasiadas.
takedown-link = La dirección de la página del video
takedown-link-hint = Empieza como la dirección de este sitio y contiene /c/. Déjala vacía si no conoces ninguna, y describe el video abajo.
takedown-what = ¿Qué está mal?
takedown-words = ¿Qué conviene saber?
takedown-words-hint = { $limit } caracteres como máximo. Di dónde lo viste y por qué debe quitarse, si la dirección de arriba no basta. Lo lee quien decide; el dueño del video no.
takedown-faith = Creo de buena fe que lo que digo aquí es verdad.
takedown-send = Enviar la denuncia
takedown-wrong = Aún no se envió
takedown-not-shown = En esa dirección no se muestra nada ahora. Si te refieres a otra cosa, déjala vacía y di abajo dónde lo viste.
takedown-state-title = Tu denuncia
takedown-keep = Guarda la dirección de esta página: es la única forma de saber qué pasa con tu denuncia, y nadie puede volver a enviártela. Quien la tenga lee lo mismo.
takedown-forgotten = Responde al menos 90 días después de la decisión; luego la denuncia se olvida.
takedown-again = Denunciar otra cosa
takedown-gone = En esta dirección no hay ninguna denuncia, o ya se olvidó.
takedown-report = Denunciar
takedown-report-it = Denunciar { $title }
error-complaint_missing = Elige qué está mal.
error-good_faith_missing = Confirma que lo dices de buena fe.
desk-cases = { $count ->
    [one] Hay 1 caso abierto. Va primero.
   *[other] Hay { $count } casos abiertos. Van primero.
  }
desk-kind-case = { $count ->
    [one] Denunciado una vez
   *[other] Denunciado { $count } veces
  }
desk-case-due = Decisión a más tardar { $due }
desk-case-late = Decisión atrasada
desk-case-said = { $complaint }: { $words }
desk-case-words = Algo que una denuncia describe con palabras
desk-case-shared = Un video que se compartió
desk-case-kept = Aceptada: sigue cerrado
desk-case-kept-why = Su video sigue cerrado para todos menos su dueño hasta que lo elimine, o hasta que tú lo abras.
desk-case-one-by-one = Decide la denuncia; con eso queda cerrado o abierto.
desk-dismiss = Dejarlo
desk-uphold = Retirarlo
desk-case-done-look = Es tuyo para mirarlo durante 5 minutos.
desk-case-done-dismiss = Se queda como está, y abierto de nuevo si estaba cerrado. Pulsa u para deshacerlo.
desk-case-done-uphold = Retirado. Pulsa u para decidir de nuevo: hasta entonces sigue retirado.
desk-case-done-reopen = El caso está abierto de nuevo.
desk-case-done-lift = Abierto de nuevo para quien su dueño quiera.
desk-case-done-skip = Omitido.
seen-held = Retenido por una denuncia o tras restaurar una copia de seguridad: solo pueden abrirlo tú y, si hay denuncia, quienes la revisan.
report-owner-held = **{ $video }** fue denunciado y está retenido: solo pueden abrirlo tú y quienes revisan la denuncia. Puedes eliminarlo.
## Invitations
button-invite = Hacer una invitación
button-invite-anew = Hacer una invitación nueva
button-uninvite = Terminar la invitación
button-letin_1d = Por 1 día
button-letin_7d = Por 7 días
button-letin_on = Hasta que yo lo pare
button-turn-away = No, ahora no
invite-open = Hay una invitación hasta { $until }: { $used ->
    [0] nadie la ha usado.
    [one] 1 persona lo ha pedido.
   *[other] { $used } personas lo han pedido.
  }
invite-waiting = Piden verlo:
platform-demo = la demostración
invite-asks = { $person } en { $platform }
invite-nameless = Alguien sin nombre
invite-made = Una invitación a { $video }. Vale hasta { $until }, para { $most } personas como máximo. Pásala; no puedo volver a mostrarla:
invite-line = Envía esto al bot: { $command } { $line }
invite-page = La invitación como página
invite-means = Quien me envíe eso solo lo pide: te digo su nombre y tú decides. Antes no sabe nada del video ni de ti. Una invitación nueva ocupa el lugar de esta.
invite-ended = La invitación ha terminado. Ya nadie puede pedir con ella, y quien esperaba respuesta queda olvidado. Quien puede ver el video sigue pudiendo.
invite-none = No había ninguna invitación.
invite-asked = Lo he pedido. Quien te invitó lee tu nombre, { $person }, y decide; si acepta, te lo muestro aquí y en /videos.
invite-waits = Ya lo has pedido. Todavía no hay respuesta.
invite-own = Es tu propia invitación: pásasela a otra persona.
invite-closed = Ahora no: con esa invitación no hay nada que puedas ver.
invite-knock = **{ $person }** ({ $platform }) pide ver { $video }.
invite-knock-warning = Tiene tu invitación; no puedo decir más sobre quién es. Si le dejas, puede verlo y guardarlo.
invite-let-in = ¿Le dejas verlo?
invite-let-in-done = **{ $person }** ({ $platform }) ya puede verlo, { $until }.
invite-turned-away = **{ $person }** ({ $platform }) no puede verlo. Solo lee «ahora no», nada más.
error-knock_over = Eso ya tiene respuesta, o se ha acabado. /share muestra cómo está.
page-invited-title = Una invitación
page-invited-lead = Puede que alguien quiera mostrarte un video. Esta página no sabe nada de él ni de esa persona.
page-invited-how = Para pedirlo, envía esto al bot del que viene el enlace, en un chat privado:
page-invited-then = Quien hizo la invitación lee entonces cómo te llamas allí, y decide. Hasta que acepte, no se te muestra nada.
whosaw-moderator = Quien modera en { $community }
whosaw-moderator-somewhere = Quien modera en una comunidad
whosaw-operator = Quien opera este servicio
whosaw-looked = { $when }, para decidir sobre él
whosaw-plays = { $count ->
    [one] En páginas web de exposiciones se entregó una vez. No sé a quién; puede que a ti.
   *[other] En páginas web de exposiciones se entregó { $count } veces. No sé a quién; puede que también a ti.
  }
whosaw-posts = Quién lo mira en el canal o chat de una exposición, no puedo verlo de ningún modo.
publish-form-said = Qué se dice en él; vacío si no se dice nada
publish-said = Lo que se dice
review-said = Lo que se dice
error-said_too_long = Ese texto de lo que se dice tiene { $given } caracteres; { $limit } es el máximo. Acórtalo.
showcase-captions = Subtítulos
showcase-said = Lo que se dice: { $words }
post-said = Lo que se dice: { $words }
button-showcase = La exposición en la web
showcase-door = Todo lo que muestra la comunidad, para sus miembros. Este enlace te identifica una vez, en este navegador, durante 12 horas. Se vuelve a preguntar si sigues siendo miembro.
showcase-door-open = Entrar
showcase-door-gone = Este enlace no abre nada: ya se usó, es demasiado antiguo o ahora no eres miembro allí. Pide otro al bot, con /about en el servidor o grupo.
desk-count-operator = { $count ->
    [0] Nada espera.
    [one] Espera 1 video, a ti o a quien sea más rápido.
   *[other] Esperan { $count } videos, a ti o a quien sea más rápido.
  }
desk-closes-operator = Esta mesa se cierra sola: { $until }. Después da { $command } otra vez.

## Receipts in versions

receipt-expires = Desaparece sin más: { $what }.
receipt-over = Debería haber desaparecido, y no puedo comprobarlo: { $what }.
receipt-unconfirmed = Nadie confirmó en 90 días que ya no existe: { $what }.
button-receipt-page = Página del comprobante
erased-ephemeral_files = nuestro archivo en un mensaje que solo viste tú
erased-backups = las copias de seguridad
erased-generators_copy = la copia en { $where }{ $when ->
    [none] {""}
   *[other] , borrada allí el { $when }
  }
waiting-video = nuestros archivos
waiting-poster = nuestras imágenes de él
waiting-preview = su vista previa aquí
waiting-inputs = lo que diste
waiting-prompt = tus palabras
waiting-title = el título
waiting-file_names = los nombres de los archivos
waiting-keys = las claves
waiting-history = su historial
waiting-ephemeral_files = el archivo de un mensaje que solo ves tú, mientras la plataforma nos deje
waiting-generators_copy = la copia en { $where }; lo volvemos a pedir
expires-backups = las copias de seguridad, a más tardar { $when }
expires-generators_copy = la copia en { $where }{ $when ->
    [none] {""}
   *[other] , hacia el { $when } según dice
  }; yo no puedo borrarla allí
over-generators_copy = la copia en { $where }, que dice que la borra hacia el { $when }
recall-chat_files = un archivo de un chat que ya no se puede cambiar
recall-generators_copy = la copia en { $where }, que { $whose ->
    [house] tiene que limpiar el operador
   *[other] yo no puedo borrar allí
  }
unconfirmed-chat_files = nuestro archivo en el chat
unconfirmed-ephemeral_files = el archivo de un mensaje que solo viste tú
unconfirmed-sent_files = archivos que enviaste en el chat
unconfirmed-generators_copy = la copia en { $where }

## One's own data as an archive

name-mydata = mis_datos
command-mydata = Recibe en un archivo todo lo que hay aquí sobre ti
button-mydata-make = Preparar el archivo
button-mydata-first = Recibir antes mis datos
button-mydata-stop = Parar y borrarlo
button-mydata-look = ¿Cómo va?
button-mydata-get = Recibir el archivo
button-mydata-erase = Borrarlo ya
mydata-lead = Puedo reunir en un archivo todo lo que guardo sobre ti: ahora { $videos ->
    [one] 1 video
   *[other] { $videos } videos
  } con { $files ->
    [one] 1 fichero
   *[other] { $files } ficheros
  }, { SIZE($size_bytes) }.
mydata-holds = Contiene tus videos y lo que diste para ellos, tus palabras, con quién compartes y quién abrió qué, lo que publicaste, denunciaste o decidiste, tus ajustes y tus recibos. Como ficheros, como página para leer y como datos para programas.
mydata-lacks = No contiene palabras, nombres ni identificadores de otras personas más allá de lo que ya te digo, ni claves.
mydata-keeps = Va sellado y es solo para ti. Se borra { DURATION($hours_ms) } después de estar listo, o antes: cuando lo borres tú y cuando se borre algo que contiene.
mydata-making = Preparando tu archivo: { $percent } % hecho.
mydata-ready = Tu archivo está listo: { $files ->
    [one] 1 fichero
   *[other] { $files } ficheros
  }, { SIZE($size_bytes) }. Se borra { $until }.
mydata-sooner = Desaparece antes si se borra algo que contiene: un video, o el nombre de alguien que se va. Entonces pide otro.
mydata-link = El enlace se abre una vez, para quien lo abra primero: no lo compartas. Este chat no recibe ninguna copia. Una descarga interrumpida puede seguir durante una hora, en el mismo navegador.
button-mydata-send = Enviarlo aquí
mydata-here = Puedo enviarlo como fichero a nuestro chat privado. Entonces { $platform } tiene una copia, que no retiro: está ahí hasta que borres ese mensaje.
mydata-sending = El fichero llega enseguida a nuestro chat privado.
mydata-file = Esto es todo lo que guardaba sobre ti, como pediste. Esta copia se queda aquí hasta que borres este mensaje.
mydata-no-way = No puedo entregártelo: es demasiado grande para este chat, y quien me administra no ha configurado una dirección web. { $command } dice quién es: el ajuste es HUSHREEL_PUBLIC_URL.
mydata-erased = Ya nadie puede abrir tu archivo; su fichero desaparece en segundos. { $command } prepara otro.
error-export_there = Ya tienes un archivo, o se está preparando. /mydata lo muestra.
error-export_changed = Se borró algo mientras se preparaba tu archivo. Vuelve a empezar en menos de un minuto.
page-mydata-title = Un archivo con los datos de una persona
page-mydata-lead = Detrás de este enlace está todo lo que el bot guarda sobre una persona, en un solo fichero. Se abre una vez. Si no es tuyo, cierra esta página.
page-mydata-gone = Este enlace no abre nada: se usó, es demasiado antiguo o el archivo se borró. Pide otro al bot con /mydata.
archive-title = Tus datos en Hushreel
archive-lead = Esto es lo que Hushreel guardaba sobre ti { $when }.
archive-whole = Lo mismo y más, completo y para programas, está en { $file }.
archive-you = Tú
archive-banned = { $count ->
    [one] No puedes publicar en 1 comunidad hasta { $until }.
   *[other] No puedes publicar en { $count } comunidades; la última de estas prohibiciones termina { $until }.
  }
archive-videos = Tus videos
archive-none = Nada.
archive-words = Tus palabras
archive-text = Texto sobre la imagen
archive-names = Nombres de tus ficheros
archive-state = Estado
archive-asked = Pedido
archive-asked-value = { $when }, en { $platform }
archive-ends = Se borra aquí
archive-who = Quién aparece
archive-portrayed-own = lo que diste; nadie preguntó
archive-portrayed-unsaid = no lo dijiste
archive-portrayed-self = dijiste: solo tú
archive-portrayed-agreed = dijiste: otras personas, y aceptaron
archive-portrayed-nobody = dijiste: ninguna persona real
archive-shared = Compartido con
archive-grant = { $who }, desde { $since }, hasta que lo pares
archive-grant-until = { $who }, desde { $since }, hasta { $until }
archive-seen = Lo abrió
archive-publications = En comunidades
archive-chats = En chats
archive-chats-yours = Los tuyos, en { $platforms }
archive-chats-others = Los de personas con quienes compartes, en { $platforms }
archive-shown-draft = empezado
archive-shown-proposed = en manos de los moderadores
archive-shown-approved = aprobado
archive-shown-shown = mostrado
archive-shown-declined = no publicado
archive-shown-withdrawn = retirado por su dueño
archive-shown-removed = retirado por moderadores
archive-shown-expired = se acabó su tiempo
archive-shown-appealed = recurrido
archive-role-input = Lo que diste
archive-role-output = El video
archive-role-poster = Su imagen fija
archive-role-preview = Su vista previa
archive-damaged = dañado aquí; ya no se puede leer
archive-from-others = Compartido contigo
archive-from-others-count = { $count ->
    [0] Nadie comparte un video contigo.
    [one] Hay 1 video compartido contigo. Lo que muestra y dice es de quien lo comparte, y no está aquí.
   *[other] Hay { $count } videos compartidos contigo. Lo que muestran y dicen es de quienes los comparten, y no está aquí.
  }
archive-reports = Lo que denunciaste
archive-decisions = Lo que decidiste como moderador
archive-receipts = Recibos de lo borrado
## Break-glass: quien opera abrió un video en la máquina

whosaw-break-glass = { $when }, en la máquina: { $what }. Su motivo: { $reason }
whosaw-root = Lo que quien opera este servicio abre con la orden propia de Hushreel también figura aquí. Quien maneja la máquina podría eludirla, y yo no lo vería.
break-glass-notice = Quien opera este servicio abrió { $video } en la máquina, { $when }: { $what }. Su motivo: { $reason }
break-glass-output = el video terminado
break-glass-input = lo que diste para hacerlo
break-glass-poster = su imagen
break-glass-preview = su vista previa
break-glass-export = una exportación
erased-messages = nuestros mensajes en el chat
waiting-messages = nuestros mensajes en el chat, que se quitarán en cuanto la plataforma nos deje
recall-messages = mensajes de un chat que ya no se pueden cambiar
unconfirmed-messages = nuestros mensajes en el chat

## Forgetting a person

command-forgetme = Borra todo lo tuyo que hay aquí, en todas las plataformas
name-forgetme = olvídame
forget-lead = ¿Borro todo lo tuyo que hay aquí y te olvido? No hay papelera, y nadie puede recuperarlo.
forget-connected = Tus cuentas conectadas se van juntas: { $platforms }.
forget-field-videos = Tus videos
forget-field-account = Tu cuenta
forget-field-names = Tu nombre en otras partes
forget-videos = { $videos ->
    [0] No hay ninguno.
    [one] Se va 1 video, con sus palabras, publicaciones, accesos y enlaces.
   *[other] Se van { $videos } videos, con sus palabras, publicaciones, accesos y enlaces.
  }
forget-open = Otras personas pueden abrir ahora { $open ->
    [one] 1 video tuyo
   *[other] { $open } videos tuyos
  }. Eso se acaba al instante.
forget-account = Se van los ajustes, los botones y las conexiones{ $given ->
    [0] .
    [one] , y también tu acceso a 1 video que alguien comparte contigo.
   *[other] , y también tu acceso a { $given } videos que otros comparten contigo.
  }
forget-names = { $reports ->
    [0] Las decisiones que tomaste al moderar se quedan, sin tu nombre y sin tu nota.
    [one] Se quedan 1 denuncia tuya y las decisiones que tomaste al moderar: sin tu nombre y sin tus palabras.
   *[other] Se quedan { $reports } denuncias tuyas y las decisiones que tomaste al moderar: sin tu nombre y sin tus palabras.
  } Donde alguien ve quién abrió un video, pasas a ser «alguien que se fue».
forget-bans = { $count ->
    [one] Se queda 1 veto, hasta { $until }
   *[other] Se quedan { $count } vetos, hasta { $until } como muy tarde
  }: como huella de tu cuenta, que no dice a nadie quién eres.
forget-receipts = Los comprobantes de lo borrado se quedan, sin ti. Quien tenga el secreto de uno puede mostrarlo.
forget-outside = Lo que otras personas guardaron o reenviaron se queda con ellas, y también lo que las plataformas guardan por su cuenta. A eso no llego.
forget-chat = Saco tus videos de nuestros chats donde la plataforma me deja. Las demás palabras se quedan en ellos hasta que borres el chat.
forget-alone = En { $community } eres la única persona que sus administradores eligieron para moderar. Después de esto deciden solo los administradores, hasta que elijan a otras personas con { $command }.
forget-chose = Fuiste la última persona en elegir cómo está configurada { $community }. Eso se queda como está, y sus administradores pueden cambiarlo con { $command }. Hasta que alguno lo haga, no tengo allí a nadie a quien escribir en privado.
forget-form = Borrar todo
forget-type = Escribe { $word } para borrarlo todo
forget-word = OLVIDAR
button-forget = Borrar todo
forget-kept = No se borró nada.
forget-done = Hecho: nadie puede abrir ya nada tuyo, y ya no te conozco. Lo que queda en mis archivos desaparece en unos minutos. Tu comprobante: { $receipt }.
forget-secret = Su secreto: { $secret }. Guarda los dos; nadie más tiene el secreto. No vuelvo a escribirte. Cuando tú me escribas, nos conocemos por primera vez.
whosaw-left = Alguien que se fue
error-account_unknown = Ya no conozco esta cuenta, así que no hay nada que borrar.
error-account_erased = Esta cuenta se borró hace un momento. No se guardó nada de lo que acabas de hacer.
error-forget_too_soon = Tus cuentas se conectaron hace menos de un día. Para que nadie borre lo que no es suyo, esto espera hasta { $until_ms }. Con /unlink las separas ahora, y cada lado puede borrar lo suyo.
error-forget_word = Esa no es la palabra, así que no se borró nada. Escríbela tal como está ahí.
erased-account = tu cuenta: ajustes, cuentas y conexiones
erased-sharing = lo que compartiste y lo que compartieron contigo
erased-name_in_reports = tu nombre y tus palabras en denuncias
erased-name_in_decisions = tu nombre y tus palabras en decisiones
waiting-account = tu cuenta: ajustes, cuentas y conexiones
waiting-sharing = lo que compartiste y lo que compartieron contigo
waiting-name_in_reports = tu nombre y tus palabras en denuncias
waiting-name_in_decisions = tu nombre y tus palabras en decisiones
expires-bans = los vetos, como huella que no nombra a nadie, a más tardar { $when }
receipt-page-title = Comprobante
receipt-page-lead = El número y el secreto de tu comprobante muestran qué fue de cada cosa hasta ahora. No se pide nada más, y a nadie se le dice que miraste.
receipt-page-number = Número
receipt-page-secret = Secreto
receipt-page-secret-hint = 22 letras y cifras. Lo recibiste al confirmar el borrado: está al final del enlace, después del punto.
receipt-page-show = Mostrar
receipt-page-wrong = No hay ningún comprobante con este número y este secreto. Revisa los dos.
receipt-page-open = El comprobante { $receipt } está abierto. Versión { $version }, firmada { $when }.
receipt-page-closed = El comprobante { $receipt } está cerrado: ya no se espera nada. Versión { $version }, firmada { $when }.
receipt-page-keep = El archivo contiene todas las versiones. El operador puede comprobarlo con «hushreel receipt verify».

## What was left

error-decider_left = Quien lo decidió la primera vez se ha ido, y nadie puede saber quién era. La apelación es para quien me opera.
privacy-archive = Aquí se guarda también, sellado, un archivo con todos tus datos, hasta { $until }. { $command } lo muestra y lo borra.
privacy-archive-coming = Aquí se está preparando un archivo con todos tus datos. { $command } lo muestra y lo detiene.
error-restore_holds = Volvió de una copia de seguridad sin el registro de lo que se borró desde entonces. Quien me opera puede levantarlo. No cambió nada.
## The object store

recall-older_versions_hold_sealed_bytes_only = versiones anteriores en el almacén de objetos: solo bytes cifrados, cuyas claves ya no existen

## Papers that promise less than somebody agreed to

agree-lead = Desde que aceptaste nuestros documentos, { $count ->
    [one] una cláusula te promete
   *[other] { $count } cláusulas te prometen
  } menos que antes. Lee qué ha cambiado y decide antes de darnos nada más. Lo que hiciste sigue siendo tuyo tal como está: puedes verlo, exportarlo y borrarlo en cualquier caso.
agree-clause = Cláusula { $section }: { $title }
agree-before = Antes: { $text }
agree-now = Ahora: { $text }
agree-more = Y { $count } más: la página de abajo las tiene todas.
agree-history = Todas las versiones de nuestros documentos
agree-done = Gracias: queda guardado que estás de acuerdo, con la versión y la fecha de hoy. Pide tu video otra vez; no se tomó nada de él.

## Ways to make a video: labels, rules, agreement, sending

option-create-route = De qué forma se hace; lo que sale de esta casa espera hasta que lo envíes
name-create-route = vía
route-motion = movimiento integrado
route-kling = Kling
route-comfyui = ComfyUI
plan-route = Lo hace
button-route = Otra forma
button-use = Usar { $route }
draft-route-form = ¿Cómo se hará { $video }?
draft-route = Forma
draft-who-own = **¿Quién sale?** Lo que diste sale de esta casa solo después de que lo digas. Guardo tu respuesta con el video.
label-lead = **Esto sale de la casa.** Lo hace { $route }, no yo. Tus palabras y lo que diste van a { $host }: sin tu nombre, sin tu cuenta y sin lo que un archivo cuenta de lugar y hora.
label-where = Dónde
label-keeps = Se guarda allí
label-trains = Entrenamiento
label-deletes = Se borra allí
label-passes = Se entrega a
label-silent = los documentos que conozco no lo dicen
label-quote = { $text } [{ $number }]
label-and = { $before } { $after }
trains-yes = sí. { $said }
trains-no = no se entrena. { $said }
trains-unknown = no se sabe. { $said }
trains-conflict = los documentos se contradicen. { $said }
label-cost = Costo para quien me administra
label-cost-unknown = desconocido
button-papers = Antes, sus documentos: { $route }
button-send = Enviar a { $route }
consent-lead = **Antes de que algo tuyo vaya a { $route }**, puedes leer sus documentos, y necesito que los aceptes. Guardo tu acuerdo con la fecha de hoy; puedes retirarlo en los ajustes.
consent-changed = **Los documentos de { $route } han cambiado** desde que los aceptaste. Léelos otra vez antes de que vaya algo más allí.
consent-paper = { $paper }
consent-means = Aceptas que tus palabras y lo que des vayan a { $route } según estos documentos, y que quien se vea en ello también ha aceptado. Esto no envía nada; enviar es otro botón.
progress-unsure = Todavía nadie sabe si { $route } empezó, y puede que se haya cobrado. No lo envío otra vez por mi cuenta. Sigo mirando y te lo digo aquí.
button-look-again = Mirar otra vez
button-again-paid = Otra vez (puede cobrarse dos veces)
made-away = Lo hizo { $route } con IA. Tus palabras, y las imágenes que diste, fueron allí. “¿Es privado?” dice qué puede hacer con ellas.
made-own = Lo hizo { $route } con IA, en una máquina de quien me administra. No se envió nada a ninguna empresa.
bar-person-not_allowed = tu propia regla no lo permite
bar-person-leaves = según tu propia regla nada sale de esta casa
bar-person-may_train = tu propia regla pide que no se entrene, y sus documentos no lo prometen
bar-community-not_allowed = esta comunidad no lo permite
bar-community-leaves = en esta comunidad nada puede salir de esta casa
bar-community-may_train = esta comunidad pide que no se entrene, y sus documentos no lo prometen
bar-begun-not_allowed = la comunidad en la que lo empezaste no lo permite
bar-begun-leaves = en la comunidad en la que lo empezaste nada puede salir de esta casa
bar-begun-may_train = la comunidad en la que lo empezaste pide que no se entrene, y sus documentos no lo prometen
bar-operator-not_set_up = no está instalado aquí
error-route_barred = Esto no se puede hacer aquí con { $route }: { $why }. Lo que sirve: { $can }. Tu propia regla está en los ajustes.
error-no_route_fits = Aquí no sirve ninguna forma de hacer videos. La más cercana es { $route }, pero { $why }. Tu propia regla está en los ajustes; la de una comunidad la cambian sus administradores.
error-no_way_left = Tiene que quedar al menos una forma. No se cambió nada.
button-ways = Qué puede hacer videos
button-limit = Fijar un presupuesto
button-unlimited = Presupuesto del operador
budget-form = ¿Cuánto se puede gastar en videos empezados aquí?
budget-amount = En un mes, en { $currency }
ways-lead = Esto vale para tus videos desde ahora, los pidas donde los pidas. Lo que ya se está haciendo sigue.
ways-lead-here = Esto vale para los videos que se empiezan o se envían aquí, y acompaña a lo que se empezó aquí, se envíe desde donde se envíe. Además vale la regla propia de cada miembro.
ways-allowed = Formas que se pueden usar
ways-list = { $routes }
ways-none = ninguna
ways-ask-stays = ¿Puede salir de esta casa lo que se da?
ways-stays-on = No, nunca
ways-stays-off = Sí, al pulsar Enviar
ways-ask-training = ¿Sus documentos deben prometer que no se entrena con ello?
ways-untrained-on = Sí, siempre
ways-untrained-off = No, miro cada uno
ways-agreed = Aceptaste estos documentos: { $papers }.
button-disagree = Retirar mi acuerdo
ways-disagreed = Retirado. No va nada más allí hasta que aceptes otra vez. Lo que se envió, enviado está.
button-allow = Elegir las formas
ways-form = ¿Qué formas se pueden usar?
ways-may = se puede usar
ways-may-not = no se puede
button-extras = Más deseos
extras-form = ¿Qué más vale para { $video }?
extras-negative = Lo que no debe verse
extras-camera = Cámara
extras-quality = Calidad
extras-mode = { $mode }
extras-sound = Sonido propio
extras-speech = Lo que dirán sus labios (en vez de continuar)
extras-cuts = Cortes propios
camera-none = como salga
camera-down_back = abajo y atrás
camera-forward_up = adelante y arriba
camera-right_turn_forward = gira a la derecha y avanza
camera-left_turn_forward = gira a la izquierda y avanza
sound-on = con sonido
sound-none = sin sonido
cuts-on = con cortes
cuts-none = sin cortes
