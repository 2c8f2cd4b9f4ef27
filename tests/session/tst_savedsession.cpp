// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentfile.h"
#include "session/samples.h"
#include "session/savedsession.h"
#include "session/sessiondocument.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

#include <thread>

namespace tests::session_savedsession {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::mixedTable;
using testsupport::plainTable;
using testsupport::TableFiles;

namespace {

/// One window's worth, without the window.
struct Desk {
    explicit Desk(const TableFiles &files)
        : saved(&session, files.path(u"recovery"_s))
    {
    }
    bool open(const QString &path)
    {
        return arrives([&] { session.loading().open({.path = path}); });
    }
    template<typename Start> bool arrives(Start start)
    {
        QSignalSpy opened(&session, &Session::opened);
        start();
        return opened.wait();
    }
    bool save(const QString &path)
    {
        QSignalSpy done(&saved, &SavedSession::saved);
        saved.save(path);
        return !done.isEmpty() || done.wait();
    }

    Session session;
    SavedSession saved;
};

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files);
}

} // namespace

class TestSavedSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void save_thenOpen_restoresEverything();
    void compared_savedAndMoved_isFoundAgain();
    void compared_missing_isKept();
    void modified_undoneToTheSavedState_isNot();
    void modified_afterSaveAndUndo_is();
    void question_onlyWhereWorkWouldBeLost();
    void save_impossible_staysModified();
    void save_rightAfterReading_isWholeOnReturn();
    void save_changedByNobody_holdsNoIds();
    void save_changedElsewhere_isToldAndReplacesNothing();
    void save_fileGoneOrOwn_isNotAsked();
    void save_pipedData_isKeptBeside();
    void open_movedData_toldAndOpenedWithAnother();
    void open_changedData_keepsWhatFits();
    void open_changedColumns_guessedAgain();
    void bandOfBefore_endsOfSegments_areSaidOnce();
    void recovery_everyEdit_keptUntilSaved();
    void recovery_files_areTheOwnersAlone();
    void recovery_withinAGesture_waits();
    void recovery_ofALivingWindow_isNobodyElses();
    void recovery_left_isOfferedAndRecoveredAsModified();
};

void TestSavedSession::save_thenOpen_restoresEverything()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, mixedTable())));
    desk.session.edit(edits::where({{"country", "nl"}}));
    desk.session.setThreshold({0.1 + 0.2});
    desk.session.setBudget(Milliseconds{333.3});
    desk.session.pinBoard().pin("mine");
    desk.session.setAnswerText({"Title", {}, "who", {}, {}});
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    QVERIFY(!desk.saved.isModified());
    QCOMPARE(desk.saved.name(), u"s.oneinn"_s);

    Desk other(files);
    QSignalSpy compared(&other.saved, &SavedSession::dataCompared);
    QVERIFY(other.arrives([&] { QVERIFY(!other.saved.open(files.path(u"s.oneinn"_s))); }));
    QVERIFY(other.session.scenario() == desk.session.scenario());
    QVERIFY(other.session.state().pins == desk.session.state().pins);
    QVERIFY(other.session.state().text == desk.session.state().text);
    QVERIFY(other.session.state().data->misfits.empty());
    QVERIFY(!other.saved.isModified());
    QCOMPARE(other.session.history().count(), 0);
    QCOMPARE(other.saved.path(), files.path(u"s.oneinn"_s));
    QCOMPARE(compared.size(), 1);
    QCOMPARE(compared.first().first().toBool(), false);
    // The same session once more, of the data that is already there: not another reading of it.
    QVERIFY(desk.arrives([&] { QVERIFY(!desk.saved.open(files.path(u"s.oneinn"_s))); }));
    QCOMPARE(desk.session.history().count(), 0);
}

