// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/thresholdoptions.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTest>

#include <cmath>
#include <random>

namespace tests::cli_thresholdby {

using namespace Qt::StringLiterals;
using oneinn::ThresholdsBySegment;
using testsupport::runCommandLine;

/// Segments with thresholds of their own, on the command line.
class TestThresholdBy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_isReadAsThresholds_data();
    void text_isReadAsThresholds();
    void wrong_isRefused_data();
    void wrong_isRefused();
    void metrics_countsEachRowAtItsThreshold();
    void metrics_lowerIsPositive_staysInTheFilesUnits();
    void rows_areByTheirOwnThresholds();
    void doubtsAndReview_areThoseOfMovedScores_data();
    void doubtsAndReview_areThoseOfMovedScores();
    void review_bestThresholdsOfEach_keepsEveryEndOnTheScale();
    void others_sayWhyNot_data();
    void others_sayWhyNot();
    void conventions_countAtThem();
    void drop_judgesBothPeriodsWithThem();
    void segments_tellTheThresholds();
    void answer_everyLengthSaysIt();
    void segmentsAndAnswer_tellOneOptimism();
    void answer_namesWhoPays();
    void operatingPoint_isReadBackByCheck();

private:
    QString small();

    testsupport::WrittenFiles m_files;
};

namespace {

/// By their place; what only segments' own thresholds have is left out.
void collectNumbers(const QString &place, const QJsonValue &value, QMap<QString, double> &numbers)
{
    if (place.startsWith(u"/thresholds"_s) || place.startsWith(u"/account"_s))
        return;
    if (value.isDouble())
        numbers[place] = value.toDouble();
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        collectNumbers(place + u'/' + each.key(), each.value(), numbers);
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        collectNumbers(place + u'/' + QString::number(i), array.at(i), numbers);
}

QMap<QString, double> numbersIn(const QJsonObject &object)
{
    QMap<QString, double> numbers;
    collectNumbers({}, object, numbers);
    return numbers;
}

QStringList payments(const QString &command, const QStringList &more = {})
{
    return QStringList{command,
                       testsupport::sampleData(u"payments-february.csv"_s),
                       u"--preset"_s,
                       u"fraudalert"_s,
                       u"--threshold"_s,
                       u"0.3"_s,
                       u"--threshold-by"_s,
                       u"channel:bank-transfer=0.1,web-card=0.45"_s}
    + more;
}

double number(const QJsonValue &value)
{
    return value.toDouble(-1e300);
}

/// The cells of the payments, row by row.
struct Cells {
    double tp = 0.0, fp = 0.0, fn = 0.0, tn = 0.0;

    Cells()
    {
        QFile file(testsupport::sampleData(u"payments-february.csv"_s));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        for (qsizetype i = 1; i < lines.size(); ++i)
            count(lines[i].trimmed().split(','));
    }
    void count(const QList<QByteArray> &cells)
    {
        const double threshold = cells[3] == "bank-transfer" ? 0.1
                : cells[3] == "web-card"                     ? 0.45
                                                             : 0.3;
        const bool shown = cells[5].toDouble() >= threshold;
        double &cell = cells[4] == "1" ? (shown ? tp : fn) : (shown ? fp : tn);
        cell += 1.0;
    }
};

} // namespace

/// "a,b" in the file is one name with a comma.
QString TestThresholdBy::small()
{
    return m_files.write(u"label,score,kind,country\n1,0.9,a,nl\n0,0.2,a,de\n1,0.4,b,nl\n"
                         u"0,0.5,\"x,y=z\",nl\n1,0.7,,de\n0,0.1,b,de\n"_s);
}

void TestThresholdBy::text_isReadAsThresholds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QList<double>>("thresholds");
    const auto row = [](const char *name, const QString &text, const QString &column,
                        const QStringList &values, const QList<double> &thresholds) {
        QTest::newRow(name) << text << column << values << thresholds;
    };
    row("two", u"kind:a=0.4,b=0.6"_s, u"kind"_s, {u"a"_s, u"b"_s}, {0.4, 0.6});
    row("spaces", u"kind: a = -1 "_s, u"kind"_s, {u"a"_s}, {-1.0});
    row("empty cell", u"kind:=0.5"_s, u"kind"_s, {QString()}, {0.5});
    row("quoted", u"\"a:b\":\"x,y=z\"=1,\"say \"\"so\"\"\"=2"_s, u"a:b"_s,
        {u"x,y=z"_s, u"say \"so\""_s}, {1.0, 2.0});
    row("equals", u"kind:a=b=3"_s, u"kind"_s, {u"a=b"_s}, {3.0});
    for (const QString &text : {u"kind"_s, u"kind:"_s, u":a=1"_s, u"kind:a"_s, u"kind:a=much"_s,
                                u"kind:a=inf"_s, u"kind:a=1,"_s})
        row(qPrintable(text), text, {}, {}, {});
}

