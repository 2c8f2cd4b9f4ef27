// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/groupedsql.h"

#include <array>
#include <charconv>
#include <span>

namespace oneinn::ingest {

namespace {

/// Read back as the same double by every engine; in SQL a number without a point or an exponent
/// may be a decimal or a whole one, which compare alike.
std::string number(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.begin(), text.end(), value).ptr;
    return {text.begin(), end};
}

/// A binary search in SQL that every engine knows, and sends on to where the rows are. Among the
/// edges [first, last] the value is at or above the first one.
std::string searched(const std::string &value, std::span<const double> edges)
{
    if (edges.size() == 1)
        return number(edges.front());
    const std::size_t middle = edges.size() / 2;
    return "CASE WHEN " + value + " < " + number(edges[middle]) + " THEN "
            + searched(value, edges.first(middle)) + " ELSE "
            + searched(value, edges.subspan(middle)) + " END";
}

/// For waits: at or below the last.
std::string searchedFromAbove(const std::string &value, std::span<const double> edges)
{
    if (edges.size() == 1)
        return number(edges.front());
    const std::size_t middle = edges.size() / 2;
    return "CASE WHEN " + value + " <= " + number(edges[middle - 1]) + " THEN "
            + searchedFromAbove(value, edges.first(middle)) + " ELSE "
            + searchedFromAbove(value, edges.subspan(middle)) + " END";
}

/// A column in bins: how a value finds its edge, and what has to be found out first.
struct Binned {
    std::string edge;           ///< the expression to group by
    std::string aggregate = {}; ///< of the whole table, "... AS name"; empty: none
    std::string step = {};      ///< in a first pass over the rows, "... AS name"; empty: none
    std::string edged = {};     ///< in a second pass
};

class Statement {
public:
    explicit Statement(const GroupedSql &wish)
        : m_wish(wish)
    {
    }

    std::string text() const
    {
        const Binned score = scores();
        const Binned wait = m_wish.latency.empty() ? Binned() : waits();
        std::vector<std::string> keys{column(m_wish.label), score.edge};
        std::vector<std::string> names{m_wish.label, std::string(scoreFromName)};
        if (!wait.edge.empty()) {
            keys.push_back(wait.edge);
            names.push_back(std::string(waitUpToName) + '_' + std::string(symbolOf(m_wish.unit)));
        }
        for (const std::string &name : groups()) {
            keys.push_back(column(name));
            names.push_back(name);
        }
        return said() + common(score, wait) + selected(keys, names) + source(score, wait)
                + grouped(keys);
    }

private:
    std::string name(std::string_view text) const { return sqlColumn(m_wish.dialect, text); }
    std::string column(std::string_view text) const { return "t." + name(text); }

    std::vector<std::string> groups() const
    {
        std::vector<std::string> all;
        if (!m_wish.model.empty())
            all.push_back(m_wish.model);
        all.insert(all.end(), m_wish.segments.begin(), m_wish.segments.end());
        return all;
    }

    std::string condition(const std::string &before) const
    {
        return m_wish.filter.empty() ? std::string() : "\n" + before + " (" + m_wish.filter + ")";
    }

    /// What lies beyond the given edges stands one step farther: a constant, so that the whole
    /// expression can be sent on to where the rows are.
    Binned scores() const
    {
        if (m_wish.scoreBins.edges.empty())
            return byQuantiles("score", m_wish.score, false, m_wish.scoreBins.steps);
        const std::string value = column(m_wish.score);
        std::vector<double> edges = m_wish.scoreBins.edges;
        edges.insert(edges.begin(), 2.0 * edges[0] - edges[1]);
        return known(value, searched(value, edges));
    }

    Binned waits() const
    {
        if (m_wish.waitBins.edges.empty())
            return byQuantiles("wait", m_wish.latency, true, m_wish.waitBins.steps);
        const std::string value = column(m_wish.latency);
        std::vector<double> edges = m_wish.waitBins.edges;
        edges.push_back(2.0 * edges.back() - edges[edges.size() - 2]);
        return known(value, searchedFromAbove(value, edges));
    }

    static Binned known(const std::string &value, const std::string &edge)
    {
        return {.edge = "CASE WHEN " + value + " IS NOT NULL THEN " + edge + " END"};
    }

