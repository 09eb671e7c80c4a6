# The sentences of verdicts, answers and our own clauses, in English.
# Verdicts and answers first, then hushreel-privacy and hushreel-terms (message: document-section-vSINCE).

## Figures

pattern-moment = d MMM y, HH:mm
    .short = d MMM y
names-more = { $first }, { $second } and { $more ->
    [one] 1 other
   *[other] { $more } others
  }
names-chosen = people you chose
name-unknown = someone
community-unnamed = its community

## Names of papers and ways

document-hushreel-privacy = Our privacy policy
document-hushreel-terms = Our terms
document-kling-app-terms = Kling's app, terms
document-kling-app-privacy = Kling's app, privacy policy
document-kling-api-terms = Kling's paid API, terms
document-kling-api-terms-cn = Kling's API in China, contract
document-kling-api-privacy = Kling's paid API, privacy policy
document-kling-api-docs = Kling's paid API, documentation
document-discord-api-docs = Discord's documentation
document-discord-developer-policy = Discord's developer policy
document-discord-developer-terms = Discord's developer terms
document-discord-privacy = Discord's privacy policy
document-discord-terms = Discord's terms
document-telegram-api-docs = Telegram's documentation
document-telegram-bot-privacy = Telegram's standard privacy policy for bots
document-telegram-bot-terms = Telegram's terms for bots
document-telegram-privacy = Telegram's privacy policy
document-telegram-terms = Telegram's terms
document-facefusion-service = The website facefusion.co
document-comfyui-docs = ComfyUI's documentation
document-facefusion-program = The open-source program FaceFusion
document-fal-api-terms = fal's API, terms
document-fal-docs = fal's documentation
document-fal-privacy = fal's privacy policy
document-fal-terms = fal's terms
document-kling-app-notices = Kling's app, notices
document-replicate-docs = Replicate's documentation
document-replicate-privacy = Replicate's privacy policy
document-replicate-terms = Replicate's terms
document-runway-api-docs = Runway's API, documentation
document-runway-privacy = Runway's privacy policy
document-runway-terms = Runway's terms
provider-motion = Built-in motion
provider-kling = Kling
provider-kling-app = Kling's app
provider-comfyui = ComfyUI
provider-facefusion = FaceFusion
provider-fal = fal
provider-replicate = Replicate
provider-runway = Runway
version-undated = undated
certainty-read = read
certainty-reported = second-hand
certainty-claimed = only claimed
certainty-contradicted = contradicted
certainty-by-copy = { $certainty }, operator's copy of { $copied }
checked-contradicted = The operator's own copy contradicts { $marks }.
    .short = Contradicted: { $marks }.
checked-read = The operator's own copy bears out { $marks }.

## The headline: who can open it

opens-private = No other member can open it.
opens-private-reviewed = Only you and the moderators of { $community } can open it.
    .short = Only you and moderators can open it.
opens-selected-reviewed = { $names } and the moderators of { $community } can open it.
    .short = { $names } and moderators can open it.
opens-selected = { $names } can open it.
opens-community = Everyone in { $community } can open it.
opens-community-and = Everyone in { $community } and { $names } can open it.
opens-public = Anyone can open it.
opens-held = On hold after a report: you and those who review the report can open it.
    .short = On hold: you and those who review the report can open it.
opens-restored = On hold since a backup was put back: you alone can open it. It may be one that you had erased.
    .short = On hold since a backup was put back: you alone can open it.
opens-later-private = Not ready yet; no other member can find it.
opens-later-selected = Not ready yet; then { $names } can open it.
opens-later-community = Not ready yet; then everyone in { $community } can open it.
opens-later-community-and = Not ready yet; then everyone in { $community } and { $names } can open it.
opens-later-public = Not ready yet; then anyone can open it.
opens-none = There is no video to open: making it { $state ->
    [failed] failed
   *[cancelled] was cancelled
  }.
opens-erasing = It is being erased; nobody can open it here any more.
opens-erased = It is erased; nobody can open it here.

## The headline: did a generator get it

sent-none = Nothing was sent to a generator.
sent-not-yet = Nothing has gone to { $provider } yet.
sent-never = Nothing of it went to { $provider }.
sent-maybe = { $provider } may have received { $what }.
sent-yes = { $provider } received { $what }.
sent-yes-since = { $provider } received { $what } on { $when }.
    .short = { $provider } received { $what }.
sent-maybe-since = { $provider } may have received { $what } on { $when }.
    .short = { $provider } may have received { $what }.
what-picture = your picture and words
what-words = your words
what-unknown = what you gave for it
    .short = your input

## The five questions

question-who-sees = Who sees it:
question-who-uses = Who uses it:
question-copies = Copies:
question-until = Until:
question-undone = Can't be undone:

sees-private = you.
sees-selected = you, and { $names }, until you stop it.
    .short = you and those named, until you stop it.
sees-until = That ends by itself { $when }.
    .short = Ends { $when }.
sees-community = everyone in { $community }, its moderators included.
sees-community-and = everyone in { $community }, its moderators included, and { $names }.
    .short = those named above, and moderators.
sees-reviewed = The moderators of { $community } can open it while they decide.
    .short = And moderators, for now.
sees-since = Shown since { $when }.
    .short = Since { $when }.
sees-public = anyone.
sees-held = you, and those who review the report.
    .short = you and those reviewers.
sees-restored = you.
    .short = you.
sees-later-private = you, as soon as it is made.
sees-later-selected = no one yet; when it is ready, you and { $names }.
    .short = no one yet; then as said.
sees-later-community = no one yet; when it is ready, everyone in { $community }.
    .short = no one yet; then as said.
sees-later-community-and = no one yet; when it is ready, everyone in { $community } and { $names }.
    .short = no one yet; then as said.
sees-later-public = no one yet; when it is ready, anyone.
    .short = no one yet; then as said.
