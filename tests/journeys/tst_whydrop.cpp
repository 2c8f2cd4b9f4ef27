// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/answerparts.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/data/datapanel.h"
#include "views/launch/droppanel.h"
#include "views/launch/pictureview.h"
#include "views/options/segmentspanel.h"
#include "views/widgets/findingnote.h"
#include "wording/dropsentence.h"
#include "wording/dropviewwords.h"
#include "wording/dropwords.h"
#include "wording/names.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <memory>

namespace tests::journeys_whydrop {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A person opens this month's file and asks why it is worse than last month's.
class TestWhyDrop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void room_byItsKeys_saysWhatToChoose();
    void earlierFile_chosenInTheDialog_namesTheCauses();
    void filesTheWrongWayRound_areSwappedByOnePress_data();
    void filesTheWrongWayRound_areSwappedByOnePress();
    void column_chosenByKeys_comparesItsUses();
    void boundary_chosenByKeys_partsTheFile();
    void bestBefore_pressed_isOnTheDials();
    void judgedAt_isSaidAtTheTop_andChangedByOnePress();
    void sayIt_beginsWithTheDrop();
    void see_leadsToTheEvidence();
    void see_bringsUpTheFinding();
    void answer_tellsIt_ofWhatIsOnTheDials();
    void fileWithOtherHeaders_hasRolesOfItsOwn();
    void fileThatCannotBeRead_saysWhy();

private:
    bool openMarch();
    void compareWith(const QString &path);
    Results &results() const { return *m_opened->child<Results>(); }
    PeriodComparison &periods() const { return results().periods(); }
    bool compared() const { return periods().answer() && !results().isPending(); }
    DropPanel *panel() const { return m_opened->child<DropPanel>(); }
    QString text(const QString &label) const { return panel()->findChild<QLabel *>(label)->text(); }
    QString shown() const;

    std::unique_ptr<OpenedWindow> m_opened;
};

namespace {

QString february()
{
    return testsupport::sampleData(u"payments-february.csv"_s);
}

} // namespace

void TestWhyDrop::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

bool TestWhyDrop::openMarch()
{
    const bool opened = m_opened->finishes([this] {
        m_opened->window.openFile(testsupport::sampleData(u"payments-march.csv"_s));
    });
    QTest::keyClick(&m_opened->window, Qt::Key_5, Qt::ControlModifier);
    QTest::keyClick(&m_opened->window, Qt::Key_5, Qt::ControlModifier); // the room's next view
    return opened && panel()->isVisible();
}

/// By the name typed into the dialog that the button opens.
void TestWhyDrop::compareWith(const QString &path)
{
    QTest::mouseClick(panel()->findChild<QPushButton *>(u"earlierFile"_s), Qt::LeftButton);
    auto *dialog = panel()->findChild<QFileDialog *>();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->setText(path); // typed, a list of files would take the key
    QTest::keyClick(name, Qt::Key_Return);
}

