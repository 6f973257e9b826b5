#include "core/documents/page_layout.hpp"

#include "core/base/strings.hpp"
#include "core/text/raised_digits.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace terroir::documents {

namespace {

// All in sizes of the letters, but for shares of the page.
constexpr double markSize = 0.9;       ///< letters of a mark against those of its line
constexpr double minRaise = 0.1;       ///< of its foot over that of the line
constexpr double gapOfCells = 1.6;     ///< more than the spaces of a justified line
constexpr double maxLeading = 1.9;     ///< from line to line within a paragraph
constexpr double minIndent = 0.7;      ///< of the first line of a paragraph
constexpr double endsEarly = 3.0;      ///< a line that ends so far from the edge ends its paragraph
constexpr double footnoteSize = 0.93;  ///< letters of notes against those of the page
constexpr double marginOfHeads = 0.09; ///< of the page: where running heads and numbers stand
constexpr std::size_t minLinesOfColumn = 8;

struct Line {
    std::string text;
    double left = 0, top = 0, right = 0, bottom = 0, size = 0;
    bool isRow = false; ///< of a table: cells parted by tabs
};

bool isNumberWord(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

double medianSize(const std::vector<const PageWord*>& words) {
    std::vector<double> sizes;
    for (const PageWord* word : words)
        sizes.insert(sizes.end(), word->text.size(), word->size);
    if (sizes.empty())
        return 0;
    const auto middle = sizes.begin() + std::ptrdiff_t(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

/// The words of each line from left to right, lines from above. The tallest words make the lines;
/// others stand in the one within whose height their middle lies.
std::vector<std::vector<const PageWord*>> wordsOfLines(std::vector<const PageWord*> words) {
    const auto height = [](const PageWord* word) { return word->bottom - word->top; };
    std::stable_sort(words.begin(), words.end(),
                     [&](const PageWord* a, const PageWord* b) { return height(a) > height(b); });
    std::vector<std::vector<const PageWord*>> lines;
    for (const PageWord* word : words) {
        const double middle = (word->top + word->bottom) / 2;
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& one) {
            return one.front()->top <= middle && middle <= one.front()->bottom;
        });
        if (line == lines.end())
            lines.push_back({word});
        else
            line->push_back(word);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
        return a.front()->top + a.front()->bottom < b.front()->top + b.front()->bottom;
    });
    for (auto& line : lines)
        std::stable_sort(line.begin(), line.end(),
                         [](const PageWord* a, const PageWord* b) { return a->left < b->left; });
    return lines;
}

Line lineOf(const std::vector<const PageWord*>& words) {
    Line line;
    line.size = medianSize(words);
    line.left = words.front()->left;
    line.top = words.front()->top;
    double foot = 0; // of the letters that are not raised
    for (const PageWord* word : words)
        if (word->size > markSize * line.size)
            foot = std::max(foot, word->bottom);
    const PageWord* before = nullptr;
    for (const PageWord* word : words) {
        const bool isMark = isNumberWord(word->text) && word->text.size() <= 3 &&
                            word->size < markSize * line.size &&
                            word->bottom < foot - minRaise * line.size;
        if (before != nullptr) {
            const double gap = word->left - before->right;
            if (gap > gapOfCells * line.size) {
                line.text += '\t';
                line.isRow = true;
            } else if (before->isSpaceAfter || gap > 0.25 * line.size) {
                if (!isMark || gap > 0.25 * line.size)
                    line.text += ' ';
            }
        }
        line.text += isMark ? text::raisedDigits(word->text) : word->text;
        line.top = std::min(line.top, word->top);
        line.bottom = std::max(line.bottom, word->bottom);
        line.right = std::max(line.right, word->right);
        before = word;
    }
    return line;
}

/// Where a gutter parts two columns of running text, if one does.
std::optional<double> gutterOf(const PageWords& page,
                               const std::vector<std::vector<const PageWord*>>& lines) {
    double best = 0, at = 0;
    for (double x = 0.35 * page.width; x < 0.65 * page.width; x += 2) {
        std::size_t crossed = 0, left = 0, right = 0;
        double width = 1e9;
        for (const auto& line : lines) {
            double before = -1, after = 1e9;
            bool isCrossed = false;
            for (const PageWord* word : line) {
                isCrossed = isCrossed || (word->left < x && word->right > x);
                if (word->right <= x)
                    before = std::max(before, word->right);
                if (word->left >= x)
                    after = std::min(after, word->left);
            }
            crossed += isCrossed ? 1 : 0;
            if (isCrossed)
                continue;
            // Running text fills its column; cells of tables do not.
            left += before > 0.85 * x ? 1 : 0;
            right += after < 1e9 && line.back()->right > x + 0.3 * page.width ? 1 : 0;
            if (before > 0 && after < 1e9)
                width = std::min(width, after - before);
        }
        if (left >= minLinesOfColumn && right >= minLinesOfColumn &&
            10 * crossed <= 2 * (left + right) && width < 1e9 && width > best) {
            best = width;
            at = x;
        }
    }
    return best > 6 ? std::optional(at) : std::nullopt;
}

std::vector<Line> linesOf(const PageWords& page) {
    std::vector<const PageWord*> all;
    for (const PageWord& word : page.words)
        all.push_back(&word);
    const auto lines = wordsOfLines(all);
    const auto gutter = gutterOf(page, lines);
    std::vector<Line> out, right;
    const auto flush = [&] {
        out.insert(out.end(), right.begin(), right.end());
        right.clear();
    };
    for (const auto& line : lines) {
        if (!gutter || std::any_of(line.begin(), line.end(), [&](const PageWord* word) {
                return word->left < *gutter && word->right > *gutter;
            })) {
            flush();
            out.push_back(lineOf(line));
            continue;
        }
        const auto middle = std::find_if(
            line.begin(), line.end(), [&](const PageWord* word) { return word->left >= *gutter; });
        if (middle != line.begin())
            out.push_back(lineOf({line.begin(), middle}));
        if (middle != line.end())
            right.push_back(lineOf({middle, line.end()}));
    }
    flush();
    return out;
}

/// Its letters without numbers: a running head differs from page to page by its number alone.
std::string sameOnPages(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (!isDigit(c) && c != ' ')
            out += c;
    return out;
}

bool isAtEdge(const Line& line, double height) {
    return line.bottom < marginOfHeads * height || line.top > (1 - marginOfHeads) * height;
}

/// The text of lines at the edges of most pages; a lone number is one too.
std::set<std::string> runningHeads(const std::vector<PageWords>& pages,
                                   const std::vector<std::vector<Line>>& lines) {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::set<std::string> ofPage;
        for (const Line& line : lines[i])
            if (isAtEdge(line, pages[i].height))
                ofPage.insert(sameOnPages(line.text));
        for (const std::string& one : ofPage)
            ++seen[one];
    }
    std::set<std::string> heads{"", "-", "--", "–", "––", "Trang", "Trang/"};
    for (const auto& [text, count] : seen)
        if (count >= 3 && 2 * count >= pages.size())
            heads.insert(text);
    return heads;
}

