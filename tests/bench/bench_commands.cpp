// Times whole commands from start to exit, as a person waits for them: the median and the longest
// of several runs, the median of the processor's time, user and system together, and the largest
// memory (wait4).
// Usage: bench_commands PROGRAM [RUNS]

#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/table_writer.hpp"
#include "core/records/record_store.hpp"
#include "core/store/workspace_file.hpp"
#include "tests/support/many_records.hpp"
#include "tests/support/values_of.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Arguments = std::vector<std::string>;

struct Measured {
    double seconds = 0, cpuSeconds = 0;
    long kilobytes = 0;
};

Measured runOnce(const Arguments& arguments) {
    std::vector<char*> words;
    for (const std::string& word : arguments)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        ::dup2(nothing, STDOUT_FILENO);
        ::execv(words.front(), words.data());
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error("a command failed");
    const auto secondsOf = [](const timeval& time) {
        return double(time.tv_sec) + double(time.tv_usec) * 1e-6;
    };
    return {seconds, secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime), usage.ru_maxrss};
}

/// `aim` as in README.md: what a release build on a quiet machine is to reach.
void measure(const char* name, const Arguments& arguments, int runs, const char* aim = "") {
    std::vector<double> seconds, cpuSeconds;
    long kilobytes = 0;
    for (int i = 0; i < runs; ++i) {
        const Measured measured = runOnce(arguments);
        seconds.push_back(measured.seconds);
        cpuSeconds.push_back(measured.cpuSeconds);
        kilobytes = std::max(kilobytes, measured.kilobytes);
    }
    std::sort(seconds.begin(), seconds.end());
    std::sort(cpuSeconds.begin(), cpuSeconds.end());
    std::printf("%-52s %8.3f %8.3f %8.3f %8.0f  %s\n", name, seconds[seconds.size() / 2],
                seconds.back(), cpuSeconds[cpuSeconds.size() / 2], double(kilobytes) / 1024, aim);
    std::fflush(stdout);
}

/// Takes the records of the workspace out and puts so many at random over the country into it.
void setRecords(const std::string& file, std::size_t count, terroir::Date day) {
    using namespace terroir;
    store::WorkspaceFile workspace = store::WorkspaceFile::open(file, store::Mode::ReadWrite);
    const auto gazetteer = gazetteer::Gazetteer::load(workspace);
    store::Transaction transaction(workspace.database());
    for (const records::Source& source : records::loadSources(workspace))
        records::removeSource(workspace, source.id);
    records::Source source;
    source.id = testing::manyRecordsSource;
    source.title = "Bảng của cả nước";
    records::insertSource(workspace, source);
    constexpr std::size_t atOnce = 50'000;
    for (std::size_t first = 0; first < count; first += atOnce)
        records::insertRecords(workspace,
                               testing::manyRecords(gazetteer, std::min(atOnce, count - first), day,
                                                    std::uint32_t(first / atOnce + 1), first));
    transaction.commit();
}

