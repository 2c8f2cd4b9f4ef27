// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/segmentwords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_segmentwords {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestSegmentWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void name_crossedAndEmpty();
    void difference_isNamedOnlyWhereItHolds();
    void difference_ofSmallShares_isOfAThousand();
    void eightUses_areCounted();
    void sentence_nobodyDiffers();
    void sentence_someAreTooSmall_saysHowMany();
    void difference_ofFewCases_isOfThose();
    void sentence_someBetter_saysWhatTheRowsSay();
    void policy_optimismIsSaid();
    void policy_allOfItChance_isNotWorthIt();
    void policy_nobodyLosesValue_saysWhoPaysOtherwise();
};

namespace {

/// missed of good ones, wrong of right ones shown.
Waterfall usesOf(double good, double missed, double wrong, double bad)
{
    const auto tally = [](double n) { return Tally{n, n, n}; };
    Waterfall uses;
    uses[UsePart::RightShown] = tally(good - missed);
    uses[UsePart::MissedByModel] = tally(missed);
    uses[UsePart::WrongShown] = tally(wrong);
    uses[UsePart::RightlySilent] = tally(bad - wrong);
    return uses;
}

SegmentRow rowOf(const std::string &name, const Waterfall &uses)
{
    SegmentRow row;
    row.values = {name};
    row.rows = static_cast<std::size_t>(uses.uses().rows);
    row.shares = Shares(uses);
    row.valuePerUse = 0.1;
    row.compared = {
            {.share = Share::Missed, .differs = SegmentDifference::CannotBeToldApart},
            {.share = Share::WrongOfShown, .differs = SegmentDifference::CannotBeToldApart}};
    return row;
}

SegmentRow missing(double elsewhere, double missed, double good)
{
    SegmentRow row = rowOf("mobile", usesOf(good, missed, 30, 600));
    row.compared[0].differs =
            missed / good > elsewhere ? SegmentDifference::Higher : SegmentDifference::Lower;
    row.compared[0].elsewhere = elsewhere;
    return row;
}

/// One channel, that showed 30 wrong of 190 and now shows 120 of 300; it missed 40 and misses 20.
SegmentTable changedTable()
{
    SegmentTable table;
    table.by = {{"channel"}};
    table.rows = {rowOf("web", usesOf(200, 20, 120, 600))};
    table.rows.front().before = SegmentBefore{.shares = Shares(usesOf(200, 40, 30, 600))};
    return table;
}

SegmentPolicy changedPolicy()
{
    SegmentPolicy policy;
    policy.segments = {
            {.threshold = {0.3}, .own = true, .value = 40.0, .wrongShown = 3.0, .missed = -5.0}};
    policy.value = 40.0;
    return policy;
}

} // namespace

void TestSegmentWords::name_crossedAndEmpty()
{
    QCOMPARE(wording::segmentName({"web", "card"}), u"web \u00b7 card"_s);
    QCOMPARE(wording::segmentName({""}), u"(empty)"_s);
    QCOMPARE(wording::segmentsByName({{"channel", "country"}}), u"channel \u00d7 country"_s);
}

void TestSegmentWords::difference_isNamedOnlyWhereItHolds()
{
    SegmentTable table;
    table.by = {{"channel"}};
    table.rows = {missing(0.2, 68, 200), rowOf("web", usesOf(200, 40, 30, 600))};
    QCOMPARE(wording::segmentDifferences(table.rows[0]),
             QStringList(u"misses 34 of 100 good ones, 20 elsewhere"_s));
    QVERIFY(wording::segmentDifferences(table.rows[1]).isEmpty());
    QVERIFY(wording::segmentText(table.rows[1])
                    .endsWith(u"It cannot be told apart from the rest."));
    QCOMPARE(
            wording::segmentsSentence(table),
            u"One channel pays for the average: mobile misses 34 of 100 good ones, 20 elsewhere."_s);
    table.gain = 3.0;
    QCOMPARE(wording::segmentsSentence(table),
             u"mobile misses 34 of 100 good ones, 20 elsewhere."_s);
}

void TestSegmentWords::difference_ofSmallShares_isOfAThousand()
{
    QCOMPARE(wording::segmentDifferences(missing(0.05, 9, 1000)),
             QStringList(u"misses 9 of 1,000 good ones, 50 elsewhere"_s));
    QCOMPARE(wording::segmentDifferences(missing(0.204, 1010, 5000)),
             QStringList(u"misses 202 of 1,000 good ones, 204 elsewhere"_s));
}

void TestSegmentWords::eightUses_areCounted()
{
    SegmentRow row = rowOf("telephone", usesOf(4, 1, 2, 4));
    for (auto &compared : row.compared)
        compared.differs = SegmentDifference::TooFew;
    QCOMPARE(wording::segmentCell(row, wording::SegmentColumn::Missed), u"1 of 4"_s);
    QCOMPARE(wording::segmentCell(row, wording::SegmentColumn::Value), u"\u2014"_s);
    QCOMPARE(wording::segmentText(row),
             u"telephone: 8 uses, counts only. Wrong of those shown: 2 of 5. Missed of the good "
             u"ones: 1 of 4."_s);
}

void TestSegmentWords::sentence_someAreTooSmall_saysHowMany()
{
    SegmentTable table;
    table.rows = {rowOf("web", usesOf(200, 40, 30, 600)), rowOf("fax", usesOf(4, 1, 2, 4))};
    table.rows[1].compared[0].differs = SegmentDifference::TooFew;
    QVERIFY(wording::segmentsSentence(table).endsWith(u"1 of the 2 is too small to say."));
    table.rows[0].compared[0].differs = SegmentDifference::TooFew;
    QVERIFY(wording::segmentsSentence(table).endsWith(u"Each is too small to say for sure."));
    table.by = {{"channel"}};
    table.rows[0] = missing(0.2, 68, 200);
    QVERIFY(wording::segmentsNotes(table).contains(u"1 of the 2 is too small to say."_s));
}

