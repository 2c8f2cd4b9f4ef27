// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/drop.h"

#include "support/drawnperiods.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

/// Two causes are put into the second of two simulated periods: the first one named is that of the
/// earlier layer, and the other one is named as well, unless scores and labels cannot tell them
/// apart. ONEINN_DROP_PAIRS sets how many pairs of each,
/// and prints the table of docs/coverage.md.
namespace tests::periods_twocauses {

using namespace oneinn;
using testsupport::DropWorld;

class TestTwoCauses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void both_areNamed_data();
    void both_areNamed();
    void mixOfAColumn_isNamedBesideAnother_data();
    void mixOfAColumn_isNamedBesideAnother();
};

namespace {

/// What is told of two causes.
enum class Told : std::uint8_t {
    Both,
    First, ///< what the other one did is there, under another name or not to be seen
    AsMeaning
};

Told toldOf(DropCause first, DropCause second)
{
    using enum DropCause;
    if (first == Segment && second == Release)
        return Told::AsMeaning;
    const bool hidden =
            first == ScoreMix && second == Segment; // there are 16 of 100 of it then, 30 before
    return hidden ? Told::First : Told::Both;
}

/// Scores on another scale that mean something else as well are those of another model.
bool isOneModel(DropCause first, DropCause second)
{
    return first == DropCause::UnitOrSchema && second >= DropCause::ScoreMix
            && second <= DropCause::Release;
}

struct Injected {
    DropCause cause;
    void (*put)(DropWorld &);
};

std::vector<Injected> injected()
{
    return {{DropCause::Missing, [](DropWorld &world) { world.emptyCells = true; }},
            {DropCause::UnitOrSchema, [](DropWorld &world) { world.scoreTimes = 0.5; }},
            {DropCause::NewValues, [](DropWorld &world) { world.newValue = true; }},
            {DropCause::BaseRate, [](DropWorld &world) { world.goodTwice = 0.55; }},
            {DropCause::ScoreMix, [](DropWorld &world) { world.riskyShare = 0.6; }},
            {DropCause::Meaning, [](DropWorld &world) { world.turned = true; }},
            {DropCause::Segment, [](DropWorld &world) { world.brokenSegment = true; }},
            {DropCause::Release, [](DropWorld &world) { world.badRelease = true; }},
            {DropCause::Waits, [](DropWorld &world) { world.slowTail = true; }},
            {DropCause::Failures, [](DropWorld &world) { world.failures = true; }}};
}

} // namespace

void TestTwoCauses::both_areNamed_data()
{
    QTest::addColumn<DropWorld>("world");
    QTest::addColumn<DropCause>("first");
    QTest::addColumn<DropCause>("second");
    const std::vector<Injected> causes = injected();
    for (std::size_t one = 0; one < causes.size(); ++one) {
        for (std::size_t other = one + 1; other < causes.size(); ++other) {
            DropWorld world;
            if (isOneModel(causes[one].cause, causes[other].cause))
                continue;
            causes[one].put(world);
            causes[other].put(world);
            QTest::newRow((std::string(keyOf(causes[one].cause)) + ", "
                           + std::string(keyOf(causes[other].cause)))
                                  .c_str())
                    << world << causes[one].cause << causes[other].cause;
        }
    }
}

