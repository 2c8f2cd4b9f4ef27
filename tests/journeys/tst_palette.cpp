// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/product/productpanel.h"
#include "views/widgets/numberbox.h"
#include "views/window/palette.h"
#include "wording/experiencewords.h"
#include "wording/names.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

#include <memory>

namespace tests::journeys_palette {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

/// Everything by its name, by keys and by mouse.
class TestPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opened_withoutData_offersWhatCanBeDone();
    void found_first_data();
    void found_first();
    void setting_chosen_isShownAndHasTheFocus_data();
    void setting_chosen_isShownAndHasTheFocus();
    void settings_ofTheProduct_areAllThere();
    void view_chosen_isShown();
    void preset_chosen_isAppliedInOneStep();
    void sample_chosen_isOpened();
    void action_chosen_isDone();
    void picture_chosen_showsItsView();
    void otherNames_leadThere_data();
    void otherNames_leadThere();
    void load_findsWhatOpensAFile_andWhatCarries();
    void number_chosen_copiesItsSentence();
    void keys_move_theChoice();
    void click_choosesWhatIsClicked();
    void escape_leavesEverythingAsItWas();
    void focusElsewhere_leaves();
    void clickBeside_leaves();
    void nothingFound_isSaid();
    void hostileNoun_isShownAsItStands();
    void window_smallest_holdsIt();

private:
    CommandPalette *palette() const { return m_opened->child<CommandPalette>(); }
    QListWidget *list() const { return palette()->findChild<QListWidget *>(); }
    QLineEdit *typed() const { return palette()->findChild<QLineEdit *>(u"paletteTyped"_s); }
    QStringList names() const
    {
        QStringList found;
        for (int row = 0; row < list()->count(); ++row)
            found.append(list()->item(row)->text());
        return found;
    }
    void open() const { QTest::keyClick(&m_opened->window, Qt::Key_K, Qt::ControlModifier); }
    void find(const QString &text) const
    {
        open();
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    void choose(const QString &text) const
    {
        find(text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestPalette::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QVERIFY(!palette()->isVisible());
    if (QLatin1String(QTest::currentTestFunction()) != "opened_withoutData_offersWhatCanBeDone"_L1)
        QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
}

void TestPalette::cleanup()
{
    m_opened->appearance.setMode(Appearance::Mode::System);
    m_opened.reset();
}

void TestPalette::opened_withoutData_offersWhatCanBeDone()
{
    open();
    QVERIFY(palette()->isVisible() && typed()->hasFocus());
    for (const QString &name : {u"Fraud alerts"_s, u"Open\u2026"_s, u"Dark"_s})
        QVERIFY2(names().contains(name), qPrintable(name));
    const QStringList later{u"One dial"_s,           u"Threshold"_s, u"Pin this point"_s,
                            u"Medical screening"_s,  u"Present"_s,   u"Save"_s,
                            u"Copy the sentences"_s, u"Dials"_s,     u"History"_s};
    for (const QString &name : later)
        QVERIFY2(!names().contains(name), qPrintable(name));
    QTest::keyClicks(typed(), u"dark"_s);
    QTest::keyClick(typed(), Qt::Key_Return);
    QCOMPARE(m_opened->appearance.mode(), Appearance::Mode::Dark);
}

void TestPalette::found_first_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *label, const QString &typed, const QString &name,
                        const QString &where) { QTest::newRow(label) << typed << name << where; };
    row("view", u"both"_s, u"Both dials"_s, u"Dials"_s);
    row("view, by its room and in any order", u"policies options"_s, u"Models and policies"_s,
        u"Options"_s);
    row("threshold", u"threshold"_s, u"Threshold"_s, u"Dials \u00b7 One dial"_s);
    row("setting, by its label", u"uses a week"_s, u"Uses per user per week"_s,
        u"Product \u00b7 What it is worth"_s);
    row("setting of the bar", u"model"_s, u"Model"_s, u"top bar"_s);
    row("preset", u"medical"_s, u"Medical screening"_s, u"preset"_s);
    row("sample", u"listing"_s, u"Listing recommendations"_s, u"File \u00b7 Samples"_s);
    row("action", u"pin"_s, u"Pin this point"_s, u"Edit"_s);
    row("action, by its keys", u"ctrl+shift+s"_s, u"Save as\u2026"_s, u"File"_s);
    row("how it is told", u"spoken"_s, u"Spoken"_s, u"Answer \u00b7 The answer"_s);
    row("how long it is", u"executive"_s, u"Executive"_s, u"Answer \u00b7 The answer"_s);
    row("beside every room", u"compare"_s, u"Compare"_s, u"every room"_s);
    row("number", u"misses"_s, u"Misses 26 of 100"_s, u"copies its sentence"_s);
}

void TestPalette::found_first()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QFETCH(QString, where);
    find(typed);
    QVERIFY(list()->count() > 0);
    QCOMPARE(list()->item(0)->text(), name);
    QCOMPARE(list()->item(0)->data(Qt::UserRole).toString(), where);
    QCOMPARE(list()->currentRow(), 0);
    QVERIFY(typed.size() > 0 && this->typed()->accessibleDescription().startsWith(name));
}

