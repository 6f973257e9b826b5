#include "plugin/cli/program.hpp"

int main(int argc, char** argv) {
    return terroir::cli::runProgram({argv + 1, argv + argc});
}
