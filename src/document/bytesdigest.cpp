// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytesdigest.h"

#include "document/dataplaces.h"

#include <QCryptographicHash>
#include <QFile>

#include <chrono>
#include <utility>

namespace oneinn {

namespace {

constexpr std::size_t block = std::size_t{1} << 20U; ///< between two looks at the token

/// Empty when it was stopped.
QByteArray hexOf(std::string_view bytes, const std::stop_token &stop)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (std::size_t at = 0; at < bytes.size(); at += block) {
        if (stop.stop_requested())
            return {};
        const auto part = bytes.substr(at, block);
        hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
    }
    return hash.result().toHex();
}

} // namespace

BytesDigest::BytesDigest(ingest::FileBytes::Ptr bytes)
    : m_bytes(std::move(bytes))
    // Where no thread can be had it is worked out when it is asked for.
    , m_hex(std::async(std::launch::async | std::launch::deferred,
                       [bytes = m_bytes, stop = m_stop.get_token()] {
                           return hexOf(bytes->text(), stop);
                       })
                    .share())
{
}

BytesDigest::~BytesDigest()
{
    m_stop.request_stop();
}

bool BytesDigest::wait(const std::stop_token &stop) const
{
    constexpr std::chrono::milliseconds stopIsHeededWithin{20};
    while (m_hex.wait_for(stopIsHeededWithin) == std::future_status::timeout) {
        if (stop.stop_requested())
            return false;
    }
    return true;
}

DataReference BytesDigest::reference() const
{
    const QString path = QFile::decodeName(m_bytes->path().c_str());
    return {.path = absolutePlace(path),
            .relative = {},
            .sha256 = m_hex.get(),
            .bytes = static_cast<qint64>(m_bytes->text().size())};
}

} // namespace oneinn
