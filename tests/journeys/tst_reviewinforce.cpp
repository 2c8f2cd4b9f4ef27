// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentfile.h"
#include "report/markdown.h"
#include "results/answerparts.h"
#include "results/results.h"
#include "session/samples.h"
#include "session/sessiondocument.h"
#include "support/openedwindow.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/dials/precisionrecallpanel.h"
#include "views/evidence/saypanel.h"
#include "views/options/reviewmarks.h"
#include "views/options/reviewpanel.h"
#include "views/pins/pinsmodel.h"
#include "views/pins/pinspanel.h"
#include "views/widgets/thresholdbox.h"
#include "wording/numbers.h"
#include "wording/pinwords.h"
#include "wording/reviewbandwords.h"
#include "wording/reviewbeside.h"

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <memory>

namespace tests::journeys_reviewinforce {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A band that is taken over is part of what a person has set, and of everything that tells it.
class TestReviewInForce : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void takeOver_clicked_isAStepOfUndo();
    void mark_dragged_isOneStepOfUndo();
    void end_typed_isTheMark();
    void reviewer_typed_isAStep_andUsesADayAreOneNumber();
    void session_savedAndOpened_isTheSameBand();
    void session_bandBesideTheBest_isJudgedAsBefore();
    void pin_inForce_keepsTheBand_andComesBackWithIt();
    void pin_ofAnotherBand_standsBesideNow();
    void sayIt_inForce_tellsThePersonFirst();
    void column_inForce_saysThatItIsWithoutAPerson();
    void samples_panelAnswerAndCommand_sayTheSame_data();
    void samples_panelAnswerAndCommand_sayTheSame();

private:
    bool show(const QString &file = u"payments-february.csv"_s);
    ReviewPanel *panel() const { return m_opened->child<ReviewPanel>(); }
    const ReviewResults &review() const { return *panel()->review(); }
    QString told() const { return panel()->findChild<QLabel *>(u"reviewTold"_s)->text(); }
    QPushButton *takeOver() const { return panel()->findChild<QPushButton *>(u"takeOverBand"_s); }
    /// What would be taken back.
    QString undoText() const
    {
        return m_opened->window.findChild<QAction *>(u"actionUndo"_s)->toolTip();
    }
    /// Without asking about what is not saved.
    bool openSampleAnyway(const QString &id)
    {
        const auto samples = builtInSamples();
        const auto sample = std::ranges::find(samples, id, &Sample::id);
        return m_opened->finishes(
                [&] { m_opened->session.loading().open(sourceOf(*sample, *sampleFolder())); });
    }
    void undo() const { m_opened->session.history().undo(); }
    void type(const QString &name, const QString &text) const
    {
        auto *box = panel()->findChild<QLineEdit *>(name);
        QTest::mouseClick(box, Qt::LeftButton);
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Return);
    }
    QString saved();
    static QString command(const QStringList &arguments);

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestReviewInForce::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

bool TestReviewInForce::show(const QString &file)
{
    QFile table(testsupport::sampleData(file));
    if (!table.open(QIODevice::ReadOnly) || !m_opened->open(table.readAll()))
        return false;
    m_opened->showView(u"reviewPage"_s);
    return QTest::qWaitFor([this] { return review().now().has_value(); });
}

/// The session as it stands, in a file of its own.
QString TestReviewInForce::saved()
{
    const SessionState &state = m_opened->session.state();
    const QString path = m_opened->files.path(u"saved.oneinn"_s);
    QFile::remove(path);
    return saveDocument(path, documentOf(state, state.data->reference)) ? QString() : path;
}

QString TestReviewInForce::command(const QStringList &arguments)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QCoreApplication::applicationDirPath() + u"/one-in-n-cli"_s, arguments);
    constexpr int patience = 120'000;
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        return u"failed: "_s + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

void TestReviewInForce::takeOver_clicked_isAStepOfUndo()
{
    QVERIFY(show());
    const QString before = told();
    const ReviewAnswer best = *review().now();
    QVERIFY(takeOver()->isEnabled() && takeOver()->text() == u"&Take over this band"_s);
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    QVERIFY(review().isInForce());
    QVERIFY(review().band()->from == best.band.from && review().band()->to == best.band.to);
    QCOMPARE(told(), before); // it is still the best one, and judged as that
    QCOMPARE(takeOver()->text(), u"&Take back this band"_s);
    QVERIFY2(undoText().contains(u"who decides in the review band"_s), qPrintable(undoText()));
    undo();
    QVERIFY(!review().isInForce() && !review().band());
    QCOMPARE(takeOver()->text(), u"&Take over this band"_s);
    m_opened->session.history().redo();
    QVERIFY(review().isInForce());
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    QVERIFY(!review().isInForce() && review().band());
}

