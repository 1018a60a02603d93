import Glibc

/// Runs code on a thread with a large stack.
enum BigStack {
  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs `body` on a thread with a stack of so many bytes and waits for it.
  static func run(bytes: Int, _ body: @escaping () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // A limit on address space may forbid a large stack; half as much serves nearly every program.
    var size = bytes
    while size >= 8 << 20 {
      var thread = pthread_t()
      let work = Unmanaged.passRetained(Work(body))
      pthread_attr_setstacksize(&attributes, size)
      let failure = pthread_create(&thread, &attributes, { argument in
        Unmanaged<Work>.fromOpaque(argument!).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
      if failure == 0 {
        pthread_join(thread, nil)
        return
      }
      work.release()
      size /= 2
    }
    body()
  }
}
