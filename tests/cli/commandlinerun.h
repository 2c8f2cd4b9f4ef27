// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "support/vectors.h"

#include <QJsonDocument>
#include <QTemporaryDir>

/// Runs the command line as a person would, on files written for it.
namespace testsupport {

struct CommandLineRun {
    int code = -1;
    QString out;
    QString err;

    QJsonValue json() const
    {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(out.toUtf8(), &error);
        if (error.error != QJsonParseError::NoError)
            qFatal("not JSON: %s\n%s", qPrintable(error.errorString()), qPrintable(out));
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }

    /// "metrics/precision" of the JSON.
    QJsonValue at(const QString &path) const
    {
        QJsonValue value = json();
        const auto names = path.split(u'/');
        for (const QString &name : names)
            value = value.toObject().value(name);
        return value;
    }

    /// A CSV column, without its name; empty cells are NaN.
    QStringList column(const QString &name) const
    {
        QStringList lines = out.split(u'\n', Qt::SkipEmptyParts);
        const qsizetype at = lines.takeFirst().split(u',').indexOf(name);
        if (at < 0)
            qFatal("no column %s", qPrintable(name));
        QStringList cells;
        for (const QString &line : std::as_const(lines))
            cells.append(line.split(u',').at(at));
        return cells;
    }
};

inline CommandLineRun runCommandLine(const QStringList &arguments)
{
    CommandLineRun run;
    QTextStream out(&run.out);
    QTextStream err(&run.err);
    run.code = oneinn::cli::run(QStringList(QStringLiteral("one-in-n-cli")) + arguments, out, err);
    out.flush();
    err.flush();
    return run;
}

/// Files that vanish with the test.
class WrittenFiles {
public:
    QString write(const QString &text)
    {
        const QString path = m_folder.filePath(QString::number(++m_count) + QStringLiteral(".csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    /// The rows of a vector's input: label, score and, where they are there, weight and latency_ms.
    QString write(const QJsonObject &input)
    {
        const QString names[] = {QStringLiteral("label"), QStringLiteral("score"),
                                 QStringLiteral("weight"), QStringLiteral("latency_ms")};
        QStringList header;
        for (const QString &name : names) {
            if (input.contains(name))
                header.append(name);
        }
        QString text = header.join(u',') + u'\n';
        const qsizetype rows = input.value(QStringLiteral("label")).toArray().size();
        for (qsizetype row = 0; row < rows; ++row) {
            QStringList cells;
            for (const QString &name : std::as_const(header))
                cells.append(
                        QString::number(input.value(name).toArray().at(row).toDouble(), 'g', 17));
            text += cells.join(u',') + u'\n';
        }
        return write(text);
    }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

/// As it would be typed: "inf" for infinity.
inline QString typed(double number)
{
    return std::isinf(number) ? QStringLiteral("inf") : QString::number(number, 'g', 17);
}

} // namespace testsupport
