#include "core/geocode/unit_words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace terroir::geocode {

namespace {

struct TypeSpelling {
    std::string_view written; ///< with a space between words
    std::string_view type;
    std::uint8_t levels = 0;
    bool isAbbreviated = false;
    Spelling letters = {};
    std::size_t count = 1;
};

std::vector<TypeSpelling> typeSpellings() {
    std::vector<TypeSpelling> types{{"thị trấn", "thị trấn", communeBit},
                                    {"thị xã", "thị xã", districtBit},
                                    {"thành phố", "thành phố", provinceBit | districtBit},
                                    {"đặc khu", "đặc khu", communeBit},
                                    {"xã", "xã", communeBit},
                                    {"phường", "phường", communeBit},
                                    {"huyện", "huyện", districtBit},
                                    {"quận", "quận", districtBit},
                                    {"tỉnh", "tỉnh", provinceBit},
                                    {"thành ủy", "thành phố", provinceBit | districtBit},
                                    {"thành uỷ", "thành phố", provinceBit | districtBit},
                                    {"thị ủy", "thị xã", districtBit},
                                    {"thị uỷ", "thị xã", districtBit},
                                    {"tt", "thị trấn", communeBit, true},
                                    {"ttr", "thị trấn", communeBit, true},
                                    {"tp", "thành phố", provinceBit | districtBit, true},
                                    {"tx", "thị xã", districtBit, true},
                                    {"đk", "đặc khu", communeBit, true},
                                    {"x", "xã", communeBit, true},
                                    {"p", "phường", communeBit, true},
                                    {"h", "huyện", districtBit, true},
                                    {"q", "quận", districtBit, true},
                                    {"t", "tỉnh", provinceBit, true}};
    for (TypeSpelling& type : types) {
        type.letters = spell(type.written).letters;
        type.count = std::size_t(std::count(type.written.begin(), type.written.end(), ' ')) + 1;
    }
    return types;
}

/// Words and what they say, by their letters.
class Dictionary {
public:
    explicit Dictionary(std::initializer_list<std::pair<WordKind, const char*>> lists) {
        for (const auto& [kind, list] : lists) {
            const SpelledText text = spell(list);
            for (const Word& word : text.words)
                m_kinds.emplace(text.letters.substr(word.from, std::size_t(word.to - word.from)),
                                kind);
        }
    }
    WordKind operator[](SpellingView letters) const {
        const auto found = m_kinds.find(Spelling(letters));
        return found == m_kinds.end() ? WordKind::Plain : found->second;
    }

private:
    std::unordered_map<Spelling, WordKind> m_kinds;
};

const Dictionary& dictionary() {
    static const Dictionary words{
        {WordKind::Preposition,
         "tại ở từ về đến tới lên xuống vào qua cho trên bàn khắp quanh riêng vùng cụm khu"},
        {WordKind::Belonging, "của thuộc"},
        {WordKind::And, "và cùng với hoặc hay lẫn"},
        {WordKind::Plural, "các những số nhiều vài mọi"},
        {WordKind::Each, "cấp mỗi từng liên"},
        {WordKind::Consists, "gồm là như có sau gồm tên"},
        {WordKind::Office, "ubnd hđnd ủy uỷ đảng hội phòng ban công"},
        {WordKind::Person,
         "ông bà anh chị em cô chú bác thầy cụ ts ths pgs gs ks bs đc chí nghệ sĩ tên cháu họ dân "
         "tộc người viên giả"},
        {WordKind::Way,
         "đường phố ngõ ngách hẻm số lộ cầu chợ sông suối núi đèo hồ đập ga cảng bay máy điện "
         "chùa đền đình làng thôn bản ấp xóm buôn tổ khóm đảo cửa khẩu dãy đỉnh hang động vịnh "
         "biển kênh rạch nhà"},
        {WordKind::Maker,
         "ty htx hợp tnhh cp trường thpt thcs tiểu mầm học viện nghiệp đoàn hàng xưởng sạn "
         "hiệu thương báo đài dntn siêu hãng quán clb hiến"},
        {WordKind::Product,
         "giống lợn heo gà vịt ngan bò trâu dê cừu ngựa ong cá tôm cua lươn ếch mận đào xoài cam "
         "quýt bưởi nhãn vải chuối leo dứa thơm na táo lê mít bơ chè trà phê gạo lúa nếp tẻ ngô "
         "khoai sắn miến bún phở bánh nem chả giò mì tiếu kẹo mắm rượu mật tỏi hành nghệ gừng sâm "
         "quế hồi rau măng nấm mắc dầu tiêu điều lụa gốm nón chiếu mây đan chéo chẳm thuốc hạt quả "
         "cốm tương muối đậu vịt sen dâu nho dưa mướp bí lạc vừng cao lá chỉ phẩm mè lạp thắng cơm "
         "nước sữa"},
        {WordKind::Credit, "ảnh giả nguồn bài tin theo"},
        {WordKind::Except, "trừ ngoại"},
    };
    return words;
}

std::vector<Spelling> spelledWords(std::string_view list) {
    const SpelledText text = spell(list);
    std::vector<Spelling> out;
    for (const Word& word : text.words)
        out.emplace_back(text.letters.substr(word.from, std::size_t(word.to - word.from)));
    return out;
}

SpellingView wordAt(const TextWords& text, std::size_t at) {
    return text.view(at, at + 1);
}

/// "hợp tác xã", "xã hội", "tỉnh lộ", "thành phố hóa": the word is a part of another.
bool isPartOfWord(const TextWords& text, std::size_t at, std::size_t count) {
    static const Spelling tac = spell("tác").letters;
    if (at > 0 && wordAt(text, at - 1) == SpellingView(tac))
        return true;
    if (at + count >= text.size() || !text[at + count].before.hasOnly(Gap::Space | Gap::Line))
        return false;
    static const std::vector<Spelling> parts =
        spelledWords("hội lộ viên lỵ lị đội đoàn ngũ giao hoá hóa trưởng thành táo");
    return !text[at + count].isCapital && isOneOf(wordAt(text, at + count), parts);
}

bool matches(const TextWords& text, std::size_t at, const TypeSpelling& type) {
    if (at + type.count > text.size())
        return false;
    for (std::size_t i = 1; i < type.count; ++i)
        if (!text[at + i].before.hasOnly(Gap::Space | Gap::Line))
            return false;
    return haveEqualBases(text.view(at, at + type.count), type.letters);
}

} // namespace