void TestThresholdBy::text_isReadAsThresholds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, column);
    QFETCH(const QStringList, values);
    QFETCH(const QList<double>, thresholds);
    const auto read = oneinn::cli::thresholdsNamed(text);
    QCOMPARE(read.has_value(), !values.isEmpty());
    if (!read)
        return;
    QCOMPARE(QString::fromStdString(read->column), column);
    QCOMPARE(qsizetype(read->values.size()), values.size());
    for (std::size_t i = 0; i < read->values.size(); ++i) {
        QCOMPARE(QString::fromStdString(read->values[i].value), values[qsizetype(i)]);
        QCOMPARE(read->values[i].threshold.value, thresholds[qsizetype(i)]);
    }
}

void TestThresholdBy::wrong_isRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const QStringList half{u"--threshold"_s, u"0.5"_s};
    const QString by = u"--threshold-by"_s;
    QTest::newRow("column") << half + QStringList{by, u"nothing:a=1"_s} << 1 << u"nothing"_s;
    QTest::newRow("value") << half + QStringList{by, u"kind:c=1"_s} << 1
                           << u"Its values are a, b"_s;
    QTest::newRow("number") << half + QStringList{by, u"kind:a=x"_s} << 2 << u"channel:app=0.4"_s;
    QTest::newRow("twice") << half + QStringList{by, u"kind:a=1,a=2"_s} << 2 << u"'a' twice"_s;
    QTest::newRow("two maps") << half + QStringList{by, u"kind:a=1"_s, by, u"country:nl=1"_s} << 2
                              << u"given twice"_s;
    QTest::newRow("infinite") << QStringList{u"--threshold"_s, u"inf"_s, by, u"kind:a=1"_s} << 2
                              << u"finite"_s;
}

void TestThresholdBy::wrong_isRefused()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, code);
    QFETCH(const QString, said);
    const auto run = runCommandLine(QStringList{u"metrics"_s, small()} + options);
    QCOMPARE(run.code, code);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

void TestThresholdBy::metrics_countsEachRowAtItsThreshold()
{
    const auto run = runCommandLine(payments(u"metrics"_s));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const Cells wanted;
    QVERIFY(wanted.tp > 0.0 && wanted.fp > 0.0 && wanted.fn > 0.0);
    QCOMPARE(number(run.at(u"confusion_matrix/tp"_s)), wanted.tp);
    QCOMPARE(number(run.at(u"confusion_matrix/fp"_s)), wanted.fp);
    QCOMPARE(number(run.at(u"confusion_matrix/fn"_s)), wanted.fn);
    QCOMPARE(number(run.at(u"confusion_matrix/tn"_s)), wanted.tn);
    const QJsonValue thresholds = run.at(u"operating_point/thresholds"_s);
    QCOMPARE(thresholds[u"column"_s].toString(), u"channel"_s);
    QCOMPARE(number(thresholds[u"others"_s]), 0.3);
    QCOMPARE(number(thresholds[u"values"_s][1][u"threshold"_s]), 0.45);
    QVERIFY(run.at(u"sentences"_s)[1].toString().startsWith(u"Each channel has a threshold"));
}