/// What it is compared with is part of the session: undone, saved, and found again where the whole
/// folder went elsewhere.
void TestSavedSession::compared_savedAndMoved_isFoundAgain()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, mixedTable())));
    const ComparedPeriod compared{
            .file = DataReference{.path = files.write(u"feb.csv"_s, mixedTable()),
                                  .relative = {},
                                  .sha256 = {},
                                  .bytes = 0},
            .measure = DropMeasure::Missed,
            .atBestBefore = true};
    desk.session.setCompared(compared);
    QVERIFY(desk.saved.isModified());
    desk.session.history().undo();
    QVERIFY(!desk.session.state().compared);
    desk.session.history().redo();
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));

    const TableFiles elsewhere;
    for (const QString &name : {u"t.csv"_s, u"feb.csv"_s, u"s.oneinn"_s})
        QVERIFY(QFile::rename(files.path(name), elsewhere.path(name)));
    Desk other(elsewhere);
    QVERIFY(other.arrives([&] { QVERIFY(!other.saved.open(elsewhere.path(u"s.oneinn"_s))); }));
    QVERIFY(other.session.state().compared.has_value());
    QCOMPARE(other.session.state().compared->file->path, elsewhere.path(u"feb.csv"_s));
    QCOMPARE(other.session.state().compared->measure, DropMeasure::Missed);
    QCOMPARE(other.session.state().compared->atBestBefore, std::optional(true));
    QVERIFY(!other.saved.isModified());
    // Another file is compared with nothing.
    QVERIFY(other.open(elsewhere.write(u"u.csv"_s, plainTable())));
    QVERIFY(!other.session.state().compared);
}

/// A file that is nowhere keeps nobody from the session, and is not forgotten by it.
void TestSavedSession::compared_missing_isKept()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, mixedTable())));
    const QString gone = files.write(u"feb.csv"_s, mixedTable());
    desk.session.setCompared(ComparedPeriod{
            .file = DataReference{.path = gone, .relative = {}, .sha256 = {}, .bytes = 0}});
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    QVERIFY(QFile::remove(gone));
    Desk other(files);
    QVERIFY(other.arrives([&] { QVERIFY(!other.saved.open(files.path(u"s.oneinn"_s))); }));
    QCOMPARE(other.session.state().compared->file->path, gone);
    other.session.setThreshold({0.25});
    QVERIFY(other.save(files.path(u"s.oneinn"_s)));
    QCOMPARE(loadDocument(files.path(u"s.oneinn"_s)).value().compared->file->path, gone);
}

void TestSavedSession::modified_undoneToTheSavedState_isNot()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, plainTable())));
    QVERIFY(!desk.saved.isModified());
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    desk.session.setThreshold({0.25});
    QVERIFY(desk.saved.isModified());
    desk.session.history().undo();
    QVERIFY(!desk.saved.isModified());
    desk.session.history().redo();
    QVERIFY(desk.saved.isModified());
}

void TestSavedSession::modified_afterSaveAndUndo_is()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, plainTable())));
    desk.session.setThreshold({0.25});
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    desk.session.history().undo();
    QVERIFY(desk.saved.isModified() && desk.saved.hasSomethingToLose());
    desk.session.setThreshold({0.75}); // what was saved is no longer in the history
    desk.session.history().undo();
    QVERIFY(desk.saved.isModified());
    QVERIFY(desk.open(files.write(u"u.csv"_s, plainTable())));
    QVERIFY(!desk.saved.isModified());
    QVERIFY(desk.saved.path().isEmpty());
}

void TestSavedSession::question_onlyWhereWorkWouldBeLost()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(!desk.saved.hasSomethingToLose());
    QVERIFY(desk.open(files.write(u"t.csv"_s, plainTable())));
    desk.session.setThreshold({0.25});
    QVERIFY(desk.saved.isModified() && !desk.saved.hasSomethingToLose());
    desk.session.edit(
            edits::word(&FeatureWords::raised, "alert")); // their own data, their own word
    QVERIFY(desk.saved.hasSomethingToLose());
    desk.session.history().undo();
    QVERIFY(!desk.saved.hasSomethingToLose());
    desk.session.pinBoard().pin();
    QVERIFY(desk.saved.hasSomethingToLose());
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    QVERIFY(!desk.saved.hasSomethingToLose());
    desk.session.setThreshold({0.35}); // of a saved session every change counts
    QVERIFY(desk.saved.hasSomethingToLose());

    QVERIFY(desk.open(*sampleFolder() + u"/assistantanswers.csv"_s));
    desk.session.edit(edits::word(&FeatureWords::raised, "alert"));
    desk.session.setThreshold({0.25});
    QVERIFY(desk.saved.isModified() && !desk.saved.hasSomethingToLose());
    desk.session.setAnswerText({"Words", {}, {}, {}, {}});
    QVERIFY(desk.saved.hasSomethingToLose());
    QVERIFY(!desk.saved.suggestedPath().startsWith(*sampleFolder()));
}

