// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/html.h"
#include "support/dialedpage.h"
#include "support/testprogram.h"

#include <QFile>
#include <QXmlStreamReader>

namespace tests::cli_dials {

using namespace Qt::StringLiterals;
using oneinn::report::DialText;
using testsupport::DialCheck;
using testsupport::DialedPage;
using testsupport::runCommandLine;
using testsupport::sampleData;

/// The brief that its reader moves, as the command line writes it and as it answers itself.
class TestDials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void positions_sayWhatTheCommandLineSays_data();
    void positions_sayWhatTheCommandLineSays();
    void places_holdTheChoiceAndTheDefault();
    void thresholdsOfTheirOwn_areMovedTogether();
    void limits_areToldAsBrokenAndKept();
    void noLatency_hasNoDialForABudget();
    void static_isThePlainBrief();
    void static_withoutAPage_isRefused();
    void hostileNames_areInert();

private:
    DialedPage page(const QStringList &arguments);
    QTemporaryDir m_folder;
    QHash<QStringList, QByteArray> m_pages; ///< made once
};

namespace {

QStringList inlineSample()
{
    return {sampleData(u"inlinesuggestion.csv"_s), u"--model"_s, u"cloud-large"_s, u"--preset"_s,
            u"inlinesuggestion"_s};
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

DialedPage TestDials::page(const QStringList &arguments)
{
    if (const auto known = m_pages.constFind(arguments); known != m_pages.constEnd())
        return DialedPage(*known);
    const QString path = m_folder.filePath(u"page.html"_s);
    QFile::remove(path);
    const auto run = runCommandLine(QStringList{u"answer"_s} + arguments
                                    + QStringList{u"-o"_s, path, u"--date"_s, u"2026-11-30"_s});
    if (run.code != 0)
        qWarning("%s", qPrintable(run.err));
    return DialedPage(*m_pages.insert(arguments, bytesOf(path)));
}

void TestDials::positions_sayWhatTheCommandLineSays_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("choice");
    QTest::newRow("a budget") << inlineSample() << QStringList{u"--budget"_s, u"350"_s};
    QTest::newRow("patience") << QStringList(inlineSample()
                                             << u"--patience"_s << u"200ms=0.9,600ms=0.5,2s=0.1"_s)
                              << QStringList{u"--budget"_s, u"350"_s};
    QTest::newRow("no latency") << QStringList{sampleData(u"payments-february.csv"_s),
                                               u"--preset"_s, u"fraudalert"_s}
                                << QStringList();
    QTest::newRow("rare") << QStringList{sampleData(u"fraudalerts.csv"_s), u"--preset"_s,
                                         u"fraudalert"_s}
                          << QStringList();
    QTest::newRow("any scores") << QStringList{sampleData(u"listingrecommendations.csv"_s),
                                               u"--preset"_s, u"recommendation"_s, u"--late"_s,
                                               u"unanswered"_s}
                                << QStringList{u"--budget"_s, u"250"_s};
    QTest::newRow("weights") << QStringList{sampleData(u"listingrecommendations.csv"_s),
                                            u"--weight"_s, u"latency_ms"_s, u"--latency"_s,
                                            QString()}
                             << QStringList{u"--threshold"_s, u"2"_s};
    QTest::newRow("lower is positive")
            << QStringList{sampleData(u"assistantanswers.csv"_s), u"--lower-is-positive"_s}
            << QStringList{u"--threshold"_s, u"0.8"_s, u"--budget"_s, u"1500"_s};
    QTest::newRow("few rows") << QStringList{sampleData(u"tumourscreening.csv"_s), u"--model"_s,
                                             u"logistic-regression"_s, u"--preset"_s,
                                             u"medicalscreening"_s}
                              << QStringList();
}

void TestDials::positions_sayWhatTheCommandLineSays()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, choice);
    const DialedPage page = this->page(arguments + choice);
    QVERIFY(page.places() > 30);
    QVERIFY2(page.html.size() <= oneinn::report::mostHtmlBytes,
             qPrintable(QString::number(page.html.size())));
    constexpr qsizetype asked = 8;
    const DialCheck check(arguments);
    for (qsizetype i = 0; i < asked; ++i) {
        const qsizetype place = (2 * i + 1) * page.places() / (2 * asked);
        const QString complaint = check.complaint(page.said(place));
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    }
}

void TestDials::places_holdTheChoiceAndTheDefault()
{
    const DialedPage page = this->page(inlineSample() << u"--budget"_s << u"350"_s);
    const QString html = QString::fromUtf8(page.html);
    static const QRegularExpression button(
            u"<button type=\"button\" data-threshold=\"(\\d+)\" data-budget=\"(\\d+)\">([^<]+)<"_s);
    QStringList names;
    for (auto each = button.globalMatch(html); each.hasNext();) {
        const auto match = each.next();
        const qsizetype place =
                match.captured(1).toInt() * page.budgets() + match.captured(2).toInt();
        const QStringList said = page.said(place);
        names.append(match.captured(3));
        const QString standing = said.at(int(DialText::Standing));
        if (names.size() == 1) {
            QCOMPARE(standing, u"This is our choice."_s);
            QCOMPARE(said.at(int(DialText::Budget)), u"350 ms"_s);
        } else {
            QCOMPARE(said.at(int(DialText::Budget)), u"none"_s);
            QCOMPARE(DialCheck::thresholdIn(said.at(int(DialText::Threshold))).toDouble(), 0.5);
            QVERIFY(standing.startsWith(u"Our choice has a "_s));
            QVERIFY(standing.contains(u"a shorter budget (350 ms)"_s));
        }
    }
    QCOMPARE(names, QStringList({u"Back to our choice"_s, u"To the default 0.5"_s}));
}

