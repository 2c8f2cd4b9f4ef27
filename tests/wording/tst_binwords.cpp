// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/binwords.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>

namespace tests::wording_binwords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::Literals::StringLiterals;

class TestBinWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threshold_withinABin_tellsWhatIsOpen_data();
    void threshold_withinABin_tellsWhatIsOpen();
    void segmentWithItsOwn_isToldItsOwn();
};

void TestBinWords::threshold_withinABin_tellsWhatIsOpen_data()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QTest::addColumn<Assessment>("assessment");
    QTest::addColumn<QString>("around");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const ThresholdInterval &around,
                        const std::optional<BetweenBins> &between, const QString &beside,
                        const QString &sentence) {
        Assessment assessment;
        assessment.sameDecisions = around;
        assessment.between = between;
        QTest::newRow(name) << assessment << beside << sentence;
    };
    row("rows", {0.2, 0.4}, {}, u"nothing changes between 0.20 and 0.40"_s, {});
    row("where a bin begins", {0.2, 0.4, true}, {}, u"exact: a bin begins here"_s, {});
    row("all shown", {-infinity, 0.4, true}, {}, u"everything is shown up to 0.40"_s, {});
    row("within", {0.2, 0.4, true},
        BetweenBins{{0.2, 0.4}, Interval{0.44, 0.49}, Interval{0.26, 0.31}},
        u"within a bin: between 44 and 49 of 100 shown are wrong"_s,
        u"The threshold lies within the bin from 0.20 to 0.40, and counts do not tell what it "
        u"shows "
        "of it: between 44 and 49 of 100 shown are wrong, and between 26 and 31 of 100 good ones "
        "are missed. All else is told as at 0.40."_s);
    row("nothing need be shown", {0.8, infinity, true},
        BetweenBins{{0.8, infinity}, {}, Interval{0.9, 1.0}}, u"within the last bin"_s,
        u"The threshold lies within the bin from 0.80 up, and counts do not tell what it shows of "
        "it: at least 90 of 100 good ones are missed. All else is told as if it showed none of "
        "it."_s);
}

void TestBinWords::threshold_withinABin_tellsWhatIsOpen()
{
    QFETCH(const Assessment, assessment);
    QTEST(aroundThreshold(assessment), "around");
    QTEST(openBinSentence(assessment), "sentence");
}

/// Looked at alone, where the dial is of all the others.
void TestBinWords::segmentWithItsOwn_isToldItsOwn()
{
    Assessment assessment;
    assessment.sameDecisions = {0.2, 0.4};
    assessment.scenario.threshold = {0.3};
    assessment.scenario.combination =
            ThresholdsBySegment{"channel", {0.3}, {{"bank-transfer", {0.125}}}};
    const QString usual = u"nothing changes between 0.20 and 0.40"_s;
    QCOMPARE(aroundThreshold(assessment), usual);
    assessment.scenario.selection.where = {{"channel", "app"}};
    QCOMPARE(aroundThreshold(assessment), usual);
    assessment.scenario.selection.where = {{"day", "1"}, {"channel", "bank-transfer"}};
    QCOMPARE(aroundThreshold(assessment), u"for others; bank-transfer has 0.125"_s);
}

ONEINN_TEST(TestBinWords)

} // namespace tests::wording_binwords

#include "tst_binwords.moc"
