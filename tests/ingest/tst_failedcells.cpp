// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/failedcells.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::ingest_failedcells {

using namespace oneinn::ingest;

class TestFailedCells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_areTold_data()
    {
        QTest::addColumn<bool>("says");
        QTest::addColumn<bool>("technical");
        QTest::addColumn<bool>("called");
        for (const char *none : {"", "  ", "None", "null", "OK", "0", "false", "200",
                                 "204 No Content", "302", "HTTP/1.1 200 OK", "SUCCESS", "0.0"})
            QTest::newRow(none) << false << false << false;
        for (const char *technical :
             {"429 Too Many Requests", "503", "500.0", "HTTP/1.1 404 Not Found", "timeout",
              "DEADLINE_EXCEEDED", "RateLimit", "ECONNRESET", "ReadTimedOut", "RESOURCE_EXHAUSTED",
              "504:"})
            QTest::newRow(technical) << true << true << false;
        for (const char *called : {"failed", "Error", "aborted", "cancelled", "Internal"})
            QTest::newRow(called) << true << false << true;
        for (const char *other : {"42", "1", "4290", "429th", "no such model"})
            QTest::newRow(other) << true << false << false;
        QTest::newRow("TimeoutError") << true << true << true;
    }

    void words_areTold()
    {
        QFETCH(const bool, says);
        QFETCH(const bool, technical);
        QFETCH(const bool, called);
        const std::string text = QTest::currentDataTag();
        QCOMPARE(saysFailed(text), says);
        QCOMPARE(isTechnicalFailure(text), technical);
        QCOMPARE(isCalledFailure(text), called);
    }
};

ONEINN_TEST(TestFailedCells)

} // namespace tests::ingest_failedcells

#include "tst_failedcells.moc"
