// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartview.h"
#include "charts/heatmapitem.h"
#include "charts/histogramitem.h"
#include "charts/staritem.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/dials/planepanel.h"
#include "views/widgets/hiddennumbers.h"
#include "views/window/presentation.h"
#include "views/window/presentedview.h"
#include "wording/experiencewords.h"
#include "wording/sayit.h"

#include <QAction>
#include <QComboBox>

#include <memory>

namespace tests::journeys_presentation {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

/// One picture and one sentence on the whole screen, to guess at first.
class TestPresentation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void f5_withoutData_doesNothing();
    void f5_dials_fillsTheScreenWithOneSentence();
    void answer_last_saysTheChoiceAndItsPrice();
    void numbers_hidden_untilSpace_data();
    void numbers_hidden_untilSpace();
    void pages_both_waysThroughAllPictures_data();
    void pages_both_waysThroughAllPictures();
    void start_withoutPicture_takesANeighbour_data();
    void start_withoutPicture_takesANeighbour();
    void waited_withoutPictureInTheEnd_goesOn();
    void pageDown_hidesTheNumbersAgain();
    void left_chartsAreAsTheyWere();
    void bothDials_hidden_linesAndTheBestTellNothing();
    void click_revealsAndThenGoesOn();
    void blackened_showsNothing();
    void appearance_isFollowed();
    void answer_guessed_isComparedAfterTheReveal();
    void guess_takenBack_isSaid();
    void sentence_guessed_marksTheNumberItAsksFor();
    void simple_byS_isGivenBack();
    void simple_rarePositives_keepsAxisAndWhatIsRevealed();
    void simple_chosenBefore_leavesPatienceOut();

private:
    Presentation *presentation() const { return m_opened->child<Presentation>(); }
    void key(Qt::Key key) const { QTest::keyClick(presentation(), key); }
    void guess(const QString &typed) const
    {
        QTest::keyClicks(presentation(), typed);
        key(Qt::Key_Return);
    }
    void start() const { QTest::keyClick(&m_opened->window, Qt::Key_F5); }
    QString page() const { return m_opened->child<ExplorePage>()->currentView()->objectName(); }
    bool settled() const { return !m_opened->child<Results>()->isPending(); }
    QImage shown() const { return presentation()->grab().toImage(); }
    static bool isBlank(const QImage &image)
    {
        return image == [&image] {
            QImage plain = image;
            plain.fill(image.pixelColor(0, 0));
            return plain;
        }();
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestPresentation::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    m_opened->appearance.setMode(Appearance::Mode::Light);
    QVERIFY(m_opened->ready());
}

void TestPresentation::cleanup()
{
    m_opened->appearance.setMode(Appearance::Mode::System);
    m_opened.reset();
}

void TestPresentation::f5_withoutData_doesNothing()
{
    start();
    QVERIFY(!presentation());
}

void TestPresentation::f5_dials_fillsTheScreenWithOneSentence()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    start();
    QVERIFY(presentation() && presentation()->isFullScreen());
    QCOMPARE(page(), u"tradeoff"_s);
    const QString said = wording::sayIt(m_opened->session.assessment());
    const QString sentence = presentation()->sentence();
    QVERIFY(!sentence.isEmpty() && said.startsWith(sentence + u' '));
    QCOMPARE(sentence.count(u". "_s), 0);
    QVERIFY(!isBlank(presentation()->picture()));
    key(Qt::Key_Escape);
    QTRY_VERIFY(!presentation());
    QVERIFY(QTest::qWaitForWindowActive(&m_opened->window));
}

void TestPresentation::answer_last_saysTheChoiceAndItsPrice()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    m_opened->showView(u"answerPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 60000);
    start();
    const QString sentence = presentation()->sentence();
    QVERIFY2(sentence.startsWith(u"We show suggestions from a score of "_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u" of 100 shown are wrong"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u" of 100 good ones are missed"_s), qPrintable(sentence));
}

void TestPresentation::numbers_hidden_untilSpace_data()
{
    QTest::addColumn<QString>("view");
    QTest::newRow("one dial") << u"tradeoff"_s;
    QTest::newRow("both dials") << u"planePage"_s;
    QTest::newRow("what carries it") << u"verdictPage"_s;
    QTest::newRow("doubts") << u"doubtsPage"_s;
    QTest::newRow("calibration") << u"calibrationPage"_s;
    QTest::newRow("curves") << u"curvesPage"_s;
    QTest::newRow("segments") << u"segmentsPage"_s;
    QTest::newRow("release plan") << u"releasePage"_s;
    QTest::newRow("answer") << u"answerPage"_s;
}

