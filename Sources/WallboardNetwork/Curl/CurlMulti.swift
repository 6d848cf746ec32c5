import CCurl
import Glibc
import WallboardEvents
import WallboardPlatform

/// libcurl's multi interface: all transfers of one thread.
@safe
final class CurlMulti {
  private let handle: UnsafeMutableRawPointer
  /// The transfers under way; they have to live until libcurl has let go of them.
  private var running: [CurlEasy] = []
  /// Those who speak over connections that libcurl only made.
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

  /// Starts a transfer.
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

  /// Lets somebody speak in every lap from now on.
  func attach(_ user: any SocketUser) {
    sockets.append(user)
  }

  /// Ends that.
  func detach(_ user: any SocketUser) {
    sockets.removeAll { $0 === user }
  }

  /// Does what can be done without waiting, and tells the receivers of transfers that are over.
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

/// Whoever speaks over a connection that libcurl has made and does not look after itself.
protocol SocketUser: AnyObject {
  /// What it waits for.
  var wish: SocketWish { get }
  /// Reads and writes what can be without waiting. Called outside of libcurl's own loop.
  func service()
}

/// What a ``SocketUser`` waits for.
enum SocketWish: Equatable {
  /// Nothing that the socket could bring.
  case nothing
  /// There is more to do already: bytes that TLS has decrypted are announced by no socket.
  case turn
  /// The socket can be read from, written to, or either.
  case ready(Int32, toRead: Bool, toWrite: Bool)

  /// What `curl_multi_poll` is told; `nil` for no socket, for one with no wish still reports that
  /// the other side hung up, again and again.
  var descriptor: curl_waitfd? {
    guard case .ready(let socket, let toRead, let toWrite) = self, toRead || toWrite else {
      return nil
    }
    let events = (toRead ? CCurl_wait_in : 0) | (toWrite ? CCurl_wait_out : 0)
    return curl_waitfd(fd: socket, events: events, revents: 0)
  }
}

/// What has to be done once in a process before libcurl is used.
enum CurlLibrary {
  /// Sets libcurl up, the first time that it is called.
  static func start() throws(CurlFailure) {
    try check(code)
  }

  private static let code: CURLcode = {
    // libcurl and the TLS library write to sockets that the platform may have closed, and cannot
    // keep every one of these writes from raising the signal (CURLOPT_NOSIGNAL).
    signal(SIGPIPE, SIG_IGN)
    return curl_global_init(CCurl_global_all)
  }()
}

/// Why a transfer could not be set up, apart from what happens to it.
package enum CurlFailure: Error {
  /// libcurl did not do what it was asked; what its code means, in its English.
  case library(String)
  /// The environment names a proxy that cannot be used.
  case proxy(ProxyProblem)
}

extension CurlFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .library(let reason): "libcurl: \(reason)"
    case .proxy(let problem): "\(problem)"
    }
  }
}

extension AttemptEnd {
  /// The end of an attempt that libcurl did not even begin.
  init(_ failure: CurlFailure) {
    self = .transport(Text(sentence: "\(failure)"))
  }
}

/// Throws unless a call of the easy interface went well.
func check(_ code: CURLcode) throws(CurlFailure) {
  guard code == CURLE_OK else { throw CurlFailure.library(code.words) }
}

/// Throws unless a call of the multi interface went well.
func check(_ code: CURLMcode) throws(CurlFailure) {
  guard code == CURLM_OK else {
    throw CurlFailure.library(
      unsafe curl_multi_strerror(code).map { unsafe String(cString: $0) } ?? "")
  }
}

extension CURLcode {
  /// What the code means, in libcurl's English. Unlike what it says about one transfer
  /// (CURLOPT_ERRORBUFFER), this quotes nothing: neither an address nor a password in it.
  var words: String {
    unsafe curl_easy_strerror(self).map { unsafe String(cString: $0) } ?? ""
  }
}
