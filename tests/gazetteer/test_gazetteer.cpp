#include "core/base/error.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

using namespace terroir;
using namespace terroir::gazetteer;
using terroir::testing::packagedGazetteer;

namespace {

const Date eve = Date::of(2025, 6, 30), reform = Date::of(2025, 7, 1), now = Date::of(2026, 11, 1);

UnitIndex unit(const char* uid) {
    const UnitIndex found = packagedGazetteer().find(uid);
    EXPECT_NE(found, noUnit) << uid;
    return found;
}

std::vector<std::string> namesOf(const std::vector<UnitIndex>& units) {
    std::vector<std::string> out;
    for (const UnitIndex index : units)
        out.push_back(packagedGazetteer().unit(index).name);
    std::sort(out.begin(), out.end());
    return out;
}

std::map<std::string, double> converted(const char* uid, Date date) {
    std::map<std::string, double> out;
    for (const Share& share : packagedGazetteer().convert(unit(uid), date))
        out[packagedGazetteer().unit(share.unit).uid] = share.share;
    return out;
}

} // namespace

TEST(gazetteer, vietnam_had_63_provinces_696_districts_10035_communes_and_has_34_and_3321) {
    const Gazetteer& g = packagedGazetteer();
    EXPECT_EQ(g.unitsAt(Level::Province, eve).size(), 63u);
    EXPECT_EQ(g.unitsAt(Level::District, eve).size(), 696u);
    EXPECT_EQ(g.unitsAt(Level::Commune, eve).size(), 10035u);
    EXPECT_EQ(g.unitsAt(Level::Province, reform).size(), 34u);
    EXPECT_EQ(g.unitsAt(Level::District, reform).size(), 0u);
    EXPECT_EQ(g.unitsAt(Level::Commune, reform).size(), 3321u);
    EXPECT_EQ(g.unitsAt(Level::Commune, now).size(), 3321u);
}

TEST(gazetteer, a_code_survives_under_another_name) {
    const Gazetteer& g = packagedGazetteer();
    EXPECT_EQ(g.unit(g.findCode("03390", eve)).fullName(), "thị trấn Tam Đường");
    EXPECT_EQ(g.unit(g.findCode("03390", reform)).fullName(), "xã Bình Lư");
    EXPECT_EQ(g.findCode("99999", eve), noUnit);
    EXPECT_EQ(g.versions("106").size(), 2u);
}

TEST(gazetteer, tam_duong_had_thirteen_communes_from_2020_on_and_one_more_before) {
    const Gazetteer& g = packagedGazetteer();
    EXPECT_EQ(namesOf(g.childrenAt(g.findCode("106", eve), Date::of(2022, 4, 15))),
              (std::vector<std::string>{"Bình Lư", "Bản Bo", "Bản Giang", "Bản Hon", "Giang Ma",
                                        "Hồ Thầu", "Khun Há", "Nà Tăm", "Nùng Nàng", "Sơn Bình",
                                        "Tam Đường", "Thèn Sin", "Tả Lèng"}));
    const auto before =
        namesOf(g.childrenAt(g.findCode("106", Date::of(2015, 1, 1)), Date::of(2015, 1, 1)));
    EXPECT_NE(std::find(before.begin(), before.end(), "Sùng Phài"), before.end());
    EXPECT_EQ(g.communesOf(g.findCode("12", eve), eve).size(), 106u);
    EXPECT_EQ(g.communesOf(g.findCode("12", now), now).size(), 38u);
    EXPECT_EQ(g.communesOf(g.findCode("14", now), now).size(), 75u);
}

TEST(gazetteer, a_unit_has_the_parents_of_the_day) {
    const Gazetteer& g = packagedGazetteer();
    const UnitIndex sonBinh = unit("03413@2007");
    EXPECT_EQ(g.unit(g.parentAt(sonBinh, Date::of(2019, 1, 1))).uid, "106@2004");
    EXPECT_EQ(g.unit(g.parentAt(sonBinh, eve)).uid, "106@2020");
    EXPECT_EQ(g.describe(sonBinh, eve), "xã Sơn Bình, huyện Tam Đường, tỉnh Lai Châu");
    EXPECT_EQ(g.ancestorAt(sonBinh, Level::Province, eve), unit("12@2004"));
    const UnitIndex today = g.findCode("03390", now);
    EXPECT_EQ(g.ancestorAt(today, Level::District, now), noUnit);
    EXPECT_EQ(g.describe(today, now), "xã Bình Lư, tỉnh Lai Châu");
}

TEST(gazetteer, every_old_commune_of_tam_duong_went_whole_into_one_of_today) {
    const std::map<const char*, const char*> successors{
        {"03390@2004", "03390@2025"}, {"03412@2004", "03390@2025"}, {"03413@2007", "03390@2025"},
        {"03424@2004", "03424@2025"}, {"03427@2004", "03424@2025"}, {"03430@2004", "03430@2025"},
        {"03421@2004", "03430@2025"}, {"03400@2004", "03405@2025"}, {"03405@2008", "03405@2025"}};
    for (const auto& [old, today] : successors) {
        const auto shares = converted(old, now);
        ASSERT_EQ(shares.size(), 1u) << old;
        EXPECT_EQ(shares.begin()->first, today);
        EXPECT_NEAR(shares.begin()->second, 1, 1e-9);
    }
}