void TestSavedSession::save_impossible_staysModified()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, plainTable())));
    desk.session.setThreshold({0.25});
    QSignalSpy problem(&desk.saved, &SavedSession::problemRaised);
    desk.saved.save(files.path(u"nowhere/s.oneinn"_s));
    QVERIFY(!problem.isEmpty() || problem.wait());
    QVERIFY(desk.saved.isModified() && desk.saved.path().isEmpty());
}

void TestSavedSession::save_rightAfterReading_isWholeOnReturn()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, plainTable())));
    desk.session.edit(edits::word(&FeatureWords::raised, "alert"));
    // Nothing is waited for: between asking and having saved nobody can close the window.
    const QString path = files.path(u"s.oneinn"_s);
    desk.saved.save(path);
    QVERIFY(!desk.saved.hasSomethingToLose());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray json = file.readAll();
    QVERIFY(json.contains("alert"));
    QVERIFY(json.contains(
            QCryptographicHash::hash(plainTable(), QCryptographicHash::Sha256).toHex()));
}

void TestSavedSession::save_changedByNobody_holdsNoIds()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(
            u"t.csv"_s, "label,score,user_id\n1,0.9123,alice@x\n0,0.1,bob@x\n1,0.8,alice@x\n")));
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    QFile file(files.path(u"s.oneinn"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray json = file.readAll();
    QVERIFY(json.contains("user_id"));
    QVERIFY(!json.contains("alice") && !json.contains("0.9123"));
}

void TestSavedSession::save_changedElsewhere_isToldAndReplacesNothing()
{
    const TableFiles files;
    Desk one(files);
    const QString path = files.path(u"s.oneinn"_s);
    QVERIFY(one.open(files.write(u"t.csv"_s, plainTable())));
    QVERIFY(one.save(path));
    Desk two(files);
    QVERIFY(two.arrives([&] { QVERIFY(!two.saved.open(path)); }));
    two.session.setThreshold({0.75});
    QVERIFY(two.save(path));
    one.session.setThreshold({0.25});

    QSignalSpy elsewhere(&one.saved, &SavedSession::changedElsewhere);
    QSignalSpy saved(&one.saved, &SavedSession::saved);
    const auto kept = [&] { return loadDocument(path).value().scenario.threshold.value; };
    const QString link = files.path(u"link.oneinn"_s);
    QVERIFY(QFile::link(path, link));
    for (const QString &name : {path, link}) {
        one.saved.save(name);
        QCOMPARE(elsewhere.count(), 1);
        QCOMPARE(elsewhere.takeFirst().first().toString(), name);
        QVERIFY(saved.isEmpty());
        QCOMPARE(kept(), 0.75);
        QVERIFY(one.saved.isModified() && one.saved.hasSomethingToLose());
    }
    one.saved.save(path, SavedSession::Meanwhile::Replace);
    QCOMPARE(saved.count(), 1);
    QCOMPARE(kept(), 0.25);
    QVERIFY(!one.saved.isModified());
    one.session.setThreshold({0.5});
    QVERIFY(one.save(path)); // it is its own again
    QCOMPARE(kept(), 0.5);
    // And now the other is behind.
    QSignalSpy behind(&two.saved, &SavedSession::changedElsewhere);
    two.saved.save(path);
    QVERIFY(!behind.isEmpty() || behind.wait());
    QCOMPARE(kept(), 0.5);
}

void TestSavedSession::save_fileGoneOrOwn_isNotAsked()
{
    const TableFiles files;
    Desk desk(files);
    const QString path = files.path(u"s.oneinn"_s);
    QVERIFY(desk.open(files.write(u"t.csv"_s, plainTable())));
    QVERIFY(desk.save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite)); // touched, and yet the same
    const QByteArray json = file.readAll();
    file.close();
    files.write(u"s.oneinn"_s, json);
    desk.session.setThreshold({0.25});
    QVERIFY(desk.save(path));
    QVERIFY(QFile::remove(path));
    desk.session.setThreshold({0.75});
    QVERIFY(desk.save(path));
    // Another file was chosen, and its dialog has asked.
    const QString other = files.write(u"o.oneinn"_s, "something");
    QVERIFY(desk.save(other));
    QCOMPARE(desk.saved.path(), other);
}

