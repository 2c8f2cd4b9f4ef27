// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::cli_refusals {

using namespace Qt::StringLiterals;
using testsupport::CommandLineRun;
using testsupport::runCommandLine;

/// Calls that a model declined to answer, told apart from those that failed and those that are
/// late.
class TestRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refused_isAnEndOfItsOwn();
    void refused_besideFailed_eachIsCounted();
    void refused_noneInTheFile_nothingIsSaid();
    void refused_given_orNone();
    void refused_unclear_isAsked();
    void refused_fallBack_isAnsweredByTheOther();
    void refused_isWorthWhatAFailureIs();
    void refused_saidButNotThere_isNoted();

private:
    CommandLineRun metrics(const QStringList &arguments)
    {
        return runCommandLine(QStringList{u"metrics"_s, u"--threshold"_s, u"0.5"_s} + arguments);
    }

    testsupport::WrittenFiles m_files;
};

namespace {

constexpr int uses = 100;

bool isPositive(int i)
{
    return i % 3 == 0;
}

double scoreOf(int i)
{
    return 0.01 * ((i * 37) % 100);
}

bool isRefused(int i)
{
    return i % 25 == 6; // 4 of 100: 6, 31, 56 and 81, of which 6 and 81 are positive
}

bool isFailed(int i)
{
    return i % 50 == 7; // 7, 57: the second is positive
}

int waitOf(int i)
{
    return 100 + 10 * i;
}

/// ending: what the last column says of a use.
template<typename Ending>
QString table(const QString &column, const Ending &ending, bool answers = true)
{
    QString text = u"label,score,latency_ms,%1\n"_s.arg(column);
    for (int i = 0; i < uses; ++i) {
        const bool answered = answers || !(isRefused(i) || isFailed(i));
        text += u"%1,%2,%3,%4\n"_s.arg(isPositive(i) ? 1 : 0)
                        .arg(answered ? QString::number(scoreOf(i)) : QString(),
                             answered ? QString::number(waitOf(i)) : QString(), ending(i));
    }
    return text;
}

QString refusals()
{
    return table(u"is_refusal"_s, [](int i) { return isRefused(i) ? u"true"_s : u"false"_s; });
}

} // namespace

void TestRefusals::refused_isAnEndOfItsOwn()
{
    const QString file = m_files.write(refusals());
    const auto run = metrics({file, u"--budget"_s, u"800"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    int shownWrong = 0;
    int late = 0;
    int good = 0;
    int goodRefused = 0;
    for (int i = 0; i < uses; ++i) {
        good += isPositive(i) ? 1 : 0;
        goodRefused += isPositive(i) && isRefused(i) ? 1 : 0;
        if (isRefused(i))
            continue;
        late += waitOf(i) > 800 ? 1 : 0;
        shownWrong += waitOf(i) <= 800 && !isPositive(i) && scoreOf(i) >= 0.5 ? 1 : 0;
    }
    QCOMPARE(goodRefused, 2);
    QCOMPARE(run.at(u"experience/refused"_s).toDouble(), 0.04);
    QVERIFY(run.at(u"experience/failed"_s).isNull());
    QVERIFY(qAbs(run.at(u"experience/missed_refused"_s).toDouble() - double(goodRefused) / good)
            < 1e-12);
    // Neither late nor in time, though the file has a wait of 910 ms for one of them.
    QVERIFY(qAbs(run.at(u"experience/late"_s).toDouble() - double(late) / uses) < 1e-12);
    const auto shown = run.at(u"experience/shown"_s).toDouble() * uses;
    const auto wrong = run.at(u"experience/wrong_of_shown"_s).toDouble() * shown;
    QVERIFY(qAbs(wrong - shownWrong) < 1e-9);
    QCOMPARE(run.at(u"account/refused"_s).toInt(), 4);
    const auto told = metrics({file, u"--format"_s, u"text"_s});
    QVERIFY2(told.out.contains(u"4 of 100 calls were refused by the model"), qPrintable(told.out));
    QVERIFY2(told.out.contains(u"refused by the model and get no answer"), qPrintable(told.out));
}

void TestRefusals::refused_besideFailed_eachIsCounted()
{
    const auto ending = [](int i) {
        return isRefused(i) ? u"content_filter"_s : isFailed(i) ? u"timeout"_s : u"stop"_s;
    };
    const auto run = metrics({m_files.write(table(u"finish_reason"_s, ending, false))});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"account/refused"_s).toInt(), 4);
    QCOMPARE(run.at(u"account/failed"_s).toInt(), 2);
    QCOMPARE(run.at(u"experience/refused"_s).toDouble(), 0.04);
    QCOMPARE(run.at(u"experience/failed"_s).toDouble(), 0.02);
    QCOMPARE(run.at(u"account/used"_s).toInt(), uses);
}

