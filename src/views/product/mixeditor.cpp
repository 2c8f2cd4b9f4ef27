// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/product/mixeditor.h"

#include "core/predictions/mixedpredictions.h"
#include "session/session.h"
#include "views/widgets/numberbox.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/segmentcolumns.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/names.h"
#include "wording/numbers.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr std::size_t mostRows = 50; ///< of values, to be set by hand
constexpr double wholeMix = 100.0;
constexpr int mixDecimals = 9;

const PredictionsPtr &readOf(const Session &session)
{
    const PredictionsPtr &now = session.rows()->source();
    return now->asRead() ? now->asRead() : now;
}

} // namespace

MixEditor::MixEditor(QWidget *parent)
    : QWidget(parent)
    , m_column(new QComboBox(this))
    , m_reset(new QPushButton(tr("As in the file"), this))
    , m_note(new WrappedLabel(this))
    , m_grid(new QGridLayout)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *head = new QHBoxLayout;
    QLabel *label = plainLabel(tr("Mix by"), this);
    label->setBuddy(m_column);
    m_column->setObjectName(QStringLiteral("mixColumn"));
    m_column->setAccessibleName(tr("Segment column to mix the traffic by"));
    m_reset->setObjectName(QStringLiteral("mixAsInFile"));
    m_reset->setAccessibleName(tr("Mix of segments as in the file"));
    head->addWidget(label);
    head->addWidget(m_column);
    head->addStretch(1);
    head->addWidget(m_reset);
    rows->addLayout(head);
    rows->addWidget(m_note);
    m_note->setProperty("role", QStringLiteral("quiet"));
    m_grid->setColumnStretch(2, 1);
    rows->addLayout(m_grid);
    connect(m_column, &QComboBox::activated, this, &MixEditor::chooseColumn);
    connect(m_reset, &QPushButton::clicked, this,
            [this] { m_session->edit(edits::mix(std::nullopt)); });
}

void MixEditor::setSession(Session *session)
{
    m_session = session;
}

void MixEditor::render(const Assessment &)
{
    const Scenario &scenario = m_session->scenario();
    const PredictionsPtr &read = readOf(*m_session);
    const bool other = m_shownOf != read;
    if (other) {
        m_shownOf = read;
        fillColumns();
    }
    const bool another = scenario.mix && scenario.mix->column != m_by;
    if (another)
        m_by = scenario.mix->column;
    if (other || another || m_model != scenario.selection.model) {
        m_model = scenario.selection.model;
        lookAtFile();
    }
    renderRows();
}

void MixEditor::fillColumns()
{
    m_column->clear();
    m_by.clear();
    for (const auto &[column, values, codes] : m_shownOf->segments()) {
        if (values.size() > 1 && values.size() <= mostRows)
            m_column->addItem(wording::nameText(column), QString::fromStdString(column));
    }
    if (m_column->count() == 0)
        return;
    // The one that segments begin with, if it is here: groups of people, and not days.
    const std::vector<std::string> all = segmentColumnsOf(*m_shownOf);
    const int first =
            m_column->findData(QString::fromStdString(all.at(firstSegmentColumn(*m_shownOf))));
    m_by = m_column->itemData(qMax(first, 0)).toString().toStdString();
}

/// A mix is by one column: another one begins with the file's shares.
void MixEditor::chooseColumn(int index)
{
    const std::string column = m_column->itemData(index).toString().toStdString();
    if (column == m_by)
        return;
    m_by = column;
    lookAtFile();
    if (m_session->scenario().mix)
        m_session->edit(edits::mix(std::nullopt));
    renderRows();
}

void MixEditor::lookAtFile()
{
    m_file = partsInFile(*m_shownOf, m_model, m_by);
    m_column->setCurrentIndex(m_column->findData(QString::fromStdString(m_by)));
    while (m_rows.size() < std::ssize(m_file) && m_file.size() <= mostRows)
        addRow();
}

void MixEditor::addRow()
{
    const auto at = m_rows.size();
    Row row{plainLabel({}, this), new NumberBox(this), plainLabel({}, this)};
    row.box->setObjectName(QStringLiteral("mixShare%1").arg(at));
    row.box->setRange(0.0, wholeMix);
    row.box->setSuffix(QStringLiteral(" %"));
    row.box->setSingleStep(1.0);
    row.box->setKeyboardTracking(false);
    row.box->setAlignment(Qt::AlignRight);
    row.box->setExactDecimals(mixDecimals);
    row.name->setBuddy(row.box);
    row.inFile->setProperty("role", QStringLiteral("quiet"));
    m_grid->addWidget(row.name, int(at), 0);
    m_grid->addWidget(row.box, int(at), 1);
    m_grid->addWidget(row.inFile, int(at), 2);
    connect(row.box, &NumberBox::edited, this,
            [this, at](double percent) { edit(std::size_t(at), percent); });
    m_rows.append(row);
}

void MixEditor::edit(std::size_t at, double percent)
{
    const auto &now = m_session->scenario().mix;
    const TrafficMix mix = now && now->column == m_by ? *now : TrafficMix{m_by, m_file};
    if (at < mix.parts.size())
        m_session->edit(edits::mix(withShare(mix, at, percent / wholeMix)));
}

void MixEditor::renderRows()
{
    const auto &set = m_session->scenario().mix;
    const bool mixed = set && set->column == m_by;
    const std::vector<TrafficMix::Part> &parts = mixed ? set->parts : m_file;
    m_reset->setEnabled(set.has_value());
    m_column->setEnabled(m_column->count() > 0);
    m_note->setText(m_column->count() == 0
                            ? tr("This file has no column that divides its rows into segments.")
                            : tr("Of 100 in production. Where one gets more, the others give "
                                 "in proportion, so that they always add up to 100."));
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        const auto place = static_cast<std::size_t>(i);
        const bool there = place < parts.size() && parts.size() <= mostRows;
        for (QWidget *part : std::initializer_list<QWidget *>{row.name, row.box, row.inFile})
            part->setVisible(there);
        if (!there)
            continue;
        const TrafficMix::Part &part = parts[place];
        const QString name = part.value.empty() ? tr("(empty)") : wording::nameText(part.value);
        row.name->setText(onButton(name));
        row.box->setAccessibleName(tr("Of 100 in production, those of %1").arg(name));
        row.box->display(part.share * wholeMix);
        const auto file = std::ranges::find(m_file, part.value, &TrafficMix::Part::value);
        row.inFile->setText(file == m_file.end()
                                    ? tr("none in the file")
                                    : tr("in the file: %1").arg(wording::rateText(file->share)));
    }
}

} // namespace oneinn

#include "moc_mixeditor.cpp"
