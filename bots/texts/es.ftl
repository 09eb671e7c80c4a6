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
page-door-owner = Haz un video, pregunta quién puede verlo, elimínalo.
page-door-member = Intenta encontrar lo que hiciste. Suerte.
page-door-moderator = Tampoco encuentra ningún video privado. Pruébalo.
page-door-note = Esta página funciona solo en esta máquina, y solo con la dirección que se mostró al iniciar. Todo se queda aquí.
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
demo-welcome-moderator = Ahora eres moderador del mismo lugar. Los videos privados también están cerrados para ti: intenta encontrar uno.
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
progress-unsure = Todavía no sé cómo terminó. Lo averiguaré.
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
failure-worker_limit = Necesitó más tiempo o memoria de lo que permito por video. Con menos segundos o una imagen más pequeña puede salir.
failure-picture_unreadable = No pude leer una de tus imágenes. Guárdala como JPEG o PNG y envíala de nuevo.
failure-sound_unreadable = No pude leer tu sonido. Guárdalo como MP3, M4A o WAV y envíalo de nuevo.
failure-clip_unreadable = No pude leer tu clip. Guárdalo como un MP4 corriente y envíalo de nuevo.
failure-start_past_end = Lo que diste termina antes del momento en que debe empezar el video. Elige uno anterior.
failure-text_cannot_be_drawn = El texto sobre la imagen tiene letras que no sé dibujar. Cámbialo.
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
card-erasing = El video #{ $number } está cerrado para todos y se está borrando. El comprobante llega aquí.
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
setup-review-read = **Quien pueda leer el lugar de revisión** leerá allí lo que espera una decisión. Elige uno que solo puedan leer tus moderadores.
setup-later = De quién pueden ser las imágenes vale desde ya. Lo demás lo guardo para cuando se pueda publicar, que todavía no sé hacer: hasta entonces no muestro nada de nadie.
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
about-motion-value = mueve la cámara sobre tu imagen o dibuja una escena. No es IA, y nada sale de esta máquina.
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
error-held = Este video está retenido por una denuncia. Puedes abrirlo, preguntar por él y eliminarlo.
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
error-cannot_draw = El movimiento integrado no puede dibujar esto: { $cannot }. Puede hacer { $can }, o mover la cámara sobre una imagen tuya.
error-too_many_unfinished = { $limit ->
    [one] Ya tienes 1 video
   *[other] Ya tienes { $limit } videos
  } en espera o haciéndose, y ese es el máximo a la vez. Espera a que termine uno, o cancela uno.
error-worker_limit = Necesitó más tiempo o memoria de lo que permito por video. Prueba con una imagen más pequeña, menos segundos o palabras más sencillas.

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
error-own_video = Este video es tuyo: sobre él decide otro moderador.
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
door-report = No muestro a otros nada de lo que la gente hace aquí, así que no hay ninguna publicación mía que retirar. Cualquier otro mensaje: los moderadores de este servidor pueden quitarlo, y Discord recibe denuncias con «Denunciar mensaje». De lo que yo hago responde { $operator }: { $contact }.
error-picture_of_another = Esa imagen la publicó otra persona, así que no la toco. Usa una que hayas publicado tú, o añade la tuya con /create.
error-message_without_picture = En ese mensaje no hay ninguna imagen. Elige uno que tenga una imagen adjunta; un enlace a una no cuenta.
error-upload_broken = Ese archivo se cortó por el camino. No se guardó nada de él. Envíalo otra vez.
error-not_admin = Solo quien puede administrar este servidor o grupo puede cambiar cómo trabajo en él.
error-community_not_found = Ese servidor o grupo no está configurado aquí, o ya no estoy en él. Escribe /setup en aquel al que te refieres.
error-places_alike = La exposición y la revisión no pueden estar en el mismo lugar: todos verían allí lo que aún no está decidido. No cambió nada. Elige otro.
error-too_many_moderators = Elegiste { $given } moderadores; el máximo es { $limit }. No cambió nada. Un rol cuenta como uno.
error-id_malformed = No entiendo esa elección. No cambió nada. Elige otra vez.
error-everybody_moderates = Ese rol es de todos: cualquiera sería moderador. No cambió nada. Elige otro.
error-portrayed_unsaid = Primero di quién sale en la imagen: es de otra persona. Los botones están en la tarjeta; /videos la muestra.

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
