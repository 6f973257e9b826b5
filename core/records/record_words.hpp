#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <string>
#include <vector>

namespace terroir::records {

/// Why a record is doubtful, in both languages; empty when it is not. See doubtField.
LocalText doubtOf(const Record& record);
/// Whether a source came with the program: one of data/sources.csv.
bool isPackagedSource(std::string_view id);
/// Its note. Those of packaged records are in both languages, "vi / en"; what others have noted is
/// as they wrote it.
LocalText noteOf(const Record& record);

/// The line of a record in a document of pages, as its field `line` has it: "trang 3, dòng 12".
std::string lineOfPage(std::string_view page, std::string_view line);
/// Where in its source a record stands: "dòng 12", "line 12"; "trang 3, dòng 12", "page 3, line
/// 12".
LocalText lineInWords(std::string_view line);
/// Whether the line stands on a page that is known.
bool hasPage(std::string_view line);

/// What stands in a record, in words.
class RecordWords {
public:
    explicit RecordWords(Language language) : m_words(language) {}

    std::string subject(const records::Record& record) const; ///< "trâu, bò"
    std::string kind(const records::Record& record) const;    ///< with its category
    std::string indicator(const records::Record& record) const;
    std::string value(const records::Record& record) const; ///< "≥ 300 ha", "2 farms"; or empty
    /// "2012–2022", "15/4/2022"; as it is written where that says more.
    std::string period(const records::Record& record) const;
    std::string places(const records::Record& record) const; ///< as written
    std::string detail(const records::Detail& detail) const; ///< what it is: "certificate number"
    std::string scope(records::Scope scope) const;
    std::string state(records::State state) const; ///< empty for Done, which is the rule
    std::string role(records::PlaceRole role) const;
    std::string status(geocode::Status status) const;
    /// "Title, no. 12/BC-UBND, issuer, 15 April 2022"; the id for a source that is not there.
    std::string source(const std::string& id, const std::vector<records::Source>& sources) const;
    /// The same, short: its number or title, and the line.
    std::string sourceLine(const records::Record& record,
                           const std::vector<records::Source>& sources) const;
    std::string day(Date date) const; ///< "15/4/2022", "15 April 2022"

    const Words& words() const { return m_words; }
    Language language() const { return m_words.language(); }

private:
    Words m_words;
};

} // namespace terroir::records