void TestReviewInForce::mark_dragged_isOneStepOfUndo()
{
    QVERIFY(show());
    const int steps = m_opened->session.history().count();
    const auto *chart = panel()->marks()->chart();
    const QPoint from = OpenedWindow::handle(panel()->marks()->mark(ReviewMarks::From));
    const QPoint to = OpenedWindow::handle(panel()->marks()->mark(ReviewMarks::To));
    testsupport::press(chart->viewport(), from);
    testsupport::moveTo(chart->viewport(), from + (to - from) / 3);
    testsupport::moveTo(chart->viewport(), from + (to - from) / 2);
    testsupport::release(chart->viewport(), from + (to - from) / 2);
    QVERIFY(review().band().has_value());
    QCOMPARE(m_opened->session.history().count(), steps + 1);
    QVERIFY2(undoText().contains(u"review band"_s), qPrintable(undoText()));
    undo();
    QVERIFY(!review().band().has_value());
}

/// The boxes are the marks' twins: typed, stepped, and never past each other.
void TestReviewInForce::end_typed_isTheMark()
{
    QVERIFY(show());
    auto *from = panel()->findChild<ThresholdBox *>(u"bandFrom"_s);
    auto *to = panel()->findChild<ThresholdBox *>(u"bandTo"_s);
    QVERIFY(from && to);
    const auto type = [](ThresholdBox *box, const QString &text) {
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Return);
    };
    const int steps = m_opened->session.history().count();
    type(to, u"0.9"_s);
    type(from, u"0.3"_s);
    QVERIFY(review().band().has_value());
    QCOMPARE(review().band()->from, Threshold{0.3});
    QCOMPARE(review().band()->to, Threshold{0.9});
    QCOMPARE(m_opened->session.history().count(), steps + 2);
    QVERIFY2(told().contains(u"from "_s + from->text()), qPrintable(told()));
    QTest::keyClick(from, Qt::Key_Up);
    QVERIFY(review().band()->from.value > 0.3 && review().band()->from.value <= 0.9);
    type(from, u"2"_s);
    QCOMPARE(review().band()->from, review().band()->to);
    const auto before = review().band();
    type(from, u"none"_s);
    QCOMPARE(review().band(), before);
    QVERIFY(from->text() != u"none"_s);
}

/// Uses a day are told of the targets as well.
void TestReviewInForce::reviewer_typed_isAStep_andUsesADayAreOneNumber()
{
    QVERIFY(show());
    type(u"reviewUsesPerDay"_s, u"4,000"_s);
    QVERIFY2(undoText().contains(u"what a reviewer is like"_s), qPrintable(undoText()));
    QCOMPARE(m_opened->session.scenario().targets.usesPerDay, 4000.0);
    m_opened->session.edit(Field::UsesPerDay, 9000.0);
    QCOMPARE(review().reviewer().usesPerDay.value_or(0.0), 9000.0);
    undo();
    QCOMPARE(review().reviewer().usesPerDay.value_or(0.0), 4000.0);
    undo();
    QVERIFY(!review().hasOwnReviewer());
    QCOMPARE(m_opened->session.scenario().targets.usesPerDay, 1000.0);
}

void TestReviewInForce::session_savedAndOpened_isTheSameBand()
{
    QVERIFY(show());
    type(u"reviewRecall"_s, u"80"_s);
    type(u"reviewMinutes"_s, u"3"_s);
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    const ReviewSetting setting = m_opened->session.state().review;
    const QString before = told();
    const auto now = [this] { return m_opened->child<PinsPanel>()->chips().front().text; };
    QTRY_VERIFY(now().contains(u"Now, with a person"));
    const QString strip = now();
    const QString path = saved();
    QVERIFY(!path.isEmpty());
    QVERIFY(openSampleAnyway(u"fraudalerts"_s));
    QVERIFY(m_opened->session.state().review == ReviewSetting());
    QVERIFY(!now().contains(u"with a person"));
    QVERIFY(m_opened->finishes([&] { m_opened->window.openFile(path); }));
    QVERIFY(m_opened->session.state().review == setting);
    QTRY_COMPARE(now(), strip);
    m_opened->showView(u"reviewPage"_s);
    QTRY_COMPARE(told(), before);
    QCOMPARE(panel()->findChild<QLineEdit *>(u"reviewRecall"_s)->text(), u"80"_s);
}