QString TestWhyDrop::shown() const
{
    QStringList texts;
    for (const QLabel *label : panel()->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

void TestWhyDrop::room_byItsKeys_saysWhatToChoose()
{
    QVERIFY(openMarch());
    QVERIFY(shown().contains(wording::dropNothingChosenText(m_opened->session.scenario().words)));
    QVERIFY2(shown().contains(u"the payments in this file"_s), qPrintable(shown()));
    QVERIFY(!panel()->findChild<QLabel *>(u"changed"_s)->isVisible());
}

/// What was put into the sample: empty channels, a third less fraud, gift cards.
void TestWhyDrop::earlierFile_chosenInTheDialog_namesTheCauses()
{
    QVERIFY(openMarch());
    compareWith(february());
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    QVERIFY(panel()->findChild<QLabel *>(u"changed"_s)->isVisible());
    const Dropped &dropped = *periods().answer()->dropped;
    std::vector<DropCause> causes;
    for (const DropFinding &finding : dropped.diagnosis.found)
        causes.push_back(finding.cause);
    QCOMPARE(causes, (std::vector{DropCause::Missing, DropCause::BaseRate, DropCause::Segment}));
    QVERIFY(text(u"evidence3"_s).contains(u"gift-card"_s));
    QVERIFY(text(u"whatWeDo"_s).startsWith(u"1. About data: escalate to data engineering"_s));
    const auto *picture = panel()->findChild<PictureView *>();
    QVERIFY(picture->isVisible());
    QVERIFY(picture->accessibleName().contains(u"gift-card (a segment by"_s));
}

void TestWhyDrop::filesTheWrongWayRound_areSwappedByOnePress_data()
{
    QTest::addColumn<bool>("byMouse");
    QTest::newRow("by mouse") << true;
    QTest::newRow("by key") << false;
}

void TestWhyDrop::filesTheWrongWayRound_areSwappedByOnePress()
{
    QFETCH(bool, byMouse);
    QVERIFY(openMarch());
    auto *swap = panel()->findChild<QPushButton *>(u"swapPeriods"_s);
    compareWith(february());
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    QVERIFY(!swap->isVisible());
    // February is open, and March is called the earlier one.
    const QString march = m_opened->session.data().source.path;
    QVERIFY(m_opened->finishes([&] { m_opened->window.openFile(february()); }));
    QTest::keyClick(&m_opened->window, Qt::Key_5, Qt::ControlModifier);
    compareWith(march);
    QTRY_VERIFY_WITH_TIMEOUT(compared() && swap->isVisible(), 20000);
    QVERIFY(m_opened->finishes([&] {
        if (byMouse) {
            QTest::mouseClick(swap, Qt::LeftButton);
        } else {
            swap->setFocus();
            QTest::keyClick(swap, Qt::Key_Space);
        }
    }));
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    QCOMPARE(QFileInfo(m_opened->session.data().source.path).fileName(), u"payments-march.csv"_s);
    QCOMPARE(QFileInfo(std::get<EarlierFile>(*periods().earlier()).path).fileName(),
             u"payments-february.csv"_s);
    QVERIFY(!swap->isVisible());
    QVERIFY(panel()->findChild<QLabel *>(u"changed"_s)->isVisible());
}

/// Both periods in one file: what stands beside it is the later one's, one step of undo.
void TestWhyDrop::column_chosenByKeys_comparesItsUses()
{
    QVERIFY(openMarch());
    auto *kind = panel()->findChild<QComboBox *>(u"kind"_s);
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    QVERIFY(kind->currentText().startsWith(u"by "_s));
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    const EarlierPart part = std::get<EarlierPart>(*periods().earlier());
    const auto &where = m_opened->session.scenario().selection.where;
    QCOMPARE(where.size(), std::size_t(1));
    QCOMPARE(where.front().column, part.column);
    QCOMPARE(where.front().value, part.later);
    QVERIFY(part.earlier != part.later);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_opened->session.scenario().selection.where.empty());
    QVERIFY(!periods().earlier());
}

/// Both months in one file: the earlier period is all that comes before a day.
void TestWhyDrop::boundary_chosenByKeys_partsTheFile()
{
    QFile first(february());
    QFile second(testsupport::sampleData(u"payments-march.csv"_s));
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
    second.readLine();
    QVERIFY(m_opened->open(first.readAll() + second.readAll()));
    QTest::keyClick(&m_opened->window, Qt::Key_5, Qt::ControlModifier);
    QTest::keyClick(&m_opened->window, Qt::Key_5, Qt::ControlModifier);
    QVERIFY(panel()->isVisible());
    auto *kind = panel()->findChild<QComboBox *>(u"kind"_s);
    kind->setFocus();
    for (int at = 0; at < kind->count() && kind->currentText() != u"by day, before and from"; ++at)
        QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(kind->currentText(), u"by day, before and from"_s);
    auto *later = panel()->findChild<QComboBox *>(u"laterValue"_s);
    QVERIFY(later->isVisible());
    QVERIFY(!panel()->findChild<QComboBox *>(u"earlierValue"_s)->isVisible());
    later->setFocus();
    while (later->currentText() < u"2026-03-01"_s)
        QTest::keyClick(later, Qt::Key_Down);
    QCOMPARE(later->currentText(), u"2026-03-01"_s);
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    const auto &where = m_opened->session.scenario().selection.where;
    QCOMPARE(where.size(), std::size_t(1));
    QVERIFY(where.front() == (Selection::Where{"day", "2026-03-01", Selection::Match::From}));
    QVERIFY(m_opened->child<QComboBox>(u"group"_s)
                    ->currentText()
                    .contains(u"from 2026-03-01 on"_s));
    QTRY_VERIFY_WITH_TIMEOUT(periods().current() != nullptr, 20000);
    const Dropped &dropped = *periods().current()->dropped;
    std::vector<DropCause> causes;
    for (const DropFinding &finding : dropped.diagnosis.found)
        causes.push_back(finding.cause);
    QCOMPARE(causes, (std::vector{DropCause::Missing, DropCause::BaseRate, DropCause::Segment}));
    // An earlier file has nothing to do with it.
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Home);
    QVERIFY(m_opened->session.scenario().selection.where.empty());
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    // The group that was chosen above is the same after another one was.
    auto *users = m_opened->child<QComboBox>(u"group"_s);
    const auto chosen = where;
    users->setFocus();
    QTest::keyClick(users, Qt::Key_Home);
    QTRY_VERIFY(m_opened->session.scenario().selection.where.empty());
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_opened->session.scenario().selection.where == chosen);
}

