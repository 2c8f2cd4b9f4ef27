// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scenario/fields.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>
#include <string>

namespace tests::scenario_fields {

using namespace oneinn;

class TestFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setValue_anyField_changesItAlone();
    void setValue_absent_isAbsent();
    void usualValue_everyField_isAllowed();
    void isAllowed_beyondItsBounds_isNot();
    void answeredShare_withoutWait_isNotKept();
    void keys_all_differInTheirGroup();
};

/// A scenario in which nothing is as usual.
Scenario unusual()
{
    Scenario scenario;
    for (const FieldRow &row : fieldRows)
        setValue(row.field, row.isWhole ? 7.0 : std::min(row.most, row.least + 0.125), scenario);
    return scenario;
}

double another(const FieldRow &row)
{
    return row.isWhole ? 9.0 : row.least + 0.0625;
}

void TestFields::setValue_anyField_changesItAlone()
{
    for (const FieldRow &row : fieldRows) {
        Scenario scenario = unusual();
        setValue(row.field, another(row), scenario);
        QCOMPARE(*valueOf(row.field, scenario), another(row));
        QVERIFY(!(scenario == unusual()));
        for (const FieldRow &other : fieldRows) {
            if (other.field != row.field)
                QCOMPARE(valueOf(other.field, scenario), valueOf(other.field, unusual()));
        }
        // Nothing besides: taken back it is what it was.
        setValue(row.field, valueOf(row.field, unusual()), scenario);
        QVERIFY(scenario == unusual());
    }
}

void TestFields::setValue_absent_isAbsent()
{
    for (const FieldRow &row : fieldRows) {
        if (!row.isOptional)
            continue;
        Scenario scenario = unusual();
        setValue(row.field, std::nullopt, scenario);
        QVERIFY(!valueOf(row.field, scenario));
    }
}

void TestFields::usualValue_everyField_isAllowed()
{
    for (const FieldRow &row : fieldRows) {
        const auto usual = usualValueOf(row.field);
        QCOMPARE(usual.has_value(), !row.isOptional);
        QVERIFY2(!usual || isAllowed(row.field, *usual), std::string(row.key).c_str());
    }
}

void TestFields::isAllowed_beyondItsBounds_isNot()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const FieldRow &row : fieldRows) {
        QVERIFY(isAllowed(row.field, row.least) && isAllowed(row.field, row.most));
        QVERIFY(!isAllowed(row.field, std::nextafter(row.least, -infinity)));
        QVERIFY(!isAllowed(row.field, std::nextafter(row.most, infinity)));
        QVERIFY(!isAllowed(row.field, std::nan("")));
        QCOMPARE(isAllowed(row.field, row.least + 0.5 * (row.most - row.least)), !row.isWhole);
    }
}

void TestFields::answeredShare_withoutWait_isNotKept()
{
    Scenario scenario;
    setValue(Field::AnsweredShare, 0.5, scenario);
    QVERIFY(scenario == Scenario());
    setValue(Field::AnsweredWait, 800.0, scenario);
    QCOMPARE(*valueOf(Field::AnsweredShare, scenario), Targets::AnsweredWithin().share);
    setValue(Field::AnsweredShare, 0.5, scenario);
    setValue(Field::AnsweredWait, 900.0, scenario);
    QCOMPARE(*valueOf(Field::AnsweredShare, scenario), 0.5);
}

void TestFields::keys_all_differInTheirGroup()
{
    std::set<std::pair<FieldGroup, std::string>> keys;
    for (const FieldRow &row : fieldRows)
        QVERIFY(keys.insert({row.group, std::string(row.key)}).second);
}

ONEINN_TEST(TestFields)

} // namespace tests::scenario_fields

#include "tst_fields.moc"
