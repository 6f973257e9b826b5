#include "core/text/legacy.hpp"
#include "core/text/letter.hpp"
#include "core/text/vietnamese.hpp"
#include "tests/support/legacy_encode.hpp"
#include "tests/support/unit_texts.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <utility>

using namespace terroir::text;
using terroir::testing::encode;
using terroir::testing::unitTexts;

namespace {

constexpr std::array encodings{Encoding::Utf8AsCp1252, Encoding::Tcvn3, Encoding::VniFont,
                               Encoding::Viqr,         Encoding::Telex, Encoding::VniKeys};

struct Case {
    Encoding encoding;
    const char* text;
    const char* meant;
};

/// Lower case, and every word's tone behind its letters: keys do not say where it stood.
std::u32string comparable(const std::string& text) {
    std::u32string out;
    Tone tone = Tone::Level;
    const std::string small = toLower(text);
    for (std::size_t at = 0; at < small.size();) {
        const char32_t c = nextCodePoint(small, at);
        Letter letter = letterOf(c);
        if (!letter && tone != Tone::Level)
            out += char32_t(U'0') + char32_t(std::exchange(tone, Tone::Level));
        if (letter.tone != Tone::Level)
            tone = std::exchange(letter.tone, Tone::Level);
        out += letter ? letter.base : c;
    }
    return tone == Tone::Level ? out : out + char32_t(U'0' + char32_t(tone));
}

std::string said(std::optional<Encoding> encoding) {
    return std::string(encoding ? toString(*encoding) : "none");
}

} // namespace

