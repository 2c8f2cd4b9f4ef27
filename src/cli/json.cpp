// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/json.h"

#include "ingest/numbers.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\' + QString(c);
        else if (c == u'\n')
            result += u"\\n"_s;
        else if (c == u'\t')
            result += u"\\t"_s;
        else if (c.unicode() < 0x20)
            result += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            result += c;
    }
    return result + u'"';
}

QString lineStart(int depth)
{
    constexpr int indent = 2;
    return u'\n' + QString(depth * indent, u' ');
}

} // namespace

Json::Json(bool value)
    : m_value(value)
{
}

Json::Json(double value)
{
    if (std::isfinite(value))
        m_value = value;
    else if (std::isinf(value))
        m_value = value > 0.0 ? u"Infinity"_s : u"-Infinity"_s;
}

Json::Json(std::size_t value)
    : m_value(value)
{
}

Json::Json(std::optional<double> value)
{
    if (value)
        *this = Json(*value);
}

Json::Json(QString value)
    : m_value(std::move(value))
{
}

Json::Json(Array value)
    : m_value(std::move(value))
{
}

Json::Json(Object value)
    : m_value(std::move(value))
{
}

Json Json::strings(const QStringList &values)
{
    return Array(values.begin(), values.end());
}

QString Json::text() const
{
    QString result;
    write(result, 0);
    return result;
}

bool Json::isPlain() const
{
    // Sentences are long enough to have a line of their own.
    return !std::holds_alternative<Array>(m_value) && !std::holds_alternative<Object>(m_value)
            && (!std::holds_alternative<QString>(m_value)
                || std::get<QString>(m_value).endsWith(u"Infinity"));
}

void Json::write(QString &target, int depth) const
{
    if (std::holds_alternative<std::monostate>(m_value)) {
        target += u"null";
    } else if (const bool *flag = std::get_if<bool>(&m_value)) {
        target += *flag ? u"true" : u"false";
    } else if (const double *number = std::get_if<double>(&m_value)) {
        target += numberText(*number);
    } else if (const std::size_t *count = std::get_if<std::size_t>(&m_value)) {
        target += QString::number(*count);
    } else if (const QString *string = std::get_if<QString>(&m_value)) {
        target += quoted(*string);
    } else if (const Array *array = std::get_if<Array>(&m_value)) {
        const bool inLine = std::all_of(array->begin(), array->end(),
                                        [](const Json &value) { return value.isPlain(); });
        target += u'[';
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (i > 0)
                target += inLine ? u", " : u",";
            if (!inLine)
                target += lineStart(depth + 1);
            (*array)[i].write(target, depth + 1);
        }
        target += inLine ? u"]"_s : lineStart(depth) + u']';
    } else if (const Object *object = std::get_if<Object>(&m_value)) {
        target += u'{';
        for (std::size_t i = 0; i < object->size(); ++i) {
            target += (i > 0 ? u","_s : QString()) + lineStart(depth + 1)
                    + quoted((*object)[i].first) + u": "_s;
            (*object)[i].second.write(target, depth + 1);
        }
        target += object->empty() ? u"}"_s : lineStart(depth) + u'}';
    }
}

QString numberText(double value)
{
    if (std::isinf(value))
        return value > 0.0 ? u"inf"_s : u"-inf"_s;
    return QString::fromStdString(ingest::textOf(value));
}

} // namespace oneinn::cli
