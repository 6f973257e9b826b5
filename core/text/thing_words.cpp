#include "core/text/thing_words.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

namespace terroir::text {

namespace {

/// Crops, animals, fish, woods as statistics name them, in small letters and with their marks:
/// without them "đậu" and "dầu", "cá" and "ca" are one.
constexpr std::string_view things[] = {
    // grains, roots, oil, fibre
    "lúa", "ngô", "bắp", "sắn", "mì", "khoai", "lạc", "đậu", "đỗ", "mía", "bông", "đay", "cói",
    "vừng", "mè", "thuốc lá", "thuốc lào", "dong", "kê", "cao lương", "ý dĩ", "hoàng tinh",
    "hướng dương", "cỏ", "ngũ cốc", "lương thực", "chất bột", "màu", "hoa màu",
    // vegetables, mushrooms, spices
    "rau", "cải", "su hào", "súp lơ", "cà", "dưa", "bí", "bầu", "mướp", "ớt", "hành", "hẹ", "tỏi",
    "gừng", "nghệ", "riềng", "sả", "kiệu", "măng", "nấm", "mộc nhĩ", "su su", "xà lách", "rong",
    "khổ qua", "củ", "sen", "ấu", "thì là", "húng", "gia vị", "mắc khén", "hạt dổi", "thảo quả",
    // perennial
    "chè", "trà", "cà phê", "ca cao", "cao su", "hồ tiêu", "tiêu", "điều", "dừa", "cọ", "mắc ca",
    "macca", "quế", "hồi", "dâu", "cau", "trầu", "thốt nốt", "óc chó", "dẻ", "trẩu",
    // fruit
    "cam", "quýt", "quất", "tắc", "bưởi", "chanh", "phật thủ", "xoài", "nhãn", "vải", "chôm chôm",
    "sầu riêng", "măng cụt", "mít", "na", "mãng cầu", "ổi", "táo", "lê", "mận", "đào", "mơ", "hồng",
    "bơ", "chuối", "dứa", "khóm", "thơm", "thanh long", "nho", "đu đủ", "chanh leo", "chanh dây",
    "sơn tra", "vú sữa", "bòn bon", "dâu tây", "việt quất", "khế", "me", "sấu", "trám", "roi",
    "mác mật", "sapo", "sa pô", "lựu", "cóc", "nhót", "hạnh", "kiwi", "có múi", "ăn quả", "ăn trái",
    "trái cây", "quả",
    // medicine, flowers
    "dược liệu", "sâm", "sa nhân", "đinh lăng", "atiso", "actiso", "artiso", "đương quy",
    "tam thất", "xuyên khung", "hà thủ ô", "ba kích", "đẳng sâm", "đảng sâm", "hoài sơn",
    "cát cánh", "bạch truật", "giảo cổ lam", "lan kim tuyến", "thất diệp", "bảy lá", "kim ngân",
    "cà gai leo", "trà hoa vàng", "chùm ngây", "ngải", "bạc hà", "hương nhu", "hoa", "lan", "cúc",
    "ly", "lay ơn", "cây cảnh", "cảnh", "cà độc dược", "nhân trần", "sachi", "gấc", "nhàu",
    "ngũ vị tử", "ngưu tất", "mã tiền", "ích mẫu", "diệp hạ châu", "hoàng bá", "hoàng liên",
    "hoàng đằng", "bạch chỉ", "địa liền", "thiên niên kiện", "khôi nhung", "khôi tía",
    "dây thìa canh", "xạ đen", "xạ can", "trinh nữ hoàng cung", "linh chi", "hoàn ngọc", "tía tô",
    "kinh giới", "thổ phục linh", "mạch môn", "sinh địa", "địa hoàng", "hoàng kỳ", "hoàng cầm",
    "kim tiền thảo", "kê huyết đằng", "huyết đằng", "cốt toái bổ", "tục đoạn", "đỗ trọng",
    "hậu phác", "ô dược", "bình vôi", "cẩu tích", "hy thiêm", "mộc hương", "trạch tả", "cam thảo",
    "đan sâm", "huyền sâm", "mật nhân", "ba gạc", "thanh hao", "bách bộ", "bồ công anh", "nha đam",
    "lô hội", "bồ kết", "vàng đắng", "cẩm", "chè dây", "sơn thù", "độc hoạt", "đẳng", "hồng sâm",
    "cỏ ngọt", "sâm dây", "sói rừng", "râu mèo", "thìa canh", "lan gấm", "thạch hộc", "dược",
    // woods
    "rừng", "keo", "bạch đàn", "thông", "mỡ", "bồ đề", "tre", "luồng", "trúc", "nứa", "vầu",
    "song mây", "mây", "lát", "lim", "sưa", "giổi", "dổi", "sao", "dầu", "tếch", "xoan", "pơ mu",
    "sa mộc", "tràm", "đước", "phi lao", "gỗ", "lâm nghiệp", "trầm", "dó", "tống quá sủ",
    // groups
    "công nghiệp", "hàng năm", "hằng năm", "lâu năm", "trồng cạn", "có củ", "có hạt", "thực phẩm",
    // animals
    "trâu", "bò", "ngựa", "dê", "cừu", "lợn", "heo", "gia súc", "gia cầm", "thủy cầm", "thuỷ cầm",
    "gà", "vịt", "ngan", "ngỗng", "chim", "bồ câu", "cút", "thỏ", "hươu", "nai", "nhím", "dúi",
    "cầy", "ong", "tằm", "đà điểu", "chó", "yến", "rắn", "đại gia súc", "tiểu gia súc", "gia cầm",
    "trăn", "dế", "kỳ đà", "kỳ nhông",
    // fish
    "cá", "tôm", "cua", "ghẹ", "ngao", "nghêu", "hàu", "hầu", "sò", "ốc", "ếch", "ba ba", "baba",
    "lươn", "chạch", "trai", "mực", "tu hài", "bào ngư", "hải sâm", "vẹm", "rươi", "sá sùng",
    "thủy sản", "thuỷ sản", "thủy đặc sản", "nhuyễn thể", "giáp xác", "cá sấu", "artemia"};

/// Of them those of which the number is one of heads.
constexpr std::string_view headed[] = {
    "trâu",     "bò",          "ngựa",         "dê",   "cừu",  "lợn",   "heo",
    "gia súc",  "đại gia súc", "gà",           "vịt",  "ngan", "ngỗng", "gia cầm",
    "thủy cầm", "thuỷ cầm",    "tiểu gia súc", "thỏ",  "hươu", "nai",   "nhím",
    "dúi",      "đà điểu",     "bồ câu",       "chim", "cút"};

/// Words before the name that say nothing of it.
constexpr std::string_view wordsBefore[] = {"cây",      "con",   "đàn",      "tổng đàn",
                                            "các loại", "các",   "loại",     "nuôi",
                                            "trồng",    "giống", "vật nuôi", "khác:"};

/// Those of them that stand for the whole of it: not what is made for it ("cây giống chè").
constexpr std::string_view classifiers[] = {"cây", "con", "giống", "đàn", "tổng đàn"};

/// Words that begin like a thing and are none.
constexpr std::string_view others[] = {
    "nhãn hiệu", "nhãn mác",  "cam kết",  "điều kiện",  "điều tra",   "điều chỉnh", "sở hữu",
    "thông tin", "thông số",  "đào tạo",  "kê khai",    "màu sắc",    "mực nước",   "hồi phục",
    "cảnh báo",  "cảnh quan", "tiêu thụ", "tiêu chuẩn", "tiêu chí",   "tiêu hủy",   "tiêu huỷ",
    "cá nhân",   "cá thể",    "cải tạo",  "cải thiện",  "hành chính", "sao ocop",   "bông lúa"};

bool beginsWith(std::string_view text, std::string_view word) {
    // The first byte tells most words apart, without a call.
    return !text.empty() && text.front() == word.front() && text.starts_with(word) &&
           (text.size() == word.size() ||
            std::string_view(" ,;/()-+:.").find(text[word.size()]) != std::string_view::npos);
}

template <typename Words>
bool beginsWithAny(std::string_view text, const Words& words) {
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return beginsWith(text, word); });
}

