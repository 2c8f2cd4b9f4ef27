// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/answered.h"
#include "report/markdown.h"
#include "wording/noun.h"

#include "support/testprogram.h"
#include "wording/feature.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <vector>

namespace tests::report_answer {

using namespace oneinn;
using namespace Qt::StringLiterals;
using report::Length;
using testsupport::Answered;
using testsupport::answeredSamples;
using testsupport::wholeText;

namespace {

constexpr Length everyLength[] = {Length::Sentence, Length::Spoken, Length::Brief,
                                  Length::Executive};

const Answered &sample(int index)
{
    static std::map<int, Answered> known;
    const auto found = known.find(index);
    if (found != known.end())
        return found->second;
    return known
            .emplace(
                    index,
                    testsupport::answeredSample(answeredSamples()[static_cast<std::size_t>(index)]))
            .first->second;
}

void addSamples()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < answeredSamples().size(); ++i)
        QTest::newRow(answeredSamples()[i].file) << static_cast<int>(i);
}

int wordsOf(const QString &text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    int words = 0;
    for (const QString &piece : text.split(blanks, Qt::SkipEmptyParts)) {
        const bool isWord = std::any_of(piece.begin(), piece.end(),
                                        [](QChar c) { return c.isLetterOrNumber(); });
        words += isWord ? 1 : 0;
    }
    return words;
}

QString bodyText(report::Report report)
{
    report.title.clear();
    report.lead.clear();
    report.appendix.clear();
    return wholeText(report);
}

/// Rows that are needed for a case, each so many times.
struct Case {
    int count;
    int label;
    double score;
    double latency = 100.0;
};

PredictionsPtr predictionsOf(const std::vector<Case> &cases, bool withLatency = true)
{
    std::vector<Case> rows;
    for (const Case &one : cases)
        rows.insert(rows.end(), static_cast<std::size_t>(one.count), one);
    const auto n = static_cast<Eigen::Index>(rows.size());
    PredictionColumns columns;
    columns.label.resize(n);
    columns.score.resize(n);
    Eigen::ArrayXd latency(n);
    RowAccount account;
    for (Eigen::Index i = 0; i < n; ++i) {
        const Case &row = rows[static_cast<std::size_t>(i)];
        columns.label[i] = static_cast<std::uint8_t>(row.label);
        columns.score[i] = row.score;
        latency[i] = row.latency;
        account.countUsed();
    }
    if (withLatency)
        columns.latency = latency;
    return std::make_shared<const Predictions>(std::move(columns), account);
}

const std::vector<Case> usual{{170, 1, 0.8},        {30, 0, 0.7},       {60, 1, 0.45},
                              {25, 0, 0.52},        {30, 1, 0.3},       {600, 0, 0.1},
                              {20, 1, 0.75, 900.0}, {40, 0, 0.2, 900.0}};

Scenario at(double threshold, Budget budget = Milliseconds{400.0})
{
    Scenario scenario;
    scenario.threshold = {threshold};
    scenario.budget = budget;
    return scenario;
}

/// What must hold of any text, whatever it is about.
QString fault(const QString &text)
{
    static const QRegularExpression wrong(
            u"\\bnan\\b|\\binf\\b|  |\\.\\.|,,| ,| \\.|\\(\\)|%\\d|: \\.|;\\.|\\b1 [a-z]+s are\\b|"
            "your (own|assumption)|You have"_s);
    for (const QString &line : text.split(u'\n')) {
        if (wrong.match(line).hasMatch())
            return line;
        const bool startsLow = line.at(0).isLower();
        if (startsLow && !line.startsWith(u"cloud"_s) && !line.contains(u" | "_s))
            return u"starts low: "_s + line;
    }
    return {};
}

double shareOf(double part, double all)
{
    return part / all;
}

/// Wilson 1927, written down a second time.
std::pair<double, double> wilson(double k, double n)
{
    constexpr double z = 1.959963984540054;
    const double p = k / n;
    const double mid = p + z * z / (2.0 * n);
    const double half = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n));
    return {(mid - half) / (1.0 + z * z / n), (mid + half) / (1.0 + z * z / n)};
}

/// A rule as it is printed, obeyed by someone who has read nothing else.
struct PrintedRule {
    struct Look {
        int shown;
        int rollBackAt;
        int keepUpTo;
    };
    std::vector<Look> looks;
};

