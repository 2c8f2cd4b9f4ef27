// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/corridorpicture.h"
#include "results/launchresults.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/launch/learnpanel.h"
#include "views/launch/pictureview.h"
#include "views/launch/releasepanel.h"
#include "views/launch/stagestable.h"
#include "wording/learnwords.h"
#include "wording/releaseviewwords.h"
#include "wording/releasewords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

#include <memory>

namespace tests::journeys_releaseplan {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A person plans a launch, says how many uses there are, and reads what a count means; then what
/// the feature will learn.
class TestReleasePlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void room_byItsKeys_tellsThePlan();
    void usesADay_typed_bringDaysAndPeople();
    void stages_typed_areThePlans();
    void stages_thatFall_areRefusedAndStay();
    void count_typed_isToldAtOnce_data();
    void count_typed_isToldAtOnce();
    void count_pastedFromASheet_isTold();
    void count_thatIsNone_isSaid();
    void dial_moved_bringsAnotherPlan();
    void fewRows_haveNoRule();
    void anotherFile_forgetsWhatWasTyped();
    void learning_saysTheAudit();
    void learning_typedUses_sayHowSoon();

private:
    bool openLaunch(const QString &sample);
    Results &results() const { return *m_opened->child<Results>(); }
    LaunchResults &launch() const { return results().launch(); }
    ReleasePanel *panel() const { return m_opened->child<ReleasePanel>(); }
    QLineEdit *line(const QString &name) const
    {
        return m_opened->window.findChild<QLineEdit *>(name);
    }
    QString text(const QString &label) const
    {
        return m_opened->window.findChild<QLabel *>(label)->text();
    }
    void type(const QString &name, const QString &text) const;
    bool planned() const { return launch().release().current() && !results().isPending(); }
    ReleasePlan plan() const { return *launch().release().current(); }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestReleasePlan::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

bool TestReleasePlan::openLaunch(const QString &sample)
{
    const bool opened = m_opened->openSample(sample);
    QTest::keyClick(&m_opened->window, Qt::Key_5, Qt::ControlModifier);
    return opened && panel()->isVisible() && QTest::qWaitFor([this] { return planned(); }, 30000);
}

/// By the mouse and keys; Enter takes it over.
void TestReleasePlan::type(const QString &name, const QString &text) const
{
    QLineEdit *edit = line(name);
    QTest::mouseClick(edit, Qt::LeftButton);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

/// The numbers are those of the command line: of the same function, from the same rows.
void TestReleasePlan::room_byItsKeys_tellsThePlan()
{
    QVERIFY(openLaunch(u"fraudalerts"_s));
    const Assessment &assessment = m_opened->session.assessment();
    const FeatureWords &words = assessment.scenario.words;
    const ReleasePlan expected = releasePlan(assessment, {});
    QCOMPARE(text(u"path"_s), wording::pathSentence(expected, words));
    QCOMPARE(text(u"gate"_s), wording::gateSentence(expected, words));
    QCOMPARE(text(u"rule"_s),
             wording::ruleSentences(expected.rollback, expected.mostlyWrong, words).join(u' '));
    QCOMPARE(text(u"shadow"_s), wording::shadowSentences(expected.shadow, words).join(u' '));
    QCOMPARE(text(u"assumed"_s),
             wording::notWatchedSentence(words) + u" "_s
                     + wording::releaseAssumptions(expected, words));
    const auto *table = panel()->findChild<StagesTable *>();
    const QAbstractItemModel *model = table->model();
    QCOMPARE(model->rowCount(), 4);
    QCOMPARE(model->index(0, 0).data().toString(), u"1 of 100 payments"_s);
    QCOMPARE(model->index(3, 0).data().toString(), u"Every payment"_s);
    QCOMPARE(model->index(1, 2).data().toString(),
             QString::number(*expected.stages[1].labelledShown));
    QVERIFY(table->isColumnHidden(wording::stagePeopleColumn));
    QCOMPARE(model->index(2, 0).data(Qt::ToolTipRole).toString(),
             wording::stageSentence(expected.stages[2], words));
    const auto *corridor = panel()->findChild<PictureView *>(u"corridor"_s);
    QVERIFY(corridor->isVisible());
    QVERIFY(corridor->accessibleName().startsWith(u"We check the first "_s));
}

void TestReleasePlan::usesADay_typed_bringDaysAndPeople()
{
    QVERIFY(openLaunch(u"fraudalerts"_s));
    type(u"usesPerDay"_s, u"20000"_s);
    QCOMPARE(launch().releaseQuestion().usesPerDay, std::optional(20000.0));
    QTRY_VERIFY_WITH_TIMEOUT(planned() && plan().terms.usesPerDay, 20000);
    QCOMPARE(line(u"usesPerDay"_s)->text(), u"20,000"_s);
    const auto *table = panel()->findChild<StagesTable *>();
    QVERIFY(!table->isColumnHidden(wording::stagePeopleColumn));
    const double pace = m_opened->session.assessment().pace.usesPerWeek;
    const double people = std::ceil(20000.0 * 7.0 / pace * 0.05);
    QCOMPARE(table->model()->index(1, wording::stagePeopleColumn).data().toString(),
             QLocale(QLocale::English).toString(qlonglong(people)));
    QVERIFY(table->model()->index(0, 1).data().toString().contains(u"days"_s));
    QVERIFY(text(u"path"_s).contains(u"after about "_s));
    type(u"labelDelay"_s, u"3"_s);
    type(u"labelled"_s, u"1 in 2"_s);
    QCOMPARE(launch().releaseQuestion().delayDays, 3.0);
    QCOMPARE(launch().releaseQuestion().labelled, std::optional(0.5));
    QTRY_VERIFY_WITH_TIMEOUT(planned() && plan().terms.labelled == 0.5, 20000);
    QVERIFY(text(u"assumed"_s).contains(u"after 3 days"_s));
}

void TestReleasePlan::stages_typed_areThePlans()
{
    QVERIFY(openLaunch(u"fraudalerts"_s));
    type(u"stages"_s, u"10,100"_s);
    QTRY_VERIFY_WITH_TIMEOUT(planned() && plan().stages.size() == 2, 20000);
    QCOMPARE(line(u"stages"_s)->text(), u"10, 100"_s);
    const auto *table = panel()->findChild<StagesTable *>();
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"10 of 100 payments"_s);
}

void TestReleasePlan::stages_thatFall_areRefusedAndStay()
{
    QVERIFY(openLaunch(u"fraudalerts"_s));
    type(u"stages"_s, u"25,5"_s);
    const auto *fault = panel()->findChild<QLabel *>(u"releaseFault"_s);
    QVERIFY(fault->isVisible());
    QCOMPARE(line(u"stages"_s)->text(), u"25,5"_s);
    QCOMPARE(launch().releaseQuestion().shares, ReleasePlanQuestion().shares);
    type(u"stages"_s, u"5,25"_s);
    QVERIFY(!fault->isVisible());
    QCOMPARE(launch().releaseQuestion().shares, (std::vector{0.05, 0.25}));
}

void TestReleasePlan::count_typed_isToldAtOnce_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("told");
    QTest::newRow("few") << u"3/20"_s << u"Cannot tell yet: 3 of the first 20 raised are wrong"_s;
    QTest::newRow("over") << u"290 of 300"_s << u"Roll back: 290 of the first 300"_s;
    QTest::newRow("kept") << u"0 of 200"_s << u"Keep: 0 of the first 200"_s;
    QTest::newRow("between") << u"140 of 200"_s << u"Hold: 140 of the first 200"_s;
}

