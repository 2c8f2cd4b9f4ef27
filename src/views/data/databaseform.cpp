// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/databaseform.h"

#include "views/widgets/plaintext.h"
#include "wording/names.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

#include <array>

namespace oneinn {

namespace {

using ingest::DatabaseAddress;
using ingest::DatabaseKind;
using ingest::LatencyUnit;

constexpr int usualPort = 5432;
constexpr int mostPort = 65535;
constexpr std::array columnUnits{LatencyUnit::Milliseconds, LatencyUnit::Seconds,
                                 LatencyUnit::Microseconds, LatencyUnit::Nanoseconds};

std::string textOf(const QComboBox *box)
{
    // What is listed may have been made visible; its data is the name itself.
    const int at = box->findText(box->currentText());
    return (at < 0 ? box->currentText().trimmed() : box->itemData(at).toString()).toStdString();
}

void fill(QComboBox *box, const std::vector<std::string> &names)
{
    const QString before = box->currentText();
    box->clear();
    for (const std::string &name : names)
        box->addItem(wording::nameText(name), QString::fromStdString(name));
    box->setCurrentIndex(box->findText(before));
    box->setEditText(before);
}

} // namespace

DatabaseForm::DatabaseForm(QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addServer(form);
    addTable(form);
    addCounting(form);
    follow();
}

QLineEdit *DatabaseForm::line(QFormLayout *form, const QString &object, const QString &label,
                              const QString &hint)
{
    auto *box = new QLineEdit(this);
    box->setObjectName(object);
    box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    box->setPlaceholderText(hint);
    auto *name = plainLabel(label, this);
    name->setBuddy(box);
    form->addRow(name, box);
    connect(box, &QLineEdit::textChanged, this, &DatabaseForm::edited);
    return box;
}

QComboBox *DatabaseForm::choice(QFormLayout *form, const QString &object, const QString &label)
{
    auto *box = new QComboBox(this);
    box->setObjectName(object);
    box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    auto *name = plainLabel(label, this);
    name->setBuddy(box);
    form->addRow(name, box);
    connect(box->lineEdit(), &QLineEdit::textEdited, this, &DatabaseForm::edited);
    connect(box, &QComboBox::activated, this, &DatabaseForm::edited);
    return box;
}

void DatabaseForm::addServer(QFormLayout *form)
{
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("databaseKind"));
    m_kind->setAccessibleName(tr("Kind of database"));
    m_kind->addItems({tr("PostgreSQL"), tr("ODBC (a data source set up on this computer)"),
                      tr("SQLite (a file)")});
    auto *kind = plainLabel(tr("&Kind of database"), this);
    kind->setBuddy(m_kind);
    form->addRow(kind, m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        follow();
        Q_EMIT edited();
    });
    m_host = line(form, QStringLiteral("databaseHost"), tr("&Host"), tr("this computer"));
    m_port = new QSpinBox(this);
    m_port->setObjectName(QStringLiteral("databasePort"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(1, mostPort);
    m_port->setValue(usualPort);
    m_port->setGroupSeparatorShown(false);
    auto *port = plainLabel(tr("&Port"), this);
    port->setBuddy(m_port);
    form->addRow(port, m_port);
    connect(m_port, &QSpinBox::valueChanged, this, &DatabaseForm::edited);
    m_database = line(form, QStringLiteral("databaseName"), tr("&Database"), {});
    m_user = line(form, QStringLiteral("databaseUser"), tr("&User"), tr("as you are called here"));
    m_password = line(form, QStringLiteral("databasePassword"), tr("Pass&word"),
                      tr("asked for where it is needed, never saved"));
    m_password->setEchoMode(QLineEdit::Password);
}

void DatabaseForm::addTable(QFormLayout *form)
{
    m_table = choice(form, QStringLiteral("databaseTable"), tr("&Table or view"));
    connect(m_table, &QComboBox::activated, this, &DatabaseForm::tableChosen);
    m_query = line(form, QStringLiteral("databaseQuery"), tr("or a &query"),
                   tr("SELECT … in the database's own words"));
}

void DatabaseForm::addCounting(QFormLayout *form)
{
    m_rows = new QRadioButton(tr("&Read its rows"), this);
    m_rows->setObjectName(QStringLiteral("readRows"));
    m_rows->setChecked(true);
    m_counts = new QRadioButton(tr("Count it where it &is, by bins of the score"), this);
    m_counts->setObjectName(QStringLiteral("countThere"));
    auto *ways = new QHBoxLayout;
    ways->addWidget(m_rows);
    ways->addWidget(m_counts);
    ways->addStretch(1);
    form->addRow(ways);
    connect(m_counts, &QRadioButton::toggled, this, [this] {
        follow();
        Q_EMIT edited();
    });
    m_label = choice(form, QStringLiteral("countedLabel"), tr("&Label: what was really so"));
    m_score = choice(form, QStringLiteral("countedScore"), tr("&Score"));
    m_wait = choice(form, QStringLiteral("countedWait"), tr("W&ait, if there is one"));
    m_unit = new QComboBox(this);
    m_unit->setObjectName(QStringLiteral("countedUnit"));
    m_unit->setAccessibleName(tr("Unit of the wait"));
    m_unit->addItem(tr("as its name says"));
    for (const LatencyUnit unit : columnUnits)
        m_unit->addItem(QString::fromStdString(std::string(ingest::symbolOf(unit))));
    auto *unit = plainLabel(tr("U&nit of the wait"), this);
    unit->setBuddy(m_unit);
    form->addRow(unit, m_unit);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &DatabaseForm::edited);
    m_model = choice(form, QStringLiteral("countedModel"), tr("&Model, if there are several"));
    m_segment = choice(form, QStringLiteral("countedSegment"), tr("Se&gment to look at apart"));
    m_steps = new QSpinBox(this);
    m_steps->setObjectName(QStringLiteral("countedSteps"));
    m_steps->setAccessibleName(tr("Bins of the score"));
    m_steps->setRange(2, 100'000);
    m_steps->setValue(int(ingest::SqlBins().steps));
    auto *steps = plainLabel(tr("&Bins of the score"), this);
    steps->setBuddy(m_steps);
    form->addRow(steps, m_steps);
    connect(m_steps, &QSpinBox::valueChanged, this, &DatabaseForm::edited);
}

/// What has no part in this kind and this way is not asked for.
void DatabaseForm::follow()
{
    auto *form = static_cast<QFormLayout *>(layout());
    const auto kind = DatabaseKind(m_kind->currentIndex());
    for (QWidget *box : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_port)})
        form->setRowVisible(box, kind == DatabaseKind::PostgreSql);
    for (QLineEdit *box : {m_user, m_password})
        form->setRowVisible(box, kind != DatabaseKind::Sqlite);
    m_database->setPlaceholderText(kind == DatabaseKind::PostgreSql
                                           ? QString()
                                           : (kind == DatabaseKind::Odbc
                                                      ? tr("the name of the data source")
                                                      : tr("/home/…/predictions.db")));
    const bool counts = m_counts->isChecked();
    form->setRowVisible(m_query, !counts);
    for (QWidget *box : std::initializer_list<QWidget *>{m_label, m_score, m_wait, m_unit, m_model,
                                                         m_segment, m_steps})
        form->setRowVisible(box, counts);
}

