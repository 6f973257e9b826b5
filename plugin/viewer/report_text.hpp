#pragma once

#include "plugin/viewer/report_marks.hpp"

#include <QPlainTextEdit>

#include <optional>
#include <string>
#include <vector>

namespace terroir::viewer {

class ReportHighlighter;

/// The text of a report with its phrases marked. A click says what phrase it hit; words can be
/// selected by mouse and keys.
class ReportText final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit ReportText(QWidget* parent = nullptr);

    void showText(const std::string& text);
    const TextPositions& positions() const { return m_positions; }
    /// Only what differs from the marks of before is drawn again.
    void setMarks(std::vector<ReportMark> marks);
    /// Framed, and brought into sight.
    void showCurrent(const std::vector<extract::CharacterSpan>& spans);
    const std::vector<ReportMark>& marks() const { return m_marks; }

    /// Words that a person selected, with the line that they begin on; nothing when none are.
    struct Words {
        extract::CharacterSpan characters;
        std::size_t lineNumber = 0;
        std::string line, text;
    };
    std::optional<Words> selectedWords() const;
    std::string lineAt(std::size_t character) const;

signals:
    void rowClicked(int row);
    void leftOpenClicked(int row);
    void paletteChanged();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    TextPositions m_positions;
    std::vector<ReportMark> m_marks;
    ReportHighlighter* m_highlighter = nullptr;
};

} // namespace terroir::viewer
