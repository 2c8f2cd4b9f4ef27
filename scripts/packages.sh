# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by run and test: the Debian packages that One in N needs, and how they get here.

# What the window and the command line are built from, and what they need to start. The platform
# plugins for X11 and for no screen at all come with libqt6gui6, which qt6-base-dev brings along.
# shellcheck disable=SC2034 # the lists are used by the scripts that source this file
build_packages=(
    g++ cmake ninja-build
    qt6-base-dev qt6-charts-dev libqt6opengl6-dev qt6-svg-dev
    libeigen3-dev libboost-dev
    nlohmann-json3-dev zlib1g-dev libzstd-dev libsqlite3-dev pkg-config
    fonts-dejavu-core
)
# shellcheck disable=SC2034
# pandas is what a notebook hands over, and what docs/notebook.md is tried with.
# chromium reads the brief that its reader drags, without a screen; 122 MB to fetch.
# postgresql and Qt's driver for it: tests start a server of their own, and skip where there is
# none; 19 MB to fetch.
# clang makes the sanitized builds: in a third of the time that g++ takes for the same checks.
test_packages=(ccache chromium clang groff-base libclang-rt-14-dev libqt6sql6-psql lld locales poppler-utils postgresql python3 python3-pandas)
# shellcheck disable=SC2034
lint_packages=(clang-format clang-tidy clazy shellcheck)

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Names of those given that are not installed, one per line. Asks dpkg once.
missing_packages() {
    local installed package
    # dpkg-query fails when it does not know a name; that name is then simply not in its answer.
    # shellcheck disable=SC2016 # the ${...} are dpkg-query's, not the shell's
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        [[ $'\n'$installed$'\n' == *$'\n'?'i '"$package"$'\n'* ]] || say "$package"
    done
}

# Installs those of the given packages that are missing; touches nothing if none is.
install_missing() {
    local -a missing as_root=()
    [[ -z ${ONEINN_NO_INSTALL:-} ]] || return 0
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        fail "This is not a Debian system (no apt-get), so nothing can be installed from here." \
            "Install what these packages hold by your own means, then run this again with" \
            "ONEINN_NO_INSTALL=1: $*"
    fi
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]} > 0)) || return 0

    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "These packages are missing and installing them needs root:" \
            "${missing[*]}. Become root, or install sudo, and run this again."
        as_root=(sudo)
        # Nobody is there to type a password on a build server: fail instead of waiting.
        [[ ${CI:-} != true ]] || as_root=(sudo -n)
    fi
    say "Installing from Debian: ${missing[*]}"
    # One unreachable source among several is no reason to stop: the packages may still be there.
    "${as_root[@]}" apt-get update -q || say "Not all package lists could be refreshed; going on."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        -o DPkg::Lock::Timeout=120 "${missing[@]}" \
        || fail "apt-get could not install: ${missing[*]}. Its message is above." \
            "These are packages of Debian 12; an older or different system may not have them."
}
