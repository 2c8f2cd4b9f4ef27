// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictures/svg.h"
#include "report/calibrationfigure.h"
#include "report/figures.h"
#include "support/sampleassessment.h"
#include "support/testprogram.h"
#include "svgelements.h"

#include <QSvgRenderer>
#include <QTest>

#include <cmath>

namespace tests::report_figures {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::elementsOf;
using testsupport::named;
using testsupport::Sample;
using testsupport::SvgElement;
using testsupport::textElement;

class TestFigures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figures_everySample_areDrawableAndSayWhatTheyShow_data();
    void figures_everySample_areDrawableAndSayWhatTheyShow();
    void figures_sameAnswer_areTheSameBytes();
    void figures_otherLocale_areTheSameBytes();
    void figures_withoutLatency_haveNone();
    void figures_nothingShown_areStillDrawn();
    void scores_threshold_standsAtItsPlace_data();
    void scores_threshold_standsAtItsPlace();
    void scores_bars_addUpToTheUses();
    void scores_lowIsPositive_areTheFilesOwn();
    void precisionRecall_now_liesOnTheLine();
    void precisionRecall_line_startsAtARealThreshold();
    void precisionRecall_manyPins_haveLettersApart();
    void latency_budget_standsWhereTheLineReachesTheOnTimeShare();
    void load_bars_areAsLongAsTheLosses();
    void calibration_bins_standWhereTheyAre_data();
    void calibration_bins_standWhereTheyAre();
    void calibration_noBins_isAbsent();
    void words_markup_isEscaped();
};

namespace {

constexpr double pixel = 1.0;

QList<SvgElement> elementsIn(const report::Figure &figure)
{
    return elementsOf(pictures::toSvg(figure.picture));
}

struct Answered {
    Sample sample{u"inlinesuggestion.csv"_s};
    Assessment assessment;
    ScenarioLoad load;

    explicit Answered(double threshold = 0.6, Budget budget = Milliseconds{50.0})
        : assessment(sample.assess(sample.scenario(threshold, budget)))
        , load(sample.load(assessment.scenario))
    {
    }
    report::FigureMaterial material() const { return {assessment, &load}; }
};

/// Where a number lies between two ticks that are written along an axis.
double between(const SvgElement &a, const SvgElement &b, const char *key, double part)
{
    return std::lerp(a.number(key), b.number(key), part);
}

double logit(double p)
{
    return std::log(p / (1.0 - p));
}

/// The thick line across the plot.
double verticalLineX(const QList<SvgElement> &elements)
{
    const auto lines = named(elements, "line");
    for (const SvgElement &line : lines) {
        if (line.at("stroke-width") == u"2"_s && line.at("x1") == line.at("x2"))
            return line.number("x1");
    }
    return std::nan("");
}

/// How far a point is from a line of corners.
double distance(const QList<QPointF> &line, QPointF point)
{
    double least = std::numeric_limits<double>::infinity();
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF along = line[i] - line[i - 1];
        const double length2 = QPointF::dotProduct(along, along);
        const double part = length2 > 0.0
                ? std::clamp(QPointF::dotProduct(point - line[i - 1], along) / length2, 0.0, 1.0)
                : 0.0;
        const QPointF off = point - (line[i - 1] + part * along);
        least = std::min(least, std::hypot(off.x(), off.y()));
    }
    return least;
}

} // namespace

void TestFigures::figures_everySample_areDrawableAndSayWhatTheyShow_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<double>("threshold");
    QTest::addColumn<int>("count");
    QTest::newRow("assistant answers") << u"assistantanswers.csv"_s << 0.9 << 4;
    QTest::newRow("fraud alerts") << u"fraudalerts.csv"_s << 0.3 << 4;
    QTest::newRow("inline suggestion") << u"inlinesuggestion.csv"_s << 0.6 << 4;
    QTest::newRow("listing recommendations") << u"listingrecommendations.csv"_s << 1.0 << 4;
    QTest::newRow("tumour screening") << u"tumourscreening.csv"_s << 0.5 << 4;
}

