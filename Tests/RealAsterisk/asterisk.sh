#!/usr/bin/env bash
# A real Asterisk for whole test calls: found or fetched, configured, started and stopped beside whatever else runs.
#
#   asterisk.sh setup      find an Asterisk, or install one in a chroot of its own (kept for the next time)
#   asterisk.sh start      setup, then write the configuration and start; returns when it has booted
#   asterisk.sh stop       stop it for sure and take its folder away; its log stays beside it, as FOLDER.log
#   asterisk.sh status     say whether it runs; exit 0 when it does
#   asterisk.sh cli CMD…   one console command, such as: asterisk.sh cli core show channels
#   asterisk.sh log        the path of its log
#   asterisk.sh remove     stop it and delete the chroot
#
# It opens no port: no SIP, no manager, no web server. Calls are files put into its spool folder, and the only sockets
# are its control socket, in a folder of its own, and the FastAGI connections that it makes.
#
# Environment
#   ATTENDANT_ASTERISK_RUN     folder of one run, the same path inside and outside the chroot: configuration, logs,
#                              spool, recordings, and the sounds of the server under test
#                              [/tmp/attendant-asterisk-UID]
#   ATTENDANT_ASTERISK_CHROOT  the chroot [$XDG_CACHE_HOME or ~/.cache, then /attendant/asterisk-chroot]
#   ATTENDANT_ASTERISK_SUITE   the Debian suite it is made of [sid]
#   ATTENDANT_ASTERISK_USE     "host" or "chroot": take only that one [whichever is there]
#   ATTENDANT_ASTERISK_OWNER   a process id: when that process ends, this Asterisk is stopped
#
# Exit codes: 0 done · 1 failed · 2 wrong usage · 77 this machine cannot have one (one line says why).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
run=${ATTENDANT_ASTERISK_RUN:-/tmp/attendant-asterisk-$(id -u)}
chroot_dir=${ATTENDANT_ASTERISK_CHROOT:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/attendant/asterisk-chroot}
suite=${ATTENDANT_ASTERISK_SUITE:-sid}
use=${ATTENDANT_ASTERISK_USE:-}
oldest=18 # the first major version that this project supports

say() { printf 'asterisk: %s\n' "$*"; }
fail() { printf 'asterisk: %s\n' "$*" >&2; exit 1; }
cannot() { printf 'asterisk: skipped: %s\n' "$*" >&2; exit 77; }

# shellcheck source=Tests/RealAsterisk/lib/find.sh
. "$here/lib/find.sh"
# shellcheck source=Tests/RealAsterisk/lib/chroot.sh
. "$here/lib/chroot.sh"
# shellcheck source=Tests/RealAsterisk/lib/configure.sh
. "$here/lib/configure.sh"
# shellcheck source=Tests/RealAsterisk/lib/run.sh
. "$here/lib/run.sh"

usage() { awk 'NR > 1 && !/^#/ { exit } NR > 1 { sub(/^# ?/, ""); print }' "${BASH_SOURCE[0]}"; }

command=${1:-help}
[ $# -eq 0 ] || shift
case "$command" in
    setup) find_or_install; say "$(describe) is ready" ;;
    start) find_or_install; start ;;
    stop) stop ;;
    status) status ;;
    cli) [ $# -gt 0 ] || { usage >&2; exit 2; }; cli "$@" ;;
    log) printf '%s\n' "$run/log/asterisk.log" ;;
    remove) stop; remove_chroot ;;
    # for the script itself
    foreground) find_one && foreground ;;
    guard) guard "$1" ;;
    help | -h | --help) usage ;;
    *) printf 'asterisk: unknown command "%s"; asterisk.sh help lists them\n' "$command" >&2; exit 2 ;;
esac
