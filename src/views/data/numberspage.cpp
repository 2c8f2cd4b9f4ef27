// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/numberspage.h"

#include "core/metrics/fournumbers.h"
#include "views/widgets/copied.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/scrolleddown.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/fournumberswords.h"
#include "wording/names.h"
#include "wording/typednumbers.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace oneinn {

namespace {

constexpr int pageMargin = 40;
constexpr int pageTop = 24;
constexpr int pageSpacing = 10;
constexpr int mostFieldCharacters = 16;
constexpr int mostPageWidth = 900;

QLabel *labelOf(const QString &text, const char *role, QWidget *parent)
{
    auto *label = new WrappedLabel(parent);
    label->setText(text);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QToolButton *choiceOf(const QString &text, const QString &object, QButtonGroup *group,
                      QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setObjectName(object);
    button->setCheckable(true);
    button->setProperty("role", QStringLiteral("choice"));
    button->setFocusPolicy(Qt::StrongFocus);
    group->addButton(button);
    return button;
}

QFrame *cardOf(QLayout *layout, QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("role", QStringLiteral("card"));
    card->setLayout(layout);
    return card;
}

} // namespace

NumbersPage::NumbersPage(QWidget *parent)
    : QWidget(parent)
    , m_forms(new QStackedWidget(this))
    , m_fault(labelOf({}, "fault", this))
    , m_sentences(new WrappedLabel(this))
    , m_copy(new QPushButton(tr("&Copy the sentences"), this))
{
    auto *content = new QWidget(this);
    auto *column = new QWidget(content);
    column->setMaximumWidth(mostPageWidth);
    auto *page = new QVBoxLayout(column);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(pageSpacing);
    page->addWidget(labelOf(tr("From four numbers"), "headline", column));
    page->addWidget(labelOf(tr("For when all you have is what stands on a slide. Nothing is opened "
                               "and nothing is saved."),
                            "detail", column));
    page->addWidget(kinds());
    m_forms->addWidget(counts());
    m_forms->addWidget(rates());
    page->addWidget(m_forms);
    page->addWidget(m_fault);
    page->addWidget(answer());
    page->addStretch(1);
    auto *sides = new QHBoxLayout(content);
    sides->setContentsMargins(pageMargin, pageTop, pageMargin, pageTop);
    sides->addWidget(column, 1);
    sides->addStretch(0);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolledDown(content, this));
    m_fault->setObjectName(QStringLiteral("numbersFault"));
    m_asCounts->setChecked(true);
    readOut();
}

QWidget *NumbersPage::kinds()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *group = new QButtonGroup(line);
    m_asCounts = choiceOf(tr("How many of each"), QStringLiteral("asCounts"), group, line);
    m_asRates = choiceOf(tr("Rates and a base rate"), QStringLiteral("asRates"), group, line);
    connect(group, &QButtonGroup::buttonToggled, this, [this] {
        m_forms->setCurrentIndex(areRates() ? 1 : 0);
        readOut();
    });
    auto *label = plainLabel(tr("Kind of fea&ture"), line);
    m_kind = new QComboBox(line);
    m_kind->setObjectName(QStringLiteral("numbersKind"));
    m_kind->setAccessibleName(tr("Kind of feature"));
    m_kind->setToolTip(tr("Its words, and what right and wrong ones are worth"));
    label->setBuddy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] { readOut(); });
    layout->addWidget(m_asCounts);
    layout->addWidget(m_asRates);
    layout->addSpacing(pageSpacing);
    layout->addWidget(label);
    layout->addWidget(m_kind);
    layout->addStretch(1);
    return line;
}

QLineEdit *NumbersPage::field(std::vector<Field> &fields, const QString &object,
                              const QString &name, const QString &wanted, const QString &example)
{
    auto *box = new QLineEdit(this);
    box->setObjectName(object);
    box->setAccessibleName(name);
    box->setAccessibleDescription(wanted);
    box->setPlaceholderText(example);
    box->setMaximumWidth(mostFieldCharacters * box->fontMetrics().averageCharWidth() * 2);
    connect(box, &QLineEdit::textChanged, this, [this] { readOut(); });
    fields.push_back({box, name, wanted});
    return box;
}