sees-none = no video came of it. What you gave for it is yours alone.
    .short = you; no video came of it.
sees-erasing = nobody, through us.
sees-erased = nobody, through us.
sees-operator = { $operator } could technically open it.
    .short = { $operator } could too.
sees-operator-erased = { $operator } could technically read this machine; no file of the data folder holds it any more.
sees-operator-erasing = { $operator } could technically read this machine until that is done.
operator-named = The operator, { $operator },
operator-unnamed = The operator of this server

uses-here = here, only to run the service: no ads, no sale, no training.
    .short = here, to run the service.
uses-motion = Built-in motion worked on this machine; no generator got anything.
uses-motion-later = Built-in motion works on this machine; no generator gets anything.
uses-kling = Kling's paid API: second-hand reports conflict on training; don't count on “no”.
    .short = Kling's API: reports on training conflict.
uses-kling-app = Kling's app: by its terms, second-hand, it may train models with it; a wide licence is claimed.
    .short = Kling's app: may train with it, second-hand.
uses-comfyui = ComfyUI is run by the operator, so the same promise holds for it.
    .short = ComfyUI, run by the operator: the same.
uses-facefusion = FaceFusion: the texts I have don't say whether it trains.
uses-fal = fal: what second-hand notes say of training contradicts itself; whoever it passes it to: the texts I have don't say.
    .short = fal: reports on training conflict.
uses-replicate = Replicate: no right to train its own models was found, and no promise not to; whoever it passes it to: the texts I have don't say.
    .short = Replicate: not known whether it trains.
uses-runway = Runway: by its general terms, second-hand, it may train models with it; other terms may hold for the operator.
    .short = Runway: may train with it, second-hand.
uses-later = That holds once it is sent.
uses-never = Nothing of this one was sent there.
    .short = Nothing was sent.
uses-anyone = Whoever can open it can keep or misuse it.
    .short = Viewers can keep it.

copies-here = here, sealed; in the operator's backups for 30 days at most.
    .short = here, sealed; backups 30 days at most.
copies-none = none here.
copies-going = here, being erased.
copies-chat = { $platforms }, in this chat.
    .short = { $platforms } (chat).
copies-ephemeral = { $platforms }, in a message only you see.
    .short = { $platforms } (message).
copies-post = { $platforms }, in the showcase post.
    .short = { $platforms } (post).
copies-received = { $platforms }, in the chats of those you share with.
    .short = { $platforms } (their chats).
copies-review = { $platforms }, in messages for the moderators who decide.
    .short = { $platforms } (moderators).
until-received = { $platforms }: our messages to them lose it when sharing ends, where we still can change them.
    .short = { $platforms }: when sharing ends.
until-review = { $platforms }: the moderators' message loses it when they have decided.
    .short = { $platforms }: until they decide.
until-looked = { $platforms }: what a moderator opened stays until they close it, once 15 minutes are over.
    .short = { $platforms }: until a moderator closes it.
copies-kling = Kling (Singapore, second-hand).
    .short = Kling (Singapore).
copies-kling-over = Kling (Singapore, second-hand), if it wasn't cleared there.
    .short = Kling, if not cleared.
copies-kling-app = Kling's app (Singapore).
copies-comfyui = The folders of the operator's ComfyUI{ $host ->
    [none] {""}
   *[other] {" "}at { $host }
  }.
    .short = ComfyUI's folders.
copies-comfyui-ours = For some minutes, the folders of the operator's ComfyUI{ $host ->
    [none] {""}
   *[other] {" "}at { $host }
  }.
    .short = ComfyUI's folders, for minutes.
copies-facefusion = FaceFusion.
copies-fal = fal, under public addresses (United States and elsewhere, second-hand).
    .short = fal, under public addresses.
copies-replicate = Replicate (United States, second-hand).
    .short = Replicate (United States).
copies-runway = Runway; I have no text on where.
copies-maybe = (If it got that far.)
    .short = (If sent.)

until-here = erased here { $when }. You can move that date or delete at once.
    .short = erased here { $when }, or sooner.
until-kept = what you gave and your words are erased here { $when }; the video itself stays while it is shown or waits and for a day more, until { $kept } at the latest.
    .short = words go { $when }; the video { $kept } at the latest.
until-kept-alone = what you gave and your words are gone here; the video itself stays while it is shown or waits and for a day more, until { $kept } at the latest.
    .short = the video goes { $kept } at the latest.
until-retention = erased here { $duration } after it is done. You can move that date or delete at once.
until-later = erased here { $duration } after it is done, or on the date that you set.
    .short = erased here { $duration } after it is done.
until-overdue = its end here was { $when }; it is erased any moment now.
until-erasing = it is being erased here now.
until-erased = it is gone here.
until-chat = { $platforms }: until it is removed there.
    .short = In chats: until removed.
until-ephemeral = { $platforms } { $count ->
    [one] doesn't
   *[other] don't
  } say when { $count ->
    [one] its copy goes
   *[other] their copies go
  }.
    .short = { $platforms }: no date.
until-kling = Kling: about 30 days, second-hand, longer for legal reasons. We can't shorten that.
    .short = Kling: 30 days or longer, second-hand.
until-kling-dated = Kling: until about { $when }, as it says of results; longer for legal reasons, second-hand. We can't shorten that.
    .short = Kling: about { $when } or longer.
until-kling-over = Kling says that it clears results after 30 days: since about { $when } no copy should be there. I can't check that. For legal reasons it may keep it longer, second-hand.
    .short = Kling: cleared about { $when }, it says; I can't check.
until-kling-app = Kling's app: as long as necessary, no number given. You can ask them.
    .short = Kling's app: no number given.
until-comfyui = ComfyUI keeps its files until the operator clears them.
    .short = ComfyUI: until the operator clears it.
