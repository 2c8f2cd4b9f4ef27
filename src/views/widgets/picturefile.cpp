// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/picturefile.h"

#include "charts/chartview.h"
#include "document/dataplaces.h"
#include "document/writebytes.h"

#include <QFileInfo>

#include <cerrno>

namespace oneinn {

QString suggestedPictureName(const QString &dataPath, const charts::ChartView *chart, bool asSvg)
{
    const QString subject = chart->property("subject").toString().toLower().replace(
            QLatin1Char(' '), QLatin1Char('-'));
    const QLatin1String suffix(asSvg ? "svg" : "png");
    return QStringLiteral("%1-%2.%3")
            .arg(QFileInfo(savingPlace(dataPath)).completeBaseName(), subject, suffix);
}

std::optional<Problem> writePicture(const QString &path, const QByteArray &bytes,
                                    const QStringList &readFrom)
{
    files::WriteOptions options;
    for (const QString &file : readFrom)
        options.neverOver.push_back(systemPath(file));
    if (!bytes.isEmpty())
        return writeBytes(path, bytes, options);
    return Problem{
            .kind = ProblemKind::FileNotSaved, .file = path.toStdString(), .systemError = ENOMEM};
}

} // namespace oneinn