void TestDials::thresholdsOfTheirOwn_areMovedTogether()
{
    const QStringList own{u"--threshold-by"_s, u"channel:bank-transfer=0.1,web-card=0.45"_s};
    const QStringList payments{sampleData(u"payments-february.csv"_s), u"--preset"_s,
                               u"fraudalert"_s};
    const DialedPage page = this->page(payments + own + QStringList{u"--threshold"_s, u"0.3"_s});
    QVERIFY(page.places() > 30);
    bool isFound = false;
    QStringList told;
    for (qsizetype place = 0; place < page.places(); ++place) {
        const QStringList said = page.said(place);
        told.append(said.at(int(DialText::Threshold)));
        if (said.at(int(DialText::Standing)) != u"This is our choice."_s)
            continue;
        isFound = true;
        QVERIFY(told.last().contains(u"bank-transfer 0.10"_s) && told.last().contains(u"0.45"_s));
        const QString complaint = DialCheck(payments + own).complaint(said);
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    }
    QVERIFY(isFound);
    QVERIFY(!told.last().startsWith(u"no "_s));
    QCOMPARE(QSet<QString>(told.begin(), told.end()).size(), told.size());
}

void TestDials::limits_areToldAsBrokenAndKept()
{
    const DialedPage page = this->page(inlineSample() << u"--budget"_s << u"350"_s);
    static const QRegularExpression wrongOf100(u"^(\\d+) of every 100 "_s);
    static const QRegularExpression most(u"of 100 shown are wrong \\(at most (\\d+)\\)"_s);
    QList<std::pair<int, QString>> told;
    int limit = 0;
    for (qsizetype place = 0; place < page.places(); ++place) {
        const QStringList said = page.said(place);
        const QString limits = said.at(int(DialText::Limits));
        const auto wrong = wrongOf100.match(said.at(int(DialText::WrongDetail)));
        if (wrong.hasMatch())
            told.append({wrong.captured(1).toInt(), limits});
        if (const auto match = most.match(limits); match.hasMatch())
            limit = match.captured(1).toInt();
    }
    QVERIFY(limit > 0);
    int kept = 0;
    int broken = 0;
    for (const auto &[wrong, limits] : std::as_const(told)) {
        kept += limits == u"Within the limits on these data."_s ? 1 : 0;
        broken += limits.startsWith(u"Beyond the limit: "_s) ? 1 : 0;
        if (wrong > limit)
            QVERIFY2(limits.startsWith(u"Beyond "_s), qPrintable(limits));
        if (wrong < limit)
            QVERIFY2(!limits.contains(u"are wrong"_s), qPrintable(limits));
    }
    QVERIFY(kept > 10 && broken > 10);
}

void TestDials::noLatency_hasNoDialForABudget()
{
    const DialedPage page =
            this->page({sampleData(u"payments-february.csv"_s), u"--preset"_s, u"fraudalert"_s});
    QVERIFY(page.html.contains("id=\"threshold\""));
    QVERIFY(!page.html.contains("id=\"budget\""));
    QCOMPARE(page.budgets(), 1);
}

void TestDials::static_isThePlainBrief()
{
    const QStringList asked = inlineSample() << u"--budget"_s << u"350"_s;
    const DialedPage plain = page(asked + QStringList{u"--static"_s});
    const DialedPage dialed = page(asked);
    QVERIFY(!plain.html.contains("<script") && !plain.html.contains("Move it yourself"));
    // All of it stands in the other one, too.
    const qsizetype body = plain.html.indexOf("<h2>");
    const qsizetype end = plain.html.indexOf("</main>");
    QVERIFY(body > 0 && end > body);
    QVERIFY(dialed.html.contains(plain.html.sliced(body, end - body)));
}

void TestDials::static_withoutAPage_isRefused()
{
    const QString path = m_folder.filePath(u"plain.md"_s);
    for (const QStringList &output : {QStringList(), QStringList{u"-o"_s, path}}) {
        const auto run = runCommandLine(QStringList{u"answer"_s} + inlineSample()
                                        + QStringList{u"--static"_s} + output);
        QVERIFY(run.code != 0);
        QVERIFY2(run.err.contains(u"--static is for a web page"_s), qPrintable(run.err));
    }
    QVERIFY(!QFile::exists(path));
}

void TestDials::hostileNames_areInert()
{
    const QString name = u"</script><script>alert(1)</script>&amp;"_s;
    QByteArray csv = "model,label,score\n";
    for (int i = 0; i < 60; ++i)
        csv += name.toUtf8() + ',' + QByteArray::number(i % 3 == 0 ? 1 : 0) + ",0."
                + QByteArray::number(10 + i) + "\nother,1,0.5\n";
    QFile file(m_folder.filePath(u"hostile.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size());
    file.close();
    const DialedPage page = this->page(QStringList{file.fileName(), u"--model"_s, name, u"--noun"_s,
                                                   u"<script>alert(2)</script>\u2028hint"_s});
    QVERIFY(page.places() > 10);
    QCOMPARE(page.html.count("<script"), 2);
    QCOMPARE(page.html.count("</script>"), 2);
    QVERIFY(!page.html.contains("\u2028"));
    QXmlStreamReader reader(page.html);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    // In words, it is there all the same.
    QVERIFY(page.said(0).at(int(DialText::Threshold)).contains(u"<script>alert(2)</script>"_s));
}

ONEINN_TEST(TestDials)

} // namespace tests::cli_dials

#include "tst_dials.moc"
