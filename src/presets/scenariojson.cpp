// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/scenariojson.h"

#include "core/latency/patiencetext.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

// What the window can show: a value it had to round would be another one there.
constexpr double largestValue = 1e6;
constexpr int mostUses = 100000;
constexpr int mostBad = 20;
constexpr double leastLimit = 0.01;

OutcomeValues readValues(JsonReader &reader, const OutcomeValues &usual)
{
    const auto value = [&reader](const QString &key, double otherwise) {
        return reader.number(key, -largestValue, largestValue, otherwise);
    };
    const double tp = value(u"tp"_s, usual.tp());
    const double fp = value(u"fp"_s, usual.fp());
    const double fn = value(u"fn"_s, usual.fn());
    const double tn = value(u"tn"_s, usual.tn());
    const double late = value(u"late"_s, usual.late());
    return {tp, fp, fn, tn, late};
}

PatienceCurve readPatienceKeys(JsonReader &reader)
{
    PatienceShape shape = PatienceShape::Piecewise;
    if (const QString name = reader.text(u"patienceShape"_s); !name.isEmpty()) {
        if (const auto named = patienceShapeNamed(name.toStdString()))
            shape = *named;
        else
            reader.fail(u"patienceShape"_s, u"points, weibull or lognormal"_s);
    }
    auto read = readPatience(reader.text(u"patience"_s).toStdString(), shape);
    if (std::holds_alternative<PatienceTextFault>(read)) {
        reader.fail(
                u"patience"_s,
                shape == PatienceShape::Piecewise
                        ? u"points in order, such as \"500ms=0.9, 2s=0.5\""_s
                        : u"exactly two points for this shape, such as \"500ms=0.9, 2s=0.5\""_s);
        return {};
    }
    return std::get<PatienceCurve>(std::move(read));
}

LatePolicy readLatePolicy(JsonReader &reader, LatePolicy usual)
{
    const QString name = reader.text(u"latePolicy"_s);
    if (name.isEmpty())
        return usual;
    QStringList words;
    for (const auto &[word, policy] : latePolicyWords()) {
        if (word == name)
            return policy;
        words.append(word);
    }
    reader.fail(u"latePolicy"_s, words.join(u" or "_s));
    return usual;
}

std::optional<FallbackModel> readFallback(JsonReader &reader)
{
    std::optional<FallbackModel> fallback;
    reader.object(u"fallback"_s, [&fallback](JsonReader &inner) {
        FallbackModel model;
        model.model = inner.text(u"model"_s).toStdString();
        model.threshold = {
                inner.number(u"threshold"_s, -HUGE_VAL, HUGE_VAL, model.threshold.value)};
        const QString start = inner.text(u"start"_s);
        if (model.model.empty())
            inner.fail(u"model"_s, u"the name of a model"_s);
        if (!inner.has(u"threshold"_s))
            inner.fail(u"threshold"_s, u"a number"_s);
        if (start == u"at-deadline")
            model.start = Fallback::Start::AtDeadline;
        else if (!start.isEmpty() && start != u"with-main")
            inner.fail(u"start"_s, u"with-main or at-deadline"_s);
        fallback = std::move(model);
    });
    return fallback;
}

std::map<std::string, double> readCosts(JsonReader &reader)
{
    std::map<std::string, double> costs;
    reader.object(u"costPerCall"_s, [&costs](JsonReader &inner) {
        const QStringList models = inner.keys();
        for (const QString &model : models)
            costs[model.toStdString()] = inner.number(model, 0.0, largestValue, 1.0);
    });
    return costs;
}

std::size_t lineOf(const QByteArray &text, int offset)
{
    return static_cast<std::size_t>(text.left(offset).count('\n')) + 1;
}

} // namespace

const QList<std::pair<QString, LatePolicy>> &latePolicyWords()
{
    static const QList<std::pair<QString, LatePolicy>> words{
            {u"wait"_s, LatePolicy::Wait},
            {u"show-nothing"_s, LatePolicy::ShowNothing},
            {u"unanswered"_s, LatePolicy::Unanswered},
            {u"fall-back"_s, LatePolicy::FallBack},
    };
    return words;
}

