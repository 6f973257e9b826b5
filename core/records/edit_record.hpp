#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/geocode/geocoder.hpp"
#include "core/records/field_texts.hpp"
#include "core/records/ground.hpp"
#include "core/records/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// A record as a person wrote it, and what is to be said about that.
struct EditedRecord {
    Record record;
    std::vector<LocalText> remarks; ///< whole sentences; doubts first
    bool isDoubtful = false;
    bool isChanged = true; ///< false: the record said that already, and nothing was stored
};

/// What texts of a person are read with.
struct RecordContext {
    const std::vector<Source>& sources;
    const geocode::Geocoder& geocoder;
    const gazetteer::Gazetteer& gazetteer;
    /// Where the record lies itself, before and after; null for nowhere.
    std::shared_ptr<const RecordGround> groundBefore = {}, ground = {};
    GroundFinder finder = {}; ///< without one, ground says nothing about the place
};

/// A new record of a source that is known, read as a row of a table of that kind: the texts go
/// through the door of the import, and a doubt stays with the record. UsageError for a field that
/// does not exist and for `source`; InputError with the door's sentence for what it refuses, and
/// where the texts make several records (area and output: add them one by one). The place follows
/// from the ground where the texts name none, and is doubted where it contradicts the ground.
EditedRecord newRecord(std::string_view kind, const FieldTexts& texts, const Source& source,
                       const std::string& id, const RecordContext& context);

/// The record with other texts in some fields. What belongs together is read together: a number
/// keeps the unit and the indicator that it has when none is given, a commune its parents; a place
/// is looked up anew only when it, or the day that it is looked up at, changes, or when it follows
/// from ground that changes. All else stays to the letter. The errors of newRecord(); `id`, `source` and `kind` cannot be changed.
EditedRecord changedRecord(const Record& record, const FieldTexts& texts,
                           const RecordContext& context);

} // namespace terroir::records
