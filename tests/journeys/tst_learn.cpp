// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/curve.h"
#include "charts/marksitem.h"
#include "lessons/classsummary.h"
#include "lessons/lessonlog.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/dials/shownstrip.h"
#include "views/learn/lessonlist.h"
#include "views/learn/lessonpanel.h"
#include "views/start/startpage.h"
#include "views/widgets/dialslider.h"
#include "views/window/presentation.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace tests::journeys_learn {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// As a learner goes through lessons: by keys alone, by mouse, left and taken up again.
class TestLearn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { deleteLessonLog(lessonLogPath()); }
    void lesson_byKeys_toItsEnd();
    void lesson_byMouse_choiceAndOrder();
    void escape_withQuestionsLeft_asksFirst();
    void choice_byItsLetter_isAnswered();
    void choice_byAnArrow_isAnswered();
    void number_mnemonicOfADisabledButton_typesNothing();
    void ranking_untouched_isTakenOnlyWhereItIsMeant();
    void threshold_answered_saysHowNearInPeople();
    void mnemonics_inALesson_areOneEach_data();
    void mnemonics_inALesson_areOneEach();
    void presented_wait_isTypedWithItsUnit();
    void presented_panelElsewhere_beginsWhereTheLessonStands();
    void presented_typedGuess_isNotDroppedOnTheWay();
    void presented_guessesInNoFile_asksBeforeLeaving();
    void presented_again_goesOnOrBegins();
    void dial_dragged_isTheAnswer();
    void left_takenUpAgain_goesOnWhereItWas();
    void ownDial_draggedAndByKeys_isTheAnswer();
    void ownBudget_byKeys_isTheAnswer();
    void presented_classGuesses_lessonStaysAsItWas();
    void presented_threshold_guessStandsOnTheAxis();
    void presented_choices_areCounted();
    void presented_ranking_isGuessedByLetters();
    void openedAsAFile_isTaught();
    void picture_hiddenUntilAnswered();
    void step_putsItsSettingOnTheDials();
    void save_nameOnlyIfTyped();
    void work_isAskedForBeforeItIsLost();
    void otherFile_endsTheLesson();
    void ownFile_damaged_saysTheLine();
    void copy_changedByHand_isTaughtWith();
    void eachLesson_everyStep_canBeAnswered_data();
    void eachLesson_everyStep_canBeAnswered();
    void small_everyTextFits_data();
    void small_everyTextFits();
};

namespace {

template<typename T> T *in(const QWidget *parent, const QString &name = {})
{
    return parent->findChild<T *>(name);
}

QString builtInPath(const QString &name)
{
    return u":/lessons/%1.lesson.json"_s.arg(name);
}

LessonList *list(const OpenedWindow &opened)
{
    // One that was closed before is deleted a little later.
    if (!QTest::qWaitFor([&] { return !opened.child<LessonList>(); }))
        return nullptr;
    opened.child<QAction>(u"actionLearn"_s)->trigger();
    auto *list = opened.child<LessonList>();
    return list && QTest::qWaitForWindowActive(list) ? list : nullptr;
}

/// Where no window manager does it: to the window, once its dialog is gone.
bool comesBack(OpenedWindow &opened)
{
    opened.window.activateWindow();
    const bool isGone = QTest::qWaitFor([&opened] {
        const auto *list = opened.child<LessonList>();
        return !list || !list->isVisible();
    });
    return isGone && QTest::qWaitForWindowActive(&opened.window);
}

/// Null where it was not opened.
LessonPanel *begun(OpenedWindow &opened, const QString &path)
{
    auto *lessons = list(opened);
    if (!lessons)
        return nullptr;
    lessons->openFile(path);
    const auto isBegun = [&] {
        const auto *panel = opened.child<LessonPanel>();
        return panel && panel->course() && panel->course()->lesson().path == path;
    };
    if (!QTest::qWaitFor(isBegun) || !comesBack(opened))
        return nullptr;
    return opened.child<LessonPanel>();
}

QWidget *page(const OpenedWindow &opened)
{
    return opened.child<QStackedWidget>(u"pages"_s)->currentWidget();
}

/// Whatever the step asks for.
void answerAnything(LessonPanel *panel)
{
    switch (panel->course()->step().kind) {
    case AnswerKind::Choice:
        in<QRadioButton>(panel)->click();
        break;
    case AnswerKind::Score:
        in<QLineEdit>(panel, u"number"_s)->setText(u"0.3"_s);
        break;
    case AnswerKind::Number:
    case AnswerKind::Wait:
        in<QLineEdit>(panel, u"number"_s)->setText(u"13"_s);
        break;
    case AnswerKind::Words:
        in<QPlainTextEdit>(panel, u"words"_s)->setPlainText(u"One in eight\nis wrong."_s);
        break;
    case AnswerKind::Ranking:
        in<QPushButton>(panel, u"down"_s)->click();
        break;
    }
    in<QPushButton>(panel, u"answer"_s)->click();
}

/// Labels that have less room than their text needs; empty: none.
QString clippedIn(const QWidget *parent)
{
    const auto labels = parent->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                      : label->sizeHint().height();
        if (label->isVisible() && (label->height() < needed || label->width() < 20))
            return label->text();
    }
    const auto buttons = parent->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible() && button->width() < button->minimumSizeHint().width())
            return button->text();
    }
    return {};
}

void picture(QWidget *of, const QString &name)
{
    const QString folder = qEnvironmentVariable("ONEINN_PICTURES");
    if (!folder.isEmpty())
        of->grab().save(u"%1/learn-%2.png"_s.arg(folder, name));
}

} // namespace

