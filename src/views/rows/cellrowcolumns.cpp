// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/rows/cellrowcolumns.h"

#include "report/csv.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/rowwords.h"

#include <QCoreApplication>

namespace oneinn {

namespace {

class CellRowColumns {
    Q_DECLARE_TR_FUNCTIONS(CellRowColumns)

public:
    CellRowColumns(const RowListing &listing, std::shared_ptr<const CellRows> found)
        : m_listing(std::make_shared<const RowListing>(listing))
        , m_found(std::move(found))
    {
    }

    std::vector<ListedColumn> made(const FeatureWords &words)
    {
        const RowListing &listing = *m_listing;
        if (listing.id)
            addWords(*listing.id);
        else if (listing.predictions->line())
            add(tr("line"), true, [](const RowListing &of, std::uint32_t row) {
                return QString::number(of.lineOf(row).value_or(0));
            });
        add(tr("score"), true, [](const RowListing &of, std::uint32_t row) {
            return report::csvNumber(of.scoreOf(row));
        });
        if (listing.thresholds) {
            add(tr("threshold"), true, [](const RowListing &of, std::uint32_t row) {
                return report::csvNumber(of.thresholdOf(row));
            });
        }
        add(tr("label"), false, [](const RowListing &of, std::uint32_t row) {
            return wording::visible(of.labelOf(row));
        });
        m_columns.push_back({tr("outcome"), false, [found = m_found, words](std::size_t place) {
                                 return wording::rowEndText(found->ends[place], words);
                             }});
        if (listing.hasWaits()) {
            add(tr("wait"), true, [](const RowListing &of, std::uint32_t row) {
                const auto wait = of.waitOf(row);
                return wait ? wording::millisecondsText(*wait) : tr("not known");
            });
        }
        for (const CategoryColumn *column : listing.columns)
            addWords(*column);
        return std::move(m_columns);
    }

private:
    void add(const QString &name, bool isNumber, QString (*text)(const RowListing &, std::uint32_t))
    {
        m_columns.push_back(
                {name, isNumber, [listing = m_listing, found = m_found, text](std::size_t place) {
                     return text(*listing, found->rows[place]);
                 }});
    }

    void addWords(const CategoryColumn &column)
    {
        m_columns.push_back({wording::nameText(column.name), false,
                             [listing = m_listing, found = m_found, &column](std::size_t place) {
                                 return wording::nameText(
                                         column.values[column.codes[found->rows[place]]]);
                             }});
    }

    std::shared_ptr<const RowListing> m_listing; ///< keeps the columns of words alive
    std::shared_ptr<const CellRows> m_found;
    std::vector<ListedColumn> m_columns;
};

} // namespace

std::vector<ListedColumn> cellRowColumns(const RowListing &listing,
                                         const std::shared_ptr<const CellRows> &found,
                                         const FeatureWords &words)
{
    return listing.predictions ? CellRowColumns(listing, found).made(words)
                               : std::vector<ListedColumn>();
}

} // namespace oneinn
