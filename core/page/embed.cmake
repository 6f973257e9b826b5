# Writes the page's own files into a source file, with the hashes by which a browser knows its script
# and its style (Content Security Policy, level 2).
# cmake -DOUTPUT=web_files.cpp -DFOLDER=web -P embed.cmake

# SHA-256 in base64: three hexadecimal digits are two characters.
function(hash_of text result)
    set(characters ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
    string(SHA256 digits "${text}")
    set(digits "${digits}00")
    set(base64 "")
    foreach(at RANGE 0 63 3)
        string(SUBSTRING "${digits}" ${at} 3 triple)
        math(EXPR high "0x${triple} / 64")
        math(EXPR low "0x${triple} % 64")
        foreach(place ${high} ${low})
            string(SUBSTRING ${characters} ${place} 1 character)
            string(APPEND base64 "${character}")
        endforeach()
    endforeach()
    string(SUBSTRING "${base64}" 0 43 base64)
    set(${result} "sha256-${base64}=" PARENT_SCOPE)
endfunction()

# A function of C++ and what it gives: a frame and style, then its scripts in order; files of FOLDER.
function(embed name frameFile styleFile)
    set(script "")
    foreach(file ${ARGN})
        file(READ "${FOLDER}/${file}" part)
        string(APPEND script "${part}\n")
    endforeach()
    file(READ "${FOLDER}/${styleFile}" style)
    file(READ "${FOLDER}/${frameFile}" frame)
    hash_of("${script}" scriptHash)
    hash_of("${style}" styleHash)
    # A string literal may have 64 kB in every compiler; these are far below.
    file(APPEND "${OUTPUT}" "
const WebFiles& ${name}() {
    static const WebFiles files{
        R\"~~~(${frame})~~~\",
        R\"~~~(${style})~~~\",
        R\"~~~(${script})~~~\",
        \"${styleHash}\",
        \"${scriptHash}\"};
    return files;
}
")
endfunction()

file(WRITE "${OUTPUT}" "// Made by core/page/embed.cmake from core/page/web.
#include \"core/page/web_files.hpp\"

namespace terroir::page {
")
embed(webFiles page.html page.css
    text.js outlines.js view.js drawing.js legend.js table.js search.js details.js page.js)
embed(reviewFiles review.html review.css
    text.js review_state.js review_text.js review_list.js review.js)
file(APPEND "${OUTPUT}" "
} // namespace terroir::page
")
