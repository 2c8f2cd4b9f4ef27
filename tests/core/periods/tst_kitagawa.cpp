// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/kitagawa.h"

#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QJsonObject>
#include <QTest>

namespace tests::periods_kitagawa {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestKitagawa : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void split_isThatOfTheVectors_data();
    void split_isThatOfTheVectors();
};

void TestKitagawa::split_isThatOfTheVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const auto *id : {"T7.kitagawa", "T7.kitagawa.new_segment", "T7.scorebins"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestKitagawa::split_isThatOfTheVectors()
{
    QFETCH(QString, id);
    const auto one = testsupport::vector(id);
    const QJsonObject input = one.input;
    const QJsonObject expected = one.expected.toObject();
    const QJsonArray names = input[u"segment"_s].toArray();
    const auto strata = [&](const QString &period) {
        StratifiedMean result{Eigen::ArrayXd::Zero(names.size()),
                              Eigen::ArrayXd::Zero(names.size())};
        for (qsizetype i = 0; i < names.size(); ++i) {
            result.share[i] = input[u"share_"_s + period].toArray()[i].toDouble();
            // What is not known is of an empty stratum.
            result.sum[i] = result.share[i] * input[u"metric_"_s + period].toArray()[i].toDouble();
        }
        return result;
    };
    const MixAndWithin split = kitagawa(strata(u"ref"_s), strata(u"cur"_s));
    COMPARE_NEAR(split.mix.sum(), expected[u"mix_total"_s].toDouble(), one.tolerance);
    COMPARE_NEAR(split.within.sum(), expected[u"within_total"_s].toDouble(), one.tolerance);
    COMPARE_NEAR(split.mix.sum() + split.within.sum(), expected[u"change"_s].toDouble(),
                 one.tolerance);
    for (qsizetype i = 0; i < names.size() && expected.contains(u"mix"_s); ++i) {
        const QString name = names[i].toString();
        COMPARE_NEAR(split.mix[i], expected[u"mix"_s][name].toDouble(), one.tolerance);
        COMPARE_NEAR(split.within[i], expected[u"within"_s][name].toDouble(), one.tolerance);
    }
}

ONEINN_TEST(TestKitagawa)

} // namespace tests::periods_kitagawa

#include "tst_kitagawa.moc"
