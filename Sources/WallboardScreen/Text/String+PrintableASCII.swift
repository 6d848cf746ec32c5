extension String {
  /// Whether every byte is a printable ASCII character: then bytes, characters and columns are the
  /// same and nothing needs to be classified.
  var isPrintableASCII: Bool {
    utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
