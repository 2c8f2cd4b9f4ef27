// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/statementview.h"

#include "ui_statementview.h"
#include "wording/names.h"

namespace oneinn {

StatementView::StatementView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StatementView>())
{
    m_ui->setupUi(this);
    // What is assumed stands in italics; everything else of both texts is escaped below.
    m_ui->evidence->setTextFormat(Qt::RichText);
}

StatementView::~StatementView() = default;

void StatementView::display(const wording::Statement &statement, const wording::Statement &whole)
{
    m_ui->headline->setText(statement.headline);
    m_ui->detail->setText(statement.detail);
    m_ui->detail->setVisible(!statement.detail.isEmpty());
    const QString assumption = statement.assumption.isEmpty()
            ? QString()
            : QStringLiteral("<i>%1</i>")
                      .arg(wording::visible(statement.assumption).toHtmlEscaped());
    const QString evidence = wording::visible(statement.evidence).toHtmlEscaped();
    const bool both = !evidence.isEmpty() && !assumption.isEmpty();
    m_ui->evidence->setText(evidence + (both ? QStringLiteral("; ") : QString()) + assumption);
    m_ui->evidence->setVisible(m_evidenceShown && !m_ui->evidence->text().isEmpty());
    const QString all = wording::sentenceOf(whole);
    setToolTip(all);
    setAccessibleDescription(all);
}

void StatementView::setEvidenceShown(bool shown)
{
    m_evidenceShown = shown;
    m_ui->evidence->setVisible(shown && !m_ui->evidence->text().isEmpty());
}

} // namespace oneinn

#include "moc_statementview.cpp"