void TestPalette::setting_chosen_isShownAndHasTheFocus_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("box");
    QTest::newRow("threshold") << u"threshold"_s << u"threshold"_s;
    QTest::newRow("budget") << u"budget milliseconds"_s << u"budget"_s;
    QTest::newRow("late answers") << u"late answers"_s << u"lateanswers"_s;
    QTest::newRow("model") << u"model"_s << u"model"_s;
    QTest::newRow("group") << u"group"_s << u"group"_s;
    QTest::newRow("noun") << u"what feature shows"_s << u"noun"_s;
    QTest::newRow("at the end of a page") << u"precision at least"_s << u"precisionLimit"_s;
}

void TestPalette::setting_chosen_isShownAndHasTheFocus()
{
    QFETCH(QString, typed);
    QFETCH(QString, box);
    m_opened->showView(u"answerPage"_s);
    choose(typed);
    QVERIFY(!palette()->isVisible());
    QWidget *focused = QApplication::focusWidget();
    QVERIFY(focused);
    QCOMPARE(focused->objectName(), box);
    QVERIFY(focused->isVisible() && !focused->visibleRegion().isEmpty());
}

void TestPalette::settings_ofTheProduct_areAllThere()
{
    open();
    const auto boxes = m_opened->child<ProductPanel>()->findChildren<NumberBox *>();
    QVERIFY(boxes.size() >= 12);
    for (const NumberBox *box : boxes) {
        if (!box->accessibleName().isEmpty())
            QVERIFY2(names().contains(box->accessibleName()), qPrintable(box->objectName()));
    }
}

void TestPalette::view_chosen_isShown()
{
    choose(u"targets"_s);
    QCOMPARE(m_opened->child<ExplorePage>()->currentView()->objectName(), u"targetsPage"_s);
    QVERIFY(!palette()->isVisible());
}

void TestPalette::preset_chosen_isAppliedInOneStep()
{
    const Scenario before = m_opened->session.scenario();
    choose(u"medical"_s);
    const auto presets = builtInPresets();
    const auto medical = std::find_if(presets.cbegin(), presets.cend(), [](const Preset &each) {
        return each.id == u"medicalscreening"_s;
    });
    QVERIFY(medical != presets.cend());
    QVERIFY(follows(m_opened->session.scenario(), *medical));
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_opened->session.scenario() == before);
}

void TestPalette::sample_chosen_isOpened()
{
    QVERIFY(m_opened->finishes([this] { choose(u"listing"_s); }));
    QVERIFY(m_opened->session.data().source.path.endsWith(u"listingrecommendations.csv"_s));
}

void TestPalette::action_chosen_isDone()
{
    const auto pins = m_opened->session.state().pins.size();
    choose(u"pin this"_s);
    QCOMPARE(m_opened->session.state().pins.size(), pins + 1);
    choose(u"undo"_s);
    QCOMPARE(m_opened->session.state().pins.size(), pins);
}

void TestPalette::picture_chosen_showsItsView()
{
    m_opened->showView(u"answerPage"_s);
    QGuiApplication::clipboard()->clear();
    choose(u"copy picture both dials"_s);
    QCOMPARE(m_opened->child<ExplorePage>()->currentView()->objectName(), u"planePage"_s);
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

/// By what other people, and other tools, call it.
void TestPalette::otherNames_leadThere_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("page");
    QTest::addRow("load") << u"load-bearing"_s << u"verdictPage"_s;
    QTest::addRow("canary") << u"canary"_s << u"releasePage"_s;
    QTest::addRow("drift") << u"drift"_s << u"dropPage"_s;
    QTest::addRow("fairness") << u"fairness"_s << u"segmentsPage"_s;
    QTest::addRow("pareto") << u"pareto"_s << u"policiesPage"_s;
}

void TestPalette::otherNames_leadThere()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, page);
    choose(typed);
    QCOMPARE(m_opened->child<ExplorePage>()->currentView()->objectName(), page);
}

void TestPalette::load_findsWhatOpensAFile_andWhatCarries()
{
    find(u"load"_s);
    QVERIFY2(names().contains(u"What carries it"_s), qPrintable(names().join(u'|')));
    QVERIFY2(std::ranges::any_of(names(),
                                 [](const QString &name) { return name.startsWith(u"Open"_s); }),
             qPrintable(names().join(u'|')));
}

