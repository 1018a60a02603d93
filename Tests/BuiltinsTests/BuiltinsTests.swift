import PIR
import Testing

@testable import Builtins

/// The manifest's text form, and the two passes that act on it.
@Suite struct BuiltinsTests {
  static let text = """
    # A comment, and rows of every kind.
    object globalThis
    object Math
    object String.prototype
    object Array
    object Array.prototype
    global Math object=Math
    global NaN number=NaN
    value Math.PI number=3.5 readonly   # not really
    method Math.floor length=1 native=rt_math_floor
      fast-op (f64) -> f64 f64.floor
    method Math.random length=0 native=rt_math_random
    method String.prototype.at length=1 native=rt_string_at
      fast (string, f64) -> boxed rt_string_at_number throws
    method Array.prototype.at length=1 native=rt_array_at
    method Array.prototype.map length=1 prelude=array.ts:map
    constructor Array length=1 call=rt_array_call construct=rt_array_construct
    method Array.prototype.@@iterator length=0 native=rt_array_values
    alias Array.prototype.values Array.prototype.@@iterator
    intrinsic clock () -> f64 rt_clock reads
    intrinsic-op isArray (boxed) -> i1 is:array
    """

  static func manifest() throws -> BuiltinManifest {
    var manifest = BuiltinManifest()
    try BuiltinManifestParser.parse(text, file: "test", into: &manifest)
    return manifest
  }

  @Test func rows() throws {
    let manifest = try Self.manifest()
    #expect(manifest.object("Array.prototype")?.index == 4)
    #expect(manifest.member("Array.prototype", "values")?.kind == manifest.member("Array.prototype", "@@iterator")?.kind)
    #expect(manifest.member("Math", "PI")?.isWritable == false)
    #expect(manifest.intrinsic("isArray")?.target == .opcode(.isType, .array))
    #expect(manifest.preludeFiles.map(\.file) == ["array.ts"])
    #expect(manifest.members(named: "at").count == 2)
  }

  @Test(arguments: [
    ("method Nothing.f length=0 native=x", "no object"), ("object", "needs a name"), ("global x", "no implementation"),
    ("intrinsic f (strange) -> f64 x", "no representation"), ("nonsense", "unknown row"),
  ]) func mistakes(_ line: String, _ expected: String) throws {
    var manifest = BuiltinManifest()
    #expect { try BuiltinManifestParser.parse("object A\n" + line, file: "m", into: &manifest) } throws: { error in
      let text = String(describing: error)
      return text.hasPrefix("m:2: ") && text.contains(expected)
    }
  }

  static func resolved(_ body: String, parameter: String = "boxed") throws -> String {
    let manifest = try manifest()
    var module = try PIRParser.parse(
      """
      builtin &Math 1
      entry @main
      func @main(arg0 %0: \(parameter)) -> boxed kind=normal escapes {
      b0:
      \(body)
      }
      """)
    var manager = PassManager([.resolveBuiltins(manifest), .simplify, .fillBuiltinTables(manifest)])
    manager.verify = true
    try manager.run(&module)
    return PIRPrinter.print(module)
  }

  @Test func fastOpcodeOnKnownNumber() throws {
    let text = try Self.resolved(
      """
        %1: boxed = builtin &Math
        %2: boxed = box %0
        %3: boxed = call.method %1, %2 "floor"
        return %3
      """, parameter: "f64")
    #expect(text.contains("f64.floor %0"))
    #expect(!text.contains("call"))
  }

  @Test func nativeCallOnUnknownArgument() throws {
    let text = try Self.resolved(
      """
        %1: boxed = builtin &Math
        %2: boxed = call.method %1, %0 "floor"
        return %2
      """)
    #expect(text.contains("call.native %1, %0 \"rt_math_floor\""))
    #expect(!text.contains("builtin &Math\n"))
  }

  @Test func receiverTests() throws {
    let text = try Self.resolved(
      """
        %1: f64 = const.f64 0.0
        %2: boxed = box %1
        %3: boxed = call.method %0, %2 "at"
        return %3
      """)
    #expect(text.contains("is %0 ?string"))
    #expect(text.contains("!rt_string_at_number"))
    #expect(text.contains("is %0 ?builtinArray"))
    #expect(text.contains("\"rt_array_at\""))
    #expect(text.contains("call.method %0"))
  }

  @Test func lengthOfString() throws {
    let text = try Self.resolved(
      """
        %1: boxed = box %0
        %2: boxed = prop.get %1 "length"
        return %2
      """, parameter: "string")
    #expect(text.contains("string.length %0"))
    #expect(!text.contains("prop.get"))
  }

  @Test func changedPrototypeStopsTests() throws {
    let text = try Self.resolved(
      """
        %1: boxed = builtin &Math
        %2: boxed = prop.get %1 "prototype"
        prop.set %2, %0 "at"
        %3: boxed = call.method %0, %0 "at"
        return %3
      """)
    #expect(!text.contains("?string"))
  }
}
