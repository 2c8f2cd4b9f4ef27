// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/classespanel.h"

#include "results/results.h"
#include "session/session.h"
#include "views/options/classcosts.h"
#include "views/options/classmatrixmodel.h"
#include "views/options/heatdelegate.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/workbar.h"
#include "wording/classviewwords.h"
#include "wording/names.h"
#include "wording/numbers.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace oneinn {

namespace {

constexpr std::size_t mostConfusionsTold = 100;
constexpr int leastClassCell = 46;
constexpr int mostClassCell = 160;
constexpr int classRowAir = 8;
constexpr int tallestClassRow = 40;
constexpr double mostOfAverages = 0.6;   ///< of the width
constexpr double mostOfClassNames = 0.3; ///< of the width
constexpr qsizetype mostOnClassButton = 24;

QLabel *classLabel(const char *name, const char *role, QWidget *parent)
{
    QLabel *label = plainLabel({}, parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setProperty("role", QString::fromLatin1(role));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ClassesPanel::ClassesPanel(QWidget *parent)
    : QFrame(parent)
    , m_model(new ClassMatrixModel(this))
    , m_matrix(new QTableView(this))
    , m_measure(new QComboBox(this))
    , m_rows(new QPushButton(tr("The rows of the cell"), this))
    , m_against(new QPushButton(this))
    , m_sentence(classLabel("classesSentence", "detail", this))
    , m_axes(classLabel("classAxes", "quiet", this))
    , m_cell(classLabel("classCell", "detail", this))
    , m_notes(classLabel("classNotes", "quiet", this))
    , m_costs(new ClassCostsBox(this))
    , m_more(new QPushButton(this))
    , m_confusions(new QListWidget(this))
    , m_averages(new QTableWidget(this))
    , m_work(new WorkBar(this))
{
    setProperty("role", QStringLiteral("card"));
    setUpMatrix();
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(10, 8, 10, 8);
    page->setSpacing(6);
    page->addWidget(head());
    page->addWidget(m_work);
    page->addWidget(m_sentence);
    page->addWidget(m_axes);
    page->addWidget(m_matrix, 3);
    page->addWidget(m_cell);
    page->addWidget(m_costs);
    page->addWidget(below(), 2);
    page->addWidget(m_notes);
}

QWidget *ClassesPanel::head()
{
    m_measure->setObjectName(QStringLiteral("classMeasure"));
    m_measure->setAccessibleName(tr("What a cell tells"));
    m_measure->setToolTip(
            tr("Rows, or shares of those that really are of the class or are called by its name"));
    using wording::ClassMeasure;
    for (const ClassMeasure measure :
         {ClassMeasure::ShareOfActual, ClassMeasure::ShareOfDecided, ClassMeasure::Rows})
        m_measure->addItem(wording::classMeasureName(measure), static_cast<int>(measure));
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setMeasure(static_cast<ClassMeasure>(m_measure->currentData().toInt()));
    });
    m_more->setObjectName(QStringLiteral("moreClasses"));
    m_more->setCheckable(true);
    m_more->setToolTip(tr("Shown are the classes with the most costly confusions; or all of them"));
    connect(m_more, &QPushButton::toggled, this, [this](bool all) {
        m_model->setAll(all);
        renderMore();
        fitMatrix();
        m_matrix->setCurrentIndex(m_model->index(0, 0));
    });
    m_rows->setObjectName(QStringLiteral("rowsOfConfusion"));
    m_rows->setToolTip(tr("The rows that are of this class and were called so (Enter)"));
    connect(m_rows, &QPushButton::clicked, this, &ClassesPanel::requestRows);
    m_against->setObjectName(QStringLiteral("againstRest"));
    m_against->setToolTip(tr("All other rooms then look at this class against the rest"));
    connect(m_against, &QPushButton::clicked, this,
            [this] { takeClass(m_matrix->currentIndex().row()); });
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    QLabel *title = plainLabel(tr("Classes"), line);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    layout->addWidget(title);
    layout->addWidget(m_measure);
    layout->addWidget(m_more);
    layout->addStretch();
    layout->addWidget(m_rows);
    layout->addWidget(m_against);
    return line;
}

QWidget *ClassesPanel::below()
{
    m_confusions->setObjectName(QStringLiteral("confusions"));
    m_confusions->setAccessibleName(tr("The most costly confusions"));
    m_confusions->setWordWrap(true);
    m_confusions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_averages->setObjectName(QStringLiteral("averages"));
    m_averages->setAccessibleName(tr("Averages over classes, by their names"));
    m_averages->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_averages->setTabKeyNavigation(false);
    m_averages->verticalHeader()->hide();
    m_averages->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + classRowAir);
    m_averages->horizontalHeader()->setHighlightSections(false);
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_confusions, 1);
    layout->addWidget(m_averages);
    return line;
}

