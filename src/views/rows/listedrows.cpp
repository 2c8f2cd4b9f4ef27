// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/rows/listedrows.h"

#include "views/widgets/flowrow.h"
#include "views/widgets/plaintext.h"
#include "wording/names.h"
#include "wording/rowwords.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace oneinn {

namespace {

constexpr std::size_t moreRowsEachTime = 5; ///< times as many
constexpr int listedRowAir = 6;
constexpr qsizetype mostPersonalNames = 40;

} // namespace

ListedRows::ListedRows(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_sentence(plainLabel({}, this))
    , m_count(plainLabel({}, this))
    , m_table(new QTableView(this))
    , m_model(new ListedRowsModel(this))
    , m_more(new QPushButton(tr("Show more"), this))
    , m_save(new QPushButton(tr("Save as CSV\u2026"), this))
    , m_personal(new QCheckBox(this))
    , m_tools(new FlowRow(this))
{
    m_sentence->setObjectName(QStringLiteral("rowsSentence"));
    m_sentence->setWordWrap(true);
    m_count->setObjectName(QStringLiteral("rowsCount"));
    m_count->setProperty("role", QStringLiteral("detail"));
    setUpTable(accessibleName);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(5);
    auto *line = new QHBoxLayout;
    line->addWidget(m_sentence, 1);
    line->addWidget(m_count, 0, Qt::AlignTop);
    page->addLayout(line);
    page->addWidget(m_table, 1);
    setUpTools();
    page->addWidget(m_tools);
}

void ListedRows::setUpTable(const QString &accessibleName)
{
    m_table->setObjectName(QStringLiteral("listedRows"));
    m_table->setAccessibleName(accessibleName);
    m_table->setModel(m_model);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(60);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + listedRowAir);
    auto *copy = new QAction(tr("Copy row"), m_table);
    copy->setObjectName(QStringLiteral("copyRow"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        if (m_table->currentIndex().isValid())
            QApplication::clipboard()->setText(m_model->rowText(m_table->currentIndex().row()));
    });
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ListedRows::setUpTools()
{
    m_more->setObjectName(QStringLiteral("moreRows"));
    m_more->setToolTip(tr("Further rows, in the same order"));
    m_save->setObjectName(QStringLiteral("saveRows"));
    m_personal->setObjectName(QStringLiteral("personalColumns"));
    connect(m_more, &QPushButton::clicked, this, &ListedRows::showMore);
    connect(m_save, &QPushButton::clicked, this, &ListedRows::saveRequested);
    connect(m_personal, &QCheckBox::clicked, this, &ListedRows::personalToggled);
    for (QWidget *each : QList<QWidget *>{m_more, m_save, m_personal})
        m_tools->add(each);
}

void ListedRows::addTool(QWidget *tool)
{
    m_tools->add(tool);
}

void ListedRows::setFirst(std::size_t first)
{
    m_most = first;
}

void ListedRows::setRows(std::vector<ListedColumn> columns, std::size_t found, std::size_t all)
{
    m_found = found;
    m_all = all;
    m_model->setShown(m_most);
    m_model->setRows(std::move(columns), found);
    m_table->resizeColumnsToContents();
    renderCount();
}

void ListedRows::showMore()
{
    m_most *= moreRowsEachTime;
    m_model->setShown(m_most);
    renderCount();
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT moreShown();
}

void ListedRows::renderCount()
{
    m_count->setText(wording::rowsCountText(shown(), m_all));
    m_more->setVisible(shown() < m_found);
    m_save->setEnabled(m_all > 0);
    m_save->setToolTip(
            m_all > 0 ? tr("All of these rows, in this order, with the columns shown: what looks "
                           "personal, ids among it, only where that is ticked")
                      : tr("There are no such rows"));
    if (shown() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void ListedRows::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void ListedRows::setFaded(bool faded)
{
    // Not the table: what is switched off loses the keys.
    for (QWidget *each : QList<QWidget *>{m_sentence, m_count})
        each->setEnabled(!faded);
}

void ListedRows::setHidden(const QStringList &columns)
{
    const QString names = wording::visible(columns.join(QStringLiteral(", ")));
    m_personal->setText(onButton(tr("Also what looks personal: %1")
                                         .arg(wording::middleElided(names, mostPersonalNames))));
    m_personal->setToolTip(names);
    m_personal->setVisible(!columns.isEmpty());
}

bool ListedRows::showsPersonal() const
{
    return m_personal->isChecked();
}

} // namespace oneinn

#include "moc_listedrows.cpp"
