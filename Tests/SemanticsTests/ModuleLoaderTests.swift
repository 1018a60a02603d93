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
}
