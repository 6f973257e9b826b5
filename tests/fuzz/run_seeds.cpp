// Gives a fuzz target each file of a folder once, without libFuzzer: targets cannot rot between two
// runs of make fuzz. run_seeds FOLDER

#include "core/base/input_file.hpp"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
    std::size_t count = 0;
    for (const auto& seed : std::filesystem::directory_iterator(argc == 2 ? argv[1] : ".")) {
        const std::string bytes = terroir::readFile(seed.path());
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        ++count;
    }
    std::printf("%zu seeds\n", count);
    return count == 0 ? 1 : 0;
}
