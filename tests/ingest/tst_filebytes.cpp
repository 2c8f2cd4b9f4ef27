// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/filebytes.h"

#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace oneinn;
using namespace oneinn::ingest;

class TestFileBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read_largeFile_givesEveryByte()
    {
        QByteArray content(9 << 20, 'x');
        for (qsizetype i = 0; i < content.size(); i += 4099)
            content[i] = static_cast<char>(i % 251);
        const auto path = write(content);
        const auto bytes = FileBytes::read(path);
        QVERIFY(bytes.ok());
        QVERIFY(bytes.value().text() == std::string_view(content.constData(), content.size()));
    }

    void read_pipe_givesEveryByte()
    {
        const auto path = m_dir.filePath(QStringLiteral("pipe")).toStdString();
        QCOMPARE(mkfifo(path.c_str(), 0600), 0);
        const QByteArray content(6 << 20, 'y');
        std::thread writer([&] {
            QFile pipe(QString::fromStdString(path));
            if (pipe.open(QIODevice::WriteOnly))
                pipe.write(content);
        });
        const auto bytes = FileBytes::read(path);
        writer.join();
        QVERIFY(bytes.ok());
        QVERIFY(bytes.value().text() == std::string_view(content.constData(), content.size()));
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
        const auto bytes = FileBytes::read(write("a"), {.stop = source.get_token()});
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

    QTemporaryDir m_dir;
};

ONEINN_TEST(TestFileBytes)
#include "tst_filebytes.moc"