void TestPresentation::numbers_hidden_untilSpace()
{
    QFETCH(QString, view);
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    m_opened->showView(view);
    QTRY_VERIFY(settled());
    start();
    QCOMPARE(page(), view);
    const QString sentence = presentation()->sentence();
    QVERIFY(!numbersToGuess(sentence).isEmpty());
    QVERIFY(!presentation()->isRevealed());
    // Before it, what is asked beside the picture.
    QVERIFY(presentation()->accessibleDescription().endsWith(withoutNumbers(sentence, u"blank"_s)));
    const QImage before = shown();
    const QImage pictureBefore = presentation()->picture();
    key(Qt::Key_Space);
    QVERIFY(presentation()->isRevealed());
    QVERIFY(presentation()->accessibleDescription().endsWith(sentence));
    QCOMPARE(presentation()->sentence(), sentence);
    QVERIFY(shown() != before);
    QVERIFY(presentation()->picture() != pictureBefore); // which told the numbers, too
    QCOMPARE(presentation()->picture().size(), pictureBefore.size());
}

void TestPresentation::pages_both_waysThroughAllPictures_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QStringList>("pages");
    QTest::newRow("with latencies")
            << u"inlinesuggestion"_s
            << QStringList{u"productPage"_s, u"verdictPage"_s,  u"tradeoff"_s,
                           u"planePage"_s,   u"policiesPage"_s, u"segmentsPage"_s,
                           u"reviewPage"_s,  u"doubtsPage"_s,   u"calibrationPage"_s,
                           u"curvesPage"_s,  u"releasePage"_s,  u"learnPage"_s,
                           u"answerPage"_s};
    // No plane of two dials, nobody who waits.
    QTest::newRow("without") << QString()
                             << QStringList{u"verdictPage"_s, u"tradeoff"_s,   u"policiesPage"_s,
                                            u"reviewPage"_s,  u"doubtsPage"_s, u"curvesPage"_s,
                                            u"answerPage"_s};
}

void TestPresentation::pages_both_waysThroughAllPictures()
{
    QFETCH(QString, sample);
    QFETCH(QStringList, pages);
    QVERIFY(sample.isEmpty() ? m_opened->open(plainTable()) : m_opened->openSample(sample));
    // So that they are worked out.
    for (const QString &each : {u"policiesPage"_s, u"doubtsPage"_s, u"calibrationPage"_s,
                                u"releasePage"_s, u"learnPage"_s}) {
        m_opened->showView(each);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60000);
    }
    m_opened->showView(pages.first());
    start();
    QStringList seen{page()};
    QStringList sentences;
    for (int i = 0; i < 16; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60000);
        QVERIFY2(!isBlank(presentation()->picture()), qPrintable(page()));
        QVERIFY2(!presentation()->sentence().isEmpty(), qPrintable(page()));
        QVERIFY(!sentences.contains(presentation()->sentence()));
        sentences.append(presentation()->sentence());
        key(i % 2 == 0 ? Qt::Key_PageDown : Qt::Key_Right);
        if (page() == seen.last())
            break; // the end
        seen.append(page());
    }
    // What Launch draws is there once it has been worked out, which may be on the way.
    if (sample.isEmpty()) {
        const auto isLate = [](const QString &each) {
            return each == u"releasePage" || each == u"learnPage";
        };
        seen.removeIf(isLate);
        QVERIFY2(seen == pages, qPrintable(seen.join(u' ')));
        return;
    }
    QVERIFY2(seen == pages, qPrintable(seen.join(u' ')));
    for (auto each = pages.crbegin() + 1; each != pages.crend(); ++each) {
        key(Qt::Key_PageUp);
        QCOMPARE(page(), *each);
    }
    key(Qt::Key_PageUp);
    QCOMPARE(page(), pages.first());
    QVERIFY(!presentation()->sentence().isEmpty());
}

void TestPresentation::start_withoutPicture_takesANeighbour_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("data") << u"dataPage"_s << u"verdictPage"_s;
    QTest::newRow("targets") << u"targetsPage"_s << u"policiesPage"_s;
}