void TestWhyDrop::bestBefore_pressed_isOnTheDials()
{
    QVERIFY(openMarch());
    compareWith(february());
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    auto *button = panel()->findChild<QPushButton *>(u"bestBefore"_s);
    QVERIFY(!button->isHidden());
    const Threshold best = periods().answer()->dropped->threshold.bestBefore;
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(m_opened->session.scenario().threshold.value, best.value);
    QTRY_VERIFY_WITH_TIMEOUT(periods().answer()->dropped->threshold.kept == best, 20000);
    QVERIFY(button->isHidden());
    QVERIFY(periods().answer()->dropped->threshold.cost > 0.0);
}

/// Nobody chose the threshold on the dials, so it is not what was in use: as on the command line.
/// One press judges at the dials' after all, and moves nothing.
void TestWhyDrop::judgedAt_isSaidAtTheTop_andChangedByOnePress()
{
    QVERIFY(openMarch());
    compareWith(february());
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    const Threshold dials = m_opened->session.scenario().threshold;
    const OldThreshold first = periods().answer()->dropped->threshold;
    QCOMPARE(first.kept.value, first.bestBefore.value);
    QVERIFY(first.kept != dials);
    QVERIFY2(text(u"judgedAt"_s).contains(u"the most valuable threshold in the earlier one"_s),
             qPrintable(text(u"judgedAt"_s)));
    QVERIFY(panel()->findChild<QLabel *>(u"judgedAt"_s)->y()
            < panel()->findChild<QLabel *>(u"changed"_s)->y());
    auto *other = panel()->findChild<QPushButton *>(u"judgeAtOther"_s);
    other->setFocus();
    QTest::keyClick(other, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(compared() && periods().current(), 20000);
    QCOMPARE(periods().answer()->dropped->threshold.kept.value, dials.value);
    QCOMPARE(m_opened->session.scenario().threshold.value, dials.value);
    QTRY_VERIFY(text(u"judgedAt"_s).contains(u"the threshold on the dials"_s));
    QCOMPARE(answerParts(results()).dropped->threshold.kept.value, dials.value);
    QTest::keyClick(other, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(compared() && periods().current(), 20000);
    QCOMPARE(periods().answer()->dropped->threshold.kept.value, first.kept.value);
}

/// Once two periods are compared, Say it begins with the drop; without, it does not.
void TestWhyDrop::sayIt_beginsWithTheDrop()
{
    QVERIFY(openMarch());
    const auto *say = m_opened->window.findChild<QLabel *>(u"say"_s);
    QVERIFY(!say->text().contains(u"Against the period before"_s));
    compareWith(february());
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    const Scenario scenario = m_opened->session.scenario();
    const QString sentence = wording::dropInASentence(*periods().answer()->dropped, scenario.words,
                                                      {scenario.threshold, false, true});
    QVERIFY(sentence.contains(u"both at 0.05973, "_s)); // and not at the dial
    QTRY_VERIFY2(say->text().startsWith(sentence), qPrintable(say->text()));
    // What is judged at another threshold stands while the dial moves.
    periods().setJudgedAtBestBefore(true);
    m_opened->session.stepThreshold(3);
    // At another one than all that follows: the sentence says which.
    QTRY_VERIFY2_WITH_TIMEOUT(say->text().startsWith(u"Against the period before, both at "_s),
                              qPrintable(say->text()), 20000);
}

void TestWhyDrop::see_leadsToTheEvidence()
{
    QVERIFY(openMarch());
    compareWith(february());
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    auto *explore = m_opened->child<ExplorePage>();
    for (const auto &[button, page] :
         {std::pair(u"see0"_s, u"dataPage"_s), std::pair(u"see1"_s, u"trafficPage"_s),
          std::pair(u"see2"_s, u"calibrationPage"_s), std::pair(u"see3"_s, u"segmentsPage"_s),
          std::pair(u"see4"_s, u"tradeoff"_s)}) {
        m_opened->showView(u"dropPage"_s);
        auto *see = panel()->findChild<QPushButton *>(button);
        see->setFocus();
        QTest::keyClick(see, Qt::Key_Space);
        QCOMPARE(explore->currentView()->objectName(), page);
    }
}

/// What was found is told over the evidence, and the evidence is under the hand.
void TestWhyDrop::see_bringsUpTheFinding()
{
    QVERIFY(openMarch());
    compareWith(february());
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    const auto *note = m_opened->window.findChild<FindingNote *>();
    const auto *finding = note->findChild<QLabel *>(u"finding"_s);
    QVERIFY(!note->isVisible());
    const auto press = [this](const QString &button) {
        m_opened->showView(u"dropPage"_s);
        QTest::mouseClick(panel()->findChild<QPushButton *>(button), Qt::LeftButton);
    };
    press(u"see0"_s);
    QTRY_VERIFY(note->isVisible());
    QCOMPARE(finding->text(), text(u"evidence0"_s));
    const auto *rows = m_opened->child<DataPanel>()->findChild<QTableView *>(u"rows"_s);
    const QModelIndex cell = rows->currentIndex();
    QCOMPARE(rows->model()->headerData(cell.column(), Qt::Horizontal).toString(), u"channel"_s);
    QCOMPARE(cell.data().toString(), wording::nameText(std::string()));
    QVERIFY(rows->viewport()->rect().intersects(rows->visualRect(cell)));
    // One column of the file that is a day and a segment is one, too.
    QStringList heads;
    for (int column = 0; column < rows->model()->columnCount(); ++column)
        heads.append(rows->model()->headerData(column, Qt::Horizontal).toString());
    QCOMPARE(heads.count(u"day"_s), 1);
    QCOMPARE(heads.removeDuplicates(), 0);
    press(u"see1"_s);
    QTRY_VERIFY(note->isVisible());
    QCOMPARE(finding->text(), text(u"evidence1"_s));
    QCOMPARE(m_opened->window.focusWidget(), m_opened->child<QWidget>(u"productionShare"_s));
    press(u"see3"_s);
    QTRY_VERIFY(note->isVisible());
    const auto *segments = m_opened->child<SegmentsPanel>()->findChild<QTableView *>(u"table"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
            segments->currentIndex().siblingAtColumn(0).data().toString().contains(u"gift-card"_s),
            20000);
    m_opened->showView(u"dropPage"_s);
    QVERIFY(!note->isVisible());
    m_opened->showView(u"segmentsPage"_s);
    QVERIFY(!note->isVisible());
}

/// Also after a dial was moved where the comparison is not to be seen.
void TestWhyDrop::answer_tellsIt_ofWhatIsOnTheDials()
{
    QVERIFY(openMarch());
    compareWith(february());
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    m_opened->showView(u"targetsPage"_s);
    m_opened->session.stepThreshold(40);
    QVERIFY(!periods().current());
    QVERIFY(!answerParts(results()).dropped);
    m_opened->showView(u"answerPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswerComplete(results()), 60000);
    const AnswerParts parts = answerParts(results());
    QVERIFY(parts.dropped);
    QCOMPARE(parts.dropped->threshold.kept.value, m_opened->session.scenario().threshold.value);
    QCOMPARE(parts.periods.before, u"payments-february.csv"_s);
    const report::Report brief =
            parts.report(report::Length::Brief, QDate(2026, 11, 29), AnswerParts::Figures::Drawn);
    const auto told = std::ranges::find_if(brief.body, [](const report::Section &section) {
        return section.heading.startsWith(u"Why it dropped"_s);
    });
    QVERIFY(told != brief.body.end());
    QVERIFY(told->bullets.first().contains(
            wording::dropChangeSentence(*parts.dropped, m_opened->session.scenario().words)));
    QCOMPARE(brief.figures.last().title, u"What the change came from"_s);
}

/// Last month's file called its columns otherwise.
void TestWhyDrop::fileWithOtherHeaders_hasRolesOfItsOwn()
{
    QFile file(february());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray table = file.readAll();
    table.replace("is_fraud,fraud_score", "label,score");
    QVERIFY(openMarch());
    compareWith(m_opened->files.write(u"february.csv"_s, table));
    QTRY_VERIFY_WITH_TIMEOUT(compared(), 20000);
    QVERIFY(periods().answer()->dropped);
    QVERIFY2(text(u"notes"_s)
                     .contains(u"The score of the earlier file is taken to be “score”, where this "
                               u"one has "
                               "“fraud_score”."_s),
             qPrintable(text(u"notes"_s)));
    QVERIFY(!text(u"notes"_s).contains(u"The user of the earlier file"_s));
}

void TestWhyDrop::fileThatCannotBeRead_saysWhy()
{
    QVERIFY(openMarch());
    compareWith(m_opened->files.write(u"other.csv"_s, "name,other\nx,y\nz,w\n"));
    QTRY_VERIFY(periods().problem().has_value());
    QTRY_VERIFY(shown().contains(u"other.csv"_s));
    QVERIFY(!panel()->findChild<QLabel *>(u"changed"_s)->isVisible());
}

ONEINN_TEST(TestWhyDrop)

} // namespace tests::journeys_whydrop

#include "tst_whydrop.moc"
