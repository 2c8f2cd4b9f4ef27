// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/checkcommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <random>
#include <utility>

namespace tests::cli_checkcommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestCheckCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pointAsText_saysWhatToAskInstead();
    void sameFile_holds();
    void sameFile_isToldAsItWasExpected_data();
    void sameFile_isToldAsItWasExpected();
    void worseFile_isOutside();
    void fewUses_cannotTell();
    void since_leavesLaterDaysAlone();
    void unchangedWorlds_areSeldomOutside();
    void words_ofThePoint_tellWhatIsFound();
    void band_sameFile_holds_andTooManyReviewsAreOutside();
    void band_isTheOneOfTheReviewCommand();
    void band_asRulesAndTable_promisesWhatThePointDoes();
    void band_unusable_isRefused();
    void unusablePoints_areRefused_data();
    void unusablePoints_areRefused();
    void wrongOptions_areRefused();
    void rules_pleasePromtool();

private:
    QString world(double wrong, int uses, unsigned seed);
    QString point();
    /// Between 0.4 and 0.7 a person decides.
    QString bandPoint(const QStringList &more = {});
    void checkRules(const QString &rules);

    testsupport::WrittenFiles m_files;
};

/// Half of the uses are shown at 0.5 and above, of these so many wrong, over 20 days.
QString TestCheckCommand::world(double wrong, int uses, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> uniform;
    QString text = u"label,score,day\n"_s;
    for (int i = 0; i < uses; ++i) {
        const bool shown = uniform(random) < 0.5;
        const bool good = uniform(random) < (shown ? 1.0 - wrong : 0.1);
        const double score = shown ? 0.5 + uniform(random) / 2.0 : uniform(random) / 2.0 - 1e-6;
        text += u"%1,%2,2026-03-%3\n"_s.arg(good ? 1 : 0)
                        .arg(QString::number(std::abs(score), 'g', 9))
                        .arg(1 + i * 20 / uses, 2, 10, QLatin1Char('0'));
    }
    return m_files.write(text);
}

QString TestCheckCommand::point()
{
    const auto run = runCommandLine({u"operating-point"_s, world(0.2, 4000, 1), u"--threshold"_s,
                                     u"0.5"_s, u"--date"_s, u"2026-03-21"_s});
    return m_files.write(run.out);
}

void TestCheckCommand::sameFile_holds()
{
    const auto run = runCommandLine({u"check"_s, point(), world(0.2, 4000, 2)});
    QVERIFY2(run.code == 0, qPrintable(run.err + run.out));
    QCOMPARE(run.at(u"outcome"_s).toString(), u"holds"_s);
    QCOMPARE(run.at(u"promises"_s).toArray().size(), 4);
}

/// What was expected is what the same file has, with one interval, whichever limit is asked of it.
void TestCheckCommand::sameFile_isToldAsItWasExpected_data()
{
    QTest::addColumn<QStringList>("asked");
    QTest::newRow("users and days")
            << QStringList{testsupport::sampleData(u"payments-february.csv"_s), u"--preset"_s,
                           u"fraudalert"_s, u"--threshold"_s, u"0.3"_s};
    QTest::newRow("users who leave")
            << QStringList{testsupport::sampleData(u"inlinesuggestion.csv"_s),
                           u"--preset"_s,
                           u"inlinesuggestion"_s,
                           u"--threshold"_s,
                           u"0.5"_s,
                           u"--budget"_s,
                           u"150"_s};
}

