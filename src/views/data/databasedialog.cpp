// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/databasedialog.h"

#include "databases/passwords.h"
#include "views/data/databaseform.h"
#include "views/widgets/scrolleddown.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/databasewords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/problemwords.h"

#include <QDialogButtonBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <utility>

namespace oneinn {

namespace {

constexpr QSize usualSize(640, 560);

} // namespace

DatabaseDialog::DatabaseDialog(QWidget *parent)
    : QDialog(parent)
    , m_form(new DatabaseForm(this))
    , m_told(new WrappedLabel(this))
    , m_busy(new QProgressBar(this))
{
    setWindowTitle(tr("Open from a database"));
    m_told->setObjectName(QStringLiteral("databaseTold"));
    m_busy->setRange(0, 0);
    m_busy->setAccessibleName(tr("Looking at the database"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scrolledDown(m_form, this), 1);
    layout->addWidget(m_told);
    layout->addWidget(m_busy);
    layout->addWidget(buttons());
    connect(m_form, &DatabaseForm::edited, this, &DatabaseDialog::render);
    connect(m_form, &DatabaseForm::tableChosen, this, &DatabaseDialog::look);
    connect(&m_looking, &QFutureWatcher<Looked>::finished, this, &DatabaseDialog::takeLook);
    m_busy->hide();
    render();
    resize(usualSize);
}

DatabaseDialog::~DatabaseDialog()
{
    m_stop.request_stop();
    m_looking.disconnect(this);
}

QWidget *DatabaseDialog::buttons()
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_look = box->addButton(tr("L&ook at it"), QDialogButtonBox::ActionRole);
    m_look->setObjectName(QStringLiteral("lookAtDatabase"));
    m_look->setToolTip(tr("Which tables and columns there are, and how much there is to read"));
    m_open = box->addButton(tr("Op&en"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName(QStringLiteral("openDatabase"));
    connect(m_look, &QPushButton::clicked, this,
            [this] { m_looking.isRunning() ? stopLooking() : look(); });
    connect(box, &QDialogButtonBox::accepted, this, &DatabaseDialog::handOver);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
}

void DatabaseDialog::fillIn(const ingest::DatabaseAddress &address)
{
    m_form->fillIn(address);
}

void DatabaseDialog::keepPassword() const
{
    if (std::string password = m_form->password(); !password.empty())
        databases::keepPassword(m_form->address(), std::move(password));
}

void DatabaseDialog::look()
{
    keepPassword();
    m_stop.request_stop();
    m_stop = std::stop_source();
    ingest::DatabaseAddress address = m_form->address();
    address.counted.reset();
    m_lookedAt = ingest::addressText(address);
    m_looking.setFuture(QtConcurrent::run([address, stop = m_stop.get_token()]() -> Looked {
        return std::make_shared<const Result<databases::Look>>(
                databases::lookAt(address, {.stop = stop, .progress = {}}));
    }));
    render();
}

void DatabaseDialog::stopLooking()
{
    m_stop.request_stop();
}

void DatabaseDialog::takeLook()
{
    const Looked looked = m_looking.result();
    if (looked->ok()) {
        m_seen = looked->value();
        m_form->setTables(m_seen.tables);
        m_form->setColumns(m_seen.columns);
    }
    render();
    if (looked->ok())
        return;
    Problem problem = looked->problem();
    problem.file = ingest::serverText(m_form->address());
    if (problem.kind != ProblemKind::Cancelled)
        m_told->setText(wording::problemWords(problem).sentence());
}

QString DatabaseDialog::seenText() const
{
    ingest::DatabaseAddress address = m_form->address();
    const auto counted = std::exchange(address.counted, std::nullopt);
    const bool isSeen = m_seen.rows && ingest::addressText(address) == m_lookedAt;
    if (counted)
        return wording::countingThere(isSeen ? std::optional(m_seen.rows->rows) : std::nullopt,
                                      databases::mostCountedRows(*counted),
                                      !counted->model.empty() || !counted->segments.empty());
    if (isSeen)
        return wording::readingRows(m_seen.rows->rows, m_seen.rows->bytes);
    return tr("How much there is to read is told here once you have looked.");
}

void DatabaseDialog::render()
{
    const bool isLooking = m_looking.isRunning();
    m_busy->setVisible(isLooking);
    m_look->setText(isLooking ? tr("St&op looking") : tr("L&ook at it"));
    const auto address = ingest::databaseAddress(ingest::addressText(m_form->address()));
    const QString notYet = address
            ? QString()
            : tr("Not yet: %1.").arg(wording::nameText(address.problem().detail));
    m_open->setEnabled(address && !isLooking);
    m_open->setToolTip(notYet);
    m_told->setText(isLooking ? tr("Looking…") : (address ? seenText() : notYet));
}

void DatabaseDialog::handOver()
{
    keepPassword();
    const QString address = QString::fromStdString(ingest::addressText(m_form->address()));
    accept();
    Q_EMIT chosen(address);
}

} // namespace oneinn

#include "moc_databasedialog.cpp"
