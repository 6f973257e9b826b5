#include "core/extract/review.hpp"

#include "core/base/sha256.hpp"
#include "core/base/strings.hpp"
#include "core/extract/words_id.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace terroir::extract {

std::string_view toString(Choice choice) {
    return choice == Choice::Accept ? "accept" : choice == Choice::Refuse ? "refuse" : "";
}

std::optional<Choice> parseChoice(std::string_view text) {
    const std::string word = text::fold(trimmed(text));
    if (word.empty())
        return Choice::Open;
    if (isAnyOf(word, {"accept", "accepted", "nhan", "chap nhan", "yes", "co"}))
        return Choice::Accept;
    if (isAnyOf(word, {"refuse", "refused", "bo", "bo qua", "tu choi", "no", "khong"}))
        return Choice::Refuse;
    return std::nullopt;
}

std::string_view toString(Change change) {
    return change == Change::New ? "new" : change == Change::Changed ? "changed" : "";
}

Review reviewOf(std::string file, std::string text, std::vector<std::size_t> pages,
                records::Source source, Date asOf, Reading reading) {
    Review review;
    review.file = std::move(file);
    review.text = std::move(text);
    review.pages = std::move(pages);
    review.source = std::move(source);
    review.asOf = asOf;
    review.leftOpen = std::move(reading.leftOpen);
    Sha256 hash;
    hash.add(review.text);
    review.checksum = hash.finish();
    std::map<std::string, std::size_t> times;
    LineIds ids(review.text);
    for (Proposal& one : reading.proposals) {
        ReviewedProposal reviewed;
        const std::string_view words =
            std::string_view(review.text).substr(one.firstByte, one.endByte - one.firstByte);
        reviewed.id = ids.idOf('p', one.firstByte, words);
        // The same words twice on a line, on two such lines, or said of several places.
        if (const std::size_t before = times[reviewed.id]++; before > 0)
            reviewed.id += "-" + std::to_string(before + 1);
        reviewed.proposal = std::move(one);
        review.proposals.push_back(std::move(reviewed));
    }
    return review;
}

LocalText basisInWords(std::string_view code) {
    static const std::array<std::pair<std::string_view, LocalText>, 7> all{{
        {"unit", {"theo đơn vị tính", "by the unit"}},
        {"cue", {"chỉ theo các từ xung quanh", "only by the words around it"}},
        {"measure", {"là diện tích hoặc năng suất", "an area or a yield"}},
        {"note", {"theo chú thích cuối trang", "by a footnote"}},
        {"with", {"quy mô của cái được đếm trước đó", "the size of what is counted before it"}},
        {"named", {"chỉ được nêu tên", "only named"}},
        {"share", {"một phần của con số đứng trước", "a share of the number before it"}},
    }};
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == code; });
    return known == all.end() ? LocalText{std::string(code), std::string(code)} : known->second;
}

} // namespace terroir::extract
