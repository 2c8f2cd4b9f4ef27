// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/classes/classreport.h"
#include "core/predictions/predictions.h"
#include "ingest/classtable.h"
#include "results/background.h"
#include "session/openeddata.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

class Session;

/// What one confusion costs, in the person's own unit.
struct ClassCost {
    std::uint32_t actual = 0;
    std::uint32_t decided = 0; ///< the number of classes: undecided
    double cost = 1.0;         ///< finite, >= 0

    friend bool operator==(const ClassCost &, const ClassCost &) = default;
};
/// From which score on a row may be put into a class.
struct ClassThreshold {
    std::uint32_t of = 0;
    double score = 0.0; ///< finite

    friend bool operator==(const ClassThreshold &, const ClassThreshold &) = default;
};

/// Several classes as they are decided by the highest score at or above the class's own threshold,
/// or as the file says.
struct ClassesAnswer {
    ingest::ClassTable table;
    ClassReport report;
    ClassCosts costs;                              ///< K x (K + 1)
    std::vector<std::optional<double>> thresholds; ///< by class; empty: none is set
    bool ownCosts = false;                         ///< the person's, and not 1 for each confusion
    std::vector<std::string> columns;              ///< all of the file
};

/// The classes of a file whose label has more than two, where something is decided of them: read
/// and counted in the background when it is opened, and again for other uses.
class ClassesRead final : public QObject {
    Q_OBJECT

public:
    struct Asked {
        QString path;
        QByteArray sha256; ///< of the bytes that were opened
        std::string label;
        std::vector<Selection::Where> where;
        std::string weight = {};           ///< as all other rooms count the rows; "": each once
        std::vector<ClassCost> costs = {}; ///< other than 1, or 0 for what is right
        std::vector<ClassThreshold> thresholds = {};
        friend bool operator==(const Asked &, const Asked &) = default;
    };
    using Reading = Background<Asked, ClassesAnswer>;

    ClassesRead(Session *session, Workers &workers, QObject *parent = nullptr);

    Reading &reading() { return m_reading; }
    const Reading &reading() const { return m_reading; }
    /// What to open to look at one class against the rest: its scores, where it has some.
    Source against(std::size_t taken) const;

    /// Counted anew in the background; kept as long as the file and its label stay.
    void setCost(const ClassCost &cost);
    void setThreshold(std::uint32_t of, std::optional<double> score);
    void forgetCosts();

private:
    void follow();
    void forgetOfOther(const Asked &asked);

    Session *m_session;
    Reading m_reading;
    QString m_ownOf; ///< the file and label that costs and thresholds are of
    std::vector<ClassCost> m_costs;
    std::vector<ClassThreshold> m_thresholds;
};

} // namespace oneinn
