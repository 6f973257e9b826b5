# Puts together terroir_qgis/ with the library and its share/terroir, and packs it.
file(REMOVE_RECURSE ${FOLDER})
file(COPY ${PACKAGE}/ DESTINATION ${FOLDER}/terroir_qgis PATTERN __pycache__ EXCLUDE)
file(COPY ${SOURCE}/LICENSE DESTINATION ${FOLDER}/terroir_qgis)
file(COPY ${SOURCE}/data ${SOURCE}/styles DESTINATION ${FOLDER}/terroir_qgis/share/terroir
    FILES_MATCHING PATTERN "*.csv" PATTERN "*.json" PATTERN "README.md" PATTERN pictures EXCLUDE)
file(COPY ${LIBRARY} DESTINATION ${FOLDER}/terroir_qgis)
get_filename_component(name ${LIBRARY} NAME)
execute_process(COMMAND ${STRIP} --strip-unneeded ${FOLDER}/terroir_qgis/${name}
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -E tar cf ${ZIP} --format=zip terroir_qgis
    WORKING_DIRECTORY ${FOLDER} COMMAND_ERROR_IS_FATAL ANY)
message(STATUS "${ZIP}")
