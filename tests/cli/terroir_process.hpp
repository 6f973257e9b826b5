#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::cli_test {

/// What a run of the program left behind.
struct Outcome {
    int code = -1; ///< exit code; 128 + signal when it was killed
    std::string out;
    std::string err;
};

/// A folder of its own for one test, removed with it; the program runs in it.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path write(const std::string& name, const std::string& content) const;
    std::string read(const std::string& name) const;
    bool has(const std::string& name) const;
    /// Names in the folder, hidden ones too, sorted.
    std::vector<std::string> names() const;
    /// The ready workspace of the packaged data, copied as terroir.sqlite.
    void addWorkspace() const;

    /// Runs terroir here with --lang en; `input` goes to its standard input.
    Outcome run(std::vector<std::string> arguments, const std::string& input = {}) const;
    /// The same, where no file may grow beyond so many bytes: what a full disk does.
    Outcome runWithFileLimit(std::size_t bytes, std::vector<std::string> arguments) const;
    /// A shell line in which $TERROIR is the program.
    Outcome shell(const std::string& line) const;

private:
    Outcome start(const std::vector<std::string>& command, const std::string& input) const;
    std::filesystem::path m_path;
};

/// A whole sentence on one line, as every error must be: "terroir: Xyz ….\n".
bool isOneSentence(const std::string& err);

/// Lines of a text.
std::vector<std::string> linesOf(const std::string& text);

} // namespace terroir::cli_test
