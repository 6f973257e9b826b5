#include "tests/cli/terroir_process.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace terroir::cli_test {

namespace fs = std::filesystem;

namespace {

std::string readWhole(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

void redirect(const fs::path& file, int flags, int descriptor) {
    const int opened = ::open(file.c_str(), flags, 0600);
    if (opened < 0 || ::dup2(opened, descriptor) < 0)
        ::_exit(127);
    ::close(opened);
}

} // namespace

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "terroir-cli-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    m_path = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
    for (const char* suffix : {".in", ".out", ".err"})
        fs::remove(fs::path(m_path.string() + suffix), ignored);
}

fs::path Folder::write(const std::string& name, const std::string& content) const {
    std::ofstream(m_path / name, std::ios::binary) << content;
    return m_path / name;
}

std::string Folder::read(const std::string& name) const {
    return readWhole(m_path / name);
}

bool Folder::has(const std::string& name) const {
    return fs::exists(m_path / name);
}

std::vector<std::string> Folder::names() const {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_path))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

void Folder::addWorkspace() const {
    fs::copy_file(READY_WORKSPACE, m_path / "terroir.sqlite");
}

Outcome Folder::run(std::vector<std::string> arguments, const std::string& input) const {
    arguments.insert(arguments.begin(), {TERROIR_PROGRAM, "--lang", "en"});
    return start(arguments, input);
}

Outcome Folder::runWithFileLimit(std::size_t bytes, std::vector<std::string> arguments) const {
    // POSIX counts the limit in blocks of 512 bytes.
    const std::string line = "ulimit -f " + std::to_string(bytes / 512) + "; exec \"$@\"";
    arguments.insert(arguments.begin(),
                     {"/bin/sh", "-c", line, "sh", TERROIR_PROGRAM, "--lang", "en"});
    return start(arguments, {});
}

Outcome Folder::shell(const std::string& line) const {
    return start({"/bin/sh", "-c", "TERROIR='" TERROIR_PROGRAM " --lang en'; " + line}, {});
}

Outcome Folder::start(const std::vector<std::string>& command, const std::string& input) const {
    const fs::path in = m_path.string() + ".in", out = m_path.string() + ".out",
                   err = m_path.string() + ".err";
    std::ofstream(in, std::ios::binary) << input;
    std::vector<char*> words;
    for (const std::string& word : command)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        redirect(in, O_RDONLY, STDIN_FILENO);
        redirect(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
        redirect(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
        ::unsetenv("TERROIR_WORKSPACE");
        ::unsetenv("TERROIR_DATA");
        // Themes that whoever runs the tests has saved are none of these.
        ::setenv("XDG_DATA_HOME", (m_path / "data home").c_str(), 1);
        if (::chdir(m_path.c_str()) == 0)
            ::execv(words.front(), words.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), readWhole(out),
            readWhole(err)};
}

bool isOneSentence(const std::string& err) {
    return err.starts_with("terroir: ") && err.size() > 20 &&
           std::count(err.begin(), err.end(), '\n') == 1 &&
           (err.ends_with(".\n") || err.ends_with(".)\n"));
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace terroir::cli_test
