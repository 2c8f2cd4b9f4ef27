// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/palette.h"

#include "charts/charttheme.h"
#include "views/widgets/plaintext.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr int whereRole = Qt::UserRole;
constexpr int keysRole = Qt::UserRole + 1;
constexpr int entryRole = Qt::UserRole + 2;

constexpr int paletteCharacters = 92; ///< wide
constexpr int mostRowsInSight = 11;
constexpr int rowAir = 7;     ///< above and below a row's text
constexpr int rowSide = 16;   ///< beside it
constexpr int rowMark = 3;    ///< width of the bar at the row that is chosen
constexpr double edge = 0.12; ///< of the window's height, above the palette

/// A name on the left, where it is and its keys on the right: all of it plain text.
class EntryDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, option.fontMetrics.height() + 2 * rowAir};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto colors = charts::ChartColors::fromPalette(option.palette);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (current || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, colors.shownShade);
        if (current)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(rowMark, option.rect.height())),
                              option.palette.color(QPalette::Link));
        QRect room = option.rect.adjusted(rowSide, 0, -rowSide, 0);
        room.setRight(paintKeys(painter, option, index.data(keysRole).toString(), room));
        const QFontMetrics &metrics = option.fontMetrics;
        const QString where = metrics.elidedText(index.data(whereRole).toString(), Qt::ElideRight,
                                                 room.width() / 2);
        painter->setPen(colors.text);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, where);
        room.setRight(room.right() - metrics.horizontalAdvance(where) - rowSide);
        QFont font = option.font;
        font.setBold(current);
        painter->setFont(font);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight,
                                                        room.width()));
        painter->restore();
    }

private:
    /// Where they begin.
    static int paintKeys(QPainter *painter, const QStyleOptionViewItem &option, const QString &keys,
                         const QRect &room)
    {
        if (keys.isEmpty())
            return room.right();
        const int width = option.fontMetrics.horizontalAdvance(keys) + 12;
        const QRectF cap(room.right() - width, room.top() + rowAir - 2, width,
                         room.height() - 2 * rowAir + 4);
        painter->setPen(option.palette.color(QPalette::Mid));
        painter->setBrush(option.palette.color(QPalette::Window));
        painter->drawRoundedRect(cap.translated(-0.5, -0.5), 4, 4);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(cap, Qt::AlignCenter | Qt::TextSingleLine, keys);
        return room.right() - width - rowSide / 2;
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_typed(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_none(plainLabel({}, this))
    , m_hint(plainLabel(tr("\u2191 \u2193 choose \u00b7 Enter goes there \u00b7 Esc leaves"), this))
{
    hide();
    setObjectName(QStringLiteral("palette"));
    setProperty("role", QStringLiteral("card"));
    setAccessibleName(tr("Find anything"));
    m_typed->setObjectName(QStringLiteral("paletteTyped"));
    m_typed->setPlaceholderText(tr("Find a view, a setting, a preset, a sample, a number\u2026"));
    m_typed->setAccessibleName(tr("Find by name"));
    m_typed->setFrame(false);
    m_typed->setClearButtonEnabled(true);
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * 1.25);
    m_typed->setFont(larger);
    m_typed->setTextMargins(8, 8, 8, 8);
    auto *rule = new QFrame(this);
    rule->setProperty("role", QStringLiteral("rule"));
    rule->setFrameShape(QFrame::HLine);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setStyleSheet(QStringLiteral(
            "QScrollBar { background: transparent; width: 9px; margin: 0; }"
            "QScrollBar::handle { background: palette(mid); border-radius: 3px; margin: 1px 3px; "
            "min-height: 24px; }"
            "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
            "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setObjectName(QStringLiteral("paletteNone"));
    m_none->setWordWrap(true);
    m_none->setMargin(rowSide);
    m_hint->setProperty("role", QStringLiteral("quiet"));
    m_hint->setContentsMargins(rowSide, 5, rowSide, 6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    for (QWidget *part : QList<QWidget *>{m_typed, rule, m_list, m_none, m_hint})
        layout->addWidget(part);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(36);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 110));
    setGraphicsEffect(shadow);
    connect(m_typed, &QLineEdit::textEdited, this, &CommandPalette::search);
    connect(m_typed, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            search(); // by the button that clears it, which is no edit
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &CommandPalette::tellCurrent);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) {
        if (isVisible() && now && now != this && !isAncestorOf(now))
            hide();
    });
}

