// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/window/presentedview.h"

#include <QWidget>

namespace oneinn {

class ExplorePage;
class IconArray;
class LossBars;
class Results;
class SegmentSlide;

/// For an audience: the picture of one view on the whole screen, and one sentence in large type,
/// whose numbers can be guessed before they are revealed. The page shows the same view meanwhile.
class Presentation final : public QWidget {
    Q_OBJECT

public:
    Presentation(ExplorePage *explore, Results *results, QWidget *window);

    /// On the window's screen, with the view that the page shows, or the next with a picture.
    void start();
    /// What is said of the view that is shown; its numbers may be hidden.
    QString sentence() const { return m_view.sentence; }
    bool isRevealed() const { return m_revealed; }
    const QImage &picture() const { return m_picture; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void go(int step);
    void reveal();
    void refresh();
    void leaveWithoutPicture();
    void drawPicture();
    void drawAgain();
    void tell();
    QImage barsPicture() const;
    QImage iconsPicture() const;
    QImage drawingPicture() const;
    QImage segmentsPicture() const;
    bool isWaited() const { return m_view.picture == PresentedView::Picture::None; }
    bool isBesideText() const { return m_view.picture == PresentedView::Picture::Icons; }
    QRect content() const;
    QRect pictureRoom() const;
    QRect sentenceRoom() const;
    void paintSentence(QPainter &painter) const;
    void paintFoot(QPainter &painter) const;

    ExplorePage *m_explore;
    Results *m_results;
    IconArray *m_icons;
    LossBars *m_bars;
    SegmentSlide *m_segments;
    PresentedView m_view;
    QImage m_picture;
    int m_step = 1; ///< the way one goes through the views
    bool m_revealed = false;
    bool m_black = false;
};

} // namespace oneinn
