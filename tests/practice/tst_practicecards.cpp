// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/sharerule.h"
#include "core/periods/dropped.h"
#include "practice/othersettings.h"
#include "practice/practicecards.h"
#include "practice/practicechecklist.h"
#include "practice/practiceplaces.h"
#include "practice/practicetemplates.h"
#include "practice/practicewords.h"
#include "report/answered.h"
#include "support/testprogram.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace tests::practice_practicecards {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::Answered;
using testsupport::everySampleAnswered;

class TestPracticeCards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void templates_eachKind_sixAtLeast();
    void cards_everySample_asKept();
    void cards_everySample_nothingIsLeftEmpty();
    void answers_everyItem_hasItsSentence();
    void answers_cardsOfAKind_differ();
    void answers_withoutWaits_speakOfNone();
    void answers_openings_areOfTheirData();
    void answers_everySentence_isSaidOnce();
    void executive_answers_haveNoWordOfTheField();
    void outcomes_areNoMetrics();
    void failure_onePeriod_remediesAreOfWhatMayBeFound();
    void failure_waits_areNamed();
    void late_longerWait_isWorthWhatIsCountedThere();
    void carries_priceIsOfWhatIsNamed();
    void default_keepsTheLimitOfNow();
    void halfTheWrong_priceIsCountedFromTheRows();
    void allShown_worthIsCountedFromTheRows();
    void segmentCards_nameOneOfTheData();
    void finance_newUses_haveTheirUnit();
    void failure_dialMoved_isToldAtWhatIsJudged();
    void failure_twoPeriods_earlierIsUsual();
    void asked_dataLackIt_saysWhatToDo();
    void questions_everyNumber_isTheAssessments();
    void questions_nothingShown_haveNoNumbers();
    void questions_fewRows_haveNoNumbers();
    void checklist_keys_differAndAreFound();
    void checklist_ofEachKind_hasWhatItAsksFor();
    void drawn_sameSeed_sameCard();
    void drawn_manySeeds_everyCardAboutAsOften();
    void drawn_dataWithoutWaitsOrSegments_asksNothingOfThem();
    void words_spent_readAsSaid_data();
    void words_spent_readAsSaid();
    void words_ticked_saysWhatWasLeftOut();

private:
    static QString made();
};

namespace {

QString wholeOf(const PracticeCard &card)
{
    return practiceTitle(card) + u'\n' + card.question + u'\n' + checklistText(card) + u'\n'
            + card.answer.join(u'\n');
}

QList<PracticeCard> allCards(const Answered &answered)
{
    QList<PracticeCard> cards;
    for (const CardKind kind : cardKinds) {
        for (int number = 1; number <= cardCount(kind); ++number)
            cards.append(practiceCard(kind, number, answered.material()));
    }
    return cards;
}

QString questionOf(CardKind kind, int number, const Answered &answered)
{
    return practiceCard(kind, number, answered.material()).question;
}

/// 8 rows, of which any threshold says too little.
Answered fewRows(double threshold)
{
    Scenario scenario;
    scenario.threshold = {threshold};
    PredictionColumns columns;
    columns.label.resize(8);
    columns.score.resize(8);
    RowAccount account;
    for (int row = 0; row < 8; ++row) {
        columns.label[row] = row % 2 ? 0 : 1;
        columns.score[row] = 0.9 - 0.1 * row;
        account.countUsed();
    }
    return testsupport::answered(std::make_shared<const Predictions>(std::move(columns), account),
                                 scenario);
}

QStringList keysOf(CardKind kind, const Answered &answered)
{
    QStringList keys;
    const auto items = checklistOf(kind, 1, answered.material());
    for (const ChecklistItem &item : items)
        keys.append(item.key);
    return keys;
}

} // namespace

QString TestPracticeCards::made()
{
    QStringList lines;
    for (std::size_t i = 0; i < everySampleAnswered().size(); ++i) {
        lines.append(u"## "_s + QString::fromLatin1(testsupport::answeredSamples()[i].file));
        CardKind last = CardKind::AnyProduct;
        const auto cards = allCards(everySampleAnswered()[i]);
        for (const PracticeCard &card : cards) {
            lines.append(practiceTitle(card) + u": "_s + card.question);
            if (card.kind != last)
                lines.append(checklistText(card));
            // The rest of an answer is the same for all cards of a kind.
            lines.append(card.kind != last ? card.answer.join(u'\n') : card.answer.value(1));
            last = card.kind;
        }
        lines.append(QString());
    }
    return lines.join(u'\n');
}

