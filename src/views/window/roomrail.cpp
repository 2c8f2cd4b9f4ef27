// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/roomrail.h"

#include "charts/charttheme.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wrappedlabel.h"

#include <QKeySequence>
#include <QPainter>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr int railCharacters = 18;  ///< wide
constexpr int buttonAir = 9;        ///< above and below its text
constexpr int buttonSide = 14;      ///< left of it
constexpr double smallScale = 0.86; ///< of the questions' size
constexpr int markWidth = 3;        ///< of the bar that marks the room one is in

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * smallScale);
    return font;
}

} // namespace

RoomButton::RoomButton(const QString &name, const QString &question, QWidget *parent)
    : QAbstractButton(parent)
    , m_question(question)
{
    setText(name);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover); // is painted anew when the mouse comes and goes
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(name + QStringLiteral(": ") + question);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void RoomButton::setQuestionShown(bool shown)
{
    if (m_questionShown == shown)
        return;
    m_questionShown = shown;
    updateGeometry();
    update();
}

QFont RoomButton::nameFont() const
{
    QFont name = font();
    name.setBold(isChecked());
    return name;
}

QFont RoomButton::questionFont() const
{
    return smaller(font());
}

QRect RoomButton::questionBounds(int width) const
{
    return QFontMetrics(questionFont())
            .boundingRect(QRect(0, 0, width - buttonSide - 4, 1000), Qt::TextWordWrap, m_question);
}

QSize RoomButton::sizeHint() const
{
    const int width = railCharacters * fontMetrics().averageCharWidth();
    return {width, heightForWidth(width)};
}

int RoomButton::heightForWidth(int width) const
{
    const int name = fontMetrics().height() + 2 * buttonAir;
    return m_questionShown ? name + 2 + questionBounds(width).height() : name;
}

void RoomButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const auto colors = charts::ChartColors::fromPalette(palette());
    const QColor accent = palette().color(QPalette::Link);
    if (isChecked() || underMouse())
        painter.fillRect(rect(), colors.shownShade);
    if (isChecked())
        painter.fillRect(QRect(0, 0, markWidth, height()), accent);
    const QRect text = rect().adjusted(buttonSide, buttonAir, -4, -buttonAir);
    painter.setFont(nameFont());
    painter.setPen(isChecked() ? accent : palette().color(QPalette::WindowText));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, this->text());
    painter.setFont(questionFont());
    painter.setPen(colors.text);
    painter.drawText(text.adjusted(0, 1, -4, 0), Qt::AlignRight | Qt::AlignTop, m_digit);
    if (m_questionShown) {
        painter.setFont(questionFont());
        painter.setPen(colors.text);
        painter.drawText(text.adjusted(0, fontMetrics().height() + 2, 0, 0),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_question);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(accent, 2.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 2, -2, -2), 5, 5);
    }
}

namespace {

/// With words that are wider than a line cut short: wrapping does not part them.
QString withShortWords(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    QStringList words = text.split(QLatin1Char(' '));
    for (QString &word : words)
        word = metrics.elidedText(word, Qt::ElideRight, width);
    return words.join(QLatin1Char(' '));
}

} // namespace

/// A few lines that lead somewhere.
class RoomRail::Note final : public QAbstractButton {
public:
    explicit Note(const QString &name, QWidget *parent)
        : QAbstractButton(parent)
        , m_title(new WrappedLabel(this))
        , m_lines(new WrappedLabel(this))
    {
        setObjectName(name);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        m_title->setObjectName(name + QStringLiteral("Title"));
        m_lines->setObjectName(name + QStringLiteral("Lines"));
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(10, 5, 4, 5);
        column->setSpacing(2);
        for (QLabel *label : QList<QLabel *>{m_title, m_lines}) {
            label->setFont(smaller(label->font()));
            label->setAttribute(Qt::WA_TransparentForMouseEvents);
            column->addWidget(label);
        }
        QFont bold = m_title->font();
        bold.setBold(true);
        m_title->setFont(bold);
        m_lines->setProperty("role", QStringLiteral("detail"));
    }

    /// Whether that is something else than before.
    bool display(const QString &title, const QStringList &lines, const QString &description)
    {
        if (accessibleName() == description && m_words == title)
            return false;
        m_words = title;
        fitTitle();
        m_lines->setText(lines.join(QLatin1Char('\n')));
        m_lines->setVisible(!lines.isEmpty());
        setAccessibleName(description);
        setToolTip(description);
        updateGeometry();
        return true;
    }