until-comfyui-ours = ComfyUI: we delete its files about 10 minutes after it is made.
    .short = ComfyUI: about 10 minutes.
until-facefusion = FaceFusion: its website claims 7 days; that may not hold for this way.
    .short = FaceFusion: 7 days, only claimed.
until-fal = fal: requests 30 days, second-hand; for its files I have no date. Files that were put in stay when the rest is deleted.
    .short = fal: 30 days or longer, second-hand.
until-replicate = Replicate: an hour by default. That doesn't bind whoever it passes it to.
    .short = Replicate: an hour by default.
until-runway = Runway: addresses of results expire within 48 hours; how long the files stay, the texts I have don't say.
    .short = Runway: no date for the files.

undone-own = what you saved or passed on yourself; and a delete, for there is no trash.
    .short = what you passed on; a delete.
undone-erased = the erasing; and what anybody had saved before.
undone-selected = what they kept of it.
undone-open = what anybody who could open it kept of it.
    .short = what others kept.
undone-own-reviewed = what you saved or passed on yourself, and what moderators who opened it kept; and a delete, for there is no trash.
    .short = what you passed on, or moderators kept; a delete.
undone-before = It was public from { $when }: copies people made then stay.
    .short = It was public from { $when }.
undone-seen = { $names } watched it.
    .short = { $count ->
        [one] One person
       *[other] { $count } people
      } watched it.
undone-ephemeral = The file in the private message ({ $platforms }) can't be recalled.
    .short = The private message's file.
undone-chat = What was forwarded or saved from { $platforms }.
    .short = What left the chat.
undone-generator = What { $provider } already did with it.
    .short = What { $provider } did with it.
undone-kling-app = What Kling's app already did with it; its licence is claimed to be irrevocable.
    .short = What Kling's app did with it.

## Chat platforms that carry what is said

sees-platform = { $platforms } can technically see what is in the chat.
    .short = So can { $platforms }.
uses-platform = In the chat: { $platforms }, under terms whose text I don't have.
    .short = { $platforms }: own terms.
copies-asked = { $platforms }: the words and files that you sent for it.
    .short = { $platforms } (what you sent).
copies-account = { $platforms }: what you sent there, and what I answered.
    .short = { $platforms } (the chat).
until-direct = { $platforms }: our message loses the file when it is erased here.
    .short = { $platforms }: goes with it.
until-asked = What you sent through { $platforms }: no date is known to me.
    .short = { $platforms }: no date.
copies-chats = { $platforms } (chats).
until-chats = { $platforms }: no date.
undone-chats = What the chats hold.
undone-asked = That { $platforms } got what you sent.
    .short = What { $platforms } got.
until-tidy = { $platforms }: our message with it leaves the chat { $when }.
    .short = { $platforms }: { $when }.
until-tidy-due = { $platforms }: our message with it leaves the chat any moment now.
    .short = { $platforms }: any moment now.
until-tidy-both = { $platforms }: our message with it and the files that you sent leave the chat { $when }; your words stay.
    .short = { $platforms }: files { $when }; your words stay.
until-sent = What you sent through { $platforms }: files leave the chat { $when }, words stay.
    .short = { $platforms }: your words stay.
until-tidied = What you sent through { $platforms }: files leave the chat after 47 hours, words stay.
    .short = { $platforms }: words stay.
copies-server = A folder of the operator's own { $platforms } server, unsealed.
    .short = The operator's { $platforms } server.
sees-link = Whoever has a one-time link to it can open it, once.
    .short = Or a one-time link.

## Without a video: how everything here is kept

account-open-none = { $videos ->
    [0] You have no video here. A new one opens for you alone; no other member can find it.
    [one] You have 1 video here. No other member can open it.
   *[other] You have { $videos } videos here. No other member can open any of them.
  }
account-open-some = { $videos ->
    [one] You have 1 video here.
   *[other] You have { $videos } videos here.
  } { $open ->
    [one] Somebody else can open 1 of them.
   *[other] Others can open { $open } of them.
  }
account-open-general = A video here is private: no other member can open it.
account-sent-none = Built-in motion sends nothing to a generator.
account-sent-some = Built-in motion sends nothing to a generator; { $providers } would, and I ask you before.
account-sees = you. { $operator } could technically open everything here.
account-sees-open = you, and whom you opened a video to. { $operator } could technically open everything here.
account-until = { $duration } after a video is done; you can move the date or delete at once.
account-until-next = { $duration } after a video is done; your next one goes { $when }. You can move dates or delete at once.

## Answers about the papers

answer-clause = { $document }{ $section ->
    [none] {""}
   *[other] , { $section }
  } ({ $certainty }): { $text }
