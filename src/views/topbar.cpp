// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/topbar.h"

#include "results/results.h"
#include "views/plaintext.h"
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

constexpr int fallbackRole = Qt::UserRole + 1; ///< the model that answers in place of a late one

constexpr std::size_t mostModels = 100;       ///< listed in a menu
constexpr std::size_t mostSegmentValues = 60; ///< longer lists are no use in a menu
constexpr int mostSegmentItems = 1000;        ///< of all columns; a file may have thousands of them
constexpr int mostPickerCharacters = 25;      ///< wide; a longer name is cut short in the box alone

/// All models where they can be overlooked at a glance, else those with the most rows. An id in
/// every row may have been taken for a model.
std::vector<std::string> listedModels(const Predictions &predictions)
{
    if (!predictions.model())
        return {};
    const CategoryColumn &column = *predictions.model();
    if (column.values.size() <= mostModels)
        return column.values;
    std::vector<std::size_t> rows(column.values.size(), 0);
    for (const auto code : column.codes)
        ++rows[code];
    std::vector<std::size_t> byRows(column.values.size());
    std::iota(byRows.begin(), byRows.end(), std::size_t{0});
    const auto end = byRows.begin() + static_cast<std::ptrdiff_t>(mostModels);
    std::partial_sort(byRows.begin(), end, byRows.end(), [&rows](std::size_t a, std::size_t b) {
        return rows[a] != rows[b] ? rows[a] > rows[b] : a < b;
    });
    std::vector<std::string> listed;
    for (auto at = byRows.begin(); at != end; ++at)
        listed.push_back(column.values[*at]);
    return listed;
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

} // namespace

TopBar::TopBar(QWidget *parent)
    : QToolBar(parent)
    , m_samplesMenu(new QMenu(this))
    , m_viewMenu(new QMenu(this))
{
    setContextMenuPolicy(Qt::PreventContextMenu);
}

void TopBar::setActions(const Actions &actions)
{
    auto *name = plainLabel(tr("One in N"), this);
    name->setProperty("role", QStringLiteral("brand"));
    addWidget(name);
    addAction(actions.open);
    QToolButton *samples = menuButton(tr("&Samples"), m_samplesMenu, this);
    samples->setToolTip(tr("Open a data set that comes with the program"));
    addWidget(samples);
    addAction(actions.save);
    addAction(actions.undo);
    addAction(actions.redo);
    m_model = addPicker(tr("&Model"), tr("Model"), tr("Whose predictions are looked at"));
    m_users = addPicker(tr("&Users"), tr("Users"), tr("Everyone, or one segment"));
    m_late = addPicker(tr("&Late answers"), tr("Late answers"),
                       tr("What a user gets when the answer comes after the budget"));
    auto *gap = new QWidget(this);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(gap);
    addAction(actions.pin);
    m_dataActions.append(actions.pin);
    QToolButton *view = menuButton(tr("&View"), m_viewMenu, this);
    view->setToolTip(tr("Start page, appearance, pictures of the charts"));
    addWidget(view);
    for (QAction *action : {actions.open, actions.save, actions.undo, actions.redo, actions.pin}) {
        QWidget *button = widgetForAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        // What is written on it may be a sign.
        button->setAccessibleName(action->text().remove(QLatin1Char('&')));
    }
    for (QAction *action : m_dataActions)
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
    m_dataActions.append(addWidget(pair));
    return box;
}

void TopBar::setSamples(const QList<Sample> &samples)
{
    m_samplesMenu->clear();
    for (const Sample &sample : samples) {
        QAction *action = m_samplesMenu->addAction(sample.title);
        action->setToolTip(sample.sentence);
        connect(action, &QAction::triggered, this,
                [this, id = sample.id] { Q_EMIT sampleRequested(id); });
    }
}

