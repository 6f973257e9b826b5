# offer.fish COMPLETION LINE: what fish offers at the end of a line.
source $argv[1]
complete -C $argv[2] | string replace -r '\t.*' ''
exit 0
