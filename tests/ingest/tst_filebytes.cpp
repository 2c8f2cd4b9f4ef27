// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/filebytes.h"

#include "support/sanitized.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace tests::ingest_filebytes {

using namespace oneinn;
using namespace oneinn::ingest;
using namespace std::chrono_literals;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Both ends of a pipe without a name, which the reader gets a name for.
class NamelessPipe {
public:
    NamelessPipe()
    {
        if (pipe(m_ends) != 0)
            qFatal("no pipe");
    }
    ~NamelessPipe()
    {
        finish();
        close(m_ends[0]);
    }
    void finish()
    {
        if (m_ends[1] >= 0)
            close(m_ends[1]);
        m_ends[1] = -1;
    }
    int writingEnd() const { return m_ends[1]; }
    std::string path() const { return "/dev/fd/" + std::to_string(m_ends[0]); }

private:
    int m_ends[2] = {-1, -1};
};

} // namespace

class TestFileBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void read_largeFile_givesEveryByte()
    {
        QByteArray content(9 << 20, 'x');
        for (qsizetype i = 0; i < content.size(); i += 4099)
            content[i] = static_cast<char>('a' + i % 25);
        const auto bytes = FileBytes::read(write(content));
        QVERIFY(bytes.ok());
        QVERIFY(bytes.value()->text() == viewOf(content));
        QVERIFY(!bytes.value()->isPipe());
    }

    void read_namedPipe_givesEveryByte()
    {
        const auto path = fifo();
        const QByteArray content(6 << 20, 'y');
        std::thread writer([&] {
            QFile pipe(QString::fromStdString(path));
            if (pipe.open(QIODevice::WriteOnly))
                pipe.write(content);
        });
        const auto bytes = FileBytes::read(path);
        writer.join();
        QVERIFY(bytes.ok());
        QVERIFY(bytes.value()->text() == viewOf(content));
        QVERIFY(bytes.value()->isPipe());
    }

    /// What a shell makes of <(...).
    void read_namelessPipe_givesEveryByte()
    {
        NamelessPipe pipe;
        const QByteArray content(3 << 20, 'z');
        std::thread writer([&] {
            QFile end;
            if (end.open(pipe.writingEnd(), QIODevice::WriteOnly))
                end.write(content);
            end.close();
            pipe.finish();
        });
        const auto bytes = FileBytes::read(pipe.path());
        writer.join();
        QVERIFY(bytes.ok());
        QVERIFY(bytes.value()->text() == viewOf(content));
    }

    void read_pipeClosedWithoutAByte_isEmpty()
    {
        NamelessPipe nameless;
        nameless.finish();
        const auto bytes = FileBytes::read(nameless.path());
        QVERIFY(bytes.ok() && bytes.value()->text().empty());

        const auto path = fifo();
        std::thread writer([&] { close(open(path.c_str(), O_WRONLY | O_CLOEXEC)); });
        const auto named = FileBytes::read(path);
        writer.join();
        QVERIFY(named.ok() && named.value()->text().empty());
    }

    void read_pipeWithoutWriter_isRefused()
    {
        const auto path = fifo();
        const auto bytes = FileBytes::read(path, {}, {.forWriter = 30ms, .forBytes = 10min});
        QVERIFY(!bytes);
        QCOMPARE(bytes.problem().kind, ProblemKind::PipeSilent);
        QCOMPARE(bytes.problem().file, path);
    }

    void read_silentPipe_isRefused()
    {
        const NamelessPipe pipe;
        const auto bytes = FileBytes::read(pipe.path(), {}, {.forWriter = 10min, .forBytes = 30ms});
        QVERIFY(!bytes);
        QCOMPARE(bytes.problem().kind, ProblemKind::PipeSilent);
    }

    void read_silentPipe_canBeStopped()
    {
        const auto path = fifo();
        std::stop_source stop;
        int writer = -1;
        // Opening it waits for the reader.
        std::thread stopper([&] {
            writer = open(path.c_str(), O_WRONLY | O_CLOEXEC);
            stop.request_stop();
        });
        const auto bytes = FileBytes::read(path, {.stop = stop.get_token(), .progress = {}},
                                           {.forWriter = 10min, .forBytes = 10min});
        stopper.join();
        close(writer);
        QVERIFY(!bytes);
        QCOMPARE(bytes.problem().kind, ProblemKind::Cancelled);
    }

    void read_endlessPipe_isRefusedForWantOfMemory()
    {
        if (testsupport::isSanitized)
            QSKIP("Sanitizers need address space of their own.");
        const auto path = fifo();
        std::thread writer([&] {
            const int end = open(path.c_str(), O_WRONLY | O_CLOEXEC);
            const QByteArray lines(1 << 16, '\n');
            while (::write(end, lines.constData(), std::size_t(lines.size())) > 0) { }
            close(end);
        });
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_AS, &before), 0);
        QFile status(QStringLiteral("/proc/self/statm"));
        QVERIFY(status.open(QIODevice::ReadOnly));
        rlimit tight = before;
        tight.rlim_cur = status.readAll().split(' ').first().toULongLong() * 4096 + (60U << 20U);
        QCOMPARE(setrlimit(RLIMIT_AS, &tight), 0);
        const auto bytes = FileBytes::read(path);
        QCOMPARE(setrlimit(RLIMIT_AS, &before), 0);
        writer.join();
        QVERIFY(!bytes);
        QCOMPARE(bytes.problem().kind, ProblemKind::NotEnoughMemory);
    }

    void read_binaryPipe_isNotReadOn()
    {
        const auto path = fifo();
        bool broken = false;
        std::thread writer([&] {
            const int end = open(path.c_str(), O_WRONLY | O_CLOEXEC);
            const QByteArray zeros(1 << 16, '\0');
            while (::write(end, zeros.constData(), std::size_t(zeros.size())) > 0) { }
            broken = true;
            close(end);
        });
        const auto bytes = FileBytes::read(path);
        writer.join(); // would never come back if all of it were read
        QVERIFY(broken);
        QVERIFY(!bytes);
        QCOMPARE(bytes.problem().kind, ProblemKind::FileBinary);
    }

    void read_whatHasNoEnd_isRefused_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *device : {"/dev/zero", "/dev/urandom", "/dev/null", "/dev/tty"})
            QTest::newRow(device) << QString::fromLatin1(device);
        const QString path = m_dir.filePath(QStringLiteral("socket"));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
        const int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (bind(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("cannot make a socket");
        close(server);
        QTest::newRow("socket") << path;
    }

    void read_whatHasNoEnd_isRefused()
    {
        QFETCH(QString, path);
        const auto bytes = FileBytes::read(path.toStdString());
        QVERIFY(!bytes);
        QCOMPARE(bytes.problem().kind, ProblemKind::FileIsDevice);
        QCOMPARE(QString::fromStdString(bytes.problem().file), path);
    }

    void read_fileOfTheSystemWithoutASize_givesItsText()
    {
        const auto bytes = FileBytes::read("/proc/self/status");
        QVERIFY(bytes.ok());
        QVERIFY(bytes.value()->text().starts_with("Name:"));
    }

    void read_fileShortenedMeanwhile_givesWhatWasThere()
    {
        const QByteArray content(8 << 20, 's');
        const auto path = write(content);
        const auto shorten = [&](double share) {
            if (share > 0.2)
                std::filesystem::resize_file(path, 3U << 20U);
        };
        const auto bytes = FileBytes::read(path, {.stop = {}, .progress = shorten});
        QVERIFY(bytes.ok());
        const auto text = bytes.value()->text();
        QVERIFY(text.size() >= 3U << 20U && text.size() < std::size_t(content.size()));
        QVERIFY(viewOf(content).starts_with(text));
    }

    void read_notAFile_saysSo()
    {
        const auto missing = FileBytes::read("/no/such/file.csv");
        QVERIFY(!missing);
        QCOMPARE(missing.problem().kind, ProblemKind::FileMissing);
        const auto directory = FileBytes::read(m_dir.path().toStdString());
        QVERIFY(!directory);
        QCOMPARE(directory.problem().kind, ProblemKind::FileIsDirectory);
        // Readable by nobody, not even by root.
        const auto unreadable = FileBytes::read("/proc/self/mem");
        QVERIFY(!unreadable);
        QCOMPARE(unreadable.problem().kind, ProblemKind::FileUnreadable);
        QVERIFY(!unreadable.problem().detail.empty());
    }

    void read_stopRequested_isCancelled()
    {
        std::stop_source source;
        source.request_stop();
        const auto bytes =
                FileBytes::read(write("a"), {.stop = source.get_token(), .progress = {}});
        QVERIFY(!bytes);
        QCOMPARE(bytes.problem().kind, ProblemKind::Cancelled);
    }

private:
    std::filesystem::path write(const QByteArray &content)
    {
        QFile file(m_dir.filePath(QStringLiteral("file")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName().toStdString();
    }

    std::string fifo()
    {
        const auto path = m_dir.filePath(QStringLiteral("pipe%1").arg(++m_pipes)).toStdString();
        if (mkfifo(path.c_str(), 0600) != 0)
            qFatal("cannot make %s", path.c_str());
        return path;
    }

    QTemporaryDir m_dir;
    int m_pipes = 0;
};

ONEINN_TEST(TestFileBytes)

} // namespace tests::ingest_filebytes

#include "tst_filebytes.moc"
