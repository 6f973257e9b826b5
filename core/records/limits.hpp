#pragma once

#include "core/base/language.hpp"
#include "core/records/compact_records.hpp"
#include "core/records/in_force.hpp"
#include "core/records/record.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// What a person narrows figures and lists to: "only my table", one crop, one holder. Empty means
/// any.
struct Limits {
    std::vector<std::string> kinds, categories, sources;
    std::vector<State> states;
    std::string subject; ///< the name of a thing, canonical or as written, has these words
    std::string holder;  ///< the holder's name has these words
    std::optional<ForceWanted> force; ///< only what is granted and stands so

    bool isEmpty() const { return *this == Limits(); }
    bool operator==(const Limits&) const = default;
};

/// Whether the record is of something granted that stands so.
bool isWanted(const ForceWanted& wanted, const Record& record, std::span<const Source> sources);

/// Words that stand together in a text, whole: "cá" is in "cá tầm", neither in "cám" nor in "cà
/// phê". Case does not matter, and wherever the letters of a syllable carry its tone. Written
/// without any diacritics they are found with and without them: "che" in "chè".
class WantedWords {
public:
    explicit WantedWords(std::string_view words);
    bool isAny() const { return m_words.empty(); }
    bool areIn(std::string_view text) const;

private:
    std::string m_words;
    bool m_isFolded;
};

/// Limits with their texts prepared; what they refer to must outlive it. One for each thread.
class LimitMatcher {
public:
    /// `sources` are only needed for `force`, and must outlive it.
    explicit LimitMatcher(const Limits& limits, std::span<const Source> sources = {});
    bool accepts(const Record& record) const;
    /// The same of a record among others, of which it must always be asked.
    bool accepts(const CompactRecords& records, std::size_t index) const;

private:
    using Text = CompactRecords::Text;
    template <class Is>
    static bool known(std::map<Text, bool>& asked, Text text, Is is);

    bool standsSo(const CompactRecords& records, std::size_t index) const;

    Limits m_limits;
    std::span<const Source> m_sources;
    WantedWords m_subject, m_holder;
    mutable std::map<Text, bool> m_subjects, m_holders; ///< what was asked before
    mutable std::map<Text, SourceDays> m_days;          ///< of sources
};

/// "nguồn Bảng 3; sản phẩm chè", "source Table 3; product tea"; empty without limits.
LocalText inWords(const Limits& limits, std::span<const Source> sources);
/// A source as people call it: its title, or number; the id of one that is not there.
std::string nameOfSource(const std::string& id, std::span<const Source> sources);
/// "đã thực hiện …", "kế hoạch": every state has a name here, Done too.
LocalText nameOfState(State state);

} // namespace terroir::records