void TestReleasePlan::count_typed_isToldAtOnce()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, told);
    QVERIFY(openLaunch(u"fraudalerts"_s));
    QLineEdit *edit = line(u"soFar"_s);
    edit->setFocus();
    QTest::keyClicks(edit, typed); // nobody has to press Enter
    QVERIFY2(text(u"told"_s).startsWith(told), qPrintable(text(u"told"_s)));
    const auto *corridor = panel()->findChild<PictureView *>(u"corridor"_s);
    QVERIFY(corridor->accessibleName().contains(text(u"told"_s)));
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QCOMPARE(text(u"told"_s), wording::runningCountAsked(m_opened->session.scenario().words));
}

void TestReleasePlan::count_pastedFromASheet_isTold()
{
    QVERIFY(openLaunch(u"fraudalerts"_s));
    QGuiApplication::clipboard()->setText(u"3\t20\n"_s);
    QLineEdit *edit = line(u"soFar"_s);
    QTest::mouseClick(edit, Qt::LeftButton);
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    QVERIFY2(text(u"told"_s).startsWith(u"Cannot tell yet: 3 of the first 20 raised"_s),
             qPrintable(text(u"told"_s)));
}

void TestReleasePlan::count_thatIsNone_isSaid()
{
    QVERIFY(openLaunch(u"fraudalerts"_s));
    type(u"soFar"_s, u"61/60"_s);
    QVERIFY2(text(u"told"_s).startsWith(u"61 of 60: there cannot be more wrong ones"_s),
             qPrintable(text(u"told"_s)));
    type(u"soFar"_s, u"1/60"_s);
    QVERIFY(text(u"told"_s).contains(u"1 of the first 60 raised"_s));
    const auto *corridor = panel()->findChild<PictureView *>(u"corridor"_s);
    QVERIFY(corridor->accessibleName().contains(u"1 of the first 60 raised"_s));
    // Nor does the picture keep what is no longer in the box.
    type(u"soFar"_s, u"-1/5"_s);
    QVERIFY(text(u"told"_s).contains(u"is below nothing: type how many were wrong"_s));
    QVERIFY(!corridor->accessibleName().contains(u"1 of the first 60 raised"_s));
}

