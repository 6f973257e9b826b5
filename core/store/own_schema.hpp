#pragma once

#include "core/store/database.hpp"

namespace terroir::store {

/// A workspace may come from somebody else, and what stands in its schema runs when it is read or
/// written. StoreError when one of our tables is a view or a virtual table, when there is a virtual
/// table that is not SpatiaLite's (it may read other files), or a trigger that touches our tables
/// and is neither ours nor SpatiaLite's. Views and tables that others have added are left alone.
void requireOwnSchema(Database& database);

} // namespace terroir::store