void TestLearn::lesson_byKeys_toItsEnd()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *lessons = list(opened);
    QVERIFY(lessons);
    auto *lines = in<QListWidget>(lessons, u"lessons"_s);
    QCOMPARE(lines->count(), 10);
    QCOMPARE(lessons->focusWidget(), lines);
    QTest::keyClick(lines, Qt::Key_Down);
    QTest::keyClick(lines, Qt::Key_Up);
    QTest::keyClick(lines, Qt::Key_Return);
    QTRY_VERIFY(opened.child<LessonPanel>() && opened.child<LessonPanel>()->course());
    auto *panel = opened.child<LessonPanel>();
    QVERIFY(comesBack(opened));
    QCOMPARE(in<QLabel>(panel, u"place"_s)->text(), u"Step 1 of 6"_s);
    const auto *told = in<QLabel>(panel, u"told"_s);
    QVERIFY(!told->isVisible());

    QTRY_COMPARE(QApplication::focusWidget(), in<QLineEdit>(panel, u"number"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(in<QLabel>(panel, u"problem"_s)->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), u"40"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!in<QLabel>(panel, u"problem"_s)->isVisible());
    QVERIFY2(told->text().startsWith(u"You said 40 of 100, it is "), qPrintable(told->text()));
    QVERIFY2(told->text().contains(u"answers fewer than you said"), qPrintable(told->text()));

    QCOMPARE(QApplication::focusWidget(), in<QPushButton>(panel, u"next"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(in<QLabel>(panel, u"place"_s)->text(), u"Step 2 of 6"_s);
    QVERIFY(!told->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), u"5"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), in<QPushButton>(panel, u"answer"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    for (int step = 3; step <= 5; ++step) {
        QCOMPARE(in<QLabel>(panel, u"place"_s)->text(), u"Step %1 of 6"_s.arg(step));
        answerAnything(panel);
        QTest::keyClick(in<QPushButton>(panel, u"next"_s), Qt::Key_Space);
    }
    QCOMPARE(in<QLabel>(panel, u"place"_s)->text(), u"Step 6 of 6"_s);
    QCOMPARE(QApplication::focusWidget(), in<QPlainTextEdit>(panel, u"words"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Some are wrong."_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(panel->course()->isDone());
    QVERIFY(in<QLabel>(panel, u"score"_s)->text().endsWith(u" of 5 right."));
    QVERIFY(!in<QPushButton>(panel, u"next"_s)->isEnabled());

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    lessons = list(opened);
    QVERIFY(lessons);
    const QString line = in<QListWidget>(lessons, u"lessons"_s)->item(0)->text();
    QVERIFY2(line.contains(u"done on " + QDate::currentDate().toString(Qt::ISODate)),
             qPrintable(line));
}

void TestLearn::lesson_byMouse_choiceAndOrder()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    QTest::mouseClick(in<QPushButton>(opened.child<StartPage>(), u"learn"_s), Qt::LeftButton);
    QVERIFY(opened.child<LessonList>() && opened.child<LessonList>()->isVisible());
    opened.child<LessonList>()->reject();
    auto *panel = begun(opened, builtInPath(u"6-what-carries-it"_s));
    QVERIFY(panel);
    QCOMPARE(panel->course()->step().kind, AnswerKind::Ranking);
    auto *order = in<QListWidget>(panel, u"order"_s);
    const QString first = order->item(0)->text();
    QTest::mouseClick(in<QPushButton>(panel, u"down"_s), Qt::LeftButton);
    QCOMPARE(order->item(1)->text(), first);
    QCOMPARE(order->currentRow(), 1);
    QTest::mouseClick(in<QPushButton>(panel, u"answer"_s), Qt::LeftButton);
    QVERIFY(panel->course()->given());
    QCOMPARE(panel->course()->given()->typed.left(2), u"ba"_s);
    QTest::mouseClick(in<QPushButton>(panel, u"next"_s), Qt::LeftButton);
    QCOMPARE(panel->course()->step().kind, AnswerKind::Choice);
    // The words of a choice choose it as well.
    const QString text = panel->course()->step().choices.at(1).text;
    const auto labels = panel->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->text() == u"b) "_s + text)
            QTest::mouseClick(label, Qt::LeftButton);
    }
    const auto buttons = panel->findChildren<QRadioButton *>();
    QVERIFY(buttons.at(1)->isChecked());
    QCOMPARE(buttons.at(1)->accessibleName(), text);
    QTest::mouseClick(in<QPushButton>(panel, u"answer"_s), Qt::LeftButton);
    QCOMPARE(panel->course()->given()->typed, u"b"_s);
    QVERIFY(!buttons.at(0)->isEnabled());
    QTest::mouseClick(in<QPushButton>(panel, u"leave"_s), Qt::LeftButton); // asks first
    QTest::mouseClick(in<QPushButton>(panel, u"leave"_s), Qt::LeftButton);
    QVERIFY(!panel->isVisible() && !panel->course());
}

void TestLearn::escape_withQuestionsLeft_asksFirst()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"4-base-rate"_s));
    QVERIFY(panel);
    const auto *explore = opened.child<ExplorePage>();
    auto *number = in<QLineEdit>(panel, u"number"_s);
    if (!number)
        answerAnything(panel);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(panel->isVisible() && panel->course() && !explore->isVisible());
    QVERIFY(in<QLabel>(panel, u"problem"_s)->text().startsWith(u"Whoever leaves sees"_s));
    // Whoever goes on has not asked to leave.
    answerAnything(panel);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    if (panel->hidesPicture())
        QVERIFY(panel->course() && !explore->isVisible());
    // Nor does the title bar's cross.
    panel->close();
    QVERIFY(!panel->course() && explore->isVisible());
}

/// As in Present and at a terminal.
void TestLearn::choice_byItsLetter_isAnswered()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"6-what-carries-it"_s));
    QVERIFY(panel);
    answerAnything(panel);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(panel->course()->step().kind, AnswerKind::Choice);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_B);
    QVERIFY(panel->findChildren<QRadioButton *>().at(1)->isChecked());
    // Also where a button has the keys.
    in<QPushButton>(panel, u"answer"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(panel->course()->given());
    QCOMPARE(panel->course()->given()->typed, u"a"_s);
}

void TestLearn::choice_byAnArrow_isAnswered()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"6-what-carries-it"_s));
    QVERIFY(panel);
    answerAnything(panel);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(panel->course()->step().kind, AnswerKind::Choice);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(panel->course()->given());
    QCOMPARE(panel->course()->given()->typed, u"b"_s);
}

void TestLearn::number_mnemonicOfADisabledButton_typesNothing()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"1-accurate"_s));
    QVERIFY(panel);
    auto *number = in<QLineEdit>(panel, u"number"_s);
    QVERIFY(number);
    number->setFocus();
    QTest::keyClicks(number, u"1"_s);
    QTest::keyClick(number, 'n', Qt::AltModifier);
    QCOMPARE(number->text(), u"1"_s);
}

