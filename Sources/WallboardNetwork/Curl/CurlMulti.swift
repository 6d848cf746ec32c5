import CCurl

/// libcurl's multi interface: all transfers of one thread.
@safe
final class CurlMulti {
  private let handle: UnsafeMutableRawPointer
  /// The transfers under way; they have to live until libcurl has let go of them.
  private var running: [CurlEasy] = []
  /// Users of connections that libcurl has only made.
  private var sockets: [any SocketUser] = []

  init() throws(CurlFailure) {
    try CurlLibrary.start()
    guard let handle = unsafe curl_multi_init() else {
      throw CurlFailure.library(CURLE_OUT_OF_MEMORY.words)
    }
    unsafe self.handle = handle
  }

  deinit {
    for easy in running { unsafe curl_multi_remove_handle(handle, easy.handle) }
    unsafe curl_multi_cleanup(handle)
  }

  func add(_ easy: CurlEasy) throws(CurlFailure) {
    try check(unsafe curl_multi_add_handle(handle, easy.handle))
    running.append(easy)
  }

  /// Ends a transfer where it is; no harm when it is over.
  func remove(_ easy: CurlEasy) {
    guard let index = running.firstIndex(where: { $0 === easy }) else { return }
    unsafe curl_multi_remove_handle(handle, easy.handle)
    running.remove(at: index)
  }

  /// Serves this socket in every lap from now on, and keeps its user alive.
  func attach(_ user: any SocketUser) {
    sockets.append(user)
  }

  func detach(_ user: any SocketUser) {
    sockets.removeAll { $0 === user }
  }

  /// Does what can be done without waiting, and finishes the transfers that are over.
  func perform() throws(CurlFailure) {
    var count: Int32 = 0
    try check(unsafe curl_multi_perform(handle, &count))
    // The receivers may start transfers, which is allowed only outside of libcurl's own loop.
    for (easy, code) in takeFinished() {
      easy.receiver?.finish(TransferFailure(code, of: easy))
    }
    for user in sockets { user.service() }
  }

  /// Waits until there is something to do or to read from that descriptor, or the time is over.
  func wait(atMost limit: Duration, watching descriptor: Int32? = nil) throws(CurlFailure) {
    let isUrgent = sockets.contains { $0.wish == .turn }
    let milliseconds = isUrgent ? 0 : Int32(clamping: limit.wholeMilliseconds)
    var descriptors = sockets.compactMap(\.wish.descriptor)
    if let descriptor {
      descriptors.append(curl_waitfd(fd: descriptor, events: CCurl_wait_in, revents: 0))
    }
    let count = UInt32(clamping: descriptors.count)
    try check(unsafe curl_multi_poll(handle, &descriptors, count, milliseconds, nil))
  }

  private func takeFinished() -> [(CurlEasy, CURLcode)] {
    var finished: [(CurlEasy, CURLcode)] = []
    var remaining: Int32 = 0
    while let message = unsafe curl_multi_info_read(handle, &remaining) {
      guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
      let code = unsafe CCurl_message_result(message)
      guard
        let index = running.firstIndex(where: { unsafe $0.handle == message.pointee.easy_handle })
      else { continue }
      finished.append((running[index], code))
      // "A connect-only handle must remain added" for its connection to live. The message dies with
      // the removal.
      if !(running[index].isConnectOnly && code == CURLE_OK) { remove(running[index]) }
    }
    return finished
  }
}

/// The user of a connection that libcurl has made and does not serve itself.
protocol SocketUser: AnyObject {
  var wish: SocketWish { get }
  /// Reads and writes what can be without waiting. Called outside of libcurl's own loop.
  func service()
}

/// What a ``SocketUser`` waits for.
enum SocketWish: Equatable {
  /// Nothing that the socket could bring.
  case nothing
  /// There is more to read already: no socket announces bytes that TLS has decrypted.
  case turn
  /// The socket can be read from, written to, or either.
  case ready(Int32, toRead: Bool, toWrite: Bool)

  /// What `curl_multi_poll` waits for; `nil` where there is nothing, because a socket without events
  /// still reports again and again that the other side hung up.
  var descriptor: curl_waitfd? {
    guard case .ready(let socket, let toRead, let toWrite) = self, toRead || toWrite else {
      return nil
    }
    let events = (toRead ? CCurl_wait_in : 0) | (toWrite ? CCurl_wait_out : 0)
    return curl_waitfd(fd: socket, events: events, revents: 0)
  }
}
