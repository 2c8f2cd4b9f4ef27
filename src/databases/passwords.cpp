// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databases/passwords.h"

#include <map>
#include <mutex>
#include <utility>

namespace oneinn::databases {

namespace {

struct Kept {
    std::mutex mutex;
    std::map<std::string, std::string> passwords; ///< by serverText()
};

/// Never destroyed: a thread that was given up may still look while the program ends.
Kept &kept()
{
    static Kept &all = *new Kept;
    return all;
}

} // namespace

void keepPassword(const ingest::DatabaseAddress &address, std::string password)
{
    const std::lock_guard lock(kept().mutex);
    kept().passwords[ingest::serverText(address)] = std::move(password);
}

void forgetPassword(const ingest::DatabaseAddress &address)
{
    const std::lock_guard lock(kept().mutex);
    kept().passwords.erase(ingest::serverText(address));
}

std::string keptPassword(const ingest::DatabaseAddress &address)
{
    const std::lock_guard lock(kept().mutex);
    const auto found = kept().passwords.find(ingest::serverText(address));
    return found == kept().passwords.end() ? std::string() : found->second;
}

} // namespace oneinn::databases
