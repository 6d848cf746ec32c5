/// How a story misbehaves.
extension SimulatedPlatform {
  func damaged(_ story: JSON) -> JSON {
    var story = story
    if let count = faults.amount(of: .storyTurns) { story = story.withTurns(count) }
    if let size = faults.amount(of: .storyWords) { story = story.withWords(ofBytes: size << 20) }
    guard faults.isOn(.storyGarbage) else { return story }
    damagedStories += 1
    return story.damagedWithTurns(number: damagedStories)
  }

  /// The answer to a read, which a fault may cut in the middle.
  func answer(_ read: Read, with json: JSON) -> HTTPResponse {
    let response = HTTPResponse(json: json)
    guard read == .story, faults.take(oneOf: [.storyCut]) != nil,
      case .whole(let bytes) = response.body
    else { return response }
    let (pieces, continuation) = StreamFeed.Pieces.makeStream()
    continuation.yield(Array(bytes.prefix(bytes.count / 2)))
    continuation.finish(throwing: Dropped())
    return HTTPResponse(headers: response.headers, .pieces(pieces))
  }
}

extension JSON {
  private var turns: [JSON] {
    guard case .array(let turns)? = self["turns"] else { return [] }
    return turns
  }

  /// The turns again and again, until there are so many.
  fileprivate func withTurns(_ count: Int) -> JSON {
    let turns = turns
    guard !turns.isEmpty else { return self }
    let many = (0..<count).map { index in
      turns[index % turns.count].replacing("id", with: .string("turn-\(index + 1)"))
    }
    return replacing("turns", with: .array(many))
  }

  /// What was said again and again, until it is so long.
  fileprivate func withWords(ofBytes size: Int) -> JSON {
    let keys = ["user_transcript", "agent_transcript"]
    let lines = turns.reduce(0) { sum, turn in sum + keys.count { turn[$0] ?? .null != .null } }
    let share = size / max(1, lines)
    let long = turns.map { turn in
      keys.reduce(turn) { turn, key in
        guard case .string(let words)? = turn[key] else { return turn }
        let times = share / (words.utf8.count + 1) + 1
        return turn.replacing(key, with: .string(String(repeating: words + " ", count: times)))
      }
    }
    return replacing("turns", with: .array(long))
  }

  fileprivate func damagedWithTurns(number: Int) -> JSON {
    let turns = turns.enumerated().map { $1.damaged(number: number + $0) }
    return damaged(number: number, sparing: "turns").replacing("turns", with: .array(turns))
  }

  /// Without one of its members, and with another one of another type: with each number others.
  private func damaged(number: Int, sparing kept: String? = nil) -> JSON {
    let members = members
    let damaged = members.enumerated().compactMap { index, member -> Member? in
      guard member.key != kept else { return member }
      if index == number % members.count { return nil }
      guard index == (number + members.count / 2) % members.count else { return member }
      return Member(key: member.key, value: member.value.ofAnotherType)
    }
    return .object(damaged)
  }

  private var ofAnotherType: JSON {
    switch self {
    case .string, .null: [7]
    case .array, .object: 7
    case .boolean, .integer, .number: "seven"
    }
  }

  private func replacing(_ key: String, with value: JSON) -> JSON {
    .object(members.map { $0.key == key ? Member(key: key, value: value) : $0 })
  }
}
