// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/encodings.h"

#include "ingest/textcheck.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>

#include <iconv.h>

namespace oneinn::ingest {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t zerosLookedAt = 4096;

/// 0 in nearly every second byte from `first` on, and in hardly any other.
bool hasZeros(std::string_view bytes, std::size_t first)
{
    const auto start = bytes.substr(0, std::min(zerosLookedAt, bytes.size() / 2 * 2));
    std::size_t zeros = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i < start.size(); ++i) {
        if (start[i] == '\0')
            ++(i % 2 == first ? zeros : others);
    }
    return start.size() >= 4 && zeros * 20 >= start.size() / 2 * 19 && others * 20 <= zeros;
}

const char *utf16Name(std::string_view bytes)
{
    if (bytes.starts_with("\xff\xfe"sv))
        return "UTF-16LE";
    if (bytes.starts_with("\xfe\xff"sv))
        return "UTF-16BE";
    if (hasZeros(bytes, 1))
        return "UTF-16LE";
    return hasZeros(bytes, 0) ? "UTF-16BE" : nullptr;
}

class Conversion {
public:
    explicit Conversion(const char *from)
        : m_state(iconv_open("UTF-8", from))
    {
    }
    ~Conversion()
    {
        if (isOpen())
            iconv_close(m_state);
    }
    Conversion(const Conversion &) = delete;
    Conversion &operator=(const Conversion &) = delete;
    Conversion(Conversion &&) = delete;
    Conversion &operator=(Conversion &&) = delete;

    bool isOpen() const { return m_state != reinterpret_cast<iconv_t>(-1); } // NOLINT

    /// Appends what the bytes say and returns how many were read: all, or all but a piece of a
    /// character at their end. Absent at what is no character.
    std::optional<std::size_t> append(std::string_view bytes, std::string &text)
    {
        std::array<char, 4096> buffer{};
        auto *from = const_cast<char *>(bytes.data()); // NOLINT: iconv has no const
        std::size_t left = bytes.size();
        while (left > 0) {
            char *to = buffer.data();
            std::size_t room = buffer.size();
            const bool failed =
                    iconv(m_state, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
            const int error = errno;
            text.append(buffer.data(), buffer.size() - room);
            if (failed && error == EINVAL)
                break;
            if (failed && error != E2BIG)
                return std::nullopt;
        }
        return bytes.size() - left;
    }

private:
    iconv_t m_state;
};

Result<Converted> fromEncoding(std::string_view bytes, const char *encoding, std::size_t skipped,
                               const JobControl &job)
{
    constexpr std::size_t block = std::size_t{1} << 20U;
    Conversion conversion(encoding);
    const auto noText = [&](const std::string &before) {
        return Problem{.kind = ProblemKind::NotUtf8,
                       .line = 1 + lineEnds(before, job.stop),
                       .detail = encoding};
    };
    Converted result;
    if (!conversion.isOpen())
        return noText({});
    result.bytes.reserve(bytes.size());
    for (std::size_t at = skipped; at < bytes.size();) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        job.report(double(at) / double(bytes.size()));
        const auto read = conversion.append(bytes.substr(at, block), result.bytes);
        if (!read || *read == 0)
            return noText(result.bytes);
        at += *read;
    }
    return result;
}

bool isControl(unsigned char c)
{
    return c < 0x20U && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

} // namespace

bool isUtf16(std::string_view bytes)
{
    return utf16Name(bytes) != nullptr;
}

Result<Converted> fromUtf16(std::string_view bytes, const JobControl &job)
{
    const auto *encoding = utf16Name(bytes);
    const bool marked = bytes.starts_with("\xff\xfe"sv) || bytes.starts_with("\xfe\xff"sv);
    return fromEncoding(bytes, encoding, marked ? 2 : 0, job);
}

bool isWindows1252(std::string_view bytes)
{
    std::size_t high = 0;
    std::size_t beside = 0;
    bool before = false;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (isControl(byte))
            return false;
        const bool beyond = byte >= 0x80U;
        high += beyond ? 1 : 0;
        beside += beyond && before ? 1 : 0;
        before = beyond;
    }
    return beside * 4 <= high;
}

Result<Converted> fromWindows1252(std::string_view bytes, const JobControl &job)
{
    auto converted = fromEncoding(bytes, "CP1252", 0, job);
    // Five bytes mean nothing in it.
    if (!converted && converted.problem().kind == ProblemKind::NotUtf8)
        converted = fromEncoding(bytes, "ISO-8859-1", 0, job);
    if (!converted)
        return converted;
    auto result = std::move(converted).value();
    result.note = ReadingNote{.kind = ReadingNote::Kind::Encoding};
    return result;
}

} // namespace oneinn::ingest
