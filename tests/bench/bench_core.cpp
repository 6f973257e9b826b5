#include "core/boundaries/boundaries.hpp"
#include "core/classify/classify.hpp"
#include "core/figures/evaluate.hpp"
#include "core/gazetteer/build.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/geocode/geocoder.hpp"
#include "core/map/compose.hpp"
#include "core/records/packaged.hpp"
#include "core/records/record_store.hpp"
#include "core/store/workspace_file.hpp"
#include "core/theme/read_theme.hpp"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <random>

namespace {

using namespace terroir;

const std::filesystem::path sourceDir = TERROIR_SOURCE_DIR;

/// One workspace of the packaged data for all benchmarks, removed at the end.
struct Ready {
    std::filesystem::path file = std::filesystem::temp_directory_path() /
                                 ("terroir-bench-" + std::to_string(::getpid()) + ".sqlite");
    store::WorkspaceFile workspace;
    gazetteer::Gazetteer gazetteer;
    geocode::Geocoder geocoder;
    records::CompactRecords records;

    Ready()
        : workspace(build(file)), gazetteer(gazetteer::Gazetteer::load(workspace)),
          geocoder(gazetteer) {
        store::Transaction transaction(workspace.database());
        records::loadPackaged(workspace, sourceDir / "data", geocoder, gazetteer);
        transaction.commit();
        records = records::loadCompactRecords(workspace);
    }
    ~Ready() { std::filesystem::remove(file); }
    Ready(const Ready&) = delete;
    Ready& operator=(const Ready&) = delete;

    static store::WorkspaceFile build(const std::filesystem::path& file) {
        store::WorkspaceFile workspace = store::WorkspaceFile::create(file);
        gazetteer::buildFromData(workspace, sourceDir / "data");
        return workspace;
    }
};

Ready& ready() {
    static Ready instance;
    return instance;
}

const theme::Theme& livestock() {
    static const theme::Theme theme = theme::readTheme(sourceDir / "styles/livestock.theme.json");
    return theme;
}

figures::EvaluatedTheme evaluated() {
    theme::Settings settings;
    settings.asOf = Date::of(2022, 12, 31);
    return figures::evaluate(livestock(), ready().gazetteer, ready().records, settings,
                             Language::Vietnamese, {},
                             {ready().gazetteer.findCode("106", *settings.asOf), false});
}

void gazetteerLoad(benchmark::State& state) {
    ready(); // built before the clock starts
    for (auto _ : state)
        benchmark::DoNotOptimize(gazetteer::Gazetteer::load(ready().workspace));
}
BENCHMARK(gazetteerLoad)->Unit(benchmark::kMillisecond);

void geocoderIndex(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(geocode::Geocoder(ready().gazetteer));
}
BENCHMARK(geocoderIndex)->Unit(benchmark::kMillisecond);

void geocodeOnePlace(benchmark::State& state) {
    geocode::Query query;
    query.text = "xã Bản Hon, huyện Tam Đường, tỉnh Lai Châu";
    query.asOf = Date::of(2022, 12, 31);
    for (auto _ : state)
        benchmark::DoNotOptimize(ready().geocoder.resolve(query));
}
BENCHMARK(geocodeOnePlace)->Unit(benchmark::kMicrosecond);

void recordsLoad(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(records::loadRecords(ready().workspace));
}
BENCHMARK(recordsLoad)->Unit(benchmark::kMillisecond);

void joinOneIndicator(benchmark::State& state) {
    figures::Request request;
    request.selection.kinds = {"livestock"};
    request.selection.indicators = {"farms"};
    request.asOf = Date::of(2022, 12, 31);
    request.within = ready().gazetteer.findCode("106", request.asOf);
    for (auto _ : state)
        benchmark::DoNotOptimize(figures::join(ready().gazetteer, ready().records, request));
}
BENCHMARK(joinOneIndicator)->Unit(benchmark::kMicrosecond);

void classifyCommunes(benchmark::State& state, const char* method) {
    std::mt19937 random(7);
    std::lognormal_distribution<double> areas(2, 1);
    std::vector<double> values(10035);
    for (double& value : values)
        value = areas(random);
    for (auto _ : state)
        benchmark::DoNotOptimize(classify::classify(values, method, 7));
}
BENCHMARK_CAPTURE(classifyCommunes, jenks, "jenks")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(classifyCommunes, quantile, "quantile")->Unit(benchmark::kMillisecond);

void classifyMillion(benchmark::State& state) {
    std::mt19937 random(7);
    std::lognormal_distribution<double> areas(3, 1);
    std::vector<double> values(1'000'000);
    for (double& value : values)
        value = areas(random);
    for (auto _ : state)
        benchmark::DoNotOptimize(classify::classify(values, "jenks", 7));
}
BENCHMARK(classifyMillion)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

void evaluateTheme(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(evaluated());
}
BENCHMARK(evaluateTheme)->Unit(benchmark::kMicrosecond);

void approximateCells(benchmark::State& state) {
    auto workspace =
        store::WorkspaceFile::open(ready().file, store::Mode::ReadOnly, store::Spatial::Yes);
    const figures::EvaluatedTheme theme = evaluated();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            boundaries::shapesOf(workspace, ready().gazetteer, theme.units, theme.asOf));
}
BENCHMARK(approximateCells)->Unit(benchmark::kMillisecond);

void composeMap(benchmark::State& state) {
    auto workspace =
        store::WorkspaceFile::open(ready().file, store::Mode::ReadOnly, store::Spatial::Yes);
    const figures::EvaluatedTheme theme = evaluated();
    map::PageShapes data;
    data.gazetteer = &ready().gazetteer;
    data.shapes = boundaries::shapesOf(workspace, ready().gazetteer, theme.units, theme.asOf);
    data.sources = records::loadSources(workspace);
    // As wide as letters are on average; the painter's own measure is not what is timed.
    const map::MeasureText measure = [](std::string_view text, const map::TextStyle& style) {
        return map::TextExtent{double(text.size()) * style.sizePt * 0.18, style.sizePt * 0.25,
                               style.sizePt * 0.08};
    };
    for (auto _ : state)
        benchmark::DoNotOptimize(map::composeMap(theme, data, map::Page(), measure));
}
BENCHMARK(composeMap)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
