// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dataplace.h"
#include "databases/passwords.h"
#include "databases/place.h"
#include "databases/statements.h"
#include "document/dataplaces.h"
#include "ingest/databaseaddress.h"
#include "ingest/sqledges.h"
#include "support/testprogram.h"

#include <QTest>

/// What an address says, and what is asked of a database for it. No database is needed.
namespace tests::databases_addresses {

using namespace oneinn;
using namespace Qt::StringLiterals;
using ingest::DatabaseAddress;
using ingest::databaseAddress;

class TestAddresses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void address_written_readsAsTheSame_data();
    void address_written_readsAsTheSame();
    void address_read_hasItsParts();
    void address_wrong_saysWhy_data();
    void address_wrong_saysWhy();
    void name_ofAPlace_isItsTable_data();
    void name_ofAPlace_isItsTable();
    void password_inAnAddress_isNotRepeated();
    void edges_even_areShortAgain();
    void statement_wildNames_areQuoted();
    void statement_queryWithComment_isClosed();
    void password_kept_isOfTheServer();
};

void TestAddresses::address_written_readsAsTheSame_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"postgresql://ann@db.example.org:5433/shop?table=public.payments", "postgresql:///shop",
          "postgresql://[::1]:5432/shop?table=a%20%22b%22%3B%20DROP",
          "odbc://ann@/Warehouse?table=t&dialect=spark", "sqlite:///home/ann/a%20b.db?table=t",
          "postgresql://h/d?query=SELECT%20%2A%20FROM%20t%20WHERE%20a%20%3D%20%27x%26y%27",
          "postgresql://h/d?table=t&label=y&score=p",
          "postgresql://h/d?table=t&label=y&score=p&latency=wait&model-column=m&weight=w&"
          "filter=a%20%3E%201&latency-unit=s&segment=a&segment=b&score-edges=0%3A1%3A1000&"
          "latency-steps=7"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestAddresses::address_written_readsAsTheSame()
{
    QFETCH(QString, text);
    const auto read = databaseAddress(text.toStdString());
    QVERIFY2(read, read ? "" : read.problem().detail.c_str());
    QCOMPARE(QString::fromStdString(addressText(read.value())), text);
}

void TestAddresses::address_read_hasItsParts()
{
    const auto read = databaseAddress("postgres://ann%40x@db:15/sh%2Fop?table=t&label=y&score=p"
                                      "&latency=wait_s&score-edges=0,0.5,0.75");
    QVERIFY(read);
    const DatabaseAddress &address = read.value();
    QCOMPARE(address.user, std::string("ann@x"));
    QCOMPARE(address.host, std::string("db"));
    QCOMPARE(int(address.port.value_or(0)), 15);
    QCOMPARE(address.database, std::string("sh/op"));
    QVERIFY(address.counted.has_value());
    QCOMPARE(address.counted->unit, ingest::LatencyUnit::Seconds);
    QCOMPARE(address.counted->scoreBins.edges, (std::vector<double>{0, 0.5, 0.75}));
    QVERIFY(!databaseAddress("postgres://h/d?table=t").value().counted.has_value());
}

void TestAddresses::address_wrong_saysWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *text, const char *why) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(why);
    };
    row("mysql://h/d", "does not begin");
    row("postgresql://ann:secret@h/d", "password");
    row("postgresql://h/d?password=secret", "password");
    row("odbc:///Driver%3DX%3BPwd%3Dsecret", "password");
    row("postgresql://h:0/d", "port");
    row("postgresql://h:70000/d", "port");
    row("postgresql://[::1/d", "]");
    row("postgresql://h", "no database");
    row("postgresql://h/d?table=", "no value");
    row("postgresql://h/d?table=t&query=q", "both");
    row("postgresql://h/d?table=t&label=y", "a label and a score");
    row("postgresql://h/d?table=t&label=y&score=p&score-steps=1", "score-steps");
    row("postgresql://h/d?table=t&label=y&score=p&latency=wait", "unit");
    row("postgresql://h/d?table=t&colour=red", "colour");
    row("odbc:///d?dialect=klingon", "klingon");
}

