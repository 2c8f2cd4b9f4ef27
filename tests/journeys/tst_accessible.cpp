// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "support/controls.h"
#include "support/openedwindow.h"
#include "support/paintedtexts.h"
#include "support/sanitized.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/data/importpage.h"
#include "views/options/cascadestrip.h"
#include "views/options/policiespanel.h"
#include "views/options/targetspanel.h"
#include "views/pins/pinspanel.h"
#include "views/product/productpanel.h"
#include "views/start/startpage.h"
#include "views/widgets/dialslider.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/offerbar.h"
#include "views/window/historypanel.h"
#include "views/window/palette.h"
#include "views/window/presentation.h"

#include <QCheckBox>
#include <QDialog>
#include <QGraphicsEffect>
#include <QMessageBox>
#include <QTableView>

#include <memory>

namespace tests::journeys_accessible {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

/// Everything there is, for those who do not see it, see it badly, or have no mouse: each room and
/// view, what lies over them, and what opens beside them.
class TestAccessible : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void controls_everywhere_areNamedOnceAndWithoutDoubledKeys_data() { data(); }
    void controls_everywhere_areNamedOnceAndWithoutDoubledKeys();
    void controls_everywhere_areReachedByTab_data() { data(); }
    void controls_everywhere_areReachedByTab();
    void texts_everywhere_canBeRead_data();
    void texts_everywhere_canBeRead();
    void menus_all_haveWordsAndKeysOnce();
    void slider_isToldInUnitsOfItsAxis();
    void text_faint_isFound();
    void field_outline_canBeSeen_data();
    void field_outline_canBeSeen();

private:
    using Check = std::function<QStringList(QWidget *)>;

    static void data();
    bool open(const QString &what);
    /// The same of each place, with where it was found; what was found before is not told again.
    void everywhere(const Check &check);
    /// Each by itself: a message of a test is cut short. Whether there are none.
    bool toldFaults() const
    {
        for (const QString &fault : m_faults)
            qWarning().noquote() << fault;
        return m_faults.isEmpty();
    }
    void look(const Check &check, const QString &place, QWidget *window);
    void lookAtCascade(const Check &check);
    void lookOver(const Check &check);
    void lookAtTheQuestion(const Check &check);
    void lookBeside(const Check &check);
    void lookAtPresentation(const Check &check);
    void lookAtDialog(const Check &check, const QString &place, QDialog *dialog);
    template<typename Window> void leave()
    {
        const bool gone = QTest::qWaitFor([this] { return !m_opened->child<Window>(); });
        m_opened->window.activateWindow();
        if (!gone || !QTest::qWaitForWindowActive(&m_opened->window))
            m_faults.append(u"The window does not come back."_s);
    }
    template<typename Window> Window *opened(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_opened->window, key, modifiers);
        Window *found = nullptr;
        const bool shown = QTest::qWaitFor([&] {
            found = m_opened->child<Window>();
            return found && found->isVisible();
        });
        return shown ? found : nullptr;
    }

    std::unique_ptr<OpenedWindow> m_opened;
    QStringList m_faults;
    QSet<QString> m_told;
};

void TestAccessible::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    m_opened->appearance.setMode(Appearance::Mode::Light);
    QVERIFY(m_opened->ready());
    m_faults.clear();
    m_told.clear();
}

void TestAccessible::cleanup()
{
    m_opened->appearance.setMode(Appearance::Mode::System);
    m_opened.reset();
}

void TestAccessible::data()
{
    QTest::addColumn<QString>("table");
    QTest::newRow("with latencies and models") << u"inlinesuggestion"_s;
    if (isSanitized)
        return; // what the others ask takes long there, and is not about memory
    QTest::newRow("start page") << QString();
    QTest::newRow("without latencies") << u"without"_s;
    QTest::newRow("one row") << u"one"_s;
}

bool TestAccessible::open(const QString &what)
{
    bool shown = true;
    if (what == "one"_L1) {
        shown = m_opened->open("label,score\n0,0.5\n");
    } else if (what == "without"_L1) {
        QByteArray table = "label,score,country\n";
        for (int i = 0; i < 200; ++i)
            table += QByteArray(i % 3 ? "0," : "1,") + QByteArray::number(0.004 * i + i % 3 * 0.05)
                    + (i % 2 ? ",NL\n" : ",ES\n");
        shown = m_opened->open(table);
    } else if (!what.isEmpty()) {
        shown = m_opened->openSample(what);
        m_opened->session.pinBoard().pin();
        m_opened->session.moveThresholdToEnd(true);
        m_opened->session.stepThreshold(-30);
    }
    return shown;
}

