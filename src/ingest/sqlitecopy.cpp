// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/sqlitecopy.h"

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include <stdlib.h> // NOLINT(modernize-deprecated-headers): mkdtemp() is not in cstdlib

namespace oneinn::ingest {

namespace {

namespace fs = std::filesystem;

constexpr std::array besides{"-wal", "-journal"};
constexpr auto nameOfCopy = "table.db";

fs::path besideOf(const fs::path &file, const char *ending)
{
    fs::path beside = file;
    beside += ending;
    return beside;
}

/// 0: there is none, or nothing in it.
std::uintmax_t sizeOf(const fs::path &file)
{
    std::error_code error;
    const auto size = fs::is_regular_file(file, error) ? fs::file_size(file, error) : 0;
    return error ? 0 : size;
}

struct State {
    std::uintmax_t size = 0;
    fs::file_time_type written;

    friend bool operator==(const State &, const State &) = default;
};

std::array<State, 1 + besides.size()> stateOf(const fs::path &file)
{
    std::array<State, 1 + besides.size()> states;
    std::error_code error;
    states[0] = {sizeOf(file), fs::last_write_time(file, error)};
    for (std::size_t i = 0; i < besides.size(); ++i) {
        const auto beside = besideOf(file, besides[i]);
        states[i + 1] = {sizeOf(beside), fs::last_write_time(beside, error)};
    }
    return states;
}

std::error_code copyAll(const fs::path &file, const fs::path &to)
{
    std::error_code error;
    fs::copy_file(file, to, fs::copy_options::overwrite_existing, error);
    for (const char *ending : besides) {
        const auto beside = besideOf(file, ending);
        if (!error && sizeOf(beside) > 0)
            fs::copy_file(beside, besideOf(to, ending), fs::copy_options::overwrite_existing,
                          error);
    }
    // A file that may not be written is copied as one.
    if (!error)
        fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
    return error;
}

Problem unreadable(const std::error_code &error)
{
    return {.kind = ProblemKind::FileUnreadable, .detail = error.message()};
}

} // namespace

SqliteCopy::~SqliteCopy()
{
    std::error_code ignored;
    if (!m_folder.empty())
        fs::remove_all(m_folder, ignored);
}

std::optional<Problem> SqliteCopy::makeWhereNeeded(const fs::path &given)
{
    // What is not merged lies beside the file itself, not beside a link to it.
    std::error_code missing;
    const fs::path file = fs::canonical(given, missing);
    if (missing
        || (sizeOf(besideOf(file, besides[0])) == 0 && sizeOf(besideOf(file, besides[1])) == 0))
        return std::nullopt;
    std::error_code error;
    std::string folder = (fs::temp_directory_path(error) / "one-in-n-XXXXXX").string();
    if (error)
        return unreadable(error);
    if (::mkdtemp(folder.data()) == nullptr)
        return unreadable({errno, std::generic_category()});
    m_folder = folder;
    const auto before = stateOf(file);
    if (const auto failed = copyAll(file, path()))
        return unreadable(failed);
    // Copied at two moments, they would not belong together.
    if (stateOf(file) != before)
        return Problem{.kind = ProblemKind::TableWritten};
    return std::nullopt;
}

fs::path SqliteCopy::path() const
{
    return m_folder.empty() ? fs::path() : m_folder / nameOfCopy;
}

} // namespace oneinn::ingest
