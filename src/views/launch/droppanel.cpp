// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/droppanel.h"

#include "document/dataplaces.h"
#include "ingest/inputfile.h"
#include "report/droppicture.h"
#include "results/periodcomparison.h"
#include "results/results.h"
#include "session/session.h"
#include "views/launch/judgedatrow.h"
#include "views/launch/layerlist.h"
#include "views/launch/periodchoice.h"
#include "views/launch/pictureview.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/whileseen.h"
#include "views/widgets/workbar.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/dropnames.h"
#include "wording/dropviewwords.h"
#include "wording/dropwords.h"
#include "wording/problemwords.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace oneinn {

namespace {

constexpr int fewestPeriodCharacters = 6;
constexpr QSize usualWaterfall{720, 150};
constexpr QSize leastWaterfall{420, 130};

} // namespace

DropPanel::DropPanel(QWidget *parent)
    : QFrame(parent)
    , m_choice(new PeriodChoice(this))
    , m_measure(new QComboBox(this))
    , m_work(new WorkBar(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new WrappedLabel(this))
    , m_changed(new WrappedLabel(this))
    , m_swap(new QPushButton(tr("Swap the two files"), this))
    , m_waterfall(new PictureView(usualWaterfall, leastWaterfall, this))
    , m_layers(new LayerList(this))
    , m_do(new WrappedLabel(this))
    , m_notes(new WrappedLabel(this))
    , m_judgedAt(new JudgedAtRow(this))
{
    setProperty("role", QStringLiteral("card"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(10, 8, 10, 8);
    rows->setSpacing(6);
    setUpChoices(rows);
    setUpPages(rows);
}

DropPanel::~DropPanel() = default;

void DropPanel::setUpChoices(QVBoxLayout *rows)
{
    QLabel *title = plainLabel(tr("Why did it drop?"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_measure->setObjectName(QStringLiteral("measure"));
    m_measure->setAccessibleName(tr("What dropped"));
    auto *what = new QHBoxLayout;
    what->addWidget(title);
    what->addStretch(1);
    what->addWidget(m_measure);
    m_measure->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_measure->setMinimumContentsLength(fewestPeriodCharacters);
    rows->addLayout(what);
    rows->addWidget(m_choice);
    rows->addWidget(m_work);
    connect(m_choice, &PeriodChoice::fileWanted, this, &DropPanel::chooseFile);
    connect(m_choice, &PeriodChoice::partChosen, this, &DropPanel::takePart);
    connect(m_choice, &PeriodChoice::nothingChosen, this,
            [this] { compare(std::nullopt, withoutPart({})); });
    connect(m_measure, &QComboBox::activated, this, [this] {
        m_comparison->setMeasure(static_cast<DropMeasure>(m_measure->currentData().toInt()));
    });
}

void DropPanel::setUpPages(QVBoxLayout *rows)
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("role", QStringLiteral("detail"));
    m_pages->addWidget(m_empty);
    m_result = resultPage();
    m_pages->addWidget(m_result);
    rows->addWidget(m_pages, 1);
}

QWidget *DropPanel::resultPage()
{
    auto *scroll = new QScrollArea(m_pages);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(scroll);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    m_changed->setObjectName(QStringLiteral("changed"));
    m_waterfall->setObjectName(QStringLiteral("waterfall"));
    m_do->setObjectName(QStringLiteral("whatWeDo"));
    m_notes->setObjectName(QStringLiteral("notes"));
    m_notes->setProperty("role", QStringLiteral("detail"));
    for (WrappedLabel *each : {m_changed, m_do, m_notes})
        each->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *box = new QFrame(page);
    box->setProperty("role", QStringLiteral("warning"));
    auto *inBox = new QVBoxLayout(box);
    inBox->setContentsMargins(8, 6, 8, 6);
    inBox->addWidget(m_do);
    rows->addWidget(m_judgedAt);
    rows->addWidget(m_changed);
    m_swap->setObjectName(QStringLiteral("swapPeriods"));
    m_swap->setToolTip(tr("Opens the earlier file, and compares it with the one that is open now"));
    rows->addWidget(m_swap, 0, Qt::AlignLeft);
    connect(m_swap, &QPushButton::clicked, this, &DropPanel::swapRequested);
    rows->addWidget(m_waterfall, 1);
    rows->addWidget(m_layers);
    rows->addWidget(box);
    rows->addWidget(m_notes);
    connect(m_layers, &LayerList::evidenceRequested, this, &DropPanel::evidenceRequested);
    scroll->setWidget(page);
    return scroll;
}

void DropPanel::setResults(Results *results)
{
    m_session = results->session();
    m_comparison = &results->periods();
    m_judgedAt->setSources(m_session, m_comparison);
    connect(m_comparison, &PeriodComparison::changed, this, [this] {
        if (isVisible())
            renderState();
    });
    connect(m_comparison, &PeriodComparison::progressed, this, &DropPanel::renderWork);
    connect(m_work, &WorkBar::cancelRequested, m_comparison, &PeriodComparison::cancel);
    connect(m_work, &WorkBar::resumeRequested, m_comparison, &PeriodComparison::resume);
    whileSeen(this, [this](bool seen) { m_comparison->setWanted(this, seen); });
}

void DropPanel::offerMeasures()
{
    const FeatureWords &words = m_session->scenario().words;
    const int chosen = static_cast<int>(m_comparison->measure());
    m_measure->clear();
    for (const DropMeasure each : {DropMeasure::Value, DropMeasure::Wrong, DropMeasure::Missed})
        m_measure->addItem(wording::dropMeasureName(each, words), static_cast<int>(each));
    m_measure->setCurrentIndex(m_measure->findData(chosen));
}

/// Whom all else is of without what an earlier choice has put there.
std::vector<Selection::Where> DropPanel::withoutPart(const std::string &other) const
{
    const auto *part =
            m_comparison->earlier() ? std::get_if<EarlierPart>(&*m_comparison->earlier()) : nullptr;
    std::vector<Selection::Where> where = m_session->scenario().selection.where;
    std::erase_if(where, [&](const Selection::Where &each) {
        return each.column == other || (part && each == part->after());
    });
    return where;
}

void DropPanel::compare(const std::optional<EarlierPeriod> &earlier,
                        const std::vector<Selection::Where> &where)
{
    const bool others = where != m_session->scenario().selection.where;
    m_comparison->compareWith(earlier, others ? std::optional(where) : std::nullopt);
    renderState();
}

/// What stands beside the charts is the later period's.
void DropPanel::takePart(const EarlierPart &part)
{
    std::vector<Selection::Where> where = withoutPart(part.column);
    where.push_back(part.after());
    compare(part, where);
}

void DropPanel::chooseFile()
{
    const QFileInfo open(savingPlace(m_session->data().source.path));
    auto *dialog = new QFileDialog(this, tr("The earlier period"), open.absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
            {tr("Tables (%1)").arg(QString::fromLatin1(ingest::readablePatterns().c_str())),
             tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_comparison->compareWith(EarlierFile{path}); });
    dialog->open();
}

void DropPanel::render(const Assessment & /*assessment*/)
{
    m_choice->setPredictions(m_session->data().file.predictions);
    offerMeasures();
    renderState();
}

void DropPanel::renderState()
{
    renderChoices();
    renderWork();
    const auto answer = m_comparison->answer();
    const bool any = m_comparison->earlier() && answer && answer->dropped;
    m_pages->setCurrentWidget(any ? m_result : static_cast<QWidget *>(m_empty));
    if (any)
        renderAnswer();
    else
        m_empty->setText(emptyText());
}

void DropPanel::renderChoices()
{
    m_choice->display(m_comparison->earlier());
    m_measure->setEnabled(m_comparison->earlier().has_value());
}

void DropPanel::renderWork()
{
    m_work->display(m_comparison->progress(), m_comparison->isCancelled());
}

QString DropPanel::emptyText() const
{
    if (const auto problem = m_comparison->problem())
        return wording::problemWords(*problem).sentence();
    if (!m_comparison->earlier())
        return wording::dropNothingChosenText(m_session->scenario().words);
    if (m_comparison->isCancelled())
        return wording::dropCancelledText();
    const auto answer = m_comparison->answer();
    return answer ? wording::dropNoUsesText(m_session->scenario().words)
                  : wording::dropPendingText();
}

void DropPanel::renderAnswer()
{
    const auto answer = m_comparison->answer();
    const Dropped &dropped = *answer->dropped;
    const FeatureWords &words = m_session->scenario().words;
    const bool current = !m_comparison->isOutdated();
    const auto names = periodNames(*m_comparison->earlier(), m_session->data().source.path);
    QStringList notes;
    QString order;
    if (std::holds_alternative<EarlierFile>(*m_comparison->earlier())) {
        order = wording::periodOrderNote(dropped.reversed);
        notes = wording::otherColumnsNotes(m_comparison->earlierColumns(),
                                           m_session->data().file.columns)
                + m_comparison->otherRoles();
    }
    m_changed->setText(QStringList{order, wording::dropChangedText(dropped, words)}
                               .join(QLatin1Char(' '))
                               .trimmed());
    m_swap->setVisible(!order.isEmpty());
    m_waterfall->display([answer, names, words](QSizeF size) {
        return report::dropPicture(*answer->dropped, names, words, size);
    });
    m_waterfall->setFaded(!current);
    for (QWidget *each : std::initializer_list<QWidget *>{m_changed, m_layers, m_do, m_notes})
        each->setEnabled(current);
    m_layers->display(dropped, words);
    m_do->setText(wording::dropDoText(dropped, words, lowerIsPositive()));
    const OldThreshold &threshold = dropped.threshold;
    notes.prepend(wording::keptThresholdSentence(inFile(threshold.kept), inFile(threshold.best),
                                                 threshold.cost, threshold.heldOut, words));
    m_notes->setText(notes.join(QLatin1Char(' ')));
    m_judgedAt->display(threshold, lowerIsPositive());
}

bool DropPanel::lowerIsPositive() const
{
    return m_session->data().file.mapping.lowerIsPositive.value;
}

double DropPanel::inFile(Threshold threshold) const
{
    return lowerIsPositive() ? 0.0 - threshold.value : threshold.value;
}

} // namespace oneinn

#include "moc_droppanel.cpp"
