// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/chartwords.h"
#include "wording/curvewords.h"

#include "assessed.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_curvewords {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestCurveWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_curve_hasANameAPurposeAndAxes();
    void point_frequenciesComeFirst();
    void point_usersLeave_isSaid();
    void point_fewCases_isCounted();
    void price_bestBetween_isSaid();
    void price_neverTheBest_isSaid();
    void price_openEnds_areSaid();
    void bands_areNamedApart();
    void band_none_saysWhy();
    void legend_namesEveryLine();
    void whose_budget_isSaid();
};

namespace {

Assessment counted(double tp, double fp, double fn, double tn)
{
    const auto rows = [](double n) { return Tally{n, n, n}; };
    OperatingCounts counts;
    counts.tp = rows(tp);
    counts.fp = rows(fp);
    counts.fn = rows(fn);
    counts.tn = rows(tn);
    return assess(counts, {});
}

} // namespace

void TestCurveWords::every_curve_hasANameAPurposeAndAxes()
{
    QStringList all;
    for (const ModelCurve curve : everyModelCurve) {
        const wording::CurveAxes axes = wording::curveAxes(curve);
        all << wording::curveName(curve) << wording::curvePurpose(curve);
        QVERIFY(!axes.horizontal.isEmpty() && !axes.vertical.isEmpty());
        QVERIFY(wording::curvePurpose(curve).startsWith(u"Good for "_s)
                || wording::curvePurpose(curve).startsWith(u"Good wh"_s));
        QCOMPARE(wording::curvePurpose(curve).count(u'.'), 1); // one sentence
        QVERIFY(!wording::noCurveText(curve).isEmpty());
        QCOMPARE(wording::noBandText(curve).isEmpty(), hasBand(curve));
    }
    all.removeDuplicates();
    QCOMPARE(static_cast<std::size_t>(all.size()), 2 * everyModelCurve.size());
}

void TestCurveWords::point_frequenciesComeFirst()
{
    const Assessment now = counted(620, 80, 380, 8920);
    const auto said = [&](ModelCurve curve) { return wording::curvePointText(curve, now, {}); };
    QCOMPARE(said(ModelCurve::PrecisionRecall),
             u"Of those shown, 89 of 100 are right; of the good ones, 62 of 100 are found."_s);
    QCOMPARE(said(ModelCurve::Roc),
             u"Of the good ones, 62 of 100 are shown; of the bad ones, 9 of 1,000."_s);
    QCOMPARE(said(ModelCurve::DetectionErrors),
             u"Of the good ones, 38 of 100 are missed; of the bad ones, 9 of 1,000 are shown."_s);
    QCOMPARE(said(ModelCurve::Gain),
             u"Of all uses, 7 of 100 are shown; of the good ones, 62 of 100 are among them, 8.9 "
             "times as many as without looking (lift)."_s);
    QCOMPARE(wording::curvePointLabel(ModelCurve::Gain, now), u"7 % shown, 62 % found"_s);
}

void TestCurveWords::point_usersLeave_isSaid()
{
    // Of 100 good ones the model finds 80; each user waits with a chance of 1 in 2.
    Scenario impatient = testsupport::scenarioAt(0.5);
    impatient.patience = PatienceCurve({{Milliseconds{100.0}, 0.5}});
    const Assessment now =
            testsupport::assessed({.tp = 80, .fp = 20, .fn = 20, .tn = 200}, impatient);
    const QString text = wording::curvePointText(ModelCurve::Roc, now, {});
    QVERIFY2(text.startsWith(u"Of the good ones, 80 of 100 are shown"_s), qPrintable(text));
    QVERIFY2(text.endsWith(u" This is as if everybody waited; counting those gone, 60 of 100 good "
                           "ones are missed."_s),
             qPrintable(text));
    QCOMPARE(wording::operatingPointLabel(now), u"80 % right, 80 % found, 40 % reached"_s);
    // Where who leaves meets other ones, both are told, each with what it is of.
    Assessment others = now;
    others.metrics.precision = 0.86;
    QCOMPARE(wording::operatingPointLabel(others),
             u"86 % right, 80 % found if all wait; 80 % right, 40 % reached as they do"_s);
    QVERIFY(!wording::curvePointText(ModelCurve::Cost, now, {}).contains(u"gone"_s));
}

