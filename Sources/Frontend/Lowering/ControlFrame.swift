import PIR
import Syntax

/// Something around the current statement that leaving it by `break`, `continue` or `return` must know.
enum ControlFrame {
  /// Where `break` goes: plain ones unless only labels name it.
  case breakTarget(labels: [Name], isPlain: Bool, block: BlockID)
  case continueTarget(labels: [Name], block: BlockID)
  /// An iteration that must be closed on the way out.
  case iterator(record: SlotID, handler: BlockID?)
  /// An array pattern whose iterator must be closed unless it is exhausted: a `yield` in it can return.
  case pattern(record: SlotID, isDone: SlotID, handler: BlockID?)
  /// A `for await` whose iterator must be closed.
  case asyncIterator(record: SlotID, handler: BlockID?)
  case finally(FinallyFrame)
}

/// Where a jump out of a `try` wants to go in the end.
enum Exit: Hashable {
  /// To the target of the frame at an index.
  case jump(frame: Int)
  case `return`
}

/// A `finally` block under construction: every way into it leaves a completion kind and a value behind, and after it a
/// dispatch goes on from there.
final class FinallyFrame {
  /// 0: normal, 1: exception in `value`, from 2 on: `exits`.
  let kind: SlotID
  let value: SlotID
  let entry: BlockID
  /// The handler around the whole statement.
  let handler: BlockID?
  var exits: [Exit] = []

  init(kind: SlotID, value: SlotID, entry: BlockID, handler: BlockID?) {
    self.kind = kind
    self.value = value
    self.entry = entry
    self.handler = handler
  }

  /// The completion kind of an exit.
  func register(_ exit: Exit) -> Int {
    if let known = exits.firstIndex(of: exit) { return known + 2 }
    exits.append(exit)
    return exits.count + 1
  }
}
