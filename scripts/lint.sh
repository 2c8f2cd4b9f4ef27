# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by test: clang-tidy and clazy over src. `root` is the project's folder.
root=${root:?}

# Works like run-clang-tidy, but remembers: what is compiled together is checked again only when one
# of its files, a header that they include, the compiler flags, the checks or the tool have changed.
# What is clean is remembered for every clone of this user, as compiled files are. Generated sources
# are left out. Most of the time goes into Qt's and the standard library's headers: once for ten
# files instead of once for each is a fifth of it.

# Prints "KEY<TAB>PART<TAB>FILE" for what the given build compiles of src: sources, or CMake's list of
# ten. The headers come from Ninja's record of what the compiler read, so the build must be up to date.
lint_keys() {
    python3 - "$root" "$1" "$2" <<'PYTHON'
import hashlib, json, pathlib, shlex, subprocess, sys

root, build, salt = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
headers, target = {}, None
for line in subprocess.run(["ninja", "-C", str(build), "-t", "deps"], check=True,
                           capture_output=True, text=True).stdout.splitlines():
    if not line.startswith(" "):
        target = line.split(": #deps")[0]
        headers[target] = []
    elif line.strip():
        path = (build / line.strip()).resolve()
        if path.is_relative_to(root) and path.is_file():
            headers[target].append(path)

digests = {}
def digest(path):
    if path not in digests:
        digests[path] = hashlib.sha256(path.read_bytes()).hexdigest()
    return digests[path]

for entry in json.loads((build / "compile_commands.json").read_text()):
    source = pathlib.Path(entry["file"]).resolve()
    together = source.parent.name == "Unity"
    if source.is_relative_to(root / "src"):
        part = source.relative_to(root / "src").parts[0]
    elif together and source.is_relative_to(build / "src"):
        part = source.relative_to(build / "src").parts[0]
    else:
        continue
    if part == "precompiled":
        continue
    words = shlex.split(entry["command"])
    output = words[words.index("-o") + 1]
    command = entry["command"].replace(str(root), ".")
    key = hashlib.sha256(f"{salt}\n{command}\n".encode())
    if together:
        key.update(source.read_text().replace(str(root), ".").encode())
    ours = {path for path in headers.get(output, [])
            if path.parent.name != "Unity" and not path.name.startswith("cmake_pch")}
    for path in sorted(ours if together else {source, *ours}):
        key.update(f"{path.relative_to(root)} {digest(path)}\n".encode())
    print(f"{key.hexdigest()}\t{part}\t{source}")
PYTHON
}

tidy_one() { clang-tidy -p "$1" --quiet --extra-arg=-Wno-unknown-warning-option "$2" 2>&1; }

# clazy-standalone succeeds whatever it finds; what it finds is marked with the check's name.
clazy_one() {
    local output
    output=$(clazy-standalone -p "$1" --checks=level1 --header-filter="^${root}/src/" \
        --extra-arg=-Wno-unknown-warning-option "$2" 2>&1) || {
        say "$output"
        return 1
    }
    [[ $output != *'[-Wclazy-'* ]] || {
        say "$output"
        return 1
    }
}

# lint_file TOOL BUILD STAMPS KEY FILE: checks one file unless its key is known to be clean.
lint_file() {
    local output
    if output=$("$1_one" "$2" "$5"); then
        touch "$3/$4"
    else
        printf '%s\n' "$output"
        return 1
    fi
}

# lint TOOL VERSION CONFIG FOLDERS: runs a tool over the sources of a part of src.
lint() {
    local tool=$1 build="$root/build/asan" stamps="${XDG_CACHE_HOME:-$HOME/.cache}/one-in-n/lint/$1" key part file keys
    local -a todo=()
    mkdir -p "$stamps"
    keys=$(lint_keys "$build" "$2 $(cat "$root/scripts/lint.sh" "$3")")
    while IFS=$'\t' read -r key part file; do
        [[ $part =~ ^($4)$ ]] || continue
        [[ -f $stamps/$key ]] || todo+=("$key" "$file")
    done <<<"$keys"
    ((${#todo[@]} > 0)) || return 0
    say "$tool: $((${#todo[@]} / 2)) to check"
    export root
    export -f say lint_file tidy_one clazy_one
    # shellcheck disable=SC2016 # expanded by the inner shell
    printf '%s\0' "${todo[@]}" \
        | xargs -0 -n 2 -P "$(nproc)" bash -c 'lint_file "$0" "$1" "$2" "$3" "$4"' "$tool" "$build" "$stamps"
}