void TestRefusals::refused_noneInTheFile_nothingIsSaid()
{
    const auto ending = [](int i) { return i % 9 == 0 ? u"length"_s : u"stop"_s; };
    const QString file = m_files.write(table(u"finish_reason"_s, ending));
    const auto run = metrics({file});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(!run.err.contains(u"refus"), qPrintable(run.err));
    QVERIFY(run.at(u"experience/refused"_s).isNull());
    const auto told = metrics({file, u"--format"_s, u"text"_s});
    QVERIFY2(!told.out.contains(u"refus"), qPrintable(told.out));
    const auto columns = runCommandLine({u"columns"_s, file});
    QVERIFY(columns.at(u"roles/refused"_s).isNull());
}

void TestRefusals::refused_given_orNone()
{
    const auto ending = [](int i) { return isRefused(i) ? u"no thanks"_s : u"fine"_s; };
    const QString file = m_files.write(table(u"how"_s, ending));
    QVERIFY(metrics({file}).at(u"experience/refused"_s).isNull());
    const auto given = metrics({file, u"--refused"_s, u"how=no thanks"_s});
    QVERIFY2(given.code == 0, qPrintable(given.err));
    QCOMPARE(given.at(u"experience/refused"_s).toDouble(), 0.04);
    const auto none = metrics({m_files.write(refusals()), u"--refused"_s, QString()});
    QVERIFY2(none.code == 0, qPrintable(none.err));
    QVERIFY(none.at(u"experience/refused"_s).isNull());
}

void TestRefusals::refused_unclear_isAsked()
{
    const auto ending = [](int i) { return isRefused(i) ? u"refused"_s : u"answered"_s; };
    const QString file = m_files.write(table(u"finish_reason"_s, ending));
    const auto asked = metrics({file});
    QCOMPARE(asked.code, 1);
    for (const auto &option : {u"--refused 'finish_reason=refused'"_s, u"--refused ''"_s})
        QVERIFY2(asked.err.contains(option), qPrintable(asked.err));
    QCOMPARE(metrics({file, u"--refused"_s, u"finish_reason=refused"_s})
                     .at(u"account/refused"_s)
                     .toInt(),
             4);
    const auto columns = runCommandLine({u"columns"_s, file});
    QCOMPARE(columns.at(u"roles/refused/certainty"_s).toString(), u"ask"_s);
}

void TestRefusals::refused_fallBack_isAnsweredByTheOther()
{
    QString text = u"id,model,label,score,latency_ms,refusal\n"_s;
    for (int i = 0; i < uses; ++i) {
        const int label = isPositive(i) ? 1 : 0;
        text += u"%1,large,%2,%3,%4,%5\n"_s.arg(i)
                        .arg(label)
                        .arg(scoreOf(i))
                        .arg(waitOf(i))
                        .arg(isRefused(i) ? u"yes"_s : QString());
        text += u"%1,small,%2,%3,50,%4\n"_s.arg(i)
                        .arg(label)
                        .arg(1.0 - scoreOf(i))
                        .arg(i == 31 ? u"yes"_s : QString());
    }
    const QStringList asked{m_files.write(text), u"--model"_s, u"large"_s, u"--budget"_s, u"800"_s};
    QCOMPARE(metrics(asked).at(u"experience/refused"_s).toDouble(), 0.04);
    const auto run = metrics(
            asked + QStringList{u"--late"_s, u"fall-back"_s, u"--fallback"_s, u"small:0.5"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    // Of the four, the small model refuses one as well.
    QCOMPARE(run.at(u"experience/refused"_s).toDouble(), 0.01);
}

void TestRefusals::refused_isWorthWhatAFailureIs()
{
    const QString file = m_files.write(refusals());
    const QStringList values{u"--value-late"_s, u"-7"_s};
    const auto refused = metrics(QStringList{file} + values);
    const auto failed = metrics(
            QStringList{file, u"--refused"_s, QString(), u"--failed"_s, u"is_refusal=true"_s}
            + values);
    QVERIFY2(refused.code == 0 && failed.code == 0, qPrintable(refused.err + failed.err));
    QCOMPARE(refused.at(u"value/per_1000_uses"_s).toDouble(),
             failed.at(u"value/per_1000_uses"_s).toDouble());
    QVERIFY(!refused.at(u"value/per_1000_uses"_s).isNull());
    QCOMPARE(failed.at(u"experience/failed"_s).toDouble(), 0.04);
}

void TestRefusals::refused_saidButNotThere_isNoted()
{
    const auto run = metrics({m_files.write(refusals()), u"--refused"_s, u"is_refusal=perhaps"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.err.contains(u"No record counts as refused by the model"), qPrintable(run.err));
}

ONEINN_TEST(TestRefusals)

} // namespace tests::cli_refusals

#include "tst_refusals.moc"
