import Glibc

// Deeply nested programs need a deep stack in the phases that recurse; memory is only used as far as it is reached.
BigStack.run(bytes: 512 << 20) {
  let status = CommandLineTool.run(Array(CommandLine.arguments.dropFirst()))
  // Nothing is torn down piece by piece: the process ends here.
  fflush(stdout)
  _exit(status)
}
