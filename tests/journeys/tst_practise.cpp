// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicelog.h"
#include "practice/practicewords.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/data/importpage.h"
#include "views/practise/practisedialog.h"
#include "views/practise/recordbar.h"
#include "views/practise/recorder.h"
#include "views/start/startpage.h"
#include "wording/droplayerwords.h"
#include "wording/dropnames.h"
#include "wording/droprecoverywords.h"
#include "wording/dropsentence.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

namespace tests::journeys_practise {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// As a candidate practises: by mouse from the start page, by keys with a sample open.
class TestPractise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startPage_byMouse_asksAboutAnyProduct();
    void sample_byKeys_questionListAndLog();
    void fileOpen_offeredBesideSayIt_kindsByKeys();
    void saidFirst_nothingIsShownBefore();
    void fileWaiting_isToldAndGoneTo();
    void ticks_notKept_areNotDroppedByOneKey();
    void failure_twoPeriodsOpen_layersAreWorkedOut();
    void recorded_heardAgain_andSavedByHand();
    void notRecorded_nothingIsOffered();
    void noMicrophone_saidOnce_allElseIsTheSame();
    void log_deleted_isGone();
    void small_everyTextFits_data();
    void small_everyTextFits();
};

namespace {

/// Hears what the test says.
class SaidByTest final : public Recorder {
public:
    void start() override { change(m_records, true); }
    void stop() override { change(m_records, false); }
    bool isRecording() const override { return m_records; }
    SpokenAudio heard() const override { return {16000, 1, QByteArray(64000, 'a')}; }
    void play(const SpokenAudio &audio) override
    {
        played = audio;
        change(m_plays, true);
    }
    void stopPlaying() override { change(m_plays, false); }
    bool isPlaying() const override { return m_plays; }

    SpokenAudio played;

private:
    void change(bool &what, bool to)
    {
        what = to;
        Q_EMIT changed();
    }
    bool m_records = false;
    bool m_plays = false;
};

PractiseDialog *practise(const OpenedWindow &opened)
{
    opened.child<QAction>(u"actionPractise"_s)->trigger();
    auto *dialog = opened.child<PractiseDialog>();
    if (dialog && !QTest::qWaitForWindowActive(dialog))
        return nullptr;
    return dialog;
}

template<typename T> T *in(const QWidget *dialog, const QString &name)
{
    return dialog->findChild<T *>(name);
}

void chooseKind(const PractiseDialog *dialog, CardKind kind)
{
    auto *kinds = in<QComboBox>(dialog, u"kind"_s);
    kinds->setCurrentIndex(kinds->findData(keyOf(kind)));
    Q_EMIT kinds->activated(kinds->currentIndex());
}

QList<PracticeEntry> logged()
{
    return std::get<QList<PracticeEntry>>(readPracticeLog(practiceLogPath()));
}

/// Labels whose text has less room than it needs; empty: none.
QString clippedIn(const QWidget *dialog)
{
    const auto labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                      : label->sizeHint().height();
        if (label->isVisible() && (label->height() < needed || label->width() < 20))
            return label->text();
    }
    return {};
}

} // namespace

void TestPractise::startPage_byMouse_asksAboutAnyProduct()
{
    const OpenedWindow opened;
    QTest::mouseClick(in<QPushButton>(opened.child<StartPage>(), u"practise"_s), Qt::LeftButton);
    auto *dialog = opened.child<PractiseDialog>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->card().kind, CardKind::AnyProduct);
    QTest::mouseClick(in<QPushButton>(dialog, u"haveSaid"_s), Qt::LeftButton);
    QVERIFY(in<QLineEdit>(dialog, u"product"_s)->isVisible());
    in<QLineEdit>(dialog, u"product"_s)->setText(u" My mail "_s);
    QTest::mouseClick(in<QPushButton>(dialog, u"keep"_s), Qt::LeftButton);
    QCOMPARE(logged().size(), 1);
    QCOMPARE(logged().first().product, u"My mail"_s);
}

