import WallboardScreen

extension Terminal {
  /// Puts text, given in base64, into the clipboard of the terminal that the person sits at, which
  /// works over SSH. A terminal that cannot do that ignores it.
  package func setClipboard(base64: String) {
    let multiplexer = Multiplexer(environment: Self.variable)
    device.send(Array(ClipboardSequence(base64: base64).text(through: multiplexer).utf8))
  }
}