void CommandPalette::open(QList<PaletteEntry> entries, const QString &none)
{
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
        qApp->installEventFilter(this); // as long as it is open: any press beside it leaves
    }
    m_entries = std::move(entries);
    m_none->setText(none);
    m_typed->clear();
    search();
    show();
    raise();
    m_typed->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::search()
{
    m_list->clear();
    const QList<qsizetype> found = paletteSearch(m_entries, m_typed->text());
    for (const qsizetype i : found) {
        const PaletteEntry &entry = m_entries.at(i);
        auto *item = new QListWidgetItem(entry.name, m_list);
        item->setData(whereRole, entry.where);
        item->setData(keysRole, entry.keys);
        item->setData(entryRole, i);
        QStringList spoken{entry.name, entry.where, entry.keys};
        spoken.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, spoken.join(QStringLiteral(", ")));
    }
    m_list->setCurrentRow(found.isEmpty() ? -1 : 0);
    m_list->setVisible(!found.isEmpty());
    m_none->setVisible(found.isEmpty());
    tellCurrent();
    place();
}

/// A screen reader stays with the line that is typed in, so that it is told there.
void CommandPalette::tellCurrent()
{
    const QListWidgetItem *current = m_list->currentItem();
    m_typed->setAccessibleDescription(
            current ? tr("%1; %2 of %3 found")
                              .arg(current->data(Qt::AccessibleTextRole).toString())
                              .arg(m_list->currentRow() + 1)
                              .arg(m_list->count())
                    : m_none->text());
}

void CommandPalette::move(int rows)
{
    if (m_list->count() > 0)
        m_list->setCurrentRow(qBound(0, m_list->currentRow() + rows, m_list->count() - 1));
}

void CommandPalette::choose(int row)
{
    if (row < 0)
        return;
    const auto entry = m_list->item(row)->data(entryRole).toLongLong();
    dismiss();
    m_entries.at(entry).choose();
}

bool CommandPalette::obeysKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-mostRowsInSight);
        return true;
    case Qt::Key_PageDown:
        move(mostRowsInSight);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::isBeside(const QObject *watched) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && widget != this && widget->window() == window() && !isAncestorOf(widget);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_typed && event->type() == QEvent::KeyPress)
        return obeysKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    else if (event->type() == QEvent::MouseButtonPress && isBeside(watched))
        dismiss();
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    qApp->removeEventFilter(this);
}

void CommandPalette::place()
{
    const QSize window = parentWidget()->size();
    const int wanted = paletteCharacters * fontMetrics().averageCharWidth();
    const int wide = qMin(wanted, window.width() - 2 * rowSide);
    const int above = int(edge * window.height());
    const int row = fontMetrics().height() + 2 * rowAir;
    const int around = m_typed->sizeHint().height() + m_hint->sizeHint().height() + 3;
    const int room = qMax(1, (window.height() - above - rowSide - around) / row);
    const int rows = qMin(qMin(mostRowsInSight, room), m_list->count());
    m_list->setFixedHeight(qMax(1, rows) * row);
    const int none = m_none->heightForWidth(wide - 2) + rowAir;
    const int tall = around + (m_list->count() > 0 ? m_list->height() : none);
    setGeometry((window.width() - wide) / 2, above, wide, tall);
}

} // namespace oneinn

#include "moc_palette.cpp"