void TestCheckCommand::sameFile_isToldAsItWasExpected()
{
    QFETCH(const QStringList, asked);
    const auto decided = runCommandLine(QStringList(u"operating-point"_s) + asked);
    QVERIFY2(decided.code == 0, qPrintable(decided.err));
    const QJsonObject expected = decided.at(u"expected"_s).toObject();
    const auto run = runCommandLine({u"check"_s, m_files.write(decided.out), asked.first()});
    const QJsonArray promises = run.at(u"promises"_s).toArray();
    QVERIFY(promises.size() >= 3);
    for (const auto &promise : promises) {
        const QJsonObject was = expected[promise[u"share"_s].toString()].toObject();
        QCOMPARE(promise[u"found"_s].toDouble(), was[u"share"_s].toDouble());
        QCOMPARE(promise[u"interval"_s][0].toDouble(), was[u"low"_s].toDouble());
        QCOMPARE(promise[u"interval"_s][1].toDouble(), was[u"high"_s].toDouble());
        QVERIFY(promise[u"judged_by"_s].isArray());
    }
}

void TestCheckCommand::worseFile_isOutside()
{
    const auto run = runCommandLine({u"check"_s, point(), world(0.45, 4000, 3)});
    QCOMPARE(run.code, 3);
    const QJsonValue first = run.at(u"promises"_s).toArray().first();
    QCOMPARE(first[u"share"_s].toString(), u"wrong_of_shown"_s);
    QCOMPARE(first[u"outcome"_s].toString(), u"outside"_s);
    QVERIFY(first[u"interval"_s].isArray() || first[u"interval"_s].isObject());
}

void TestCheckCommand::fewUses_cannotTell()
{
    const auto run =
            runCommandLine({u"check"_s, point(), world(0.2, 60, 4), u"--format"_s, u"text"_s});
    QCOMPARE(run.code, 4);
    QVERIFY2(run.out.startsWith(u"Cannot tell yet"_s), qPrintable(run.out));
    QVERIFY(run.out.contains(u"one look at a stretch of time chosen beforehand"_s));
}

void TestCheckCommand::since_leavesLaterDaysAlone()
{
    const QString file = world(0.2, 4000, 5);
    const auto run = runCommandLine({u"check"_s, point(), file, u"--since"_s, u"2026-03-16"_s});
    QVERIFY2(run.code == 0 || run.code == 4, qPrintable(run.err));
    QCOMPARE(run.at(u"uses"_s).toInt(), 1000);
    const auto none = runCommandLine({u"check"_s, point(), file, u"--since"_s, u"2026-04-01"_s});
    QCOMPARE(none.code, 1);
    QVERIFY2(none.err.contains(u"No use is of 2026-04-01 or later"_s), qPrintable(none.err));
    const auto odd = runCommandLine({u"check"_s, point(), file, u"--since"_s, u"yesterday"_s});
    QCOMPARE(odd.code, 1);
}

/// At a share of wrong ones right at what was promised "outside" is said seldom.
void TestCheckCommand::unchangedWorlds_areSeldomOutside()
{
    const QString promised = point();
    const auto first = runCommandLine({u"check"_s, promised, world(0.2, 500, 6)});
    const double atMost = first.at(u"promises"_s)[0][u"at_most"_s].toDouble();
    int outside = 0;
    constexpr int worlds = 150;
    for (unsigned seed = 0; seed < worlds; ++seed)
        outside += runCommandLine({u"check"_s, promised, world(atMost, 500, 100 + seed)}).code == 3
                ? 1
                : 0;
    QVERIFY2(outside <= 10, qPrintable(QString::number(outside)));
}

/// Whoever checks it need not name them again, and may.
void TestCheckCommand::words_ofThePoint_tellWhatIsFound()
{
    const auto point = runCommandLine({u"operating-point"_s, world(0.2, 4000, 1), u"--threshold"_s,
                                       u"0.5"_s, u"--noun"_s, u"alert"_s, u"--case-noun"_s,
                                       u"payment"_s, u"--positive-noun"_s, u"fraud"_s});
    QVERIFY2(point.code == 0, qPrintable(point.err));
    const QString path = m_files.write(point.out);
    const auto check = [&](const QStringList &more) {
        return runCommandLine(
                       QStringList{u"check"_s, path, world(0.2, 4000, 2), u"--format"_s, u"text"_s}
                       + more)
                .out;
    };
    const QString told = check({});
    QVERIFY2(told.contains(u"Missed of the frauds"_s) && told.contains(u"payments"_s),
             qPrintable(told));
    QVERIFY(check({u"--positive-noun"_s, u"chargeback"_s})
                    .contains(u"Missed of the chargebacks"_s));
    const auto plain =
            runCommandLine({u"operating-point"_s, world(0.2, 4000, 1), u"--threshold"_s, u"0.5"_s});
    QVERIFY(!plain.out.contains(u"\"words\""_s));
}