void TestLearn::ranking_untouched_isTakenOnlyWhereItIsMeant()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"6-what-carries-it"_s));
    QVERIFY(panel);
    QCOMPARE(panel->course()->step().kind, AnswerKind::Ranking);
    QTest::keyClick(in<QListWidget>(panel, u"order"_s), Qt::Key_Return);
    QVERIFY(!panel->course()->given());
    QVERIFY(in<QLabel>(panel, u"problem"_s)->text().contains(u"as it stands"_s));
    QTest::keyClick(in<QListWidget>(panel, u"order"_s), Qt::Key_Return);
    QVERIFY(panel->course()->given());
    QVERIFY(panel->course()->given()->typed.startsWith(u"ab"_s));
}

void TestLearn::threshold_answered_saysHowNearInPeople()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"2-threshold"_s));
    QVERIFY(panel);
    answerAnything(panel);
    in<QPushButton>(panel, u"next"_s)->click();
    auto *number = in<QLineEdit>(panel, u"number"_s);
    QTest::keyClicks(number, u"7"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(in<QLabel>(panel, u"problem"_s)->text(),
             u"Scores go from 0 to 1: a threshold lies between."_s);
    number->selectAll();
    QTest::keyClicks(number, u"0,9"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(panel->course()->given());
    const QString told = in<QLabel>(panel, u"told"_s)->text();
    QVERIFY2(told.startsWith(u"Too high: you said 0.9, it is 0."_s), qPrintable(told));
    QVERIFY2(told.contains(u" At yours, "_s) && told.contains(u" of 100 "_s), qPrintable(told));
}

/// No two keys with Alt do two things.
void TestLearn::mnemonics_inALesson_areOneEach_data()
{
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<int>("steps");
    QTest::newRow("beside the dial") << u"2-threshold"_s << 1;
    QTest::newRow("a ranking") << u"6-what-carries-it"_s << 0;
}

void TestLearn::mnemonics_inALesson_areOneEach()
{
    QFETCH(const QString, lesson);
    QFETCH(const int, steps);
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(lesson));
    QVERIFY(panel);
    for (int i = 0; i < steps; ++i) {
        answerAnything(panel);
        in<QPushButton>(panel, u"next"_s)->click();
    }
    QStringList keys;
    const auto take = [&keys](const QString &text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            keys.append(key.toString());
    };
    const auto buttons = opened.window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible())
            take(button->text());
    }
    const auto labels = opened.window.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->buddy())
            take(label->text());
    }
    QVERIFY(keys.size() >= 5);
    QStringList once = keys;
    once.removeDuplicates();
    QVERIFY2(once == keys, qPrintable(keys.join(u' ')));
}

void TestLearn::dial_dragged_isTheAnswer()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"2-threshold"_s));
    QVERIFY(panel);
    answerAnything(panel);
    in<QPushButton>(panel, u"next"_s)->click();
    QCOMPARE(panel->course()->step().kind, AnswerKind::Score);
    auto *dial = in<DialSlider>(panel, u"dial"_s);
    auto *number = in<QLineEdit>(panel, u"number"_s);
    QVERIFY(dial && number->text().isEmpty());
    QTest::mouseClick(dial, Qt::LeftButton, {}, {dial->width() / 4, dial->height() / 2});
    const double put = number->text().toDouble();
    QVERIFY2(put > 0.15 && put < 0.35, qPrintable(number->text()));
    dial->setFocus();
    QTest::keyClick(dial, Qt::Key_Right);
    QVERIFY(number->text().toDouble() > put);
    QTest::keyClick(dial, Qt::Key_Return);
    QVERIFY(panel->course()->given());
    QCOMPARE(panel->course()->given()->typed, number->text());
}

/// The threshold under the scores is put where one believes it to be; nothing beside it tells.
void TestLearn::ownDial_draggedAndByKeys_isTheAnswer()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"2-threshold"_s));
    QVERIFY(panel);
    answerAnything(panel);
    in<QPushButton>(panel, u"next"_s)->click();
    QCOMPARE(panel->course()->step().kind, AnswerKind::Score);
    auto *scores = in<ScoresPanel>(page(opened));
    QVERIFY(scores && scores->isVisible());
    auto *chart = scores->chart();
    QVERIFY(OpenedWindow::item<charts::MarksItem>(chart)->marks().empty());
    QVERIFY(!in<ShownStrip>(scores)->isVisible());
    const double right = panel->course()->answers().scenario().threshold.value;
    QVERIFY(opened.session.scenario().threshold.value != right);
    auto *number = in<QLineEdit>(panel, u"number"_s);
    QVERIFY2(number->text().isEmpty(), qPrintable(number->text()));
    const auto *marker = OpenedWindow::marker(chart);
    testsupport::drag(chart->viewport(), OpenedWindow::handle(marker),
                      OpenedWindow::inPlot(chart, 0.5, 0.5));
    const double put = opened.session.scenario().threshold.value;
    QVERIFY2(!number->text().isEmpty() && std::abs(number->text().toDouble() - put) < 0.001 * put,
             qPrintable(number->text()));
    // By keys, in either place: what is typed moves the window's dial, too.
    auto *slider = in<DialSlider>(scores);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    QVERIFY(opened.session.scenario().threshold.value > put);
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, u"0.25"_s);
    QCOMPARE(opened.session.scenario().threshold.value, 0.25);
    QCOMPARE(number->text(), u"0.25"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(panel->course()->given());
    QCOMPARE(panel->course()->given()->typed, u"0.25"_s);
    // Then the dials stand where the step has them.
    QCOMPARE(opened.session.scenario().threshold.value, right);
    QCOMPARE(opened.child<ExplorePage>()->isVisible(), !panel->course()->hasSecrets());
}

void TestLearn::ownBudget_byKeys_isTheAnswer()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"5-better-model"_s));
    QVERIFY(panel);
    answerAnything(panel);
    in<QPushButton>(panel, u"next"_s)->click();
    QCOMPARE(panel->course()->step().kind, AnswerKind::Wait);
    auto *latency = in<LatencyPanel>(page(opened));
    QVERIFY(latency && latency->isVisible());
    // Half of the answers could be read off the curve.
    const auto curves = latency->chart()->frame()->findChildren<charts::Curve *>();
    QVERIFY(!curves.isEmpty());
    for (const charts::Curve *curve : curves)
        QVERIFY(curve->points().isEmpty());
    QVERIFY(in<QLabel>(latency, u"summary"_s)->text().isEmpty());
    QVERIFY(!latency->chart()->accessibleDescription().contains(u"half"_s));
    auto *slider = in<DialSlider>(latency);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Left);
    const auto budget = opened.session.scenario().budget;
    QVERIFY(budget);
    auto *number = in<QLineEdit>(panel, u"number"_s);
    QVERIFY2(std::abs(number->text().toDouble() - budget->value) <= 0.5,
             qPrintable(number->text()));
    in<QPushButton>(panel, u"answer"_s)->click();
    QVERIFY(panel->course()->given());
    QCOMPARE(opened.session.scenario(), panel->course()->answers().scenario());
}

