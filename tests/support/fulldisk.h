// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <csignal>

#include <sys/resource.h>

namespace testsupport {

/// No file can grow beyond this.
constexpr rlim_t fullDiskBytes = 100;

/// For the process from here on; async-signal-safe.
inline void fillDisk()
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit full{};
    getrlimit(RLIMIT_FSIZE, &full);
    full.rlim_cur = fullDiskBytes;
    setrlimit(RLIMIT_FSIZE, &full);
}

/// While it lives, no file can grow beyond a few bytes.
class FullDisk {
public:
    FullDisk()
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        fillDisk();
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

} // namespace testsupport
