// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/widgets/plaintext.h"

#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace tests::widgets_plaintext {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestPlainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void label_markup_isShownAsItStands();
    void label_qtsOwn_isPlainOnceLaidOut();
    void messageBox_markup_isShownAsItStands();
    void onButton_ampersand_marksNoKey();
    void source_text_isShownBySafeWays_data();
    void source_text_isShownBySafeWays();
    void forms_labels_sayTheirFormat();
};

void TestPlainText::label_markup_isShownAsItStands()
{
    QWidget window;
    const QString text = u"<s>a</s> &amp; b"_s;
    const QLabel *label = plainLabel(text, &window);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(label->text(), text);
    QCOMPARE(label->parent(), &window);
}

void TestPlainText::label_qtsOwn_isPlainOnceLaidOut()
{
    PlainTextPolicy::install();
    PlainTextPolicy::install();
    QCOMPARE(qApp->findChildren<PlainTextPolicy *>().size(), 1);
    QLabel guessing(u"<img src=\"/dev/zero\">"_s);
    QVERIFY(guessing.sizeHint().width() > 40); // as wide as what is written there
    QCOMPARE(guessing.textFormat(), Qt::PlainText);
    QLabel meant(u"<b>bold</b>"_s);
    meant.setTextFormat(Qt::RichText);
    meant.ensurePolished();
    QCOMPARE(meant.textFormat(), Qt::RichText);
}

void TestPlainText::messageBox_markup_isShownAsItStands()
{
    PlainTextPolicy::install();
    QMessageBox box(QMessageBox::Question, u"One in N"_s, u"<img src=\"/dev/zero\">"_s);
    box.show();
    const auto labels = box.findChildren<QLabel *>();
    QVERIFY(!labels.isEmpty());
    for (const QLabel *label : labels)
        QVERIFY(label->textFormat() == Qt::PlainText);
}

void TestPlainText::onButton_ampersand_marksNoKey()
{
    QCOMPARE(onButton(u"a & b && c"_s), u"a && b &&&& c"_s);
}

void TestPlainText::source_text_isShownBySafeWays_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("allowed"); // files that answer for it themselves
    const auto row = [](const char *name, const QString &folder, const QString &pattern,
                        const QStringList &allowed = {}) {
        QTest::newRow(name) << folder << pattern << allowed;
    };
    const QString labels = u"\\bnew QLabel\\b|\\bQLabel \\w+[;({]"_s;
    row("labels in views", u"views"_s, labels, {u"plaintext.cpp"_s});
    row("labels in charts", u"charts"_s, labels);
    row("rich text in views", u"views"_s,
        u"Qt::(RichText|AutoText|MarkdownText)|setHtml|setMarkdown|insertHtml|<b>|<i>|<p>|<br"_s,
        {u"plaintext.cpp"_s, u"statementview.cpp"_s, u"answerpanel.cpp"_s});
    row("rich text in charts", u"charts"_s,
        u"setHtml|QGraphicsTextItem|setTitleText|setTitle\\((?!\\{\\})(?!accessibleName)"_s);
    row("messages at a stroke", u"views"_s,
        u"QMessageBox::(information|question|warning|critical|about)\\(|QErrorMessage|"
        "QInputDialog|QProgressDialog|showMessage\\("_s,
        {u"sessionfiles.cpp"_s,
         u"databasefiles.cpp"_s}); // in parts, each of them made fit to be shown
    row("what's this", u"views"_s, u"setWhatsThis"_s, {u"latencypanel.cpp"_s});
    // Names become text for people in one place.
    const QString names = u"fromStdString|fromUtf8"_s;
    row("names in sentences", u"wording"_s, names,
        {u"names.cpp"_s, u"problemwords.cpp"_s, u"noun.cpp"_s, u"feature.cpp"_s,
         u"labelwords.cpp"_s, u"tableproblemwords.cpp"_s, u"databasewords.cpp"_s,
         u"unknownkeywords.cpp"_s});
    row("names in views", u"views"_s, names,
        {u"pinsmodel.cpp"_s, u"patiencepanel.cpp"_s, u"costeditor.cpp"_s, u"answerpanel.cpp"_s,
         u"columnsummary.cpp"_s, u"topbar.cpp"_s, u"preferences.cpp"_s, u"segmentcolumnboxes.cpp"_s,
         u"segmentspanel.cpp"_s, u"wordboxes.cpp"_s, u"segmentcolumns.cpp"_s, u"wordsoffer.cpp"_s,
         u"mixeditor.cpp"_s, u"datalimitspanel.cpp"_s, u"periodchoice.cpp"_s,
         // what is typed in boxes, and addresses that are handed on
         u"databaseform.cpp"_s, u"databasedialog.cpp"_s, u"databasefiles.cpp"_s});
    row("names in charts", u"charts"_s, names);
    row("names in answers", u"report"_s, names,
        {u"answerwords.cpp"_s, u"operatingpointjson.cpp"_s, u"pointscsv.cpp"_s, u"html.cpp"_s,
         u"htmldials.cpp"_s, // its own script and table
         u"recalibrationexport.cpp"_s, u"prometheus.cpp"_s});
    row("CSV on the command line", u"cli"_s, u"join\\(u','\\)"_s);
    row("standard error", u"cli"_s, u"\\berr <<"_s,
        {u"commandline.cpp"_s, u"lessoncommand.cpp"_s, u"lessonsummary.cpp"_s, u"opencommand.cpp"_s,
         u"practiselog.cpp"_s, u"sqlcommand.cpp"_s, u"main.cpp"_s});
}

