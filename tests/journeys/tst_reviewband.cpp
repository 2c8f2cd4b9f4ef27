// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "results/reviewresults.h"
#include "session/samples.h"
#include "support/openedwindow.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/options/reviewmarks.h"
#include "views/options/reviewpanel.h"
#include "wording/reviewbandwords.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

namespace tests::journeys_reviewband {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A person finds the scores between which somebody should decide.
class TestReviewBand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void view_hasAPlace_andTheBestBandAtOnce();
    void mark_dragged_snapsAndNeverPasses();
    void mark_givenUp_isWhereItWas();
    void marks_byKeys_stepAndTabReachesBoth();
    void bestBand_clicked_putsBothBack();
    void boxes_typed_areTakenOverOrRefused();
    void scarce_day_isToldAsTheCommandDoes();
    void otherFile_forgetsTheReviewer();
    void worstData_isToldOrHidden_data();
    void worstData_isToldOrHidden();

private:
    bool show();
    ReviewPanel *panel() const { return m_opened->child<ReviewPanel>(); }
    const ReviewResults &review() const { return *panel()->review(); }
    const charts::ChartView *chart() const { return panel()->marks()->chart(); }
    charts::ChartMarker *mark(ReviewMarks::End end) const
    {
        return const_cast<charts::ChartMarker *>(panel()->marks()->mark(end));
    }
    QString told() const { return panel()->findChild<QLabel *>(u"reviewTold"_s)->text(); }
    QPushButton *best() const { return panel()->findChild<QPushButton *>(u"bestBand"_s); }
    QLineEdit *box(const QString &name) const { return panel()->findChild<QLineEdit *>(name); }
    void type(const QString &name, const QString &text) const
    {
        QTest::mouseClick(box(name), Qt::LeftButton);
        box(name)->selectAll();
        QTest::keyClicks(box(name), text);
        QTest::keyClick(box(name), Qt::Key_Return);
    }
    /// What core says of the band as it stands, asked anew.
    QString asked() const
    {
        const ReviewQuestion question = review().question();
        const auto answer = reviewAnswer(*m_opened->session.rows()->at(question), question);
        return answer ? wording::reviewSentences(*answer, question, {},
                                                 m_opened->session.scenario().words)
                                .join(u'\n')
                      : wording::noReviewText();
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestReviewBand::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

bool TestReviewBand::show()
{
    QFile file(testsupport::sampleData(u"payments-february.csv"_s));
    if (!file.open(QIODevice::ReadOnly) || !m_opened->open(file.readAll()))
        return false;
    m_opened->showView(u"reviewPage"_s);
    return QTest::qWaitFor([this] { return review().now().has_value(); });
}

void TestReviewBand::view_hasAPlace_andTheBestBandAtOnce()
{
    QVERIFY(show());
    auto *explore = m_opened->child<ExplorePage>();
    auto *page = explore->findChild<QWidget *>(u"reviewPage"_s);
    QCOMPARE(explore->nameOf(page).room, u"Options"_s);
    QCOMPARE(explore->nameOf(page).view, u"Review band"_s);
    for (const QString &word : {u"person decides"_s, u"reviewer"_s, u"human in the loop"_s})
        QVERIFY(explore->nameOf(page).about.contains(word));
    QCOMPARE(told(), asked());
    QVERIFY(told().contains(u"95 % interval"_s));
    QVERIFY(!best()->isEnabled());
    QVERIFY(panel()->findChild<QLabel *>(u"reviewAssumed"_s)->isVisible());
    QVERIFY(mark(ReviewMarks::From)->position().x() < mark(ReviewMarks::To)->position().x());
}

void TestReviewBand::mark_dragged_snapsAndNeverPasses()
{
    QVERIFY(show());
    const double to = review().now()->band.to.value;
    const QPoint from = OpenedWindow::handle(mark(ReviewMarks::From));
    const QPoint end = OpenedWindow::handle(mark(ReviewMarks::To));
    testsupport::press(chart()->viewport(), from);
    testsupport::moveTo(chart()->viewport(), from + (end - from) / 2);
    const auto half = review().band();
    QVERIFY(half && half->from.value < to && half->to.value == to);
    QVERIFY(told().contains(u"The best band is from"_s));
    const Eigen::ArrayXd scores = m_opened->session.predictions().score().cast<double>();
    QVERIFY((scores == half->from.value).any());
    testsupport::moveTo(chart()->viewport(), end + QPoint(120, 0));
    QCOMPARE(review().band()->from.value, to);
    QCOMPARE(review().band()->to.value, to);
    testsupport::moveTo(chart()->viewport(), from + (end - from) / 2);
    testsupport::release(chart()->viewport(), from + (end - from) / 2);
    QVERIFY(*review().band() == *half);
    QCOMPARE(told(), asked());
    QVERIFY(best()->isEnabled());
}

void TestReviewBand::mark_givenUp_isWhereItWas()
{
    QVERIFY(show());
    const QString before = told();
    const QPoint from = OpenedWindow::handle(mark(ReviewMarks::To));
    testsupport::press(chart()->viewport(), from);
    testsupport::moveTo(chart()->viewport(), from + QPoint(90, 0));
    QVERIFY(told() != before);
    QTest::keyClick(chart()->viewport(), Qt::Key_Escape);
    QVERIFY(!review().band());
    QCOMPARE(told(), before);
}

void TestReviewBand::marks_byKeys_stepAndTabReachesBoth()
{
    QVERIFY(show());
    auto *view = const_cast<charts::ChartView *>(chart());
    view->setFocus(Qt::TabFocusReason);
    mark(ReviewMarks::From)->setFocus(Qt::TabFocusReason);
    const double before = review().now()->band.from.value;
    QTest::keyClick(view, Qt::Key_Left);
    QVERIFY(review().band() && review().band()->from.value < before);
    const QString said = mark(ReviewMarks::From)->accessibleName();
    QVERIFY2(said.startsWith(u"A person decides from: "_s), qPrintable(said));
    QTest::keyClick(view, Qt::Key_Tab);
    QVERIFY(mark(ReviewMarks::To)->hasFocus());
    const double to = review().band()->to.value;
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(review().band()->to.value, review().band()->from.value);
    QVERIFY(review().band()->to.value < to);
    QTest::keyClick(view, Qt::Key_End);
    QVERIFY(!std::isfinite(review().band()->to.value));
    QCOMPARE(told(), asked());
}

void TestReviewBand::bestBand_clicked_putsBothBack()
{
    QVERIFY(show());
    const QString before = told();
    auto *view = const_cast<charts::ChartView *>(chart());
    view->setFocus(Qt::TabFocusReason);
    mark(ReviewMarks::To)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(view, Qt::Key_PageUp);
    QVERIFY(told() != before);
    QTest::mouseClick(best(), Qt::LeftButton);
    QVERIFY(!review().band());
    QCOMPARE(told(), before);
}

void TestReviewBand::boxes_typed_areTakenOverOrRefused()
{
    QVERIFY(show());
    type(u"reviewRecall"_s, u"80"_s);
    QCOMPARE(review().reviewer().recall, 0.8);
    QVERIFY(!panel()->findChild<QLabel *>(u"reviewAssumed"_s)->isVisible());
    type(u"reviewMinutes"_s, u"3"_s);
    type(u"reviewUsesPerDay"_s, u"10,000"_s);
    QVERIFY2(told().contains(u" of work."_s), qPrintable(told()));
    QCOMPARE(told(), asked());
    auto *fault = panel()->findChild<QLabel *>(u"reviewFault"_s);
    type(u"reviewRecall"_s, u"101"_s);
    QVERIFY(fault->isVisible());
    QCOMPARE(review().reviewer().recall, 0.8);
    type(u"reviewRecall"_s, u"10"_s);
    QVERIFY(!fault->isVisible());
    type(u"reviewAlarms"_s, u"50"_s);
    QVERIFY2(told().startsWith(u"No "_s), qPrintable(told()));
    for (const char *name : {"reviewRecall", "reviewAlarms", "reviewCost", "reviewMinutes",
                             "reviewsPerDay", "reviewUsesPerDay"}) {
        QVERIFY(!box(QLatin1String(name))->accessibleName().isEmpty());
        QVERIFY(!box(QLatin1String(name))->toolTip().isEmpty());
        QTRY_VERIFY(!box(QLatin1String(name))->visibleRegion().isEmpty());
    }
}

void TestReviewBand::scarce_day_isToldAsTheCommandDoes()
{
    QVERIFY(show());
    type(u"reviewUsesPerDay"_s, u"10000"_s);
    type(u"reviewsPerDay"_s, u"20"_s);
    QVERIFY2(told().contains(u"One more review a day would bring"_s), qPrintable(told()));
    QCOMPARE(told(), asked());
    type(u"reviewsPerDay"_s, u"1"_s);
    QCOMPARE(told(), asked());
}

void TestReviewBand::otherFile_forgetsTheReviewer()
{
    QVERIFY(show());
    type(u"reviewRecall"_s, u"80"_s);
    const auto samples = builtInSamples();
    const auto fraud = std::ranges::find(samples, u"fraudalerts"_s, &Sample::id);
    // Past the question about what is not saved.
    QVERIFY(m_opened->finishes(
            [&] { m_opened->session.loading().open(sourceOf(*fraud, *sampleFolder())); }));
    QTRY_VERIFY(review().now().has_value());
    QVERIFY(!review().hasOwnReviewer());
    QCOMPARE(box(u"reviewMinutes"_s)->text(), u"5"_s); // as reviewers of fraud alerts
    QCOMPARE(box(u"reviewCost"_s)->text(), u"2"_s);
}

void TestReviewBand::worstData_isToldOrHidden_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("one of each") << QByteArray("label,score\n0,0.1\n1,0.8\n");
    QByteArray ties = "label,score\n";
    for (int i = 0; i < 30; ++i)
        ties += i % 3 == 0 ? "1,0.5\n" : "0,0.5\n";
    QTest::newRow("all ties") << ties;
    QTest::newRow("four") << QByteArray("label,score\n0,-1000000\n1,8\n0,3\n1,1000000\n");
}

void TestReviewBand::worstData_isToldOrHidden()
{
    QFETCH(const QByteArray, table);
    QVERIFY(m_opened->open(table));
    m_opened->showView(u"reviewPage"_s);
    QTRY_VERIFY(!told().isEmpty());
    QCOMPARE(told(), asked());
    auto *view = const_cast<charts::ChartView *>(chart());
    if (!view->isVisible())
        return;
    view->setFocus(Qt::TabFocusReason);
    mark(ReviewMarks::From)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(view, Qt::Key_Home);
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(told(), asked());
}

ONEINN_TEST(TestReviewBand)

} // namespace tests::journeys_reviewband

#include "tst_reviewband.moc"
