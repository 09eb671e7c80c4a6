# Las frases de veredictos, respuestas y cláusulas propias, en español.
# Verdicts and answers first, then hushreel-privacy and hushreel-terms (message: document-section-vSINCE).

## Figures

pattern-moment = d MMM y, HH:mm
    .short = d MMM y
names-more = { $first }, { $second } y { $more ->
    [one] 1 más
   *[other] { $more } más
  }
names-chosen = personas que elegiste
name-unknown = alguien
community-unnamed = su comunidad

## Names of papers and ways

document-hushreel-privacy = Nuestra política de privacidad
document-hushreel-terms = Nuestras condiciones
document-kling-app-terms = App de Kling, condiciones
document-kling-app-privacy = App de Kling, política de privacidad
document-kling-api-terms = API de pago de Kling, condiciones
document-kling-api-terms-cn = API de Kling en China, contrato
document-kling-api-privacy = API de pago de Kling, política de privacidad
document-kling-api-docs = API de pago de Kling, documentación
document-discord-api-docs = Discord, documentación
document-discord-developer-policy = Discord, política para desarrolladores
document-discord-developer-terms = Discord, condiciones para desarrolladores
document-discord-privacy = Discord, política de privacidad
document-discord-terms = Discord, condiciones
document-telegram-api-docs = Telegram, documentación
document-telegram-bot-privacy = Telegram, política de privacidad modelo para bots
document-telegram-bot-terms = Telegram, condiciones para bots
document-telegram-privacy = Telegram, política de privacidad
document-telegram-terms = Telegram, condiciones
document-facefusion-service = El sitio web facefusion.co
document-comfyui-docs = Documentación de ComfyUI
document-facefusion-program = El programa de código abierto FaceFusion
document-fal-api-terms = API de fal, condiciones
document-fal-docs = Documentación de fal
document-fal-privacy = Política de privacidad de fal
document-fal-terms = Condiciones de fal
document-kling-app-notices = App de Kling, avisos
document-replicate-docs = Documentación de Replicate
document-replicate-privacy = Política de privacidad de Replicate
document-replicate-terms = Condiciones de Replicate
document-runway-api-docs = API de Runway, documentación
document-runway-privacy = Política de privacidad de Runway
document-runway-terms = Condiciones de Runway
provider-motion = el movimiento integrado
provider-kling = Kling
provider-kling-app = la app de Kling
provider-comfyui = ComfyUI
provider-facefusion = FaceFusion
provider-fal = fal
provider-replicate = Replicate
provider-runway = Runway
version-undated = sin fecha
certainty-read = leído
certainty-reported = según terceros
certainty-claimed = solo lo afirman
certainty-contradicted = desmentido
certainty-by-copy = { $certainty }, copia del operador del { $copied }
checked-contradicted = La copia propia del operador contradice { $marks }.
    .short = Desmentido: { $marks }.
checked-read = La copia propia del operador confirma { $marks }.

## The headline: who can open it

opens-private = Ningún otro miembro puede abrirlo.
opens-private-reviewed = Solo pueden abrirlo tú y los moderadores de { $community }.
    .short = Solo pueden abrirlo tú y moderadores.
opens-selected-reviewed = Está abierto para { $names } y para los moderadores de { $community }.
    .short = Está abierto para { $names } y moderadores.
opens-selected = Está abierto para { $names }.
opens-community = Puede abrirlo cualquiera de { $community }.
opens-community-and = Está abierto para cualquiera de { $community } y para { $names }.
    .short = Está abierto para { $community } y { $names }.
opens-public = Cualquiera puede abrirlo.
opens-held = Retenido por una denuncia: pueden abrirlo tú y quienes revisan la denuncia.
    .short = Retenido: pueden abrirlo tú y quienes revisan la denuncia.
opens-restored = Retenido desde que se restauró una copia de seguridad: solo tú puedes abrirlo. Puede ser uno que habías borrado.
    .short = Retenido desde que se restauró una copia: solo tú puedes abrirlo.
opens-later-private = Aún no está listo; ningún otro miembro puede encontrarlo.
opens-later-selected = Aún no está listo; después estará abierto para { $names }.
    .short = Sin terminar; después, abierto para { $names }.
opens-later-community = Aún no está listo; después podrá abrirlo cualquiera de { $community }.
opens-later-community-and = Aún no está listo; después estará abierto para cualquiera de { $community } y para { $names }.
    .short = Sin terminar; después, abierto para { $community } y { $names }.
opens-later-public = Aún no está listo; después podrá abrirlo cualquiera.
opens-none = No hay ningún video que abrir: hacerlo { $state ->
    [failed] falló
   *[cancelled] se canceló
  }.
opens-erasing = Se está borrando; aquí ya nadie puede abrirlo.
opens-erased = Está borrado; aquí nadie puede abrirlo.

## The headline: did a generator get it

sent-none = No se envió nada a ningún generador.
sent-not-yet = Todavía no ha llegado nada a { $provider }.
sent-never = Nada suyo llegó a { $provider }.
sent-maybe = Puede que { $provider } haya recibido { $what }.
    .short = Quizá { $provider } recibió { $what }.
sent-yes = { $provider } recibió { $what }.
sent-yes-since = { $provider } recibió { $what } el { $when }.
    .short = { $provider } recibió { $what }.
sent-maybe-since = Puede que { $provider } haya recibido { $what } el { $when }.
    .short = Quizá { $provider } recibió { $what }.
what-picture = tu imagen y tus palabras
    .short = tu imagen y palabras
what-words = tus palabras
what-unknown = lo que diste para hacerlo
    .short = lo que diste

## The five questions

question-who-sees = Quién lo ve:
question-who-uses = Quién lo usa:
question-copies = Copias:
question-until = Hasta cuándo:
question-undone = No se puede deshacer:

sees-private = tú.
sees-selected = tú y { $names }, hasta que dejes de compartirlo.
    .short = tú y esas personas.
sees-until = Eso termina solo el { $when }.
    .short = Hasta el { $when }.
sees-community = cualquiera de { $community }, sus moderadores incluidos.
sees-community-and = cualquiera de { $community }, sus moderadores incluidos, y { $names }.
    .short = los nombrados arriba y moderadores.
sees-reviewed = Los moderadores de { $community } pueden abrirlo mientras deciden.
    .short = Y moderadores.
sees-since = Se muestra desde el { $when }.
    .short = Desde el { $when }.
sees-public = cualquiera.
sees-held = tú y quienes revisan la denuncia.
    .short = tú y esos revisores.
sees-restored = tú.
    .short = tú.
sees-later-private = tú, en cuanto esté hecho.
sees-later-selected = todavía nadie; cuando esté listo, tú y { $names }.
    .short = todavía nadie; después, lo dicho.
sees-later-community = todavía nadie; cuando esté listo, cualquiera de { $community }.
    .short = todavía nadie; después, lo dicho.
sees-later-community-and = todavía nadie; cuando esté listo, cualquiera de { $community } y { $names }.
    .short = todavía nadie; después, lo dicho.
sees-later-public = todavía nadie; cuando esté listo, cualquiera.
    .short = todavía nadie; después, lo dicho.
sees-none = no salió ningún video. Lo que diste para hacerlo es solo tuyo.
    .short = tú; no salió ningún video.
sees-erasing = nadie, a través de nosotros.
sees-erased = nadie, a través de nosotros.
sees-operator = { $operator } podría abrirlo técnicamente.
    .short = { $operator } también podría.
