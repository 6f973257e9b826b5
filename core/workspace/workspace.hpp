#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/geocode/geocoder.hpp"
#include "core/records/record_store.hpp"
#include "core/store/workspace_file.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace terroir::workspace {

/// An open workspace and what is in it, each part read when it is first asked for: a map that
/// needs no geocoder does not wait for one.
class Workspace {
public:
    /// The errors of Workspace::open().
    Workspace(const std::filesystem::path& file, store::Mode mode,
              store::Spatial spatial = store::Spatial::No, store::Waiting waiting = {});

    store::WorkspaceFile& file() { return m_file; }
    const gazetteer::Gazetteer& gazetteer() { return *sharedGazetteer(); }
    const geocode::Geocoder& geocoder() { return *sharedGeocoder(); }
    const std::vector<records::Record>& records() { return *sharedRecords(); }
    /// The same as records(), for figures alone: without what a million records need besides.
    const records::CompactRecords& compactRecords() { return *sharedCompactRecords(); }
    const std::vector<records::Source>& sources() { return *sharedSources(); }

    // What other threads may read: it never changes, and lives on when the workspace has read
    // again or is gone. A geocoder needs its gazetteer, which it is given along.
    std::shared_ptr<const gazetteer::Gazetteer> sharedGazetteer();
    std::shared_ptr<const geocode::Geocoder> sharedGeocoder();
    std::shared_ptr<const std::vector<records::Record>> sharedRecords();
    std::shared_ptr<const records::CompactRecords> sharedCompactRecords();
    std::shared_ptr<const std::vector<records::Source>> sharedSources();

    /// Records and sources are read again when they are next asked for: after an edit.
    void forgetRecords();
    /// From now on records() has those of these kinds alone (none given: all): figures of a few
    /// themes need not wait for the others.
    void limitRecords(std::vector<std::string> kinds);

    /// The one unit that a person means: a uid, a code, or a name with or without parents. Looked
    /// for among the units of `asOf` first, then among older and newer ones ("huyện Tam Đường" is
    /// an area today, too). `option` is named in the UsageError when it is none or several.
    gazetteer::UnitIndex findUnit(const std::string& text, Date asOf, std::string_view option);
    /// The unit whose name a text has but for a letter or two; noUnit where it is spelled as some
    /// unit is, or like several or none. `match` is the geocoder's answer to the text. What limits
    /// a whole map or table is never read as another name in silence.
    gazetteer::UnitIndex nearUnit(const std::string& text, const geocode::Match& match, Date asOf);
    /// What geocode::Query::context is to be for an area that a person names: with a day, the one
    /// unit that findUnit() finds; without, where each row has a day of its own, the text itself,
    /// which then means what it meant on that day.
    std::string contextOf(const std::string& text, std::optional<Date> asOf,
                          std::string_view option);

private:
    store::WorkspaceFile m_file;
    std::shared_ptr<const gazetteer::Gazetteer> m_gazetteer;
    std::shared_ptr<const geocode::Geocoder> m_geocoder;
    std::vector<std::string> m_kinds; ///< empty: all
    std::shared_ptr<const std::vector<records::Record>> m_records;
    std::shared_ptr<const records::CompactRecords> m_compactRecords;
    std::shared_ptr<const std::vector<records::Source>> m_sources;
};

} // namespace terroir::workspace
