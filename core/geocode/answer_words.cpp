#include "core/geocode/answer_words.hpp"

#include "core/base/local_text.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace terroir::geocode {

namespace {

const std::unordered_map<std::string_view, LocalText>& reasonWords() {
    static const std::unordered_map<std::string_view, LocalText> words{
        // how the name was read
        {"exact", {"đúng nguyên văn", "exactly as written"}},
        {"no-diacritics", {"viết không dấu", "written without diacritics"}},
        {"diacritics-differ", {"dấu khác", "other diacritics"}},
        {"i-y", {"i và y viết lẫn", "i and y interchanged"}},
        {"sound-alike", {"đọc gần giống", "sounds alike"}},
        {"look-alike", {"chữ trông giống nhau", "letters that look alike"}},
        {"letters-lost", {"thiếu chữ", "letters are lost"}},
        {"initials", {"chữ cái đầu", "initials"}},
        {"alias", {"tên gọi khác", "another name"}},
        {"abbreviation", {"viết tắt", "abbreviated"}},
        {"type-differs", {"khác loại đơn vị", "another type of unit"}},
        {"part-of-text", {"chỉ một phần của văn bản", "a part of the text only"}},
        {"type-word-alone", {"chỉ có từ chỉ loại đơn vị", "the word for the type alone"}},
        {"only-one-of-its-type", {"đơn vị duy nhất thuộc loại ấy", "the only one of its type"}},
        {"only-beginning-read", {"chỉ đọc phần đầu", "only the beginning was read"}},
        // its time
        {"historic", {"đơn vị cũ", "a former unit"}},
        {"not-yet", {"lúc đó chưa có", "not yet there"}},
        {"mixed-eras", {"lẫn đơn vị cũ và mới", "former and present units are mixed"}},
        // what stands around it
        {"parent", {"khớp đơn vị cấp trên", "the parent agrees"}},
        {"parent-from-column", {"đơn vị cấp trên lấy từ cột khác", "the parent is from a column"}},
        {"parent-misspelt", {"đơn vị cấp trên viết sai", "the parent is misspelt"}},
        {"parent-contradicts", {"trái với đơn vị cấp trên", "the parent contradicts it"}},
        {"unknown-parent", {"không rõ đơn vị cấp trên", "the parent is not known"}},
        {"smaller-unit-not-found", {"không thấy đơn vị nhỏ hơn", "the smaller unit is not found"}},
        {"context", {"theo ngữ cảnh", "from the context"}},
        {"outside-context", {"ngoài địa bàn của ngữ cảnh", "outside the context"}},
        {"one-of-several", {"một trong nhiều nơi được nêu", "one of several places"}},
        {"largest-of-its-name", {"đơn vị lớn nhất mang tên ấy", "the largest unit of this name"}},
        // in a running text
        {"named-before", {"được nêu ở trên", "it was named before"}},
        {"by-members", {"theo các đơn vị trực thuộc được nêu", "by the units named in it"}},
        {"count-differs", {"số lượng khác danh sách", "the count differs from the list"}},
        {"name-place", {"nằm trong tên sản phẩm", "a part of a product's name"}},
        // the whole answer
        {"several-fit", {"nhiều đơn vị phù hợp", "several units fit"}},
        {"weak", {"chưa đủ chắc chắn", "not sure enough"}},
        {"context-not-found", {"không xác định được ngữ cảnh", "the context is no known unit"}},
        {"exception-named", {"văn bản loại trừ một nơi", "the text makes an exception"}},
        {"no-name-in-text", {"văn bản không có tên đơn vị", "no name in the text"}},
        {"name-not-found", {"không tìm thấy tên", "the name is not found"}},
        // a row of a table
        {"village", {"theo xã của thôn, bản", "by the commune of the village"}},
        {"former", {"đơn vị trước sắp xếp", "a unit of before the reform"}},
        {"former-named", {"theo tên cũ ghi kèm", "by the former name beside it"}},
        {"title", {"nêu trong tên gọi", "named in the title"}},
        {"group", {"theo mục phía trên", "from the heading above"}},
        {"point", {"theo tọa độ", "by its coordinates"}},
        {"polygon", {"theo hình vẽ", "by its shape"}},
        {"approximate", {"theo ranh giới gần đúng", "by approximate boundaries"}},
        {"outside-territory", {"ngoài địa bàn của bảng", "outside the table's territory"}},
        {"decision", {"đã được xác nhận", "decided by a person"}},
        // conversion to another day
        {"estimated-share", {"tỷ lệ ước tính", "an estimated share"}},
        {"tiny-part", {"có phần rất nhỏ", "a tiny part"}},
        {"rest-unknown", {"chưa rõ phần còn lại", "the rest is not known"}},
        {"no-successor-known", {"không rõ đơn vị kế thừa", "no successor is known"}},
        {"no-predecessor-known", {"không rõ đơn vị tiền thân", "no predecessor is known"}},
        {"all-lead-to-the-same", {"đều thành các đơn vị như nhau", "all became the same units"}},
        // points
        {"no-coordinates", {"không có tọa độ", "no coordinates"}},
        {"not-a-number", {"tọa độ không phải là số", "the coordinates are no numbers"}},
        {"decimal-comma", {"dấu phẩy thập phân", "a decimal comma"}},
        {"degrees-minutes", {"độ và phút", "degrees and minutes"}},
        {"coordinates-swapped", {"kinh độ và vĩ độ bị đảo", "longitude and latitude are swapped"}},
        {"outside-vietnam", {"ngoài Việt Nam", "outside Vietnam"}},
        {"official-boundary", {"theo ranh giới chính thức", "by official boundaries"}},
        {"approximate-cell", {"theo ranh giới gần đúng", "by approximate boundaries"}},
        {"succession", {"suy từ đơn vị tiền thân", "by its predecessors"}},
        {"succession-unknown", {"không rõ đơn vị kế thừa", "the succession is not known"}},
        {"outside", {"ngoài mọi đơn vị", "outside all units"}},
        {"on-border", {"nằm trên ranh giới", "on a border"}},
        {"overlap", {"ranh giới chồng nhau", "boundaries overlap"}},
        {"other-level", {"khác cấp", "of another level"}},
        // a text that was not in Unicode
        {"utf8-as-cp1252", {"chữ Unicode bị đọc sai bảng mã", "Unicode read as Windows-1252"}},
        {"tcvn3", {"phông chữ TCVN3 (ABC)", "TCVN3 (ABC) font"}},
        {"vni-font", {"phông chữ VNI", "VNI font"}},
        {"viqr", {"gõ kiểu VIQR", "typed as VIQR"}},
        {"telex", {"còn nguyên phím Telex", "keystrokes of Telex"}},
        {"vni-keys", {"còn nguyên phím VNI", "keystrokes of VNI"}},
    };
    return words;
}

} // namespace