void TestPresentation::start_withoutPicture_takesANeighbour()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QVERIFY(m_opened->open(plainTable()));
    m_opened->showView(u"policiesPage"_s);
    QTRY_VERIFY(settled());
    m_opened->showView(from);
    start();
    QCOMPARE(page(), to);
    QVERIFY(!presentation()->picture().isNull());
}

void TestPresentation::waited_withoutPictureInTheEnd_goesOn()
{
    QVERIFY(m_opened->open(plainTable())); // too few rows for bins
    m_opened->showView(u"doubtsPage"_s);
    QTRY_VERIFY(settled());
    start();
    QCOMPARE(page(), u"doubtsPage"_s);
    key(Qt::Key_PageDown);
    QTRY_COMPARE(page(), u"curvesPage"_s);
    QVERIFY(!isBlank(presentation()->picture()));
}

void TestPresentation::pageDown_hidesTheNumbersAgain()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QTRY_VERIFY(settled());
    start();
    key(Qt::Key_Space);
    key(Qt::Key_PageDown);
    QVERIFY(!presentation()->isRevealed());
    key(Qt::Key_PageUp);
    QVERIFY(!presentation()->isRevealed());
    QCOMPARE(page(), u"tradeoff"_s);
}

void TestPresentation::left_chartsAreAsTheyWere()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QTRY_VERIFY(settled());
    const QSize size = m_opened->scores()->size();
    const auto *marker = OpenedWindow::marker(m_opened->scores());
    const QString label = marker->label();
    const QImage before = m_opened->scores()->toImage();
    QVERIFY(!label.isEmpty());
    start();
    QCOMPARE(marker->label(), label);
    key(Qt::Key_Space);
    key(Qt::Key_Escape);
    QTRY_VERIFY(!presentation());
    QCOMPARE(m_opened->scores()->size(), size);
    QCOMPARE(marker->label(), label);
    QVERIFY(m_opened->scores()->toImage() == before);
}

/// The same picture, whatever is written at the lines of equal numbers and wherever the best is.
void TestPresentation::bothDials_hidden_linesAndTheBestTellNothing()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    m_opened->showView(u"planePage"_s);
    charts::ChartView *chart = m_opened->child<PlanePanel>()->chart();
    auto *star = OpenedWindow::item<charts::StarItem>(chart);
    auto *map = OpenedWindow::item<charts::HeatMapItem>(chart);
    QTRY_VERIFY(!map->map().lines.empty());
    QTRY_VERIFY_WITH_TIMEOUT(star->isVisible(), 30000);
    const QSize room(900, 600);
    const auto picture = [&](bool bare) { return chartPicture(chart, room, 1.0, bare, {}); };
    const QImage told = picture(false);
    const QImage hidden = picture(true);
    QVERIFY(told != hidden);
    QVERIFY(star->isVisible() && picture(false) == told);
    charts::HeatMap other = map->map();
    for (charts::IsoLine &line : other.lines)
        line.label += u"7"_s;
    map->setMap(other);
    star->hide();
    QVERIFY(picture(false) != told);
    QCOMPARE(picture(true), hidden);
}

void TestPresentation::click_revealsAndThenGoesOn()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QTRY_VERIFY(settled());
    start();
    const QPoint middle = presentation()->rect().center();
    QTest::mouseClick(presentation(), Qt::LeftButton, {}, middle);
    QVERIFY(presentation()->isRevealed());
    QCOMPARE(page(), u"tradeoff"_s);
    QTest::mouseClick(presentation(), Qt::LeftButton, {}, middle);
    QVERIFY(page() != u"tradeoff"_s);
}

void TestPresentation::blackened_showsNothing()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    start();
    const QImage before = shown();
    key(Qt::Key_B);
    QVERIFY(isBlank(shown()));
    key(Qt::Key_B);
    QVERIFY(shown() == before);
    // Nothing happens in the dark but that it ends.
    for (const Qt::Key other : {Qt::Key_PageDown, Qt::Key_Space, Qt::Key_Escape, Qt::Key_7}) {
        key(Qt::Key_B);
        QVERIFY(isBlank(shown()));
        QTest::keyClick(presentation(), Qt::Key_Shift);
        QVERIFY(isBlank(shown()));
        key(other);
        QVERIFY(shown() == before);
    }
    key(Qt::Key_B);
    QTest::mouseClick(presentation(), Qt::LeftButton);
    QVERIFY(shown() == before);
    // Not while somebody types a guess.
    QTest::keyClicks(presentation(), u"20"_s);
    key(Qt::Key_B);
    QVERIFY(!isBlank(shown()));
    key(Qt::Key_Return);
    key(Qt::Key_B);
    QVERIFY(isBlank(shown()));
}