sees-operator-erased = { $operator } podría leer técnicamente esta máquina; ningún archivo de la carpeta de datos lo contiene ya.
sees-operator-erasing = { $operator } podría leer técnicamente esta máquina hasta que termine.
operator-named = El operador, { $operator },
operator-unnamed = El operador de este servidor

uses-here = aquí, solo para prestar el servicio: sin anuncios, sin venta, sin entrenamiento.
    .short = aquí, para el servicio.
uses-motion = El movimiento integrado trabajó en esta máquina; ningún generador recibió nada.
    .short = Ningún generador recibió nada.
uses-motion-later = El movimiento integrado trabaja en esta máquina; ningún generador recibe nada.
    .short = Ningún generador recibe nada.
uses-kling = La API de pago de Kling: lo que cuentan terceros sobre el entrenamiento se contradice; no cuentes con un “no”.
    .short = API de Kling: lo que se dice de entrenar se contradice.
uses-kling-app = La app de Kling: por sus condiciones, según terceros, puede entrenar modelos con él; se afirma que toma una licencia amplia.
    .short = App de Kling: puede entrenar, según terceros.
uses-comfyui = ComfyUI lo lleva el operador, así que vale la misma promesa.
    .short = ComfyUI, del operador: lo mismo.
uses-facefusion = FaceFusion: los textos que tengo no dicen si entrena.
uses-fal = fal: lo que cuentan terceros sobre el entrenamiento se contradice; de a quién se lo pasa, los textos que tengo no dicen nada.
    .short = fal: lo que se cuenta del entrenamiento se contradice.
uses-replicate = Replicate: no se halló un derecho a entrenar modelos propios, ni una promesa de no hacerlo; de a quién se lo pasa, los textos que tengo no dicen nada.
    .short = Replicate: no se sabe si entrena.
uses-runway = Runway: por sus condiciones generales, según terceros, puede entrenar modelos con él; para el operador pueden valer otras.
    .short = Runway: puede entrenar, según terceros.
uses-later = Eso vale cuando se haya enviado.
uses-never = De este no se envió nada allí.
    .short = No se envió nada.
uses-anyone = Quien pueda abrirlo puede guardarlo o usarlo mal.
    .short = Quien lo ve puede guardarlo.

copies-here = aquí, cifrado; en copias de seguridad del operador, 30 días como máximo.
    .short = aquí, cifrado; respaldos: 30 días.
copies-none = aquí, ninguna.
copies-going = aquí, borrándose.
copies-chat = { $platforms }, en este chat.
    .short = { $platforms } (chat).
copies-ephemeral = { $platforms }, en un mensaje que solo ves tú.
    .short = { $platforms } (mensaje).
copies-post = { $platforms }, en la publicación de la galería.
    .short = { $platforms } (publicación).
copies-received = { $platforms }, en los chats de las personas con quienes lo compartes.
    .short = { $platforms } (sus chats).
copies-review = { $platforms }, en mensajes para los moderadores que deciden.
    .short = { $platforms } (moderadores).
until-received = { $platforms }: nuestros mensajes a esas personas lo pierden cuando dejes de compartirlo, si aún podemos cambiarlos.
    .short = { $platforms }: al dejar de compartir.
until-review = { $platforms }: el mensaje de los moderadores lo pierde cuando hayan decidido.
    .short = { $platforms }: hasta que decidan.
until-looked = { $platforms }: lo que abrió un moderador sigue ahí hasta que lo cierre, pasados 15 minutos.
    .short = { $platforms }: hasta que un moderador lo cierre.
copies-kling = Kling (Singapur, según terceros).
    .short = Kling (Singapur).
copies-kling-over = Kling (Singapur, según terceros), si no lo borró allí.
    .short = Kling, si no lo borró.
copies-kling-app = La app de Kling (Singapur).
copies-comfyui = Las carpetas del ComfyUI del operador{ $host ->
    [none] {""}
   *[other] {" "}en { $host }
  }.
    .short = Carpetas de ComfyUI.
copies-comfyui-ours = Unos minutos, las carpetas del ComfyUI del operador{ $host ->
    [none] {""}
   *[other] {" "}en { $host }
  }.
    .short = Carpetas de ComfyUI, unos minutos.
copies-facefusion = FaceFusion.
copies-fal = fal, bajo direcciones públicas (Estados Unidos y otros países, según terceros).
    .short = fal, bajo direcciones públicas.
copies-replicate = Replicate (Estados Unidos, según terceros).
    .short = Replicate (Estados Unidos).
copies-runway = Runway; no tengo texto que diga dónde.
copies-maybe = (Si llegó hasta allí.)
    .short = (Si se envió.)

until-here = se borra aquí el { $when }. Puedes mover esa fecha o eliminarlo ya.
    .short = se borra aquí el { $when }, o antes.
until-kept = lo que diste y tus palabras se borran aquí el { $when }; el video se queda mientras se muestra o espera y un día más, hasta el { $kept } como muy tarde.
    .short = palabras: { $when }; video: { $kept } como muy tarde.
until-kept-alone = lo que diste y tus palabras ya no están aquí; el video se queda mientras se muestra o espera y un día más, hasta el { $kept } como muy tarde.
    .short = el video: { $kept } como muy tarde.
until-retention = se borra aquí { $duration } después de terminar. Puedes mover esa fecha o eliminarlo ya.
until-later = se borra aquí { $duration } después de terminar, o en la fecha que pongas.
    .short = se borra aquí { $duration } después de terminar.
until-overdue = su fin aquí era el { $when }; se borra de un momento a otro.
until-erasing = se está borrando aquí ahora.
until-erased = aquí ya no está.
until-chat = { $platforms }: hasta que se quite de allí.
    .short = En chats: hasta que se quite.
until-ephemeral = { $platforms } { $count ->
    [one] no dice
   *[other] no dicen
  } cuándo { $count ->
    [one] desaparece su copia
   *[other] desaparecen sus copias
  }.
    .short = { $platforms }: sin fecha.
until-kling = Kling: unos 30 días, según terceros; más por motivos legales. No podemos acortarlo.
    .short = Kling: 30 días o más, según terceros.
until-kling-dated = Kling: hasta el { $when } más o menos, según dice de los resultados; más por motivos legales, según terceros. No podemos acortarlo.
    .short = Kling: hacia el { $when } o más.
until-kling-over = Kling dice que borra los resultados a los 30 días: desde el { $when } más o menos no debería haber copia allí. No puedo comprobarlo. Por motivos legales puede guardarlo más, según terceros.
    .short = Kling: borrado hacia el { $when }, dice; no puedo comprobarlo.
until-kling-app = La app de Kling: el tiempo que haga falta, sin cifra. Puedes pedírselo.
    .short = App de Kling: sin cifra.
until-comfyui = ComfyUI guarda sus archivos hasta que el operador los limpie.
    .short = ComfyUI: hasta que el operador limpie.
until-comfyui-ours = ComfyUI: borramos sus archivos unos 10 minutos después de hacerlo.
    .short = ComfyUI: unos 10 minutos.
until-facefusion = FaceFusion: su sitio web afirma que 7 días; puede que no valga por esta vía.
    .short = FaceFusion: 7 días, solo lo afirman.
until-fal = fal: las solicitudes 30 días, según terceros; para los archivos no tengo fecha. Los que se le dieron quedan cuando lo demás se elimina.
    .short = fal: 30 días o más, según terceros.
