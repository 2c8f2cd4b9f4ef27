// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/experience/naturalfrequency.h"
#include "support/fulldisk.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/answer/answerexport.h"
#include "views/widgets/picturefile.h"
#include "wording/decisionwords.h"
#include "wording/numbers.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include <functional>

namespace tests::journeys_answer {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::FullDisk;
using testsupport::OpenedWindow;

class TestAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tab_opened_answersInFull();
    void length_clicked_tellsMoreOrLess();
    void threshold_moved_isToldAtOnce();
    void verdict_beingWorkedOut_isNotToldStale();
    void words_typed_standInTheAnswerAndAreOneStep();
    void words_undone_areGoneFromTheField();
    void undo_inAField_isTheWindows();
    void copy_clicked_takesHtmlAndText();
    void export_everyKind_holdsTheAnswer();
    void webPage_withDials_isMadeInTheBackground();
    void fullDisk_anyFile_keepsTheOldOne();
    void export_menu_namesEveryKind();
    void export_shortcut_goesThereFromAnyTab();
    void otherData_opened_startsWithoutWords();

private:
    QString answer() const { return m_opened->child<QTextBrowser>(u"report"_s)->toPlainText(); }
    QPlainTextEdit *field(const QString &name) const
    {
        return m_opened->child<QPlainTextEdit>(name);
    }
    QToolButton *button(const QString &name) const { return m_opened->child<QToolButton>(name); }
    void show(const QString &length) { QTest::mouseClick(button(length), Qt::LeftButton); }
    bool isComplete() const { return button(u"copy"_s)->isEnabled(); }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestAnswer::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QTest::keyClick(&m_opened->window, Qt::Key_6, Qt::ControlModifier);
    QVERIFY(m_opened->child<QTextBrowser>(u"report"_s)->isVisible());
}

void TestAnswer::cleanup()
{
    m_opened.reset();
}

void TestAnswer::tab_opened_answersInFull()
{
    QTRY_VERIFY_WITH_TIMEOUT(isComplete(), 60000);
    const QString text = answer();
    const Assessment &assessment = m_opened->session.assessment();
    const int wrong = countOf(assessment.experience[Share::WrongOfShown]->value, 100);
    const int missed = countOf(assessment.experience[Share::Missed]->value, 100);
    QVERIFY2(text.contains(u"%1 of 100 suggestions shown are wrong"_s.arg(wrong)),
             qPrintable(text));
    QVERIFY(text.contains(u"%1 of 100 good suggestions are missed"_s.arg(missed)));
    QVERIFY(text.contains(u"default 0.5"_s));
    QVERIFY(text.contains(u"roll back"_s));
    QVERIFY(text.contains(u"our assumption"_s));
}

void TestAnswer::length_clicked_tellsMoreOrLess()
{
    const auto words = [this] { return answer().split(u' ', Qt::SkipEmptyParts).size(); };
    const auto brief = words();
    show(u"sentence"_s);
    const auto sentence = words();
    show(u"spoken"_s);
    const auto spoken = words();
    show(u"executive"_s);
    QVERIFY(answer().contains(u"What it is like"_s));
    QVERIFY(sentence < 70);
    QVERIFY(spoken > 4 * sentence);
    QVERIFY(brief > spoken);
}

void TestAnswer::threshold_moved_isToldAtOnce()
{
    m_opened->session.setThreshold({0.75});
    const Assessment &assessment = m_opened->session.assessment();
    const QString threshold =
            wording::thresholdText(assessment.scenario.threshold, assessment.sameDecisions);
    QVERIFY2(answer().contains(u"from a score of %1 up"_s.arg(threshold)), qPrintable(answer()));
    QVERIFY(answer().contains(u"%1 of 100 suggestions shown are wrong"_s.arg(
            countOf(assessment.experience[Share::WrongOfShown]->value, 100))));
}