void TestPresentation::simple_rarePositives_keepsAxisAndWhatIsRevealed()
{
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 60000);
    auto *axis = m_opened->child<ScoresPanel>()->findChild<QComboBox *>(u"axis"_s);
    const int usual = axis->currentIndex();
    start();
    key(Qt::Key_Space);
    QVERIFY(presentation()->isRevealed());
    key(Qt::Key_S);
    QCOMPARE(axis->currentIndex(), usual);
    QVERIFY(!OpenedWindow::item<charts::HistogramItem>(m_opened->scores())->data().oneScale);
    QVERIFY(presentation()->isRevealed());
    key(Qt::Key_S);
    QVERIFY(presentation()->isRevealed());
    key(Qt::Key_Escape);
    m_opened->child<QAction>(u"actionPresentSimply"_s)->setChecked(false);
}

void TestPresentation::appearance_isFollowed()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    start();
    QVERIFY(shown().pixelColor(2, 2).lightness() > 200);
    m_opened->appearance.setMode(Appearance::Mode::Dark);
    QTRY_VERIFY(shown().pixelColor(2, 2).lightness() < 80);
    QTRY_VERIFY(presentation()->picture().pixelColor(2, 2).lightness() < 80);
}

void TestPresentation::answer_guessed_isComparedAfterTheReveal()
{
    QVERIFY(m_opened->openSample(u"assistantanswers"_s));
    m_opened->showView(u"answerPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 60000);
    start();
    const auto wrong = m_opened->session.assessment().experience[Share::WrongOfShown];
    QVERIFY(wrong);
    const QString is = u"it is %1 of 100"_s.arg(qRound(100.0 * wrong->value));
    QCOMPARE(presentation()->beside().question, u"Of 100 answers given, how many are wrong?"_s);
    const QImage hollow = presentation()->picture();
    QTest::keyClicks(presentation(), u"20"_s);
    QVERIFY(presentation()->footText().contains(u"20"_s));
    QVERIFY(presentation()->picture() == hollow);
    key(Qt::Key_Return);
    QCOMPARE(presentation()->beside().said, u"you said 20 of 100"_s);
    QVERIFY(presentation()->picture() != hollow); // its mark
    QVERIFY(presentation()->beside().is.isEmpty());
    QVERIFY(!presentation()->accessibleDescription().contains(is));
    guess(u"101"_s);
    QCOMPARE(presentation()->footText(), u"A guess is a whole number from 0 to 100."_s);
    key(Qt::Key_Space);
    QCOMPARE(presentation()->beside().is, is);
    const int off = 20 - qRound(100.0 * wrong->value);
    QVERIFY(off > 3);
    QCOMPARE(presentation()->beside().all, u"%1 too many."_s.arg(off));
    QVERIFY(presentation()->accessibleDescription().contains(is));
    // It is told: nobody guesses any more, also where one comes back to it.
    guess(u"13"_s);
    QCOMPARE(presentation()->footText(),
             u"1 guess \u00b7 Page Down goes on \u00b7 Page Up back "
             "\u00b7 B black \u00b7 Esc ends"_s);
    QTest::keyClicks(presentation(), u"1"_s);
    QCOMPARE(presentation()->footText(), u"Guesses are closed: it has been told."_s);
    key(Qt::Key_Backspace);
    QCOMPARE(presentation()->beside().said, u"you said 20 of 100"_s);
    key(Qt::Key_PageUp);
    key(Qt::Key_PageDown);
    QVERIFY(!presentation()->isRevealed());
    QVERIFY(presentation()->footText().contains(u"Guesses are closed"_s));
    guess(u"13"_s);
    QCOMPARE(presentation()->beside().said, u"you said 20 of 100"_s);
}

void TestPresentation::guess_takenBack_isSaid()
{
    QVERIFY(m_opened->openSample(u"assistantanswers"_s));
    m_opened->showView(u"answerPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 60000);
    start();
    guess(u"20"_s);
    guess(u"30"_s);
    key(Qt::Key_Backspace);
    QCOMPARE(presentation()->footText(), u"Taken back: 30 of 100"_s);
    QVERIFY(presentation()->accessibleDescription().contains(u"20"_s));
    // What was typed last is taken by Space, and nothing is told by the same key.
    const auto wrong = m_opened->session.assessment().experience[Share::WrongOfShown];
    QTest::keyClicks(presentation(), QString::number(qRound(100.0 * wrong->value)));
    key(Qt::Key_Space);
    QVERIFY(!presentation()->isRevealed());
    key(Qt::Key_Space);
    QVERIFY(presentation()->beside().all.startsWith(
            u"1 of 2 of you was right, 1 within 3. 1 said "_s));
    // A view is no lesson.
    QTest::keyClick(presentation(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(presentation()->footText(), u"There are no guesses of a lesson to save."_s);
}

void TestPresentation::sentence_guessed_marksTheNumberItAsksFor()
{
    QVERIFY(m_opened->openSample(u"assistantanswers"_s));
    QTRY_VERIFY(settled());
    start();
    QCOMPARE(page(), u"tradeoff"_s);
    const auto asked = firstOfHundred(presentation()->sentence());
    QVERIFY(asked);
    const QImage before = shown();
    guess(u"40"_s);
    QVERIFY(shown() != before);
    QCOMPARE(presentation()->beside().said, u"you said 40 of 100"_s);
    key(Qt::Key_Backspace);
    key(Qt::Key_Space);
    QVERIFY(presentation()->beside().is.isEmpty()); // nobody guessed: the sentence tells it
    guess(u"40"_s);
    QVERIFY(presentation()->beside().said.isEmpty()); // too late
    key(Qt::Key_Escape);
    QTRY_VERIFY(!presentation());
    start();
    guess(u"40"_s);
    key(Qt::Key_Space);
    QCOMPARE(presentation()->beside().is,
             asked->told.isEmpty()
                     ? u"it is %1 of 100"_s.arg(asked->value)
                     : u"it is %1, about %2 of 100"_s.arg(asked->told).arg(qRound(asked->value)));
}

void TestPresentation::simple_byS_isGivenBack()
{
    QVERIFY(m_opened->openSample(u"assistantanswers"_s));
    QTRY_VERIFY(settled());
    const PatienceCurve patience = m_opened->session.scenario().patience;
    QVERIFY(patience != PatienceCurve());
    auto *axis = m_opened->child<ScoresPanel>()->findChild<QComboBox *>(u"axis"_s);
    const QString usual = axis->currentText();
    const auto *bars = OpenedWindow::item<charts::HistogramItem>(m_opened->scores());
    QVERIFY(!bars->data().oneScale || axis->currentIndex() != 0);
    start();
    key(Qt::Key_S);
    QCOMPARE(axis->currentData().toInt(), int(charts::AxisMapping::Kind::Score));
    QVERIFY(bars->data().oneScale);
    QVERIFY(m_opened->session.scenario().patience == PatienceCurve());
    QVERIFY(m_opened->child<QAction>(u"actionPresentSimply"_s)->isChecked());
    // Again, it is as usual; and so it is when it ends.
    key(Qt::Key_S);
    QCOMPARE(axis->currentText(), usual);
    QCOMPARE(m_opened->session.scenario().patience, patience);
    key(Qt::Key_S);
    key(Qt::Key_Escape);
    QTRY_VERIFY(!presentation());
    QCOMPARE(axis->currentText(), usual);
    QCOMPARE(m_opened->session.scenario().patience, patience);
    m_opened->child<QAction>(u"actionPresentSimply"_s)->setChecked(false);
}

void TestPresentation::simple_chosenBefore_leavesPatienceOut()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    m_opened->child<QAction>(u"actionPresentSimply"_s)->setChecked(true);
    m_opened->showView(u"productPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 60000);
    start();
    QVERIFY2(page() != u"productPage"_s, qPrintable(page()));
    const QString first = page();
    key(Qt::Key_PageUp);
    QCOMPARE(page(), first);
    m_opened->child<QAction>(u"actionPresentSimply"_s)->setChecked(false);
}

ONEINN_TEST(TestPresentation)

} // namespace tests::journeys_presentation

#include "tst_presentation.moc"
