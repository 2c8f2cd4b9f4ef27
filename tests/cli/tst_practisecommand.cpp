// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "cli/practiselog.h"
#include "practice/practicecard.h"
#include "support/tablefile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace tests::cli_practisecommand {

using namespace testsupport;
using namespace Qt::StringLiterals;

class TestPractiseCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void json_eachKind_hasQuestionListAndAnswer_data();
    void json_eachKind_hasQuestionListAndAnswer();
    void json_sameSeed_sameCard();
    void json_numbers_areThoseOfMetrics();
    void json_earlierPeriod_isHeldAgainst();
    void json_nobodyChoseWords_areOfTheLabel();
    void card_dataLackIt_saysWhatToDo();
    void text_nothingIsShownBeforeItIsSaid();
    void text_ticked_isCounted();
    void text_nobodyAnswers_endsAllTheSame();
    void log_answered_isKeptAndTold();
    void log_notWanted_isNotKept();
    void log_anyProduct_asksWhich();
    void log_deleted_isGone();
    void log_usage_wrong();
    void options_wrong_data();
    void options_wrong();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

namespace {

/// 40 rows, of which 5 of 20 shown at 0.5 are wrong and 5 of 20 good ones missed.
QString fortyRows()
{
    QString text = u"label,score\n"_s;
    for (int row = 0; row < 40; ++row)
        text += QString::number(row < 20 ? int(row % 4 != 0) : int(row % 4 == 0)) + u','
                + QString::number(row < 20 ? 0.9 - 0.01 * row : 0.4 - 0.01 * (row - 20)) + u'\n';
    return text;
}

/// Says what has been said whenever somebody answers.
class Listening final : public QIODevice {
public:
    Listening(QTextStream *said, const QString *heard, const QByteArray &answers)
        : m_said(said)
        , m_heard(heard)
        , m_answers(answers.split('\n'))
    {
        open(ReadOnly | Unbuffered);
    }
    QStringList atEachAnswer;

protected:
    qint64 readData(char *to, qint64) override
    {
        if (m_answers.isEmpty())
            return -1;
        m_said->flush();
        atEachAnswer.append(*m_heard);
        const QByteArray line = m_answers.takeFirst() + '\n';
        std::copy(line.begin(), line.end(), to);
        return line.size();
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QTextStream *m_said;
    const QString *m_heard;
    QList<QByteArray> m_answers;
};

CommandLineRun practiseLog(const QStringList &options)
{
    CommandLineRun run;
    QTextStream out(&run.out);
    QTextStream err(&run.err);
    run.code = oneinn::cli::runPractiseLogCommand(
            QStringList{u"one-in-n-cli"_s, u"practise-log"_s} + options, out, err);
    out.flush();
    err.flush();
    return run;
}

struct Conversation {
    CommandLineRun run;
    QStringList atEachAnswer; ///< all that had been said by then
};

Conversation conversation(const QStringList &arguments, const QByteArray &answers)
{
    Conversation held;
    QTextStream out(&held.run.out);
    QTextStream err(&held.run.err);
    Listening listening(&out, &held.run.out, answers);
    QTextStream in(&listening);
    held.run.code = oneinn::cli::run(QStringList{u"one-in-n-cli"_s, u"practise"_s} + arguments, out,
                                     err, &in);
    out.flush();
    err.flush();
    held.atEachAnswer = listening.atEachAnswer;
    return held;
}

} // namespace

/// Nobody's own log is written to.
void TestPractiseCommand::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->path().toLocal8Bit());
}

void TestPractiseCommand::json_eachKind_hasQuestionListAndAnswer_data()
{
    QTest::addColumn<QString>("kind");
    for (const oneinn::CardKind kind : oneinn::cardKinds)
        QTest::newRow(qPrintable(oneinn::keyOf(kind))) << oneinn::keyOf(kind);
}

