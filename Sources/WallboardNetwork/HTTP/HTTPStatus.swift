/// What the status of an answer means.
enum HTTPStatus {
  /// Whether a `GET` is sent elsewhere by it, once it says where (RFC 9110, 15.4).
  static func isRedirect(_ status: Int) -> Bool {
    [301, 302, 303, 307, 308].contains(status)
  }
}
