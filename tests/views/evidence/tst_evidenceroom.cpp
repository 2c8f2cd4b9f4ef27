// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/evidence/evidenceroom.h"

#include "support/testprogram.h"
#include "views/evidence/experiencepanel.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

namespace tests::evidence_evidenceroom {

using namespace oneinn;

class TestEvidenceRoom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tooLittle_hidesUntilLooked();
    void tooLittleForAMoment_hidesNothing();

private:
    bool isCompact() const
    {
        return m_panel->findChild<QLabel *>(QStringLiteral("valueDetail"))->isHidden();
    }

    std::unique_ptr<QScrollArea> m_column;
    ExperiencePanel *m_panel = nullptr;
    std::unique_ptr<EvidenceRoom> m_room;
};

void TestEvidenceRoom::init()
{
    m_room.reset();
    m_column = std::make_unique<QScrollArea>();
    m_panel = new ExperiencePanel(m_column.get());
    m_room = std::make_unique<EvidenceRoom>(m_column.get(), m_panel, nullptr);
}

void TestEvidenceRoom::tooLittle_hidesUntilLooked()
{
    m_column->verticalScrollBar()->setRange(0, 40);
    QTRY_COMPARE(m_panel->told(), ExperiencePanel::Told::HeadlinesAlone);
    QVERIFY(isCompact());
    m_column->verticalScrollBar()->setRange(0, 0);
    m_room->look();
    QVERIFY(!isCompact());
}

/// What is laid out step by step has too little room on the way.
void TestEvidenceRoom::tooLittleForAMoment_hidesNothing()
{
    m_column->verticalScrollBar()->setRange(0, 40);
    m_column->verticalScrollBar()->setRange(0, 0);
    bool isSettled = false;
    QMetaObject::invokeMethod(
            this, [&isSettled] { isSettled = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(isSettled);
    QVERIFY(!isCompact());
}

ONEINN_TEST(TestEvidenceRoom)

} // namespace tests::evidence_evidenceroom

#include "tst_evidenceroom.moc"
