import Semantics

/// What is compiled: an entry file and what a project says about it.
struct Project {
  /// The entry's path as diagnostics show it.
  var entry: String
  /// What the output is called unless the user says otherwise.
  var name: String
  /// `baseUrl` and `paths` of the nearest `tsconfig.json`.
  var mapping: PathMapping?
}
