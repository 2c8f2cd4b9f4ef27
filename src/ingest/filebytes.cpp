// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/filebytes.h"

#include "ingest/memoryneed.h"
#include "ingest/sourcetext.h"
#include "ingest/textcheck.h"

#include <algorithm>
#include <utility>

namespace oneinn::ingest {

namespace {

constexpr std::size_t block = std::size_t{1} << 20; ///< read between two looks at the stop token

/// What its first block already tells.
std::optional<Problem> startProblem(std::string_view start)
{
    if (isConvertible(start))
        return std::nullopt;
    auto problem = textProblem(start);
    // A character may have been cut in two where the block ends.
    const bool certain = problem
            && (problem->kind == ProblemKind::FileBinary
                || (problem->kind == ProblemKind::NotUtf8 && !problem->detail.empty()));
    return certain ? problem : std::nullopt;
}

} // namespace

std::optional<Problem> FileBytes::grow(std::size_t capacity)
{
    if (auto problem = memoryProblem(capacity - m_capacity, memoryAvailable()))
        return problem;
    auto *larger = static_cast<char *>(std::realloc(m_bytes.get(), capacity));
    if (larger == nullptr)
        return memoryRanOut();
    static_cast<void>(m_bytes.release());
    m_bytes.reset(larger);
    m_capacity = capacity;
    return std::nullopt;
}

Result<FileBytes::Ptr> FileBytes::read(const std::filesystem::path &path, const JobControl &job,
                                       PipePatience patience)
{
    job.report(0.0);
    auto file = InputFile::open(path, patience);
    if (!file)
        return file.problem();
    auto input = std::move(file).value();
    auto bytes = std::make_shared<FileBytes>();
    bytes->m_path = path;
    bytes->m_isPipe = input.isPipe();
    if (auto problem = bytes->readAll(input, job)) {
        problem->file = path.string();
        return *problem;
    }
    job.report(1.0);
    return Ptr(std::move(bytes));
}

FileBytes::Ptr FileBytes::from(std::filesystem::path path, std::string text)
{
    auto bytes = std::make_shared<FileBytes>();
    bytes->m_path = std::move(path);
    bytes->m_elsewhere = std::move(text);
    bytes->m_isPipe = true;
    return bytes;
}

std::optional<Problem> FileBytes::readAll(InputFile &file, const JobControl &job)
{
    // The size is a hint only: a pipe has none, and a file may grow while it is read.
    const std::size_t expected = file.sizeHint();
    for (;;) {
        const std::size_t before = m_size;
        if (auto problem = readBlock(file, expected, job.stop))
            return problem;
        if (m_size == before)
            return std::nullopt;
        if (before == 0) {
            if (auto problem = startProblem(text()))
                return problem;
        }
        if (expected > 0)
            job.report(double(m_size) / (double(std::max(expected, m_size)) + 1.0));
    }
}

std::optional<Problem> FileBytes::readBlock(InputFile &file, std::size_t expected,
                                            const std::stop_token &stop)
{
    // One byte more than expected, and the end of a file that keeps its size is seen without
    // growing.
    if (m_size == m_capacity) {
        if (auto problem = grow(std::max(expected + 1, m_capacity + m_capacity / 2 + block)))
            return problem;
    }
    const auto got = file.read(m_bytes.get() + m_size, std::min(block, m_capacity - m_size), stop);
    if (!got)
        return got.problem();
    m_size += got.value();
    return std::nullopt;
}

} // namespace oneinn::ingest