void ClassesPanel::setUpMatrix()
{
    m_matrix->setObjectName(QStringLiteral("classMatrix"));
    m_matrix->setAccessibleName(tr("Classes by what they were called"));
    m_matrix->setModel(m_model);
    m_matrix->setItemDelegate(new HeatDelegate(m_matrix));
    m_matrix->setTabKeyNavigation(false);
    m_matrix->setSelectionMode(QAbstractItemView::SingleSelection);
    m_matrix->setMinimumHeight(120);
    for (QHeaderView *header : {m_matrix->horizontalHeader(), m_matrix->verticalHeader()}) {
        header->setHighlightSections(false);
        header->setTextElideMode(Qt::ElideMiddle);
    }
    m_matrix->horizontalHeader()->setMinimumSectionSize(leastClassCell);
    m_matrix->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + classRowAir);
    m_matrix->verticalHeader()->setSectionsClickable(true);
    m_matrix->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_matrix->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ClassesPanel::renderCell);
    // Not while the table is still at work on the click.
    connect(m_matrix->verticalHeader(), &QHeaderView::sectionClicked, this,
            &ClassesPanel::takeClass, Qt::QueuedConnection);
    connect(m_matrix, &QTableView::activated, this, &ClassesPanel::requestRows,
            Qt::QueuedConnection);
    auto *rows = new QAction(tr("The rows of the cell"), m_matrix);
    connect(rows, &QAction::triggered, this, &ClassesPanel::requestRows);
    auto *against = new QAction(tr("Look at this class against the rest"), m_matrix);
    connect(against, &QAction::triggered, this,
            [this] { takeClass(m_matrix->currentIndex().row()); });
    m_matrix->addActions({rows, against});
    m_matrix->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ClassesPanel::setResults(Results *results)
{
    m_results = results;
    m_session = results->session();
    m_costs->setClasses(&results->file().classes());
    ClassesRead::Reading &reading = results->file().classes().reading();
    connect(&reading, &BackgroundState::changed, this, &ClassesPanel::renderState);
    connect(&reading, &BackgroundState::progressed, this, &ClassesPanel::renderState);
    connect(m_work, &WorkBar::cancelRequested, &reading, &BackgroundState::cancel);
    connect(m_work, &WorkBar::resumeRequested, &reading, &BackgroundState::resume);
}

void ClassesPanel::render(const Assessment & /*assessment*/)
{
    renderState();
}

void ClassesPanel::renderState()
{
    if (!isVisible() || !m_session->hasData())
        return;
    const ClassesRead::Reading &reading = m_results->file().classes().reading();
    m_work->display(reading.progress(), reading.isCancelled());
    const bool faded = reading.isOutdated();
    for (QWidget *each : QList<QWidget *>{m_matrix, m_sentence, m_cell, m_confusions, m_averages})
        each->setEnabled(!faded);
    const auto &answer = reading.answer();
    if (!answer)
        return;
    m_axes->setText(wording::classesAxes(m_session->data().file.mapping.positive.value));
    m_model->setAgainstRest(wording::nameText(m_session->data().file.mapping.positive.value));
    if (answer != m_model->answer())
        renderAnswer();
}

void ClassesPanel::renderAnswer()
{
    const QModelIndex before = m_matrix->currentIndex();
    const int row = before.row();
    const int column = before.column();
    m_model->setAnswer(m_results->file().classes().reading().answer());
    const ingest::ClassTable &table = m_model->answer()->table;
    m_sentence->setText(wording::classSentences(m_model->told()).join(QLatin1Char(' ')));
    QStringList notes =
            wording::classAccount(table.labelMissing, table.scoreMissing, table.weightMissing,
                                  !table.scores || table.columns.addUpToOne);
    notes.append(wording::classesHint());
    m_notes->setText(notes.join(QLatin1Char(' ')));
    renderMore();
    renderConfusions();
    renderAverages();
    fitMatrix();
    const bool same = row >= 0 && row < m_model->rowCount() && column < m_model->columnCount();
    m_matrix->setCurrentIndex(m_model->index(same ? row : 0, same ? column : 0));
    renderCell();
}

/// "20 more", where not all are shown.
void ClassesPanel::renderMore()
{
    const std::size_t left = m_model->leftOut();
    m_more->setVisible(left > 0 || m_more->isChecked());
    m_more->setText(m_more->isChecked() ? tr("The worst alone")
                                        : tr("%1 more").arg(wording::countText(double(left))));
}

