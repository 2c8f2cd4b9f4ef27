// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "views/fieldboxes.h"

#include <QFrame>
#include <QList>

#include <memory>

class QCheckBox;

namespace oneinn {

class ReachModel;
class Results;
class Session;

namespace Ui {
class TargetsPanel;
}

/// The inverse question: targets are typed, and the settings that reach them read, each of which
/// can be taken over.
class TargetsPanel final : public QFrame {
    Q_OBJECT

public:
    explicit TargetsPanel(QWidget *parent = nullptr);
    ~TargetsPanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectTargets();
    void setUpTable();
    /// Whether a target is asked for; `with`: fields that go with it.
    void connectTarget(QCheckBox *asked, Field field, const QList<Field> &with);
    /// For what stands in the boxes, as one step of undo.
    void ask(Field field, const QList<Field> &with);
    void renderTargets(const Scenario &scenario);
    void renderAnswer();
    void renderRoute();
    void fitColumns();
    int selected() const;
    /// Sets a way on the dials, at the threshold chosen or at the one that is sure.
    void take(bool surely);

    std::unique_ptr<Ui::TargetsPanel> m_ui;
    FieldBoxes m_boxes;
    Session *m_session = nullptr;
    Results *m_results = nullptr;
    ReachModel *m_model;
};

} // namespace oneinn
