import Glibc
import Syntax

// Feeds mutated programs to the front end and checks what must hold of any input: it neither crashes nor hangs, and its
// tree is well formed. A crash leaves the input behind in the file named by `--last`, so that it can be replayed.

var options = FuzzerOptions(CommandLine.arguments)
let status = runOnLargeStack { fuzz(options) }
exit(status)
