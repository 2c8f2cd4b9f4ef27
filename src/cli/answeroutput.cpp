// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/answeroutput.h"

#include "report/markdown.h"

#include <QSaveFile>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

QStringList answerEndings()
{
    return {u".md"_s};
}

QString writeAnswer(const report::Report &report, const QString &path)
{
    const QByteArray bytes = report::markdown(report).toUtf8();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return u"The answer could not be written to '%1' (%2). Choose a folder that you may write to."_s
            .arg(path, file.errorString());
}

} // namespace oneinn::cli
