// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/patiencepresets.h"

#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

namespace tests::presets_patiencepresets {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestPatiencePresets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void list_bundled_namesSourceAndOtherProduct();
    void video_bundled_isAsMeasured();
    void read_incomplete_leftOut_data();
    void read_incomplete_leftOut();
};

void TestPatiencePresets::list_bundled_namesSourceAndOtherProduct()
{
    const auto presets = patiencePresets();
    QStringList ids;
    static const QRegularExpression year(u"\\b20\\d\\d\\b"_s);
    for (const PatiencePreset &preset : presets) {
        ids.append(preset.id);
        QVERIFY2(preset.source.contains(year), qPrintable(preset.source));
        QVERIFY(preset.source.contains(u"Measured on another product."_s)
                || preset.source.contains(u"Measured on other products."_s));
        // Who takes over numbers that nobody measured must read so.
        QCOMPARE(preset.caution.contains(u"illustrative"_s), preset.illustrative);
        QVERIFY(preset.caution.endsWith(u'.'));
        QVERIFY(!preset.patience.everyoneWaits());
    }
    QCOMPARE(ids, QStringList({u"typing"_s, u"search"_s, u"page"_s, u"video"_s, u"chat"_s}));
}

void TestPatiencePresets::video_bundled_isAsMeasured()
{
    for (const PatiencePreset &preset : patiencePresets()) {
        if (preset.id != u"video")
            continue;
        QCOMPARE(preset.patience.stillWaiting({2000.0}), 1.0);
        QCOMPARE(preset.patience.stillWaiting({5000.0}), 0.75);
        QCOMPARE(preset.patience.stillWaiting({10000.0}), 1.0 - 8 * 0.058 + 0.004);
        return;
    }
    QFAIL("no such preset");
}

void TestPatiencePresets::read_incomplete_leftOut_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("count");
    QTest::newRow("complete") << QByteArray(
            R"([{"title": "a", "source": "B 2020", "patience": "1s=0.5"}])")
                              << 1;
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("no source") << QByteArray(R"([{"title": "a", "patience": "1s=0.5"}])") << 0;
    QTest::newRow("no points") << QByteArray(R"([{"title": "a", "source": "B 2020"}])") << 0;
    QTest::newRow("no curve") << QByteArray(
            R"([{"title": "a", "source": "B 2020", "patience": "2s=0.5, 1s=0.4"}])")
                              << 0;
}

void TestPatiencePresets::read_incomplete_leftOut()
{
    QFETCH(QByteArray, json);
    QTEST(int(readPatiencePresets(json).size()), "count");
}

ONEINN_TEST(TestPatiencePresets)

} // namespace tests::presets_patiencepresets

#include "tst_patiencepresets.moc"
