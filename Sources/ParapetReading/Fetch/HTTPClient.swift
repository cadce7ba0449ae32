import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Asks servers, one question at a time, and writes what they answer to an open file.
///
/// Redirections are not followed here, no cookie, cache or credential is kept, and what is too much or too slow
/// is cut off while it comes. Certificates are checked by the system.
///
/// It is `Sendable` because the session calls it on a queue of its own: everything that changes is in `state`,
/// which is touched under `lock` only.
final class HTTPClient: NSObject, @unchecked Sendable {
  /// What a server answered.
  struct Answer {
    var status: Int
    /// By name in small letters.
    var headers: [String: String]
    /// How many bytes were written.
    var bytes: Int
  }

  /// Why there is no answer.
  enum Failure: Error {
    case unreachable(String)
    case timedOut, cutOff, tooLarge, noRoom
  }

  private let policy: FetchPolicy
  private let lock = NSLock()
  private var state = State()
  private var session: URLSession?
  private let queue = BoundedQueue()

  init(policy: FetchPolicy) {
    self.policy = policy
  }

  /// Ends the session, which would otherwise hold this object for ever.
  func close() {
    session?.invalidateAndCancel()
    session = nil
  }

  /// Asks once; the body of an answer 200 is written to the file, of any other it is not read.
  ///
  /// - Parameter limit: the most bytes that are written.
  func ask(_ request: URLRequest, into file: Int32, limit: Int) throws(Failure) -> Answer {
    let task = makeSession().dataTask(with: request)
    let ended = DispatchSemaphore(value: 0)
    lock.withLock { state = State(task: task.taskIdentifier, file: file, limit: limit, ended: ended) }
    queue.setOpen(false)
    task.resume()
    let hasEnded = waitFor(ended)
    // What the task says from here on finds no question at hand.
    let result = lock.withLock {
      defer { state = State() }
      return state
    }
    queue.setOpen(true)
    if !hasEnded { task.cancel() }
    if let failure = result.failure { throw failure }
    guard hasEnded else { throw .timedOut }
    guard let status = result.status else { throw .cutOff }
    return Answer(status: status, headers: result.headers, bytes: result.bytes)
  }
}

extension HTTPClient {
  /// The question at hand and what has come of it.
  private struct State {
    /// The number of the task whose words count.
    var task: Int?
    var file: Int32 = -1
    var limit = 0
    var ended: DispatchSemaphore?
    var status: Int?
    var headers: [String: String] = [:]
    var bytes = 0
    var failure: Failure?

    /// Takes the head of an answer in.
    mutating func take(_ response: HTTPURLResponse) {
      status = response.statusCode
      for (name, value) in response.allHeaderFields {
        guard let name = name as? String, let value = value as? String else { continue }
        headers[name.lowercased()] = value
      }
    }
  }

  private func makeSession() -> URLSession {
    if let session { return session }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpMaximumConnectionsPerHost = 1
    // Ours is the shorter time, and the one that also notices a server which sends a byte now and then.
    configuration.timeoutIntervalForRequest = policy.patience.seconds * 2 + 5
    let session = URLSession(configuration: configuration, delegate: self, delegateQueue: queue)
    self.session = session
    return session
  }

  /// Waits for the end, as long as enough comes; whether it was reached.
  private func waitFor(_ ended: DispatchSemaphore) -> Bool {
    var seen = 0
    var waited = Duration.zero
    while waited < policy.longest {
      let step = min(policy.patience, policy.longest - waited)
      if ended.wait(timeout: .now() + step.seconds) == .success { return true }
      waited += step
      let bytes = lock.withLock { state.bytes }
      if bytes - seen < policy.leastBytes { return false }
      seen = bytes
    }
    return false
  }

  /// Changes the state on behalf of a task, where that is the one at hand.
  private func update<Value>(_ task: URLSessionTask, _ change: (inout State) -> Value) -> Value? {
    lock.withLock { state.task == task.taskIdentifier ? change(&state) : nil }
  }
}

extension HTTPClient: URLSessionDataDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    _ = update(task) { $0.take(response) }
    completionHandler(nil)
    end(task)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let isWanted =
      update(dataTask) { state in
        guard let response = response as? HTTPURLResponse else { return false }
        state.take(response)
        guard response.statusCode == 200 else { return false }
        if response.expectedContentLength > Int64(state.limit) { state.failure = .tooLarge }
        return state.failure == nil
      } ?? false
    completionHandler(isWanted ? .allow : .cancel)
    if !isWanted { end(dataTask) }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let goesOn =
      update(dataTask) { state in
        guard state.status == 200, state.failure == nil else { return false }
        guard state.bytes + data.count <= state.limit else {
          state.failure = .tooLarge
          return false
        }
        guard HTTPClient.write(data, to: state.file) else {
          state.failure = .noRoom
          return false
        }
        state.bytes += data.count
        return true
      } ?? false
    if !goesOn { end(dataTask) }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    _ = update(task) { state in
      // An answer other than 200 is cut short by us; its status is all that is asked of it.
      guard let error, state.failure == nil, state.status.map({ $0 == 200 }) ?? true else { return }
      state.failure = Failure(error, hasBegun: state.status != nil)
    }
    end(task)
  }

  /// Lets the waiting one go on, and the rest of the answer go.
  private func end(_ task: URLSessionTask) {
    queue.setOpen(true)
    if task.state == .running { task.cancel() }
    _ = update(task) { state in
      state.task = nil
      state.ended?.signal()
    }
  }

  private static func write(_ data: Data, to file: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let slice = UnsafeRawBufferPointer(rebasing: rest)
        let count = Foundation.write(file, slice.baseAddress, slice.count)
        if count < 0, errno != EINTR { return false }
        rest = rest.dropFirst(max(0, count))
      }
      return true
    }
  }
}

extension HTTPClient.Failure {
  /// The system's error in our words; its own may quote the address with all its secrets.
  fileprivate init(_ error: any Error, hasBegun: Bool) {
    guard !hasBegun else {
      self = .cutOff
      return
    }
    switch (error as? URLError)?.code {
    case .timedOut: self = .timedOut
    case .cannotFindHost, .dnsLookupFailed: self = .unreachable("there is no such host")
    case .cannotConnectToHost: self = .unreachable("it does not answer")
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      self = .unreachable(FetchError.untrusted)
    case .networkConnectionLost, .badServerResponse, .cannotParseResponse: self = .cutOff
    default: self = .unreachable("the connection failed")
    }
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
