import LLVM
import Syntax

/// The program's BigInt literals as constants with the layout of `rt_bigint`.
extension ModuleEmitter {
  /// The address of the BigInt with these decimal digits.
  func bigInt(_ digits: Name) -> IRValue {
    if let known = bigInts[digits] { return known }
    var limbs = Self.limbs(decimal: Array(program.interner.utf8(digits)))
    // The runtime computes in words of the machine's size.
    let limbsPerWord = machine.pointerBytes / 4
    while limbs.count % limbsPerWord != 0 { limbs.append(0) }
    // The reference in front has the operations linked, to which the runtime only refers weakly.
    let fields =
      [runtimeVariable("rt__bigint_operations", context.pointer), context.int32(limbs.count / limbsPerWord), context.int32(0)]
      + limbs.map { context.integer(context.i32, UInt64($0)) }
    let cell = addConstant("bigint", context.constant(fields), alignment: 8)
    let value = context.constant(cell, offset: machine.pointerBytes)
    bigInts[digits] = value
    return value
  }

  /// The digits of an integer to base 2^32, least significant first; 0 has none.
  private static func limbs(decimal digits: [UInt8]) -> [UInt32] {
    var limbs: [UInt32] = []
    var index = 0
    while index < digits.count {
      // Nine decimal digits at a time fit 32 bits.
      let group = digits[index..<min(index + 9, digits.count)]
      var carry: UInt64 = 0
      var scale: UInt64 = 1
      for digit in group {
        carry = carry * 10 + UInt64(digit - 0x30)
        scale *= 10
      }
      for position in limbs.indices {
        let product = UInt64(limbs[position]) * scale + carry
        limbs[position] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { limbs.append(UInt32(carry)) }
      index += group.count
    }
    return limbs
  }
}
