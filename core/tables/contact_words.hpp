#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace terroir::tables {

/// A holder's cell without its telephone, e-mail and who speaks for it, and without the word
/// "Địa chỉ": "HTX A - thôn B, xã C" of "HTX A - thôn B, xã C, ĐT 0912 345 678", "HTX D" of "HTX D
/// (đại diện: ông E)". Other cells as they are.
std::string withoutContacts(std::string_view cell);

/// "Viện A" and "TS. Nguyễn Văn B" of a cell below "Tổ chức chủ trì; chủ nhiệm": what stands before
/// and behind the first semicolon or line end. The second is empty where there is none.
std::pair<std::string, std::string> holderAndLeader(std::string_view cell);

} // namespace terroir::tables