void TestPracticeCards::templates_eachKind_sixAtLeast()
{
    for (const CardKind kind : cardKinds) {
        QVERIFY2(cardCount(kind) >= 6, qPrintable(keyOf(kind)));
        QCOMPARE(cardKindOf(keyOf(kind)), std::optional(kind));
    }
    QVERIFY(!cardKindOf(u"riddle"_s));
}

/// tests/data/practice.txt, as it was read and found good; ONEINN_KEEP=1 keeps other words.
void TestPracticeCards::cards_everySample_asKept()
{
    QFile file(testsupport::testData(u"practice.txt"_s));
    if (qEnvironmentVariableIsSet("ONEINN_KEEP")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(made().toUtf8());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList kept = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList lines = made().split(u'\n');
    for (qsizetype i = 0; i < std::min(lines.size(), kept.size()); ++i)
        QCOMPARE(lines.at(i), kept.at(i));
    QCOMPARE(lines.size(), kept.size());
}

void TestPracticeCards::cards_everySample_nothingIsLeftEmpty()
{
    static const QRegularExpression odd(
            u"[{}]|  [^a-z ]|\\bnan\\b|\\.\\.|,,| ,| \\.|\\b1 (suggestions|alerts|answers|listings|"
            "scans|payments|uses|users) |\\ba [aeio]"_s);
    std::vector<Answered> all = everySampleAnswered();
    all.push_back(fewRows(0.5));
    all.push_back(fewRows(std::numeric_limits<double>::infinity()));
    for (const Answered &answered : all) {
        const auto cards = allCards(answered);
        QCOMPARE(cards.size(), 36);
        for (const PracticeCard &card : cards) {
            const QString text = wholeOf(card);
            QVERIFY2(card.question.size() > 30 && !card.answer.isEmpty(), qPrintable(text));
            const auto match = odd.match(card.question + u'\n' + card.answer.join(u'\n'));
            QVERIFY2(!match.hasMatch(), qPrintable(match.captured() + u" in "_s + text));
            QVERIFY2(card.question.endsWith(u'.') || card.question.endsWith(u'?'),
                     qPrintable(card.question));
            for (const ChecklistItem &item : card.checklist) {
                QVERIFY2(!item.says.isEmpty() && !item.key.isEmpty(), qPrintable(text));
                QVERIFY2(item.here.isEmpty() || item.here.endsWith(u'.'), qPrintable(item.here));
            }
        }
    }
}

/// The list is what the answer is held against as well.
void TestPracticeCards::answers_everyItem_hasItsSentence()
{
    std::vector<Answered> all = everySampleAnswered();
    all.push_back(fewRows(0.5));
    int ofData = 0;
    for (const Answered &answered : all) {
        const auto cards = allCards(answered);
        for (const PracticeCard &card : cards) {
            if (card.kind == CardKind::AnyProduct)
                continue;
            const QString answer = card.answer.join(u' ');
            for (const ChecklistItem &item : card.checklist) {
                // Each of its sentences, once: another item may have said one before.
                const QStringList sentences = item.said.split(u". "_s);
                for (const QString &sentence : sentences)
                    QVERIFY2(answer.contains(sentence),
                             qPrintable(practiceTitle(card) + u' ' + item.key + u'\n' + answer));
                ofData += item.here.isEmpty() ? 0 : 1;
                QVERIFY(item.here.isEmpty() ? item.said.startsWith(u"No data here can tell this: ")
                                            : item.said == item.here);
            }
        }
    }
    QVERIFY(ofData > 500);
}

void TestPracticeCards::answers_cardsOfAKind_differ()
{
    for (const Answered &answered : everySampleAnswered()) {
        std::map<CardKind, QSet<QString>> seen;
        const auto cards = allCards(answered);
        for (const PracticeCard &card : cards) {
            if (card.kind != CardKind::AnyProduct)
                seen[card.kind].insert(card.answer.value(1));
        }
        for (const auto &[kind, openings] : seen)
            QVERIFY2(int(openings.size()) == cardCount(kind), qPrintable(keyOf(kind)));
    }
}

void TestPracticeCards::answers_withoutWaits_speakOfNone()
{
    static const QRegularExpression ofWaits(u"\\b(waits?|waited|late|latenc|slow|quick)"_s);
    const Answered few = fewRows(0.5);
    const auto cards = allCards(few);
    int looked = 0;
    for (const PracticeCard &card : cards) {
        const auto need = cardTemplates(card.kind).at(card.number - 1).need;
        if (card.kind == CardKind::AnyProduct || need == CardNeed::Waits)
            continue;
        ++looked;
        const QString text = checklistText(card) + card.answer.join(u'\n');
        const auto match = ofWaits.match(text);
        QVERIFY2(!match.hasMatch(), qPrintable(practiceTitle(card) + u": "_s + text));
    }
    QVERIFY(looked >= 20);
}

/// Counted here from the assessment.
void TestPracticeCards::answers_openings_areOfTheirData()
{
    const Answered &fraud = everySampleAnswered().at(1);
    const double good = *fraud.now.metrics.prevalence;
    const auto opening = [&fraud](CardKind kind, int number) {
        return practiceCard(kind, number, fraud.material()).answer.value(1);
    };
    const QString nothingMissed = opening(CardKind::Tradeoff, 4);
    QVERIFY2(nothingMissed.contains(
                     u"%1 of 100 alerts raised are wrong"_s.arg(qRound(100 * (1 - good)))),
             qPrintable(nothingMissed));
    const double shown = fraud.now.experience[Share::Shown]->value;
    const QString acts = opening(CardKind::Metric, 6);
    QVERIFY2(acts.contains(u"For 100 frauds there are %1 alerts"_s.arg(qRound(100 * shown / good))),
             qPrintable(acts));
    // 1 in 10 of what is shown with half as many right ones.
    const double wrong = fraud.now.experience[Share::WrongOfShown]->value;
    QVERIFY(wrong > 0.5);
    QVERIFY2(opening(CardKind::Failure, 6)
                     .contains(u"to %1 of 1,000"_s.arg(qRound(1000 * wrong + 50 * (1 - wrong)))),
             qPrintable(opening(CardKind::Failure, 6)));
}

/// What failed is held against the earlier period, whose numbers the question has as such.
void TestPracticeCards::failure_twoPeriods_earlierIsUsual()
{
    const Answered &now = everySampleAnswered().at(1);
    const auto usual = std::make_shared<const Assessment>(fewRows(0.5).now);
    auto usualRule = std::make_shared<const Assessment>(everySampleAnswered().at(3).now);
    Dropped dropped;
    dropped.usual = usualRule;
    dropped.threshold.kept = now.now.scenario.threshold;
    report::AnswerMaterial material = now.material();
    material.drop = report::DropAnswered{&dropped, {u"march"_s, u"april"_s}};
    const PracticeCard card = practiceCard(CardKind::Failure, 1, material);
    // Of what is wrong and what is missed, what costs so much more than it did.
    const auto cost = [](const Assessment &of, bool missed) {
        const OutcomeValues &values = of.scenario.values;
        const double good = *of.metrics.prevalence;
        return missed ? good * of.experience[Share::Missed]->value * (values.tp() - values.fn())
                      : of.experience[Share::Shown]->value
                        * of.experience[Share::WrongOfShown]->value * (values.tn() - values.fp());
    };
    const auto grown = [&](bool missed) {
        return cost(now.now, missed) - cost(*usualRule, missed);
    };
    const bool isMissed = grown(true) > grown(false);
    const auto asked = [&](const PracticeCard &of) {
        return of.question.startsWith(u"In march this was measured: "_s)
                && of.question.contains(u"In april it is this: "_s)
                && of.question.count(u"are missed"_s) == (isMissed ? 2 : 0)
                && of.question.count(u"are wrong"_s) == (isMissed ? 0 : 2);
    };
    QVERIFY2(asked(card), qPrintable(card.question));
    const auto stop = std::ranges::find(card.checklist, u"stop"_s, &ChecklistItem::key);
    const auto rule = shareRule(*usualRule, isMissed ? Share::Missed : Share::WrongOfShown).rule;
    QVERIFY(rule);
    QVERIFY2(stop->here.contains(u"What was usual in march is the measure. "_s)
                     && stop->here.contains(isMissed ? u"misses that I stop"_s
                                                     : u"wrong ones that I stop"_s)
                     && stop->here.contains(QLocale(QLocale::English)
                                                    .toString(qlonglong(rule->looks.back().shown))),
             qPrintable(stop->here));
    // Where the earlier one tells no number there is none, and not that of the later one.
    dropped.usual = usual;
    QVERIFY(!practiceCard(CardKind::Failure, 1, material).question.contains(u" of 100 "_s));
}

void TestPracticeCards::asked_dataLackIt_saysWhatToDo()
{
    const Deck neither{.kind = {}, .waits = false, .segments = false};
    QVERIFY(whyNotAsked({CardKind::Tradeoff, 2}, neither).contains(u"is about waits"_s));
    QVERIFY(whyNotAsked({CardKind::Failure, 6}, neither).contains(u"is about segments"_s));
    QVERIFY(whyNotAsked({CardKind::Tradeoff, 1}, neither).isEmpty());
    QVERIFY(whyNotAsked({CardKind::Tradeoff, 2}, {}).isEmpty());
}

/// Counted here from the rows' outcomes, and not asked of what fills the places.
void TestPracticeCards::questions_everyNumber_isTheAssessments()
{
    const Answered &fraud = everySampleAnswered().at(1);
    const Proportion wrong = *fraud.now.experience[Share::WrongOfShown];
    const Proportion missed = *fraud.now.experience[Share::Missed];
    const QString tradeoff = questionOf(CardKind::Tradeoff, 1, fraud);
    QVERIFY2(tradeoff.contains(
                     u"%1 of 100 alerts raised are wrong"_s.arg(qRound(100 * wrong.value))),
             qPrintable(tradeoff));
    QVERIFY2(tradeoff.contains(u"%1 of 100 frauds are missed"_s.arg(qRound(100 * missed.value))),
             qPrintable(tradeoff));
    const Answered &assistant = everySampleAnswered().at(3);
    QVERIFY(questionOf(CardKind::Metric, 1, assistant)
                    .contains(u"is %1 % accurate"_s.arg(
                            qRound(100 * assistant.now.experience[Share::Accuracy]->value))));
    QVERIFY(questionOf(CardKind::Metric, 2, assistant).contains(u"Precision is 87 %"));
    const Answered &inlined = everySampleAnswered().at(0);
    QVERIFY(questionOf(CardKind::Tradeoff, 6, inlined).contains(u"within 350 ms"));
}

void TestPracticeCards::questions_nothingShown_haveNoNumbers()
{
    const Answered none = fewRows(std::numeric_limits<double>::infinity());
    static const QRegularExpression digit(u"\\d"_s);
    for (const CardKind kind : {CardKind::Tradeoff, CardKind::Executive, CardKind::Metric}) {
        for (int number = 1; number <= cardCount(kind); ++number) {
            const QString question = questionOf(kind, number, none);
            QVERIFY2(!question.contains(digit), qPrintable(question));
        }
    }
}

void TestPracticeCards::questions_fewRows_haveNoNumbers()
{
    const Answered few = fewRows(0.5);
    QVERIFY(!questionOf(CardKind::Tradeoff, 1, few).contains(u" of "_s + u"100"_s));
    QVERIFY(!questionOf(CardKind::Metric, 1, few).contains(u'%'));
}

void TestPracticeCards::checklist_keys_differAndAreFound()
{
    for (const CardKind kind : cardKinds) {
        const QStringList keys = keysOf(kind, everySampleAnswered().front());
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
        for (const QString &key : keys)
            QVERIFY2(!checklistSentence(key).isEmpty(), qPrintable(key));
    }
    QVERIFY(checklistSentence(u"riddle"_s).isEmpty());
}

/// What every answer is held against, and what a kind has of its own.
void TestPracticeCards::checklist_ofEachKind_hasWhatItAsksFor()
{
    const auto has = [](CardKind kind, const QStringList &keys) {
        const QStringList all = keysOf(kind, everySampleAnswered().front());
        return std::ranges::all_of(keys, [&](const QString &key) { return all.contains(key); });
    };
    QVERIFY(has(CardKind::Design,
                {u"clarify"_s, u"hurt"_s, u"carries"_s, u"choice"_s, u"outcome"_s, u"loop"_s,
                 u"launch"_s, u"unknown"_s, u"need"_s, u"approach"_s}));
    QVERIFY(has(CardKind::Failure,
                {u"data"_s, u"base-rate"_s, u"drift"_s, u"model"_s, u"system"_s}));
    QVERIFY(has(CardKind::Tradeoff, {u"clarify"_s, u"carries"_s, u"choice"_s, u"other"_s}));
    QVERIFY(has(CardKind::Executive, {u"value"_s, u"analogy"_s, u"mechanics"_s, u"limitation"_s}));
    QVERIFY(has(CardKind::Metric, {u"count"_s, u"hides"_s, u"outcome"_s}));
    QVERIFY(has(CardKind::AnyProduct, {u"strategy"_s, u"visible"_s, u"threshold"_s}));
}

void TestPracticeCards::drawn_sameSeed_sameCard()
{
    // std::mt19937_64 of seed 5489 gives 14514284786278117030 first, by the standard.
    const DrawnCard card = drawnCard(5489, {});
    const int place = int(14514284786278117030ULL % 30);
    QCOMPARE(card.kind, cardKinds.at(std::size_t(place / 6)));
    QCOMPARE(card.number, place % 6 + 1);
}

void TestPracticeCards::drawn_manySeeds_everyCardAboutAsOften()
{
    std::map<int, int> often;
    for (std::uint64_t seed = 0; seed < 6000; ++seed)
        ++often[drawnCard(seed, {CardKind::Metric}).number];
    QCOMPARE(often.size(), std::size_t(6));
    for (const auto &[number, times] : often)
        QVERIFY2(times > 850 && times < 1150, qPrintable(QString::number(times)));
}

void TestPracticeCards::drawn_dataWithoutWaitsOrSegments_asksNothingOfThem()
{
    for (const bool waits : {false, true}) {
        for (const bool segments : {false, true}) {
            std::map<CardKind, std::set<int>> drawn;
            for (std::uint64_t seed = 0; seed < 2000; ++seed) {
                const DrawnCard card =
                        drawnCard(seed, {.kind = {}, .waits = waits, .segments = segments});
                drawn[card.kind].insert(card.number);
            }
            QCOMPARE(drawn.size(), std::size_t(5)); // none about any other product
            QCOMPARE(drawn[CardKind::Metric].contains(5), waits);
            QCOMPARE(drawn[CardKind::Tradeoff].contains(6), waits);
            QCOMPARE(drawn[CardKind::Tradeoff].contains(5), segments);
            QCOMPARE(drawn[CardKind::Failure].contains(6), segments);
            for (const auto &[kind, numbers] : drawn)
                QVERIFY(numbers.size() >= 3U);
        }
    }
}

void TestPracticeCards::words_spent_readAsSaid_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << u"0 s"_s;
    QTest::newRow("seconds") << 59 << u"59 s"_s;
    QTest::newRow("a minute") << 60 << u"1 min"_s;
    QTest::newRow("both") << 250 << u"4 min 10 s"_s;
}