until-replicate = Replicate: una hora por defecto. Eso no obliga a quien se lo pase.
    .short = Replicate: una hora por defecto.
until-runway = Runway: las direcciones de los resultados caducan en 48 horas; cuánto quedan los archivos, los textos que tengo no lo dicen.
    .short = Runway: sin fecha para los archivos.

undone-own = lo que tú guardaste o pasaste a otros; y una eliminación, porque no hay papelera.
    .short = lo que pasaste a otros; una eliminación.
undone-erased = el borrado; y lo que alguien hubiera guardado antes.
undone-selected = lo que hayan guardado de él.
undone-open = lo que haya guardado cualquiera que pudo abrirlo.
    .short = lo que otros guardaron.
undone-own-reviewed = lo que guardaste o pasaste tú, y lo que guardaron los moderadores que lo abrieron; y una eliminación, porque no hay papelera.
    .short = lo que pasaste o guardaron moderadores; una eliminación.
undone-before = Fue público desde el { $when }: las copias que se hicieron entonces se quedan.
    .short = Fue público desde el { $when }.
undone-seen = Visto por { $names }.
    .short = Visto por { $count ->
        [one] una persona
       *[other] { $count } personas
      }.
undone-ephemeral = El archivo del mensaje privado ({ $platforms }) no se puede retirar.
    .short = El archivo del mensaje privado.
undone-chat = Lo que se reenvió o guardó desde { $platforms }.
    .short = Lo que salió del chat.
undone-generator = Lo que { $provider } ya hizo con él.
    .short = Lo que { $provider } hizo con él.
undone-kling-app = Lo que la app de Kling ya hizo con él; se afirma que su licencia es irrevocable.
    .short = Lo que hizo la app de Kling.

## Plataformas de chat que transportan lo dicho

sees-platform = También quien lleva el chat puede ver técnicamente lo que hay en él: { $platforms }.
    .short = También { $platforms }.
uses-platform = En el chat: { $platforms }, con condiciones cuyo texto no tengo.
    .short = { $platforms }: sus condiciones.
copies-asked = { $platforms }: las palabras y archivos que enviaste para hacerlo.
    .short = { $platforms } (lo que enviaste).
copies-account = { $platforms }: lo que enviaste por allí y lo que respondí.
    .short = { $platforms } (el chat).
until-direct = { $platforms }: nuestro mensaje pierde el archivo cuando se borra aquí.
    .short = { $platforms }: se va con él.
until-asked = Lo que enviaste por { $platforms }: no conozco ninguna fecha.
    .short = { $platforms }: sin fecha.
copies-chats = { $platforms } (chats).
until-chats = { $platforms }: sin fecha.
undone-chats = Lo que hay en los chats.
undone-asked = Que lo que enviaste llegó a { $platforms }.
    .short = Lo que llegó a { $platforms }.
until-tidy = { $platforms }: nuestro mensaje con él sale del chat el { $when }.
    .short = { $platforms }: el { $when }.
until-tidy-due = { $platforms }: nuestro mensaje con él sale del chat de un momento a otro.
    .short = { $platforms }: de un momento a otro.
until-tidy-both = { $platforms }: nuestro mensaje con él y los archivos que enviaste salen del chat el { $when }; tus palabras se quedan.
    .short = { $platforms }: archivos, { $when }; tus palabras se quedan.
until-sent = De lo que enviaste por { $platforms }, los archivos salen del chat el { $when }; las palabras se quedan.
    .short = { $platforms }: tus palabras se quedan.
until-tidied = De lo que enviaste por { $platforms }, los archivos salen del chat pasadas 47 horas; las palabras se quedan.
    .short = { $platforms }: las palabras se quedan.
copies-server = Una carpeta del servidor de { $platforms } del propio operador, sin cifrar.
    .short = Servidor de { $platforms } del operador.
sees-link = Quien tenga un enlace de un solo uso puede abrirlo, una vez.
    .short = O un enlace.

## Without a video: how everything here is kept

account-open-none = { $videos ->
    [0] Aquí no tienes ningún video. Uno nuevo se abre solo para ti; ningún otro miembro puede encontrarlo.
    [one] Aquí tienes 1 video. Ningún otro miembro puede abrirlo.
   *[other] Aquí tienes { $videos } videos. Ningún otro miembro puede abrir ninguno.
  }
account-open-some = { $videos ->
    [one] Aquí tienes 1 video.
   *[other] Aquí tienes { $videos } videos.
  } { $open ->
    [one] Alguien más puede abrir 1 de ellos.
   *[other] Otros pueden abrir { $open } de ellos.
  }
account-open-general = Un video aquí es privado: ningún otro miembro puede abrirlo.
account-sent-none = El movimiento integrado no envía nada a ningún generador.
account-sent-some = El movimiento integrado no envía nada a ningún generador; con { $providers } sí se enviaría, y te lo pregunto antes.
account-sees = tú. { $operator } podría abrir técnicamente todo lo que hay aquí.
account-sees-open = tú, y aquellos a quienes abriste un video. { $operator } podría abrir técnicamente todo lo que hay aquí.
account-until = { $duration } después de terminar cada video; puedes mover la fecha o eliminarlo ya.
account-until-next = { $duration } después de terminar cada video; el próximo se borra el { $when }. Puedes mover las fechas o eliminar ya.

## Answers about the papers

answer-clause = { $document }{ $section ->
    [none] {""}
   *[other] , { $section }
  } ({ $certainty }): { $text }
made-algorithm = Lo hizo un algoritmo, sin un modelo entrenado.
made-composite = Lo hizo un algoritmo con lo que diste, sin un modelo entrenado.
made-model = Lo hizo un modelo entrenado.
made-composite-with-model = Lo hizo un modelo entrenado, y contiene lo que diste.
private-kling = La API de pago de Kling: los textos que tengo no dicen quién ve un video allí. Sobre el entrenamiento, lo que cuentan terceros se contradice; no cuentes con un “no”.
private-kling-app = La app de Kling dice que no publica nada por defecto. Pero por sus condiciones, según terceros, puede entrenar modelos con tu video, y se afirma que toma una licencia amplia.
private-facefusion = FaceFusion: los textos que tengo no dicen quién ve o usa un video allí. Su sitio web solo afirma que borra a los 7 días.
private-fal = fal: los archivos que se hacen allí están bajo direcciones públicas. Sobre el entrenamiento, lo que cuentan terceros se contradice; no cuentes con un “no”.
whole-papers = /privacy lleva a nuestra política entera, /about también a nuestras condiciones. Puedo decirte lo que dicen:
greeting = Respondo preguntas sobre tus videos y sobre los documentos que se les aplican.
lead-conflict = Lo que tengo sobre esto se contradice; aquí están las dos versiones.
lead-training-kling = La API de pago de Kling: lo que cuentan terceros se contradice. No cuentes con un “no”.
lead-training-kling-app = La app de Kling: sí, según cuentan terceros.
lead-training-comfyui = ComfyUI lo lleva aquí el operador; vale nuestra propia promesa de no entrenar.
lead-training-fal = fal: lo que cuentan terceros de sus condiciones se contradice. No cuentes con un “no”.
lead-training-runway = Runway: sí según sus condiciones generales, por lo que cuentan terceros; para el operador pueden valer otras.
lead-not-sent = Este video lo hizo { $made }; { $provider } no recibió nada de él.
lead-not-sent-from-here = Este video lo hizo { $made }; desde aquí no se envió nada de él a { $provider }.
lead-two-ways = La app de Kling y la API de pago de Kling se rigen por documentos distintos.
abstain = Los textos que tengo no lo dicen.
abstain-subject = Los textos que tengo sobre { $subject } no lo dicen.
abstain-elsewhere = Los textos que tengo no lo dicen: solo conozco los de Hushreel y lo que tengo de los generadores y chats con los que trabaja.
talk-forgotten = Olvidado: ya no sé de qué trataba mi última respuesta aquí.
others = De los vídeos de otras personas no le cuento nada a nadie, ni siquiera si los hay.
deny-section = { $document }: no hay ninguna sección { $section }; la última es { $last }.
deny-within = { $document }: no hay ninguna sección { $section }; la { $chapter } termina con { $last }.
deny-unknown = { $document }: no conozco ninguna sección { $section } ahí. Tengo notas de pasajes sueltos, no el texto entero.
abstain-hint = Pregúntame quién puede ver un video, quién lo usa, dónde hay copias, hasta cuándo, o qué no se puede deshacer.
empty-question = Pregúntame algo, por ejemplo: ¿es privado mi video?
other-language = (Por ahora respondo en inglés, español, portugués, chino y ruso.)
    .short = (Por ahora, inglés, español, portugués, chino y ruso.)
