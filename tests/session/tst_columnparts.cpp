// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/columnparts.h"

#include "session/columnmemory.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::session_columnparts {

using namespace oneinn;
using ingest::ColumnMapping;
using ingest::GuessReason;
using ingest::ResolvedMapping;

class TestColumnParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsOf_column_areAllItPlays();
    void withPart_label_givesUpWhatBelongedToTheOther();
    void withPart_score_givesUpItsDirection();
    void withPart_latency_givesUpItsUnit();
    void withPart_columnGivenOtherwise_isNoLongerThat();
    void withPart_none_isNeitherGuessedNorUsed();
    void withPart_noneOfTheOnlySegment_leavesNone();
    void withPart_segment_joinsThoseGuessed();
    void withPart_oneOfTwoModels_leavesTheOtherAsTheScore();
    void withPart_failed_joinsWhatSaysSoAlready();
    void withPart_refused_leavesFailed();
    void withoutPart_optional_isNone();
    void headerKey_names_areASet();
};

namespace {

/// label, score, wait (a latency), error (says so), city and tier (segments), day.
ResolvedMapping guessed()
{
    ResolvedMapping read;
    read.label = {"label", GuessReason::Name};
    read.score = {"score", GuessReason::Name};
    read.latency = {"wait", GuessReason::Name};
    read.day = {"day", GuessReason::Values};
    read.segments = {{"city", GuessReason::Name}, {"day", GuessReason::Values}};
    read.failed = {{"error", std::nullopt}};
    return read;
}

} // namespace

void TestColumnParts::partsOf_column_areAllItPlays()
{
    const ResolvedMapping read = guessed();
    QVERIFY(partsOf(read, "wait") == std::vector{ColumnPart::Latency});
    QVERIFY(partsOf(read, "day") == (std::vector{ColumnPart::Day, ColumnPart::Segment}));
    QVERIFY(partsOf(read, "error") == std::vector{ColumnPart::Failed});
    QVERIFY(partsOf(read, "note").empty());
    QVERIFY(givenParts({.label = "x", .day = "x"}, "x")
            == (std::vector{ColumnPart::Label, ColumnPart::Day}));
}

void TestColumnParts::withPart_label_givesUpWhatBelongedToTheOther()
{
    const ResolvedMapping read = guessed();
    const ColumnMapping before{.label = "label", .positive = "yes", .decision = "said"};
    const ColumnMapping next = withPart(before, &read, "truth", ColumnPart::Label);
    QVERIFY(next == ColumnMapping{.label = "truth"});
}

void TestColumnParts::withPart_score_givesUpItsDirection()
{
    const ColumnMapping before{.score = "a", .lowerIsPositive = true};
    QVERIFY(withPart(before, nullptr, "b", ColumnPart::Score) == ColumnMapping{.score = "b"});
}

void TestColumnParts::withPart_latency_givesUpItsUnit()
{
    const ColumnMapping before{.unit = ingest::LatencyUnit::Seconds};
    const ResolvedMapping read = guessed();
    QVERIFY(withPart(before, &read, "total", ColumnPart::Latency)
            == ColumnMapping{.latency = "total"});
}

void TestColumnParts::withPart_columnGivenOtherwise_isNoLongerThat()
{
    const ColumnMapping before{.label = "a", .positive = "1", .score = "b", .weight = "c"};
    QVERIFY(withPart(before, nullptr, "a", ColumnPart::Weight)
            == (ColumnMapping{.score = "b", .weight = "a"}));
    QVERIFY(withPart(before, nullptr, "c", ColumnPart::Count)
            == (ColumnMapping{.label = "a", .positive = "1", .score = "b", .count = "c"}));
}

void TestColumnParts::withPart_none_isNeitherGuessedNorUsed()
{
    const ResolvedMapping read = guessed();
    QVERIFY(withPart({}, &read, "wait", ColumnPart::None) == ColumnMapping{.latency = ""});
    QVERIFY(withPart({.latency = "wait"}, &read, "wait", ColumnPart::None)
            == ColumnMapping{.latency = ""});
    const ColumnMapping answered = withPart({}, &read, "error", ColumnPart::None);
    QVERIFY(answered.failed && answered.failed->empty());
}

void TestColumnParts::withPart_noneOfTheOnlySegment_leavesNone()
{
    ResolvedMapping read = guessed();
    const ColumnMapping first = withPart({}, &read, "city", ColumnPart::None);
    QVERIFY(first.segments == std::vector<std::string>{"day"});
    read.segments.pop_back();
    const ColumnMapping last = withPart({}, &read, "city", ColumnPart::None);
    QVERIFY(last.segments == std::vector<std::string>{""});
}

void TestColumnParts::withPart_segment_joinsThoseGuessed()
{
    const ResolvedMapping read = guessed();
    const ColumnMapping next = withPart({}, &read, "tier", ColumnPart::Segment);
    QVERIFY(next.segments == (std::vector<std::string>{"city", "day", "tier"}));
}

void TestColumnParts::withPart_oneOfTwoModels_leavesTheOtherAsTheScore()
{
    ResolvedMapping read = guessed();
    read.wide = {{"rf", "rf_proba", "rf_ms"}, {"xgb", "xgb_proba", "xgb_ms"}};
    const ColumnMapping next = withPart({}, &read, "rf_proba", ColumnPart::None);
    QVERIFY(next.wide && next.wide->empty());
    QCOMPARE(*next.score, std::string("xgb_proba"));
}

void TestColumnParts::withPart_refused_leavesFailed()
{
    ResolvedMapping read;
    read.failed = {{"error", std::nullopt}};
    const ColumnMapping next = withPart({}, &read, "error", ColumnPart::Refused);
    QVERIFY(next.failed && next.failed->empty());
    QCOMPARE(next.refused->size(), std::size_t(1));
    QCOMPARE(next.refused->front().column, std::string("error"));
    QVERIFY(withoutPart(next, ColumnPart::Refused).refused->empty());
}

void TestColumnParts::withPart_failed_joinsWhatSaysSoAlready()
{
    const ResolvedMapping read = guessed();
    const ColumnMapping next = withPart({}, &read, "status", ColumnPart::Failed);
    QCOMPARE(next.failed->size(), std::size_t(2));
    QCOMPARE(next.failed->back().column, std::string("status"));
}

void TestColumnParts::withoutPart_optional_isNone()
{
    QVERIFY(withoutPart({.latency = "wait"}, ColumnPart::Latency) == ColumnMapping{.latency = ""});
    QVERIFY(withoutPart({}, ColumnPart::Failed).failed->empty());
    QVERIFY(!isOptional(ColumnPart::Label) && !isOptional(ColumnPart::Score));
}

void TestColumnParts::headerKey_names_areASet()
{
    const auto key = [](const std::vector<std::string> &names) {
        std::vector<ingest::ColumnProfile> columns(names.size());
        for (std::size_t i = 0; i < names.size(); ++i)
            columns[i].name = names[i];
        return headerKey(columns);
    };
    QCOMPARE(key({"a", "b"}), key({"b", "a"}));
    QVERIFY(key({"a", "bc"}) != key({"ab", "c"}));
    QVERIFY(key({"a"}) != key({"a", "a"}));
    QCOMPARE(key({std::string(100000, 'x')}).size(), key({}).size());
}

ONEINN_TEST(TestColumnParts)

} // namespace tests::session_columnparts

#include "tst_columnparts.moc"
