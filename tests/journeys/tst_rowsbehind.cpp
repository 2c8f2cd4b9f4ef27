// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cellrows/cellrows.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/evidence/experiencepanel.h"
#include "views/evidence/matrixcell.h"
#include "views/options/segmentsmodel.h"
#include "views/rows/rowsdrawer.h"
#include "views/rows/rowsexport.h"
#include "views/window/palette.h"
#include "wording/reviewwords.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <memory>

#include <utility>

namespace tests::journeys_rowsbehind {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

/// From a number to the rows that it counts, and back.
class TestRowsBehind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void cell_clicked_showsItsRows_data();
    void cell_clicked_showsItsRows();
    void cell_enter_opens_escape_givesTheKeysBack();
    void matrix_isPressedByAScreenReader();
    void rows_areTheCommandsRows();
    void personalColumns_areShownOnlyWhenAsked();
    void palette_fiveMostWrong();
    void bar_byItsMenu_hasItsRows();
    void segment_byItsKeys_hasItsRows();
    void threshold_moved_rowsFollow();
    void more_isShownInTheSameOrder();
    void late_isOfferedWithABudgetOnly();
    void saved_textsAreNoFormulas();
    void anotherFile_closesIt();
    void drawer_pushesNothing_andFitsTheSmallestWindow();

private:
    RowsDrawer *drawer() const { return m_opened->child<RowsDrawer>(); }
    QTableView *table() const { return drawer()->findChild<QTableView *>(u"listedRows"_s); }
    QString sentence() const { return drawer()->findChild<QLabel *>(u"rowsSentence"_s)->text(); }
    QString count() const { return drawer()->findChild<QLabel *>(u"rowsCount"_s)->text(); }
    MatrixCell *cell(const QString &name) const { return m_opened->child<MatrixCell>(name); }
    RowsBehind &behind() const { return m_opened->child<Results>()->file().rowsBehind(); }
    bool found() const
    {
        return QTest::qWaitFor(
                [this] { return drawer()->isVisible() && behind().finding().current(); });
    }
    QStringList column(const QString &head) const
    {
        QStringList cells;
        const QAbstractItemModel *model = table()->model();
        for (int i = 0; i < model->columnCount(); ++i) {
            for (int row = 0;
                 row < model->rowCount() && model->headerData(i, Qt::Horizontal) == head; ++row)
                cells.append(model->index(row, i).data().toString());
        }
        return cells;
    }
    QStringList heads() const
    {
        QStringList heads;
        for (int i = 0; i < table()->model()->columnCount(); ++i)
            heads.append(table()->model()->headerData(i, Qt::Horizontal).toString());
        return heads;
    }
    bool openSmall()
    {
        Source source{.path = m_opened->files.write(
                              u"small.csv"_s,
                              "id,label,score,latency_ms,channel,email\n"
                              "a,0,0.9,10,web,a@x\nb,0,0.6,10,web,b@x\nc,1,0.1,10,shop,c@x\n"
                              "d,1,0.4,10,web,d@x\ne,1,0.8,10,shop,e@x\nf,0,0.2,10,shop,f@x\n"
                              "=g,1,0.7,900,web,g@x\nh,0,0.3,300,shop,h@x\n")};
        source.mapping.exampleId = "id";
        source.mapping.segments = {"channel"};
        source.mapping.extraSegments = {"email"};
        return m_opened->finishes([&] { m_opened->session.loading().open(source); });
    }
    void setThreshold(double threshold) { m_opened->session.setThreshold({threshold}); }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestRowsBehind::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

void TestRowsBehind::cell_clicked_showsItsRows_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("shown wrongly") << u"fp"_s << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("missed") << u"fn"_s << QStringList{u"d"_s, u"c"_s};
    QTest::newRow("shown rightly") << u"tp"_s << QStringList{u"=g"_s, u"e"_s};
    QTest::newRow("rightly left alone") << u"tn"_s << QStringList{u"h"_s, u"f"_s};
}

void TestRowsBehind::cell_clicked_showsItsRows()
{
    QFETCH(const QString, cell);
    QFETCH(const QStringList, ids);
    QVERIFY(openSmall());
    setThreshold(0.5);
    QTest::mouseClick(this->cell(cell), Qt::LeftButton);
    QVERIFY(found());
    QCOMPARE(column(u"id"_s), ids);
    QCOMPARE(count(), u"2 of 2"_s);
    QVERIFY(table()->hasFocus());
}