void TestPracticeCards::words_spent_readAsSaid()
{
    QFETCH(const int, seconds);
    QTEST(spentText(seconds), "text");
}

void TestPracticeCards::words_ticked_saysWhatWasLeftOut()
{
    const PracticeCard card{.question = u"Q"_s,
                            .checklist = {{u"a"_s, u"Says a."_s, {}}, {u"b"_s, u"Says b."_s, {}}}};
    QCOMPARE(tickedSentence(card, {1}), u"You said 1 of 2. Not said:\n  Says a."_s);
    QCOMPARE(tickedSentence(card, {0, 1}), u"You said 2 of 2."_s);
}

void TestPracticeCards::answers_everySentence_isSaidOnce()
{
    static const QRegularExpression between(u"(?<=[.?!])\\s+(?=[A-Z0-9+])"_s);
    for (const Answered &answered : everySampleAnswered()) {
        const auto cards = allCards(answered);
        for (const PracticeCard &card : cards) {
            QStringList sentences = card.answer.join(u' ').split(between);
            const qsizetype all = sentences.size();
            QVERIFY2(sentences.removeDuplicates() == 0,
                     qPrintable(practiceTitle(card) + u'\n' + card.answer.join(u'\n')));
            QCOMPARE(sentences.size(), all);
        }
    }
}

