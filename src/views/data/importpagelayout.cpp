// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an import page is laid out.

#include "views/data/importpage.h"

#include "views/data/columnmenu.h"
#include "views/data/importtable.h"
#include "views/data/questioncard.h"
#include "views/data/rememberedcolumns.h"
#include "views/data/rolelist.h"
#include "views/widgets/factstrip.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/workbar.h"
#include "views/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <vector>

namespace oneinn {

namespace {

constexpr int importMargin = 10;
constexpr int importSpacing = 8;

QWidget *inLine(const std::vector<QWidget *> &widgets, QWidget *stretched, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(importSpacing);
    for (QWidget *widget : widgets)
        layout->addWidget(widget, widget == stretched ? 1 : 0);
    return line;
}

} // namespace

void ImportPage::setUpHead()
{
    m_title = plainLabel({}, this);
    m_title->setObjectName(QStringLiteral("importTitle"));
    m_title->setProperty("role", QStringLiteral("headline"));
    m_hint = new WrappedLabel(this);
    m_hint->setProperty("role", QStringLiteral("detail"));
    m_hint->setText(tr("Click a header, or press Enter in its column, to say what it is."));
    m_shown = new WrappedLabel(this);
    m_shown->setObjectName(QStringLiteral("columnsShown"));
    m_shown->setProperty("role", QStringLiteral("quiet"));
    m_find = new QLineEdit(this);
    m_find->setObjectName(QStringLiteral("findColumn"));
    m_find->setAccessibleName(tr("Find a column by a part of its name"));
    m_find->setPlaceholderText(tr("Find a column"));
    m_find->setClearButtonEnabled(true);
    m_find->hide();
    auto *remembered = new WrappedLabel(this);
    remembered->setObjectName(QStringLiteral("remembered"));
    remembered->setText(
            tr("Your choice for files with these column names is remembered: the next one "
               "is read so."));
    m_forget = new QPushButton(tr("Forget it"), this);
    m_forget->setObjectName(QStringLiteral("forgetColumns"));
    m_forget->setProperty("role", QStringLiteral("link"));
    m_forget->setToolTip(tr("The next file with these column names is judged anew"));
    m_memoryRow = inLine({remembered, m_forget}, remembered, this);
    m_memoryRow->hide();
    connect(m_forget, &QPushButton::clicked, this, [this] { m_memory->forget(m_header); });
    connect(m_find, &QLineEdit::textChanged, this,
            [this](const QString &part) { m_trials->find(part); });
}

void ImportPage::setUpParts()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto *parts = new QWidget(m_scroll);
    m_table = new ImportTable(parts);
    m_table->setObjectName(QStringLiteral("importTable"));
    m_asked = new QuestionCard(QuestionCard::Kind::Asked, parts);
    m_asked->setObjectName(QStringLiteral("asked"));
    m_noticed = new QuestionCard(QuestionCard::Kind::Noticed, parts);
    m_noticed->setObjectName(QStringLiteral("noticed"));
    m_roles = new RoleList(parts);
    m_roles->setObjectName(QStringLiteral("roles"));
    auto *layout = new QVBoxLayout(parts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(importSpacing);
    for (QWidget *part : std::initializer_list<QWidget *>{m_table, m_asked, m_noticed, m_roles})
        layout->addWidget(part);
    layout->addStretch(1);
    m_scroll->setWidget(parts);
    connect(m_table, &ImportTable::partRequested, this, &ImportPage::showMenu);
    connect(m_asked, &QuestionCard::chosen, this, &ImportPage::answer);
    connect(m_noticed, &QuestionCard::chosen, this, &ImportPage::choose);
    connect(m_roles, &RoleList::chosen, this, &ImportPage::choose);
}

void ImportPage::setUpFoot()
{
    m_facts = new FactStrip(this);
    m_facts->setObjectName(QStringLiteral("facts"));
    m_refusal = new WrappedLabel(this);
    m_refusal->setObjectName(QStringLiteral("refusal"));
    m_work = new WorkBar(this);
    m_use = new QPushButton(this);
    m_use->setObjectName(QStringLiteral("useColumns"));
    m_use->setProperty("primary", true);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("cancelColumns"));
    connect(m_use, &QPushButton::clicked, this, &ImportPage::useFile);
    connect(m_cancel, &QPushButton::clicked, this, &ImportPage::giveUp);
}

void ImportPage::layOut()
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(importMargin, importMargin, importMargin, importMargin);
    page->setSpacing(importSpacing);
    page->addWidget(m_title);
    page->addWidget(inLine({m_hint, m_find}, m_hint, this));
    page->addWidget(m_shown);
    page->addWidget(m_memoryRow);
    page->addWidget(m_scroll, 1);
    page->addWidget(m_facts);
    page->addWidget(inLine({m_refusal, m_work, m_cancel, m_use}, m_refusal, this));
    setAutoFillBackground(true);
}

} // namespace oneinn
