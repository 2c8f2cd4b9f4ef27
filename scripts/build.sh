# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by run and test: configure and build. `root` is the project's folder.
root=${root:?}

# Configures a preset, unless it is configured already. When a CMakeLists.txt changes, Ninja runs
# CMake again by itself; it does not know of the presets, nor that the folder was moved or copied.
configure() {
    local preset=$1 build="$root/build/$1" home
    if [[ -f $build/CMakeCache.txt ]]; then
        home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$build/CMakeCache.txt")
        [[ $home -ef $root ]] || rm -rf "$build"
    fi
    if [[ ! -f $build/build.ninja || $root/CMakePresets.json -nt $build/build.ninja ]]; then
        (cd "$root" && cmake --preset "$preset")
    fi
}

# What another clone has compiled is taken from the compiler's cache: paths are hashed as seen from
# the build folder. The price: a debugger may name the other clone's files.
# The rest is what precompiled headers ask for.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=true
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

# Builds a preset on all cores: all of it, or the targets behind its name. Says nothing when there is
# nothing to do.
build() {
    local build="$root/build/$1"
    configure "$1"
    shift
    [[ $(ninja -C "$build" -n "$@") == *'no work to do'* ]] \
        || cmake --build "$build" --parallel "$(nproc)" ${1:+--target "$@"}
}