void TestPractiseCommand::json_eachKind_hasQuestionListAndAnswer()
{
    QFETCH(const QString, kind);
    WrittenFiles files;
    const auto run = runCommandLine({u"practise"_s, files.write(fortyRows()), u"--kind"_s, kind,
                                     u"--card"_s, u"1"_s, u"--format"_s, u"json"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"kind"_s).toString(), kind);
    QCOMPARE(run.at(u"card"_s).toInt(), 1);
    QVERIFY(!run.at(u"question"_s).toString().isEmpty());
    QVERIFY(run.at(u"checklist"_s).toArray().size() >= 8);
    QVERIFY(!run.at(u"answer"_s).toArray().isEmpty());
    QCOMPARE(run.at(u"seconds"_s).toArray(), QJsonArray({900, 90}));
}

void TestPractiseCommand::json_sameSeed_sameCard()
{
    WrittenFiles files;
    const QString path = files.write(fortyRows());
    QSet<QString> questions;
    for (const auto *seed : {"1", "2", "3", "4", "5", "6"}) {
        const QStringList arguments{u"practise"_s,       path,          u"--seed"_s,
                                    QLatin1String(seed), u"--format"_s, u"json"_s};
        const auto run = runCommandLine(arguments);
        QCOMPARE(runCommandLine(arguments).out, run.out);
        questions.insert(run.at(u"question"_s).toString());
    }
    QVERIFY(questions.size() > 1);
}

void TestPractiseCommand::json_numbers_areThoseOfMetrics()
{
    const QString sample = sampleData(u"assistantanswers.csv"_s);
    const QStringList at{sample, u"--threshold"_s, u"0.9"_s, u"--format"_s, u"json"_s};
    const auto metrics = runCommandLine(QStringList(u"metrics"_s) + at);
    const auto card = runCommandLine(QStringList(u"practise"_s) + at
                                     + QStringList{u"--kind"_s, u"metric"_s, u"--card"_s, u"3"_s});
    const double recall = metrics.at(u"metrics/recall"_s).toDouble();
    const QString question = card.at(u"question"_s).toString();
    QVERIFY2(recall > 0.0 && question.contains(u"Recall is %1 %"_s.arg(qRound(100.0 * recall))),
             qPrintable(question));
}

void TestPractiseCommand::json_earlierPeriod_isHeldAgainst()
{
    const QString before = sampleData(u"payments-february.csv"_s);
    const QStringList asked{u"practise"_s, sampleData(u"payments-march.csv"_s),
                            u"--preset"_s, u"fraudalert"_s,
                            u"--kind"_s,   u"failure"_s,
                            u"--format"_s, u"json"_s};
    const auto answer = [&](const QStringList &more) {
        const auto run = runCommandLine(asked + more);
        QString paragraphs;
        const auto said = run.at(u"answer"_s).toArray();
        for (const auto &each : said)
            paragraphs += each.toString() + u'\n';
        return paragraphs;
    };
    const QString alone = answer({});
    QVERIFY2(alone.contains(u"one period cannot say what changed"), qPrintable(alone));
    const QString compared = answer({u"--before"_s, before});
    QVERIFY2(compared.contains(u"gift-card") && !compared.contains(u"one period"),
             qPrintable(compared));
    const auto missing = runCommandLine(asked + QStringList{u"--before"_s, u"/no/such.csv"_s});
    QCOMPARE(missing.code, 1);
    QVERIFY2(missing.err.contains(u"such.csv"), qPrintable(missing.err));
    // Of other kinds nothing is held against it: said, and not passed over.
    const auto other = runCommandLine(
            {u"practise"_s, before, u"--kind"_s, u"tradeoff"_s, u"--before"_s, before});
    QCOMPARE(other.code, 2);
    QVERIFY2(other.err.contains(u"--before is for cards of the kind failure"),
             qPrintable(other.err));
    // Without a kind it is one of these; everything on it is told at the threshold of before.
    const auto drawn =
            runCommandLine({u"practise"_s, sampleData(u"payments-march.csv"_s), u"--preset"_s,
                            u"fraudalert"_s, u"--format"_s, u"json"_s, u"--before"_s, before});
    QCOMPARE(drawn.at(u"kind"_s).toString(), u"failure"_s);
}

