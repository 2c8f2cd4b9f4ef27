// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testprogram.h"

#include <QTest>

#include <functional>
#include <random>

namespace tests::cli_checkunlabelled {

using namespace Qt::Literals::StringLiterals;
using testsupport::runCommandLine;

/// What is held against promises where later uses lack labels or scores.
class TestCheckUnlabelled : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shown_isOfAllUses_whoeverHasALabel_data();
    void shown_isOfAllUses_whoeverHasALabel();
    void missed_labelsOfShownAlone_saysNobodyKnows();
    void since_countsWhatIsSetAsideSinceThen();
    void ownFile_withoutSomeLabels_holds();

private:
    struct Use {
        bool good;
        double score;
        int place;
    };
    using Told = std::function<bool(const Use &, std::mt19937_64 &)>;
    QString world(const Told &hasLabel, const Told &hasScore = {});
    QString point();

    testsupport::WrittenFiles m_files;
};

/// 8,000 uses over 20 days, of which 3 of 10 are shown at 0.5, 4 of 5 of these rightly.
QString TestCheckUnlabelled::world(const Told &hasLabel, const Told &hasScore)
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> uniform;
    std::mt19937_64 chance(8);
    QString text = u"label,score,day\n"_s;
    constexpr int uses = 8000;
    for (int i = 0; i < uses; ++i) {
        const bool shown = uniform(random) < 0.3;
        const Use use{uniform(random) < (shown ? 0.8 : 0.05),
                      shown ? 0.5 + uniform(random) / 2.0 : uniform(random) * 0.499, i};
        text += u"%1,%2,2026-03-%3\n"_s
                        .arg(hasLabel(use, chance) ? QString::number(use.good ? 1 : 0) : QString(),
                             !hasScore || hasScore(use, chance) ? QString::number(use.score, 'g', 9)
                                                                : QString())
                        .arg(1 + i * 20 / uses, 2, 10, QLatin1Char('0'));
    }
    return m_files.write(text);
}

QString TestCheckUnlabelled::point()
{
    const auto all = [](const Use &, std::mt19937_64 &) { return true; };
    const auto run = runCommandLine({u"operating-point"_s, world(all), u"--threshold"_s, u"0.5"_s,
                                     u"--date"_s, u"2026-03-21"_s});
    return m_files.write(run.out);
}

namespace {

QJsonObject promiseOf(const testsupport::CommandLineRun &run, const QString &share)
{
    const QJsonArray promises = run.at(u"promises"_s).toArray();
    for (const auto &promise : promises) {
        if (promise[u"share"_s] == share)
            return promise.toObject();
    }
    return {};
}

bool isChance(std::mt19937_64 &random, double share)
{
    return std::bernoulli_distribution(share)(random);
}

} // namespace

void TestCheckUnlabelled::shown_isOfAllUses_whoeverHasALabel_data()
{
    QTest::addColumn<Told>("hasLabel");
    QTest::newRow("half of the bad ones lack one")
            << Told([](const Use &use, std::mt19937_64 &random) {
                   return use.good || isChance(random, 0.5);
               });
    QTest::newRow("those shown alone have one")
            << Told([](const Use &use, std::mt19937_64 &) { return use.score >= 0.5; });
    QTest::newRow("by chance") << Told(
            [](const Use &, std::mt19937_64 &random) { return isChance(random, 0.6); });
}

void TestCheckUnlabelled::shown_isOfAllUses_whoeverHasALabel()
{
    QFETCH(const Told, hasLabel);
    const auto run = runCommandLine({u"check"_s, point(), world(hasLabel)});
    QVERIFY2(run.code != 3, qPrintable(run.out + run.err));
    const QJsonObject shown = promiseOf(run, u"shown"_s);
    COMPARE_NEAR(shown[u"found"_s].toDouble(), 0.3, 0.02);
    QVERIFY(shown[u"outcome"_s] != u"outside"_s);
    QVERIFY(run.at(u"without_label"_s).toDouble() > 2000.0);
    QCOMPARE(run.at(u"without_label"_s).toDouble() + run.at(u"uses"_s).toDouble(), 8000.0);
    QVERIFY(run.out.contains(u"Of 8,000 uses"_s));
}

void TestCheckUnlabelled::missed_labelsOfShownAlone_saysNobodyKnows()
{
    const auto run = runCommandLine(
            {u"check"_s, point(),
             world([](const Use &use, std::mt19937_64 &) { return use.score >= 0.5; })});
    QCOMPARE(run.code, 4);
    const QString missed = promiseOf(run, u"missed"_s)[u"sentence"_s].toString();
    QVERIFY2(missed.contains(u"nobody knows"_s) && !missed.contains(u"none here"_s),
             qPrintable(missed));
}

/// Labels and scores that earlier days lack are no matter of later ones.
void TestCheckUnlabelled::since_countsWhatIsSetAsideSinceThen()
{
    const auto late = [](const Use &use, std::mt19937_64 &) { return use.place >= 3000; };
    const QString file = world(late, [](const Use &use, std::mt19937_64 &) {
        return use.place < 6000 || use.place % 10 != 0;
    });
    const auto all = runCommandLine({u"check"_s, point(), file});
    QCOMPARE(all.at(u"without_label"_s).toDouble(), 3000.0);
    QCOMPARE(all.at(u"without_score"_s).toDouble(), 200.0);
    const auto since = runCommandLine({u"check"_s, point(), file, u"--since"_s, u"2026-03-11"_s});
    QCOMPARE(since.at(u"without_label"_s).toDouble(), 0.0);
    QCOMPARE(since.at(u"without_score"_s).toDouble(), 200.0);
    QCOMPARE(since.at(u"uses"_s).toDouble(), 3800.0);
    QVERIFY(since.out.contains(u"200 have no score"_s));
}

void TestCheckUnlabelled::ownFile_withoutSomeLabels_holds()
{
    const QString file = world([](const Use &use, std::mt19937_64 &random) {
        return use.good || isChance(random, 0.6);
    });
    const auto decided = runCommandLine({u"operating-point"_s, file, u"--threshold"_s, u"0.5"_s});
    COMPARE_NEAR(decided.at(u"expected/shown/share"_s).toDouble(), 0.3, 0.02);
    const auto run = runCommandLine({u"check"_s, m_files.write(decided.out), file});
    QVERIFY2(run.code == 0, qPrintable(run.out + run.err));
}

ONEINN_TEST(TestCheckUnlabelled)

} // namespace tests::cli_checkunlabelled

#include "tst_checkunlabelled.moc"
