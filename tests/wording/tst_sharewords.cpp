// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "wording/rowwords.h"
#include "wording/sharewords.h"

#include <QTest>

namespace tests::wording_sharewords {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestShareWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clusters_anyNumber_agree_data();
    void clusters_anyNumber_agree();
    void limit_brokenByALittle_isNotReadAsKept_data();
    void limit_brokenByALittle_isNotReadAsKept();
    void fewRows_areToldAsTheyAre();
    void rowEnd_feature_isSaidByItsVerb_andTheCodeIsNot();
};

void TestShareWords::clusters_anyNumber_agree_data()
{
    QTest::addColumn<int>("of");
    QTest::addColumn<double>("clusters");
    QTest::addColumn<QString>("said");
    const auto row = [](ClusterOf of, double clusters, const QString &said) {
        QTest::newRow(qPrintable(said)) << static_cast<int>(of) << clusters << said;
    };
    row(ClusterOf::Day, 1.0, u"on 1 day"_s);
    row(ClusterOf::Day, 30.0, u"on 30 days"_s);
    row(ClusterOf::User, 1.0, u"of 1 customer"_s);
    row(ClusterOf::User, 1560.0, u"of 1,560 customers"_s);
    row(ClusterOf::Case, 1.0, u"of 1 case"_s);
    row(ClusterOf::Group, 2.0, u"of 2 groups"_s);
}

void TestShareWords::clusters_anyNumber_agree()
{
    QFETCH(const int, of);
    QFETCH(const double, clusters);
    QFETCH(const QString, said);
    QCOMPARE(wording::fromClusters(static_cast<ClusterOf>(of), clusters,
                                   {u"customer"_s, u"customers"_s}),
             said);
}

void TestShareWords::fewRows_areToldAsTheyAre()
{
    Proportion missed;
    missed.value = 1.0 / 212.0;
    missed.interval = {0.0008, 0.0262};
    missed.yes.rows = missed.yes.weight = 1.0;
    missed.all.rows = missed.all.weight = missed.effectiveN = 212.0;
    missed.reliability = Reliability::Stated;
    const wording::ShareGrammar grammar{u"tumour"_s,          u"tumours"_s,    u"is not flagged"_s,
                                        u"are not flagged"_s, u"is flagged"_s, u"are flagged"_s,
                                        u"tumours"_s,         u"missed"_s,     u"found"_s};
    QCOMPARE(wording::missedHeadline(missed), u"Misses 1 of 212"_s);
    QCOMPARE(wording::shareDetail(missed, grammar),
             u"1 of the 212 tumours is not flagged, 211 are flagged"_s);
    missed.value = 0.002; // another share of positives: no longer its rows
    QVERIFY(!wording::shareDetail(missed, grammar).contains(u"212"_s));
}

void TestShareWords::limit_brokenByALittle_isNotReadAsKept_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("limit");
    QTest::addColumn<QString>("said");
    QTest::newRow("beyond") << 0.105 << 0.1 << u"more than 1 in 10 times"_s;
    QTest::newRow("kept") << 0.0976 << 0.1 << u"1 in 10 times"_s;
    QTest::newRow("at the limit") << 0.1 << 0.1 << u"1 in 10 times"_s;
    QTest::newRow("says itself that it is more") << 0.13 << 0.1 << u"1 in 8 times"_s;
    QTest::newRow("rounded up to more") << 0.29 << 0.28 << u"3 in 10 times"_s;
    QTest::newRow("half") << 0.52 << 0.5 << u"more than half the time"_s;
}

void TestShareWords::limit_brokenByALittle_isNotReadAsKept()
{
    QFETCH(const double, share);
    QFETCH(const double, limit);
    QFETCH(const QString, said);
    QCOMPARE(wording::timesText(share, limit), said);
    QVERIFY(!wording::timesText(share, std::nullopt).startsWith(u"more"_s));
}

void TestShareWords::rowEnd_feature_isSaidByItsVerb_andTheCodeIsNot()
{
    FeatureWords words;
    words.verb = "take down";
    QCOMPARE(wording::rowEndText(RowCell::Fp, words), u"wrongly taken down"_s);
    QCOMPARE(wording::rowEndText(RowCell::Tp, words), u"rightly taken down"_s);
    QCOMPARE(wording::rowEndText(RowCell::Tn, words), u"rightly not taken down"_s);
    QCOMPARE(wording::rowEndText(RowCell::MissedByLateness, words), u"missed, too late"_s);
    QCOMPARE(wording::rowEndCode(RowCell::Fp), u"shown wrong"_s);
}

ONEINN_TEST(TestShareWords)

} // namespace tests::wording_sharewords

#include "tst_sharewords.moc"
