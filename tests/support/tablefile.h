// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

/// Tables written for one test, in a folder that goes when it ends.
namespace testsupport {

class TableFiles {
public:
    /// The path of a new file with this content.
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(content) >= 0;
        return written ? file.fileName() : QString();
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// Two models, two countries, latencies from 40 ms on with ties and a time-out. Of "small" there
/// are fewer rows, and none from "de": with that country it selects nothing.
inline QByteArray mixedTable(int rows = 120)
{
    QByteArray text = "label,score,latency_ms,model,country\n";
    for (int i = 0; i < rows; ++i) {
        const bool small = i % 3 == 2;
        const int score = (i * 37) % 101;
        const bool positive = (i * 53) % 97 + score > 95;
        const int latency = 40 + (i * 29) % 90 * 10;
        text += QByteArray::number(positive ? 1 : 0) + ','
                + QByteArray::number(score / 100.0, 'f', 2) + ','
                + (i == 7 ? QByteArray("timeout") : QByteArray::number(latency)) + ','
                + (small ? "small" : "large") + ',' + (small || i % 2 == 0 ? "nl" : "de") + '\n';
    }
    return text;
}

/// Scores 0.1 to 0.9 in steps of 0.1, without latencies.
inline QByteArray plainTable()
{
    QByteArray text = "label,score\n";
    for (int i = 1; i <= 9; ++i)
        text += QByteArray(i > 5 || i == 3 ? "1" : "0") + ",0." + QByteArray::number(i) + '\n';
    return text;
}

} // namespace testsupport
