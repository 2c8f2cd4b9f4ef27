// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/readingreport.h"

#include "document/dataplaces.h"
#include "results/results.h"
#include "session/session.h"
#include "views/widgets/loadingbar.h"
#include "views/widgets/messagebar.h"
#include "wording/names.h"
#include "wording/problemwords.h"

namespace oneinn {

ReadingReport::ReadingReport(Results *results, LoadingBar *loading, MessageBar *message,
                             QObject *parent)
    : QObject(parent)
    , m_message(message)
{
    Loading *reading = &results->session()->loading();
    connect(reading, &Loading::readingStarted, this, [this, loading](const QString &path) {
        m_message->hide();
        loading->start(tr("Reading %1").arg(wording::nameText(dataName(path))));
    });
    connect(reading, &Loading::preparingStarted, this,
            [loading] { loading->start(tr("Preparing these rows")); });
    connect(reading, &Loading::progressed, loading, &LoadingBar::progress);
    connect(reading, &Loading::finished, loading, &LoadingBar::finish);
    connect(loading, &LoadingBar::cancelRequested, reading, &Loading::cancel);
    connect(results->session(), &Session::problemRaised, this, &ReadingReport::tell);
    connect(&results->fallback(), &FallbackChosen::refused, this, &ReadingReport::tell);
    connect(results, &Results::problemRaised, this, &ReadingReport::tell);
}

void ReadingReport::tell(const Problem &problem)
{
    m_message->display(wording::problemWords(problem).sentence());
}

} // namespace oneinn

#include "moc_readingreport.cpp"
