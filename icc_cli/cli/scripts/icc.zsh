#compdef icc
# Completion of commands, options, State names and ids for zsh.
# To install, add this line to ~/.zshrc, below compinit:
#     eval "$(icc completion zsh)"

_icc() {
    local -a lines plain described
    local line
    lines=("${(@f)$(_ICC_COMPLETE=zsh _ICC_LINE="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" \
        ${(Q)words[1]/#\~\//$HOME/} 2>/dev/null)}")
    case $lines[1] in
        file) _files; return ;;
        dir) _files -/; return ;;
    esac
    for line in "${(@)lines[2,-1]}"; do
        if [[ $line == *$'\t'* ]]; then
            # _describe cuts at a colon
            described+=("${${${line%%$'\t'*}//\\/\\\\}//:/\\:}:${line#*$'\t'}")
        elif [[ -n $line ]]; then
            plain+=("$line")
        fi
    done
    # -U: what was typed may be written otherwise than what it means (cote, Côte)
    (( $#described )) && _describe -V icc described -U
    (( $#plain )) && compadd -U -V icc -a plain
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _icc "$@"
else
    compdef _icc icc
fi
