// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/questions.h"
#include "support/testprogram.h"

#include <QTest>

#include <functional>

namespace tests::core_questions {

using namespace oneinn;

namespace {

// What a function must not read does not compile: its question has no such field.
template<typename Q>
concept HasThreshold = requires(Q q)
{
    q.threshold;
};
template<typename Q>
concept HasBudget = requires(Q q)
{
    q.budget;
};
template<typename Q>
concept HasNoun = requires(Q q)
{
    q.words.raised;
};
template<typename Q>
concept HasValues = requires(Q q)
{
    q.values;
};
template<typename Q>
concept HasTargets = requires(Q q)
{
    q.targets;
};
template<typename Q>
concept HasPrecisionLimit = requires(Q q)
{
    q.precisionLimit;
};

static_assert(!HasBudget<RivalsQuestion> && !HasValues<RivalsQuestion>);
static_assert(!HasBudget<PlaneQuestion> && !HasThreshold<PlaneQuestion>);
static_assert(HasThreshold<LoadQuestion> && !HasNoun<LoadQuestion> && !HasTargets<LoadQuestion>);
static_assert(!HasTargets<PoliciesQuestion> && !HasNoun<PoliciesQuestion>);
static_assert(
        !HasThreshold<
                ReachQuestion> && !HasNoun<ReachQuestion> && !HasPrecisionLimit<ReachQuestion>);
static_assert(HasThreshold<SettingQuestion> && !HasPrecisionLimit<SettingQuestion>);
// A narrower question is part of a wider one, and cannot be widened.
static_assert(std::is_convertible_v<const Scenario &, const UsesQuestion &>);
static_assert(!std::is_convertible_v<const UsesQuestion &, const Scenario &>);

using Edit = std::function<void(Scenario &)>;
using IsSame = std::function<bool(const Scenario &, const Scenario &)>;

template<typename Question> IsSame sameBy(Question (*question)(const Scenario &))
{
    return [question](const Scenario &a, const Scenario &b) { return question(a) == question(b); };
}

} // namespace

class TestQuestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void edit_ofOneField_changesThoseThatReadIt_data();
    void edit_ofOneField_changesThoseThatReadIt();
    void rivals_fallbackThatIsNotUsed_doesNotMatter();
};

void TestQuestions::edit_ofOneField_changesThoseThatReadIt_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("changed"); // of rivals, plane, load, policies, reach, setting
    const auto row = [](const char *name, const Edit &edit, const char *changed) {
        QTest::newRow(name) << edit << QByteArray(changed);
    };
    row(
            "threshold", [](Scenario &s) { s.threshold = {0.7}; }, "--lp-s");
    row(
            "budget", [](Scenario &s) { s.budget = Milliseconds{3.0}; }, "--lprs");
    row(
            "late policy", [](Scenario &s) { s.latePolicy = LatePolicy::Wait; }, "-vlprs");
    row(
            "patience",
            [](Scenario &s) {
                s.patience = PatienceCurve({{{500.0}, 0.5}});
            },
            "ivlprs");
    row(
            "model", [](Scenario &s) { s.selection.model = "other"; }, "ivlprs");
    row(
            "values",
            [](Scenario &s) {
                s.values = {9.0, -1.0, -1.0, 0.0};
            },
            "-vlprs");
    row(
            "base rate", [](Scenario &s) { s.baseRate = 0.25; }, "-vlprs");
    row(
            "precision limit", [](Scenario &s) { s.precisionLimit = 0.5; }, "-vlp--");
    row(
            "cost",
            [](Scenario &s) {
                s.costPerCall = {{"large", 2.0}};
            },
            "---p--");
    row(
            "cascade",
            [](Scenario &s) {
                s.cascade = CascadeBounds{"a", "b", {0.1, 0.2}};
            },
            "---p--");
    row(
            "targets", [](Scenario &s) { s.targets.missed = 0.3; }, "-vl-r-");
    row(
            "noun", [](Scenario &s) { s.words.raised = "alert"; }, "------");
    row(
            "uses per week", [](Scenario &s) { s.usesPerWeek = 3.0; }, "------");
    row(
            "bad before leaving", [](Scenario &s) { s.badBeforeLeaving = 9; }, "------");
    row(
            "noticed", [](Scenario &s) { s.noticed.late = 0.1; }, "------");
}

void TestQuestions::edit_ofOneField_changesThoseThatReadIt()
{
    QFETCH(const Edit, edit);
    QFETCH(const QByteArray, changed);
    const std::pair<char, IsSame> all[] = {
            {'i', sameBy(rivalsQuestion)}, {'v', sameBy(planeQuestion)},
            {'l', sameBy(loadQuestion)},   {'p', sameBy(policiesQuestion)},
            {'r', sameBy(reachQuestion)},  {'s', sameBy(settingQuestion)}};
    Scenario before;
    before.selection.model = "large";
    Scenario after = before;
    edit(after);
    QVERIFY(!(after == before));
    QByteArray found;
    for (const auto &[letter, same] : all)
        found += same(before, after) ? '-' : letter;
    QCOMPARE(found, changed);
}

void TestQuestions::rivals_fallbackThatIsNotUsed_doesNotMatter()
{
    Scenario before;
    Scenario after = before;
    after.fallback = FallbackModel{"small", {0.4}};
    after.latePolicy = LatePolicy::Unanswered;
    QVERIFY(rivalsQuestion(before) == rivalsQuestion(after));
    before = after;
    before.latePolicy = LatePolicy::FallBack;
    QVERIFY(!(rivalsQuestion(before) == rivalsQuestion(after)));
    after.latePolicy = LatePolicy::FallBack;
    after.fallback->threshold = {0.9};
    QVERIFY(rivalsQuestion(before) == rivalsQuestion(after));
}

ONEINN_TEST(TestQuestions)

} // namespace tests::core_questions

#include "tst_questions.moc"
