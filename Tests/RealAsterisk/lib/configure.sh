# shellcheck shell=bash
# shellcheck disable=SC2154 # what asterisk.sh sets before it reads this file
# Writes the configuration of one run into its own folder: this project's files and nothing of the machine's.

configure() {
    mkdir -p "$run"/{etc,lib,log,run,spool/outgoing,spool/tmp,lib/moh,calls,sounds,data}
    cp "$here"/etc/*.conf "$here"/../../asterisk-conf/*.conf "$run/etc/"
    printf '[default]\nmode = files\ndirectory = %s/lib/moh\n' "$run" >"$run/etc/musiconhold.conf"
    sed -e "s|@RUN@|$run|" -e "s|@MODULES@|$(modules_folder)|" -e "s|@DATA@|$(data_folder)|" \
        "$here/etc/asterisk.conf.in" >"$run/etc/asterisk.conf"
    : >"$run/etc/acl.conf"
    music >"$run/lib/moh/tone.ulaw"
    local name
    for name in ccss cdr cel dnsmgr dsp features http manager queues udptl voicemail; do
        # a missing file of these is an error in the log, or a module that does not load; an empty one is not
        [ -e "$run/etc/$name.conf" ] || printf '[general]\n' >"$run/etc/$name.conf"
    done
}

# Music on hold, of a kind: a second of a soft 500 Hz tone (eight samples up, eight down), 8 kHz µ-law.
music() {
    local i
    for ((i = 0; i < 500; i++)); do printf '\257\257\257\257\257\257\257\257\057\057\057\057\057\057\057\057'; done
}

# Where the Asterisk in use has its documentation and its own sounds.
data_folder() {
    local root='' folder
    [ "$kind" = host ] || root=$chroot_dir
    for folder in /usr/share/asterisk /var/lib/asterisk /usr/local/share/asterisk; do
        [ ! -d "$root$folder/sounds" ] || { printf '%s\n' "$folder"; return; }
    done
    printf '/var/lib/asterisk\n'
}