/// The plan is of what is on the dials.
void TestReleasePlan::dial_moved_bringsAnotherPlan()
{
    QVERIFY(openLaunch(u"fraudalerts"_s));
    const QString before = text(u"rule"_s);
    m_opened->session.setThreshold({0.5});
    QTRY_VERIFY_WITH_TIMEOUT(planned() && text(u"rule"_s) != before, 20000);
    const Assessment &assessment = m_opened->session.assessment();
    const ReleasePlan expected = releasePlan(assessment, {});
    QCOMPARE(text(u"rule"_s),
             wording::ruleSentences(expected.rollback, expected.mostlyWrong,
                                    assessment.scenario.words)
                     .join(u' '));
}

void TestReleasePlan::fewRows_haveNoRule()
{
    QVERIFY(m_opened->open(
            "label,score\n1,0.9\n0,0.8\n1,0.7\n0,0.6\n1,0.4\n0,0.3\n1,0.2\n0,0.1\n"));
    QTest::keyClick(&m_opened->window, Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(planned(), 20000);
    QVERIFY(text(u"rule"_s).contains(u"too few"_s));
    QVERIFY(!panel()->findChild<StagesTable *>()->isVisible());
    QVERIFY(!panel()->findChild<PictureView *>(u"corridor"_s)->isVisible());
    QVERIFY(!line(u"soFar"_s)->isVisible());
    QVERIFY(!text(u"shadow"_s).isEmpty());
}

void TestReleasePlan::anotherFile_forgetsWhatWasTyped()
{
    QVERIFY(openLaunch(u"fraudalerts"_s));
    type(u"usesPerDay"_s, u"20000"_s);
    type(u"soFar"_s, u"3/20"_s);
    QVERIFY(m_opened->openSample(u"tumourscreening"_s));
    QTRY_VERIFY_WITH_TIMEOUT(planned(), 30000);
    QCOMPARE(launch().releaseQuestion(), ReleasePlanQuestion());
    QVERIFY(line(u"usesPerDay"_s)->text().isEmpty());
    QVERIFY(line(u"soFar"_s)->text().isEmpty());
    QCOMPARE(text(u"told"_s), wording::runningCountAsked(m_opened->session.scenario().words));
}

void TestReleasePlan::learning_saysTheAudit()
{
    QVERIFY(openLaunch(u"fraudalerts"_s));
    m_opened->showView(u"learnPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(launch().learning().current() && !results().isPending(), 20000);
    const Assessment &assessment = m_opened->session.assessment();
    const LearningPlan expected = learningPlan(assessment, {});
    QCOMPARE(text(u"learnTold"_s),
             wording::learnSentences(expected, {}, assessment.scenario.words).join(u"\n\n"_s));
    const auto *bars = m_opened->child<PictureView>(u"learnBars"_s);
    QVERIFY(bars->isVisible());
    QVERIFY(bars->accessibleName().contains(u"label"_s));
}

/// Weeks by hand: 20,000 payments in the file and 7,000 a week bring as many alerts in 20/7 weeks;
/// of silent ones there are 19,412, and so many are audited a week.
void TestReleasePlan::learning_typedUses_sayHowSoon()
{
    QVERIFY(openLaunch(u"fraudalerts"_s));
    m_opened->showView(u"learnPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(launch().learning().current(), 20000);
    type(u"learnUses"_s, u"1000"_s);
    type(u"within"_s, u"10 %"_s);
    QTRY_VERIFY_WITH_TIMEOUT(launch().learning().current()
                                     && launch().learning().current()->plan.weeksToChooseAnew,
                             20000);
    const LearningPlan plan = launch().learning().current()->plan;
    QCOMPARE(launch().learning().current()->question.within, 0.1);
    const auto &matrix = m_opened->session.assessment().matrix;
    const double silent = matrix.fn() + matrix.tn();
    const double byShown = (silent + matrix.tp() + matrix.fp()) / 7000.0;
    const double bySilent = silent / plan.audit->label;
    QVERIFY(std::abs(*plan.weeksToChooseAnew - std::max(byShown, bySilent)) < 1e-9);
    QVERIFY(text(u"learnTold"_s).contains(u"chosen anew"_s));
}

ONEINN_TEST(TestReleasePlan)

} // namespace tests::journeys_releaseplan

#include "tst_releaseplan.moc"
