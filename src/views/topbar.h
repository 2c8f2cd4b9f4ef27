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

class Results;

/// The bar above the page: files on the left, what is looked at in the middle.
class TopBar final : public QToolBar {
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    struct Actions {
        QAction *open;
        QAction *save;
        QAction *undo;
        QAction *redo;
        QAction *pin;
    };
    void setActions(const Actions &actions);
    void setSamples(const QList<Sample> &samples);
    void setResults(Results *results);
    /// The menu at the end of the bar: appearance, pictures.
    QMenu *viewMenu() const { return m_viewMenu; }

    void render(const Assessment &assessment);
    /// Models, segments: other data.
    void renderData();

Q_SIGNALS:
    void sampleRequested(const QString &id);

private:
    QComboBox *addPicker(const QString &label, const QString &accessibleName,
                         const QString &toolTip);
    void fillSegments();
    void addModel(const std::string &model);
    void fillLatePolicies(const std::optional<std::string> &model);
    void renderLate(const Scenario &scenario);

    Session *m_session = nullptr;
    QMenu *m_samplesMenu;
    QMenu *m_viewMenu;
    QComboBox *m_model = nullptr;
    QComboBox *m_users = nullptr;
    QComboBox *m_late = nullptr;
    /// The model that m_late is filled for; absent: for none yet.
    std::vector<std::string> m_listedModels; ///< of many, those with the most rows
    std::optional<std::optional<std::string>> m_lateFor;
    QList<QAction *> m_dataActions; ///< hidden while there is nothing to look at
};

} // namespace oneinn
