#include "tests/page/page_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string_view>

namespace terroir::page {

namespace {

class NumberReader {
public:
    explicit NumberReader(std::string_view text) : m_text(text) {}
    bool isAtEnd() const { return m_at >= m_text.size(); }
    std::int64_t next() {
        constexpr std::string_view digits =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        std::int64_t number = 0, base = 1;
        for (;; base *= 32) {
            const auto digit = std::int64_t(digits.find(m_text.at(m_at++)));
            number += digit % 32 * base;
            if (digit < 32)
                return number;
        }
    }
    std::int64_t nextSigned() {
        const std::int64_t number = next();
        return number % 2 == 0 ? number / 2 : -(number + 1) / 2;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

nlohmann::json dataOf(const std::string& html) {
    const std::string_view open = "<script type=\"application/json\" id=\"data\">";
    const std::size_t begin = html.find(open) + open.size(), end = html.find('<', begin);
    if (html.compare(end, 9, "</script>") != 0)
        throw std::runtime_error("a tag stands in the data: " + html.substr(end, 40));
    return nlohmann::json::parse(html.substr(begin, end - begin));
}

std::vector<StepRing> readLines(const std::string& encoded) {
    std::vector<StepRing> lines;
    geometry::Point last;
    for (NumberReader reader(encoded); !reader.isAtEnd();) {
        StepRing line(std::size_t(reader.next()));
        for (geometry::Point& point : line) {
            last.x += double(reader.nextSigned());
            last.y += double(reader.nextSigned());
            point = last;
        }
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::vector<StepRing>> readShapes(const std::string& shapes, const std::string& arcs) {
    const std::vector<StepRing> lines = readLines(arcs);
    std::vector<std::vector<StepRing>> out;
    std::int64_t last = 0;
    for (NumberReader reader(shapes); !reader.isAtEnd();) {
        std::vector<StepRing> rings(std::size_t(reader.next()));
        for (StepRing& ring : rings)
            for (std::int64_t uses = reader.next(); uses > 0; --uses) {
                last += reader.nextSigned();
                StepRing line = lines.at(std::size_t(last / 2));
                if (last % 2 == 1)
                    std::reverse(line.begin(), line.end());
                ring.insert(ring.end(), line.begin(), line.end() - 1);
            }
        out.push_back(rings);
    }
    return out;
}

} // namespace terroir::page