QWidget *NumbersPage::counts()
{
    auto *grid = new QGridLayout;
    const QString wanted = tr("a whole number from 0, such as 40 or 9,860");
    const auto add = [&](int row, int column, const QString &object, const QString &name,
                         const QString &mark, const QString &example) {
        auto *label = plainLabel(mark, this);
        auto *box = field(m_counts, object, name, wanted, example);
        label->setBuddy(box);
        grid->addWidget(label, row, 2 * column - 1, Qt::AlignRight);
        grid->addWidget(box, row, 2 * column);
    };
    grid->addWidget(labelOf(tr("Really positive"), "section", this), 0, 1, 1, 2);
    grid->addWidget(labelOf(tr("Really negative"), "section", this), 0, 3, 1, 2);
    grid->addWidget(labelOf(tr("Shown"), "section", this), 1, 0);
    grid->addWidget(labelOf(tr("Not shown"), "section", this), 2, 0);
    add(1, 1, QStringLiteral("countTp"), tr("Right ones shown (TP)"), tr("right, T&P"),
        QStringLiteral("60"));
    add(1, 2, QStringLiteral("countFp"), tr("Wrong ones shown (FP)"), tr("wrong, &FP"),
        QStringLiteral("40"));
    add(2, 1, QStringLiteral("countFn"), tr("Good ones missed (FN)"), tr("misse&d, FN"),
        QStringLiteral("40"));
    add(2, 2, QStringLiteral("countTn"), tr("Rightly not shown (TN)"), tr("rightly silent, T&N"),
        QStringLiteral("9,860"));
    grid->setColumnStretch(5, 1);
    return cardOf(grid, this);
}

void NumbersPage::addRate(QGridLayout *grid, const QString &object, const QString &label,
                          const QString &wanted, const QString &example)
{
    auto *text = plainLabel(label, this);
    auto *box = field(m_rates, object, QString(label).remove(QLatin1Char('&')), wanted, example);
    text->setBuddy(box);
    const int row = grid->rowCount();
    grid->addWidget(text, row, 0);
    grid->addWidget(box, row, 1);
    grid->addWidget(labelOf(wanted, "quiet", this), row, 2);
}

QWidget *NumbersPage::rates()
{
    auto *grid = new QGridLayout;
    addRate(grid, QStringLiteral("rateRecall"), tr("&Recall: positives that are shown"),
            tr("a share, such as 0.90, 90 % or 9 in 10"), QStringLiteral("0.90"));
    addRate(grid, QStringLiteral("rateFalseAlarms"), tr("False a&larms: negatives that are shown"),
            tr("a share, such as 0.020, 2 % or 1 in 50"), QStringLiteral("0.020"));
    addRate(grid, QStringLiteral("rateBase"), tr("&Base rate: cases that are really positive"),
            tr("a share above 0 and below 1, such as 0.2 % or 1 in 500"), QStringLiteral("0.2 %"));
    addRate(grid, QStringLiteral("rateUses"), tr("Cases, in a &year, say"),
            tr("a whole number from 1, such as 1,000,000"), QStringLiteral("1,000,000"));
    grid->setColumnStretch(2, 1);
    return cardOf(grid, this);
}

