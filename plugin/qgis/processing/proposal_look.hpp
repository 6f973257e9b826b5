#pragma once

class QgsVectorLayer;

namespace terroir::qgis {

/// Gives a layer of proposals its look: a colour for each kind, pale where it was refused, labels
/// of what is stated, the words of the report in the map tip, and a form in which a person decides
/// and changes what is wrong; what a program made of the text cannot be written.
void lookLikeProposals(QgsVectorLayer& layer);

} // namespace terroir::qgis
