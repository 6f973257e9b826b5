#include "core/records/packaged.hpp"
#include "core/search/search_index.hpp"
#include "core/text/vietnamese.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

namespace terroir::search {
namespace {

using terroir::testing::packagedGazetteer;

const Date eve = Date::of(2025, 6, 30), today = Date::of(2026, 11, 1);

const geocode::Geocoder& geocoder() {
    static const geocode::Geocoder instance(packagedGazetteer());
    return instance;
}

const records::Packaged& packaged() {
    static const records::Packaged instance =
        records::readPackaged(TERROIR_SOURCE_DIR "/data", geocoder(), packagedGazetteer());
    return instance;
}

const SearchIndex& index() {
    static const SearchIndex instance(packagedGazetteer(), packaged().records, packaged().sources,
                                      &geocoder());
    return instance;
}

/// "xã Bản Hon (03421@2004)", "miến dong", "TD22: Tổng kết …"; guesses behind a '?'.
std::string describe(const Hit& hit) {
    std::string out = hit.fit == Fit::Guess ? "?" : "";
    if (hit.kind == Kind::Unit)
        return out + packagedGazetteer().unit(hit.unit).uid;
    if (hit.kind == Kind::Source)
        return out + packaged().sources[hit.source].id;
    return out + hit.text;
}

std::vector<std::string> found(std::string_view text, Date asOf, std::size_t limit = 8) {
    std::vector<std::string> out;
    for (const Hit& hit : index().find(text, asOf, limit))
        out.push_back(describe(hit));
    return out;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : " | ") + text;
    return out;
}

struct SearchCase {
    Date asOf;
    const char* text;
    const char* first; ///< hits from the first on
};

void expectFirst(std::span<const SearchCase> cases) {
    for (const SearchCase& one : cases) {
        const std::string first = one.first;
        const auto count = std::size_t(std::count(first.begin(), first.end(), '|')) + 1;
        EXPECT_EQ(joined(found(one.text, one.asOf, count)), first)
            << one.asOf.toString() << " '" << one.text << "'";
    }
}

TEST(search_index, beside_a_name_that_has_the_words_others_that_begin_like_them_are_left_out) {
    for (const char* text : {"ban hon", "bản hon"})
        for (const Hit& hit : index().find(text, eve, 30)) {
            const std::string name = text::fold(hit.text + " " + hit.detail);
            EXPECT_NE(name.find("ban hon"), std::string::npos) << text << ": " << hit.text;
        }
    // The last word is still being typed, or one word alone: beginnings stay.
    EXPECT_GT(found("ban ho", eve).size(), 1U);
    EXPECT_GT(found("ban", eve).size(), 3U);
}

TEST(search_index, finds_a_commune_however_it_is_typed) {
    const char* texts[] = {"bản hon",
                           "ban hon",
                           "BẢN HON",
                           "Ba\xcc\x89n Hon", // decomposed
                           "  ban   hon ",
                           "xã ban hon",
                           "Xã Bản Hon",
                           "x. ban hon",
                           "x ban hon",
                           "ban hon commune",
                           "tam duong ban hon",
                           "ban hon tam duong",
                           "ban hon, tam duong, lai chau",
                           "lai châu, bản hon",
                           "xã Bản Hon, huyện Tam Đường, tỉnh Lai Châu",
                           "x.Bản Hon-h.Tam Đường",
                           "ban hon tam d",
                           "hon tam duong",
                           "03421",
                           "03421@2004"};
    for (const char* text : texts)
        for (const Date day : {eve, today})
            EXPECT_EQ(joined(found(text, day, 1)), "03421@2004") << text;
}

TEST(search_index, words_may_be_begun_only_and_stand_in_any_order) {
    const auto hits = found("hon tam", eve, 100);
    EXPECT_NE(std::find(hits.begin(), hits.end(), "03421@2004"), hits.end()) << joined(hits);
    const SearchCase cases[] = {
        {eve, "khun h", "03430@2004"},
        {eve, "ha khun", "03430@2004"},
        {eve, "tt tam duong", "03390@2004"},
        {eve, "tam duong tt", "03390@2004"},
        {eve, "h tam duong lai", "106@2020 | 03390@2004"}, // the town lies in the district
        {today, "tp ho chi minh", "79@2025"},
        {eve, "phuong 05, da lat", "24790@2004"},
        {eve, "p5 da lat", "24790@2004"},
    };
    expectFirst(cases);
}

TEST(search_index, a_whole_name_comes_before_a_beginning_and_that_before_words_in_it) {
    for (const char* text : {"tam duong", "hoa binh", "che", "lai", "son la", "ta"}) {
        const auto hits = index().find(text, eve, 200);
        EXPECT_GT(hits.size(), 2U) << text;
        EXPECT_TRUE(std::is_sorted(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
            return a.fit < b.fit;
        })) << text;
    }
}

