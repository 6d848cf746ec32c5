import WallboardPlatform

/// A connection that libcurl makes, through proxy and TLS where they are wanted, and that somebody
/// else speaks over (CURLOPT_CONNECT_ONLY).
final class ByteChannel {
  /// Bytes that may wait to be sent before nothing more is read: another side that asks and asks
  /// without listening fills no memory.
  static let mostUnsent = 65_536
  /// Reads of 16 KiB in one lap: the others on this thread want their turn.
  static let readsPerLap = 4

  /// Weak, for it holds this channel as long as it is attached.
  private weak var multi: CurlMulti?
  private weak var handler: (any ChannelHandler)?
  private var transfer: CurlEasy?
  /// `nil` until the connection stands.
  private var socket: Int32?
  private let unsent = SendQueue()
  private let buffer = FixedBuffer()
  /// Why nothing can be sent any more, though something may be left to read.
  private var sendFailure: TransferFailure?
  /// The last lap left something that may be read.
  private var hasMore = false
  private var isHeldBack = false

  /// Begins to connect to the request's origin. Throws when libcurl is out of order.
  init(
    to request: PlatformRequest, client: HTTPClient, handler: any ChannelHandler
  ) throws(CurlFailure) {
    let multi = client.multi
    self.multi = multi
    self.handler = handler
    let transfer = try CurlEasy(request, .connectOnly, options: client.options, receiver: self)
    try multi.add(transfer)
    self.transfer = transfer
    multi.attach(self)
  }

  /// Sends bytes, in this lap or as soon as they go.
  func send(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, transfer != nil, sendFailure == nil else { return }
    unsent.append(bytes)
  }

  /// Hangs up; the handler hears nothing more.
  func close() {
    handler = nil
    multi?.detach(self)
    if let transfer { multi?.remove(transfer) }
    transfer = nil
    socket = nil
  }

  private func end(_ failure: TransferFailure?) {
    let handler = handler
    close()
    handler?.channelEnded(failure)
  }
}

extension ByteChannel: TransferReceiver {
  // A proxy's answer is libcurl's business; nothing else comes through these.
  func receive(headerLine line: Span<UInt8>) -> TransferFlow { .taken }
  func receive(body bytes: Span<UInt8>) -> TransferFlow { .taken }

  func finish(_ failure: TransferFailure?) {
    guard failure == nil, let socket = transfer?.socket else { return end(failure) }
    self.socket = socket
    handler?.channelConnected()
  }
}

extension ByteChannel: SocketUser {
  var wish: SocketWish {
    guard let socket else { return .nothing }
    if hasMore { return .turn }
    return .ready(socket, toRead: !isHeldBack, toWrite: unsent.count > 0)
  }

  func service() {
    guard socket != nil else { return }
    flush()
    do throws(TransferFailure) {
      hasMore = try readSome()
    } catch {
      end(error)
    }
  }

  /// Returns whether there may be more that can be read.
  private func readSome() throws(TransferFailure) -> Bool {
    for _ in 0..<Self.readsPerLap {
      isHeldBack = !(unsent.count < Self.mostUnsent && handler?.channelHasRoom() == true)
      guard !isHeldBack, let transfer else { return false }
      switch try transfer.receive(into: buffer) {
      case .bytes(let count): buffer.withBytes(count) { handler?.channelReceived($0) }
      case .nothing:
        if let sendFailure { throw sendFailure }
        return false
      case .end:
        end(nil)
        return false
      }
      flush()
    }
    return socket != nil
  }

  private func flush() {
    guard let transfer, sendFailure == nil else { return }
    do throws(TransferFailure) {
      try unsent.flush(over: transfer)
    } catch {
      // The other side may have said why before it hung up.
      sendFailure = error
      unsent.removeAll()
    }
  }
}