void TestAccessible::look(const Check &check, const QString &place, QWidget *window)
{
    if (!QTest::qWaitFor([this] { return !m_opened->child<Results>()->isPending(); }, 30000))
        m_faults.append(place + u": is never worked out."_s);
    QStringList faults;
    // A fault is what stays once everything has been laid out.
    (void)QTest::qWaitFor(
            [&] {
                faults = check(window);
                return faults.isEmpty();
            },
            500);
    for (const QString &fault : faults) {
        if (!m_told.contains(fault))
            m_faults.append(place + u": "_s + fault);
        m_told.insert(fault);
    }
}

/// What stands beside the policies only while one of them is chosen.
void TestAccessible::lookAtCascade(const Check &check)
{
    m_opened->showView(u"policiesPage"_s);
    auto *table = m_opened->child<PoliciesPanel>()->findChild<QTableView *>(u"table"_s);
    for (int row = 0; table->isVisible() && row < table->model()->rowCount(); ++row) {
        table->selectRow(row);
        if (m_opened->child<CascadeStrip>()->isVisible())
            return look(check, u"Options / a cascade"_s, &m_opened->window);
    }
    if (m_opened->session.predictions().model())
        m_faults.append(u"Options: no cascade to look at."_s);
}

void TestAccessible::lookOver(const Check &check)
{
    auto *window = &m_opened->window;
    m_opened->child<MessageBar>()->display(u"Something was read in a way that should be known."_s);
    m_opened->child<OfferBar>(u"recovery"_s)->display(u"An offer."_s, u"&Recover"_s, u"&Discard"_s);
    look(check, u"under a message and an offer"_s, window);
    m_opened->child<MessageBar>()->hide();
    m_opened->child<OfferBar>(u"recovery"_s)->hide();
    if (auto *palette = opened<CommandPalette>(Qt::Key_K, Qt::ControlModifier)) {
        palette->graphicsEffect()->setEnabled(false); // paints from a picture of it
        look(check, u"the palette (Ctrl+K)"_s, window);
        palette->dismiss();
    } else {
        m_faults.append(u"Ctrl+K opens no palette."_s);
    }
    if (!m_opened->session.hasData())
        return;
    for (const bool open : {true, false}) {
        QTest::keyClick(window, Qt::Key_F6); // presses a button, which takes a moment
        if (!QTest::qWaitFor([&] { return m_opened->child<PinsPanel>()->isOpen() == open; }))
            m_faults.append(u"F6 does not open and close Compare."_s);
        look(check, open ? u"Compare (F6)"_s : u"after Compare"_s, window);
    }
    QTest::keyClick(window, Qt::Key_H, Qt::ControlModifier);
    look(check, u"History (Ctrl+H)"_s, window);
    QTest::keyClick(window, Qt::Key_H, Qt::ControlModifier);
    if (m_opened->child<HistoryPanel>()->isVisible())
        m_faults.append(u"Ctrl+H does not close History."_s);
    const QWidget *before = QApplication::focusWidget();
    QTest::keyClick(window, Qt::Key_H, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    if (m_opened->child<HistoryPanel>()->isVisible() || QApplication::focusWidget() != before)
        m_faults.append(u"Esc does not close History and give the keys back."_s);
    lookAtTheQuestion(check);
}

/// What is asked of a file whose columns are in doubt.
void TestAccessible::lookAtTheQuestion(const Check &check)
{
    QWidget *window = &m_opened->window;
    const auto *page = m_opened->child<ImportPage>(u"import"_s);
    const auto *label = page->findChild<QComboBox *>(u"labelColumn"_s);
    m_opened->window.openFile(testData(u"columns/latency-in-seconds.csv"_s));
    if (const auto *box = m_opened->child<QMessageBox>()) { // what is on the screen is not saved
        QTest::mouseClick(box->button(QMessageBox::Discard), Qt::LeftButton);
        leave<QMessageBox>();
    }
    const auto isLaidOut = [&] {
        return label->isVisible() && label->height() >= label->minimumSizeHint().height();
    };
    if (!QTest::qWaitFor(isLaidOut, 15000))
        m_faults.append(u"A file in doubt opens no page that asks."_s);
    look(check, u"the question of columns"_s, window);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    if (!QTest::qWaitFor([&] { return !page->isVisible(); }))
        m_faults.append(u"Escape does not lead back from the question of columns."_s);
}

void TestAccessible::lookBeside(const Check &check)
{
    if (m_opened->session.hasData())
        lookAtPresentation(check);
    auto *keys = opened<QDialog>(Qt::Key_F1);
    if (!keys)
        return m_faults.append(u"F1 opens no list of keys."_s);
    lookAtDialog(check, u"the list of keys (F1)"_s, keys);
    if (!m_opened->session.history().canUndo())
        return;
    m_opened->window.openSample(u"fraudalerts"_s); // with pins that nobody has saved
    lookAtDialog(check, u"what is asked before work is lost"_s, m_opened->child<QMessageBox>());
}

void TestAccessible::lookAtPresentation(const Check &check)
{
    auto *presentation = opened<Presentation>(Qt::Key_F5);
    if (!presentation)
        return m_faults.append(u"F5 presents nothing."_s);
    if (accessibleText(presentation, QAccessible::Name).isEmpty()
        || accessibleText(presentation, QAccessible::Description).isEmpty())
        m_faults.append(u"Present (F5): nothing is told to a screen reader."_s);
    look(check, u"Present (F5)"_s, presentation);
    QTest::keyClick(presentation, Qt::Key_Escape);
    leave<Presentation>();
}

void TestAccessible::lookAtDialog(const Check &check, const QString &place, QDialog *dialog)
{
    if (!dialog)
        return m_faults.append(place + u": is not shown."_s);
    if (!QTest::qWaitForWindowActive(dialog))
        m_faults.append(place + u": does not become active."_s);
    look(check, place, dialog);
    dialog->reject();
    leave<QDialog>();
}

void TestAccessible::everywhere(const Check &check)
{
    auto *explore = m_opened->child<ExplorePage>();
    if (!m_opened->session.hasData()) {
        look(check, u"the start page"_s, &m_opened->window);
    } else {
        const QList<QWidget *> views = explore->views();
        for (QWidget *view : views) {
            explore->showView(view);
            const ExplorePage::ViewName name = explore->nameOf(view);
            look(check, name.room + u" / "_s + name.view, &m_opened->window);
        }
        lookAtCascade(check);
        m_opened->showView(u"tradeoff"_s);
    }
    lookOver(check);
    lookBeside(check);
}

void TestAccessible::controls_everywhere_areNamedOnceAndWithoutDoubledKeys()
{
    QFETCH(QString, table);
    QVERIFY(open(table));
    everywhere([](QWidget *window) { return namelessControls(window) + doubledMnemonics(window); });
    QVERIFY2(toldFaults(), "what is told above");
}

void TestAccessible::controls_everywhere_areReachedByTab()
{
    QFETCH(QString, table);
    QVERIFY(open(table));
    everywhere([](QWidget *window) {
        QStringList unreached;
        for (const bool forward : {true, false}) {
            const QString key = forward ? u"Tab"_s : u"Shift+Tab"_s;
            const TabRound round = roundByTab(window, forward);
            if (round.trap && round.trap != window)
                return QStringList{describe(round.trap) + u" keeps "_s + key
                                   + u" to itself: it has to lead on."_s};
            const QList<QWidget *> controls = visibleControls(window);
            for (const QWidget *control : controls) {
                if (control->isEnabled() && !isReached(control, round.reached))
                    unreached.append(describe(control) + u" is not reached by "_s + key
                                     + u": give it a focus policy."_s);
            }
        }
        return unreached;
    });
    QVERIFY2(toldFaults(), "what is told above");
}

void TestAccessible::texts_everywhere_canBeRead_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true}) {
        if (isSanitized && dark)
            return;
        const char *how = dark ? "dark" : "light";
        QTest::addRow("with latencies, %s", how) << u"inlinesuggestion"_s << dark;
        if (isSanitized)
            continue;
        QTest::addRow("start page, %s", how) << QString() << dark;
        QTest::addRow("without latencies, %s", how) << u"without"_s << dark;
        QTest::addRow("one row, %s", how) << u"one"_s << dark;
    }
}