void TestPractise::sample_byKeys_questionListAndLog()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    QVERIFY(opened.openSample(u"fraudalerts"_s));
    auto *dialog = practise(opened);
    QVERIFY(dialog);
    chooseKind(dialog, CardKind::Metric);
    in<QPushButton>(dialog, u"haveSaid"_s)->setFocus();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QVERIFY(dialog->isSaid());
    auto *box = qobject_cast<QCheckBox *>(dialog->focusWidget());
    QVERIFY(box);
    QCOMPARE(box->accessibleName(), dialog->card().checklist.first().says);
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(box->isChecked());
    auto *keep = in<QPushButton>(dialog, u"keep"_s);
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Space);
    QCOMPARE(logged().size(), 1);
    const PracticeEntry entry = logged().first();
    QCOMPARE(entry.kind, CardKind::Metric);
    QCOMPARE(entry.product, u"fraudalerts.csv"_s);
    QCOMPARE(entry.said, QStringList(dialog->card().checklist.first().key));
    QCOMPARE(entry.said.size() + entry.left.size(), dialog->card().checklist.size());
    QVERIFY(in<QLabel>(dialog, u"log"_s)->text().startsWith(u"1 product in two weeks: 1 card"));
    // Whoever keeps it has ticked.
    QVERIFY(in<QLabel>(dialog, u"own"_s)->isVisible());
    // A card is kept once.
    QVERIFY(!keep->isEnabled());
    QTest::keyClick(keep, Qt::Key_Space);
    QCOMPARE(logged().size(), 1);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<PractiseDialog>());
}

void TestPractise::fileOpen_offeredBesideSayIt_kindsByKeys()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    QVERIFY(opened.openSample(u"fraudalerts"_s));
    auto *offered = opened.child<QToolButton>(u"practiseSaying"_s);
    QVERIFY(offered->isVisible());
    QCOMPARE(offered->accessibleName(), u"Practise saying it"_s);
    QTest::mouseClick(offered, Qt::LeftButton);
    auto *dialog = opened.child<PractiseDialog>();
    QVERIFY(dialog);
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    auto *kinds = in<QComboBox>(dialog, u"kind"_s);
    for (const int key : {3, 6, 1}) {
        QTest::keyClick(dialog, Qt::Key(Qt::Key_0 + key), Qt::ControlModifier);
        QCOMPARE(kinds->currentIndex(), key);
        QCOMPARE(keyOf(dialog->card().kind), kinds->currentData().toString());
    }
    QTest::keyClick(dialog, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(kinds->currentData().toString(), QString());
    dialog->close();
    QTRY_VERIFY(!opened.child<PractiseDialog>());
    opened.window.activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &opened.window);
    QTest::keyClick(&opened.window, Qt::Key_F9);
    QTRY_VERIFY(opened.child<PractiseDialog>());
}

void TestPractise::saidFirst_nothingIsShownBefore()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    QVERIFY(opened.openSample(u"assistantanswers"_s));
    auto *dialog = practise(opened);
    QVERIFY(dialog);
    chooseKind(dialog, CardKind::Executive);
    QVERIFY(!in<QLabel>(dialog, u"own"_s)->isVisible());
    const auto boxes = dialog->findChildren<QCheckBox *>();
    for (const QCheckBox *box : boxes)
        QVERIFY(!box->isVisible());
    QVERIFY(!in<QPushButton>(dialog, u"keep"_s)->isVisible());
    const QString question = dialog->card().question;
    in<QPushButton>(dialog, u"haveSaid"_s)->click();
    QCOMPARE(dialog->card().question, question);
    // The list to tick, and the program's answer only when it is asked for.
    QVERIFY(dialog->findChildren<QCheckBox *>().constFirst()->isVisible());
    QVERIFY(!in<QLabel>(dialog, u"own"_s)->isVisible());
    auto *showOwn = in<QPushButton>(dialog, u"showOwn"_s);
    const auto tellsData = [dialog] {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [dialog](const QLabel *label) {
            return label->isVisible()
                    && label->text() == dialog->card().checklist.constFirst().here;
        });
    };
    QVERIFY(!tellsData());
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    showOwn->setFocus();
    QTest::keyClick(showOwn, Qt::Key_Return);
    QVERIFY(in<QLabel>(dialog, u"own"_s)->isVisible() && !showOwn->isVisible());
    QVERIFY(tellsData());
    QVERIFY(!in<QLabel>(dialog, u"own"_s)->text().isEmpty());
    // Another question hides it again.
    in<QPushButton>(dialog, u"another"_s)->click();
    QVERIFY(dialog->card().question != question);
    QVERIFY(!in<QLabel>(dialog, u"own"_s)->isVisible());
    auto *time = in<QComboBox>(dialog, u"time"_s);
    time->setCurrentIndex(1);
    Q_EMIT time->activated(1);
    const QString clock = in<QLabel>(dialog, u"clock"_s)->text();
    QVERIFY2(clock == u"1:30" || clock == u"1:29", qPrintable(clock));
}

