/// What was sent that is not for everybody's eyes, so that a reader's output can be searched for
/// it. Each string is kept once in a list.
struct SpokenWords: Sendable {
  /// How many strings are kept; what comes later is only counted.
  static let limit = 50_000

  private var lists: [String: [String]] = [:]
  private var known: [String: Set<String>] = [:]
  private var count = 0
  private var omitted = 0

  /// Takes an event's data or the answer to a read. An operator's or an agent's name or number has
  /// a list of its own, `operator_names`.
  mutating func take(_ data: JSON, of event: String? = nil) {
    switch data {
    case .object(let members):
      let role = Self.prefix(for: data)
      for member in members {
        guard let list = SpokenField.list(of: member.key, in: event) else {
          take(member.value)
          continue
        }
        add(member.value, to: role + list)
      }
    case .array(let elements): for element in elements { take(element) }
    case .null, .boolean, .integer, .number, .string: break
    }
  }

  private static func prefix(for person: JSON) -> String {
    // Only an operator's item in a read says how to reach the person.
    if person["connection_method"] != nil { return Cast.Role.operator.rawValue + "_" }
    guard case .string(let role)? = person["participant_role"], role != Cast.Role.caller.rawValue
    else { return "" }
    return role + "_"
  }

  /// Each list by its name, and how many strings are not in any for want of room.
  var json: JSON {
    let members = lists.sorted { $0.key < $1.key }.map {
      JSON.Member(key: $0.key, value: .array($0.value.map(JSON.string)))
    }
    return .object(members).with("omitted", .integer(omitted))
  }

  private mutating func add(_ value: JSON, to list: String) {
    switch value {
    case .string(let text): add(text, to: list)
    case .array(let values): for value in values { add(value, to: list) }
    case .object(let members): for member in members { add(member.value, to: list) }
    case .null, .boolean, .integer, .number: break
    }
  }

  private mutating func add(_ text: String, to list: String) {
    guard !text.isEmpty, known[list]?.contains(text) != true else { return }
    guard count < Self.limit else { return omitted += 1 }
    count += 1
    known[list, default: []].insert(text)
    lists[list, default: []].append(text)
  }
}
