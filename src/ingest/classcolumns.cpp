// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/classcolumns.h"

#include "core/predictions/valueorder.h"
#include "ingest/classscores.h"
#include "ingest/columnindex.h"
#include "ingest/columnnames.h"
#include "ingest/dictionary.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <utility>

namespace oneinn::ingest {

namespace {

/// All are numbers above 0.
bool holdsWeights(const NumberShape &numbers)
{
    return numbers.isNumeric() && numbers.low > 0.0;
}

/// Finds the columns of one file, one after another, keeping the first trouble.
class ClassColumnFinder {
public:
    ClassColumnFinder(const TableFile &table, const ClassesAsked &asked)
        : m_table(table)
        , m_asked(asked)
        , m_index(table.columns())
    {
        for (const ColumnProfile &column : table.columns())
            m_fits.emplace_back(column.name);
    }

    std::variant<ClassColumns, ClassTrouble> found()
    {
        findNamed();
        if (!m_trouble)
            findLabel();
        if (!m_trouble)
            readLabels();
        if (!m_trouble)
            findDecided();
        if (!m_trouble && m_found.classes.size() <= 2)
            fail({.kind = ClassTrouble::Kind::TwoValues,
                  .column = nameOf(m_found.label),
                  .names = m_found.classes});
        if (m_trouble)
            return *std::move(m_trouble);
        return std::move(m_found);
    }

private:
    const std::string &nameOf(std::size_t column) const { return m_table.columns()[column].name; }
    void fail(ClassTrouble trouble)
    {
        if (!m_trouble)
            m_trouble = std::move(trouble);
    }
    std::vector<std::string> allNames() const
    {
        std::vector<std::string> names;
        for (const ColumnProfile &column : m_table.columns())
            names.push_back(column.name);
        return names;
    }
    std::optional<std::size_t> columnCalled(const std::string &name)
    {
        const auto column = m_index.find(name);
        if (!column)
            fail({.kind = ClassTrouble::Kind::ColumnMissing, .column = name, .names = allNames()});
        return column;
    }
    const std::optional<NameFit> &fitOf(std::size_t column, ColumnRole role) const
    {
        return m_fits[column].of(role);
    }

    void findNamed();
    std::optional<std::size_t> roleColumn(const std::optional<std::string> &asked, ColumnRole role);
    void findLabel();
    std::vector<std::size_t> labelsByScores() const;
    std::vector<std::size_t> labelsByName() const;
    void takeLabel(const std::vector<std::size_t> &candidates);
    void readLabels();
    void findDecided();
    void findScores();
    void takeScores(const ClassScoreColumns &scores);
    void findDecision();
    void takeDecision(std::size_t column);