TEST(search_index, of_one_name_larger_units_then_those_with_records_then_the_alphabet) {
    const SearchCase cases[] = {
        {eve, "tam duong", "106@2020 | 247@2004 | 03390@2004 | 08869@2025 | 03409@2004"},
        {eve, "lai chau", "12@2004 | 105@2020 | 105@2004"},
        {eve, "hoa binh", "17@2004 | 148@2006 | 961@2005"},
        {eve, "son binh", "03413@2007"}, // of several the one with records
    };
    expectFirst(cases);
}

TEST(search_index, units_in_force_on_the_day_come_before_others_which_say_their_years) {
    const SearchCase cases[] = {
        {eve, "binh lu", "03412@2004 | 03390@2025"},
        {today, "binh lu", "03390@2025 | 03412@2004"},
        {eve, "03433", "03433@2004 | 03433@2025"},
        {today, "03433", "03433@2025 | 03433@2004"},
        {today, "03433@2004", "03433@2004"},
        {Date::of(2015, 1, 1), "huyện tam đường", "106@2004"}, // before another extent: one thing
    };
    expectFirst(cases);
    struct Line {
        Date asOf;
        const char *uid, *detail;
    };
    const Line lines[] = {
        {eve, "03412@2004", "huyện Tam Đường, tỉnh Lai Châu"},
        {today, "03412@2004", "huyện Tam Đường, tỉnh Lai Châu · đến 2025"},
        {eve, "03390@2025", "tỉnh Lai Châu · từ 2025"},
        {today, "03390@2025", "tỉnh Lai Châu"},
        {today, "105@2020", "tỉnh Lai Châu · 2013–2025"},
        {today, "12@2004", ""},
        {today, "17@2004", "đến 2025"},
        {eve, "11311@2025", "thành phố Hải Phòng · từ 2025"},
        {today, "11602@2025", "quận Hồng Bàng, thành phố Hải Phòng · 2025"},
    };
    for (const Line& one : lines)
        EXPECT_EQ(index().find(one.uid, one.asOf, 1).at(0).detail, one.detail) << one.uid;
    EXPECT_EQ(index().find("03412@2004", today, 1, Language::English).at(0).detail,
              "huyện Tam Đường, tỉnh Lai Châu · until 2025");
}

TEST(search_index, marks_that_are_typed_count) {
    const SearchCase cases[] = {
        {eve, "tam dương", "247@2004"},
        {eve, "tam đường", "106@2020 | 03390@2004"},
        {eve, "huyện tam đ", "106@2020 | 248@2004"},
        {eve, "bình lừ", "03412@2004"}, // wrong ones do not hide
        {today, "hoà bình", "04795@2025"},
        {today, "hòa bình", "04795@2025"},
    };
    expectFirst(cases);
    for (const Hit& hit : index().find("Tam Đường", eve, 3))
        EXPECT_EQ(packagedGazetteer().unit(hit.unit).name, "Tam Đường");
}