QString TestCheckCommand::bandPoint(const QStringList &more)
{
    const auto run =
            runCommandLine(QStringList{u"operating-point"_s, world(0.2, 4000, 1), u"--threshold"_s,
                                       u"0.5"_s, u"--band"_s, u"0.4,0.7"_s, u"--reviewer-recall"_s,
                                       u"0.9"_s, u"--date"_s, u"2026-03-21"_s}
                           + more);
    return run.code == 0 ? m_files.write(run.out) : run.err;
}

/// Of scores that are spread evenly 3 of 10 lie in the band.
void TestCheckCommand::band_sameFile_holds_andTooManyReviewsAreOutside()
{
    const QString point = bandPoint({u"--uses-per-day"_s, u"1000"_s});
    const auto same = runCommandLine({u"check"_s, point, world(0.2, 4000, 2)});
    QVERIFY2(same.code == 0, qPrintable(same.err + same.out));
    const QJsonArray promises = same.at(u"promises"_s).toArray();
    const QJsonValue reviewed = promises.last();
    QCOMPARE(reviewed[u"share"_s].toString(), u"reviewed"_s);
    COMPARE_NEAR(reviewed[u"found"_s].toDouble(), 0.3, 0.03);
    QVERIFY(reviewed[u"at_most"_s].toDouble() > 0.3);
    QVERIFY2(same.out.contains(u"With 1,000 uses a day that is "_s), qPrintable(same.out));

    const QString scarce =
            bandPoint({u"--uses-per-day"_s, u"1000"_s, u"--reviews-per-day"_s, u"200"_s});
    const auto beyond = runCommandLine({u"check"_s, scarce, world(0.2, 4000, 2)});
    QCOMPARE(beyond.code, 3);
    const QJsonValue tooMany = beyond.at(u"promises"_s).toArray().last();
    QCOMPARE(tooMany[u"outcome"_s].toString(), u"outside"_s);
    QVERIFY(tooMany[u"at_most"_s].toDouble() < 0.2);
}