void TestLearn::presented_classGuesses_lessonStaysAsItWas()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"1-accurate"_s));
    QVERIFY(panel);
    QTest::keyClick(&opened.window, Qt::Key_F5);
    auto *wall = opened.child<Presentation>();
    QVERIFY(wall && QTest::qWaitForWindowActive(wall));
    QVERIFY2(wall->beside().question.endsWith(u"Of 100 answers shown, how many are wrong?"_s),
             qPrintable(wall->beside().question));
    const QString reveal = panel->course()->answers().reveal(panel->course()->step());
    QCOMPARE(wall->sentence(), reveal);
    QVERIFY(!wall->accessibleDescription().contains(reveal));
    const QImage hollow = wall->picture();
    for (const QString &guess : {u"2"_s, u"14"_s, u"40"_s}) {
        QTest::keyClicks(wall, guess);
        QTest::keyClick(wall, Qt::Key_Return);
    }
    QTest::keyClick(wall, Qt::Key_Space);
    QVERIFY(wall->picture() != hollow);
    QCOMPARE(wall->beside().is, u"it is 13 of 100"_s);
    QCOMPARE(wall->beside().all, u"0 of 3 of you were right, 1 within 3. 1 said fewer, 1 more."_s);
    QVERIFY(wall->accessibleDescription().contains(reveal));
    // To the last step, which asks for words, and no further.
    for (qsizetype i = 0; i < panel->course()->lesson().lesson.steps.size() + 1; ++i)
        QTest::keyClick(wall, Qt::Key_PageDown);
    QVERIFY(!wall->isRevealed());
    QVERIFY(wall->beside().question.contains(u"one sentence"_s));
    QVERIFY(!wall->picture().isNull());
    QTest::keyClick(wall, Qt::Key_Escape);
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<Presentation>());
    QVERIFY(!panel->course()->given());
    QCOMPARE(panel->course()->place(), 0);
    QCOMPARE(opened.session.scenario(), panel->course()->answers().scenario());
    QVERIFY(!opened.child<ExplorePage>()->isVisible());
}

void TestLearn::presented_threshold_guessStandsOnTheAxis()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"2-threshold"_s));
    QVERIFY(panel);
    QTest::keyClick(&opened.window, Qt::Key_F5);
    auto *wall = opened.child<Presentation>();
    QVERIFY(wall && QTest::qWaitForWindowActive(wall));
    QTest::keyClick(wall, Qt::Key_PageDown);
    const double right = panel->course()->lesson().answers.at(1).scenario().threshold.value;
    QVERIFY(opened.session.scenario().threshold.value != right);
    const QImage before = wall->picture();
    QVERIFY(!before.isNull());
    QTest::keyClicks(wall, u"0.5"_s);
    QTest::keyClick(wall, Qt::Key_Return);
    QVERIFY(wall->picture() != before);
    QCOMPARE(wall->picture().size(), before.size());
    QTest::keyClick(wall, Qt::Key_Space);
    QCOMPARE(opened.session.scenario().threshold.value, right);
    QCOMPARE(wall->beside().said, u"you said 0.5"_s);
    QVERIFY(wall->beside().is.startsWith(u"it is 0."_s));
    QTest::keyClick(wall, Qt::Key_Escape);
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<Presentation>());
}

/// Looking back in the panel is not going back with a class.
void TestLearn::presented_panelElsewhere_beginsWhereTheLessonStands()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"1-accurate"_s));
    QVERIFY(panel);
    const auto asks = [&opened] {
        QTest::keyClick(&opened.window, Qt::Key_F5);
        auto *wall = opened.child<Presentation>();
        const bool isShown = wall && QTest::qWaitForWindowActive(wall);
        const QString question = isShown ? wall->beside().question : QString();
        for (int i = 0; isShown && i < 2; ++i)
            QTest::keyClick(wall, Qt::Key_Escape);
        return question;
    };
    const auto &steps = panel->course()->lesson().lesson.steps;
    answerAnything(panel);
    in<QPushButton>(panel, u"next"_s)->click();
    in<QPushButton>(panel, u"previous"_s)->click();
    QCOMPARE(panel->course()->place(), 0);
    QVERIFY(asks().endsWith(steps.at(1).question));
    QTRY_VERIFY(!opened.child<Presentation>());
    // A class that was left goes on, wherever the panel has been turned to since.
    QTest::keyClick(&opened.window, Qt::Key_F5);
    auto *wall = opened.child<Presentation>();
    QVERIFY(wall && QTest::qWaitForWindowActive(wall));
    QTest::keyClick(wall, Qt::Key_PageDown);
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<Presentation>());
    in<QPushButton>(panel, u"next"_s)->click();
    QVERIFY(asks().endsWith(steps.at(2).question));
    QTRY_VERIFY(!opened.child<Presentation>());
}

void TestLearn::presented_wait_isTypedWithItsUnit()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"5-better-model"_s));
    QVERIFY(panel);
    answerAnything(panel);
    in<QPushButton>(panel, u"next"_s)->click();
    QCOMPARE(panel->course()->step().kind, AnswerKind::Wait);
    QTest::keyClick(&opened.window, Qt::Key_F5);
    auto *wall = opened.child<Presentation>();
    QVERIFY(wall && QTest::qWaitForWindowActive(wall));
    QCOMPARE(wall->footText(),
             u"Begins at step 2 of %1 \u00b7 Home goes to step 1"_s.arg(
                     panel->course()->lesson().lesson.steps.size()));
    const bool simple = opened.child<QAction>(u"actionPresentSimply"_s)->isChecked();
    QTest::keyClicks(wall, u"1 s"_s);
    QVERIFY(!wall->isRevealed());
    QCOMPARE(opened.child<QAction>(u"actionPresentSimply"_s)->isChecked(), simple);
    QVERIFY2(wall->footText().contains(u"1 s"_s), qPrintable(wall->footText()));
    QTest::keyClick(wall, Qt::Key_Return);
    QVERIFY(!wall->isRevealed());
    QCOMPARE(wall->beside().said, u"you said 1,000 ms"_s);
    // Longer than any that was measured: it counts, and nothing on the axis can show it.
    const QImage marked = wall->picture();
    QTest::keyClicks(wall, u"1000 s"_s);
    QTest::keyClick(wall, Qt::Key_Return);
    QVERIFY(wall->picture() == marked);
    QVERIFY2(wall->footText().startsWith(u"1,000,000 ms is taken; it lies beyond the axis"_s),
             qPrintable(wall->footText()));
    QTest::keyClick(wall, Qt::Key_Backspace);
    QCOMPARE(wall->footText(), u"Taken back: 1,000,000 ms"_s);
}

