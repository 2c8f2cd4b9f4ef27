// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicelog.h"

#include "files/folder.h"
#include "files/writefile.h"
#include "ingest/tablefile.h"
#include "practice/practicechecklist.h"
#include "report/csv.h"
#include "wording/phrases.h"
#include "wording/problemwords.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>
#include <iterator>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

const QStringList &logColumns()
{
    static const QStringList columns{u"date"_s,    u"kind"_s, u"card"_s,    u"product"_s,
                                     u"seconds"_s, u"said"_s, u"left_out"_s};
    return columns;
}

QString sentenceOf(const Problem &problem)
{
    return wording::problemWords(problem, wording::Reader::CommandLine).sentence();
}

/// Without the apostrophe that guards a text in a spreadsheet.
QString logText(std::string_view cell)
{
    const QString text = QString::fromUtf8(cell.data(), qsizetype(cell.size()));
    const bool guarded =
            text.size() > 1 && text.at(0) == u'\'' && QStringView(u"=+-@").contains(text.at(1));
    return guarded ? text.mid(1) : text;
}

std::optional<PracticeEntry> entryIn(const std::vector<std::string_view> &cells)
{
    if (qsizetype(cells.size()) != logColumns().size())
        return std::nullopt;
    const auto text = [&](std::size_t column) { return logText(cells[column]); };
    bool hasNumber = false;
    bool hasSeconds = false;
    PracticeEntry entry{.date = QDate::fromString(text(0), Qt::ISODate),
                        .number = text(2).toInt(&hasNumber),
                        .product = text(3),
                        .seconds = text(4).toInt(&hasSeconds),
                        .said = text(5).split(u' ', Qt::SkipEmptyParts),
                        .left = text(6).split(u' ', Qt::SkipEmptyParts)};
    const auto kind = cardKindOf(text(1));
    if (!kind || !entry.date.isValid() || !hasNumber || !hasSeconds || entry.seconds < 0)
        return std::nullopt;
    entry.kind = *kind;
    return entry;
}

QString unreadable(const QString &path)
{
    return u"'%1' is no log of practice any more: somebody has changed it. Move it away, or "
           "delete the log."_s.arg(path);
}

bool hasLogColumns(const ingest::TableFile &table)
{
    QStringList names;
    for (const ingest::ColumnProfile &column : table.columns())
        names.append(QString::fromStdString(column.name));
    return names == logColumns();
}

/// An item that cards have asked for.
void countItems(QList<UnsaidItem> &all, const QStringList &keys, bool left)
{
    for (const QString &key : keys) {
        auto found = std::ranges::find(all, key, &UnsaidItem::key);
        if (found == all.end()) {
            all.append(UnsaidItem{key, 0, 0});
            found = std::prev(all.end());
        }
        ++found->of;
        found->times += left ? 1 : 0;
    }
}

QString minutesText(int seconds)
{
    constexpr int minute = 60;
    const int minutes = (seconds + minute / 2) / minute;
    return minutes < 1         ? u"less than a minute"_s
            : minutes < minute ? QString::number(minutes) + u" min"_s
                               : u"%1 h %2 min"_s.arg(QString::number(minutes / minute),
                                                      QString::number(minutes % minute));
}

QString counted(int n, const QString &one, const QString &many)
{
    return QString::number(n) + u' ' + (n == 1 ? one : many);
}

QString spanText(int days)
{
    constexpr int week = 7;
    if (days == 1)
        return u"a day"_s;
    if (days % week)
        return wording::cardinal(days) + u" days"_s;
    return days == week ? u"a week"_s : wording::cardinal(days / week) + u" weeks"_s;
}

} // namespace

QString practiceLogPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
            + u"/practice/log.csv"_s;
}