QWidget *NumbersPage::answer()
{
    m_sentences->setObjectName(QStringLiteral("numbersSentences"));
    m_sentences->setAccessibleName(tr("What people experience"));
    m_sentences->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setObjectName(QStringLiteral("copyNumbers"));
    connect(m_copy, &QPushButton::clicked, this, [this] {
        copy();
        sayCopied(m_copy);
    });
    auto *example = new QPushButton(tr("Fill in an &example"), this);
    example->setObjectName(QStringLiteral("numbersExample"));
    connect(example, &QPushButton::clicked, this, &NumbersPage::fillExample);
    auto *open = new QPushButton(tr("&Open a file with rows\u2026"), this);
    open->setObjectName(QStringLiteral("numbersOpen"));
    connect(open, &QPushButton::clicked, this, &NumbersPage::openRequested);
    auto *back = new QPushButton(tr("Bac&k"), this);
    back->setObjectName(QStringLiteral("numbersBack"));
    connect(back, &QPushButton::clicked, this, &NumbersPage::left);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_copy, example, open, back})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout;
    layout->addWidget(labelOf(tr("What people experience"), "section", this));
    layout->addWidget(m_sentences);
    layout->addWidget(
            labelOf(tr("What needs rows, and cannot be told from four numbers: how long "
                       "people wait and who leaves, another threshold or budget, what the "
                       "best setting is, segments, and how two models differ."),
                    "quiet", this));
    layout->addLayout(buttons);
    return cardOf(layout, this);
}

void NumbersPage::setPresets(const QList<Preset> &presets)
{
    m_presets = presets;
    m_kind->clear();
    m_kind->addItem(tr("no particular one"));
    for (const Preset &preset : presets)
        m_kind->addItem(wording::nameText(preset.title));
}

void NumbersPage::begin()
{
    shown().front().box->setFocus(Qt::OtherFocusReason);
}

bool NumbersPage::areRates() const
{
    return m_asRates && m_asRates->isChecked();
}

void NumbersPage::fillExample()
{
    for (const Field &each : shown())
        each.box->setText(each.box->placeholderText());
}

std::optional<double> NumbersPage::numberIn(const Field &field) const
{
    const bool isShare = areRates() && field.box != m_rates.back().box;
    auto number = isShare ? wording::typedShare(field.box->text())
                          : wording::typedCount(field.box->text());
    const bool isBase = areRates() && field.box == m_rates[2].box;
    if (isBase && number && (*number <= 0.0 || *number >= 1.0))
        number.reset();
    if (areRates() && !isShare && number && *number < 1.0)
        number.reset();
    return number;
}

QString NumbersPage::refusal() const
{
    double sum = 0.0;
    for (const Field &each : shown()) {
        const auto number = numberIn(each);
        if (!number && !each.box->text().trimmed().isEmpty())
            return tr("%1 has to be %2.").arg(each.name, each.wanted);
        sum += number.value_or(0.0);
    }
    const bool isMissing = std::ranges::any_of(
            shown(), [](const Field &each) { return each.box->text().trimmed().isEmpty(); });
    if (!isMissing && !areRates() && !(sum > 0.0))
        return tr("All four are 0: there is nothing to tell.");
    return {};
}

QStringList NumbersPage::told() const
{
    std::vector<double> numbers;
    for (const Field &each : shown()) {
        const auto number = numberIn(each);
        if (!number)
            return {};
        numbers.push_back(*number);
    }
    Scenario scenario;
    if (m_kind->currentIndex() > 0)
        scenario = withPreset(scenario, m_presets.at(m_kind->currentIndex() - 1));
    if (areRates())
        return wording::ratesSentences({numbers[0], numbers[1], numbers[2], numbers[3]}, scenario);
    const ConfusionMatrix table(numbers[0], numbers[1], numbers[2], numbers[3]);
    return wording::countedSentences(assess(countsOf(table), scenario));
}

void NumbersPage::readOut()
{
    const QString fault = refusal();
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    const QStringList sentences = fault.isEmpty() ? told() : QStringList();
    m_copy->setEnabled(!sentences.isEmpty());
    m_sentences->setText(sentences.isEmpty() ? tr("Fill in all four numbers: it is read at once.")
                                             : sentences.join(QLatin1Char('\n')));
}

QString NumbersPage::sentences() const
{
    return m_copy->isEnabled() ? m_sentences->text() : QString();
}

void NumbersPage::copy() const
{
    QGuiApplication::clipboard()->setText(sentences());
}

void NumbersPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace oneinn

#include "moc_numberspage.cpp"
