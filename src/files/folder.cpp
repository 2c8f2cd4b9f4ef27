// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/folder.h"

#include <filesystem>
#include <system_error>

namespace oneinn::files {

namespace {

namespace fs = std::filesystem;

constexpr fs::perms others = fs::perms::group_all | fs::perms::others_all;

void takeFromOthers(const fs::path &path)
{
    std::error_code ignored;
    fs::permissions(path, others, fs::perm_options::remove, ignored);
}

} // namespace

std::optional<Problem> makeFolder(const std::string &path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (!error)
        return std::nullopt;
    return Problem{.kind = ProblemKind::FileNotSaved, .file = path, .systemError = error.value()};
}

std::optional<Problem> makePrivateFolder(const std::string &path)
{
    if (auto problem = makeFolder(path))
        return problem;
    takeFromOthers(path);
    std::error_code error;
    for (fs::directory_iterator each(path, error), end; !error && each != end;
         each.increment(error)) {
        std::error_code unknown;
        if (fs::is_regular_file(each->symlink_status(unknown)))
            takeFromOthers(each->path());
    }
    return std::nullopt;
}

} // namespace oneinn::files
