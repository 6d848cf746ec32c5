import FoundationEssentials

/// What is asked of `GET /v1/{workspace}/calls` (contract 3.4).
struct CallQuery: Sendable {
  let filter: CallFilter
  let limit: Int
  let offset: Int
  /// How many calls had ended when the first page was made, for the pages after it.
  let endedCalls: Int?

  private static let defaultLimit = 20
  /// A token that a page has given is an offset, and from here on how many calls had ended by then:
  /// on the next page, those that ended since have moved nothing.
  private static let tokenUnit = 1_000_000

  init(_ query: [String: String]) throws(Problem) {
    filter = try CallFilter(query)
    limit = try query.integer("limit", in: 1...100) ?? Self.defaultLimit
    let offset = try query.integer("offset", in: 0...Int.max) ?? 0
    let token = try query.integer("continuation_token", in: 0...Int.max)
    self.offset = token.map { $0 % Self.tokenUnit } ?? offset
    endedCalls = token.flatMap { $0 < Self.tokenUnit ? nil : $0 / Self.tokenUnit - 1 }
  }

  static func token(offset: Int, endedCalls: Int) -> Int {
    (endedCalls + 1) * tokenUnit + offset
  }
}

/// Which calls are wanted.
struct CallFilter: Sendable, Equatable {
  private let from: String?
  private let to: String?
  private let status: String?
  private let direction: String?
  private let service: String?
  private let shortest: Int?
  private let longest: Int?
  private let includesSimulated: Bool

  init(_ query: [String: String]) throws(Problem) {
    from = try query.date("date_from")
    to = try query.date("date_to")
    status = query["status"]
    direction = query["direction"]
    service = query["service_id"]
    shortest = try query.integer("min_duration", in: Int.min...Int.max)
    longest = try query.integer("max_duration", in: Int.min...Int.max)
    includesSimulated = try query.boolean("include_simulated") ?? false
  }

  func accepts(_ ended: EndedCall) -> Bool {
    let call = ended.call
    let day = CivilTime(milliseconds: call.startedAt).iso8601.prefix(10)
    return (includesSimulated || call.direction != .simulated)
      && from.map { day >= $0 } ?? true && to.map { day <= $0 } ?? true
      && status.map { $0 == ended.status } ?? true
      && direction.map { $0 == call.direction.rawValue } ?? true
      && service.map { $0 == call.service.id } ?? true
      && shortest.map { ended.durationSeconds >= Double($0) } ?? true
      && longest.map { ended.durationSeconds <= Double($0) } ?? true
  }
}

extension [String: String] {
  fileprivate func integer(
    _ key: String, in range: ClosedRange<Int>
  ) throws(Problem) -> Int? {
    guard let text = self[key] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .invalid(key, "Input should be a whole number in the right range")
    }
    return number
  }

  fileprivate func boolean(_ key: String) throws(Problem) -> Bool? {
    switch self[key] {
    case nil: nil
    case "true", "1": true
    case "false", "0": false
    default: throw .invalid(key, "Input should be a valid boolean")
    }
  }

  /// A day that there is in the calendar, as `2026-11-30`.
  fileprivate func date(_ key: String) throws(Problem) -> String? {
    guard let text = self[key] else { return nil }
    guard let date = try? Date(text, strategy: .iso8601.year().month().day()),
      CivilTime(milliseconds: Int(date.timeIntervalSince1970) * 1000).iso8601.hasPrefix(text),
      text.utf8.count == 10
    else { throw .invalid(key, "Input should be a valid date, as 2026-11-30") }
    return text
  }
}
