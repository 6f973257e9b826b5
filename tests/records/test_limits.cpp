#include "core/records/limits.hpp"
#include "core/records/selection.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

TEST(WantedWords, are_found_whole_and_with_the_diacritics_that_are_written) {
    const struct {
        const char *wanted, *text;
        bool isFound;
    } cases[] = {
        {"chè", "Chè Shan tuyết", true},
        {"chè", "cây chè", true},
        {"che", "Chè Shan tuyết", true}, // typed without any
        {"CHE", "chè", true},
        {"chè", "chế biến nông sản", false},
        {"che", "chế biến nông sản", true},
        {"cá", "cá tầm; cá hồi", true},
        {"cá", "cám gạo", false},
        {"cá", "cà phê", false},
        {"cà phê", "Cây cà phê vối", true},
        {"phê cà", "Cây cà phê vối", false},
        {"Thái Hoà", "HTX Thái Hòa", true}, // the tone on either letter
        {"thuỷ sản", "Nuôi trồng thủy sản", true},
        {"htx bản bo", "HTX chè, Bản Bo", false},
        {"chè bản bo", "HTX Chè – Bản Bo (cũ)", true}, // whatever stands between words
        {"OCOP 4", "ocop 4 sao", true},
        {"", "gì cũng được", true},
        {"  ", "", true},
        {"chè", "", false},
    };
    for (const auto& c : cases)
        EXPECT_EQ(WantedWords(c.wanted).areIn(c.text), c.isFound) << c.wanted << " in " << c.text;
}

Record planting(std::string subject, State state = State::Done) {
    Record record;
    record.kind = "planting";
    record.category = "industrial";
    record.source = "bang-3";
    record.holder = "HTX Bản Bo";
    record.subjects = {std::move(subject)};
    record.subjectAsWritten = "Trồng mới: " + record.subjects.front();
    record.state = state;
    return record;
}

TEST(Limits, of_several_kinds_hold_together) {
    Limits all;
    all.kinds = {"planting", "model"};
    all.categories = {"industrial"};
    all.sources = {"bang-3"};
    all.states = {State::Done};
    all.subject = "chè";
    all.holder = "htx";
    EXPECT_TRUE(Limits().isEmpty());
    EXPECT_TRUE(LimitMatcher(Limits()).accepts(Record()));
    EXPECT_TRUE(LimitMatcher(all).accepts(planting("chè")));
    for (const auto& spoil :
         std::vector<void (*)(Limits&)>{[](Limits& limits) { limits.kinds = {"model"}; },
                                        [](Limits& limits) { limits.categories = {"fruit"}; },
                                        [](Limits& limits) { limits.sources = {"bang-4"}; },
                                        [](Limits& limits) { limits.states = {State::Planned}; },
                                        [](Limits& limits) { limits.subject = "lúa"; },
                                        [](Limits& limits) { limits.holder = "công ty"; }}) {
        Limits one = all;
        spoil(one);
        EXPECT_FALSE(LimitMatcher(one).accepts(planting("chè"))) << inWords(one, {}).en;
    }
    Limits written;
    written.subject = "trồng mới";
    EXPECT_TRUE(LimitMatcher(written).accepts(planting("chè"))) << "as it is written";
}

TEST(Limits, of_states_take_the_place_of_what_a_selection_does_not_say) {
    Selection selection;
    EXPECT_FALSE(selection.accepts(planting("chè", State::Planned)));
    selection.only.states = {State::Planned};
    EXPECT_TRUE(selection.accepts(planting("chè", State::Planned)));
    EXPECT_FALSE(selection.accepts(planting("chè")));
    selection.states = {State::Proposed}; // which a theme says of itself
    EXPECT_FALSE(selection.accepts(planting("chè", State::Planned)));
    EXPECT_FALSE(selection.accepts(planting("chè", State::Proposed)));
}

TEST(Limits, of_a_theme_and_of_who_asks_hold_together) {
    Selection selection;
    selection.only.subject = "chè";
    selection.also.holder = "htx";
    EXPECT_TRUE(selection.accepts(planting("chè")));
    EXPECT_FALSE(selection.accepts(planting("lúa")));
    selection.also.holder = "công ty";
    EXPECT_FALSE(selection.accepts(planting("chè")));
    selection.also = {};
    selection.also.subject = "shan tuyết";
    EXPECT_TRUE(selection.accepts(planting("chè Shan tuyết")));
    EXPECT_FALSE(selection.accepts(planting("chè")));
    selection.also = {};
    selection.also.states = {State::Planned};
    EXPECT_TRUE(selection.accepts(planting("chè", State::Planned)));
    EXPECT_FALSE(selection.accepts(planting("chè")));
    selection.only.states = {State::Done};
    EXPECT_FALSE(selection.accepts(planting("chè"))) << "nothing is both";
}

TEST(Limits, are_told_in_both_languages) {
    Source table;
    table.id = "bang-3";
    table.title = "Bảng 3";
    Limits limits;
    EXPECT_EQ(inWords(limits, {}), LocalText());
    limits.sources = {"bang-3", "gone"};
    limits.subject = "chè";
    limits.holder = "HTX Bản Bo";
    limits.kinds = {"planting"};
    limits.states = {State::Done, State::Planned};
    const LocalText words = inWords(limits, std::span(&table, 1));
    EXPECT_TRUE(words.vi.starts_with("nguồn Bảng 3, gone; loại ")) << words.vi;
    EXPECT_TRUE(words.vi.ends_with("; sản phẩm chè; chủ thể HTX Bản Bo; trạng thái đã thực hiện "
                                   "hoặc đang có hiệu lực, kế hoạch"))
        << words.vi;
    EXPECT_TRUE(
        words.en.ends_with("; product chè; holder HTX Bản Bo; state done or in force, planned"))
        << words.en;
}

} // namespace
} // namespace terroir::records