only-ours = Por ahora entiendo inglés, español, portugués, chino y ruso. Pregúntame, por ejemplo: ¿es privado mi video?

## La carta a un generador

objection-told = Es una carta para copiar: escribe al final adónde pueden responderte. Yo no envío nada. Lo que está marcado como “según terceros” o “solo lo afirman”, compruébalo antes de apoyarte en ello. No es asesoría legal.
objection-address = Envíala a { $address }: esa dirección está en { $document } ({ $certainty }).
objection-no-address = Los documentos que tengo de esta vía no dan ninguna dirección a la que escribir; búscala en las páginas de la propia empresa.
objection-operator = { $operator ->
    [none] Para { $provider } el cliente es el operador, y quizá no sepa nada de ti: pide al operador que la envíe también.
   *[other] Para { $provider } el cliente es el operador, y quizá no sepa nada de ti: pide a { $operator } ({ $contact }) que la envíe también.
  }
objection-nobody-motion = Nada de este video salió de esta máquina: lo hizo aquí el movimiento integrado. No hay a quién escribir.
objection-nobody-comfyui = Ninguna empresa recibió nada de este video: ComfyUI, que lo hizo, lo lleva el operador. No hay nadie más a quien escribir; vaciar sus carpetas le toca al operador.
objection-nobody-facefusion = Ninguna empresa recibió nada de este video, hasta donde sé: lo hizo el programa de código abierto FaceFusion en la máquina del operador. No hay nadie más a quien escribir.
objection-not-sent = { $provider } todavía no ha recibido nada de este video, así que no hay a qué oponerse. Cancélalo si no debe ir allí.
objection-never-sent = { $provider } no recibió nada de este video, así que no hay nada a lo que oponerse.
objection-here = Lo que guarda Hushreel lo borras con /delete.
objection-letter-to = A { $company }
objection-letter-subject = Asunto: oposición, supresión y acceso
objection-letter-received = Escribo por un video mío. { $operator ->
    [none] Un servicio que usa Hushreel
   *[other] { $operator }, cuyo servicio usa Hushreel,
  } envió a { $provider } lo que di para hacerlo.
objection-letter-maybe = Escribo por un video mío. { $operator ->
    [none] Un servicio que usa Hushreel
   *[other] { $operator }, cuyo servicio usa Hushreel,
  } quizá envió a { $provider } lo que di para hacerlo.
objection-letter-own = Escribo por un video mío que hice con { $provider }.
objection-letter-video = El video: número { $number }, referencia { $reference }, pedido el { $when }, por vía de { $provider }.
objection-letter-words = Mis palabras para él: “{ $prompt }”
objection-letter-ask = Les pido:
objection-letter-erase = 1. Que supriman lo que recibieron para él y lo que hicieron con ello, con todas las copias, y me lo confirmen.
objection-letter-stop = 2. Que no usen nada de ello para otra cosa que hacer ese video, sobre todo no para entrenar o mejorar modelos, y no lo pasen a nadie. Me opongo a cualquier uso así.
objection-letter-tell = 3. Que me digan qué conservan de ello, para qué lo usaron, quién lo recibió y cuándo se suprimirá.
objection-letter-rests = Me apoyo en lo que dicen sus propios documentos, hasta donde los conozco, con otras palabras que las suyas:
objection-letter-clause = - { $document }{ $section ->
    [none] {""}
   *[other] , { $section }
  }, { $version } ({ $certainty }): { $text }
objection-letter-law = Si me protege el RGPD, como ocurre si vivo en el Espacio Económico Europeo, me apoyo además en sus artículos 17 (supresión), 21 (oposición) y 15 (acceso).
objection-letter-against = Sé que sus documentos dicen también lo que sigue. Hasta donde la ley me lo permite, lo pido de todos modos:
objection-letter-close = Por favor, respóndanme a esta dirección:

## hushreel-privacy

hushreel-privacy-1-1-v1 = { $operator ->
    [none] Quien pone en marcha esta máquina es su operador. No se ha puesto ningún nombre, así que aquí solo puede funcionar la demo en esta máquina.
   *[other] { $operator } opera este servicio y responde por él. Escribe a { $contact }.
  }
    .title = Quién opera esto
hushreel-privacy-1-2-v1 = Sobre ti guardo el id que da tu plataforma, tu idioma, zona horaria y forma de entrega donde los elegiste, y cuántos videos pediste. Ningún nombre, y no se te pide nada más.
    .title = Qué se guarda sobre ti
hushreel-privacy-1-3-v1 = { $contact ->
    [none] Puedes ver, corregir o borrar lo que se guarda sobre ti; pídeselo a quien opera esta máquina.
   *[other] Puedes ver, corregir o borrar lo que se guarda sobre ti; donde todavía no lo hace un comando, escribe a { $contact }.
  }
    .title = Tus derechos
hushreel-privacy-2-1-v1 = Un video es privado desde el momento en que lo pides. Tú puedes abrirlo y descargarlo; ningún otro miembro puede.
    .title = Privado por defecto
hushreel-privacy-2-2-v1 = { $operator ->
    [none] Quien opera esta máquina tiene su clave, y técnicamente podría abrir todo lo que hay en ella. Nada en el chat le permite hacerlo.
   *[other] { $operator } opera esta máquina, tiene su clave, y técnicamente podría abrir todo lo que hay en ella. Nada en el chat le permite hacerlo.
  }
    .title = El operador
hushreel-privacy-2-3-v1 = Quien busca un video privado de otra persona recibe la misma respuesta que con un video que no existe.
    .title = Los demás ni siquiera pueden encontrarlo
hushreel-privacy-2-4-v1 = Los moderadores no pueden abrir ningún video privado. Aquí son como cualquier otro miembro.
    .title = Moderadores
hushreel-privacy-2-5-v1 = Aquí tus imágenes, sonidos y clips, tu prompt y los nombres de tus archivos no se muestran a nadie más que a ti, pase lo que pase con el video.
    .title = Lo que tú aportas
hushreel-privacy-2-6-v1 = Todavía ningún comando muestra aquí un video tuyo a otra persona. Para pasarlo, descárgalo; lo que otros hagan después con él está fuera de nuestro alcance.
    .title = Compartir
