// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/rows/confusiondrawer.h"

#include "document/writebytes.h"
#include "results/results.h"
#include "session/session.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/workbar.h"
#include "wording/names.h"
#include "wording/problemwords.h"
#include "wording/rowwords.h"

#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace oneinn {

namespace {

constexpr int confusionRowAir = 6;
constexpr qsizetype mostHiddenNames = 40;

QString shownCell(const QString &text)
{
    return wording::visible(text);
}

} // namespace

ConfusionDrawer::ConfusionDrawer(QWidget *parent)
    : QFrame(parent)
    , m_title(plainLabel(tr("The rows of a class"), this))
    , m_sentence(plainLabel({}, this))
    , m_personal(new QCheckBox(this))
    , m_save(new QPushButton(tr("Save as CSV\u2026"), this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_table(new QTableWidget(this))
    , m_work(new WorkBar(this))
{
    setProperty("role", QStringLiteral("pins"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setVisible(false);
    m_sentence->setObjectName(QStringLiteral("confusionSentence"));
    m_sentence->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("confusionRows"));
    m_table->setAccessibleName(tr("The rows of a class by what they were called"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(60);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + confusionRowAir);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(10, 6, 10, 6);
    page->setSpacing(5);
    page->addWidget(head());
    page->addWidget(m_sentence);
    page->addWidget(m_table, 1);
    page->addWidget(m_work);
}

QWidget *ConfusionDrawer::head()
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_save->setObjectName(QStringLiteral("saveConfusion"));
    m_save->setToolTip(tr("The rows found, in this order, with the columns shown"));
    m_close->setObjectName(QStringLiteral("closeConfusion"));
    m_close->setToolTip(tr("Back to where you were (Esc)"));
    m_personal->setObjectName(QStringLiteral("confusionPersonal"));
    connect(m_personal, &QCheckBox::clicked, this, &ConfusionDrawer::ask);
    connect(m_save, &QPushButton::clicked, this, &ConfusionDrawer::save);
    connect(m_close, &QPushButton::clicked, this, &ConfusionDrawer::dismiss);
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addStretch();
    for (QWidget *each : QList<QWidget *>{m_personal, m_save, m_close})
        layout->addWidget(each);
    return line;
}

void ConfusionDrawer::setResults(Results *results)
{
    m_results = results;
    m_session = results->session();
    ConfusionRead::Reading &reading = results->file().confusion().reading();
    connect(&reading, &BackgroundState::changed, this, &ConfusionDrawer::render);
    connect(&reading, &BackgroundState::progressed, this, &ConfusionDrawer::render);
    connect(m_work, &WorkBar::cancelRequested, &reading, &BackgroundState::cancel);
    connect(m_work, &WorkBar::resumeRequested, &reading, &BackgroundState::resume);
    // Rows of another file are none of this one.
    connect(m_session, &Session::dataChanged, this, [this] {
        m_table->setRowCount(0);
        dismiss();
    });
}

void ConfusionDrawer::open(std::uint32_t actual, std::uint32_t decided)
{
    if (!m_session->hasData())
        return;
    QWidget *now = QApplication::focusWidget();
    if (now && !isAncestorOf(now))
        m_before = now;
    m_actual = actual;
    m_decided = decided;
    const bool opens = !m_open;
    m_open = true;
    ask();
    setVisible(true);
    raise();
    if (opens)
        Q_EMIT toggled(true);
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void ConfusionDrawer::dismiss()
{
    if (!m_open)
        return;
    const bool within = isAncestorOf(QApplication::focusWidget());
    m_open = false;
    m_results->file().confusion().want(std::nullopt);
    if (within && m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    setVisible(false);
    Q_EMIT toggled(false);
}

void ConfusionDrawer::ask()
{
    const auto classes = m_results->file().classes().reading().current();
    if (!classes)
        return;
    const ConfusionWish wish{.actual = m_actual,
                             .decided = m_decided,
                             .most = ConfusionRead::mostListed,
                             .personal = m_personal->isChecked()};
    m_results->file().confusion().want(ConfusionRead::Asked{classes, wish});
    render();
}

void ConfusionDrawer::render()
{
    if (!m_open)
        return;
    const ConfusionRead::Reading &reading = m_results->file().confusion().reading();
    m_work->display(reading.progress(), reading.isCancelled());
    if (const auto listing = reading.current())
        renderRows(*listing);
}

void ConfusionDrawer::renderRows(const ConfusionListing &listing)
{
    const std::size_t shown = std::min(firstShown, listing.found.rows.size());
    m_sentence->setText(wording::confusionRowsSentence(listing.actual, listing.decided, shown,
                                                       listing.found.all));
    const QStringList heads = listing.header(shownCell);
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setRowCount(static_cast<int>(shown));
    for (std::size_t row = 0; row < shown; ++row) {
        const QStringList cells = listing.line(row, shownCell);
        for (qsizetype at = 0; at < cells.size(); ++at)
            m_table->setItem(static_cast<int>(row), static_cast<int>(at),
                             new QTableWidgetItem(cells.at(at)));
    }
    m_table->resizeColumnsToContents();
    if (shown > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentCell(0, 0);
    m_save->setEnabled(shown > 0);
    if (!m_personal->isChecked()) {
        const QString names = wording::visible(listing.hidden.join(QStringLiteral(", ")));
        m_personal->setText(onButton(tr("Also what looks personal: %1")
                                             .arg(wording::middleElided(names, mostHiddenNames))));
        m_personal->setVisible(!listing.hidden.isEmpty());
    }
}

void ConfusionDrawer::save()
{
    const auto listing = m_results->file().confusion().reading().current();
    if (!listing)
        return;
    const QString opened = m_session->data().source.path;
    const QString path = QFileDialog::getSaveFileName(
            this, wording::saveRowsTitle(listing->hidden),
            QFileInfo(opened).completeBaseName() + QStringLiteral("-rows.csv"), tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    const auto problem =
            writeBytes(path, confusionCsv(*listing).toUtf8(), {.neverOver = {systemPath(opened)}});
    Q_EMIT told(problem ? wording::problemWords(*problem).sentence()
                        : tr("Saved: %1").arg(wording::nameText(QFileInfo(path).fileName())));
}

void ConfusionDrawer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace oneinn

#include "moc_confusiondrawer.cpp"