/// A hair from the best nothing more is expected than of the best, here and in the session that is
/// opened again.
void TestReviewInForce::session_bandBesideTheBest_isJudgedAsBefore()
{
    QVERIFY(show());
    m_opened->showView(u"reviewPage"_s);
    QTRY_VERIFY(review().current());
    const ReviewAnswer best = *review().now();
    const double hair = 1e-4 * best.band.to.value;
    ReviewSetting setting = m_opened->session.state().review;
    setting.band = BandThresholds{best.band.from, {best.band.to.value + hair}};
    m_opened->session.setReview(setting);
    QTRY_VERIFY(review().current());
    QVERIFY(review().now()->isByHand);
    const HeldOutGain nudged = *review().now()->heldOut;
    QVERIFY(nudged.takenOff > 0.0);
    QVERIFY(nudged.perUse <= best.heldOut->perUse + 1e-12);
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    const QString before = told();
    const QString path = saved();
    QVERIFY(openSampleAnyway(u"fraudalerts"_s));
    QVERIFY(m_opened->finishes([&] { m_opened->window.openFile(path); }));
    m_opened->showView(u"reviewPage"_s);
    QTRY_COMPARE(told(), before);
}

void TestReviewInForce::pin_inForce_keepsTheBand_andComesBackWithIt()
{
    QVERIFY(show());
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    QTRY_VERIFY(review().current());
    const ReviewAnswer inForce = *review().now();
    Session &session = m_opened->session;
    session.pinBoard().pin("evenings");
    const std::size_t pin = session.state().pins.size() - 1;
    QVERIFY(session.state().pins[pin].band == review().band());
    // As it is told everywhere, by model and person together.
    const auto row = [this](int of) { return m_opened->child<PinsPanel>()->chips().at(of).text; };
    QTRY_VERIFY(row(int(pin) + 1).contains(u"evenings, with a person"));
    QVERIFY2(row(0).contains(u"Now, with a person"), qPrintable(row(0)));
    const auto numbers = [&row](int of) { return row(of).section(u'\u00b7', -1).trimmed(); };
    QCOMPARE(numbers(int(pin) + 1), numbers(0));
    QCOMPARE(numbers(0),
             wording::signedText(1000.0 * (inForce.withoutPerUse + inForce.gainPerUse), 3));

    QTest::mouseClick(takeOver(), Qt::LeftButton);
    QVERIFY(!review().isInForce());
    QTRY_VERIFY(!row(0).contains(u"a person"));
    QVERIFY(row(int(pin) + 1).contains(u"with a person"));
    session.edit(edits::adopt(session.state().pins[pin]));
    QVERIFY(review().isInForce() && review().band() == session.state().pins[pin].band);
    undo();
    QVERIFY(!review().isInForce());
    // One without a band takes it back.
    session.history().redo();
    session.edit(edits::adopt(session.state().pins.front()));
    QVERIFY(!review().isInForce());
}

/// What a reviewer decides is a chance: no use is compared with itself.
void TestReviewInForce::pin_ofAnotherBand_standsBesideNow()
{
    QVERIFY(show());
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    m_opened->session.pinBoard().pin("evenings");
    const auto pin = int(m_opened->session.state().pins.size()) - 1;
    undo();
    undo();
    m_opened->session.history().redo();
    m_opened->session.history().redo();
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    auto *pins = m_opened->child<PinsPanel>();
    pins->setOpen(true);
    auto *model = pins->findChild<PinsModel *>();
    model->setDifferences(true);
    QTRY_VERIFY(model->noteOf(std::size_t(pin)).startsWith(u"With a person: "));
    const auto value = static_cast<int>(wording::PinColumn::Value);
    const QString cell = model->index(pin + 1, value).data().toString();
    model->setDifferences(false);
    QCOMPARE(model->index(pin + 1, value).data().toString(), cell);
    QVERIFY(model->noteOf(std::size_t(pin)).startsWith(u"A person decides from "));
}

void TestReviewInForce::sayIt_inForce_tellsThePersonFirst()
{
    QVERIFY(show());
    auto *say = m_opened->child<SayPanel>();
    const QString without = say->sentences();
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    QVERIFY2(say->sentences().startsWith(told().section(u'\n', 0, 1).replace(u'\n', u' ')),
             qPrintable(say->sentences()));
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    QCOMPARE(say->sentences(), without);
}