made-algorithm = It was made by an algorithm, without a trained model.
made-composite = It was made by an algorithm out of what you gave, without a trained model.
made-model = It was made by a trained model.
made-composite-with-model = It was made by a trained model, and what you gave is in it.
private-kling = Kling's paid API: the texts I have don't say who sees a video there. On training, second-hand reports conflict; don't count on “no”.
private-kling-app = Kling's app says that it publishes nothing by default. But by its terms, second-hand, it may train models with your video, and a wide licence is claimed.
private-facefusion = FaceFusion: the texts I have don't say who sees or uses a video there. Its website only claims to delete after 7 days.
private-fal = fal: files made there lie under public addresses. On training, second-hand notes contradict themselves; don't count on “no”.
whole-papers = /privacy leads to our whole policy, /about to our terms as well. I can tell you what they say:
greeting = I answer questions about your videos and the papers they are under.
lead-conflict = What I have on this contradicts itself; here are both sides.
lead-training-kling = Kling's paid API: second-hand reports conflict. Don't count on “no”.
lead-training-kling-app = Kling's app: yes, as reported second-hand.
lead-training-comfyui = ComfyUI here is run by the operator; our own promise of no training holds.
lead-training-fal = fal: second-hand notes of its terms conflict. Don't count on “no”.
lead-training-runway = Runway: yes by its general terms, as reported second-hand; other terms may hold for the operator.
lead-not-sent = This video was made by { $made }; { $provider } got nothing of it.
lead-not-sent-from-here = This video was made by { $made }; nothing of it was sent to { $provider } from here.
lead-two-ways = Kling's app and Kling's paid API are under different papers.
abstain = The texts I have don't say.
abstain-subject = The texts that I have of { $subject } don't say.
abstain-elsewhere = The texts I have don't say: I know only Hushreel's papers, and what I have of the generators and chats that it works with.
talk-forgotten = Forgotten: I no longer know what my last answer here was about.
others = Of other people's videos I tell nobody anything, not even whether there are any.
deny-section = { $document }: there is no section { $section }; the last one is { $last }.
deny-within = { $document }: there is no section { $section }; section { $chapter } ends with { $last }.
deny-unknown = { $document }: I know of no section { $section } there. I have notes of single places, not the whole text.
abstain-hint = Ask me who can see a video, who uses it, where copies are, until when, or what can't be undone.
empty-question = Ask me something, for example: is my video private?
other-language = (I answer in English, Spanish, Portuguese, Chinese and Russian so far.)
    .short = (English, Spanish, Portuguese, Chinese and Russian so far.)
only-ours = I understand English, Spanish, Portuguese, Chinese and Russian so far. Ask me, for example: is my video private?

## The letter to a generator

objection-told = This is a letter to copy: write at its end where they can answer you. I send nothing. What is marked second-hand or only claimed, check before you rely on it. It isn't legal advice.
objection-address = Send it to { $address }: that address stands in { $document } ({ $certainty }).
objection-no-address = The papers that I have of this way name no address to write to; look for it on the company's own pages.
objection-operator = { $operator ->
    [none] { $provider } knows the operator as its customer, and perhaps nothing of you: ask the operator to send it too.
   *[other] { $provider } knows the operator as its customer, and perhaps nothing of you: ask { $operator } ({ $contact }) to send it too.
  }
objection-nobody-motion = Nothing of this video left this machine: built-in motion made it here. There is nobody to write to.
objection-nobody-comfyui = No company got anything of this video: ComfyUI, which made it, is run by the operator. There is nobody else to write to; its folders are the operator's to clear.
objection-nobody-facefusion = No company got anything of this video as far as I know: the open-source program FaceFusion made it on the operator's machine. There is nobody else to write to.
objection-not-sent = { $provider } hasn't got anything of this video yet, so there is nothing to object to. Cancel it if it shouldn't go there.
objection-never-sent = { $provider } got nothing of this video, so there is nothing to object to.
objection-here = What Hushreel holds itself you erase with /delete.
objection-letter-to = To { $company }
objection-letter-subject = Subject: objection, erasure and access
objection-letter-received = I write about a video of mine. { $operator ->
    [none] A service that uses Hushreel
   *[other] { $operator }, whose service uses Hushreel,
  } sent what I gave for it to { $provider }.
objection-letter-maybe = I write about a video of mine. { $operator ->
    [none] A service that uses Hushreel
   *[other] { $operator }, whose service uses Hushreel,
  } may have sent what I gave for it to { $provider }.
objection-letter-own = I write about a video of mine that I made with { $provider }.
objection-letter-video = The video: number { $number }, reference { $reference }, asked for on { $when }, by way of { $provider }.
objection-letter-words = My words for it: “{ $prompt }”
objection-letter-ask = I ask you:
objection-letter-erase = 1. Erase what you received for it and what you made of it, with all copies, and confirm that to me.
objection-letter-stop = 2. Use none of it for anything but making that video, above all not to train or improve models, and pass it on to nobody. I object to any such use.
objection-letter-tell = 3. Tell me what you hold of it, what you used it for, who received it, and when it will be erased.
objection-letter-rests = I rely on what your own papers say, as far as I know them, in other words than theirs:
objection-letter-clause = - { $document }{ $section ->
    [none] {""}
   *[other] , { $section }
  }, { $version } ({ $certainty }): { $text }
objection-letter-law = If the GDPR protects me, as it does if I live in the European Economic Area, I also rely on its Articles 17 (erasure), 21 (objection) and 15 (access).
objection-letter-against = I know that your papers also say what follows. As far as law lets me, I ask it all the same:
objection-letter-close = Please answer me at this address:

## hushreel-privacy

hushreel-privacy-1-1-v1 = { $operator ->
    [none] Whoever runs this machine is its operator. No name is set, so nothing but the demo on this machine may run.
   *[other] { $operator } runs this service and answers for it. Write to { $contact }.
  }
    .title = Who runs this
hushreel-privacy-1-2-v1 = About you I keep the id that your platform gives, your language, time zone and way of delivery where you chose them, and how many videos you asked for. No name, and nothing else is asked of you.
    .title = What is kept about you
hushreel-privacy-1-3-v1 = { $contact ->
    [none] You can see, correct or erase what is kept about you; ask whoever runs this machine.
   *[other] You can see, correct or erase what is kept about you; where a command doesn't do it yet, write to { $contact }.
  }
    .title = Your rights
hushreel-privacy-2-1-v1 = A video is private from the moment you ask for it. You can open and download it; no other member can.
    .title = Private by default
hushreel-privacy-2-2-v1 = { $operator ->
    [none] Whoever runs this machine holds its key, and could technically open anything on it. Nothing in the chat gives them that.
   *[other] { $operator } runs this machine, holds its key, and could technically open anything on it. Nothing in the chat gives them that.
  }
    .title = The operator
hushreel-privacy-2-3-v1 = Whoever looks for a private video of somebody else gets the same answer as for a video that doesn't exist.
    .title = Others can't even find it
