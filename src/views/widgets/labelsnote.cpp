// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/labelsnote.h"

#include "results/results.h"
#include "session/session.h"
#include "wording/datalimitwords.h"

namespace oneinn {

LabelsNote::LabelsNote(Above what, QWidget *parent)
    : WrappedLabel(parent)
    , m_above(what)
{
    setObjectName(QStringLiteral("labelsNote"));
    setProperty("role", QStringLiteral("warning"));
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setMargin(6);
    hide();
}

void LabelsNote::setResults(Results *results)
{
    m_results = results;
    connect(&results->labelsMissing(), &BackgroundState::changed, this, &LabelsNote::render);
    connect(results->session(), &Session::assessmentChanged, this, &LabelsNote::render);
}

void LabelsNote::render()
{
    const auto &labels = m_results->labelsMissing().answer();
    setVisible(labels != nullptr);
    if (!labels)
        return;
    const Session &session = *m_results->session();
    const double middle = labels->middle.value;
    const double inFile = session.data().file.mapping.lowerIsPositive.value ? -middle : middle;
    const bool isLimited =
            m_above == Above::Limits && session.scenario().targets.missed.has_value();
    setText(isLimited ? wording::missedLimitUnknownText(*labels, inFile)
                      : wording::labelsWarning(*labels, inFile));
}

} // namespace oneinn

#include "moc_labelsnote.cpp"