/// Shown, and wrong, without a person; missed where nobody looks; reviewed as the command says.
void TestCheckCommand::band_isTheOneOfTheReviewCommand()
{
    const QString file = world(0.2, 4000, 1);
    const QStringList band{u"--threshold"_s,       u"0.5"_s, u"--band"_s, u"0.4,0.7"_s,
                           u"--reviewer-recall"_s, u"0.9"_s};
    const auto review = runCommandLine(QStringList{u"review"_s, file} + band);
    QVERIFY2(review.code == 0, qPrintable(review.err));
    COMPARE_NEAR(review.at(u"from"_s).toDouble(), 0.4, 1e-12);
    COMPARE_NEAR(review.at(u"to"_s).toDouble(), 0.7, 1e-12);
    QVERIFY(review.at(u"by_hand"_s).toBool());
    const auto point = runCommandLine(QStringList{u"operating-point"_s, file} + band);
    QCOMPARE(point.at(u"version"_s).toInt(), 2);
    QCOMPARE(point.at(u"expected/missed/counts"_s).toString(), u"missed because nobody looks"_s);
    QCOMPARE(point.at(u"review/with_person/missed"_s).toDouble(),
             review.at(u"missed"_s).toDouble());
    QVERIFY(point.at(u"review/with_person/missed"_s).toDouble()
            > point.at(u"expected/missed/share"_s).toDouble());
    QCOMPARE(point.at(u"review/with_person/wrong_of_shown"_s).toDouble(),
             review.at(u"wrong_of_shown"_s).toDouble());
    COMPARE_NEAR(point.at(u"review/person_decides_if_score/from"_s).toDouble(), 0.4, 1e-12);
    COMPARE_NEAR(point.at(u"review/person_decides_if_score/below"_s).toDouble(), 0.7, 1e-12);
    COMPARE_NEAR(point.at(u"shown_if_score/threshold"_s).toDouble(), 0.7, 1e-12);
    COMPARE_NEAR(point.at(u"review/without_person_shown_if_score/threshold"_s).toDouble(), 0.5,
                 1e-12);
    COMPARE_NEAR(point.at(u"expected/reviewed/share"_s).toDouble(),
                 review.at(u"reviewed_share"_s).toDouble(), 1e-12);
    const auto alone = [&file](const QString &threshold) {
        return runCommandLine({u"operating-point"_s, file, u"--threshold"_s, threshold});
    };
    for (const auto &[share, threshold] :
         {std::pair(u"wrong_of_shown"_s, u"0.7"_s), std::pair(u"missed"_s, u"0.4"_s)}) {
        QJsonObject expected = point.at(u"expected/"_s + share).toObject();
        QVERIFY(!expected.take(u"counts"_s).toString().isEmpty());
        QCOMPARE(expected, alone(threshold).at(u"expected/"_s + share).toObject());
    }
}

/// Each promise of the point is a rule and a row; counters are of what nobody decides but the
/// model.
void TestCheckCommand::band_asRulesAndTable_promisesWhatThePointDoes()
{
    const auto as = [this](const QString &format) {
        return runCommandLine({u"operating-point"_s, world(0.2, 4000, 1), u"--threshold"_s,
                               u"0.5"_s, u"--band"_s, u"0.4,0.7"_s, u"--reviewer-recall"_s,
                               u"0.9"_s, u"--format"_s, format});
    };
    const auto rules = as(u"prometheus"_s);
    QVERIFY2(rules.code == 0, qPrintable(rules.err));
    const auto point = as(u"json"_s);
    int limits = 0;
    const QJsonArray promises = point.at(u"watch/promises"_s).toArray();
    for (const auto &promise : promises)
        limits += (promise[u"at_most"_s].isNull() ? 0 : 1)
                + (promise[u"at_least"_s].isNull() ? 0 : 1);
    QVERIFY(!point.at(u"watch/rollback"_s).isNull());
    QCOMPARE(rules.out.count(u"- alert:"_s), limits + 2);
    for (const QString &counter :
         {u"oneinn_reviewed_total"_s, u"oneinn_alone_wrong_total"_s, u"oneinn_alone_shown_total"_s,
          u"oneinn_unseen_missed_total"_s, u"oneinn_release_alone_wrong_total"_s})
        QVERIFY2(rules.out.contains(counter), qPrintable(counter));
    QVERIFY(!rules.out.contains(u"oneinn_wrong_total"_s));
    QVERIFY(!rules.out.contains(u"oneinn_shown_total"_s));
    checkRules(rules.out);

    const auto table = as(u"csv"_s);
    QVERIFY2(table.code == 0, qPrintable(table.err));
    const QStringList lines = table.out.trimmed().split(u'\n');
    QCOMPARE(lines.size(), 1 + point.at(u"expected"_s).toObject().size());
    const QStringList reviewed = lines.last().split(u',');
    QCOMPARE(reviewed.first(), u"reviewed"_s);
    COMPARE_NEAR(reviewed[1].toDouble(), point.at(u"expected/reviewed/share"_s).toDouble(), 1e-9);
    COMPARE_NEAR(reviewed[4].toDouble(), promises.last()[u"at_most"_s].toDouble(), 1e-9);
}

