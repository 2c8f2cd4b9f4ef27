// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/practise/practisedialog.h"

#include "document/dataplaces.h"
#include "document/writebytes.h"
#include "practice/practicecards.h"
#include "practice/practicelog.h"
#include "practice/practicewords.h"
#include "results/answerparts.h"
#include "results/labelswords.h"
#include "results/results.h"
#include "session/session.h"
#include "views/practise/kindkeys.h"
#include "views/practise/practisechecklist.h"
#include "views/practise/pressedbyenter.h"
#include "views/practise/programsanswer.h"
#include "views/practise/recordbar.h"
#include "views/practise/recorder.h"
#include "views/practise/waitingfile.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/savedialog.h"
#include "views/widgets/scrolleddown.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/problemwords.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace oneinn {

namespace {

constexpr QSize practiseSize(960, 640);
constexpr int spaceBetween = 12;

QScrollArea *scrolling(QWidget *content, const QString &name)
{
    QScrollArea *area = scrolledDown(content);
    area->setAccessibleName(name);
    return area;
}

WrappedLabel *wrapped(const char *role)
{
    auto *label = new WrappedLabel;
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

/// "14:32"; "+0:30" beyond the end.
QString clockText(int secondsLeft)
{
    constexpr int minute = 60;
    const int size = std::abs(secondsLeft);
    return (secondsLeft < 0 ? QStringLiteral("+") : QString())
            + QStringLiteral("%1:%2")
                      .arg(size / minute)
                      .arg(size % minute, 2, 10, QLatin1Char('0'));
}

} // namespace

PractiseDialog::PractiseDialog(Results *results, QWidget *window,
                               std::unique_ptr<Recorder> recorder)
    : QDialog(window)
    , m_results(results)
    , m_waiting(new WaitingFile(this))
    , m_recording(new RecordBar(std::move(recorder), this))
{
    setObjectName(QStringLiteral("practise"));
    setWindowTitle(tr("Practise"));
    setModal(true);
    setWanted(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spaceBetween);
    layout->addWidget(makeTop());
    layout->addWidget(m_waiting);
    layout->addWidget(makeQuestion());
    layout->addWidget(makeAfterwards(), 1);
    layout->addStretch();
    layout->addWidget(makeBottom());
    resize(practiseSize.boundedTo(window->size()));
    connect(m_waiting, &WaitingFile::goRequested, this, &PractiseDialog::reject);
    connect(&m_tick, &QTimer::timeout, this, &PractiseDialog::showTime);
    m_tick.setInterval(500);
    draw();
}

PractiseDialog::~PractiseDialog()
{
    setWanted(false);
}

/// What an answer compares takes a while: it is worked out while the question is answered.
void PractiseDialog::setWanted(bool wanted)
{
    if (!m_results || !m_results->session()->hasData())
        return;
    m_results->pins().setDifferencesWanted(this, wanted);
    m_results->setPoliciesWanted(this, wanted);
    m_results->periods().setWanted(this, wanted);
}

QWidget *PractiseDialog::makeTop()
{
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins({});
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(tr("Kind of question"));
    if (m_results->session()->hasData()) {
        m_kind->addItem(tr("Any kind"), QString());
        for (const CardKind kind : cardKinds)
            m_kind->addItem(nameOf(kind), keyOf(kind));
    } else {
        m_kind->addItem(nameOf(CardKind::AnyProduct), keyOf(CardKind::AnyProduct));
    }
    addKindKeys(m_kind, this);
    connect(m_kind, &QComboBox::activated, this, &PractiseDialog::drawAnother);
    auto *another = new QPushButton(tr("&Another question"));
    another->setObjectName(QStringLiteral("another"));
    pressedByEnter(another);
    connect(another, &QPushButton::clicked, this, &PractiseDialog::drawAnother);
    m_time = new QComboBox;
    m_time->setObjectName(QStringLiteral("time"));
    m_time->setAccessibleName(tr("Time for the answer"));
    m_time->addItem(tr("15 minutes"), secondsForLong);
    m_time->addItem(tr("90 seconds"), secondsForShort);
    connect(m_time, &QComboBox::activated, this, &PractiseDialog::showTime);
    m_left = plainLabel({}, top);
    m_left->setObjectName(QStringLiteral("clock"));
    m_left->setProperty("role", QStringLiteral("headline"));
    row->addWidget(m_kind);
    row->addWidget(another);
    row->addStretch();
    row->addWidget(m_time);
    row->addWidget(m_left);
    return top;
}

QWidget *PractiseDialog::makeQuestion()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    m_title = wrapped("quiet");
    m_question = wrapped("headline");
    m_question->setObjectName(QStringLiteral("question"));
    m_hint = wrapped("detail");
    m_haveSaid = new QPushButton(tr("&I have said it"));
    m_haveSaid->setObjectName(QStringLiteral("haveSaid"));
    m_haveSaid->setDefault(true);
    connect(m_haveSaid, &QPushButton::clicked, this, &PractiseDialog::tellSaid);
    column->addWidget(m_title);
    column->addWidget(m_question);
    column->addWidget(m_hint);
    auto *row = new QHBoxLayout;
    row->addWidget(m_haveSaid);
    row->addWidget(m_recording);
    row->addStretch();
    column->addLayout(row);
    return part;
}

