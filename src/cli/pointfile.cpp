// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/pointfile.h"

#include "core/limits.h"
#include "core/review/reviewer.h"
#include "files/readfile.h"
#include "presets/conditionjson.h"
#include "presets/jsonreader.h"
#include "presets/scenariojson.h"
#include "wording/problemwords.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int plainVersion = 1;
constexpr int besidesVersion = 2; ///< of what is read here: something that 1 cannot say

Unusable unusable(const QString &path, const QString &what)
{
    return Unusable{u"'%1' %2"_s.arg(path, what)};
}

Unusable unusable(const Problem &problem)
{
    return Unusable{wording::problemWords(problem, wording::Reader::CommandLine).sentence()};
}

Unusable olderProgram(const QString &path)
{
    return unusable(path,
                    u"is of another version of the format than is read here. Use the version of "
                    "one-in-n-cli that wrote it."_s);
}

/// A point as it is read: keys that a later version adds are left aside.
class PointReader {
public:
    PointReader(QJsonObject object, QString path)
        : m_object(std::move(object))
        , m_path(std::move(path))
    {
    }

    PointFile read();
    const std::optional<Problem> &problem() const { return m_problem; }

private:
    void keep(const JsonReader &reader)
    {
        if (!m_problem)
            m_problem = reader.problem();
    }
    double thresholdIn(const QJsonValue &rule, const QString &at);
    void readFallback(const QJsonValue &value);
    void readThresholds(const QJsonValue &value);
    void readBudgets(const QJsonValue &value);
    void readConditions(const QJsonValue &where);
    void readBand(const QJsonValue &value);
    void readWords(const QJsonValue &value);
    void readPromise(const QJsonValue &value);

    QJsonObject m_object;
    QString m_path;
    PointFile m_point;
    std::optional<Problem> m_problem;
};

/// The comparison follows from the direction.
double PointReader::thresholdIn(const QJsonValue &rule, const QString &at)
{
    JsonReader reader(rule.toObject(), m_path, at);
    const auto threshold = reader.numberOrInfinity(u"threshold"_s);
    if (!threshold)
        reader.fail(u"threshold"_s, numberOrInfinityWanted());
    keep(reader);
    return threshold.value_or(0.0);
}

void PointReader::readFallback(const QJsonValue &value)
{
    if (!value.isObject())
        return;
    JsonReader reader(value.toObject(), m_path, u"fallback."_s);
    m_point.fallback =
            FallbackOption{reader.exactText(u"model"_s).value_or(std::string()),
                           thresholdIn(value[u"shown_if_score"_s], u"fallback.shown_if_score."_s)};
    if (reader.text(u"start"_s) == u"at-deadline")
        m_point.fallbackStart = Fallback::Start::AtDeadline;
    keep(reader);
}

void PointReader::readThresholds(const QJsonValue &value)
{
    if (!value.isObject())
        return;
    JsonReader reader(value.toObject(), m_path, u"thresholds."_s);
    ThresholdsBySegment own{reader.exactText(u"column"_s).value_or(std::string()), {}, {}};
    reader.object(u"values"_s, [&own](JsonReader &values) {
        for (const QString &name : values.keys(mostOwnThresholds)) {
            const double most = limits::largestScore;
            const auto threshold = values.optionalNumber(name, -most, most);
            if (!threshold)
                values.fail(name, WantedValue::Kind::Number);
            own.values.push_back({name.toStdString(), {threshold.value_or(0.0)}});
        }
    });
    if (own.values.empty())
        reader.fail(u"values"_s, WantedValue::Kind::Settings);
    keep(reader);
    m_point.thresholdsBy = own;
}

/// Beside the budget, which is read before.
void PointReader::readBudgets(const QJsonValue &value)
{
    if (!value.isObject())
        return;
    JsonReader reader(value.toObject(), m_path, u"budgets."_s);
    BudgetsBySegment own{reader.exactText(u"column"_s).value_or(std::string()), {}, {}};
    reader.object(u"values_ms"_s, [&own](JsonReader &values) {
        for (const QString &name : values.keys(mostOwnBudgets)) {
            const auto budget = values.optionalNumber(name, 0.0, limits::longestWait);
            if (!budget || !(*budget > 0.0))
                values.fail(name, WantedValue::Kind::Number);
            own.values.push_back({name.toStdString(), {budget.value_or(1.0)}});
        }
    });
    if (own.values.empty())
        reader.fail(u"values_ms"_s, WantedValue::Kind::Settings);
    if (!m_point.budget || !(m_point.budget->value > 0.0))
        reader.fail(u"others_ms"_s, WantedValue::Kind::Number);
    keep(reader);
    own.ownBudget = m_point.budget.value_or(Milliseconds{1.0});
    m_point.budgets = own;
}

void PointReader::readConditions(const QJsonValue &where)
{
    const QJsonArray conditions = where.toArray();
    for (const auto &one : conditions) {
        JsonReader reader(one.toObject(), m_path, u"data.where."_s);
        m_point.where.push_back(readCondition(reader));
        keep(reader);
    }
}

