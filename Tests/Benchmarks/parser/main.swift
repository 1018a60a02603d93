import Glibc
import Syntax

// Measures the lexer and parser on one core:
//
//   swift run -c release parser-benchmark                    on generated TypeScript
//   swift run -c release parser-benchmark FILE               on a file
//   swift run -c release parser-benchmark --write FILE       writes the generated text

var arguments = CommandLine.arguments.dropFirst()
var text = Array(generateProgram(lines: 200_000).utf8)
var name = "generated.ts"
if arguments.first == "--write" {
  guard arguments.count == 2, let file = fopen(arguments.last!, "w") else {
    fputs("parser-benchmark: --write needs a file that can be written\n", stderr)
    exit(2)
  }
  text.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
  fclose(file)
  exit(0)
} else if let path = arguments.first {
  let sink = DiagnosticSink()
  guard let file = SourceLoader.load(path: path, id: FileID(0), diagnostics: sink) else {
    fputs(DiagnosticRenderer(style: .plain) { _ in nil }.render(sink.diagnostics), stderr)
    exit(2)
  }
  text = file.text
  name = path
}

let file = SourceFile(id: FileID(0), path: name, text: text)
let lines = file.lineStarts.count
var best = Double.infinity
var nodes = 0
for _ in 0..<7 {
  let sink = DiagnosticSink()
  var start = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
  let tree = parse(file, interner: Interner(), diagnostics: sink)
  var end = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
  best = min(best, Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9)
  nodes = tree.nodes.count
  if sink.hasErrors {
    fputs(DiagnosticRenderer(style: .plain) { _ in file }.render(sink.diagnostics), stderr)
    exit(1)
  }
}
print("\(name): \(lines) lines, \(text.count) bytes (\(text.count / lines) a line), \(nodes) nodes")
print(
  "best of 7: \(Int(best * 1e6)) µs, \(Int(Double(lines) / best)) lines/s, \(Int(Double(text.count) / best / 1e6)) MB/s"
)