/// The number that an ordinal names.
int ordinalNumber(const QString &word)
{
    static const QStringList words{u"first"_s, u"second"_s,  u"third"_s,  u"fourth"_s, u"fifth"_s,
                                   u"sixth"_s, u"seventh"_s, u"eighth"_s, u"ninth"_s,  u"tenth"_s};
    const auto index = words.indexOf(word);
    return index >= 0 ? static_cast<int>(index) + 1
                      : QString(word).remove(QRegularExpression(u"[^0-9]"_s)).toInt();
}

/// Of "... roll back at the 37th wrong one[,;] sooner at the tenth in 25, ...", with the limits
/// from which it is kept, "no more than 0 in 25, ... wrong", where the text has them.
PrintedRule printedRule(const QString &text)
{
    const auto match =
            QRegularExpression(
                    u"the first ([\\d,]+) \\w+[^.;]*?roll back at the (\\w+) wrong one([^.]*)\\."_s)
                    .match(text);
    PrintedRule rule;
    if (!match.hasMatch())
        return rule;
    const QString sooner = match.captured(3);
    const QString keep = QRegularExpression(u"With no more than ([^.]*) wrong it is kept"_s)
                                 .match(text)
                                 .captured(1);
    std::map<int, PrintedRule::Look> looks;
    static const QRegularExpression limit(u"(\\w+) in ([\\d,]+)"_s);
    for (auto it = limit.globalMatch(sooner); it.hasNext();) {
        const auto one = it.next();
        const int shown = QString(one.captured(2)).remove(u',').toInt();
        looks[shown] = {shown, ordinalNumber(one.captured(1)), -1};
    }
    for (auto it = limit.globalMatch(keep); it.hasNext();) {
        const auto one = it.next();
        looks.at(QString(one.captured(2)).remove(u',').toInt()).keepUpTo =
                QString(one.captured(1)).remove(u',').toInt();
    }
    for (const auto &[shown, look] : looks)
        rule.looks.push_back(look);
    rule.looks.push_back({QString(match.captured(1)).remove(u',').toInt(),
                          ordinalNumber(match.captured(2)), -1});
    return rule;
}

/// Of so many simulated releases the share that the printed rule takes back, where ten are shown to
/// each user and go wrong together so often that they have this design effect.
double takenBackInClumps(const PrintedRule &rule, double wrong, double effect)
{
    constexpr int releases = 3000;
    constexpr int shownToEach = 10;
    const double correlation =
            effect > designEffectLeftAlone ? (effect - 1.0) / (shownToEach - 1.0) : 1e-9;
    const double total = 1.0 / correlation - 1.0;
    std::mt19937 random(3);
    std::gamma_distribution<double> a(wrong * total);
    std::gamma_distribution<double> b((1.0 - wrong) * total);
    int back = 0;
    for (int release = 0; release < releases; ++release) {
        int seen = 0;
        int wrongOnes = 0;
        double chance = 0.0;
        for (const PrintedRule::Look &look : rule.looks) {
            while (seen < look.shown) {
                const int begun = seen % shownToEach;
                if (begun == 0) {
                    const double x = a(random);
                    chance = x / (x + b(random));
                }
                const int shown = std::min(shownToEach - begun, look.shown - seen);
                wrongOnes += std::binomial_distribution<int>(shown, chance)(random);
                seen += shown;
            }
            if (wrongOnes >= look.rollBackAt) {
                ++back;
                break;
            }
            if (wrongOnes <= look.keepUpTo)
                break;
        }
    }
    return static_cast<double>(back) / releases;
}

QList<double> numbersOf(const QString &pattern, const QString &text)
{
    const auto match = QRegularExpression(pattern).match(text);
    QList<double> numbers;
    for (int i = 1; i <= match.lastCapturedIndex(); ++i)
        numbers.append(match.captured(i).remove(u',').replace(u"−"_s, u"-"_s).toDouble());
    return numbers;
}

} // namespace

class TestAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void brief_sample_asKept_data();
    void brief_sample_asKept();
    void againstTheDefault_oneDifference_oneInterval();
    void twice_sameMaterial_sameReport();

    void sentence_samples_saidInTenSeconds_data() { addSamples(); }
    void sentence_samples_saidInTenSeconds();
    void spoken_samples_aboutTwoMinutesAndSayable_data() { addSamples(); }
    void spoken_samples_aboutTwoMinutesAndSayable();
    void brief_samples_fitAPage_data() { addSamples(); }
    void brief_samples_fitAPage();
    void executive_samples_keepTheRules_data() { addSamples(); }
    void executive_samples_keepTheRules();
    void everyLength_samples_readsWell_data() { addSamples(); }
    void everyLength_samples_readsWell();

    void brief_shares_areTheAssessments_data() { addSamples(); }
    void brief_shares_areTheAssessments();
    void brief_value_isTheCores_data() { addSamples(); }
    void brief_value_isTheCores();
    void rollback_asPrinted_keepsItsPromise_data() { addSamples(); }
    void rollback_asPrinted_keepsItsPromise();
    void executive_counts_areTheAssessments_data() { addSamples(); }
    void executive_counts_areTheAssessments();

    void brief_order_isThatOfAStrongAnswer();
    void personsWords_standWhereTheyWereWritten();
    void personsWords_none_generalSentences();
    void everyNoun_everyLength_namesIt_data();
    void everyNoun_everyLength_namesIt();

    void noLatencies_everyLength_speaksOfNoWaits();
    void edgeCase_everyLength_saysWhatItIs_data();
    void edgeCase_everyLength_saysWhatItIs();
    void verdict_inseparable_isSaid();
    void verdict_pending_isSaid();
    void difference_insideItsInterval_isNoMeasurableChange();
    void choice_isTheDefault_isSaid();
    void pins_withoutAName_areNamedAsInTheWindow();
    void alternative_anotherThreshold_isNamedByIt();
    void baseRate_everyLength_isNamedAsAssumption();
    void lowScores_threshold_isTheFiles();
};

void TestAnswer::brief_sample_asKept_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("kept");
    QTest::newRow("inline suggestion") << 0 << u"answer-inlinesuggestion.md"_s;
    QTest::newRow("fraud alerts") << 1 << u"answer-fraudalerts.md"_s;
}