void TestPlainText::source_text_isShownBySafeWays()
{
    QFETCH(QString, folder);
    QFETCH(QString, pattern);
    QFETCH(QStringList, allowed);
    const QRegularExpression unsafe(pattern);
    QVERIFY(unsafe.isValid());
    int files = 0;
    QDirIterator each(testsupport::sourceFolder(u"src/"_s + folder), {u"*.cpp"_s, u"*.h"_s},
                      QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++files;
        if (allowed.contains(each.fileName()))
            continue;
        int number = 0;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString &line : lines) {
            ++number;
            const bool comment = line.trimmed().startsWith(u"//"_s);
            QVERIFY2(comment || !unsafe.match(line).hasMatch(),
                     qPrintable(
                             u"%1:%2: %3 (see views/widgets/plaintext.h and wording/names.h)"_s.arg(
                                     each.fileName(), QString::number(number), line)));
        }
    }
    QVERIFY(files > 0);
}

/// A label without a format guesses; rich text is for words that stand in the form itself.
void TestPlainText::forms_labels_sayTheirFormat()
{
    int labels = 0;
    QDirIterator each(testsupport::sourceFolder(u"ui"_s), {u"*.ui"_s});
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&file);
        QStringList open; // widgets without a format so far; "" for those that are no labels
        while (!reader.atEnd()) {
            reader.readNext();
            const bool widget = reader.name() == "widget"_L1;
            if (reader.isStartElement() && widget) {
                const bool label = reader.attributes().value("class"_L1) == "QLabel"_L1;
                labels += label;
                open.append(label ? reader.attributes().value("name"_L1).toString() : QString());
            } else if (reader.isStartElement() && reader.name() == "property"_L1
                       && reader.attributes().value("name"_L1) == "textFormat"_L1) {
                open.last().clear();
            } else if (reader.isEndElement() && widget) {
                QVERIFY2(open.last().isEmpty(),
                         qPrintable(each.fileName() + u": "_s + open.last()));
                open.removeLast();
            }
        }
        QVERIFY(!reader.hasError());
    }
    QVERIFY(labels > 50);
}

ONEINN_TEST(TestPlainText)

} // namespace tests::widgets_plaintext

#include "tst_plaintext.moc"
