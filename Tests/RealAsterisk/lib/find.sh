# shellcheck shell=bash
# shellcheck disable=SC2154 # what asterisk.sh sets before it reads this file
# Which Asterisk to use. Sets `kind` to host or chroot, and `program` to its path (inside the chroot, where it is one).

kind=
program=

find_or_install() {
    find_one && return
    [ "$use" != host ] || cannot "no Asterisk $oldest or newer is installed on this machine"
    install_chroot
    find_one || fail "Asterisk was installed in $chroot_dir, but does not run there"
}

find_one() {
    local path
    if [ "$use" != chroot ] && path=$(PATH=$PATH:/usr/sbin:/usr/local/sbin command -v asterisk) && new_enough "$path"; then
        kind=host program=$path
    elif [ "$use" != host ] && [ -e "$chroot_dir/.complete" ]; then
        [ "$(id -u)" -eq 0 ] || cannot "only root can use the Asterisk in $chroot_dir"
        kind=chroot program=/usr/sbin/asterisk
    else
        return 1
    fi
}

# "Asterisk 22.5.2~dfsg+~cs6.15" and "Asterisk GIT-master-abc" are both answers of `asterisk -V`; a build from git counts
# as new.
new_enough() {
    local major
    major=$("$1" -V 2>/dev/null | sed -n 's/^Asterisk [A-Za-z/]*\([0-9]*\)\..*/\1/p')
    [ -z "$major" ] || [ "$major" -ge "$oldest" ]
}

describe() {
    local version
    case "$kind" in
        host) version=$("$program" -V) && printf '%s of this machine' "$version" ;;
        chroot) version=$(chroot "$chroot_dir" "$program" -V) && printf '%s in %s' "$version" "$chroot_dir" ;;
    esac
}

# The folder of the modules, as Asterisk sees it.
modules_folder() {
    local root='' found
    [ "$kind" = host ] || root=$chroot_dir
    found=$(find "$root"/usr/lib* "$root"/usr/local/lib* -name app_dial.so -path '*asterisk/modules*' 2>/dev/null | head -n 1)
    [ -n "$found" ] || fail "no modules of Asterisk (app_dial.so) were found below ${root:-/}usr/lib"
    found=${found%/app_dial.so}
    printf '%s\n' "${found#"$root"}"
}