/// Its columns have yet to be answered, so that nothing can be asked about it.
void TestPractise::fileWaiting_isToldAndGoneTo()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    auto *dialog = practise(opened);
    QVERIFY(dialog && !in<QWidget>(dialog, u"waiting"_s)->isVisible());
    dialog->close();
    QTRY_VERIFY(!opened.child<PractiseDialog>());
    QByteArray unclear = "animal,score\n";
    for (int i = 0; i < 40; ++i)
        unclear += (i % 3           ? "cat,0."
                            : i % 2 ? "dog,0."
                                    : "bird,0.")
                + QByteArray::number(100 + i) + '\n';
    opened.window.openFile(opened.files.write(u"animals.csv"_s, unclear));
    auto *import = opened.child<ImportPage>(u"import"_s);
    QTRY_VERIFY(import->isVisible());
    dialog = practise(opened);
    QVERIFY(dialog);
    QVERIFY2(in<QLabel>(dialog, u"waitingSays"_s)->isVisible()
                     && in<QLabel>(dialog, u"waitingSays"_s)->text().contains(u"animals.csv"_s),
             qPrintable(in<QLabel>(dialog, u"waitingSays"_s)->text()));
    auto *go = in<QPushButton>(dialog, u"goThere"_s);
    go->setFocus();
    QTest::keyClick(go, Qt::Key_Return);
    QTRY_VERIFY(!opened.child<PractiseDialog>());
    QVERIFY(import->isVisible());
}

void TestPractise::ticks_notKept_areNotDroppedByOneKey()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    QVERIFY(opened.openSample(u"fraudalerts"_s));
    auto *dialog = practise(opened);
    QVERIFY(dialog);
    dialog->tellSaid();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
    const QString question = dialog->card().question;
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QVERIFY(in<QLabel>(dialog, u"log"_s)->text().contains(u"is not in the log"_s));
    QCOMPARE(dialog->focusWidget(), in<QPushButton>(dialog, u"keep"_s));
    // Ticked anew, it is asked anew.
    QTest::mouseClick(dialog->findChildren<QCheckBox *>().last(), Qt::LeftButton);
    QTest::mouseClick(in<QPushButton>(dialog, u"another"_s), Qt::LeftButton);
    QCOMPARE(dialog->card().question, question);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!opened.child<PractiseDialog>());
    QVERIFY(logged().isEmpty());
}

