/// A small generator of random numbers (SplitMix64), so that a seed gives the same inputs everywhere.
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number below `limit`.
  mutating func below(_ limit: Int) -> Int { limit <= 1 ? 0 : Int(next() % UInt64(limit)) }
}

/// Makes new inputs of old ones.
struct Mutator {
  private var random: Random
  private let corpus: [[UInt8]]

  /// Pieces that decide how the grammar reads what surrounds them.
  private static let pieces: [[UInt8]] = [
    "(", ")", "[", "]", "{", "}", "<", ">", "=>", "...", "?.", "??", "?", ":", ";", ",", ".", "=", "`", "${", "'", "\"",
    "/", "/*", "*/", "//", "\\", "\\u{", "\\u0061", "#", "@", "!", "**", "&&=", ">>>=", "\n", "\r\n", "\u{2028}",
    "\u{FEFF}",
    "0x", "1n", "1_", ".5", "1e", "async ", "await ", "yield ", "function ", "class ", "extends ", "static ", "get ",
    "set ", "let ", "const ", "var ", "using ", "of ", "in ", "instanceof ", "new ", "super", "this", "import ",
    "export ", "default ", "from ", "as ", "satisfies ", "type ", "interface ", "enum ", "namespace ", "declare ",
    "abstract ", "infer ", "keyof ", "typeof ", "is ", "asserts ", "readonly ", "if (", "else ", "for (", "while (",
    "do ", "switch (", "case ", "return ", "break ", "continue ", "throw ", "try {", "catch ", "finally ", "with (",
    "delete ", "void ", "null", "true", "a", "=> {", "<T>(", "<T,>(", "(a: ", "({ a }) ", "[a = 1] = ", "<<<<<<< ",
    "=======\n",
    ">>>>>>> ", "\u{0}", "é", "😀",
  ].map { Array($0.utf8) }

  init(seed: UInt64, corpus: [[UInt8]]) {
    random = Random(seed: seed)
    self.corpus = corpus
  }

  /// The next input: a program of the corpus with a few mutations.
  mutating func next() -> [UInt8] {
    var text = corpus[random.below(corpus.count)]
    // Most inputs are short pieces of programs, where mutations meet each other.
    if text.count > 200 && random.below(4) != 0 {
      let start = random.below(text.count)
      text = Array(text[start..<min(text.count, start + 20 + random.below(400))])
    }
    for _ in 0...random.below(6) { mutate(&text) }
    if text.count > 60_000 { text.removeLast(text.count - 60_000) }
    return text
  }

  private mutating func mutate(_ text: inout [UInt8]) {
    let place = random.below(text.count + 1)
    switch random.below(10) {
    case 0, 1, 2: text.insert(contentsOf: Self.pieces[random.below(Self.pieces.count)], at: place)
    case 3, 4:
      let end = min(text.count, place + 1 + random.below(12))
      text.replaceSubrange(place..<end, with: Self.pieces[random.below(Self.pieces.count)])
    case 5: text.removeSubrange(place..<min(text.count, place + 1 + random.below(30)))
    case 6:
      let other = corpus[random.below(corpus.count)]
      let start = random.below(other.count)
      text.insert(contentsOf: other[start..<min(other.count, start + 1 + random.below(80))], at: place)
    case 7:
      // Repetition finds nesting and quadratic behaviour.
      let end = min(text.count, place + 1 + random.below(10))
      let piece = random.below(2) == 0 ? Self.pieces[random.below(Self.pieces.count)] : Array(text[place..<end])
      let limit = random.below(8) == 0 ? 5000 : 60
      var copies: [UInt8] = []
      for _ in 0...random.below(limit) { copies.append(contentsOf: piece) }
      text.insert(contentsOf: copies, at: place)
    case 8:
      if place < text.count { text[place] = UInt8(truncatingIfNeeded: random.next()) }
    default:
      let end = min(text.count, place + 1 + random.below(60))
      let moved = Array(text[place..<end])
      text.removeSubrange(place..<end)
      text.insert(contentsOf: moved, at: random.below(text.count + 1))
    }
  }
}
