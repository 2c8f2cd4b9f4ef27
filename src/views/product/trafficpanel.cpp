// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/product/trafficpanel.h"

#include "session/session.h"
#include "views/product/mixeditor.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/titledcard.h"
#include "views/widgets/typedundo.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/feature.h"
#include "wording/trafficwords.h"
#include "wording/typednumbers.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr int typedCharacters = 18; ///< "1 in 10,000,000"
constexpr qsizetype mostTyped = 40;

/// A share as it is typed: a number alone is one of 100, as in the box beside the product.
std::optional<double> typedRate(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^[0-9.,]+$"));
    const auto share = wording::typedShare(text);
    if (share && text.trimmed().contains(number))
        return wording::typedShare(text.trimmed() + QLatin1Char('%'));
    return share ? share : wording::typedShare(text + QLatin1Char('%'));
}

} // namespace

TrafficPanel::TrafficPanel(QWidget *parent)
    : QWidget(parent)
    , m_shareLabel(plainLabel({}, this))
    , m_share(new QLineEdit(this))
    , m_inFile(plainLabel({}, this))
    , m_asInFile(new QPushButton(tr("As in the file"), this))
    , m_fault(new WrappedLabel(this))
    , m_ask(new QWidget(this))
    , m_question(new WrappedLabel(m_ask))
    , m_mix(new MixEditor(this))
{
    auto *cards = new QVBoxLayout(this);
    cards->setContentsMargins(10, 10, 10, 10);
    cards->setSpacing(8);
    cards->addWidget(shareCard());
    auto *card = new QFrame(this);
    titledCard(card, tr("The mix in production (your assumption)"))->addWidget(m_mix);
    cards->addWidget(card);
    cards->addStretch(1);
}

QWidget *TrafficPanel::shareCard()
{
    auto *card = new QFrame(this);
    auto *rows = titledCard(card, tr("How many are positive (your assumption)"));
    m_share->setObjectName(QStringLiteral("productionShare"));
    m_share->setAccessibleName(tr("Share of positives in production"));
    m_share->setPlaceholderText(wording::typedShareHint());
    m_share->setToolTip(tr("How many are positive in production: 1 in 200, 0.5 %, 3 in 1,000. "
                           "Empty: as in the file"));
    m_share->setMaxLength(mostTyped);
    m_share->setMinimumWidth(m_share->fontMetrics().averageCharWidth() * typedCharacters);
    m_shareLabel->setBuddy(m_share);
    new TypedUndo(m_share, m_share);
    m_asInFile->setObjectName(QStringLiteral("shareAsInFile"));
    m_asInFile->setAccessibleName(tr("Share of positives as in the file"));
    m_inFile->setProperty("role", QStringLiteral("quiet"));
    m_fault->setObjectName(QStringLiteral("shareFault"));
    m_fault->hide();
    auto *row = new QHBoxLayout;
    for (QWidget *part : std::initializer_list<QWidget *>{m_shareLabel, m_share, m_inFile})
        row->addWidget(part);
    row->addStretch(1);
    row->addWidget(m_asInFile);
    rows->addLayout(row);
    rows->addWidget(m_fault);
    rows->addWidget(questionRow());
    connect(m_share, &QLineEdit::editingFinished, this, &TrafficPanel::takeTyped);
    connect(m_asInFile, &QPushButton::clicked, this,
            [this] { m_session->edit(edits::fileIsLikeProduction()); });
    return card;
}

QWidget *TrafficPanel::questionRow()
{
    m_ask->setObjectName(QStringLiteral("balancedQuestion"));
    auto *row = new QHBoxLayout(m_ask);
    row->setContentsMargins(0, 0, 0, 0);
    auto *like = new QPushButton(tr("It is like this file"), m_ask);
    like->setObjectName(QStringLiteral("fileIsLikeProduction"));
    row->addWidget(m_question, 1);
    row->addWidget(like, 0, Qt::AlignTop);
    connect(like, &QPushButton::clicked, this,
            [this] { m_session->edit(edits::fileIsLikeProduction()); });
    return m_ask;
}

void TrafficPanel::setSession(Session *session)
{
    m_session = session;
    m_mix->setSession(session);
}

void TrafficPanel::focusShare()
{
    m_share->setFocus(Qt::ShortcutFocusReason);
}

void TrafficPanel::takeTyped()
{
    m_share->setModified(false);
    const QString text = m_share->text().trimmed();
    if (m_shown ? text == wording::shareAsTyped(*m_shown) : text.isEmpty())
        return m_fault->hide();
    if (text.isEmpty())
        return m_session->edit(Field::BaseRate, std::nullopt);
    const FieldRow &row = rowOf(Field::BaseRate);
    const auto share = typedRate(text);
    if (share && *share >= row.least && *share <= row.most) {
        m_fault->hide();
        m_share->setText(wording::shareAsTyped(*share));
        m_session->edit(Field::BaseRate, share);
        return;
    }
    // What was typed stays, to be mended; the share stays as it was.
    m_share->setModified(true);
    m_fault->setText(tr("That is no share above 0 and below 1. Type one as 1 in 200, 0.5 % or "
                        "3 in 1,000."));
    m_fault->show();
}

void TrafficPanel::render(const Assessment &assessment)
{
    renderShare(assessment);
    m_mix->render(assessment);
}

void TrafficPanel::renderShare(const Assessment &assessment)
{
    const Scenario &scenario = m_session->scenario();
    m_shareLabel->setText(
            tr("In production, %1 are").arg(wording::featureOf(scenario.words).positivesBriefly()));
    // What is typed and not yet right outlives other edits.
    if (m_shown != scenario.baseRate || !m_share->isModified()) {
        m_shown = scenario.baseRate;
        m_share->setText(m_shown ? wording::shareAsTyped(*m_shown) : QString());
        m_fault->hide();
    }
    m_asInFile->setEnabled(scenario.baseRate.has_value());
    const auto inFile = wording::fileShareOf(assessment);
    m_inFile->setText(inFile ? wording::fileShareText(*inFile, scenario) : QString());
    const QString question = wording::balancedQuestion(assessment);
    m_question->setText(question);
    m_ask->setVisible(!question.isEmpty());
}

} // namespace oneinn

#include "moc_trafficpanel.cpp"
