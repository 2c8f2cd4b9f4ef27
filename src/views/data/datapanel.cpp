// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/datapanel.h"

#include "core/metrics/repeats.h"
#include "document/dataplaces.h"
#include "session/session.h"
#include "views/data/columnsummary.h"
#include "views/data/rowsmodel.h"
#include "views/data/setasideexport.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/workbar.h"
#include "wording/accountwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/repeatwords.h"

#include <QFrame>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace oneinn {

namespace {

QLabel *dataLabel(const QString &text, const char *role, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setProperty("role", QString::fromLatin1(role));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QVBoxLayout *dataCard(const QString &title, QVBoxLayout *page, QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("role", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 10, 14, 14);
    layout->addWidget(dataLabel(title, "section", card));
    page->addWidget(card);
    return layout;
}

} // namespace

DataPanel::DataPanel(QWidget *parent)
    : QWidget(parent)
    , m_save(new QPushButton(tr("Save what was set aside\u2026"), this))
    , m_work(new WorkBar(this))
    , m_file(dataLabel({}, "title", this))
    , m_account(dataLabel({}, "detail", this))
    , m_details(dataLabel({}, "quiet", this))
    , m_columns(dataLabel({}, "detail", this))
    , m_rowsNote(dataLabel({}, "quiet", this))
    , m_rows(new RowsModel(this))
    , m_table(new QTableView(this))
{
    m_file->setObjectName(QStringLiteral("dataFile"));
    m_account->setObjectName(QStringLiteral("account"));
    m_details->setObjectName(QStringLiteral("accountDetails"));
    m_columns->setObjectName(QStringLiteral("columnRoles"));
    auto *change = new QPushButton(tr("Change columns\u2026"), this);
    change->setObjectName(QStringLiteral("changeColumns"));
    change->setToolTip(tr("Choose which column is the label, the score, the latency"));
    connect(change, &QPushButton::clicked, this, &DataPanel::columnsRequested);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(10, 10, 10, 10);
    page->setSpacing(8);
    page->addWidget(m_file);
    QVBoxLayout *rows = dataCard(tr("Rows"), page, this);
    rows->addWidget(m_account);
    rows->addWidget(m_details);
    rows->addWidget(accountLine());
    QVBoxLayout *columns = dataCard(tr("Columns"), page, this);
    columns->addWidget(m_columns);
    columns->addWidget(change, 0, Qt::AlignLeft);
    QVBoxLayout *shown = dataCard(tr("As they were read"), page, this);
    m_table->setObjectName(QStringLiteral("rows"));
    m_table->setAccessibleName(tr("The first rows"));
    m_table->setModel(m_rows);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    shown->addWidget(m_rowsNote);
    shown->addWidget(m_table, 1);
    page->setStretch(page->count() - 1, 1);
}

QWidget *DataPanel::accountLine()
{
    m_save->setObjectName(QStringLiteral("saveSetAside"));
    m_save->setToolTip(tr("Every record that was set aside as CSV: its line in the file, why, and "
                          "its cells"));
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_save);
    layout->addWidget(m_work, 1);
    layout->addStretch();
    return line;
}

void DataPanel::setUp(Workers &workers, Session *session)
{
    m_session = session;
    m_export = new SetAsideExport(workers, session, m_work, this);
    connect(m_save, &QPushButton::clicked, m_export, &SetAsideExport::choosePath);
    connect(m_export, &SetAsideExport::saved, this, &DataPanel::told);
    connect(m_export, &SetAsideExport::failed, this, &DataPanel::told);
}

void DataPanel::focusAccount()
{
    if (!m_save->isHidden())
        m_save->setFocus(Qt::ShortcutFocusReason);
    else
        m_table->setFocus(Qt::ShortcutFocusReason);
}

void DataPanel::showColumn(const std::string &column, const std::string &value)
{
    const ingest::ResolvedMapping &mapping = m_session->data().file.mapping;
    const std::string &name = column == "score"      ? mapping.score.value
            : column == "latency" && mapping.latency ? mapping.latency->value
                                                     : column;
    const int at = m_rows->columnNamed(wording::nameText(name));
    if (at < 0)
        return;
    const QString wanted = wording::nameText(value);
    int row = 0;
    while (row < m_rows->rowCount()
           && m_rows->index(row, at).data(Qt::DisplayRole).toString() != wanted)
        ++row;
    const QModelIndex cell = m_rows->index(row < m_rows->rowCount() ? row : 0, at);
    m_table->setCurrentIndex(cell);
    m_table->scrollTo(cell, QAbstractItemView::PositionAtCenter);
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void DataPanel::render(const Assessment &assessment)
{
    const RowAccount account = accountOf(m_session->index());
    const RowAccount &whole = m_session->predictions().account();
    QStringList details = wording::accountDetails(account);
    if (const QString others = wording::othersSetAside(account, whole); !others.isEmpty())
        details.append(others);
    const auto repeats = repeatsOf(m_session->predictions(), assessment.scenario.selection,
                                   assessment.scenario.threshold);
    if (repeats)
        details.append(wording::repeatsText(*repeats));
    m_account->setText(wording::accountSentence(account));
    m_details->setText(details.join(QLatin1Char('\n')));
    m_details->setVisible(!details.isEmpty());
    m_save->setVisible(account.unusable() > 0);
}

void DataPanel::renderData(const Session &session)
{
    m_file->setText(wording::nameText(dataName(session.data().source.path)));
    m_columns->setText(columnSummary(session.data().file.mapping));
    m_rows->setRows(session.data().file.predictions, session.data().file.mapping);
    m_table->resizeColumnsToContents();
    const auto all = static_cast<std::size_t>(session.predictions().rows());
    const auto first = static_cast<std::size_t>(m_rows->rowCount());
    m_rowsNote->setText(first < all ? tr("The first %1 of %2 rows.")
                                              .arg(wording::countText(double(first)),
                                                   wording::countText(double(all)))
                                    : QString());
    m_rowsNote->setVisible(first < all);
}

} // namespace oneinn

#include "moc_datapanel.cpp"
