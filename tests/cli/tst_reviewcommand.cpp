// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/reviewcommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonObject>
#include <QTest>

namespace tests::cli_reviewcommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestReviewCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_triage_isTheExample();
    void json_scarceReviewer_keepsToTheDay();
    void json_uselessReviewer_closesTheBand();
    void text_namesTheBand();
    void text_lowerIsPositive_namesTheOtherSide();
    void oneMoreReview_anyCapacity_isTheDifferenceOfTheBests();
    void tooSmallADay_noBandFits_saysWhatWould();
    void preset_withoutOptions_bringsTheReviewer();
    void band_named_isToldInEitherOrder();
    void band_beyondTheDay_saysByHowMuch();
    void answer_withBand_saysWhatReviewSays_data();
    void answer_withBand_saysWhatReviewSays();
    void answer_withBand_watchesWhatIsShownAlone();
    void wrongOptions_areRefused();

private:
    QString triage();
    QStringList arguments(const QStringList &more);

    testsupport::WrittenFiles m_files;
};

/// Calibrated scores in steps of 1/57, which both ends of the band are multiples of: of 57 uses
/// with the score i/57 i are positive.
QString TestReviewCommand::triage()
{
    constexpr int steps = 57;
    QString text = u"label,score\n"_s;
    for (int i = 0; i <= steps; ++i) {
        for (int use = 0; use < steps; ++use)
            text += u"%1,%2\n"_s.arg(QString::number(use < i ? 1 : 0),
                                     QString::number(double(i) / steps, 'g', 17));
    }
    return m_files.write(text);
}

QStringList TestReviewCommand::arguments(const QStringList &more)
{
    return QStringList{u"review"_s,     triage(), u"--value-tp"_s, u"0"_s, u"--value-fp"_s, u"-5"_s,
                       u"--value-fn"_s, u"-20"_s, u"--value-tn"_s, u"0"_s}
    + more;
}

namespace {

double number(const QJsonValue &value)
{
    return value.toDouble(-1e300);
}

} // namespace