UnitWord unitWordAt(const TextWords& text, std::size_t at) {
    static const std::vector<TypeSpelling> types = typeSpellings();
    const SpellingView letters = wordAt(text, at);
    if (letters.empty())
        return {};
    const char first = baseOf(letters[0]);
    if (std::string_view("tdxphq").find(first) == std::string_view::npos)
        return {};
    const TextWord& word = text[at];
    for (const TypeSpelling& type : types) {
        if (baseOf(type.letters[0]) != first || !matches(text, at, type))
            continue;
        const bool isWritten = text.view(at, at + type.count) == SpellingView(type.letters);
        if (type.isAbbreviated) {
            // "TP", "H.", "h."; a small letter needs its stop.
            const bool isGlued = at + 1 < text.size() && text[at + 1].before.isNone() &&
                                 (text[at + 1].isNumber || text[at + 1].isCapital);
            if (!isWritten || !(word.hasDot || isGlued || word.isUpperCase))
                continue;
            return {type.type, type.levels, type.count, true, false};
        }
        if (!isWritten && word.isAmongMarked)
            continue;
        if (isPartOfWord(text, at, type.count))
            return {};
        return {type.type, type.levels, type.count, false, !isWritten};
    }
    return {};
}

WordKind wordKindAt(const TextWords& text, std::size_t at) {
    return dictionary()[wordAt(text, at)];
}

unsigned countWordAt(const TextWords& text, std::size_t at) {
    static const std::vector<Spelling> words = spelledWords("hai ba bốn năm sáu bảy tám chín mười");
    const SpellingView letters = wordAt(text, at);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (letters == SpellingView(words[i]))
            return unsigned(i + 2);
    return 0;
}

bool isSurname(const TextWords& text, std::size_t at) {
    static const std::vector<Spelling> names = spelledWords(
        "nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương đinh phan lương "
        "mai trịnh lò giàng vàng sùng hạng thào lầu quàng cà lường tòng hà vừ chẻo tẩn "
        "lý phàn pờ lù điêu mùa đèo bạc tô tạ đoàn đào lâm lưu cao chu");
    return isOneOf(wordAt(text, at), names);
}

bool isBetweenTypeAndName(const TextWords& text, std::size_t at) {
    static const std::vector<Spelling> words = spelledWords("đảo nghèo ủy uỷ đội đoàn cũ mới");
    return isOneOf(wordAt(text, at), words);
}

bool makesNoUnit(const TextWords& text, std::size_t at) {
    static const std::vector<Spelling> words = spelledWords(
        "khác bạn lân miền vùng biên nông đặc điểm thông trọng nào phía trong còn giáp thực "
        "trực loại anh kiểu cũ mới nghèo đảo công ủy uỷ");
    return isOneOf(wordAt(text, at), words);
}

} // namespace terroir::geocode
