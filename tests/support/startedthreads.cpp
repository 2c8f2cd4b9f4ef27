// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/startedthreads.h"

#include <atomic>

#ifdef ONEINN_COUNTS_THREADS
#include <dlfcn.h>
#include <pthread.h>
#endif

namespace {

std::atomic<int> started = 0;

} // namespace

int testsupport::startedThreads()
{
    return started;
}

#ifdef ONEINN_COUNTS_THREADS
/// In place of the system's, which it calls: all threads are begun by it, those of libraries, too.
extern "C" int pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                              void *(*work)(void *), void *argument)
{
    using Create = int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    static const auto create = reinterpret_cast<Create>(dlsym(RTLD_NEXT, "pthread_create"));
    ++started;
    return create(thread, attributes, work, argument);
}
#endif
