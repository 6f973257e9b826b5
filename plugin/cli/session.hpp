#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/geocode/geocoder.hpp"
#include "core/records/record_store.hpp"
#include "core/store/workspace.hpp"
#include "plugin/cli/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace terroir::cli {

/// An open workspace and what is in it, each part read when it is first asked for: a map that
/// needs no geocoder does not wait for one.
class Session {
public:
    Session(const Context& context, store::Mode mode, store::Spatial spatial = store::Spatial::No);

    store::Workspace& workspace() { return m_workspace; }
    const gazetteer::Gazetteer& gazetteer();
    const geocode::Geocoder& geocoder();
    const std::vector<records::Record>& records();
    const std::vector<records::Source>& sources();

    /// The one unit that a person means: a uid, a code, or a name with or without parents. Looked
    /// for among the units of `asOf` first, then among older and newer ones ("huyện Tam Đường" is
    /// an area today, too). `option` is named in the UsageError when it is none or several.
    gazetteer::UnitIndex findArea(const std::string& text, Date asOf, std::string_view option);

private:
    store::Workspace m_workspace;
    std::optional<gazetteer::Gazetteer> m_gazetteer;
    std::optional<geocode::Geocoder> m_geocoder;
    std::optional<std::vector<records::Record>> m_records;
    std::optional<std::vector<records::Source>> m_sources;
};

} // namespace terroir::cli