/// Whether one of the names stands at the start, or behind words that say nothing of it.
template <typename Words>
bool beginsWithThing(std::string_view rest, const Words& names) {
    for (bool isShorter = true; isShorter;) {
        isShorter = false;
        if (beginsWithAny(rest, others))
            return false;
        if (beginsWithAny(rest, names))
            return true;
        for (const std::string_view word : wordsBefore)
            if (beginsWith(rest, word) && rest.size() > word.size() + 1) {
                rest.remove_prefix(word.size() + 1);
                isShorter = true;
                break;
            }
    }
    return false;
}

} // namespace

std::string nameOfThing(std::string_view text) {
    std::string words = normalize(text);
    for (const std::string_view word : classifiers)
        if (words.starts_with(word) && words.size() > word.size() + 1 &&
            words[word.size()] == ' ') {
            const auto rest = std::string_view(words).substr(word.size() + 1);
            if (beginsWithAny(rest, things) && !beginsWithAny(rest, others))
                return std::string(rest);
        }
    return words;
}

bool isCountedByHead(std::string_view text) {
    const std::string words = " " + normalize(text) + " ";
    for (const std::string_view made : {" hơi ", " móc hàm ", " xuất chuồng ", " trứng ", " giá "})
        if (words.find(made) != std::string::npos)
            return false;
    return beginsWithThing(words.substr(1, words.size() - 2), headed);
}

bool isThing(std::string_view text) {
    return beginsWithThing(normalize(text), things);
}

bool isFish(std::string_view text) {
    static const auto firstFish = std::find(std::begin(things), std::end(things), "cá");
    return beginsWithThing(normalize(text), std::span(firstFish, std::end(things)));
}

bool isPlant(std::string_view text) {
    static const auto firstAnimal = std::find(std::begin(things), std::end(things), "trâu");
    const std::string words = normalize(text);
    return beginsWithThing(words, std::span(std::begin(things), firstAnimal)) &&
           !beginsWithThing(words, std::span(firstAnimal, std::end(things)));
}

} // namespace terroir::text