TEST(gazetteer, a_district_of_yesterday_is_a_set_of_communes_today) {
    const auto shares = converted("106@2020", now);
    double sum = 0;
    std::vector<std::string> names;
    for (const auto& [uid, share] : shares) {
        sum += share;
        names.push_back(packagedGazetteer().unit(packagedGazetteer().find(uid)).fullName());
    }
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"phường Tân Phong", "xã Bình Lư", "xã Bản Bo",
                                               "xã Khun Há", "xã Sin Suối Hồ", "xã Tả Lèng"}));
    EXPECT_NEAR(sum, 1, 0.01);
}

TEST(gazetteer, a_commune_of_today_goes_back_to_the_ones_it_was_made_of) {
    const auto shares = converted("03390@2025", eve);
    ASSERT_EQ(shares.size(), 3u);
    double sum = 0;
    for (const auto& [uid, share] : shares)
        sum += share;
    EXPECT_NEAR(sum, 1, 1e-9);
    EXPECT_GT(shares.at("03413@2007"), shares.at("03390@2004"))
        << "Sơn Bình is the largest of the three";
}

TEST(gazetteer, a_unit_that_is_in_force_is_itself_on_that_day) {
    const auto shares = converted("03413@2007", Date::of(2022, 4, 15));
    ASSERT_EQ(shares.size(), 1u);
    EXPECT_EQ(shares.begin()->first, "03413@2007");
}

TEST(gazetteer, shares_of_a_split_commune_add_up_and_a_rename_is_whole) {
    const Gazetteer& g = packagedGazetteer();
    std::size_t splits = 0, withoutAnswer = 0;
    for (const UnitIndex commune : g.unitsAt(Level::Commune, eve)) {
        const auto shares = g.convert(commune, now);
        withoutAnswer += shares.empty() ? 1 : 0;
        splits += shares.size() > 1 ? 1 : 0;
        double sum = 0;
        for (const Share& share : shares)
            sum += share.share;
        if (!shares.empty()) {
            EXPECT_NEAR(sum, 1, 0.03) << g.unit(commune).uid;
        }
    }
    EXPECT_EQ(withoutAnswer, 0u) << "every commune of the eve has a successor";
    EXPECT_GT(splits, 300u);
    EXPECT_EQ(converted("75@2025", now).begin()->first, "75@2026");
}

TEST(gazetteer, the_lowest_unit_that_holds_a_set_is_found_by_date) {
    const Gazetteer& g = packagedGazetteer();
    const std::vector<UnitIndex> three{unit("03424@2004"), unit("03390@2004"), unit("03430@2004")};
    EXPECT_EQ(g.unit(g.lowestCommon(three, eve)).uid, "106@2020");
    const std::vector<UnitIndex> today{g.findCode("03424", now), g.findCode("03390", now)};
    EXPECT_EQ(g.unit(g.lowestCommon(today, now)).uid, "12@2004");
    const std::vector<UnitIndex> country{g.findCode("12", now), g.findCode("14", now)};
    EXPECT_EQ(g.lowestCommon(country, now), noUnit);
    EXPECT_EQ(g.lowestCommon({}, now), noUnit);
}

namespace {

Unit made(const char* uid, Level level, UnitIndex parent, Period valid = {}) {
    Unit unit;
    unit.uid = uid;
    unit.code = unit.uid.substr(0, unit.uid.find('@'));
    unit.level = level;
    unit.parent = parent;
    unit.valid = valid;
    return unit;
}

std::string refusalOf(std::vector<Unit> units, std::vector<Succession> successions) {
    try {
        Gazetteer(std::move(units), std::move(successions), {});
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST(Gazetteer, a_unit_that_lies_in_itself_or_succeeds_itself_is_refused) {
    const auto day = Date::of(2025, 7, 1);
    const Unit province = made("12@2004", Level::Province, noUnit);
    EXPECT_EQ(refusalOf({province, made("03390@2004", Level::Commune, 0)}, {}), "accepted");
    for (const UnitIndex parent : {UnitIndex(1), UnitIndex(2)})
        EXPECT_NE(refusalOf({province, made("106@2004", Level::District, parent),
                             made("107@2004", Level::District, 1)},
                            {})
                      .find("of no higher level"),
                  std::string::npos);
    const Unit first = made("03390@2004", Level::Commune, 0, {Date::beginning(), day}),
               second = made("03391@2025", Level::Commune, 0, {day, Date::end()});
    const auto step = [&](UnitIndex from, UnitIndex to) {
        Succession one;
        one.predecessor = from;
        one.successor = to;
        one.date = day;
        return one;
    };
    EXPECT_EQ(refusalOf({province, first, second}, {step(1, 2)}), "accepted");
    EXPECT_NE(refusalOf({province, first, second}, {step(1, 2), step(2, 1)}).find("succeeds itself"),
              std::string::npos);
    EXPECT_NE(refusalOf({province, first, second}, {step(1, 1)}).find("succeeds itself"),
              std::string::npos);
}
