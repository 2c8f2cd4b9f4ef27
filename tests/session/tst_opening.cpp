// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"
#include "session/sessiondocument.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace tests::session_opening {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

namespace {

QByteArray unclearTable()
{
    QByteArray text = "animal,score\n";
    for (int row = 0; row < 30; ++row)
        text += (row % 3 == 0 ? "dog,0." : "cat,0.") + QByteArray::number(100 + row * 7) + '\n';
    return text;
}

void writeInto(const QString &pipe, const QByteArray &text)
{
    QFile file(pipe);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

} // namespace

/// What is read once: pipes that nobody could read again, files that are gone a moment later.
class TestOpening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }

    void openSource_unclearLabel_readsOnce();
    void open_unclearPipe_opensWithTheColumnsChosen();
    void openSource_headerKnown_readsAsChosenBefore();
    void openSource_headerKnownButUnfit_asksAnew();
    void open_pipeWithoutWriter_canBeCancelled();
    void open_manyColumns_canBeCancelledAtAnyPoint();
    void reference_fileReplacedLater_isOfWhatWasRead();
    void mapping_manyModels_areSaidAgainWhenSaved();

private:
    QString fifo() const
    {
        const QString path = m_files.path(u"pipe"_s);
        if (mkfifo(QFile::encodeName(path).constData(), 0600) != 0)
            qFatal("cannot make a pipe");
        return path;
    }

    TableFiles m_files;
    std::unique_ptr<Session> m_session;
};

void TestOpening::init()
{
    m_session = std::make_unique<Session>();
    QFile::remove(m_files.path(u"pipe"_s));
}

void TestOpening::openSource_unclearLabel_readsOnce()
{
    const QString path = fifo();
    std::thread writer([&] { writeInto(path, unclearTable()); });
    const Opened opened = openSource({.path = path}, {}, {});
    writer.join();
    QVERIFY(!opened.data);
    QCOMPARE(opened.data.problem().kind, ProblemKind::PositiveValueUnclear);
    QVERIFY(opened.choices.has_value());
    const auto &columns = opened.choices->table->columns();
    QCOMPARE(columns.size(), std::size_t(2));
    QCOMPARE(columns.front().values.size(), std::size_t(2));
}

void TestOpening::open_unclearPipe_opensWithTheColumnsChosen()
{
    const QString path = fifo();
    QSignalSpy unclear(&m_session->loading(), &Loading::columnsUnclear);
    std::thread writer([&] { writeInto(path, unclearTable()); });
    m_session->loading().open({.path = path});
    QVERIFY(unclear.wait());
    writer.join();

    QSignalSpy opened(m_session.get(), &Session::opened);
    m_session->loading().open({.path = path, .mapping = {.positive = "dog"}});
    QVERIFY(opened.wait());
    QCOMPARE(m_session->predictions().rows(), 30);
    QCOMPARE(m_session->data().reference.sha256,
             QCryptographicHash::hash(unclearTable(), QCryptographicHash::Sha256).toHex());
}

void TestOpening::openSource_headerKnown_readsAsChosenBefore()
{
    const QString path = m_files.write(u"known.csv"_s, unclearTable());
    const auto table = readTableOf({.path = path}, {}).value();
    const ColumnMemory memory{{headerKey(table->columns()), {.positive = "dog"}}};
    const Opened opened = openSource({.path = path}, {}, {}, memory);
    QVERIFY(opened.data);
    QVERIFY(opened.data.value().source.mappingIsRecalled);
    QCOMPARE(*opened.data.value().source.mapping.positive, std::string("dog"));
    // What is chosen for this file comes first.
    const Opened chosen =
            openSource({.path = path, .mapping = {.positive = "cat"}}, {}, {}, memory);
    QVERIFY(!chosen.data.value().source.mappingIsRecalled);
    QCOMPARE(chosen.data.value().file.mapping.positive.value, std::string("cat"));
}

void TestOpening::openSource_headerKnownButUnfit_asksAnew()
{
    const QString path = m_files.write(u"known.csv"_s, unclearTable());
    const auto table = readTableOf({.path = path}, {}).value();
    const ColumnMemory memory{{headerKey(table->columns()), {.positive = "bird"}}};
    const Opened opened = openSource({.path = path}, {}, {}, memory);
    QCOMPARE(opened.data.problem().kind, ProblemKind::PositiveValueUnclear);
    QVERIFY(opened.choices->source.mapping == ingest::ColumnMapping{});
}

void TestOpening::open_pipeWithoutWriter_canBeCancelled()
{
    const QString path = fifo();
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    QSignalSpy problems(m_session.get(), &Session::problemRaised);
    m_session->loading().open({.path = path});
    m_session->loading().cancel();
    QVERIFY(finished.wait(2000));
    QCOMPARE(problems.size(), 0);
}

/// 80,000 columns take seconds to look at; whoever does not want to wait for it need not.
void TestOpening::open_manyColumns_canBeCancelledAtAnyPoint()
{
    QByteArray text;
    for (int line = 0; line < 40; ++line) {
        for (int column = 0; column < 80'000; ++column)
            text += line == 0 ? "score_" + QByteArray::number(column) + ','
                              : QByteArray(column % 2 == 0 ? "0.25," : "word,");
        text += line == 0 ? "label\n" : line % 2 == 0 ? "1\n" : "0\n";
    }
    const QString path = m_files.write(u"wide.csv"_s, text);
    // How far it is when it is cancelled: while it is read, described, and while roles are judged.
    for (const double share : {0.05, 0.3, 0.6, 0.9}) {
        QSignalSpy finished(&m_session->loading(), &Loading::finished);
        QElapsedTimer sinceCancelled;
        const auto watching =
                connect(&m_session->loading(), &Loading::progressed, this, [&](double done) {
                    if (done >= share && !sinceCancelled.isValid()) {
                        sinceCancelled.start();
                        m_session->loading().cancel();
                    }
                });
        m_session->loading().open({.path = path});
        QVERIFY(finished.wait(60'000));
        disconnect(watching);
        if (sinceCancelled.isValid())
            QVERIFY2(sinceCancelled.elapsed() < 2000, qPrintable(QString::number(share)));
    }
}

void TestOpening::reference_fileReplacedLater_isOfWhatWasRead()
{
    const QByteArray text = plainTable();
    const QString path = m_files.write(u"plain.csv"_s, text);
    QSignalSpy opened(m_session.get(), &Session::opened);
    m_session->loading().open({.path = path});
    QVERIFY(opened.wait());
    m_files.write(u"plain.csv"_s, mixedTable());
    QCOMPARE(m_session->data().reference.sha256,
             QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    QCOMPARE(m_session->data().reference.bytes, text.size());
}

void TestOpening::mapping_manyModels_areSaidAgainWhenSaved()
{
    QByteArray text = "label,score,model\n";
    for (int row = 0; row < 60; ++row)
        text += (row % 3 == 0 ? "1,0." : "0,0.") + QByteArray::number(100 + row * 7) + ",m"
                + QByteArray::number(row) + '\n';
    QSignalSpy opened(m_session.get(), &Session::opened);
    m_session->loading().open({.path = m_files.write(u"models.csv"_s, text)});
    QVERIFY(opened.wait());
    QCOMPARE(m_session->data().file.mapping.modelsPooled, std::string("model"));
    const Document document = documentOf(m_session->state(), m_session->data().reference);
    QVERIFY(!document.mapping.model);
}

ONEINN_TEST(TestOpening)

} // namespace tests::session_opening

#include "tst_opening.moc"