hushreel-privacy-3-1-v1 = Lo que das se usa solo para hacer, guardar, mostrar y borrar tus videos. Sin anuncios, sin venta, sin entrenamiento de modelos, sin terceros.
    .title = Solo para prestar el servicio
hushreel-privacy-3-2-v1 = El movimiento integrado trabaja en esta máquina. No envía nada a ningún generador, y nada más sale de la máquina para hacer tu video.
    .title = Movimiento integrado
hushreel-privacy-4-1-v1 = Lo que das y lo que se hace con ello está aquí cifrado (AES-256-GCM), cada cosa con una clave propia. La clave maestra está fuera de la carpeta de datos.
    .title = Cifrado
hushreel-privacy-4-2-v1 = Los prompts, los títulos, los textos para la imagen y los nombres de archivo también están cifrados, con una clave por video.
    .title = Las palabras están cifradas
hushreel-privacy-4-3-v1 = Sin cifrar existen solo en la memoria de trabajo, mientras se hacen o se muestran; nunca se escriben en un disco.
    .title = Nunca sin cifrar en un disco
hushreel-privacy-4-4-v1 = Una imagen, un sonido o un clip pierde sus datos ocultos al entrar: lugar (GPS), cámara, fecha, todo menos la imagen y el sonido.
    .title = Datos ocultos de los archivos
hushreel-privacy-4-5-v1 = Hushreel no hace copias de seguridad. Las copias del disco que haga el operador están fuera de nuestro alcance; sin la clave, la carpeta de datos no abre nada.
    .title = Copias de seguridad
hushreel-privacy-4-5-v5 = Las copias de seguridad que el operador hace con Hushreel van cifradas con una clave propia, y la clave maestra no está en ellas. Cada una sirve 30 días: después Hushreel la rechaza, y la elimina de su carpeta al hacer la siguiente. Al restaurar una, lo que borraste se borra de nuevo antes de que nadie vea nada, y lo demás vuelve solo para ti. Solo si también se pierde el registro de lo borrado podría eso volver, y solo para ti. Las copias que el operador haga de otro modo están fuera de nuestro alcance; sin la clave no abren nada.
    .title = Copias de seguridad
hushreel-privacy-4-6-v1 = La demo responde solo a esta máquina, y solo a quien tiene la dirección que mostró al iniciar.
    .title = La demo
hushreel-privacy-5-1-v1 = Cada video tiene una fecha de borrado: { $retention } después de quedar listo, fallar o cancelarse. Entonces el video, todo lo que diste para hacerlo y tus palabras se borran solos.
    .title = Fecha de borrado
hushreel-privacy-5-2-v1 = Con /enddate puedes mover esa fecha, antes o después, hasta { $retention-max } después de terminar.
    .title = Moverla
hushreel-privacy-5-3-v1 = Si la máquina está apagada en la fecha de borrado, el video se borra en el siguiente arranque. Un cambio posterior de nuestra configuración no mueve una fecha que ya te dimos.
    .title = La fecha se mantiene
hushreel-privacy-6-1-v1 = /delete actúa de inmediato: dentro de 1 segundo desde que confirmas, nada nuestro entrega un byte más. No hay papelera ni vuelta atrás.
    .title = Eliminar
hushreel-privacy-6-2-v1 = Dentro de 60 segundos desde una eliminación, los bytes, las claves, el prompt, el título y los nombres de archivo desaparecen de todos los archivos de la carpeta de datos.
    .title = Qué borra una eliminación
hushreel-privacy-6-3-v1 = Cada borrado termina con un comprobante firmado de qué se borró y cuándo, y de qué no se pudo borrar. Se conserva, sin una palabra tuya, y muestra lo que declaramos, no que no exista ninguna otra copia.
    .title = Comprobante
hushreel-privacy-6-3-v5 = Cada borrado empieza con un comprobante firmado: qué se va a borrar, qué queda en espera y qué nadie puede recuperar. Recibe una versión nueva cuando aquí ya no queda nada, y cuando algo cambia fuera. Se cierra cuando ya no se espera nada, a más tardar a los 90 días, y entonces dice qué no confirmó nadie. Su número y su secreto lo muestran en nuestra página web, donde hay una. Se conserva, sin una palabra tuya, y muestra lo que declaramos, no que no exista ninguna otra copia.
    .title = Comprobante
hushreel-privacy-6-4-v1 = Cada eliminación anota primero la hora, y los ids de lo que se borra, en un diario fuera de la carpeta de datos. No contiene ninguna palabra tuya.
    .title = Diario de borrados
hushreel-privacy-6-5-v1 = Fuera de nuestro alcance: lo que tú u otros guardaron, las celdas de reserva de un SSD y las instantáneas del disco. Las dos últimas contienen solo bytes cifrados.
    .title = Lo que ninguna eliminación alcanza
hushreel-privacy-6-6-v1 = Todavía ningún comando borra una cuenta entera. Elimina tus videos uno por uno; para lo demás, pídeselo a { $contact ->
    [none] quien opera esta máquina
   *[other] { $contact }
  }.
    .title = Tu cuenta
hushreel-privacy-7-1-v1 = Los registros contienen ids y horas, nunca lo que escribiste, ni títulos, ni nombres de archivo.
    .title = Registros
hushreel-privacy-7-2-v1 = Lo que me preguntas se responde y no se escribe en ninguna parte.
    .title = Tus preguntas
hushreel-privacy-7-3-v1 = Las respuestas se calculan a partir del estado de tu video y de estas cláusulas, y se ponen en palabras con frases fijas. No participa ningún modelo de lenguaje.
    .title = Cómo se hacen las respuestas
hushreel-privacy-8-1-v1 = Estos documentos tienen versiones con fecha. Cada respuesta nombra las cláusulas en que se apoya, y su versión.
    .title = Versiones
hushreel-privacy-1-2-v2 = Sobre ti guardo el id que da tu plataforma, tu idioma, zona horaria y forma de entrega donde los elegiste, y cuántos videos pediste{ $platforms ->
    [none] {""}
   *[other] , además de lo que nombra la sección 9
  }. Ningún nombre, y no se te pide nada más.
    .title = Qué se guarda sobre ti
hushreel-privacy-3-1-v2 = Lo que das se usa solo para hacer, guardar, mostrar y borrar tus videos. Sin anuncios, sin venta, sin entrenamiento de modelos, sin terceros{ $platforms ->
    [none] {""}
   *[other] {" "}salvo el chat que usas: { $platforms }
  }.
    .title = Solo para prestar el servicio
hushreel-privacy-4-3-v2 = Sin cifrar existen solo en la memoria de trabajo, mientras se hacen o se muestran; nunca se escriben en un disco{ $platforms ->
    [none] {""}
   *[other] {" "}nuestro
  }.
    .title = Nunca sin cifrar en un disco
hushreel-privacy-7-2-v2 = Lo que me preguntas se responde y no se escribe en ninguna parte{ $platforms ->
    [none] {""}
   *[other] {" "}por nosotros; un chat privado conserva lo que se dijo en él
  }.
    .title = Tus preguntas
hushreel-privacy-9-1-v2 = Discord transporta lo que escribes, los archivos que das y lo que respondo. La empresa puede verlo todo técnicamente, también los chats privados, y sus propios documentos dicen qué hace con ello: no podemos prometer nada por ella.
    .title = Qué recibe Discord
hushreel-privacy-9-2-v2 = En un servidor o grupo respondo con mensajes que solo ves tú; en nuestro chat privado, con mensajes normales. No pongo nada tuyo en un canal.
    .title = Dónde respondo