void TestSegmentWords::difference_ofFewCases_isOfThose()
{
    QCOMPARE(wording::segmentDifferences(missing(0.39, 20, 21)),
             QStringList(u"misses 20 of 21 good ones, 39 of 100 elsewhere"_s));
}

void TestSegmentWords::sentence_nobodyDiffers()
{
    SegmentTable table;
    table.rows = {rowOf("web", usesOf(200, 40, 30, 600))};
    QVERIFY(wording::segmentsSentence(table).startsWith(
            u"In no segment is more missed or wrong for sure"));
    QCOMPARE(wording::segmentsNotes(table).size(), 1);
    table.segmentsLeftOut = 12;
    table.rowsLeftOut = 30;
    QCOMPARE(wording::segmentsNotes(table).last(),
             u"12 rarer segments, 30 uses of them, are not in the table."_s);
}

void TestSegmentWords::sentence_someBetter_saysWhatTheRowsSay()
{
    SegmentTable table;
    table.rows = {rowOf("web", usesOf(200, 40, 30, 600))};
    table.rows.front().compared = {{.share = Share::Missed,
                                    .differs = SegmentDifference::Lower,
                                    .elsewhere = 0.4,
                                    .p = 0.001}};
    const QString said = wording::segmentsSentence(table);
    QVERIFY2(said.startsWith(u"In no segment is more missed or wrong for sure than in the others, "
                             u"but in some less: web misses"),
             qPrintable(said));
    QVERIFY(!said.contains(u"cannot be told apart"));
}

void TestSegmentWords::policy_optimismIsSaid()
{
    SegmentTable table = changedTable();
    table.rows.front().before.reset();
    SegmentPolicy policy = changedPolicy();
    policy.optimism = 15.0;
    const SegmentDifferences sure{.valueHolds = DifferenceHolds::InTable};
    const QStringList said = wording::segmentPolicySentences(
            table, policy, SegmentRule::MostValue, {}, [&sure](std::size_t) { return &sure; });
    QCOMPARE(said.first(),
             u"Thresholds of their own are worth +40 per 1,000 uses here; 15 of it "
             u"because they were chosen on these uses: expect +25 on new ones."_s);
    QCOMPARE(said.at(1),
             u"Of 1,000 uses of every channel, who gains: web +40 (wrong +3, missed \u22125)."_s);
    QCOMPARE(said.at(2), u"On these uses no channel loses value."_s);
    QVERIFY(wording::segmentPolicySentences(table, policy, SegmentRule::OneThreshold).isEmpty());
}

void TestSegmentWords::policy_allOfItChance_isNotWorthIt()
{
    SegmentTable table = changedTable();
    SegmentPolicy policy = changedPolicy();
    policy.value = 4.9;
    policy.optimism = 15.0;
    policy.segments.front().optimism = 50.0;
    const QStringList said = wording::segmentPolicySentences(table, policy, SegmentRule::MostValue);
    QCOMPARE(said.first(),
             u"Thresholds of their own are not worth it: +4.9 per 1,000 uses here, but they were "
             "chosen on these uses: expect \u221210 on new ones."_s);
    QCOMPARE(said.at(3), u"On new uses, each of these is expected to lose."_s);
    policy.value = -3.0;
    policy.optimism = -1.0;
    QCOMPARE(wording::segmentPolicySentences(table, policy, SegmentRule::EqualRecall).first(),
             u"Thresholds of their own are worth \u22123 per 1,000 uses here; chosen anew on "
             "resamples of these uses they do no worse: expect no less on new ones."_s);
}

/// Value is not the only price: of what is shown, far more is wrong.
void TestSegmentWords::policy_nobodyLosesValue_saysWhoPaysOtherwise()
{
    const SegmentTable table = changedTable();
    const SegmentPolicy policy = changedPolicy();
    const auto said = [&](const SegmentDifferences &differences) {
        return wording::segmentPolicySentences(table, policy, SegmentRule::MostValue, {},
                                               [&](std::size_t) { return &differences; });
    };
    SegmentDifferences differences{.wrongHolds = DifferenceHolds::InTable,
                                   .valueHolds = DifferenceHolds::InTable};
    QCOMPARE(said(differences).at(2),
             u"On these uses no channel loses value; the price is paid by web: 40 instead of 16 of "
             u"100 shown are wrong."_s);
    // What may be chance is no price for sure; nor is a gain that may be none a gain.
    differences = {};
    QCOMPARE(said(differences).at(1),
             u"Of 1,000 uses of every channel, nobody gains or pays for sure. And "
             "gains that may be chance: web +40 (wrong +3, missed \u22125)."_s);
    QCOMPARE(said(differences).at(2),
             u"On these uses no channel loses value; what may be chance: web: 40 instead of 16 of "
             u"100 shown are wrong."_s);
    differences.valueHolds = DifferenceHolds::Alone;
    QCOMPARE(said(differences).at(1),
             u"Of 1,000 uses of every channel, gains that hold of one alone, and may be chance "
             "among so many: web +40 (wrong +3, missed \u22125)."_s);
    // While it is not known yet, nobody is called anything.
    QCOMPARE(wording::segmentPolicySentences(table, policy, SegmentRule::MostValue).at(1),
             u"Of 1,000 uses of every channel, gains: web +40 (wrong +3, missed \u22125)."_s);
}

ONEINN_TEST(TestSegmentWords)

} // namespace tests::wording_segmentwords

#include "tst_segmentwords.moc"