namespace {

struct Counts {
    double shown = 0.0, wrong = 0.0, good = 0.0, missed = 0.0, uses = 0.0;
};

/// Row by row; what is asked here is answered in time.
Counts countsFrom(const Answered &answered, double threshold)
{
    const PredictionIndex &index = answered.now.slice->index();
    Counts counts;
    for (std::size_t place = 0; place < index.rows(); ++place) {
        const bool isGood = index.order().positive(place);
        const bool isShown = index.scoreAt(place) >= threshold;
        counts.uses += 1.0;
        counts.shown += isShown ? 1.0 : 0.0;
        counts.wrong += isShown && !isGood ? 1.0 : 0.0;
        counts.good += isGood ? 1.0 : 0.0;
        counts.missed += isGood && !isShown ? 1.0 : 0.0;
    }
    return counts;
}

double worthPer1000(const Counts &counts, const OutcomeValues &values)
{
    const double right = counts.shown - counts.wrong;
    const double silent = counts.uses - counts.shown - counts.missed;
    return 1000.0
            * (right * values.tp() + counts.wrong * values.fp() + counts.missed * values.fn()
               + silent * values.tn())
            / counts.uses;
}

/// At most this share of those shown wrong, and worth most: every score is tried.
double bestWithin(const Answered &answered, double mostWrong)
{
    const PredictionIndex &index = answered.now.slice->index();
    Counts counts = countsFrom(answered, 2.0);
    double best = 2.0;
    double most = -1e12;
    for (std::size_t place = 0; place < index.rows(); ++place) {
        const bool isGood = index.order().positive(place);
        counts.shown += 1.0;
        counts.wrong += isGood ? 0.0 : 1.0;
        counts.missed -= isGood ? 1.0 : 0.0;
        const bool isLast =
                place + 1 == index.rows() || index.scoreAt(place + 1) != index.scoreAt(place);
        const double worth = worthPer1000(counts, answered.now.scenario.values);
        if (isLast && counts.wrong <= mostWrong * counts.shown && worth > most) {
            most = worth;
            best = index.scoreAt(place);
        }
    }
    return best;
}

} // namespace

