// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/confusionrows.h"

#include "core/eigenindex.h"
#include "ingest/columnfit.h"

#include <algorithm>
#include <utility>

namespace oneinn::ingest {

namespace {

struct Confused {
    std::uint32_t place = 0; ///< in the table
    double wrong = 0.0;      ///< the more, the sooner it is listed
};

class ScoresOfClasses {
public:
    ScoresOfClasses(const ClassTable &table, const ConfusionAsked &asked)
        : m_scores(table.scores ? &*table.scores : nullptr)
        , m_actual(asked.actual)
        , m_decided(asked.decided)
        , m_hasOther(asked.decided != asked.actual && asked.decided < table.rows.names.size())
    {
    }

    std::optional<double> own(std::uint32_t place) const
    {
        return m_scores ? std::optional((*m_scores)(place, m_actual)) : std::nullopt;
    }
    std::optional<double> other(std::uint32_t place) const
    {
        return m_scores && m_hasOther ? std::optional((*m_scores)(place, m_decided)) : std::nullopt;
    }
    double wrong(std::uint32_t place) const
    {
        return other(place).value_or(0.0) - own(place).value_or(0.0);
    }

private:
    const ClassScores *m_scores;
    Eigen::Index m_actual;
    Eigen::Index m_decided;
    bool m_hasOther;
};

/// One pass over the file for those that are listed.
void readCells(const TableFile &file, const ConfusionAsked &asked, ConfusionRows &found)
{
    std::vector<std::pair<std::uint32_t, std::size_t>> wanted; // record, place in the list
    for (std::size_t i = 0; i < found.rows.size(); ++i)
        wanted.emplace_back(found.rows[i].record, i);
    std::ranges::sort(wanted);
    auto next = wanted.begin();
    std::uint32_t record = 0;
    file.eachRecord([&](const std::vector<std::string_view> &cells) {
        if (next == wanted.end())
            return false;
        if (next->first != ++record)
            return true;
        for (const std::size_t column : asked.columns)
            found.rows[next->second].cells.emplace_back(
                    trimmed(cells[file.columns()[column].field]));
        ++next;
        return true;
    });
}

} // namespace

ConfusionRows confusionRows(const TableFile &file, const ClassTable &table,
                            const ConfusionAsked &asked)
{
    const ScoresOfClasses scores(table, asked);
    std::vector<Confused> confused;
    for (std::uint32_t place = 0; place < table.rows.size(); ++place) {
        if (table.rows.actual[place] == asked.actual && table.rows.decided[place] == asked.decided)
            confused.push_back({place, scores.wrong(place)});
    }
    const auto kept = std::min(asked.most, confused.size());
    std::ranges::partial_sort(
            confused.begin(), confused.begin() + static_cast<std::ptrdiff_t>(kept), confused.end(),
            [](const Confused &a, const Confused &b) {
                return std::pair(-a.wrong, a.place) < std::pair(-b.wrong, b.place);
            });
    ConfusionRows found{.rows = {}, .all = confused.size()};
    for (std::size_t i = 0; i < kept; ++i) {
        const std::uint32_t place = confused[i].place;
        found.rows.push_back({table.record[place], scores.own(place), scores.other(place), {}});
    }
    readCells(file, asked, found);
    return found;
}

} // namespace oneinn::ingest
