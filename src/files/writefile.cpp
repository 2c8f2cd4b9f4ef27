// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/writefile.h"

#include "files/target.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <random>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oneinn::files {

namespace {

namespace fs = std::filesystem;

constexpr unsigned forEverybody = 0666; ///< less what the user's mask takes away
constexpr unsigned forTheOwner = 0600;
constexpr int mostNames = 100;

/// errno, or 0.
using Fault = int;

class Descriptor {
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    bool isOpen() const { return m_descriptor >= 0; }
    int operator*() const { return m_descriptor; }
    /// Some file systems find out only here that there was no room.
    Fault close()
    {
        const int closed = ::close(std::exchange(m_descriptor, -1));
        return closed == 0 || errno == EINTR ? 0 : errno;
    }

private:
    int m_descriptor;
};

Fault writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : EIO;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

Fault sync(int descriptor)
{
    // Not every file system can; those have nothing better to offer.
    const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
    return synced ? 0 : errno;
}

/// The file that is written beside the one it will replace; gone again unless it has.
class Beside {
public:
    Beside(const fs::path &target, unsigned mode)
    {
        std::random_device random;
        for (int tries = 0; tries < mostNames; ++tries) {
            const fs::path path = target.parent_path() / (stem(target) + '.' + letters(random));
            const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
            if (made < 0 && errno == EEXIST)
                continue;
            m_fault = made < 0 ? errno : 0;
            m_descriptor = made;
            m_path = made < 0 ? std::string() : path.string();
            return;
        }
        m_fault = EEXIST;
    }
    ~Beside()
    {
        if (!m_path.empty())
            ::unlink(m_path.c_str());
    }
    Beside(const Beside &) = delete;
    Beside &operator=(const Beside &) = delete;

    Fault fault() const { return m_fault; }
    int takeDescriptor() { return std::exchange(m_descriptor, -1); }
    Fault become(const std::string &target)
    {
        if (::rename(m_path.c_str(), target.c_str()) != 0)
            return errno;
        m_path.clear();
        return 0;
    }

private:
    static std::string letters(std::random_device &random)
    {
        constexpr std::string_view some = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        std::string word(6, 'A');
        for (char &letter : word)
            letter = some[random() % some.size()];
        return word;
    }
    /// Short enough for six letters more.
    static std::string stem(const fs::path &target)
    {
        constexpr std::size_t most = 240;
        std::string name = target.filename().string();
        if (name.size() <= most)
            return name;
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
            --end;
        return name.substr(0, end);
    }

    std::string m_path;
    int m_descriptor = -1;
    Fault m_fault = 0;
};

/// So that after a power cut the folder still has the new name for the new bytes.
void syncFolderOf(const fs::path &target)
{
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    // One may write into folders that one may not list. Nothing is lost where this fails: one of
    // the two files is there, whole.
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.isOpen())
        sync(*opened);
}

/// Owners first: a change of them takes permissions away.
Fault likeBefore(int descriptor, const Replaceable &target)
{
    // Only the administrator may give a file to somebody else; for all others it becomes theirs.
    const int given = ::fchown(descriptor, target.user, target.group);
    static_cast<void>(given);
    return ::fchmod(descriptor, target.permissions) == 0 ? 0 : errno;
}

Fault replace(const Replaceable &target, std::string_view bytes, bool ownerOnly)
{
    Beside beside(target.path, target.exists || ownerOnly ? forTheOwner : forEverybody);
    if (beside.fault() != 0)
        return beside.fault();
    Descriptor file(beside.takeDescriptor());
    if (target.exists && !ownerOnly) {
        if (const Fault fault = likeBefore(*file, target))
            return fault;
    }
    if (const Fault fault = writeAll(*file, bytes))
        return fault;
    if (const Fault fault = sync(*file))
        return fault;
    if (const Fault fault = file.close())
        return fault;
    if (const Fault fault = beside.become(target.path))
        return fault;
    syncFolderOf(target.path);
    return 0;
}

Fault writeTo(const Stream &stream, std::string_view bytes, bool waitForReader)
{
    const int wait = waitForReader ? 0 : O_NONBLOCK;
    Descriptor opened(::open(stream.path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC | wait));
    if (!opened.isOpen())
        return errno;
    // Only the opening must not wait.
    if (wait != 0 && ::fcntl(*opened, F_SETFL, 0) != 0)
        return errno;
    if (const Fault fault = writeAll(*opened, bytes))
        return fault;
    return opened.close();
}

bool isOneOf(const Replaceable &file, const std::vector<std::string> &kept)
{
    return file.exists && std::any_of(kept.begin(), kept.end(), [&](const std::string &one) {
               std::error_code error; // what cannot be looked at is not the file
               return std::filesystem::equivalent(file.path, one, error);
           });
}

std::optional<Problem> problemOf(ProblemKind kind, const std::string &path, Fault fault)
{
    if (fault == 0)
        return std::nullopt;
    return Problem{.kind = kind, .file = path, .systemError = fault};
}

} // namespace

std::optional<Problem> writeFile(const std::string &path, std::string_view bytes,
                                 const WriteOptions &options)
{
    const Target target = targetOf(path);
    if (const auto *file = std::get_if<Replaceable>(&target)) {
        if (isOneOf(*file, options.neverOver))
            return Problem{.kind = ProblemKind::FileIsRead, .file = path};
        auto problem = problemOf(ProblemKind::FileNotSaved, path,
                                 replace(*file, bytes, options.ownerOnly));
        if (problem && file->exists)
            problem->found = 1;
        return problem;
    }
    if (const auto *refused = std::get_if<Refused>(&target))
        return problemOf(ProblemKind::FileNotSaved, path, refused->systemError);
    const auto *own = std::get_if<OwnDescriptor>(&target);
    return problemOf(ProblemKind::OutputNotWritten, path,
                     own ? writeAll(own->descriptor, bytes)
                         : writeTo(std::get<Stream>(target), bytes, options.waitForReader));
}

std::optional<Problem> writeOutput(std::string_view bytes)
{
    return problemOf(ProblemKind::OutputNotWritten, {}, writeAll(STDOUT_FILENO, bytes));
}

} // namespace oneinn::files