void TestAccessible::texts_everywhere_canBeRead()
{
    QFETCH(QString, table);
    QFETCH(bool, dark);
    m_opened->appearance.setMode(dark ? Appearance::Mode::Dark : Appearance::Mode::Light);
    QVERIFY(open(table));
    qsizetype texts = 0;
    everywhere([&](QWidget *window) {
        constexpr double least = 4.5; // WCAG 2.2, 1.4.3
        QStringList faint;
        const QList<PaintedText> painted = paintedTexts(window);
        texts += painted.size();
        for (const PaintedText &each : painted) {
            const QWidget *at = window->childAt(each.place.center());
            const bool disabled = (at && !at->isEnabled())
                    || each.ink
                            == window->palette().color(QPalette::Disabled, QPalette::WindowText);
            if (each.contrast < least && !disabled)
                faint.append(u"\"%1\" of %2 stands out from what is behind it by %3 (%4): 4.5 is "
                             "needed."_s.arg(each.text.left(40), at ? describe(at) : u"-"_s)
                                     .arg(each.contrast, 0, 'f', 1)
                                     .arg(each.ink.name()));
        }
        return faint;
    });
    QVERIFY(texts > 40);
    QVERIFY2(toldFaults(), "what is told above");
}

void TestAccessible::menus_all_haveWordsAndKeysOnce()
{
    QVERIFY(open(u"inlinesuggestion"_s));
    const QList<QMenu *> menus = m_opened->window.findChildren<QMenu *>();
    QVERIFY(menus.size() > 4);
    for (const QMenu *menu : menus)
        m_faults += faultsOfMenu(menu);
    QVERIFY2(toldFaults(), "what is told above");
}