hushreel-privacy-9-3-v2 = Para volver a encontrar mis propios mensajes guardo sus ids, el del canal y su tipo, y durante 15 minutos una llave cifrada para cambiar una respuesta. Ninguna palabra de ellos; y desaparecen cuando en el mensaje ya no queda nada tuyo.
    .title = Qué se guarda de mis mensajes
hushreel-privacy-9-4-v2 = Un archivo en un mensaje que solo ves tú ya no lo podemos quitar pasados 15 minutos, y Discord no documenta cuánto tiempo existe.
    .title = Archivos en mensajes que solo ves tú
hushreel-privacy-9-5-v2 = Cuando se borra un video, su archivo se quita de nuestro chat privado y de las respuestas que aún se pueden cambiar. El comprobante dice cuáles se vaciaron, cuáles esperan a Discord y cuáles están fuera de nuestro alcance.
    .title = Los chats después de un borrado
hushreel-privacy-9-6-v2 = De un servidor que me añade guardo su id y desde cuándo; de su configuración, los lugares elegidos, quién modera, los ajustes y quién eligió. Cuando me quitan, solo quedan un id propio y dos fechas.
    .title = Qué se guarda de un servidor
hushreel-privacy-9-7-v2 = No leo lo que se habla en los servidores: recibo los comandos, lo que escribes en nuestro chat privado y los mensajes que me mencionan, de los que no guardo nada.
    .title = Sin leer lo demás
hushreel-privacy-9-8-v2 = Si eliges enlaces en /settings, Discord no recibe ninguna copia del video: en su lugar, un enlace que se abre una sola vez lleva hasta aquí.
    .title = Enlaces en vez de archivos
hushreel-privacy-1-2-v3 = Sobre ti guardo el id que da tu plataforma, tu idioma, zona horaria y forma de entrega donde los elegiste, y cuántos videos pediste{ $platforms ->
    [none] {""}
   *[other] , además de lo demás que elegiste en /settings y de lo que nombran las secciones 9 a 11
  }. Ningún nombre, y no se te pide nada más.
    .title = Qué se guarda sobre ti
hushreel-privacy-2-7-v3 = Un enlace de un solo uso abre el video a quien lo tenga: una vez, y durante 24 horas como máximo. Guárdatelo para ti.
    .title = Enlaces de un solo uso
hushreel-privacy-4-3-v3 = Sin cifrar existen solo en la memoria de trabajo, mientras se hacen o se muestran; nunca se escriben en un disco{ $platforms ->
    [none] {""}
   *[other] {" "}nuestro
  }{ $server ->
    [none] {""}
   *[other] , salvo en la carpeta que nombra 10.12
  }.
    .title = Nunca sin cifrar en un disco
hushreel-privacy-7-2-v3 = Lo que me preguntas se responde y no se escribe en ninguna parte{ $platforms ->
    [none] {""}
   *[other] {" "}por nosotros; un chat privado conserva lo que se dijo en él
  }{ $telegram ->
    [none] {""}
   *[other] , y lo que llega por Telegram espera su respuesta cifrado, como dice 10.7
  }.
    .title = Tus preguntas
hushreel-privacy-10-1-v3 = Telegram transporta lo que escribes, los archivos que das y lo que respondo. Los chats con bots no están cifrados de extremo a extremo: la empresa puede verlo todo técnicamente, y cada uno de tus dispositivos lo muestra. Sus propios documentos dicen qué hace con ello: no podemos prometer nada por ella.
    .title = Qué recibe Telegram
hushreel-privacy-10-2-v3 = En un grupo escribo una línea con un botón que lleva a nuestro chat privado, y respondo allí. Nada tuyo va a un grupo ni a un canal.
    .title = Dónde respondo
hushreel-privacy-10-3-v3 = Para volver a encontrar mis mensajes y tus archivos en nuestro chat guardo sus ids, el del chat, su tipo y su hora. Ninguna palabra de ellos; y desaparecen cuando en el mensaje ya no queda nada tuyo.
    .title = Qué se guarda de los mensajes
hushreel-privacy-10-4-v3 = El chat ordenado, activo si no lo desactivas en /settings, quita de nuestro chat, pasadas 47 horas, nuestros mensajes con un video y los archivos que enviaste para hacerlo. Queda una tarjeta con un botón que vuelve a mostrar el video, y quedan tus palabras.
    .title = Chat ordenado
hushreel-privacy-10-5-v3 = Pasadas 48 horas, Telegram ya no nos deja quitar ningún mensaje. Los nuestros aún podemos vaciarlos; lo que enviaste se queda hasta que lo borres tú. Lo que se reenvió o guardó, nadie puede retirarlo.
    .title = Pasadas 48 horas
hushreel-privacy-10-6-v3 = Cuando se borra un video, nuestros mensajes con él se quitan de nuestro chat, o se vacían si tienen más de 48 horas; los archivos que enviaste para hacerlo se quitan donde Telegram aún nos deja. El comprobante dice qué fue de ellos.
    .title = El chat después de un borrado
hushreel-privacy-10-7-v3 = Lo que envías se guarda cifrado hasta que se responde; queda su número, para que nada se responda dos veces. Pasadas 24 horas no queda ninguno de los dos. Lo que me dices mientras pregunto una cosa tras otra se guarda cifrado hasta que eso termina, 24 horas como máximo.
    .title = Mensajes en camino
hushreel-privacy-10-8-v3 = De un grupo o canal que me añade guardo su id y desde cuándo; de su configuración, los lugares elegidos, quién modera, los ajustes y quién eligió. Cuando me quitan, solo quedan un id propio y dos fechas.
    .title = Qué se guarda de un grupo
hushreel-privacy-10-9-v3 = No leo lo que se habla en los grupos: atiendo los comandos, lo que me menciona y las respuestas a mis mensajes. Donde un grupo me hace administrador, Telegram me envía todo lo que se escribe allí; lo demás se descarta enseguida, y su número en 24 horas.
    .title = Sin leer lo demás
hushreel-privacy-10-10-v3 = Si eliges enlaces en /settings, Telegram no recibe ninguna copia del video: en su lugar, un enlace que se abre una sola vez lleva hasta aquí.
    .title = Enlaces en vez de archivos
hushreel-privacy-10-11-v3 = Si desactivas reenviar y guardar en /settings, las apps de Telegram no hacen ninguna de las dos cosas con mis mensajes nuevos. Eso solo disuade: nadie impide grabar una pantalla.
    .title = Reenviar y guardar
hushreel-privacy-10-12-v3 = Para que pasen archivos más grandes, el operador lleva un servidor de Telegram propio. Los archivos pasan sin cifrar por una carpeta suya, y siguen ahí hasta que el operador la vacía.
    .title = El servidor de Telegram del operador
hushreel-privacy-11-1-v3 = Para conectar dos cuentas se guarda un código como hash. Se puede escribir durante 10 minutos, cinco errores hacen esperar a quien los escribe, y al cabo de un día se olvida. Nada se une antes de que lo confirmes en el lado donde empezaste, en el plazo de una hora.
    .title = Conectar cuentas
hushreel-privacy-11-2-v3 = Mientras tanto guardo, cifrados, los nombres que las plataformas dieron de ambas cuentas, para que veas a quién dejas entrar. Una vez decidido, o pasado el plazo, desaparecen.
    .title = Los nombres de las cuentas