void TestAddresses::address_wrong_saysWhy()
{
    QFETCH(QString, text);
    QFETCH(QString, why);
    const auto read = databaseAddress(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.problem().kind, ProblemKind::DatabaseAddressWrong);
    QVERIFY(read.problem().file.find("secret") == std::string::npos);
    QVERIFY2(read.problem().detail.find(why.toStdString()) != std::string::npos,
             read.problem().detail.c_str());
}

void TestAddresses::name_ofAPlace_isItsTable_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("name");
    QTest::newRow("file") << u"/home/ann/a?b.csv"_s << u"a?b.csv"_s;
    QTest::newRow("table") << u"postgresql://h/d?label=y&table=s.a%20b"_s << u"s.a b"_s;
    QTest::newRow("database") << u"postgresql://h/d"_s << u"d"_s;
    QTest::newRow("sqlite") << u"sqlite:///home/x.db"_s << u"x.db"_s;
}

void TestAddresses::name_ofAPlace_isItsTable()
{
    QFETCH(QString, place);
    QFETCH(QString, name);
    QCOMPARE(dataName(place), name);
    QCOMPARE(absolutePlace(place), place);
    QVERIFY(isDatabaseAddress(savingPlace(place)) == false);
}

void TestAddresses::password_inAnAddress_isNotRepeated()
{
    for (const char *place : {"postgresql://ann:secret@h/d?table=t",
                              "odbc:///Driver%3DX%3Bpassword%3Dsecret?table=t"}) {
        const auto bytes = databases::bytesAt(place, {});
        QVERIFY(!bytes);
        QCOMPARE(bytes.problem().kind, ProblemKind::DatabaseAddressWrong);
        QVERIFY2(bytes.problem().file.find("secret") == std::string::npos,
                 bytes.problem().file.c_str());
    }
}

void TestAddresses::edges_even_areShortAgain()
{
    const auto even = ingest::sqlEdges("0:1:1000");
    QCOMPARE(even.size(), std::size_t(1001));
    QCOMPARE(even[1], 0.001);
    QCOMPARE(ingest::sqlEdgesText(even), std::string("0:1:1000"));
    QCOMPARE(ingest::sqlEdgesText({0, 0.1, 0.5}), std::string("0,0.1,0.5"));
    for (const char *wrong : {"", "0,0", "1,0", "0:1:0", "0:1:x", "0;1", "nan,1", "0:1:100001"})
        QVERIFY2(ingest::sqlEdges(wrong).empty(), wrong);
}

void TestAddresses::statement_wildNames_areQuoted()
{
    const auto wild = databaseAddress("postgresql://h/d?table=t%22%3B%20DROP%20TABLE%20u");
    QVERIFY(wild);
    QCOMPARE(databases::rowsSql(wild.value(), {"a\"; DELETE FROM t; --", "b"}),
             std::string("SELECT source.\"a\"\"; DELETE FROM t; --\"::text, source.\"b\"::text "
                         "FROM \"t\"\"; DROP TABLE u\" AS source"));
}

void TestAddresses::statement_queryWithComment_isClosed()
{
    const auto query = databaseAddress("postgresql://h/d?query=SELECT%201%20--%20one%3B");
    QCOMPARE(databases::namesSql(query.value()),
             std::string("SELECT * FROM (\nSELECT 1 -- one\n) AS source WHERE 1 = 0"));
}

void TestAddresses::password_kept_isOfTheServer()
{
    const auto one = databaseAddress("postgresql://ann@h/d?table=a").value();
    const auto same = databaseAddress("postgresql://ann@h/d?table=b").value();
    const auto other = databaseAddress("postgresql://bob@h/d?table=a").value();
    databases::keepPassword(one, "x");
    QCOMPARE(databases::keptPassword(same), std::string("x"));
    QCOMPARE(databases::keptPassword(other), std::string());
    databases::forgetPassword(same);
    QCOMPARE(databases::keptPassword(one), std::string());
}

ONEINN_TEST(TestAddresses)

} // namespace tests::databases_addresses

#include "tst_addresses.moc"
