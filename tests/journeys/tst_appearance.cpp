// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/charttheme.h"
#include "support/fulldisk.h"
#include "support/shownanswer.h"
#include "support/testprogram.h"
#include "views/start/startpage.h"
#include "views/widgets/preferences.h"

#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QToolBar>

#include <memory>

namespace tests::journeys_appearance {

using namespace oneinn;
using namespace testsupport;

/// How it looks where that can be told: nothing is cut off, and the colours follow.
class TestAppearance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void mode_switchedWithData_recoloursAndKeepsTheAnswer();
    void mode_stored_isThereNextTime();
    void mode_storedNonsense_isTheDesktops();
    void mode_storedByAnOlderVersion_isFound();
    void recent_fullDisk_keepsWhatWasThere();
    void window_small_fits_data();
    void window_small_fits();
    void window_small_cutsNoTextOff_data();
    void window_small_cutsNoTextOff();
    void window_wide_givesTheRoomToTheCharts();

private:
    static QColor pixel(const QWidget *widget);
    QString cutOff() const;

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestAppearance::init()
{
    m_opened = std::make_unique<OpenedWindow>(QSize(1024, 700));
    QVERIFY(m_opened->ready());
}

void TestAppearance::cleanup()
{
    m_opened->appearance.setMode(Appearance::Mode::System);
    m_opened.reset();
}

QColor TestAppearance::pixel(const QWidget *widget)
{
    return const_cast<QWidget *>(widget)->grab().toImage().pixelColor(2, 2);
}

/// The first visible label or choice whose text does not fit into it; empty if all fit.
QString TestAppearance::cutOff() const
{
    for (const QLabel *label : m_opened->window.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const QSize room = label->size();
        const int height = label->wordWrap() ? label->heightForWidth(room.width())
                                             : label->sizeHint().height();
        const bool tooNarrow = !label->wordWrap() && room.width() < label->sizeHint().width();
        if (tooNarrow || room.height() < height)
            return QStringLiteral("%1 (%2 x %3, wants %5 x %6): %4")
                    .arg(label->objectName())
                    .arg(room.width())
                    .arg(room.height())
                    .arg(label->text())
                    .arg(label->sizeHint().width())
                    .arg(height);
    }
    for (const QComboBox *box : m_opened->window.findChildren<QComboBox *>()) {
        constexpr int arrow = 24;
        const int text = box->fontMetrics().horizontalAdvance(box->currentText());
        if (box->isVisible() && box->width() < text + arrow)
            return box->objectName() + QLatin1String(": ") + box->currentText();
    }
    return {};
}

void TestAppearance::mode_switchedWithData_recoloursAndKeepsTheAnswer()
{
    m_opened->appearance.setMode(Appearance::Mode::Light);
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.setThreshold({0.3});
    const auto before = shownTexts(*m_opened);
    const QList<QWidget *> surfaces{m_opened->scores(), m_opened->curve(),
                                    m_opened->child<ExperiencePanel>(),
                                    m_opened->child<ProductPanel>(), m_opened->child<QToolBar>()};
    for (const QWidget *surface : surfaces)
        QVERIFY(pixel(surface).lightness() > 200);
    m_opened->appearance.setMode(Appearance::Mode::Dark);
    for (const QWidget *surface : surfaces)
        QTRY_VERIFY2(pixel(surface).lightness() < 80, surface->metaObject()->className());
    QVERIFY(m_opened->scores()->colors().dark);
    QCOMPARE(shownTexts(*m_opened), before);
    QCOMPARE(falselyShown(*m_opened), QString());
    m_opened->appearance.setMode(Appearance::Mode::Light);
    for (const QWidget *surface : surfaces)
        QTRY_VERIFY(pixel(surface).lightness() > 200);
}

void TestAppearance::mode_stored_isThereNextTime()
{
    m_opened->appearance.setMode(Appearance::Mode::Dark);
    QCOMPARE(Appearance(qApp).mode(), Appearance::Mode::Dark);
    QVERIFY(qApp->palette().color(QPalette::Window).lightness() < 80);
}

void TestAppearance::mode_storedNonsense_isTheDesktops()
{
    preferences::keep(QLatin1String("appearance"), QStringLiteral("mauve"));
    QCOMPARE(Appearance(qApp).mode(), Appearance::Mode::System);
}

void TestAppearance::mode_storedByAnOlderVersion_isFound()
{
    QSettings().setValue(QStringLiteral("appearance"), int(Appearance::Mode::Dark));
    QCOMPARE(Appearance(qApp).mode(), Appearance::Mode::Dark);
    m_opened->appearance.setMode(Appearance::Mode::Light);
    QCOMPARE(Appearance(qApp).mode(), Appearance::Mode::Light);
}

void TestAppearance::recent_fullDisk_keepsWhatWasThere()
{
    const QString file =
            m_opened->files.write(QStringLiteral("a name that takes some room.csv"), plainTable());
    m_opened->recent.add(file);
    {
        const FullDisk fullDisk;
        m_opened->recent.add(m_opened->files.path(QStringLiteral(".")));
    }
    QCOMPARE(m_opened->recent.paths(), QStringList(file));
}

void TestAppearance::window_small_fits_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("start page") << QString();
    for (const char *id : {"inlinesuggestion", "fraudalerts", "listingrecommendations",
                           "assistantanswers", "tumourscreening"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestAppearance::window_small_fits()
{
    QFETCH(QString, id);
    if (!id.isEmpty())
        QVERIFY(m_opened->openSample(id));
    const QSize least = m_opened->window.minimumSizeHint();
    QVERIFY2(least.width() <= 1024 && least.height() <= 700,
             qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
    QCOMPARE(m_opened->window.size(), QSize(1024, 700));
    // Nothing visible reaches out of the window sideways, and nothing scrolls sideways.
    for (const QWidget *widget : m_opened->window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->isWindow())
            continue;
        const QRect place(widget->mapTo(&m_opened->window, QPoint()), widget->size());
        QVERIFY2(place.left() >= 0 && place.right() < 1024,
                 qPrintable(widget->objectName() + QLatin1Char(' ')
                            + QLatin1String(widget->metaObject()->className())));
    }
    for (const QScrollArea *area : m_opened->window.findChildren<QScrollArea *>()) {
        if (area->isVisible())
            QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
    }
}

void TestAppearance::window_small_cutsNoTextOff_data()
{
    window_small_fits_data();
}

void TestAppearance::window_small_cutsNoTextOff()
{
    QFETCH(QString, id);
    if (!id.isEmpty())
        QVERIFY(m_opened->openSample(id));
    QCOMPARE(cutOff(), QString());
    if (id.isEmpty())
        return;
    auto *explore = m_opened->child<ExplorePage>();
    auto *view = m_opened->child<QComboBox>(QStringLiteral("view"));
    const QList<QWidget *> views = explore->views();
    for (QWidget *page : views) {
        explore->showView(page);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Down); // the longer sentences
        // The texts change while dragging, and so does the room they need.
        for (const bool high : {false, true}) {
            m_opened->session.moveThresholdToEnd(high);
            QTRY_COMPARE_WITH_TIMEOUT(cutOff(), QString(),
                                      30000); // layouts in layouts take a few turns to settle
        }
    }
}

void TestAppearance::window_wide_givesTheRoomToTheCharts()
{
    QVERIFY(m_opened->openSample(QStringLiteral("fraudalerts")));
    const int narrow = m_opened->scores()->width();
    m_opened->window.resize(2560, 1440);
    QTRY_VERIFY(m_opened->scores()->width() > narrow + 1000);
    QTRY_COMPARE(cutOff(), QString());
}

ONEINN_TEST(TestAppearance)

} // namespace tests::journeys_appearance

#include "tst_appearance.moc"
