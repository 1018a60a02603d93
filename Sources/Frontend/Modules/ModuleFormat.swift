import Syntax

/// As what Node runs a file (https://nodejs.org/api/packages.html#determining-module-system).
enum ModuleFormat {
  case module
  case commonJS
  /// What the text of the file says decides: import, export, import.meta and a top-level await make it a module.
  case bySyntax
}

extension ModuleResolver {
  /// The format of the file at `path`: by its extension, or by the nearest `package.json`.
  func format(of path: String) -> ModuleFormat {
    if path.hasSuffix(".mjs") || path.hasSuffix(".mts") { return .module }
    if path.hasSuffix(".cjs") || path.hasSuffix(".cts") { return .commonJS }
    var folder = Path.directory(files.realPath(path))
    while true {
      if let package = readPackage(folder) { return package["type"]?.text == "module" ? .module : .bySyntax }
      let parent = Path.directory(folder)
      if parent == folder || Path.name(folder) == "node_modules" { return .bySyntax }
      folder = parent
    }
  }
}

extension SyntaxTree {
  /// Whether the file is a module by its own syntax.
  var hasModuleSyntax: Bool { flags(root).contains(.module) || awaitsAtTopLevel }

  /// Whether the file uses what only CommonJS gives it: one of `names`, or a `this` that belongs to no function.
  func usesCommonJS(_ names: [Name]) -> Bool {
    var hasThis = false
    for node in nodes {
      if node.kind == .identifier, names.contains(Name(node.a)) { return true }
      if node.kind == .thisExpression { hasThis = true }
    }
    return hasThis && usesThisAtTopLevel
  }
}