void TestFigures::figures_everySample_areDrawableAndSayWhatTheyShow()
{
    QFETCH(QString, file);
    QFETCH(double, threshold);
    QFETCH(int, count);
    const Sample sample(file);
    const Assessment assessment = sample.assess(sample.scenario(threshold));
    const ScenarioLoad load = sample.load(assessment.scenario);
    const auto figures = report::figures({assessment, &load});
    QCOMPARE(figures.size(), count);
    for (const report::Figure &figure : figures) {
        const QByteArray svg = pictures::toSvg(figure.picture);
        QVERIFY(QSvgRenderer(svg).isValid());
        QVERIFY(!figure.title.isEmpty());
        QVERIFY(figure.caption.endsWith(u'.'));
        const auto elements = elementsOf(svg);
        QVERIFY(!elements.isEmpty());
        QCOMPARE(elements.first().at("aria-label"), figure.caption);
        const QRectF page(0.0, 0.0, elements.first().number("width"),
                          elements.first().number("height"));
        for (const SvgElement &text : named(elements, "text"))
            QVERIFY2(page.contains(text.point("x", "y")), qPrintable(text.text));
        for (const SvgElement &line : named(elements, "polyline"))
            QVERIFY(line.points().size() <= 400);
        QVERIFY(svg.size() < 30000);
    }
}

void TestFigures::figures_sameAnswer_areTheSameBytes()
{
    const Answered one;
    const Answered other;
    const auto a = report::figures(one.material());
    const auto b = report::figures(other.material());
    QCOMPARE(a.size(), b.size());
    for (qsizetype i = 0; i < a.size(); ++i)
        QCOMPARE(pictures::toSvg(a[i].picture), pictures::toSvg(b[i].picture));
}

void TestFigures::figures_otherLocale_areTheSameBytes()
{
    const Answered answered;
    const auto before = report::figures(answered.material());
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const auto after = report::figures(answered.material());
    QLocale::setDefault(QLocale::system());
    for (qsizetype i = 0; i < before.size(); ++i)
        QCOMPARE(pictures::toSvg(after[i].picture), pictures::toSvg(before[i].picture));
}

void TestFigures::figures_withoutLatency_haveNone()
{
    PredictionColumns columns;
    columns.label = LabelColumn::LinSpaced(40, 0, 39).unaryExpr(
            [](std::uint8_t i) { return std::uint8_t(i % 2); });
    columns.score = Eigen::ArrayXd::LinSpaced(40, 0.0, 1.0);
    const auto predictions = std::make_shared<const Predictions>(std::move(columns), RowAccount{});
    const Assessment assessment = assess(*PredictionIndex::build(predictions).value(), {});
    QVERIFY(!report::latencyFigure({assessment}));
    QVERIFY(!report::loadFigure({assessment}));
    QCOMPARE(report::figures({assessment}).size(), 2);
}

void TestFigures::figures_nothingShown_areStillDrawn()
{
    const Answered answered(std::numeric_limits<double>::infinity());
    const auto scores = report::scoresFigure(answered.material());
    QVERIFY(scores.caption.startsWith(u"Nothing shown."_s));
    QVERIFY(!textElement(elementsIn(scores), u"nothing shown"_s).name.isEmpty());
    const auto curve = report::precisionRecallFigure(answered.material());
    QVERIFY(curve);
    QVERIFY(named(elementsIn(*curve), "circle").isEmpty());
}

void TestFigures::scores_threshold_standsAtItsPlace_data()
{
    QTest::addColumn<double>("threshold");
    QTest::newRow("low") << 0.02;
    QTest::newRow("middle") << 0.6;
    QTest::newRow("high") << 0.97;
}

void TestFigures::scores_threshold_standsAtItsPlace()
{
    QFETCH(double, threshold);
    const Answered answered(threshold);
    const auto elements = elementsIn(report::scoresFigure(answered.material()));
    const SvgElement low = textElement(elements, u"0.1"_s);
    const SvgElement high = textElement(elements, u"0.9"_s);
    QVERIFY(!low.name.isEmpty() && !high.name.isEmpty());
    const double part = (logit(threshold) - logit(0.1)) / (logit(0.9) - logit(0.1));
    const double expected = between(low, high, "x", part);
    QVERIFY(std::abs(verticalLineX(elements) - expected) < 0.05);
}

void TestFigures::scores_bars_addUpToTheUses()
{
    const Answered answered;
    const auto elements = elementsIn(report::scoresFigure(answered.material()));
    // A unit of the upper scale, and of the lower one.
    const double zero = textElement(elements, u"0"_s).number("y");
    double up = 0.0;
    double down = 0.0;
    for (const SvgElement &text : named(elements, "text")) {
        bool isCount = false;
        const double count = text.text.toDouble(&isCount);
        const double above = zero - text.number("y");
        if (isCount && count == 200.0)
            (above > 0.0 ? up : down) = std::abs(above) / count;
    }
    QVERIFY(up > 0.0 && down > 0.0);
    QVERIFY(std::abs(up - down) < 1e-3); // on one scale, as both classes are frequent
    double right = 0.0;
    double wrong = 0.0;
    for (const SvgElement &bar : named(elements, "rect")) {
        if (bar.number("y") < 40.0)
            continue; // the page and the legend
        if (bar.at("fill") == u"#0072b2"_s)
            right += bar.number("height") / up;
        else if (bar.at("fill") == u"#d55e00"_s)
            wrong += bar.number("height") / down;
    }
    // Forty bars, each rounded to hundredths of a pixel.
    QVERIFY(std::abs(right - answered.assessment.matrix.tp()) < 2.0);
    QVERIFY(std::abs(wrong - answered.assessment.matrix.fp()) < 2.0);
}

