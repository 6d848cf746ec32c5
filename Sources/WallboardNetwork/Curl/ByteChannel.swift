import WallboardPlatform

/// A connection that libcurl makes, through proxy and TLS where they are wanted, for a protocol that
/// libcurl does not speak (CURLOPT_CONNECT_ONLY).
final class ByteChannel {
  /// Bytes waiting to be sent above which nothing is read: a peer that sends without reading the
  /// answers fills no memory.
  static let mostUnsent = 65_536
  /// Reads of 16 KiB in one lap: others on this thread want their turn.
  static let readsPerLap = 4

  /// Weak, because it holds this channel while it is attached.
  private weak var multi: CurlMulti?
  private weak var handler: (any ChannelHandler)?
  private var transfer: CurlEasy?
  /// `nil` until connected.
  private var socket: Int32?
  private let unsent = SendQueue()
  private let buffer = FixedBuffer()
  /// Why nothing can be sent any more, though something may be left to read.
  private var sendFailure: TransferFailure?
  /// Whether the last lap left something that may be read.
  private var hasMore = false
  private var isHeldBack = false

  /// Begins to connect to the request's origin.
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

  /// Hangs up; the handler is not called any more.
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

/// The user of a ``ByteChannel``. It may send and close from within all of these.
protocol ChannelHandler: AnyObject {
  /// The connection is established, TLS included.
  func channelConnected()
  /// Whether what the next read (16 KiB at the most) brings can be taken. While it cannot, nothing
  /// is read; it is asked again in every lap.
  func channelHasRoom() -> Bool
  func channelReceived(_ bytes: Span<UInt8>)
  /// The channel is over; `nil` means that the other side ended it in order. Not called after
  /// ``ByteChannel/close()``.
  func channelEnded(_ failure: TransferFailure?)
}

/// Bytes that wait to be sent, in order.
private final class SendQueue {
  private var waiting: [UInt8] = []
  /// How many bytes of `waiting` have been moved on to the buffer.
  private var moved = 0
  private let buffer = FixedBuffer()
  /// The part of the buffer that has not been sent.
  private var loaded = 0..<0

  /// Bytes that have not been sent.
  var count: Int { waiting.count - moved + loaded.count }

  func append(_ bytes: [UInt8]) {
    waiting.removeFirst(moved)
    moved = 0
    if waiting.isEmpty { waiting = bytes } else { waiting += bytes }
  }

  func removeAll() {
    waiting = []
    moved = 0
    loaded = 0..<0
  }

  /// Sends what can be sent without waiting.
  func flush(over easy: CurlEasy) throws(TransferFailure) {
    while count > 0 {
      if loaded.isEmpty { load() }
      let sent = try easy.send(loaded, of: buffer)
      guard sent > 0 else { return }
      loaded = min(loaded.lowerBound + sent, loaded.upperBound)..<loaded.upperBound
    }
    // The memory of a large message is given back once it is sent.
    removeAll()
  }

  private func load() {
    let count = buffer.fill(from: waiting[moved...])
    moved += count
    loaded = 0..<count
  }
}

/// Memory with a fixed address, for calls that must be repeated with the same arguments.
@safe
final class FixedBuffer {
  /// Bytes: the most that one record of TLS carries (RFC 8446, 5.1).
  static let size = 16_384

  /// ``size`` bytes, valid as long as this object.
  let start: UnsafeMutableRawPointer

  init() {
    unsafe start = .allocate(byteCount: Self.size, alignment: 1)
    unsafe start.initializeMemory(as: UInt8.self, repeating: 0, count: Self.size)
  }

  deinit {
    unsafe start.deallocate()
  }

  /// Copies bytes to the beginning, at most ``size``; returns how many.
  func fill(from bytes: ArraySlice<UInt8>) -> Int {
    let part = bytes.prefix(Self.size)
    let target = unsafe UnsafeMutableRawBufferPointer(start: start, count: Self.size)
    unsafe target.copyBytes(from: part)
    return part.count
  }

  /// Lends the first bytes, at most ``size``.
  func withBytes<Failure: Error>(
    _ count: Int, _ body: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    // The span does not leave the closure, and the memory was initialized when it was allocated.
    let bytes = unsafe start.assumingMemoryBound(to: UInt8.self)
    let span = unsafe Span(_unsafeStart: UnsafePointer(bytes), count: min(count, Self.size))
    try body(span)
  }
}
