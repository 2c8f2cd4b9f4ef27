// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "everyelement.h"
#include "pictures/svg.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::pictures_svg {

using namespace oneinn;
using namespace Qt::StringLiterals;
using pictures::Picture;
using pictures::Role;

class TestSvg : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void toSvg_everyShape_isBasicShapesInTheirOrder();
    void toSvg_text_staysText();
    void toSvg_markupAndControls_areShownAsWhatTheyAre();
};

void TestSvg::toSvg_everyShape_isBasicShapesInTheirOrder()
{
    const QByteArray expected =
            R"(<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80" viewBox="0 0 120 80" role="img" aria-label="One of each." font-family="sans-serif">)"
            R"(<rect x="0" y="0" width="120" height="80" fill="#ffffff"/>)"
            R"(<rect x="10" y="10" width="20" height="15" fill="#b5d3e7" stroke="#0072b2" stroke-width="2"/>)"
            R"(<line x1="10" y1="40.13" x2="50" y2="40.13" fill="none" stroke="#68727e" stroke-width="2" stroke-dasharray="6 4"/>)"
            R"(<polyline points="60,10 80,30 100,12.5" fill="none" stroke="#d55e00" stroke-width="3"/>)"
            R"(<circle cx="80" cy="60" r="10" fill="#f4ece7" stroke="#1d232b" stroke-width="1"/>)"
            "</svg>\n";
    QCOMPARE(pictures::toSvg(testsupport::everyShape()), expected);
}

void TestSvg::toSvg_text_staysText()
{
    Picture picture({40.0, 20.0}, {});
    picture.text({-0.001, 12.0}, u"0.6"_s,
                 {.color = Role::Quiet,
                  .anchor = pictures::Anchor::End,
                  .bold = true,
                  .upwards = true,
                  .size = 11.0});
    const QByteArray expected = "<text x=\"0\" y=\"12\" transform=\"rotate(-90 0 12)\" "
                                "text-anchor=\"end\" font-size=\"11\" font-weight=\"bold\" "
                                "fill=\"#525c68\">0.6</text>";
    QVERIFY(pictures::toSvg(picture).contains(expected));
}

void TestSvg::toSvg_markupAndControls_areShownAsWhatTheyAre()
{
    Picture picture({40.0, 20.0}, u"a\u202Eb"_s);
    picture.text({}, u"<b>\u001B[31m & co"_s, {});
    const QString svg = QString::fromUtf8(pictures::toSvg(picture));
    QVERIFY(svg.contains(u">&lt;b&gt;\u241B[31m &amp; co<"_s));
    QVERIFY(svg.contains(u"aria-label=\"a[U+202E]b\""_s));
}

ONEINN_TEST(TestSvg)

} // namespace tests::pictures_svg

#include "tst_svg.moc"
