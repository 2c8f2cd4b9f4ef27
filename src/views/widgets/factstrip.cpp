// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/factstrip.h"

#include "views/widgets/plaintext.h"
#include "views/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <array>

namespace oneinn {

namespace {

constexpr int factSpacing = 14;
constexpr int detailLines = 3;
constexpr int narrowLines = 5;
constexpr int narrowCharacters = 110; ///< of all places together
constexpr std::array stretches{4, 5, 4, 6, 4};

} // namespace

FactStrip::FactStrip(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(factSpacing);
    for (std::size_t i = 0; i < places; ++i) {
        auto *column = new QVBoxLayout;
        column->setSpacing(1);
        Place place{plainLabel({}, this), new WrappedLabel(this)};
        place.value->setObjectName(QStringLiteral("fact%1").arg(i));
        QFont bold = place.value->font();
        bold.setBold(true);
        place.value->setFont(bold);
        place.detail->setObjectName(QStringLiteral("factDetail%1").arg(i));
        place.detail->setProperty("role", QStringLiteral("quiet"));
        place.detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        column->addWidget(place.value);
        column->addWidget(place.detail);
        row->addLayout(column, stretches.at(i));
        m_places.push_back(place);
    }
}

void FactStrip::display(const std::vector<wording::ImportFact> &facts)
{
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const auto fact = i < facts.size() ? facts[i] : wording::ImportFact();
        // Where nothing is known of any, dashes say no more than the question above.
        m_places[i].value->setText(facts.empty()                  ? QString()
                                           : fact.value.isEmpty() ? QStringLiteral("\u2013")
                                                                  : fact.value);
        m_places[i].detail->setText(fact.detail);
        const QString all = fact.all.isEmpty() ? fact.detail : fact.all;
        m_places[i].detail->setToolTip(all);
        m_places[i].value->setAccessibleDescription(all);
    }
}

/// The same height whatever is told, so that nothing is pushed while a person chooses.
void FactStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QFontMetrics metrics = fontMetrics();
    const int lines =
            width() < narrowCharacters * metrics.averageCharWidth() ? narrowLines : detailLines;
    for (const Place &place : m_places)
        place.detail->setFixedHeight(lines * metrics.lineSpacing());
}

void FactStrip::setFaint(bool faint)
{
    setEnabled(!faint);
}

} // namespace oneinn

#include "moc_factstrip.cpp"
