// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/comparedjson.h"

#include <algorithm>
#include <array>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1String, 3> measureWords{QLatin1String("value"), QLatin1String("wrong"),
                                                    QLatin1String("missed")};

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

DropMeasure readMeasure(JsonReader &reader)
{
    const QString word = reader.text(u"measure"_s);
    const auto found = std::ranges::find(measureWords, word);
    if (word.isEmpty() || found == measureWords.end()) {
        if (!word.isEmpty())
            reader.fail(u"measure"_s,
                        {.kind = WantedValue::Kind::OneOf, .words = {"value", "wrong", "missed"}});
        return DropMeasure::Value;
    }
    return static_cast<DropMeasure>(found - measureWords.begin());
}

ComparedPeriod readPeriod(JsonReader &reader)
{
    ComparedPeriod compared;
    const auto exact = [&reader](const QString &key) {
        return reader.exactText(key).value_or(std::string());
    };
    compared.column = exact(u"column"_s);
    compared.earlier = exact(u"earlier"_s);
    compared.later = exact(u"later"_s);
    compared.isBoundary = reader.flag(u"boundary"_s, false);
    compared.measure = readMeasure(reader);
    compared.atBestBefore = reader.flag(u"atBestBefore"_s, false);
    const QString path = QString::fromStdString(exact(u"path"_s));
    const QString relative = QString::fromStdString(exact(u"relative"_s));
    if (!path.isEmpty())
        compared.file = DataReference{.path = path, .relative = relative, .sha256 = {}, .bytes = 0};
    else if (compared.column.empty())
        reader.fail(u"path"_s, WantedValue::Kind::DataPath);
    return compared;
}

} // namespace

void writeCompared(QJsonObject &json, const std::optional<ComparedPeriod> &compared)
{
    if (!compared)
        return;
    const DataReference file = compared->file.value_or(DataReference());
    QJsonObject period{
            {u"path"_s, textOrNull(file.path)},
            {u"relative"_s, textOrNull(file.relative)},
            {u"column"_s, textOrNull(QString::fromStdString(compared->column))},
            {u"earlier"_s, QString::fromStdString(compared->earlier)},
            {u"later"_s, QString::fromStdString(compared->later)},
            {u"measure"_s, measureWords[static_cast<std::size_t>(compared->measure)]},
            {u"atBestBefore"_s, compared->atBestBefore.value_or(false)},
    };
    if (compared->isBoundary)
        period.insert(u"boundary"_s, true);
    json.insert(u"compared"_s, period);
}

std::optional<ComparedPeriod> readCompared(JsonReader &reader)
{
    std::optional<ComparedPeriod> compared;
    reader.object(u"compared"_s, [&](JsonReader &inner) { compared = readPeriod(inner); });
    return compared;
}

} // namespace oneinn
