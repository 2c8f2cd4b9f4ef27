// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"
#include "core/featurewords.h"
#include "core/review/reviewrows.h"
#include "wording/bandplace.h"
#include "wording/policynames.h"
#include "wording/policywords.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace oneinn {

/// Models and policies under one another, as a table: what is done now, the default that nobody
/// chose, then the others, the most valuable first. What does the same as now is not told twice.
class PoliciesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// May be null.
    void setPolicies(std::shared_ptr<const ComparedPolicies> compared);
    /// A row of its own at the end, of a review band that is in force.
    struct WithPerson {
        ReviewAnswer answer;
        ReviewQuestion question;
        wording::ReviewSaid said;
    };
    void setWithPerson(const std::optional<WithPerson> &withPerson);
    bool isWithPerson(int row) const;
    QStringList withPersonSentences() const;
    wording::ToldOfNow toldOfNow() const;
    /// The product's own words, for headings and sentences.
    void setWords(const FeatureWords &words);
    /// In more of them headings are narrower.
    void setTitleLines(wording::TitleLines lines);
    /// Which models' policies are drawn, as columns; where there are more models than are drawn,
    /// rows of a single one have a tick.
    void setDrawn(std::vector<Eigen::Index> models);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The policy of ComparedPolicies in a row, and back; -1 where there is none.
    int policyAt(int row) const;
    int rowOf(int policy) const;

    /// A row under its header, with tabs between the cells: for a spreadsheet.
    QString rowText(int row) const;

Q_SIGNALS:
    /// A person ticks a model, or takes its tick away.
    void drawnEdited(Eigen::Index model, bool drawn);

private:
    /// Whose tick a cell has; absent: none.
    std::optional<Eigen::Index> tickOf(const QModelIndex &index) const;

    QString nameOf(std::size_t policy) const;
    QVariant withPersonData(const QModelIndex &index, int role) const;

    FeatureWords m_words;
    wording::TitleLines m_titleLines = wording::TitleLines::Two;
    std::vector<Eigen::Index> m_drawn;
    std::shared_ptr<const ComparedPolicies> m_compared;
    std::vector<int> m_order; ///< of policies, by row
    std::optional<WithPerson> m_withPerson;
};

} // namespace oneinn
