// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/experience/paceinfile.h"

#include "core/doubts/dayorder.h"
#include "core/limits.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace oneinn {

namespace {

constexpr double daysOfWeek = 7.0;

bool modelsAnswerTheSame(const Predictions &predictions)
{
    const auto &example = predictions.exampleId();
    return predictions.modelsShareRecords()
            || (example && static_cast<Eigen::Index>(example->values.size()) < predictions.rows());
}

/// What is counted as it is read goes from row to row.
class PaceCount {
public:
    PaceCount(const CategoryColumn &users, const CategoryColumn &days, const DayNumbers &numbers)
        : m_users(users)
        , m_days(days)
        , m_numbers(numbers)
        , m_nobody(users.codeOf({}))
        , m_seen(users.values.size(), false)
    {
    }

    void add(Eigen::Index row, double uses)
    {
        const std::uint32_t user = m_users.codes[row];
        const auto &day = m_numbers.number[m_days.codes[row]];
        if (m_nobody == user || !day)
            return;
        m_found.uses += uses;
        m_found.users += m_seen[user] ? 0.0 : 1.0;
        m_seen[user] = true;
        m_first = std::min(m_first, *day);
        m_last = std::max(m_last, *day);
    }

    PaceInFile found() const
    {
        PaceInFile found = m_found;
        if (found.users > 0.0)
            found.weeks =
                    (static_cast<double>(m_last) - static_cast<double>(m_first) + 1.0) / daysOfWeek;
        return found;
    }

private:
    const CategoryColumn &m_users;
    const CategoryColumn &m_days;
    const DayNumbers &m_numbers;
    std::optional<std::uint32_t> m_nobody;
    std::vector<bool> m_seen;
    PaceInFile m_found;
    std::int64_t m_first = std::numeric_limits<std::int64_t>::max();
    std::int64_t m_last = std::numeric_limits<std::int64_t>::min();
};

bool isTold(const PaceInFile &found)
{
    return found.weeks >= fewestWeeksOfPace && found.users >= fewestUsersOfPace
            && found.uses >= fewestUsesEachOfPace * found.users
            && found.usesPerWeek() >= limits::leastUsesPerWeek
            && found.usesPerWeek() <= limits::mostUsesPerWeek;
}

} // namespace

std::optional<PaceInFile> paceInFile(const Predictions &predictions, const Selection &selection)
{
    const Predictions &read = predictions.asRead() ? *predictions.asRead() : predictions;
    const auto &users = read.userId();
    const auto &days = read.day();
    if (!users || !days || predictions.rowsAlike() != RowsAlike::AsRead)
        return std::nullopt;
    const auto numbers = dayNumbers(days->values);
    const bool mixed = read.model() && !selection.model && modelsAnswerTheSame(read);
    if (!numbers || mixed)
        return std::nullopt;
    Selection uses = selection;
    if (!modelsAnswerTheSame(read))
        uses.model.reset();
    const std::vector<std::uint32_t> rows = read.select(uses, Calls::All);
    PaceCount count(*users, *days, *numbers);
    for (const std::uint32_t row : rows)
        count.add(row, read.weight() ? (*read.weight())[row] : 1.0);
    PaceInFile found = count.found();
    if (read.setAside() && !rows.empty())
        found.uses *= 1.0
                + static_cast<double>(read.setAside()->unlabelledScores(uses).size())
                        / static_cast<double>(rows.size());
    return isTold(found) ? std::optional(found) : std::nullopt;
}

Pace paceOf(const std::optional<double> &said, const std::optional<PaceInFile> &inFile,
            double usual)
{
    if (said)
        return {*said, PaceFrom::Person, inFile};
    if (inFile)
        return {inFile->usesPerWeek(), PaceFrom::File, inFile};
    return {usual, PaceFrom::Usual, inFile};
}

} // namespace oneinn
