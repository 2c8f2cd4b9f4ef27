// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/json.h"

#include "ingest/numbers.h"
#include "wording/names.h"

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
        else if (wording::isShownAsPicture(c)) // a terminal would obey some of them
            result += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            result += c;
    }
    return result + u'"';
}

QString lineStart(int depth)
{
    constexpr qsizetype indent = 2;
    return u'\n' + QString(depth * indent, u' ');
}

/// Whatever holds no other values, as it is written.
struct PlainText {
    QString operator()(std::monostate) const { return u"null"_s; }
    QString operator()(bool value) const { return value ? u"true"_s : u"false"_s; }
    QString operator()(double value) const { return numberText(value); }
    QString operator()(std::size_t value) const { return QString::number(value); }
    QString operator()(const QString &value) const { return quoted(value); }
    QString operator()(const Json::Array &) const { return {}; }
    QString operator()(const Json::Object &) const { return {}; }
};

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
    if (const Array *array = std::get_if<Array>(&m_value))
        writeArray(*array, target, depth);
    else if (const Object *object = std::get_if<Object>(&m_value))
        writeObject(*object, target, depth);
    else
        target += std::visit(PlainText{}, m_value);
}

void Json::writeArray(const Array &array, QString &target, int depth)
{
    const bool inLine = std::all_of(array.begin(), array.end(),
                                    [](const Json &value) { return value.isPlain(); });
    QString separator;
    target += u'[';
    for (const Json &value : array) {
        target += separator;
        separator = inLine ? u", "_s : u","_s;
        if (!inLine)
            target += lineStart(depth + 1);
        value.write(target, depth + 1);
    }
    target += inLine ? u"]"_s : lineStart(depth) + u']';
}

void Json::writeObject(const Object &object, QString &target, int depth)
{
    QString separator;
    target += u'{';
    for (const auto &[name, value] : object) {
        target += separator + lineStart(depth + 1) + quoted(name) + u": "_s;
        separator = u","_s;
        value.write(target, depth + 1);
    }
    target += object.empty() ? u"}"_s : lineStart(depth) + u'}';
}

Json perThousand(std::optional<double> each)
{
    constexpr double thousand = 1000.0;
    return each ? Json(thousand * *each) : Json();
}

QString numberText(double value)
{
    if (std::isinf(value))
        return value > 0.0 ? u"inf"_s : u"-inf"_s;
    return QString::fromStdString(ingest::textOf(value == 0.0 ? 0.0 : value)); // never "-0"
}

} // namespace oneinn::cli
