// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/learnpicture.h"

#include "pictures/svg.h"
#include "support/testprogram.h"
#include "svgelements.h"
#include "wording/learnwords.h"
#include "wording/numbers.h"

#include <QTest>

namespace tests::report_learnpicture {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::elementsOf;
using testsupport::named;
using testsupport::SvgElement;

class TestLearnPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bars_areAsLongAsTheirCounts();
    void texts_fit_data();
    void texts_fit();
};

namespace {

LearningPlan planOf(double shown, double silent, double audit)
{
    LearningPlan plan;
    plan.uses = shown + silent;
    plan.shown = shown;
    plan.silent = plan.toAudit = silent;
    if (audit > 0.0)
        plan.audit = AuditPlan{.recallGuess = 0.8, .label = audit};
    return plan;
}

QList<SvgElement> drawn(const LearningPlan &plan, const FeatureWords &words, QSizeF size)
{
    return elementsOf(pictures::toSvg(report::learnPicture(plan, {}, words, size)));
}

} // namespace

void TestLearnPicture::bars_areAsLongAsTheirCounts()
{
    const auto rects = named(drawn(planOf(200.0, 1000.0, 400.0), {}, {600.0, 200.0}), "rect");
    QCOMPARE(rects.size(), 4); // the paper, and a bar each
    const auto width = [&](int at) { return rects.at(at).number("width"); };
    QVERIFY(std::abs(width(1) / width(2) - 0.2) < 0.01);
    QVERIFY(std::abs(width(3) / width(2) - 0.4) < 0.01);
}

void TestLearnPicture::texts_fit_data()
{
    QTest::addColumn<double>("silent");
    QTest::addColumn<QString>("noun");
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("usual") << 9000.0 << u"alert"_s << QSizeF(600.0, 180.0);
    QTest::newRow("narrow") << 9000.0 << u"alert"_s << QSizeF(260.0, 120.0);
    QTest::newRow("very many") << 1.867347e12 << u"alert"_s << QSizeF(260.0, 120.0);
    QTest::newRow("long words") << 9000.0 << u"suspicious transaction warning of the second kind"_s
                                << QSizeF(320.0, 120.0);
    QTest::newRow("low") << 9000.0 << u"alert"_s << QSizeF(320.0, 60.0);
}

/// Each whole text within the picture, by how wide and high letters are at most.
void TestLearnPicture::texts_fit()
{
    QFETCH(const double, silent);
    QFETCH(const QString, noun);
    QFETCH(const QSizeF, size);
    FeatureWords words;
    words.raised = noun.toStdString();
    words.useCase = noun.toStdString();
    const LearningPlan plan = planOf(0.4 * silent, silent, 300.0);
    const auto texts = named(drawn(plan, words, size), "text");
    QCOMPARE(texts.size(), 6);
    for (const SvgElement &text : texts) {
        const double right = text.number("x") + pictures::textWidth(text.text);
        QVERIFY2(text.number("x") >= 0.0 && right <= size.width() + 0.5,
                 qPrintable(u"%1 ends at %2"_s.arg(text.text).arg(right)));
        QVERIFY2(text.number("y") >= 8.0 && text.number("y") <= size.height(),
                 qPrintable(text.text));
    }
    // Numbers are never shortened.
    for (const double count : {plan.shown, plan.silent, plan.audit->label})
        QVERIFY(!testsupport::textElement(texts, wording::countText(count)).name.isEmpty());
}

ONEINN_TEST(TestLearnPicture)

} // namespace tests::report_learnpicture

#include "tst_learnpicture.moc"
