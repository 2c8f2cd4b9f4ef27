// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pictures/picture.h"
#include "report/droppicture.h"

#include <QWidget>

#include <memory>

namespace oneinn {

/// What came from what, as bars; read out as the sentences that say the same.
class WaterfallView final : public QWidget {
    Q_OBJECT

public:
    explicit WaterfallView(QWidget *parent = nullptr);

    void display(const std::shared_ptr<const Dropped> &dropped, const report::PeriodNames &names,
                 const FeatureWords &words);
    /// Out of date: without colour.
    void setFaded(bool faded);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    pictures::Picture picture() const;

    std::shared_ptr<const Dropped> m_dropped;
    report::PeriodNames m_names;
    FeatureWords m_words;
    bool m_faded = false;
};

} // namespace oneinn
