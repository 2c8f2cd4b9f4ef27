// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/data/importpage.h"
#include "views/evidence/saypanel.h"
#include "views/options/classespanel.h"
#include "views/options/classmatrixmodel.h"
#include "views/rows/confusiondrawer.h"
#include "wording/classviewwords.h"

#include <QAccessible>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include <array>
#include <map>
#include <memory>

namespace tests::journeys_classes {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A file with more than two labels: the whole matrix, and one class against the rest.
class TestClasses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void view_twoLabels_isNotThere();
    void threeClasses_openByOneClick_andTheViewIsNamed();
    void sample_matrixIsCountedByHand();
    void sample_sentencesAreTheCommands();
    void name_clicked_looksAtItAgainstTheRest();
    void words_areOfTheClassLookedAt();
    void cell_enter_listsItsRows();
    void button_looksAtTheChosenClass();
    void measure_byKeys();
    void decisionsAlone_threeClasses();
    void fiftyClasses_scrollInside();
    void manyClasses_showTheWorst_data();
    void manyClasses_showTheWorst();
    void cost_typed_putsItsConfusionFirst();
    void threshold_typed_leavesRowsUndecided();

private:
    bool show();
    ClassesPanel *panel() const { return m_opened->child<ClassesPanel>(); }
    QTableView *matrix() const { return panel()->findChild<QTableView *>(u"classMatrix"_s); }
    ClassMatrixModel *model() const { return static_cast<ClassMatrixModel *>(matrix()->model()); }
    const ingest::ResolvedMapping &mapping() const { return m_opened->session.data().file.mapping; }
    bool isOffered() const
    {
        auto *explore = m_opened->child<ExplorePage>();
        return explore->views().contains(explore->findChild<QWidget *>(u"classesPage"_s));
    }
    QPoint nameAt(int row) const
    {
        const QHeaderView *names = matrix()->verticalHeader();
        return {8, names->sectionViewportPosition(row) + names->sectionSize(row) / 2};
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestClasses::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

bool TestClasses::show()
{
    if (!QTest::qWaitFor([this] { return isOffered(); }))
        return false;
    m_opened->showView(u"classesPage"_s);
    return QTest::qWaitFor([this] { return model()->answer() != nullptr; });
}

void TestClasses::view_twoLabels_isNotThere()
{
    QVERIFY(m_opened->openSample(u"documents"_s));
    QTRY_VERIFY(isOffered());
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
    QTRY_VERIFY(!m_opened->child<Results>()->isPending());
    QVERIFY(!isOffered());
}

void TestClasses::threeClasses_openByOneClick_andTheViewIsNamed()
{
    const QByteArray animals[] = {"fox", "cat", "dog"};
    QByteArray rows("label,predicted,score\n");
    for (int i = 0; i < 90; ++i)
        rows += animals[i % 3] + ',' + animals[i % 7 == 0 ? (i + 1) % 3 : i % 3] + ",0."
                + QByteArray::number(100 + i * 7) + '\n';
    m_opened->window.openFile(m_opened->files.write(u"animals.csv"_s, rows));
    const auto answers = [this] {
        const auto *page = m_opened->child<ImportPage>(u"import"_s);
        QList<QToolButton *> buttons;
        for (QToolButton *each : page->findChildren<QToolButton *>()) {
            if (each->isVisible() && each->accessibleName().endsWith(u" against the rest"))
                buttons.append(each);
        }
        return buttons;
    };
    QTRY_COMPARE(answers().size(), 3);
    QVERIFY(answers().first()->accessibleDescription().contains(u"Options / Classes"));
    const QString picked = answers().first()->accessibleName();
    QTest::mouseClick(answers().first(), Qt::LeftButton);
    QTRY_VERIFY(m_opened->session.hasData());
    QCOMPARE(QString::fromStdString(mapping().positive.value) + u" against the rest"_s, picked);
    QTRY_VERIFY(isOffered());
}

void TestClasses::sample_matrixIsCountedByHand()
{
    QVERIFY(m_opened->openSample(u"documents"_s));
    QVERIFY(show());
    QFile file(testsupport::sampleData(u"documents.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> head = file.readLine().trimmed().split(',');
    QCOMPARE(head.size(), 9);
    std::map<QByteArray, std::map<QByteArray, int>> counted;
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        int best = 4;
        for (int at = 5; at < 9; ++at) {
            if (cells[at].toDouble() > cells[best].toDouble())
                best = at;
        }
        counted[cells[3]][head[best].mid(2)]++;
    }
    model()->setMeasure(wording::ClassMeasure::Rows);
    QCOMPARE(model()->rowCount(), 5);
    QCOMPARE(model()->columnCount(), 5);
    for (int row = 0; row < 5; ++row) {
        for (int column = 0; column < 5; ++column) {
            const auto name = [&](int at, Qt::Orientation way) {
                return model()->headerData(at, way, Qt::DisplayRole).toString().toUtf8();
            };
            const int rows = counted[name(row, Qt::Vertical)][name(column, Qt::Horizontal)];
            QString shown = model()->index(row, column).data().toString();
            QCOMPARE(shown.remove(u',').toInt(), rows);
        }
    }
}

void TestClasses::sample_sentencesAreTheCommands()
{
    QVERIFY(m_opened->openSample(u"documents"_s));
    QVERIFY(show());
    const auto told = model()->told();
    QCOMPARE(panel()->findChild<QLabel *>(u"classesSentence"_s)->text(),
             wording::classSentences(told).join(u' '));
    auto *confusions = panel()->findChild<QListWidget *>(u"confusions"_s);
    QCOMPARE(confusions->item(0)->text(), wording::confusionSentences(told, 1).first());
    auto *averages = panel()->findChild<QTableWidget *>(u"averages"_s);
    QVERIFY(averages->item(0, 0)->text().startsWith(u"macro"_s));
    QVERIFY(averages->item(1, 0)->text().startsWith(u"weighted"_s));
    QVERIFY(averages->item(2, 0)->text().startsWith(u"micro"_s));
    QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(matrix());
    QVERIFY(!reader->text(QAccessible::Name).isEmpty());
}

void TestClasses::name_clicked_looksAtItAgainstTheRest()
{
    QVERIFY(m_opened->openSample(u"documents"_s));
    QVERIFY(show());
    QCOMPARE(mapping().positive.value, std::string("invoice"));
    const std::string name = model()->answer()->table.rows.names[2];
    QSignalSpy finished(&m_opened->session.loading(), &Loading::finished);
    QTest::mouseClick(matrix()->verticalHeader()->viewport(), Qt::LeftButton, {}, nameAt(2));
    QVERIFY(finished.wait());
    QTRY_COMPARE(mapping().positive.value, name);
    QCOMPARE(mapping().score.value, "p_" + name);
    QVERIFY(isOffered());
    QTRY_VERIFY(model()->headerData(2, Qt::Vertical, Qt::FontRole).value<QFont>().bold());
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(mapping().positive.value, std::string("invoice"));
    QCOMPARE(mapping().score.value, std::string("p_invoice"));
}

void TestClasses::words_areOfTheClassLookedAt()
{
    QVERIFY(m_opened->openSample(u"documents"_s));
    QVERIFY(show());
    const auto *axes = panel()->findChild<QLabel *>(u"classAxes"_s);
    QVERIFY(axes->text().contains(u"On the right: \u201cinvoice\u201d against all others."));
    const auto *said = m_opened->child<SayPanel>()->findChild<QLabel *>(u"say"_s);
    QVERIFY2(said->text().contains(u"invoices"), qPrintable(said->text()));
    const std::string name = model()->answer()->table.rows.names[2];
    QTest::mouseClick(matrix()->verticalHeader()->viewport(), Qt::LeftButton, {}, nameAt(2));
    QTRY_COMPARE(mapping().positive.value, name);
    QTRY_VERIFY(axes->text().contains(QString::fromStdString(name)));
    QVERIFY2(said->text().contains(QString::fromStdString(name) + u's'), qPrintable(said->text()));
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(said->text().contains(u"invoices"));
}

void TestClasses::cell_enter_listsItsRows()
{
    QVERIFY(m_opened->openSample(u"documents"_s));
    QVERIFY(show());
    matrix()->setFocus();
    matrix()->setCurrentIndex(model()->index(0, 0));
    QTest::keyClick(matrix(), Qt::Key_Down);
    QTest::keyClick(matrix(), Qt::Key_Right);
    QCOMPARE(matrix()->currentIndex(), model()->index(1, 1));
    QCOMPARE(panel()->findChild<QLabel *>(u"classCell"_s)->text(),
             wording::classCellText(model()->told(), 1, 1));
    QTest::keyClick(matrix(), Qt::Key_Left);
    QTest::keyClick(matrix(), Qt::Key_Return);
    auto *drawer = m_opened->child<ConfusionDrawer>();
    auto *rows = drawer->findChild<QTableView *>(u"listedRows"_s);
    QTRY_VERIFY(drawer->isVisible() && rows->model()->rowCount() > 0);
    QTRY_VERIFY(rows->hasFocus());
    const auto &names = model()->answer()->table.rows.names;
    model()->setMeasure(wording::ClassMeasure::Rows);
    const int all = model()->index(1, 0).data().toInt();
    QVERIFY(all > 100); // of which those that are most wrong are listed
    QCOMPARE(rows->model()->rowCount(), 100);
    const auto *told = drawer->findChild<QLabel *>(u"rowsSentence"_s);
    QVERIFY(told && told->text().contains(QString::number(all)));
    const auto cell = [rows](const QString &head) {
        const QAbstractItemModel *of = rows->model();
        for (int at = 0; at < of->columnCount(); ++at) {
            if (of->headerData(at, Qt::Horizontal).toString() == head)
                return of->index(0, at).data().toString();
        }
        return QString();
    };
    QCOMPARE(cell(u"class"_s), QString::fromStdString(names[1]));
    QCOMPARE(cell(u"called"_s), QString::fromStdString(names[0]));
    QVERIFY(!cell(u"document_id"_s).isEmpty());
    QVERIFY(cell(u"p_"_s + QString::fromStdString(names[0])).toDouble()
            >= cell(u"p_"_s + QString::fromStdString(names[1])).toDouble());
    QTest::mouseClick(drawer->findChild<QPushButton *>(u"moreRows"_s), Qt::LeftButton);
    QCOMPARE(rows->model()->rowCount(), qMin(all, 500));
    QVERIFY(rows->hasFocus());
    QTest::keyClick(rows, Qt::Key_Escape);
    QVERIFY(!drawer->isVisible());
    QVERIFY(matrix()->hasFocus());
}

void TestClasses::button_looksAtTheChosenClass()
{
    QVERIFY(m_opened->openSample(u"documents"_s));
    QVERIFY(show());
    QTest::mouseClick(matrix()->viewport(), Qt::LeftButton, {},
                      matrix()->visualRect(model()->index(3, 0)).center());
    QCOMPARE(mapping().positive.value, std::string("invoice"));
    auto *button = panel()->findChild<QPushButton *>(u"againstRest"_s);
    const std::string name = model()->answer()->table.rows.names[3];
    QVERIFY(button->text().contains(QString::fromStdString(name)));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(mapping().positive.value, name);
}

void TestClasses::measure_byKeys()
{
    QVERIFY(m_opened->openSample(u"documents"_s));
    QVERIFY(show());
    auto *measure = panel()->findChild<QComboBox *>(u"classMeasure"_s);
    const double share = model()->index(0, 1).data(ClassMatrixModel::shareRole).toDouble();
    const ClassReport &report = model()->answer()->report;
    QCOMPARE(share, report.matrix[0][1].rows / report.classes[0].rows.rows);
    measure->setFocus();
    QTest::keyClick(measure, Qt::Key_Down);
    QCOMPARE(model()->index(0, 1).data(ClassMatrixModel::shareRole).toDouble(),
             report.matrix[0][1].rows / report.classes[1].decided.rows);
    QTest::keyClick(measure, Qt::Key_Down);
    QCOMPARE(model()->index(0, 0).data().toString(),
             wording::classCell(report, 0, 0, wording::ClassMeasure::Rows));
}

void TestClasses::decisionsAlone_threeClasses()
{
    QByteArray file = "label,predicted,score\n";
    const std::array<const char *, 3> names{"red", "green", "blue"};
    for (int i = 0; i < 300; ++i)
        file += QByteArray(names[i % 3]) + ',' + names[i % 7 ? i % 3 : (i + 1) % 3] + ",0."
                + QByteArray::number(10 + i % 80) + '\n';
    m_opened->window.openFile(m_opened->files.write(u"three.csv"_s, file));
    // Which of three is positive is asked.
    if (!QTest::qWaitFor([this] { return m_opened->session.hasData(); }, 1000)) {
        Source source{.path = m_opened->files.write(u"three.csv"_s, file)};
        source.mapping.label = "label";
        source.mapping.positive = "red";
        source.mapping.score = "score";
        m_opened->session.loading().open(source);
    }
    QTRY_VERIFY(m_opened->session.hasData());
    QVERIFY(show());
    QCOMPARE(model()->rowCount(), 3);
    model()->setMeasure(wording::ClassMeasure::Rows);
    int right = 0;
    for (int i = 0; i < 3; ++i)
        right += model()->index(i, i).data().toInt();
    QCOMPARE(right, 300 - 43); // every seventh of 300, from the first on, is another
}

void TestClasses::fiftyClasses_scrollInside()
{
    QByteArray file = "label,predicted,score\n";
    const auto name = [](int at) -> QByteArray {
        return QByteArray("a class with quite a long name, number ").replace(',', ' ')
                + QByteArray::number(at);
    };
    for (int i = 0; i < 5000; ++i)
        file += name(i % 50) + ',' + name(i % 11 ? i % 50 : (i / 11) % 50) + ",0."
                + QByteArray::number(10 + i % 80) + '\n';
    m_opened->window.resize(1024, 700);
    Source source{.path = m_opened->files.write(u"fifty.csv"_s, file)};
    source.mapping.label = "label";
    source.mapping.positive = name(0).toStdString();
    source.mapping.score = "score";
    m_opened->session.loading().open(source);
    QTRY_VERIFY(m_opened->session.hasData());
    QVERIFY(show());
    QCOMPARE(m_opened->window.size(), QSize(1024, 700));
    QCOMPARE(model()->rowCount(), 50);
    QTRY_VERIFY(matrix()->verticalHeader()->width() <= matrix()->width() / 2);
    QTRY_VERIFY(matrix()->viewport()->height() >= 5 * matrix()->rowHeight(0));
    QVERIFY(model()->headerData(49, Qt::Horizontal, Qt::ToolTipRole)
                    .toString()
                    .contains(model()->headerData(49, Qt::Horizontal, Qt::DisplayRole).toString()));
    matrix()->setFocus();
    matrix()->setCurrentIndex(model()->index(0, 0));
    QTest::keyClick(matrix(), Qt::Key_End);
    QTRY_VERIFY(
            matrix()->viewport()->rect().intersects(matrix()->visualRect(model()->index(0, 49))));
}

void TestClasses::manyClasses_showTheWorst_data()
{
    QTest::addColumn<int>("classes");
    QTest::newRow("60") << 60;
    QTest::newRow("300") << 300;
}

/// Class 7 is always called 8, all others are right but now and then.
void TestClasses::manyClasses_showTheWorst()
{
    QFETCH(const int, classes);
    QByteArray text = "label,score,predicted\n";
    const auto name = [](int of) -> QByteArray { return "class" + QByteArray::number(of); };
    for (int i = 0; i < 20 * classes; ++i) {
        const int actual = i % classes;
        const int called = actual == 7 ? 8 : (i % 11 == 0 ? (actual + 1) % classes : actual);
        text += name(actual) + ',' + QByteArray::number((i * 37 % 100) / 100.0) + ',' + name(called)
                + '\n';
    }
    Source source{.path = m_opened->files.write(u"many.csv"_s, text)};
    source.mapping.label = "label";
    source.mapping.positive = "class7";
    source.mapping.score = "score";
    m_opened->session.loading().open(source);
    QTRY_VERIFY_WITH_TIMEOUT(m_opened->session.hasData(), 20000);
    QCOMPARE(mapping().positive.value, std::string("class7"));
    QVERIFY(show());
    QCOMPARE(model()->rowCount(), int(ClassMatrixModel::mostShown));
    QCOMPARE(model()->leftOut(), std::size_t(classes) - ClassMatrixModel::mostShown);
    bool isWorstThere = false;
    for (int row = 0; row < model()->rowCount(); ++row)
        isWorstThere = isWorstThere || model()->told().names[model()->classAt(row)] == "class7";
    QVERIFY(isWorstThere);
    auto *confusions = panel()->findChild<QListWidget *>(u"confusions"_s);
    QVERIFY2(confusions->item(0)->text().contains(u"class7"),
             qPrintable(confusions->item(0)->text()));
    auto *more = panel()->findChild<QPushButton *>(u"moreClasses"_s);
    QCOMPARE(more->text(), u"%1 more"_s.arg(classes - 50));
    QTest::mouseClick(more, Qt::LeftButton);
    QTRY_COMPARE(model()->rowCount(), classes);
}

void TestClasses::cost_typed_putsItsConfusionFirst()
{
    QVERIFY(m_opened->openSample(u"documents"_s));
    QVERIFY(show());
    // The last class called the first one.
    const int last = model()->rowCount() - 1;
    matrix()->setCurrentIndex(model()->index(last, 0));
    auto *cost = panel()->findChild<QWidget *>(u"confusionCost"_s)->findChild<QLineEdit *>();
    QTest::mouseClick(cost, Qt::LeftButton);
    cost->selectAll();
    QTest::keyClicks(cost, u"500"_s);
    QTest::keyClick(cost, Qt::Key_Return);
    QTRY_VERIFY(model()->answer()->ownCosts);
    QCOMPARE(model()->answer()->costs(last, 0), 500.0);
    const Confusion &worst = model()->answer()->report.confusions.front();
    QCOMPARE(worst.actual, std::uint32_t(last));
    QCOMPARE(worst.decided, 0U);
    QTest::mouseClick(panel()->findChild<QPushButton *>(u"evenCosts"_s), Qt::LeftButton);
    QTRY_VERIFY(!model()->answer()->ownCosts);
}

void TestClasses::threshold_typed_leavesRowsUndecided()
{
    QVERIFY(m_opened->openSample(u"documents"_s));
    QVERIFY(show());
    QCOMPARE(model()->columnCount(), 5);
    matrix()->setCurrentIndex(model()->index(0, 0));
    const double before = model()->answer()->report.classes.front().decided.rows;
    auto *box = panel()->findChild<QWidget *>(u"classThreshold"_s)->findChild<QLineEdit *>();
    QTest::mouseClick(box, Qt::LeftButton);
    box->selectAll();
    QTest::keyClicks(box, u"0.9"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_VERIFY(!model()->answer()->thresholds.empty());
    QCOMPARE(*model()->answer()->thresholds.front(), 0.9);
    QVERIFY(model()->answer()->report.classes.front().decided.rows < before);
}

ONEINN_TEST(TestClasses)

} // namespace tests::journeys_classes

#include "tst_classes.moc"
