// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/compressed.h"

#include "ingest/memoryneed.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include <zlib.h>
#include <zstd.h>

namespace oneinn::ingest {

namespace {

constexpr std::size_t outputBlock = std::size_t{1} << 20U;

Problem damaged(std::string_view format)
{
    return {.kind = ProblemKind::FileDamaged, .detail = std::string(format)};
}

/// Makes room for another block, or says why there is none.
std::optional<Problem> makeRoom(std::string &text, std::size_t used)
{
    if (text.size() - used >= outputBlock)
        return std::nullopt;
    const std::size_t larger = text.size() + text.size() / 2 + outputBlock;
    if (auto problem = memoryProblem(larger, memoryAvailable()))
        return problem;
    text.resize(larger);
    return std::nullopt;
}

std::optional<Problem> report(const JobControl &job, std::size_t done, std::size_t all)
{
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    job.report(double(done) / double(all));
    return std::nullopt;
}

class Inflater {
public:
    explicit Inflater(std::string_view bytes)
        : m_bytes(bytes)
    {
        constexpr int gzipOnly = 16 + MAX_WBITS;
        m_ready = inflateInit2(&m_stream, gzipOnly) == Z_OK;
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;
    Inflater(Inflater &&) = delete;
    Inflater &operator=(Inflater &&) = delete;

    std::size_t consumed() const { return m_consumed; }
    bool ready() const { return m_ready; }

    /// Bytes written; absent where the file is broken. At the end, 0.
    std::optional<std::size_t> next(char *to)
    {
        std::size_t written = 0;
        while (written == 0 && m_consumed < m_bytes.size()) {
            const auto most = std::min<std::size_t>(m_bytes.size() - m_consumed,
                                                    std::numeric_limits<uInt>::max());
            // zlib's interface has no const; it does not write there.
            m_stream.next_in = reinterpret_cast<Bytef *>(             // NOLINT
                    const_cast<char *>(m_bytes.data() + m_consumed)); // NOLINT
            m_stream.avail_in = static_cast<uInt>(most);
            m_stream.next_out = reinterpret_cast<Bytef *>(to); // NOLINT
            m_stream.avail_out = static_cast<uInt>(outputBlock);
            const int status = inflate(&m_stream, Z_NO_FLUSH);
            m_consumed += most - m_stream.avail_in;
            written = outputBlock - m_stream.avail_out;
            m_whole = status == Z_STREAM_END;
            if (m_whole) {
                inflateReset(&m_stream);
                if (isPadding())
                    m_consumed = m_bytes.size();
            } else if (status != Z_OK) {
                return std::nullopt;
            }
        }
        return written > 0 || m_whole ? std::optional(written) : std::nullopt;
    }

private:
    /// Zeros may follow the last member, as tapes need them.
    bool isPadding() const
    {
        return m_bytes.find_first_not_of('\0', m_consumed) == std::string_view::npos;
    }

    std::string_view m_bytes;
    z_stream m_stream{};
    std::size_t m_consumed = 0;
    bool m_ready = false;
    bool m_whole = false; ///< the last member came to its end
};

} // namespace

bool isGzip(std::string_view bytes)
{
    return bytes.starts_with("\x1f\x8b\x08");
}

Result<Converted> fromGzip(std::string_view bytes, const JobControl &job)
{
    Inflater inflater(bytes);
    if (!inflater.ready())
        return memoryRanOut();
    Converted result;
    std::size_t used = 0;
    for (;;) {
        if (auto problem = report(job, inflater.consumed(), bytes.size()))
            return *problem;
        if (auto problem = makeRoom(result.bytes, used))
            return *problem;
        const auto written = inflater.next(result.bytes.data() + used);
        if (!written)
            return damaged("gzip");
        if (*written == 0)
            break;
        used += *written;
    }
    result.bytes.resize(used);
    return result;
}

bool isZstandard(std::string_view bytes)
{
    return bytes.starts_with("\x28\xb5\x2f\xfd");
}

Result<Converted> fromZstandard(std::string_view bytes, const JobControl &job)
{
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                            &ZSTD_freeDStream);
    if (!stream)
        return memoryRanOut();
    Converted result;
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    std::size_t used = 0;
    std::size_t expected = 1; // 0 where a frame came to its end
    while (input.pos < input.size || expected != 0) {
        if (auto problem = report(job, input.pos, bytes.size()))
            return *problem;
        if (auto problem = makeRoom(result.bytes, used))
            return *problem;
        ZSTD_outBuffer output{result.bytes.data() + used, outputBlock, 0};
        expected = ZSTD_decompressStream(stream.get(), &output, &input);
        const bool stuck = output.pos == 0 && input.pos == input.size && expected != 0;
        if (ZSTD_isError(expected) != 0U || stuck)
            return damaged("Zstandard");
        used += output.pos;
    }
    result.bytes.resize(used);
    return result;
}

} // namespace oneinn::ingest
