# offer.zsh COMPLETION LINE: what zsh offers at the end of a line, with its own two builtins played.
setopt extended_glob
compadd() {
    [[ $1 == -- ]] && shift
    print -rl -- ${(M)@:#$PREFIX*}
}
_files() { print -rl -- ${PREFIX}*(N) }
words=(${(z)2})
[[ $2 == *' ' ]] && words+=("")
CURRENT=$#words
PREFIX=$words[CURRENT]
source $1
