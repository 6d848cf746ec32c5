extension String {
  /// The platform's words as people write them.
  package var withoutUnderscores: String {
    guard utf8.contains(UInt8(ascii: "_")) else { return self }
    return String(map { $0 == "_" ? " " : $0 })
  }
}