void TestCheckCommand::band_unusable_isRefused()
{
    const QString file = world(0.2, 400, 1);
    const auto failure = [&file](const QStringList &more) {
        const auto run = runCommandLine(QStringList{u"operating-point"_s, file} + more);
        return run.code == 0 ? QString() : run.err;
    };
    const QStringList band{u"--band"_s, u"0.4,0.7"_s, u"--reviewer-recall"_s, u"0.9"_s};
    QVERIFY(failure(band).isEmpty());
    QVERIFY(failure({u"--band"_s, u"0.4"_s}).contains(u"two scores"_s));
    QVERIFY(failure({u"--band"_s, u"0.4,0.7"_s}).contains(u"--reviewer-recall"_s));
    QVERIFY(failure({u"--band"_s, u"0.5,0.5"_s, u"--reviewer-recall"_s, u"0.9"_s})
                    .contains(u"closed"_s));
    QVERIFY(failure({u"--reviewer-recall"_s, u"0.9"_s}).contains(u"--band"_s));
}

void TestCheckCommand::unusablePoints_areRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("no JSON") << u"{"_s << u"JSON"_s;
    QTest::newRow("another format") << u"{\"format\": \"x\"}"_s << u"is no operating point"_s;
    QTest::newRow("combined")
            << u"{\"format\": \"one-in-n operating point\", \"version\": 2, \"combination\": {}}"_s
            << u"combines several models"_s;
    QTest::newRow("newer") << u"{\"format\": \"one-in-n operating point\", \"version\": 9}"_s
                           << u"another version"_s;
    QTest::newRow("no promises")
            << u"{\"format\": \"one-in-n operating point\", \"version\": 1, \"shown_if_score\": {\"threshold\": 0.5}}"_s
            << u"promises nothing"_s;
    QTest::newRow("no threshold") << u"{\"format\": \"one-in-n operating point\", \"version\": 1}"_s
                                  << u"threshold"_s;
}

void TestCheckCommand::unusablePoints_areRefused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, said);
    const auto run = runCommandLine({u"check"_s, m_files.write(text), world(0.2, 60, 4)});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

void TestCheckCommand::wrongOptions_areRefused()
{
    const auto one = runCommandLine({u"check"_s, point()});
    QCOMPARE(one.code, 2);
    QVERIFY2(one.err.contains(u"Two files are expected"_s), qPrintable(one.err));
    QCOMPARE(runCommandLine({u"check"_s, point(), point(), u"--since"_s, u""_s}).code, 2);
}

/// By Debian's promtool (package prometheus), where it is installed.
void TestCheckCommand::checkRules(const QString &rules)
{
    const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
    if (promtool.isEmpty())
        return;
    QProcess process;
    process.start(promtool, {u"check"_s, u"rules"_s, m_files.write(rules)});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void TestCheckCommand::rules_pleasePromtool()
{
    const auto run =
            runCommandLine({u"operating-point"_s, world(0.2, 4000, 1), u"--threshold"_s, u"0.5"_s,
                            u"--noun"_s, u"a \"quoted\" thing"_s, u"--format"_s, u"prometheus"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.out.count(u"- alert:"_s), 6);
    if (QStandardPaths::findExecutable(u"promtool"_s).isEmpty())
        QSKIP("promtool is not installed (Debian's package prometheus)");
    checkRules(run.out);
}

void TestCheckCommand::pointAsText_saysWhatToAskInstead()
{
    const auto run = runCommandLine({u"operating-point"_s, world(0.2, 4000, 1), u"--threshold"_s,
                                     u"0.5"_s, u"--format"_s, u"text"_s});
    QVERIFY(run.code != 0);
    QVERIFY2(run.err.contains(u"'answer --length sentence'"_s)
                     && run.err.contains(u"'metrics --format text'"_s),
             qPrintable(run.err));
}

ONEINN_TEST(TestCheckCommand)

} // namespace tests::cli_checkcommand

#include "tst_checkcommand.moc"