    /// The lower edge of a score is the upper one of a wait turned round.
    Binned byQuantiles(const std::string &what, const std::string &of, bool turned,
                       std::size_t steps) const
    {
        const std::string sign = turned ? "-" : "";
        const std::string value = sign + column(of);
        const std::string list = "q." + what + "_edges";
        if (const auto engine = sqlQuantiles(m_wish.dialect, value, list, steps)) {
            const std::string least = what + "_least";
            return {.edge = "CASE WHEN " + value + " IS NOT NULL THEN " + sign + "COALESCE("
                            + engine->lower + ", q." + least + ") END",
                    .aggregate = engine->edges + " AS " + what + "_edges, MIN(" + value + ") AS "
                            + least};
        }
        return byRanks(what, of, turned, steps);
    }

    /// By the rank of each value, in one pass and a sort: ties have one rank, and are never parted.
    Binned byRanks(const std::string &what, const std::string &of, bool turned,
                   std::size_t steps) const
    {
        const std::string value = column(of);
        const std::string known = "PARTITION BY CASE WHEN " + value + " IS NULL THEN 1 ELSE 0 END";
        const std::string step = "FLOOR(" + std::to_string(steps) + ".0 * (RANK() OVER (" + known
                + " ORDER BY " + value + (turned ? " DESC" : "") + ") - 1) / COUNT(*) OVER ("
                + known + "))";
        const std::string best = turned ? "MAX" : "MIN";
        return {.edge = "t." + what + "_edge",
                .step = step + " AS " + what + "_step",
                .edged = best + "(" + value + ") OVER (PARTITION BY t." + what + "_step, CASE WHEN "
                        + value + " IS NULL THEN 1 ELSE 0 END) AS " + what + "_edge"};
    }

    static std::string both(const std::string &one, const std::string &other)
    {
        return one.empty() || other.empty() ? one + other : one + ",\n    " + other;
    }

    std::string table() const { return sqlTable(m_wish.dialect, m_wish.table) + " AS t"; }

    std::string common(const Binned &score, const Binned &wait) const
    {
        const std::string aggregates = both(score.aggregate, wait.aggregate);
        if (!aggregates.empty())
            return "WITH quantiles AS (\n  SELECT " + aggregates + "\n  FROM " + table()
                    + condition("  WHERE") + ")\n";
        const std::string steps = both(score.step, wait.step);
        if (steps.empty())
            return {};
        return "WITH stepped AS (\n  SELECT t.*,\n    " + steps + "\n  FROM " + table()
                + condition("  WHERE") + "),\nedged AS (\n  SELECT t.*,\n    "
                + both(score.edged, wait.edged) + "\n  FROM stepped AS t)\n";
    }

    static std::string said()
    {
        return "-- Counts by bins of the score (" + std::string(scoreFromName)
                + ": where a bin begins) and of the wait (where it ends).\n"
                  "-- Exact at every threshold and budget that is one of these values, but for the "
                  "least score and the\n-- longest wait where edges are given: what lies beyond "
                  "them stands there. Users and days are not kept,\n-- so uses are taken for "
                  "independent.\n";
    }

    std::string selected(const std::vector<std::string> &keys,
                         const std::vector<std::string> &names) const
    {
        std::string text = "SELECT ";
        for (std::size_t i = 0; i < keys.size(); ++i)
            text += (i > 0 ? ",\n  " : "") + keys[i] + " AS " + name(names[i]);
        text += ",\n  COUNT(*) AS " + name(countedRowsName);
        if (!m_wish.weight.empty())
            text += ",\n  AVG(" + column(m_wish.weight) + ") AS " + name(meanWeightName);
        return text;
    }

    std::string source(const Binned &score, const Binned &wait) const
    {
        if (!score.step.empty() || !wait.step.empty())
            return "\nFROM edged AS t";
        const bool asks = !score.aggregate.empty() || !wait.aggregate.empty();
        return "\nFROM " + table() + (asks ? "\nCROSS JOIN quantiles AS q" : "")
                + condition("WHERE");
    }

    /// By the expressions themselves: some engines take a number there for a constant.
    std::string grouped(const std::vector<std::string> &keys) const
    {
        std::string text = "\nGROUP BY ";
        for (std::size_t i = 0; i < keys.size(); ++i)
            text += (i > 0 ? ",\n  " : "") + keys[i];
        if (!m_wish.weight.empty()) // a row without a weight is no row of the mean one
            text += ",\n  CASE WHEN " + column(m_wish.weight) + " IS NULL THEN 1 ELSE 0 END";
        return text + ";\n";
    }

    const GroupedSql &m_wish;
};

} // namespace

std::string groupedSql(const GroupedSql &wish)
{
    return Statement(wish).text();
}

} // namespace oneinn::ingest
