import Testing
import WallboardEvents
import WallboardPlatform

/// When the answers of these tests came.
let arrival = Timestamp(milliseconds: 1_766_000_000_500)

let workspace = "00000000-0000-4000-8000-000000000001"

/// The addresses of a workspace on that platform.
func endpoints(_ address: String = "https://host") throws -> PlatformEndpoints {
  PlatformEndpoints(
    address: try PlatformAddress(address), workspace: try #require(WorkspaceID(workspace)))
}

/// A read under test, and the requests that it made, without their common beginning.
struct Reading {
  private(set) var reader: SnapshotReader
  private(set) var requests: [String] = []

  init(_ source: SnapshotSource) throws {
    reader = SnapshotReader(source, from: try endpoints())
    note(reader.request)
  }

  /// Answers the request that was made last.
  @discardableResult
  mutating func answer(_ body: String, status: Int = 200) -> SnapshotStep {
    answer(Array(body.utf8), status: status)
  }

  /// The same with any bytes.
  @discardableResult
  mutating func answer(_ body: [UInt8], status: Int = 200) -> SnapshotStep {
    let response = PlatformResponse(status: status, body: body, arrival: arrival)
    let step = reader.receive(response)
    if case .request(let request) = step { note(request) }
    return step
  }

  private mutating func note(_ request: PlatformRequest) {
    requests.append(request.url.replacing("https://host/v1/\(workspace)", with: ""))
  }
}

/// A page of items, with what follows `has_more`.
func page(_ items: String..., hasMore: Bool = false, token: String? = nil) -> String {
  let token = token.map { #","continuation_token":\#($0)"# } ?? ""
  return #"{"items":[\#(items.joined(separator: ","))],"has_more":\#(hasMore)\#(token)}"#
}

/// Something else came than a test goes on with.
struct NotExpected: Error {}
