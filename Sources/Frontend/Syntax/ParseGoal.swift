/// The production of ECMA-262 that a file is parsed by (16.1 Scripts, 16.2 Modules); code is strict under both.
public enum ParseGoal: Sendable {
  /// `await` is a name outside async functions; there are neither imports nor exports, and functions may be redeclared.
  case script
  case module
  /// A CommonJS file of Node: the body of a function, whose declarations are those of the file.
  case commonJS
}
