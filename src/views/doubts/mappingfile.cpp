// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/mappingfile.h"

#include "document/dataplaces.h"
#include "document/writebytes.h"
#include "report/recalibrationexport.h"
#include "session/session.h"
#include "views/widgets/savedialog.h"
#include "views/widgets/savednote.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace oneinn {

namespace {

struct MappingFile {
    Q_DECLARE_TR_FUNCTIONS(oneinn::CalibrationPanel)
};

report::RecalibrationSource sourceOf(const Session &session)
{
    return {dataName(session.data().source.path), session.data().file.mapping.score.value,
            session.index().selection().model.value_or(std::string())};
}

} // namespace

std::optional<Problem> writeMapping(const QString &path, const Recalibration &bent,
                                    const Session &session)
{
    const auto scores = report::eachOnceRising(session.index().scores());
    const bool json = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    const auto source = sourceOf(session);
    return writeBytes(path,
                      json ? report::recalibrationJson(bent, scores, source)
                           : report::recalibrationCsv(bent, scores, source),
                      {.neverOver = {systemPath(session.data().source.path)}});
}

std::optional<Problem> saveMapping(QWidget *parent, const Recalibration &bent,
                                   const Session &session)
{
    const QString suggested =
            QStringLiteral("%1-recalibrated.csv")
                    .arg(QFileInfo(savingPlace(session.data().source.path)).completeBaseName());
    const QString path = askWhereToSave(parent, MappingFile::tr("Save what scores come to"),
                                        suggested, MappingFile::tr("CSV (*.csv);;JSON (*.json)"));
    if (path.isEmpty())
        return std::nullopt;
    auto problem = writeMapping(path, bent, session);
    if (!problem)
        tellSaved(parent, path);
    return problem;
}

} // namespace oneinn
