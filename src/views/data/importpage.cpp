// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/importpage.h"

#include "document/dataplaces.h"
#include "views/data/columnmenu.h"
#include "views/data/importtable.h"
#include "views/data/questioncard.h"
#include "views/data/rememberedcolumns.h"
#include "views/data/rolelist.h"
#include "views/widgets/factstrip.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/workbar.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/importwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/problemwords.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

#include <utility>

namespace oneinn {

namespace {

constexpr int rowsInSight = 7;
constexpr std::size_t mostKeptBytes = std::size_t{16} << 20U; ///< while the page is not seen

} // namespace

ImportPage::ImportPage(QWidget *parent)
    : QWidget(parent)
{
    setUpHead();
    setUpParts();
    setUpFoot();
    layOut();
}

void ImportPage::setUp(Workers &workers, RememberedColumns *memory)
{
    m_trials = new ColumnTrials(workers, this);
    m_memory = memory;
    connectTrials();
    connect(memory, &RememberedColumns::changed, this, &ImportPage::renderMemory);
}

void ImportPage::connectTrials()
{
    connect(m_trials, &ColumnTrials::changed, this, &ImportPage::renderTrial);
    connect(m_trials, &ColumnTrials::headChanged, this, &ImportPage::renderHead);
    connect(m_trials, &ColumnTrials::progressed, this, &ImportPage::renderFoot);
    connect(m_work, &WorkBar::cancelRequested, m_trials, &ColumnTrials::cancel);
    connect(m_work, &WorkBar::resumeRequested, m_trials, &ColumnTrials::resume);
}

QString ImportPage::question() const
{
    return m_isAsked && m_questions > 0 ? m_asked->text() : QString();
}

QString ImportPage::asksOf() const
{
    return m_isAsked ? m_source.path : QString();
}

void ImportPage::ask(const ColumnChoices &choices)
{
    m_isAsked = true;
    m_opensIfTried = false;
    m_source = choices.source;
    m_wanted = choices.source.mapping;
    m_focusAnswers = true;
    m_find->clear();
    m_trials->setTable(choices.table);
    m_trials->tryOut(m_wanted);
    renderTrial();
    m_scroll->verticalScrollBar()->setValue(0);
}

void ImportPage::follow(const Source &source, const QByteArray &digest,
                        const ingest::TableFile::Ptr &kept)
{
    m_isAsked = false;
    if (m_source.path != source.path || m_digest != digest || m_kept != kept) {
        m_trials->forget();
        m_find->clear();
    }
    m_source = source;
    m_digest = digest;
    m_kept = kept;
    m_wanted = source.mapping;
    m_trials->tryOut(m_wanted);
    if (isVisible())
        showEvent(nullptr);
    renderTrial();
}

void ImportPage::leave()
{
    m_trials->forget();
    m_kept.reset();
    m_headerOf.reset();
    m_table->rows()->setHead({}, {});
}

void ImportPage::showEvent(QShowEvent * /*event*/)
{
    if (m_isAsked || !m_trials || m_source.path.isEmpty())
        return;
    if (m_kept)
        m_trials->setTable(m_kept);
    else
        m_trials->read(m_source);
    m_trials->tryOut(m_wanted);
    renderTrial();
}

void ImportPage::hideEvent(QHideEvent * /*event*/)
{
    if (m_isAsked || !m_trials || m_kept)
        return;
    const auto &table = m_trials->table();
    if (table && table->bytes().text().size() <= mostKeptBytes)
        return;
    m_trials->forget();
}

void ImportPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_cancel->isEnabled())
        giveUp();
    else
        QWidget::keyPressEvent(event);
}

void ImportPage::answer(const ingest::ColumnMapping &mapping)
{
    const bool opens = m_isAsked && m_answerOpens;
    m_focusAnswers = true;
    choose(mapping);
    m_opensIfTried = opens;
}

void ImportPage::choose(const ingest::ColumnMapping &mapping)
{
    m_opensIfTried = false;
    m_wanted = mapping;
    m_trials->tryOut(mapping);
    renderFoot();
}

void ImportPage::showMenu(int column, QPoint where)
{
    const auto trial = m_trials->trial();
    const ingest::ResolvedMapping *read = trial && trial->mapping ? &*trial->mapping : nullptr;
    auto *menu = new ColumnMenu(m_table->rows()->columnName(column), m_wanted, read, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &ColumnMenu::chosen, this, &ImportPage::choose);
    menu->popup(where);
}

