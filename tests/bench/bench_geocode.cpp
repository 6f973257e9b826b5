// How well and how fast the geocoder reads place texts. First tables of quality over the cases of
// tests/support/noise.hpp, the sentences of tests/support/shapes.hpp, those of shapes kept from
// tuning apart, and the lists of tests/support/list_cases.hpp; how far scores can be trusted, kind
// by kind; then benchmarks.
// Usage: bench_geocode [--per-class=N] [--seed=N] [--cases=FILE.csv] [--show=CLASS]
//                      [--tables-only] [benchmark options]
// --cases takes the cases from a file with columns input, as_of, noise_class and
// acceptable_commune_codes ('|' between codes, '-' when no commune is right too). --show lists what
// is not right of a class or shape, or of "all".

#include "core/gazetteer/build.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/geocode/geocoder.hpp"
#include "core/geocode/place_finder.hpp"
#include "core/store/workspace_file.hpp"
#include "core/text/letter.hpp"
#include "tests/support/list_cases.hpp"
#include "tests/support/shapes.hpp"

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace {

using namespace terroir;
using testing::NoisyCase;
using testing::queryOf;
using testing::Tally;
using testing::Verdict;

constexpr double megabyte = 1024 * 1024;

/// Memory of the process now, in MB: what the system counts, and what is allocated. The first can
/// grow less than the second, into room that something before it left.
struct Memory {
    double resident = 0, allocated = 0;

    static Memory now() {
        ::malloc_trim(0);
        long pages = 0, resident = 0;
        std::ifstream("/proc/self/statm") >> pages >> resident;
        const struct mallinfo2 heap = ::mallinfo2();
        return {double(resident) * double(::sysconf(_SC_PAGESIZE)) / megabyte,
                double(heap.uordblks + heap.hblkhd) / megabyte};
    }
    Memory since(const Memory& before) const {
        return {resident - before.resident, allocated - before.allocated};
    }
};

/// The packaged gazetteer in a workspace of its own, and a geocoder of it.
struct Ready {
    std::filesystem::path file = std::filesystem::temp_directory_path() /
                                 ("terroir-bench-" + std::to_string(::getpid()) + ".sqlite");
    store::WorkspaceFile workspace;
    gazetteer::Gazetteer gazetteer;
    Memory indexMemory;
    std::unique_ptr<geocode::Geocoder> geocoder;

    Ready() : workspace(build(file)), gazetteer(gazetteer::Gazetteer::load(workspace)) {
        const Memory before = Memory::now();
        geocoder = std::make_unique<geocode::Geocoder>(gazetteer);
        indexMemory = Memory::now().since(before);
    }
    ~Ready() { std::filesystem::remove(file); }
    Ready(const Ready&) = delete;
    Ready& operator=(const Ready&) = delete;

    static store::WorkspaceFile build(const std::filesystem::path& file) {
        store::WorkspaceFile workspace = store::WorkspaceFile::create(file);
        gazetteer::buildFromData(workspace, std::filesystem::path(TERROIR_SOURCE_DIR) / "data");
        return workspace;
    }
};

Ready& ready() {
    static Ready instance;
    return instance;
}

/// Cases of one kind, and how their answers are judged.
struct Kind {
    const char* name;
    std::vector<NoisyCase> cases;
    Verdict (*judge)(const geocode::Match&, const NoisyCase&, const gazetteer::Gazetteer&);
};

std::vector<Kind>& kinds() {
    static std::vector<Kind> all;
    return all;
}

// ---- quality ----------------------------------------------------------------------------------

void print(const std::string& name, const Tally& tally) {
    std::printf("%-36s %6zu %7.2f %7.2f %7.2f\n", name.c_str(), tally.count(),
                tally.percent(tally.right), tally.percent(tally.wrong), tally.percent(tally.none));
}

/// Answers that matched, by score: of those with 0.9 or more at least 99 of 100 should be right.
class Calibration {
public:
    void add(double score, Verdict verdict) {
        std::size_t bin = bins - 1;
        while (score < lowest[bin])
            --bin;
        m_bins[bin].add(verdict);
    }
    static void printHead() {
        std::printf("\n%-36s", "right of 100 answers with a score of");
        for (const double low : lowest)
            std::printf(" %6s%-4g", "from ", low);
        std::printf("\n");
    }
    void print(const char* kind) const {
        std::printf("%-36s", kind);
        for (const Tally& bin : m_bins)
            if (bin.count() > 0)
                std::printf(" %5.1f/%-4zu", bin.percent(bin.right), bin.count());
            else
                std::printf(" %10s", "-");
        std::printf("\n");
    }

private:
    static constexpr double lowest[] = {0, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98};
    static constexpr std::size_t bins = std::size(lowest);
    Tally m_bins[bins];
};

void show(const NoisyCase& one, const geocode::Match& match, Verdict verdict) {
    std::string expected, found;
    for (const std::string& code : one.acceptable)
        expected += " " + code;
    for (const geocode::Candidate& candidate : match.candidates)
        found += " " + ready().gazetteer.unit(candidate.unit).code + ":" +
                 std::to_string(candidate.score).substr(0, 4);
    std::printf("  %s %s | %s | wanted%s | %s%s\n", verdict == Verdict::Wrong ? "wrong" : "none ",
                one.asOf.toString().c_str(), one.text.c_str(), expected.c_str(),
                std::string(geocode::toString(match.status)).c_str(), found.c_str());
}

Calibration printQuality(const Kind& kind, const std::string& shownClass) {
    std::map<std::string, Tally> byClass;
    Tally total;
    Calibration calibration;
    for (const NoisyCase& one : kind.cases) {
        const geocode::Match match = ready().geocoder->resolve(queryOf(one));
        const Verdict verdict = kind.judge(match, one, ready().gazetteer);
        byClass[one.noiseClass].add(verdict);
        total.add(verdict);
        if (match.status == geocode::Status::Matched)
            calibration.add(match.candidates.front().score, verdict);
        if (verdict != Verdict::Right && (shownClass == one.noiseClass || shownClass == "all"))
            show(one, match, verdict);
    }
    std::printf("\n%-36s %6s %7s %7s %7s\n", kind.name, "n", "right%", "wrong%", "none%");
    for (const auto& [name, tally] : byClass)
        print(name, tally);
    print("ALL", total);
    return calibration;
}

/// The units of lists: right and wrong of those that matched, none for those without an answer.
Calibration printLists(std::size_t perForm, std::uint32_t seed, const std::string& shownClass) {
    const geocode::PlaceFinder finder(*ready().geocoder);
    std::map<std::string, testing::ListTally> byForm;
    testing::ListTally total;
    for (const testing::ListCase& one : testing::makeListCases(ready().gazetteer, perForm, seed)) {
        geocode::PlaceFinder::Options options;
        options.asOf = one.asOf;
        std::vector<geocode::Match> answers;
        for (geocode::FoundPlace& place : finder.find(one.text, options))
            answers.push_back(std::move(place.match));
        for (testing::ListTally* tally : {&byForm[one.form], &total})
            tally->add(one, answers, ready().gazetteer);
    }
    std::printf("\n%-36s %6s %7s %7s %7s\n", "units of lists", "n", "right%", "wrong%", "none%");
    Calibration calibration;
    for (const auto& [form, tally] : byForm) {
        print(form, tally.units);
        if (shownClass == form || shownClass == "all")
            for (const std::string& answer : tally.wrongAnswers)
                std::printf("  wrong %s\n", answer.c_str());
    }
    print("ALL", total.units);
    for (const auto& [score, verdict] : total.scores)
        calibration.add(score, verdict);
    return calibration;
}

void printMemory() {
    std::printf("\nmemory of the index: %.1f MB resident, %.1f MB allocated\n\n",
                ready().indexMemory.resident, ready().indexMemory.allocated);
    std::fflush(stdout);
}

// ---- speed ------------------------------------------------------------------------------------

/// Rows of a clean table: the commune, its district and province in columns of their own.
const std::vector<geocode::Query>& cleanRows() {
    static const std::vector<geocode::Query> rows = [] {
        const auto& g = ready().gazetteer;
        std::vector<geocode::Query> out;
        for (const Date day : {Date::of(2025, 6, 30), Date::of(2026, 7, 25)})
            for (const auto commune : g.unitsAt(gazetteer::Level::Commune, day)) {
                geocode::Query& query = out.emplace_back();
                query.asOf = day;
                query.commune = g.unit(commune).fullName();
                if (const auto district = g.ancestorAt(commune, gazetteer::Level::District, day);
                    district != gazetteer::noUnit)
                    query.district = g.unit(district).fullName();
                if (const auto province = g.ancestorAt(commune, gazetteer::Level::Province, day);
                    province != gazetteer::noUnit)
                    query.province = g.unit(province).fullName();
            }
        return out;
    }();
    return rows;
}

const std::vector<geocode::Query>& noisyTexts() {
    static const std::vector<geocode::Query> texts = [] {
        std::vector<geocode::Query> out;
        for (const NoisyCase& one : kinds().front().cases)
            out.push_back(queryOf(one));
        return out;
    }();
    return texts;
}

/// Sentences that name a place or none, with more words behind them, cut to 120 characters.
const std::vector<geocode::Query>& runningTexts() {
    static const std::vector<geocode::Query> texts = [] {
        constexpr std::size_t length = 120, perShape = 20;
        constexpr std::uint32_t seed = 1;
        testing::Random random(seed);
        std::vector<geocode::Query> out;
        for (const NoisyCase& one :
             testing::makeShapeCases(ready().gazetteer, perShape, seed).tuned) {
            std::u32string letters = text::codePointsOf(one.text);
            while (letters.size() < length)
                letters += U' ' + text::codePointsOf(testing::wordsOfShapes("sentence", random));
            geocode::Query& query = out.emplace_back();
            query.asOf = one.asOf;
            for (const char32_t c : letters.substr(0, length))
                text::appendUtf8(query.text, c);
        }
        return out;
    }();
    return texts;
}

/// Runs through the queries again and again; every thread begins elsewhere and takes steps that
/// spread over all of them.
void resolveAll(benchmark::State& state, const std::vector<geocode::Query>& queries) {
    constexpr std::size_t step = 7919; // a prime: meets every query
    std::size_t at = std::size_t(state.thread_index()) * queries.size() / 2;
    for (auto _ : state) {
        benchmark::DoNotOptimize(ready().geocoder->resolve(queries[at % queries.size()]));
        at += step;
    }
    state.SetItemsProcessed(state.iterations());
}

void geocodeCleanRow(benchmark::State& state) {
    resolveAll(state, cleanRows());
}
BENCHMARK(geocodeCleanRow)->Unit(benchmark::kMicrosecond)->Threads(1)->Threads(2)->UseRealTime();

void geocodeNoisyText(benchmark::State& state) {
    resolveAll(state, noisyTexts());
}
BENCHMARK(geocodeNoisyText)->Unit(benchmark::kMicrosecond)->Threads(1)->Threads(2)->UseRealTime();

void geocodeRunningText(benchmark::State& state) {
    resolveAll(state, runningTexts());
}
BENCHMARK(geocodeRunningText)->Unit(benchmark::kMicrosecond)->Threads(1)->Threads(2)->UseRealTime();

/// One pass over all texts; the counters tell how long single ones took, the shortest of three
/// times each so that other work of the machine does not count.
void measureLatency(benchmark::State& state, const std::vector<geocode::Query>& queries) {
    std::vector<double> micros;
    for (auto _ : state) {
        micros.clear();
        for (const geocode::Query& query : queries) {
            double shortest = 1e9;
            for (int i = 0; i < 3; ++i) {
                const auto start = std::chrono::steady_clock::now();
                benchmark::DoNotOptimize(ready().geocoder->resolve(query));
                const std::chrono::duration<double, std::micro> taken =
                    std::chrono::steady_clock::now() - start;
                shortest = std::min(shortest, taken.count());
            }
            micros.push_back(shortest);
        }
    }
    std::sort(micros.begin(), micros.end());
    if (micros.empty())
        return;
    state.counters["p50_us"] = micros[micros.size() / 2];
    state.counters["p99_us"] = micros[micros.size() * 99 / 100];
    state.counters["max_us"] = micros.back();
}

void noisyLatency(benchmark::State& state) {
    measureLatency(state, noisyTexts());
}
BENCHMARK(noisyLatency)->Unit(benchmark::kMillisecond)->Iterations(1);

/// A report: `lines` lines of some 130 characters, every fourth with a list of communes.
std::string reportOf(std::size_t lines) {
    static constexpr std::array pieces{
        "- Chè chất lượng cao tại các xã Bản Bo, Nà Tăm và Khun Há, huyện Tam Đường: 74,03 ha, sản "
        "lượng búp tươi đạt 10.200 tấn trong năm.\n",
        "Công tác quản lý nhà nước luôn được chú trọng; UBND huyện chỉ đạo các cơ quan chuyên môn "
        "phối hợp với các xã, thị trấn thực hiện.\n",
        "Ông Nguyễn Văn Nam, bản Chu Va 12, xã Sơn Bình nuôi cá tầm; lợn Móng Cái được nuôi thử ở "
        "xã Nậm Mạ (huyện Sìn Hồ).\n",
        "Kết quả các mô hình được đánh giá cao, góp phần tăng thu nhập cho 24 hộ nghèo và cận "
        "nghèo "
        "trên địa bàn tỉnh Lai Châu.\n"};
    std::string text;
    for (std::size_t line = 0; line < lines; ++line)
        text += pieces[line % pieces.size()];
    return text;
}

void placesOfReport(benchmark::State& state) {
    const std::string text = reportOf(std::size_t(state.range(0)));
    const geocode::PlaceFinder finder(*ready().geocoder);
    geocode::PlaceFinder::Options options;
    options.asOf = Date::of(2022, 12, 31);
    for (auto _ : state)
        benchmark::DoNotOptimize(finder.find(text, options));
    state.SetBytesProcessed(state.iterations() * std::int64_t(text.size()));
}
BENCHMARK(placesOfReport)->Unit(benchmark::kMillisecond)->Arg(400)->Arg(4000);

void runningTextLatency(benchmark::State& state) {
    measureLatency(state, runningTexts());
}
BENCHMARK(runningTextLatency)->Unit(benchmark::kMillisecond)->Iterations(1);

void geocoderIndex(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(geocode::Geocoder(ready().gazetteer));
    state.counters["resident_MB"] = ready().indexMemory.resident;
    state.counters["allocated_MB"] = ready().indexMemory.allocated;
}
BENCHMARK(geocoderIndex)->Unit(benchmark::kMillisecond);

void gazetteerLoad(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(gazetteer::Gazetteer::load(ready().workspace));
}
BENCHMARK(gazetteerLoad)->Unit(benchmark::kMillisecond);

// ---- the program ------------------------------------------------------------------------------

struct Options {
    std::size_t perClass = 100;
    std::uint32_t seed = 1;
    std::string casesFile, shownClass;
    bool tablesOnly = false;
};

/// Takes this program's options out; false when one is not understood.
bool parse(int argc, char** argv, Options& options) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto value = [&](std::string_view name) -> std::optional<std::string> {
            if (!word.starts_with(name))
                return std::nullopt;
            return std::string(word.substr(name.size()));
        };
        const auto number = [](const std::string& text, auto& into) {
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
            return error == std::errc() && end == text.data() + text.size();
        };
        if (const auto count = value("--per-class=")) {
            if (!number(*count, options.perClass))
                return false;
        } else if (const auto seed = value("--seed=")) {
            if (!number(*seed, options.seed))
                return false;
        } else if (const auto file = value("--cases=")) {
            options.casesFile = *file;
        } else if (const auto name = value("--show=")) {
            options.shownClass = *name;
        } else if (word == "--tables-only") {
            options.tablesOnly = true;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv); // takes its own options out
    Options options;
    if (!parse(argc, argv, options)) {
        std::fputs("usage: bench_geocode [--per-class=N] [--seed=N] [--cases=FILE.csv] "
                   "[--show=CLASS] [--tables-only] [benchmark options]\n",
                   stderr);
        return 2;
    }
    try {
        if (!options.casesFile.empty()) {
            kinds() = {{"cases", testing::readNoisyCases(options.casesFile), testing::judge}};
        } else {
            const auto& gazetteer = ready().gazetteer;
            auto [tuned, kept] = testing::makeShapeCases(gazetteer, options.perClass, options.seed);
            kinds() = {{"noise", testing::makeNoisyCases(gazetteer, options.perClass, options.seed),
                        testing::judge},
                       {"shapes", std::move(tuned), testing::judgeSentence},
                       {"shapes kept from tuning", std::move(kept), testing::judgeSentence}};
        }
        if (kinds().front().cases.empty())
            throw std::runtime_error("There are no cases.");
        std::vector<std::pair<const char*, Calibration>> curves;
        for (const Kind& kind : kinds())
            curves.emplace_back(kind.name, printQuality(kind, options.shownClass));
        if (options.casesFile.empty())
            curves.emplace_back("lists",
                                printLists(options.perClass, options.seed, options.shownClass));
        Calibration::printHead();
        for (const auto& [kind, curve] : curves)
            curve.print(kind);
        printMemory();
        if (!options.tablesOnly)
            benchmark::RunSpecifiedBenchmarks();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