hushreel-privacy-2-4-v1 = Moderators can open no private video. They are like any other member here.
    .title = Moderators
hushreel-privacy-2-5-v1 = Here your pictures, sounds and clips, your prompt and your file names are shown to nobody but you, whatever becomes of the video.
    .title = What you put in
hushreel-privacy-2-6-v1 = No command here shows a video of yours to anybody else yet. To pass one on, download it; what others then do with it is beyond us.
    .title = Sharing
hushreel-privacy-3-1-v1 = What you give is used only to make, keep, show and erase your videos. No ads, no sale, no training of models, no third party.
    .title = Only to run the service
hushreel-privacy-3-2-v1 = Built-in motion works on this machine. It sends nothing to any generator, and nothing else leaves the machine to make your video.
    .title = Built-in motion
hushreel-privacy-4-1-v1 = What you give and what is made of it lie here sealed (AES-256-GCM), each under a key of its own. The master key lies outside the data folder.
    .title = Sealed
hushreel-privacy-4-2-v1 = Prompts, titles, texts for the picture and file names are sealed too, under one key a video.
    .title = Words are sealed
hushreel-privacy-4-3-v1 = Unsealed, they exist in working memory only while they are made or shown; they are never written to a disk.
    .title = Never plain on a disk
hushreel-privacy-4-4-v1 = A picture, sound or clip loses its hidden data as it comes in: place (GPS), camera, date, everything but image and sound.
    .title = Hidden data of files
hushreel-privacy-4-5-v1 = Hushreel makes no backup. Copies of the disk that the operator makes are outside our reach; without the key, the data folder opens nothing.
    .title = Backups
hushreel-privacy-4-5-v5 = Backups that the operator makes with Hushreel are sealed by a key of their own, and the master key is not in them. Each is good for 30 days: then Hushreel refuses it, and removes it from its folder when the next one is made. When one is put back, what you erased is erased again before anybody sees anything, and the rest comes back to you alone. Only if the record of what was erased is lost as well may that come back, to you alone. Copies that the operator makes otherwise are outside our reach; without the key, they open nothing.
    .title = Backups
hushreel-privacy-4-6-v1 = The demo answers only to this machine, and only to whoever has the address that its start printed.
    .title = The demo
hushreel-privacy-5-1-v1 = Each video has an end date: { $retention } after it is ready, failed or cancelled. Then the video, all that you gave for it, and your words are erased by themselves.
    .title = End date
hushreel-privacy-5-2-v1 = With /enddate you can move that date, earlier or later, up to { $retention-max } after it is done.
    .title = Moving it
hushreel-privacy-5-3-v1 = If the machine is off on an end date, the video is erased at the next start. A later change of our settings doesn't move a date you were given.
    .title = The date holds
hushreel-privacy-6-1-v1 = /delete works at once: within 1 second of your confirming, nothing of ours serves another byte. There is no trash and no way back.
    .title = Delete
hushreel-privacy-6-2-v1 = Within 60 seconds of a delete, bytes, keys, prompt, title and file names are gone from every file under the data folder.
    .title = What a delete erases
hushreel-privacy-6-3-v1 = Each erasing ends with a signed receipt of what was erased and when, and of what could not be. It stays, without a word of yours, and shows what we state, not that no other copy exists.
    .title = Receipt
hushreel-privacy-6-3-v5 = Each erasing begins with a signed receipt: what is to be erased, what waits, and what nobody can recall. It gets a new version when nothing of it is left here, and when something outside changes. It is closed once nothing waits, after 90 days at the latest, and then says what nobody confirmed. Its number and secret show it on our web page, where there is one. It stays, without a word of yours, and shows what we state, not that no other copy exists.
    .title = Receipt
hushreel-privacy-6-4-v1 = Each delete first notes the time, and ids of what goes, in a journal outside the data folder. No word of yours is in it.
    .title = Erasure journal
hushreel-privacy-6-5-v1 = Out of our reach: what you or others saved, spare cells of an SSD, and snapshots of the disk. The last two hold sealed bytes only.
    .title = What no delete reaches
hushreel-privacy-6-6-v1 = No command erases a whole account yet. Delete your videos one by one; for the rest ask { $contact ->
    [none] whoever runs this machine
   *[other] { $contact }
  }.
    .title = Your account
hushreel-privacy-7-1-v1 = Logs hold ids and times, never what you wrote, titles or file names.
    .title = Logs
hushreel-privacy-7-2-v1 = What you ask me is answered and written nowhere.
    .title = Your questions
hushreel-privacy-7-3-v1 = Answers are computed from your video's state and these clauses, and put into words by fixed sentences. No language model takes part.
    .title = How answers are made
hushreel-privacy-8-1-v1 = These papers have versions with dates. Each answer names the clauses that it stands on, and their version.
    .title = Versions
hushreel-privacy-1-2-v2 = About you I keep the id that your platform gives, your language, time zone and way of delivery where you chose them, and how many videos you asked for{ $platforms ->
    [none] {""}
   *[other] , besides what section 9 names
  }. No name, and nothing else is asked of you.
    .title = What is kept about you
hushreel-privacy-3-1-v2 = What you give is used only to make, keep, show and erase your videos. No ads, no sale, no training of models, no third party{ $platforms ->
    [none] {""}
   *[other] {" "}but the chat that you use: { $platforms }
  }.
    .title = Only to run the service
hushreel-privacy-4-3-v2 = Unsealed, they exist in working memory only while they are made or shown; they are never written to a disk{ $platforms ->
    [none] {""}
   *[other] {" "}of ours
  }.
    .title = Never plain on a disk
hushreel-privacy-7-2-v2 = What you ask me is answered and written nowhere{ $platforms ->
    [none] {""}
   *[other] {" "}by us; a private chat keeps what was said in it
  }.
    .title = Your questions
