import PIR

extension Pass {
  /// Notes what the built-in functions that the program mentions return.
  public static func describeBuiltins(_ manifest: BuiltinManifest) -> Pass {
    Pass(name: "describe-builtins", purpose: "note the result types of the built-in functions that are mentioned") { module in
      var facts = BuiltinFacts()
      for name in module.mentionedNames {
        for member in manifest.members(named: module.interner.string(name)) {
          guard let type = BuiltinManifest.resultType(member.fastForms) else { continue }
          if member.object == "String.prototype" { facts.stringMethods[name] = type }
          if module.patchedBuiltins.contains(member.object) { continue }
          facts.statics[member.object, default: [:]][name] = type
          if case .method(.native(let symbol), _) = member.kind { facts.natives[module.interner.intern(symbol)] = type }
        }
      }
      for object in manifest.objects {
        if let type = BuiltinManifest.resultType(object.fastForms) { facts.calls[object.name] = type }
      }
      module.builtinFacts = facts
    }
  }
}

extension BuiltinManifest {
  /// The type that a function with these fast forms always returns.
  ///
  /// Forms that agree on an unboxed result say what the function returns for any arguments; a function whose result
  /// depends on them has a boxed form.
  static func resultType(_ forms: [FastForm]) -> TypeSet? {
    guard let result = forms.first?.result, forms.allSatisfy({ $0.result == result }) else { return nil }
    return result == .boxed || result == .void ? nil : TypeSet(result)
  }
}
