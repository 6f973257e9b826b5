#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace terroir::store {

class ChangeBytes;
class Database;

/// What an edit did to the rows of a database: which it added, took out and changed, with the old
/// and the new values. A value; copies and inverted ones share the bytes. Large ones lie in a
/// temporary file, which goes with the last of them. Good for the rest of the program's run, for
/// any connection to the same file.
class Changes {
public:
    Changes() = default; ///< no changes

    bool empty() const { return size() == 0; }
    std::uint64_t size() const; ///< in bytes, about that of the values
    /// What takes the edit back. Costs nothing.
    Changes inverted() const;

    /// For a later run of the program, not inverted.
    std::string bytes() const;
    static Changes ofBytes(std::string_view bytes);

private:
    friend class ChangeRecorder;
    friend void applyChanges(Database& database, const Changes& changes,
                             const std::function<void()>& beforeCommit);

    std::shared_ptr<const ChangeBytes> m_bytes;
    bool m_isInverted = false;
};

/// Makes the changes in a transaction of its own: undoes an edit with inverted ones, redoes it with
/// the original ones. All or nothing: where a row is not as the edit left it (or, for redoing,
/// found it), or another row came to depend on one that would go, a StoreError names it, and
/// nothing was changed. What triggers did is among the changes; they do not run again. Takes about
/// as long as the edit took to write.
/// `beforeCommit` belongs to the same transaction.
void applyChanges(Database& database, const Changes& changes,
                  const std::function<void()>& beforeCommit = {});

} // namespace terroir::store