QWidget *PractiseDialog::makeAfterwards()
{
    m_afterwards = new QWidget;
    auto *columns = new QHBoxLayout(m_afterwards);
    columns->setContentsMargins({});
    columns->setSpacing(2 * spaceBetween);
    m_checklist = new PractiseChecklist;
    m_checklist->setContentsMargins({0, 0, spaceBetween, 0});
    connect(m_checklist, &PractiseChecklist::ticked, this, [this] { m_dropsTicks = false; });
    m_own = new ProgramsAnswer;
    connect(m_own, &ProgramsAnswer::revealed, m_checklist, &PractiseChecklist::tellData);
    m_own->setContentsMargins({0, 0, spaceBetween, 0});
    columns->addWidget(scrolling(m_checklist, tr("What strong answers do")), 1);
    columns->addWidget(scrolling(m_own, tr("The program's own answer")), 1);
    return m_afterwards;
}

QWidget *PractiseDialog::makeBottom()
{
    auto *bottom = new QWidget;
    auto *column = new QVBoxLayout(bottom);
    column->setContentsMargins({});
    auto *row = new QHBoxLayout;
    m_product = new QLineEdit;
    m_product->setObjectName(QStringLiteral("product"));
    m_product->setPlaceholderText(tr("Which product was it?"));
    m_product->setAccessibleName(tr("Which product was it?"));
    m_keep = new QPushButton(tr("&Keep in the log"));
    m_keep->setObjectName(QStringLiteral("keep"));
    m_export = new QPushButton(tr("&Export the log…"));
    m_delete = new QPushButton;
    m_delete->setObjectName(QStringLiteral("delete"));
    auto *close = new QPushButton(tr("&Close"));
    m_log = wrapped("quiet");
    m_log->setObjectName(QStringLiteral("log"));
    connect(m_keep, &QPushButton::clicked, this, &PractiseDialog::keep);
    connect(m_export, &QPushButton::clicked, this, &PractiseDialog::exportLog);
    connect(m_delete, &QPushButton::clicked, this, &PractiseDialog::deleteLog);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(m_product);
    row->addWidget(m_keep);
    row->addStretch();
    for (QPushButton *button : {m_export, m_delete, close})
        row->addWidget(button);
    for (QPushButton *button : {m_keep, m_export, m_delete, close})
        pressedByEnter(button);
    column->addWidget(m_log);
    column->addLayout(row);
    return bottom;
}

void PractiseDialog::tellWaiting(const QString &path)
{
    const Session *session = m_results->session();
    m_waiting->display(path, session->hasData() ? session->data().source.path : QString());
}

PracticeCard PractiseDialog::cardOf(CardKind kind, int number) const
{
    if (kind == CardKind::AnyProduct)
        return anyProductCard(number);
    const AnswerParts parts =
            inLabelsWords(answerParts(*m_results), m_results->session()->data().file.mapping);
    return practiceCard(kind, number, parts.material());
}

void PractiseDialog::draw()
{
    const PracticeCard before = m_card;
    const auto kind = cardKindOf(m_kind->currentData().toString());
    const Session *session = m_results->session();
    const Deck deck = session->hasData() ? deckFor(session->predictions(), kind) : Deck{kind};
    do {
        const DrawnCard drawn = drawnCard(QRandomGenerator::global()->generate64(), deck);
        m_card = cardOf(drawn.kind, drawn.number);
    } while (m_card.question == before.question);
    m_said = false;
    m_dropsTicks = false;
    m_title->setText(practiceTitle(m_card));
    m_question->setText(m_card.question);
    m_hint->setText(m_results->session()->hasData() ? sayItFirst()
                                                    : sayItFirst() + QLatin1Char(' ')
                                    + tr("With a file or a sample open, its own numbers are "
                                         "asked about."));
    m_haveSaid->show();
    m_haveSaid->setFocus();
    m_afterwards->hide();
    m_product->hide();
    m_keep->hide();
    m_recording->begin();
    m_clock.start();
    m_tick.start();
    showTime();
    showLog();
}