void TestFigures::scores_lowIsPositive_areTheFilesOwn()
{
    const Sample sample(u"listingrecommendations.csv"_s);
    const Assessment assessment = sample.assess(sample.scenario(2.0));
    const auto asHeld = elementsIn(report::scoresFigure({assessment}));
    const auto asInFile = elementsIn(report::scoresFigure({assessment, nullptr, {}, true}));
    const SvgElement two = textElement(asHeld, u"2"_s);
    const SvgElement minusTwo = textElement(asInFile, u"\u22122"_s);
    QVERIFY(!two.name.isEmpty());
    QCOMPARE(minusTwo.at("x"), two.at("x"));
    QVERIFY(!textElement(asHeld, u"threshold 2"_s).name.isEmpty());
    QVERIFY(!textElement(asInFile, u"threshold \u22122.00"_s).name.isEmpty());
}

void TestFigures::precisionRecall_now_liesOnTheLine()
{
    const Answered answered;
    const auto elements = elementsIn(*report::precisionRecallFigure(answered.material()));
    const auto line = named(elements, "polyline").first().points();
    const QPointF now = named(elements, "circle").last().point("cx", "cy");
    QVERIFY(distance(line, now) < pixel);

    const auto ticks = named(elements, "text");
    // Along the bottom they share a y, along the left an x.
    QPointF low;
    QPointF high;
    for (const SvgElement &tick : ticks) {
        const bool bottom = tick.at("text-anchor") == u"middle"_s;
        if (tick.text == u"0\u00a0%"_s)
            bottom ? low.setX(tick.number("x")) : low.setY(tick.number("y") - 4.0);
        if (tick.text == u"100\u00a0%"_s)
            bottom ? high.setX(tick.number("x")) : high.setY(tick.number("y") - 4.0);
    }
    const auto &metrics = answered.assessment.metrics;
    QVERIFY(std::abs(now.x() - std::lerp(low.x(), high.x(), *metrics.recall)) < 0.05);
    QVERIFY(std::abs(now.y() - std::lerp(low.y(), high.y(), *metrics.precision)) < 0.05);
}

void TestFigures::precisionRecall_line_startsAtARealThreshold()
{
    const Answered answered;
    const ThresholdSweep &sweep = answered.assessment.outlook->sweep;
    const auto elements = elementsIn(*report::precisionRecallFigure(answered.material()));
    const auto line = named(elements, "polyline").first().points();
    const auto axes = named(elements, "line");
    // Where the fewest are shown, recall is more than nothing: no line from the axis to there.
    QVERIFY(sweep.tp[0] > 0.0);
    double left = 1000.0;
    for (const SvgElement &axis : axes)
        left = std::min(left, axis.number("x1") > 60.0 ? axis.number("x1") : 1000.0);
    QVERIFY(line.first().x() >= left);
}

void TestFigures::precisionRecall_manyPins_haveLettersApart()
{
    const Answered answered;
    const Assessment same = answered.assessment;
    const Assessment other = answered.sample.assess(answered.sample.scenario(0.5));
    report::FigureMaterial material = answered.material();
    material.pins = {{u"now again"_s, &same}, {u"the default 0.5"_s, &other}};
    for (int i = 0; i < 6; ++i)
        material.pins.append({u"pin %1"_s.arg(i), i % 2 ? &same : &other});
    const auto figure = report::precisionRecallFigure(material);
    const auto elements = elementsIn(*figure);
    QList<QRectF> boxes;
    for (const SvgElement &box : named(elements, "rect")) {
        if (box.at("width") == u"15"_s)
            boxes.append({box.number("x"), box.number("y"), 15.0, 15.0});
    }
    QCOMPARE(boxes.size(), material.pins.size());
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY(!boxes[i].intersects(boxes[j]));
    }
    for (const report::NamedPoint &pin : std::as_const(material.pins))
        QVERIFY(!textElement(elements, pin.name).name.isEmpty());
}