void DatabaseForm::fillIn(const DatabaseAddress &address)
{
    m_kind->setCurrentIndex(int(address.kind));
    m_host->setText(QString::fromStdString(address.host));
    m_port->setValue(address.port.value_or(usualPort));
    m_database->setText(QString::fromStdString(address.database));
    m_user->setText(QString::fromStdString(address.user));
}

std::optional<ingest::GroupedSql> DatabaseForm::counted() const
{
    if (!m_counts->isChecked())
        return std::nullopt;
    ingest::GroupedSql wish;
    wish.label = textOf(m_label);
    wish.score = textOf(m_score);
    wish.scoreBins.steps = std::size_t(m_steps->value());
    wish.latency = textOf(m_wait);
    wish.model = textOf(m_model);
    const auto byName = ingest::unitInName(wish.latency);
    wish.unit = m_unit->currentIndex() > 0 ? columnUnits[std::size_t(m_unit->currentIndex() - 1)]
                                           : byName.value_or(LatencyUnit::Milliseconds);
    if (std::string segment = textOf(m_segment); !segment.empty())
        wish.segments.push_back(std::move(segment));
    return wish;
}

DatabaseAddress DatabaseForm::address() const
{
    DatabaseAddress address{.kind = DatabaseKind(m_kind->currentIndex()),
                            .database = m_database->text().trimmed().toStdString()};
    if (address.kind != DatabaseKind::Sqlite)
        address.user = m_user->text().trimmed().toStdString();
    if (address.kind == DatabaseKind::PostgreSql) {
        address.host = m_host->text().trimmed().toStdString();
        if (!address.host.empty())
            address.port = std::uint16_t(m_port->value());
    }
    address.counted = counted();
    address.query = address.counted ? std::string() : m_query->text().trimmed().toStdString();
    if (address.query.empty())
        address.table = textOf(m_table);
    return address;
}

std::string DatabaseForm::password() const
{
    return m_password->text().toStdString();
}

void DatabaseForm::setTables(const std::vector<std::string> &tables)
{
    fill(m_table, tables);
}

void DatabaseForm::setColumns(const std::vector<std::string> &columns)
{
    for (QComboBox *box : {m_label, m_score, m_wait, m_model, m_segment})
        fill(box, columns);
}

} // namespace oneinn

#include "moc_databaseform.cpp"