TEST(search_index, other_names_are_found_and_said) {
    const Hit hit = index().find("sài gòn", eve, 1).at(0);
    EXPECT_EQ(hit.text, "thành phố Hồ Chí Minh");
    EXPECT_EQ(hit.detail, "tên khác: Sài Gòn");
    EXPECT_TRUE(hit.matched.empty());
    EXPECT_EQ(index().find("buon me thuot", eve, 1, Language::English).at(0).detail,
              "also: Buôn Mê Thuột · tỉnh Đắk Lắk");
    const SearchCase cases[] = {
        {today, "sai gon", "26740@2025 | 79@2025"}, // a ward's own name
        {eve, "qui nhơn", "540@2004"},
    };
    expectFirst(cases);
}

TEST(search_index, subjects_holders_and_documents_are_found_beside_units) {
    const SearchCase cases[] = {
        {eve, "mien dong binh lu", "miến dong Bình Lư"},
        {eve, "sâm lai", "sâm Lai Châu"},
        {eve, "ca tam", "cá tầm | cá tầm cắt khúc"},
        {eve, "putaleng", "trà cổ thụ Pu Ta Leng"}, // as its report writes it
        {eve, "CP 111", "ngô CP111"},
        {eve, "cp111", "ngô CP111"},
        {eve, "ocop mat ong hoa", "mật ong hoa tự nhiên"},
        {eve, "che tam duong certification mark", "chè Tam Đường"},
        {eve, "hop tac xa ngu chi", "Hợp tác xã Ngũ Chi Sơn [Ngũ Chỉ Sơn]"},
        {eve, "nafoods", "Nafoods Tây Bắc"},
        {eve, "nghi quyet 20", "TD22"},
        {eve, "TD22", "TD22"},
        {eve, "24-BC/HU", "TD22"},
    };
    expectFirst(cases);
    const auto ocop = index().find("OCOP", eve, 50);
    EXPECT_GT(ocop.size(), 8U) << "every product of the kind";
    for (const Hit& hit : ocop)
        EXPECT_TRUE(std::any_of(hit.records.begin(), hit.records.end(), [](std::uint32_t record) {
            return packaged().records[record].kind == "ocop";
        })) << hit.text;
}

TEST(search_index, a_hit_has_the_records_it_speaks_of) {
    const Hit fish = index().find("miến dong Bình Lư", eve, 1).at(0);
    EXPECT_EQ(fish.kind, Kind::Subject);
    ASSERT_EQ(fish.records.size(), 5U) << "four of reports, one of the register of marks";
    for (const std::uint32_t record : fish.records) {
        const auto& subjects = packaged().records[record].subjects;
        EXPECT_NE(std::find(subjects.begin(), subjects.end(), fish.text), subjects.end());
    }
    const Hit tea = index().find("chè chất lượng cao", eve, 1).at(0);
    EXPECT_EQ(tea.detail, "công nghệ của doanh nghiệp; mô hình; vùng sản xuất · 6 số liệu ở 3 xã");
    EXPECT_EQ(index().find("chè chất lượng cao", eve, 1, Language::English).at(0).detail,
              "technology in enterprises; models; production zones · 6 records in 3 communes");
    const Hit holder = index().find("Nafoods Tây Bắc", eve, 1).at(0);
    EXPECT_EQ(holder.kind, Kind::Holder);
    EXPECT_EQ(packaged().records[holder.records.at(0)].holder, "Nafoods Tây Bắc");
    const Hit report = index().find("TD22", eve, 1, Language::English).at(0);
    EXPECT_EQ(report.kind, Kind::Source);
    EXPECT_EQ(report.records.size(), 172U);
    EXPECT_EQ(report.detail, "also: TD22 · Ban Thường vụ Huyện ủy Tam Đường · 24-BC/HU · "
                             "2022-04-15 · 172 records");
    const Hit commune = index().find("bản hon", eve, 1).at(0);
    EXPECT_EQ(commune.records.size(), 2U);
    for (const std::uint32_t record : commune.records)
        EXPECT_TRUE(std::any_of(
            packaged().records[record].places.begin(), packaged().records[record].places.end(),
            [](const records::Place& place) { return place.uid == "03421@2004"; }));
}