std::variant<QList<PracticeEntry>, QString> readPracticeLog(const QString &path)
{
    QList<PracticeEntry> entries;
    if (!QFileInfo::exists(path))
        return entries;
    const auto bytes = ingest::FileBytes::read(QFile::encodeName(path).toStdString());
    const auto table = bytes ? ingest::TableFile::of(bytes.value(), ',')
                             : Result<ingest::TableFile::Ptr>(bytes.problem());
    if (!table)
        return sentenceOf(table.problem());
    if (!hasLogColumns(*table.value()))
        return unreadable(path);
    bool sound = true;
    table.value()->eachRecord([&](const std::vector<std::string_view> &cells) {
        const auto entry = entryIn(cells);
        sound = entry.has_value();
        if (sound)
            entries.append(*entry);
        return sound;
    });
    if (!sound)
        return unreadable(path);
    return entries;
}

QString keepPractice(const QString &path, const PracticeEntry &entry)
{
    const auto read = readPracticeLog(path);
    if (const auto *sentence = std::get_if<QString>(&read))
        return *sentence;
    QList<PracticeEntry> entries = std::get<QList<PracticeEntry>>(read);
    entries.append(entry);
    const auto folder = QFile::encodeName(QFileInfo(path).path()).toStdString();
    if (const auto problem = files::makePrivateFolder(folder))
        return sentenceOf(*problem);
    const auto problem = files::writeFile(QFile::encodeName(path).toStdString(),
                                          practiceCsv(entries).toStdString(), {.ownerOnly = true});
    return problem ? sentenceOf(*problem) : QString();
}

QString deletePracticeLog(const QString &path)
{
    if (!QFileInfo::exists(path) || QFile::remove(path))
        return {};
    return u"'%1' could not be deleted. Look whether the folder may be written to."_s.arg(path);
}

QByteArray practiceCsv(const QList<PracticeEntry> &entries)
{
    QString csv = report::csvRow(logColumns());
    for (const PracticeEntry &entry : entries)
        csv += report::csvRow(
                {entry.date.toString(Qt::ISODate), keyOf(entry.kind), QString::number(entry.number),
                 report::csvText(entry.product), QString::number(entry.seconds),
                 report::csvText(entry.said.join(u' ')), report::csvText(entry.left.join(u' '))});
    return csv.toUtf8();
}

PracticeSummary practiceSummary(const QList<PracticeEntry> &entries, const QDate &today, int days)
{
    PracticeSummary summary{.days = days, .left = {}};
    QSet<QString> products;
    QList<UnsaidItem> items;
    for (const PracticeEntry &entry : entries) {
        if (entry.date > today || entry.date <= today.addDays(-days))
            continue;
        ++summary.cards;
        summary.seconds += entry.seconds;
        if (!entry.product.isEmpty())
            products.insert(entry.product.toCaseFolded());
        countItems(items, entry.said, false);
        countItems(items, entry.left, true);
    }
    summary.products = int(products.size());
    items.removeIf([](const UnsaidItem &item) { return item.times == 0; });
    // More often first; of those left out equally often the one that fewer cards ask for.
    std::ranges::stable_sort(items, [](const UnsaidItem &one, const UnsaidItem &other) {
        return std::pair(-one.times, one.of) < std::pair(-other.times, other.of);
    });
    summary.left = items;
    return summary;
}

QStringList practiceSentences(const PracticeSummary &summary)
{
    constexpr qsizetype mostTold = 3;
    const QString span = spanText(summary.days);
    if (summary.cards == 0)
        return {u"Nothing was practised in %1."_s.arg(span)};
    QStringList sentences{u"%1 in %2: %3, %4."_s.arg(
            counted(summary.products, u"product"_s, u"products"_s), span,
            counted(summary.cards, u"card"_s, u"cards"_s), minutesText(summary.seconds))};
    for (const UnsaidItem &item : summary.left.mid(0, mostTold)) {
        const QString says = checklistSentence(item.key);
        sentences.append(u"Left out in %1 of %2: %3"_s.arg(QString::number(item.times),
                                                           counted(item.of, u"card"_s, u"cards"_s),
                                                           says.isEmpty() ? item.key : says));
    }
    if (const qsizetype more = summary.left.size() - mostTold; more > 0)
        sentences.append((more == 1 ? u"%1 more was left out, as often or less."_s
                                    : u"%1 more were left out, as often or less."_s)
                                 .arg(QString::number(more)));
    return sentences;
}

} // namespace oneinn
