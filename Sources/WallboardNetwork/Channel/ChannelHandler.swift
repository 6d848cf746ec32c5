/// Whoever speaks over a ``ByteChannel``. It may send and close from within all of these.
protocol ChannelHandler: AnyObject {
  /// The connection stands, TLS included.
  func channelConnected()
  /// Whether what the next read (16 KiB at the most) brings can be taken. While it cannot, nothing
  /// is read; it is asked again in every lap.
  func channelHasRoom() -> Bool
  /// The next bytes came.
  func channelReceived(_ bytes: Span<UInt8>)
  /// The channel is over; `nil` means that the other side ended it in order. Not called after
  /// ``ByteChannel/close()``.
  func channelEnded(_ failure: TransferFailure?)
}
