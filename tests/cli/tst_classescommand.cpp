// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <map>

namespace tests::cli_classescommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestClassesCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documents_matrixIsCountedByHand();
    void documents_textSaysTheWorst();
    void thresholds_leaveSomeUndecided();
    void costs_orderConfusions();
    void leastCost_decidesOtherwise();
    void csv_hasTheWholeMatrix();
    void vector_asAFile();
    void decisions_oddNamesAndUndecided();
    void manyClasses_noWideLines();
    void numbersAsClasses_ofALists();
    void selection_andWeights();
    void weight_byItsName_isTakenAndSaid();
    void badFiles_areTold_data();
    void badFiles_areTold();
    void badOptions_areTold_data();
    void badOptions_areTold();

private:
    testsupport::WrittenFiles m_files;
};

namespace {

QString documents()
{
    return testsupport::sampleData(u"documents.csv"_s);
}

struct Document {
    QString kind;
    std::map<QString, double> scores;
    QString highest() const
    {
        QString best;
        double most = -1.0;
        // In the order of the columns, which decides ties.
        for (const auto &name :
             {u"invoice"_s, u"receipt"_s, u"letter"_s, u"form"_s, u"contract"_s}) {
            if (scores.at(name) > most) {
                most = scores.at(name);
                best = name;
            }
        }
        return best;
    }
};

std::vector<Document> readDocuments()
{
    QFile file(documents());
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(file.fileName()));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QStringList header = lines.first().split(u',');
    std::vector<Document> read;
    for (const QString &line : lines.sliced(1)) {
        const QStringList cells = line.split(u',');
        Document document{cells[header.indexOf(u"document_type"_s)], {}};
        for (qsizetype i = 0; i < header.size(); ++i) {
            if (header[i].startsWith(u"p_"_s))
                document.scores[header[i].sliced(2)] = cells[i].toDouble();
        }
        read.push_back(document);
    }
    return read;
}

QJsonObject classNamed(const testsupport::CommandLineRun &run, const QString &name)
{
    for (const auto &row : run.at(u"per_class"_s).toArray()) {
        if (row[u"class"_s].toString() == name)
            return row.toObject();
    }
    return {};
}

} // namespace

void TestClassesCommand::documents_matrixIsCountedByHand()
{
    const auto run = runCommandLine({u"classes"_s, documents()});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QStringList names = run.at(u"classes"_s).toVariant().toStringList();
    QCOMPARE(names,
             QStringList({u"invoice"_s, u"receipt"_s, u"letter"_s, u"form"_s, u"contract"_s}));
    std::map<std::pair<QString, QString>, int> counted;
    double right = 0.0;
    const auto all = readDocuments();
    for (const Document &document : all) {
        ++counted[{document.kind, document.highest()}];
        right += document.kind == document.highest() ? 1.0 : 0.0;
    }
    double macroRecall = 0.0;
    for (qsizetype actual = 0; actual < names.size(); ++actual) {
        double rows = 0.0;
        for (qsizetype decided = 0; decided < names.size(); ++decided) {
            const int cell = counted[{names[actual], names[decided]}];
            QCOMPARE(run.at(u"matrix"_s)[actual][decided].toInt(-1), cell);
            rows += cell;
        }
        macroRecall += counted[{names[actual], names[actual]}] / rows / double(names.size());
        QCOMPARE(run.at(u"undecided"_s)[actual].toInt(-1), 0);
        QCOMPARE(classNamed(run, names[actual])[u"rows"_s].toDouble(), rows);
    }
    COMPARE_NEAR(run.at(u"right/share"_s).toDouble(), right / double(all.size()), 1e-12);
    COMPARE_NEAR(run.at(u"micro/f1"_s).toDouble(), right / double(all.size()), 1e-12);
    COMPARE_NEAR(run.at(u"macro/recall"_s).toDouble(), macroRecall, 1e-12);
    COMPARE_NEAR(run.at(u"weighted/recall"_s).toDouble(), right / double(all.size()), 1e-12);
    QCOMPARE(run.at(u"macro/classes/precision"_s).toInt(), 5);
    QVERIFY(run.at(u"costs"_s).isNull());
    QCOMPARE(run.at(u"columns/user"_s).toString(), u"customer_id"_s);
}

