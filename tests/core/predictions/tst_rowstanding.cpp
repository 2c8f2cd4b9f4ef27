// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/rowstanding.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <limits>

namespace tests::predictions_rowstanding {

using namespace oneinn;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

RawRow rowOf(const QJsonObject &object)
{
    RawRow row;
    row.label = testsupport::optionalNumber(object.value(QLatin1String("label")));
    row.score = testsupport::optionalNumber(object.value(QLatin1String("score")));
    row.latency = testsupport::optionalNumber(object.value(QLatin1String("latency")));
    if (object.contains(QLatin1String("weight")))
        row.weight = testsupport::optionalNumber(object.value(QLatin1String("weight")));
    row.timedOut = object.value(QLatin1String("status")).toString() == QLatin1String("timeout");
    return row;
}

} // namespace

class TestRowStanding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standingOf_vectorClean_namesEachRow()
    {
        const auto vector = testsupport::vector(QStringLiteral("T1.clean"));
        QHash<QString, QJsonArray> found;
        const auto rows = vector.input.value(QLatin1String("rows")).toArray();
        for (int i = 0; i < rows.size(); ++i) {
            const auto standing = standingOf(rowOf(rows.at(i).toObject()));
            // The vectors count rows of weight zero among the usable ones and name them besides.
            if (!standing.setAside || standing.setAside == SetAsideReason::WeightZero)
                found[QStringLiteral("metric_rows")].append(i);
            if (standing.setAside == SetAsideReason::WeightZero)
                found[QStringLiteral("zero_weight")].append(i);
            if (standing.setAside == SetAsideReason::LabelMissing)
                found[QStringLiteral("unlabelled")].append(i);
            if (standing.setAside == SetAsideReason::LabelUnknown)
                found[QStringLiteral("bad_label")].append(i);
            if (standing.setAside == SetAsideReason::ScoreMissing
                || standing.setAside == SetAsideReason::ScoreInvalid)
                found[QStringLiteral("no_score")].append(i);
            switch (standing.latency) {
            case LatencyStanding::Measured:
                found[QStringLiteral("latency_rows")].append(i);
                break;
            case LatencyStanding::Missing:
                found[QStringLiteral("latency_missing")].append(i);
                break;
            case LatencyStanding::Invalid:
                found[QStringLiteral("latency_invalid")].append(i);
                break;
            case LatencyStanding::TimedOut:
                found[QStringLiteral("timeouts_late_for_every_deadline")].append(i);
                break;
            }
        }
        const auto expected = vector.expected.toObject();
        QCOMPARE(found.size(), expected.size());
        for (auto it = expected.begin(); it != expected.end(); ++it)
            QVERIFY2(found.value(it.key()) == it.value().toArray(), qPrintable(it.key()));
    }

    void standingOf_oneFlaw_isNamed_data()
    {
        QTest::addColumn<RawRow>("row");
        QTest::addColumn<std::optional<SetAsideReason>>("expected");
        const RawRow good{.label = 1.0, .score = 0.5, .latency = 1.0};
        const auto add = [&good](const char *name, std::optional<SetAsideReason> expected,
                                 auto change) {
            auto row = good;
            change(row);
            QTest::newRow(name) << row << expected;
        };
        using enum SetAsideReason;
        add("none", std::nullopt, [](RawRow &) {});
        add("label missing", LabelMissing, [](RawRow &r) { r.label.reset(); });
        add("label half", LabelUnknown, [](RawRow &r) { r.label = 0.5; });
        add("label NaN", LabelUnknown, [](RawRow &r) { r.label = notANumber; });
        add("score missing", ScoreMissing, [](RawRow &r) { r.score.reset(); });
        add("score NaN", ScoreInvalid, [](RawRow &r) { r.score = notANumber; });
        add("score -inf", ScoreInvalid, [](RawRow &r) { r.score = -infinity; });
        add("score of 1e100", std::nullopt, [](RawRow &r) { r.score = -1e100; });
        add("largest double for a score", ScoreInvalid,
            [](RawRow &r) { r.score = std::numeric_limits<double>::max(); });
        add("score unreadable", ScoreInvalid, [](RawRow &r) {
            r.score.reset();
            r.scoreUnreadable = true;
        });
        add("weight missing", WeightInvalid, [](RawRow &r) { r.weight.reset(); });
        add("weight negative", WeightInvalid, [](RawRow &r) { r.weight = -1.0; });
        add("weight NaN", WeightInvalid, [](RawRow &r) { r.weight = notANumber; });
        add("weight too small to be squared", WeightInvalid, [](RawRow &r) { r.weight = 1e-200; });
        add("weight too large to be squared", WeightInvalid, [](RawRow &r) { r.weight = 1e200; });
        add("small weight", std::nullopt, [](RawRow &r) { r.weight = 1e-9; });
        add("weight zero", WeightZero, [](RawRow &r) { r.weight = 0.0; });
        add("label before score", LabelMissing, [](RawRow &r) {
            r.label.reset();
            r.score.reset();
        });
        add("score before weight", ScoreMissing, [](RawRow &r) {
            r.score.reset();
            r.weight = 0.0;
        });
        add("latency sets nothing aside", std::nullopt, [](RawRow &r) { r.latency = -1.0; });
    }

    void standingOf_oneFlaw_isNamed()
    {
        QFETCH(RawRow, row);
        QFETCH(std::optional<SetAsideReason>, expected);
        QVERIFY(standingOf(row).setAside == expected);
    }

    void standingOf_latency_isJudged_data()
    {
        QTest::addColumn<std::optional<double>>("latency");
        QTest::addColumn<bool>("timedOut");
        QTest::addColumn<LatencyStanding>("expected");
        const auto row = [](const char *name, std::optional<double> latency, bool timedOut,
                            LatencyStanding expected) {
            QTest::newRow(name) << latency << timedOut << expected;
        };
        row("zero", 0.0, false, LatencyStanding::Measured);
        row("negative", -1.0, false, LatencyStanding::Invalid);
        row("NaN", notANumber, false, LatencyStanding::Invalid);
        row("-inf", -infinity, false, LatencyStanding::Invalid);
        row("inf", infinity, false, LatencyStanding::TimedOut);
        row("absent", std::nullopt, false, LatencyStanding::Missing);
        row("timed out after a while", 3000.0, true, LatencyStanding::TimedOut);
    }

    void standingOf_latency_isJudged()
    {
        QFETCH(std::optional<double>, latency);
        QFETCH(bool, timedOut);
        QFETCH(LatencyStanding, expected);
        const RawRow row{.label = 0.0, .score = 0.1, .latency = latency, .timedOut = timedOut};
        QCOMPARE(standingOf(row).latency, expected);
    }
};

ONEINN_TEST(TestRowStanding)

} // namespace tests::predictions_rowstanding

#include "tst_rowstanding.moc"
