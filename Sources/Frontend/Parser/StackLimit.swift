import Glibc

/// GNU's query for a running thread's attributes, which the Glibc module does not show.
@_silgen_name("pthread_getattr_np")
private func getAttributes(_ thread: pthread_t, _ attributes: UnsafeMutablePointer<pthread_attr_t>) -> Int32

/// Where this thread's stack ends, with a reserve for what runs below the parser.
///
/// The driver parses on a thread with a large stack, but a caller that does not must get a message, not a crash.
func remainingStackLimit() -> UInt {
  var attributes = pthread_attr_t()
  guard getAttributes(pthread_self(), &attributes) == 0 else { return 0 }
  defer { pthread_attr_destroy(&attributes) }
  var base: UnsafeMutableRawPointer?
  var size = 0
  guard pthread_attr_getstack(&attributes, &base, &size) == 0, let base else { return 0 }
  return UInt(bitPattern: base) + min(UInt(size) / 4, 512 << 10)
}

/// An address within the caller's frame.
@inline(__always)
func stackPointer() -> UInt {
  var marker: UInt8 = 0
  return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
}