bool beginsWithMark(const std::string& text) {
    return text.starts_with("¹") || text.starts_with("²") || text.starts_with("³") ||
           text.starts_with("⁴") || text.starts_with("⁵") || text.starts_with("⁶") ||
           text.starts_with("⁷") || text.starts_with("⁸") || text.starts_with("⁹");
}

/// "1.", "a)", "- ", "+ ", "* ", "• ", "Điều 5.", "I.": begins an item.
bool beginsItem(const std::string& text) {
    static constexpr std::string_view bullets[] = {"- ", "+ ", "* ", "• ", "– ", "● ", "▪ ", "o "};
    if (std::any_of(std::begin(bullets), std::end(bullets),
                    [&](std::string_view bullet) { return text.starts_with(bullet); }))
        return true;
    const std::size_t end = text.find(' ');
    if (end == std::string::npos || end > 8 || end == 0)
        return false;
    const char last = text[end - 1];
    if (last != '.' && last != ')')
        return false;
    const std::string_view label = std::string_view(text).substr(0, end - 1);
    return label.find_first_not_of("0123456789.(") == std::string_view::npos ||
           label.find_first_not_of("IVX") == std::string_view::npos ||
           (label.size() == 1 && std::isalpha(label.front()) != 0);
}

bool endsWithHyphen(const std::string& text) {
    return text.size() > 1 && text.back() == '-' && text[text.size() - 2] != ' ';
}

