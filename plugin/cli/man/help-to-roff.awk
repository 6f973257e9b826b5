# A page of `terroir help COMMAND` as roff: with part=command the usage, summary, inputs, options and
# example; with part=everywhere the options that every command takes.

function escaped(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    return text
}

# A line of text; a dot or an apostrophe at its beginning would be a request.
function line(text) {
    print (text ~ /^[.']/ ? "\\\\&" : "") escaped(text)
}

# Option names bold, what stands for a value in italics.
function tag(left,    words, count, i, comma, result) {
    count = split(left, words, " ")
    for (i = 1; i <= count; i++) {
        comma = sub(/,$/, "", words[i]) ? "," : ""
        result = result (i > 1 ? " " : "") (words[i] ~ /^--?[A-Za-z]/ ? "\\fB" : "\\fI") \
            escaped(words[i]) "\\fR" comma
    }
    return result
}

function flush() {
    if (left != "") {
        print ".TP\n" tag(left)
        line(right)
    }
    left = right = ""
}

NR == 1 { summary = $0; next }

/^[^ ].*: terroir/ {
    sub(/^[^:]*: /, "")
    if (part == "command") {
        print ".SS " escaped($0)
        line(summary)
    }
    next
}

# A heading. -h stands among the options of all commands.
/^[^ ].*:$/ {
    flush()
    everywhere = /^(Options everywhere|Tùy chọn chung):$/
    example = /^(Example|Ví dụ):$/
    below = /^(Commands|Lệnh)/
    shown = part == "everywhere" ? everywhere : !everywhere && !below
    if (shown && example)
        print ".PP\n" escaped($0) "\n.PP"
    next
}

!shown { next }
/^$/ { flush(); next }
example { print ".RS 4\n.nf"; sub(/^ +/, ""); line($0); print ".fi\n.RE"; next }

/^  [^ ]/ {
    flush()
    left = substr($0, 3)
    if (match(left, /  +/)) {
        right = substr(left, RSTART + RLENGTH)
        left = substr(left, 1, RSTART - 1)
    }
    if (part == "command" && left == "-h, --help")
        left = right = ""
    next
}

{
    sub(/^ +/, "")
    right = right (right == "" ? "" : " ") $0
}

END { flush() }
