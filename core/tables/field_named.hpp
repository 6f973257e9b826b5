#pragma once

#include <string>
#include <string_view>

namespace terroir::tables {

/// The field of records::fields() that a name means: its id ("holder"), or a header that a table
/// may have for it ("Chủ thể", "dien tich"), of records of this kind; empty kind: of any. Empty
/// when nothing, or no field, is meant by all of the words.
std::string fieldNamed(std::string_view name, std::string_view kind);

} // namespace terroir::tables