/// What its own list and its own questions forbid, wherever it is said.
void TestPracticeCards::executive_answers_haveNoWordOfTheField()
{
    static const QRegularExpression ofTheField(
            u"threshold|precision|recall|accura|\\bROC\\b|\\bAUC\\b|\\bF1\\b|specificity|"
            "sensitivity|calibrat|percentile|interval|base rate|prevalence|operating point|"
            "positive|bootstrap|resample|quantile|median|metric"_s,
            QRegularExpression::CaseInsensitiveOption);
    std::vector<Answered> all = everySampleAnswered();
    all.push_back(fewRows(0.5));
    all.push_back(fewRows(std::numeric_limits<double>::infinity()));
    int looked = 0;
    for (const Answered &answered : all) {
        for (int number = 1; number <= cardCount(CardKind::Executive); ++number) {
            const PracticeCard card =
                    practiceCard(CardKind::Executive, number, answered.material());
            const QString text = card.answer.join(u'\n');
            const auto match = ofTheField.match(text);
            QVERIFY2(!match.hasMatch(),
                     qPrintable(match.captured() + u" in "_s + practiceTitle(card) + u'\n' + text));
            ++looked;
        }
    }
    QVERIFY(looked >= 42);
}

/// "Ends in something that a person experiences, and not in a metric.", of whatever kind.
void TestPracticeCards::outcomes_areNoMetrics()
{
    static const QRegularExpression metric(u"precision|recall|accura|\\bF1\\b|ROC|AUC|threshold"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    int looked = 0;
    for (const Answered &answered : everySampleAnswered()) {
        for (const CardKind kind : cardKinds) {
            const auto items = checklistOf(kind, 1, answered.material());
            for (const ChecklistItem &item : items) {
                if (item.key != u"outcome" && item.key != u"count")
                    continue;
                QVERIFY2(!metric.match(item.said).hasMatch(), qPrintable(item.said));
                ++looked;
            }
        }
    }
    QVERIFY(looked >= 30);
}

/// Nothing was found where there is no earlier period.
void TestPracticeCards::failure_onePeriod_remediesAreOfWhatMayBeFound()
{
    static const QRegularExpression remedy(
            u"\\b(escalate|set the threshold anew|collect labels|retrain on|roll back|add "
            "capacity)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QStringList layers{u"data"_s, u"base-rate"_s, u"drift"_s, u"model"_s, u"system"_s};
    int looked = 0;
    for (const Answered &answered : everySampleAnswered()) {
        const auto items = checklistOf(CardKind::Failure, 1, answered.material());
        for (const ChecklistItem &item : items) {
            if (!layers.contains(item.key))
                continue;
            const QStringList sentences = item.here.split(u". "_s);
            for (const QString &sentence : sentences) {
                if (!remedy.match(sentence).hasMatch())
                    continue;
                QVERIFY2(sentence.startsWith(u"If "_s) && sentence.contains(u", then "_s),
                         qPrintable(sentence));
                ++looked;
            }
        }
    }
    QVERIFY(looked >= 25);
}

/// The card about waits says how long they are, and its system what that is held against.
void TestPracticeCards::failure_waits_areNamed()
{
    const Answered &assistant = everySampleAnswered().at(3);
    Eigen::ArrayXd waits = *assistant.predictions->latency();
    std::sort(waits.begin(), waits.end());
    const double half = waits[(waits.size() + 1) / 2 - 1];
    const QString said = u"Half are answered within %1 s, and 95 of 100 within "_s.arg(
            QString::number(half / 1000.0, 'f', 2));
    const PracticeCard card = practiceCard(CardKind::Failure, 3, assistant.material());
    QVERIFY2(card.answer.value(1).contains(said), qPrintable(said + card.answer.value(1)));
}

/// What waiting longer is worth is that of the rows, every answer waited for.
void TestPracticeCards::late_longerWait_isWorthWhatIsCountedThere()
{
    Answered hurried = everySampleAnswered().at(3);
    hurried.now.scenario.budget = Milliseconds{500.0};
    hurried.now = assess(*hurried.rows, hurried.now.scenario);
    const auto opening = [](const Answered &answered) {
        return practiceCard(CardKind::Tradeoff, 6, answered.material()).answer.value(1);
    };
    const QString longer = opening(hurried);
    QVERIFY2(longer.contains(u"I would wait longer than 500 ms: "_s), qPrintable(longer));
    QVERIFY2(longer.contains(u"It is assumed of patience: "_s), qPrintable(longer));
    // Nobody is answered later than that, so that nothing is gained by it.
    Answered unhurried = everySampleAnswered().at(3);
    unhurried.now.scenario.budget = Milliseconds{1e9};
    unhurried.now = assess(*unhurried.rows, unhurried.now.scenario);
    QVERIFY2(opening(unhurried).contains(u"no longer wait is worth more than "_s),
             qPrintable(opening(unhurried)));
}

/// Each that is named has its price, and nothing else has one.
void TestPracticeCards::carries_priceIsOfWhatIsNamed()
{
    const std::vector<std::pair<QString, QString>> costsOf{
            {u"being quick"_s, u"slower"_s},
            {u"being right when we"_s, u"more wrong ones"_s},
            {u"not missing"_s, u"more misses"_s}};
    const auto saidOf = [](const Answered &answered) {
        const PracticeCard card = practiceCard(CardKind::Design, 1, answered.material());
        return std::ranges::find(card.checklist, u"carries"_s, &ChecklistItem::key)->here.toLower();
    };
    const auto pricesWhatItNames = [&costsOf](const QString &said) {
        return std::ranges::all_of(costsOf, [&said](const auto &cost) {
            return said.contains(cost.first) == said.contains(cost.second);
        });
    };
    for (const Answered &answered : everySampleAnswered())
        QVERIFY2(pricesWhatItNames(saidOf(answered)), qPrintable(saidOf(answered)));
    // What comes second by equal steps carries it when each gets as bad as it may.
    Answered turned = everySampleAnswered().front();
    LoadVerdict &verdict = turned.load->load.verdict;
    const auto &ranking = turned.load->load.equalSteps.ranking;
    verdict.equalSteps.reset();
    verdict.badWeek = ranking[1];
    QVERIFY2(pricesWhatItNames(saidOf(turned)), qPrintable(saidOf(turned)));
}

/// What the default misses within the limit, and not without one, counted from the rows.
void TestPracticeCards::default_keepsTheLimitOfNow()
{
    const Answered &fraud = everySampleAnswered().at(1);
    const double limit = fraud.now.scenario.budget->value;
    const Predictions &rows = *fraud.predictions;
    double positives = 0.0;
    double missed = 0.0;
    double missedWithoutLimit = 0.0;
    for (Eigen::Index row = 0; row < rows.score().size(); ++row) {
        if (!rows.label()[row])
            continue;
        const bool shown = rows.score()[row] >= 0.5;
        positives += 1.0;
        missed += shown && (*rows.latency())[row] <= limit ? 0.0 : 1.0;
        missedWithoutLimit += shown ? 0.0 : 1.0;
    }
    const int within = qRound(100.0 * missed / positives);
    QVERIFY(within != qRound(100.0 * missedWithoutLimit / positives));
    const PracticeCard card = practiceCard(CardKind::Tradeoff, 6, fraud.material());
    const auto choice = std::ranges::find(card.checklist, u"choice"_s, &ChecklistItem::key);
    QVERIFY2(choice->here.contains(u"at the default 0.5, but "_s)
                     && choice->here.endsWith(u"are missed instead of %1."_s.arg(within)),
             qPrintable(choice->here));
    // Rows that are not to be tried on tell of no default at all.
    Answered combined = fraud;
    combined.now.scenario.combination = Combination{};
    const PracticeCard without = practiceCard(CardKind::Tradeoff, 6, combined.material());
    QVERIFY(!without.answer.join(u' ').contains(u"the default 0.5"_s));
}

void TestPracticeCards::halfTheWrong_priceIsCountedFromTheRows()
{
    const Answered &screening = everySampleAnswered().at(4);
    QVERIFY(!screening.now.scenario.budget);
    const double now = screening.now.experience[Share::WrongOfShown]->value;
    const double best = bestWithin(screening, now / 2.0);
    const auto half = withHalfTheWrong(screening.material());
    QVERIFY(half);
    QCOMPARE(half->scenario.threshold.value, best);
    const Counts there = countsFrom(screening, best);
    const QString said = practiceCard(CardKind::Tradeoff, 3, screening.material()).answer.value(1);
    const QString worth =
            QLocale(QLocale::English)
                    .toString(
                            qlonglong(qRound(worthPer1000(there, screening.now.scenario.values))));
    QVERIFY2(said.contains(u"and it is worth +"_s + worth + u' '), qPrintable(said));
    QVERIFY2(said.contains(u" tumours are missed, and"_s), qPrintable(said));
    // Which half is meant, and what it is by number, counted from the rows.
    QVERIFY2(said.contains(u"as half their share of those flagged, and not half their number"),
             qPrintable(said));
    const QString number = QString::number(qRound(1000.0 * there.wrong / there.uses));
    QVERIFY2(said.contains(u"By number that is %1 wrong in 1,000 scans instead of "_s.arg(number)),
             qPrintable(said));
    // Where more is told of them, as counts.
    const QString inlined =
            practiceCard(CardKind::Tradeoff, 3, everySampleAnswered().at(0).material())
                    .answer.value(1);
    static const QRegularExpression price(
            u"\\d+ of 100 suggestions shown are wrong\\. By number that is \\d+ wrong in 1,000 "
            u"uses "
            "instead of \\d+\\. Then \\d+ of 100 good suggestions are missed, and it is worth "_s);
    QVERIFY2(price.match(inlined).hasMatch(), qPrintable(inlined));
}

void TestPracticeCards::allShown_worthIsCountedFromTheRows()
{
    const Answered &screening = everySampleAnswered().at(4);
    const QString said = practiceCard(CardKind::Tradeoff, 4, screening.material()).answer.value(1);
    const double worth = worthPer1000(countsFrom(screening, -1.0), screening.now.scenario.values);
    const QString number = QLocale(QLocale::English).toString(qlonglong(std::abs(qRound(worth))));
    const QString sign = worth < 0.0 ? u"\u2212"_s : u"+"_s;
    QVERIFY2(said.contains(u"and it is worth "_s + sign + number + u' '), qPrintable(said));
}

/// Which is supposed, and not found.
void TestPracticeCards::segmentCards_nameOneOfTheData()
{
    const Answered &fraud = everySampleAnswered().at(1);
    QStringList columns;
    for (const CategoryColumn &column : fraud.now.slice->index().predictions()->segments())
        columns.append(QString::fromStdString(column.name));
    columns.removeAll(u"day"_s); // is no segment to be asked about
    QVERIFY(!columns.isEmpty());
    const QString own = questionOf(CardKind::Tradeoff, 5, fraud);
    QVERIFY2(own.endsWith(u"or one for each value of “%1”?"_s.arg(columns.first())),
             qPrintable(own));
    const QString hidden = questionOf(CardKind::Failure, 6, fraud);
    QVERIFY2(hidden.contains(u"Suppose that where “%1” is “"_s.arg(columns.first())),
             qPrintable(hidden));
    const QString answer = practiceCard(CardKind::Tradeoff, 5, fraud.material()).answer.value(1);
    QVERIFY2(answer.contains(u" thresholds to choose and to watch in place of one"_s),
             qPrintable(answer));
    // Without one there is none to name.
    const Answered few = fewRows(0.5);
    QVERIFY(questionOf(CardKind::Tradeoff, 5, few).endsWith(u"or one for each segment?"_s));
}

void TestPracticeCards::finance_newUses_haveTheirUnit()
{
    for (const Answered &answered : everySampleAnswered()) {
        const QString said =
                practiceCard(CardKind::Executive, 4, answered.material()).answer.join(u' ');
        static const QRegularExpression bare(u"at most [+\u2212]?[\\d,.]+ on new ones"_s);
        QVERIFY2(!bare.match(said).hasMatch(), qPrintable(said));
    }
    const QString said =
            practiceCard(CardKind::Executive, 4, everySampleAnswered().at(0).material())
                    .answer.join(u' ');
    QVERIFY2(said.contains(u" per 1,000 uses on new ones."_s), qPrintable(said));
}

/// Two periods can be compared at one threshold alone.
void TestPracticeCards::failure_dialMoved_isToldAtWhatIsJudged()
{
    const Answered &assistant = everySampleAnswered().at(3);
    const Threshold kept{0.6};
    Dropped dropped;
    // Where much more was missed, what is wrong is what became worse.
    dropped.usual = std::make_shared<const Assessment>(everySampleAnswered().at(0).now);
    dropped.threshold.kept = kept;
    report::AnswerMaterial material = assistant.material();
    material.drop = report::DropAnswered{&dropped, {u"march"_s, u"april"_s}};
    QVERIFY(!(assistant.now.scenario.threshold == kept));
    const Counts there = countsFrom(assistant, kept.value);
    const PracticeCard card = practiceCard(CardKind::Failure, 1, material);
    QVERIFY2(card.question.contains(u"In april it is this: %1 of 100 answers given are wrong"_s.arg(
                     qRound(100.0 * there.wrong / there.shown))),
             qPrintable(card.question));
    const QString since = card.checklist.first().here;
    QVERIFY2(since.contains(u"Both are told at one threshold, the one that was in use: we give "
                            "answers from a score of 0.60 up."_s)
                     && !since.contains(u"judged at"_s),
             qPrintable(since));
}

ONEINN_TEST(TestPracticeCards)

} // namespace tests::practice_practicecards

#include "tst_practicecards.moc"
