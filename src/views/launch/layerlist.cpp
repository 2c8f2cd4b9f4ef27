// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/layerlist.h"

#include "charts/charttheme.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/droplayerwords.h"
#include "wording/dropnames.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace oneinn {

using wording::LayerStanding;

/// A stop light that is told apart by its filling as well: full where something was found, a ring
/// where it cannot be told.
class StatusDot final : public QWidget {
public:
    explicit StatusDot(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(diameter + 2, diameter + 2);
    }

    void setStanding(LayerStanding standing)
    {
        m_standing = standing;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const auto colors = charts::ChartColors::fromPalette(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor color = m_standing == LayerStanding::Found ? colors.bad
                : m_standing == LayerStanding::Quiet            ? colors.good
                                                                : colors.text;
        painter.setPen(QPen(color, ring));
        painter.setBrush(m_standing == LayerStanding::Found ? QBrush(color) : QBrush());
        painter.drawEllipse(QRectF(ring, ring, diameter - ring, diameter - ring));
    }

private:
    static constexpr int diameter = 11;
    static constexpr double ring = 2.0;
    LayerStanding m_standing = LayerStanding::Quiet;
};

namespace {

constexpr int besideDot = 8;
constexpr int betweenRows = 6;
constexpr int nameWidth = 130;

} // namespace

LayerList::LayerList(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(besideDot);
    grid->setVerticalSpacing(betweenRows);
    grid->setColumnMinimumWidth(1, nameWidth);
    grid->setColumnStretch(2, 1);
    int at = 0;
    for (const DropLayer layer : dropLayers) {
        Row row{new StatusDot(this), plainLabel({}, this), new WrappedLabel(this),
                new QPushButton(tr("See"), this)};
        const QString name = wording::dropLayerName(layer);
        QLabel *title = plainLabel(name, this);
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        row.status->setProperty("role", QStringLiteral("detail"));
        row.evidence->setObjectName(QStringLiteral("evidence%1").arg(at));
        row.see->setObjectName(QStringLiteral("see%1").arg(at));
        row.see->setAccessibleName(tr("See what speaks for it: %1").arg(name));
        connect(row.see, &QPushButton::clicked, this,
                [this, layer] { Q_EMIT evidenceRequested(layer); });
        auto *names = new QVBoxLayout;
        names->setSpacing(0);
        names->addWidget(title);
        names->addWidget(row.status);
        grid->addWidget(row.dot, at, 0, Qt::AlignTop);
        grid->addLayout(names, at, 1, Qt::AlignTop);
        grid->addWidget(row.evidence, at, 2);
        grid->addWidget(row.see, at, 3, Qt::AlignTop);
        m_rows[static_cast<std::size_t>(at)] = row;
        ++at;
    }
}

void LayerList::display(const Dropped &dropped, const FeatureWords &words)
{
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const DropLayer layer = dropLayers[at];
        const wording::LayerStanding standing = wording::layerStanding(dropped, layer);
        m_rows[at].dot->setStanding(standing);
        m_rows[at].status->setText(wording::layerStandingText(standing));
        m_rows[at].evidence->setText(wording::dropLayerSentence(dropped, layer, words));
    }
}

} // namespace oneinn

#include "moc_layerlist.cpp"
