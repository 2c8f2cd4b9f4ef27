// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/rollbacktrigger.h"
#include "core/periods/dropped.h"
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
    static const std::vector<Answered> &samples();
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
    const auto items = checklistOf(kind, answered.material());
    for (const ChecklistItem &item : items)
        keys.append(item.key);
    return keys;
}

} // namespace

const std::vector<Answered> &TestPracticeCards::samples()
{
    static const std::vector<Answered> known = [] {
        std::vector<Answered> all;
        for (const auto &sample : testsupport::answeredSamples())
            all.push_back(testsupport::answeredSample(sample));
        return all;
    }();
    return known;
}

QString TestPracticeCards::made()
{
    QStringList lines;
    for (std::size_t i = 0; i < samples().size(); ++i) {
        lines.append(u"## "_s + QString::fromLatin1(testsupport::answeredSamples()[i].file));
        CardKind last = CardKind::AnyProduct;
        const auto cards = allCards(samples()[i]);
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
    std::vector<Answered> all = samples();
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
    std::vector<Answered> all = samples();
    all.push_back(fewRows(0.5));
    int ofData = 0;
    for (const Answered &answered : all) {
        const auto cards = allCards(answered);
        for (const PracticeCard &card : cards) {
            if (card.kind == CardKind::AnyProduct)
                continue;
            const QString answer = card.answer.join(u' ');
            for (const ChecklistItem &item : card.checklist) {
                QVERIFY2(answer.contains(item.said),
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
    for (const Answered &answered : samples()) {
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
    const Answered &fraud = samples().at(1);
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
    const Answered &now = samples().at(1);
    const auto usual = std::make_shared<const Assessment>(fewRows(0.5).now);
    auto usualRule = std::make_shared<const Assessment>(samples().at(3).now);
    Dropped dropped;
    dropped.usual = usualRule;
    report::AnswerMaterial material = now.material();
    material.drop = report::DropAnswered{&dropped, {u"march"_s, u"april"_s}};
    const PracticeCard card = practiceCard(CardKind::Failure, 1, material);
    const int was = qRound(100 * usualRule->experience[Share::WrongOfShown]->value);
    QVERIFY2(card.question.startsWith(u"In march this was measured: %1 of 100 "_s.arg(was))
                     && card.question.contains(u"In april it is this: "_s),
             qPrintable(card.question));
    const auto stop = std::ranges::find(card.checklist, u"stop"_s, &ChecklistItem::key);
    const RollbackTrigger rule = rollbackTrigger(*usualRule);
    QVERIFY(rule.rule);
    QVERIFY2(stop->here.startsWith(u"What was usual in march is the measure. "_s)
                     && stop->here.contains(
                             QLocale(QLocale::English)
                                     .toString(qlonglong(rule.rule->looks.back().shown))),
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
    const Answered &fraud = samples().at(1);
    const Proportion wrong = *fraud.now.experience[Share::WrongOfShown];
    const Proportion missed = *fraud.now.experience[Share::Missed];
    const QString tradeoff = questionOf(CardKind::Tradeoff, 1, fraud);
    QVERIFY2(tradeoff.contains(
                     u"%1 of 100 alerts raised are wrong"_s.arg(qRound(100 * wrong.value))),
             qPrintable(tradeoff));
    QVERIFY2(tradeoff.contains(u"%1 of 100 frauds are missed"_s.arg(qRound(100 * missed.value))),
             qPrintable(tradeoff));
    const Answered &assistant = samples().at(3);
    QVERIFY(questionOf(CardKind::Metric, 1, assistant)
                    .contains(u"is %1 % accurate"_s.arg(
                            qRound(100 * assistant.now.experience[Share::Accuracy]->value))));
    QVERIFY(questionOf(CardKind::Metric, 2, assistant).contains(u"Precision is 87 %"));
    const Answered &inlined = samples().at(0);
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
        const QStringList keys = keysOf(kind, samples().front());
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
        const QStringList all = keysOf(kind, samples().front());
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

ONEINN_TEST(TestPracticeCards)

} // namespace tests::practice_practicecards

#include "tst_practicecards.moc"
