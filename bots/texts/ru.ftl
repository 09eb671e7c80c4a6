# What Hushreel says in a conversation, in Russian. Knowledge's sentences are in knowledge/words.
# Sentences may use SIZE($bytes) and DURATION($milliseconds). Words of people come in as values, never as marks.
# «вы» in lower case. DURATION() gives the nominative: a sentence must not ask for another case.

## Values

pattern-moment = d MMM y 'г.', HH:mm
video-titled = «{ $title }» (#{ $number })
video-untitled = Без названия (#{ $number })

## The demo

## The demo's pages: what the browser says by itself

page-title = Демонстрация Hushreel
page-door-about = Сделайте видео и убедитесь своими глазами, кто ещё может его найти. Здесь есть три роли; откройте их рядом, каждую в своей вкладке.
page-door-owner = Сделайте видео, спросите, кто может его увидеть, удалите его.
page-door-member = Попробуйте найти то, что вы сделали. Удачи.
page-door-moderator = Тоже не найдёт ни одного приватного видео. Попробуйте.
page-door-note = Эта страница работает только на этой машине и только по адресу, который был показан при запуске. Всё остаётся здесь.
page-people = Роли
page-conversation = Разговор
page-drop = Отпустите файлы, чтобы сделать из них видео
page-commands = Команды
page-files = Файлы для отправки
page-add = Добавить картинки, звук или ролик
page-ask = Вопрос, файлы или /
page-message = Сообщение
page-send = Отправить
page-send-command = Отправить /{ $command }
page-close = Закрыть
page-optional = { $option } (необязательно)
page-choose = Выбрать файл
page-choose-for = Выбрать файл для «{ $option }»
page-sending = Отправляется { $file }
page-waiting = Связь прервалась. Отправка продолжится сама.
page-unreadable = { $file } больше не читается. Ничего не отправлено: выберите файл заново.
page-record = Записать голосовое сообщение
page-record-end = Закончить запись
page-record-refused = Браузер не дал мне микрофон. Разрешите его для этой страницы или добавьте файл.
page-voice-note = Голосовое сообщение
page-pasted = вставленный файл
page-remove = Убрать { $file }
page-source = Источник { $number }
page-sources = Источники ({ $count })
page-version = , версия { $version }, { $certainty }
page-once-title = Видео на один раз
page-once-lead = За этой кнопкой видео только для вас. Оно откроется один раз; после этого ссылка ничего не откроет.
page-once-opening = Открываю.
page-once-opened = Эта ссылка уже использована. Когда вы закроете страницу, видео на ней не останется.
page-once-gone = Эту ссылку уже открывали, она устарела или она не ваша. Попросите видео в чате, чтобы получить новую.
page-once-broken = Передача оборвалась, а ссылка уже использована. Попросите видео в чате, чтобы получить новую.
page-once-video = Ваше видео
page-papers = Документы
page-languages = Языки
page-clause-unnumbered = без номера
page-clause-version = Версия { $version }
page-clause-dated = Версия { $version }, { $date }
page-clause-source = { $certainty } ({ $source })
page-clause-proofs = доказано { $count ->
    [one] { $count } тестом
    [few] { $count } тестами
    [many] { $count } тестами
   *[other] { $count } теста
  }
page-gone = Hushreel больше не отвечает этой странице. Если его запустили заново, откройте адрес, который он показал при запуске.
page-broken = Здесь что-то сломалось, и ничего не сохранено. Попробуйте ещё раз; подробности есть в журнале этой машины.

demo-owner = Вы
demo-member = Другой участник
demo-moderator = Модератор
demo-welcome-owner = Здравствуйте. Дайте мне фотографии, голос, ролик или несколько слов, и я сделаю из них короткое видео прямо на этой машине. Никто из других участников не сможет его открыть. Введите /, чтобы увидеть, что я умею.
demo-welcome-member = Теперь вы другой участник того же места. Попробуйте найти видео первого человека: ответ будет таким же, как для видео, которого не существует.
demo-welcome-moderator = Теперь вы модератор того же места. Приватные видео закрыты и для вас: попробуйте найти хотя бы одно.
hint-create = /create prompt: спокойное море на закате
hint-picture = + Добавить своё фото
hint-private = моё видео приватное?
hint-find = /videos #1
hint-policy = Kling обучается на моих картинках?

## Commands and their options

command-create = Сделать видео из слов, картинок, звука или ролика
option-create-prompt = Что показать или как камера движется по вашей картинке
option-create-image = Ваша картинка: JPEG, PNG, WebP, HEIC, AVIF или GIF
option-create-end_image = Вторая картинка: ею видео закончится
option-create-audio = Голос или музыка; видео длится столько же и движется вместе с ними
option-create-video = Ваш ролик: его можно обрезать, стабилизировать, замедлить или перерисовать
option-create-shape = Широкое, высокое или квадратное (если не выбирать, ближайшее к тому, что вы дали)
option-create-seconds = Длительность, от 1 до 60 секунд (5 или столько, сколько длится ваш звук или ролик)
option-create-more = Выбрать остальное до начала работы: эффект, часть, текст поверх картинки
command-videos = Ваши видео или одно из них
option-videos-video = #1, слова из названия или last (последнее)
command-privacy = Кто видит, кто использует, где копии, как долго хранится, что останется
option-privacy-video = #1, слова из названия или last (последнее); без этого: всё, что у вас здесь есть
command-ask = Спросить, что сказано в документах
option-ask-question = Ваш вопрос простыми словами
command-enddate = Выбрать, когда видео будет стёрто
option-enddate-video = #1, слова из названия или last (последнее)
option-enddate-until = Дата, например 2026-12-24, или срок от этой минуты: 3d (3 дня), 12h (12 часов)
command-delete = Стереть видео навсегда
option-delete-video = #1, слова из названия или last (последнее)
command-settings = Ваш часовой пояс и язык, как приходят видео и сколько они хранятся
option-settings-time_zone = Ваш часовой пояс, например Europe/Moscow или Asia/Almaty
option-settings-language = Язык, на котором я с вами говорю
option-settings-delivery = Как к вам приходит видео: в чат или по ссылке, которая открывается один раз
command-setup = Как я работаю на этом сервере: места, модераторы, спойлеры, чьи картинки (для администраторов)
command-help = Что я умею и с чего начать
command-about = Кто обслуживает этот сервис, какая версия и на каких условиях

## Privacy and questions

button-private = Оно приватное?
button-other-video = { $video }
privacy-of = О видео **{ $video }**:
privacy-as-well = А другое видео приватное?
privacy-one-of-them = Спросите об одном из них:
privacy-nearest = Самое близкое, что есть в текстах:
privacy-whole-policy = Прочитать политику целиком

## create

card-draft = **{ $video }**: черновик. Пока ничего не сделано, и никто из других участников не может его открыть.
plan-given = Вы дали
given-list = { $what }
given-words = слова
given-picture = { $count ->
    [one] { $count } картинка
    [few] { $count } картинки
    [many] { $count } картинок
   *[other] { $count } картинки
  }
given-sound = { $count ->
    [one] { $count } звук
    [few] { $count } звука
    [many] { $count } звуков
   *[other] { $count } звука
  }
given-clip = { $count ->
    [one] { $count } ролик
    [few] { $count } ролика
    [many] { $count } роликов
   *[other] { $count } ролика
  }
plan-shape = Формат
shape-wide = широкое, 16:9
shape-tall = высокое, 9:16
shape-square = квадратное, 1:1
plan-length = Длительность
plan-seconds = { $seconds } с
plan-start = Начало
plan-start-at = через { $seconds } с от начала того, что вы дали
plan-effect = Эффект
effect-none = нет
effect-stabilise = стабилизация
effect-slow = замедление
effect-extend = продление
effect-cartoon = как мультфильм
effect-pencil = как рисунок карандашом
effect-paint = как живопись
plan-prompt = Слова
plan-text = Текст поверх картинки
draft-form = Что изменить в { $video }?
draft-prompt = Что показать или как движется камера
draft-text = Текст поверх картинки; если оставить пустым, его не будет
draft-part = Длительность в секундах (8) или часть вашего звука или ролика (12-20)
draft-shape = Формат
draft-effect = Эффект
button-start = Сделать
button-change = Изменить
button-rework = Изменить и сделать заново
button-extend = Продлить
card-first-minute = Длительность того, что вы дали: { DURATION($given) }. Я оставляю первую минуту и забываю остальное: если вам нужна другая часть, вырежьте её до отправки.
card-making = **{ $video }, { $seconds } с**: принято. Никто из других участников не может его открыть.
progress-next = Следующее в очереди.
progress-place = Перед ним в очереди { $place } видео.
progress-begin = Начинаю.
progress-share = Рисую: готово { $percent } %.
progress-end = Соединяю изображение и звук.
progress-unsure = Пока не знаю, чем кончилось. Выясню.
card-ready = **{ $video }, { $seconds } с**: готово. { $who }
card-alt = Видео { $video }
once-lead = Открывается один раз, только для вас; срок ссылки: { DURATION($hours_ms) }. В чате копии не остаётся. Попросите видео ещё раз, чтобы получить другую ссылку.
button-open-once = Открыть один раз
card-ends = Будет стёрто здесь
card-left-out = Не вошло: { $cannot }. Встроенная анимация этого нарисовать не может.
card-unchanged = Встроенная анимация двигает камеру. В самой картинке ничего не меняется, поэтому не вошло: { $cannot }.
card-cancelled = { $video }: остановлено. То, что вы прислали, остаётся приватным.
card-failed = { $video }: сделать не удалось. { $why } То, что вы прислали, остаётся приватным.
failure-disk_full = На этой машине кончилось место. Сообщите тому, кто её обслуживает.
failure-worker_limit = Понадобилось больше времени или памяти, чем я отвожу на одно видео. Поможет меньше секунд или картинка поменьше.
failure-picture_unreadable = Одну из ваших картинок не удалось прочитать. Сохраните её как JPEG или PNG и пришлите ещё раз.
failure-sound_unreadable = Ваш звук не удалось прочитать. Сохраните его как MP3, M4A или WAV и пришлите ещё раз.
failure-clip_unreadable = Ваш ролик не удалось прочитать. Сохраните его как обычный MP4 и пришлите ещё раз.
failure-start_past_end = То, что вы дали, заканчивается раньше, чем должно начаться видео. Выберите момент пораньше.
failure-text_cannot_be_drawn = В тексте поверх картинки есть знаки, которые я не умею рисовать. Измените его.
failure-unexpected = Здесь что-то сломалось; тот, кто обслуживает сервис, увидит причину в журнале. Часто помогает вторая попытка.
made-motion-picture = Встроенная анимация, на этом сервере: камера движется по вашей картинке, это не ИИ. Ни одному генератору ничего не отправлено.
made-motion-pictures = Встроенная анимация, на этом сервере: переход от одной вашей картинки к следующей, это не ИИ. Ни одному генератору ничего не отправлено.
made-motion-clip = Встроенная анимация, на этом сервере: ваш собственный ролик, обработанный без ИИ. Ни одному генератору ничего не отправлено.
made-motion-sound = Встроенная анимация, на этом сервере: сцена движется вместе с вашим звуком, это не ИИ. Ни одному генератору ничего не отправлено.
made-motion-words = Встроенная анимация, на этом сервере: сцена нарисована по вашим словам, это не ИИ. Ни одному генератору ничего не отправлено.
seen-private = Никто из других участников не может его открыть.
seen-selected = Его могут открыть люди, которых вы выбрали.
seen-community = Его может открыть ваше сообщество.
seen-public = Его может открыть кто угодно.
button-cancel = Отменить
button-again = Ещё раз
button-more = Ещё
button-back = Назад
button-abstract = Сделать абстрактную сцену
scene-abstract = абстрактная сцена
scene-sea = море
scene-lake = озеро
scene-forest = лес
scene-mountains = горы
scene-city = город
scene-space = космос
scene-rain = дождь на окне
scene-desert = пустыня
scene-snow = снег
scene-sky = небо
scene-fire = огонь
scene-underwater = подводный мир
scene-aurora = северное сияние
scene-field = поле

## library

videos-lead = Ваши видео, сначала новые. Выберите одно.
videos-none = У вас здесь нет видео. Чтобы сделать его, пришлите мне картинку или введите { $command } и несколько слов.
videos-entry = { $video }, { $seconds } с, { $state }
state-asked = черновик
state-queued = ждёт
state-making = делается
state-ready = готово
state-failed = не сделано
state-cancelled = остановлено
state-unsure = пока неясно
which-video = Подходит несколько. Какое из них?
button-newer = Новее
button-earlier = Раньше
card-more = Что ещё сделать с видео { $video }?
button-download = Скачать
button-enddate = Дата стирания
button-rename = Переименовать
rename-form = Другое название для { $video }
rename-title = Название; его видите только вы. Оставьте пустым, и будут первые слова вашего описания
enddate-form = Когда стереть { $video }? Не позже чем через { DURATION($most_ms) } после готовности
enddate-until = Дата, например 2026-12-24, или срок от этой минуты: 3d (3 дня), 12h (12 часов)
rename-done = Название изменено. Раньше было { $before }.
enddate-lead = { $video } будет стёрто { $when }. Выберите другую дату:
button-end_1d = На 1 день позже
button-end_7d = На 7 дней позже
button-end_max = Как можно позже: { $when }
button-another-date = Другая дата
press-used = Это уже сделано. Вот как обстоит дело сейчас.
press-late = Что-то произошло раньше. Вот как обстоит дело сейчас.
press-expired = Эта кнопка слишком старая. Вот новая, если ещё есть что нажимать.

## delete

delete-confirm = Стереть **{ $video }** навсегда? Корзины нет: видео исчезнет вместе со всем, что вы для него дали. Файлы, которые вы скачали, остаются у вас.
button-delete = Удалить
button-download-first = Сначала скачать
button-erase = Стереть навсегда
button-keep = Оставить
card-erasing = Видео #{ $number } закрыто для всех и стирается. Квитанция появится здесь.
receipt-lead = **Видео #{ $number }** удалено, { $when }. Квитанция { $receipt }.
receipt-done = Стёрто: { $what }.
erased-video = видео
erased-poster = его обложка
erased-preview = его превью
erased-inputs = картинки, звуки и ролики, которые вы дали
erased-pictures = ваши картинки
erased-prompt = ваши слова
erased-title = название
erased-file_names = имена файлов
erased-keys = ключи, которыми всё это было зашифровано
erased-history = его история
erased-chat_files = наш файл в чате
receipt-waiting = Ожидает: { $what }.
waiting-chat_files = файл в чате: уберём его, как только позволит платформа
receipt-recall = Отозвать нельзя: { $what }.
recall-saved_by_people = то, что кто-либо сохранил себе
recall-spare_cells_and_snapshots_hold_sealed_bytes_only = зашифрованные байты в резервных ячейках или снимках диска, ключей от которых больше нет
recall-ephemeral_files = файл в сообщении, которое видите только вы: через 15 минут его уже не убрать
receipt-signed = Подписано: это показывает, что мы заявляем, а не то, что других копий нет.
button-receipt = Сохранить квитанцию

## Settings

settings-lead = Вот как я с вами говорю:
settings-zone = Часовой пояс
settings-now = Ваше время сейчас
settings-language = Язык
language-en = English
language-es = Español
language-pt = Português
language-zh = 中文（简体）
language-ru = Русский
language-automatic = как на вашей платформе
settings-language-automatic = { $language } (как на вашей платформе)
settings-kept = Сколько хранится новое видео
settings-kept-value = { DURATION($retention) } после готовности, затем стирается. { $command } переносит дату одного видео, но не дальше чем на { DURATION($most) } после готовности.
settings-delivery = Видео приходят как
delivery-file = видео в чате
delivery-link = ссылка, которая открывается один раз
settings-speak = На каком языке мне говорить?
settings-deliver = Как присылать видео? Если по ссылке, в чате копии не остаётся.
settings-change = Изменить часовой пояс
settings-form = Ваш часовой пояс
settings-form-zone = Место, например Europe/Moscow
settings-saved = Сохранено. Теперь я говорю с вами так:
settings-same = Менять нечего: так уже настроено.

## Setup: what a community's admins choose

setup-elsewhere = Сервер или группа настраивается на месте. Введите { $command } там, где есть я и где вы вправе управлять.
setup-lead = Вот как я здесь работаю. Изменить это может тот, кто вправе управлять этим сервером.
setup-showcase = Место для витрины
setup-review = Место для проверки
setup-chosen = выбрано, смотрите ниже
setup-none = не выбрано
setup-moderators = Модераторы
setup-moderators-count = { $count ->
    [0] не выбраны
    [one] { $count } роль или человек
    [few] { $count } роли или человека
    [many] { $count } ролей или человек
   *[other] { $count } роли или человека
  }
setup-spoilers = Спойлеры на витрине
setup-spoilers-on = Прятать до нажатия
setup-spoilers-off = Показывать открыто
setup-pictures = Видео из меню сообщения
setup-pictures-own = Только из своих картинок
setup-pictures-anyone = Из чьих угодно картинок
setup-review-read = **Все, кто может читать место для проверки,** увидят там то, что ждёт решения. Выберите такое, которое читают только ваши модераторы.
setup-later = Чьи картинки можно брать, действует сразу. Остальное я храню для публикации, которой ещё не умею: до тех пор я ничего здесь не показываю.
setup-lost-deleted = { $spot }: то, что вы выбрали, удалено, и теперь не выбрано ничего. Больше ничего не изменилось.
setup-lost-closed = { $spot }: я не могу писать там, где вы выбрали, и теперь не выбрано ничего. Больше ничего не изменилось.
setup-pick-showcase = Место для витрины
setup-pick-review = Место для проверки
setup-pick-moderators = Модераторы: роли и люди
setup-ask-spoilers = То, что показано на витрине:
setup-ask-pictures = Из чьих картинок участники могут делать видео через меню сообщения? Если картинка чужая, я спрошу, кто на ней.

## Notices to a community's admins

notice-lost-deleted = На сервере **{ $server }** удалён канал, который вы выбрали для меня ({ $spot }). Теперь не выбрано ничего, больше ничего не изменилось. Выберите другой через { $command }.
notice-lost-closed = На сервере **{ $server }** я не могу писать в канал, который вы выбрали для меня ({ $spot }). Теперь не выбрано ничего, больше ничего не изменилось. Разрешите мне видеть его и отправлять туда сообщения, ссылки и файлы, а потом выберите его снова через { $command }.

## Help and about

help-lead = Я делаю короткие видео из ваших слов, картинок, звуков и роликов и держу каждое приватным: никто из других участников не может его открыть.
help-start = Чтобы начать, пришлите мне картинку, голосовое сообщение или ролик, или введите { $command } и несколько слов.
help-question = Можно и просто спросить: «моё видео приватное?», «как долго вы его храните?»
help-command = { $command }
help-stop = Остановить видео можно кнопкой «Отменить» на его карточке. Стереть его можно так: { $command }. Корзины нет, а вы получите подписанную квитанцию.
about-version = Версия
about-operator = Оператор
about-operator-unnamed = тот, кто запустил это на этой машине (имя не указано)
about-contact = Связь
about-contact-none = не указана
about-licence = Лицензия
about-licence-value = Apache-2.0, открытый код
about-motion = Встроенная анимация
about-motion-value = двигает камеру по вашей картинке или рисует сцену. Это не ИИ, и ничто не покидает эту машину.
about-policy = Политика конфиденциальности
about-terms = Условия

## Discord: как выглядят карточки

discord-field = **{ $name }:** { $value }
discord-choose = Выберите здесь
discord-sources = Источники ({ $count })
discord-source = , версия { $version }, { $certainty }
discord-page-none = { $pages }: веб-страницы для этого здесь нет. Спросите меня командой { $ask }.
discord-link-none = Ссылок здесь нет, потому что веб-адрес не настроен. Выберите видео в чате командой { $settings }.
discord-file-stays = Файл выше находится у Discord. Через 15 минут я уже не смогу забрать его оттуда.
discord-file-smaller = Уменьшено для этого чата: он принимает файлы до { SIZE($limit_bytes) }. То, что хранится у меня, не изменилось.
discord-file-linked = Слишком велико для этого чата: он принимает файлы до { SIZE($limit_bytes) }. Видео придёт ссылкой, которая открывается один раз.
discord-files-form = Добавить файлы
discord-files = До 10 картинок, звуков или клипов

## What went wrong, and what to do next

error-command_unknown = Я не знаю /{ $command }. Введите /help, чтобы увидеть, что я умею.
error-request_malformed = Не получилось это прочитать. Перезагрузите страницу и отправьте ещё раз.
error-option_malformed = То, что вы указали для «{ $option }», не подходит. Посмотрите на пример рядом и попробуйте ещё раз.
error-too_many_files = Здесь я { $limit ->
    [0] не принимаю файлов
    [one] принимаю не больше { $limit } файла
    [few] принимаю не больше { $limit } файлов
    [many] принимаю не больше { $limit } файлов
   *[other] принимаю не больше { $limit } файла
  }, а вы прислали { $given }. Ничего не сохранено. Отправьте ещё раз, но меньше.
error-unexpected = Здесь что-то сломалось. Попробуйте ещё раз; если это повторится, назовите тому, кто обслуживает сервис, номер { $reference }.
error-option_unknown = У команды /{ $command } нет поля «{ $option }». Введите /, чтобы увидеть, какие есть.
error-words_malformed = В этих словах есть половина символа, её никто не прочтёт. Наберите их ещё раз.
error-option_missing = Для /{ $command } нужно «{ $option }». Введите /help, чтобы увидеть, с чего начать.
error-question_missing = Спросите меня о чём-нибудь, например: моё видео приватное?
error-question_too_long = Длина этого вопроса в символах: { $given }; я читаю до { $limit }. Спросите, пожалуйста, короче.
error-time_zone_unknown = Я не знаю такого часового пояса. Укажите регион и город, например Europe/Moscow; подойдёт и UTC.
error-video_not_found = Такого видео у вас я не нахожу. /videos покажет, что у вас есть.
error-asset_not_found = Этого файла больше нет. /videos покажет, что у вас есть.
error-unrelated = Вам этого делать нельзя. /videos покажет, что можно.
error-end_date_in_past = Это время уже прошло. Укажите более позднее; чтобы стереть видео прямо сейчас, введите /delete.
error-end_date_too_late = Это слишком поздно: дольше чем до { $latest_ms } это видео здесь хранить нельзя. Укажите время пораньше.
error-erasing = Это видео стирается. С ним больше ничего нельзя сделать.
error-held = Это видео приостановлено из-за жалобы. Вы по-прежнему можете открыть его, спросить о нём и удалить его.
error-banned = Модераторы этого сообщества не разрешают вам там публиковать.
error-prompt_or_picture_needed = Дайте мне несколько слов, картинку, звук или ролик. Например: /create prompt: спокойное море на закате
error-text_too_long = Длина текста для картинки в символах: { $given }; можно не больше { $limit }. Ничего не сохранено. Сократите его и отправьте ещё раз.
error-inputs_dont_mix = Я принимаю либо картинки (не больше { $limit }) и один звук, либо один ролик и один звук, а вы прислали другое (картинки: { $pictures }, ролики: { $clips }, звуки: { $sounds }). Ничего не сохранено. Пришлите меньше.
error-effect_needs_clip = Для этого эффекта нужен ролик, а вы его не дали. Выберите другой эффект или пришлите ролик.
error-effect_needs_picture = Для этого эффекта нужна картинка или ролик, а вы их не дали. Пришлите что-то из этого или не выбирайте эффект.
error-start_after_end = То, что вы дали, заканчивается раньше, чем должно начаться видео ({ DURATION($start_ms) }). Выберите момент пораньше.
error-part_malformed = Не могу прочитать эту часть. Напишите длительность в секундах, например 8, или откуда и докуда, например 12-20.
error-prompt_too_long = Длина этого описания в символах: { $given }; можно не больше { $limit }. Ничего не сохранено. Сократите и отправьте ещё раз.
error-seconds_out_of_range = Видео может длиться от { $shortest } до { $longest } с; вы попросили { $given } с.
error-route_unknown = Этот способ делать видео здесь не настроен. Что есть: { $can }.
error-cannot_draw = Встроенная анимация не может это нарисовать: { $cannot }. Зато она рисует: { $can }; а ещё умеет вести камеру по вашей картинке.
error-too_many_unfinished = Сейчас у вас в очереди и в работе { $limit } видео, больше сразу нельзя. Дождитесь одного или отмените одно.
error-worker_limit = На это ушло больше времени или памяти, чем я отвожу на одно видео. Попробуйте картинку поменьше, меньше секунд или слова попроще.

error-file_empty = Этот файл пустой. Ничего не сохранено. Выберите другой.
error-file_too_large = Этот файл больше, чем { SIZE($limit_bytes) }, а больше я не принимаю. Ничего не сохранено. Пришлите файл поменьше.
error-file_kind_unknown = { $kind ->
    [text] На самом деле этот файл текстовый, что бы ни говорило его имя.
    [unknown] Я не знаю, что это за файл.
   *[other] Файл такого вида я использовать не могу ({ $kind }).
  } Ничего не сохранено. Я принимаю картинки (JPEG, PNG, WebP, HEIC, AVIF, GIF), звуки (WAV, MP3, M4A, FLAC, OGG) и ролики (MP4, MOV, WebM, MKV).
error-picture_damaged = Эта картинка обрезана или повреждена. Ничего не сохранено. Сохраните её заново или выберите другую.
error-picture_too_many_pixels = Размер этой картинки в пикселях: { $width } × { $height }; всего я принимаю до { $limit_pixels }. Ничего не сохранено. Уменьшите её.
error-picture_too_small = Размер этой картинки в пикселях: { $width } × { $height }; короткая сторона должна быть не меньше { $limit_side }. Ничего не сохранено. Выберите картинку побольше.
error-picture_too_narrow = Размер этой картинки в пикселях: { $width } × { $height }; длинная сторона может превышать короткую самое большее в { $limit_ratio } раз. Ничего не сохранено. Обрежьте её и отправьте ещё раз.
error-codec_unknown = Содержимое этого файла я открыть не могу ({ $codec }). Ничего не сохранено. Сохраните его как обычный MP4 или MP3 и пришлите ещё раз.
error-file_without_media = В этом файле нечего смотреть и нечего слушать. Ничего не сохранено. Выберите другой.
error-sound_damaged = Этот звук обрезан или повреждён. Ничего не сохранено. Сохраните его заново или выберите другой.
error-sound_empty = В этом файле нечего слушать. Ничего не сохранено. Выберите другой.
error-sound_too_long = Длительность этого звука: { DURATION($given_ms) } или больше; я принимаю самое большее { DURATION($limit_ms) }. Ничего не сохранено. Обрежьте его и пришлите ещё раз.
error-sound_too_many_channels = Каналов в этом звуке: { $given }; я принимаю до { $limit }. Ничего не сохранено. Сохраните его в стерео и пришлите ещё раз.
error-sound_rate_out_of_range = Частота этого звука в герцах: { $given }; я принимаю от { $lowest } до { $highest }. Ничего не сохранено. Сохраните его с частотой 48000 и пришлите ещё раз.
error-clip_damaged = Этот ролик обрезан или повреждён. Ничего не сохранено. Сохраните его заново или выберите другой.
error-clip_too_long = Длительность этого ролика: { DURATION($given_ms) } или больше; я принимаю самое большее { DURATION($limit_ms) }. Ничего не сохранено. Обрежьте его и пришлите ещё раз.
error-clip_too_many_pixels = Размер этого ролика в пикселях: { $width } × { $height }; всего я принимаю до { $limit_pixels }. Ничего не сохранено. Уменьшите его, например до 1920 × 1080.
error-clip_too_small = Размер этого ролика в пикселях: { $width } × { $height }; короткая сторона должна быть не меньше { $limit_side }. Ничего не сохранено. Выберите ролик побольше.
error-clip_too_narrow = Размер этого ролика в пикселях: { $width } × { $height }; длинная сторона может превышать короткую самое большее в { $limit_ratio } раз. Ничего не сохранено. Обрежьте его и пришлите ещё раз.
error-clip_too_fast = Кадров в секунду в этом ролике: { $given }; я принимаю до { $limit }. Ничего не сохранено. Сохраните его с меньшим числом кадров и пришлите ещё раз.
error-clip_too_many_frames = Кадров в этой движущейся картинке: { $given }; я принимаю до { $limit }. Ничего не сохранено. Сократите её или сохраните как ролик.
error-picture_unreadable = Сделать видео из этой картинки не получилось. Сохраните её как JPEG или PNG и попробуйте ещё раз.
error-clip_unreadable = Прочитать этот ролик не получилось. Сохраните его как обычный MP4 и попробуйте ещё раз.
error-sound_unreadable = Прочитать этот звук не получилось. Сохраните его как MP3, M4A или WAV и попробуйте ещё раз.
error-start_past_end = То, что вы дали, длится { $length_s } с, и начинать уже не с чего. Выберите момент пораньше.
error-text_cannot_be_drawn = Эти знаки я не умею рисовать поверх картинки: { $letters }. Уберите их и попробуйте ещё раз.
error-disk_full = На этой машине не осталось места, поэтому ничего не сохранено. Сообщите тому, кто её обслуживает; немного места освободится, если удалить одно из ваших видео.
error-title_too_long = Длина этого названия в символах: { $given }; можно не больше { $limit }. Сократите его.
error-end_malformed = Не могу прочитать эту дату. Напишите 2026-12-24 или срок от этой минуты: 3d (3 дня), 12h (12 часов).
error-video_moved_on = { $state ->
    [ready] Это видео уже готово.
    [failed] Это видео тем временем сделать не удалось.
    [cancelled] Это видео уже отменено.
    [erasing] Это видео стирается. С ним больше ничего нельзя сделать.
    [gone] Этого видео уже нет.
   *[other] Что-то оказалось быстрее: с этим видео уже что-то произошло.
  } /videos покажет, как дела сейчас.
error-publication_moved_on = Кто-то успел раньше: это уже решено или отозвано. Ничего не изменилось.
error-press_unknown = Эта кнопка слишком старая или не моя. Введите /videos, чтобы получить новую.
error-press_strange = Эта кнопка чужая.
error-press_used = Эту кнопку уже нажали. Вот как обстоит дело сейчас.
error-wish_forgotten = Я уже не помню, о чём это было. Попросите видео заново с помощью /create.
error-link_not_found = Эту ссылку уже открывали, она устарела или она не ваша. Попросите видео ещё раз, чтобы получить новую.
error-upload_not_found = Этой загрузки больше нет. Ничего из неё не сохранено. Выберите файл заново.
error-upload_unfinished = Этот файл ещё не пришёл целиком. Подождите, пока заполнится его полоса, и отправьте снова.
error-upload_overlong = Этот файл оказался длиннее, чем было сказано. Ничего из него не сохранено. Выберите его заново.
error-too_many_uploads = Одновременно я держу ваших файлов: { $limit }, и столько уже есть. Отправьте их или уберите один, а потом добавьте этот.
error-uploads_too_large = Одновременно я держу ваши файлы общим размером до { SIZE($limit_bytes) }, а с этим выйдет больше. Отправьте сначала другие или уберите один.

## Discord: what commands and options are called there

name-create = создать
name-create-prompt = слова
name-create-image = картинка
name-create-end_image = картинка_в_конце
name-create-audio = звук
name-create-video = ролик
name-create-shape = формат
name-create-seconds = секунды
name-create-more = ещё
name-videos = мои_видео
name-videos-video = видео
name-privacy = приватность
name-privacy-video = видео
name-ask = спросить
name-ask-question = вопрос
name-enddate = срок
name-enddate-video = видео
name-enddate-until = до
name-delete = стереть
name-delete-video = видео
name-settings = настройки
name-settings-time_zone = часовой_пояс
name-settings-language = язык
name-settings-delivery = доставка
name-setup = настройка_сервера
name-help = помощь
name-about = о_сервисе

## Discord: the menu of a message, and mentions in servers

menu-picture = Сделать видео из картинки
menu-private = Это приватно?
menu-report = Пожаловаться
button-answer-privately = Ответить мне лично
door-answer-lead = { $person }, я отвечаю только лично, чтобы больше никто не читал.
door-question-gone = Этого вопроса больше нет: я держу вопросы только в памяти, не дольше десяти минут, и отвечаю один раз. Задайте его через { $command }; больше никто этого не увидит.
door-not-mine = Это сообщение не моё, или в нём нет вашего видео, поэтому я ничего о нём не знаю. Кто может его прочитать, решает Discord: все, кто видит этот канал сейчас или увидит потом, и сам Discord. Для ваших видео есть { $command }.
door-report = Ничего из того, что здесь делают, я другим не показываю, поэтому моих публикаций, которые можно снять, нет. Любое другое сообщение могут удалить модераторы этого сервера, а Discord принимает жалобы через «Пожаловаться на сообщение». За то, что делаю я, отвечает { $operator }: { $contact }.
error-picture_of_another = Эту картинку выложил кто-то другой, поэтому я её не трогаю. Возьмите ту, что выложили сами, или добавьте свою через /create.
error-message_without_picture = В этом сообщении нет картинки. Выберите то, к которому картинка приложена; ссылка на неё не считается.
error-upload_broken = Этот файл оборвался по дороге. Ничего из него не сохранено. Отправьте его ещё раз.
error-not_admin = Изменить, как я здесь работаю, могут только те, кто вправе управлять этим сервером.
error-community_not_found = Этот сервер здесь не настроен, или меня на нём больше нет. Введите /setup на том сервере, который имеете в виду.
error-places_alike = Витрина и проверка не могут быть в одном месте: там все увидели бы то, что ещё не решено. Ничего не изменилось. Выберите другое место.
error-too_many_moderators = Вы выбрали модераторов: { $given }; больше { $limit } нельзя. Ничего не изменилось. Роль считается за одного.
error-id_malformed = Не могу прочитать этот выбор. Ничего не изменилось. Выберите ещё раз.
error-everybody_moderates = Эта роль есть у всех: модератором стал бы каждый. Ничего не изменилось. Выберите другую.

## Discord: what comes late, or broke off

discord-broke-off = Это прервалось здесь, не закончившись. Посмотрите { $command } или попросите ещё раз.
discord-late = Пока ваш личный чат со мной был закрыт, { $count ->
    [one] завершилось { $count } ваше видео.
    [few] завершились { $count } ваших видео.
   *[many] завершились { $count } ваших видео.
  }
button-show-me = Показать { $video }
button-open-form = Открыть форму