void TestFigures::latency_budget_standsWhereTheLineReachesTheOnTimeShare()
{
    const Answered answered;
    const auto elements = elementsIn(*report::latencyFigure(answered.material()));
    const double x = verticalLineX(elements);
    const SvgElement half = textElement(elements, u"50\u00a0ms"_s);
    QVERIFY(std::abs(x - half.number("x")) < 0.05);

    const auto line = named(elements, "polyline").first().points();
    double none = 0.0;
    double all = 0.0;
    for (const SvgElement &tick : named(elements, "text")) {
        if (tick.text == u"0\u00a0%"_s)
            none = tick.number("y") - 4.0;
        if (tick.text == u"100\u00a0%"_s)
            all = tick.number("y") - 4.0;
    }
    const double onTime = 1.0 - answered.assessment.experience[Share::Late]->value;
    QVERIFY(onTime > 0.0 && onTime < 1.0);
    QVERIFY(distance(line, {x, std::lerp(none, all, onTime)}) < pixel);
}

void TestFigures::load_bars_areAsLongAsTheLosses()
{
    const Answered answered;
    const auto elements = elementsIn(*report::loadFigure(answered.material()));
    QList<double> widths;
    for (const SvgElement &bar : named(elements, "rect")) {
        if (bar.at("height") == u"16"_s)
            widths.append(bar.number("width"));
    }
    QCOMPARE(widths.size(), 3);
    const FailureLosses &losses = answered.load.load.equalSteps;
    const double first = losses.alone[losses.ranking[0]];
    for (qsizetype i = 0; i < 3; ++i) {
        const double expected =
                losses.alone[losses.ranking.at(static_cast<std::size_t>(i))] / first;
        QVERIFY(std::abs(widths[i] / widths[0] - expected) < 0.01);
    }
}

void TestFigures::calibration_bins_standWhereTheyAre_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("scores as they are") << u"tumourscreening.csv"_s;
    QTest::newRow("log-odds") << u"fraudalerts.csv"_s;
}

void TestFigures::calibration_bins_standWhereTheyAre()
{
    QFETCH(QString, file);
    const Sample sample(file);
    const Assessment assessment = sample.assess(sample.scenario(0.5));
    const PredictionIndex &index = assessment.slice->index();
    const auto calibration = scoreCalibration(*index.predictions(), index.selection());
    QVERIFY(calibration && calibration->byBins);
    const auto &bins = calibration->byBins->bins;
    const auto figure = report::calibrationFigure(index, *calibration, u"What one sees."_s);
    QVERIFY(figure);
    const auto elements = elementsIn(*figure);
    QCOMPARE(elements.first().at("aria-label"), u"What one sees."_s);
    // The diagonal is the only dashed line that leaves the legend.
    QList<SvgElement> dashed;
    for (const SvgElement &line : named(elements, "line")) {
        if (!line.at("stroke-dasharray").isEmpty() && line.at("y1") != line.at("y2"))
            dashed.append(line);
    }
    QCOMPARE(dashed.size(), 1);
    const QPointF low = dashed.first().point("x1", "y1");
    const QPointF high = dashed.first().point("x2", "y2");
    QList<SvgElement> dots;
    for (const SvgElement &dot : named(elements, "circle")) {
        if (dot.at("r") == u"4.5"_s)
            dots.append(dot);
    }
    QCOMPARE(dots.size(), qsizetype(bins.size()));
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const SvgElement &dot = dots[qsizetype(i)];
        // A bin lies above the diagonal where more came true than its scores say.
        const double across = (dot.number("cx") - low.x()) / (high.x() - low.x());
        const double up = (dot.number("cy") - low.y()) / (high.y() - low.y());
        QVERIFY(across >= 0.0 && across <= 1.0 && up >= -1e-6 && up <= 1.0 + 1e-6);
        const double more = bins[i].observed.value - bins[i].meanScore;
        QVERIFY2(more > 0.0 ? up > across - 1e-4 : up < across + 1e-4,
                 qPrintable(u"bin %1"_s.arg(i)));
    }
}

void TestFigures::calibration_noBins_isAbsent()
{
    const Answered answered;
    QVERIFY(!report::calibrationFigure(answered.assessment.slice->index(), {}, {}));
}

void TestFigures::words_markup_isEscaped()
{
    const Answered answered;
    report::FigureMaterial material = answered.material();
    const QString name = u"<b>\"a\" & 'b'</b>"_s;
    material.pins = {{name, &answered.assessment}};
    const auto figure = report::precisionRecallFigure(material);
    QVERIFY(!textElement(elementsIn(*figure), name).name.isEmpty());
    QVERIFY(!pictures::toSvg(figure->picture).contains("<b>"));
}

ONEINN_TEST(TestFigures)

} // namespace tests::report_figures

#include "tst_figures.moc"