/// What came out of a pipe is nowhere else.
void TestSavedSession::save_pipedData_isKeptBeside()
{
    const TableFiles files;
    Desk desk(files);
    const QString pipe = files.path(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    std::thread writer([&] {
        QFile file(pipe);
        if (file.open(QIODevice::WriteOnly))
            file.write(plainTable());
    });
    QVERIFY(desk.open(pipe));
    writer.join();
    const QString somebodyElses = files.write(u"s-data.csv"_s, "not ours\n");
    desk.session.setThreshold({0.25});
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    QVERIFY(desk.save(files.path(u"s.oneinn"_s))); // once more: no further copy
    QFile kept(files.path(u"s-data-2.csv"_s));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), plainTable());
    QVERIFY(!QFileInfo::exists(files.path(u"s-data-3.csv"_s)));
    QFile others(somebodyElses);
    QVERIFY(others.open(QIODevice::ReadOnly));
    QCOMPARE(others.readAll(), QByteArray("not ours\n"));

    QVERIFY(QFile::remove(pipe));
    Desk other(files);
    QVERIFY(other.arrives([&] { QVERIFY(!other.saved.open(files.path(u"s.oneinn"_s))); }));
    QCOMPARE(other.session.scenario().threshold.value, 0.25);
    QVERIFY(!other.saved.isModified());
}

void TestSavedSession::open_movedData_toldAndOpenedWithAnother()
{
    const TableFiles files;
    Desk desk(files);
    const QString data = files.write(u"t.csv"_s, plainTable());
    QVERIFY(desk.open(data));
    desk.session.setThreshold({0.25});
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    QVERIFY(QFile::rename(data, files.path(u"elsewhere.csv"_s)));
    Desk other(files);
    const auto problem = other.saved.open(files.path(u"s.oneinn"_s));
    QVERIFY(problem && problem->kind == ProblemKind::DataMoved);
    QVERIFY(!other.session.hasData());
    QSignalSpy compared(&other.saved, &SavedSession::dataCompared);
    QVERIFY(other.arrives([&] { other.saved.openWith(files.path(u"elsewhere.csv"_s)); }));
    QCOMPARE(other.session.scenario().threshold.value, 0.25);
    QCOMPARE(compared.size(), 1);
    QCOMPARE(compared.first().first().toBool(), false);
}

void TestSavedSession::open_changedData_keepsWhatFits()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, mixedTable())));
    desk.session.edit(edits::where({{"country", "de"}}));
    desk.session.setThreshold({0.25});
    desk.session.edit(edits::word(&FeatureWords::raised, "alert"));
    desk.session.pinBoard().pin("kept");
    desk.session.edit(edits::where({}));
    desk.session.edit(edits::model("small"));
    desk.session.pinBoard().pin("gone");
    desk.session.edit(edits::model("large"));
    desk.session.edit(edits::where({{"country", "de"}}));
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    QByteArray changed = mixedTable();
    changed.replace(",small,", ",tiny,").replace(",de\n", ",be\n");
    files.write(u"t.csv"_s, changed);

    Desk other(files);
    QSignalSpy compared(&other.saved, &SavedSession::dataCompared);
    QVERIFY(other.arrives([&] { QVERIFY(!other.saved.open(files.path(u"s.oneinn"_s))); }));
    QCOMPARE(other.session.scenario().threshold.value, 0.25);
    QCOMPARE(other.session.scenario().words.raised, std::string("alert"));
    QCOMPARE(other.session.scenario().selection.model.value(), std::string("large"));
    QVERIFY(other.session.scenario().selection.where.empty());
    QStringList pins;
    for (const PinnedPoint &pin : other.session.state().pins)
        pins.append(QString::fromStdString(pin.name));
    QCOMPARE(pins, QStringList({u""_s, u"kept"_s}));
    const std::vector<Misfit> expected{{Misfit::Kind::Segment, "country = de"},
                                       {Misfit::Kind::Pin, "gone"}};
    QVERIFY(other.session.state().data->misfits == expected);
    QCOMPARE(compared.size(), 1);
    QCOMPARE(compared.first().first().toBool(), true);
}