hushreel-privacy-9-1-v2 = Discord carries what you type, the files that you give, and what I answer. The company can technically see all of it, private chats included, and its own papers say what it does with it: we can't promise anything for it.
    .title = What Discord gets
hushreel-privacy-9-2-v2 = In a server or group I answer in messages that only you see, in our private chat in ordinary ones. I put nothing of yours into a channel.
    .title = Where I answer
hushreel-privacy-9-3-v2 = To find my own messages again I keep their ids, the channel's and their kind, and for 15 minutes a sealed key to change an answer. No word of them; and they go once there is nothing of yours left in the message.
    .title = What is kept of my messages
hushreel-privacy-9-4-v2 = A file in a message that only you see can't be removed by us after 15 minutes, and Discord doesn't document how long it lives.
    .title = Files in messages that only you see
hushreel-privacy-9-5-v2 = When a video is erased, its file is taken out of our private chat, and out of answers that can still be changed. The receipt says which of them were emptied, which wait for Discord, and which are out of reach.
    .title = Chats after an erasure
hushreel-privacy-9-6-v2 = Of a server that adds me I keep its id and since when; of its setup the chosen places, who moderates, the switches, and who chose. When I am removed, an id of our own and two times are all that stays.
    .title = What is kept of a server
hushreel-privacy-9-7-v2 = I don't read along in servers: I get commands, what you write in our private chat, and messages that mention me, of which I keep nothing.
    .title = No reading along
hushreel-privacy-9-8-v2 = If you choose links in /settings, Discord gets no copy of the video: a link that opens once leads here instead.
    .title = Links instead of files
hushreel-privacy-1-2-v3 = About you I keep the id that your platform gives, your language, time zone and way of delivery where you chose them, and how many videos you asked for{ $platforms ->
    [none] {""}
   *[other] , besides what else you chose in /settings and what sections 9 to 11 name
  }. No name, and nothing else is asked of you.
    .title = What is kept about you
hushreel-privacy-2-7-v3 = A one-time link opens a video for whoever has it: once, and for 24 hours at most. Keep it to yourself.
    .title = One-time links
hushreel-privacy-4-3-v3 = Unsealed, they exist in working memory only while they are made or shown; they are never written to a disk{ $platforms ->
    [none] {""}
   *[other] {" "}of ours
  }{ $server ->
    [none] {""}
   *[other] , but for the folder that 10.12 names
  }.
    .title = Never plain on a disk
hushreel-privacy-7-2-v3 = What you ask me is answered and written nowhere{ $platforms ->
    [none] {""}
   *[other] {" "}by us; a private chat keeps what was said in it
  }{ $telegram ->
    [none] {""}
   *[other] , and what comes through Telegram waits sealed for its answer, as 10.7 says
  }.
    .title = Your questions
hushreel-privacy-10-1-v3 = Telegram carries what you type, the files that you give, and what I answer. Chats with bots are not end-to-end encrypted: the company can technically see all of it, and each of your devices shows it. What it does with it stands in its own papers: we can't promise anything for it.
    .title = What Telegram gets
hushreel-privacy-10-2-v3 = In a group I write one line with a button that leads into our private chat, and answer there. Nothing of yours goes into a group or a channel.
    .title = Where I answer
hushreel-privacy-10-3-v3 = To find my own messages and your files in our chat again I keep their ids, the chat's, their kind and time. No word of them; and they go once there is nothing of yours left in the message.
    .title = What is kept of messages
hushreel-privacy-10-4-v3 = Tidy chat, on unless you switch it off in /settings, takes our messages with a video and the files that you sent for it out of our chat after 47 hours. A card with a button that shows the video again stays, and so do your words.
    .title = Tidy chat
hushreel-privacy-10-5-v3 = After 48 hours Telegram lets us remove no message any more. Our own we can still empty; what you sent stays until you delete it. What was forwarded or saved, nobody can take back.
    .title = After 48 hours
hushreel-privacy-10-6-v3 = When a video is erased, our messages with it are removed from our chat, or emptied where they are older than 48 hours; the files that you sent for it are removed where Telegram still lets us. The receipt says what became of them.
    .title = The chat after an erasure
hushreel-privacy-10-7-v3 = What you send is kept sealed until it is answered; its number stays, so that nothing is answered twice. After 24 hours neither is left. What you tell me while I ask one thing after the other is kept sealed until that is over, 24 hours at most.
    .title = Messages on their way
hushreel-privacy-10-8-v3 = Of a group or channel that adds me I keep its id and since when; of its setup the chosen places, who moderates, the switches, and who chose. When I am removed, an id of our own and two times are all that stays.
    .title = What is kept of a group
hushreel-privacy-10-9-v3 = I don't read along in groups: I act on commands, on what mentions me and on replies to me. Where a group makes me its administrator, Telegram sends me all that is written there; the rest is dropped at once, and its number within 24 hours.
    .title = No reading along
hushreel-privacy-10-10-v3 = If you choose links in /settings, Telegram gets no copy of the video: a link that opens once leads here instead.
    .title = Links instead of files
hushreel-privacy-10-11-v3 = If you switch off forwarding and saving in /settings, Telegram's apps do neither with my new messages. That only deters: nobody is kept from filming a screen.
    .title = Forwarding and saving
hushreel-privacy-10-12-v3 = So that larger files pass, the operator runs a Telegram server of their own. Files go through a folder of it unsealed, and stay there until the operator empties it.
    .title = The operator's own Telegram server
hushreel-privacy-11-1-v3 = To connect two accounts, a code is kept as a hash. It can be typed for 10 minutes, five wrong ones make whoever types wait, and after a day it is forgotten. Nothing is joined before you confirm it on the side where you began, within an hour.
    .title = Connecting accounts
