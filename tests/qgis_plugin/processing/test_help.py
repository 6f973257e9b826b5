"""The help of the algorithms is whole in both languages, and they fit the toolbox."""
from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition

from algorithms import Case, main, registry, speak

OURS = ("aggregatepoints", "applyreview", "applytheme", "check", "classify", "convert",
        "createworkspace", "extract", "geocode", "importboundaries", "importrecords", "joinrecords", "page", "places",
        "savetheme", "units")


def texts(name):
    """Everything that a person reads of an algorithm, by what it is about."""
    algorithm = registry.createAlgorithmById("terroir:" + name)
    said = {"name": algorithm.displayName(), "group": algorithm.group(),
            "help": algorithm.shortHelpString()}
    for parameter in algorithm.parameterDefinitions():
        said[parameter.name()] = parameter.description()
        said[parameter.name() + " help"] = parameter.help()
    for output in algorithm.outputDefinitions():
        said[output.name() + " output"] = output.description()
    return said


class Help(Case):
    def tearDown(self):
        speak("en")

    def test_every_parameter_and_output_is_described_in_both_languages(self):
        for name in OURS:
            speak("vi")
            vietnamese = texts(name)
            speak("en")
            english = texts(name)
            self.assertEqual(vietnamese.keys(), english.keys())
            for about in english:
                self.assertTrue(english[about].strip(), f"{name}: {about}")
                self.assertNotEqual(vietnamese[about], english[about], f"{name}: {about}")

    def test_the_help_names_all_parameters_and_an_example_that_fits(self):
        for name in OURS:
            algorithm = registry.createAlgorithmById("terroir:" + name)
            help = algorithm.shortHelpString()
            example = help[help.index("<code>"):]
            self.assertIn("qgis_process run terroir:" + name, example)
            known = {parameter.name() for parameter in algorithm.parameterDefinitions()}
            for word in example.split(" -- ")[1].replace("</code>", "").split():
                if "=" in word:
                    self.assertIn(word.split("=")[0], known)
            for parameter in algorithm.parameterDefinitions():
                self.assertIn(parameter.help(), help)

    def test_they_can_be_cancelled_run_in_batch_and_be_put_into_models(self):
        for name in OURS:
            algorithm = registry.createAlgorithmById("terroir:" + name)
            self.assertTrue(algorithm.flags() & QgsProcessingAlgorithm.FlagSupportsBatch)
            self.assertTrue(algorithm.flags() & QgsProcessingAlgorithm.FlagCanCancel)
            self.assertFalse(algorithm.flags() & QgsProcessingAlgorithm.FlagHideFromModeler)
            self.assertTrue(algorithm.outputDefinitions())
            self.assertTrue(algorithm.groupId() and algorithm.tags())

    def test_choices_have_stable_values_in_every_language(self):
        def choices(name):
            algorithm = registry.createAlgorithmById("terroir:" + name)
            return {parameter.name(): parameter.toVariantMap()["options"]
                    for parameter in algorithm.parameterDefinitions()
                    if parameter.type() in ("enum", "terroir_choice")}
        for name in OURS:
            english = choices(name)
            speak("vi")
            self.assertEqual(choices(name), english)
            speak("en")
        self.assertEqual(choices("joinrecords")["LEVEL"], ["province", "district", "commune"])

    def test_what_is_seldom_needed_is_folded_away(self):
        algorithm = registry.createAlgorithmById("terroir:joinrecords")
        advanced = {parameter.name() for parameter in algorithm.parameterDefinitions()
                    if parameter.flags() & QgsProcessingParameterDefinition.FlagAdvanced}
        self.assertEqual(advanced, {"TABLE", "COLUMNS", "TERRITORY", "SOURCE_DATE"})


if __name__ == "__main__":
    main()
