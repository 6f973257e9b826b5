#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/documents/formats.hpp"
#include "core/documents/page_layout.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

// PDF, by poppler: the words of each page with their places.

namespace terroir::documents {

namespace {

constexpr int maxPages = 5'000;

std::string utf8(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    return {bytes.begin(), bytes.end()};
}

PageWords wordsOf(const poppler::page& page) {
    const poppler::rectf box = page.page_rect();
    PageWords out{box.width(), box.height(), {}};
    for (const poppler::text_box& word : page.text_list(poppler::page::text_list_include_font)) {
        if (word.rotation() != 0)
            continue;
        const poppler::rectf at = word.bbox();
        std::string text = text::toNfc(utf8(word.text()));
        if (text.empty())
            continue;
        const double size = word.has_font_info() ? word.get_font_size() : at.height();
        out.words.push_back({std::move(text), at.left(), at.top(), at.right(), at.bottom(),
                             size > 0 ? size : at.height(), word.has_space_after()});
    }
    return out;
}

} // namespace

Document readPdf(std::string_view bytes, const std::string& file, const Progress& progress) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::unique_ptr<poppler::document> pdf(
        poppler::document::load_from_raw_data(bytes.data(), int(bytes.size())));
    if (pdf == nullptr)
        failDamagedDocument(file);
    if (pdf->is_locked())
        throw InputError(localText("'{}' có mật khẩu; hãy mở ra và lưu lại không có mật khẩu.",
                                   "'{}' has a password; open it and save it without one.", file));
    const int count = pdf->pages();
    if (count > maxPages)
        throw InputError(localText("'{}' có {} trang, nhiều hơn {}; hãy chia thành nhiều tệp.",
                                   "'{}' has {} pages, more than {}; split it into several files.",
                                   file, count, maxPages));
    std::vector<PageWords> pages;
    std::size_t empty = 0;
    for (int i = 0; i < count; ++i) {
        if (progress &&
            !progress(double(i) / count, localText("đang đọc trang {}/{}", "page {}/{}", i + 1, count)))
            throw Error(localText("Đã dừng đọc '{}'.", "Reading '{}' was stopped.", file));
        const std::unique_ptr<poppler::page> page(pdf->create_page(i));
        pages.push_back(page == nullptr ? PageWords{} : wordsOf(*page));
        empty += pages.back().words.empty() ? 1 : 0;
    }
    if (empty == pages.size())
        throw InputError(localText(
            "'{}' không có chữ, có lẽ là bản quét; hãy nhận dạng chữ (OCR) trước rồi dùng kết quả.",
            "'{}' has no text and may be a scan; recognise its letters (OCR) first and give the "
            "result.",
            file));
    LaidOutText read = readPages(pages);
    Document document{std::move(read.text), std::move(read.pages), {}};
    if (empty > 0)
        document.remarks.push_back(localText(
            "{} trong {} trang không có chữ, có lẽ là ảnh hoặc bản quét, nên không được đọc",
            "{} of {} pages have no text, perhaps pictures or scans, and were not read", empty,
            count));
    return document;
}

} // namespace terroir::documents
