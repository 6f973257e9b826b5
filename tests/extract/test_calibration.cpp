#include "core/base/csv.hpp"
#include "core/base/number.hpp"
#include "core/extract/proposal.hpp"
#include "tests/geocode/packaged_geocoder.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

namespace terroir::extract {
namespace {

namespace fs = std::filesystem;

/// A statement that a person read in one of the development reports.
struct Fact {
    std::size_t start = 0, end = 0; ///< characters
    std::string kind;
    std::optional<double> value;
    bool isImplied = false, isAnswered = false;
};

std::string familyOf(const std::string& kind) {
    static const std::map<std::string, std::string> families{
        {"trademark", "title"},
        {"ip_title", "title"},
        {"geographical_indication", "title"},
        {"trial", "model"},
        {"planting", "model"},
        {"production_zone", "model"},
        {"certification_scheme", "certification"},
        {"ocop_product", "ocop"},
        {"facility_livestock", "livestock"},
        {"facility_aquaculture", "aquaculture"},
        {"measurement", "inspection"},
        {"measurement_verification", "inspection"}};
    const auto found = families.find(kind);
    return found == families.end() ? kind : found->second;
}

std::map<std::string, std::vector<Fact>> factsByDocument(const fs::path& file) {
    const TextTable table = readCsv(file);
    std::map<std::string, std::vector<Fact>> facts;
    for (const TextRow& row : table.rows) {
        const auto cell = [&](const char* name) { return row.cells[table.requireColumn(name)]; };
        facts[cell("doc")].push_back({std::stoul(cell("start")), std::stoul(cell("end")),
                                      familyOf(cell("kind")), parsePlainNumber(cell("value")),
                                      cell("qualifier") == "implied"});
    }
    return facts;
}

std::size_t charactersBefore(const std::string& text, std::size_t byte) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < byte; ++i)
        count += (text[i] & 0xc0) != 0x80 ? 1 : 0;
    return count;
}

/// Each fact answers for one proposal.
bool takeFact(const Proposal& one, std::size_t start, std::size_t end, std::vector<Fact>& facts) {
    for (Fact& fact : facts)
        if (!fact.isAnswered && fact.start < end && start < fact.end &&
            fact.kind == familyOf(one.kind) &&
            (fact.value == one.value || (fact.isImplied && !one.value))) {
            fact.isAnswered = true;
            return true;
        }
    return false;
}

struct Band {
    double from = 0;
    std::size_t count = 0, right = 0;
    double share() const { return count == 0 ? 0 : double(right) / double(count); }
};

} // namespace

TEST(Calibration, the_surer_a_proposal_is_the_more_often_it_is_right) {
    const char* folder = std::getenv("TERROIR_SHARED");
    const fs::path shared = folder != nullptr ? folder : TERROIR_SOURCE_DIR "/../shared";
    if (!fs::exists(shared / "records" / "spans.csv"))
        GTEST_SKIP() << "The development set is not beside the project: " << shared;
    const Lexicon lexicon(TERROIR_SOURCE_DIR "/data/lexicon");
    const geocode::PlaceFinder finder(terroir::testing::packagedGeocoder());
    std::array<Band, 3> bands{{{0.8}, {0.6}, {0}}};
    for (auto& [document, facts] : factsByDocument(shared / "records" / "spans.csv")) {
        std::ifstream stream(shared / "sources" / document);
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        ASSERT_FALSE(text.empty()) << document;
        geocode::PlaceFinder::Options options;
        options.asOf = Date::of(2022, 12, 31);
        const auto places = finder.find(text, options);
        const Reading reading = readReport(
            text, places, {lexicon, terroir::testing::packagedGazetteer(), options.asOf});
        for (const Proposal& one : reading.proposals) {
            Band& band = one.confidence >= 0.8   ? bands[0]
                         : one.confidence >= 0.6 ? bands[1]
                                                 : bands[2];
            ++band.count;
            band.right += takeFact(one, charactersBefore(text, one.firstByte),
                                   charactersBefore(text, one.endByte), facts)
                              ? 1
                              : 0;
        }
    }
    for (const Band& band : bands) {
        const std::string said = fmt::format("{} of {}", band.right, band.count);
        RecordProperty(fmt::format("right_from_{:.1f}", band.from), said);
        fmt::print("confidence from {:.1f}: {} right ({:.2f})\n", band.from, said, band.share());
    }
    // The confidence is a promise of at least about that share.
    EXPECT_GE(bands[0].share(), 0.85);
    EXPECT_GE(bands[1].share(), 0.6);
    EXPECT_GT(bands[0].share(), bands[1].share());
    if (bands[2].count >= 10) {
        EXPECT_GT(bands[1].share(), bands[2].share());
    }
}

} // namespace terroir::extract
