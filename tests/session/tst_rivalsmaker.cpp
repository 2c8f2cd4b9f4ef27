// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/rivalsmaker.h"
#include "support/randompredictions.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace oneinn;

class TestRivalsMaker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ask_fewRows_atOnce();
    void ask_manyRows_inTheBackground();
    void ask_again_onlyTheLastArrives();
    void ask_sameRivals_keepsThem();
    void destroyed_whileWorking_nothingArrives();

private:
    static Scenario asking(const std::string &model)
    {
        Scenario scenario;
        scenario.selection.model = model;
        return scenario;
    }
    static constexpr Eigen::Index many = 3 * Eigen::Index(RivalsMaker::mostRowsAtOnce);
};

void TestRivalsMaker::ask_fewRows_atOnce()
{
    RivalsMaker maker;
    QSignalSpy made(&maker, &RivalsMaker::made);
    maker.ask(testsupport::randomPredictions("useful scores", 1000, 1), asking("small"));
    QVERIFY(maker.rivals());
    QCOMPARE(maker.rivals()->size(), std::size_t(1));
    QCOMPARE(maker.rivals()->front().model, std::string("large"));
    QCOMPARE(made.size(), 0);
}

void TestRivalsMaker::ask_manyRows_inTheBackground()
{
    RivalsMaker maker;
    QSignalSpy made(&maker, &RivalsMaker::made);
    maker.ask(testsupport::randomPredictions("useful scores", many, 1), asking("small"));
    QVERIFY(!maker.rivals());
    QVERIFY(made.wait());
    QCOMPARE(maker.rivals()->front().model, std::string("large"));
}

void TestRivalsMaker::ask_again_onlyTheLastArrives()
{
    RivalsMaker maker;
    QSignalSpy made(&maker, &RivalsMaker::made);
    const auto predictions = testsupport::randomPredictions("useful scores", many, 1);
    maker.ask(predictions, asking("small"));
    maker.ask(predictions, asking("large"));
    QVERIFY(made.wait());
    QCOMPARE(maker.rivals()->front().model, std::string("small"));
    maker.ask(predictions, asking("small"));
    QVERIFY(!maker.rivals()); // never those of another question
    // Few rows are there at once, and what was under way is dropped.
    const auto few = testsupport::randomPredictions("useful scores", 100, 2);
    maker.ask(few, asking("large"));
    const auto now = maker.rivals();
    QVERIFY(now);
    maker.ask(predictions, asking("large"));
    QVERIFY(made.wait());
    QCOMPARE(made.size(), 2);
    QVERIFY(maker.rivals()->front().rows->all()->predictions() == predictions);
}

void TestRivalsMaker::ask_sameRivals_keepsThem()
{
    RivalsMaker maker;
    const auto predictions = testsupport::randomPredictions("useful scores", 1000, 1);
    Scenario scenario = asking("small");
    maker.ask(predictions, scenario);
    const auto before = maker.rivals();
    scenario.budget = Milliseconds{40.0};
    maker.ask(predictions, scenario);
    QCOMPARE(maker.rivals(), before);
    scenario.patience = PatienceCurve({{{500.0}, 0.5}});
    maker.ask(predictions, scenario);
    QVERIFY(maker.rivals() && maker.rivals() != before);
}

void TestRivalsMaker::destroyed_whileWorking_nothingArrives()
{
    auto maker = std::make_unique<RivalsMaker>();
    QSignalSpy made(maker.get(), &RivalsMaker::made);
    maker->ask(testsupport::randomPredictions("useful scores", many, 1), asking("small"));
    maker.reset();
    QCOMPARE(made.size(), 0);
}

ONEINN_TEST(TestRivalsMaker)
#include "tst_rivalsmaker.moc"