void TestPractise::failure_twoPeriodsOpen_layersAreWorkedOut()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    QVERIFY(opened.finishes([&opened] {
        opened.window.openFile(testsupport::sampleData(u"payments-march.csv"_s));
    }));
    auto *dialog = practise(opened);
    QVERIFY(dialog);
    chooseKind(dialog, CardKind::Failure);
    dialog->tellSaid();
    auto *own = in<QLabel>(dialog, u"own"_s);
    QVERIFY2(own->text().contains(u"one period cannot say what changed"_s),
             qPrintable(own->text()));
    auto &periods = opened.child<Results>()->periods();
    periods.compareWith(EarlierFile{testsupport::sampleData(u"payments-february.csv"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(periods.current() && periods.current()->dropped, 60000);
    dialog->draw();
    dialog->tellSaid();
    const Dropped &dropped = *periods.current()->dropped;
    const FeatureWords &words = opened.session.scenario().words;
    const QString said = own->text();
    QVERIFY2(said.startsWith(u"payments-march.csv is held against payments-february.csv. "
                             + wording::dropInASentence(dropped, words, {dropped.threshold.kept})),
             qPrintable(said));
    for (const DropLayer layer : dropLayers)
        QVERIFY2(said.contains(wording::dropLayerName(layer) + u": "_s
                               + wording::dropLayerSentence(dropped, layer, words)),
                 qPrintable(said));
    // Each finding with what is done about it, in its own layer and on the list.
    QVERIFY(!dropped.diagnosis.found.empty());
    for (const DropRecovery &recovery : dropped.recoveries) {
        const QString done = wording::dropRecoveryText(recovery, words);
        const bool mends = !recovery.mends.empty();
        QVERIFY2(!mends || said.contains(done), qPrintable(done));
        const auto isOnTheList = [&done](const ChecklistItem &item) {
            return item.here.contains(done);
        };
        QVERIFY(!mends || std::ranges::any_of(dialog->card().checklist, isOnTheList));
    }
    QVERIFY(said.contains(u"Not ruled out: "_s + wording::dropNotRuledOut(dropped)));
}

void TestPractise::recorded_heardAgain_andSavedByHand()
{
    OpenedWindow opened;
    QVERIFY(opened.ready());
    QVERIFY(opened.openSample(u"fraudalerts"_s));
    auto owned = std::make_unique<SaidByTest>();
    SaidByTest *recorder = owned.get();
    PractiseDialog dialog(opened.child<Results>(), &opened.window, std::move(owned));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *record = in<QPushButton>(&dialog, u"record"_s);
    auto *play = in<QPushButton>(&dialog, u"play"_s);
    auto *save = in<QPushButton>(&dialog, u"saveRecording"_s);
    QVERIFY(record->isVisible() && !play->isVisible() && !save->isVisible());
    record->setFocus();
    QTest::keyClick(record, Qt::Key_Space);
    QVERIFY(recorder->isRecording() && !dialog.isSaid());
    QCOMPARE(in<QLabel>(&dialog, u"recording"_s)->text(), recordingText());
    QTest::mouseClick(in<QPushButton>(&dialog, u"haveSaid"_s), Qt::LeftButton);
    QVERIFY(!recorder->isRecording());
    QVERIFY(!record->isVisible() && play->isVisible() && save->isVisible());
    QCOMPARE(in<QLabel>(&dialog, u"recording"_s)->text(),
             u"Recorded: 2 s, in memory alone unless you save it."_s);
    QTest::mouseClick(play, Qt::LeftButton);
    QCOMPARE(recorder->played, recorder->heard());
    QVERIFY(recorder->isPlaying());
    QTest::mouseClick(play, Qt::LeftButton);
    QVERIFY(!recorder->isPlaying());
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"answer.wav"_s);
    dialog.findChild<RecordBar *>()->saveTo(path);
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(readWav(saved.readAll()), std::optional(recorder->heard()));
    // Another question forgets it.
    dialog.draw();
    QVERIFY(record->isVisible() && !play->isVisible() && !save->isVisible());
    dialog.tellSaid();
    QVERIFY(!play->isVisible());
}

void TestPractise::notRecorded_nothingIsOffered()
{
    OpenedWindow opened;
    PractiseDialog dialog(opened.child<Results>(), &opened.window, std::make_unique<SaidByTest>());
    dialog.show();
    dialog.tellSaid();
    for (const QString &name : {u"record"_s, u"play"_s, u"saveRecording"_s})
        QVERIFY(!in<QPushButton>(&dialog, name)->isVisible());
    QVERIFY(in<QLabel>(&dialog, u"recording"_s)->text().isEmpty());
}

void TestPractise::noMicrophone_saidOnce_allElseIsTheSame()
{
    OpenedWindow opened;
    PractiseDialog first(opened.child<Results>(), &opened.window, nullptr);
    first.show();
    QVERIFY(in<QLabel>(&first, u"recording"_s)->isVisible());
    QCOMPARE(in<QLabel>(&first, u"recording"_s)->text(), noMicrophoneText());
    for (const QString &name : {u"record"_s, u"play"_s, u"saveRecording"_s})
        QVERIFY(!in<QPushButton>(&first, name)->isVisible());
    first.tellSaid();
    QVERIFY(in<QPushButton>(&first, u"showOwn"_s)->isVisible());
    first.draw();
    QVERIFY(!in<QLabel>(&first, u"recording"_s)->isVisible());
    PractiseDialog second(opened.child<Results>(), &opened.window, nullptr);
    second.show();
    QVERIFY(!in<QLabel>(&second, u"recording"_s)->isVisible());
}

void TestPractise::log_deleted_isGone()
{
    const OpenedWindow opened;
    auto *dialog = practise(opened);
    QVERIFY(dialog);
    dialog->tellSaid();
    dialog->keep();
    QCOMPARE(logged().size(), 1);
    QVERIFY(in<QPushButton>(dialog, u"delete"_s)->isVisible());
    in<QPushButton>(dialog, u"delete"_s)->click();
    QCOMPARE(logged().size(), 1);
    in<QPushButton>(dialog, u"delete"_s)->click();
    QVERIFY(logged().isEmpty());
    QVERIFY(!in<QPushButton>(dialog, u"delete"_s)->isVisible());
}

void TestPractise::small_everyTextFits_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestPractise::small_everyTextFits()
{
    QFETCH(const bool, dark);
    OpenedWindow opened({1024, 700});
    QVERIFY(opened.ready());
    opened.appearance.setMode(dark ? Appearance::Mode::Dark : Appearance::Mode::Light);
    QVERIFY(opened.openSample(u"tumourscreening"_s));
    auto *dialog = practise(opened);
    QVERIFY(dialog);
    QVERIFY(dialog->width() <= 1024 && dialog->height() <= 700);
    const QString folder = qEnvironmentVariable("ONEINN_PICTURES");
    for (const CardKind kind : cardKinds) {
        chooseKind(dialog, kind);
        for (const bool said : {false, true}) {
            if (said)
                dialog->tellSaid();
            QTRY_VERIFY2(clippedIn(dialog).isEmpty(), qPrintable(clippedIn(dialog)));
            if (!folder.isEmpty())
                dialog->grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, keyOf(kind),
                                                             dark ? u"dark"_s : u"light"_s,
                                                             said ? u"said"_s : u"asked"_s));
            QVERIFY(dialog->width() <= 1024 && dialog->height() <= 700);
        }
    }
}

ONEINN_TEST(TestPractise)

} // namespace tests::journeys_practise

#include "tst_practise.moc"
