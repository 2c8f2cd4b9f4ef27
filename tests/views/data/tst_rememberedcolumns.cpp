// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/rememberedcolumns.h"

#include "support/openedwindow.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tests::data_rememberedcolumns {

using namespace oneinn;

class TestRememberedColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_settings = std::make_unique<testsupport::OwnSettings>(); }

    void keep_choice_isKnownInTheNextRun();
    void forget_choice_isKnownNoMore();
    void keep_nothingChosen_forgets();
    void keep_many_forgetsTheOldest();
    void keep_endlessNames_isNotKept();

private:
    std::unique_ptr<testsupport::OwnSettings> m_settings;
};

void TestRememberedColumns::keep_choice_isKnownInTheNextRun()
{
    const ingest::ColumnMapping chosen{.label = "truth",
                                       .latency = "",
                                       .unit = ingest::LatencyUnit::Seconds,
                                       .failed = std::vector<ingest::FailedCells>{{"e", "429"}},
                                       .segments = {""}};
    RememberedColumns memory;
    const QSignalSpy changed(&memory, &RememberedColumns::changed);
    memory.keep("header", chosen);
    QCOMPARE(changed.size(), 1);
    const ColumnMemory next = RememberedColumns().all();
    QCOMPARE(next.size(), std::size_t(1));
    QVERIFY(next.at("header") == chosen);
    // The way a file is delimited is its own.
    memory.keep("header", {.label = "truth", .delimiter = ';'});
    QVERIFY(memory.all().at("header") == ingest::ColumnMapping{.label = "truth"});
}

void TestRememberedColumns::forget_choice_isKnownNoMore()
{
    RememberedColumns memory;
    memory.keep("a", {.label = "x"});
    memory.keep("b", {.label = "y"});
    memory.forget("a");
    QVERIFY(!memory.knows("a") && memory.knows("b"));
}

void TestRememberedColumns::keep_nothingChosen_forgets()
{
    RememberedColumns memory;
    memory.keep("a", {.label = "x"});
    memory.keep("a", {});
    QVERIFY(!memory.knows("a"));
}

void TestRememberedColumns::keep_many_forgetsTheOldest()
{
    RememberedColumns memory;
    for (int i = 0; i <= RememberedColumns::most; ++i)
        memory.keep(std::to_string(i), {.label = "x"});
    QCOMPARE(memory.all().size(), std::size_t(RememberedColumns::most));
    QVERIFY(!memory.knows("0") && memory.knows(std::to_string(RememberedColumns::most)));
}

void TestRememberedColumns::keep_endlessNames_isNotKept()
{
    RememberedColumns memory;
    memory.keep("a", {.label = std::string(1 << 20, 'x')});
    QVERIFY(!memory.knows("a"));
}

ONEINN_TEST(TestRememberedColumns)

} // namespace tests::data_rememberedcolumns

#include "tst_rememberedcolumns.moc"