void TestRowsBehind::cell_enter_opens_escape_givesTheKeysBack()
{
    QVERIFY(openSmall());
    MatrixCell *missed = cell(u"fn"_s);
    missed->setFocus(Qt::TabFocusReason);
    QTest::keyClick(missed, Qt::Key_Return);
    QVERIFY(found());
    QVERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY(!drawer()->isVisible());
    QVERIFY(missed->hasFocus());
    QVERIFY(!behind().wish());
}

void TestRowsBehind::matrix_isPressedByAScreenReader()
{
    QVERIFY(openSmall());
    QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(cell(u"fp"_s));
    QVERIFY(reader);
    QCOMPARE(reader->role(), QAccessible::Button);
    QVERIFY(!reader->text(QAccessible::Name).isEmpty());
    reader->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(found());
}

/// The sentence and the order are those of `rows`.
void TestRowsBehind::rows_areTheCommandsRows()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    setThreshold(0.6);
    QTest::mouseClick(cell(u"fp"_s), Qt::LeftButton);
    QVERIFY(found());
    const Assessment &now = m_opened->session.assessment();
    CellRowsQuestion question;
    static_cast<UsesQuestion &>(question) = now.scenario;
    question.threshold = now.scenario.threshold;
    question.cell = RowCell::Fp;
    const Predictions &predictions = *m_opened->session.rows()->all()->predictions();
    const CellRows twenty = cellRows(*m_opened->session.rows(), question);
    QCOMPARE(sentence(), wording::cellRowsSentence(twenty, question, now.scenario.words));
    QCOMPARE(table()->model()->rowCount(), 20);
    QCOMPARE(double(twenty.all) - twenty.left,
             now.experience.shares.uses().of({UsePart::WrongShown}).rows);
    QCOMPARE(column(u"score"_s).first().toDouble(), predictions.score()[twenty.rows.front()]);
}

