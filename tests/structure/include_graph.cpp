#include "tests/structure/include_graph.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>

namespace terroir::structure {

namespace {

namespace fs = std::filesystem;

std::string withoutExtension(const std::string& file) {
    return file.substr(0, file.rfind('.'));
}

bool isSource(const fs::path& file) {
    return file.extension() == ".cpp" || file.extension() == ".hpp";
}

/// Goes past white space and the word; false, and nothing but white space is gone, without it.
bool take(std::string_view& rest, std::string_view word) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (!rest.starts_with(word))
        return false;
    rest.remove_prefix(word.size());
    return true;
}

class CircleFinder {
public:
    explicit CircleFinder(const Pairs& pairs) : m_pairs(pairs) {}

    std::vector<std::vector<std::string>> run() {
        for (const auto& [pair, targets] : m_pairs)
            if (!m_index.contains(pair))
                visit(pair);
        return m_circles;
    }

private:
    void visit(const std::string& pair) {
        const std::size_t number = m_index.size();
        m_index[pair] = m_low[pair] = number;
        m_stack.push_back(pair);
        if (const auto found = m_pairs.find(pair); found != m_pairs.end())
            for (const std::string& target : found->second) {
                if (!m_index.contains(target)) {
                    visit(target);
                    m_low[pair] = std::min(m_low[pair], m_low[target]);
                } else if (std::find(m_stack.begin(), m_stack.end(), target) != m_stack.end()) {
                    m_low[pair] = std::min(m_low[pair], m_index[target]);
                }
            }
        if (m_low[pair] != m_index[pair])
            return;
        const auto first = std::find(m_stack.begin(), m_stack.end(), pair);
        std::vector<std::string> circle(first, m_stack.end());
        m_stack.erase(first, m_stack.end());
        std::sort(circle.begin(), circle.end());
        if (circle.size() > 1)
            m_circles.push_back(std::move(circle));
    }

    const Pairs& m_pairs;
    std::map<std::string, std::size_t> m_index, m_low;
    std::vector<std::string> m_stack;
    std::vector<std::vector<std::string>> m_circles;
};

} // namespace

std::vector<Include> includesOf(const std::string& file, const std::string& text) {
    std::vector<Include> includes;
    std::istringstream lines(text);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        std::string_view rest = line;
        if (!take(rest, "#") || !take(rest, "include"))
            continue;
        const bool isOwn = take(rest, "\"");
        if (!isOwn && !take(rest, "<"))
            continue;
        includes.push_back(
            {file, number, std::string(rest.substr(0, rest.find(isOwn ? '"' : '>'))), isOwn});
    }
    return includes;
}

std::vector<Include> includesIn(const fs::path& root, const std::vector<std::string>& folders) {
    std::vector<std::string> files;
    for (const std::string& folder : folders)
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.is_regular_file() && isSource(entry.path()))
                files.push_back(fs::relative(entry.path(), root).generic_string());
    std::sort(files.begin(), files.end());
    std::vector<Include> all;
    for (const std::string& file : files) {
        std::ifstream stream(root / file);
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        const std::vector<Include> includes = includesOf(file, text);
        all.insert(all.end(), includes.begin(), includes.end());
    }
    return all;
}

Pairs pairsOf(const std::vector<Include>& includes) {
    Pairs pairs;
    for (const Include& include : includes) {
        const std::string from = withoutExtension(include.file);
        const std::string to = withoutExtension(include.target);
        if (include.isOwn && from != to && include.target.find('/') != std::string::npos)
            pairs[from].insert(to);
    }
    return pairs;
}

std::vector<std::vector<std::string>> circlesIn(const Pairs& pairs) {
    return CircleFinder(pairs).run();
}

} // namespace terroir::structure
