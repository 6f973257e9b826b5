#!/usr/bin/env bash
# man_pages.sh PROGRAM vi|en PAGE: the page names every command, every option and every input of the
# program's help, each under its own command.
source "$(dirname "$0")/common.sh"
program=$1 language=$2 page=$3

# One long line per paragraph, so that nothing is broken between lines.
formatted=$(MANWIDTH=1000 man --warnings=w -l "$page" 2>"$folder/warnings")
equal "Warnings about the page" "$(cat "$folder/warnings")" ""
formatted=$(sed 's/  */ /g' <<<"$formatted")

# part HEADING: what stands below a heading, up to the next of its kind.
part() {
    awk -v heading="$1" '/^ ?terroir .*(OPTIONS|TÙY-CHỌN)/ || /^[^ ]/ { on = 0 }
        { line = $0; sub(/^ /, "", line) } line == heading { on = 1 } on' <<<"$formatted"
}

# named WHERE TEXT HELP: each option and input of a help page is an entry of the text.
named() {
    local entry
    while IFS= read -r entry; do
        grep -qE -- "^ *([^ ]+, )?${entry}([ ,]|$)" <<<"$2" || fail "$page lacks $entry in $1."
    done < <(awk '/^  [^ ]/ && !/^  terroir/ && $0 !~ /-h, --help/ {
        print $1 ~ /^-.,$/ ? $2 : $1 }' <<<"$3")
}

everywhere="^(Options everywhere|Tùy chọn chung):"
named "its options" "$formatted" \
    "$("$program" --lang "$language" help | sed -nE "/$everywhere/,/^$/p")"
count=0
check_command() {
    local help
    help=$("$program" --lang "$language" help "$@")
    local usage
    usage=$(sed -nE 's/^[^:]*: (terroir .*)/\1/p' <<<"$help")
    local text
    text=$(part "$usage")
    [[ -n $text ]] || fail "$page has no section '$usage'."
    contains "The section '$usage'" "$text" "$(head -n 1 <<<"$help" | sed 's/  */ /g')"
    contains "The section '$usage'" "$text" "$(tail -n 1 <<<"$help" | sed 's/^ *//')"
    named "'$usage'" "$text" "$(sed -E "/$everywhere/,\$d; /^(Commands|Lệnh con):/,/^$/d" <<<"$help")"
    count=$((count + 1))
}
for command in $("$program" --lang en help | commands_of); do
    check_command "$command"
    for below in $("$program" --lang en help "$command" | commands_of); do
        check_command "$command" "$below"
    done
done
[[ $count -ge 20 ]] || fail "Only $count commands were found; has the help changed its form?"
