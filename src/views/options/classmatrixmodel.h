// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/classesread.h"
#include "wording/classviewwords.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace oneinn {

/// What the rows of each class, one a row, were called.
class ClassMatrixModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    /// How much of its row, or column, a cell has: a double; none where there is none of it.
    static constexpr int shareRole = Qt::UserRole;
    static constexpr int rightRole = Qt::UserRole + 1; ///< a bool: it is the row's own class

    void setAnswer(std::shared_ptr<const ClassesAnswer> answer);
    const std::shared_ptr<const ClassesAnswer> &answer() const { return m_answer; }
    /// Of more classes the ones with the most costly confusions, unless all are wanted.
    static constexpr std::size_t mostShown = 50;
    void setAll(bool all);
    /// So many classes are not shown.
    std::size_t leftOut() const;
    /// The class of a row, or column; the number of classes for "undecided".
    std::size_t classAt(int section) const;
    void setMeasure(wording::ClassMeasure measure);
    /// The one that the rest of the window looks at; its name is bold.
    void setAgainstRest(const QString &name);
    wording::ToldClasses told() const;
    QString cellText(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();

    std::vector<std::size_t> m_shown; ///< classes, in the order of the file
    bool m_all = false;
    std::shared_ptr<const ClassesAnswer> m_answer;
    wording::ClassMeasure m_measure = wording::ClassMeasure::ShareOfActual;
    QString m_against;
};

} // namespace oneinn
