import FoundationEssentials

/// What is asked of `GET /v1/{workspace}/calls` (contract 3.4).
struct CallQuery: Sendable {
  let filter: CallFilter
  let limit: Int
  let start: Start
  /// How many calls had ended when the first page was made, for the pages after it.
  let endedCalls: Int?

  /// Where a page begins.
  enum Start: Sendable {
    /// In the whole list.
    case offset(Int)
    /// Among the calls of the day before: those before them, which are forgotten one by one, move
    /// nothing.
    case dayBefore(Int)

    init(offset: Int, after endedCalls: Int) {
      self = offset < endedCalls ? .offset(offset) : .dayBefore(offset - endedCalls)
    }

    func offset(after endedCalls: Int) -> Int {
      switch self {
      case .offset(let offset): offset
      case .dayBefore(let place): endedCalls + place
      }
    }
  }

  private static let defaultLimit = 20
  /// A token that a page has given is an offset, and from here on how many calls had ended by then:
  /// on the next page, those that ended since have moved nothing.
  private static let tokenUnit = 1_000_000
  /// From here on, such an offset is one in the day before.
  private static let dayBefore = tokenUnit / 2

  init(_ query: [String: String]) throws(Problem) {
    filter = try CallFilter(query)
    limit = try query.integer("limit", in: 1...100) ?? Self.defaultLimit
    let offset = try query.integer("offset", in: 0...Int.max) ?? 0
    let token = try query.integer("continuation_token", in: 0...Int.max)
    guard let token, token >= Self.tokenUnit else {
      start = .offset(token ?? offset)
      endedCalls = nil
      return
    }
    let place = token % Self.tokenUnit
    start = place < Self.dayBefore ? .offset(place) : .dayBefore(place - Self.dayBefore)
    endedCalls = token / Self.tokenUnit - 1
  }

  static func token(_ start: Start, endedCalls: Int) -> Int {
    let place =
      switch start {
      case .offset(let offset): offset
      case .dayBefore(let place): dayBefore + place
      }
    return (endedCalls + 1) * tokenUnit + place
  }
}

/// Which calls are wanted.
struct CallFilter: Sendable {
  /// In milliseconds: the first of the first day, and the first after the last day.
  private let from: Int?
  private let end: Int?
  private let status: String?
  private let direction: String?
  private let service: String?
  private let shortest: Int?
  private let longest: Int?
  private let includesSimulated: Bool

  init(_ query: [String: String]) throws(Problem) {
    from = try query.day("date_from")
    end = try query.day("date_to").map { $0 + 86_400_000 }
    status = query["status"]
    direction = query["direction"]
    service = query["service_id"]
    shortest = try query.integer("min_duration", in: Int.min...Int.max)
    longest = try query.integer("max_duration", in: Int.min...Int.max)
    includesSimulated = try query.boolean("include_simulated") ?? false
  }

  func accepts(_ ended: EndedCall) -> Bool {
    let call = ended.call
    return (includesSimulated || call.direction != .simulated)
      && from.map { call.startedAt >= $0 } ?? true && end.map { call.startedAt < $0 } ?? true
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

  /// When a day begins that there is in the calendar, as `2026-11-30`.
  fileprivate func day(_ key: String) throws(Problem) -> Int? {
    guard let text = self[key] else { return nil }
    // Its length first: the time of a year of many digits is more than a number holds.
    guard text.utf8.count == 10,
      let date = try? Date(text, strategy: .iso8601.year().month().day())
    else { throw .invalidDate(key) }
    let start = Int(date.timeIntervalSince1970) * 1000
    guard CivilTime(milliseconds: start).iso8601.hasPrefix(text) else { throw .invalidDate(key) }
    return start
  }
}

extension Problem {
  fileprivate static func invalidDate(_ parameter: String) -> Problem {
    .invalid(parameter, "Input should be a valid date, as 2026-11-30")
  }
}
