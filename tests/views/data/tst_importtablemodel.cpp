// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/importtablemodel.h"

#include "session/opening.h"
#include "support/tablefile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace tests::data_importtablemodel {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestImportTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void model_sureFile_saysEachPartAndThatItIsSure();
    void model_doubtfulFile_marksEveryCandidate();
    void model_unreadable_showsWhatWasGiven();
    void model_hostileCells_areShownAsPictures();

private:
    void fill(const QString &path, const ingest::ColumnMapping &wanted = {})
    {
        const auto table = readTableOf({.path = path}, {}).value();
        m_model.setHead(table, std::make_shared<const TableHead>(tableHead(*table, {}, {})));
        m_model.setTrial(std::make_shared<const ColumnTrial>(tryColumns(*table, wanted)), wanted);
    }
    QString head(int column, int role) const
    {
        return m_model.headerData(column, Qt::Horizontal, role).toString();
    }

    testsupport::TableFiles m_files;
    ImportTableModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::QtTest};
};

void TestImportTableModel::model_sureFile_saysEachPartAndThatItIsSure()
{
    fill(m_files.write(u"sure.csv"_s, testsupport::mixedTable()));
    QCOMPARE(m_model.rowCount(), 50);
    QCOMPARE(m_model.columnCount(), 5);
    QCOMPARE(head(0, Qt::DisplayRole), u"label"_s);
    QCOMPARE(head(0, ImportTableModel::PartsRole), u"label  \u2713 sure"_s);
    QCOMPARE(head(2, ImportTableModel::PartsRole), u"latency  \u2713 sure"_s);
    QCOMPARE(head(3, Qt::AccessibleTextRole), u"model: model  \u2713 sure"_s);
    QCOMPARE(m_model.index(7, 2).data().toString(), u"timeout"_s);
}

void TestImportTableModel::model_doubtfulFile_marksEveryCandidate()
{
    fill(testsupport::testData(u"columns/three-possible-truths.csv"_s));
    int asked = 0;
    for (int column = 0; column < m_model.columnCount(); ++column)
        asked += head(column, ImportTableModel::PartsRole).endsWith(u"? ask"_s) ? 1 : 0;
    QCOMPARE(asked, 3);
}

void TestImportTableModel::model_unreadable_showsWhatWasGiven()
{
    fill(m_files.write(u"noscore.csv"_s, "label,city\n1,a\n0,b\n1,a\n"), {.label = "label"});
    QCOMPARE(head(0, ImportTableModel::PartsRole), u"label  \u2713 chosen"_s);
    QCOMPARE(head(1, ImportTableModel::PartsRole), u"not used"_s);
}

void TestImportTableModel::model_hostileCells_areShownAsPictures()
{
    fill(m_files.write(u"hostile.csv"_s,
                       QByteArray("label,score,\"a\x1b[31m\n\"\n1,0.9,\"x\x07y\"\n"
                                  "0,0.1,")
                               + QByteArray(100000, 'z') + "\n"));
    QVERIFY(!head(2, Qt::DisplayRole).contains(QChar(0x1b)));
    QVERIFY(!m_model.index(0, 2).data().toString().contains(QChar(7)));
    QVERIFY(m_model.index(1, 2).data().toString().size() <= 80);
}

ONEINN_TEST(TestImportTableModel)

} // namespace tests::data_importtablemodel

#include "tst_importtablemodel.moc"
