#pragma once

#include "core/base/language.hpp"
#include "core/search/things.hpp"
#include "core/search/words.hpp"

namespace terroir::search {

/// Fills in what a hit shows: text, detail and matched, from its kind, unit and source.
/// `name`: which of the thing's names was typed.
void addTexts(Hit& hit, const Thing& thing, NameId name, const Things& things, const Typed& typed,
              const gazetteer::Gazetteer& gazetteer, Date asOf, Language language);

} // namespace terroir::search
