import FoundationEssentials

/// Header fields, in the order in which they were added. A name has any case (RFC 9110, 5.1).
struct HTTPHeaders: Sendable, ExpressibleByDictionaryLiteral {
  private(set) var fields: [(name: String, value: String)] = []

  init(dictionaryLiteral fields: (String, String)...) {
    self.fields = fields.map { (name: $0.0, value: $0.1) }
  }

  /// The value of the first field of that name; setting one takes the place of all of that name.
  subscript(name: String) -> String? {
    get { fields.first { Self.isSame($0.name, name) }?.value }
    set {
      fields.removeAll { Self.isSame($0.name, name) }
      if let newValue { fields.append((name, newValue)) }
    }
  }

  mutating func set(_ other: HTTPHeaders) {
    for (name, value) in other.fields { self[name] = value }
  }

  /// Adds a field, beside others of that name.
  mutating func add(_ name: String, _ value: String) {
    fields.append((name, value))
  }

  /// The elements of a list, which may stand in several fields (RFC 9110, 5.3 and 5.6.1).
  func list(_ name: String) -> [String] {
    fields.filter { Self.isSame($0.name, name) }
      .flatMap { $0.value.split(separator: ",") }.map { String($0.trimmed) }
  }

  private static func isSame(_ name: String, _ other: String) -> Bool {
    name.utf8.count == other.utf8.count && name.lowercased() == other.lowercased()
  }
}

/// What a client asks for.
struct HTTPRequest: Sendable {
  let method: String
  /// As it was sent, percent-encoded.
  let path: String
  let query: [String: String]
  let headers: HTTPHeaders
  var body: [UInt8] = []

  /// How long a head may be.
  static let headLimit = 65_536

  /// Reads a head without its blank line (RFC 9112, 2.1); nothing when it is none.
  init?(head lines: [String]) {
    let parts = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard parts.count == 3, parts[2].hasPrefix("HTTP/1.") else { return nil }
    method = String(parts[0])
    let target = parts[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = target.first.map { String($0) } ?? ""
    query = Self.query(target.dropFirst().first ?? "")
    var headers: HTTPHeaders = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
      headers.add(String(line[..<colon]), String(line[line.index(after: colon)...].trimmed))
    }
    self.headers = headers
  }

  /// Whatever was sent: what is not percent-encoded rightly stays as it is.
  private static func query(_ text: Substring) -> [String: String] {
    let items = URLComponents(string: "?\(text)")?.queryItems ?? []
    return Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
  }
}

struct HTTPStatus: Sendable {
  let code: Int
  let phrase: String

  init(_ code: Int, _ phrase: String) {
    self.code = code
    self.phrase = phrase
  }

  static let switchingProtocols = HTTPStatus(101, "Switching Protocols")
  static let ok = HTTPStatus(200, "OK")
  static let noContent = HTTPStatus(204, "No Content")
  static let temporaryRedirect = HTTPStatus(307, "Temporary Redirect")
  static let badRequest = HTTPStatus(400, "Bad Request")
  static let unauthorized = HTTPStatus(401, "Unauthorized")
  static let forbidden = HTTPStatus(403, "Forbidden")
  static let notFound = HTTPStatus(404, "Not Found")
  static let methodNotAllowed = HTTPStatus(405, "Method Not Allowed")
  static let conflict = HTTPStatus(409, "Conflict")
  static let unprocessableContent = HTTPStatus(422, "Unprocessable Content")
  static let tooManyRequests = HTTPStatus(429, "Too Many Requests")
  static let internalServerError = HTTPStatus(500, "Internal Server Error")
  static let serviceUnavailable = HTTPStatus(503, "Service Unavailable")
}

struct HTTPResponse: Sendable {
  enum Body: Sendable {
    case whole([UInt8])
    /// Pieces that are written as they come, each as one chunk. The body ends with them, and breaks
    /// off in the middle when they end with an error.
    case pieces(StreamFeed.Pieces)
    /// No body, but what is spoken from then on.
    case webSocket(ObserverSocket)
    /// Not even a head: the connection is closed.
    case nothing
  }

  let status: HTTPStatus
  var headers: HTTPHeaders
  let body: Body
  /// How long the answer is held back.
  var delay: Duration = .zero

  init(_ status: HTTPStatus = .ok, headers: HTTPHeaders = [:], _ body: Body) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  init(json: JSON, status: HTTPStatus = .ok) {
    self.init(
      status, headers: ["Content-Type": "application/json"], .whole(Array(json.text.utf8)))
  }

  /// Status line and fields. One connection has one answer: a client that asks again connects again.
  var head: [UInt8] {
    var headers = headers
    switch body {
    case .whole(let bytes):
      headers["Content-Length"] = String(bytes.count)
      headers["Connection"] = "close"
    case .pieces:
      headers["Transfer-Encoding"] = "chunked"
      headers["Connection"] = "close"
    case .webSocket, .nothing: break
    }
    let lines = headers.fields.map { "\($0.name): \($0.value)\r\n" }
    return Array("HTTP/1.1 \(status.code) \(status.phrase)\r\n\(lines.joined())\r\n".utf8)
  }
}

extension StringProtocol {
  /// Without the blanks around a value (RFC 9110, 5.6.3).
  var trimmed: SubSequence {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let end = lastIndex { !isBlank($0) }.map { index(after: $0) } ?? startIndex
    return self[..<end].drop(while: isBlank)
  }
}
