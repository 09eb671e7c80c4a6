# What Hushreel says in a conversation, in English. Knowledge's sentences (verdicts, clauses) are in knowledge/words.
# Sentences may use SIZE($bytes) and DURATION($milliseconds). Words of people come in as values, never as marks.

## Values

pattern-moment = EEE d MMM y, HH:mm
video-titled = “{ $title }” (#{ $number })
video-untitled = Untitled (#{ $number })

## The demo

## The demo's pages: what the browser says by itself

page-title = Hushreel demo
page-door-about = Make a video, and see with your own eyes who else can find it. There are three people to be here; open them side by side, each in a tab of its own.
page-door-owner = Make a video, ask who can see it, publish it, take it back, delete it.
page-door-member = Try to find what you made. Good luck. What is published stands in the showcase.
page-door-moderator = Finds no private video either, and decides what is published.
page-door-note = This page works on this machine only, and only by the address that was printed.
page-people = People to be
page-conversation = Conversation
page-drop = Drop your files to make a video of them
page-commands = Commands
page-files = Files to send
page-add = Add pictures, a sound or a clip
page-ask = Ask, add files, or type /
page-message = Message
page-send = Send
page-send-command = Send /{ $command }
page-close = Close
page-optional = { $option } (optional)
page-choose = Choose a file
page-choose-files = Choose files
page-choose-for = Choose a file for { $option }
page-sending = Sending { $file }
page-waiting = The connection is broken. It goes on by itself.
page-unreadable = { $file } can't be read any more. Nothing was sent: choose it again.
page-record = Record a voice note
page-record-end = End the voice note
page-record-refused = The browser didn't let me use the microphone. Allow it for this page, or add a file.
page-voice-note = Voice note
page-pasted = a pasted file
page-remove = Remove { $file }
page-source = Source { $number }
page-sources = Sources ({ $count })
page-version = , version { $version }, { $certainty }
page-once-title = A video, once
page-once-lead = Behind this button is a private video. It opens once; after that, this link opens nothing.
page-once-opening = Opening it.
page-once-opened = This link is used now. When you close this page, the video is gone from it.
page-once-gone = This link opens nothing now: it was used, it is too old, or its video is gone. Ask for the video in the chat to get a new one.
page-once-many = Too many links that open nothing came from your network. Wait ten minutes, then try yours again: it isn't used up.
page-once-broken = It broke off, and the link is used. Ask for the video in the chat to get a new one.
page-once-video = Your video
page-papers = Papers
page-history = Every version of our papers
page-versions = Versions
page-languages = Languages
page-clause-unnumbered = without a number
page-clause-version = Version { $version }
page-clause-dated = Version { $version }, { $date }
page-clause-source = { $certainty }, from { $source }
page-clause-noted = noted { $date }
page-clause-proofs = proved by { $count ->
    [one] 1 test
   *[other] { $count } tests
  }
page-gone = Hushreel doesn't answer this page any more. If it was started anew, open the address that it printed.
page-broken = Something broke here, and nothing was kept. Try again; the log of this machine says more.

demo-owner = You
demo-member = Another member
demo-moderator = A moderator
demo-welcome-owner = Hello. Give me photos, a voice, a clip or a few words, and I make a short video of it here on this machine. No other member can open it. Type / to see what I can do.
demo-welcome-member = You are now another member of the same place. Try to find the first person's videos: you get the same answer as for a video that doesn't exist.
demo-welcome-moderator = You are now a moderator of the same place. Private videos are closed to you too: try to find one. What somebody asks to publish, you decide here or at the desk.
hint-create = /create prompt: a calm sea at sunset
hint-picture = + Add a photo of yours
hint-private = is my video private?
hint-find = /videos #1
hint-policy = Does Kling train on my pictures?

## Commands and their options

command-create = Make a video from words, pictures, a sound or a clip
option-create-prompt = What to show, or how the camera moves over your picture
option-create-image = A picture of yours: JPEG, PNG, WebP, HEIC, AVIF or GIF
option-create-end_image = A second picture, for the video to end with
option-create-audio = A voice or a piece of music; the video lasts as long and moves with it
option-create-video = A clip of yours, to cut, steady, slow down or draw anew
option-create-shape = Wide, tall or square (nearest to what you give, if you don't choose)
option-create-seconds = How long, 1 to 60 seconds (5, or as long as your sound or clip)
option-create-more = Choose the rest before it is made: effect, part, text over the picture
command-videos = Your videos, or one of them
option-videos-video = #1, words of its title, or last
command-privacy = Who sees it, who uses it, where copies are, until when, what stays
option-privacy-video = #1, words of its title, or last; without it, everything you have here
command-ask = Ask what the papers say
option-ask-question = Your question, in plain words
command-enddate = Choose when a video is erased
option-enddate-video = #1, words of its title, or last
option-enddate-until = A date such as 2026-12-24, or a time from now such as 3d or 12h
command-delete = Erase a video for good
option-delete-video = #1, words of its title, or last
command-settings = Your time zone and language, how videos come, and how long they are kept
option-settings-time_zone = Where your clock is, such as Europe/Berlin or America/New_York
option-settings-language = The language I speak to you
option-settings-delivery = How a video comes to you: in the chat, or by a link that opens once
command-setup = How I work in this server or group: places, moderators, spoilers, pictures (for its admins)
command-connect = Make your accounts on two platforms one: get a code, or type the one from the other side
option-connect-code = The code that I gave you on the other side; without it, you get one here
command-unlink = Part your connected accounts: each side gets its own videos back
command-help = What I can do, and how to start
command-about = Who runs this, which version, and under which terms

## Privacy and questions

button-private = Is it private?
button-other-video = { $video }
privacy-of = About **{ $video }**:
privacy-as-well = Is another one private?
privacy-one-of-them = Ask about one of them:
privacy-nearest = The nearest that the texts have:
privacy-reworded = Reworded by the language model at { $host }. It saw this question, and decides nothing.
privacy-shown-to-model = The language model at { $host } saw this question. These are my own words.
privacy-whole-policy = Read the whole policy

## create

card-draft = **{ $video }** is a draft. Nothing is made yet, and no other member can open it.
draft-who = The picture is somebody else's. **Who is in it?** I keep your answer with the video and start after it.
portrayed-self = Only me
portrayed-agreed = Others, they agreed
portrayed-nobody = No real person
plan-given = You gave
given-list = { $what }
given-words = words
given-picture = { $count ->
    [one] 1 picture
   *[other] { $count } pictures
  }
given-sound = { $count ->
    [one] 1 sound
   *[other] { $count } sounds
  }
given-clip = { $count ->
    [one] 1 clip
   *[other] { $count } clips
  }
plan-shape = Shape
shape-wide = wide, 16:9
shape-tall = tall, 9:16
shape-square = square, 1:1
plan-length = Length
plan-seconds = { $seconds } s
plan-start = Begins
plan-start-at = { $seconds } s into what you gave
plan-effect = Effect
effect-none = none
effect-stabilise = steadied
effect-slow = slow motion
effect-extend = lengthened
effect-cartoon = like a cartoon
effect-pencil = like a pencil drawing
effect-paint = like a painting
plan-prompt = Words
plan-continues = From another video
continues-words = goes on with what the words say
continues-speech = its lips say: { $words }
continues-sound = its lips move to the sound that you gave
plan-text = Text over the picture
draft-form = What shall be different in { $video }?
draft-prompt = What to show, or how the camera moves
draft-text = Text over the picture; none if you leave it empty
draft-part = Length in seconds (8), or a part of your sound or clip (12-20)
draft-shape = Shape
draft-effect = Effect
button-start = Make it
button-change = Change
button-rework = Change and make again
button-extend = Extend
button-go-on = Go on at { $route }
card-first-minute = What you gave is { DURATION($given) } long. I keep its first minute and forget the rest: cut it before you send it, if you want another part.
card-making = **{ $video }, { $seconds } s**: I have it. No other member can open it.
progress-next = Next in line.
progress-place = { $place ->
    [one] 1 video is ahead of it.
   *[other] { $place } videos are ahead of it.
  }
progress-begin = Beginning.
progress-share = Drawing it: { $percent } % done.
progress-end = Putting pictures and sound together.
card-ready = **{ $video }, { $seconds } s** is ready. { $who }
card-alt = The video { $video }
once-lead = It opens once, for you alone, within { DURATION($hours_ms) }. This chat gets no copy. Ask for it again for another link.
once-lead-anybody = It opens once, within { DURATION($hours_ms) }, for whoever opens it first: keep it to yourself. This chat gets no copy of the video. Ask for it again for another link.
once-none = There are no links here, because whoever runs me has set up no web address. With { $settings } you choose that videos come in the chat.
button-open-once = Open once
card-ends = Erased here
card-left-out = Not in it: { $cannot }. Built-in motion can't draw that.
card-unchanged = Built-in motion moves the camera. In the picture itself nothing changes: { $cannot } is left out.
card-cancelled = { $video } was stopped. What you sent stays private.
card-failed = { $video } couldn't be made. { $why } What you sent stays private.
failure-disk_full = There was no room left on this machine. Tell whoever runs it.
failure-marking_failed = I could not mark this video as made by a machine, so it isn't given. Again often helps.
failure-worker_limit = It took more time or memory than I allow one video. Fewer seconds or a smaller picture help.
failure-picture_unreadable = I couldn't read one of your pictures. Save it as JPEG or PNG and send it again.
failure-sound_unreadable = I couldn't read your sound. Save it as MP3, M4A or WAV and send it again.
failure-clip_unreadable = I couldn't read your clip. Save it as an ordinary MP4 and send it again.
failure-start_past_end = What you gave ends before the moment at which the video shall begin. Choose an earlier one.
failure-text_cannot_be_drawn = The text over the picture has letters that I can't draw. Change it.
failure-content_declined = The generator's safety check refused your words or what you gave. Say it otherwise, or use another picture.
failure-rules_declined = The generator's own rules forbid this. Ask for something else, or choose another way of making it.
failure-request_declined = The generator couldn't use what was asked for. Other words, another length or another shape may help.
failure-input_declined = The generator couldn't use the picture, sound or video that you gave. Try another one.
failure-source_gone = The generator doesn't have that video any more, so it can't go on from it. Nothing was begun and nothing charged. Change it and make it again instead.
failure-model_missing = The generator doesn't have the model that is set up here. Tell whoever runs me; built-in motion works meanwhile.
failure-account_unpaid = Whoever runs me has no credit left with that generator. Tell them; built-in motion works meanwhile.
failure-access_refused = The generator doesn't let this service in. Tell whoever runs me; built-in motion works meanwhile.
failure-generator_failed = The generator broke, on its own side. Trying again often helps.
failure-generator_unready = The generator of whoever runs me isn't set up for this: a part of it is missing, or would send things out. Tell them; built-in motion works meanwhile.
failure-machine_too_small = The machine that makes it had too little memory. Fewer seconds or another shape may help.
failure-generator_stopped = Somebody stopped it on the machine that was making it. You can ask again.
failure-generator_unreachable = The generator couldn't be reached, or was busy all the time. Try again later.
failure-took_too_long = The generator took longer than I wait for a video. It may have been charged. Fewer seconds, or another time, may help.
failure-submit_lost = I lost sight of it: nobody knows whether the generator began, and it may have been charged. I don't send it again by myself. You can.
failure-result_gone = The generator made it and no longer has it. It may have been charged.
failure-result_not_a_video = What the generator sent back is no video. It may have been charged. Tell whoever runs me.
failure-result_too_large = The video that the generator made is larger than I may keep. It may have been charged. Fewer seconds help.
failure-unexpected = Something broke here; whoever runs this can see it in the log. Again often helps.
made-motion-picture = Built-in motion, on this server: a camera move over your picture, not AI. Nothing was sent to a generator.
made-motion-pictures = Built-in motion, on this server: from one of your pictures to the next, not AI. Nothing was sent to a generator.
made-motion-clip = Built-in motion, on this server: your own clip, worked on without AI. Nothing was sent to a generator.
made-motion-sound = Built-in motion, on this server: a scene that moves with your sound, not AI. Nothing was sent to a generator.
made-motion-words = Built-in motion, on this server: a scene drawn from your words, not AI. Nothing was sent to a generator.
seen-private = No other member can open it.
seen-selected = The people you chose can open it.
seen-community = Your community can open it.
seen-public = Anyone can open it.
button-agree = I agree
button-cancel = Cancel
button-again = Again
button-more = More
button-back = Back
button-abstract = Make an abstract scene
scene-abstract = an abstract scene
scene-sea = the sea
scene-lake = a lake
scene-forest = a forest
scene-mountains = mountains
scene-city = a city
scene-space = space
scene-rain = rain on a window
scene-desert = a desert
scene-snow = snow
scene-sky = a sky
scene-fire = a fire
scene-underwater = an underwater world
scene-aurora = northern lights
scene-field = a field

## Drafts: adding files

button-files = Add files
draft-full = It has all the files that a video takes.
files-form = Add files to { $video }
files-fit = What fits: { $what }
fits-either = up to { $count } pictures, or a clip
fits-picture = { $count ->
    [one] 1 picture
   *[other] up to { $count } pictures
  }
fits-sound = a sound
files-dont-mix = That doesn't go together with what the draft has: it would be { $pictures } + { $clips } + { $sounds } (pictures, clips, sounds), and I take up to { $limit } pictures with a sound, or one clip with a sound. The draft is as it was.

## library

videos-lead = Your videos, newest first. Choose one.
videos-none = You have no video here. To make one, send me a picture, or type { $command } with a few words.
videos-entry = { $video }, { $seconds } s, { $state }
state-asked = draft
state-queued = waiting
state-making = being made
state-ready = ready
state-failed = not made
state-cancelled = stopped
state-unsure = unsure
which-video = Several fit. Which one?
button-newer = Newer
button-earlier = Earlier
card-more = What else would you like to do with { $video }?
button-download = Download
button-enddate = End date
button-rename = Rename
rename-form = Another title for { $video }
rename-done = Renamed. Before, it was { $before }.
rename-title = Title; only you see it. Leave it empty for the first words of your prompt
enddate-lead = { $video } is erased { $when }. Choose another date:
button-end_1d = 1 day later
button-end_7d = 7 days later
button-end_max = As late as possible: { $when }
button-another-date = Another date
enddate-form = When shall { $video } be erased? At the latest { DURATION($most_ms) } after it was made
enddate-until = A date such as 2026-12-24, or a time from now such as 3d or 12h
press-used = That was done already. This is how it is now.
press-late = Something else came first. This is how it is now.
press-expired = That button is too old. Here is a new one, where there still is something to press.

## delete

delete-confirm = Delete **{ $video }** for good? There is no trash: the video goes, with all that you gave for it. Files that you downloaded stay yours.
button-delete = Delete
button-download-first = Download first
button-erase = Delete for good
button-keep = Keep
card-erasing = Video #{ $number } is closed to everybody and is being erased. Its receipt, { $receipt }, is open; what became of everything comes here.
receipt-lead = **Video #{ $number }** deleted, { $when }. Receipt { $receipt }.
receipt-done = Done: { $what }.
erased-video = the video
erased-poster = its poster
erased-preview = its preview
erased-inputs = the pictures, sounds and clips that you gave
erased-pictures = your pictures
erased-prompt = your words
erased-title = the title
erased-file_names = names of files
erased-keys = the keys that all of it was sealed with
erased-history = its history
erased-chat_files = our file in the chat
erased-sent_files = the files that you sent in the chat
receipt-waiting = Waiting: { $what }.
waiting-chat_files = the file in the chat, taken out as soon as the platform lets us
waiting-sent_files = files that you sent in the chat, removed as soon as the platform lets us
receipt-recall = Can't recall: { $what }.
recall-saved_by_people = what anybody saved
recall-spare_cells_and_snapshots_hold_sealed_bytes_only = sealed bytes in spare cells or snapshots of the disk, whose keys are gone
recall-ephemeral_files = the file in a message that only you see, which can't be removed after 15 minutes
recall-sent_files = files that you sent in the chat more than 48 hours before: you can delete them there yourself
receipt-signed = Signed: shows what we state, not that no other copy exists.
button-receipt = Save the receipt

## Settings

settings-lead = This is how I talk to you:
settings-zone = Time zone
settings-now = Your time now
settings-language = Language
language-en = English
language-es = Español
language-pt = Português
language-zh = 中文（简体）
language-ru = Русский
language-automatic = as your platform says
settings-language-automatic = { $language } (as your platform says)
settings-kept = A new video is kept
settings-kept-value = { DURATION($retention) } after it is ready, then erased. { $command } moves one video's date, up to { DURATION($most) } after it was made.
settings-spent = Spent this month
settings-spent-value = { $spent } of { $most }, with what may still be charged. The next month begins { $renews }.
settings-delivery = Videos come as
delivery-file = a video in the chat
delivery-link = a link that opens once
settings-speak = Which language shall I speak?
settings-deliver = How shall a video come? With a link, the chat gets no copy of it.
settings-tidy = Tidy chat
chat-tidy-on = on: after 47 hours, videos and the files that you sent leave this chat. A card with a button to show the video again stays.
chat-tidy-off = off: files stay in this chat until you delete them, or the video.
settings-protect = Forwarding and saving
chat-protect-on = made hard: new messages of mine can't be forwarded, nor saved by the app. That only deters: anyone who looks can still photograph a screen.
chat-protect-off = possible, as in any chat
button-tidy-off = Keep files in this chat
button-tidy-on = Keep this chat tidy
button-protect-on = Forbid forwarding and saving
button-protect-off = Allow forwarding and saving
settings-change = Change the time zone
settings-form = Your time zone
settings-form-zone = Place, such as Europe/Berlin
settings-saved = Saved. This is how I talk to you from now on:
settings-same = Nothing to change: that is how it is set already.

## Setup: what a community's admins choose

setup-elsewhere = A server or group is set up where it is. Give { $command } there, where I am a member and you may manage it.
setup-lead = This is how I work here. Whoever may manage this server or group can change it.
setup-lead-of = This is how I work in **{ $community }**. Its admins can change it here.
setup-showcase = Showcase place
setup-review = Review place
setup-chosen = chosen, see below
setup-none = none chosen
setup-moderators = Moderators
setup-moderators-count = { $count ->
    [0] none chosen
    [one] 1 chosen
   *[other] { $count } chosen
  }
setup-spoilers = Spoilers in the showcase
setup-spoilers-on = Hide behind a click
setup-spoilers-off = Show openly
setup-pictures = Videos of pictures in messages
setup-pictures-own = Only of one's own pictures
setup-pictures-anyone = Of anyone's pictures
setup-budget = Budget for videos begun here
setup-budget-none = no limit of this community's own
setup-budget-operator = { $left } of { $most } is left this month, as the operator set it. The next month begins { $renews }.
setup-budget-own = { $left } of { $most } is left this month, as you set it. The next month begins { $renews }.
setup-review-read = **Everyone who can read the review place** will read there what waits for a decision. Choose one that only your moderators can read.
setup-later = Nothing is shown here that its owner did not publish. What holds for publishing is behind the last button.
setup-lost-deleted = { $spot }: what you had chosen was deleted, so none is chosen now. Nothing else changed.
setup-lost-closed = { $spot }: I couldn't post in what you had chosen, so none is chosen now. Nothing else changed.
setup-pick-showcase = Showcase place
setup-pick-review = Review place
setup-pick-moderators = Moderators
setup-ask-spoilers = What is shown in the showcase:
setup-ask-pictures = Whose pictures may members make videos of, straight from a message? For a picture of somebody else's I ask who is in it.

## Connect and unlink: two accounts of one human

platform-discord = Discord
platform-telegram = Telegram
connect-code = Your code: **{ $code }**. It can be typed once, within { DURATION($within_ms) }.
connect-code-where = Type it yourself on the other side, in your own private chat with me on { $platforms }: **/connect { $code }**
connect-code-warning = **Nobody of us will ever ask you for it.** Whoever types it asks for your library. I'll show you here which account that is, and nothing is joined until you confirm it here.
connect-confirm = **{ $account }** on { $platform } typed your code and asks to be connected with you.
connect-confirm-means = If you join, there is one library on both: each side sees, changes and deletes the videos of both.
connect-confirm-warning = **Join only if that account is yours** and you typed the code there yourself. If anybody asked you for the code, press Not me. Until you confirm, nothing is joined; the question ends { $until }.
button-join = It's mine: join
button-not-me = Not me
connect-waiting = I am asking **{ $account }** on { $platform } now. Confirm it there, before { $until }; until then, nothing is joined.
connect-waiting-means = Once confirmed, that account sees, changes and deletes your videos as you do, and you theirs. **Isn't it your own account, or did somebody give you this code? Press Stop.**
button-stop-joining = Stop
connect-refused = Stopped. Nothing was joined, the code is void, and the other side is told.
connect-nothing = Nothing waits to be decided here, and no other account is connected with this one.
connect-connected = Your accounts are connected.
connect-joined = Joined: your accounts are connected from now on.
connect-connected-means = There is one library on both. Settings are those of the side that gave the code; videos of the side that typed it have new numbers, after the others. Parted again, each side gets back what came from it.
button-unlink = Part them
connect-told-joined = It was confirmed on { $platform }: the two accounts are connected. **If that account isn't yours, part them now**: everything that came from you goes back to you alone.
connect-told-refused = On { $platform } it was said: not me. Nothing was joined, and the code is void.
connect-told-stopped = The account on { $platform } that had typed your code stopped. Nothing was joined, and the code is void.
connect-told-unanswered = Nobody confirmed in time, so nothing was joined with { $platform }. The code is void.
connect-told-third = A second account, on { $platform }, typed the same code. So that nobody gets in unseen, the code is void and nothing was joined. If you want to go on, get a new one, and give it to nobody.
connect-told-taken = An account on { $platform } typed your code. I connect one account on each platform, and one of the two is connected already, or both are on the same. Nothing was joined, and the code is void.
connect-told-over = An account on { $platform } typed a code of yours that was used or is too old. Nothing was joined. If that wasn't you, somebody has seen the code.
connect-told-parted = On { $platform } your accounts were parted. Each side has its own videos again, with the numbers that they have now, and sees nothing of the other's.
unlink-confirm = Part your accounts on { $platforms }?
unlink-means = Each side gets back what came from it, and sees nothing of the other's any more. Numbers stay as they are now; whom you let see a video still can. Cards of the other side's videos are emptied in the chats, where the platform lets me; what somebody saved stays.
button-part = Part them now
button-stay = Stay connected
unlink-done = Parted. Each side has its own videos again; { $command } shows yours. The other side is told.
unlink-card = This was a video of the other account. Since the two were parted, only that one can open it.
error-connect_alone = There is nothing to connect here: I am on one platform only. In the demo, people have no accounts.
error-connected_already = This account is connected with another one already. /unlink parts them.
error-not_connected = This account isn't connected with another one. /connect begins that.
error-account_moved = Your accounts were connected or parted this very moment. Nothing was kept; ask again.
error-code_malformed = A code is eight letters and digits, without 0, 1, I and O. Look at it again on the other side; nothing was joined.
error-code_unknown = I know no such code, or not any more. Nothing was joined. Get a new one on the other side with /connect.
error-wrong_codes = That was { $limit ->
    [one] 1 code
   *[other] { $limit } codes
  } that didn't fit. I take none from this account for { DURATION($within_ms) }; whatever is open now is over by then.
error-code_own = That is this account's own code. Type it in your other account, on the other platform.
error-code_over = That code was used, or is too old. Nothing was joined, and the side that it came from is told.
error-code_third = Another account typed that code before you, so it is void and nothing was joined. The other two are told. If you want to go on, get a new code on the other side.
error-code_taken = I connect one account on each platform, and one of the two is connected already, or both are on the same. Nothing was joined, the code is void, and the other side is told.
error-pairing_over = That is decided, or too late. Nothing was joined by it.

## Notices to a community's admins

notice-lost-deleted = For **{ $server }**, a channel or group that you had chosen for me was deleted ({ $spot }). None is chosen now, and nothing else changed. Choose another one with { $command }.
notice-lost-closed = For **{ $server }**, I can't post in a channel or group that you had chosen for me ({ $spot }). None is chosen now, and nothing else changed. Let me see it and send messages there, then choose it again with { $command }.

## Help and about

help-lead = I make short videos out of your words, pictures, sounds and clips, and keep each one private: no other member can open it.
help-start = To start, send me a picture, a voice or a clip, or type { $command } with a few words.
help-question = Any question in plain words works too: “is my video private?”, “until when do you keep it?”
help-command = { $command }
help-stop = Stop a video with Cancel on its card. Erase it with { $command }: there is no trash, and you get a signed receipt.
about-version = Version
about-operator = Run by
about-operator-unnamed = whoever started it on this machine (no name is set)
about-contact = Contact
about-contact-none = none is set
about-licence = Licence
about-licence-value = Apache-2.0, open source
about-motion = Built-in motion
about-motion-value = moves the camera over your picture, or draws a scene. Not AI, and no generator gets anything.
about-policy = Privacy policy
about-terms = Terms

## Chats: files that don't fit, and what comes late

chat-file-smaller = Made smaller for this chat, which takes { SIZE($limit_bytes) } a file. The one that I keep is unchanged.
chat-file-linked = Too large for this chat, which takes { SIZE($limit_bytes) } a file. It comes as a link that opens once.
chat-file-unsent = Too large for this chat, which takes { SIZE($limit_bytes) } a file. Made again with fewer seconds, it fits.
chat-late = While I couldn't write to you, { $count ->
    [one] a video of yours was finished.
   *[other] { $count } videos of yours were finished.
  }
button-show-me = Show me { $video }

## Discord: how cards look

discord-field = **{ $name }:** { $value }
discord-choose = Choose here
discord-sources = Sources ({ $count })
discord-source = , version { $version }, { $certainty }
discord-page-none = { $pages }: there is no web page for that here. Ask me about it with { $ask }.
discord-link-none = There are no links here, because no web address is set up. Choose a video in the chat with { $settings }.
discord-file-stays = Discord has the file above. After 15 minutes, I can't take it back from there.

## What went wrong, and what to do next

error-command_unknown = I don't know /{ $command }. Type /help to see what I can do.
error-request_malformed = I couldn't read that. Reload the page and send it again.
error-option_malformed = What you gave for “{ $option }” doesn't fit. Look at the example beside it and try again.
error-links_off = There are no links here: whoever runs me has set up no web address. Videos come in the chat.
error-too_many_files = I take { $limit ->
    [0] no file here
    [one] 1 file here
   *[other] { $limit } files here
  }, and you sent { $given }. Nothing was kept. Send again with fewer.
error-unexpected = Something broke here. Try again; if it goes on, tell whoever runs this the reference { $reference }.
error-option_unknown = /{ $command } takes no “{ $option }”. Type / to see what it takes.
error-words_malformed = There is half a character in those words, which nobody can read. Type them again.
error-option_missing = /{ $command } needs “{ $option }”. Type /help to see how to start.
error-question_missing = Ask me something, for example: is my video private?
error-question_too_long = That question has { $given } characters; I read { $limit }. Please ask it shorter.
error-time_zone_unknown = I don't know that time zone. Give a region and a city, such as Europe/Berlin; UTC works as well.
error-video_not_found = I find no such video of yours. /videos shows what you have.
error-asset_not_found = That file is gone. /videos shows what you have.
error-unrelated = That isn't yours to do. /videos shows what is.
error-end_date_in_past = That time is over. Give a later one; to erase the video now, use /delete.
error-end_date_too_late = That is too late: { $latest_ms } is the latest that this video may be kept here. Give an earlier time.
error-erasing = This video is being erased. Nothing more can be done with it.
error-held = This video is on hold after a report or a restored backup. You can still open it, ask about it and delete it.
error-banned = The moderators of this community don't let you publish there.
error-prompt_or_picture_needed = Give me a few words, a picture, a sound or a clip. For example: /create prompt: a calm sea at sunset
error-text_too_long = That text for the picture has { $given } characters; { $limit } are the most. Nothing was kept. Shorten it and send again.
error-inputs_dont_mix = I take up to { $limit } pictures with a sound, or one clip with a sound, and not what you sent (pictures: { $pictures }, clips: { $clips }, sounds: { $sounds }). Nothing was kept. Send fewer.
error-files_missing = No file came with that, and nothing was changed. Choose at least one, and send again.
error-effect_needs_clip = That effect needs a clip, and you gave none. Choose another effect, or send a clip.
error-effect_needs_picture = That effect needs a picture or a clip, and you gave none. Send one, or choose no effect.
error-start_after_end = What you gave ends before the moment at which the video shall begin ({ DURATION($start_ms) }). Choose an earlier one.
error-part_malformed = I can't read that part. Write a length in seconds, such as 8, or from where to where, such as 12-20.
error-prompt_too_long = That prompt has { $given } characters; { $limit } are the most. Nothing was kept. Shorten it and send again.
error-seconds_out_of_range = A video can last { $shortest } to { $longest } seconds; you asked for { $given }.
error-route_unknown = That way of making videos isn't set up here. What is: { $can }.
error-route_seconds = That generator makes videos of these lengths, in seconds: { $can }. You asked for { $given }. Choose one of those.
error-route_words_too_long = That generator takes { $limit } characters of words, and you gave { $given }. Shorten them.
error-route_inputs_unfit = That generator takes words and up to { $limit } pictures, and not what you gave. Send fewer, or let built-in motion make it.
error-route_one_picture = That generator takes words and one picture, and not what you gave. Send one picture, or let built-in motion make it.
error-route_sound_only = What goes on from a video takes words, or one sound for it to speak, and nothing else. Leave out pictures and clips.
error-route_words_needed = That generator needs words. Say what the video shall show.
error-route_picture_needed = The model that is set up there moves pictures. Send one.
error-route_choice_unfit = The model that is set up there can't do what you chose: { $choice ->
    [negative] things that shall not be seen
    [camera] that camera move
    [quality] that quality
    [sound] a sound of its own
    [multi_shot] cuts
    [continues] going on from another video
    [text] words over the picture
   *[effect] that effect
  }. Leave it out.
error-cannot_draw = Built-in motion can't draw this: { $cannot }. It can make { $can }, or move the camera over a picture of yours.
error-too_many_unfinished = { $limit ->
    [one] 1 video of yours is
   *[other] { $limit } videos of yours are
  } waiting or being made, which is the most at once. Wait for one, or cancel one.
error-worker_limit = That took more time or memory than I allow one video. Try a smaller picture, fewer seconds or simpler words.
error-marking_failed = I could not mark that as made by a machine, so it isn't given. Try again.
error-budget_reached = { $whose ->
    [person] This video costs { $needed_micro }, and of what you can spend here in a month { $left_micro } is left.
    [community] This video costs { $needed_micro }, which is more than is left of what can be spent in a month in the community in which it was begun.
   *[everybody] This video costs { $needed_micro }, which is more than is left of what all of us here can spend in a month.
  } The next month begins { $renews_ms }. Fewer seconds cost less, and built-in motion costs nothing.
error-amount_malformed = I can't read that amount. Write a number such as 5 or 2.50; 0 lets nothing be spent. Nothing was changed.
error-budget_not_lower = The operator lets { $most_micro } be spent here in a month. Yours can't be more than that. Nothing was changed.
error-budget_unset = Nothing that is spent here has a limit any more, so there is none to lower. Nothing was changed.
error-price_unknown = What is spent here has a limit, and nobody has said what this video costs, so I don't send it. Ask whoever runs this bot to set its price, or let built-in motion make it: that costs nothing.
error-route_not_agreed = That would send what you gave out of this house. Agree first to the papers that hold there; I show them before it is sent.
error-papers_changed = Those papers have changed since I showed them. Look at them again before you agree.

error-file_empty = That file is empty. Nothing was kept. Choose another one.
error-file_too_large = That file has more than { SIZE($limit_bytes) }, the most I take. Nothing was kept. Send a smaller one.
error-file_kind_unknown = { $kind ->
    [text] That file is text, whatever its name says.
    [unknown] I don't know what that file is.
   *[other] That file is of a kind that I can't use ({ $kind }).
  } Nothing was kept. I take pictures (JPEG, PNG, WebP, HEIC, AVIF, GIF), sounds (WAV, MP3, M4A, FLAC, OGG) and clips (MP4, MOV, WebM, MKV).
error-picture_damaged = That picture is cut off or damaged. Nothing was kept. Save it again, or choose another one.
error-picture_too_many_pixels = That picture has { $width } × { $height } pixels; I take up to { $limit_pixels } in all. Nothing was kept. Make it smaller.
error-picture_too_small = That picture has { $width } × { $height } pixels; the shorter side needs { $limit_side }. Nothing was kept. Choose a larger one.
error-picture_too_narrow = That picture has { $width } × { $height } pixels; its long side may be { $limit_ratio } times the short one. Nothing was kept. Crop it and send it again.
error-codec_unknown = I can't open what is packed in that file ({ $codec }). Nothing was kept. Save it as an ordinary MP4 or MP3 and send it again.
error-file_without_media = There is nothing to see or to hear in that file. Nothing was kept. Choose another one.
error-sound_damaged = That sound is cut off or damaged. Nothing was kept. Save it again, or choose another one.
error-sound_empty = There is nothing to hear in that file. Nothing was kept. Choose another one.
error-sound_too_long = That sound lasts { DURATION($given_ms) } or more; I take up to { DURATION($limit_ms) }. Nothing was kept. Cut it and send it again.
error-sound_too_many_channels = That sound has { $given } channels; I take up to { $limit }. Nothing was kept. Save it in stereo and send it again.
error-sound_rate_out_of_range = That sound has { $given } samples a second; I take { $lowest } to { $highest }. Nothing was kept. Save it with 48000 and send it again.
error-clip_damaged = That clip is cut off or damaged. Nothing was kept. Save it again, or choose another one.
error-clip_too_long = That clip lasts { DURATION($given_ms) } or more; I take up to { DURATION($limit_ms) }. Nothing was kept. Cut it and send it again.
error-clip_too_many_pixels = That clip has { $width } × { $height } pixels; I take up to { $limit_pixels } in all. Nothing was kept. Make it smaller, to 1920 × 1080 for example.
error-clip_too_small = That clip has { $width } × { $height } pixels; the shorter side needs { $limit_side }. Nothing was kept. Choose a larger one.
error-clip_too_narrow = That clip has { $width } × { $height } pixels; its long side may be { $limit_ratio } times the short one. Nothing was kept. Crop it and send it again.
error-clip_too_fast = That clip shows { $given } frames a second; I take up to { $limit }. Nothing was kept. Save it with fewer and send it again.
error-clip_too_many_frames = That moving picture has { $given } frames; I take up to { $limit }. Nothing was kept. Shorten it, or save it as a clip.
error-result_not_a_video = What the generator sent back is no video. It may have been charged. Tell whoever runs me.
error-picture_unreadable = I couldn't make a film of that picture. Save it as JPEG or PNG and try again.
error-clip_unreadable = I couldn't read that clip. Save it as an ordinary MP4 and try again.
error-sound_unreadable = I couldn't read that sound. Save it as MP3, M4A or WAV and try again.
error-start_past_end = What you gave lasts { $length_s } s, so there is nothing left to begin with. Choose an earlier moment.
error-text_cannot_be_drawn = I can't draw these letters over a picture: { $letters }. Leave them out and try again.
error-disk_full = There is no room left on this machine, so nothing was kept. Tell whoever runs it; deleting a video of yours frees some.
error-title_too_long = That title has { $given } characters; { $limit } are the most. Shorten it.
error-end_malformed = I can't read that date. Write 2026-12-24, or 3d or 12h from now.
error-video_moved_on = { $state ->
    [ready] That video is ready by now.
    [failed] Making that video failed meanwhile.
    [cancelled] That video is cancelled already.
    [erasing] That video is being erased. Nothing more can be done with it.
    [gone] That video is gone by now.
   *[other] Something was quicker: that video has moved on.
  } /videos shows how it is now.
error-publication_moved_on = Somebody was quicker: this has been decided or taken back meanwhile. Nothing was changed.
error-press_unknown = That button is too old, or not one of mine. Type /videos to get a fresh one.
error-press_strange = That button is somebody else's.
error-press_used = That button was pressed already. This is how it is now.
error-wish_forgotten = I don't remember what that was about any more. Please ask for the video again with /create.
error-link_not_found = That link was opened before, is too old, or isn't yours. Ask for the video again to get a new one.
error-upload_not_found = That upload is gone. Nothing of it was kept. Choose the file again.
error-upload_unfinished = That file isn't here yet as a whole. Wait until its bar is full, then send again.
error-upload_overlong = That file turned out longer than it was said to be. Nothing of it was kept. Choose it again.
error-too_many_uploads = I hold { $limit ->
    [one] 1 file
   *[other] { $limit } files
  } of yours at once, and there are as many already. Send those or remove one, then add this one.
error-uploads_too_large = I hold { SIZE($limit_bytes) } of files of yours at once, and this one would be too much. Send the others first, or remove one.

## Discord: what commands and options are called there

name-create = create
name-create-prompt = prompt
name-create-image = image
name-create-end_image = end_image
name-create-audio = audio
name-create-video = video
name-create-shape = shape
name-create-seconds = seconds
name-create-more = more
name-videos = videos
name-videos-video = video
name-privacy = privacy
name-privacy-video = video
name-ask = ask
name-ask-question = question
name-enddate = enddate
name-enddate-video = video
name-enddate-until = until
name-delete = delete
name-delete-video = video
name-settings = settings
name-settings-time_zone = time_zone
name-settings-language = language
name-settings-delivery = delivery
name-connect = connect
name-connect-code = code
name-unlink = unlink
name-setup = setup
name-help = help
name-about = about

## Discord: the menu of a message, and mentions in servers

menu-picture = Make a video of this picture
menu-private = Is this private?
menu-report = Report
button-answer-privately = Answer me privately
door-answer-lead = { $person }, I answer in private only, so that nobody else reads along.
door-question-gone = That question is gone: I keep one in memory only, for ten minutes at most, and answer it once. Ask it with { $command }; nobody else sees that.
door-not-mine = That message isn't mine, or shows no video of yours, so I know nothing about it. Who can read it is up to Discord: everyone who can see this channel, now or later, and Discord itself. For your own videos there is { $command }.
door-report = That message is no post of mine that shows a video, so I can take nothing down there. This server's moderators can remove it, and Discord takes reports under “Report Message”. For what I do, ask { $operator }: { $contact }.
error-picture_of_another = That picture was posted by somebody else, so I leave it alone. Use one that you posted yourself, or add yours with /create.
error-message_without_picture = There is no picture in that message. Choose one that has a picture attached; a link to one doesn't count.
error-upload_broken = That file broke off on its way here. Nothing of it was kept. Send it again.
error-not_admin = Only people who may manage this server or group can change how I work in it.
error-community_not_found = That server or group isn't set up here, or I am not in it any more. Give /setup in the one that you mean.
error-places_alike = Showcase and review can't be the same place: everybody would see there what isn't decided yet. Nothing was changed. Choose another one.
error-too_many_moderators = You chose { $given } moderators; { $limit } are the most. Nothing was changed. A role counts as one.
error-id_malformed = I can't read that choice. Nothing was changed. Choose again.
error-everybody_moderates = That role is everyone's: everybody would be a moderator. Nothing was changed. Choose another one.
error-portrayed_unsaid = First say who is in it. The buttons are on the card; /videos shows it.

## Discord: what broke off

discord-broke-off = That broke off here before it was done. Look at { $command }, or ask again.
button-open-form = Open the form

## Telegram: in groups, and setting them up

button-open-chat = Open our chat
telegram-group-private = I answer in private only. My answer is in our chat.
telegram-group-start = I answer in private only, and Telegram doesn't let me write first. Open our chat, press Start, and ask there.
telegram-group-anonymous = I answer in private only, and I can't tell who you are: you write for a group or a channel. Write as yourself and ask again.
telegram-group-seen = What you gave stands in the group, where everyone can see it. No other member can open the video that I make of it.
telegram-ask-place = Which channel or group shall it be? You must be one of its admins, and I must be in it and may post there.
telegram-ask-people = Who shall moderate? Choose up to { $most } people; they take the place of those chosen before.
telegram-picked-now = Chosen now: { $names }.
telegram-picked = This is how it is now.
telegram-picked-late = That choice came too late, so nothing was changed. Press the button on the card again, or give { $command } in the group.
error-place_not_theirs = You are no admin there, or Telegram doesn't tell me so. Nothing was changed. Choose another place.
error-place_closed = I can't post there. Nothing was changed. Add me, let me post there (in a channel as an admin), and choose it again.
## Telegram: files that leave the chat, and what comes late
## Telegram: files that leave the chat

card-tidied = **{ $video }** left this chat, to keep it tidy. I still have it.
card-uploads-left = What you sent me for it is older than 48 hours: I can't remove it from here any more. You can.
button-show-again = Show again
telegram-file-stays = Telegram has the file above. It stays in this chat until you delete it, or the video.

## Telegram: how cards look

telegram-field = **{ $name }:** { $value }
telegram-choose = Choose here
telegram-sources = Sources ({ $count })
telegram-sources-some = Sources { $first } to { $last }
telegram-source = , version { $version }, { $certainty }
telegram-page-none = { $pages }: there is no web page for that here. Ask me about it with { $ask }.
telegram-page-address = { $page }: { $address }
telegram-link-none = There are no links here, because no web address is set up. Choose a video in the chat with { $settings }.
telegram-pick-none = Choose none: { $what }
telegram-pick-group = Choose a group
telegram-pick-channel = Choose a channel
telegram-pick-people = Choose people

## Telegram: questions one after the other

telegram-ask-step = Question { $number } of { $count }
telegram-ask-given = { $value }
telegram-ask-now = Now: { $value }
telegram-ask-keep = Keep: { $value }
telegram-ask-empty = Leave it empty
telegram-ask-go-on = Go on
telegram-ask-forget = Forget the question
telegram-ask-choose = Please choose one of these with a button.
telegram-ask-needed = This one needs an answer. Type it, or press Cancel.
telegram-ask-files = Send the files here, as you send any other.
telegram-ask-too-long = That has { $given } characters; { $limit } are the most here. Please type it shorter.
telegram-ask-aside = I was asking you this. It waits for a day at most. Until you press “Go on”, what you type is no answer to it.
telegram-ask-over = That question is closed. This button changed nothing.
telegram-cancelled = Stopped. I forgot what you answered, and nothing was changed.
telegram-cancel-none = There is nothing to stop here. A video that is being made has Cancel on its card; /videos shows it.

## Telegram: the welcome

telegram-welcome = **Hello.** I make short videos out of your photos, voice notes, clips and words, and keep each one private: no other member can open it.
telegram-welcome-private = I am run by { $operator }, who could technically open it. Chats with bots aren't end-to-end encrypted: what you send here, and what I send you, is on Telegram's servers too.
telegram-welcome-more = With { $privacy } you see who can see and use what you have here, until when, and what nobody can undo. With { $delete } you erase a video for good.
telegram-welcome-try = **Three things to try:** send me a photo or a voice note, let me draw a scene, or ask me something.
telegram-try-words = Make a calm sea at sunset
telegram-try-prompt = a calm sea at sunset
telegram-try-question = Is my video private?
telegram-try-help = What else can you do?
## Telegram: what comes in

telegram-album-apart = These don't go together in one video, so each is a draft of its own. Start those that you want; { $command } shows them all.
telegram-album-late = That one came late, and the video was begun already: this is a new draft.
error-telegram_too_large = Telegram hands bots files of { SIZE($limit_bytes) } at most, and this one is larger. Nothing was kept. Send it as a video rather than a file, which makes it smaller, or send a shorter part. Whoever runs this bot can lift the limit with a Bot API server of their own.
error-telegram_no_use = I can't make anything of that. Send a picture, a video, a GIF, a voice message or words; /help shows how to start.
error-update_carried = I was interrupted while I answered. What you asked for was done once; /videos shows what you have.

## Sharing

video-titled-others = “{ $title }”
video-untitled-others = Untitled
command-share = Let people you choose see a video, until a date or until you stop it
option-share-video = #1, words of its title, or last
option-share-person = Who shall see it; without, you choose on a card
option-share-until = A date such as 2026-12-24, or a time from now such as 3d or 12h
command-unshare = Stop sharing a video, with one person or with everybody
option-unshare-video = #1, words of its title, or last
option-unshare-person = Who shall not see it any more; without, nobody will
command-whosaw = See who opened a video that you share, and when
option-whosaw-video = #1, words of its title, or last
command-objection = Write the letter that asks a generator to stop using a video
option-objection-video = #1, words of its title, or last
option-objection-prompt = Put your own words for the video into the letter
name-share = share
name-share-video = video
name-share-person = person
name-share-until = until
name-unshare = unshare
name-unshare-video = video
name-unshare-person = person
name-whosaw = whosaw
name-whosaw-video = video
name-objection = objection
name-objection-video = video
name-objection-prompt = prompt
button-share = Share
button-back-to-video = Back to the video
share-nobody = { $video } is shared with nobody. Whoever you choose can watch and save it; they don't see your words, or what you gave for it.
share-people = { $video } is shared. These people can watch and save it; they don't see your words, or what you gave for it.
share-person = { $person }
share-nameless = Somebody you chose
share-open = until you stop it
share-dated = until { $when }
share-waits = { $until }; waits until they first write to me
share-told = **{ $person }** can see it now, and I am telling them.
share-untold = **{ $person }** can see it. I may not write to them first: ask them to send me { $command }.
share-again = **{ $person }** could see it already. The date is the one you chose now.
share-ends-first = The video itself is erased { $when }. Sharing ends with it at the latest.
share-pick = Share with
share-until-lead = Until when shall they see it?
button-share_1d = 1 day
button-share_7d = 7 days
button-share_on = Until I stop it
share-stop-lead = Stop sharing with one of them:
button-unshare = Stop all sharing
button-whosaw = Who saw it
button-objection = Objection letter
unshare-done = { $count ->
    [one] Stopped. That person can't open it here any more. What they saved or forwarded can't be called back.
   *[other] Stopped. Those { $count } people can't open it here any more. What they saved or forwarded can't be called back.
}
unshare-none = It was shared with nobody.
whosaw-lead = Who opened { $video }, the latest first:
whosaw-none = I have handed { $video } to nobody but you.
whosaw-nameless = Somebody with whom it isn't shared any more
whosaw-when = { $when }, { $through }
through-discord = in Discord
through-telegram = in Telegram
through-web = in the browser
whosaw-limits = I note when I hand the video over, once in ten minutes for each person. I can't see who watches it again in a chat, nor what was saved or forwarded.
shared-notice = **{ $person }** shared { $video } with you. You can open it { $until }.
shared-somebody = Somebody who uses this bot
shared-card = **{ $video }, { $seconds } s**, shared with you by { $person }.
shared-until = You can open it
shared-latest = until { $when } at the latest; its owner can stop it before
shared-lead = Shared with you, the newest first:
shared-entry = { $video }, { $seconds } s, from { $person }
shared-over = This video isn't open to you any more.
shared-muted = I'll tell you of nothing more that they share. You can open it all the same: { $command } shows it.
shared-sees = 1 **Who sees it:** { $person }, you, and anybody else its owner chose; I don't tell whom. The operator of this server could technically open it.
shared-uses = 2 **Who uses it:** here, only to run the service. It is its owner's: being able to open it gives no right to publish it.
shared-copies = 3 **Copies:** here, sealed, and in this chat where I show it to you.
shared-how-long = 4 **Until:** you can open it { $until }.
shared-undone = 5 **Can't be undone:** what you or others saved or forwarded. Its owner can see that you opened it, and when.
button-show-it = Show it
button-mute = Nothing more from them
button-notices-off = No notices about shared videos
button-notices-on = Tell me when somebody shares a video
settings-notices = Shared videos
chat-notices-on = I tell you when somebody shares a video with you.
chat-notices-off = I tell you nothing; /videos shows what is shared with you.
error-share_nobody = Choose at least one person first.
error-share_oneself = That is you: it is open to you already.
error-share_not_ready = Only a finished video can be shared. This one isn't ready.
error-share_date_past = That time is over. Give a later one; to stop sharing now, use /unshare.
error-share_full = { $limit ->
    [one] { $limit } person is the most with whom one video can be shared. Stop sharing with somebody first.
   *[other] { $limit } people are the most with whom one video can be shared. Stop sharing with somebody first.
}
error-share_not_with = It isn't shared with that person.
error-person_is_bot = That is a bot. A video can be shared with people only.
telegram-ask-receivers = With whom shall it be shared? Choose up to { $most } people.
## Channels on Discord

discord-post-coming = A video is on its way.
discord-post-gone = This video was taken back.
discord-post-too-large = The video itself is too large for this channel.
discord-review-coming = Something waits for review.
discord-review-gone = Nothing waits here any more.
discord-look-over = Nothing waits here any more, so what you were shown has left this message.
## Telegram: showcase and review

telegram-post-coming = A video comes here in a moment.
telegram-post-gone = The video that was here was taken back.
telegram-review-coming = Something to review comes here in a moment.
telegram-review-gone = Nothing waits here any more.
telegram-look-coming = The video that you asked to look at comes here in a moment.
telegram-look-sent = It is in our private chat, for you alone. It leaves there when this is decided.
telegram-look-start = I show it in private only, and Telegram doesn't let me write first. Open our chat, press Start, then press here again.
telegram-look-gone = There is nothing to look at any more: it was taken back or decided.
telegram-press-asked = I ask you the rest in our private chat.
telegram-press-start = I ask the rest in private only, and Telegram doesn't let me write first. Open our chat, press Start, then press here again.
## Review: what moderators decide

command-review = Decide what this community shows: see what waits, take down, ban, pause (for its moderators)
option-review-action = What to do; without it, you see what has waited longest
option-review-publication = The link of what is shown here, or the last part of that link
name-review = review
name-review-action = action
name-review-publication = publication
action-queue = See what waits
action-remove = Take down
action-reinstate = Show again
action-ban = Ban an author
action-unban = Lift a ban
action-pause = Pause publishing
action-resume = Let publishing go on
button-review-look = Look
button-review-approve = Approve
button-review-decline = Decline
button-review-hold = Hold
button-review-lift = Lift the hold
button-review-skip = Skip
button-review-undo = Undo
button-review-next = Next
button-review-remove = Take down
button-review-reinstate = Show again
button-review-ban = Ban the author
button-review-unban = Lift the ban
button-review-back = Back
review-elsewhere = What a community shows is decided where it is. Give { $command } in a server or group that you moderate.
review-none = Nothing waits for a decision here.
review-queue = { $count ->
    [one] **1** waits for a decision here.
   *[other] **{ $count }** wait for a decision here. Those that have waited longest come first.
  }
review-over = Decided. It is final, so you don't see it any more. Its author is told the outcome, and not who decided.
review-held = **On hold:** only its author and this community's moderators can open it.
review-new = **{ $title }** waits for a decision. Nothing of it is shown yet.
review-edit = **{ $title }** is an edit of what is shown here. What is shown stays as it was approved until you decide.
review-approved = **{ $title }** is approved and goes out in { DURATION($ms) }. Until then it can be undone.
review-state-appealed = **{ $title }**: its author appeals, and asks somebody else to look again. What you decide is final.
review-state-shown = **{ $title }** is shown here.
review-state-declined = **{ $title }** was declined. Its author is told the reason, and not who decided, and may appeal once.
review-state-removed = **{ $title }** was taken down. Its author is told the reason, and not who decided, and may appeal once.
review-state-withdrawn = **{ $title }** was taken back by its author.
review-state-expired = **{ $title }** was shown until its end.
review-state-draft = **{ $title }** is being changed by its author.
review-untitled = Untitled
review-description = Description
review-tags = Tags
review-length = Length
review-audience = To be seen by
review-audience-community = this community
review-audience-anyone = anyone, on the web too
review-portrayed = People in it
review-portrayed-own = not said
review-portrayed-unsaid = not said
review-portrayed-self = only the author, as they say
review-portrayed-agreed = others, who agreed, as the author says
review-portrayed-nobody = no real person, as the author says
review-credit = Name shown
review-anonymous = none: anonymous
review-until = Shown until
review-waits = Waits
review-since = since { $when }
review-for = for { DURATION($ms) }
review-record = This author here
review-record-none = nothing else shown now, declined or taken down
review-record-counts = shown now: { $shown }, declined: { $declined }, taken down: { $removed }
review-reason = **Reason:** { $why }.
why-rules = it breaks the rules of this community
why-consent = people in it may not have agreed
why-adult = nudity or sex
why-harm = violence, hatred or danger
why-spam = advertising or spam
why-other = something else
why-deleted_there = its post was deleted in the channel
why-held = it was on hold after a report
why-banned = its author may not publish here now
review-note = **The moderator’s words:** “{ $note }”
review-history = **How it came here:** { $what }.
review-past-propose = proposed { $when }
review-past-show = shown { $when }
review-past-approve = approved { $when }
review-past-post = posted { $when }
review-past-decline = declined { $when }
review-past-remove = taken down { $when }
review-past-reinstate = shown again { $when }
review-past-appeal = appealed { $when }
review-past-withdraw = taken back { $when }
review-past-expire = ended { $when }
review-past-decline_again = declined again { $when }
review-past-remove_again = taken down again { $when }
review-past-grant_appeal = appeal granted { $when }
review-poster = Its poster, strongly blurred. “Look” opens the video for you alone.
review-alt = The video to decide about: { $title }
review-yours = It is yours to decide until { $until }. Until then nobody else can. That you looked is noted.
review-ask-why = Reason, sent to the author
review-ask-note = In your own words, sent to the author without your name
review-form-decline = Decline: why?
review-form-remove = Take down: why?
review-ban-confirm = Ban this author from publishing in this community until { $until }? Nothing more of theirs goes out here; what is shown stays until you take it down. The ban outlives their account here: I keep a keyed code of each of their accounts, which tells nobody who they are.
review-banned = Banned until { $until }: this author can't publish in this community.
review-unbanned = The ban is lifted: this author may publish here again.
review-not-banned = This author isn't banned here. Nothing was changed.
review-cannot-held = It is on hold. Lift the hold first, or leave it as it is. Nothing was changed.
review-cannot-banned = Its author is banned from this community. Lift the ban first. Nothing was changed.
review-paused = Publishing is paused here: nobody can propose anything new. What waits can still be decided, and what is shown stays. { $command } lets it go on.
review-resumed = Publishing goes on here. { $command } shows what waits.
review-name-it = Which one? Give its link, or the last part of that link, with the command.
review-nothing-shown = Nothing is shown here at the moment.
review-which = { $action }: which one?
review-entry = { $title }, { $seconds } s
error-claimed = Somebody else looks at it until { $until_ms }. Until then it is theirs to decide.
error-own_decision = You decided this the first time. An appeal is for somebody else: another moderator, or whoever runs me.
error-own_publication = This is your own video. Another moderator decides here too, so leave it to them. Nothing was changed.
error-note_too_long = That note has { $given } characters; { $limit } are the most. Nothing was changed. Shorten it.
error-not_moderator = Only moderators of this community can do that.
## Showcase and desk

page-back = Back to the chat
page-ways = Other pages
page-pages = Pages of the list
demo-place = The demo
demo-waiting = { $count ->
    [0] No video waits for a decision.
    [one] **1 video** waits for a decision.
   *[other] **{ $count } videos** wait for a decision.
  }
button-desk = Open the desk
showcase-title = Showcase
showcase-empty = Nothing is shown here at the moment.
showcase-tags = Tags
showcase-newest = To the newest
showcase-older = Older ones
showcase-gone-now = A video was taken back. It is no longer shown.
showcase-gone = Nothing is shown at this address.
showcase-new = A video was added.
showcase-untitled = Untitled
showcase-by = By { $name }
showcase-anonymous = By somebody who stays anonymous
showcase-about = { DURATION($length_ms) }, shown since { $shown }
showcase-play = Play “{ $title }”
desk-title = Desk
desk-count = { $count ->
    [0] Nothing waits.
    [one] 1 video waits, for a moderator of this community.
   *[other] { $count } videos wait, the longest waiting first.
  }
desk-closes = This desk closes by itself: { $until }. Then ask the bot for another link.
desk-history = What was decided
desk-back = Back to the desk
desk-first-page = To the first page
desk-next-page = Next page
desk-empty = What comes in appears here by itself.
desk-nothing-past = Nothing was decided yet.
desk-list = Videos that wait for a decision
desk-actions = For what is selected
desk-selected = Selected: { $count }
desk-select = Select “{ $title }”
desk-look = Look
desk-approve = Approve
desk-decline = Decline
desk-hold = Hold
desk-lift = End the hold
desk-skip = Skip
desk-undo = Undo
desk-help = Keys and help
desk-keys = Use single keys (turn this off if they get in your way)
desk-key-next = The next or the one before
desk-key-select = Select it, or not
desk-why = Reason, sent to the author
desk-note = Your own words, sent to the author too
desk-cancel = Cancel
desk-approve-all = Approve what is selected
desk-decline-all = Decline what is selected
desk-outcomes = What came of it
desk-video = The video “{ $title }”
desk-new = Something new waits.
desk-nothing-to-undo = There is nothing to undo.
desk-closed = This desk isn't open to you, or it closed by itself. Ask the bot for another link.
desk-door = Behind this button is the desk of your community. The link opens once, and the desk stays open for ten minutes.
desk-door-open = Open the desk
desk-door-gone = This link opens nothing now: it was used, or it is too old. Ask the bot for another one.
desk-kind-new = New
desk-kind-edit = Edit of what is shown
desk-kind-appeal = Appeal
desk-waits = Waits { DURATION($waited_ms) }
desk-length = { DURATION($length_ms) } long
desk-audience-community = To be shown to this community
desk-audience-anyone = To be shown to anyone on the web
desk-faces-own = People in it: of the author's own pictures
desk-faces-unsaid = People in it: not said
desk-faces-self = People in it: only the author, as they say
desk-faces-agreed = People in it: others, who agreed, as the author says
desk-faces-nobody = People in it: no real person, as the author says
desk-credit = Credit: { $name }
desk-anonymous = Credit: anonymous
desk-record = Author here: { $shown } shown, { $declined } declined, { $removed } removed
desk-held = On hold: only its author and its moderators can open it.
desk-claimed = Another moderator looks at it until { $until }.
desk-first-removed = The first decision took it down: { $why }.
desk-first-declined = The first decision declined it: { $why }.
desk-first-note = The first moderator's note: “{ $note }”
desk-done-look = It is yours to decide for five minutes.
desk-done-approve = Approved. It goes out in 30 seconds; until then you can undo that.
desk-done-shown = Approved. It is shown now.
desk-done-decline = Declined. The author is told why, and not by whom.
desk-done-undo = Taken back: it waits for a decision again.
desk-done-skip = Skipped. Somebody else can take it.
desk-done-hold = On hold: nobody but its author and its moderators can open it.
desk-done-lift = The hold is ended.
desk-own-decision = You decided this the first time. Another moderator decides the appeal.
desk-late = Somebody was quicker: it was decided or taken back meanwhile. Nothing was changed.
desk-gone = It isn't here any more, or it isn't yours to decide. Nothing was changed.
desk-when = { $at }
desk-by-you = you
desk-by-another = another moderator
desk-not-yours = Not yours to see any more
desk-verb-approve = approved
desk-verb-decline = declined
desk-verb-remove = taken down
desk-verb-reinstate = shown again
desk-verb-grant_appeal = shown after an appeal
desk-verb-decline_again = declined again after an appeal
desk-verb-remove_again = taken down again after an appeal
desk-verb-withdraw = approval taken back
## Publishing

command-publish = Ask this server or group to show a video of yours
option-publish-video = #1, words of its title, or last
command-unpublish = Take a video back from where it is shown, at once
option-unpublish-video = #1, words of its title, or last
option-unpublish-everywhere = From every server and group, not only from this one
command-hide = Take a video back from everybody, and delete nothing
option-hide-video = #1, words of its title, or last
name-publish = publish
name-publish-video = video
name-unpublish = unpublish
name-unpublish-video = video
name-unpublish-everywhere = everywhere
name-hide = hide
name-hide-video = video
button-publish = Publish
publish-elsewhere = A video is published in the server or group that shall show it. Give { $command } #{ $number } there, where I am a member too.
publish-draft = { $community }: publish **{ $video }**? Nothing is published yet.
publish-rules = **The rules here:**
publish-rule = { $rule }
publish-title = Title
publish-untitled = Untitled
publish-description = Description
publish-none = none
publish-tags = Tags
publish-name = Name
publish-anonymous = Anonymous
publish-audience = For
publish-audience-community = This community
publish-audience-anyone = Anyone, on the web too
publish-ask-who = **Who is in it?** Your answer is kept with what you publish, and moderators read it.
publish-ask-name = **Under which name?**
publish-ask-audience = **For whom?**
publish-ask-until = **Shown until when?**
button-pub7d = 7 days
button-pub30d = 30 days
button-pub90d = 90 days
button-words = Change the words
button-with-name = With a name
button-as-name = As { $name }
publish-form = What { $video } says where it is shown
publish-form-title = Title; empty for “Untitled”
publish-form-description = What is to be seen, also for those who can't see it
publish-form-tags = Tags with commas between them, { $most } at most
publish-form-credit = Name to be shown; empty for none
publish-form-until = Until when shall { $video } be shown?
publish-first = **First:** the moderators, and whoever can read their review place, see a blurred poster and what you chose above. To decide, a moderator can open the video. Your prompt and what you gave for it: no.
publish-first-count = **First:** { $count ->
    [one] 1 person who can read the review place sees
   *[other] { $count } people who can read the review place see
  } a blurred poster and what you chose above. To decide, a moderator can open the video. Your prompt and what you gave for it: no.
publish-then = **If approved:** everyone in this community, now and later. Web: { $web }.
publish-at-once = **At once:** everyone in this community, now and later; nobody looks at it before. Web: { $web }.
publish-web-community = **no**
publish-web-anyone = **yes, anyone**
publish-readers = { $count ->
    [one] 1 person can read the showcase place now.
   *[other] { $count } people can read the showcase place now.
  }
publish-name-shown = **Name:** { $name }.
publish-name-none = **Name:** anonymous. What is shown names nobody.
publish-people = **People shown:** { $who }.
publish-people-self = only you
publish-people-agreed = others, they agreed
publish-people-nobody = no real person
publish-people-unsaid = you haven't said yet
publish-until = **Until:** { $when }. You can take it back at any time; copies that people made by then stay.
publish-missing-who = Before it can be sent, say who is in it.
button-to-moderators = Send to moderators
button-show-now = Show now
publish-stopped = Nothing was sent. The draft for **{ $video }** stays with the video, and only you see it.
publication-community = Your community
publication-held = **On hold after a report.** Only you and those who review the report can open it.
publication-stays = What is shown now stays as approved until this one takes its place.
publication-proposed = { $community }: its moderators have had **{ $video }** since { $when }. Nobody else there sees this before they approve it.
publication-approved = { $community }: **{ $video }** is approved. It goes out { $when }.
publication-shown = { $community }: **{ $video }** is shown until { $when }.
publication-declined = { $community } did not publish **{ $video }**.
publication-removed = { $community } took **{ $video }** down. Nobody sees it there any more.
publication-appealed = { $community }: somebody else looks at **{ $video }** again; you asked { $when }. While it waits, it isn't erased, for 14 days at most.
publication-withdrawn = { $community }: **{ $video }** was taken back. Nobody sees it there.
publication-expired = { $community }: the time of **{ $video }** there is over. Nobody sees it there any more.
publication-kept-held = { $community }: **{ $video }** did not go out, because it was on hold after a report.
publication-kept-banned = { $community }: **{ $video }** did not go out, because the moderators don't let you publish there now.
publication-reason = Reason: { $why }.
publication-note = Moderator's note: “{ $note }”
publication-ends = Who else can open it is as before. It is erased here { $when }.
publication-appeal = You can appeal once, until { $until }: then somebody else decides. While that waits, the video isn't erased, for 14 days at most.
publication-final = You appealed, and it stays so.
publication-left = Left as it is. Nothing was sent.
publication-page = Open its page
button-fix = Fix and send again
button-publish-again = Publish again
button-appeal = Appeal
button-leave-it = Leave it
button-take-back = Take it back
button-take-down = Take down
button-to-video = The video
button-publication = What is published
card-publication-proposed = { $community }: waits for the moderators since { $when }.
card-publication-approved = { $community }: approved, goes out { $when }.
card-publication-shown = { $community }: shown until { $when }.
card-publication-declined = { $community }: declined.
card-publication-removed = { $community }: taken down by the moderators.
card-publication-appealed = { $community }: somebody else looks at it again.
card-publication-kept = What you gave and your words are erased on the date below. The video itself stays while it is shown or waits, until { $when }, and a day at most.
unpublish-one = { $community }: take **{ $video }** back?
unpublish-all = Take **{ $video }** back from everywhere?
unpublish-shown = { $community }: it is shown.
unpublish-waits = { $community }: it waits for a decision.
unpublish-means = It is closed to everybody else there at once, and posts go as soon as the platform lets me. What people saved by then stays with them. Nothing is deleted.
unpublish-nothing = **{ $video }** is shown nowhere, and waits nowhere.
unpublish-done = { $count ->
    [0] Nothing of { $video } was shown or waiting any more.
    [one] Taken back: { $video } is closed to everybody else in 1 community.
   *[other] Taken back: { $video } is closed to everybody else in { $count } communities.
  }
button-take-back-now = Take it back now
hide-confirm = Hide **{ $video }** from everybody else?
hide-means = It is closed to everybody else at once: to people you chose, through one-time links that nobody opened, and wherever it is shown or waits. Posts and files go as soon as the platform lets me. What people saved by then stays with them. Nothing is deleted.
hide-shared = { $count ->
    [one] Shared with 1 person.
   *[other] Shared with { $count } people.
  }
hide-done = **{ $video }** is open to nobody else now.
button-hide = Hide it now
post-title = **{ $title }**
post-words = { $words }
post-by = By
post-alt = { $words }
post-alt-none = { $seconds ->
    [one] A video of 1 second, without a description
   *[other] A video of { $seconds } seconds, without a description
  }
button-terms = Publishing here
button-rules = Write the rules
terms-lead = This holds for publishing here, from now on. What is shown already stays as it is.
terms-rules = **Rules**, shown to everyone who publishes here:
terms-rules-none = There are no rules yet.
terms-ask-moderated = Who decides what is shown?
terms-moderated = Moderators, beforehand
terms-unmoderated = Nobody, it is shown at once
terms-ask-world = For whom may members publish?
terms-world = For anyone on the web too
terms-members = For this community only
terms-ask-quota = How many videos may one person publish in 24 hours?
terms-quota = { $count }
terms-form = The rules for publishing here
terms-form-rules = A rule a line; empty for none
error-publishing_paused = The moderators have paused publishing here. What waits is still decided. Try again later.
error-not_member = Only members publish in a server or group, and only there. Give /publish in the one that shall show it.
error-appeal_closed = This was appealed already, or can't be any more.
error-publication_not_found = There is nothing of that here for you: it was decided or taken back, or it isn't yours. /videos shows what you have.
error-until_malformed = That isn't possible: it can be shown until { $latest_ms } at the latest, and must begin before it ends.
error-world_closed = Here, videos are shown to this community only. Choose that, and send again.
error-publishing_quota = Here, one person may publish { $limit ->
    [one] 1 video
   *[other] { $limit } videos
  } in 24 hours, and you have. Nothing is lost: send this draft tomorrow.
error-description_too_long = That description has { $given } characters; { $limit } are the most. Shorten it.
error-tags_too_many = You gave { $given } tags; { $limit } are the most. Leave some out.
error-tag_too_long = One tag has { $given } characters; { $limit } are the most. Shorten it.
error-credit_too_long = That name has { $given } characters; { $limit } are the most. Shorten it.
error-rules_too_long = Those rules have { $given } characters; { $limit } are the most. Nothing was changed. Shorten them.
seen-private-reviewed = No other member can open it but the moderators who decide about it.
seen-selected-reviewed = The people you chose can open it, and the moderators who decide about it.
delete-published = It is shown or waits in a community: that ends with it, and posts go as soon as the platform lets me.
delete-elsewhere = What went to { $route } stays there{ $until ->
    [none] {""}
   *[other] {" "}until about { $until }, as it says
  }: I can't delete it there.

## What falls to the operator

error-own_for_operator = This is your own video, and no other moderator is known to decide here: the operator decides, or another moderator. Nothing was changed.
publication-escalated = No other moderator has decided anything here for 30 days, so the operator can decide this too, on a page of their own.
publish-idle = This community shows videos at once, but nobody has moderated it for 7 days. So moderators look first.
publish-alone = No other moderator has decided anything here for 30 days. So the operator can decide this too, and open the video for it.
setup-lost-idle = Nobody moderated here for 7 days. So what was published waits for a decision, although videos are shown at once here otherwise. Once a moderator looks at what waits, or an admin changes something here, they are again.
notice-lost-idle = In **{ $server }** nobody has moderated for 7 days. So what is published there waits for a decision now, although you chose that it is shown at once. Once a moderator looks at what waits, or an admin changes something in { $command }, it is shown at once again.
desk-title-operator = What falls to the operator
desk-fell-to-you = No other moderator is known here, so it fell to you
## Reports and cases

command-report = Say that a video does harm, and hear what comes of it
option-report-video = The link of what is shown somewhere; without, you choose what somebody shares with you
name-report = report
name-report-video = video
button-report = Report
report-how = To report what a community shows, use Report at its post, or give { $command } with its link.
report-shared = Or choose what somebody shares with you:
report-entry = { $video }, from { $person }
report-publication = You are about to report **{ $title }**.
report-means = Whoever decides reads what you say, and isn't told who you are. Its owner isn't told either.
report-form = Report a video
report-ask-complaint = What is wrong?
report-ask-words = What should be known about it?
complaint-intimate = Intimate, without consent
complaint-likeness = Somebody's face or voice, without consent
complaint-minor = A minor is harmed or at risk
complaint-harm = Violence, threats or hate
complaint-rights = Somebody's work or rights
complaint-spam = Spam or fraud
complaint-other = Something else
report-received = Your report has arrived.
report-again = You have reported this already, and that report still stands.
report-held = Until it is decided, nobody but its owner and whoever decides can open the video.
report-due = The decision is due by { $due }.
report-hears = I write to you when it is decided. The button tells you at any time how it stands.
button-report-state = How does it stand?
report-state-open = You reported this on { $when }. It isn't decided yet; the decision is due by { $due }.
report-state-upheld = You were right about what you reported on { $when }: it was taken down.
report-state-dismissed = Somebody looked at what you reported on { $when }, and found no reason to take it down.
report-state-gone = What you reported on { $when } isn't here any more.
case-queue = { $count ->
    [one] **1** case is open.
   *[other] **{ $count }** cases are open.
  }
case-lead = { $count ->
    [one] **{ $title }** was reported once.
   *[other] **{ $title }** was reported { $count } times.
  }
case-complaints = What is wrong, they say
case-complaint = { $what } ({ $count })
case-list = { $what }
case-due = Decision due
case-left = in { DURATION($ms) }
case-late = now: it is late
case-words = **{ $complaint }:** { $words }
case-open = This case is open.
case-upheld = This case is upheld: what it was about is taken down.
case-dismissed = This case is dismissed: what it was about stays.
case-gone = The video of this case was erased. Nothing is left to decide.
case-stays-closed = Its video stays closed to everybody but its owner and its moderators, until its owner deletes it or whoever runs me opens it.
case-form-uphold = Take down what was reported
button-case-uphold = Take it down
button-case-dismiss = Leave it
button-case-reopen = Take the decision back
error-report_own = This is your own video. /hide takes it back from everybody, and /delete erases it.
error-report_words_missing = Say in a few words what is wrong, and send it again.
error-report_words_too_long = That has { $given } characters; { $limit } are the most. Shorten it.
error-report_quota = You have sent { $limit } reports within 24 hours, which is the most. Nothing is lost: send this one tomorrow.
error-case_holds = A report keeps this closed. It opens with the decision about that report. Nothing was changed.
error-case_open = This was reported here, and that isn't decided yet. Until then nothing of it can be published here anew.
error-case_not_found = There is no such case for you here: it is closed and forgotten, or it isn't yours.

## Reports on platforms

case-alarm = { $hours ->
    [one] **A report has waited for 1 hour.**
   *[other] **A report has waited for { $hours } hours.**
  } It is to be decided by { $due }. { $command } shows it to moderators.
case-alarm-operator = Whoever runs me can decide it too from now on.
posted-of = About **{ $title }**, as it is shown here:
posted-sees-community = 1 **Who sees it:** everyone who can read this channel, now or later. Its owner and the operator of this service can open it anyway.
posted-sees-anyone = 1 **Who sees it:** everyone who can read this channel, now or later, and anyone on the web. Its owner and the operator of this service can open it anyway.
posted-uses = 2 **Who uses it:** here, only to show it. It is its owner's: being able to see it gives no right to publish it elsewhere.
posted-copies = 3 **Copies:** here, sealed, and in this post, which the platform keeps.
posted-until = 4 **Until:** { $until }, unless its owner or the moderators take it down before. The post goes then.
posted-open-end = 4 **Until:** its owner or the moderators take it down. The post goes then.
posted-undone = 5 **Can't be undone:** what you or others saved or forwarded by then.
error-case_moved_on = Somebody was quicker: this case has been decided, or opened again, meanwhile. Nothing was changed.

## Reports without an account

takedown-title = Report a video
takedown-lead = Anyone can report a video here, without an account. Whoever answers for the place where it is shown decides, or whoever runs this service; the decision is due within 48 hours.
takedown-closes = What shows somebody intimately, uses their face or voice without consent, or harms a minor, is closed to everybody else as soon as you send this, and stays closed until it is decided. That doesn't happen where two reports from your network were found wrong lately, and none right.
takedown-contact = We ask for no name and no address, as we have no way to write to you. Instead you get a page of your own that tells what comes of your report. Of your network address we keep a code that can't be turned back into it, for a day, so that nobody sends too many.
takedown-link = The address of the video's page
takedown-link-hint = It begins like the address of this site and has /c/ in it. Leave it empty if you know none, and describe the video below.
takedown-what = What is wrong?
takedown-words = What should be known about it?
takedown-words-hint = { $limit ->
    [one] 1 character
   *[other] { $limit } characters
  } at most. Say where you saw it and why it should go, unless the address above says enough. Whoever decides reads this; the video's owner doesn't.
takedown-faith = I believe in good faith that what I say here is true.
takedown-send = Send the report
takedown-wrong = Not sent yet
takedown-not-shown = Nothing is shown at that address now. If you mean something else, leave it empty, and say below where you saw it.
takedown-state-title = Your report
takedown-keep = Keep the address of this page: it is the only way to hear what comes of your report, and nobody can send it to you again. Whoever has it reads the same.
takedown-forgotten = It answers for 90 days after the decision at least; then the report is forgotten.
takedown-again = Report something else
takedown-gone = There is no report at this address, or it was forgotten since.
takedown-report = Report
takedown-report-it = Report { $title }
error-complaint_missing = Choose what is wrong.
error-good_faith_missing = Confirm that you say this in good faith.
desk-cases = { $count ->
    [one] 1 case is open. It comes first.
   *[other] { $count } cases are open. They come first.
  }
desk-kind-case = { $count ->
    [one] Reported once
   *[other] Reported { $count } times
  }
desk-case-due = Decision due by { $due }
desk-case-late = Decision overdue
desk-case-said = { $complaint }: { $words }
desk-case-words = Something that a report describes in words
desk-case-shared = A video that was shared
desk-case-kept = Upheld: kept closed
desk-case-kept-why = Its video stays closed to everybody but its owner until they delete it, or until you open it.
desk-case-one-by-one = Decide the report, then it is closed or open.
desk-dismiss = Leave it
desk-uphold = Take it down
desk-case-done-look = Yours to look at for 5 minutes.
desk-case-done-dismiss = Left as it is, and opened again where it was closed. Press u to take that back.
desk-case-done-uphold = Taken down. Press u to decide again: it stays down until then.
desk-case-done-reopen = The case is open again.
desk-case-done-lift = Open again to whom its owner lets see it.
desk-case-done-skip = Skipped.
seen-held = On hold after a report or a restored backup: only you can open it, and those who review the report, if there is one.
report-owner-held = **{ $video }** was reported, and is on hold: only you and those who review the report can open it. You can delete it.
## Invitations
button-invite = Make an invitation
button-invite-anew = Make a new invitation
button-uninvite = End the invitation
button-letin_1d = For 1 day
button-letin_7d = For 7 days
button-letin_on = Until I stop it
button-turn-away = No, not now
invite-open = An invitation holds until { $until }: { $used ->
    [0] nobody has used it.
    [one] 1 person has asked.
   *[other] { $used } people have asked.
  }
invite-waiting = They ask to see it:
platform-demo = the demo
invite-asks = { $person }, { $platform }
invite-nameless = Somebody without a name
invite-made = An invitation to { $video }. It holds until { $until }, for { $most } people at most. Pass this on; I can't show it again:
invite-line = Send this to the bot: { $command } { $line }
invite-page = The invitation as a page
invite-means = Whoever sends me that only asks: I tell you their name, and you decide. Before that they learn nothing of the video or of you. A new invitation takes the place of this one.
invite-ended = The invitation has ended. Nobody can ask by it any more, and who waited for an answer is forgotten. Who can see the video still can.
invite-none = There was no invitation.
invite-asked = I asked. Whoever invited you reads your name, { $person }, and decides; if they agree, I show it to you here and under /videos.
invite-waits = You have asked already. There is no answer yet.
invite-own = That is your own invitation: pass it on to somebody else.
invite-closed = Not now: there is nothing that you can see by that invitation.
invite-knock = **{ $person }** ({ $platform }) asks to see { $video }.
invite-knock-warning = They have your invitation; I can't tell more about who they are. If you let them, they can watch and save it.
invite-let-in = Let them see it?
invite-let-in-done = **{ $person }** ({ $platform }) can see it now, { $until }.
invite-turned-away = **{ $person }** ({ $platform }) can't see it. They hear “not now”, and no more.
error-knock_over = That was answered already, or it is over. /share shows how it stands.
page-invited-title = An invitation
page-invited-lead = Somebody may want to show you a video. This page knows nothing of it, nor of them.
page-invited-how = To ask, send this to the bot that the link is from, in a private chat:
page-invited-then = Whoever made the invitation then reads what you are called there, and decides. Until they agree, nothing is shown to you.
whosaw-moderator = A moderator of { $community }
whosaw-moderator-somewhere = A moderator of a community
whosaw-operator = The operator
whosaw-looked = { $when }, to decide about it
whosaw-plays = { $count ->
    [one] On showcases' web pages it was handed over once. I don't know to whom; it may have been you.
   *[other] On showcases' web pages it was handed over { $count } times. I don't know to whom; you may be among them.
  }
whosaw-posts = Who watches it in a showcase's channel or chat, I can't see at all.
publish-form-said = What is said in it; empty where nothing is
publish-said = What is said
review-said = What is said
error-said_too_long = That text of what is said has { $given } characters; { $limit } are the most. Shorten it.
showcase-captions = Captions
showcase-said = What is said: { $words }
post-said = What is said: { $words }
button-showcase = The showcase on the web
showcase-door = Everything that the community shows, for its members. This link signs you in once, in this browser, for 12 hours. Your membership is asked for again and again.
showcase-door-open = Sign in
showcase-door-gone = This link opens nothing: it was used, it is too old, or you are no member there now. Ask the bot for another one, by /about in the server or group.
desk-count-operator = { $count ->
    [0] Nothing waits.
    [one] 1 video waits, for you alone or for whoever is quicker.
   *[other] { $count } videos wait, for you alone or for whoever is quicker.
  }
desk-closes-operator = This desk closes by itself: { $until }. Then give { $command } again.

## Receipts in versions

receipt-expires = Goes by itself: { $what }.
receipt-over = Should be gone, and I can't check that: { $what }.
receipt-unconfirmed = Nobody confirmed in 90 days that it is gone: { $what }.
button-receipt-page = Receipt's page
erased-ephemeral_files = our file in a message that only you saw
erased-backups = backups
erased-generators_copy = the copy at { $where }{ $when ->
    [none] {""}
   *[other] , deleted there { $when }
  }
waiting-video = our files
waiting-poster = our pictures of it
waiting-preview = its preview here
waiting-inputs = what you gave
waiting-prompt = your words
waiting-title = the title
waiting-file_names = names of files
waiting-keys = the keys
waiting-history = its history
waiting-ephemeral_files = the file in a message that only you see, while the platform lets us
waiting-generators_copy = the copy at { $where }; we ask again
expires-backups = backups, by { $when }
expires-generators_copy = the copy at { $where }{ $when ->
    [none] {""}
   *[other] , about { $when }, as it says
  }; I can't delete it there
over-generators_copy = the copy at { $where }, which says that it cleared it about { $when }
recall-chat_files = a file in a chat that can't be changed any more
recall-generators_copy = the copy at { $where }, which { $whose ->
    [house] the operator has to clear
   *[other] I can't delete there
  }
unconfirmed-chat_files = our file in the chat
unconfirmed-ephemeral_files = the file in a message that only you saw
unconfirmed-sent_files = files that you sent in the chat
unconfirmed-generators_copy = the copy at { $where }

## One's own data as an archive

name-mydata = mydata
command-mydata = Get everything that is here of you, as one archive
button-mydata-make = Make the archive
button-mydata-first = Get my data first
button-mydata-stop = Stop and erase it
button-mydata-look = How far is it?
button-mydata-get = Get the archive
button-mydata-erase = Erase it now
mydata-lead = I can put everything that I hold of you into one archive: now { $videos ->
    [one] 1 video
   *[other] { $videos } videos
  } with { $files ->
    [one] 1 file
   *[other] { $files } files
  }, { SIZE($size_bytes) }.
mydata-holds = In it: your videos and what you gave for them, your words, whom you share with and who opened what, what you published, reported or decided, your settings and receipts. As files, as a page to read, and as data for programs.
mydata-lacks = Not in it: other people's words, names and ids beyond what I tell you anyway, and keys.
mydata-keeps = It is sealed and for you alone. It is erased { DURATION($hours_ms) } after it is ready, or sooner: when you erase it, and when something that is in it is erased.
mydata-making = Your archive is being made: { $percent } % done.
mydata-ready = Your archive is ready: { $files ->
    [one] 1 file
   *[other] { $files } files
  }, { SIZE($size_bytes) }. It is erased { $until }.
mydata-sooner = It goes sooner when something that is in it is erased: a video, or the name of somebody who leaves. Then ask for another one.
mydata-link = The link opens once, for whoever opens it first: keep it to yourself. This chat gets no copy. A download that breaks off can go on for an hour, in the same browser.
button-mydata-send = Send it here
mydata-here = I can send it as a file into our private chat. Then { $platform } has a copy, which I don't take back: it is there until you delete that message.
mydata-sending = The file comes into our private chat in a moment.
mydata-file = This is all that I held of you, as you asked for it. This copy stays here until you delete this message.
mydata-no-way = I can't hand it to you: it is too large for this chat, and whoever runs me has set up no web address. { $command } says who that is: the setting is HUSHREEL_PUBLIC_URL.
mydata-erased = Nobody can open your archive any more; its file goes within seconds. { $command } makes another one.
error-export_there = You have an archive, or one is being made. /mydata shows it.
error-export_changed = Something was erased while your archive was made. It begins again within a minute.
page-mydata-title = An archive of one's own data
page-mydata-lead = Behind this link is everything that the bot holds of one person, in one file. It opens once. If it isn't yours, close this page.
page-mydata-gone = This link opens nothing: it was used, it is too old, or the archive is erased. Ask the bot for another one, by /mydata.
archive-title = Your data at Hushreel
archive-lead = This is what Hushreel held of you { $when }.
archive-whole = The same and more, complete and for programs, is in { $file }.
archive-you = You
archive-banned = { $count ->
    [one] You may not publish in 1 community, until { $until }.
   *[other] You may not publish in { $count } communities; the last of these bans ends { $until }.
  }
archive-videos = Your videos
archive-none = Nothing.
archive-words = Your words
archive-text = Text over the picture
archive-names = Names of your files
archive-state = State
archive-asked = Asked for
archive-asked-value = { $when }, in { $platform }
archive-ends = Erased here
archive-who = Who is in it
archive-portrayed-own = what you gave; nobody asked
archive-portrayed-unsaid = you didn't say
archive-portrayed-self = you said: only you
archive-portrayed-agreed = you said: others, they agreed
archive-portrayed-nobody = you said: no real person
archive-shared = Shared with
archive-grant = { $who }, since { $since }, until you stop it
archive-grant-until = { $who }, since { $since }, until { $until }
archive-seen = Opened by
archive-publications = In communities
archive-chats = In chats
archive-chats-yours = Yours, in { $platforms }
archive-chats-others = Those of people you share with, in { $platforms }
archive-shown-draft = begun
archive-shown-proposed = with the moderators
archive-shown-approved = approved
archive-shown-shown = shown
archive-shown-declined = not published
archive-shown-withdrawn = taken back
archive-shown-removed = taken down
archive-shown-expired = its time was over
archive-shown-appealed = appealed
archive-role-input = What you gave
archive-role-output = The video
archive-role-poster = Its still picture
archive-role-preview = Its preview
archive-damaged = damaged here, and not readable any more
archive-from-others = Shared with you
archive-from-others-count = { $count ->
    [0] Nobody shares a video with you.
    [one] 1 video is shared with you. What it shows and says belongs to whoever shares it, and isn't here.
   *[other] { $count } videos are shared with you. What they show and say belongs to those who share them, and isn't here.
  }
archive-reports = What you reported
archive-decisions = What you decided as a moderator
archive-receipts = Receipts of what was erased
## Break-glass: the operator opened a video at the machine

whosaw-break-glass = { $when }, at the machine: { $what }. Their reason: { $reason }
whosaw-root = What the operator opens with Hushreel's own command stands here too. Whoever runs the machine could go round that, and I wouldn't see it.
break-glass-notice = The operator opened { $video } at the machine, { $when }: { $what }. Their reason: { $reason }
break-glass-output = the finished video
break-glass-input = what you gave for it
break-glass-poster = its picture
break-glass-preview = its preview
break-glass-export = an export of it
erased-messages = our messages in the chat
waiting-messages = our messages in the chat, taken back as soon as the platform lets us
recall-messages = messages in a chat that can't be changed any more
unconfirmed-messages = our messages in the chat

## Forgetting a person

command-forgetme = Erase everything that is yours here, on every platform
name-forgetme = forgetme
forget-lead = Shall I erase everything that is yours here, and forget you? There is no trash, and nobody can bring it back.
forget-connected = Your connected accounts go together: { $platforms }.
forget-field-videos = Your videos
forget-field-account = Your account
forget-field-names = Your name elsewhere
forget-videos = { $videos ->
    [0] There are none.
    [one] 1 video goes, with its words, posts, shares and links.
   *[other] { $videos } videos go, with their words, posts, shares and links.
  }
forget-open = Others can open { $open ->
    [one] 1 video of yours
   *[other] { $open } videos of yours
  } now. That ends at once.
forget-account = Settings, buttons and connections go{ $given ->
    [0] .
    [one] , and so does your access to 1 video that somebody shares with you.
   *[other] , and so does your access to { $given } videos that others share with you.
  }
forget-names = { $reports ->
    [0] Decisions that you took as a moderator stay, without your name and without your note.
    [one] 1 report of yours stays, and so do decisions that you took as a moderator: without your name and without your words.
   *[other] { $reports } reports of yours stay, and so do decisions that you took as a moderator: without your name and without your words.
  } Where somebody sees who opened a video, you become “someone who left”.
forget-bans = { $count ->
    [one] 1 ban stays, until { $until }
   *[other] { $count } bans stay, until { $until } at the latest
  }: as a fingerprint of your account, which tells nobody who you are.
forget-receipts = Receipts of what was erased stay, without you. Whoever has the secret of one can show it.
forget-outside = What other people saved or forwarded stays with them, and so does what the platforms keep for themselves. I can't reach that.
forget-chat = I take your videos out of our chats where the platform lets me. Other words in them stay until you delete the chat.
forget-alone = In { $community } you are the only moderator whom its admins chose. After this its admins decide alone, until they choose others with { $command }.
forget-chose = You chose last how { $community } is set up. That stays as it is, and its admins can change it with { $command }. Until one of them does, I have nobody there to whom I can write in private.
forget-form = Erase everything
forget-type = Type { $word } to erase everything
forget-word = FORGET
button-forget = Erase everything
forget-kept = Nothing was erased.
forget-done = Done: nobody can open anything of yours any more, and I don't know you any more. What is left in files of mine goes within minutes. Your receipt: { $receipt }.
forget-secret = Its secret: { $secret }. Keep both; nobody else has the secret. I don't write to you again. When you write to me, we meet for the first time.
whosaw-left = Someone who left
error-account_unknown = I don't know this account any more, so there is nothing to erase.
error-account_erased = This account was erased a moment ago. Nothing was kept of what you did just now.
error-forget_too_soon = Your accounts were connected less than a day ago. So that nobody erases what isn't theirs, this waits until { $until_ms }. With /unlink you part them now, and each side can erase its own.
error-forget_word = That isn't the word, so nothing was erased. Type it just as it stands there.
erased-account = your account: settings, accounts and connections
erased-sharing = what you shared, and what was shared with you
erased-name_in_reports = your name and your words in reports
erased-name_in_decisions = your name and your words in decisions
waiting-account = your account: settings, accounts and connections
waiting-sharing = what you shared, and what was shared with you
waiting-name_in_reports = your name and your words in reports
waiting-name_in_decisions = your name and your words in decisions
expires-bans = bans, as a fingerprint that names nobody, { $when } at the latest
receipt-page-title = Receipt
receipt-page-lead = Your receipt's number and secret show what became of everything by now. Nothing else is asked, and nobody is told that you looked.
receipt-page-number = Number
receipt-page-secret = Secret
receipt-page-secret-hint = 22 letters and digits. You got it when you confirmed the deletion: it stands at the end of the link, after the dot.
receipt-page-show = Show
receipt-page-wrong = There is no receipt with this number and this secret. Check both.
receipt-page-open = Receipt { $receipt } is open. Version { $version }, signed { $when }.
receipt-page-closed = Receipt { $receipt } is closed: nothing waits any more. Version { $version }, signed { $when }.
receipt-page-keep = The file holds all versions. The operator can check it with “hushreel receipt verify”.

## What was left

error-decider_left = Whoever decided this the first time has left, and nobody can know who that was. The appeal is for whoever runs me.
privacy-archive = An archive of all your data is kept here too, sealed, until { $until }. { $command } shows and erases it.
privacy-archive-coming = An archive of all your data is being made here. { $command } shows it, and stops it.
error-restore_holds = It came back from a backup without the record of what was erased since. Whoever runs me can lift that. Nothing was changed.
## The object store

recall-older_versions_hold_sealed_bytes_only = older versions in the object store: sealed bytes only, whose keys are gone

## Papers that promise less than somebody agreed to

agree-lead = Since you last agreed to our papers, { $count ->
    [one] one clause has
   *[other] { $count } clauses have
  } come to promise you less. Read what changed, and decide before you give us anything more. What you made before stays yours as it is: you can look at it, export it and erase it either way.
agree-clause = Clause { $section }: { $title }
agree-before = Before: { $text }
agree-now = Now: { $text }
agree-more = And { $count } more: the page below has them all.
agree-history = Every version of our papers
agree-done = Thank you: that you agree is kept, with the version and today's date. Ask for your video once more; nothing of it was taken in.

## Ways to make a video: labels, rules, agreement, sending

option-create-route = Which way it is made; what leaves this house waits until you send it
name-create-route = route
route-motion = built-in motion
route-kling = Kling
route-comfyui = ComfyUI
plan-route = Made by
button-route = Another way
button-use = Use { $route }
draft-route-form = How shall { $video } be made?
draft-route = Way
draft-who-own = **Who is in it?** What you gave leaves this house only after you have said that. I keep your answer with the video.
label-lead = **This leaves the house.** { $route } makes it, not I. Your words and what you gave go to { $host }: without your name, your account, or what a file tells of place and time.
label-where = Where
label-keeps = Kept there
label-trains = Training
label-deletes = Deleted there
label-passes = Passed on
label-silent = the papers that I know don't say
label-quote = { $text } [{ $number }]
label-and = { $before } { $after }
trains-yes = yes. { $said }
trains-no = no. { $said }
trains-unknown = unknown. { $said }
trains-conflict = the papers contradict each other. { $said }
label-cost = Cost for whoever runs me
label-cost-unknown = unknown
button-papers = First its papers: { $route }
button-send = Send to { $route }
consent-lead = **Before anything of yours goes to { $route }**, its papers are yours to read, and I need your agreement. I keep it with today's date; you can take it back in the settings.
consent-changed = **The papers of { $route } have changed** since you agreed to them. Read them again before anything more goes there.
consent-paper = { $paper }
consent-means = You agree that your words and what you give may go to { $route } under these papers, and that whoever can be seen in it agreed too. This sends nothing; you send with a press of its own.
progress-unsure = Nobody knows yet whether { $route } began it, and it may have been charged. I don't send it again by myself. I keep looking, and tell you here.
button-look-again = Check again
button-again-paid = Try again (may be charged twice)
made-away = { $route } made it with AI. Your words, and pictures that you gave, went there. “Is it private?” tells what it may do with them.
made-own = { $route } made it with AI, on a machine of whoever runs me. Nothing was sent to a company.
bar-person-not_allowed = your own rule doesn't allow it
bar-person-leaves = by your own rule nothing leaves this house
bar-person-may_train = your own rule asks for no training, and its papers don't promise that
bar-community-not_allowed = this community doesn't allow it
bar-community-leaves = in this community nothing may leave this house
bar-community-may_train = this community asks for no training, and its papers don't promise that
bar-begun-not_allowed = the community in which you began it doesn't allow it
bar-begun-leaves = in the community where you began it, nothing may leave this house
bar-begun-may_train = the community in which you began it asks for no training, and its papers don't promise that
bar-operator-not_set_up = it isn't set up here
error-route_barred = This can't be made here by { $route }: { $why }. What fits: { $can }. Your own rule is in the settings.
error-no_route_fits = No way of making videos fits here. The nearest is { $route }, but { $why }. Your own rule is in the settings; a community's is its admins' to change.
error-no_way_left = At least one way has to be left. Nothing was changed.
button-ways = What may make videos
button-limit = Set a budget
button-unlimited = Budget as the operator set it
budget-form = What may be spent on videos begun here?
budget-amount = In a month, in { $currency }
ways-lead = This holds for your videos from now on, wherever you ask for them. What is being made already goes on.
ways-lead-here = This holds for videos that are begun or sent here, and goes with what was begun here wherever it is sent from. A member's own rule holds besides.
ways-allowed = Ways that may be used
ways-list = { $routes }
ways-none = none
ways-ask-stays = May what is given leave this house?
ways-stays-on = No, never
ways-stays-off = Yes, by a press on Send
ways-ask-training = Must its papers promise not to train on it?
ways-untrained-on = Yes, always
ways-untrained-off = No, I look at each
ways-agreed = You agreed to these papers: { $papers }.
button-disagree = Take that back
ways-disagreed = Taken back. Nothing more goes there before you agree again. What was sent has been sent.
button-allow = Choose the ways
ways-form = Which ways may be used?
ways-may = may be used
ways-may-not = may not
button-extras = More wishes
extras-form = What else shall hold for { $video }?
extras-negative = What shall not be seen
extras-camera = Camera
extras-quality = Quality
extras-mode = { $mode }
extras-sound = Sound of its own
extras-speech = What its lips shall say (instead of going on)
extras-cuts = Cuts of its own
camera-none = as it comes
camera-down_back = down and back
camera-forward_up = forward and up
camera-right_turn_forward = turning right, then forward
camera-left_turn_forward = turning left, then forward
sound-on = with sound
sound-none = without
cuts-on = with cuts
cuts-none = without