void TestLearn::presented_typedGuess_isNotDroppedOnTheWay()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"2-threshold"_s));
    QVERIFY(panel);
    QTest::keyClick(&opened.window, Qt::Key_F5);
    auto *wall = opened.child<Presentation>();
    QVERIFY(wall && QTest::qWaitForWindowActive(wall));
    const QString first = wall->beside().question;
    if (!panel->course()->step().choices.isEmpty())
        QTest::keyClicks(wall, u"a"_s);
    else
        QTest::keyClicks(wall, u"20"_s);
    QTest::keyClick(wall, Qt::Key_PageDown);
    QVERIFY(wall->beside().question != first);
    // Nowhere on the scale: it is told, and nothing is left behind.
    QTest::keyClicks(wall, u"5"_s);
    QTest::keyClick(wall, Qt::Key_PageDown);
    QCOMPARE(wall->footText(), u"Scores go from 0 to 1: a threshold lies between."_s);
    QVERIFY(wall->beside().said.isEmpty());
    QTest::keyClick(wall, Qt::Key_Space);
    QTest::keyClick(wall, Qt::Key_PageUp);
    QCOMPARE(wall->beside().question, first);
    QVERIFY2(wall->footText().startsWith(u"1 guess"_s), qPrintable(wall->footText()));
    // By the mouse as well.
    QTest::keyClicks(wall, panel->course()->step().choices.isEmpty() ? u"30"_s : u"b"_s);
    QTest::mouseClick(wall, Qt::LeftButton);
    QVERIFY(!wall->isRevealed());
    QVERIFY2(wall->footText().startsWith(u"2 guesses"_s), qPrintable(wall->footText()));
}

void TestLearn::presented_guessesInNoFile_asksBeforeLeaving()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"1-accurate"_s));
    QVERIFY(panel);
    QTest::keyClick(&opened.window, Qt::Key_F5);
    auto *wall = opened.child<Presentation>();
    QVERIFY(wall && QTest::qWaitForWindowActive(wall));
    QTest::keyClicks(wall, u"20"_s);
    QTest::keyClick(wall, Qt::Key_Escape); // of what is being typed alone
    QCOMPARE(wall->footText(), u"Not taken: 20"_s);
    QTest::keyClicks(wall, u"20"_s);
    QTest::keyClick(wall, Qt::Key_Return);
    QTest::keyClick(wall, Qt::Key_Escape);
    QVERIFY(wall->isVisible());
    QVERIFY2(wall->footText().startsWith(u"The guesses are in no file"_s),
             qPrintable(wall->footText()));
    QTest::keyClick(wall, Qt::Key_Space); // whoever goes on has not asked to leave
    QTest::keyClick(wall, Qt::Key_Escape);
    QVERIFY(wall->isVisible());
    // What is saved twice is the same class.
    QList<QList<LessonResult>> files;
    for (const QString &name : {u"one.csv"_s, u"two.csv"_s}) {
        const QString path = opened.files.write(name, {});
        wall->saveGuessesTo(path);
        files.append(std::get<QList<LessonResult>>(readLessonResults(path)));
    }
    QCOMPARE(classSummary(files).first().answered, 1);
    QCOMPARE(answersRepeated(files), QList<int>({0, 1}));
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<Presentation>());
}

void TestLearn::presented_again_goesOnOrBegins()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"1-accurate"_s));
    QVERIFY(panel);
    const auto present = [&opened]() -> Presentation * {
        QTest::keyClick(&opened.window, Qt::Key_F5);
        auto *wall = opened.child<Presentation>();
        return wall && QTest::qWaitForWindowActive(wall) ? wall : nullptr;
    };
    auto *wall = present();
    QVERIFY(wall);
    const QString first = wall->beside().question;
    QTest::keyClick(wall, Qt::Key_PageDown);
    const QString second = wall->beside().question;
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<Presentation>());
    QVERIFY(QTest::qWaitForWindowActive(&opened.window));
    wall = present();
    QVERIFY(wall);
    QCOMPARE(wall->beside().question, second);
    QVERIFY(wall->footText().startsWith(u"Begins at step 2 of 6"_s));
    QTest::keyClick(wall, Qt::Key_Home);
    QCOMPARE(wall->beside().question, first);
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<Presentation>());
    QVERIFY(QTest::qWaitForWindowActive(&opened.window));
    // A teacher who has tried it to its end teaches it from its beginning.
    for (int i = 0; i < 6; ++i) {
        answerAnything(panel);
        in<QPushButton>(panel, u"next"_s)->click();
    }
    QVERIFY(panel->course()->isDone());
    wall = present();
    QVERIFY(wall);
    QCOMPARE(wall->beside().question, first);
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<Presentation>());
}

