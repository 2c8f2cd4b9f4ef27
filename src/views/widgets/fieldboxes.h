// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario/fields.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace oneinn {

class NumberBox;
class Session;

/// How a box shows its field.
enum class BoxUnit : std::uint8_t {
    AsIs,
    Percent,
    OneIn, ///< of a share: the N of "1 in N"
};

/// The boxes of a panel. Each edits its own field and no other, within the field's bounds; what it
/// rounds to show is not written back. A box with a special text shows it, at 0, for what is
/// absent.
class FieldBoxes {
public:
    struct Entry {
        NumberBox *box;
        Field field;
        BoxUnit unit = BoxUnit::AsIs;
    };

    FieldBoxes() = default;
    /// The boxes are set up for their fields. They live at least as long as this.
    explicit FieldBoxes(std::vector<Entry> entries);

    /// Their edits go there, where nobody else takes them.
    void connectTo(Session *session) const;
    /// A field that is absent keeps the number of its box, unless that has a text for it.
    void display(const Scenario &scenario) const;
    /// What stands in a field's box.
    std::optional<double> value(Field field) const;

private:
    std::vector<Entry> m_entries;
};

} // namespace oneinn
