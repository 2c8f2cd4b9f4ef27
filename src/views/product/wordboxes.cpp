// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/product/wordboxes.h"

#include "session/session.h"
#include "views/widgets/typedundo.h"
#include "wording/feature.h"
#include "wording/names.h"

#include <QLineEdit>

namespace oneinn {

namespace {

QString shownWord(const FeatureWords &words, const WordBoxes::Box &box)
{
    return wording::visible(QString::fromStdString(words.*box.word)).left(box.edit->maxLength());
}

/// What is said where the person has no word of their own.
QString usualWord(const FeatureWords &words, const WordBoxes::Box &box)
{
    FeatureWords without = words;
    (without.*box.word).clear();
    const wording::Feature usual = wording::featureOf(without);
    if (box.word == &FeatureWords::useCase)
        return usual.useCase.singular;
    if (box.word == &FeatureWords::positive)
        return usual.positive.singular;
    if (box.word == &FeatureWords::verb)
        return usual.verb;
    if (box.word == &FeatureWords::person)
        return usual.person.singular;
    return box.word == &FeatureWords::unit ? usual.unitSaid() : QString();
}

} // namespace

WordBoxes::WordBoxes(QList<Box> boxes)
    : m_boxes(std::move(boxes))
{
}

void WordBoxes::connectTo(Session *session)
{
    for (const Box &box : m_boxes) {
        new TypedUndo(box.edit, box.edit);
        QObject::connect(box.edit, &QLineEdit::editingFinished, session, [box, session] {
            // What was only looked at may be a picture of the word, or not all of it.
            if (!box.edit->isModified())
                return;
            box.edit->setModified(false);
            const QString word = box.edit->text().simplified();
            if (word.isEmpty() && box.word == &FeatureWords::raised)
                box.edit->setText(shownWord(session->scenario().words, box));
            else
                session->edit(edits::word(box.word, word.toStdString()));
        });
    }
}

void WordBoxes::display(const FeatureWords &words)
{
    for (const Box &box : m_boxes) {
        if (const QString word = shownWord(words, box); box.edit->text() != word)
            box.edit->setText(word);
        box.edit->setPlaceholderText(usualWord(words, box));
    }
}

} // namespace oneinn
