// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/toolspanel.h"

#include "charts/charttheme.h"
#include "results/results.h"
#include "session/session.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/whileseen.h"
#include "views/widgets/workbar.h"
#include "wording/conventionwords.h"
#include "wording/decisionwords.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr int toolRowAir = 7;

QLabel *toolsLabel(const char *name, const char *role, QWidget *parent)
{
    QLabel *label = plainLabel({}, parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setProperty("role", QString::fromLatin1(role));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ToolsPanel::ToolsPanel(QWidget *parent)
    : QFrame(parent)
    , m_sentences(toolsLabel("toolSentences", "detail", this))
    , m_table(new QTableWidget(this))
    , m_notes(toolsLabel("toolNotes", "quiet", this))
    , m_tool(new QComboBox(this))
    , m_rules(toolsLabel("toolRules", "quiet", this))
    , m_work(new WorkBar(this))
{
    setProperty("role", QStringLiteral("card"));
    m_sentences->setAccessibleName(tr("Where other tools print another number, and why"));
    m_table->setObjectName(QStringLiteral("toolTable"));
    m_table->setAccessibleName(tr("What other tools print"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(120);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + toolRowAir);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_tool->setObjectName(QStringLiteral("toolChosen"));
    m_tool->setAccessibleName(tr("The rules of"));
    m_tool->setToolTip(tr("By which documented rules this tool counts"));
    m_tool->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    for (const ToolRules &rules : allTools())
        m_tool->addItem(wording::toolName(rules.tool), static_cast<int>(rules.tool));
    connect(m_tool, &QComboBox::currentIndexChanged, this, &ToolsPanel::renderRules);
    m_rules->setAccessibleName(tr("Its rules, each with the page that it stands on"));
    auto *rules = new QScrollArea(this);
    rules->setWidget(m_rules);
    rules->setWidgetResizable(true);
    rules->setFrameShape(QFrame::NoFrame);
    rules->setMinimumHeight(60);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(10, 8, 10, 8);
    page->setSpacing(6);
    page->addWidget(m_sentences);
    page->addWidget(m_work);
    page->addWidget(m_table, 3);
    page->addWidget(m_notes);
    page->addWidget(m_tool);
    page->addWidget(rules, 1);
    renderRules();
}

void ToolsPanel::setResults(Results *results)
{
    m_results = results;
    ToolsSay::Working &working = results->file().tools().working();
    connect(&working, &BackgroundState::changed, this, &ToolsPanel::renderState);
    connect(&working, &BackgroundState::progressed, this, &ToolsPanel::renderState);
    connect(m_work, &WorkBar::cancelRequested, &working, &BackgroundState::cancel);
    connect(m_work, &WorkBar::resumeRequested, &working, &BackgroundState::resume);
    whileSeen(this, [this](bool seen) {
        m_results->file().tools().setWanted(seen);
        renderState();
    });
}

void ToolsPanel::render(const Assessment & /*assessment*/)
{
    renderState();
}

/// What was worked out for another threshold stays, faded.
void ToolsPanel::renderState()
{
    if (!isVisible() || !m_results->session()->hasData())
        return;
    const ToolsSay::Working &working = m_results->file().tools().working();
    m_work->display(working.progress(), working.isCancelled());
    const bool faded = working.isOutdated();
    for (QWidget *each : QList<QWidget *>{m_table, m_sentences, m_notes})
        each->setEnabled(!faded);
    if (working.current())
        renderTable();
}

void ToolsPanel::renderTable()
{
    const auto answer = m_results->file().tools().working().current();
    QStringList sentences = wording::conventionSentences(answer->table);
    if (answer->turned != ForTools::Turned::No)
        sentences.append(wording::turnedScoresText(answer->turned == ForTools::Turned::OneLess));
    sentences.append(wording::unknownToToolsText(answer->table, m_results->session()->assessment(),
                                                 tr("the column beside")));
    sentences.removeAll(QString());
    m_sentences->setText(sentences.join(QLatin1Char('\n')));
    m_notes->setText(wording::conventionNotes(answer->table).join(QLatin1Char(' ')));
    const auto lines = wording::conventionLines(answer->table);
    m_table->setColumnCount(static_cast<int>(lines.front().size()));
    m_table->setRowCount(static_cast<int>(lines.size()) - 1);
    QStringList heads;
    for (const QString &head : lines.front())
        heads.append(head.trimmed());
    m_table->setHorizontalHeaderLabels(heads);
    const auto colors = charts::ChartColors::fromPalette(palette());
    for (std::size_t line = 1; line < lines.size(); ++line) {
        for (qsizetype at = 0; at < lines[line].size(); ++at) {
            auto *item = new QTableWidgetItem(lines[line].at(at).trimmed());
            const bool differs = item->text().endsWith(QLatin1Char('*'));
            QFont font = m_table->font();
            font.setBold(differs);
            item->setFont(font);
            if (differs)
                item->setForeground(colors.badText);
            if (at > 0)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(static_cast<int>(line) - 1, static_cast<int>(at), item);
        }
    }
    m_table->resizeColumnsToContents();
    m_table->setMaximumHeight(m_table->horizontalHeader()->height()
                              + m_table->verticalHeader()->length() + 2 * m_table->frameWidth()
                              + m_table->horizontalScrollBar()->sizeHint().height());
}

void ToolsPanel::renderRules()
{
    const auto latin = [](std::string_view text) {
        return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    };
    const auto tool = static_cast<Tool>(m_tool->currentData().toInt());
    QStringList lines;
    for (const ToolSource &source : toolSources()) {
        if (source.tool == tool)
            lines.append(tr("%1 (%2)").arg(latin(source.rule), latin(source.page)));
    }
    m_rules->setText(lines.join(QLatin1Char('\n')));
}

} // namespace oneinn

#include "moc_toolspanel.cpp"
