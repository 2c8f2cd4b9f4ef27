// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/stagescommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <array>

namespace tests::cli_stagescommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestStagesCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sample_guessed_isAsCounted();
    void formats_agree();
    void svg_isThePicture();
    void answer_hasThemInItsAppendix();
    void named_stages_areTaken();
    void unusable_isRefused_data();
    void unusable_isRefused();

private:
    testsupport::WrittenFiles m_files;
};

namespace {

QString sample()
{
    return testsupport::sampleData(u"assistantstages.csv"_s);
}

} // namespace

/// Counted here line by line.
void TestStagesCommand::sample_guessed_isAsCounted()
{
    QFile file(sample());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    lines.removeFirst();
    std::array<double, 3> lost{};
    std::array<double, 3> waited{};
    double right = 0.0;
    for (const QString &line : std::as_const(lines)) {
        const QStringList cells = line.split(u',');
        std::size_t stage = 0;
        while (stage < 3 && cells[2 + 2 * qsizetype(stage)] == u"yes")
            ++stage;
        (stage < 3 ? lost[stage] : right) += 1.0;
        for (std::size_t each = 0; each < 3; ++each)
            waited[each] += cells[3 + 2 * qsizetype(each)].toDouble();
    }
    const auto all = double(lines.size());
    const auto run = runCommandLine({u"stages"_s, sample()});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    COMPARE_NEAR(run.at(u"right"_s).toDouble(), 1000.0 * right / all, 1e-9);
    const QJsonArray stages = run.at(u"stages"_s).toArray();
    QCOMPARE(stages.size(), 3);
    QStringList names;
    double comesTo = all;
    for (std::size_t stage = 0; stage < 3; ++stage) {
        const QJsonValue told = stages.at(qsizetype(stage));
        names.append(told[u"name"_s].toString());
        COMPARE_NEAR(told[u"lost"_s].toDouble(), 1000.0 * lost[stage] / all, 1e-9);
        COMPARE_NEAR(told[u"reached"_s].toDouble(), 1000.0 * comesTo / all, 1e-9);
        COMPARE_NEAR(told[u"wait_ms"_s].toDouble(), waited[stage] / all, 1e-9);
        double worth = lost[stage];
        double through = comesTo - lost[stage];
        for (std::size_t later = stage + 1; later < 3; ++later) {
            worth *= (through - lost[later]) / through;
            through -= lost[later];
        }
        COMPARE_NEAR(told[u"worth"_s].toDouble(), 1000.0 * worth / all, 1e-9);
        comesTo -= lost[stage];
    }
    QCOMPARE(names, (QStringList{u"retrieved"_s, u"ranked"_s, u"answered"_s}));
    QVERIFY(run.out.contains(u"Mend “ranked” first"_s));
    QVERIFY(run.out.contains(u"Most of it goes to “answered”"_s));
    QVERIFY(run.err.contains(u"--stage to say others"_s));
}

void TestStagesCommand::formats_agree()
{
    const auto json = runCommandLine({u"stages"_s, sample(), u"--user"_s, u"asked_by"_s});
    QVERIFY2(json.code == 0, qPrintable(json.err));
    const auto csv = runCommandLine({u"stages"_s, sample(), u"--format"_s, u"csv"_s});
    const QStringList lines = csv.out.trimmed().split(u'\n');
    QCOMPARE(lines.size(), 5);
    double sum = 0.0;
    for (const QString &line : lines.mid(1))
        sum += line.section(u',', 1, 1).toDouble();
    COMPARE_NEAR(sum, 1000.0, 1e-6);
    const auto text = runCommandLine(
            {u"stages"_s, sample(), u"--user"_s, u"asked_by"_s, u"--format"_s, u"text"_s});
    for (const QJsonValue &sentence : json.at(u"sentences"_s).toArray())
        QVERIFY2(text.out.contains(sentence.toString()), qPrintable(text.out));
}

