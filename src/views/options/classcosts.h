// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <cstdint>

class QLabel;
class QPushButton;

namespace oneinn {

class ClassMatrixModel;
class ClassesRead;
class NumberBox;

/// What the chosen confusion costs, and from which score on a row may be put into its class.
class ClassCostsBox final : public QWidget {
    Q_OBJECT

public:
    explicit ClassCostsBox(QWidget *parent = nullptr);

    void setClasses(ClassesRead *classes) { m_classes = classes; }
    /// Of classes; decided: their number for "undecided".
    void render(const ClassMatrixModel &model, std::size_t actual, std::size_t decided);

private:
    ClassesRead *m_classes = nullptr;
    QLabel *m_costOf;
    NumberBox *m_cost;
    QLabel *m_thresholdOf;
    NumberBox *m_threshold;
    QPushButton *m_even;
    std::uint32_t m_actual = 0;
    std::uint32_t m_decided = 0;
};

} // namespace oneinn