    const TableFile &m_table;
    const ClassesAsked &m_asked;
    ColumnIndex m_index;
    std::vector<NameFits> m_fits;
    ClassColumns m_found;
    std::vector<std::string> m_labels;
    std::optional<ClassTrouble> m_trouble;
};

/// One that is called so, in full, where none was asked for.
std::optional<std::size_t> ClassColumnFinder::roleColumn(const std::optional<std::string> &asked,
                                                         ColumnRole role)
{
    if (asked)
        return asked->empty() ? std::nullopt : columnCalled(*asked);
    for (std::size_t column = 0; column < m_fits.size(); ++column) {
        const auto &fit = fitOf(column, role);
        if (fit && fit->reason == GuessReason::Name && fit->strength > knownPart)
            return column;
    }
    return std::nullopt;
}

void ClassColumnFinder::findNamed()
{
    m_found.weight = roleColumn(m_asked.weight, ColumnRole::Weight);
    m_found.weightGuessed = m_found.weight && !m_asked.weight;
    if (m_found.weightGuessed && !holdsWeights(m_table.columns()[*m_found.weight].numbers))
        m_found.weight.reset();
    m_found.user = roleColumn(m_asked.user, ColumnRole::UserId);
    m_found.day = roleColumn(m_asked.day, ColumnRole::Day);
    for (const Selection::Where &where : m_asked.where) {
        if (const auto at = columnCalled(where.column))
            m_found.where.emplace_back(*at, where);
    }
    const auto model = roleColumn({}, ColumnRole::Model);
    const auto isChosen = [&](const auto &where) { return where.first == *model; };
    if (model && m_table.columns()[*model].values.size() > 1
        && std::ranges::none_of(m_found.where, isChosen))
        m_found.modelsMixed = nameOf(*model);
}

/// Columns each of whose values has a score column, and that are not called like a decision.
std::vector<std::size_t> ClassColumnFinder::labelsByScores() const
{
    std::vector<std::size_t> candidates;
    for (std::size_t column = 0; column < m_fits.size(); ++column) {
        const ColumnProfile &profile = m_table.columns()[column];
        std::vector<std::string> values;
        for (const ColumnProfile::Value &value : profile.values) {
            if (!isMissing(value.text))
                values.push_back(classNameOf(value.text));
        }
        if (values.size() > 1 && !fitOf(column, ColumnRole::Decision)
            && !classScorePatterns(m_table.columns(), column, values).empty())
            candidates.push_back(column);
    }
    return candidates;
}

std::vector<std::size_t> ClassColumnFinder::labelsByName() const
{
    std::vector<std::size_t> best;
    int strength = 0;
    for (std::size_t column = 0; column < m_fits.size(); ++column) {
        const auto &fit = fitOf(column, ColumnRole::Label);
        const bool decided = fitOf(column, ColumnRole::Decision).has_value();
        if (!fit || decided || fit->strength < strength
            || !m_table.columns()[column].ofList.empty())
            continue;
        if (fit->strength > strength)
            best.clear();
        strength = fit->strength;
        best.push_back(column);
    }
    return best;
}

void ClassColumnFinder::findLabel()
{
    if (m_asked.label) {
        if (const auto column = columnCalled(*m_asked.label))
            m_found.label = *column;
        return;
    }
    m_found.labelGuessed = true;
    auto candidates = labelsByScores();
    const auto named = labelsByName();
    if (candidates.size() > 1) {
        std::vector<std::size_t> both;
        std::ranges::copy_if(candidates, std::back_inserter(both), [&](std::size_t column) {
            return std::ranges::find(named, column) != named.end();
        });
        if (!both.empty())
            candidates = both;
    }
    takeLabel(candidates.empty() ? named : candidates);
}

void ClassColumnFinder::takeLabel(const std::vector<std::size_t> &candidates)
{
    if (candidates.empty())
        return fail({.kind = ClassTrouble::Kind::NoLabel, .names = allNames()});
    if (candidates.size() > 1) {
        ClassTrouble trouble{.kind = ClassTrouble::Kind::LabelUnclear};
        for (const std::size_t column : candidates)
            trouble.names.push_back(nameOf(column));
        return fail(std::move(trouble));
    }
    m_found.label = candidates.front();
}

void ClassColumnFinder::readLabels()
{
    Dictionary words;
    const std::size_t field = m_table.columns()[m_found.label].field;
    m_table.eachRecord([&](const std::vector<std::string_view> &cells) {
        const std::string_view cell = trimmed(cells[field]);
        if (!isMissing(cell))
            words.insert(classNameOf(cell));
        return words.words().size() <= mostClasses;
    });
    m_labels = words.takeWords();
    if (m_labels.size() > mostClasses)
        fail({.kind = ClassTrouble::Kind::TooManyValues,
              .column = nameOf(m_found.label),
              .found = m_labels.size()});
    else if (m_labels.empty())
        fail({.kind = ClassTrouble::Kind::NothingUsable, .column = nameOf(m_found.label)});
}

void ClassColumnFinder::findDecided()
{
    if (m_asked.decision) {
        if (const auto column = columnCalled(*m_asked.decision))
            takeDecision(*column);
        return;
    }
    findScores();
    if (m_trouble || !m_found.scores.empty())
        return;
    m_found.decidedGuessed = true;
    findDecision();
}

void ClassColumnFinder::takeScores(const ClassScoreColumns &scores)
{
    m_found.scores = scores.columns;
    m_found.classes = scores.classes;
    m_found.pattern = scores.pattern;
    m_found.addUpToOne = scores.addUpToOne;
    for (std::size_t column = 0; column < m_fits.size(); ++column) {
        const auto isScore = std::ranges::find(scores.columns, column) != scores.columns.end();
        if (!isScore && column != m_found.label && fitOf(column, ColumnRole::Decision))
            m_found.decisionUnused = nameOf(column);
    }
}

void ClassColumnFinder::findScores()
{
    if (m_asked.scores) {
        const auto scores = classScoresCalled(m_table, m_found.label, m_labels, *m_asked.scores);
        if (const auto *trouble = std::get_if<ClassTrouble>(&scores))
            return fail(*trouble);
        return takeScores(std::get<ClassScoreColumns>(scores));
    }
    m_found.decidedGuessed = true;
    const auto candidates = classScoresOf(m_table, m_found.label, m_labels);
    if (candidates.empty())
        return;
    const auto shares = std::ranges::count(candidates, true, &ClassScoreColumns::addUpToOne);
    if (shares == 1)
        return takeScores(*std::ranges::find(candidates, true, &ClassScoreColumns::addUpToOne));
    if (candidates.size() == 1)
        return fail({.kind = ClassTrouble::Kind::ScoresNotShares,
                     .column = candidates.front().pattern});
    ClassTrouble trouble{.kind = ClassTrouble::Kind::ScoresUnclear};
    for (const ClassScoreColumns &each : candidates)
        trouble.names.push_back(each.pattern);
    fail(std::move(trouble));
}

void ClassColumnFinder::findDecision()
{
    std::optional<std::size_t> best;
    int strength = 0;
    for (std::size_t column = 0; column < m_fits.size(); ++column) {
        const auto &fit = fitOf(column, ColumnRole::Decision);
        if (fit && column != m_found.label && fit->strength > strength) {
            strength = fit->strength;
            best = column;
        }
    }
    if (best)
        return takeDecision(*best);
    m_found.classes = m_labels;
    if (m_labels.size() > 2)
        fail({.kind = ClassTrouble::Kind::NothingDecided,
              .column = nameOf(m_found.label),
              .names = m_labels});
}

void ClassColumnFinder::takeDecision(std::size_t column)
{
    m_found.decision = column;
    Dictionary words;
    for (const std::string &label : m_labels)
        words.insert(label);
    const std::size_t field = m_table.columns()[column].field;
    m_table.eachRecord([&](const std::vector<std::string_view> &cells) {
        const std::string_view cell = trimmed(cells[field]);
        if (!isMissing(cell))
            words.insert(classNameOf(cell));
        return words.words().size() <= mostClasses;
    });
    m_found.classes = words.takeWords();
    // No column of scores puts them in an order, and that of the rows means nothing.
    std::ranges::sort(m_found.classes, naturallyBefore);
    if (m_found.classes.size() > mostClasses)
        fail({.kind = ClassTrouble::Kind::TooManyValues,
              .column = nameOf(column),
              .found = mostClasses + 1});
}

} // namespace

std::string classNameOf(std::string_view cell)
{
    constexpr std::string_view digits = "0123456789";
    const bool isCode = cell.size() > 1 && cell[0] == '0' && digits.find(cell[1]) != digits.npos;
    const NumberCell number = readNumber(cell);
    return number.kind == CellKind::Number && !isCode ? textOf(number.value) : std::string(cell);
}

std::variant<ClassColumns, ClassTrouble> classColumns(const TableFile &table,
                                                      const ClassesAsked &asked)
{
    return ClassColumnFinder(table, asked).found();
}

} // namespace oneinn::ingest
