# Completion of commands, options, State names and ids for fish.
# To install, run once:
#     icc completion fish > ~/.config/fish/completions/icc.fish

function __icc_complete
    set -l program (commandline -po)[1]
    set -l found (env _ICC_COMPLETE=fish _ICC_LINE=(commandline -cp | string collect) \
        (string replace -r '^~/' $HOME/ -- $program) 2>/dev/null)
    switch "$found[1]"
        case file
            __fish_complete_path (commandline -ct)
        case dir
            __fish_complete_directories (commandline -ct)
        case '*'
            printf '%s\n' $found[2..-1]
    end
end

complete --command icc --no-files --keep-order --arguments '(__icc_complete)'
