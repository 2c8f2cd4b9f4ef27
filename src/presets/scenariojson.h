// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "core/scenario.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>

/// What a person assumes about a product, written as JSON: in the samples and in the presets.
/// resources/presets/README.md says what each key means.
namespace oneinn {

/// The words for late policies, in files and on the command line: "wait", "show-nothing", ...
const QList<std::pair<QString, LatePolicy>> &latePolicyWords();

/// Reads the keys of one object and keeps the first thing that is wrong. A key that is missing or
/// null stands for what is usual.
class JsonReader {
public:
    /// `file` and the path of `object` within it, such as "values.", for problems.
    JsonReader(QJsonObject object, QString file, QString path = {});

    const std::optional<Problem> &problem() const { return m_problem; }
    /// A key's value is not `wanted`, or lacks.
    void fail(const QString &key, const QString &wanted);

    bool has(const QString &key) const;
    QString text(const QString &key);
    QStringList keys() const { return m_object.keys(); }
    double number(const QString &key, double least, double most, double usual);
    int wholeNumber(const QString &key, int least, int most, int usual);
    /// Reads an object within this one, if it is there.
    void object(const QString &key, const std::function<void(JsonReader &)> &read);
    /// A key that nobody asked for, such as one that is misspelt, is a problem; call it last.
    void refuseOtherKeys();

private:
    QJsonValue take(const QString &key);

    QJsonObject m_object;
    QString m_file;
    QString m_path;
    QStringList m_known;
    std::optional<Problem> m_problem;
};

/// The person's assumptions among a reader's keys, on top of the usual ones. Threshold, budget,
/// selection and base rate, which belong to the data, are not read.
Scenario readAssumptions(JsonReader &reader);

/// An object, or what keeps a text from being one, with its line.
Result<QJsonObject> jsonObject(const QByteArray &json, const QString &file);

} // namespace oneinn
