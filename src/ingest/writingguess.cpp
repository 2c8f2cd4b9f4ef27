// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/writingguess.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace oneinn::ingest {

namespace {

using Cells = std::vector<std::string>;

/// What the marks in a column's numbers can be.
struct MarkEvidence {
    bool decimalComma = false; ///< some comma can be nothing but a decimal mark
    bool decimalPoint = false;
    bool maybeComma = false; ///< some comma can be one, or part thousands
    bool maybePoint = false;
    bool thousandsComma = false; ///< some comma can be nothing but a mark between thousands
    bool thousandsPoint = false;
    bool hundreds = false;      ///< whole numbers from 100 to 999
    bool bareThousands = false; ///< whole numbers from 1000 on, without a mark

    void add(std::string_view number);

    /// 640 beside 1.299, and no 1299: in a file with decimal commas these are thousands, whatever
    /// other columns do with their points.
    bool pointsPartThousands() const
    {
        return maybePoint && !decimalPoint && hundreds && !bareThousands;
    }
};

void MarkEvidence::add(std::string_view number)
{
    const auto commas = std::count(number.begin(), number.end(), ',');
    const auto points = std::count(number.begin(), number.end(), '.');
    if (commas == 0 && points == 0) {
        const auto whole = readNumber(number);
        const bool digits = whole.kind == CellKind::Number;
        hundreds |= digits && number.size() == 3 && whole.value >= 100.0;
        bareThousands |= digits && number.size() > 3 && whole.value >= 1000.0;
        return;
    }
    const bool groupedByComma = isGrouped(number, ',', '.');
    const bool groupedByPoint = isGrouped(number, '.', ',');
    if (points > 0 && commas == 0 && !groupedByPoint)
        decimalPoint |= readNumber(number).kind == CellKind::Number;
    else if (commas > 0 && points == 0 && !groupedByComma)
        decimalComma |= readNumber(number, ',').kind == CellKind::Number;
    else if (groupedByComma && (points > 0 || commas > 1)) {
        thousandsComma = true;
        decimalPoint |= points > 0;
    } else if (groupedByPoint && (commas > 0 || points > 1)) {
        thousandsPoint = true;
        decimalComma |= commas > 0;
    } else {
        maybeComma |= groupedByComma;
        maybePoint |= groupedByPoint;
    }
}

NumberForm formOf(std::string_view cell)
{
    const char last = cell.back();
    if (last == '%')
        return NumberForm::Percent;
    const bool digits = last >= '0' && last <= '9' && cell.find(':') == std::string_view::npos;
    if (digits)
        return NumberForm::Plain;
    if (readList(cell, 0))
        return NumberForm::Element;
    constexpr NumberWriting point{.grouping = ','};
    constexpr NumberWriting comma{.decimalMark = ',', .grouping = '.'};
    return durationMs(cell, point) || durationMs(cell, comma) ? NumberForm::Duration
                                                              : NumberForm::Plain;
}

/// The cell without its percent sign or unit; empty where marks would tell nothing.
std::string_view numberIn(std::string_view cell, NumberForm form)
{
    if (form == NumberForm::Element)
        return {};
    if (form != NumberForm::Plain && cell.starts_with(minusSign))
        cell.remove_prefix(minusSign.size());
    if (form != NumberForm::Plain)
        cell = cell.substr(0, cell.find_first_not_of("0123456789.,+-"));
    return cell;
}

struct ColumnShape {
    NumberForm form = NumberForm::Plain;
    std::size_t listSize = 0;
    MarkEvidence marks;
};

/// The size of the lists, if all have the same.
std::size_t commonSize(const Cells &cells)
{
    std::size_t size = 0;
    for (const auto &cell : cells) {
        const auto list = readList(cell, 0);
        if (!list)
            continue;
        if (size != 0 && list->size != size)
            return 0;
        size = list->size;
    }
    return size;
}

ColumnShape shapeOf(const Cells &cells)
{
    ColumnShape shape;
    std::array<std::size_t, 4> counts{};
    std::size_t held = 0;
    for (const auto &cell : cells) {
        if (isMissing(cell) || isTimeOut(cell))
            continue;
        ++held;
        ++counts[static_cast<std::size_t>(formOf(cell))];
    }
    const auto of = [&](NumberForm form) { return counts[static_cast<std::size_t>(form)]; };
    const auto isNearlyAll = [&](NumberForm form) { return held > 0 && of(form) * 10 >= held * 9; };
    if (isNearlyAll(NumberForm::Percent))
        shape.form = NumberForm::Percent;
    else if (isNearlyAll(NumberForm::Element))
        shape.listSize = commonSize(cells);
    else if (held > 0 && of(NumberForm::Duration) * 2 >= held)
        shape.form = NumberForm::Duration;
    if (shape.listSize > 0) {
        shape.form = NumberForm::Element;
        return shape;
    }
    for (const auto &cell : cells) {
        if (!isMissing(cell))
            shape.marks.add(numberIn(cell, formOf(cell)));
    }
    return shape;
}

class Marks {
public:
    Marks(const std::vector<ColumnShape> &shapes, char delimiter)
        : m_delimiter(delimiter)
    {
        for (const auto &[form, size, marks] : shapes) {
            m_commas |= marks.decimalComma && !marks.decimalPoint;
            m_points |= marks.decimalPoint;
        }
    }

    NumberWriting of(const ColumnShape &shape) const
    {
        const auto &marks = shape.marks;
        NumberWriting writing{.form = shape.form};
        const bool ownComma = (marks.decimalComma || marks.thousandsPoint) && !marks.decimalPoint;
        const bool theirs = isDecimalCommaOfTheFile(marks);
        const bool amongCommas = m_commas && m_points && m_delimiter != ',' && marks.maybeComma
                && !marks.decimalPoint && !marks.thousandsComma;
        if (ownComma || theirs || amongCommas) {
            writing.decimalMark = ',';
            if (theirs || marks.thousandsPoint)
                writing.grouping = '.';
        } else if (!marks.decimalComma
                   && (m_delimiter == ',' || marks.thousandsComma || (m_points && !m_commas)
                       || (marks.maybeComma && marks.hundreds && !marks.bareThousands))) {
            writing.grouping = ',';
        }
        return writing;
    }

private:
    bool isDecimalCommaOfTheFile(const MarkEvidence &marks) const
    {
        return m_commas && !marks.thousandsComma && (!m_points || marks.pointsPartThousands());
    }

    char m_delimiter;
    bool m_commas = false; ///< some column has decimal commas
    bool m_points = false;
};

} // namespace

std::vector<GuessedWriting> guessWritings(
        std::size_t columns,
        const std::function<const std::vector<std::string> &(std::size_t)> &cellsOf, char delimiter,
        const JobControl &job)
{
    std::vector<ColumnShape> shapes(columns);
    for (std::size_t i = 0; i < columns && !job.stopRequested(); ++i)
        shapes[i] = shapeOf(cellsOf(i));
    const Marks marks(shapes, delimiter);
    std::vector<GuessedWriting> writings;
    writings.reserve(columns);
    for (const auto &shape : shapes)
        writings.push_back({marks.of(shape), shape.listSize});
    return writings;
}

} // namespace oneinn::ingest
