// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/filebytes.h"

#include "ingest/memoryneed.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <new>
#include <system_error>

namespace oneinn::ingest {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk = std::size_t{4} << 20;

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Problem unreadable(const fs::path &path, const std::error_code &error)
{
    return {.kind = ProblemKind::FileUnreadable, .file = path.string(), .detail = error.message()};
}

std::error_code lastError()
{
    return {errno, std::generic_category()};
}

/// What keeps a path from being read before it is opened.
std::optional<Problem> pathProblem(const fs::path &path, const fs::file_status &status,
                                   const std::error_code &error)
{
    if (status.type() == fs::file_type::not_found)
        return Problem{.kind = ProblemKind::FileMissing, .file = path.string()};
    if (fs::is_directory(status))
        return Problem{.kind = ProblemKind::FileIsDirectory, .file = path.string()};
    if (error)
        return unreadable(path, error);
    return std::nullopt;
}

} // namespace

bool FileBytes::grow(std::size_t capacity)
{
    std::unique_ptr<char[]> larger(new (std::nothrow) char[capacity]);
    if (!larger)
        return false;
    std::copy_n(m_bytes.get(), m_size, larger.get());
    m_bytes = std::move(larger);
    return true;
}

Result<FileBytes> FileBytes::read(const fs::path &path, const JobControl &job)
{
    job.report(0.0);
    std::error_code error;
    const auto status = fs::status(path, error);
    if (const auto problem = pathProblem(path, status, error))
        return *problem;

    const File file(std::fopen(path.c_str(), "rb"));
    if (!file)
        return unreadable(path, lastError());

    // The size is a hint only: a pipe has none, and a file may grow while it is read.
    const auto hint = fs::is_regular_file(status) ? fs::file_size(path, error) : 0;
    if (auto problem = memoryProblem(error ? 0 : hint, memoryAvailable())) {
        problem->file = path.string();
        return *problem;
    }
    FileBytes bytes;
    if (const auto problem = bytes.readAll(file.get(), error ? 0 : hint, job)) {
        Problem named = *problem;
        named.file = path.string();
        return named;
    }
    job.report(1.0);
    return bytes;
}

std::optional<Problem> FileBytes::readAll(std::FILE *file, std::size_t expected,
                                          const JobControl &job)
{
    std::size_t capacity = 0;
    for (;;) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (m_size == capacity) {
            capacity = std::max(expected + 1, capacity + capacity / 2 + chunk * (capacity > 0));
            if (!grow(capacity))
                return unreadable({}, std::make_error_code(std::errc::not_enough_memory));
        }
        const auto wanted = std::min(chunk, capacity - m_size);
        const auto got = std::fread(m_bytes.get() + m_size, 1, wanted, file);
        m_size += got;
        if (got < wanted)
            break;
        job.report(std::min(1.0, double(m_size) / (double(expected) + 1.0)));
    }
    if (std::ferror(file))
        return unreadable({}, lastError());
    return std::nullopt;
}

} // namespace oneinn::ingest
