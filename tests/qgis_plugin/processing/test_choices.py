"""Lists to choose from show words in the language of QGIS; what is stored are ids."""
import os

# The widgets are there in QGIS's own window alone.
os.environ["TERROIR_QGIS_PLATFORM"] = "desktop"
from algorithms import Case, Run, main, path, registry, speak, terroir  # noqa: E402

from qgis.core import (QgsProcessingContext, QgsProcessingFeedback,  # noqa: E402
                       QgsProcessingModelAlgorithm, QgsProcessingModelChildAlgorithm,
                       QgsProcessingModelChildParameterSource)
from qgis.gui import QgsGui, QgsProcessingGui  # noqa: E402
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox  # noqa: E402

WORKSPACE = path("w.sqlite")
terroir("-q", "-w", WORKSPACE, "init")
wrappers = []  # what they show lives as long


def parameter(name):
    algorithm = registry.createAlgorithmById("terroir:joinrecords")
    wrappers.append(algorithm)
    return algorithm.parameterDefinition(name)


def wrapper(name, kind=QgsProcessingGui.Standard):
    made = QgsGui.processingGuiRegistry().createParameterWidgetWrapper(parameter(name), kind)
    context = QgsProcessingContext()
    widget = made.createWrappedWidget(context)
    wrappers.extend([made, widget, context])
    return made, widget, context


def units(**parameters):
    return Run("joinrecords", KIND="livestock", INDICATOR="farms", AS_OF="2022-12-31",
               WITHIN="tỉnh Lai Châu", WORKSPACE=WORKSPACE, OUTPUT="memory:",
               **parameters).results["TOTAL"]


class Choices(Case):
    def tearDown(self):
        speak("en")

    def test_a_dialog_shows_words_and_gives_ids(self):
        for language, shown in (("vi", ["Tỉnh", "Huyện", "Xã"]),
                                ("en", ["Provinces", "Districts", "Communes"])):
            speak(language)
            for kind in (QgsProcessingGui.Standard, QgsProcessingGui.Batch,
                         QgsProcessingGui.Modeler):
                made, widget, context = wrapper("LEVEL", kind)
                self.assertIsInstance(widget, QComboBox)
                self.assertEqual([widget.itemText(i) for i in range(widget.count())], shown)
                self.assertEqual(made.parameterValue(), "commune")
                for value in ("district", "huyện", "Districts", 1, "1"):
                    made.setParameterValue("commune", context)
                    made.setParameterValue(value, context)
                    self.assertEqual(made.parameterValue(), "district", value)

    def test_of_several_choices_the_boxes_have_words(self):
        speak("vi")
        made, widget, context = wrapper("STATE")
        self.assertIn("kế hoạch", [box.text() for box in widget.findChildren(QAbstractButton)])
        self.assertEqual(made.parameterValue(), ["done", "ongoing"])
        made.setParameterValue(["planned"], context)
        self.assertEqual(made.parameterValue(), ["planned"])

    def test_an_id_a_word_of_either_language_and_a_number_are_taken(self):
        expected = units(LEVEL="district", STATE=["done"], MEASURE="count")
        self.assertGreater(expected, 0)
        for level in ("huyện", "HUYỆN", "Districts", 1, "1"):
            self.assertEqual(units(LEVEL=level, STATE="đã làm", MEASURE="đếm bản ghi"), expected)
        self.assertEqual(units(LEVEL=1, STATE=[0], MEASURE=1), expected)

    def test_what_is_none_of_them_is_refused_with_the_list(self):
        for level in ("thôn", 3, -1):
            self.refused("province, district, commune", name="joinrecords", KIND="livestock",
                         INDICATOR="farms", LEVEL=level, WORKSPACE=WORKSPACE, OUTPUT="memory:")

    def test_a_saved_model_runs_in_either_language(self):
        model = QgsProcessingModelAlgorithm("sums", "terroir")
        child = QgsProcessingModelChildAlgorithm("terroir:joinrecords")
        child.setChildId("sum")
        for name, value in {"KIND": "livestock", "INDICATOR": "farms", "LEVEL": "district",
                            "AS_OF": "2022-12-31", "WITHIN": "tỉnh Lai Châu", "WORKSPACE": WORKSPACE,
                            "MEASURE": "sum"}.items():
            child.addParameterSources(
                name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
        model.addChildAlgorithm(child)
        model.toFile(path("sums.model3"))
        for language in ("vi", "en"):
            speak(language)
            read = QgsProcessingModelAlgorithm()
            self.assertTrue(read.fromFile(path("sums.model3")))
            results, done = read.run({}, QgsProcessingContext(), QgsProcessingFeedback())
            self.assertTrue(done)
            self.assertGreater(results["CHILD_RESULTS"]["sum"]["TOTAL"], 0)


if __name__ == "__main__":
    main()
