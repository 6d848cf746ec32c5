package import WallboardEvents
import WallboardWire

/// The addresses of one workspace (contract 1.1, 2.1 and 3).
package struct PlatformEndpoints: Hashable, Sendable {
  /// Where the platform is.
  package let address: PlatformAddress
  /// Where calls are observed.
  package let observerAddress: PlatformAddress
  /// Whose events and reads these are.
  package let workspace: WorkspaceID

  /// The addresses of that workspace; calls are observed where the rest is, unless said otherwise.
  package init(
    address: PlatformAddress, workspace: WorkspaceID, observerAddress: PlatformAddress? = nil
  ) {
    self.address = address
    self.observerAddress = observerAddress ?? address
    self.workspace = workspace
  }

  /// The WebSocket `/v1/{workspace}/observers/{call}/ws`.
  package func observer(of call: CallSID) -> PlatformRequest {
    observerAddress.request(
      path: ["v1", workspace.rawValue, "observers", call.rawValue, "ws"], headers: [])
  }

  /// `GET /v1/{workspace}/events/stream`, from where `cursor` stands.
  package func eventStream(from cursor: StreamCursor) -> PlatformRequest {
    var headers = ["Accept: \(MediaType.eventStream)", "Cache-Control: no-store"]
    if let id = cursor.id { headers.append("Last-Event-ID: \(id)") }
    return address.request(path: ["v1", workspace.rawValue, "events", "stream"], headers: headers)
  }

  /// `GET /v1/{workspace}/…` of JSON.
  func read(_ path: [String], query: [QueryItem] = []) -> PlatformRequest {
    address.request(
      path: ["v1", workspace.rawValue] + path, query: query, headers: PlatformAddress.jsonHeaders)
  }
}

extension PlatformAddress {
  static let jsonHeaders = ["Accept: \(MediaType.json)"]

  /// `GET /v1/auth/me`: which workspace an API key belongs to (contract 3.1).
  package var keyIdentity: PlatformRequest {
    request(path: ["v1", "auth", "me"], headers: PlatformAddress.jsonHeaders)
  }

  func request(
    path: [String], query: [QueryItem] = [], headers: [String]
  ) -> PlatformRequest {
    let path = path.map { "/" + $0.percentEncoded }.joined()
    let query = query.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }
      .joined(separator: "&")
    return PlatformRequest(
      url: "\(self)\(path)" + (query.isEmpty ? "" : "?\(query)"), origin: origin,
      headers: headers)
  }
}

/// The key of a workspace: a UUID, spelled in lower case (RFC 9562, section 4).
package struct WorkspaceID: Hashable, Sendable {
  /// 36 characters: hexadecimal digits in groups of 8, 4, 4, 4 and 12.
  package let rawValue: String

  /// Reads a UUID in either case; `nil` for anything else.
  package init?(_ text: String) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12],
      groups.joined().unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit)
    else { return nil }
    rawValue = text.lowercased()
  }
}

extension WorkspaceID: CustomStringConvertible {
  package var description: String { rawValue }
}

/// Where an interrupted stream is taken up again (contract 2.3).
package struct StreamCursor: Hashable, Sendable {
  /// What `Last-Event-ID` says; `nil` while the stream has to be taken up live.
  package private(set) var id: String?
  /// The id that a block last set, be it one that can be asked for or not: the standard's last event
  /// ID, which outlives a connection.
  package private(set) var lastEventID: String?

  /// Bytes of an id that is sent back. The platform's own have 13.
  package static let longestID = 256

  /// A cursor at no event: the stream begins live.
  package init() {}

  /// Takes over the id of a block; an empty one takes the cursor back, as the standard has it.
  ///
  /// Control frames carry `0`, which would ask for everything again, and an id that cannot stand
  /// in a header field cannot be sent back: neither moves the cursor.
  package mutating func advance(to next: Span<UInt8>) {
    let text = next.isEmpty ? nil : String(repairing: next)
    lastEventID = text
    if Self.isMoved(by: next) { id = text }
  }

  /// Whether the id of a block decides what is sent back, whatever came before.
  package static func isMoved(by id: Span<UInt8>) -> Bool {
    guard id.count <= longestID, !id.spells("0") else { return false }
    for index in id.indices where id[index] <= 0x20 || id[index] >= 0x7F { return false }
    return true
  }
}

/// The media types that the platform answers with.
package enum MediaType {
  /// What a stream of events is.
  package static let eventStream = "text/event-stream"
  /// What a read is.
  package static let json = "application/json"

  /// Whether a `Content-Type` field names an event stream; parameters do not matter.
  package static func isEventStream(_ contentType: String?) -> Bool {
    guard let essence = contentType?.split(separator: ";").first else { return false }
    let words = essence.split { $0 == " " || $0 == "\t" }
    return words.count == 1 && words[0].lowercased() == eventStream
  }
}

/// A name and a value of a query.
struct QueryItem: Equatable, Sendable {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension String {
  /// This string as one part of a path or of a query: all but RFC 3986's unreserved characters is
  /// percent-encoded, byte by byte.
  fileprivate var percentEncoded: String {
    var encoded = ""
    for byte in utf8 {
      if byte.isUnreserved {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += byte < 0x10 ? "%0" : "%"
        encoded += String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}

extension UInt8 {
  /// Whether this is a character that needs no encoding anywhere (RFC 3986, 2.3).
  fileprivate var isUnreserved: Bool {
    switch Unicode.Scalar(self) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
    default: false
    }
  }
}