void TestThresholdBy::metrics_lowerIsPositive_staysInTheFilesUnits()
{
    const auto run =
            runCommandLine({u"metrics"_s, small(), u"--threshold"_s, u"0.5"_s,
                            u"--lower-is-positive"_s, u"--threshold-by"_s, u"kind:a=0.1,b=0.3"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    // Shown: 0.5 of x,y=z (0) and 0.1 of b (0).
    QCOMPARE(number(run.at(u"confusion_matrix/fp"_s)), 2.0);
    QCOMPARE(number(run.at(u"confusion_matrix/tp"_s)), 0.0);
    QCOMPARE(number(run.at(u"operating_point/thresholds/values"_s)[0][u"threshold"_s]), 0.1);
}

/// As many as the file has, with the score it has, nearest to their own thresholds first.
void TestThresholdBy::rows_areByTheirOwnThresholds()
{
    const auto run =
            runCommandLine(payments(u"rows"_s, {u"--cell"_s, u"fp"_s, u"--limit"_s, u"100000"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonArray rows = run.at(u"rows"_s).toArray();
    QCOMPARE(double(rows.size()), Cells().fp);
    double before = 0.0;
    for (const auto &row : rows) {
        const QString channel = row[u"segments"_s][u"channel"_s].toString();
        const double own = channel == u"bank-transfer"_s ? 0.1
                : channel == u"web-card"_s               ? 0.45
                                                         : 0.3;
        QVERIFY(std::abs(number(row[u"threshold"_s]) - own) < 1e-12);
        const double away = number(row[u"score"_s]) - own;
        QVERIFY2(away >= 0.0 && away >= before - 1e-12, qPrintable(channel));
        before = away;
    }
    const auto csv =
            runCommandLine(payments(u"rows"_s, {u"--cell"_s, u"fp"_s, u"--format"_s, u"csv"_s}));
    QCOMPARE(csv.column(u"threshold"_s).size(), 20);
    QVERIFY(csv.column(u"is"_s).contains(u"shown wrong"_s));
}

void TestThresholdBy::doubtsAndReview_areThoseOfMovedScores_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("doubts") << QStringList{u"doubts"_s, u"--resamples"_s, u"200"_s};
    QTest::newRow("doubts that end in a sale")
            << QStringList{u"doubts"_s, u"--resamples"_s, u"200"_s, u"--value-tp"_s, u"3"_s};
    QTest::newRow("review") << QStringList{u"review"_s, u"--reviewer-recall"_s, u"0.95"_s,
                                           u"--review-cost"_s, u"0.1"_s};
}

/// A combination is only other rows: the same file with the scores moved in it by hand says the
/// same, number for number.
void TestThresholdBy::doubtsAndReview_areThoseOfMovedScores()
{
    QFETCH(const QStringList, command);
    QString as = u"label,score,kind\n"_s;
    QString moved = as;
    std::mt19937 random(11);
    std::uniform_real_distribution<double> uniform;
    for (int i = 0; i < 500; ++i) {
        const QString kind = i % 3 == 0 ? u"a"_s : u"b"_s;
        const double score = std::round(1000.0 * uniform(random)) / 1000.0;
        // No ties come or go: odds of 0.7005 become those of 0.5.
        const double odds = score / (1.0 - score) / (0.7005 / 0.2995);
        const double there = kind == u"a" && score < 1.0 ? odds / (1.0 + odds) : score;
        const QString label = uniform(random) < score ? u"1"_s : u"0"_s;
        as += u"%1,%2,%3\n"_s.arg(label, QString::number(score, 'f', 3), kind);
        moved += u"%1,%2,%3\n"_s.arg(label, QString::number(there, 'g', 17), kind);
    }
    QStringList own = command;
    own.insert(1, m_files.write(as));
    own += {u"--threshold"_s, u"0.5"_s, u"--threshold-by"_s, u"kind:a=0.7005"_s};
    QStringList plain = command;
    plain.insert(1, m_files.write(moved));
    plain += {u"--threshold"_s, u"0.5"_s};
    const auto one = runCommandLine(own);
    const auto other = runCommandLine(plain);
    QVERIFY2(one.code == 0, qPrintable(one.err));
    QVERIFY2(other.code == 0, qPrintable(other.err));
    const auto numbers = numbersIn(QJsonDocument::fromJson(one.out.toUtf8()).object());
    const auto expected = numbersIn(QJsonDocument::fromJson(other.out.toUtf8()).object());
    QVERIFY(expected.size() > 8);
    QCOMPARE(numbers.keys(), expected.keys());
    for (const QString &key : expected.keys())
        QVERIFY2(std::abs(numbers[key] - expected[key]) < 1e-7 * (1.0 + std::abs(expected[key])),
                 qPrintable(u"%1: %2, %3"_s.arg(key).arg(numbers[key]).arg(expected[key])));
    const bool ofReview = command.first() == u"review";
    QVERIFY2(one.out.contains(ofReview ? u"'s own ("_s : u"has a threshold of its own"_s),
             qPrintable(one.out));
    QVERIFY2(!ofReview || one.out.count(u"any other "_s) == 1, qPrintable(one.out));
    const QString where = command.first() == u"doubts" ? u"thresholds"_s : u"thresholds_from"_s;
    const QString dial = command.first() == u"doubts" ? u"best_threshold/value"_s : u"from"_s;
    const auto oddsOf = [](double p) { return p / (1.0 - p); };
    const double ownOdds = oddsOf(one.at(where + u"/values"_s)[0][u"threshold"_s].toDouble());
    QVERIFY(std::abs(ownOdds / oddsOf(0.7005) - oddsOf(one.at(dial).toDouble())) < 1e-9);
}

/// A band that is best at one threshold for all is no worse where segments have the best of their
/// own, and no end of it is off the scale.
void TestThresholdBy::review_bestThresholdsOfEach_keepsEveryEndOnTheScale()
{
    const QStringList of{testsupport::sampleData(u"payments-february.csv"_s), u"--preset"_s,
                         u"fraudalert"_s, u"--threshold"_s, u"0.0597305"_s};
    const QStringList reviewer{u"--reviewer-recall"_s,       u"0.9"_s,
                               u"--reviewer-false-alarms"_s, u"0.05"_s,
                               u"--review-cost"_s,           u"2"_s};
    const QStringList own{
            u"--threshold-by"_s,
            u"channel:bank-transfer=0.002645,gift-card=0.11,web-card=0.062234,app-card=0.061"_s};
    const auto one = runCommandLine(QStringList{u"review"_s} + of + reviewer);
    const auto each = runCommandLine(QStringList{u"review"_s} + of + reviewer + own);
    QVERIFY2(each.code == 0, qPrintable(each.err));
    for (const QString &end : {u"thresholds_from/values"_s, u"thresholds_to/values"_s}) {
        const QJsonArray values = each.at(end).toArray();
        QCOMPARE(values.size(), 4);
        for (const QJsonValue &value : values) {
            const double threshold = number(value[u"threshold"_s]);
            QVERIFY2(threshold > 0.0 && threshold < 1.0, qPrintable(QString::number(threshold)));
        }
    }
    // Moved by distance it brought 4,710, and one of its ends was -0.048.
    const double with = number(each.at(u"value_per_1000/with"_s));
    QVERIFY2(with > number(one.at(u"value_per_1000/with"_s)), qPrintable(QString::number(with)));
    QVERIFY2(with > 4750.0, qPrintable(QString::number(with)));
    QVERIFY(!each.out.contains(u"-0.0"_s) && !each.out.contains(u"\u22120.0"_s));
}

void TestThresholdBy::others_sayWhyNot_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("said");
    QTest::newRow("curve") << u"curve"_s << u"A curve goes through every threshold"_s;
    QTest::newRow("reach") << u"reach"_s << u"reach looks for one threshold"_s;
    QTest::newRow("practise") << u"practise"_s << u"Exercises ask what one threshold means"_s;
}

void TestThresholdBy::others_sayWhyNot()
{
    QFETCH(const QString, command);
    QFETCH(const QString, said);
    const auto run = runCommandLine(
            {command, small(), u"--threshold"_s, u"0.5"_s, u"--threshold-by"_s, u"kind:a=0.4"_s});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(said) && run.err.contains(u"--where"_s), qPrintable(run.err));
}

/// What is counted is counted row by row; what is about scores is that of the scores as they are.
void TestThresholdBy::conventions_countAtThem()
{
    QStringList own = payments(u"conventions"_s);
    own.removeAll(u"--preset"_s);
    own.removeAll(u"fraudalert"_s);
    const auto run = runCommandLine(own);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const Cells cells;
    const double precision = cells.tp / (cells.tp + cells.fp);
    const double recall = cells.tp / (cells.tp + cells.fn);
    QVERIFY(std::abs(number(run.at(u"one_in_n/precision"_s)) - precision) < 1e-12);
    QVERIFY(std::abs(number(run.at(u"one_in_n/recall"_s)) - recall) < 1e-12);
    const QJsonValue sklearn = run.at(u"tools/scikit_learn/metrics/recall"_s);
    QVERIFY(std::abs(number(sklearn[u"value"_s]) - recall) < 1e-12);
    const auto plain =
            runCommandLine({u"conventions"_s, testsupport::sampleData(u"payments-february.csv"_s),
                            u"--threshold"_s, u"0.3"_s});
    for (const QString &about :
         {u"one_in_n/roc_auc"_s, u"one_in_n/average_precision"_s, u"one_in_n/best_f1_threshold"_s})
        QCOMPARE(number(run.at(about)), number(plain.at(about)));
    QVERIFY(number(run.at(u"one_in_n/recall"_s)) != number(plain.at(u"one_in_n/recall"_s)));
    QCOMPARE(number(run.at(u"thresholds/others"_s)), 0.3);
}

/// Each period is worth what metrics says of it with the same thresholds.
void TestThresholdBy::drop_judgesBothPeriodsWithThem()
{
    QStringList own = payments(u"drop"_s);
    own.insert(2, testsupport::sampleData(u"payments-march.csv"_s));
    const auto run = runCommandLine(own);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const auto february = runCommandLine(payments(u"metrics"_s));
    QStringList then = payments(u"metrics"_s);
    then[1] = testsupport::sampleData(u"payments-march.csv"_s);
    const auto march = runCommandLine(then);
    QVERIFY(std::abs(number(run.at(u"before"_s)) - number(february.at(u"value/per_1000_uses"_s)))
            < 1e-6);
    QVERIFY(std::abs(number(run.at(u"after"_s)) - number(march.at(u"value/per_1000_uses"_s)))
            < 1e-6);
    QVERIFY2(run.err.contains(u"each channel has a threshold of its own"_s), qPrintable(run.err));
}

void TestThresholdBy::segments_tellTheThresholds()
{
    const auto run = runCommandLine(payments(u"segments"_s, {u"--by"_s, u"channel"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    int told = 0;
    for (const auto &row : run.at(u"rows"_s).toArray()) {
        const QString name = row[u"segment"_s][0].toString();
        const double wanted = name == u"bank-transfer" ? 0.1 : name == u"web-card" ? 0.45 : 0.3;
        QCOMPARE(number(row[u"threshold"_s]), wanted);
        ++told;
    }
    QVERIFY(told > 2);
    const auto metrics = runCommandLine(payments(u"metrics"_s));
    QCOMPARE(number(run.at(u"everyone/missed/share"_s)),
             number(metrics.at(u"experience/missed"_s)));
    const auto text = runCommandLine(
            payments(u"segments"_s, {u"--by"_s, u"channel"_s, u"--format"_s, u"text"_s}));
    QVERIFY2(text.out.contains(u" threshold "_s) && text.out.contains(u" 0.45 "_s),
             qPrintable(text.out));
    QStringList one = payments(u"segments"_s, {u"--by"_s, u"channel"_s, u"--format"_s, u"text"_s});
    one.remove(one.indexOf(u"--threshold-by"_s), 2);
    QVERIFY(!runCommandLine(one).out.contains(u" threshold "_s));
}

/// Those that a rule finds are typed: they stay chosen, and both tell one number.
void TestThresholdBy::segmentsAndAnswer_tellOneOptimism()
{
    const QString file = testsupport::sampleData(u"payments-february.csv"_s);
    const QStringList setting{u"--preset"_s, u"fraudalert"_s, u"--threshold"_s, u"0.0597305"_s};
    const QStringList by{u"--by"_s, u"channel"_s};
    const auto found = runCommandLine(QStringList{u"segments"_s, file} + setting + by
                                      + QStringList{u"--policy"_s, u"value"_s});
    QVERIFY2(found.code == 0, qPrintable(found.err));
    QStringList each;
    for (const auto &row : found.at(u"rows"_s).toArray())
        each.append(row[u"segment"_s].toArray().first().toString() + u'='
                    + QString::number(row[u"threshold"_s].toDouble(), 'g', 17));
    const QStringList own{u"--threshold-by"_s, u"channel:"_s + each.join(u',')};
    const auto set = runCommandLine(QStringList{u"segments"_s, file} + setting + by + own);
    QVERIFY2(set.code == 0, qPrintable(set.err));
    QCOMPARE(set.at(u"policy_found"_s).toString(), u"value"_s);
    QCOMPARE(set.at(u"optimism"_s).toDouble(), found.at(u"optimism"_s).toDouble());
    QVERIFY(set.at(u"optimism"_s).toDouble() > 1.0);
    const QString worth = found.at(u"sentences"_s).toArray().at(1).toString();
    QVERIFY2(worth.contains(u"because they were chosen"), qPrintable(worth));
    QCOMPARE(set.at(u"sentences"_s).toArray().at(1).toString(), worth);
    for (const auto &length : {u"brief"_s, u"executive"_s}) {
        const auto answer = runCommandLine(QStringList{u"answer"_s, file} + setting + own
                                           + QStringList{u"--length"_s, length});
        QVERIFY2(answer.out.contains(worth), qPrintable(answer.out));
        QVERIFY2(!answer.out.contains(u"Expect at most"_s), qPrintable(answer.out));
    }
}

void TestThresholdBy::answer_namesWhoPays()
{
    const QString file = testsupport::sampleData(u"payments-february.csv"_s);
    const QStringList setting{u"answer"_s,      file,          u"--preset"_s, u"fraudalert"_s,
                              u"--threshold"_s, u"0.0597305"_s};
    const QString paying = u"Customers whose channel is bank-transfer pay for the average"_s;
    for (const auto &length : {u"brief"_s, u"executive"_s}) {
        const QStringList of{u"--length"_s, length};
        const auto before = runCommandLine(setting + of);
        QVERIFY2(before.out.contains(paying), qPrintable(before.out));
        const auto after = runCommandLine(
                setting + of
                + QStringList{u"--threshold-by"_s, u"channel:bank-transfer=0.002645"_s});
        QVERIFY2(!after.out.contains(paying), qPrintable(after.out));
        QVERIFY2(after.out.contains(u"bank-transfer, before and after: missed 14 → 2.9 of 100"_s),
                 qPrintable(after.out));
    }
    // One channel alone is nobody beside others.
    const auto alone =
            runCommandLine(setting + QStringList{u"--where"_s, u"channel=bank-transfer"_s});
    QVERIFY2(!alone.out.contains(u"pay for the average"_s), qPrintable(alone.out));
}

void TestThresholdBy::answer_everyLengthSaysIt()
{
    for (const QString &length : {u"sentence"_s, u"spoken"_s, u"brief"_s, u"executive"_s}) {
        const auto run = runCommandLine(payments(u"answer"_s, {u"--length"_s, length}));
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QVERIFY2(run.out.contains(u"bank-transfer 0.10, web-card 0.45; any other 0.30"_s),
                 qPrintable(length + u": "_s + run.out));
    }
}

void TestThresholdBy::operatingPoint_isReadBackByCheck()
{
    const auto point = runCommandLine(payments(u"operating-point"_s));
    QVERIFY2(point.code == 0, qPrintable(point.err));
    QCOMPARE(number(point.at(u"version"_s)), 2.0);
    QCOMPARE(number(point.at(u"thresholds/values/bank-transfer"_s)), 0.1);
    QCOMPARE(number(point.at(u"thresholds/others"_s)), 0.3);
    const QString path = m_files.write(point.out);
    const auto check =
            runCommandLine({u"check"_s, path, testsupport::sampleData(u"payments-february.csv"_s)});
    // What it was decided on keeps what it promises.
    QVERIFY2(check.code == 0 || check.code == 4, qPrintable(check.err));
    const auto metrics = runCommandLine(payments(u"metrics"_s));
    int told = 0;
    for (const auto &each : check.at(u"promises"_s).toArray()) {
        const QString share = each[u"share"_s].toString();
        QCOMPARE(number(each[u"found"_s]), number(metrics.at(u"experience/"_s + share)));
        ++told;
    }
    QVERIFY(told > 0);
    const auto other = runCommandLine({u"check"_s, path, small()});
    QCOMPARE(other.code, 1);
    QVERIFY2(other.err.contains(u"channel"), qPrintable(other.err));
}

ONEINN_TEST(TestThresholdBy)

} // namespace tests::cli_thresholdby

#include "tst_thresholdby.moc"