void TestLearn::presented_choices_areCounted()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"4-base-rate"_s));
    QVERIFY(panel);
    QTest::keyClick(&opened.window, Qt::Key_F5);
    auto *wall = opened.child<Presentation>();
    QVERIFY(wall && QTest::qWaitForWindowActive(wall));
    const auto &steps = panel->course()->lesson().lesson.steps;
    qsizetype place = 0;
    while (steps.at(place).kind != AnswerKind::Choice) {
        QTest::keyClick(wall, Qt::Key_PageDown);
        ++place;
    }
    QCOMPARE(wall->beside().choices.size(), steps.at(place).choices.size());
    QTest::keyClick(wall, Qt::Key_Space);
    QVERIFY(!wall->isRevealed()); // the guess comes first
    QVERIFY2(wall->footText().startsWith(u"Nobody has guessed yet"_s),
             qPrintable(wall->footText()));
    const qsizetype right =
            *rightChoice(steps.at(place), panel->course()->lesson().answers.at(place));
    const qsizetype wrong = right == 0 ? 1 : 0;
    for (const qsizetype chosen : {right, wrong, wrong}) {
        QTest::keyClicks(wall, QChar(char16_t(u'a' + chosen)));
        QTest::keyClick(wall, Qt::Key_Return);
    }
    QVERIFY(!wall->beside().choices.at(wrong).contains(u"of 3"_s)); // no hint to the others
    // What an answer says is not what it is called: "1.2 s" tells nothing to anybody.
    QTest::keyClicks(wall, u"1.2"_s);
    QVERIFY2(wall->footText().startsWith(u"A guess is the letter"_s), qPrintable(wall->footText()));
    QTest::keyClick(wall, Qt::Key_Space);
    QVERIFY(!wall->isRevealed());
    QTest::keyClick(wall, Qt::Key_Space);
    QVERIFY(wall->beside().choices.at(wrong).endsWith(u": 2 of 3"_s));
    QVERIFY(wall->beside().is.startsWith(u"right is %1) "_s.arg(QChar(char16_t(u'a' + right)))));
    QVERIFY2(wall->beside().all.startsWith(
                     u"1 of 3 of you was right. 2 took %1"_s.arg(QChar(char16_t(u'a' + wrong)))),
             qPrintable(wall->beside().all));
    QVERIFY(wall->beside().all.endsWith(steps.at(place).choices.at(wrong).misconception));
    // As `lesson summary` reads it.
    const QString saved = opened.files.write(u"class.csv"_s, {});
    wall->saveGuessesTo(saved);
    QCOMPARE(wall->footText(), u"Saved: class.csv"_s);
    const auto read = readLessonResults(saved);
    const auto *results = std::get_if<QList<LessonResult>>(&read);
    QVERIFY(results);
    const auto summary = classSummary({*results});
    QCOMPARE(summary.size(), 1);
    QCOMPARE(summary.first().answered, 3);
    QCOMPARE(summary.first().right, std::optional(1));
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<Presentation>());
}

void TestLearn::presented_ranking_isGuessedByLetters()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"6-what-carries-it"_s));
    QVERIFY(panel);
    QTest::keyClick(&opened.window, Qt::Key_F5);
    auto *wall = opened.child<Presentation>();
    QVERIFY(wall && QTest::qWaitForWindowActive(wall));
    const LessonStep &step = panel->course()->step();
    QCOMPARE(step.kind, AnswerKind::Ranking);
    QCOMPARE(wall->beside().choices.size(), step.choices.size());
    const QString right = rightOrder(step, panel->course()->answers());
    QString typed = QString(right).remove(u", "_s);
    QCOMPARE(typed.size(), step.choices.size());
    QTest::keyClicks(wall, QString(right).replace(u", "_s, u" "_s)); // as many say it
    QVERIFY(!wall->isRevealed());
    QTest::keyClick(wall, Qt::Key_Return);
    std::reverse(typed.begin(), typed.end());
    QTest::keyClicks(wall, typed);
    QTest::keyClick(wall, Qt::Key_Return);
    QTest::keyClicks(wall, u"a"_s);
    QTest::keyClick(wall, Qt::Key_Return);
    QCOMPARE(wall->footText(),
             u"A guess is all %1 letters, most first."_s.arg(step.choices.size()));
    QTest::keyClick(wall, Qt::Key_Return);
    QTest::keyClick(wall, Qt::Key_Space);
    QCOMPARE(wall->beside().is, u"most first: "_s + right);
    QVERIFY(wall->beside().said.startsWith(u"together you said "_s));
    QCOMPARE(wall->beside().all, u"1 of 2 of you was right. 1 of 2 had the first one right."_s);
    // Words take none, and say so.
    const auto &steps = panel->course()->lesson().lesson.steps;
    for (qsizetype i = 1; i < steps.size() && steps.at(i - 1).kind != AnswerKind::Words; ++i)
        QTest::keyClick(wall, Qt::Key_PageDown);
    if (steps.last().kind == AnswerKind::Words)
        QVERIFY(wall->footText().startsWith(u"Words are said aloud"_s));
    QTest::keyClick(wall, Qt::Key_Escape);
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<Presentation>());
}

/// By File, Open, by dropping it, or as the program's argument: all of these open a path.
void TestLearn::openedAsAFile_isTaught()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    builtInLessons();
    QFile lesson(builtInPath(u"1-accurate"_s));
    QVERIFY(lesson.open(QIODevice::ReadOnly));
    const QString path = opened.files.write(u"mine.lesson.json"_s, lesson.readAll());
    opened.window.openFile(path);
    QTRY_VERIFY(opened.child<LessonPanel>() && opened.child<LessonPanel>()->course());
    QCOMPARE(opened.child<LessonPanel>()->course()->lesson().path, path);
    QVERIFY(opened.session.data().source.path.endsWith(u"assistantanswers.csv"_s));
    // One that cannot be taught says why.
    lesson.seek(0);
    QByteArray damaged = lesson.readAll();
    damaged.replace("\"title\"", "\"titel\"");
    opened.window.openFile(opened.files.write(u"bad.lesson.json"_s, damaged));
    QTRY_VERIFY(opened.child<LessonList>() && opened.child<LessonList>()->isVisible());
    auto *problem = in<QLabel>(opened.child<LessonList>(), u"problem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->text().startsWith(u"“bad.lesson.json” cannot be taught."_s)
                     && problem->text().contains(u"Line 3: “titel”"_s),
             qPrintable(problem->text()));
}

void TestLearn::left_takenUpAgain_goesOnWhereItWas()
{
    const QString path = builtInPath(u"1-accurate"_s);
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, path);
    QVERIFY(panel);
    answerAnything(panel);
    panel->leave();
    auto *lessons = list(opened);
    QVERIFY(in<QListWidget>(lessons, u"lessons"_s)->item(0)->text().contains(u"done 1 of 6"));
    lessons->reject();
    panel = begun(opened, path);
    QVERIFY(panel);
    QCOMPARE(panel->course()->place(), 1);
    QVERIFY(!panel->course()->given());
    in<QPushButton>(panel, u"previous"_s)->click();
    QCOMPARE(in<QLineEdit>(panel, u"number"_s)->text(), u"13"_s);
    QVERIFY(!in<QLineEdit>(panel, u"number"_s)->isEnabled());
    QVERIFY(in<QLabel>(panel, u"told"_s)->isVisible());
    in<QPushButton>(panel, u"again"_s)->click();
    QVERIFY(!panel->course()->given());
    const auto read = readLessonLog(lessonLogPath());
    QVERIFY(std::get<LessonLog>(read).isEmpty());
    // What was done can be deleted in the list.
    answerAnything(panel);
    lessons = list(opened);
    in<QPushButton>(lessons, u"delete"_s)->click();
    QVERIFY(!QFile::exists(lessonLogPath()));
    QVERIFY(!in<QListWidget>(lessons, u"lessons"_s)->item(0)->text().contains(u"done"));
}

