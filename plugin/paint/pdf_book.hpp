#pragma once

#include "plugin/api/painter_plugin.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace terroir::paint {

/// What leads to a page of a document, counted from 0.
struct BookLink {
    geometry::Box mm; ///< on the page that it stands on, y down
    std::size_t page = 0;
};

/// A PDF of several pages, all as vectors with text: each is painted when it is added. Pages know
/// where their maps lie, as those of renderFile() do.
class PdfBook {
public:
    PdfBook(const std::string& title, double widthMm, double heightMm);
    ~PdfBook();
    PdfBook(const PdfBook&) = delete;
    PdfBook& operator=(const PdfBook&) = delete;

    /// `bookmark`: of the page in the document's outline; empty for none. Links may lead to pages
    /// that are not there yet.
    void add(const map::Scene& scene, const plugin::Painter& painter, std::vector<BookLink> links,
             const std::string& bookmark);
    /// The bytes of the document, with its outline and links. Once, after the last page. InputError
    /// when it cannot be made.
    std::string finish();

private:
    struct Page;
    struct Canvas;
    std::unique_ptr<Canvas> m_canvas;
    std::vector<Page> m_pages;
};

} // namespace terroir::paint