void TestClassesCommand::documents_textSaysTheWorst()
{
    const auto run = runCommandLine({u"classes"_s, documents(), u"--format"_s, u"text"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.out.startsWith(u"87 of 100 rows are put into their own class (between "_s));
    QVERIFY(run.out.contains(
            u"\n1 in 12 invoices is called “receipt”: 167 of 1,995 (8 of 100, between "_s));
    QVERIFY(run.out.contains(
            u"\n1 in 3 contracts is called “letter”: 98 of 307 (32 of 100, between "_s));
    for (const QString &mean :
         {u"macro (by class)"_s, u"weighted (by its rows)"_s, u"micro (by row)"_s})
        QVERIFY(run.out.contains(mean));
    // One unit for a share and for the mean of shares.
    QVERIFY2(run.out.contains(u" 88.6 "_s) && !run.out.contains(u"0.886"_s), qPrintable(run.out));
}

void TestClassesCommand::thresholds_leaveSomeUndecided()
{
    const auto run = runCommandLine({u"classes"_s, documents(), u"--class-threshold"_s,
                                     u"invoice=0.9"_s, u"--class-threshold"_s, u"receipt=1.1"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    double undecided = 0.0;
    for (const Document &document : readDocuments()) {
        double best = -1.0;
        for (const auto &[name, score] : document.scores) {
            const double from = name == u"invoice"_s ? 0.9 : name == u"receipt"_s ? 1.1 : -1.0;
            if (score >= from)
                best = std::max(best, score);
        }
        undecided += best < 0.0 ? 1.0 : 0.0;
    }
    COMPARE_NEAR(run.at(u"left_undecided/holds"_s).toDouble(), undecided, 0.0);
    const QJsonObject receipt = classNamed(run, u"receipt"_s);
    QVERIFY(receipt[u"precision"_s].isNull());
    QCOMPARE(receipt[u"recall"_s][u"holds"_s].toDouble(), 0.0);
    QCOMPARE(receipt[u"threshold"_s].toDouble(), 1.1);
    QCOMPARE(run.at(u"macro/classes/precision"_s).toInt(), 4);
    const auto text = runCommandLine({u"classes"_s, documents(), u"--class-threshold"_s,
                                      u"receipt=1.1"_s, u"--format"_s, u"text"_s});
    QVERIFY(text.out.contains(
            u"One class is never decided and has no precision, so the averages of "
            "precision are over 4 of 5 classes (“receipt”)."_s));
}

void TestClassesCommand::costs_orderConfusions()
{
    const auto run = runCommandLine({u"classes"_s, documents(), u"--cost"_s,
                                     u"contract:letter=10"_s, u"--cost"_s, u"invoice:receipt=0"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonObject first = run.at(u"confusions"_s)[0].toObject();
    QCOMPARE(first[u"actual"_s].toString(), u"contract"_s);
    QCOMPARE(first[u"decided"_s].toString(), u"letter"_s);
    QCOMPARE(first[u"cost"_s].toDouble(), 10.0 * first[u"share"_s][u"holds"_s].toDouble());
    QVERIFY(first[u"sentence"_s].toString().contains(u"of the cost"_s));
    const double wrong = 5000.0 - run.at(u"right/holds"_s).toDouble();
    const double ofContracts = first[u"share"_s][u"holds"_s].toDouble();
    const double ofInvoices = run.at(u"matrix"_s)[0][1].toDouble();
    COMPARE_NEAR(run.at(u"cost"_s).toDouble(), wrong + 9.0 * ofContracts - ofInvoices, 1e-9);
    QCOMPARE(run.at(u"costs"_s)[4][2].toDouble(), 10.0);
}

void TestClassesCommand::leastCost_decidesOtherwise()
{
    const QStringList asked{u"classes"_s, documents(), u"--cost"_s, u"contract:letter=10"_s};
    const auto byScore = runCommandLine(asked);
    const auto byCost = runCommandLine(asked + QStringList{u"--decide"_s, u"cost"_s});
    QVERIFY2(byCost.code == 0, qPrintable(byCost.err));
    QCOMPARE(byCost.at(u"decided_by"_s).toString(), u"cost"_s);
    QVERIFY(byCost.at(u"cost"_s).toDouble() < byScore.at(u"cost"_s).toDouble());
    QVERIFY(byCost.at(u"matrix"_s)[4][2].toInt() < byScore.at(u"matrix"_s)[4][2].toInt());
}

void TestClassesCommand::csv_hasTheWholeMatrix()
{
    const auto run = runCommandLine({u"classes"_s, documents(), u"--format"_s, u"csv"_s});
    const auto json = runCommandLine({u"classes"_s, documents()});
    QCOMPARE(run.column(u"class"_s).size(), 5);
    for (qsizetype decided = 0; decided < 5; ++decided) {
        const QString name = json.at(u"classes"_s)[decided].toString();
        const QStringList cells = run.column(u"called "_s + name);
        for (qsizetype actual = 0; actual < 5; ++actual)
            QCOMPARE(cells[actual].toInt(), json.at(u"matrix"_s)[actual][decided].toInt());
    }
    QCOMPARE(run.column(u"undecided"_s), QStringList(5, u"0"_s));
}

/// The file says the same as the numbers that it is made of.
void TestClassesCommand::vector_asAFile()
{
    const auto run = runCommandLine(
            {u"classes"_s,
             m_files.write(u"label,cat,dog,owl\ncat,0.7,0.2,0.1\ncat,0.4,0.4,0.2\n"
                           "dog,0.1,0.6,0.3\ndog,0.5,0.3,0.2\nowl,0.2,0.5,0.3\nowl,0.45,0.35,0.2\n"
                           "cat,0.34,0.33,0.33\ndog,0.2,0.45,0.35\n"_s)});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"matrix"_s).toArray(),
             QJsonArray({QJsonArray{3, 0, 0}, QJsonArray{1, 2, 0}, QJsonArray{1, 1, 0}}));
    COMPARE_NEAR(run.at(u"macro/precision"_s).toDouble(), 0.6333333333333333, 1e-12);
    COMPARE_NEAR(run.at(u"macro/f1"_s).toDouble(), 0.47222222222222215, 1e-12);
    COMPARE_NEAR(run.at(u"weighted/f1"_s).toDouble(), 0.53125, 1e-12);
    QVERIFY(classNamed(run, u"owl"_s)[u"precision"_s].isNull());
    QCOMPARE(run.at(u"columns/scores"_s).toString(), u"*"_s);
}

void TestClassesCommand::decisions_oddNamesAndUndecided()
{
    const QString file = m_files.write(
            u"truth,predicted\ncat,cat\ncat,dog\n\"a,b\",\"say \"\"x\"\"\"\nné,cat\ndog,\n,dog\n"_s);
    const auto run = runCommandLine({u"classes"_s, file});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"classes"_s).toVariant().toStringList(),
             QStringList({u"cat"_s, u"a,b"_s, u"né"_s, u"dog"_s, u"say \"x\""_s}));
    QCOMPARE(run.at(u"undecided"_s).toArray(), QJsonArray({0, 0, 0, 1, 0}));
    QCOMPARE(run.at(u"account/set_aside/label_missing"_s).toInt(), 1);
    QVERIFY(classNamed(run, u"say \"x\""_s)[u"recall"_s].isNull());
    QCOMPARE(run.at(u"macro/classes/recall"_s).toInt(), 4);
    const auto text = runCommandLine({u"classes"_s, file, u"--format"_s, u"text"_s});
    QVERIFY(text.out.contains(u"1 of 2 cats is called “dog”: counts only"_s));
    QVERIFY(text.out.contains(u"1 of 1 rows of “a,b” is called “say \"x\"”"_s));
    QVERIFY(text.out.contains(u"1 of 5 is left undecided."_s));
    const auto csv = runCommandLine({u"classes"_s, file, u"--format"_s, u"csv"_s});
    QVERIFY(csv.out.contains(u"\"called a,b\""_s));
    QVERIFY(csv.out.contains(u"\"called say \"\"x\"\"\""_s));
}

void TestClassesCommand::manyClasses_noWideLines()
{
    QString text = u"label,predicted\n"_s;
    for (int row = 0; row < 1200; ++row)
        text += u"kind %1,kind %2\n"_s.arg(row % 60).arg(row % 7 == 0 ? (row + 1) % 60 : row % 60);
    const QString file = m_files.write(text);
    const auto run = runCommandLine({u"classes"_s, file, u"--format"_s, u"text"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const auto lines = run.out.split(u'\n');
    QVERIFY(lines.size() > 60);
    for (const QString &line : lines)
        QVERIFY2(line.size() <= 120, qPrintable(line));
    const auto csv = runCommandLine({u"classes"_s, file, u"--format"_s, u"csv"_s});
    QCOMPARE(csv.column(u"called kind 59"_s).size(), 60);
}

/// As scikit-learn and Spark write them: one list, and classes that are numbers.
void TestClassesCommand::numbersAsClasses_ofALists()
{
    const auto run = runCommandLine(
            {u"classes"_s,
             m_files.write(u"y_true,probability\n0,\"[0.8, 0.1, 0.1]\"\n1.0,\"[0.2, 0.7, 0.1]\"\n"
                           "2,\"[0.5, 0.1, 0.4]\"\n2,\"[0.1, 0.1, 0.8]\"\n"_s)});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"classes"_s).toVariant().toStringList(),
             QStringList({u"0"_s, u"1"_s, u"2"_s}));
    QCOMPARE(run.at(u"matrix"_s)[2].toArray(), QJsonArray({1, 0, 1}));
}

void TestClassesCommand::selection_andWeights()
{
    const QString file = m_files.write(u"truth,predicted,w,model\na,a,3,x\nb,a,1,x\nc,c,2,x\n"
                                       "a,b,5,y\nb,b,0,x\n"_s);
    const auto run =
            runCommandLine({u"classes"_s, file, u"--weight"_s, u"w"_s, u"--where"_s, u"model=x"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    COMPARE_NEAR(run.at(u"right/share"_s).toDouble(), 5.0 / 6.0, 1e-12);
    QCOMPARE(run.at(u"account/set_aside/outside_selection"_s).toInt(), 1);
    QCOMPARE(run.at(u"account/set_aside/weight_missing"_s).toInt(), 1);
    QCOMPARE(run.at(u"matrix_weights"_s)[0].toArray(), QJsonArray({3, 0, 0}));
    const auto mixed = runCommandLine({u"classes"_s, file});
    QVERIFY(mixed.err.contains(u"Rows of all models in “model” are taken together"_s));
}

/// As every other command takes it; one that cannot be weights is left aside.
void TestClassesCommand::weight_byItsName_isTakenAndSaid()
{
    const QString rows = u"actual,predicted,weight\na,a,5\na,b,1\nb,b,2\nc,a,1\nc,c,%1\n"_s;
    const QString file = m_files.write(rows.arg(3));
    const auto told = runCommandLine({u"classes"_s, file});
    QVERIFY2(told.err.contains(u"Every row counts for what “weight” says"_s), qPrintable(told.err));
    QCOMPARE(told.at(u"matrix_weights"_s)[0].toArray(), QJsonArray({5, 1, 0}));
    const auto asked = runCommandLine({u"classes"_s, file, u"--weight"_s, u"weight"_s});
    QCOMPARE(told.at(u"macro"_s).toObject(), asked.at(u"macro"_s).toObject());
    const auto none = runCommandLine({u"classes"_s, file, u"--weight"_s, QString()});
    QVERIFY2(none.code == 0, qPrintable(none.err));
    QVERIFY(none.at(u"matrix_weights"_s).isNull());
    const auto below = runCommandLine({u"classes"_s, m_files.write(rows.arg(-3))});
    QVERIFY(below.at(u"matrix_weights"_s).isNull());
}

void TestClassesCommand::badFiles_areTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("two values") << u"label,predicted\n1,0\n0,0\n"_s
                                << QStringList{u"“label” has two values"_s,
                                               u"one-in-n-cli metrics FILE --threshold T"_s};
    QTest::newRow("one row") << u"label,predicted\ncat,cat\n"_s
                             << QStringList{u"“label” has one value (“cat”)"_s};
    QTest::newRow("no score for each")
            << u"label,score\ncat,0.5\ndog,0.4\nowl,0.3\n"_s
            << QStringList{u"“cat”, “dog”, “owl”"_s, u"--decision"_s, u"--scores 'p_*'"_s};
    QTest::newRow("no sums") << u"label,a,b,c\na,3,2,1\nb,1,5,2\nc,4,4,4\n"_s
                             << QStringList{u"“*” do not add up to 1"_s, u"--scores '*'"_s};
    QTest::newRow("two sets") << u"label,p_a,p_b,p_c,q_a,q_b,q_c\na,.5,.3,.2,.1,.8,.1\nb,.5,.3,.2,."
                                 u"1,.8,.1\nc,.5,.3,.2,"
                                 ".1,.8,.1\n"_s
                              << QStringList{u"“p_*”, “q_*”"_s, u"--scores"_s};
    QTest::newRow("no label") << u"here,there\n1,2\n2,3\n4,5\n"_s
                              << QStringList{u"--label"_s, u"“here”, “there”"_s};
    QTest::newRow("nothing known") << u"label,predicted\n,a\n,b\n"_s
                                   << QStringList{u"No record can be used"_s, u"“label”"_s};
}

void TestClassesCommand::badFiles_areTold()
{
    QFETCH(QString, text);
    QFETCH(QStringList, said);
    const auto run = runCommandLine({u"classes"_s, m_files.write(text)});
    QCOMPARE(run.code, 1);
    QVERIFY(run.out.isEmpty());
    for (const QString &words : said)
        QVERIFY2(run.err.contains(words), qPrintable(run.err));
}

void TestClassesCommand::badOptions_areTold_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("column") << QStringList{u"--label"_s, u"nope"_s} << 1 << u"no column “nope”"_s;
    QTest::newRow("pattern") << QStringList{u"--scores"_s, u"p_"_s} << 1
                             << u"one * for the class"_s;
    QTest::newRow("pattern of none") << QStringList{u"--scores"_s, u"x_*"_s} << 1 << u"“invoice”"_s;
    QTest::newRow("cost of none") << QStringList{u"--cost"_s, u"invoice:bill=3"_s} << 1
                                  << u"There is no class “bill”"_s;
    QTest::newRow("cost of one") << QStringList{u"--cost"_s, u"invoice=3"_s} << 2
                                 << u"contract:letter=4"_s;
    QTest::newRow("cost below 0") << QStringList{u"--cost"_s, u"invoice:letter=-3"_s} << 2
                                  << u"a cost from 0"_s;
    QTest::newRow("threshold of none") << QStringList{u"--class-threshold"_s, u"bill=0.3"_s} << 1
                                       << u"There is no class “bill”"_s;
    QTest::newRow("threshold") << QStringList{u"--class-threshold"_s, u"invoice=high"_s} << 2
                               << u"invoice=0.4"_s;
    QTest::newRow("both") << QStringList{u"--scores"_s, u"p_*"_s, u"--decision"_s, u"day"_s} << 2
                          << u"do not go together"_s;
    QTest::newRow("cost and threshold")
            << QStringList{u"--decide"_s, u"cost"_s, u"--class-threshold"_s, u"invoice=0.4"_s} << 2
            << u"--decide score"_s;
    QTest::newRow("of another command")
            << QStringList{u"--threshold"_s, u"0.4"_s} << 2 << u"threshold"_s;
    QTest::newRow("too many") << QStringList{u"--label"_s, u"document_id"_s} << 1
                              << u"too many to be classes"_s;
}

void TestClassesCommand::badOptions_areTold()
{
    QFETCH(QStringList, options);
    QFETCH(int, code);
    QFETCH(QString, said);
    const auto run = runCommandLine(QStringList{u"classes"_s, documents()} + options);
    QCOMPARE(run.code, code);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

ONEINN_TEST(TestClassesCommand)

} // namespace tests::cli_classescommand

#include "tst_classescommand.moc"
