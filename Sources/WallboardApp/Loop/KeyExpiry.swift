/// When the token ends, by what the platform says of it.
enum KeyExpiry {
  /// Seconds before the end from which on it is told.
  static let notice: Int64 = 86_400
}
