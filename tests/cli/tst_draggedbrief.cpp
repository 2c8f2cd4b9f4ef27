// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/browser.h"
#include "support/dialedpage.h"
#include "support/testprogram.h"

#include <QFile>

namespace tests::cli_draggedbrief {

using namespace Qt::StringLiterals;
using oneinn::report::DialText;
using testsupport::Browser;
using testsupport::DialCheck;
using testsupport::runCommandLine;

/// The brief in a browser, as its reader has it: with keys, on a telephone, in the dark, on paper.
class TestDraggedBrief : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void keys_thirtyPlaces_sayWhatTheCommandLineSays();
    void reader_findsWhereTheyDisagree();
    void icons_areAsManyAsAreWrong();
    void backToOurChoice_isReachedByKey();
    void screenReader_isToldWhatMoved();
    void telephone_hasNothingBesideThePage_data();
    void telephone_hasNothingBesideThePage();
    void appearance_isTheReaders();
    void print_isThePlainBrief();
    void policy_keepsForeignScriptsOut();
    void cleanupTestCase();

private:
    QStringList said();
    void focus(const QString &id);

    QTemporaryDir m_folder;
    QStringList m_sample;
    QString m_page;
    QString m_plain;
    std::unique_ptr<Browser> m_browser;
};

void TestDraggedBrief::initTestCase()
{
    if (Browser::program().isEmpty())
        QSKIP("Chromium is not installed (Debian: chromium).");
    m_sample = {testsupport::sampleData(u"inlinesuggestion.csv"_s), u"--model"_s, u"cloud-large"_s,
                u"--preset"_s, u"inlinesuggestion"_s};
    m_page = m_folder.filePath(u"brief.html"_s);
    m_plain = m_folder.filePath(u"plain.html"_s);
    for (const QStringList &output :
         {QStringList{u"-o"_s, m_page}, QStringList{u"-o"_s, m_plain, u"--static"_s}})
        QCOMPARE(runCommandLine(QStringList{u"answer"_s} + m_sample
                                + QStringList{u"--budget"_s, u"350"_s} + output)
                         .code,
                 0);
    m_browser = std::make_unique<Browser>();
    QVERIFY2(m_browser->broken().isEmpty(), qPrintable(m_browser->broken()));
}

void TestDraggedBrief::init()
{
    m_browser->open(m_page);
    QVERIFY2(m_browser->broken().isEmpty(), qPrintable(m_browser->broken()));
}

/// What stands in the page, in the order of DialText.
QStringList TestDraggedBrief::said()
{
    return m_browser
            ->valueOf(u"(() => { const said = []; document.querySelectorAll('[data-text]').forEach("
                      "e => { said[Number(e.dataset.text)] = e.innerText; }); return said; })()"_s)
            .toVariant()
            .toStringList();
}

void TestDraggedBrief::focus(const QString &id)
{
    m_browser->valueOf(u"document.getElementById('%1').focus()"_s.arg(id));
}

void TestDraggedBrief::keys_thirtyPlaces_sayWhatTheCommandLineSays()
{
    const DialCheck check(m_sample);
    const int thresholds =
            m_browser->valueOf(u"Number(document.getElementById('threshold').max)"_s).toInt();
    const int budgets =
            m_browser->valueOf(u"Number(document.getElementById('budget').max)"_s).toInt();
    QVERIFY2(thresholds > 90 && budgets > 3,
             qPrintable(u"%1 thresholds, %2 budgets"_s.arg(thresholds).arg(budgets)));
    constexpr int places = 30;
    const int step = thresholds / (places + 1);
    focus(u"threshold"_s);
    m_browser->press(u"Home"_s);
    QSet<QString> different;
    for (int place = 0; place < places; ++place) {
        focus(u"threshold"_s);
        m_browser->press(u"ArrowRight"_s, step);
        focus(u"budget"_s);
        m_browser->press(place % (budgets + 1) == 0 ? u"Home"_s : u"ArrowRight"_s);
        const QStringList here = said();
        QVERIFY2(m_browser->broken().isEmpty(), qPrintable(m_browser->broken()));
        const QString complaint = check.complaint(here);
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
        different.insert(here.at(int(DialText::Say)));
    }
    QCOMPARE(different.size(), places);
}

