// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/rowaccount.h"

#include "support/testprogram.h"

#include <QTest>

#include <set>

namespace tests::predictions_rowaccount {

using namespace oneinn;

class TestRowAccount : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void records_mixedFates_areUsedPlusSetAside()
    {
        RowAccount account;
        QCOMPARE(account.records(), std::size_t{0});
        account.countUsed();
        account.countUsed();
        account.setAside(SetAsideReason::LabelMissing, 4);
        account.setAside(SetAsideReason::WeightZero, 5);
        account.setAside(SetAsideReason::LabelMissing, 9);
        QCOMPARE(account.records(), std::size_t{5});
        QCOMPARE(account.used(), std::size_t{2});
        QCOMPARE(account.setAsideTotal(), std::size_t{3});
        QCOMPARE(account.setAside(SetAsideReason::LabelMissing), std::size_t{2});
        QCOMPARE(account.setAside(SetAsideReason::ScoreMissing), std::size_t{0});
        QCOMPARE(account.lines(SetAsideReason::LabelMissing), (std::vector<std::size_t>{4, 9}));
    }

    void setAsideReasonOf_itsKey_isTheReason()
    {
        for (std::size_t i = 0; i < setAsideReasonCount; ++i) {
            const auto reason = static_cast<SetAsideReason>(i);
            QVERIFY(setAsideReasonOf(keyOf(reason)) == reason);
        }
        QVERIFY(!setAsideReasonOf("weight"));
    }

    void lines_moreThanListed_keepsTheFirstAndCountsAll()
    {
        RowAccount account;
        for (std::size_t line = 2; line < 102; ++line)
            account.setAside(SetAsideReason::ScoreInvalid, line);
        QCOMPARE(account.setAside(SetAsideReason::ScoreInvalid), std::size_t{100});
        const auto &lines = account.lines(SetAsideReason::ScoreInvalid);
        QCOMPARE(lines.size(), RowAccount::listedLines);
        QCOMPARE(lines.front(), std::size_t{2});
        QCOMPARE(lines.back(), std::size_t{21});
    }

    void lines_recordWithoutLine_isCountedButNotListed()
    {
        RowAccount account;
        account.setAside(SetAsideReason::NotSelected, 0);
        QCOMPARE(account.setAside(SetAsideReason::NotSelected), std::size_t{1});
        QVERIFY(account.lines(SetAsideReason::NotSelected).empty());
    }

    void keyOf_everyReason_isDistinct()
    {
        std::set<std::string_view> keys;
        for (std::size_t i = 0; i < setAsideReasonCount; ++i)
            keys.insert(keyOf(static_cast<SetAsideReason>(i)));
        QCOMPARE(keys.size(), setAsideReasonCount);
        QVERIFY(keyOf(SetAsideReason::LabelMissing) == "label_missing");
        QVERIFY(keyOf(SetAsideReason::NotSelected) == "not_selected");
    }
};

ONEINN_TEST(TestRowAccount)

} // namespace tests::predictions_rowaccount

#include "tst_rowaccount.moc"