hushreel-privacy-11-3-v3 = De cada video, y de su comprobante, guardo de cuál de tus cuentas vino, y desde cuándo están conectadas. Con eso /unlink los vuelve a separar.
    .title = Desconectar
hushreel-privacy-1-2-v4 = Sobre ti guardo el id que da tu plataforma, tu idioma, zona horaria y forma de entrega donde los elegiste, y cuántos videos pediste{ $platforms ->
    [none] {""}
   *[other] , además de lo demás que elegiste en /settings y de lo que nombran las secciones 9 a 11
  }. Ningún nombre salvo los que nombran 2.8 y 11.2, y no se te pide nada más.
    .title = Qué se guarda sobre ti
hushreel-privacy-2-6-v4 = Nadie más ve un video tuyo, salvo quien tú elijas o donde tú mismo lo publiques. Quien elijas puede verlo y guardarlo hasta tu fecha, o hasta que dejes de compartirlo, lo que vale al instante; tu prompt y lo que aportaste siguen siendo solo tuyos. Lo que haya guardado o pasado a otros está fuera de nuestro alcance.
    .title = Compartir
hushreel-privacy-2-8-v4 = Mientras compartes un video guardo, cifrado, cómo los llamaban a ti y a la otra persona sus plataformas en ese momento, y de quien nunca me escribió solo una huella con clave. Cuando le entrego el video guardo eso y cuándo, y te lo muestro con /whosaw; todo se va con el acceso o con el video. De quien pide con una invitación guardo el nombre, cifrado, 14 días como máximo.
    .title = Nombres, y quién lo abrió
hushreel-privacy-2-9-v5 = Cuando quien opera este servicio abre un video tuyo con la orden propia de Hushreel, eso queda guardado antes de leer el primer byte, con el motivo que da. Te escribo sobre ello donde puedo, y /whosaw lo muestra. Quien maneja la máquina podría eludir esa orden, y yo no lo vería.
    .title = Lo que abre quien opera

## hushreel-terms

hushreel-terms-1-1-v1 = Sube solo lo que tienes derecho a usar.
    .title = Qué puedes subir
hushreel-terms-1-2-v1 = Si en una imagen, un sonido o un clip se puede reconocer a otras personas, deben haber aceptado antes de que lo subas.
    .title = Otras personas
hushreel-terms-1-3-v1 = Nada sexual con menores de 18 años, nada sexual o degradante de personas reales sin su consentimiento, y nada que vaya contra la ley.
    .title = Qué está prohibido
hushreel-terms-1-4-v1 = Debes tener al menos 13 años, o más si tu ley lo dice.
    .title = Edad
hushreel-terms-2-1-v1 = Lo que haces sigue siendo tuyo, uso comercial incluido, hasta donde lo permiten la ley y los derechos de otros. No nos das ningún derecho más allá de prestarte el servicio.
    .title = Sigue siendo tuyo
hushreel-terms-3-1-v1 = { $operator ->
    [none] Quien opera esta máquina
   *[other] { $operator }
  } es responsable de este servicio ante la ley. Quienes hacen Hushreel, el programa, no lo operan y no ven nada de él.
    .title = Quién es responsable
hushreel-terms-3-2-v1 = No hay garantía contra pérdidas: un disco roto o una clave perdida significa videos perdidos. Descarga lo que quieras conservar.
    .title = Sin garantía
hushreel-terms-3-3-v1 = Si alguien hizo un video tuyo que tú no aceptaste, { $contact ->
    [none] díselo a quien opera esta máquina
   *[other] escribe a { $contact }
  }.
    .title = Denunciar

## hushreel-privacy: publishing

hushreel-privacy-2-1-v4 = Un video es privado desde el momento en que lo pides. Tú puedes abrirlo y descargarlo; ningún otro miembro puede, hasta que tú mismo se lo abras.
    .title = Privado por defecto
hushreel-privacy-2-4-v4 = Los moderadores no pueden abrir ningún video privado. Pueden abrir uno tuyo solo mientras se lo has enviado, se muestra en su comunidad, puedes apelar su decisión, o está retenido o denunciado allí y eso no ha terminado.
    .title = Moderadores
hushreel-privacy-5-1-v4 = Cada video tiene una fecha de borrado: { $retention } después de quedar listo, fallar o cancelarse. Entonces el video, todo lo que diste para hacerlo y tus palabras se borran solos. Solo donde lo publicaste, el video se queda mientras se muestra o espera.
    .title = Fecha de borrado
hushreel-privacy-9-2-v4 = En un servidor o grupo respondo con mensajes que solo ves tú; en nuestro chat privado, con mensajes normales. No pongo nada tuyo en un canal, salvo lo que publicas allí.
    .title = Dónde respondo
hushreel-privacy-10-2-v4 = En un grupo escribo una línea con un botón que lleva a nuestro chat privado, y respondo allí. Nada tuyo va a un grupo ni a un canal, salvo lo que publicas allí.
    .title = Dónde respondo
hushreel-privacy-12-1-v4 = Donde deciden los moderadores de una comunidad, nadie más en ella puede encontrar lo que publicas antes de que lo aprueben; un cambio tampoco, mientras lo aprobado antes sigue. Donde los administradores eligieron que nadie modere, la vista previa lo dice.
    .title = Antes de mostrarse
hushreel-privacy-12-2-v4 = Los moderadores de la comunidad a la que se lo pides pueden ver el póster, el avance y el video, y leer lo que escribiste para publicar. Tu prompt y lo que diste para el video no pueden abrirlos. Los moderadores de otros sitios no encuentran nada.
    .title = Qué ven los moderadores
hushreel-privacy-12-3-v4 = /unpublish y /hide actúan al momento: desde entonces nada nuestro lo muestra a nadie más ahí. Las publicaciones en canales se quitan en cuanto la plataforma nos deja; lo que alguien guardó hasta entonces se queda con esa persona.
    .title = Retirarlo
hushreel-privacy-12-4-v4 = Lo publicado se retira solo: 30 días después de que empezaste, o en la fecha que elegiste, dentro de un año.
    .title = Termina solo
hushreel-privacy-12-5-v4 = Mientras se muestra, el video, el póster y el avance se quedan más allá de su fecha de borrado; mientras espera una decisión, 14 días como mucho. Lo que diste y tus palabras, menos el título, se borran en esa fecha de todos modos. Cuando ya nada lo retiene, se queda al menos 24 horas, para que puedas guardarlo.
    .title = Qué conserva publicar
hushreel-privacy-12-6-v4 = Una publicación no nombra a nadie, salvo que hayas elegido un nombre: ni tu cuenta, ni el número del video, ni tu prompt, ni el nombre de un archivo están en ella.
    .title = Anónimo
hushreel-privacy-12-7-v4 = Lo que deciden los moderadores se te dice con el motivo, nunca con quién fue. Puedes apelar una vez; quien decidió primero no puede decidir eso.
    .title = Decisiones
hushreel-privacy-12-8-v4 = Los moderadores pueden quitarte el permiso de publicar en su comunidad, 90 días cada vez. Para eso guardo una marca cifrada con clave de cada una de tus cuentas, que no nombra a nadie. Se queda hasta su fin aunque se borre todo lo demás tuyo.
    .title = Vetos
hushreel-privacy-12-9-v4 = Quien puede ver un video puede denunciarlo. Denunciado como íntimo, por mostrar a alguien sin su consentimiento o por dañar a un menor, se cierra enseguida para todos menos tú y quien decide, y se te dice; solo las denuncias de quien ya se equivocó dos veces no cierran nada. Ni a ti ni a quien decide se les dice quién lo denunció.
    .title = Denuncias