/// FP 5, FN 20, a review 1, 95 of 100 found: from 1/19 to 2/3, closing at 2.80. At 1/19 both are
/// worth the same, and the higher threshold asks less; so it is at 2/3.
void TestReviewCommand::json_triage_isTheExample()
{
    const auto run = runCommandLine(
            arguments({u"--reviewer-recall"_s, u"0.95"_s, u"--review-cost"_s, u"1"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    COMPARE_NEAR(number(run.at(u"from"_s)), 4.0 / 57.0, 1e-12);
    COMPARE_NEAR(number(run.at(u"to"_s)), 39.0 / 57.0, 1e-12);
    COMPARE_NEAR(number(run.at(u"closes_at_price_if_calibrated"_s)), 2.8, 1e-12);
    // No chance is exactly 1/5: of those there are 12/57 is worth most.
    COMPARE_NEAR(number(run.at(u"closes_at_price"_s)), 5.0 * 45.0 / 57.0 - 1.0 - 12.0 / 57.0, 1e-9);
    QCOMPARE(run.at(u"price_of_one_more_review"_s).toDouble(-1.0), 0.0);
    double without = 0.0;
    double with = 0.0;
    for (int i = 0; i <= 57; ++i) {
        const double p = i / 57.0;
        without -= std::min(20.0 * p, 5.0 * (1.0 - p)) / 58.0;
        with -= std::min({20.0 * p, 5.0 * (1.0 - p), 1.0 + p * 0.05 * 20.0}) / 58.0;
    }
    COMPARE_NEAR(number(run.at(u"value_per_1000/without"_s)), 1000.0 * without, 1e-6);
    COMPARE_NEAR(number(run.at(u"value_per_1000/with"_s)), 1000.0 * with, 1e-6);
}

void TestReviewCommand::json_scarceReviewer_keepsToTheDay()
{
    const auto run = runCommandLine(
            arguments({u"--reviewer-recall"_s, u"0.95"_s, u"--review-cost"_s, u"1"_s,
                       u"--reviews-per-day"_s, u"20"_s, u"--uses-per-day"_s, u"100"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const double reviews = number(run.at(u"reviews_per_day"_s));
    QVERIFY(reviews > 0.0 && reviews <= 14.08);
    QVERIFY(number(run.at(u"day/overrun_days"_s)) <= 0.05);
    const double price = number(run.at(u"shadow_price"_s));
    QVERIFY(price > 0.0 && price < 2.8);
    // The band at that price, as calibrated chances say: (1 + x)/19 to (4 - x)/6, to one step.
    QVERIFY(std::abs(number(run.at(u"from"_s)) - (1.0 + price) / 19.0) <= 1.01 / 57.0);
    QVERIFY(std::abs(number(run.at(u"to"_s)) - (4.0 - price) / 6.0) <= 1.01 / 57.0);
}

void TestReviewCommand::json_uselessReviewer_closesTheBand()
{
    const auto run = runCommandLine(
            arguments({u"--reviewer-recall"_s, u"0.3"_s, u"--reviewer-false-alarms"_s, u"0.2"_s,
                       u"--review-cost"_s, u"1"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.at(u"from"_s).isNull());
    COMPARE_NEAR(number(run.at(u"closes_at_price_if_calibrated"_s)), -0.6, 1e-12);
    QVERIFY(number(run.at(u"closes_at_price"_s)) < -0.6);
    COMPARE_NEAR(number(run.at(u"value_per_1000/with"_s)),
                 number(run.at(u"value_per_1000/without"_s)), 1e-9);
}

void TestReviewCommand::text_namesTheBand()
{
    const auto run =
            runCommandLine(arguments({u"--reviewer-recall"_s, u"0.95"_s, u"--review-cost"_s, u"1"_s,
                                      u"--format"_s, u"text"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.out.startsWith(u"A person decides from "_s), qPrintable(run.out));
    QVERIFY2(run.out.contains(u"95 of 100"_s), qPrintable(run.out));
}

/// The higher a score, the less it is: nothing is shown above the band.
void TestReviewCommand::text_lowerIsPositive_namesTheOtherSide()
{
    QString text = u"label,score\n"_s;
    for (int i = 0; i < 400; ++i)
        text += u"%1,%2\n"_s.arg(QString::number((i * 7) % 20 < i / 20 ? 0 : 1),
                                 QString::number(double(i / 4) / 100.0, 'g', 17));
    const auto run = runCommandLine({u"review"_s, m_files.write(text), u"--lower-is-positive"_s,
                                     u"--value-tp"_s, u"0"_s, u"--value-fp"_s, u"-5"_s,
                                     u"--value-fn"_s, u"-5"_s, u"--reviewer-recall"_s, u"0.95"_s,
                                     u"--review-cost"_s, u"1"_s, u"--format"_s, u"text"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.out.contains(u" down to "_s) && run.out.contains(u" Above "_s),
             qPrintable(run.out));
    QVERIFY2(!run.out.contains(u"999"_s) && !run.out.contains(u"  "_s), qPrintable(run.out));
}

/// What one more is worth is what there is more with one more, for the file's own steps.
void TestReviewCommand::oneMoreReview_anyCapacity_isTheDifferenceOfTheBests()
{
    const auto at = [](int reviews) {
        return runCommandLine({u"review"_s,
                               testsupport::sourceFolder(u"sample_data/payments-february.csv"_s),
                               u"--preset"_s, u"fraudalert"_s, u"--reviewer-recall"_s, u"0.9"_s,
                               u"--reviewer-false-alarms"_s, u"0.05"_s, u"--review-cost"_s, u"2"_s,
                               u"--uses-per-day"_s, u"10000"_s, u"--reviews-per-day"_s,
                               QString::number(reviews)});
    };
    const auto valuePerDay = [](const auto &run) {
        return 10.0 * number(run.at(u"value_per_1000/with"_s));
    };
    for (const int reviews : {5, 10, 100}) {
        const auto now = at(reviews);
        const auto next = at(reviews + 1);
        QVERIFY2(now.code == 0, qPrintable(now.err));
        COMPARE_NEAR(number(now.at(u"price_of_one_more_review"_s)),
                     valuePerDay(next) - valuePerDay(now), 1e-6);
        const int more = int(number(now.at(u"next_reviews_that_bring_anything/reviews_per_day"_s)));
        QVERIFY(more > reviews);
        const auto then = at(more);
        COMPARE_NEAR(number(now.at(u"next_reviews_that_bring_anything/worth_per_day"_s)),
                     valuePerDay(then) - valuePerDay(now), 1e-6);
        if (more > reviews + 1)
            COMPARE_NEAR(valuePerDay(at(more - 1)), valuePerDay(now), 1e-6);
        QVERIFY(number(now.at(u"shadow_price"_s)) > 0.0);
    }
}

void TestReviewCommand::tooSmallADay_noBandFits_saysWhatWould()
{
    const auto run = runCommandLine(
            arguments({u"--reviewer-recall"_s, u"0.95"_s, u"--review-cost"_s, u"1"_s,
                       u"--reviews-per-day"_s, u"1"_s, u"--uses-per-day"_s, u"1000000"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.at(u"from"_s).isNull());
    QVERIFY(number(run.at(u"next_reviews_that_bring_anything/reviews_per_day"_s)) > 1000.0);
    QVERIFY2(run.out.contains(u"No band fits into the day"_s), qPrintable(run.out));
}

void TestReviewCommand::preset_withoutOptions_bringsTheReviewer()
{
    const QString file = testsupport::sourceFolder(u"sample_data/fraudalerts.csv"_s);
    const auto run = runCommandLine({u"review"_s, file, u"--preset"_s, u"fraudalert"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.at(u"reviewer/is_preset"_s).toBool());
    COMPARE_NEAR(number(run.at(u"reviewer/recall"_s)), 0.9, 1e-12);
    COMPARE_NEAR(number(run.at(u"reviewer/cost"_s)), 2.0, 1e-12);
    QVERIFY2(run.err.contains(u"assumed as for this kind of feature"_s), qPrintable(run.err));
    QVERIFY(run.out.contains(u"Assumed: a reviewer finds 90 of 100 of the frauds"_s));
    const auto dearer = runCommandLine(
            {u"review"_s, file, u"--preset"_s, u"fraudalert"_s, u"--review-cost"_s, u"3"_s});
    COMPARE_NEAR(number(dearer.at(u"reviewer/cost"_s)), 3.0, 1e-12);
    COMPARE_NEAR(number(dearer.at(u"reviewer/recall"_s)), 0.9, 1e-12);
}

void TestReviewCommand::band_named_isToldInEitherOrder()
{
    const QStringList reviewer{u"--reviewer-recall"_s, u"0.95"_s, u"--review-cost"_s, u"1"_s};
    const auto at = [&](const QString &band) {
        return runCommandLine(arguments(reviewer + QStringList{u"--band"_s, band}));
    };
    const auto one = at(u"0.2,0.5"_s);
    QVERIFY2(one.code == 0, qPrintable(one.err));
    COMPARE_NEAR(number(one.at(u"from"_s)), 0.2, 1e-12);
    COMPARE_NEAR(number(one.at(u"to"_s)), 0.5, 1e-12);
    QVERIFY(one.at(u"by_hand"_s).toBool() && one.out.contains(u"The best band is from"_s));
    QCOMPARE(at(u"0.5,0.2"_s).out, one.out);
    const auto best = at(u"best"_s);
    QVERIFY(!best.at(u"by_hand"_s).toBool());
    // One that decides as the best does is told as the best.
    const auto same = at(u"%1,%2"_s.arg(QString::number(number(best.at(u"from"_s)), 'g', 17),
                                        QString::number(number(best.at(u"to"_s)), 'g', 17)));
    QCOMPARE(same.out, best.out);
}

void TestReviewCommand::band_beyondTheDay_saysByHowMuch()
{
    const auto run = runCommandLine(arguments(
            {u"--reviewer-recall"_s, u"0.95"_s, u"--review-cost"_s, u"1"_s, u"--band"_s,
             u"0.2,0.5"_s, u"--reviews-per-day"_s, u"20"_s, u"--uses-per-day"_s, u"100"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const double reviews = number(run.at(u"reviews_per_day"_s));
    const double most = number(run.at(u"day/most_on_average"_s));
    QVERIFY(reviews > most);
    const QString said = u"This is beyond your limit of 20 reviews a day: 95 of 100 days keep to "
                         "it with %1 on average, and %2 come, %3 too many."_s.arg(
                                 QString::number(most, 'f', 0), QString::number(reviews, 'f', 0),
                                 QString::number(reviews - most, 'f', 0));
    QVERIFY2(run.out.contains(said), qPrintable(said + run.out));
}

void TestReviewCommand::answer_withBand_saysWhatReviewSays_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QStringList>("more");
    const QStringList recall{u"--reviewer-recall"_s, u"0.9"_s};
    const QStringList days{u"--uses-per-day"_s, u"10000"_s, u"--reviews-per-day"_s, u"40"_s};
    QTest::newRow("fraud") << u"fraudalerts"_s << u"fraudalert"_s << QStringList();
    QTest::newRow("fraud, scarce") << u"fraudalerts"_s << u"fraudalert"_s << days;
    QTest::newRow("moderation") << u"payments-march"_s << u"contentmoderation"_s << days;
    QTest::newRow("screening") << u"tumourscreening"_s << u"medicalscreening"_s << QStringList();
    QTest::newRow("suggestions") << u"inlinesuggestion"_s << u"inlinesuggestion"_s << recall;
    QTest::newRow("by hand") << u"fraudalerts"_s << u"fraudalert"_s
                             << QStringList{u"--band"_s, u"0.02,0.5"_s};
}

/// Each of its sentences, and in every length who decides.
void TestReviewCommand::answer_withBand_saysWhatReviewSays()
{
    QFETCH(const QString, file);
    QFETCH(const QString, preset);
    QFETCH(QStringList, more);
    if (!more.contains(u"--band"_s))
        more += QStringList{u"--band"_s, u"best"_s};
    const QStringList asked =
            QStringList{testsupport::sourceFolder(u"sample_data/%1.csv"_s.arg(file)), u"--preset"_s,
                        preset}
            + more;
    const auto review = runCommandLine(QStringList{u"review"_s} + asked
                                       + QStringList{u"--format"_s, u"text"_s});
    QVERIFY2(review.code == 0, qPrintable(review.err));
    const QStringList sentences = review.out.trimmed().split(u'\n');
    QVERIFY2(sentences.size() >= 4, qPrintable(review.out));
    const auto answer = [&asked](const QString &length) {
        return runCommandLine(QStringList{u"answer"_s} + asked
                              + QStringList{u"--length"_s, length, u"--date"_s, u"2026-11-30"_s})
                .out;
    };
    const QString brief = answer(u"brief"_s);
    for (const QString &sentence : sentences)
        QVERIFY2(brief.contains(sentence), qPrintable(sentence + u'\n' + brief));
    const QString lead = brief.section(u"**"_s, 1, 1);
    QVERIFY(lead.contains(u"a person decides"_s, Qt::CaseInsensitive));
    for (const QString &length : {u"sentence"_s, u"spoken"_s, u"executive"_s}) {
        const QString told = answer(length);
        QVERIFY2(told.contains(lead) && told.contains(u"Assumed: a reviewer finds"_s),
                 qPrintable(told));
    }
}

/// What is checked after a launch can be counted without asking the reviewer: it is the rule of the
/// operating point of the same band.
void TestReviewCommand::answer_withBand_watchesWhatIsShownAlone()
{
    const QStringList asked{testsupport::sourceFolder(u"sample_data/payments-february.csv"_s),
                            u"--preset"_s, u"fraudalert"_s, u"--band"_s, u"0.01,0.3"_s};
    const auto point = runCommandLine(QStringList{u"operating-point"_s} + asked
                                      + QStringList{u"--threshold"_s, u"0.06"_s});
    QVERIFY2(point.code == 0, qPrintable(point.err));
    const QJsonArray looks = point.at(u"watch/rollback/looks"_s).toArray();
    const int shown = looks.isEmpty() ? 0 : looks.last()[u"shown"_s].toInt();
    QVERIFY(shown > 0);
    const auto brief = runCommandLine(QStringList{u"answer"_s} + asked
                                      + QStringList{u"--date"_s, u"2026-11-30"_s});
    QVERIFY2(brief.code == 0, qPrintable(brief.err));
    const QString rule =
            u"We check the first %1 raised without a review and roll back at the "_s.arg(shown);
    QVERIFY2(brief.out.contains(rule), qPrintable(rule + brief.out));
    QVERIFY(brief.out.contains(u"payments raise an alert without a review."_s));
    QVERIFY(!brief.out.contains(u"We will know by customers: half of them"_s));
    QVERIFY(brief.out.contains(u"| Our choice: a person from 0.01 to 0.30 "_s));
}

void TestReviewCommand::wrongOptions_areRefused()
{
    QVERIFY(runCommandLine(arguments({})).code != 0);
    const auto noUses = runCommandLine(
            arguments({u"--reviewer-recall"_s, u"1"_s, u"--reviews-per-day"_s, u"5"_s}));
    QVERIFY(noUses.code != 0 && noUses.err.contains(u"--uses-per-day"_s));
}

ONEINN_TEST(TestReviewCommand)

} // namespace tests::cli_reviewcommand

#include "tst_reviewcommand.moc"
