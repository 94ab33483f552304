# shellcheck shell=bash
# shellcheck disable=SC2154 # what asterisk.sh sets before it reads this file
# Start, stop and talk to the one Asterisk of this run folder. It is known by its pid file and its command line, which
# names the run folder's own configuration: no other Asterisk is ever touched.

config=$run/etc/asterisk.conf
launched=

# Prints the process id when it runs.
running() {
    local pid
    pid=$(cat "$run/run/asterisk.pid" 2>/dev/null) && [ -n "$pid" ] || return 1
    tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "-C $config " || return 1
    printf '%s\n' "$pid"
}

start() {
    local pid
    ! pid=$(running) || { say "it runs already, process $pid, folder $run"; return; }
    own_folder
    configure
    launch
    wait_until_booted
    cli agi set debug on >/dev/null
    if [ -n "${ATTENDANT_ASTERISK_OWNER:-}" ]; then
        setsid "$here/asterisk.sh" guard "$ATTENDANT_ASTERISK_OWNER" >/dev/null 2>&1 </dev/null &
    fi
    say "$(describe) runs: process $(running), folder $run"
}

# A folder of somebody else under our name is not written into.
own_folder() {
    mkdir -p "$(dirname "$run")"
    [ -d "$run" ] || mkdir -m 700 "$run"
    { [ -O "$run" ] && [ ! -L "$run" ]; } || fail "$run is not a folder of $(id -un)"
}

launch() {
    rm -f "$run/run/asterisk.pid" "$run/run/asterisk.ctl"
    : >"$run/log/asterisk.log"
    setsid "$here/asterisk.sh" foreground >"$run/log/console" 2>&1 </dev/null &
    launched=$!
}

# What `launch` starts: becomes the Asterisk.
foreground() {
    close_inherited
    case "$kind" in
        host) exec "$program" -f -C "$config" ;;
        chroot) in_chroot "$chroot_dir" "$run" "$program" -f -C "$config" ;;
    esac
}

wait_until_booted() {
    local deadline=$((SECONDS + 60))
    until cli core waitfullybooted 2>/dev/null | grep -q 'fully booted'; do
        [ $SECONDS -lt $deadline ] || { stop >/dev/null; fail "Asterisk did not boot in 60 s; see $run.log"; }
        kill -0 "$launched" 2>/dev/null || fail "Asterisk ended at once: $(grep -h ERROR "$run/log/asterisk.log" | head -n 1)"
        sleep 0.1
    done
}

# Closes what the caller had open: whoever started us may be waiting for the last of its pipes and sockets to be closed.
close_inherited() {
    local path
    for path in /proc/self/fd/*; do
        case "${path##*/}" in
            [012] | 255) ;; # bash keeps its script open as 255
            *) eval "exec ${path##*/}>&-" ;;
        esac
    done
}

# Stops this Asterisk, and no later one, when the process that wanted it is gone without having said so.
guard() {
    local owner=$1 pid
    close_inherited
    pid=$(running) || return 0
    while kill -0 "$owner" 2>/dev/null; do
        [ "$(running)" = "$pid" ] || return 0
        sleep 1
    done
    [ "$(running)" != "$pid" ] || stop
}

cli() {
    local pid
    pid=$(running) || fail "no Asterisk runs in $run"
    if [ "/proc/$pid/root" -ef / ]; then
        "$(readlink "/proc/$pid/exe")" -C "$config" -rx "$*"
    else
        nsenter --target "$pid" --mount --root --wd /usr/sbin/asterisk -C "$config" -rx "$*"
    fi
}

status() {
    local pid
    pid=$(running) || { say "it does not run"; exit 1; }
    say "it runs, process $pid, folder $run"
    cli core show channels count
}

# Politely, then not; afterwards the folder is gone but for the log, which goes beside it.
stop() {
    local pid deadline=$((SECONDS + 5))
    if pid=$(running); then
        kill "$pid"
        while running >/dev/null && [ $SECONDS -lt $deadline ]; do sleep 0.05; done
        ! running >/dev/null || kill -9 "$pid"
        say "stopped"
    else
        say "it does not run"
    fi
    [ -e "$config" ] || return 0
    [ ! -e "$run/log/asterisk.log" ] || mv -f "$run/log/asterisk.log" "$run.log"
    rm -rf --one-file-system "$run"
    [ ! -d "$chroot_dir$run" ] || rmdir --ignore-fail-on-non-empty "$chroot_dir$run"
}