/// Joins lines to paragraphs.
class Paragraphs {
public:
    explicit Paragraphs(LaidOutText& out) : m_out(out) {}

    void beginPage() {
        m_isNewPage = true;
        ++m_pagesToCome;
    }

    /// Edges of the column that the line stands in.
    void add(const Line& line, double left, double right) {
        if (m_open && !goesOn(line, left))
            close();
        for (; m_pagesToCome > 0; --m_pagesToCome)
            m_out.pages.push_back(m_out.text.size() + m_text.size());
        // "số 50-" and "KL/TW" on the next line.
        if (m_open && !endsWithHyphen(m_text))
            m_text += ' ';
        m_text += line.text;
        m_open = true;
        m_last = line;
        m_endsEarly = right - line.right > endsEarly * line.size && !endsWithHyphen(line.text);
        m_isNewPage = false;
    }

    void addNote(std::string note) { m_notes.push_back(std::move(note)); }

    void close() {
        if (m_open)
            m_out.text += m_text + "\n";
        m_text.clear();
        m_open = false;
        for (const std::string& note : m_notes)
            m_out.text += note + "\n";
        m_notes.clear();
    }

    void endPages(std::size_t pages) {
        close();
        while (m_out.pages.size() < pages)
            m_out.pages.push_back(m_out.text.size());
    }

private:
    bool goesOn(const Line& line, double left) const {
        if (line.isRow || m_last.isRow || m_endsEarly || beginsItem(line.text))
            return false;
        if (std::abs(line.size - m_last.size) > 0.12 * m_last.size)
            return false;
        const bool isIndented = line.left - left > minIndent * line.size;
        if (m_isNewPage) // in the middle of a sentence
            return !isIndented &&
                   std::string_view(".:;!?").find(m_text.back()) == std::string_view::npos;
        return !isIndented && line.top - m_last.top < maxLeading * line.size * 1.2 &&
               line.top > m_last.top;
    }

    LaidOutText& m_out;
    std::string m_text;
    Line m_last;
    bool m_open = false, m_endsEarly = false, m_isNewPage = false;
    std::size_t m_pagesToCome = 0; ///< begun, without a line so far
    std::vector<std::string> m_notes;
};

/// The edges between which most lines stand.
std::pair<double, double> edgesOf(const std::vector<Line>& lines, const Line& line) {
    double left = line.left, right = line.right;
    for (const Line& other : lines)
        if (other.left < line.right && other.right > line.left && !other.isRow) {
            left = std::min(left, other.left);
            right = std::max(right, other.right);
        }
    return {left, right};
}

} // namespace

LaidOutText readPages(const std::vector<PageWords>& pages) {
    std::vector<std::vector<Line>> lines;
    std::vector<const PageWord*> all;
    for (const PageWords& page : pages) {
        lines.push_back(linesOf(page));
        for (const PageWord& word : page.words)
            all.push_back(&word);
    }
    const double bodySize = medianSize(all);
    const std::set<std::string> heads = runningHeads(pages, lines);
    LaidOutText out;
    Paragraphs paragraphs(out);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::vector<Line>& ofPage = lines[i];
        std::erase_if(ofPage, [&](const Line& line) {
            return isAtEdge(line, pages[i].height) && heads.contains(sameOnPages(line.text));
        });
        // Notes stand last, in smaller letters, the first of them with its mark.
        auto notes = ofPage.end();
        while (notes != ofPage.begin() && std::prev(notes)->size < footnoteSize * bodySize)
            --notes;
        while (notes != ofPage.end() && !beginsWithMark(notes->text))
            ++notes;
        paragraphs.beginPage();
        for (auto line = ofPage.begin(); line != notes; ++line) {
            const auto [left, right] = edgesOf({ofPage.begin(), notes}, *line);
            paragraphs.add(*line, left, right);
        }
        std::string note;
        for (auto line = notes; line != ofPage.end(); ++line) {
            if (beginsWithMark(line->text) && !note.empty())
                paragraphs.addNote(std::exchange(note, {}));
            note += (note.empty() ? "" : " ") + line->text;
        }
        if (!note.empty())
            paragraphs.addNote(std::move(note));
    }
    paragraphs.endPages(pages.size());
    return out;
}

} // namespace terroir::documents
