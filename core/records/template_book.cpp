#include "core/records/template_book.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/fields.hpp"
#include "core/records/template_columns.hpp"

#include <algorithm>

namespace terroir::records {

namespace {

using sheets::TemplateColumn;
using sheets::TemplateFormat;

std::vector<std::string> inLanguage(const std::vector<LocalText>& texts, Language language) {
    std::vector<std::string> out;
    for (const LocalText& text : texts)
        out.push_back(text.in(language));
    return out;
}

/// One column, with what is said of it.
class ColumnMaker {
public:
    ColumnMaker(std::string_view kind, const KindColumn& column, const ColumnShape& shape,
                Language language)
        : m_kind(kind), m_column(column), m_shape(shape), m_words(language) {}

    TemplateColumn column() const {
        TemplateColumn made;
        made.header = header();
        made.help = help();
        made.format = m_shape.format;
        made.isRequired = m_column.isRequired;
        made.width = m_shape.width;
        made.choices = choices();
        made.isClosed = isClosed();
        return made;
    }

    std::vector<std::string> explanation() const {
        return {header(), meaning(),
                m_column.isRequired ? m_words("bắt buộc", "yes") : m_words("nếu có", "if known"),
                howToWrite(), example()};
    }

private:
    Language language() const { return m_words.language(); }

    std::string header() const {
        return (m_column.header.vi.empty() ? m_shape.header : m_column.header).in(language());
    }

    std::string meaning() const {
        if (m_shape.field == "@x" || m_shape.field == "@y")
            return m_words("tọa độ của điểm, WGS 84", "coordinate of the point, WGS 84");
        return findField(m_shape.field)->meaning.in(language());
    }

    std::vector<std::string> choices() const {
        std::vector<std::string> out(m_column.choices.begin(), m_column.choices.end());
        if (m_shape.field == "category") {
            for (const CategoryInfo& category : categories())
                if (category.kind == m_kind)
                    out.push_back(category.name.in(language()));
        } else if (m_shape.field == "status") {
            out = inLanguage(templateStates(m_kind), language());
        }
        return out;
    }

    /// Other categories and units are kept as they are written; another state is refused.
    bool isClosed() const { return m_shape.field == "status" || m_shape.field == "stars"; }

    std::string howToWrite() const {
        if (m_shape.field == "commune")
            return m_words("tên như trong văn bản, có dấu; nhiều xã: Bản Bo; Bình Lư",
                           "the name as in the document, with diacritics; several: Bản Bo; Bình "
                           "Lư");
        if (m_shape.field == "district")
            return m_words("tên; để trống cho ngày từ 1/7/2025",
                           "the name; leave it empty for days from 2025-07-01 on");
        if (m_shape.field == "@x" || m_shape.field == "@y")
            return m_words("độ thập phân hoặc độ, phút, giây: 22°15'30\"",
                           "decimal degrees, or degrees, minutes, seconds: 22°15'30\"");
        if (m_shape.field == "period" || m_shape.field == "from" || m_shape.field == "to")
            return m_words("2024, 4/2024, 15/4/2024; một khoảng: 2021-2024",
                           "2024, 2024-04 or 4/2024, 15/4/2024; a span: 2021-2024");
        if (!choices().empty())
            return isClosed()
                       ? m_words("chọn trong danh sách", "choose from the list")
                       : m_words("chọn trong danh sách; mục khác được giữ như đã viết",
                                 "choose from the list; what is not in it is kept as written");
        switch (m_shape.format) {
        case TemplateFormat::Number:
        case TemplateFormat::Count:
            return m_words("số, không kèm đơn vị; cũng được: trên 300, khoảng 20, từ 5 đến 7",
                           "a number without its unit; also: trên 300, khoảng 20, từ 5 đến 7");
        case TemplateFormat::Day:
            return m_words("ngày/tháng/năm: 18/11/2024", "day/month/year: 18/11/2024");
        case TemplateFormat::Text:
            break;
        }
        return m_words("chữ; ô giữ nguyên như đã gõ, cả số 0 ở đầu",
                       "text; the cell keeps what is typed, with zeros in front");
    }

    std::string example() const {
        if (m_shape.field == "status")
            for (const LocalText& state : templateStates(m_kind))
                if (state.en == m_column.example)
                    return state.in(language());
        if (m_shape.field == "category") {
            const CategoryInfo* category = findCategory(m_kind, m_column.example);
            return category == nullptr ? std::string(m_column.example)
                                       : category->name.in(language());
        }
        const auto number = m_shape.format == TemplateFormat::Text
                                ? std::nullopt
                                : parsePlainNumber(m_column.example);
        return number ? formatNumber(*number, language()) : std::string(m_column.example);
    }

    std::string help() const {
        std::string text = meaning() + ".\n" + howToWrite() + ".";
        if (const std::string one = example(); !one.empty())
            text += "\n" + m_words("Ví dụ: ", "Example: ") + one;
        return text;
    }