/// Cards, lists and answers, also of two periods; words of one's own go before.
void TestPractiseCommand::json_nobodyChoseWords_areOfTheLabel()
{
    const TableFiles files;
    const auto written = [&files](const QString &name) {
        return files.write(name, fortyRows().replace(u"label,"_s, u"is_spam,"_s).toUtf8());
    };
    const QString now = written(u"now.csv"_s);
    for (const QString &kind :
         {u"design"_s, u"failure"_s, u"tradeoff"_s, u"executive"_s, u"metric"_s}) {
        const auto run = runCommandLine({u"practise"_s, now, u"--kind"_s, kind, u"--card"_s, u"1"_s,
                                         u"--format"_s, u"json"_s});
        QVERIFY2(run.out.contains(u"spam"_s) && !run.out.contains(u"suggestion"_s)
                         && !run.out.contains(u"good one"_s),
                 qPrintable(run.out));
    }
    const auto between =
            runCommandLine({u"practise"_s, now, u"--before"_s, written(u"then.csv"_s), u"--card"_s,
                            u"2"_s, u"--kind"_s, u"failure"_s, u"--format"_s, u"json"_s});
    QCOMPARE(between.code, 0);
    QVERIFY2(!between.out.contains(u"suggestion"_s), qPrintable(between.out));
    const auto own = runCommandLine({u"practise"_s, now, u"--noun"_s, u"warning"_s, u"--kind"_s,
                                     u"design"_s, u"--card"_s, u"1"_s, u"--format"_s, u"json"_s});
    QVERIFY2(own.out.contains(u"good warning"_s) && !own.out.contains(u"spam tag"_s),
             qPrintable(own.out));
}

void TestPractiseCommand::card_dataLackIt_saysWhatToDo()
{
    WrittenFiles files;
    const auto run = runCommandLine({u"practise"_s, files.write(fortyRows()), u"--kind"_s,
                                     u"tradeoff"_s, u"--card"_s, u"2"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"is about waits, and these data have none"), qPrintable(run.err));
}

void TestPractiseCommand::text_nothingIsShownBeforeItIsSaid()
{
    WrittenFiles files;
    const auto held = conversation(
            {files.write(fortyRows()), u"--kind"_s, u"tradeoff"_s, u"--card"_s, u"1"_s}, "\nab\n");
    QVERIFY2(held.run.code == 0, qPrintable(held.run.err));
    QVERIFY(held.atEachAnswer.size() >= 2);
    const QString first = held.atEachAnswer.at(0);
    QVERIFY2(first.contains(u"Tradeoff, card 1") && first.contains(u"Say it first")
                     && !first.contains(u"strong answers") && !first.contains(u"own answer"),
             qPrintable(first));
    const QString second = held.atEachAnswer.at(1);
    QVERIFY2(second.contains(u"What strong answers do:") && !second.contains(u"own answer"),
             qPrintable(second));
    QVERIFY(held.run.out.contains(u"The program's own answer:"));
}

void TestPractiseCommand::text_ticked_isCounted()
{
    WrittenFiles files;
    const auto held = conversation(
            {files.write(fortyRows()), u"--kind"_s, u"tradeoff"_s, u"--card"_s, u"1"_s},
            "\nA, c a z\n");
    QVERIFY2(held.run.out.contains(u"You said 2 of 9. Not said:\n"), qPrintable(held.run.out));
    QVERIFY(!held.run.out.section(u"Not said:"_s, 1)
                     .section(u"The program's"_s, 0, 0)
                     .contains(u"Asks first"));
}

