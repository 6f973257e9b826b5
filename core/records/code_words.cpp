#include "core/records/code_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace terroir::records {

namespace {

struct OutcomeInfo {
    std::string_view id;
    LocalText words;
};

const OutcomeInfo& infoOf(RowOutcome outcome) {
    static const OutcomeInfo accepted{"accepted", {"được nhận", "accepted"}},
        doubtful{"doubtful", {"cần xem lại", "doubtful"}},
        refused{"refused", {"bị từ chối", "refused"}}, leftOut{"left_out", {"bỏ qua", "left out"}};
    return outcome == RowOutcome::Accepted   ? accepted
           : outcome == RowOutcome::Doubtful ? doubtful
           : outcome == RowOutcome::Refused  ? refused
                                             : leftOut;
}

} // namespace

std::string_view toString(RowOutcome outcome) {
    return infoOf(outcome).id;
}

const LocalText& inWords(RowOutcome outcome) {
    return infoOf(outcome).words;
}

LocalText ruleInWords(std::string_view rule) {
    static const std::array<std::pair<std::string_view, LocalText>, 20> rules{{
        {"total", {"tổng khác các phần cộng lại", "total and parts"}},
        {"named", {"số nêu và tên kể ra", "stated number and names"}},
        {"share", {"tỷ lệ", "share"}},
        {"relation", {"các chỉ tiêu không khớp", "indicators that do not fit"}},
        {"membership", {"không có trong danh sách", "not in the list"}},
        {"ratio", {"tỷ số khác thường", "unusual ratio"}},
        {"unit", {"khác đơn vị tính", "other units"}},
        {"conflict", {"các nguồn mâu thuẫn", "sources that contradict each other"}},
        {"duplicate", {"trùng lặp", "duplicate"}},
        {"overlap", {"có thể chồng lấn", "may overlap"}},
        {"nested", {"nhóm lồng nhau", "nested classes"}},
        {"shared", {"số chung", "shared value"}},
        {"written", {"khác số ghi trong nguồn", "other than written"}},
        {"range", {"giá trị khó có thật", "implausible value"}},
        {"edition", {"phiên bản tiêu chuẩn", "edition of a standard"}},
        {"ground", {"diện tích và vùng đo được", "area and measured zone"}},
        {"impossible", {"giá trị không thể có", "impossible value"}},
        {"area", {"lớn hơn địa bàn", "larger than its places"}},
        {"outside", {"ngoài địa bàn", "outside its place"}},
        {"unresolved", {"địa danh chưa rõ", "unclear place"}},
    }};
    const auto known = std::find_if(rules.begin(), rules.end(),
                                    [&](const auto& one) { return one.first == rule; });
    return known == rules.end() ? LocalText{std::string(rule), std::string(rule)} : known->second;
}

LocalText kindInWords(std::string_view kind) {
    const KindInfo* known = findKind(kind);
    return known == nullptr ? LocalText{std::string(kind), std::string(kind)} : known->name;
}

} // namespace terroir::records