    std::string_view m_kind;
    const KindColumn& m_column;
    const ColumnShape& m_shape;
    Words m_words;
};

std::vector<LocalText> introduction(std::string_view kind) {
    return {
        localText("Điền vào trang '{}', mỗi dòng một bản ghi, rồi nhập bằng: terroir import "
                  "TỆP.xlsx --as {}",
                  "Fill in the sheet '{}', one record a row, then: terroir import FILE.xlsx --as "
                  "{}",
                  templateTableSheet(), kind),
        {"Không đổi tên cột. Cột không dùng có thể để trống hoặc xóa. Cột có tên màu cam phải "
         "điền. "
         "Ví dụ chỉ đứng ở trang này; không dòng nào của trang này được nhập.",
         "Keep the names of the columns. A column that is not needed may stay empty or be deleted. "
         "Columns with an orange name must be filled in. The example stands on this sheet only; "
         "nothing of this sheet is imported."},
        {"Số: phần thập phân gõ theo cài đặt của máy (thường là dấu phẩy: 2,5); ô nào tự chuyển "
         "thành ngày thì gõ lại. Không viết khoảng như 5-7, vì bảng tính đổi thành ngày; hãy viết "
         "'từ 5 đến 7'. Để trống khi không có số liệu; 0 nghĩa là đã đếm và không có.",
         "Numbers: type decimals as the computer is set up (in Vietnam with a comma: 2,5); where a "
         "cell turns into a date, type it again. Write no range like 5-7, which a spreadsheet "
         "takes "
         "for a date, but 'từ 5 đến 7'. Leave a cell empty where nothing is known; 0 means "
         "counted, "
         "and none."},
        {"Ngày: ngày trước, tháng sau (18/11/2024).",
         "Days: the day first, then the month (18/11/2024)."},
        {"Nơi: ghi đủ xã, huyện, tỉnh; để trống Xã nếu số liệu là của cả huyện, để trống cả Huyện "
         "nếu là của cả tỉnh. Nhiều xã trong một ô cách nhau bằng dấu chấm phẩy (Bản Bo; Bình Lư): "
         "giá trị khi đó là chung của các xã và chỉ tính một lần.",
         "Places: write commune, district and province; leave the commune empty where a figure is "
         "for the whole district, the district too where it is for the whole province. Several "
         "communes in one cell are separated with a semicolon (Bản Bo; Bình Lư): the value is then "
         "shared by them and counted once."},
        {"Đơn vị hành chính là của ngày cuối trong thời gian của dòng: đến hết 30/6/2025 là xã, "
         "huyện, tỉnh cũ; từ 1/7/2025 (cả khi chỉ ghi năm 2025) là xã và tỉnh mới, không có "
         "huyện. Dòng không ghi thời gian được hiểu theo ngày của tài liệu (--source-date), nếu "
         "không có thì theo hôm nay.",
         "The units are those of the last day of the row's time: up to 2025-06-30 the old "
         "communes, "
         "districts and provinces; from 2025-07-01 on (also where only the year 2025 is given) the "
         "new communes and provinces, without districts. A row without a time is read as of the "
         "document's day (--source-date), else of today."},
    };
}

} // namespace

LocalText templateTableSheet() {
    return {"Số liệu", "Records"};
}
LocalText templateHelpSheet() {
    return {"Hướng dẫn", "Explanations"};
}

sheets::TemplateFile templateBook(std::string_view kind, Language language) {
    const Words words(language);
    sheets::TemplateFile book;
    book.tableSheet = templateTableSheet().in(language);
    book.helpSheet = templateHelpSheet().in(language);
    const KindInfo* info = findKind(kind);
    book.title =
        localText("Biểu mẫu: {}", "Template: {}", info == nullptr ? LocalText() : info->name)
            .in(language);
    book.author = "terroir";
    book.introduction = inLanguage(introduction(kind), language);
    book.explanations.push_back(
        language == Language::English
            ? std::vector<std::string>{"Column", "What it is", "Required", "How to write it",
                                       "Example"}
            : std::vector<std::string>{"Cột", "Ý nghĩa", "Phải điền", "Cách viết", "Ví dụ"});
    for (const KindColumn& column : templateColumns(kind)) {
        const ColumnMaker maker(kind, column, *findColumnShape(column.field), language);
        book.columns.push_back(maker.column());
        book.explanations.push_back(maker.explanation());
    }
    book.choicesTitle = words("Danh sách cho cột '{}'", "List for the column '{}'");
    book.notOfList = words("Mục này không có trong danh sách của cột '{}' (trang Hướng dẫn).",
                           "This is not in the list of the column '{}' (sheet Explanations).");
    book.notANumber = words("Cột '{}' cần một số. Chỉ giữ chữ khi đó là số gần đúng, như 'trên "
                            "300', 'khoảng 20', 'từ 5 đến 7'.",
                            "The column '{}' needs a number. Keep text only for a number that is "
                            "not exact, such as 'trên 300', 'khoảng 20', 'từ 5 đến 7'.");
    book.notADay = words("Cột '{}' cần một ngày, như 18/11/2024.",
                         "The column '{}' needs a day, such as 18/11/2024.");
    return book;
}

} // namespace terroir::records
