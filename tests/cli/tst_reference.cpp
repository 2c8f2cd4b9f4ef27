// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/reference.h"

#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>

namespace tests::cli_reference {

using namespace Qt::StringLiterals;

class TestReference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reference_isInTheDocs();
};

/// docs/command-line.md says how to make it anew.
void TestReference::reference_isInTheDocs()
{
    QFile file(testsupport::sourceFolder(u"docs/command-line.md"_s));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QString docs = QString::fromUtf8(file.readAll());
    const QString begin = u"one-in-n-cli --reference` -->\n"_s;
    const qsizetype from = docs.indexOf(begin);
    QVERIFY(from >= 0);
    QCOMPARE(docs.mid(from + begin.size()), oneinn::cli::referenceText());
}

ONEINN_TEST(TestReference)

} // namespace tests::cli_reference

#include "tst_reference.moc"
