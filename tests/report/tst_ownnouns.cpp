// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/answered.h"
#include "support/sanitized.h"
#include "support/testprogram.h"
#include "wording/calibrationwords.h"
#include "wording/combinationwords.h"
#include "wording/curvewords.h"
#include "wording/experiencewords.h"
#include "wording/frontierwords.h"
#include "wording/headlines.h"
#include "wording/rowsalikewords.h"
#include "wording/sayit.h"
#include "wording/verdictwords.h"

#include <QRegularExpression>

#include <limits>

namespace tests::report_ownnouns {

using namespace oneinn;
using namespace Qt::StringLiterals;
using report::Length;
using testsupport::Answered;
using testsupport::AnsweredSample;

/// A person who names everything never reads of uses and users: nobody says that of them.
class TestOwnNouns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void told_everySampleInOwnNouns_speaksOfNoUsesAndUsers();
    void told_ofCombinations_speaksOfNoUsesAndUsers();
    void told_ofWhatHangsTogether_speaksOfNoUsesAndUsers();
    void told_ofTooFew_speaksOfNoUsesAndUsers();

private:
    static void addNumbers(QStringList &told, const Answered &answered);
    static void addPolicies(QStringList &told, const Answered &answered);
    static void verify(const QStringList &told, const QString &where);
};

/// Nouns that no other feature has, with plurals of all three kinds.
FeatureWords odd()
{
    return {.raised = "beacon",
            .useCase = "sky",
            .positive = "leech",
            .verb = "hoist",
            .unit = "crowns",
            .person = "pilot"};
}

void TestOwnNouns::verify(const QStringList &told, const QString &where)
{
    // "in use" is of a threshold, and "uses up" a verb: neither is a noun that has been named.
    static const QRegularExpression bare(u"(?<!in )\\b[Uu](se|ses|ser|sers)\\b"_s);
    QVERIFY(!told.isEmpty());
    for (const QString &text : told) {
        const auto found = bare.match(text);
        QVERIFY2(!found.hasMatch(),
                 qPrintable(u"%1: \u201c%2\u201d in: %3"_s.arg(where, found.captured(), text)));
    }
}

void TestOwnNouns::addNumbers(QStringList &told, const Answered &answered)
{
    const FeatureWords &words = answered.now.scenario.words;
    const wording::ExperienceWords full = wording::experienceWords(answered.now);
    const wording::ExperienceWords brief = wording::headlines(answered.now, full);
    for (const wording::ExperienceWords *each : {&full, &brief}) {
        for (const wording::Statement *one :
             {&each->wrong, &each->missed, &each->late, &each->untilBad})
            told << one->headline << one->detail << one->evidence << one->assumption;
    }
    told << wording::sayIt(answered.now,
                           answered.load ? wording::carriesSpoken(*answered.load, words)
                                         : QString());
    if (answered.load)
        told += wording::verdictSentences(wording::verdictWords(*answered.load, words));
}

void TestOwnNouns::addPolicies(QStringList &told, const Answered &answered)
{
    if (!answered.compared)
        return;
    for (std::size_t i = 0; i < answered.compared->policies.size(); ++i)
        told += wording::policyDetail(*answered.compared, i, answered.now.scenario.words);
}

void TestOwnNouns::told_everySampleInOwnNouns_speaksOfNoUsesAndUsers()
{
    if (testsupport::isSanitized)
        QSKIP("Takes a minute there, and is about words, not about memory.");
    for (const AnsweredSample &sample : testsupport::answeredSamples()) {
        const Answered answered = testsupport::answeredSample(sample, odd());
        QStringList told;
        addNumbers(told, answered);
        addPolicies(told, answered);
        for (const Length length :
             {Length::Sentence, Length::Spoken, Length::Brief, Length::Executive})
            told += testsupport::wholeText(answered.report(length)).split(u'\n');
        verify(told, QString::fromLatin1(sample.file));
    }
}

void TestOwnNouns::told_ofCombinations_speaksOfNoUsesAndUsers()
{
    Scenario scenario;
    scenario.words = odd();
    scenario.selection.model = "large";
    QStringList told;
    FirstAsked first;
    first.model = "small";
    DividedUses divided;
    divided.other = "small";
    divided.share = 0.25;
    for (const Combination &combination :
         {Combination(first), Combination(AskedAgain{}), Combination(divided)}) {
        scenario.combination = combination;
        const auto labels = wording::combinationLabels(scenario);
        told << labels.before << labels.between << labels.after
             << wording::combinationPhrase(scenario, false)
             << wording::combinationNumberName(combination, false, scenario.words)
             << wording::combinationNumberName(combination, true, scenario.words)
             << wording::combinationHint(combination, scenario.words);
    }
    QVERIFY(told.contains(u"25 in 100 skies go to large, the others to small"_s));
    verify(told, u"combinations"_s);
}

void TestOwnNouns::told_ofWhatHangsTogether_speaksOfNoUsesAndUsers()
{
    QStringList told{wording::groupedText({"flight", {"a", "b"}, {}}, odd())};
    for (const ClusterSource found :
         {ClusterSource::Rows, ClusterSource::Users, ClusterSource::Days,
          ClusterSource::UsersAndDays, ClusterSource::Cases, ClusterSource::Groups}) {
        for (const bool exact : {false, true})
            told += wording::eachUseAloneText(exact, found, odd());
    }
    QVERIFY(told.contains(
            u"Each sky is taken as independent of all others (your assumption), though skies of "
            "one pilot are alike in this file: intervals are too narrow."_s));
    verify(told, u"what hangs together"_s);
}

void TestOwnNouns::told_ofTooFew_speaksOfNoUsesAndUsers()
{
    CurveBand few;
    few.tooFewUnits = true;
    CurveBand drawn;
    drawn.rows = {{}};
    drawn.source = BandSource::DrawnAgain;
    wording::CalibrationFindings findings;
    findings.recalibration.emplace();
    findings.recalibration->slopeInterval.high = std::numeric_limits<double>::infinity();
    QStringList told{wording::bandText(few, odd()), wording::bandText(drawn, odd()),
                     wording::noVerdictText()};
    told += wording::calibrationSentences(findings, odd());
    QVERIFY(told.first().contains(u"pilots or days are too few"_s));
    verify(told, u"too few"_s);
}

ONEINN_TEST(TestOwnNouns)

} // namespace tests::report_ownnouns

#include "tst_ownnouns.moc"
