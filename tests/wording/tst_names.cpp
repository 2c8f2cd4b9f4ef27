// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/names.h"

#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

namespace tests::wording_names {

using namespace oneinn::wording;
using namespace Qt::StringLiterals;

class TestNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void visible_text_showsWhatWouldSteer_data();
    void visible_text_showsWhatWouldSteer();
    void visible_everyControl_isGone();
    void visibleLines_lineFeeds_stay();
    void nameText_long_losesItsMiddle();
    void nameText_100000Characters_takesNoTime();
    void nameText_invalidUtf8_isReplaced();
    void listed_many_countsTheRest();
    void listedNames_100000_isShort();
};

void TestNames::visible_text_showsWhatWouldSteer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("words") << u"large v2"_s << u"large v2"_s;
    QTest::newRow("markup stays") << u"<s>&amp;"_s << u"<s>&amp;"_s;
    QTest::newRow("escape") << u"a\u001b[31mb"_s << u"a\u241b[31mb"_s;
    QTest::newRow("line break") << u"a\r\nb"_s << u"a\u240d\u240ab"_s;
    QTest::newRow("NUL") << QString(u'a') + QChar(u'\0') << u"a\u2400"_s;
    QTest::newRow("delete") << u"a\u007f"_s << u"a\u2421"_s;
    QTest::newRow("C1") << QString(QChar(0x9b)) + u"31m" << u"[U+009B]31m"_s;
    QTest::newRow("override") << u"a\u202Eb"_s << u"a[U+202E]b"_s;
    QTest::newRow("isolates") << u"\u2066a\u2069"_s << u"[U+2066]a[U+2069]"_s;
    QTest::newRow("marks") << u"\u200E\u200F\u061C"_s << u"[U+200E][U+200F][U+061C]"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029"_s << u"a[U+2028]b[U+2029]"_s;
    QTest::newRow("Hebrew and Arabic")
            << u"\u05d3\u05d2\u05dd \u0646\u0645"_s << u"\u05d3\u05d2\u05dd \u0646\u0645"_s;
    QTest::newRow("joiners") << u"\u0646\u200c\u0645 \U0001F468\u200D\U0001F469"_s
                             << u"\u0646\u200c\u0645 \U0001F468\u200D\U0001F469"_s;
    QTest::newRow("not seen") << u"a\u200bb\u00ad\u2060\ufeff"_s
                              << u"a[U+200B]b[U+00AD][U+2060][U+FEFF]"_s;
    QTest::newRow("tags") << u"a\U000E0041\U000E007F"_s << u"a[U+E0041][U+E007F]"_s;
    QTest::newRow("not a character") << u"\U0001FFFE"_s + QChar(0xfdd0) << u"[U+1FFFE][U+FDD0]"_s;
    QTest::newRow("Arabic number sign") << u"\u0600\u0661"_s << u"\u0600\u0661"_s;
    QTest::newRow("half a character") << QString(QChar(0xd83d)) + u'x' << u"\ufffdx"_s;
}

void TestNames::visible_text_showsWhatWouldSteer()
{
    QFETCH(QString, text);
    QTEST(visible(text), "shown");
    QCOMPARE(visible(visible(text)), visible(text));
}

/// By Qt's own tables instead of ours.
void TestNames::visible_everyControl_isGone()
{
    for (char32_t code = 0; code <= 0xFFFF; ++code) {
        const QChar c(static_cast<char16_t>(code));
        const QString shown = visible(QString(c));
        const auto steers = [](QChar each) {
            const QChar::Direction way = each.direction();
            const bool turns = way == QChar::DirLRE || way == QChar::DirRLE || way == QChar::DirLRO
                    || way == QChar::DirRLO || way == QChar::DirPDF || way == QChar::DirLRI
                    || way == QChar::DirRLI || way == QChar::DirFSI || way == QChar::DirPDI;
            return turns || each.category() == QChar::Other_Control
                    || each.category() == QChar::Separator_Line
                    || each.category() == QChar::Separator_Paragraph
                    || each.category() == QChar::Other_Surrogate;
        };
        QVERIFY2(std::none_of(shown.begin(), shown.end(), steers),
                 qPrintable(QString::number(code, 16)));
        if (c.isLetterOrNumber() || c.isPunct() || c.isSymbol() || c == u' ')
            QCOMPARE(shown, QString(c));
    }
}

void TestNames::visibleLines_lineFeeds_stay()
{
    QCOMPARE(visibleLines(u"a\nb\r\u202E"_s), u"a\nb\u240d[U+202E]"_s);
}

void TestNames::nameText_long_losesItsMiddle()
{
    const QString name = u"start_"_s + QString(200, u'x') + u"_end"_s;
    const QString shown = nameText(name);
    QCOMPARE(shown.size(), mostNameCharacters);
    QVERIFY(shown.startsWith(u"start_x"_s) && shown.endsWith(u"x_end"_s));
    QCOMPARE(shown.count(QChar(0x2026)), 1);
    QCOMPARE(nameText(u"short"_s), u"short"_s);
    // No character is cut in half.
    for (qsizetype before = 0; before < 4; ++before) {
        const QString emoji = nameText(QString(before, u'a') + u"\U0001F600"_s.repeated(100));
        QVERIFY(!emoji.contains(QChar(QChar::ReplacementCharacter)));
        QVERIFY(emoji.size() <= mostNameCharacters);
        QCOMPARE(QString::fromUtf8(emoji.toUtf8()), emoji);
    }
    // Pictures take more room than what they show.
    QVERIFY(nameText(QString(100, QChar(0x202E))).size() <= mostNameCharacters);
}

void TestNames::nameText_100000Characters_takesNoTime()
{
    const QString name(100'000, QChar(0x202E));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 1000; ++i)
        QVERIFY(nameText(name).size() <= mostNameCharacters);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestNames::nameText_invalidUtf8_isReplaced()
{
    QCOMPARE(nameText(std::string("a\xff\x80z")), u"a\ufffd\ufffdz"_s);
    QCOMPARE(quotedName("a\nb"), u"“a\u240ab”"_s);
}

void TestNames::listed_many_countsTheRest()
{
    QCOMPARE(listed({u"a"_s, u"b"_s}, 2), u"a, b"_s);
    QCOMPARE(listed({u"a"_s, u"b"_s, u"c"_s}, 2), u"a, b and 1 more"_s);
    QCOMPARE(listed({u"a"_s, u"b"_s, u"c"_s}, 2, u"; "_s), u"a; b and 1 more"_s);
    QCOMPARE(listed({}), QString());
    QCOMPARE(listedNames({"a", "b\n", "c"}, 2), u"a, b\u240a and 1 more"_s);
}

void TestNames::listedNames_100000_isShort()
{
    std::vector<std::string> names(100'000, std::string(1000, 'x'));
    names[0] = "first";
    const QString text = listedNames(names);
    QVERIFY(text.startsWith(u"first, "_s));
    QVERIFY2(text.endsWith(u" and 99,992 more"_s), qPrintable(text.right(40)));
    QVERIFY(text.size() < 800);
}

ONEINN_TEST(TestNames)

} // namespace tests::wording_names

#include "tst_names.moc"
