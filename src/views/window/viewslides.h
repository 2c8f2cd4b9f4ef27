// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/window/slide.h"

namespace oneinn {

class ExplorePage;
class Results;

/// The views of the exploration that have a picture; the page shows the same view meanwhile.
class ViewSlides final : public Slides {
    Q_OBJECT

public:
    ViewSlides(ExplorePage *explore, Results *results, QObject *parent = nullptr);

    Slide now() const override;
    QString nextText() const override;
    void go(int step) override;
    /// Without views that ask how long people wait.
    void setWithoutPatience(bool without) { m_withoutPatience = without; }

private:
    bool isPresented(const QWidget *page) const;
    bool isWaited() const;
    void leaveWithoutPicture();

    ExplorePage *m_explore;
    Results *m_results;
    int m_step = 1; ///< the way one goes through the views
    bool m_withoutPatience = false;
};

} // namespace oneinn
