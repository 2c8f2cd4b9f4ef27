// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/postgresql.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

#include <csignal>

namespace testsupport {

using namespace Qt::StringLiterals;

namespace {

QString programs()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (auto name = names.crbegin(); name != names.crend(); ++name) {
        const QString folder = versions.filePath(*name + u"/bin"_s);
        if (QFile::exists(folder + u"/initdb"_s) && QFile::exists(folder + u"/postgres"_s))
            return folder;
    }
    return {};
}

/// It does not run as root, and does not outlive a test that crashes.
QStringList asNobody(const QStringList &command)
{
    QStringList before{u"setpriv"_s, u"--pdeathsig=INT"_s};
    if (::geteuid() == 0)
        before += {u"--reuid=nobody"_s, u"--regid=nogroup"_s, u"--clear-groups"_s};
    return before + command;
}

bool succeeds(const QStringList &command)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.first(), command.mid(1));
    const bool done = process.waitForFinished() && process.exitCode() == 0;
    if (!done)
        qWarning("%s", process.readAll().constData());
    return done;
}

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    const bool bound = ::bind(socket, any, size) == 0 && ::getsockname(socket, any, &size) == 0;
    ::close(socket);
    return bound ? ntohs(address.sin_port) : 0;
}

} // namespace

PostgreSql::~PostgreSql()
{
    stop();
}

QString PostgreSql::whyNot()
{
    if (programs().isEmpty())
        return u"PostgreSQL is not installed (package postgresql)"_s;
    return {};
}

bool PostgreSql::start()
{
    QFile secret(m_folder.filePath(u"secret"_s));
    if (!secret.open(QIODevice::WriteOnly) || secret.write(password) < 0)
        return false;
    secret.close();
    if (::geteuid() == 0 && !succeeds({u"chown"_s, u"-R"_s, u"nobody:nogroup"_s, m_folder.path()}))
        return false;
    return succeeds(asNobody({programs() + u"/initdb"_s, u"-D"_s, m_folder.filePath(u"data"_s),
                              u"-U"_s, u"tester"_s, u"--auth=scram-sha-256"_s,
                              u"--pwfile="_s + secret.fileName(), u"--no-sync"_s, u"--locale=C"_s,
                              u"--encoding=UTF8"_s}))
            && serve();
}

bool PostgreSql::startAsCopyOf(const PostgreSql &other)
{
    return succeeds({u"cp"_s, u"-a"_s, other.m_folder.filePath(u"data"_s), m_folder.path()})
            && (::geteuid() != 0 || succeeds({u"chown"_s, u"nobody:nogroup"_s, m_folder.path()}))
            && serve();
}

bool PostgreSql::serve()
{
    m_port = freePort();
    const QStringList command = asNobody(
            {programs() + u"/postgres"_s, u"-D"_s, m_folder.filePath(u"data"_s), u"-p"_s,
             QString::number(m_port), u"-h"_s, u"127.0.0.1"_s, u"-k"_s, m_folder.path(), u"-F"_s});
    m_server.setStandardErrorFile(QProcess::nullDevice());
    m_server.start(command.first(), command.mid(1));
    const QStringList ready{
            programs() + u"/pg_isready"_s, u"-q"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s,
            QString::number(m_port)};
    for (QDeadlineTimer patience(10'000); !patience.hasExpired(); QThread::msleep(50)) {
        if (QProcess::execute(ready.first(), ready.mid(1)) == 0)
            return true;
    }
    return false;
}

void PostgreSql::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_server.processId()), SIGINT); // without waiting for who is connected
    if (!m_server.waitForFinished(5000))
        m_server.kill();
    m_server.waitForFinished();
}

QString PostgreSql::address(const QString &words) const
{
    return u"postgresql://tester@127.0.0.1:%1/postgres"_s.arg(m_port) + words;
}

QString PostgreSql::run(const QString &statements) const
{
    QProcess psql;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSWORD"_s, QString::fromLatin1(password));
    psql.setProcessEnvironment(environment);
    psql.start(programs() + u"/psql"_s,
               {u"-qAtX"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s,
                QString::number(m_port), u"-U"_s, u"tester"_s, u"postgres"_s});
    psql.write(statements.toUtf8());
    psql.closeWriteChannel();
    if (!psql.waitForFinished() || psql.exitCode() != 0)
        qFatal("%s", psql.readAllStandardError().constData());
    return QString::fromUtf8(psql.readAllStandardOutput());
}

} // namespace testsupport
