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
    std::string ranked = {};    ///< common tables of distinct values with their edges; empty: none
    std::string joined = {};    ///< "JOIN ...", where there are such
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
        const std::optional<Binned> wait =
                m_wish.latency.empty() ? std::nullopt : std::optional(waits());
        std::vector<std::string> keys{column(m_wish.label), score.edge};
        std::vector<std::string> names{m_wish.label, std::string(scoreFromName)};
        if (wait) {
            keys.push_back(wait->edge);
            names.push_back(std::string(waitUpToName) + '_' + std::string(symbolOf(m_wish.unit)));
        }
        for (const std::string &name : groups()) {
            keys.push_back(column(name));
            names.push_back(name);
        }
        return common(score, wait) + selected(keys, names) + source(score, wait) + grouped(keys);
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

    Binned scores() const
    {
        const std::string value = column(m_wish.score);
        if (!m_wish.scoreBins.edges.empty()) {
            const auto &edges = m_wish.scoreBins.edges;
            return {.edge = "CASE WHEN " + value + " >= " + number(edges.front()) + " THEN "
                            + searched(value, edges) + " END"};
        }
        return byQuantiles("score", m_wish.score, false, m_wish.scoreBins.steps);
    }

    Binned waits() const
    {
        const std::string value = column(m_wish.latency);
        if (!m_wish.waitBins.edges.empty()) {
            const auto &edges = m_wish.waitBins.edges;
            return {.edge = "CASE WHEN " + value + " <= " + number(edges.back()) + " THEN "
                            + searchedFromAbove(value, edges) + " END"};
        }
        return byQuantiles("wait", m_wish.latency, true, m_wish.waitBins.steps);
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

    /// Distinct values in order, cut where so many rows are passed: ties are never parted.
    Binned byRanks(const std::string &what, const std::string &of, bool turned,
                   std::size_t steps) const
    {
        const std::string value = column(of);
        const std::string order = turned ? " DESC" : "";
        const std::string best = turned ? "MAX" : "MIN";
        const std::string edges = what + "_edges";
        const std::string ranked = what + "_counted AS (\n  SELECT " + value
                + " AS v, COUNT(*) AS rows_of_v\n  FROM " + sqlTable(m_wish.dialect, m_wish.table)
                + " AS t\n  WHERE " + value + " IS NOT NULL"
                + (m_wish.filter.empty() ? "" : " AND (" + m_wish.filter + ")") + "\n  GROUP BY "
                + value + "),\n" + what + "_ranked AS (\n  SELECT v, FLOOR(" + std::to_string(steps)
                + ".0 * (SUM(rows_of_v) OVER (ORDER BY v" + order
                + ") - rows_of_v) / SUM(rows_of_v) OVER ()) AS step FROM " + what + "_counted),\n"
                + edges + " AS (\n  SELECT v, " + best
                + "(v) OVER (PARTITION BY step) AS edge FROM " + what + "_ranked)";
        return {.edge = edges + ".edge",
                .ranked = ranked,
                .joined = "\nLEFT JOIN " + edges + " ON " + edges + ".v = " + value};
    }

    std::string common(const Binned &score, const std::optional<Binned> &wait) const
    {
        std::string aggregates = score.aggregate;
        std::string ranked = score.ranked;
        if (wait) {
            const auto add = [](std::string &to, const std::string &more, const char *between) {
                if (!to.empty() && !more.empty())
                    to += between;
                to += more;
            };
            add(aggregates, wait->aggregate, ",\n    ");
            add(ranked, wait->ranked, ",\n");
        }
        if (!aggregates.empty())
            ranked = "quantiles AS (\n  SELECT " + aggregates + "\n  FROM "
                    + sqlTable(m_wish.dialect, m_wish.table) + " AS t" + condition("  WHERE") + ")";
        return ranked.empty() ? std::string() : "WITH " + ranked + "\n";
    }

    std::string selected(const std::vector<std::string> &keys,
                         const std::vector<std::string> &names) const
    {
        std::string text = "SELECT ";
        for (std::size_t i = 0; i < keys.size(); ++i)
            text += (i > 0 ? ",\n  " : "") + keys[i] + " AS " + name(names[i]);
        text += ",\n  COUNT(*) AS " + name(countedRowsName);
        if (!m_wish.weight.empty())
            text += ",\n  AVG(" + column(m_wish.weight) + ") AS sample_weight";
        return text;
    }

    std::string source(const Binned &score, const std::optional<Binned> &wait) const
    {
        const bool asks = !score.aggregate.empty() || (wait && !wait->aggregate.empty());
        return "\nFROM " + sqlTable(m_wish.dialect, m_wish.table) + " AS t"
                + (asks ? "\nCROSS JOIN quantiles AS q" : "") + score.joined
                + (wait ? wait->joined : std::string()) + condition("WHERE");
    }

    /// By the expressions themselves: some engines take a number there for a constant.
    static std::string grouped(const std::vector<std::string> &keys)
    {
        std::string text = "\nGROUP BY ";
        for (std::size_t i = 0; i < keys.size(); ++i)
            text += (i > 0 ? ",\n  " : "") + keys[i];
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
