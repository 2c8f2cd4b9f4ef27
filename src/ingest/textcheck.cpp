// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/textcheck.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace oneinn::ingest {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view start;
    std::string_view name;
};

constexpr std::array signatures{
        Signature{"\x1f\x8b"sv, "gzip"},
        Signature{"PK\x03\x04"sv, "ZIP"},
        Signature{"PK\x05\x06"sv, "ZIP"},
        Signature{"\x89PNG\r\n\x1a\n"sv, "PNG"},
        Signature{"\xff\xd8\xff"sv, "JPEG"},
        Signature{"%PDF-"sv, "PDF"},
        Signature{"SQLite format 3\0"sv, "SQLite"},
        Signature{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "Excel 97"},
        Signature{"BZh91AY&SY"sv, "bzip2"},
        Signature{"\xfd"
                  "7zXZ\0"sv,
                  "xz"},
        Signature{"\x28\xb5\x2f\xfd"sv, "Zstandard"},
        Signature{"7z\xbc\xaf\x27\x1c"sv, "7-Zip"},
        Signature{"\x89HDF\r\n\x1a\n"sv, "HDF5"},
        Signature{"\x93NUMPY"sv, "NumPy"},
        Signature{"ARROW1\0\0"sv, "Arrow"},
};

/// What a ZIP archive is, by the names of the files that it begins with.
std::string_view zipContent(std::string_view bytes)
{
    constexpr std::size_t lookedAt = std::size_t{64} << 10U;
    const auto start = bytes.substr(0, lookedAt);
    if (start.find("xl/") != std::string_view::npos)
        return "Excel";
    return start.find("opendocument.spreadsheet") != std::string_view::npos ? "OpenDocument"
                                                                            : "ZIP";
}

std::optional<std::string_view> binaryFormat(std::string_view bytes)
{
    const auto found =
            std::find_if(signatures.begin(), signatures.end(),
                         [bytes](const Signature &s) { return bytes.starts_with(s.start); });
    if (found != signatures.end())
        return found->name == "ZIP" ? zipContent(bytes) : found->name;
    // Four letters that text may start with as well, so the closing ones must be there too.
    if (bytes.size() > 8 && bytes.starts_with("PAR1") && bytes.ends_with("PAR1"))
        return "Parquet";
    return std::nullopt;
}

bool isContinuation(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U;
}

/// Whether the second byte makes a long character too short for its value, a surrogate, or too
/// large.
bool isForbiddenStart(unsigned lead, unsigned second)
{
    return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
            || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
}

/// Length of the UTF-8 character at a position, 0 if there is none (Unicode 15, table 3-7).
std::size_t characterLength(std::string_view bytes, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const auto second = at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + 1]) : 0U;
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4 || !isContinuation(bytes, at + 1))
        return 0;
    if (lead < 0xE0)
        return 2;
    if (!isContinuation(bytes, at + 2))
        return 0;
    if (isForbiddenStart(lead, second))
        return 0;
    if (lead < 0xF0)
        return 3;
    return isContinuation(bytes, at + 3) ? 4 : 0;
}

/// From a character's first byte on: the first byte that is no text, or the first character that
/// starts at `end` or after it.
std::size_t textUntil(std::string_view bytes, std::size_t at, std::size_t end)
{
    constexpr std::uint64_t highBits = 0x8080808080808080U;
    while (at < end) {
        if (at + sizeof(std::uint64_t) <= bytes.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, sizeof word);
            if ((word & highBits) == 0) {
                at += sizeof word;
                continue;
            }
        }
        const auto length = characterLength(bytes, at);
        if (length == 0)
            return at;
        at += length;
    }
    return at;
}

/// Between two looks at the token.
constexpr std::size_t checkedAtOnce = std::size_t{4} << 20U;

std::optional<Problem> nulProblem(std::string_view bytes, const std::stop_token &stop)
{
    for (std::size_t at = 0; at < bytes.size(); at += checkedAtOnce) {
        if (stop.stop_requested())
            return Problem{.kind = ProblemKind::Cancelled};
        const auto part = bytes.substr(at, checkedAtOnce);
        if (std::memchr(part.data(), '\0', part.size()) != nullptr)
            return Problem{.kind = ProblemKind::FileBinary, .detail = "NUL"};
    }
    return std::nullopt;
}

std::optional<Problem> utf8Problem(std::string_view bytes, const std::stop_token &stop)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (stop.stop_requested())
            return Problem{.kind = ProblemKind::Cancelled};
        const auto end = at + std::min(checkedAtOnce, bytes.size() - at);
        at = textUntil(bytes, at, end);
        if (at < end)
            return Problem{.kind = ProblemKind::NotUtf8,
                           .line = 1 + lineEnds(bytes.substr(0, at), stop)};
    }
    return std::nullopt;
}

} // namespace

std::optional<Problem> textProblem(std::string_view bytes, const std::stop_token &stop)
{
    if (bytes.empty())
        return Problem{.kind = ProblemKind::FileEmpty};
    if (bytes.starts_with("\xff\xfe"sv) || bytes.starts_with("\xfe\xff"sv))
        return Problem{.kind = ProblemKind::NotUtf8, .line = 1, .detail = "UTF-16"};
    if (const auto format = binaryFormat(bytes))
        return Problem{.kind = ProblemKind::FileBinary, .detail = std::string(*format)};
    if (auto problem = nulProblem(bytes, stop))
        return problem;
    return utf8Problem(bytes, stop);
}

std::string_view withoutByteOrderMark(std::string_view bytes)
{
    constexpr auto mark = "\xef\xbb\xbf"sv;
    return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
}

std::size_t lineEnds(std::string_view text, const std::stop_token &stop)
{
    std::size_t lines = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % checkedAtOnce == 0 && stop.stop_requested())
            break;
        const bool secondOfPair = text[i] == '\n' && i > 0 && text[i - 1] == '\r';
        lines += (text[i] == '\r' || (text[i] == '\n' && !secondOfPair)) ? 1 : 0;
    }
    return lines;
}

} // namespace oneinn::ingest
