#pragma once

#include <string_view>

namespace terroir::records {

struct KindInfo;

/// The kind that a person names: by id, by its name in either language, by a part of it between
/// commas ("thử nghiệm"), or by words of it that no other kind has ("chăn nuôi"); case and
/// diacritics do not matter. Null for other words, and for those of several kinds.
const KindInfo* kindNamed(std::string_view text);

} // namespace terroir::records