void TestAnswer::verdict_beingWorkedOut_isNotToldStale()
{
    QTRY_VERIFY_WITH_TIMEOUT(isComplete(), 60000);
    QVERIFY(answer().contains(u"Latency"_s));
    // Without patience and budget latency cannot carry anything.
    m_opened->session.edit(edits::patience({}));
    m_opened->session.setBudget({});
    QVERIFY(!isComplete());
    QVERIFY(!answer().contains(u"Latency, probably"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isComplete(), 60000);
    QVERIFY(!answer().contains(u"Latency, probably"_s));
}

void TestAnswer::words_typed_standInTheAnswerAndAreOneStep()
{
    const int steps = m_opened->session.history().count();
    QTest::mouseClick(field(u"problem"_s)->viewport(), Qt::LeftButton);
    QTest::keyClicks(field(u"problem"_s), u"Typists lose <their> thread & stop."_s);
    QVERIFY(answer().contains(u"Typists lose <their> thread & stop."_s));
    QCOMPARE(m_opened->session.state().text.problem, "Typists lose <their> thread & stop.");
    QCOMPARE(m_opened->session.history().count(), steps + 1);
    QTest::keyClick(field(u"problem"_s), Qt::Key_Tab);
    QVERIFY(field(u"users"_s)->hasFocus());
    QTest::keyClicks(field(u"users"_s), u"Everyone"_s);
    QCOMPARE(m_opened->session.history().count(), steps + 2);
}

void TestAnswer::words_undone_areGoneFromTheField()
{
    QTest::mouseClick(field(u"title"_s)->viewport(), Qt::LeftButton);
    QTest::keyClicks(field(u"title"_s), u"Ship it"_s);
    m_opened->session.history().undo();
    QCOMPARE(field(u"title"_s)->toPlainText(), QString());
    QVERIFY(!answer().contains(u"Ship it"_s));
    m_opened->session.history().redo();
    QCOMPARE(field(u"title"_s)->toPlainText(), u"Ship it"_s);
    QVERIFY(answer().startsWith(u"Ship it"_s));
}

void TestAnswer::undo_inAField_isTheWindows()
{
    m_opened->session.setThreshold({0.8});
    QTest::mouseClick(field(u"rollback"_s)->viewport(), Qt::LeftButton);
    QTest::keyClick(field(u"rollback"_s), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_opened->session.scenario().threshold.value != 0.8);
}

void TestAnswer::copy_clicked_takesHtmlAndText()
{
    QTRY_VERIFY_WITH_TIMEOUT(isComplete(), 60000);
    QTest::mouseClick(button(u"copy"_s), Qt::LeftButton);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->hasHtml());
    QVERIFY(data->html().contains(u"<table"_s));
    QVERIFY(data->text().contains(u"WHAT WE CHOOSE"_s));
}

void TestAnswer::export_everyKind_holdsTheAnswer()
{
    QTRY_VERIFY_WITH_TIMEOUT(isComplete(), 60000);
    const auto *exported = m_opened->child<AnswerExport>();
    const QString folder = QFileInfo(m_opened->files.write(u"x.txt"_s, "x")).path();
    const auto written = [&](AnswerExport::Kind kind, const QString &name) {
        const QString path = folder + u'/' + name;
        QFile file(path);
        return !exported->write(kind, path) && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                              : QByteArray();
    };
    using Kind = AnswerExport::Kind;
    QVERIFY(written(Kind::Markdown, u"a.md"_s).contains("\n## What we choose\n"));
    const QByteArray html = written(Kind::WebPageWithoutDials, u"a.html"_s);
    QVERIFY(html.contains("<svg") && html.contains("What we choose"));
    QVERIFY(written(Kind::PdfA4, u"a.pdf"_s).startsWith("%PDF"));
    QVERIFY(written(Kind::PdfLetter, u"l.pdf"_s) != written(Kind::PdfA4, u"a.pdf"_s));
    QCOMPARE(written(Kind::PointsCsv, u"p.csv"_s).trimmed().count('\n'), 2);
    const QJsonObject point =
            QJsonDocument::fromJson(written(Kind::OperatingPointJson, u"o.json"_s)).object();
    QCOMPARE(point.value(u"shown_if_score"_s).toObject().value(u"threshold"_s).toDouble(),
             m_opened->session.scenario().threshold.value);
    const auto problem = exported->write(Kind::Markdown, folder + u"/no/such/folder.md"_s);
    QVERIFY(problem && problem->kind == ProblemKind::FileNotSaved);
    const auto over = exported->write(Kind::Markdown, m_opened->session.data().source.path);
    QVERIFY(over && over->kind == ProblemKind::FileIsRead);
}