    void setFaint(bool faint) { m_title->setEnabled(!faint); }

    QSize sizeHint() const override { return layout()->sizeHint(); }
    QSize minimumSizeHint() const override { return layout()->minimumSize(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return layout()->heightForWidth(width); }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QAbstractButton::resizeEvent(event);
        fitTitle();
    }
    void paintEvent(QPaintEvent * /*event*/) override
    {
        if (!hasFocus() && !underMouse())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Link), hasFocus() ? 2.0 : 1.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 1, -2, -1), 5, 5);
    }

private:
    void fitTitle()
    {
        const QMargins margins = layout()->contentsMargins();
        const int room = width() - margins.left() - margins.right();
        m_title->setText(room > 0 ? withShortWords(m_words, m_title->font(), room) : m_words);
    }

    WrappedLabel *m_title;
    WrappedLabel *m_lines;
    QString m_words; ///< of the title, in full
};

RoomRail::RoomRail(QWidget *parent)
    : QFrame(parent)
    , m_buttons(new QVBoxLayout)
    , m_product(new Note(QStringLiteral("productNote"), this))
    , m_verdict(new Note(QStringLiteral("verdictNote"), this))
{
    setProperty("role", QStringLiteral("rail"));
    setAccessibleName(tr("Rooms"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_buttons->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(0);
    layout->addLayout(m_buttons);
    layout->addStretch(1);
    layout->addWidget(m_product);
    layout->addWidget(m_verdict);
    setFixedWidth(railCharacters * fontMetrics().averageCharWidth());
    connect(m_product, &QAbstractButton::clicked, this, &RoomRail::productChosen);
    connect(m_verdict, &QAbstractButton::clicked, this, &RoomRail::verdictChosen);
}

void RoomRail::addRoom(int room, const QString &name, const QString &question,
                       const QKeySequence &keys)
{
    auto *button = new RoomButton(name, question, this);
    button->setToolTip(QStringLiteral("%1: %2 (%3)")
                               .arg(name, question, keys.toString(QKeySequence::NativeText)));
    button->setDigit(room);
    m_buttons->addWidget(button);
    setTabOrder(m_rooms.isEmpty() ? this : static_cast<QWidget *>(m_rooms.last().button), button);
    setTabOrder(button, m_product);
    setTabOrder(m_product, m_verdict);
    m_rooms.append({room, button});
    connect(button, &QAbstractButton::clicked, this, [this, room] { Q_EMIT roomChosen(room); });
}

void RoomRail::setCurrent(int room)
{
    for (const Entry &entry : std::as_const(m_rooms)) {
        // None may be in a room that is not on the rail.
        entry.button->setAutoExclusive(false);
        entry.button->setChecked(entry.room == room);
        entry.button->setAutoExclusive(true);
    }
}

void RoomRail::setProduct(const QString &feature, const QStringList &lines)
{
    const QString all = (QStringList{feature} + lines).join(QStringLiteral("; "));
    if (m_product->display(feature, lines, tr("The product: %1").arg(all)))
        fit();
}

void RoomRail::setVerdict(const QString &headline, const QString &sentence, const QString &why)
{
    if (m_verdict->display(headline, why.isEmpty() ? QStringList() : QStringList(why), sentence))
        fit();
}

void RoomRail::setVerdictFaint(bool faint)
{
    m_verdict->setFaint(faint);
}

void RoomRail::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

/// The rooms' questions stand where all have room for theirs beside the notes.
void RoomRail::fit()
{
    int needed = m_product->heightForWidth(width()) + m_verdict->heightForWidth(width());
    for (const Entry &entry : std::as_const(m_rooms)) {
        entry.button->setQuestionShown(true);
        needed += entry.button->heightForWidth(width());
    }
    const QMargins margins = layout()->contentsMargins();
    const bool room = needed + margins.top() + margins.bottom() <= height();
    for (const Entry &entry : std::as_const(m_rooms))
        entry.button->setQuestionShown(room);
    // At once: what lies in layouts within layouts settles in turns of the loop, and a picture may
    // be taken between two of them.
    m_product->layout()->activate();
    m_verdict->layout()->activate();
    layout()->invalidate();
    layout()->activate();
}

} // namespace oneinn

#include "moc_roomrail.cpp"