hushreel-privacy-12-10-v4 = De una denuncia guardo lo que se eligió y se escribió, sellado, desde qué cuenta y cuándo; sin cuenta, durante un día, una marca cifrada con clave de la dirección de red. Lo escrito se va con el video, y todo ello 90 días después de la decisión.
    .title = Qué se guarda de las denuncias
hushreel-privacy-6-6-v5 = /forgetme borra todo lo tuyo, en todas tus plataformas, en cuanto escribes una palabra: videos, ajustes, conexiones, accesos, y tu nombre y tus palabras en denuncias y decisiones. Tu siguiente mensaje es para mí el primero de alguien nuevo. Lo que queda no nombra a nadie: los vetos, como tokens con clave, hasta su fin, los comprobantes, y que algo se decidió o se vio.
    .title = Tu cuenta
hushreel-privacy-6-7-v7 = De un video que envías a Kling guardo lo que cuesta: qué generador, cuándo, cuánto, y en qué comunidad se empezó. Qué video era se olvida cuando se borra. Que era tuyo se olvida cuando termina el mes, y con /forgetme; hasta entonces sirve para contar lo que gastaste. La suma queda 400 días y no nombra a nadie.
    .title = Lo que costó un video
hushreel-privacy-1-4-v5 = /mydata te da en un archivo todo lo que guardo sobre ti: ficheros, una página para leer y datos para programas. Va sellado, y ningún comando se lo da a nadie más. Se borra un día después de estar listo. Si antes se borra algo que contiene, desde ese momento nadie puede abrirlo.
    .title = Todo en un archivo

## The object store

copies-bucket = cifrado, en { $storage }; en copias de seguridad del operador, 30 días como máximo.
    .short = cifrado, en { $storage }; respaldos: 30 días.
hushreel-privacy-3-2-v5 = El movimiento integrado trabaja en esta máquina. No envía nada a ningún generador, y nada más sale de la máquina para hacer tu video{ $storage ->
    [none] {""}
   *[other] , salvo bytes cifrados, hacia donde dice 4.7
  }.
    .title = Movimiento integrado
hushreel-privacy-4-7-v5 = Los bytes cifrados están en un almacén de objetos en { $storage }, no en esta máquina. No recibe ninguna clave, así que no puede abrir nada. Si guarda versiones anteriores de lo que se elimina, son bytes cifrados cuyas claves ya no existen; tu recibo lo dice.
    .title = Dónde están los bytes cifrados

## The language model

hushreel-privacy-3-1-v6 = Lo que das se usa solo para hacer, guardar, mostrar y borrar tus videos. Sin anuncios, sin venta, sin entrenamiento de modelos, sin terceros{ $platforms ->
    [none] {""}
   *[other] {" "}salvo el chat que usas: { $platforms }
  }{ $model ->
    [none] {""}
   *[other] . Lo que me preguntas con palabras llega también a un modelo de lenguaje, como dice 7.4
  }.
    .title = Solo para prestar el servicio
hushreel-privacy-3-1-v7 = Lo que das se usa solo para hacer, guardar, mostrar y borrar tus videos. Sin anuncios, sin venta, sin entrenamiento de modelos, sin terceros{ $platforms ->
    [none] {""}
   *[other] {" "}salvo el chat que usas: { $platforms }
  }{ $model ->
    [none] {""}
   *[other] . Lo que me preguntas con palabras llega también a un modelo de lenguaje, como dice 7.4
  }{ $kling ->
    [none] {""}
   *[other] . Lo que tú envías a Kling, con su etiqueta delante, se usa como dicen los documentos de Kling, y el entrenamiento puede ser parte de ello
  }.
    .title = Solo para prestar el servicio
hushreel-privacy-7-2-v6 = Lo que me preguntas se responde y no se escribe en ninguna parte{ $platforms ->
    [none] {""}
   *[other] {" "}por nosotros; un chat privado conserva lo que se dijo en él
  }{ $telegram ->
    [none] {""}
   *[other] , y lo que llega por Telegram espera su respuesta cifrado, como dice 10.7
  }{ $model ->
    [none] {""}
   *[other] . También lo recibe un modelo de lenguaje; si allí se escribe no lo sabemos, como dice 7.4
  }.
    .title = Tus preguntas
hushreel-privacy-7-3-v6 = Las respuestas se calculan a partir del estado de tu video y de estas cláusulas, y se ponen en palabras con frases fijas. { $model ->
    [none] No participa ningún modelo de lenguaje.
   *[other] Después puede reformularlas un modelo de lenguaje. No decide nada, y lo que escribe se muestra solo si todas las palabras que importan siguen siendo las nuestras.
  }
    .title = Cómo se hacen las respuestas
hushreel-privacy-7-4-v6 = El operador deja que un modelo de lenguaje en { $model } reformule las respuestas. Recibe tu pregunta, nuestra respuesta y las cláusulas en que se apoya, con los nombres de las personas y comunidades de esa respuesta tapados; nunca una imagen, un video, un prompt ni nada de otros. Donde los textos no lo dicen, no se envía nada. Lo que haga con lo que recibe depende de quien lo opera: por él no podemos prometer nada.
    .title = El modelo de lenguaje

## Asking on

hushreel-privacy-7-5-v6 = Para que puedas seguir preguntando («¿por qué?», «¿y el otro?»), recuerdo durante 24 horas de qué trataba mi última respuesta para ti aquí: sus temas, sus cláusulas y su video, ninguna palabra tuya, en la memoria de trabajo y nunca en un disco. Dime que olvide lo que hablamos y desaparece al momento.
    .title = Seguir preguntando

## Dónde se hacen los videos, y qué dicen de ello

hushreel-privacy-3-3-v7 = ComfyUI, que puede hacer videos aquí, lo lleva el operador { $comfyui ->
    [none] en esta máquina
   *[other] en otra máquina suya: { $comfyui }
  }. Lo que das para un video así va allí y a ninguna empresa. { $clears ->
    [none] Lo que ComfyUI guarda de él se queda hasta que el operador lo limpie.
   *[other] Sus archivos de allí los borro unos 10 minutos después de hacerlo, y en el acto cuando lo eliminas.
  }
    .title = Videos hechos por ComfyUI
hushreel-privacy-3-4-v7 = Kling no recibe nada por sí solo. De un video que envías allí recibe tus palabras, y tus imágenes sin lo demás que guardan sus archivos, con un número al azar: ni nombre, ni cuenta, ni dirección. Kling es otra empresa; no puedo prometer nada por ella, y te muestro lo que dicen sus propios documentos.
    .title = Videos hechos por Kling
hushreel-privacy-3-5-v7 = Cada video que se hace aquí, y cada imagen suya, dice en sí mismo cómo se hizo, en una forma firmada que los programas pueden leer: por un algoritmo, por un modelo entrenado, o mezclado con lo que se dio. No hay nada de ti en ello, ni nombre, ni cuenta, ni palabra. Lo que no se puede marcar así no se entrega.
    .title = Qué dice de cómo se hizo
hushreel-privacy-3-6-v7 = Con cada video guardo en qué comunidad lo empezaste, para que su regla y su presupuesto valgan desde donde sea que lo envíes. Solo a ti se te dice. Se va con el video, y con la comunidad.
    .title = Dónde se empezó
