extension PIRFunction {
  /// By value: the block that defines it, as a parameter or by an instruction; nil for the function's parameters.
  func definingBlocks() -> [BlockID?] {
    var result = [BlockID?](repeating: nil, count: values.count)
    for block in blockIDs {
      for parameter in self[block].parameters { result[Int(parameter.raw)] = block }
      for id in self[block].instructions where self[id].result.exists { result[Int(self[id].result.raw)] = block }
    }
    return result
  }
}