void TestAnswer::brief_sample_asKept()
{
    QFETCH(const int, index);
    QFETCH(const QString, kept);
    const QString made = report::markdown(sample(index).report(Length::Brief));
    QFile file(testsupport::testData(kept));
    if (qEnvironmentVariableIsSet("ONEINN_KEEP")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(made.toUtf8());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList expected = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList lines = made.split(u'\n');
    for (qsizetype i = 0; i < std::min(lines.size(), expected.size()); ++i)
        QCOMPARE(lines.at(i), expected.at(i));
    QCOMPARE(lines.size(), expected.size());
}

void TestAnswer::againstTheDefault_oneDifference_oneInterval()
{
    // Told of now against the default, in the table of the default against now.
    const QString made = report::markdown(sample(1).report(Length::Brief));
    static const QRegularExpression told(
            u"default 0.5, [^|\n]*worth (\\d+) more per 1,000 payments, \\d+ on new ones \\(95 % interval of both \\+(\\d+) to \\+(\\d+)\\)"_s);
    static const QRegularExpression row(
            u"the default *\\|[^|]*\\| *−(\\d+) \\(−(\\d+) to −(\\d+)\\)"_s);
    const auto inWords = told.match(made);
    const auto inTable = row.match(made);
    QVERIFY2(inWords.hasMatch() && inTable.hasMatch(), qPrintable(made));
    QCOMPARE(inWords.captured(1), inTable.captured(1));
    QCOMPARE(inWords.captured(3), inTable.captured(2));
    QCOMPARE(inWords.captured(2), inTable.captured(3));
}

void TestAnswer::twice_sameMaterial_sameReport()
{
    const Answered again = testsupport::answeredSample(answeredSamples().front());
    for (const Length length : everyLength)
        QCOMPARE(report::markdown(again.report(length)),
                 report::markdown(sample(0).report(length)));
}

void TestAnswer::sentence_samples_saidInTenSeconds()
{
    QFETCH(const int, index);
    const report::Report report = sample(index).report(Length::Sentence);
    QVERIFY2(wordsOf(report.lead) <= 40, qPrintable(report.lead));
    QVERIFY(wordsOf(report.lead) >= 12);
    QCOMPARE(report.lead.count(u'.') - report.lead.count(QRegularExpression(u"\\d\\.\\d"_s)), 1);
    // Beside it only that a limit is not kept.
    for (const report::Section &section : report.body) {
        QCOMPARE(section.paragraphs.size(), 1);
        QVERIFY2(section.paragraphs.first().startsWith(u"This is beyond the limit of "_s),
                 qPrintable(section.paragraphs.first()));
    }
    QVERIFY(report.body.size() <= 1);
    QVERIFY(report.appendix.isEmpty());
}

void TestAnswer::spoken_samples_aboutTwoMinutesAndSayable()
{
    QFETCH(const int, index);
    const QString text = bodyText(sample(index).report(Length::Spoken));
    const int words = wordsOf(text);
    QVERIFY2(words >= 240 && words <= 300, qPrintable(QString::number(words)));
    static const QRegularExpression unsayable(u"[()\\[\\]%+−]| ms\\b|\\d\\.\\d{4}|p9\\d"_s);
    QVERIFY2(!unsayable.match(text).hasMatch(), qPrintable(unsayable.match(text).captured()));
    QVERIFY(text.contains(u"We "_s));
    QVERIFY(text.contains(u"our assumption"_s));
    QVERIFY(text.contains(u"roll back"_s));
    QVERIFY(text.contains(u"change our mind"_s));
    static const QRegularExpression ends(u"[.:?] "_s);
    for (const QString &sentence : text.simplified().split(ends))
        QVERIFY2(wordsOf(sentence) <= 40, qPrintable(sentence));
}

void TestAnswer::brief_samples_fitAPage()
{
    QFETCH(const int, index);
    const report::Report report = sample(index).report(Length::Brief);
    const int words = wordsOf(bodyText(report));
    QVERIFY2(words >= 350 && words <= 570, qPrintable(QString::number(words)));
    QVERIFY(report.appendix.size() >= 5);
}

void TestAnswer::executive_samples_keepTheRules()
{
    QFETCH(const int, index);
    const Answered &answered = sample(index);
    const QString text = bodyText(answered.report(Length::Executive));
    // One denominator; the shares of a hundred are of users that are done, and of no other.
    static const QRegularExpression ofHundred(u"\\d of 100 (?!\\w+ are done)[^.]*"_s);
    QVERIFY2(!ofHundred.match(text).hasMatch(), qPrintable(ofHundred.match(text).captured()));
    QVERIFY(text.contains(u"Of 1,000 %1, "_s.arg(
            wording::featureOf(answered.now.scenario.words).useCase.plural)));
    QVERIFY(!text.contains(u"p99"_s));
    QVERIFY(!text.contains(u"slightly"_s));
    QVERIFY(text.contains(u"is our assumption"_s));
    // Absolute before relative.
    QVERIFY(text.indexOf(u"Of 1,000 "_s) < text.indexOf(u"percent"_s)
            || !text.contains(u"percent"_s));
}

void TestAnswer::everyLength_samples_readsWell()
{
    QFETCH(const int, index);
    for (const Length length : everyLength) {
        const QString wrong = fault(wholeText(sample(index).report(length)));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void TestAnswer::brief_shares_areTheAssessments()
{
    QFETCH(const int, index);
    const Assessment &now = sample(index).now;
    const QString text = bodyText(sample(index).report(Length::Brief));
    const Waterfall &uses = now.experience.shares.uses();
    const double share =
            shareOf(uses[UsePart::WrongShown].weight,
                    uses[UsePart::RightShown].weight + uses[UsePart::WrongShown].weight);
    const auto told = numbersOf(u"(\\d+) of ([\\d,]+) \\w+ \\w+ are wrong \\(95 % interval: "
                                u"between (\\d+) and (\\d+), "
                                "of ([\\d,]+)"_s,
                                text);
    QCOMPARE(told.size(), 5);
    QCOMPARE(told.at(0), std::round(share * told.at(1)));
    // With patience uses weigh differently, and with users they are alike: they count for less.
    const double cases = now.experience[Share::WrongOfShown]->effectiveN;
    QVERIFY(cases <= told.at(4) + 1.0);
    const auto [low, high] = wilson(share * cases, cases);
    QVERIFY(std::abs(told.at(2) - low * told.at(1)) <= 1.0);
    QVERIFY(std::abs(told.at(3) - high * told.at(1)) <= 1.0);

    const double good = uses.of(goodUses).weight;
    const double notShown = good - uses[UsePart::RightShown].weight;
    const auto missed =
            numbersOf(u"(?<!and )\\b(\\d+) of ([\\d,]+) (?:good )?\\w+ are missed"_s, text);
    if (missed.isEmpty())
        QVERIFY(notShown < 0.02 * good);
    else
        QCOMPARE(missed.at(0), std::round(missed.at(1) * notShown / good));

    const auto late = numbersOf(u"(\\d+) of ([\\d,]+) \\w+ are not answered within"_s, text);
    QCOMPARE(late.isEmpty(), !now.scenario.budget.has_value());
    if (!late.isEmpty())
        QCOMPARE(late.at(0),
                 std::round(late.at(1) * now.counts.late().weight / now.counts.uses().weight));
}

void TestAnswer::brief_value_isTheCores()
{
    QFETCH(const int, index);
    const Assessment &now = sample(index).now;
    const QString text = bodyText(sample(index).report(Length::Brief));
    const auto value = numbersOf(u"worth ([+−\\d.,]+) per 1,000 \\w+"_s, text);
    QCOMPARE(value.size(), 1);
    QVERIFY(std::abs(value.at(0) - 1000.0 * now.value.perUse)
            <= 0.05 * std::abs(1000.0 * now.value.perUse));
}

void TestAnswer::rollback_asPrinted_keepsItsPromise()
{
    QFETCH(const int, index);
    const double wrong = sample(index).now.experience[Share::WrongOfShown]->value;
    const double ifBad = wrong <= 0.4 ? 1.5 * wrong : 1.0 - (1.0 - wrong) * 2.0 / 3.0;
    const double effect = sample(index)
                                  .now.experience.shares.effectOf(Share::WrongOfShown)
                                  .value_or(ClusterEffect())
                                  .designEffect;
    for (const Length length : {Length::Spoken, Length::Brief, Length::Executive}) {
        const QString text = bodyText(sample(index).report(length));
        const auto promise = numbersOf(
                u"(\\d+) of 10?[,0]+0 (?:equally )?good launches[^.]* (\\d+) of 10?[,0]+0 worse ones"_s,
                text);
        QVERIFY2(promise.size() == 2, qPrintable(text));
        const double unit = length == Length::Executive ? 10.0 : 1.0;
        const double promised = promise.at(0) / unit;
        const double found = promise.at(1) / unit;
        QVERIFY(promised <= 5.0 && found >= 80.0);
        const PrintedRule rule = printedRule(text);
        QVERIFY2(rule.looks.size() > 1, qPrintable(text));
        QVERIFY(100.0 * takenBackInClumps(rule, wrong, effect) <= promised + 2.0);
        // Who does not know from when on it is kept goes on looking, and finds no fewer.
        QVERIFY(100.0 * takenBackInClumps(rule, ifBad, effect) >= found - 3.0);
        if (length != Length::Brief)
            continue;
        const QString all = wholeText(sample(index).report(length));
        QVERIFY(!all.contains(u"at most fewer"_s) && !all.contains(u" 0 of 1,000 looks"_s));
        const PrintedRule whole = printedRule(all);
        QVERIFY(std::ranges::any_of(whole.looks,
                                    [](const auto &look) { return look.keepUpTo >= 0; }));
        QVERIFY(100.0 * takenBackInClumps(whole, wrong, effect) <= promised + 2.0);
        QVERIFY(std::abs(100.0 * takenBackInClumps(whole, ifBad, effect) - found) <= 3.0);
    }
}

void TestAnswer::executive_counts_areTheAssessments()
{
    QFETCH(const int, index);
    const Assessment &now = sample(index).now;
    const QString text = bodyText(sample(index).report(Length::Executive));
    const auto told =
            numbersOf(u"Of 1,000 \\w+, (\\d+) \\w+ \\w+, and (\\d+) of these are wrong"_s, text);
    QCOMPARE(told.size(), 2);
    // Whole numbers that add up to 1,000 are at most 1 off.
    const Shares &shares = now.experience.shares;
    QVERIFY(std::abs(told.at(0) - 1000.0 * shares.ofUses(shownUses)) <= 2.0);
    QVERIFY(std::abs(told.at(1) - 1000.0 * shares.ofUses({UsePart::WrongShown})) <= 1.0);
}

void TestAnswer::brief_order_isThatOfAStrongAnswer()
{
    const report::Report report = sample(0).report(Length::Brief);
    QStringList headings;
    for (const report::Section &section : report.body)
        headings.append(section.heading);
    // First, without a heading, that it is beyond a limit.
    QVERIFY(report.body.first().paragraphs.first().startsWith(u"This is beyond the limit of "_s));
    QCOMPARE(headings,
             QStringList({QString(), u"The problem, and who is hurt"_s, u"What decides it"_s,
                          u"What carries the product"_s, u"What we choose"_s, u"What we give up"_s,
                          u"How we will know, and when we roll back"_s,
                          u"What we assume, and how sure we are"_s}));
    const QString text = wholeText(report);
    for (const QString &part :
         {u"inlinesuggestion.csv"_s, u"16,000 records: 8,000 used"_s,
          u"A right one shown is worth"_s, u"Alternatives considered"_s, u"Shown if and only if"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void TestAnswer::personsWords_standWhereTheyWereWritten()
{
    Answered answered = sample(0);
    answered.text = {.title = "Ship the *small* model?",
                     .problem = "people write code against a deadline",
                     .users = "Whoever reviews it pays for a wrong one",
                     .productMetric = "Accepted text per hour must not fall",
                     .rollback = "The on-call writer decides."};
    for (const Length length : {Length::Spoken, Length::Brief}) {
        const report::Report report = answered.report(length);
        QCOMPARE(report.title, u"Ship the *small* model?"_s);
        const QString text = wholeText(report);
        for (const QString &words :
             {u"People write code against a deadline."_s,
              u"Whoever reviews it pays for a wrong one."_s,
              u"Accepted text per hour must not fall."_s, u"The on-call writer decides."_s})
            QCOMPARE(text.count(words), 1);
        QVERIFY(!text.contains(u"Users want a good"_s));
        QVERIFY(!text.contains(u"We will know by users"_s));
    }
    QVERIFY(wholeText(answered.report(Length::Executive))
                    .contains(u"People write code against a deadline."_s));
}

void TestAnswer::personsWords_none_generalSentences()
{
    const report::Report report = sample(1).report(Length::Brief);
    QCOMPARE(report.title, u"Wrong or missed: what we choose for alerts"_s);
    const QString text = wholeText(report);
    QVERIFY(text.contains(u"Of all payments, the frauds are to be found"_s));
    QVERIFY(text.contains(u"We will know by customers"_s));
}

void TestAnswer::everyNoun_everyLength_namesIt_data()
{
    QTest::addColumn<QString>("noun");
    QTest::addColumn<QString>("plural");
    for (const Preset &preset : builtInPresets())
        QTest::newRow(qPrintable(preset.id))
                << QString::fromStdString(preset.scenario.words.raised)
                << wording::nounOf(preset.scenario.words.raised).plural;
    QTest::newRow("reply") << u"reply"_s << u"replies"_s;
    QTest::newRow("two words") << u"search match"_s << u"search matches"_s;
}

void TestAnswer::everyNoun_everyLength_namesIt()
{
    QFETCH(const QString, noun);
    QFETCH(const QString, plural);
    Scenario scenario = at(0.5);
    scenario.words.raised = noun.toStdString();
    const Answered answered = testsupport::answered(predictionsOf(usual), scenario);
    for (const Length length : everyLength) {
        const QString text = wholeText(answered.report(length));
        QVERIFY(text.contains(plural));
        const QString wrong = fault(text);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

/// What nothing is known of is neither assumed nor counted; where waits are known it is.
void TestAnswer::noLatencies_everyLength_speaksOfNoWaits()
{
    const auto briefOf = [](bool withLatency) {
        return wholeText(
                testsupport::answered(predictionsOf(usual, withLatency), at(0.5, std::nullopt))
                        .report(Length::Brief));
    };
    for (const QString &said :
         {u"how long people wait"_s, u"late ones"_s, u"Patience"_s, u"On time if"_s}) {
        QVERIFY2(!briefOf(false).contains(said), qPrintable(said));
        QVERIFY2(briefOf(true).contains(said), qPrintable(said));
    }
}

struct EdgeCase {
    PredictionsPtr predictions;
    Scenario scenario;
    QStringList said; ///< in the brief and the executive page
};
void TestAnswer::edgeCase_everyLength_saysWhatItIs_data()
{
    QTest::addColumn<EdgeCase>("edge");
    const auto row = [](const char *name, const std::vector<Case> &cases, const Scenario &scenario,
                        const QStringList &said, bool withLatency = true) {
        QTest::newRow(name) << EdgeCase{predictionsOf(cases, withLatency), scenario, said};
    };
    const double none = Threshold::alertOnNothing().value;
    row("nothing shown", usual, at(none),
        {u"We show no suggestions"_s, u"nothing to be right or wrong about"_s});
    row("one row", {{1, 1, 0.9}}, at(0.5), {u"1 use"_s});
    row("one row, wrong", {{1, 0, 0.9}}, at(0.5), {u"1 use"_s});
    row("one row, nothing shown", {{1, 1, 0.9}}, at(none), {u"We show no suggestions"_s});
    row("all ties", {{60, 1, 0.5}, {40, 0, 0.5}}, at(0.5), {u"We show every suggestion"_s});
    row("no latency column", usual, at(0.5, {}), {u"We show suggestions from a score of 0.5"_s},
        false);
    row("no positives", {{50, 0, 0.8}, {100, 0, 0.2}}, at(0.5), {u"good suggestion"_s});
    row("no negatives", {{50, 1, 0.8}, {100, 1, 0.2}}, at(0.5), {u"We show suggestions"_s});
    row("too few cases", {{12, 1, 0.8}, {3, 0, 0.7}, {4, 1, 0.3}, {30, 0, 0.1}}, at(0.5),
        {u"somewhere between"_s});
    row("seven shown", {{5, 1, 0.8}, {2, 0, 0.7}, {4, 1, 0.3}, {30, 0, 0.1}}, at(0.5),
        {u"2 of the 7 suggestions shown are wrong"_s});
    row("none wrong", {{200, 1, 0.8}, {40, 1, 0.3}, {300, 0, 0.1}}, at(0.5),
        {u"We show suggestions"_s});
    row("everything late", {{50, 1, 0.8, 900.0}, {80, 0, 0.2, 900.0}}, at(0.5), {u"We show"_s});
    Scenario worthless = at(0.5);
    worthless.values = {0.0, 0.0, 0.0, 0.0, 0.0};
    row("no value", usual, worthless, {u"Nobody has said what an outcome is worth"_s});
    Scenario impatient = at(0.5);
    impatient.latePolicy = LatePolicy::Unanswered;
    row("unanswered", usual, impatient, {u"counts as unanswered"_s});
    Scenario waiting = at(0.5);
    waiting.latePolicy = LatePolicy::Wait;
    row("waited for", usual, waiting, {u"is waited for"_s});
    Scenario touchy = at(0.5);
    touchy.badBeforeLeaving = 1;
    touchy.usesPerWeek = 1.0;
    row("one bad one is enough", usual, touchy, {u"one bad one"_s});
    row("everything shown", usual, at(-1.0, {}), {u"We show every suggestion"_s});
}

void TestAnswer::edgeCase_everyLength_saysWhatItIs()
{
    QFETCH(const EdgeCase, edge);
    const Answered answered = testsupport::answered(edge.predictions, edge.scenario);
    for (const Length length : everyLength) {
        const report::Report report = answered.report(length);
        const QString text = wholeText(report);
        const QString wrong = fault(text);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY2(wordsOf(report.lead) <= 40, qPrintable(report.lead));
        QVERIFY(report::markdown(report).endsWith(u'\n'));
        if (length == Length::Spoken)
            QVERIFY(wordsOf(bodyText(report)) <= 300);
        if (length != Length::Brief && length != Length::Executive)
            continue;
        for (const QString &said : edge.said)
            QVERIFY2(text.contains(said), qPrintable(said + u" not in: "_s + text));
    }
}

void TestAnswer::verdict_inseparable_isSaid()
{
    Answered answered = sample(4);
    answered.load->load.verdict.equalSteps.reset();
    answered.load->load.verdict.badWeek.reset();
    QVERIFY(wholeText(answered.report(Length::Brief))
                    .contains(u"these data cannot tell whether"_s, Qt::CaseInsensitive));
    for (const Length length : {Length::Spoken, Length::Executive})
        QVERIFY(wholeText(answered.report(length)).contains(u"These data do not say"_s));
}

void TestAnswer::verdict_pending_isSaid()
{
    Answered answered = sample(0);
    answered.load.reset();
    answered.compared.reset();
    for (const Length length : {Length::Spoken, Length::Brief, Length::Executive})
        QVERIFY(wholeText(answered.report(length)).contains(u"has not been worked out"_s));
}

void TestAnswer::difference_insideItsInterval_isNoMeasurableChange()
{
    // At 0.55 six rows of 975 are decided otherwise than at 0.5.
    std::vector<Case> cases = usual;
    cases.push_back({3, 1, 0.53});
    cases.push_back({3, 0, 0.53});
    const Answered answered = testsupport::answered(predictionsOf({{170, 1, 0.8},
                                                                   {30, 0, 0.7},
                                                                   {60, 1, 0.45},
                                                                   {3, 1, 0.53},
                                                                   {2, 0, 0.53},
                                                                   {600, 0, 0.1}}),
                                                    at(0.55, {}));
    QCOMPARE(answered.pins.size(), std::size_t(1));
    QVERIFY((*answered.pins.front().differences)[Share::WrongOfShown]->verdict
            == ComparisonVerdict::CannotBeToldApart);
    const QString brief = wholeText(answered.report(Length::Brief));
    QVERIFY(brief.contains(u"no measurable change in how many shown are wrong"_s));
    QVERIFY(!answered.report(Length::Sentence).lead.contains(u"wrong instead of"_s));
}

void TestAnswer::choice_isTheDefault_isSaid()
{
    const Answered answered = testsupport::answered(predictionsOf(usual), at(0.5, {}));
    for (const Length length : {Length::Spoken, Length::Brief, Length::Executive})
        QVERIFY(wholeText(answered.report(length))
                        .contains(u"The default 0.5 would do the same."_s));
}

void TestAnswer::pins_withoutAName_areNamedAsInTheWindow()
{
    Answered answered = testsupport::answered(predictionsOf(usual), at(0.6));
    Answered::Pin other = answered.pins.front();
    other.point.origin = PinnedPoint::Origin::Person;
    answered.pins.push_back(other);
    other.point.name = "Late *shift*";
    answered.pins.push_back(other);
    const report::Report report = answered.report(Length::Brief);
    const QString text = bodyText(report);
    QVERIFY(text.contains(u"Pinned point B: 0.50, no budget"_s));
    QVERIFY(text.contains(u"“Late *shift*”: 0.50, no budget"_s));
    QVERIFY(report::markdown(report).contains(u"“Late \\*shift\\*”: 0.50"_s));
}

void TestAnswer::alternative_anotherThreshold_isNamedByIt()
{
    // Every answer is shown; the best threshold alone gains as much as asking twice.
    // No limit, or the best within it would be named.
    Scenario scenario = sample(3).now.scenario;
    scenario.precisionLimit = 0.0;
    const Answered answered = testsupport::answered(sample(3).predictions, scenario);
    const double best = answered.now.value.best.threshold.value;
    const QString text = wholeText(answered.report(Length::Brief));
    const auto told = numbersOf(
            u"“the model, from a score of ([\\d.]+) up”, is worth ([\\d.]+) more per"_s, text);
    QCOMPARE(told.size(), 2);
    QVERIFY(std::abs(told.at(0) - best) < 0.001);
    const double gain = 1000.0 * (answered.now.value.best.best - answered.now.value.perUse);
    QVERIFY(std::abs(told.at(1) - gain) <= 0.5);
    // On new uses less is expected of it, and is said beside.
    const auto later = numbersOf(u", ([\\d.]+) on new ones"_s, text);
    QVERIFY(later.isEmpty() || (later.at(0) <= gain + 0.5 && later.at(0) > 0.5 * gain));
}

void TestAnswer::baseRate_everyLength_isNamedAsAssumption()
{
    Scenario scenario = at(0.5);
    scenario.baseRate = 0.05;
    const Answered answered = testsupport::answered(predictionsOf(usual), scenario);
    for (const Length length : everyLength)
        QVERIFY(wholeText(answered.report(length)).contains(u"at our base rate of 1 in 20"_s));
    // 200 right and 55 wrong of 280 and 695, restated; late ones are missed or silent.
    const double right = 0.05 * 170.0 / 280.0;
    const double wrong = 0.95 * 55.0 / 695.0;
    const auto told = numbersOf(u"(\\d+) of (\\d+) suggestions shown are wrong"_s,
                                bodyText(answered.report(Length::Brief)));
    QCOMPARE(told.at(0), std::round(told.at(1) * wrong / (right + wrong)));
}

void TestAnswer::lowScores_threshold_isTheFiles()
{
    std::vector<Case> negated = usual;
    for (Case &one : negated)
        one.score = -one.score;
    for (Case &one : negated)
        one.label = 1 - one.label;
    Answered answered = testsupport::answered(predictionsOf(negated), at(-0.2));
    answered.provenance.lowerIsPositive = true;
    for (const Length length : everyLength) {
        const QString text = wholeText(answered.report(length));
        QVERIFY(text.contains(u"with a score of 0.2"_s));
        QVERIFY(text.contains(u" or less"_s));
        QVERIFY(!text.contains(u"−0.2"_s));
    }
}

ONEINN_TEST(TestAnswer)

} // namespace tests::report_answer

#include "tst_answer.moc"
