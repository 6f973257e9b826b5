#include "core/documents/document.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <algorithm>

namespace terroir::documents {

std::size_t Document::pageOf(std::size_t byte) const {
    return std::size_t(std::upper_bound(pages.begin(), pages.end(), byte) - pages.begin());
}

void failDamagedDocument(const std::string& file) {
    throw InputError(localText("'{}' bị hỏng hoặc bị cắt ngang; hãy chép lại hoặc lưu lại tệp ấy.",
                               "'{}' is damaged or cut short; copy it or save it again.", file));
}

} // namespace terroir::documents
