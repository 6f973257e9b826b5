#pragma once

#include "core/base/language.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record.hpp"
#include "core/search/name_table.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::search {

enum class Kind : std::uint8_t { Unit, Subject, Holder, Source };

/// Bytes of a text: `from` is in, `to` is out.
struct TextRange {
    std::size_t from = 0, to = 0;
    bool operator==(const TextRange&) const = default;
};

inline constexpr std::uint32_t noSource = 0xffffffffU;

/// Something that a text may mean.
struct Hit {
    Kind kind = Kind::Unit;
    Fit fit = Fit::Whole;
    std::string text; ///< "xã Bản Hon", "miến dong Bình Lư"; NFC
    /// Second line. Unit: its parents on the day (its last day, when it had ended) and its years
    /// when it is not in force. Subject and holder: kinds of records, how many, in how many
    /// communes. Source: issuer, number, date, how many records. Another name first, when it is
    /// that one which was typed.
    std::string detail;
    std::vector<TextRange> matched; ///< of `text`, from left to right: what to show in bold
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    /// Into the records that the index was made of: about this subject, of this holder or source,
    /// or with a place that is this very unit.
    std::vector<std::uint32_t> records;
    std::uint32_t source = noSource; ///< into the sources that the index was made of
    /// 0 to 1, falls along the answer; of a Guess the geocoder's likelihood.
    double score = 0;
};

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