const LocalText& inWords(Status status) {
    static const LocalText matched{"khớp", "matched"}, ambiguous{"chưa rõ", "ambiguous"},
        unmatched{"không khớp", "unmatched"};
    return status == Status::Matched     ? matched
           : status == Status::Ambiguous ? ambiguous
                                         : unmatched;
}

std::optional<LocalText> reasonInWords(std::string_view reason) {
    if (const auto known = reasonWords().find(reason); known != reasonWords().end())
        return known->second;
    const std::size_t colon = reason.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view word = reason.substr(0, colon), value = reason.substr(colon + 1);
    if (word == "typo")
        return localText("sai {} chữ", "{} letters wrong", value);
    if (word == "all-lead-to")
        return localText("đều thành {}", "all became {}", value);
    if (word == "in") // a uid: the code, '@' and a year
        return localText("trong đơn vị {}", "in the unit {}", value.substr(0, value.find('@')));
    if (word == "was") // the answer before a decision
        return localText("trước đó: {}", "before: {}", value);
    return std::nullopt;
}

LocalText reasonsInWords(std::string_view reasons) {
    LocalText out;
    while (!reasons.empty()) {
        const std::string_view one = reasons.substr(0, reasons.find(';'));
        reasons.remove_prefix(std::min(reasons.size(), one.size() + 1));
        const LocalText words =
            reasonInWords(one).value_or(LocalText{std::string(one), std::string(one)});
        out = out == LocalText() ? words : localText("{}; {}", "{}; {}", out, words);
    }
    return out;
}

} // namespace terroir::geocode
