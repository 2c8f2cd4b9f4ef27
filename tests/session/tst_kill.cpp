// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentfile.h"
#include "session/savedsession.h"
#include "support/tablefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <cstdio>
#include <random>

using namespace oneinn;
using namespace Qt::StringLiterals;

namespace {

constexpr double perStep = 1.0 / 1024.0; ///< thresholds that are the number of a step
constexpr int dragged = 4;               ///< moves of the mouse in a drag

/// A window's life until it is killed: drags, writes a word, saves, says so. Whatever is on disk
/// names the worker and the step in its title, and the step again in its threshold.
int work(const QString &name, const QString &folder)
{
    Session session;
    SavedSession saved(&session, folder + u"/recovery"_s);
    QSignalSpy opened(&session, &Session::opened);
    session.loading().open({.path = folder + u"/t.csv"_s});
    QSignalSpy first(&saved, &SavedSession::saved);
    if (!opened.wait())
        return 1;
    for (int step = 1;; ++step) {
        session.history().beginGesture();
        for (int move = 1; move <= dragged; ++move)
            session.setThreshold({(step + move) * perStep});
        session.setThreshold({step * perStep});
        session.history().endGesture();
        saved.keepNow();
        session.setAnswerText(
                {QString(name + u':' + QString::number(step)).toStdString(), {}, {}, {}, {}});
        saved.keepNow();
        saved.save(folder + u'/' + name + u".oneinn"_s);
        if (first.isEmpty() && !first.wait())
            return 1;
        std::printf("%d\n", step);
        std::fflush(stdout);
    }
}

class Worker {
public:
    Worker(const QString &name, const QString &folder)
        : m_name(name)
        , m_file(folder + u'/' + name + u".oneinn"_s)
    {
        QFile::remove(m_file);
        m_process.start(QCoreApplication::applicationFilePath(), {u"--work"_s, name, folder});
    }
    ~Worker() { kill(); }
    Q_DISABLE_COPY_MOVE(Worker)

    bool hasSaved(int steps)
    {
        while (m_process.state() != QProcess::NotRunning && m_saved.count('\n') < steps) {
            if (!m_process.waitForReadyRead())
                return false;
            m_saved += m_process.readAllStandardOutput();
        }
        return m_saved.count('\n') >= steps;
    }
    /// SIGKILL, between any two instructions.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        m_saved += m_process.readAllStandardOutput();
    }
    /// What keeps the person's file from being what it said it saved last, or the state after.
    QString fault() const
    {
        const auto document = loadDocument(m_file);
        if (!document)
            return u"not a session"_s;
        const double step = document.value().scenario.threshold.value / perStep;
        const QString title = QString::fromStdString(document.value().text.title);
        if (title != m_name + u':' + QString::number(step))
            return u"mixed: "_s + title;
        const auto lines = m_saved.trimmed().split('\n');
        const int last = lines.last().toInt();
        return step == last || step == last + 1 ? QString() : u"lost: "_s + title;
    }
    /// Whether the recovery is this worker's and whole: between the drag and the word it has the
    /// older title.
    bool isOwn(const OrphanedRecovery &orphan) const
    {
        const double step = orphan.document.scenario.threshold.value / perStep;
        const QString title = QString::fromStdString(orphan.document.text.title);
        const auto named = [&](double number) {
            return title == m_name + u':' + QString::number(number);
        };
        const bool first = step == 1.0 && title.isEmpty();
        const QString &of = orphan.document.recoveryOf;
        return (first || named(step) || named(step - 1.0)) && (of.isEmpty() || of == m_file);
    }

private:
    QString m_name;
    QString m_file;
    QProcess m_process;
    QByteArray m_saved;
};

} // namespace

class TestKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killed_whileSaving_losesNothingAndMixesNothing();
};

/// ONEINN_KILLS says how many, if not these few. Two workers live at a time, so that each kill
/// leaves one whose recovery nobody may take.
void TestKill::killed_whileSaving_losesNothingAndMixesNothing()
{
    const testsupport::TableFiles files;
    files.write(u"t.csv"_s, testsupport::plainTable());
    const QString folder = files.path(u"."_s);
    const QString recovery = files.path(u"recovery"_s);
    std::mt19937 random(20);
    bool set = false;
    const int asked = qEnvironmentVariableIntValue("ONEINN_KILLS", &set);
    const int rounds = (set ? asked : 40) / 2;
    int recovered = 0;
    for (int round = 0; round < rounds; ++round) {
        Worker one(u"one"_s, QDir::cleanPath(folder));
        Worker two(u"two"_s, QDir::cleanPath(folder));
        QVERIFY(two.hasSaved(1));
        QVERIFY(one.hasSaved(1 + int(random() % 8)));
        QTest::qSleep(int(random() % 3)); // anywhere within a step, which takes a millisecond
        one.kill();
        QCOMPARE(one.fault(), QString());
        for (OrphanedRecovery &orphan : orphanedRecoveries(recovery)) {
            QVERIFY(one.isOwn(orphan));
            orphan.discard();
            ++recovered;
        }
        two.kill();
        QCOMPARE(two.fault(), QString());
        for (OrphanedRecovery &orphan : orphanedRecoveries(recovery)) {
            QVERIFY(two.isOwn(orphan));
            orphan.discard();
            ++recovered;
        }
        QVERIFY(QDir(recovery).entryList({u"*.oneinn"_s}, QDir::Files).isEmpty());
    }
    qInfo("%d kills, %d recovered", 2 * rounds, recovered);
    QVERIFY(rounds < 20 || recovered > 0);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--work"_s)
        return work(arguments.value(2), arguments.value(3));
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kill.moc"