void TestStagesCommand::svg_isThePicture()
{
    const auto run = runCommandLine({u"stages"_s, sample(), u"--format"_s, u"svg"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.out.startsWith(u"<svg"_s));
    const auto json = runCommandLine({u"stages"_s, sample()});
    const double lost = json.at(u"stages"_s).toArray().at(1)[u"lost"_s].toDouble();
    QVERIFY(run.out.contains(u">\u2212%1<"_s.arg(qRound(lost))));
}

/// In the feature's own words, of the same uses, and with what mending is worth by its values.
void TestStagesCommand::answer_hasThemInItsAppendix()
{
    const auto stages = runCommandLine({u"stages"_s, sample()});
    const double worth = stages.at(u"stages"_s).toArray().at(1)[u"worth"_s].toDouble();
    const auto brief =
            runCommandLine({u"answer"_s, sample(), u"--length"_s, u"brief"_s, u"--case-noun"_s,
                            u"question"_s, u"--value-tp"_s, u"2"_s, u"--value-fp"_s, u"-3"_s});
    QVERIFY2(brief.code == 0, qPrintable(brief.err));
    QVERIFY(brief.out.contains(u"Where it is lost, stage by stage"_s));
    QVERIFY2(brief.out.contains(u"626 of 1,000 questions are right"_s), qPrintable(brief.out));
    QVERIFY2(brief.out.contains(u"+%1 per 1,000 questions"_s.arg(qRound(2.0 * worth))),
             qPrintable(brief.out));
    const auto other =
            runCommandLine({u"answer"_s, testsupport::sampleData(u"assistantanswers.csv"_s),
                            u"--length"_s, u"brief"_s});
    QVERIFY(!other.out.contains(u"stage by stage"_s));
}

/// Names with a ':' in them, waits in seconds, records that say nothing of a stage they come to.
void TestStagesCommand::named_stages_areTaken()
{
    const QString file = m_files.write(u"find:ok,find_s,say\n1,0.5,1\n1,0.5,0\n0,0.1,\n1,,\n"_s);
    const auto run = runCommandLine({u"stages"_s, file, u"--stage"_s, u"Find=find:ok:find_s"_s,
                                     u"--stage"_s, u"Say=say"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"uses"_s).toInt(), 3);
    QCOMPARE(run.at(u"set_aside"_s)[u"unknown"_s].toInt(), 1);
    const QJsonValue find = run.at(u"stages"_s).toArray().at(0);
    QCOMPARE(find[u"name"_s].toString(), u"Find"_s);
    COMPARE_NEAR(find[u"wait_ms"_s].toDouble(), 1100.0 / 3.0, 1e-9);
    COMPARE_NEAR(find[u"worth"_s].toDouble(), 1000.0 / 3.0 / 2.0, 1e-9);
    QVERIFY(run.at(u"stages"_s).toArray().at(1)[u"wait_ms"_s].isNull());
    QVERIFY(run.err.contains(u"1 record is set aside"_s));
}

void TestStagesCommand::unusable_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const QString plain = u"a,b\n1,0\n0,1\n"_s;
    QTest::newRow("nothing named so") << plain << QStringList() << 1 << u"--stage NAME=COLUMN"_s;
    QTest::newRow("no such column")
            << plain << QStringList{u"--stage"_s, u"x=c"_s} << 1 << u"no column named “c”"_s;
    QTest::newRow("no such wait") << plain << QStringList{u"--stage"_s, u"x=a:w"_s} << 1
                                  << u"no column named “w”"_s;
    QTest::newRow("three values") << u"a,b\n1,0\n2,1\n3,1\n4,0\n"_s
                                  << QStringList{u"--stage"_s, u"x=a"_s} << 1 << u"“a”"_s;
    QTest::newRow("no column") << plain << QStringList{u"--stage"_s, u"x"_s} << 2 << u"--stage"_s;
}

void TestStagesCommand::unusable_isRefused()
{
    QFETCH(QString, text);
    QFETCH(QStringList, options);
    QFETCH(int, code);
    QFETCH(QString, said);
    const auto run = runCommandLine(QStringList{u"stages"_s, m_files.write(text)} + options);
    QCOMPARE(run.code, code);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

ONEINN_TEST(TestStagesCommand)

} // namespace tests::cli_stagescommand

#include "tst_stagescommand.moc"