void TestRowsBehind::personalColumns_areShownOnlyWhenAsked()
{
    QVERIFY(openSmall());
    QTest::keyClick(&m_opened->window, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(found());
    auto *personal = drawer()->findChild<QCheckBox *>(u"personalColumns"_s);
    QVERIFY(personal->isVisible());
    QVERIFY(!heads().contains(u"email"_s));
    QVERIFY(personal->text().contains(u"email"_s));
    QTest::keyClick(personal, Qt::Key_Space);
    QVERIFY(heads().contains(u"email"_s));
}

void TestRowsBehind::palette_fiveMostWrong()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QTest::keyClick(&m_opened->window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_opened->child<CommandPalette>();
    auto *typed = palette->findChild<QLineEdit *>(u"paletteTyped"_s);
    QTest::keyClicks(typed, u"five it got most wrong"_s);
    QCOMPARE(palette->findChild<QListWidget *>()->count(), 1);
    QTest::keyClick(typed, Qt::Key_Return);
    QVERIFY(found());
    QCOMPARE(table()->model()->rowCount(), 5);
    QVERIFY(sentence().contains(u"The 5 most wrong:"_s));
    QTRY_VERIFY(table()->hasFocus());
}

void TestRowsBehind::bar_byItsMenu_hasItsRows()
{
    QVERIFY(openSmall());
    charts::ChartView *chart = m_opened->scores();
    QContextMenuEvent event(QContextMenuEvent::Mouse, OpenedWindow::at(chart, {0.9, 0.0}),
                            chart->viewport()->mapToGlobal(OpenedWindow::at(chart, {0.9, 0.0})));
    QApplication::sendEvent(chart->viewport(), &event);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::mouseClick(menu, Qt::LeftButton, {},
                      menu->actionGeometry(menu->actions().first()).center());
    QVERIFY(found());
    QCOMPARE(column(u"id"_s), QStringList{u"a"_s});
    QVERIFY(sentence().startsWith(u"score from"_s));
}

void TestRowsBehind::segment_byItsKeys_hasItsRows()
{
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
    m_opened->showView(u"segmentsPage"_s);
    auto *segments = m_opened->child<QTableView>(u"table"_s);
    for (auto *each : m_opened->window.findChildren<QTableView *>(u"table"_s)) {
        if (qobject_cast<SegmentsModel *>(each->model()))
            segments = each;
    }
    auto *model = static_cast<SegmentsModel *>(segments->model());
    QTRY_VERIFY(model->table());
    segments->setFocus();
    segments->setCurrentIndex(model->index(1, 0));
    QTest::keyClick(segments, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(found());
    QCOMPARE(behind().finding().current()->all, model->segmentAt(1)->rows);
    QVERIFY(m_opened->session.scenario().selection.where.empty());
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY(segments->hasFocus());
}

void TestRowsBehind::threshold_moved_rowsFollow()
{
    QVERIFY(openSmall());
    setThreshold(0.5);
    QTest::mouseClick(cell(u"fp"_s), Qt::LeftButton);
    QVERIFY(found());
    setThreshold(0.75);
    QTRY_COMPARE(column(u"id"_s), QStringList{u"a"_s});
    QCOMPARE(count(), u"1 of 1"_s);
}

void TestRowsBehind::more_isShownInTheSameOrder()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QTest::mouseClick(cell(u"tn"_s), Qt::LeftButton);
    QVERIFY(found());
    const QStringList first = column(u"score"_s);
    QCOMPARE(first.size(), 20);
    QTest::mouseClick(drawer()->findChild<QPushButton *>(u"moreRows"_s), Qt::LeftButton);
    QCOMPARE(column(u"score"_s).size(), 100);
    QCOMPARE(column(u"score"_s).mid(0, 20), first);
    QVERIFY(count().startsWith(u"100 of "_s));
}

void TestRowsBehind::late_isOfferedWithABudgetOnly()
{
    QVERIFY(openSmall());
    m_opened->session.setBudget({});
    auto *late = m_opened->child<QAction>(u"rowsLate"_s);
    QVERIFY(!late->isEnabled());
    m_opened->session.setBudget(Milliseconds{200.0});
    QVERIFY(late->isEnabled());
    late->trigger();
    QVERIFY(found());
    QCOMPARE(column(u"id"_s), (QStringList{u"h"_s, u"=g"_s}));
    auto *order = drawer()->findChild<QComboBox *>(u"rowsOrder"_s);
    order->setFocus();
    QTest::keyClick(order, Qt::Key_Down);
    QTRY_COMPARE(column(u"id"_s), (QStringList{u"=g"_s, u"h"_s}));
}

void TestRowsBehind::saved_textsAreNoFormulas()
{
    QVERIFY(openSmall());
    setThreshold(0.5);
    QTest::mouseClick(cell(u"tp"_s), Qt::LeftButton);
    QVERIFY(found());
    auto *saving = drawer()->findChild<RowsExport *>();
    QSignalSpy told(saving, &RowsExport::told);
    const QString path = m_opened->files.write(u"rows.csv"_s, {});
    const auto &asked = behind().finding().asked();
    saving->write(
            asked->question,
            rowListing(*asked->of, asked->question, m_opened->session.data().file.mapping, {}),
            path);
    QVERIFY(told.wait());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QVERIFY2(csv.startsWith("id,score,label,is,wait_ms,channel"), csv);
    QVERIFY2(csv.contains("'=g,0.7,1,shown right,900,web"), csv);
    QVERIFY(!csv.contains("g@x"));
}

void TestRowsBehind::anotherFile_closesIt()
{
    QVERIFY(openSmall());
    QTest::mouseClick(cell(u"tp"_s), Qt::LeftButton);
    QVERIFY(found());
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
    QVERIFY(!drawer()->isVisible());
    QCOMPARE(table()->model()->rowCount(), 0);
}

void TestRowsBehind::drawer_pushesNothing_andFitsTheSmallestWindow()
{
    m_opened->window.resize(1024, 700);
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    // What is still to be laid out moves before, not by the drawer.
    QRect before;
    QTRY_COMPARE(std::exchange(before, m_opened->scores()->geometry()),
                 m_opened->scores()->geometry());
    const QSize window = m_opened->window.size();
    QTest::mouseClick(cell(u"fp"_s), Qt::LeftButton);
    QVERIFY(found());
    QTRY_VERIFY(table()->hasFocus());
    QCOMPARE(m_opened->scores()->geometry(), before);
    QCOMPARE(m_opened->window.size(), window);
    QVERIFY(table()->viewport()->height() >= 4 * table()->rowHeight(0));
    for (const auto *button : drawer()->findChildren<QPushButton *>()) {
        if (button->isVisible())
            QVERIFY2(drawer()->rect().contains(
                             QRect(button->mapTo(drawer(), QPoint()), button->size())),
                     qPrintable(button->objectName()));
    }
    QVERIFY(!drawer()->geometry().intersects(
            QRect(m_opened->child<ExperiencePanel>()->mapTo(drawer()->parentWidget(), QPoint()),
                  m_opened->child<ExperiencePanel>()->size())));
}

ONEINN_TEST(TestRowsBehind)

} // namespace tests::journeys_rowsbehind

#include "tst_rowsbehind.moc"