void ClassesPanel::renderConfusions()
{
    m_confusions->clear();
    m_confusions->addItems(wording::confusionSentences(m_model->told(), mostConfusionsTold));
}

void ClassesPanel::renderAverages()
{
    const auto lines = wording::classMeanLines(m_model->answer()->report);
    m_averages->setColumnCount(static_cast<int>(lines.front().size()));
    m_averages->setRowCount(static_cast<int>(lines.size()) - 1);
    m_averages->setHorizontalHeaderLabels(lines.front());
    for (std::size_t line = 1; line < lines.size(); ++line) {
        for (qsizetype at = 0; at < lines[line].size(); ++at)
            m_averages->setItem(static_cast<int>(line) - 1, static_cast<int>(at),
                                new QTableWidgetItem(lines[line].at(at)));
    }
    m_averages->resizeColumnsToContents();
    fitAverages();
}

void ClassesPanel::renderCell()
{
    const QModelIndex now = m_matrix->currentIndex();
    for (QWidget *each : std::initializer_list<QWidget *>{m_rows, m_against, m_costs})
        each->setEnabled(now.isValid());
    if (!now.isValid() || !m_model->answer())
        return m_cell->clear();
    m_cell->setText(m_model->cellText(now));
    m_costs->render(*m_model, m_model->classAt(now.row()), m_model->classAt(now.column()));
    const QString name = wording::className(m_model->told(), m_model->classAt(now.row()));
    m_against->setText(onButton(
            tr("Look at %1 against the rest").arg(wording::middleElided(name, mostOnClassButton))));
}

/// As wide as its numbers, and never more than its part.
void ClassesPanel::fitAverages()
{
    const int wanted = m_averages->horizontalHeader()->length() + 2 * m_averages->frameWidth();
    m_averages->setFixedWidth(qMin(wanted, int(mostOfAverages * width())));
}

/// As wide as there is room for, and never so narrow that a number is cut.
void ClassesPanel::fitMatrix()
{
    if (m_model->columnCount() == 0)
        return;
    QHeaderView *names = m_matrix->verticalHeader();
    int widest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        widest = qMax(widest,
                      fontMetrics().horizontalAdvance(
                              m_model->headerData(row, Qt::Vertical, Qt::DisplayRole).toString()));
    names->setFixedWidth(qMin(widest + 3 * classRowAir, int(mostOfClassNames * width())));
    const int room = m_matrix->width() - names->width() - 2 * m_matrix->frameWidth();
    const int each = std::clamp(room / m_model->columnCount(), leastClassCell, mostClassCell);
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_matrix->setColumnWidth(column, each);
    fitRows();
}

/// Few classes have tall rows, and leave what they do not need to what stands below.
void ClassesPanel::fitRows()
{
    constexpr double most = 0.45; // of the height
    QHeaderView *names = m_matrix->verticalHeader();
    const int heading = m_matrix->horizontalHeader()->height() + 2 * m_matrix->frameWidth();
    const int least = fontMetrics().lineSpacing() + classRowAir;
    const int each = std::clamp((int(most * height()) - heading) / m_model->rowCount(), least,
                                tallestClassRow);
    names->setDefaultSectionSize(each);
    m_matrix->setMaximumHeight(heading + each * m_model->rowCount()
                               + m_matrix->horizontalScrollBar()->sizeHint().height());
}

/// One step of undo; nothing where it is the one already.
void ClassesPanel::takeClass(int row)
{
    if (row < 0 || !m_results->file().classes().reading().current())
        return;
    const std::size_t taken = m_model->classAt(row);
    const Source source = m_results->file().classes().against(taken);
    const ingest::ResolvedMapping &now = m_session->data().file.mapping;
    if (now.positive.value != source.mapping.positive
        || (source.mapping.score && now.score.value != source.mapping.score))
        Q_EMIT againstRestChosen(source);
}

void ClassesPanel::requestRows()
{
    const QModelIndex now = m_matrix->currentIndex();
    if (now.isValid() && m_results->file().classes().reading().current())
        Q_EMIT rowsRequested(static_cast<std::uint32_t>(m_model->classAt(now.row())),
                             static_cast<std::uint32_t>(m_model->classAt(now.column())));
}

void ClassesPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitMatrix();
    fitAverages();
}

void ClassesPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    renderState();
    fitMatrix();
}

} // namespace oneinn

#include "moc_classespanel.cpp"