void TestAccessible::slider_isToldInUnitsOfItsAxis()
{
    QVERIFY(open(u"inlinesuggestion"_s));
    m_opened->showView(u"tradeoff"_s);
    auto *slider = m_opened->child<ScoresPanel>()->findChild<DialSlider *>(u"slider"_s);
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(slider);
    m_opened->session.setThreshold({0.25});
    QCOMPARE(told->text(QAccessible::Name), u"Threshold"_s);
    QVERIFY(told->text(QAccessible::Value).contains(u"0.25"_s));
    QCOMPARE(told->valueInterface()->currentValue().toDouble(), 0.25);
    told->valueInterface()->setCurrentValue(0.75);
    QVERIFY(qAbs(m_opened->session.scenario().threshold.value - 0.75) < 0.01);
}

/// Or else nothing above would mean anything.
void TestAccessible::text_faint_isFound()
{
    QLabel label(u"Hard to read"_s);
    label.setStyleSheet(u"background: #ffffff; color: #a0a0a0; padding: 4px;"_s);
    label.resize(label.sizeHint());
    const QList<PaintedText> texts = paintedTexts(&label);
    QCOMPARE(texts.size(), 1);
    QCOMPARE(texts.first().text, label.text());
    QVERIFY(qAbs(texts.first().contrast - 2.6) < 0.1);
}

void TestAccessible::field_outline_canBeSeen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestAccessible::field_outline_canBeSeen()
{
    QFETCH(bool, dark);
    m_opened->appearance.setMode(dark ? Appearance::Mode::Dark : Appearance::Mode::Light);
    QVERIFY(open(u"inlinesuggestion"_s));
    m_opened->showView(u"targetsPage"_s);
    QTRY_VERIFY(m_opened->child<TargetsPanel>()->isVisible());
    constexpr double least = 3.0; // WCAG 2.2, 1.4.11
    const auto *targets = m_opened->child<TargetsPanel>();
    QList<QWidget *> fields;
    for (QCheckBox *box : targets->findChildren<QCheckBox *>())
        fields.append(box);
    for (QAbstractSpinBox *box : targets->findChildren<QAbstractSpinBox *>())
        fields.append(box);
    m_opened->showView(u"productPage"_s);
    fields.append(m_opened->child<ProductPanel>()->findChild<QLineEdit *>(u"noun"_s));
    QVERIFY(fields.size() > 8);
    for (QWidget *field : fields) {
        const QImage picture = field->grab().toImage();
        double best = 0.0; // across its left edge
        for (int x = 0; x < 6; ++x)
            best = qMax(best,
                        charts::contrastRatio(picture.pixelColor(x, picture.height() / 2),
                                              field->palette().color(QPalette::Base)));
        QVERIFY2(best >= least, qPrintable(describe(field) + QString::number(best)));
    }
}

ONEINN_TEST(TestAccessible)

} // namespace tests::journeys_accessible

#include "tst_accessible.moc"
