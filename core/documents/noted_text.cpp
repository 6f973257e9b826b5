#include "core/documents/formats.hpp"
#include "core/documents/text_flow.hpp"
#include "core/sheets/text_handler.hpp"

#include <map>
#include <utility>

// Texts whose readers also serve tables: Word, OpenDocument and web pages.

namespace terroir::documents {

namespace {

/// One text of the body and of its notes, each behind the paragraph that refers to it.
class NotedText final : public sheets::TextHandler {
public:
    void add(std::string_view text) override { flow().add(text); }
    void breakLine() override { flow().breakLine(); }
    void openParagraph() override { flow().openParagraph(); }
    void closeParagraph() override { flow().closeParagraph(); }

    void openTable() override {}
    void closeTable() override {}
    void openRow() override { flow().openRow(); }
    void closeRow() override { flow().closeRow(); }
    void openCell(std::size_t, std::size_t) override { flow().openCell(); }
    void closeCell() override {}
    void widen(std::size_t) override {}
    void continueAbove() override {}
    void coverCell() override { flow().openCell(); }

    void referToNote(const std::string& id) override { m_references[m_body.referToNote()] = id; }
    void openNote(const std::string& id) override {
        m_isNote = true;
        m_open = id;
        m_note = {};
    }
    void closeNote() override {
        m_isNote = false;
        m_notes[m_open] = onOneLine(m_note.finish());
    }

    Document finish() {
        for (const auto& [number, id] : m_references)
            if (const auto note = m_notes.find(id); note != m_notes.end())
                m_body.setNote(number, note->second);
        return {m_body.finish(), {}, {}};
    }

private:
    TextFlow& flow() { return m_isNote ? m_note : m_body; }

    TextFlow m_body, m_note;
    bool m_isNote = false;
    std::string m_open;                              ///< id of the open note
    std::map<std::size_t, std::string> m_references; ///< number of the mark -> id
    std::map<std::string, std::string> m_notes;      ///< by id
};

} // namespace

Document readWord(sheets::Package& package, const std::string& file) {
    NotedText text;
    sheets::readWordText(package, file, text);
    return text.finish();
}

Document readOpenDocument(sheets::Package& package, const std::string& file) {
    NotedText text;
    sheets::readOpenDocumentText(package, file, text);
    return text.finish();
}

Document readHtml(std::string_view bytes, const std::string& file) {
    NotedText text;
    sheets::readHtmlText(bytes, file, text);
    return text.finish();
}

} // namespace terroir::documents