void TestLearn::picture_hiddenUntilAnswered()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"1-accurate"_s));
    QVERIFY(panel);
    const auto *explore = opened.child<ExplorePage>();
    const auto *present = opened.child<QAction>(u"actionPresent"_s);
    QVERIFY(page(opened) != explore && !explore->isVisible());
    QVERIFY(present->isEnabled() && !opened.child<QAction>(u"actionFind"_s)->isEnabled());
    // Nor by a room's keys.
    opened.child<ExplorePage>()->showRoom(Room::Answer);
    opened.child<ExplorePage>()->roomAction(Room::Data)->trigger();
    QVERIFY(!explore->isVisible());
    // What was told stands there, and nothing that tells what is asked next.
    answerAnything(panel);
    QVERIFY(!explore->isVisible() && present->isEnabled());
    const auto *told = page(opened)->findChild<QWidget *>(u"toldPage"_s);
    QVERIFY(told && told->isVisible());
    QCOMPARE(told->findChild<QLabel *>(u"toldNumber"_s)->text(), u"13 of 100"_s);
    QVERIFY(!told->findChild<QLabel *>(u"toldRest"_s)->text().isEmpty());
    in<QPushButton>(panel, u"next"_s)->click();
    QVERIFY(!explore->isVisible());
    QVERIFY(!told->findChild<QLabel *>(u"toldNumber"_s)->isVisible());
    answerAnything(panel);
    while (panel->course()->lesson().lesson.steps.at(panel->course()->place() + 1).kind
           != AnswerKind::Words) {
        QVERIFY(!explore->isVisible());
        in<QPushButton>(panel, u"next"_s)->click();
        answerAnything(panel);
    }
    // Words are left, which hide nothing.
    QVERIFY(explore->isVisible() && present->isEnabled());
    in<QPushButton>(panel, u"previous"_s)->click();
    QVERIFY(explore->isVisible());
    in<QPushButton>(panel, u"again"_s)->click();
    QVERIFY(!explore->isVisible());
    panel->leave();
    QVERIFY(explore->isVisible() && present->isEnabled());
}

void TestLearn::step_putsItsSettingOnTheDials()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"7-hidden-segment"_s));
    QVERIFY(panel);
    QCOMPARE(opened.session.scenario().threshold.value, 0.05);
    QVERIFY(opened.session.scenario().selection.where.empty());
    answerAnything(panel);
    opened.session.setThreshold({0.7});
    in<QPushButton>(panel, u"next"_s)->click();
    QCOMPARE(opened.session.scenario().threshold.value, 0.05);
    QCOMPARE(opened.session.scenario().selection.where.size(), std::size_t{1});
    QCOMPARE(opened.session.scenario().selection.where.front().column, std::string("channel"));
    QCOMPARE(opened.session.scenario(), panel->course()->answers().scenario());
}

void TestLearn::save_nameOnlyIfTyped()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"1-accurate"_s));
    QVERIFY(panel && !in<QPushButton>(panel, u"save"_s)->isVisible());
    answerAnything(panel);
    QVERIFY(in<QPushButton>(panel, u"save"_s)->isVisible());
    QTemporaryDir folder;
    const auto saved = [&] {
        const QString path = folder.filePath(u"result.csv"_s);
        panel->saveTo(path);
        return std::get<QList<LessonResult>>(readLessonResults(path));
    };
    QCOMPARE(saved().size(), 1);
    QCOMPARE(saved().first().learner, QString());
    QCOMPARE(saved().first().answer, u"13"_s);
    in<QLineEdit>(panel, u"name"_s)->setText(u" Ada "_s);
    QCOMPARE(saved().first().learner, u"Ada"_s);
}

void TestLearn::work_isAskedForBeforeItIsLost()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    QVERIFY(opened.openSample(u"fraudalerts"_s));
    opened.session.setThreshold({0.3});
    opened.session.pinBoard().pin();
    auto *lessons = list(opened);
    QVERIFY(lessons);
    lessons->openFile(builtInPath(u"1-accurate"_s));
    QTRY_VERIFY(opened.child<QMessageBox>());
    opened.child<QMessageBox>()->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!opened.child<QMessageBox>());
    QVERIFY(opened.session.data().source.path.endsWith(u"fraudalerts.csv"));
    QVERIFY(!opened.child<LessonPanel>());
    lessons = list(opened);
    lessons->openFile(builtInPath(u"1-accurate"_s));
    QTRY_VERIFY(opened.child<QMessageBox>());
    opened.child<QMessageBox>()->button(QMessageBox::Discard)->click();
    QTRY_VERIFY(opened.child<LessonPanel>() && opened.child<LessonPanel>()->course());
}

void TestLearn::otherFile_endsTheLesson()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, builtInPath(u"1-accurate"_s));
    QVERIFY(panel);
    QVERIFY(opened.openSample(u"fraudalerts"_s));
    QVERIFY(!panel->course() && !panel->isVisible());
    QVERIFY(opened.child<ExplorePage>()->isVisible());
}

void TestLearn::ownFile_damaged_saysTheLine()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *lessons = list(opened);
    QVERIFY(lessons);
    auto *problem = in<QLabel>(lessons, u"problem"_s);
    QVERIFY(!problem->isVisible());
    lessons->openFile(
            opened.files.write(u"own.lesson.json"_s, "{\n \"schema\": 1,\n \"title\": 7\n}\n"));
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(u"Line 3: “title”"), qPrintable(problem->text()));
    QVERIFY(lessons->isVisible());
    lessons->openFile(builtInPath(u"1-accurate"_s));
    QTRY_VERIFY(opened.child<LessonPanel>() && opened.child<LessonPanel>()->course());
}

