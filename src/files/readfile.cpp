// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/readfile.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oneinn::files {

namespace {

constexpr std::size_t chunk = std::size_t{1} << 20;

Problem problemOf(ProblemKind kind, const std::string &path)
{
    return {.kind = kind, .file = path};
}

Problem unreadable(const std::string &path, int systemError)
{
    return {.kind = systemError == ENOENT ? ProblemKind::FileMissing : ProblemKind::FileUnreadable,
            .file = path,
            .detail = std::generic_category().message(systemError),
            .systemError = systemError};
}

std::optional<Problem> kindProblem(const std::string &path, const struct stat &found)
{
    if (S_ISDIR(found.st_mode))
        return problemOf(ProblemKind::FileIsDirectory, path);
    if (!S_ISREG(found.st_mode))
        return problemOf(ProblemKind::NotARegularFile, path);
    return std::nullopt;
}

Problem tooLarge(const std::string &path, std::size_t most)
{
    return {.kind = ProblemKind::SettingsTooLarge, .file = path, .expected = most};
}

/// A size is only what the file claims: some grow, and some of the kernel's have none.
Result<std::string> readUpTo(int descriptor, const std::string &path, std::size_t most)
{
    std::string bytes;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(std::min(before + chunk, most + 1));
        const ssize_t got = ::read(descriptor, bytes.data() + before, bytes.size() - before);
        bytes.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got < 0 && errno != EINTR)
            return unreadable(path, errno);
        if (bytes.size() > most)
            return tooLarge(path, most);
        if (got == 0)
            return bytes;
    }
}

} // namespace

Result<std::string> readFile(const std::string &path, std::size_t most)
{
    struct stat found = {};
    // Before it is opened, too: opening a pipe waits for somebody to write, a device may act.
    if (::stat(path.c_str(), &found) != 0)
        return unreadable(path, errno);
    if (const auto problem = kindProblem(path, found))
        return *problem;
    const int opened = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (opened < 0)
        return unreadable(path, errno);
    const bool known = ::fstat(opened, &found) == 0;
    auto problem = known ? kindProblem(path, found) : unreadable(path, errno);
    if (!problem && found.st_size > static_cast<off_t>(most))
        problem = tooLarge(path, most);
    auto bytes = problem ? Result<std::string>(*problem) : readUpTo(opened, path, most);
    ::close(opened);
    return bytes;
}

} // namespace oneinn::files