hushreel-privacy-11-2-v3 = Meanwhile I keep the names that the platforms told of both accounts, sealed, so that you see whom you let in. Once it is decided, or time is up, they are gone.
    .title = The accounts' names
hushreel-privacy-11-3-v3 = Of each video, and of its receipt, I keep from which of your accounts it came, and since when they are connected. /unlink parts them again by that.
    .title = Unlinking
hushreel-privacy-1-2-v4 = About you I keep the id that your platform gives, your language, time zone and way of delivery where you chose them, and how many videos you asked for{ $platforms ->
    [none] {""}
   *[other] , besides what else you chose in /settings and what sections 9 to 11 name
  }. No name but those that 2.8 and 11.2 name, and nothing else is asked of you.
    .title = What is kept about you
hushreel-privacy-2-6-v4 = Nobody else sees a video of yours unless you choose them or publish it yourself. Whom you choose can watch and save it until your date, or until you stop it, which counts at once; your prompt and what you put in stay yours alone. What they saved or passed on is beyond us.
    .title = Sharing
hushreel-privacy-2-8-v4 = While you share a video I keep, sealed, what your platforms called you and the other person at that moment, and of somebody who never wrote to me only a keyed fingerprint. When I hand the video to them I keep that and when, and show it to you with /whosaw; all of it goes with the sharing or the video. Of whoever asks by an invitation I keep the name, sealed, for 14 days at most.
    .title = Names, and who opened it
hushreel-privacy-2-9-v5 = When the operator opens a video of yours with Hushreel's own command, that is kept before the first byte is read, with the reason that they give. I write to you about it where I can, and /whosaw shows it. Whoever runs the machine could go round that command, and I wouldn't see it.
    .title = What the operator opens

## hushreel-terms

hushreel-terms-1-1-v1 = Upload only what you have the right to use.
    .title = What you may upload
hushreel-terms-1-2-v1 = If other people can be recognised in a picture, sound or clip, they must have agreed before you upload it.
    .title = Other people
hushreel-terms-1-3-v1 = Nothing sexual with anybody under 18, nothing sexual or degrading of real people without their consent, and nothing that is against the law.
    .title = What is forbidden
hushreel-terms-1-4-v1 = You must be at least 13 years old, or older where your law says so.
    .title = Age
hushreel-terms-2-1-v1 = What you make stays yours, commercial use included, as far as the law and the rights of others allow. You grant us nothing beyond running the service for you.
    .title = It stays yours
hushreel-terms-3-1-v1 = { $operator ->
    [none] Whoever runs this machine
   *[other] { $operator }
  } is responsible for this service in law. The makers of Hushreel, the software, don't run it and see nothing of it.
    .title = Who is responsible
hushreel-terms-3-2-v1 = There is no guarantee against loss: a broken disk or a lost key means lost videos. Download what you want to keep.
    .title = No guarantee
hushreel-terms-3-3-v1 = If somebody made a video of you that you didn't agree to, { $contact ->
    [none] tell whoever runs this machine
   *[other] write to { $contact }
  }.
    .title = Reporting

## hushreel-privacy: publishing

hushreel-privacy-2-1-v4 = A video is private from the moment you ask for it. You can open and download it; no other member can, until you open it to them yourself.
    .title = Private by default
hushreel-privacy-2-4-v4 = Moderators can open no private video. They can open one of yours only while you have sent it to them, it is shown in their community, you can appeal their decision, or it is on hold or reported there and that isn't over.
    .title = Moderators
hushreel-privacy-5-1-v4 = Each video has an end date: { $retention } after it is ready, failed or cancelled. Then the video, all that you gave for it, and your words are erased by themselves. Only where you published it, the video itself stays while it is shown or waits.
    .title = End date
hushreel-privacy-9-2-v4 = In a server or group I answer in messages that only you see, in our private chat in ordinary ones. I put nothing of yours into a channel but what you publish there.
    .title = Where I answer
hushreel-privacy-10-2-v4 = In a group I write one line with a button that leads into our private chat, and answer there. Nothing of yours goes into a group or a channel but what you publish there.
    .title = Where I answer
hushreel-privacy-12-1-v4 = Where a community's moderators decide, nobody else in it can find what you publish before they approve it; an edit neither, while what was approved before stays. Where admins chose that nobody moderates, the preview says so.
    .title = Before it is shown
hushreel-privacy-12-2-v4 = Moderators of the community that you ask can see poster, preview and video, and read what you wrote for publishing. Your prompt, and what you gave for the video, they can't open. Moderators elsewhere find nothing.
    .title = What moderators see
hushreel-privacy-12-3-v4 = /unpublish and /hide work at once: from that moment nothing of ours shows it to anybody else there. Posts in channels go as soon as the platform lets us; what people saved by then stays with them.
    .title = Taking it back
hushreel-privacy-12-4-v4 = What is published is taken back by itself: 30 days after you began, or on the date that you chose, within a year.
    .title = It ends by itself
hushreel-privacy-12-5-v4 = While it is shown, video, poster and preview stay beyond the video's own end date; while it waits for a decision, for 14 days at most. What you gave and your words but the title go on that date all the same. When nothing keeps it any more, it stays 24 hours at least, so that you can save it.
    .title = What publishing keeps
hushreel-privacy-12-6-v4 = A post names nobody, unless you chose a name to be shown: neither your account nor the video's number, your prompt or a file's name is in it.
    .title = Anonymous
hushreel-privacy-12-7-v4 = What moderators decide is told to you with the reason, never with who it was. You can appeal once; whoever decided first can't decide that.
    .title = Decisions
hushreel-privacy-12-8-v4 = Moderators can take publishing in their community from you, for 90 days at a time. For that I keep a keyed token of each of your accounts, which names nobody. It stays until its end even if all else of yours is erased.
    .title = Bans