/// Imports a table of the country before the reform into the workspace, once.
void measureImport(const char* name, const Arguments& command, const std::string& workspace,
                   const std::string& file, std::size_t rows, const char* aim) {
    using namespace terroir;
    {
        store::WorkspaceFile opened = store::WorkspaceFile::open(workspace, store::Mode::ReadOnly);
        geometry::writeTable(testing::valuesOf(testing::manyRows(gazetteer::Gazetteer::load(opened),
                                                                 rows, *parseDate("2022-04-15"))),
                             file);
    }
    Arguments all = command;
    all.insert(all.end(), {"import", file, "--as", "planting"});
    measure(name, all, 1, aim);
    std::filesystem::remove(file);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: bench_commands PROGRAM [RUNS]\n", stderr);
        return 2;
    }
    const std::string program = argv[1];
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 7;
    std::string folder = (std::filesystem::temp_directory_path() / "terroir-bench-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
        return 1;
    const std::string workspace = folder + "/terroir.sqlite";
    const Arguments base = {program, "--lang", "vi", "-q", "-w", workspace};
    const auto with = [&base](const Arguments& more) {
        Arguments all = base;
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    int code = 0;
    std::printf("%-52s %8s %8s %8s %8s  %s\n", "command", "median s", "max s", "CPU s", "peak MB",
                "aim");
    try {
        measure("init", with({"init", "-O"}), runs, "3 s");
        measure("methods (start of the program)", with({"methods"}), runs);
        measure("info (opens the workspace)", with({"info"}), runs);
        measure("units \"ban hon\"", with({"units", "ban hon"}), runs);
        measure("table livestock", with({"table", "livestock"}), runs);
        measure("map: Tam Đường, PNG 1600x1200",
                with({"map", "livestock", "--within", "huyện Tam Đường, tỉnh Lai Châu", "--as-of",
                      "2022-12-31", "-O", "-o", folder + "/a.png"}),
                runs, "0.4 s");
        measure("map: Sơn La + Lai Châu, PNG A3 300 dpi",
                with({"map", "models", "--within", "all", "-O", "-o", folder + "/b.png", "--paper",
                      "A3", "--dpi", "300"}),
                runs, "0.4 s");
        measure("map: Sơn La + Lai Châu, PDF A3",
                with({"map", "models", "--within", "all", "-O", "-o", folder + "/b.pdf", "--paper",
                      "A3"}),
                runs);
        measure("page: Tam Đường, four themes, each on its own day and two more",
                with({"page", "livestock", "aquaculture", "plantings", "models", "-O", "-o",
                      folder + "/d.html"}),
                runs);
        measure("export: every theme, GeoPackage", with({"export", "-O", "-o", folder + "/c.gpkg"}),
                runs);
        measureImport("import: 100,000 rows of XLSX", base, workspace, folder + "/e.xlsx", 100'000,
                      "12 s, 400 MB");
        measureImport("import: 1,000,000 rows of CSV", base, workspace, folder + "/f.csv",
                      1'000'000, "20 s, 600 MB");
        // What grows with units and records: a thousand times the records on three times the units.
        for (const char* day : {"2026-01-01", "2022-04-15"}) {
            const bool isToday = std::string_view(day) > "2025-07-01";
            for (const std::size_t records :
                 {std::size_t(1'000), std::size_t(100'000), std::size_t(1'000'000)}) {
                setRecords(workspace, records, *terroir::parseDate(day));
                for (const char* theme : {"models", "plantings"}) {
                    const std::string of = std::string(": country of ") + day + ", " + theme +
                                           ", " + std::to_string(records);
                    Arguments shown = {theme, "--within", "all", "--as-of", day, "-O", "-o"};
                    const auto command = [&](const char* name, const char* file,
                                             const Arguments& more) {
                        Arguments all = with({name});
                        all.insert(all.end(), shown.begin(), shown.end());
                        all.push_back(folder + file);
                        all.insert(all.end(), more.begin(), more.end());
                        return all;
                    };
                    const char* const mapAim = records == 1'000 && isToday       ? "0.35 s"
                                               : records == 100'000              ? "1.5 times 1,000"
                                               : records == 1'000'000 && isToday ? "2.5 s, 400 MB"
                                               : records == 1'000'000            ? "4 s"
                                                                                 : "";
                    measure(("map" + of).c_str(), command("map", "/d.png", {"--size", "1600x2000"}),
                            std::min(runs, 3), mapAim);
                    measure(("table" + of).c_str(), command("table", "/d.csv", {}),
                            std::min(runs, 3),
                            records == 1'000'000 && isToday ? "2 s, 400 MB" : "");
                    if (records == 1'000)
                        measure(("map, A0 300 dpi" + of).c_str(),
                                command("map", "/d.png", {"--paper", "A0", "--dpi", "300"}), 1,
                                "6 s, 1 GB");
                }
            }
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_commands: %s\n", error.what());
        code = 1;
    }
    std::filesystem::remove_all(folder);
    return code;
}
