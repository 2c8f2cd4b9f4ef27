// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/product/wordsoffer.h"

#include "session/session.h"
#include "views/widgets/offerbar.h"
#include "wording/guesswords.h"

namespace oneinn {

namespace {

NamesInFile namesIn(const Session &session)
{
    const ingest::ResolvedMapping &mapping = session.data().file.mapping;
    const auto text = [](const std::string &name) { return QString::fromStdString(name); };
    NamesInFile names{
            text(mapping.label.value), text(mapping.positive.value), {text(mapping.score.value)}};
    for (const CategoryColumn &column : session.predictions().segments())
        names.other.append(text(column.name));
    return names;
}

} // namespace

WordsOffer::WordsOffer(Session *session, OfferBar *bar)
    : QObject(bar)
    , m_session(session)
    , m_bar(bar)
{
    bar->hide();
    connect(session, &Session::dataChanged, this, &WordsOffer::follow);
    connect(session, &Session::assessmentChanged, this, [this](const Assessment &assessment) {
        // Whoever has words by now needs none.
        if (assessment.scenario.words != FeatureWords())
            m_bar->hide();
    });
    connect(bar, &OfferBar::accepted, this, &WordsOffer::take);
    connect(bar, &OfferBar::accepted, bar, &QWidget::hide);
    connect(bar, &OfferBar::declined, bar, &QWidget::hide);
}

void WordsOffer::follow()
{
    m_guess = m_session->scenario().words == FeatureWords() ? guessPreset(namesIn(*m_session))
                                                            : std::nullopt;
    if (!m_guess)
        return m_bar->hide();
    m_bar->display(wording::wordsOfferText({m_guess->name, m_guess->isLabel, m_guess->preset.title,
                                            m_guess->preset.scenario.words}),
                   tr("Use these words"), tr("Keep the usual ones"));
}

void WordsOffer::take()
{
    if (m_guess)
        m_session->edit(edits::words(m_guess->preset.scenario.words));
}

} // namespace oneinn

#include "moc_wordsoffer.cpp"
