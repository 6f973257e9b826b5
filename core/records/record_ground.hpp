#pragma once

#include "core/base/language.hpp"
#include "core/geometry/ground.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::records {

/// How the ground of a record came to be known, the surest first: measured in the field; a shape of
/// a layer; coordinates that somebody wrote; drawn or clicked on a map; about there.
enum class Accuracy { Surveyed, Layer, Coordinates, Drawn, Approximate };
std::string_view toString(Accuracy accuracy); ///< "surveyed", "layer", …
std::optional<Accuracy> parseAccuracy(std::string_view text);
/// "theo tọa độ" / "by coordinates": for people, behind a comma.
LocalText accuracyWords(Accuracy accuracy);
const std::vector<Accuracy>& accuracies();

/// Where a record itself lies: a farm, a stretch of a canal, a zone.
struct RecordGround {
    geometry::Ground shape;
    Accuracy accuracy = Accuracy::Coordinates;
    std::string source; ///< the file, table or person that says it; may be empty
};

/// "điểm 22,36000; 103,71000", "đường 1,4 km", "vùng 12,5 ha": what it is, how large or where. For
/// people.
LocalText groundWords(const geometry::Ground& shape);
/// "22.36, 103.71; coordinates", for the history of a record; codes stay codes.
std::string groundText(const RecordGround& ground);
/// Ellipsoidal, of its polygons; 0 for points and lines.
double groundHectares(const geometry::Ground& shape);
/// Ellipsoidal: of its lines, or of the borders of its polygons with those of their holes; 0 for
/// points.
double groundKilometres(const geometry::Ground& shape);

/// Whether any record has ground; false without the table, as in a workspace made before it.
bool hasGround(store::WorkspaceFile& workspace);
std::optional<RecordGround> loadGround(store::WorkspaceFile& workspace, const std::string& record);
/// Each record that has ground, by id, one at a time: 100,000 points take a tenth of a second and
/// no room. GeometryError for damaged bytes.
void walkGround(store::WorkspaceFile& workspace,
                const std::function<void(const std::string& record, RecordGround&& ground)>& take);

// Inside the caller's transaction, with WorkspaceFile::addRecordGround() before.

/// The record must be there at the end of the transaction. The ground must be sound (see
/// geometry::soundGround()) and takes the place of that which it has.
void insertGround(store::WorkspaceFile& workspace, const std::string& record,
                  const RecordGround& ground);
void removeGround(store::WorkspaceFile& workspace, const std::string& record);

} // namespace terroir::records
