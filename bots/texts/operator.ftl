# What the person who runs the machine reads, in one line each: what is wrong, then what mends it.

## Settings

operator-setting_unknown = There is no setting { $setting }. Remove it, or look the name up in docs/operating.md.
operator-setting_later = { $setting } belongs to a later version of Hushreel; this one has nothing to do with it. Remove it.
operator-setting_malformed = { $setting } can't be read. It has to look like this: { $form }.
operator-setting_twice = { $setting } and { $other } are both set. Keep one of them.
operator-settings_file_broken = { $setting } can't be read as TOML in UTF-8. Mend it, or move it away.
operator-secret_unreadable = The file that { $setting } names can't be read. Check its path and who may read it.
operator-retention_above_max = { $setting } is longer than { $other }. Shorten the first or lengthen the second.
operator-operator_missing = Whoever uses this has to know who runs it: set { $setting }.
operator-contact_missing = Whoever uses this has to be able to reach somebody: set { $setting }.
operator-route_receives = A generator of { $setting } gets people's pictures and words, and our policy says: “{ $sentence }” Take it out.
operator-limit_below_retention = { $setting } is shorter than videos are kept, and our policy says: “{ $sentence }” Lengthen it.
operator-proof_missing = No test proves clause { $clause } of our policy, which says: “{ $sentence }” Run make check, and mend what it names.
operator-listen_refused = { $setting }: { $address } can't be listened on ({ $problem }). Choose another address, or port 0 for a free one.

## The data folder and the key

operator-key_inside_data = The key { $path } lies in the data folder, where whoever copies the data has the key as well. Move it out, and set HUSHREEL_KEY_FILE.
operator-key_missing = There are videos, but their key { $path } is gone. Put it back from your backup; a new key would open nothing.
operator-key_readable_by_others = { $path } can be read by others. Close it: chmod 600 { $path }
operator-key_damaged = { $path } isn't a whole key file. Put it back from your backup.
operator-key_of_other_data = The key { $path } belongs to other data. Set HUSHREEL_KEY_FILE to this data's key.
operator-key_does_not_open = A sealed key doesn't open with the master key: the database or the key file was changed. Put both back from the same backup.
operator-journal_inside_data = The erasure journal { $path } lies in the data folder, where an old copy of the data brings back an old journal. Move it out, and set HUSHREEL_ERASURE_JOURNAL.
operator-journal_changed = The erasure journal { $path } was changed by something else. Put it back from your newest copy.
operator-receipt_changed = This receipt was changed after it was signed. Don't rely on it; save it again from the chat.
operator-receipt_unreadable = This is no receipt, or only a part of one. Save it again from the chat.
operator-already_serving = Another Hushreel is serving { $path } already. Stop that one first, or set HUSHREEL_DATA_DIR to another folder.
operator-scrub_busy = { $path } is held open by another program, so that erased words can't be cleared out. Close it; the erasing goes on by itself.
operator-schema_newer = { $path } was written by a newer version of Hushreel. Run that version; this one would damage it.
operator-disk_full = There is no room left for { $path }. Free some, then start again.
operator-not_a_database = { $path } isn't a database of Hushreel, or is damaged. Put the right file back, or move this one away.
operator-read_only = { $path } can't be written to. Give this account the right to.
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
    Web links  off: set HUSHREEL_PUBLIC_URL (https); from version 0.2 on
    Stop       Ctrl-C; unfinished videos go on at the next start.
banner-demo = { $address }  (this machine only)
banner-no-demo = off: it is there only while no token and no HUSHREEL_PUBLIC_URL is set and HUSHREEL_LISTEN is this machine's own
banner-no-token = off: set { $setting } in .env; from version 0.2 on
banner-token = off: this version doesn't connect yet; { $setting } is there for the next one

## The command line

policy-hushreel-privacy = Our privacy policy, as it applies to these settings
policy-hushreel-terms = Our terms, as they apply to these settings
policy-holds = Every clause is true of these settings, and every promise has its tests on record.
migrated = The database is at this version's schema.
receipt-valid = Receipt { $number } is unchanged and signed by this machine: video { $video }, erased { $at }.
receipt-of-another = Receipt { $number } is unchanged since it was signed, but not by this machine's key. Its key: { $key }
receipt-unread = { $path } can't be read. Give the file that “Save the receipt” gave you.
cited = [{ $number }] { $document } { $section } (version { $version }, { $certainty }): { $quote }
cited-nearest = Nearest: { $document } { $section } (version { $version }, { $certainty }): { $quote }
document-unknown = There is no document { $document }. There are: { $known }.