void TestCurveWords::point_fewCases_isCounted()
{
    QCOMPARE(wording::operatingPointLabel(counted(3, 0, 4, 2)), u"3 of 3 right, 3 of 7 found"_s);
    QCOMPARE(wording::curvePointText(ModelCurve::Roc, counted(3, 0, 4, 2), {}),
             u"Of the good ones, 3 of 7 are shown; of the bad ones, 0 of 2."_s);
    QVERIFY(wording::curvePointText(ModelCurve::Roc, counted(3, 0, 4, 0), {})
                    .startsWith(u"It takes"_s));
    QVERIFY(wording::curvePointText(ModelCurve::PrecisionRecall, counted(0, 0, 4, 3), {})
                    .startsWith(u"Nothing is shown"_s));
    QVERIFY(wording::curvePointText(ModelCurve::Gain, counted(0, 2, 0, 3), {})
                    .startsWith(u"There are no good ones"_s));
}

void TestCurveWords::price_bestBetween_isSaid()
{
    const Suited suited{{2.0 / 3.0, 0.8}, true};
    QCOMPARE(wording::curvePointText(ModelCurve::NetBenefit, {}, {suited, 0.25}),
             u"This threshold is the best one where a right one shown is worth between 2 and 4 "
             "wrong ones. By your values it is worth 3."_s);
    QCOMPARE(wording::curvePointText(ModelCurve::Cost, {}, {suited, {}}),
             u"This threshold is the best one where missed ones make between 67 and 80 of 100 of "
             "all that can go wrong."_s);
}

void TestCurveWords::price_neverTheBest_isSaid()
{
    QVERIFY(wording::curvePointText(ModelCurve::NetBenefit, {}, {Suited{{0.5, 0.5}, false}, {}})
                    .startsWith(u"At every price another threshold is better; this one comes "
                                "nearest where a right one shown is worth about 1 "_s));
}

void TestCurveWords::price_openEnds_areSaid()
{
    const auto said = [](Interval weights) {
        return wording::curvePointText(ModelCurve::NetBenefit, {}, {Suited{weights, true}, {}});
    };
    QVERIFY(said({0.0, 0.8}).contains(u"at most 4 wrong ones"_s));
    QVERIFY(said({0.8, 1.0}).contains(u"at least 4 wrong ones"_s));
    QVERIFY(said({0.0, 1.0}).contains(u"any number of wrong ones"_s));
}

void TestCurveWords::bands_areNamedApart()
{
    QVERIFY(wording::bandName(BandKind::Pointwise).contains(u"pointwise"_s));
    QVERIFY(wording::bandName(BandKind::DragSafe).contains(u"drag-safe"_s));
    CurveBand band;
    band.rows.resize(2);
    QVERIFY(wording::bandText(band).startsWith(u"Pointwise band:"_s));
    for (const BandSource source : {BandSource::IndependentUses, BandSource::DrawnAgain}) {
        band.source = source;
        QVERIFY(wording::bandText(band).startsWith(u"Drag-safe band:"_s));
        QVERIFY(wording::bandText(band).contains(u"every threshold at once"_s));
    }
}

void TestCurveWords::band_none_saysWhy()
{
    CurveBand band;
    QVERIFY(wording::bandText(band).contains(u"good ones and bad ones"_s));
    band.tooFewUnits = true;
    QVERIFY(wording::bandText(band).contains(u"users or days are too few"_s));
}

void TestCurveWords::legend_namesEveryLine()
{
    const QString legend = wording::curveLegend(
            ModelCurve::NetBenefit,
            {CurveReference::ShowNothing, CurveReference::ShowAll, CurveReference::AtItsWord});
    for (const QString &each :
         {u"Solid:"_s, u"Dotted:"_s, u"Dashed: nothing shown and everything shown."_s,
          u"Dash-dotted: scores taken for probabilities."_s})
        QVERIFY2(legend.contains(each), qPrintable(legend));
    QCOMPARE(wording::curveLegend(ModelCurve::Roc, {CurveReference::Chance}),
             u"Dashed: without looking."_s);
}

void TestCurveWords::whose_budget_isSaid()
{
    Assessment now;
    QVERIFY(wording::ownCurveText(now).contains(u"as if everybody waited."_s));
    now.scenario.budget = Milliseconds{400.0};
    QVERIFY(wording::ownCurveText(now).contains(u"late answers"_s));
    testsupport::Kinds untimed{80, 20, 30, 400};
    untimed.withLatency = false;
    const QString said =
            wording::ownCurveText(testsupport::assessed(untimed, testsupport::scenarioAt(0.5)));
    QVERIFY2(!said.isEmpty() && !said.contains(u"waited"_s), qPrintable(said));
}

ONEINN_TEST(TestCurveWords)

} // namespace tests::wording_curvewords

#include "tst_curvewords.moc"