void PractiseDialog::showTime()
{
    const int taken = m_said ? m_seconds : int(m_clock.elapsed() / 1000);
    const int left = m_time->currentData().toInt() - taken;
    m_left->setText(clockText(left));
    m_left->setAccessibleName(left < 0 ? tr("%1 over the time").arg(spentText(-left))
                                       : tr("%1 left").arg(spentText(left)));
}

void PractiseDialog::tellSaid()
{
    m_seconds = int(m_clock.elapsed() / 1000);
    m_said = true;
    m_recording->finish();
    m_tick.stop();
    // What was still being worked out when it was drawn may be known by now.
    const QString asked = m_card.question;
    m_card = cardOf(m_card.kind, m_card.number);
    m_card.question = asked;
    m_hint->setText(tookSentence(m_seconds));
    m_haveSaid->hide();
    m_checklist->display(m_card.checklist);
    m_own->display(m_card.answer);
    m_afterwards->show();
    m_product->setVisible(m_card.kind == CardKind::AnyProduct);
    m_product->clear();
    m_keep->setEnabled(true);
    m_keep->show();
    m_checklist->focusFirst();
    showTime();
}

void PractiseDialog::keep()
{
    PracticeEntry entry{.date = QDate::currentDate(),
                        .kind = m_card.kind,
                        .number = m_card.number,
                        .product = m_card.kind == CardKind::AnyProduct
                                ? m_product->text().trimmed()
                                : dataName(m_results->session()->data().source.path),
                        .seconds = m_seconds,
                        .said = m_checklist->keys(true),
                        .left = m_checklist->keys(false)};
    const QString problem = keepPractice(practiceLogPath(), entry);
    m_keep->setEnabled(!problem.isEmpty());
    m_own->reveal();
    showLog(problem);
}

bool PractiseDialog::mayDropTicks()
{
    const bool open = m_said && m_keep->isEnabled() && !m_checklist->keys(true).isEmpty();
    if (!open || m_dropsTicks)
        return true;
    m_dropsTicks = true;
    m_log->setText(tr("What you ticked is not in the log. Keep it, or do the same once more to go "
                      "on without."));
    m_log->show();
    m_keep->setFocus();
    return false;
}

void PractiseDialog::drawAnother()
{
    if (mayDropTicks())
        draw();
}

void PractiseDialog::reject()
{
    if (mayDropTicks())
        QDialog::reject();
}

void PractiseDialog::deleteLog()
{
    if (m_deletes)
        return showLog(deletePracticeLog(practiceLogPath()));
    m_deletes = true;
    m_delete->setText(tr("&Delete it for good"));
}

/// A sentence on what went wrong; empty: what there is in it.
void PractiseDialog::showLog(const QString &sentence)
{
    const auto read = readPracticeLog(practiceLogPath());
    const auto *entries = std::get_if<QList<PracticeEntry>>(&read);
    const bool any = entries && !entries->isEmpty();
    m_deletes = false;
    m_delete->setText(tr("&Delete the log"));
    m_export->setVisible(any);
    m_delete->setVisible(any || !entries);
    if (!sentence.isEmpty() || !entries)
        m_log->setText(sentence.isEmpty() ? std::get<QString>(read) : sentence);
    else
        m_log->setText(any ? practiceSentences(practiceSummary(*entries, QDate::currentDate()))
                                       .join(QLatin1Char('\n'))
                           : QString());
    m_log->setVisible(!m_log->text().isEmpty());
}

void PractiseDialog::exportLog()
{
    const QString path = askWhereToSave(this, tr("Export the log"), QStringLiteral("practice.csv"),
                                        tr("Tables (*.csv)"));
    const auto read = readPracticeLog(practiceLogPath());
    const auto *entries = std::get_if<QList<PracticeEntry>>(&read);
    if (path.isEmpty() || !entries)
        return;
    const auto problem = writeBytes(path, practiceCsv(*entries));
    showLog(problem ? wording::problemWords(*problem).sentence() : QString());
}

} // namespace oneinn

#include "moc_practisedialog.cpp"
