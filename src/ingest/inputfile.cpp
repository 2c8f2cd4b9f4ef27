// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/inputfile.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace oneinn::ingest {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds stopIsHeededWithin{20};

Problem systemProblem(const std::filesystem::path &path, int error)
{
    const bool missing = error == ENOENT || error == ENOTDIR;
    return {.kind = missing ? ProblemKind::FileMissing : ProblemKind::FileUnreadable,
            .file = path.string(),
            .detail = missing ? std::string() : std::generic_category().message(error)};
}

/// What keeps something of this kind from being read.
std::optional<Problem> kindProblem(const std::filesystem::path &path, mode_t mode)
{
    if (S_ISREG(mode) || S_ISFIFO(mode))
        return std::nullopt;
    return Problem{.kind = S_ISDIR(mode) ? ProblemKind::FileIsDirectory : ProblemKind::FileIsDevice,
                   .file = path.string()};
}

} // namespace

Result<InputFile> InputFile::open(const std::filesystem::path &path, PipePatience patience)
{
    struct stat status { };
    if (::stat(path.c_str(), &status) != 0)
        return systemProblem(path, errno);
    if (auto problem = kindProblem(path, status.st_mode))
        return *problem;

    InputFile file;
    file.m_patience = patience;
    // Not blocking, so that neither opening nor reading waits longer than can be stopped.
    file.m_descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (file.m_descriptor < 0 || ::fstat(file.m_descriptor, &status) != 0)
        return systemProblem(path, errno);
    // It may have been replaced in between.
    if (auto problem = kindProblem(path, status.st_mode))
        return *problem;
    if (S_ISREG(status.st_mode)) {
        file.m_sizeHint = static_cast<std::size_t>(std::max(off_t{0}, status.st_size));
        return file;
    }
    struct statfs system { };
    const bool nameless =
            ::fstatfs(file.m_descriptor, &system) == 0 && system.f_type == PIPEFS_MAGIC;
    file.m_kind = nameless ? Kind::NamelessPipe : Kind::NamedPipe;
    return file;
}

InputFile::InputFile(InputFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_kind(other.m_kind)
    , m_sizeHint(other.m_sizeHint)
    , m_patience(other.m_patience)
    , m_hasWriter(other.m_hasWriter)
{
}

InputFile &InputFile::operator=(InputFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    m_kind = other.m_kind;
    m_sizeHint = other.m_sizeHint;
    m_patience = other.m_patience;
    m_hasWriter = other.m_hasWriter;
    return *this;
}

InputFile::~InputFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<std::size_t> InputFile::read(char *to, std::size_t most, const std::stop_token &stop)
{
    const auto began = steady_clock::now();
    for (;;) {
        if (stop.stop_requested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (const auto answer = readNow(to, most))
            return *answer;
        const auto patience = m_hasWriter ? m_patience.forBytes : m_patience.forWriter;
        const auto waited = std::chrono::duration_cast<milliseconds>(steady_clock::now() - began);
        if (waited >= patience)
            return Problem{.kind = ProblemKind::PipeSilent};
        if (auto problem = wait(std::min(stopIsHeededWithin, patience - waited), stop))
            return *problem;
    }
}

std::optional<Result<std::size_t>> InputFile::readNow(char *to, std::size_t most)
{
    const auto got = ::read(m_descriptor, to, most);
    if (got > 0) {
        m_hasWriter = true;
        return static_cast<std::size_t>(got);
    }
    if (got < 0) {
        if (errno == EINTR)
            return std::nullopt;
        if (errno != EAGAIN && errno != EWOULDBLOCK)
            return systemProblem({}, errno);
        m_hasWriter = true;
        return std::nullopt;
    }
    // A named pipe that nobody has opened to write looks like one that was closed.
    if (m_kind == Kind::NamedPipe && !m_hasWriter)
        return std::nullopt;
    return std::size_t{0};
}

/// Until there is something to read, or the writer is gone, or the time is over.
std::optional<Problem> InputFile::wait(milliseconds atMost, const std::stop_token &stop)
{
    pollfd watched{.fd = m_descriptor, .events = POLLIN, .revents = 0};
    if (::poll(&watched, 1, static_cast<int>(atMost.count())) < 0 && errno != EINTR)
        return systemProblem({}, errno);
    if (stop.stop_requested())
        return Problem{.kind = ProblemKind::Cancelled};
    // Whoever had it open and has closed it again without a byte was a writer, too.
    m_hasWriter = m_hasWriter || (watched.revents & POLLHUP) != 0;
    return std::nullopt;
}

} // namespace oneinn::ingest
