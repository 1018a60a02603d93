extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a condition that all elements behind it satisfy too; `endIndex` if none does.
  @inlinable public func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