void TestTwoCauses::both_areNamed()
{
    QFETCH(DropWorld, world);
    QFETCH(DropCause, first);
    QFETCH(DropCause, second);
    const int wanted = qEnvironmentVariableIntValue("ONEINN_DROP_PAIRS");
    const int pairs = wanted > 0 ? wanted : 8;
    const int set = qEnvironmentVariableIntValue("ONEINN_DROP_SEED");
    const int seed = set > 0 ? set : 60000;
    const Told expected = toldOf(first, second);
    int firstNamed = 0;
    int bothNamed = 0;
    std::map<std::string, int> told;
    for (int i = 0; i < pairs; ++i) {
        const auto pair = testsupport::drawnPair(world, 6000, static_cast<std::uint32_t>(seed + i));
        const DropDiagnosis diagnosis =
                diagnosedDrop(pair.before, pair.after, testsupport::dropScenario());
        const auto names = [&](DropCause cause) {
            return std::ranges::find(diagnosis.found, cause, &DropFinding::cause)
                    != diagnosis.found.end();
        };
        const DropCause wantedFirst = expected == Told::AsMeaning ? DropCause::Meaning : first;
        firstNamed += diagnosis.firstCause() == wantedFirst ? 1 : 0;
        bothNamed += names(first) && names(second) ? 1 : 0;
        std::string all;
        for (const DropFinding &finding : diagnosis.found)
            all += (all.empty() ? "" : " and ") + std::string(keyOf(finding.cause));
        ++told[all];
    }
    std::string table;
    for (const auto &[names, count] : told)
        table += " " + (names.empty() ? "none" : names) + " " + std::to_string(count) + ";";
    if (wanted > 0)
        std::printf("| %s | %d | %d |%s |\n", QTest::currentDataTag(), firstNamed, bothNamed,
                    table.c_str());
    // In fewer than one of a thousand runs, of 90 of 100.
    const double least = 0.9 * pairs - 3.1 * std::sqrt(0.09 * pairs);
    QVERIFY2(firstNamed >= least, table.c_str());
    QVERIFY2(expected != Told::Both || bothNamed >= least, table.c_str());
}

void TestTwoCauses::mixOfAColumn_isNamedBesideAnother_data()
{
    QTest::addColumn<DropWorld>("world");
    QTest::addColumn<DropCause>("other");
    QTest::newRow("scores that tell less")
            << DropWorld{.noise = 1.5, .telShare = 0.77} << DropCause::Meaning;
    QTest::newRow("a segment") << DropWorld{.telShare = 0.5, .brokenSegment = true}
                               << DropCause::Segment;
    QTest::newRow("a release") << DropWorld{.telShare = 0.5, .badRelease = true}
                               << DropCause::Release;
    QTest::newRow("a base rate") << DropWorld{.goodTwice = 0.55, .telShare = 0.77}
                                 << DropCause::BaseRate;
}

/// Which column, which value, and how its share moved is the same whatever else has changed.
void TestTwoCauses::mixOfAColumn_isNamedBesideAnother()
{
    QFETCH(DropWorld, world);
    QFETCH(DropCause, other);
    const int wanted = qEnvironmentVariableIntValue("ONEINN_DROP_PAIRS");
    const int pairs = wanted > 0 ? wanted : 8;
    int both = 0;
    std::map<std::string, int> told;
    for (int i = 0; i < pairs; ++i) {
        const auto pair =
                testsupport::drawnPair(world, 6000, static_cast<std::uint32_t>(70000 + i));
        const auto found =
                diagnosedDrop(pair.before, pair.after, testsupport::dropScenario()).found;
        const auto mix = std::ranges::find(found, DropCause::ScoreMix, &DropFinding::cause);
        const bool hasOther = std::ranges::find(found, other, &DropFinding::cause) != found.end();
        std::string all;
        for (const DropFinding &finding : found)
            all += (all.empty() ? "" : " and ") + std::string(keyOf(finding.cause)) + " of "
                    + finding.column;
        ++told[all];
        both += mix != found.end() && mix->column == "channel" && mix->value == "phone"
                        && mix->before < 0.3 && mix->after > 0.4 && hasOther
                ? 1
                : 0;
    }
    std::string table;
    for (const auto &[names, count] : told)
        table += " " + (names.empty() ? "none" : names) + " " + std::to_string(count) + ";";
    if (wanted > 0)
        std::printf("| score-mix of a channel, %s | %d of %d |\n", QTest::currentDataTag(), both,
                    pairs);
    QVERIFY2(both >= 0.9 * pairs - 3.1 * std::sqrt(0.09 * pairs), table.c_str());
}

ONEINN_TEST(TestTwoCauses)

} // namespace tests::periods_twocauses

#include "tst_twocauses.moc"
