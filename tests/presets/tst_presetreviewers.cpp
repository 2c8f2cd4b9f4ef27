// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/presetreviewers.h"

#include "presets/presets.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>

namespace tests::presets_presetreviewers {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestPresetReviewers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void three_bringAReviewer_asIsDocumented();
    void nobodyChose_bringsNone();
};

void TestPresetReviewers::three_bringAReviewer_asIsDocumented()
{
    QFile file(testsupport::sourceFolder(u"resources/presets/README.md"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString documented = QString::fromUtf8(file.readAll());
    int some = 0;
    for (const Preset &preset : builtInPresets()) {
        const auto reviewer = presetReviewer(withPreset({}, preset));
        const QString row = u"| %1 |"_s.arg(preset.title.toLower());
        QCOMPARE(documented.contains(row), reviewer.has_value());
        if (!reviewer)
            continue;
        ++some;
        QVERIFY2(documented.contains(row
                                     + u" %1 | %2 | %3 | %4 |"_s.arg(100.0 * reviewer->recall)
                                               .arg(100.0 * reviewer->falseAlarms)
                                               .arg(reviewer->cost)
                                               .arg(*reviewer->minutes)),
                 qPrintable(row));
    }
    QCOMPARE(some, 3);
}

void TestPresetReviewers::nobodyChose_bringsNone()
{
    QVERIFY(!presetReviewer({}));
}

ONEINN_TEST(TestPresetReviewers)

} // namespace tests::presets_presetreviewers

#include "tst_presetreviewers.moc"
