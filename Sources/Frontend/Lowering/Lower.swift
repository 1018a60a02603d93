import Builtins
import PIR
import Semantics
import Syntax

/// Lowers the program to PIR (ECMA-262 strict semantics, variables in slots); findings go to `diagnostics`.
public func lower(
  _ program: BoundProgram, builtins: BuiltinManifest, diagnostics: DiagnosticSink
) -> PIRModule {
  let lowering = ProgramLowering(program, BuiltinAccess(builtins), diagnostics)
  lowering.run()
  return lowering.module
}
