// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/alternatives.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::report_alternatives {

using namespace oneinn;
using namespace Qt::StringLiterals;

/// Which alternative is offered, and what is said of limits that it breaks.
class TestAlternatives : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void best_withinTheLimits_goesBeforeWhatIsWorthMore();
    void best_noneWithinTheLimits_saysByHowMuch();
    void best_withinTheLimitsButNotSurely_isNotOffered();
    void none_differs_isNone();
};

namespace {

Shares sharesOf(int right, int wrong)
{
    const auto tally = [](double count) { return Tally{count, count, count}; };
    Waterfall uses;
    uses[UsePart::RightShown] = tally(right);
    uses[UsePart::WrongShown] = tally(wrong);
    return Shares(uses);
}

ComparedPolicy policy(CandidateKind kind, Eigen::Index model, int wrongOf1000)
{
    ComparedPolicy result;
    result.candidate = {"x", kind, SingleModel{{model, {0.5}}, {}, LatePolicy::Wait, {}}};
    result.summary.shares = sharesOf(1000 - wrongOf1000, wrongOf1000);
    return result;
}

ComparedPolicy alternative(Eigen::Index model, int wrongOf1000, double worth,
                           ComparisonVerdict verdict)
{
    ComparedPolicy result = policy(CandidateKind::Alone, model, wrongOf1000);
    ModelComparison against;
    against.valuePerUse = {.difference = worth, .interval = {0.9 * worth, 1.1 * worth}};
    against.valuePerUse.verdict = verdict;
    result.againstNow = against;
    return result;
}

/// Beside now, which has 5 of 100 wrong where 10 are allowed.
struct Compared {
    Assessment now;
    ComparedPolicies policies;

    explicit Compared(std::vector<ComparedPolicy> others)
    {
        now.scenario.precisionLimit = 0.9;
        policies.models = {"now", "a", "b"};
        policies.policies = {policy(CandidateKind::Now, 0, 50)};
        policies.policies.insert(policies.policies.end(), others.begin(), others.end());
    }
    report::AnswerMaterial material() const
    {
        return {.assessment = now, .compared = &policies, .rollback = {}};
    }
};

constexpr auto surely = ComparisonVerdict::AIsBetter;

} // namespace

void TestAlternatives::best_withinTheLimits_goesBeforeWhatIsWorthMore()
{
    const Compared compared({alternative(1, 160, 0.2, surely), alternative(2, 80, 0.1, surely)});
    const auto best = report::bestAlternative(compared.material());
    QVERIFY(best);
    QCOMPARE(best->policy, std::size_t(2));
    QVERIFY(best->beyond.isEmpty());
    QVERIFY(!best->allAreWorse);
    QCOMPARE(report::beatenSentence(compared.material()),
             u"An alternative is surely worth more."_s);
}

void TestAlternatives::best_noneWithinTheLimits_saysByHowMuch()
{
    const Compared compared({alternative(1, 160, 0.2, surely),
                             alternative(2, 80, -0.1, ComparisonVerdict::BIsBetter)});
    const auto best = report::bestAlternative(compared.material());
    QVERIFY(best);
    QCOMPARE(best->policy, std::size_t(1));
    QCOMPARE(best->beyond, u"16 of 100 shown are wrong (at most 10)"_s);
    QCOMPARE(report::alternativeSentences(compared.material()).at(1),
             u"But 16 of 100 shown are wrong (at most 10)."_s);
    QCOMPARE(report::beatenSentence(compared.material()),
             u"An alternative is surely worth more, but beyond the limits."_s);
}

void TestAlternatives::best_withinTheLimitsButNotSurely_isNotOffered()
{
    const Compared compared({alternative(1, 160, 0.2, surely),
                             alternative(2, 80, 0.01, ComparisonVerdict::CannotBeToldApart)});
    QCOMPARE(report::bestAlternative(compared.material())->policy, std::size_t(1));
}

void TestAlternatives::none_differs_isNone()
{
    QVERIFY(!report::bestAlternative(Compared({}).material()));
}

ONEINN_TEST(TestAlternatives)

} // namespace tests::report_alternatives

#include "tst_alternatives.moc"
