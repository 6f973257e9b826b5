#include "core/page/review_page.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/extract/row_words.hpp"
#include "core/page/frame.hpp"
#include "core/page/texts.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace terroir::page {

namespace {

using extract::Review;
using nlohmann::json;

/// Units of UTF-16, by which a script counts, before each byte that begins a character; asked for
/// in any order, fastest in the order of the text.
class ScriptOffsets {
public:
    explicit ScriptOffsets(std::string_view text) : m_text(text) {}

    std::size_t at(std::size_t byte) {
        if (byte < m_byte)
            m_byte = m_count = 0;
        for (; m_byte < byte && m_byte < m_text.size(); ++m_byte) {
            const auto c = static_cast<unsigned char>(m_text[m_byte]);
            m_count += (c & 0xc0U) == 0x80U ? 0 : c >= 0xf0U ? 2 : 1;
        }
        return m_count;
    }

private:
    std::string_view m_text;
    std::size_t m_byte = 0, m_count = 0;
};

json spansJson(ScriptOffsets& starts, ScriptOffsets& ends, const extract::Proposal& proposal) {
    return {starts.at(proposal.firstByte), ends.at(proposal.endByte)};
}

/// "Số 24-BC/HU · Huyện ủy Tam Đường · 15/4/2022 · huyện Tam Đường, tỉnh Lai Châu"
LocalText aboutDocument(const Review& review) {
    const records::Source& source = review.source;
    LocalText all = localText("Địa danh ngày {}", "Places as of {}", dayText(review.asOf));
    if (!source.territory.empty())
        all = localText("{}, ở {}", "{}, in {}", all, source.territory);
    if (!source.issuer.empty())
        all = localText("{} · {}", "{} · {}", source.issuer, all);
    if (!source.number.empty())
        all = localText("Số {} · {}", "No. {} · {}", source.number, all);
    return all;
}

json wordsOf(std::string_view column, Texts& texts) {
    json all;
    for (const extract::CodeWords& one : extract::codesOf(column))
        all[one.code] = texts.of(one.words);
    return all;
}

json codesJson(const Review& review, Texts& texts) {
    json bases;
    for (const extract::ReviewedProposal& one : review.proposals)
        for (const std::string& code : one.proposal.reasons)
            bases[code] = texts.of(extract::basisInWords(code));
    return {{"kind", wordsOf("kind", texts)},
            {"status", wordsOf("status", texts)},
            {"basis", std::move(bases)},
            {"scope", wordsOf("value_scope", texts)},
            {"role", wordsOf("place_role", texts)}};
}

json rowsJson(const Table& table) {
    json rows = json::array();
    for (const std::vector<Value>& row : table.rows)
        rows.push_back(textsOf(row));
    return rows;
}

json leftOpenJson(const Review& review) {
    ScriptOffsets starts(review.text), ends(review.text);
    json all = json::array();
    for (const extract::Proposal& one : review.leftOpen)
        all.push_back({{"span", spansJson(starts, ends, one)},
                       {"line", one.line},
                       {"words", review.text.substr(one.firstByte, one.endByte - one.firstByte)}});
    return all;
}

json goneJson(const Review& review) {
    json all = json::array();
    for (const extract::GoneProposal& one : review.gone)
        all.push_back({{"record", review.source.id + "-" + one.id},
                       {"line", one.line},
                       {"kind", one.kind},
                       {"subject", one.subject},
                       {"value", one.value},
                       {"unit", one.unit},
                       {"words", one.words}});
    return all;
}

} // namespace

std::string reviewPage(const Review& review, const gazetteer::Gazetteer& gazetteer,
                       Language language) {
    Texts texts;
    json data;
    for (const InterfaceWord& word : reviewWords())
        data["words"][std::string(word.name)] = texts.of(word.text);
    const Table table = reviewTable(review, gazetteer);
    data["columns"] = namesOf(table.columns);
    data["rows"] = rowsJson(table);
    ScriptOffsets starts(review.text), ends(review.text), pages(review.text);
    data["spans"] = json::array();
    for (const extract::ReviewedProposal& one : review.proposals)
        data["spans"].push_back(spansJson(starts, ends, one.proposal));
    data["pages"] = json::array();
    for (const std::size_t page : review.pages)
        data["pages"].push_back(pages.at(page));
    data["leftOpen"] = leftOpenJson(review);
    data["gone"] = goneJson(review);
    data["codes"] = codesJson(review, texts);
    data["title"] = review.source.title;
    data["file"] = review.file;
    data["about"] = texts.of(aboutDocument(review));
    data["text"] = review.text;
    const std::string code = language == Language::English ? "en" : "vi";
    data["language"] = code;
    data["texts"] = texts.take();
    return filledFrame(reviewFiles(), code, review.source.title,
                       data.dump(-1, ' ', false, json::error_handler_t::replace));
}

} // namespace terroir::page