TEST(legacy, texts_are_recognised_and_read) {
    const Case cases[] = {
        {Encoding::Utf8AsCp1252, "XÃ£ MÆ°á»\xc2\x9dng TÃ¨, Huyá»‡n MÆ°á»\xc2\x9dng TÃ¨",
         "Xã Mường Tè, Huyện Mường Tè"},
        {Encoding::Utf8AsCp1252, "Thá»‹ tráº¥n Tam Ä\xc2\x90Æ°á»\xc2\x9dng", "Thị trấn Tam Đường"},
        {Encoding::Utf8AsCp1252, "THá»Š TRáº¤N TAM Ä\xc2\x90Æ¯á»œNG", "THỊ TRẤN TAM ĐƯỜNG"},
        {Encoding::Tcvn3, "X· M­êng TÌ, HuyÖn M­êng TÌ, TØnh Lai Ch©u",
         "Xã Mường Tè, Huyện Mường Tè, Tỉnh Lai Châu"},
        {Encoding::Tcvn3, "Ph­êng §«ng H¶i, TØnh Kh¸nh Hßa", "Phường Đông Hải, Tỉnh Khánh Hòa"},
        {Encoding::VniFont, "Xaõ Möôøng Teø, Huyeän Möôøng Teø, Tænh Lai Chaâu",
         "Xã Mường Tè, Huyện Mường Tè, Tỉnh Lai Châu"},
        {Encoding::VniFont, "XAÕ VÓNH MYÕ, TÆNH CAØ MAU", "XÃ VĨNH MỸ, TỈNH CÀ MAU"},
        {Encoding::VniFont, "Möôøng", "Mường"},
        {Encoding::VniFont, "Soâng Coâng", "Sông Công"},
        {Encoding::Tcvn3, "HuÕ", "Huế"},
        {Encoding::VniFont, "xaõ Phuù Kyø, tỉnh Nghệ An, huyeän Taân Kyø",
         "xã Phú Kỳ, tỉnh Nghệ An, huyện Tân Kỳ"},
        {Encoding::Viqr, "Xa~ Mu+o+`ng Te`, Huye^.n Mu+o+`ng Te`, Ti?nh Lai Cha^u",
         "Xã Mường Tè, Huyện Mường Tè, Tỉnh Lai Châu"},
        {Encoding::Viqr, "X. Ba Vi`, H. Tam DDu+o+`ng (Lai Cha^u).",
         "X. Ba Vì, H. Tam Đường (Lai Châu)."},
        {Encoding::Viqr, "Thi. tra^'n Nghi~a Dda`n, xa~ Phu' Le^.",
         "Thị trấn Nghĩa Đàn, xã Phú Lệ"},
        {Encoding::Telex, "Xax Muwowngf Tef, Huyeenj Muwowngf Tef, Tinhr Lai Chaau",
         "Xã Mường Tè, Huyện Mường Tè, Tỉnh Lai Châu"},
        {Encoding::Telex, "xax Bar Ddieenf, huyeejn Quarng Ddieefn",
         "xã Bả Điền, huyện Quảng Điền"},
        {Encoding::Telex, "tinhr dduongw, huyenej tuowng, phuongwf Thuowr",
         "tỉnh đương, huyện tương, phường Thuở"},
        {Encoding::Telex, "XAX QUYEETS THAWNGS, TINHR SOWN LA", "XÃ QUYẾT THẮNG, TỈNH SƠN LA"},
        {Encoding::Telex, "Phuwowngf wng Hoaf, twf Luuw", "Phường ưng Hòa, từ Lưu"},
        {Encoding::VniKeys, "Xa4 Mu7o7ng2 Te2, Huye6n5 Mu7o7ng2 Te2, Tinh3 Lai Cha6u",
         "Xã Mường Tè, Huyện Mường Tè, Tỉnh Lai Châu"},
        {Encoding::VniKeys, "Phuong72 4, Quan65 Binh2 Thanh5", "Phường 4, Quận Bình Thạnh"},
        {Encoding::VniKeys, "xa4 D9a81k La8k1, d9uong72 so61 5", "xã Đắk Lắk, đường số 5"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(said(detect(c.text)), toString(c.encoding)) << c.text;
        EXPECT_EQ(decode(c.text, c.encoding), c.meant) << c.text;
    }
}

TEST(legacy, clean_and_merely_faulty_texts_are_left_alone) {
    for (const char* text : {"",
                             " ",
                             ",",
                             "Xã Mường Tè, Huyện Mường Tè, Tỉnh Lai Châu",
                             "XÃ HÀ TÂN, TỈNH HÒA BÌNH",
                             "Xã Hà Tân",
                             "Xa Muong Bang, Huyen Mai Son",
                             "xa noong heo huyen sin ho tinh lai chau",
                             "Phường 15",
                             "Phuong 15",
                             "Q1",
                             "P5, Q3",
                             "P12, Q.10, TP.HCM",
                             "Phuong5,Quan3,TPHCM",
                             "Phường15, QuậnPhú Nhuận",
                             "thon3, xa Muong Bu",
                             "Krông Pắc",
                             "Ea H'leo",
                             "Đắk R'lấp",
                             "Dak R'lap",
                             "x.Ea Dar, H. Ea Kar, T.Dak Lak",
                             "H. Tam Duong, X. Ba Vi.",
                             "Huy?n H??ng S?n",
                             "Ti?n Giang, T?nh Thi?n",
                             "X? Nghi?m, T?nh Thái Nguyên",
                             "Xã Mườnq Tè",
                             "Xã Tôa9 Cọ",
                             "x. xuan thqng can tho",
                             "Xa hMuong Bu",
                             "Xa Muong LLang",
                             "x.chieng banf h.quynh nhai t.son la",
                             "Xa Naam Hang, Tinh Lai Chau",
                             "muong hnug",
                             "Qùán Phù Ỳên",
                             "Xaã Tân Lập",
                             "Xã Phúù Cường",
                             "Xã Mãi Sòàn",
                             "Muong Bu Commune, Son La Province",
                             "Moc Chau Town, Son La Province",
                             "9 Ward, 4 District, Ho Chi Minh City",
                             "The quick brown fox jumps over the lazy dog",
                             "São Paulo",
                             "Zürich",
                             "Café de Flore",
                             "Köln, Düsseldorf",
                             "naïve façade",
                             "Ångström",
                             "“Hà Nội” – Huế…",
                             "«Hà Nội»",
                             "25 °C; 12 m²; 5 km²",
                             "100 €",
                             "info@so.gov.vn",
                             "www.example.com/a+b?c=d",
                             "02133.876.543",
                             "12/6/2024",
                             "n/a",
                             "A1, B2",
                             "w~12z*@w||!",
                             "C++",
                             "3.5 ha",
                             "XÃ NOONG HẺO; HUYỆN SÌN HỒ; TỈNH LAI CHÂU",
                             "không rõ",
                             "N'Thol Hạ",
                             "bản Co Mạ (cũ)"})
        EXPECT_EQ(said(detect(text)), "none") << text;
    EXPECT_EQ(said(detect("Xa\xcc\x83 Noong He\xcc\x89o")), "none") << "decomposed";
}

TEST(legacy, letters_of_lost_bytes_are_put_back_where_one_fits) {
    const Case cases[] = {
        {Encoding::Utf8AsCp1252, "PhÆ°á»ng 5, Huyá»‡n", "Phường 5, Huyện"},
        {Encoding::Utf8AsCp1252, "PhÆ°á»?ng 5, Huyá»‡n", "Phường 5, Huyện"},
        {Encoding::Utf8AsCp1252, "PhÆ°á»\xef\xbf\xbdng 5, Huyá»‡n", "Phường 5, Huyện"},
        {Encoding::Utf8AsCp1252, "XÃ£ Äiá»n Biên, Huyá»‡n", "Xã Điền Biên, Huyện"},
        {Encoding::Utf8AsCp1252, "ThÃ nh phá»‘ HÃ  Ná»™i", "Thành phố Hà Nội"},
        {Encoding::Utf8AsCp1252, "Tá»‰nh CÃ  Mau, xÃ£ LÃ ng MÃ´", "Tỉnh Cà Mau, xã Làng Mô"},
        {Encoding::Utf8AsCp1252, "ThÃ nh phá»‘ HÃ Ná»™i", "Thành phố H? Nội"},
        {Encoding::Utf8AsCp1252, "ThÃ nh phá»‘ HÃ Ná»™i, xÃ£ ChÃ\xc2\xad",
         "Thành phố Hà Nội, xã Chí"},
        {Encoding::Utf8AsCp1252, "Tá»‰nh PhÃº Thá»", "Tỉnh Phú Th?"},
        {Encoding::Utf8AsCp1252, "Tá»‰nh PhÃº Thá», Huyá»‡n", "Tỉnh Phú Th?, Huyện"},
        {Encoding::Utf8AsCp1252, "TỈNH Sơn La, phÆ°Æ¡ng", "TỈNH Sơn La, phương"},
        // No byte of 0x80-0x9F left: the whole block may have been dropped, "Huyá»n" is "Huyện".
        {Encoding::Utf8AsCp1252, "Huyá»n MÃ¹ Cáº£", "Huy?n Mù Cả"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(decode(c.text, c.encoding), c.meant) << c.text;
}

TEST(legacy, any_bytes_can_be_read) {
    constexpr std::string_view pieces[] = {"a",  "o", "Ã", "á»", "Ä", " ",  "?", "\xff", "\xe1\xbb",
                                           "dd", "w", "s", "^",  "(", "\\", "6", "ngh",  "uo",
                                           "Æ",  "á", "ö", "·",  "M", ".",  "'", "\xad", "ươ"};
    std::mt19937 random(1);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (auto length = random() % 24; length > 0; --length)
            text += pieces[random() % std::size(pieces)];
        detect(text);
        for (const Encoding encoding : encodings)
            EXPECT_TRUE(isValidUtf8(decode(text, encoding))) << text;
    }
}

TEST(legacy, text_misread_twice_is_read_twice) {
    const std::string text = "Xã Mường Tè, Tỉnh Điện Biên";
    const std::string once = encode(text, Encoding::Utf8AsCp1252);
    const std::string twice = encode(once, Encoding::Utf8AsCp1252);
    EXPECT_EQ(said(detect(twice)), "utf8-as-cp1252");
    EXPECT_EQ(decode(twice, Encoding::Utf8AsCp1252), text);
}

TEST(legacy, unit_names_come_back_from_every_encoding) {
    const auto units = unitTexts();
    for (const Encoding encoding : encodings) {
        std::size_t different = 0;
        std::string examples;
        for (const auto& unit : units) {
            const std::string read = decode(encode(unit.fullName, encoding), encoding);
            if (comparable(read) == comparable(unit.fullName))
                continue;
            if (++different <= 5)
                examples += unit.fullName + " -> " + read + "; ";
        }
        EXPECT_LE(double(different), 0.002 * double(units.size()))
            << toString(encoding) << ": " << examples;
    }
}

TEST(legacy, full_texts_of_units_are_recognised) {
    const auto units = unitTexts();
    for (const Encoding encoding : encodings) {
        std::size_t texts = 0, right = 0;
        std::string examples;
        for (const auto& unit : units) {
            const std::string text = encode(unit.withParents, encoding);
            if (text == fold(unit.withParents) || text == unit.withParents)
                continue;
            ++texts;
            const auto found = detect(text);
            if (found == encoding)
                ++right;
            else if (texts - right <= 5)
                examples += text + " " + said(found) + "; ";
        }
        EXPECT_GE(double(right), 0.999 * double(texts)) << toString(encoding) << ": " << examples;
    }
}

TEST(legacy, plain_and_folded_texts_of_units_are_left_alone) {
    std::size_t wrong = 0;
    for (const auto& unit : unitTexts())
        for (const std::string& text : {unit.name, unit.fullName, unit.withParents, fold(unit.name),
                                        fold(unit.fullName), fold(unit.withParents)})
            if (const auto found = detect(text)) {
                ++wrong;
                ADD_FAILURE() << text << " " << said(found);
            }
    EXPECT_EQ(wrong, 0u);
}
