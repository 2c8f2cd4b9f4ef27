// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/setasidecsv.h"

#include "ingest/memoryneed.h"
#include "report/csv.h"
#include "wording/accountwords.h"

#include <QStringList>

namespace oneinn {

namespace {

QString cellText(std::string_view cell)
{
    const QString text = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
    bool isNumber = false;
    static_cast<void>(text.toDouble(&isNumber)); // with a point, whatever the desktop's language
    return isNumber && !text.startsWith(QLatin1Char('+')) ? text.trimmed() : report::csvText(text);
}

} // namespace

Result<QByteArray> setAsideCsv(const ingest::TableFile &table, const ingest::ColumnMapping &mapping,
                               const Selection &selection, const JobControl &job)
{
    return ingest::withinMemory([&]() -> Result<QByteArray> {
        QStringList header;
        for (const std::string &name : table.setAsideHeader())
            header.append(report::csvText(QString::fromStdString(name)));
        QString rows;
        bool anyModel = false;
        auto problem = table.eachSetAside(
                mapping, selection,
                [&](const ingest::SetAsideRecord &record) {
                    QStringList cells{QString::number(record.line),
                                      report::csvText(wording::reasonText(record.reason))};
                    anyModel = anyModel || !record.model.empty();
                    if (!record.model.empty())
                        cells.append(cellText(record.model));
                    for (const std::string_view cell : record.cells)
                        cells.append(cellText(cell));
                    rows += report::csvRow(cells);
                },
                job);
        if (problem)
            return *std::move(problem);
        QStringList first{QStringLiteral("line"), QStringLiteral("set aside because it")};
        if (anyModel)
            first.append(QStringLiteral("model"));
        return (report::csvRow(first + header) + rows).toUtf8();
    });
}

} // namespace oneinn