void TestSavedSession::open_changedColumns_guessedAgain()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, mixedTable())));
    desk.session.setBudget(Milliseconds{400.0});
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    // The score has another name, and there are no latencies.
    QByteArray changed = "label,proba\n";
    for (int i = 0; i < 30; ++i)
        changed += QByteArray::number(i % 2) + ",0." + QByteArray::number(10 + i) + '\n';
    files.write(u"t.csv"_s, changed);
    Desk other(files);
    QVERIFY(other.arrives([&] { QVERIFY(!other.saved.open(files.path(u"s.oneinn"_s))); }));
    QCOMPARE(other.session.data().file.mapping.score.value, std::string("proba"));
    QVERIFY(!other.session.scenario().budget);
    std::vector<std::string> names;
    for (const Misfit &misfit : other.session.state().data->misfits) {
        if (misfit.kind == Misfit::Kind::Column)
            names.push_back(misfit.name);
    }
    std::sort(names.begin(), names.end());
    QVERIFY((names == std::vector<std::string>{"latency_ms", "model", "score"}));
}

/// Where segments have thresholds of their own, the ends of a band beside them were told otherwise.
void TestSavedSession::bandOfBefore_endsOfSegments_areSaidOnce()
{
    const TableFiles files;
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, mixedTable())));
    desk.session.setThreshold({0.5});
    desk.session.edit(
            edits::ownThresholds(ThresholdsBySegment{"country", {0.5}, {{"de", {0.02}}}}));
    desk.session.setReview(
            {.reviewer = {}, .band = BandThresholds{{0.2}, {0.7}}, .isInForce = true});
    const QString path = files.path(u"s.oneinn"_s);
    QVERIFY(desk.save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray json = file.readAll();
    QVERIFY(json.contains("\"schema\": 8"));
    json.replace("\"schema\": 8", "\"schema\": 7");
    QVERIFY(file.seek(0) && file.write(json) == json.size());
    file.close();

    Desk other(files);
    QVERIFY(other.arrives([&] { QVERIFY(!other.saved.open(path)); }));
    const std::vector<Misfit> told{{Misfit::Kind::BandEnds, "country"}};
    QVERIFY(other.session.state().data->misfits == told);
    QCOMPARE(other.session.state().review, desk.session.state().review);
    QVERIFY(other.session.scenario() == desk.session.scenario());
    QVERIFY(other.save(path));
    Desk again(files);
    QVERIFY(again.arrives([&] { QVERIFY(!again.saved.open(path)); }));
    QVERIFY(again.session.state().data->misfits.empty());
    QVERIFY(again.session.scenario() == desk.session.scenario());
}

void TestSavedSession::recovery_everyEdit_keptUntilSaved()
{
    const TableFiles files;
    const QString folder = files.path(u"recovery"_s);
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, plainTable())));
    desk.saved.keepNow();
    QVERIFY(filesIn(folder).isEmpty()); // nothing to recover yet
    desk.session.setThreshold({0.25});
    QTRY_COMPARE(filesIn(folder).size(), 2); // the file and its lock, after a second
    const auto kept = [&] {
        const auto names = QDir(folder).entryList({u"*.oneinn"_s}, QDir::Files);
        const auto document = loadDocument(folder + u'/' + names.value(0));
        return document ? document.value().scenario.threshold.value : -1.0;
    };
    QTRY_COMPARE(kept(), 0.25);
    desk.session.setThreshold({0.75});
    QTRY_COMPARE(kept(), 0.75);
    QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
    QVERIFY(filesIn(folder).isEmpty());
    desk.session.history().undo();
    QTRY_COMPARE(kept(), 0.25);
    desk.session.history().redo();
    QTRY_VERIFY(filesIn(folder).isEmpty());
}

void TestSavedSession::recovery_files_areTheOwnersAlone()
{
    const TableFiles files;
    const QString folder = files.path(u"recovery"_s);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
    // As an older version left them.
    QVERIFY(QDir().mkdir(folder));
    const QString left = files.write(u"recovery/left.oneinn"_s, "{}");
    QVERIFY(QFile::setPermissions(folder, QFile::permissions(folder) | others));
    QVERIFY(QFile::setPermissions(left, QFile::permissions(left) | others));
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, plainTable())));
    desk.session.setThreshold({0.25});
    desk.saved.keepNow();
    QTRY_COMPARE(QDir(folder).entryList({u"*.oneinn"_s}, QDir::Files).size(), 2);
    QVERIFY(!(QFile::permissions(folder) & others));
    for (const QString &name : QDir(folder).entryList({u"*.oneinn"_s}, QDir::Files))
        QVERIFY2(!(QFile::permissions(folder + u'/' + name) & others), qPrintable(name));

    QVERIFY(QFile::setPermissions(folder, QFile::permissions(folder) | others));
    QVERIFY(orphanedRecoveries(folder).empty()); // looking for them is enough
    QVERIFY(!(QFile::permissions(folder) & others));
    QVERIFY(orphanedRecoveries(files.path(u"none"_s)).empty());
    QVERIFY(!QFile::exists(files.path(u"none"_s)));
}

