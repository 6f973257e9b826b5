#pragma once

#include "core/base/language.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record.hpp"
#include "core/search/hit.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::search {

/// What a search box looks in: units of all dates, subjects, holders and documents of records.
/// Immutable, safe from several threads; the gazetteer and the geocoder must outlive it, records
/// and sources need not. A query takes some 0.1 ms, making the index some 40 ms for all of Vietnam.
class SearchIndex {
public:
    /// `geocoder` may be null: then nothing is guessed.
    SearchIndex(const gazetteer::Gazetteer& gazetteer, std::span<const records::Record> records,
                std::span<const records::Source> sources,
                const geocode::Geocoder* geocoder = nullptr);
    ~SearchIndex();
    SearchIndex(SearchIndex&&) noexcept;

    /// What a text may mean while it is typed, best first, each thing once: its words in any order,
    /// or their beginnings, without or with diacritics; types and parents, before or after, with
    /// or without commas; a code or its beginning (two digits or more), a uid. Versions of a unit
    /// that differ in extent only are one thing, shown as of `asOf`.
    /// Where a name begins with all of several words as they are typed, others that have only
    /// their beginnings, in any order, are left out.
    /// Order: marks as typed, then as in Fit; then units in force before others, own names before
    /// other names, provinces, districts, subjects, communes, holders, sources; then with records
    /// before without; then the Vietnamese alphabet. Fewer than three hits for four letters or more
    /// are followed by what the geocoder makes of the text (Fit::Guess).
    std::vector<Hit> find(std::string_view text, Date asOf, std::size_t limit,
                          Language language = Language::Vietnamese) const;

private:
    class Implementation;
    std::unique_ptr<const Implementation> m_implementation;
};

} // namespace terroir::search
