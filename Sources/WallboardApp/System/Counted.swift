extension BinaryInteger {
  /// `1 call`, `2 calls`; `many` is for those whose plural takes more than an s.
  func counted(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}
