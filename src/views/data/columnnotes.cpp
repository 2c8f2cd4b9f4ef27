// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/columnnotes.h"

#include "views/data/turningoffer.h"
#include "wording/columnwords.h"
#include "wording/datawarnings.h"
#include "wording/importwords.h"
#include "wording/phrases.h"
#include "wording/readingnotewords.h"

#include <QCoreApplication>

namespace oneinn {

namespace {

struct NoteWords {
    Q_DECLARE_TR_FUNCTIONS(oneinn::MainWindow)
};

} // namespace

QStringList columnNotes(const OpenedData &data)
{
    QStringList notes;
    const ingest::ResolvedMapping &mapping = data.file.mapping;
    if (data.source.mappingIsRecalled)
        notes.append(wording::recalledText() + QLatin1Char(' ')
                     + NoteWords::tr("Columns, in the Data room, forgets it."));
    for (const RoleJudgement &judgement : mapping.judgements) {
        // What is offered to be turned round says so itself.
        if (wording::isToBeSaid(judgement) && &judgement != invertedOrder(mapping))
            notes.append(wording::asSentence(wording::roleReasonText(judgement)) + QLatin1Char(' ')
                         + NoteWords::tr("Columns changes it."));
    }
    for (const ReadingNote &note : mapping.notes)
        notes.append(wording::asSentence(wording::readingNoteText(note)));
    if (const std::string &pooled = mapping.modelsPooled; !pooled.empty())
        notes.append(wording::modelsPooledText(pooled) + QLatin1Char(' ')
                     + NoteWords::tr("If they are models, choose it as the model under Columns."));
    return notes;
}

} // namespace oneinn