/// The numbers in the column are of the single threshold, and say so; there is room for that.
void TestReviewInForce::column_inForce_saysThatItIsWithoutAPerson()
{
    m_opened->window.resize(1024, 700);
    QVERIFY(show());
    auto *beside = m_opened->child<QLabel>(u"beside"_s);
    QVERIFY(!beside->isVisible());
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    QTRY_VERIFY(beside->isVisible());
    const FoundBand band = review().now()->band;
    QCOMPARE(beside->text(),
             wording::reviewBesideNumbers(band, m_opened->session.scenario().words));
    QVERIFY2(beside->text().startsWith(u"All of this is without a person; with one, "_s),
             qPrintable(beside->text()));
    // Neither is what stands large over the charts, and it says so.
    m_opened->showView(u"tradeoff"_s);
    const auto *strip = m_opened->child<QWidget>(u"shownStrip"_s);
    const auto *point = m_opened->child<PrecisionRecallPanel>()->findChild<QLabel *>(u"point"_s);
    QVERIFY2(strip->accessibleName().contains(u"shown, without a person: "_s)
                     || strip->accessibleName().contains(u"raised, without a person: "_s),
             qPrintable(strip->accessibleName()));
    QVERIFY2(point->text().endsWith(u" found, without a person"_s), qPrintable(point->text()));
    undo();
    QVERIFY(!strip->accessibleName().contains(u"person"));
    QVERIFY(!point->text().contains(u"person"));
    m_opened->session.history().redo();
    const auto *column = m_opened->child<QScrollArea>(u"rightScroll"_s);
    QTRY_COMPARE(column->verticalScrollBar()->maximum(), 0);
    undo();
    QTRY_VERIFY(!beside->isVisible());
}

void TestReviewInForce::samples_panelAnswerAndCommand_sayTheSame_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<bool>("isMoved");
    QTest::addColumn<bool>("isScarce");
    for (const char *sample : {"fraudalerts", "tumourscreening", "documents", "inlinesuggestion"})
        QTest::addRow("%s", sample) << QString::fromLatin1(sample) << false << false;
    QTest::newRow("by hand") << u"fraudalerts"_s << true << false;
    QTest::newRow("by hand, scarce") << u"fraudalerts"_s << true << true;
    QTest::newRow("scarce") << u"tumourscreening"_s << false << true;
}

/// Each sentence of the view, word for word.
void TestReviewInForce::samples_panelAnswerAndCommand_sayTheSame()
{
    QFETCH(const QString, sample);
    QFETCH(const bool, isMoved);
    QFETCH(const bool, isScarce);
    QVERIFY(m_opened->openSample(sample));
    m_opened->showView(u"reviewPage"_s);
    QTRY_VERIFY(review().finding().isAnswered());
    QVERIFY(review().now().has_value());
    if (isScarce) {
        type(u"reviewUsesPerDay"_s, u"10000"_s);
        type(u"reviewsPerDay"_s, u"300"_s);
    }
    QVERIFY2(takeOver()->isEnabled(), qPrintable(told()));
    QTest::mouseClick(takeOver(), Qt::LeftButton);
    if (isMoved) {
        auto *mark = const_cast<charts::ChartMarker *>(panel()->marks()->mark(ReviewMarks::From));
        auto *view = const_cast<charts::ChartView *>(panel()->marks()->chart());
        view->setFocus(Qt::TabFocusReason);
        mark->setFocus(Qt::TabFocusReason);
        QTest::keyClick(view, Qt::Key_PageDown);
    }
    const QString path = saved();
    QVERIFY(!path.isEmpty());
    QCOMPARE(command({u"review"_s, path, u"--format"_s, u"text"_s}), told() + u'\n');
    QTRY_VERIFY(review().current());
    const AnswerParts parts = answerParts(*m_opened->window.results());
    QVERIFY(parts.review.has_value());
    const QString here = report::markdown(parts.report(report::Length::Brief, QDate(2026, 11, 30),
                                                       AnswerParts::Figures::LeftOut));
    const QString there = command({u"answer"_s, path, u"--date"_s, u"2026-11-30"_s});
    const QStringList sentences = told().split(u'\n');
    QVERIFY(sentences.size() >= 4);
    for (const QString &sentence : sentences) {
        QVERIFY2(here.contains(sentence), qPrintable(sentence + u'\n' + here));
        QVERIFY2(there.contains(sentence), qPrintable(sentence + u'\n' + there));
    }
    const QString lead = parts.report(report::Length::Sentence, QDate(2026, 11, 30),
                                      AnswerParts::Figures::LeftOut)
                                 .lead;
    QVERIFY(there.contains(lead));
}

ONEINN_TEST(TestReviewInForce)

} // namespace tests::journeys_reviewinforce

#include "tst_reviewinforce.moc"