void TopBar::setResults(Results *results)
{
    m_session = results->session();
    connect(m_model, &QComboBox::activated, this, [this] {
        const QVariant model = m_model->currentData();
        m_session->setModel(model.isValid() ? std::optional(model.toString().toStdString())
                                            : std::nullopt);
        render(m_session->assessment()); // a choice without rows is refused
    });
    connect(m_users, &QComboBox::activated, this, [this] {
        const QStringList where = m_users->currentData().toStringList();
        if (where.isEmpty())
            m_session->setWhere({});
        else
            m_session->setWhere({{where.first().toStdString(), where.last().toStdString()}});
        render(m_session->assessment());
    });
    connect(m_late, &QComboBox::activated, this, [this, results] {
        const QVariant model = m_late->currentData(fallbackRole);
        if (model.isValid())
            results->fallBackTo(model.toString().toStdString());
        else
            m_session->setLatePolicy(static_cast<LatePolicy>(m_late->currentData().toInt()));
    });
    // Back to what late answers do.
    connect(results, &Results::fallbackRefused, this,
            [this] { renderLate(m_session->assessment().scenario); });
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
    m_lateFor.reset();
    m_dataActions.at(0)->setVisible(m_model->count() > 1);
    m_dataActions.at(1)->setVisible(m_users->count() > 1);
    m_dataActions.at(2)->setVisible(predictions.hasLatency());
    m_dataActions.at(3)->setVisible(true);
}

void TopBar::addModel(const std::string &model)
{
    const QString name = QString::fromStdString(model);
    m_model->addItem(name.isEmpty() ? tr("(no name)") : wording::nameText(name), name);
}

/// The other models of the file can answer where rows of the same example can be told.
void TopBar::fillLatePolicies(const std::optional<std::string> &model)
{
    m_late->clear();
    for (const LatePolicy policy :
         {LatePolicy::ShowNothing, LatePolicy::Unanswered, LatePolicy::Wait})
        m_late->addItem(wording::latePolicyName(policy), static_cast<int>(policy));
    const Predictions &predictions = m_session->predictions();
    if (!model || !predictions.model() || !predictions.exampleId())
        return;
    for (const std::string &other : m_listedModels) {
        if (other == *model)
            continue;
        m_late->addItem(wording::fallbackName(other), static_cast<int>(LatePolicy::FallBack));
        m_late->setItemData(m_late->count() - 1, QString::fromStdString(other), fallbackRole);
    }
}

void TopBar::renderLate(const Scenario &scenario)
{
    if (!m_lateFor || *m_lateFor != scenario.selection.model) {
        m_lateFor = scenario.selection.model;
        fillLatePolicies(scenario.selection.model);
    }
    if (scenario.latePolicy == LatePolicy::FallBack && scenario.fallback)
        m_late->setCurrentIndex(
                m_late->findData(QString::fromStdString(scenario.fallback->model), fallbackRole));
    else
        m_late->setCurrentIndex(m_late->findData(static_cast<int>(scenario.latePolicy)));
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
        const QString name = QString::fromStdString(column.name);
        m_users->insertSeparator(m_users->count());
        QStringList values;
        for (const std::string &value : column.values)
            values.append(QString::fromStdString(value));
        values.sort();
        for (const QString &value : values)
            m_users->addItem(
                    tr("%1: %2").arg(wording::nameText(name),
                                     value.isEmpty() ? tr("(empty)") : wording::nameText(value)),
                    QStringList{name, value});
    }
}

void TopBar::render(const Assessment &assessment)
{
    const Selection &selection = assessment.scenario.selection;
    if (selection.model) {
        const QString model = QString::fromStdString(*selection.model);
        if (m_model->findData(model) < 0)
            addModel(*selection.model); // one of too many to be listed
        m_model->setCurrentIndex(m_model->findData(model));
    }
    QStringList where;
    if (!selection.where.empty())
        where = {QString::fromStdString(selection.where.front().column),
                 QString::fromStdString(selection.where.front().value)};
    m_users->setCurrentIndex(m_users->findData(where));
    renderLate(assessment.scenario);
}

} // namespace oneinn

#include "moc_topbar.cpp"