void TestAnswer::webPage_withDials_isMadeInTheBackground()
{
    QTRY_VERIFY_WITH_TIMEOUT(isComplete(), 60000);
    auto *exported = m_opened->child<AnswerExport>();
    const QString path =
            QFileInfo(m_opened->files.write(u"x.txt"_s, "x")).path() + u"/dials.html"_s;
    const QByteArray plain = exported->bytes(AnswerExport::Kind::WebPageWithoutDials);
    exported->writeWebPage(path);
    QVERIFY(!QFile::exists(path));
    // What is moved meanwhile is not what was exported.
    m_opened->session.setThreshold({0.9});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 60000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    QVERIFY(page.contains("Move it yourself") && page.contains("id=\"dial-data\""));
    const qsizetype body = plain.indexOf("<h2>");
    const qsizetype end = plain.indexOf("</main>");
    QVERIFY(body > 0 && end > body);
    QVERIFY(page.contains(plain.sliced(body, end - body)));
}

void TestAnswer::fullDisk_anyFile_keepsTheOldOne()
{
    QTRY_VERIFY_WITH_TIMEOUT(isComplete(), 60000);
    using Kind = AnswerExport::Kind;
    using Write = std::function<std::optional<Problem>(const QString &path)>;
    const auto answerAs = [this](Kind kind) -> Write {
        return [this, kind](const QString &path) {
            return m_opened->child<AnswerExport>()->write(kind, path);
        };
    };
    const auto *chart = m_opened->child<charts::ChartView>();
    const std::vector<std::pair<const char *, Write>> ways{
            {"Markdown", answerAs(Kind::Markdown)},
            {"HTML", answerAs(Kind::WebPage)},
            {"PDF, A4", answerAs(Kind::PdfA4)},
            {"PDF, Letter", answerAs(Kind::PdfLetter)},
            {"CSV", answerAs(Kind::PointsCsv)},
            {"operating point", answerAs(Kind::OperatingPointJson)},
            {"PNG", [&](const QString &path) { return writePicture(path, chart->png(), {}); }},
            {"SVG", [&](const QString &path) { return writePicture(path, chart->svg(), {}); }}};
    for (const auto &[name, write] : ways) {
        const QString kept = m_opened->files.write(u"kept"_s, "old");
        std::optional<Problem> problem;
        {
            const FullDisk fullDisk;
            problem = write(kept);
        }
        QVERIFY2(problem && problem->kind == ProblemKind::FileNotSaved, name);
        QFile file(kept);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll() == "old", name);
        file.close();
        QVERIFY2(!write(kept), name);
    }
}

void TestAnswer::export_menu_namesEveryKind()
{
    QStringList names;
    const auto actions = button(u"save"_s)->menu()->actions();
    for (const QAction *action : actions) {
        if (!action->isSeparator())
            names.append(action->text());
    }
    QCOMPARE(names.size(), 7);
}

void TestAnswer::export_shortcut_goesThereFromAnyTab()
{
    QTRY_VERIFY_WITH_TIMEOUT(isComplete(), 60000);
    QTest::keyClick(&m_opened->window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!m_opened->child<QTextBrowser>(u"report"_s)->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(m_opened->child<QTextBrowser>(u"report"_s)->isVisible());
    QVERIFY(button(u"save"_s)->hasFocus());
}

void TestAnswer::otherData_opened_startsWithoutWords()
{
    AnswerText text;
    text.title = "Mine";
    m_opened->session.setAnswerText(text);
    QCOMPARE(field(u"title"_s)->toPlainText(), u"Mine"_s);
    m_opened->session.history().setClean(); // as saved: nothing is asked before it goes
    QVERIFY(m_opened->finishes([this] {
        m_opened->session.loading().open(
                {.path = m_opened->files.write(u"other.csv"_s,
                                               "label,score\n1,0.9\n0,0.2\n1,0.7\n")});
    }));
    QCOMPARE(field(u"title"_s)->toPlainText(), QString());
}

ONEINN_TEST(TestAnswer)

} // namespace tests::journeys_answer

#include "tst_answer.moc"
