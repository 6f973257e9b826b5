#include "core/session/contents.hpp"

namespace terroir::session {

ContentsPtr contentsOf(Session& session) {
    Contents contents;
    contents.file = session.workspace().file();
    contents.gazetteer = session.sharedGazetteer();
    contents.records = session.sharedRecords();
    contents.sources = session.sharedSources();
    contents.boundaries = boundaries::inventory(session.workspace());
    return std::make_shared<const Contents>(std::move(contents));
}

} // namespace terroir::session
