import Glibc

/// Calls `body` with the numbers below `count`, on as many threads as there are processors, and waits; the results come
/// in order, so nothing depends on how many threads there were.
public func concurrently<Output>(_ count: Int, _ body: @escaping (Int) throws -> Output) throws -> [Output] {
  let work = SharedWork(count) { index, results in results[index] = Result { try body(index) } }
  let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  var threads: [pthread_t] = []
  for _ in 1..<max(1, min(count, processors)) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 64 << 20)
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(work as Worker)
    let failure = pthread_create(&thread, &attributes, { argument in
      Unmanaged<Worker>.fromOpaque(argument!).takeRetainedValue().run()
      return nil
    }, argument.toOpaque())
    if failure == 0 { threads.append(thread) } else { argument.release() }
  }
  work.run()
  for thread in threads { pthread_join(thread, nil) }
  return try (0..<count).map { try work.results[$0]!.get() }
}

/// Changes the elements of an array, each by itself, on as many threads as there are processors.
///
/// Threads take runs of elements, as one element is often less work than taking it.
public func changeConcurrently<Element>(_ elements: inout [Element], _ body: @escaping (Int, inout Element) -> Void) {
  let run = 16
  elements.withUnsafeMutableBufferPointer { buffer in
    let buffer = buffer
    // What runs here cannot throw.
    _ = try! concurrently((buffer.count + run - 1) / run) { part in
      for index in part * run..<min((part + 1) * run, buffer.count) { body(index, &buffer[index]) }
    }
  }
}

/// What a thread runs; pthreads know no generic types.
private class Worker {
  func run() {}
}

/// Numbered pieces of work that threads take one after the other.
private final class SharedWork<Output>: Worker {
  typealias Results = UnsafeMutablePointer<Result<Output, Error>?>

  let results: Results
  private let count: Int
  private let body: (Int, Results) -> Void
  private var next = 0
  private var lock = pthread_mutex_t()

  init(_ count: Int, _ body: @escaping (Int, Results) -> Void) {
    self.count = count
    self.body = body
    results = .allocate(capacity: count)
    results.initialize(repeating: nil, count: count)
    pthread_mutex_init(&lock, nil)
  }

  deinit {
    results.deinitialize(count: count)
    results.deallocate()
    pthread_mutex_destroy(&lock)
  }

  override func run() {
    while let index = take() { body(index, results) }
  }

  private func take() -> Int? {
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    guard next < count else { return nil }
    next += 1
    return next - 1
  }
}
