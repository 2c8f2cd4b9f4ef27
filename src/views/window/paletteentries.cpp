// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/paletteentries.h"

#include "charts/chartview.h"
#include "session/session.h"
#include "views/window/explorepage.h"
#include "views/window/palettesynonyms.h"
#include "wording/experiencewords.h"
#include "wording/names.h"
#include "wording/phrases.h"
#include "wording/valuewords.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

namespace oneinn {

namespace {

constexpr qsizetype mostNumberCharacters = 90; ///< of a number's name

struct PaletteWords {
    Q_DECLARE_TR_FUNCTIONS(oneinn::CommandPalette)
};

/// As it reads without the mark of its key.
QString withoutKeyMark(QString text)
{
    const QChar kept(QChar::ReplacementCharacter);
    return text.replace(QLatin1String("&&"), kept)
            .remove(QLatin1Char('&'))
            .replace(kept, QLatin1Char('&'));
}

QString wayTo(const QStringList &parts)
{
    return parts.join(QStringLiteral(" \u00b7 "));
}

bool isSetting(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    const bool part = qobject_cast<const QAbstractSpinBox *>(parent)
            || qobject_cast<const QComboBox *>(parent);
    return !part && !widget->accessibleName().isEmpty()
            && (qobject_cast<const QAbstractSpinBox *>(widget)
                || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QCheckBox *>(widget));
}

/// What stands on a page that is not shown now may be what another file has brought up to date, or
/// will: only what its view hides by itself is out of reach.
bool isWithinReach(const QWidget *box, const QWidget *page)
{
    for (const QWidget *each = box; each && each != page; each = each->parentWidget()) {
        if (each->isHidden() && !qobject_cast<QStackedWidget *>(each->parentWidget()))
            return false;
    }
    return true;
}

void bringIntoSight(QWidget *box)
{
    for (QWidget *each = box->parentWidget(); each; each = each->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(each))
            area->ensureWidgetVisible(box);
    }
    box->setFocus(Qt::ShortcutFocusReason);
    if (auto *number = qobject_cast<QAbstractSpinBox *>(box))
        number->selectAll();
    else if (auto *line = qobject_cast<QLineEdit *>(box))
        line->selectAll();
}

/// One that does something, or chooses what is shown; not those that a table, a row of tabs or a
/// box has of its own, nor those that only tell.
bool isCommand(const QAbstractButton *button)
{
    const auto *tool = qobject_cast<const QToolButton *>(button);
    const auto *push = qobject_cast<const QPushButton *>(button);
    const bool tells = push && push->focusPolicy() == Qt::NoFocus;
    return (tool || push) && !tells && !button->text().isEmpty() && !(tool && tool->menu());
}

void addCommands(QList<PaletteEntry> &entries, QWidget *page, const QString &where,
                 const std::function<void()> &show)
{
    const QList<QAbstractButton *> buttons = page->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (!isCommand(button) || !isWithinReach(button, page))
            continue;
        const auto choose = [show, page, button = QPointer(button)] {
            show();
            if (!button || !button->isEnabled())
                return page->setFocus(Qt::ShortcutFocusReason);
            button->setFocus(Qt::ShortcutFocusReason);
            button->click();
        };
        entries.append({withoutKeyMark(button->text()),
                        button->isEnabled() ? where : PaletteWords::tr("%1, not now").arg(where),
                        wayTo({button->accessibleName(), button->toolTip()}),
                        {},
                        choose});
    }
}

QString labelOf(const QWidget *box, const QWidget *page)
{
    const QList<QLabel *> labels = page->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy() == box)
            return withoutKeyMark(label->text());
    }
    return {};
}

/// page: one of the views, or what is there in each of them.
void addSettings(QList<PaletteEntry> &entries, QWidget *page, const QString &where,
                 const std::function<void()> &show)
{
    const QList<QWidget *> boxes = page->findChildren<QWidget *>();
    for (QWidget *box : boxes) {
        if (!isSetting(box) || !isWithinReach(box, page))
            continue;
        const auto choose = [show, box = QPointer(box)] {
            show();
            if (box)
                bringIntoSight(box);
        };
        entries.append({box->accessibleName(),
                        where,
                        wayTo({labelOf(box, page), box->toolTip(), PaletteWords::tr("setting")}),
                        {},
                        choose});
    }
}

void addViews(QList<PaletteEntry> &entries, ExplorePage *explore)
{
    const QList<QWidget *> pages = explore->views();
    for (QWidget *page : pages) {
        const ExplorePage::ViewName name = explore->nameOf(page);
        entries.append(
                {name.view,
                 name.room,
                 wayTo({name.about, PaletteWords::tr("view"), paletteSynonyms(page->objectName())}),
                 {},
                 [explore, page] {
                     explore->showView(page);
                     page->setFocus(Qt::ShortcutFocusReason);
                 }});
    }
    for (QWidget *page : pages) {
        const ExplorePage::ViewName name = explore->nameOf(page);
        const QString where = name.room == name.view ? name.room : wayTo({name.room, name.view});
        const auto show = [explore, page] { explore->showView(page); };
        addSettings(entries, page, where, show);
        addCommands(entries, page, where, show);
    }
}

