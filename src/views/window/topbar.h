// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/samples.h"

#include <QToolBar>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace oneinn {

class LineButton;
class Results;

/// The bar above the page: the file and what is looked at on the left, what can be done on the
/// right.
class TopBar final : public QToolBar {
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    struct Actions {
        QAction *undo;
        QAction *redo;
        QAction *pin;
        QAction *present;
        QAction *exportAnswer;
        QAction *account; ///< leads to what was set aside
    };
    void setActions(const Actions &actions, QMenu *fileMenu, QMenu *windowMenu);
    void setResults(Results *results);

    void render(const Assessment &assessment);
    /// Models, segments: other data.
    void renderData();

private:
    QComboBox *addPicker(const QString &label, const QString &accessibleName,
                         const QString &toolTip);
    void fillSegments();
    void renderSetAside();
    void renderCombined(const Scenario &scenario);
    void renderUsers(const Selection &selection);
    static QString segmentItem(const Selection::Where &where);
    void addModel(const std::string &model);

    Session *m_session = nullptr;
    QAction *m_brand = nullptr; ///< until there is a file
    QToolButton *m_file = nullptr;
    QComboBox *m_model = nullptr;
    QComboBox *m_users = nullptr;
    LineButton *m_setAside = nullptr;
    QAction *m_setAsidePlace = nullptr;      ///< hidden while nothing is
    std::vector<std::string> m_listedModels; ///< of many, those with the most rows
    QList<QAction *> m_dataActions;          ///< hidden while there is nothing to look at
    QList<QAction *> m_pickers; ///< of model and users: hidden while there is no choice
};

} // namespace oneinn
