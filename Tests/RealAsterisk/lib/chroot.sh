# shellcheck shell=bash
# shellcheck disable=SC2154 # what asterisk.sh sets before it reads this file
# An Asterisk in a chroot, made with debootstrap from the mirror that this machine's apt already uses.
#
# Every mount is made in a mount namespace of its own, so it goes away with the last process that lives there: there is
# nothing to undo, not even after a crash.

install_chroot() {
    can_install
    mkdir -p "$(dirname "$chroot_dir")"
    exec 8>"$chroot_dir.lock"
    flock 8 # two runs at once: the second waits here and then finds the work done
    if [ ! -e "$chroot_dir/.complete" ]; then
        local new="$chroot_dir.new" mirror
        mirror=$(find_mirror) || cannot "none of the mirrors in apt's settings has Debian's $suite, where Asterisk is"
        [ ! -e "$new" ] || rm -rf --one-file-system "$new"
        bootstrap "$new" "$mirror"
        rm -rf --one-file-system "$chroot_dir"
        mv "$new" "$chroot_dir"
    fi
    exec 8>&-
}

can_install() {
    [ "$(id -u)" -eq 0 ] || cannot "no Asterisk $oldest or newer is installed, and only root can make a chroot for one"
    command -v apt-get >/dev/null || cannot "no Asterisk $oldest or newer is installed, and this machine is not a Debian"
    unshare --mount true 2>/dev/null || cannot "this machine does not let root make mounts (a container without the right?)"
    if ! command -v debootstrap >/dev/null; then
        say "installing debootstrap"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq debootstrap; } >/dev/null 2>&1 ||
            cannot "debootstrap is not installed and could not be"
    fi
}

# Prints the first source of apt's that answers for the suite. Security and other makers' sources have no such suite.
find_mirror() {
    local uri probe
    probe=$(mktemp)
    # shellcheck disable=SC2016 # apt's own variable
    for uri in $(apt-get indextargets --format '$(REPO_URI)' 2>/dev/null | sort -u); do
        if /usr/lib/apt/apt-helper download-file "${uri%/}/dists/$suite/InRelease" "$probe" >/dev/null 2>&1 &&
            grep -q '^Origin: Debian' "$probe"; then
            rm -f "$probe"
            printf '%s\n' "${uri%/}"
            return
        fi
    done
    rm -f "$probe"
    return 1
}

bootstrap() {
    local root=$1 mirror=$2 log
    log=$(dirname "$root")/install.log
    say "making a chroot of Debian's $suite in $chroot_dir (about a minute, once)"
    debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$log" 2>&1 || fail "debootstrap: $(tail -n 1 "$log")"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    apt-config dump | grep '^Acquire::' >"$root/etc/apt/apt.conf.d/50host" || true
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no package may start a service
    chmod 755 "$root/usr/sbin/policy-rc.d"
    say "installing Asterisk there"
    in_chroot "$root" '' sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends asterisk asterisk-modules &&
        apt-get clean' >>"$log" 2>&1 || fail "installing Asterisk: $(tail -n 1 "$log") (all of it: $log)"
    # Asterisk asks for its own host's address when it starts: without this line that is a question to the network
    printf '127.0.0.1 localhost %s\n::1 localhost\n' "$(hostname)" >"$root/etc/hosts"
    touch "$root/.complete"
}

# in_chroot ROOT SHARED COMMAND… runs a command inside; the folder SHARED, when given, has the same path on both sides.
in_chroot() {
    # shellcheck disable=SC2016 # the inner shell expands these
    DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 unshare --mount --propagation private bash -euc '
        root=$1 shared=$2
        shift 2
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        if [ -n "$shared" ]; then
            mkdir -p "$root$shared"
            mount --bind "$shared" "$root$shared"
        fi
        exec chroot "$root" "$@"' in_chroot "$@"
}

remove_chroot() {
    [ -e "$chroot_dir" ] || { say "no chroot in $chroot_dir"; return; }
    [ -e "$chroot_dir/.complete" ] || fail "$chroot_dir was not made by this script"
    ! grep -q " $chroot_dir/" /proc/mounts || fail "something is mounted below $chroot_dir"
    rm -rf --one-file-system "$chroot_dir" "$chroot_dir.lock" "$(dirname "$chroot_dir")/install.log"
    say "removed $chroot_dir"
}