JsonReader::JsonReader(QJsonObject object, QString file, QString path)
    : m_object(std::move(object))
    , m_file(std::move(file))
    , m_path(std::move(path))
{
}

void JsonReader::fail(const QString &key, const QString &wanted)
{
    if (!m_problem)
        m_problem = Problem{.kind = ProblemKind::SettingWrong,
                            .file = m_file.toStdString(),
                            .column = QString(m_path + key).toStdString(),
                            .detail = wanted.toStdString()};
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
        fail(key, u"a text in quotes"_s);
    return value.toString().trimmed();
}

double JsonReader::number(const QString &key, double least, double most, double usual)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return usual;
    if (value.isDouble() && value.toDouble() >= least && value.toDouble() <= most)
        return value.toDouble();
    fail(key,
         std::isfinite(most)
                 ? u"a number from %1 to %2"_s.arg(QString::number(least), QString::number(most))
                 : u"a number"_s);
    return usual;
}

int JsonReader::wholeNumber(const QString &key, int least, int most, int usual)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return usual;
    const double number = value.toDouble(std::nan(""));
    if (number >= least && number <= most && number == std::floor(number))
        return static_cast<int>(number);
    fail(key, u"a whole number from %1 to %2"_s.arg(least).arg(most));
    return usual;
}

void JsonReader::object(const QString &key, const std::function<void(JsonReader &)> &read)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return;
    if (!value.isObject())
        return fail(key, u"settings in curly braces"_s);
    JsonReader inner(value.toObject(), m_file, m_path + key + u'.');
    read(inner);
    inner.refuseOtherKeys();
    if (!m_problem)
        m_problem = inner.problem();
}

void JsonReader::refuseOtherKeys()
{
    const QStringList keys = m_object.keys();
    const auto other = std::find_if(keys.begin(), keys.end(),
                                    [this](const QString &key) { return !m_known.contains(key); });
    if (m_problem || other == keys.end())
        return;
    m_problem = Problem{.kind = ProblemKind::SettingUnknown,
                        .file = m_file.toStdString(),
                        .column = QString(m_path + *other).toStdString(),
                        .detail = m_known.join(u", "_s).toStdString()};
}

Scenario readAssumptions(JsonReader &reader)
{
    const Scenario usual;
    Scenario scenario;
    if (const QString noun = reader.text(u"noun"_s).simplified(); !noun.isEmpty())
        scenario.noun = noun.toStdString();
    reader.object(u"values"_s,
                  [&](JsonReader &inner) { scenario.values = readValues(inner, usual.values); });
    scenario.usesPerWeek =
            reader.wholeNumber(u"usesPerWeek"_s, 1, mostUses, int(usual.usesPerWeek));
    scenario.badBeforeLeaving =
            reader.wholeNumber(u"badBeforeLeaving"_s, 1, mostBad, usual.badBeforeLeaving);
    reader.object(u"noticed"_s, [&](JsonReader &inner) {
        scenario.noticed.wrong = inner.number(u"wrong"_s, 0.0, 1.0, usual.noticed.wrong);
        scenario.noticed.missed = inner.number(u"missed"_s, 0.0, 1.0, usual.noticed.missed);
        scenario.noticed.late = inner.number(u"late"_s, 0.0, 1.0, usual.noticed.late);
    });
    scenario.precisionLimit =
            reader.number(u"precisionLimit"_s, leastLimit, 1.0, usual.precisionLimit);
    scenario.patience = readPatienceKeys(reader);
    scenario.latePolicy = readLatePolicy(reader, usual.latePolicy);
    scenario.fallback = readFallback(reader);
    scenario.costPerCall = readCosts(reader);
    if (scenario.latePolicy == LatePolicy::FallBack && !scenario.fallback)
        reader.fail(u"fallback"_s,
                    u"the model that answers instead, since latePolicy is fall-back"_s);
    return scenario;
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
                       .detail = "settings in curly braces are expected"};
    return document.object();
}

} // namespace oneinn
