// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "ingest/filebytes.h"

#include <QByteArray>

#include <future>
#include <stop_token>

namespace oneinn {

/// The SHA-256 of a file's bytes as they were read, worked out on a thread of its own while they
/// are parsed: of these very bytes, whatever has become of the file.
class BytesDigest {
public:
    explicit BytesDigest(ingest::FileBytes::Ptr bytes);
    BytesDigest(const BytesDigest &) = delete;
    BytesDigest &operator=(const BytesDigest &) = delete;
    /// Stops it where nobody has waited for it.
    ~BytesDigest();

    /// False when it was stopped before the digest was known.
    bool wait(const std::stop_token &stop) const;
    /// What a session remembers of the file; waits for the digest.
    DataReference reference() const;

private:
    ingest::FileBytes::Ptr m_bytes;
    std::stop_source m_stop;
    std::shared_future<QByteArray> m_hex;
};

} // namespace oneinn
