package import WallboardEvents
import WallboardWire

/// The requests of one workspace (contract 1.1, 2.1 and 3).
package struct PlatformEndpoints: Hashable, Sendable {
  package let address: PlatformAddress
  package let observerAddress: PlatformAddress
  package let workspace: WorkspaceID

  /// Calls are observed at `address` too unless there is an `observerAddress`.
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

  /// `GET /v1/{workspace}/events/stream`, resumed at `cursor`.
  package func eventStream(from cursor: StreamCursor) -> PlatformRequest {
    var headers = ["Accept: \(MediaType.eventStream)", "Cache-Control: no-store"]
    if let id = cursor.id { headers.append("Last-Event-ID: \(id)") }
    return address.request(path: ["v1", workspace.rawValue, "events", "stream"], headers: headers)
  }

  /// `GET /v1/{workspace}/…`, which answers with JSON.
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

/// The UUID of a workspace, in lower case (RFC 9562, 4).
package struct WorkspaceID: Hashable, Sendable {
  package let rawValue: String

  /// Reads a UUID in either case: groups of 8, 4, 4, 4 and 12 hexadecimal digits.
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

/// Where an interrupted stream is resumed (contract 2.3).
package struct StreamCursor: Hashable, Sendable {
  /// The value of `Last-Event-ID`; `nil` if the stream begins live.
  package private(set) var id: String?
  /// The last event ID of the standard, which outlives a connection: the id that a block set last,
  /// even if it cannot be sent back.
  package private(set) var lastEventID: String?

  /// The longest id that is sent back, in bytes. The platform's have 13.
  package static let longestID = 256

  /// The stream begins live.
  package init() {}

  /// Takes the id of a block; an empty one resets the cursor, by the standard.
  ///
  /// Two kinds of ids do not move it: the `0` of control frames, which would ask for everything
  /// again, and ids that cannot stand in a header field.
  package mutating func advance(to next: Span<UInt8>) {
    let text = next.isEmpty ? nil : String(repairing: next)
    lastEventID = text
    if Self.isMoved(by: next) { id = text }
  }

  /// Whether the id of a block moves the cursor.
  package static func isMoved(by id: Span<UInt8>) -> Bool {
    guard id.count <= longestID, !id.spells("0") else { return false }
    for index in id.indices where id[index] <= 0x20 || id[index] >= 0x7F { return false }
    return true
  }
}

package enum MediaType {
  package static let eventStream = "text/event-stream"
  package static let json = "application/json"

  /// Whether a `Content-Type` is an event stream, whatever its parameters.
  package static func isEventStream(_ contentType: String?) -> Bool {
    guard let essence = contentType?.split(separator: ";").first else { return false }
    let words = essence.split { $0 == " " || $0 == "\t" }
    return words.count == 1 && words[0].lowercased() == eventStream
  }
}

struct QueryItem: Equatable, Sendable {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension String {
  /// This string as one segment of a path or part of a query: everything but RFC 3986's unreserved
  /// characters is percent-encoded.
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
  /// RFC 3986, 2.3.
  fileprivate var isUnreserved: Bool {
    switch Unicode.Scalar(self) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
    default: false
    }
  }
}