void ImportPage::renderHead()
{
    const auto head = m_trials->head();
    m_table->rows()->setHead(m_trials->table(), head);
    const int rows = std::min<int>(rowsInSight, m_table->rows()->rowCount());
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + (rows + 1) * m_table->verticalHeader()->defaultSectionSize());
    if (!head || !m_trials->table())
        return;
    const bool many = m_trials->table()->columns().size() > TableHead::mostColumns;
    m_find->setVisible(many);
    m_shown->setText(wording::columnsShownText(head->columns.size(), head->matching,
                                               !m_find->text().isEmpty()));
    m_shown->setVisible(many);
    renderTrial();
}

void ImportPage::renderTrial()
{
    const auto trial = m_trials->trial();
    renderTitle();
    m_table->rows()->setTrial(trial, m_wanted);
    m_table->fitColumns();
    if (trial && m_trials->table() && m_trials->isCurrent()) {
        renderQuestions(*trial);
        const auto head = m_trials->head();
        m_roles->display(*trial, m_trials->table(),
                         head ? head->columns : std::vector<std::size_t>(), m_wanted);
        const bool lower = trial->mapping && trial->mapping->lowerIsPositive.value;
        m_facts->display(trial->numbers ? wording::importFacts(*trial->numbers, trial->records,
                                                               trial->every, lower)
                                        : std::vector<wording::ImportFact>());
        moveFocusOn();
    }
    m_roles->setVisible(trial != nullptr);
    renderMemory();
    renderFoot();
}

void ImportPage::renderQuestions(const ColumnTrial &trial)
{
    const auto questions = questionsOf(trial, *m_trials->table(), m_wanted);
    m_questions = questions.size();
    m_answerOpens = m_questions == 1 && questions.front().opens;
    m_taken = trial.numbers ? takenIn(questions) : QString();
    m_asked->display(questions);
    m_noticed->display(noticedIn(trial, m_wanted));
}

/// From an answer to the next question, or to what opens the file.
void ImportPage::moveFocusOn()
{
    renderFoot();
    if (!m_focusAnswers || !isVisible())
        return;
    m_focusAnswers = false;
    // Not while what has been tried is still being shown.
    if (std::exchange(m_opensIfTried, false) && m_questions == 0 && m_use->isEnabled())
        QMetaObject::invokeMethod(this, &ImportPage::useFile, Qt::QueuedConnection);
    else if (m_questions > 0)
        m_asked->focusFirst();
    else
        m_use->setFocus();
}

void ImportPage::renderTitle()
{
    const QString name = wording::nameText(dataName(m_source.path));
    const auto &table = m_trials->table();
    m_title->setText(table ? tr("What is in it: %1 records in %2")
                                     .arg(wording::countText(double(table->records())), name)
                           : tr("What is in %1").arg(name));
}

void ImportPage::renderMemory()
{
    const auto &table = m_trials->table();
    if (table != m_headerOf) {
        m_headerOf = table;
        m_header = table ? headerKey(table->columns()) : std::string();
    }
    m_memoryRow->setVisible(table && m_memory->knows(m_header));
}

QString ImportPage::refusal() const
{
    if (const auto problem = m_trials->problem())
        return wording::problemWords(*problem).sentence();
    if (m_trials->isCancelled())
        return tr("What this choice would do is not worked out.");
    if (!m_trials->table() || !m_trials->isCurrent())
        return tr("Working out what this choice would do\u2026");
    if (m_questions > 0)
        return wording::firstSayText(m_questions, m_taken);
    return !m_isAsked && m_wanted == m_source.mapping ? tr("This is how the file is read.")
                                                      : QString();
}

void ImportPage::renderFoot()
{
    const auto trial = m_trials->trial();
    const QString refused = refusal();
    const bool ready = refused.isEmpty() && trial && trial->mayBeOpened();
    m_use->setText(m_isAsked ? tr("Open it so") : tr("Read it so"));
    m_use->setEnabled(ready);
    m_cancel->setText(m_isAsked ? tr("Cancel") : tr("Back to how it is read"));
    m_cancel->setEnabled(m_isAsked || !(m_wanted == m_source.mapping));
    m_refusal->setText(refused);
    m_facts->setFaint(m_trials->isOutdated());
    m_work->display(m_trials->progress(), m_trials->isCancelled());
}

void ImportPage::useFile()
{
    Source source = m_source;
    source.mapping = m_wanted;
    source.mappingIsRecalled = false;
    m_memory->keep(m_header, m_wanted);
    if (!m_isAsked)
        m_table->setFocus(); // the button has done its work, and takes no keys until the next
    Q_EMIT accepted(source);
}

void ImportPage::giveUp()
{
    if (m_isAsked) {
        leave();
        Q_EMIT cancelled();
        return;
    }
    choose(m_source.mapping);
}

} // namespace oneinn

#include "moc_importpage.cpp"