/// Tried as the reader of a brief would: up from our choice until it is too strict for them.
void TestDraggedBrief::reader_findsWhereTheyDisagree()
{
    static const QRegularExpression missed(u"(\\d+) of every 100"_s);
    focus(u"threshold"_s);
    QStringList here = said();
    const QString ours = here.at(int(DialText::Threshold));
    const auto missedOf100 = [&] {
        return missed.match(here.at(int(DialText::MissedDetail))).captured(1).toInt();
    };
    const int atOurs = missedOf100();
    constexpr int tooMany = 10;
    for (int presses = 0; presses < 150 && missedOf100() < atOurs + tooMany; ++presses) {
        m_browser->press(u"ArrowRight"_s);
        here = said();
    }
    QVERIFY(missedOf100() >= atOurs + tooMany);
    QVERIFY(here.at(int(DialText::Threshold)) != ours);
    QCOMPARE(here.at(int(DialText::Standing)),
             u"Our choice has a looser threshold (%1)."_s.arg(DialCheck::thresholdIn(ours)));
}

void TestDraggedBrief::icons_areAsManyAsAreWrong()
{
    static const QRegularExpression wrong(u"^(\\d+) of every 100 "_s);
    focus(u"threshold"_s);
    for (int place = 0; place < 5; ++place) {
        m_browser->press(u"ArrowLeft"_s, 7);
        const auto match = wrong.match(said().at(int(DialText::WrongDetail)));
        QVERIFY(match.hasMatch());
        QCOMPARE(m_browser
                         ->valueOf(u"[...document.querySelectorAll('.icons .mark')].filter(m => "
                                   "getComputedStyle(m.querySelector('rect')).visibility == "
                                   "'visible').length"_s)
                         .toInt(),
                 match.captured(1).toInt());
    }
}

void TestDraggedBrief::backToOurChoice_isReachedByKey()
{
    const QStringList ours = said();
    QCOMPARE(ours.at(int(DialText::Standing)), u"This is our choice."_s);
    focus(u"threshold"_s);
    m_browser->press(u"End"_s);
    m_browser->press(u"Tab"_s);
    m_browser->press(u"ArrowRight"_s);
    QVERIFY(said() != ours);
    m_browser->press(u"Tab"_s);
    QCOMPARE(m_browser->valueOf(u"document.activeElement.innerText"_s).toString(),
             u"Back to our choice"_s);
    m_browser->press(u"Enter"_s);
    QCOMPARE(said(), ours);
}

void TestDraggedBrief::screenReader_isToldWhatMoved()
{
    QVERIFY(!m_browser->ask(u"Accessibility.enable"_s).contains(u"error"_s));
    const auto dials = [this] {
        QStringList told;
        const QJsonArray nodes =
                m_browser->ask(u"Accessibility.getFullAXTree"_s).value(u"nodes"_s).toArray();
        for (const QJsonValue &node : nodes) {
            const auto text = [&](const QString &key) {
                return node.toObject().value(key).toObject().value(u"value"_s).toString();
            };
            if (text(u"role"_s) == u"slider"_s)
                told.append(text(u"name"_s) + u": "_s + text(u"value"_s));
        }
        return told;
    };
    const QStringList here = said();
    const QStringList before = dials();
    QCOMPARE(before.size(), 2);
    QVERIFY2(before.first().startsWith(u"Threshold: "_s), qPrintable(before.first()));
    QVERIFY2(before.last().startsWith(u"Latency budget: "_s), qPrintable(before.last()));
    QCOMPARE(m_browser->valueOf(u"document.getElementById('threshold').ariaValueText"_s).toString(),
             here.at(int(DialText::Threshold)));
    QCOMPARE(m_browser->valueOf(u"document.querySelector('[aria-live]').innerText"_s).toString(),
             here.at(int(DialText::Say)));
    focus(u"threshold"_s);
    m_browser->press(u"PageUp"_s);
    QCOMPARE(m_browser->valueOf(u"document.getElementById('threshold').ariaValueText"_s).toString(),
             said().at(int(DialText::Threshold)));
    QVERIFY(said() != here);
}

