// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/pinresults.h"
#include "wording/pinwords.h"

#include <QAbstractTableModel>

#include <array>
#include <optional>
#include <vector>

namespace oneinn {

/// Now and the pinned points under one another, as a table: what each means, or how it differs from
/// now. Row 0 is now; pin i is row i + 1.
class PinsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setNow(const Assessment &now);
    /// A band is in force, and what it brings; absent while that is not known.
    void setNowWithPerson(bool inForce, const std::optional<BandNumbers> &numbers);
    /// One of each for every point.
    void setPins(const std::vector<PinnedPoint> &points, const std::vector<PinResults::Pin> &pins);
    /// Numbers that are older than what is set are shown faint.
    void setOutdated(bool outdated);
    void setDifferences(bool differences);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /// Why a pin has no numbers, or where its differences come from; empty if there is nothing to
    /// say.
    QString noteOf(std::size_t pin) const;
    /// Why a pin cannot be put on the dials; empty where it can.
    QString misfitOf(std::size_t pin) const;
    /// What a column has to have room for: its title, the pins' cells, and whatever now may come to
    /// be, so that nothing moves while it does.
    QStringList widestTexts(int section) const;
    /// Whether a use can be late at any of the points.
    bool anyLate() const;
    /// A row on the strip: title and numbers, and a word for each number where it is now's.
    QString chipText(int row) const;
    /// A row in one line, each cell after what its column is called.
    QString spelledOut(int row) const;
    /// A row under its header, with tabs between the cells: for a spreadsheet.
    QString rowText(int row) const;

Q_SIGNALS:
    void nameEdited(int pin, const QString &name);
    void moveRequested(int from, int to);

private:
    QString cell(int row, int section) const;
    QString titleAt(int row) const;
    QString pinCellAt(const PinResults::Pin &pin, int section) const;
    /// Of a row with a band; null without one, and while it is not known.
    const BandNumbers *withPersonAt(int row) const;
    bool isFaint(int row) const;
    QString toolTip(int row, int section) const;
    void shareDenominators();
    void renderAll();
    void renderNow();
    QString nowCell(int section) const;

    std::optional<Assessment> m_now;
    std::vector<PinnedPoint> m_points;
    std::vector<PinResults::Pin> m_pins;
    std::array<int, wording::pinColumnCount> m_denominators{}; ///< by column
    std::array<QString, wording::pinColumnCount> m_nowCells;   ///< by column: what was painted last
    bool m_differences = false;
    bool m_outdated = false;
    bool m_inForce = false;
    std::optional<BandNumbers> m_nowWithPerson;
};

} // namespace oneinn