void addNumber(QList<PaletteEntry> &entries, const QString &name, const QString &sentence,
               const QString &words)
{
    entries.append({wording::middleElided(name, mostNumberCharacters),
                    PaletteWords::tr("copies its sentence"),
                    wayTo({words, sentence, PaletteWords::tr("number")}),
                    {},
                    [sentence] { QGuiApplication::clipboard()->setText(sentence); }});
}

void addNumbers(QList<PaletteEntry> &entries, const Assessment &assessment)
{
    const wording::ExperienceWords words = wording::experienceWords(assessment);
    const auto add = [&entries](const wording::Statement &statement, const QString &more) {
        const bool known = statement.headline != wording::undefinedDash();
        addNumber(entries, known ? statement.headline : statement.detail,
                  wording::sentenceOf(statement), more);
    };
    add(words.wrong, PaletteWords::tr("wrong precision headline"));
    add(words.missed, PaletteWords::tr("missed recall headline"));
    add(words.late, PaletteWords::tr("late latency headline"));
    add(words.untilBad, PaletteWords::tr("uses until users have had enough patience headline"));
    const wording::ValueWords value = wording::valueWords(assessment);
    addNumber(entries, PaletteWords::tr("Value: %1").arg(value.value),
              wording::asSentence(value.value), PaletteWords::tr("worth"));
}

void addPresets(QList<PaletteEntry> &entries, const PaletteSources &sources)
{
    for (const Preset &preset : sources.presets) {
        const QString where =
                preset.own ? PaletteWords::tr("preset (yours)") : PaletteWords::tr("preset");
        entries.append(
                {wording::nameText(preset.title),
                 where,
                 wording::visible(preset.sentence.left(1000)),
                 {},
                 [session = sources.session, preset] { session->edit(edits::preset(preset)); }});
    }
}

/// The view that a chart's picture is taken of has to be there first.
void showViewOf(ExplorePage *explore, const QWidget *chart)
{
    const QList<QWidget *> pages = explore->views();
    for (QWidget *page : pages) {
        if (page->isAncestorOf(chart))
            explore->showView(page);
    }
}

class MenuEntries {
public:
    MenuEntries(QList<PaletteEntry> &entries, ExplorePage *explore, bool onlyAnytime)
        : m_entries(entries)
        , m_explore(explore)
        , m_onlyAnytime(onlyAnytime)
    {
    }

    void add(const QMenu *menu, const QStringList &way)
    {
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (const QMenu *inner = action->menu())
                add(inner, way + QStringList{withoutKeyMark(inner->title())});
            else if (isOffered(action))
                add(action, way);
        }
    }

private:
    bool isOffered(const QAction *action) const
    {
        return !action->isSeparator() && action->isEnabled() && action->isVisible()
                && !action->property("opensPalette").toBool()
                && (!m_onlyAnytime || action->property("anytime").toBool());
    }

    void add(QAction *action, const QStringList &way)
    {
        const auto *chart = qobject_cast<const charts::ChartView *>(action->parent());
        const auto choose = [action, chart, explore = m_explore] {
            if (chart)
                showViewOf(explore, chart);
            action->trigger();
        };
        const QString name = withoutKeyMark(action->text());
        const QString toolTip = action->toolTip();
        const QString words = wayTo(
                {toolTip == name ? QString() : toolTip, paletteSynonyms(action->objectName())});
        m_entries.append({name, wayTo(way), words,
                          action->shortcut().toString(QKeySequence::NativeText), choose});
    }

    QList<PaletteEntry> &m_entries;
    ExplorePage *m_explore;
    bool m_onlyAnytime;
};

} // namespace

QList<PaletteEntry> paletteEntries(const PaletteSources &sources)
{
    QList<PaletteEntry> entries;
    const bool hasData = sources.session->hasData();
    if (hasData) {
        addViews(entries, sources.explore);
        addSettings(entries, sources.bar, PaletteWords::tr("top bar"), [] {});
        const QList<QWidget *> beside = sources.explore->besideRooms();
        for (QWidget *part : beside) {
            addSettings(entries, part, PaletteWords::tr("every room"), [] {});
            addCommands(entries, part, PaletteWords::tr("every room"), [] {});
        }
        addNumbers(entries, sources.session->assessment());
        addPresets(entries, sources);
    }
    MenuEntries(entries, sources.explore, !hasData).add(sources.menu, {});
    return entries;
}

} // namespace oneinn