void TestPalette::number_chosen_copiesItsSentence()
{
    choose(u"wrong 1 in"_s);
    const auto words = wording::experienceWords(m_opened->session.assessment());
    QCOMPARE(QGuiApplication::clipboard()->text(), wording::sentenceOf(words.wrong));
    for (const QString &name :
         {words.missed.headline, words.late.headline, words.untilBad.headline}) {
        find(name);
        QCOMPARE(names().value(0), name);
        QTest::keyClick(typed(), Qt::Key_Escape);
    }
    find(u"value: "_s);
    QVERIFY(names().value(0).startsWith(u"Value: +919 per 1,000 uses"_s));
}

void TestPalette::keys_move_theChoice()
{
    open();
    QTest::keyClick(typed(), Qt::Key_Up);
    QCOMPARE(list()->currentRow(), 0);
    QTest::keyClick(typed(), Qt::Key_Down);
    QTest::keyClick(typed(), Qt::Key_Down);
    QCOMPARE(list()->currentRow(), 2);
    QVERIFY(typed()->accessibleDescription().startsWith(list()->item(2)->text()));
    QTest::keyClick(typed(), Qt::Key_PageDown);
    QVERIFY(list()->currentRow() > 9);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(typed(), Qt::Key_PageDown);
    QCOMPARE(list()->currentRow(), list()->count() - 1);
    QTest::keyClicks(typed(), u"d"_s);
    QCOMPARE(list()->currentRow(), 0);
}

void TestPalette::click_choosesWhatIsClicked()
{
    find(u"dial"_s);
    const auto row = names().indexOf(u"Both dials"_s);
    QVERIFY(row >= 0);
    const QRect place = list()->visualItemRect(list()->item(int(row)));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place.center());
    QVERIFY(!palette()->isVisible());
    QCOMPARE(m_opened->child<ExplorePage>()->currentView()->objectName(), u"planePage"_s);
}

void TestPalette::escape_leavesEverythingAsItWas()
{
    auto *box = m_opened->child<QWidget>(u"threshold"_s);
    box->setFocus();
    const Scenario before = m_opened->session.scenario();
    find(u"medical"_s);
    QTest::keyClick(typed(), Qt::Key_Escape);
    QVERIFY(!palette()->isVisible());
    QCOMPARE(QApplication::focusWidget(), box);
    QVERIFY(m_opened->session.scenario() == before);
    open();
    QVERIFY(palette()->isVisible() && typed()->text().isEmpty());
    QTest::keyClick(typed(), Qt::Key_K, Qt::ControlModifier); // the same keys again
    QVERIFY(!palette()->isVisible());
    QCOMPARE(QApplication::focusWidget(), box);
}

void TestPalette::focusElsewhere_leaves()
{
    open();
    auto *box = m_opened->child<QWidget>(u"threshold"_s);
    box->setFocus();
    QVERIFY(!palette()->isVisible());
    QCOMPARE(QApplication::focusWidget(), box);
}

void TestPalette::clickBeside_leaves()
{
    auto *box = m_opened->child<QWidget>(u"threshold"_s);
    box->setFocus();
    open();
    auto *beside = m_opened->child<QWidget>(u"say"_s); // takes no focus
    QTest::mouseClick(beside, Qt::LeftButton, {}, QPoint(3, 3));
    QVERIFY(!palette()->isVisible());
    QCOMPARE(QApplication::focusWidget(), box);
}

void TestPalette::nothingFound_isSaid()
{
    find(u"no such thing"_s);
    auto *none = palette()->findChild<QLabel *>(u"paletteNone"_s);
    QVERIFY(none->isVisible() && !none->text().isEmpty() && !list()->isVisible());
    QCOMPARE(typed()->accessibleDescription(), none->text());
    QTest::keyClick(typed(), Qt::Key_Return);
    QVERIFY(palette()->isVisible()); // there was nothing to choose
    typed()->clear();
    QVERIFY(list()->isVisible() && !none->isVisible());
}

void TestPalette::hostileNoun_isShownAsItStands()
{
    m_opened->session.edit(
            edits::word(&FeatureWords::raised, "<img src=\"/dev/zero\">\u202e & 100%1"));
    open();
    for (const QString &name : names())
        QCOMPARE(wording::visible(name), name);
    QTest::keyClick(typed(), Qt::Key_Escape);
    choose(u"wrong 1 in"_s);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"<img src"_s) && wording::visible(copied) == copied);
}

void TestPalette::window_smallest_holdsIt()
{
    m_opened->window.resize(m_opened->window.minimumSizeHint());
    open();
    QCoreApplication::sendPostedEvents();
    QVERIFY(m_opened->window.rect().contains(palette()->geometry()));
    m_opened->window.resize(1280, 800);
    QCoreApplication::sendPostedEvents();
    const QRect place = palette()->geometry();
    QVERIFY(qAbs(place.center().x() - m_opened->window.rect().center().x()) <= 1);
    QVERIFY(list()->visualItemRect(list()->item(8)).bottom() < list()->viewport()->height());
}

ONEINN_TEST(TestPalette)

} // namespace tests::journeys_palette

#include "tst_palette.moc"
