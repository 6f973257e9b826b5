# Completion of terroir for fish. Commands, options and names come from the program itself.

# The names under "Commands" of a help page.
function __terroir_names
    awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }'
end

# The second column of a list of `terroir info`: ids of sources, years.
function __terroir_info
    __terroir_page >/dev/null
    terroir $__terroir_workspace info 2>/dev/null | sed -n "s/^$argv[1],\([^,]*\),.*/\1/p" | grep -vx all
end

# The formats that the command writes.
function __terroir_formats
    __terroir_page >/dev/null
    terroir --lang en formats 2>/dev/null | awk -F, -v of="$__terroir_path[1]" '$3 == of { print $1 }'
end

# Names of units found by what is typed; none typed: the provinces.
function __terroir_units
    __terroir_page >/dev/null
    set -l typed (string unescape -- (commandline -ct) | string replace -r '^["\']' '')
    if test -z "$typed"
        terroir $__terroir_workspace -q units --names --level province 2>/dev/null
    else
        terroir $__terroir_workspace -q units --names --all-dates --limit 200 \
            (string replace -r ',.*' '' -- $typed) 2>/dev/null | sort -u
    end
end

# The help page of where the cursor is; kept while the words before it stay the same, with the path
# of commands that led to it.
function __terroir_page
    set -l words (commandline -opc)
    if test "$words" != "$__terroir_words"
        set -g __terroir_words $words
        set -g __terroir_path
        set -g __terroir_workspace
        set -g __terroir_lines (terroir --lang en help 2>/dev/null)
        set -l skip 0
        set -l last
        for word in $words[2..-1]
            if test $skip -eq 1
                set skip 0
                string match -q -- '-w*' $last; or test "$last" = --workspace
                and set -g __terroir_workspace -w $word
                continue
            end
            set last $word
            switch $word
                case -w --workspace --lang
                    set skip 1
                case help '-*'
                case '*'
                    contains -- $word (string join \n -- $__terroir_lines | __terroir_names)
                    or continue
                    set -a __terroir_path $word
                    set __terroir_lines (terroir --lang en help $__terroir_path 2>/dev/null)
            end
        end
    end
    string join \n -- $__terroir_lines
end

function __terroir_commands
    __terroir_page | __terroir_names
end

# "--option" lines of the page, with the rest of the line as what is shown beside them.
function __terroir_options
    __terroir_page >/dev/null
    terroir help $__terroir_path 2>/dev/null |
        sed -nE 's/^  (-., )?(--[a-z-]+)( [^ ]+)* *(  (.*))?$/\2\t\5/p' | sort -u
end

function __terroir_ids
    terroir $argv 2>/dev/null | sed -e 1d -e 's/,.*//'
end

# Whether the word before the cursor is an option that waits for its value.
function __terroir_waits
    set -l last (commandline -opc)[-1]
    string match -q -- '-*' $last
    and __terroir_page | string match -qr -- "^  (-., )?$last [A-Z]"
end

# Whether the command takes such an input (THEME, FILE) here.
function __terroir_takes
    not __terroir_waits; and not contains -- help $__terroir_words
    and __terroir_page | string match -qr "^Usage: terroir .*$argv[1]"
end

complete -c terroir -f
complete -c terroir -n 'not __terroir_waits' -a '(__terroir_commands)'
complete -c terroir -n 'string match -q -- "-*" (commandline -ct)' -a '(__terroir_options)'
complete -c terroir -n '__terroir_takes THEME' -a '(__terroir_ids themes)'
complete -c terroir -n '__terroir_takes KIND' -a '(__terroir_ids formats --kinds)'
complete -c terroir -n '__terroir_takes FILE' -F
complete -c terroir -s w -l workspace -rF
complete -c terroir -s o -l output -rF
complete -c terroir -l report -rF
complete -c terroir -l theme-file -rF
complete -c terroir -l data -xa '(__fish_complete_directories)'
complete -c terroir -l styles -xa '(__fish_complete_directories)'
complete -c terroir -l lang -xa 'vi en'
complete -c terroir -l level -xa 'province district commune tinh huyen xa'
complete -c terroir -l by -xa 'province district commune tinh huyen xa'
complete -c terroir -l within -xa '(__terroir_units)'
complete -c terroir -l profile -xa '(__terroir_units)'
complete -c terroir -l territory -xa '(__terroir_units)'
complete -c terroir -l source -xa '(__terroir_info sources)'
complete -c terroir -l years -xa '(__terroir_info years)'
complete -c terroir -l paper -xa 'A0 A1 A2 A3 A4 A5 A6'
complete -c terroir -l format -xa '(__terroir_formats)'
complete -c terroir -l as -xa '(__terroir_ids formats --kinds)'
complete -c terroir -l kind -xa '(__terroir_ids formats --kinds)'
complete -c terroir -l method -xa '(__terroir_ids methods)'
complete -c terroir -l per -xa '(__terroir_ids methods --per)'
complete -c terroir -l palette -xa '(__terroir_ids methods --palettes)'
complete -c terroir -l layout -ra '(__terroir_ids layouts)'
complete -c terroir -l logo -rF
complete -c terroir -l small-multiples -xa 'kinds provinces years'
complete -c terroir -l scaling -xa 'area flannery'
complete -c terroir -l draw-as -xa 'bars circles dots pictograms pie stacked-bars'
complete -c terroir -l painter -xa '(__terroir_ids plugins)'
