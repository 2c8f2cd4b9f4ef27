// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace oneinn {

/// Why a record does not count in the confusion matrix.
enum class SetAsideReason {
    LabelMissing,
    LabelUnknown, ///< neither the positive nor the negative value
    ScoreMissing,
    ScoreInvalid,  ///< not a number, not finite, or beyond limits::largestScore
    WeightInvalid, ///< missing, not a number, negative, not finite, or beyond the limits
    WeightZero,    ///< carries no weight, so its score is no threshold
    CountInvalid,  ///< missing, not a whole number, negative, or beyond the limits
    CountZero,     ///< stands for no use
    NotSelected,   ///< another model, or outside a --where filter
};
inline constexpr std::size_t setAsideReasonCount = 9;

/// The key of a reason in machine-readable output: "label_missing", ...
std::string_view keyOf(SetAsideReason reason);
/// Undefined for what is no such key.
std::optional<SetAsideReason> setAsideReasonOf(std::string_view key);

/// Why a record that counts has no usable latency. It then counts only while no budget is set.
struct LatencyAccount {
    std::size_t measured = 0;
    std::size_t missing = 0;
    std::size_t invalid = 0;  ///< negative or not a number
    std::size_t timedOut = 0; ///< late for every budget
    std::size_t cached = 0; ///< of those missing, answers out of a cache: what they took is no wait
};

/// What became of every record of a file: records = used + all that were set aside. Where records
/// are counted uses, each use of one counts as a record used.
class RowAccount {
public:
    static constexpr std::size_t listedLines = 20; ///< how many lines are remembered per reason

    void countUsed(std::size_t uses = 1)
    {
        m_used += uses;
        m_counted += uses > 1 ? uses - 1 : 0;
    }
    /// One of the used, besides countUsed(): its call failed.
    void countFailed(std::size_t uses = 1) { m_lost.failed += uses; }
    /// Likewise: the model declined to answer.
    void countRefused(std::size_t uses = 1) { m_lost.refused += uses; }
    /// line: 1-based physical line in the file, 0 where there is none.
    void setAside(SetAsideReason reason, std::size_t line);

    std::size_t records() const;
    std::size_t used() const { return m_used; }
    std::size_t counted() const { return m_counted; }    ///< used beyond the records there are
    std::size_t failed() const { return m_lost.failed; } ///< of those used
    std::size_t refused() const
    {
        return m_lost.refused;
    } ///< of those used, and not of those failed
    std::size_t setAsideTotal() const;
    /// Of these, the ones that could not be used; the others are only not looked at.
    std::size_t unusable() const { return setAsideTotal() - setAside(SetAsideReason::NotSelected); }
    std::size_t setAside(SetAsideReason reason) const;
    /// The first lines that were set aside for this reason, ascending, at most listedLines.
    const std::vector<std::size_t> &lines(SetAsideReason reason) const;

    /// Calls that brought no answer, by why.
    struct Lost {
        std::size_t failed;
        std::size_t refused;
    };
    /// The same file when only so many of the used records are looked at, at most used(), and so
    /// many of them are of calls without an answer: the rest are set aside as NotSelected, and so
    /// are those of other models, which this account does not hold. Latencies are still those of
    /// all that could be used.
    RowAccount narrowedTo(std::size_t selected, const Lost &lost = {0, 0},
                          std::size_t otherModels = 0) const;

    LatencyAccount latency;

private:
    struct Entry {
        std::size_t count = 0;
        std::vector<std::size_t> lines;
    };
    std::size_t m_used = 0;
    std::size_t m_counted = 0;
    Lost m_lost{0, 0};
    std::array<Entry, setAsideReasonCount> m_setAside;
};

} // namespace oneinn