/// As a teacher does who has the documentation alone: a copy, other data, another question.
void TestLearn::copy_changedByHand_isTaughtWith()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *lessons = list(opened);
    QVERIFY(lessons);
    QVERIFY(in<QPushButton>(lessons, u"copy"_s)->isVisible());
    const QString path = opened.files.write(u"mine.lesson.json"_s, {});
    lessons->copyTo(path);
    QFile copy(path);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QByteArray text = copy.readAll();
    copy.close();
    QFile first(lessons->pathAt(0));
    QVERIFY(first.open(QIODevice::ReadOnly));
    QCOMPARE(text, first.readAll());
    QByteArray essays = "essay,copied,score\n";
    for (int i = 0; i < 400; ++i)
        essays += QByteArray::number(i) + (i % 4 == 0 ? ",yes,0." : ",no,0.")
                + QByteArray::number(100 + (i * 37) % 800) + '\n';
    opened.files.write(u"essays.csv"_s, essays);
    // Two questions are enough for these, and the one that asks for words.
    QJsonObject object = QJsonDocument::fromJson(text).object();
    const QJsonArray steps = object[u"steps"_s].toArray();
    object[u"steps"_s] = QJsonArray{steps.at(0), steps.at(1), steps.last()};
    text = QJsonDocument(object).toJson();
    text.replace(R"("sample": "assistantanswers")", R"("file": "essays.csv")");
    text.replace("Of 100 answers shown, how many are wrong?",
                 "Of 100 essays, how many were copied?");
    text.replace(R"("quantity": "wrong_of_shown")", R"("quantity": "good")");
    // Nothing is shown of these: what the reveals tell of it has to be changed as well.
    opened.files.write(u"mine.lesson.json"_s, text);
    lessons->openFile(path);
    auto *problem = in<QLabel>(lessons, u"problem"_s);
    QTRY_VERIFY(problem->text().contains(u"'wrong_of_shown' (wrong, of those shown) cannot be"_s));
    text.replace("{wrong_of_shown}", "{good}");
    opened.files.write(u"mine.lesson.json"_s, text);
    lessons->openFile(path);
    QTRY_VERIFY(opened.child<LessonPanel>() && opened.child<LessonPanel>()->course());
    QVERIFY(comesBack(opened));
    QTest::keyClick(&opened.window, Qt::Key_F5);
    auto *wall = opened.child<Presentation>();
    QVERIFY(wall && QTest::qWaitForWindowActive(wall));
    QVERIFY(wall->beside().question.endsWith(u"Of 100 essays, how many were copied?"_s));
    QTest::keyClicks(wall, u"10"_s);
    QTest::keyClick(wall, Qt::Key_Space);
    QVERIFY(!wall->isRevealed()); // it is taken
    QTest::keyClick(wall, Qt::Key_Space);
    QCOMPARE(wall->beside().said, u"you said 10 of 100"_s);
    QCOMPARE(wall->beside().is, u"it is 25 of 100"_s);
}

void TestLearn::eachLesson_everyStep_canBeAnswered_data()
{
    QTest::addColumn<QString>("path");
    const QStringList paths = builtInLessons();
    for (const QString &path : paths)
        QTest::newRow(qPrintable(path.section(u'/', -1))) << path;
}

void TestLearn::eachLesson_everyStep_canBeAnswered()
{
    QFETCH(const QString, path);
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *panel = begun(opened, path);
    QVERIFY(panel);
    const qsizetype steps = panel->course()->lesson().lesson.steps.size();
    for (qsizetype place = 0; place < steps; ++place) {
        QCOMPARE(panel->course()->place(), place);
        Scenario asked = opened.session.scenario();
        // A threshold that is asked for does not stand where it is right.
        if (panel->course()->step().kind == AnswerKind::Score)
            asked.threshold = panel->course()->answers().scenario().threshold;
        QCOMPARE(asked, panel->course()->answers().scenario());
        answerAnything(panel);
        QCOMPARE(opened.session.scenario(), panel->course()->answers().scenario());
        QVERIFY(panel->course()->given());
        QVERIFY(!panel->course()->told().isEmpty());
        in<QPushButton>(panel, u"next"_s)->click();
    }
    QVERIFY(panel->course()->isDone());
}

void TestLearn::small_everyTextFits_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestLearn::small_everyTextFits()
{
    QFETCH(const bool, dark);
    const QString mode = dark ? u"dark"_s : u"light"_s;
    OpenedWindow opened({1024, 700});
    QVERIFY(opened.ready());
    opened.appearance.setMode(dark ? Appearance::Mode::Dark : Appearance::Mode::Light);
    picture(&opened.window, u"start-"_s + mode);
    QVERIFY2(clippedIn(opened.child<StartPage>()).isEmpty(),
             qPrintable(clippedIn(opened.child<StartPage>())));
    auto *lessons = list(opened);
    picture(lessons, u"list-"_s + mode);
    QVERIFY2(clippedIn(lessons).isEmpty(), qPrintable(clippedIn(lessons)));
    QCOMPARE(in<QListWidget>(lessons, u"lessons"_s)->horizontalScrollBar()->maximum(), 0);
    lessons->reject();
    for (const QString &name : {u"1-accurate"_s, u"2-threshold"_s, u"6-what-carries-it"_s}) {
        auto *panel = begun(opened, builtInPath(name));
        QVERIFY(panel);
        const qsizetype steps = panel->course()->lesson().lesson.steps.size();
        for (qsizetype place = 0; place < steps; ++place) {
            for (const bool answered : {false, true}) {
                if (answered)
                    answerAnything(panel);
                QTRY_VERIFY2(clippedIn(panel).isEmpty(), qPrintable(clippedIn(panel)));
                QTRY_COMPARE(in<QScrollArea>(panel)->verticalScrollBar()->maximum(), 0);
                picture(&opened.window,
                        u"%1-%2-%3-%4"_s.arg(name, QString::number(place + 1), mode,
                                             answered ? u"told"_s : u"asked"_s));
                QCOMPARE(opened.window.size(), QSize(1024, 700));
                QVERIFY(opened.window.centralWidget()->width()
                        >= opened.window.centralWidget()->minimumSizeHint().width());
            }
            in<QPushButton>(panel, u"next"_s)->click();
        }
    }
}

ONEINN_TEST(TestLearn)

} // namespace tests::journeys_learn

#include "tst_learn.moc"
