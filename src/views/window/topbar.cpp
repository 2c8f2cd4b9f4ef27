// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/topbar.h"

#include "document/dataplaces.h"
#include "results/results.h"
#include "views/widgets/linebutton.h"
#include "views/widgets/listedmodels.h"
#include "views/widgets/plaintext.h"
#include "wording/accountwords.h"
#include "wording/combinationwords.h"
#include "wording/conditionwords.h"
#include "wording/names.h"
#include "wording/scenariowords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>
#include <numeric>

namespace oneinn {

namespace {

constexpr std::size_t mostSegmentValues = 60; ///< longer lists are no use in a menu
constexpr int mostSegmentItems = 1000;        ///< of all columns; a file may have thousands of them
constexpr qsizetype mostFileCharacters = 28;
constexpr int combinedRole = Qt::UserRole + 1; ///< several models, operated as one
constexpr int conditionParts = 3;              ///< in an item's data: column, value, match
constexpr int mostPickerCharacters = 28; ///< wide; a longer name is cut short in the box alone

QStringList conditionData(const Selection::Where &where)
{
    return {QString::fromStdString(where.column), QString::fromStdString(where.value),
            QString::number(static_cast<int>(where.match))};
}

QToolButton *menuButton(const QString &text, QMenu *menu, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLabel *brandLabel(QWidget *parent)
{
    QLabel *name = plainLabel(QStringLiteral("One in N"), parent);
    name->setProperty("role", QStringLiteral("brand"));
    return name;
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QToolBar(parent)
{
    setContextMenuPolicy(Qt::PreventContextMenu);
}

void TopBar::setActions(const Actions &actions, QMenu *fileMenu, QMenu *windowMenu)
{
    m_brand = addWidget(brandLabel(this));
    m_file = menuButton({}, fileMenu, this);
    m_file->setObjectName(QStringLiteral("file"));
    m_file->setToolTip(tr("The file: what is in it, another one, saving"));
    m_dataActions.append(addWidget(m_file));
    m_model = addPicker(tr("&Model"), tr("Model"), tr("Whose predictions are looked at"));
    m_users = addPicker(tr("Gro&up"), tr("Group"), tr("Everyone, or one segment"));
    m_setAside = new LineButton(this);
    m_setAside->setObjectName(QStringLiteral("setAside"));
    m_setAside->setProperty("role", QStringLiteral("notice"));
    m_setAside->setFocusPolicy(Qt::TabFocus);
    connect(m_setAside, &QToolButton::clicked, actions.account, &QAction::trigger);
    m_setAsidePlace = addWidget(m_setAside);
    m_setAsidePlace->setVisible(false);
    auto *gap = new QWidget(this);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(gap);
    for (QAction *action :
         {actions.undo, actions.redo, actions.pin, actions.present, actions.exportAnswer}) {
        addAction(action);
        m_dataActions.append(action);
        QWidget *button = widgetForAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        // What is written on it may be a sign.
        button->setAccessibleName(action->text().remove(QLatin1Char('&')));
    }
    QToolButton *menu = menuButton(QStringLiteral("\u2630"), windowMenu, this);
    menu->setObjectName(QStringLiteral("menu"));
    menu->setToolTip(tr("Menu (F10)"));
    menu->setAccessibleName(tr("Menu"));
    menu->setShortcut(Qt::Key_F10);
    addWidget(menu);
    for (QAction *action : std::as_const(m_dataActions))
        action->setVisible(false);
}

QComboBox *TopBar::addPicker(const QString &label, const QString &accessibleName,
                             const QString &toolTip)
{
    // Label and box stand and hide together.
    auto *pair = new QWidget(this);
    auto *layout = new QHBoxLayout(pair);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->setSpacing(4);
    auto *text = plainLabel(label, pair);
    auto *box = new QComboBox(pair);
    box->setAccessibleName(accessibleName);
    box->setToolTip(toolTip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMaximumWidth(box->fontMetrics().averageCharWidth() * mostPickerCharacters);
    box->setObjectName(accessibleName.toLower().remove(QLatin1Char(' ')));
    text->setBuddy(box);
    layout->addWidget(text);
    layout->addWidget(box);
    m_pickers.append(addWidget(pair));
    m_pickers.last()->setVisible(false);
    return box;
}

void TopBar::setResults(Results *results)
{
    m_session = results->session();
    connect(m_model, &QComboBox::activated, this, [this] {
        if (m_model->currentData(combinedRole).toBool())
            return;
        const QVariant model = m_model->currentData();
        m_session->edit(edits::model(model.isValid() ? std::optional(model.toString().toStdString())
                                                     : std::nullopt));
        render(m_session->assessment()); // a choice without rows is refused
    });
    connect(m_users, &QComboBox::activated, this, [this] {
        const QStringList parts = m_users->currentData().toStringList();
        std::vector<Selection::Where> where;
        for (qsizetype i = 0; i + 2 < parts.size(); i += conditionParts)
            where.push_back({parts.at(i).toStdString(), parts.at(i + 1).toStdString(),
                             static_cast<Selection::Match>(parts.at(i + 2).toInt())});
        m_session->edit(edits::where(where));
        render(m_session->assessment());
    });
}

void TopBar::renderData()
{
    const Predictions &predictions = m_session->predictions();
    m_model->clear();
    m_listedModels = listedModels(predictions);
    for (const std::string &value : m_listedModels)
        addModel(value);
    const auto models = predictions.model() ? predictions.model()->values.size() : 0;
    m_model->setToolTip(models == m_listedModels.size()
                                ? tr("Whose predictions are looked at")
                                : tr("Whose predictions are looked at: of %1 models, the %2 with "
                                     "the most rows are listed")
                                          .arg(models)
                                          .arg(m_listedModels.size()));
    fillSegments();
    const QString path = m_session->data().source.path;
    m_file->setText(
            onButton(wording::middleElided(wording::nameText(dataName(path)), mostFileCharacters)));
    m_file->setAccessibleName(tr("File: %1").arg(wording::nameText(dataName(path))));
    m_brand->setVisible(false);
    for (QAction *action : std::as_const(m_dataActions))
        action->setVisible(true);
    m_pickers.at(0)->setVisible(m_model->count() > 1);
    m_pickers.at(1)->setVisible(m_users->count() > 1);
}

void TopBar::addModel(const std::string &model)
{
    const QString name = QString::fromStdString(model);
    m_model->addItem(name.isEmpty() ? tr("(no name)") : wording::nameText(name), name);
}

QString TopBar::segmentItem(const Selection::Where &where)
{
    return tr("%1: %2").arg(wording::nameText(where.column), wording::conditionValue(where));
}

void TopBar::fillSegments()
{
    m_users->clear();
    m_users->addItem(tr("everyone"), QStringList());
    for (const CategoryColumn &column : m_session->predictions().segments()) {
        if (column.values.size() > mostSegmentValues || column.values.size() < 2)
            continue;
        if (m_users->count() > mostSegmentItems)
            break;
        m_users->insertSeparator(m_users->count());
        QStringList values;
        for (const std::string &value : column.values)
            values.append(QString::fromStdString(value));
        values.sort();
        for (const QString &value : values)
            m_users->addItem(segmentItem({column.name, value.toStdString()}),
                             conditionData({column.name, value.toStdString()}));
    }
}

/// The last of the list, while several models are operated as one.
void TopBar::renderCombined(const Scenario &scenario)
{
    const int last = m_model->count() - 1;
    const bool there = last >= 0 && m_model->itemData(last, combinedRole).toBool();
    if (there)
        m_model->removeItem(last);
    if (!scenario.combination)
        return;
    m_model->addItem(wording::answererName(scenario));
    m_model->setItemData(m_model->count() - 1, true, combinedRole);
    m_model->setItemData(m_model->count() - 1, m_model->itemText(m_model->count() - 1),
                         Qt::ToolTipRole);
    m_model->setCurrentIndex(m_model->count() - 1);
}

/// Several conditions at once, or one of too many values, are listed last while they hold.
void TopBar::renderUsers(const Selection &selection)
{
    const int last = m_users->count() - 1;
    if (last >= 0 && m_users->itemData(last, combinedRole).toBool())
        m_users->removeItem(last);
    QStringList where;
    QStringList names;
    for (const Selection::Where &each : selection.where) {
        where += conditionData(each);
        names.append(segmentItem(each));
    }
    if (m_users->findData(where) < 0) {
        m_users->addItem(names.join(QStringLiteral(" \u00b7 ")), where);
        m_users->setItemData(m_users->count() - 1, true, combinedRole);
    }
    m_users->setCurrentIndex(m_users->findData(where));
}

/// Of the model that is looked at, and why: on opening it cannot be overlooked, and nothing that
/// can be clicked stands to the right of it but what the gap keeps in its place.
void TopBar::renderSetAside()
{
    const RowAccount account = accountOf(m_session->index());
    const RowAccount &whole = m_session->predictions().account();
    const QString brief = wording::setAsideBrief(account, whole);
    m_setAsidePlace->setVisible(!brief.isEmpty());
    if (brief == m_setAside->text())
        return;
    m_setAside->setText(brief);
    m_setAside->setAccessibleName(brief);
    const QStringList details = wording::accountDetails(account.unusable() > 0 ? account : whole);
    m_setAside->setToolTip(
            (QStringList{brief} + details + QStringList{tr("Click for the account (Ctrl+Shift+A)")})
                    .join(QLatin1Char('\n')));
    m_setAside->updateGeometry();
}

void TopBar::render(const Assessment &assessment)
{
    renderSetAside();
    const Selection &selection = assessment.scenario.selection;
    if (selection.model) {
        const QString model = QString::fromStdString(*selection.model);
        if (m_model->findData(model) < 0)
            addModel(*selection.model); // one of too many to be listed
        m_model->setCurrentIndex(m_model->findData(model));
    }
    renderCombined(assessment.scenario);
    renderUsers(selection);
}

} // namespace oneinn

#include "moc_topbar.cpp"