void TestDraggedBrief::telephone_hasNothingBesideThePage_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {320, 390, 768})
        QTest::addRow("%d", width) << width;
}

void TestDraggedBrief::telephone_hasNothingBesideThePage()
{
    QFETCH(int, width);
    m_browser->ask(u"Emulation.setDeviceMetricsOverride"_s,
                   {{u"width"_s, width},
                    {u"height"_s, 844},
                    {u"deviceScaleFactor"_s, 1},
                    {u"mobile"_s, true}});
    m_browser->open(m_page);
    for (const QString &key : {u"Home"_s, u"End"_s}) {
        focus(u"threshold"_s);
        m_browser->press(key);
        QVERIFY(m_browser->valueOf(u"document.scrollingElement.scrollWidth"_s).toInt() <= width);
    }
    // What a thumb has to hit.
    QVERIFY(m_browser->valueOf(u"document.getElementById('threshold').offsetHeight"_s).toInt()
            >= 30);
    m_browser->ask(u"Emulation.clearDeviceMetricsOverride"_s);
}

void TestDraggedBrief::appearance_isTheReaders()
{
    QStringList papers;
    for (const QString &scheme : {u"light"_s, u"dark"_s}) {
        m_browser->ask(u"Emulation.setEmulatedMedia"_s,
                       {{u"features"_s,
                         QJsonArray{QJsonObject{{u"name"_s, u"prefers-color-scheme"_s},
                                                {u"value"_s, scheme}}}}});
        papers.append(m_browser
                              ->valueOf(u"getComputedStyle(document.querySelector('.controls'))"
                                        ".backgroundColor"_s)
                              .toString());
    }
    m_browser->ask(u"Emulation.setEmulatedMedia"_s, {{u"features"_s, QJsonArray()}});
    QCOMPARE(papers, QStringList({u"rgb(255, 255, 255)"_s, u"rgb(27, 31, 36)"_s}));
}

void TestDraggedBrief::print_isThePlainBrief()
{
    const QString text = u"document.body.innerText"_s;
    const auto printed = [&] {
        m_browser->ask(u"Emulation.setEmulatedMedia"_s, {{u"media"_s, u"print"_s}});
        const QString all = m_browser->valueOf(text).toString();
        m_browser->ask(u"Emulation.setEmulatedMedia"_s, {{u"media"_s, QString()}});
        return all;
    };
    focus(u"threshold"_s);
    m_browser->press(u"End"_s);
    QVERIFY(m_browser->valueOf(text).toString().contains(u"Move it yourself"_s));
    const QString dialed = printed();
    m_browser->open(m_plain);
    QVERIFY(!dialed.isEmpty());
    QCOMPARE(dialed, printed());
}

void TestDraggedBrief::policy_keepsForeignScriptsOut()
{
    QVERIFY2(m_browser->complaints().isEmpty(), qPrintable(m_browser->complaints().join(u'\n')));
    QFile file(m_page);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray html = file.readAll();
    html.replace("</main>",
                 "</main><script>document.title = 'taken';</script>"
                 "<p onclick=\"document.title = 'taken'\" id=\"bait\">x</p>");
    const QString tampered = m_folder.filePath(u"tampered.html"_s);
    QFile other(tampered);
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write(html) == html.size());
    other.close();
    Browser browser;
    browser.open(tampered);
    browser.valueOf(u"document.getElementById('bait').click()"_s);
    QVERIFY(browser.valueOf(u"document.title"_s).toString() != u"taken"_s);
    QVERIFY(browser.complaints().size() >= 2);
    // And what is ours still works.
    QVERIFY(browser.valueOf(u"document.getElementById('dials').hidden"_s).toBool() == false);
}

void TestDraggedBrief::cleanupTestCase()
{
    if (m_browser)
        QVERIFY2(m_browser->complaints().isEmpty(),
                 qPrintable(m_browser->complaints().join(u'\n')));
    m_browser.reset();
}

ONEINN_TEST(TestDraggedBrief)

} // namespace tests::cli_draggedbrief

#include "tst_draggedbrief.moc"
