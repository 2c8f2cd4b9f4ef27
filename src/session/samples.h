// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/session.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <string>

namespace oneinn {

/// A data set that comes with the program, and how to look at it first.
struct Sample {
    QString id;
    QString title;
    QString sentence; ///< what it is and what one will see
    QString fileName; ///< inside the sample folder
    Scenario scenario;
    std::optional<Threshold> threshold; ///< where to start; absent: at the most valuable one
    bool isListed = true;               ///< has a card; any other is known when it is opened
    ingest::ColumnMapping mapping = {}; ///< what of its columns is not to be guessed
};

/// Reads the list of samples (resources/samples.json). Entries that lack a file or title, or hold a
/// setting that is none, are left out. The person's assumptions have the same keys as in presets.
QList<Sample> readSamples(const QByteArray &json);

/// The program's own.
QList<Sample> builtInSamples();

/// Those that have a card, in their order.
QList<Sample> listed(const QList<Sample> &samples);

/// The folder with the sample files: beside an installed program, otherwise in the source tree.
/// Absent if there is none.
std::optional<QString> sampleFolder();

/// The sample to open.
Source sourceOf(const Sample &sample, const QString &folder);

/// How to open a file that holds, byte for byte, what one of the samples in the folder holds: as
/// its card does, or would, from where the file is. Absent for any other file, and for what is no
/// regular file. Reads only files of a sample's size.
std::optional<Source> sampleAt(const QString &path, const QList<Sample> &samples,
                               const QString &folder);

/// The model that a file is opened with which is one of the program's samples byte for byte; absent
/// for any other file, and where the sample names none.
std::optional<std::string> modelOfSample(const QString &path);

} // namespace oneinn
