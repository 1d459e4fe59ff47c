# Completion of commands, options, State names and ids for PowerShell 5 and later.
# To install, add this line to the file that $PROFILE names:
#     icc completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName icc, icc.exe -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $length = $cursorPosition - $commandAst.Extent.StartOffset
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
        $env:_ICC_COMPLETE = 'powershell'
        $env:_ICC_LINE = $commandAst.ToString().PadRight($length).Substring(0, $length)
        # Without a word to offer PowerShell completes file names by itself, so that 'file' and 'dir' need nothing.
        $kind, $found = & $commandAst.GetCommandName() 2>$null
    } finally {
        Remove-Item Env:_ICC_COMPLETE, Env:_ICC_LINE -ErrorAction SilentlyContinue
        [Console]::OutputEncoding = $encoding
    }
    foreach ($line in $found) {
        $value, $about = $line -split "`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
    }
}