TEST(search_index, what_was_matched_is_marked_in_the_text) {
    struct Range {
        const char *text, *marked;
    };
    const Range cases[] = {
        {"ban hon tam duong", "xã [Bản] [Hon]"},
        {"xã b hon tam d", "[xã] [B]ản [Hon]"},
        {"Bản Hon", "xã [Bản] [Hon]"},
        {"03421", "xã Bản Hon"},
        {"banhon", "xã Bản Hon"},
    };
    for (const Range& one : cases) {
        const Hit hit = index().find(one.text, eve, 1).at(0);
        std::string marked = hit.text;
        for (auto range = hit.matched.rbegin(); range != hit.matched.rend(); ++range)
            marked.insert(range->to, "]").insert(range->from, "[");
        EXPECT_EQ(marked, one.marked) << one.text;
    }
}

TEST(search_index, typing_errors_are_left_to_the_geocoder_and_marked_as_guesses) {
    const SearchCase cases[] = {
        {eve, "banhon", "?03421@2004"},
        {eve, "xã Khum Há", "?03430@2004"},
        {eve, "xã Bnả Hon, Tam Đường", "?03421@2004"},
    };
    expectFirst(cases);
    const SearchIndex without(packagedGazetteer(), {}, {});
    EXPECT_TRUE(without.find("banhon", eve, 8).empty());
    for (const Hit& hit : index().find("tam duong", eve, 50))
        EXPECT_NE(hit.fit, Fit::Guess) << "there are enough without";
}

TEST(search_index, what_names_nothing_is_not_found_but_perhaps_guessed) {
    for (const char* text : {"", "   ", ".,-", "xzqw", "bản hon xzqw", "99999", "@", "@2004",
                             "\xff", "tỉnh Lai Châu xã Bản Hon huyện Mộc Châu"})
        for (const std::string& hit : found(text, eve))
            EXPECT_TRUE(hit.starts_with("?")) << text << ": " << hit;
    EXPECT_TRUE(found("tam duong", eve, 0).empty());
}

TEST(search_index, each_thing_comes_once_and_a_limit_only_cuts) {
    for (const char* text :
         {"t", "ta", "tam", "son", "03", "1", "26", "27", "chè", "xã", "bản hon", "sài gòn"}) {
        std::set<std::string> seen;
        const auto hits = index().find(text, today, 100000);
        for (const Hit& hit : hits) {
            const std::string key = std::to_string(int(hit.kind)) + describe(hit);
            EXPECT_TRUE(seen.insert(key).second) << text << ": " << key;
            EXPECT_GE(hit.score, 0);
            EXPECT_LE(hit.score, 1);
        }
        EXPECT_TRUE(std::is_sorted(hits.rbegin(), hits.rend(), [](const Hit& a, const Hit& b) {
            return a.score < b.score - 1e-9;
        })) << text;
        EXPECT_EQ(joined(found(text, today, 5)).find(joined(found(text, today, 3))), 0U) << text;
    }
}

TEST(search_index, every_unit_of_the_country_is_found_by_its_full_name_with_parents) {
    const gazetteer::Gazetteer& gazetteer = packagedGazetteer();
    for (gazetteer::UnitIndex unit = 0; unit < gazetteer.units().size(); unit += 7) {
        const Period valid = gazetteer.unit(unit).valid;
        const Date day = valid.to.isOpen() ? today : valid.to.previousDay();
        const std::string name = gazetteer.describe(unit, day);
        const auto hits = index().find(name, day, 3);
        EXPECT_TRUE(
            std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.unit == unit; }))
            << gazetteer.unit(unit).uid << " " << name;
    }
}

TEST(search_index, several_threads_get_the_same_answers) {
    const std::vector<std::string> expected = found("tam duong", eve, 20);
    std::atomic<int> different = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int round = 0; round < 50; ++round)
                different += found("tam duong", eve, 20) == expected ? 0 : 1;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(different, 0);
}

} // namespace
} // namespace terroir::search
