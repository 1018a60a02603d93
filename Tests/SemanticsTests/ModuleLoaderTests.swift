import Syntax
import Testing

@testable import Semantics

/// Finding, reading and ordering modules.
@Suite struct ModuleLoaderTests {
  @Test func resolvesEachSpelling() {
    let analysis = Analysis([
      "main.ts": "import './a'; import './b.ts'; import './c.js'; import './d'; import './e.mjs';",
      "a.ts": "", "b.ts": "", "c.ts": "", "d/index.ts": "", "e.mjs": "",
    ])
    #expect(analysis.codes == [])
    #expect(analysis.order == ["a.ts", "b.ts", "c.ts", "d/index.ts", "e.mjs", "main.ts"])
  }

  @Test func ordersDepthFirstAndAllowsCycles() {
    let analysis = Analysis([
      "main.ts": "import './a'; import './b';", "a.ts": "import './c';", "b.ts": "import './a';", "c.ts": "import './b';",
    ])
    #expect(analysis.order == ["b.ts", "c.ts", "a.ts", "main.ts"])
  }

  @Test func typeImportsDoNotEvaluate() {
    let analysis = Analysis([
      "main.ts": "import type { T } from './types'; let x: T;", "types.ts": "export interface T { a: number }",
    ])
    #expect(analysis.codes == [])
    #expect(analysis.order == ["main.ts"])
  }

  @Test func packages() {
    let analysis = Analysis([
      "main.ts": "import 'plain'; import 'mapped/feature'; import '@scope/name';",
      "node_modules/plain/package.json": "{\"main\": \"lib/start.js\"}", "node_modules/plain/lib/start.js": "",
      "node_modules/mapped/package.json": "{\"exports\": {\"./*\": {\"types\": \"./x.d.ts\", \"import\": \"./src/*.js\"}}}",
      "node_modules/mapped/src/feature.js": "", "node_modules/@scope/name/index.js": "",
    ])
    #expect(analysis.codes == [])
    #expect(analysis.order.count == 4)
  }

  @Test func missingModules() {
    #expect(Analysis("import './nowhere';").listing == "main.ts(1,8): error TS2307: Cannot find module 'nowhere' imported from main.ts.\n")
    #expect(Analysis("import 'node:tls';").codes == ["PG2002"])
    #expect(Analysis("import 'polyglot:runtime';").codes == ["PG2003"])
    #expect(Analysis(["other.ts": ""]).codes == ["PG1002"])
  }

  @Test func json() {
    let good = Analysis(["main.ts": "import data from './d.json'; data;", "d.json": "{\"a\": [1]}"])
    #expect(good.codes == [])
    let bad = Analysis(["main.ts": "import data from './d.json'; data;", "d.json": "{\"a\": [1,]}"])
    #expect(bad.codes == ["PG1005"])
  }

  @Test func preludeIsLoadedWhenMentioned() {
    let files = [
      "main.ts": "[1].map(String);", "lib/prelude/map.ts": "'join'; export function map() {}",
      "lib/prelude/join.ts": "export function join() {}", "lib/prelude/sort.ts": "export function sort() {}",
    ]
    let analysis = Analysis(files, prelude: [("join.ts", ["join"]), ("map.ts", ["map"]), ("sort.ts", ["sort"])])
    #expect(analysis.order == ["lib/prelude/join.ts", "lib/prelude/map.ts", "main.ts"])
  }

  // MARK: CommonJS

  /// The format of each file by its path.
  private func formats(_ analysis: Analysis) -> [String: ParseGoal] {
    Dictionary(uniqueKeysWithValues: analysis.graph!.modules.map { ($0.file.path, $0.tree.goal) })
  }

  @Test func formatsByExtensionPackageAndSyntax() {
    let analysis = Analysis([
      "main.ts": "import './a.cjs'; import './b.js'; import './c.js'; import './d.js'; import './typed/e.js'; import './f.js';",
      "a.cjs": "", "b.js": "exports.x = 1", "c.js": "let plain = 1", "d.js": "export default 'require'",
      "typed/package.json": "{\"type\": \"module\"}", "typed/e.js": "const name = 'exports'; console.log(name)",
      "f.js": "return",
    ])
    #expect(analysis.codes == [])
    #expect(
      formats(analysis) == [
        "main.ts": .module, "a.cjs": .commonJS, "b.js": .commonJS, "c.js": .module, "d.js": .module,
        "typed/e.js": .module, "f.js": .commonJS,
      ])
  }

  @Test func requireFindsFilesFoldersAndPackages() {
    let analysis = Analysis([
      "main.ts": """
        require('./a'); require('./b'); require('./c'); require('./d.json'); require('plain'); require('mapped');
        require('./nowhere'); require('./e.cjs');
        """,
      "a.js": "", "b/index.js": "", "c/package.json": "{\"main\": \"./start\"}", "c/start.js": "", "d.json": "{}", "e.cts": "",
      "node_modules/plain/package.json": "{\"module\": \"m.js\", \"main\": \"lib\"}", "node_modules/plain/lib/index.js": "",
      "node_modules/mapped/package.json": "{\"exports\": {\"import\": \"./m.js\", \"require\": \"./c.cjs\"}}",
      "node_modules/mapped/c.cjs": "",
    ])
    #expect(analysis.codes == [])
    let graph = analysis.graph!
    #expect(
      graph[graph.entry].requires.map { graph[$0].file.path } == [
        "a.js", "b/index.js", "c/start.js", "d.json", "node_modules/plain/lib/index.js", "node_modules/mapped/c.cjs", "e.cts",
      ])
    #expect(analysis.order == ["main.ts"])
    #expect(graph.evaluatedOnDemand.count == 7)
    #expect(graph.dynamicOnly.isEmpty)
  }

  @Test func computedRequiresTakeWhatTheyMayMean() {
    let analysis = Analysis([
      "main.ts": "declare let n: string; require('./parts/x-' + n); require(`./more/${n}.cjs`);",
      "parts/x-1.js": "", "parts/y.js": "", "parts/x-2.json": "{}", "more/a.cjs": "", "more/b.js": "",
    ])
    #expect(analysis.codes == [])
    let graph = analysis.graph!
    #expect(
      graph[graph.entry].requirable.keys.sorted() == [
        "./more/a.cjs", "./parts/x-1", "./parts/x-1.js", "./parts/x-2", "./parts/x-2.json",
      ])
  }

  @Test func importsOfCommonJSByName() {
    let exported = "exports.a = 1; module.exports.b = 2; (0, exports['c'] = 3);"
    let files = [
      "a.cjs": exported, "b.cjs": "module.exports = { d, 'e-f': d, g: 1, h: d }; var d;",
      "c.cjs": "module.exports = require('./a.cjs');",
    ]
    let good = Analysis(files.merging([
      "main.ts": """
        import all, { a, b, c } from './a.cjs'; import { d, 'e-f' as ef } from './b.cjs'; import { a as again } from './c.cjs';
        console.log(all, a, b, c, d, ef, again);
        """
    ]) { $1 })
    #expect(good.codes == [])
    #expect(Analysis(files.merging(["main.ts": "import { h } from './b.cjs'; h;"]) { $1 }).codes == ["TS2305"])
  }
}
