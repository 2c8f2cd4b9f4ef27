// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/target.h"

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oneinn::files {

namespace {

namespace fs = std::filesystem;

constexpr int mostLinks = 40; ///< as the kernel has it

/// "/proc/self/fd/1", which is a link in name only: what it says may be no path.
std::optional<int> ownDescriptor(const fs::path &link)
{
    std::error_code error;
    const fs::path folder = fs::canonical(link.parent_path(), error);
    if (error || folder != "/proc/" + std::to_string(::getpid()) + "/fd")
        return std::nullopt;
    const std::string name = link.filename().string();
    int descriptor = -1;
    const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), descriptor);
    if (fault != std::errc() || end != name.data() + name.size())
        return std::nullopt;
    return descriptor;
}

/// The path that a link stands for.
fs::path behind(const fs::path &link, std::error_code &error)
{
    const fs::path next = fs::read_symlink(link, error);
    return next.is_absolute() ? next : link.parent_path() / next;
}

Target existing(const std::string &path, const struct stat &found)
{
    if (S_ISDIR(found.st_mode))
        return Refused{EISDIR};
    if (S_ISFIFO(found.st_mode) || S_ISCHR(found.st_mode))
        return Stream{path};
    // A whole disk is not what anybody means by a file to write to.
    if (!S_ISREG(found.st_mode))
        return Refused{EPERM};
    // To rename over it only its folder must be writable: what is kept from writing has to stay.
    if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0)
        return Refused{errno};
    return Replaceable{path, true, found.st_mode & 07777U, found.st_uid, found.st_gid};
}

} // namespace

Target targetOf(const std::string &path)
{
    if (path.empty())
        return Refused{ENOENT};
    fs::path place(path);
    for (int links = 0; links <= mostLinks; ++links) {
        struct stat found = {};
        if (::lstat(place.c_str(), &found) != 0) {
            const bool absent = errno == ENOENT && place.has_filename();
            return absent ? Target(Replaceable{place.string()}) : Target(Refused{errno});
        }
        if (!S_ISLNK(found.st_mode))
            return existing(place.string(), found);
        if (const auto descriptor = ownDescriptor(place))
            return OwnDescriptor{*descriptor};
        std::error_code error;
        place = behind(place, error);
        if (error)
            return Refused{error.value()};
    }
    return Refused{ELOOP};
}

} // namespace oneinn::files