void TestPractiseCommand::text_nobodyAnswers_endsAllTheSame()
{
    WrittenFiles files;
    const auto run = runCommandLine({u"practise"_s, files.write(fortyRows())});
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains(u"The program's own answer:"));
}

void TestPractiseCommand::log_answered_isKeptAndTold()
{
    QVERIFY(practiseLog({}).out.contains(u"Nothing was practised in two weeks."));
    WrittenFiles files;
    const QStringList card{files.write(fortyRows()), u"--kind"_s, u"tradeoff"_s, u"--card"_s,
                           u"1"_s};
    for (int i = 0; i < 2; ++i) {
        const auto held = conversation(card, "\nabcdefgh\n");
        QVERIFY2(held.run.out.contains(u"practise-log"), qPrintable(held.run.out));
    }
    const auto told = practiseLog({});
    QVERIFY2(told.out.startsWith(u"1 product in two weeks: 2 cards,")
                     && told.out.contains(u"Left out in 2 of 2 cards: Says what is not known."),
             qPrintable(told.out));
    QCOMPARE(practiseLog({u"--format"_s, u"csv"_s}).column(u"card"_s),
             QStringList({u"1"_s, u"1"_s}));
    QCOMPARE(practiseLog({u"--format"_s, u"json"_s}).at(u"cards"_s).toInt(), 2);
}

void TestPractiseCommand::log_notWanted_isNotKept()
{
    WrittenFiles files;
    const QString path = files.write(fortyRows());
    conversation({path, u"--no-log"_s}, "\na\n");
    runCommandLine({u"practise"_s, path}); // nobody answers
    runCommandLine({u"practise"_s, path, u"--format"_s, u"json"_s});
    QVERIFY(practiseLog({}).out.contains(u"Nothing was practised"));
}

void TestPractiseCommand::log_anyProduct_asksWhich()
{
    WrittenFiles files;
    conversation({files.write(fortyRows()), u"--kind"_s, u"any"_s}, "\na\n =My mail \n");
    QCOMPARE(practiseLog({u"--format"_s, u"csv"_s}).column(u"product"_s),
             QStringList(u"'=My mail"_s));
}

void TestPractiseCommand::log_deleted_isGone()
{
    WrittenFiles files;
    conversation({files.write(fortyRows())}, "\na\nx\n");
    QCOMPARE(practiseLog({u"--delete"_s}).code, 0);
    QVERIFY(practiseLog({}).out.contains(u"Nothing was practised"));
}

void TestPractiseCommand::log_usage_wrong()
{
    for (const QStringList &wrong :
         {QStringList{u"x"_s}, {u"--days"_s, u"0"_s}, {u"--format"_s, u"pdf"_s}}) {
        const auto run = practiseLog(wrong);
        QCOMPARE(run.code, 2);
        QVERIFY(run.err.startsWith(u"Usage:"));
    }
}

void TestPractiseCommand::options_wrong_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("part");
    QTest::newRow("another kind") << QStringList{u"--kind"_s, u"riddle"_s} << u"design, failure"_s;
    QTest::newRow("card without a kind") << QStringList{u"--card"_s, u"2"_s} << u"--kind"_s;
    QTest::newRow("card beyond the last")
            << QStringList{u"--kind"_s, u"design"_s, u"--card"_s, u"7"_s} << u"from 1 to 6"_s;
    QTest::newRow("seed in words") << QStringList{u"--seed"_s, u"lucky"_s} << u"whole number"_s;
    QTest::newRow("another format") << QStringList{u"--format"_s, u"csv"_s} << u"text or json"_s;
}

void TestPractiseCommand::options_wrong()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, part);
    const auto run = runCommandLine(QStringList{u"practise"_s, u"x.csv"_s} + options);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(part), qPrintable(run.err));
}

ONEINN_TEST(TestPractiseCommand)

} // namespace tests::cli_practisecommand

#include "tst_practisecommand.moc"
