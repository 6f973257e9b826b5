#include "plugin/viewer/report_text.hpp"

#include "plugin/viewer/named.hpp"
#include "plugin/viewer/strings.hpp"

#include <QMouseEvent>
#include <QSyntaxHighlighter>
#include <QTextBlock>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace terroir::viewer {

/// Gives the phrases of a line their looks.
class ReportHighlighter final : public QSyntaxHighlighter {
public:
    explicit ReportHighlighter(ReportText& text)
        : QSyntaxHighlighter(text.document()), m_text(text) {}

    void setLongest(int longest) { m_longest = longest; }

protected:
    void highlightBlock(const QString& line) override {
        const int begin = currentBlock().position(), end = begin + int(line.size());
        const std::vector<ReportMark>& marks = m_text.marks();
        ReportMark before;
        before.first = begin - m_longest;
        for (auto mark = std::lower_bound(marks.begin(), marks.end(), before);
             mark != marks.end() && mark->first < end; ++mark)
            if (mark->end > begin)
                setFormat(std::max(0, mark->first - begin),
                          std::min(mark->end, end) - std::max(mark->first, begin),
                          formatOf(mark->look, QColor::fromRgb(mark->colour), m_text.palette()));
    }

private:
    ReportText& m_text;
    int m_longest = 0;
};

ReportText::ReportText(QWidget* parent) : QPlainTextEdit(parent) {
    named(this, "reportText", tr("Text of the report"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    m_highlighter = new ReportHighlighter(*this);
}

void ReportText::showText(const std::string& text) {
    QString shown = toQString(text);
    // Qt would make one line end of two characters, and more of others.
    for (const QChar end : {QChar(u'\r'), QChar(QChar::ParagraphSeparator)})
        shown.replace(end, u' ');
    m_positions = TextPositions(shown);
    m_marks.clear();
    setPlainText(shown);
}

void ReportText::setMarks(std::vector<ReportMark> marks) {
    std::vector<ReportMark> others;
    // Whichever row it is: one that was split moves those behind it.
    const auto looksBefore = [](const ReportMark& a, const ReportMark& b) {
        return std::tie(a.first, a.end, a.look, a.colour) <
               std::tie(b.first, b.end, b.look, b.colour);
    };
    std::set_symmetric_difference(m_marks.begin(), m_marks.end(), marks.begin(), marks.end(),
                                  std::back_inserter(others), looksBefore);
    const bool isFirst = m_marks.empty();
    m_marks = std::move(marks);
    int longest = 0;
    for (const ReportMark& mark : m_marks)
        longest = std::max(longest, mark.end - mark.first);
    m_highlighter->setLongest(longest);
    if (isFirst)
        return m_highlighter->rehighlight();
    std::vector<int> lines;
    for (const ReportMark& mark : others)
        for (QTextBlock line = document()->findBlock(mark.first);
             line.isValid() && line.position() < mark.end; line = line.next())
            lines.push_back(line.blockNumber());
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    for (const int line : lines)
        m_highlighter->rehighlightBlock(document()->findBlockByNumber(line));
}

void ReportText::showCurrent(const std::vector<extract::CharacterSpan>& spans) {
    QList<QTextEdit::ExtraSelection> selections;
    for (const auto& [first, end] : spans) {
        QTextEdit::ExtraSelection one;
        one.cursor = QTextCursor(document());
        const int last = int(document()->characterCount()) - 1;
        one.cursor.setPosition(std::min(m_positions.of(first), last));
        one.cursor.setPosition(std::min(m_positions.of(end), last), QTextCursor::KeepAnchor);
        one.format.setBackground(palette().highlight());
        one.format.setForeground(palette().highlightedText());
        selections.append(one);
    }
    setExtraSelections(selections);
    if (selections.isEmpty())
        return;
    QTextCursor cursor(document());
    cursor.setPosition(selections.front().cursor.selectionStart());
    setTextCursor(cursor);
    centerCursor();
}

std::optional<ReportText::Words> ReportText::selectedWords() const {
    const QTextCursor cursor = textCursor();
    const QString words = cursor.selectedText();
    if (words.trimmed().isEmpty())
        return std::nullopt;
    // Blanks at the ends say nothing.
    int first = cursor.selectionStart(), end = cursor.selectionEnd();
    const QTextDocument& text = *document();
    while (text.characterAt(first).isSpace())
        ++first;
    while (text.characterAt(end - 1).isSpace())
        --end;
    const QTextBlock line = text.findBlock(first);
    QString selected = words.trimmed();
    selected.replace(QChar(QChar::ParagraphSeparator), u'\n');
    return Words{{m_positions.characterAt(first), m_positions.characterAt(end)},
                 std::size_t(line.blockNumber()) + 1,
                 line.text().toStdString(),
                 selected.toStdString()};
}

std::string ReportText::lineAt(std::size_t character) const {
    return document()->findBlock(m_positions.of(character)).text().toStdString();
}

void ReportText::mouseReleaseEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection())
        return;
    const int at = cursorForPosition(event->pos()).position();
    const ReportMark* hit = nullptr; // the shortest
    for (const ReportMark& mark : m_marks)
        if (mark.first <= at && at <= mark.end &&
            (hit == nullptr || mark.end - mark.first < hit->end - hit->first))
            hit = &mark;
    if (hit != nullptr && hit->look == MarkLook::LeftOpen)
        emit leftOpenClicked(hit->row);
    else if (hit != nullptr)
        emit rowClicked(hit->row);
}

void ReportText::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        emit paletteChanged();
}

} // namespace terroir::viewer
