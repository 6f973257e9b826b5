#pragma once

#include "core/extract/proposal.hpp"

#include <vector>

namespace terroir::extract {

/// Marks what is said again, so that nothing is counted twice: the same number of the same thing,
/// and names that are the parts of a whole. A model or trial that is only named is left out where
/// a longer name of it stands beside: "lúa chất lượng cao", "lúa chất lượng cao A1".
void findRepeats(std::vector<Proposal>& proposals);

} // namespace terroir::extract
