// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytesdigest.h"
#include "document/documentfile.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QTest>

namespace tests::document_bytesdigest {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

class TestBytesDigest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reference_ofAFile_isThatOfItsBytes();
    void reference_fileReplacedMeanwhile_isOfWhatWasRead();
    void wait_stopped_doesNotWait();
    void destroy_unasked_stops();
};

void TestBytesDigest::reference_ofAFile_isThatOfItsBytes()
{
    const TableFiles files;
    const QString path = files.write(u"a.csv"_s, QByteArray(5 << 20, 'a') + "end");
    const auto bytes = ingest::FileBytes::read(path.toStdString());
    QVERIFY(bytes.ok());
    QVERIFY(BytesDigest(bytes.value()).reference() == referenceTo(path).value());
}

void TestBytesDigest::reference_fileReplacedMeanwhile_isOfWhatWasRead()
{
    const TableFiles files;
    const QString path = files.write(u"a.csv"_s, "was");
    const auto bytes = ingest::FileBytes::read(path.toStdString());
    QVERIFY(bytes.ok());
    files.write(u"a.csv"_s, "is now");
    const DataReference reference = BytesDigest(bytes.value()).reference();
    QCOMPARE(reference.sha256, QCryptographicHash::hash("was", QCryptographicHash::Sha256).toHex());
    QCOMPARE(reference.bytes, 3);
}

void TestBytesDigest::wait_stopped_doesNotWait()
{
    const TableFiles files;
    const auto bytes = ingest::FileBytes::read(
            files.write(u"a.csv"_s, QByteArray(64 << 20, 'a')).toStdString());
    QVERIFY(bytes.ok());
    const BytesDigest digest(bytes.value());
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!digest.wait(stop.get_token()));
    QVERIFY(digest.wait({}));
    QCOMPARE(digest.reference().sha256.size(), 64);
}

void TestBytesDigest::destroy_unasked_stops()
{
    const TableFiles files;
    const auto bytes = ingest::FileBytes::read(
            files.write(u"a.csv"_s, QByteArray(64 << 20, 'a')).toStdString());
    QVERIFY(bytes.ok());
    const BytesDigest unasked(bytes.value());
}

ONEINN_TEST(TestBytesDigest)

} // namespace tests::document_bytesdigest

#include "tst_bytesdigest.moc"