/// Its end is the threshold of what is shown without a person.
void PointReader::readBand(const QJsonValue &value)
{
    if (!value.isObject())
        return;
    JsonReader ends(value[u"person_decides_if_score"_s].toObject(), m_path,
                    u"review.person_decides_if_score."_s);
    const QString key = m_point.lowerIsPositive ? u"up_to"_s : u"from"_s;
    const auto from = ends.numberOrInfinity(key);
    if (!from)
        ends.fail(key, numberOrInfinityWanted());
    keep(ends);
    JsonReader reviewer(value[u"reviewer"_s].toObject(), m_path, u"review.reviewer."_s);
    m_point.band =
            PointFile::Band{from.value_or(0.0),
                            reviewer.optionalNumber(u"uses_per_day"_s, 1.0, mostReviewUsesPerDay)};
    keep(reviewer);
}

/// One that is not known here is left aside.
void PointReader::readPromise(const QJsonValue &value)
{
    JsonReader reader(value.toObject(), m_path, u"watch.promises."_s);
    const QString key = reader.text(u"share"_s);
    const auto kind =
            std::ranges::find(shareKinds, std::string_view(key.toStdString()), &ShareKind::key);
    WatchedShare watched;
    watched.atMost = reader.optionalNumber(u"at_most"_s, 0.0, 1.0);
    watched.atLeast = reader.optionalNumber(u"at_least"_s, 0.0, 1.0);
    keep(reader);
    const bool isReviewed = key == u"reviewed" && m_point.band;
    if ((kind == shareKinds.end() && !isReviewed) || (!watched.atMost && !watched.atLeast))
        return;
    JsonReader expected(m_object[u"expected"_s][key].toObject(), m_path, u"expected."_s);
    watched.expected = expected.number(u"share"_s, 0.0, 1.0, 0.0);
    keep(expected);
    if (isReviewed) {
        m_point.reviewed = watched;
        return;
    }
    watched.share = kind->share;
    m_point.promises.push_back(watched);
}

void PointReader::readWords(const QJsonValue &value)
{
    JsonReader words(value.toObject(), m_path, u"words."_s);
    for (const FeatureWordRow &row : featureWordRows) {
        if (const QLatin1String key(row.key); words.has(key))
            m_point.words.*row.word = words.exactText(key).value_or(std::string());
    }
    keep(words);
}

PointFile PointReader::read()
{
    JsonReader reader(m_object, m_path);
    m_point.model = reader.exactText(u"model"_s);
    m_point.lowerIsPositive = reader.text(u"direction"_s) == u"lower-is-positive";
    if (const auto budget = reader.optionalNumber(u"budget_ms"_s, 0.0, 1e12))
        m_point.budget = Milliseconds{*budget};
    const QString late = reader.text(u"late_policy"_s);
    for (const auto &[word, policy] : latePolicyWords()) {
        if (word == late)
            m_point.latePolicy = policy;
    }
    keep(reader);
    if (m_object[u"assumed"_s].isObject()) {
        JsonReader assumed(m_object[u"assumed"_s].toObject(), m_path, u"assumed."_s);
        m_point.patience = readPatienceKeys(assumed);
        keep(assumed);
    }
    m_point.threshold = thresholdIn(m_object[u"shown_if_score"_s], u"shown_if_score."_s);
    readThresholds(m_object[u"thresholds"_s]);
    readBudgets(m_object[u"budgets"_s]);
    readFallback(m_object[u"fallback"_s]);
    readConditions(m_object[u"data"_s][u"where"_s]);
    readBand(m_object[u"review"_s]);
    readWords(m_object[u"words"_s]);
    const QJsonArray promises = m_object[u"watch"_s][u"promises"_s].toArray();
    for (const auto &promise : promises)
        readPromise(promise);
    return m_point;
}

std::variant<PointFile, Unusable> pointIn(const QJsonObject &object, const QString &path)
{
    if (object[u"format"_s].toString() != u"one-in-n operating point")
        return unusable(path,
                        u"is no operating point: write one with 'one-in-n-cli "
                        "operating-point FILE'."_s);
    if (object.contains(u"combination"_s))
        return unusable(path,
                        u"combines several models, which check does not read yet. Check a "
                        "point of one model."_s);
    const bool hasBand = object.contains(u"review"_s);
    if (hasBand && object.contains(u"thresholds"_s))
        return unusable(path,
                        u"has a review band over thresholds of segments, which check does not read "
                        "yet. Check a point with one threshold."_s);
    const bool bySegment = object.contains(u"thresholds"_s) || object.contains(u"budgets"_s);
    const int version = object[u"version"_s].toInt();
    const bool isKnown =
            version == besidesVersion || (version == plainVersion && !bySegment && !hasBand);
    if (!isKnown)
        return olderProgram(path);
    PointReader reader(object, path);
    PointFile point = reader.read();
    if (reader.problem())
        return unusable(*reader.problem());
    if (point.promises.empty() && !point.reviewed)
        return unusable(path,
                        u"promises nothing that could be checked ('watch' is missing or "
                        "empty). Write it anew with 'one-in-n-cli operating-point FILE'."_s);
    return point;
}

} // namespace

std::variant<PointFile, Unusable> readPointFile(const QString &path)
{
    const auto bytes = files::readFile(QFile::encodeName(path).toStdString(), files::largestPreset);
    if (!bytes)
        return unusable(bytes.problem());
    const auto object = jsonObject(QByteArray::fromStdString(bytes.value()), path);
    if (!object)
        return unusable(object.problem());
    return pointIn(object.value(), path);
}

} // namespace oneinn::cli