hushreel-privacy-12-9-v4 = Whoever is shown a video can report it. Reported as intimate, as somebody's likeness or as harming a minor, it is closed at once to everybody but you and whoever decides, and you are told that it is; only reports of somebody who was wrong twice before close nothing. Neither you nor whoever decides is told who reported it.
    .title = Reports
hushreel-privacy-12-10-v4 = Of a report I keep what was chosen and written, sealed, from which account, and when; without an account, for a day, a keyed token of the network address. What was written goes with the video, and all of it 90 days after the decision.
    .title = What is kept of reports
hushreel-privacy-6-6-v5 = /forgetme erases everything of yours, on all your platforms, once you have typed a word: videos, settings, connections, shares, and your name and words in reports and in decisions. Your next word to me is the first of somebody new. What stays names nobody: bans, as keyed tokens, until their end, receipts, and that something was decided or seen.
    .title = Your account
hushreel-privacy-6-7-v7 = Of a video that you send to Kling I keep what it costs: which generator, when, how much, and in which community it was begun. Which video it was is forgotten when that is erased. That it was yours is forgotten when the month is over, and with /forgetme; until then it counts what you spent. The sum stays for 400 days and names nobody.
    .title = What a video cost
hushreel-privacy-1-4-v5 = /mydata gives you all that I keep of you as one archive: files, a page to read, and data for programs. It is sealed, and no command gives it to anybody else. It is erased a day after it is ready. When something that is in it is erased before, nobody can open it from that moment on.
    .title = Everything as an archive

## The object store

copies-bucket = sealed, at { $storage }; in the operator's backups for 30 days at most.
    .short = sealed, at { $storage }; backups 30 days at most.
hushreel-privacy-3-2-v5 = Built-in motion works on this machine. It sends nothing to any generator, and nothing else leaves the machine to make your video{ $storage ->
    [none] {""}
   *[other] {" "}but sealed bytes, to where 4.7 says
  }.
    .title = Built-in motion
hushreel-privacy-4-7-v5 = The sealed bytes lie in an object store at { $storage }, not on this machine. It is given no key, so it can open nothing. If it keeps older versions of what is deleted, those are sealed bytes whose keys are gone; your receipt says so.
    .title = Where the sealed bytes lie

## The language model

hushreel-privacy-3-1-v6 = What you give is used only to make, keep, show and erase your videos. No ads, no sale, no training of models, no third party{ $platforms ->
    [none] {""}
   *[other] {" "}but the chat that you use: { $platforms }
  }{ $model ->
    [none] {""}
   *[other] . What you ask me in words goes to a language model too, as 7.4 says
  }.
    .title = Only to run the service
hushreel-privacy-3-1-v7 = What you give is used only to make, keep, show and erase your videos. No ads, no sale, no training of models, no third party{ $platforms ->
    [none] {""}
   *[other] {" "}but the chat that you use: { $platforms }
  }{ $model ->
    [none] {""}
   *[other] . What you ask me in words goes to a language model too, as 7.4 says
  }{ $kling ->
    [none] {""}
   *[other] . What you send to Kling yourself, with its label before you, is used as Kling's papers say, and training may be part of that
  }.
    .title = Only to run the service
hushreel-privacy-7-2-v6 = What you ask me is answered and written nowhere{ $platforms ->
    [none] {""}
   *[other] {" "}by us; a private chat keeps what was said in it
  }{ $telegram ->
    [none] {""}
   *[other] , and what comes through Telegram waits sealed for its answer, as 10.7 says
  }{ $model ->
    [none] {""}
   *[other] . A language model gets it too; whether it is written there we don't know, as 7.4 says
  }.
    .title = Your questions
hushreel-privacy-7-3-v6 = Answers are computed from your video's state and these clauses, and put into words by fixed sentences. { $model ->
    [none] No language model takes part.
   *[other] A language model may then rephrase them. It decides nothing, and what it writes is shown only where every word that matters is still ours.
  }
    .title = How answers are made
hushreel-privacy-7-4-v6 = The operator lets a language model at { $model } rephrase answers. It gets your question, our answer and the clauses behind it, with the names of the people and communities in that answer covered; never a picture, a video, a prompt or anything of others. Where the texts don't say, nothing is sent. What it does with what it gets is up to whoever runs it: we can promise nothing for it.
    .title = The language model

## Asking on

hushreel-privacy-7-5-v6 = So that you can ask on (“why?”, “and the other one?”), I remember for 24 hours what my last answer to you here was about: its topics, its clauses and its video, no word of yours, in working memory and never on a disk. Tell me to forget what we talked about, and it is gone at once.
    .title = Asking on

## Where videos are made, and what they say of it

hushreel-privacy-3-3-v7 = ComfyUI, which can make videos here, is run by the operator, { $comfyui ->
    [none] on this machine
   *[other] on another machine of theirs: { $comfyui }
  }. What you give for such a video goes there and to no company. { $clears ->
    [none] What ComfyUI keeps of it stays until the operator clears it.
   *[other] Its files there I delete about 10 minutes after it is made, and at once when you delete it.
  }
    .title = Videos by ComfyUI
hushreel-privacy-3-4-v7 = Kling gets nothing by itself. Of a video that you send there it gets your words, and your pictures without what else their files hold, under a random number: neither name, account nor address. Kling is another company; I can promise nothing for it, and show you what its own papers say.
    .title = Videos by Kling
hushreel-privacy-3-5-v7 = Each video that is made here, and each picture of it, says in itself how it was made, in a signed form that programs can read: by an algorithm, by a trained model, or mixed from what was given. Nothing of you is in that, neither name, account nor word. What can't be marked so is not delivered.
    .title = What it says of how it was made
hushreel-privacy-3-6-v7 = With each video I keep in which community you began it, so that its rule and its budget hold wherever you send it from. You alone are told. It goes with the video, and with the community.
    .title = Where it was begun