void TestSavedSession::recovery_withinAGesture_waits()
{
    const TableFiles files;
    const QString folder = files.path(u"recovery"_s);
    Desk desk(files);
    QVERIFY(desk.open(files.write(u"t.csv"_s, plainTable())));
    desk.session.history().beginGesture();
    desk.session.setThreshold({0.25});
    desk.saved.keepNow();
    QVERIFY(filesIn(folder).isEmpty());
    desk.session.history().endGesture();
    QTRY_COMPARE(filesIn(folder).size(), 2);
}

void TestSavedSession::recovery_ofALivingWindow_isNobodyElses()
{
    const TableFiles files;
    const QString folder = files.path(u"recovery"_s);
    Desk one(files);
    auto two = std::make_unique<Desk>(files);
    QVERIFY(one.open(files.write(u"t.csv"_s, plainTable())));
    QVERIFY(two->open(files.path(u"t.csv"_s)));
    one.session.setThreshold({0.25});
    two->session.setThreshold({0.75});
    one.saved.keepNow();
    two->saved.keepNow();
    QTRY_COMPARE(QDir(folder).entryList({u"*.oneinn"_s}, QDir::Files).size(), 2);
    QVERIFY(orphanedRecoveries(folder).empty());
    two.reset(); // a clean end leaves nothing, and the other's alone
    QCOMPARE(QDir(folder).entryList({u"*.oneinn"_s}, QDir::Files).size(), 1);
    QVERIFY(orphanedRecoveries(folder).empty());
}

void TestSavedSession::recovery_left_isOfferedAndRecoveredAsModified()
{
    const TableFiles files;
    const QString folder = files.path(u"recovery"_s);
    {
        Desk desk(files);
        QVERIFY(desk.open(files.write(u"t.csv"_s, plainTable())));
        QVERIFY(desk.save(files.path(u"s.oneinn"_s)));
        desk.session.setThreshold({0.25});
        desk.saved.keepNow();
        QTRY_COMPARE(QDir(folder).entryList({u"*.oneinn"_s}, QDir::Files).size(), 1);
        const QString name = QDir(folder).entryList({u"*.oneinn"_s}, QDir::Files).first();
        // As after a crash: the file is there and nobody holds it.
        QVERIFY(QFile::copy(folder + u'/' + name, folder + u"/left.oneinn"_s));
    }
    const QByteArray own = [&] {
        QFile file(files.path(u"s.oneinn"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    Desk desk(files);
    {
        auto orphans = orphanedRecoveries(folder);
        QCOMPARE(orphans.size(), std::size_t(1));
        QVERIFY(orphanedRecoveries(folder).empty()); // held while it is offered
        QCOMPARE(orphans.front().document.recoveryOf, files.path(u"s.oneinn"_s));
        QVERIFY(desk.arrives([&] { QVERIFY(!desk.saved.recover(orphans.front())); }));
    }
    QCOMPARE(desk.session.scenario().threshold.value, 0.25);
    QVERIFY(desk.saved.isModified() && desk.saved.hasSomethingToLose());
    QVERIFY(desk.saved.path().isEmpty()); // saving asks where
    QCOMPARE(desk.saved.suggestedPath(), files.path(u"s.oneinn"_s));
    const auto kept = QDir(folder).entryList({u"*.oneinn"_s}, QDir::Files);
    QCOMPARE(kept.size(), 1); // its own now
    QVERIFY(kept.first() != u"left.oneinn"_s);
    QFile file(files.path(u"s.oneinn"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), own);
    QVERIFY(desk.save(files.path(u"r.oneinn"_s)));
    QVERIFY(!desk.saved.isModified());
    QVERIFY(filesIn(folder).isEmpty());
}

ONEINN_TEST(TestSavedSession)

} // namespace tests::session_savedsession

#include "tst_savedsession.moc"
