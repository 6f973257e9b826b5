#include "tests/words/sentence_scanner.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;
using namespace terroir::test;

namespace {

std::vector<fs::path> sourcesBelow(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (const fs::path extension = entry.path().extension();
            extension == ".cpp" || extension == ".hpp")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Fails with FILE:LINE for each fault; how many sentences there are.
std::size_t expectBothLanguages(const char* room) {
    const fs::path root = TERROIR_SOURCE_DIR;
    std::size_t sentences = 0;
    for (const fs::path& file : sourcesBelow(root / room)) {
        std::ifstream stream(file, std::ios::binary);
        const std::string source{std::istreambuf_iterator<char>(stream), {}};
        sentences += sentencePairs(source).size();
        for (const SourceFault& fault : sentenceFaults(source))
            ADD_FAILURE() << file.lexically_relative(root).string() << ":" << fault.line << ": "
                          << fault.what;
    }
    return sentences;
}

} // namespace

TEST(Sentences, the_core_says_everything_in_both_languages) {
    EXPECT_GT(expectBothLanguages("core"), 300U) << "the scanner finds them";
}

TEST(Sentences, the_programs_say_everything_in_both_languages) {
    EXPECT_GT(expectBothLanguages("plugin"), 100U) << "the scanner finds them";
}
