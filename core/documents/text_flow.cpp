#include "core/documents/text_flow.hpp"

#include "core/base/strings.hpp"
#include "core/text/raised_digits.hpp"

#include <algorithm>
#include <utility>

namespace terroir::documents {

namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void join(std::string& into, const std::string& text) {
    if (text.empty())
        return;
    if (!into.empty())
        into += ' ';
    into += text;
}

} // namespace

std::string onOneLine(std::string text) {
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string& TextFlow::current() {
    if (m_open.empty())
        m_open.emplace_back();
    return m_open.back().text;
}

void TextFlow::openParagraph() {
    m_open.emplace_back();
}

void TextFlow::add(std::string_view text) {
    std::string& line = current();
    while (!text.empty()) {
        constexpr std::string_view noBreak = "\xc2\xa0"; // also a space
        const bool isHard = text.starts_with(noBreak);
        if (isHard || isSpace(text.front())) {
            if (!line.empty() && line.back() != ' ' && line.back() != '\n')
                line += ' ';
        } else {
            line += text.front();
        }
        text.remove_prefix(isHard ? noBreak.size() : 1);
    }
}

void TextFlow::breakLine() {
    std::string& line = current();
    line = std::string(trimmed(line));
    line += m_rows.empty() ? '\n' : ' ';
}

void TextFlow::put(Line line) {
    line.text = std::string(trimmed(line.text));
    if (!m_rows.empty()) {
        if (m_rows.back().empty())
            m_rows.back().emplace_back();
        join(m_rows.back().back(), line.text);
        m_rowNotes.insert(m_rowNotes.end(), line.notes.begin(), line.notes.end());
        return;
    }
    if (!line.text.empty() || !line.notes.empty())
        m_lines.push_back(std::move(line));
}

void TextFlow::closeParagraph() {
    if (m_open.empty())
        return;
    Line line = std::move(m_open.back());
    m_open.pop_back();
    put(std::move(line));
}

void TextFlow::openRow() {
    m_rows.emplace_back();
}

void TextFlow::openCell() {
    if (!m_rows.empty())
        m_rows.back().emplace_back();
}

void TextFlow::closeRow() {
    if (m_rows.empty())
        return;
    const std::vector<std::string> cells = std::move(m_rows.back());
    m_rows.pop_back();
    Line line;
    const char* between = m_rows.empty() ? "\t" : " ";
    bool isEmpty = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line.text += (i == 0 ? "" : between) + cells[i];
        isEmpty = isEmpty && cells[i].empty();
    }
    if (!m_rows.empty()) {
        put(std::move(line));
    } else if (!isEmpty) {
        line.notes = std::exchange(m_rowNotes, {});
        m_lines.push_back(std::move(line)); // an empty first cell keeps its tab
    }
}

std::size_t TextFlow::referToNote() {
    current() += text::raisedDigits(std::to_string(++m_references));
    m_open.back().notes.push_back(m_references);
    return m_references;
}

void TextFlow::setNote(std::size_t number, std::string text) {
    if (m_notes.size() < number)
        m_notes.resize(number);
    m_notes[number - 1] = std::move(text);
}

std::string TextFlow::finish() {
    while (!m_rows.empty())
        closeRow();
    while (!m_open.empty())
        closeParagraph();
    std::string out;
    for (const Line& line : m_lines) {
        out += line.text + "\n";
        for (const std::size_t note : line.notes)
            if (note <= m_notes.size() && !m_notes[note - 1].empty())
                out += text::raisedDigits(std::to_string(note)) + " " + m_notes[note - 1] + "\n";
    }
    return out;
}

} // namespace terroir::documents
