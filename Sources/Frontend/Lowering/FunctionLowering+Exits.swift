import PIR
import Syntax

/// Leaving statements early: `break`, `continue`, `return`, through iterations and `finally` blocks.
extension FunctionLowering {
  func lowerBreak(_ label: Name) {
    for index in frames.indices.reversed() {
      if case .breakTarget(let labels, let isPlain, _) = frames[index],
        label == .empty ? isPlain : labels.contains(label)
      {
        return leave(.jump(frame: index), value: nil)
      }
    }
    builder.emit(.unreachable)
  }

  func lowerContinue(_ label: Name) {
    for index in frames.indices.reversed() {
      if case .continueTarget(let labels, _) = frames[index], label == .empty || labels.contains(label) {
        return leave(.jump(frame: index), value: nil)
      }
    }
    builder.emit(.unreachable)
  }

  /// Goes to the exit's target, closing iterations and running `finally` blocks on the way.
  func leave(_ exit: Exit, value: ValueID?) {
    let saved = builder.handler
    defer { builder.handler = saved }
    let target: Int
    switch exit {
    case .jump(let frame): target = frame
    case .return: target = -1
    }
    for index in frames.indices.reversed() {
      if index <= target { break }
      switch frames[index] {
      case .breakTarget, .continueTarget: continue
      case .iterator(let record, let handler):
        // What closing throws is not caught by the handler that closes on exceptions.
        builder.handler = handler
        let block = builder.newBlock()
        builder.jump(block)
        builder.move(to: block)
        emit(.iterClose, [load(record)])
      case .pattern(let record, let isDone, let handler):
        builder.handler = handler
        let block = builder.newBlock()
        builder.jump(block)
        builder.move(to: block)
        closePattern(record, isDone)
      case .asyncIterator(let record, let handler):
        builder.handler = handler
        let block = builder.newBlock()
        builder.jump(block)
        builder.move(to: block)
        closeAsync(record)
      case .finally(let frame):
        store(emit(.constI32, payload: .integer(Int64(frame.register(exit)))), frame.kind)
        if let value { store(box(value), frame.value) }
        builder.jump(frame.entry)
        return
      }
    }
    switch exit {
    case .jump(let index):
      switch frames[index] {
      case .breakTarget(_, _, let block), .continueTarget(_, let block): builder.jump(block)
      case .iterator, .pattern, .asyncIterator, .finally: preconditionFailure("not a target")
      }
    case .return: emitReturn(value ?? undefined())
    }
  }
}
