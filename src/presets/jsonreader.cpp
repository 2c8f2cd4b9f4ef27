// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

/// More help nobody, and a file may have millions.
constexpr std::size_t mostProblems = 100;

std::size_t lineOf(const QByteArray &text, int offset)
{
    return static_cast<std::size_t>(text.left(offset).count('\n')) + 1;
}

} // namespace

WantedValue numberOrInfinityWanted()
{
    return {.kind = WantedValue::Kind::NumberOrWord, .words = {infinityWord.data()}};
}

JsonReader::JsonReader(QJsonObject object, QString file, QString path)
    : m_object(std::move(object))
    , m_file(std::move(file))
    , m_path(std::move(path))
{
}

std::optional<Problem> JsonReader::problem() const
{
    return m_problems.empty() ? std::nullopt : std::optional(m_problems.front());
}

QString JsonReader::path() const
{
    return m_path.endsWith(u'.') ? m_path.chopped(1) : m_path;
}

void JsonReader::keep(Problem problem)
{
    if (m_problems.size() < mostProblems
        && std::ranges::find(m_problems, problem.column, &Problem::column) == m_problems.end())
        m_problems.push_back(std::move(problem));
}

void JsonReader::keepWrong(const QString &key, bool isThere, const QString &word,
                           WantedValue wanted)
{
    keep(Problem{.kind = ProblemKind::SettingWrong,
                 .file = m_file.toStdString(),
                 .column = QString(m_path + key).toStdString(),
                 .detail = word.toStdString(),
                 .found = isThere ? std::size_t{1} : std::size_t{0},
                 .wanted = std::move(wanted)});
}

void JsonReader::fail(const QString &key, WantedValue wanted)
{
    const QString word = m_object.value(key).toString().trimmed();
    keepWrong(key, has(key), word, std::move(wanted));
}

void JsonReader::failWord(const QString &key, const QString &word, WantedValue wanted)
{
    keepWrong(key, true, word, std::move(wanted));
}

void JsonReader::fail(const QString &key, WantedValue::Kind wanted)
{
    fail(key, WantedValue{.kind = wanted});
}

void JsonReader::failTooMany(const QString &key, std::size_t most, std::size_t found)
{
    keep(Problem{.kind = ProblemKind::SettingTooMany,
                 .file = m_file.toStdString(),
                 .column = (key.isEmpty() ? path() : m_path + key).toStdString(),
                 .expected = most,
                 .found = found});
}

QStringList JsonReader::keys(std::size_t most)
{
    const auto found = static_cast<std::size_t>(m_object.size());
    if (found <= most)
        return m_object.keys();
    failTooMany({}, most, found);
    return {};
}

bool JsonReader::has(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

QJsonValue JsonReader::take(const QString &key)
{
    m_known.append(key);
    return m_object.value(key);
}

QString JsonReader::text(const QString &key)
{
    const QJsonValue value = take(key);
    if (has(key) && !value.isString())
        fail(key, WantedValue::Kind::Text);
    return value.toString().trimmed();
}

std::optional<std::string> JsonReader::exactText(const QString &key)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return std::nullopt;
    if (!value.isString())
        fail(key, WantedValue::Kind::Text);
    return value.toString().toStdString();
}

bool JsonReader::flag(const QString &key, bool usual)
{
    const QJsonValue value = take(key);
    if (has(key) && !value.isBool())
        fail(key, WantedValue::Kind::Flag);
    return value.toBool(usual);
}

double JsonReader::number(const QString &key, double least, double most, double usual)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return usual;
    if (value.isDouble() && value.toDouble() >= least && value.toDouble() <= most)
        return value.toDouble();
    const bool bounded = most < std::numeric_limits<double>::max();
    fail(key,
         {.kind = bounded ? WantedValue::Kind::NumberBetween : WantedValue::Kind::Number,
          .least = least,
          .most = most});
    return usual;
}

std::optional<double> JsonReader::optionalNumber(const QString &key, double least, double most)
{
    const double value = number(key, least, most, least);
    return has(key) ? std::optional(value) : std::nullopt;
}

std::optional<double> JsonReader::numberOrInfinity(const QString &key)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return std::nullopt;
    if (value.isString() && value.toString() == infinityWord)
        return HUGE_VAL;
    if (!value.isDouble())
        fail(key, numberOrInfinityWanted());
    return value.toDouble();
}

int JsonReader::wholeNumber(const QString &key, int least, int most, int usual)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return usual;
    const double number = value.toDouble(std::nan(""));
    if (number >= least && number <= most && number == std::floor(number))
        return static_cast<int>(number);
    fail(key,
         {.kind = WantedValue::Kind::WholeNumberBetween,
          .least = double(least),
          .most = double(most)});
    return usual;
}

void JsonReader::object(const QString &key, const std::function<void(JsonReader &)> &read)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return;
    if (!value.isObject())
        return fail(key, WantedValue::Kind::Settings);
    readInner(value.toObject(), m_path + key + u'.', read);
}

void JsonReader::objects(const QString &key, std::size_t most,
                         const std::function<void(JsonReader &)> &read)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return;
    if (!value.isArray())
        return fail(key, WantedValue::Kind::List);
    const QJsonArray entries = value.toArray();
    if (static_cast<std::size_t>(entries.size()) > most)
        return failTooMany(key, most, static_cast<std::size_t>(entries.size()));
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString place = u"%1[%2]"_s.arg(key, QString::number(i));
        if (entries.at(i).isObject())
            readInner(entries.at(i).toObject(), m_path + place + u'.', read);
        else
            failWord(place, {}, {.kind = WantedValue::Kind::Settings});
    }
}

std::vector<std::string> JsonReader::texts(const QString &key, std::size_t most)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return {};
    const QJsonArray entries = value.toArray();
    std::vector<std::string> result;
    if (static_cast<std::size_t>(entries.size()) > most) {
        failTooMany(key, most, static_cast<std::size_t>(entries.size()));
        return result;
    }
    for (const auto &entry : entries) {
        if (entry.isString())
            result.push_back(entry.toString().toStdString());
    }
    if (!value.isArray() || result.size() != std::size_t(entries.size()))
        fail(key, WantedValue::Kind::ListOfTexts);
    return result;
}

void JsonReader::readInner(const QJsonObject &object, const QString &path,
                           const std::function<void(JsonReader &)> &read)
{
    JsonReader inner(object, m_file, path);
    read(inner);
    inner.refuseOtherKeys();
    for (const Problem &problem : inner.problems())
        keep(problem);
}

void JsonReader::refuseOtherKeys()
{
    const QStringList keys = m_object.keys();
    const QSet<QString> known(m_known.begin(), m_known.end());
    for (const QString &key : keys) {
        if (!known.contains(key) && m_problems.size() < mostProblems)
            keep(Problem{.kind = ProblemKind::SettingUnknown,
                         .file = m_file.toStdString(),
                         .column = QString(m_path + key).toStdString(),
                         .detail = m_known.join(u", "_s).toStdString()});
    }
}

Result<QJsonObject> jsonObject(const QByteArray &json, const QString &file)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Problem{.kind = ProblemKind::JsonBroken,
                       .file = file.toStdString(),
                       .line = lineOf(json, error.offset),
                       .detail = error.errorString().toStdString()};
    if (!document.isObject())
        return Problem{.kind = ProblemKind::JsonBroken,
                       .file = file.toStdString(),
                       .line = 1,
                       .wanted = WantedValue{.kind = WantedValue::Kind::Settings}};
    return document.object();
}

} // namespace oneinn
