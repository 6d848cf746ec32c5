extension BinaryInteger {
  /// So many of a thing: `1 call`, `2 calls`. `many` is for those whose plural takes more than an s.
  func of(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}
