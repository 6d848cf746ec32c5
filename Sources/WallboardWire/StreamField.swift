/// What a line of an event stream that is not empty sets.
enum StreamField {
  case data, event, id, retry, comment
  /// What the standard does not have: nobody reads it.
  case other

  /// As many bytes of a line tell which it is: those of the longest name, and a colon.
  static let enough = 6

  init(_ line: Span<UInt8>) {
    self =
      switch line[0] {
      case .colon: .comment
      case UInt8(ascii: "d"): line.isNamed("data") ? .data : .other
      case UInt8(ascii: "e"): line.isNamed("event") ? .event : .other
      case UInt8(ascii: "i"): line.isNamed("id") ? .id : .other
      case UInt8(ascii: "r"): line.isNamed("retry") ? .retry : .other
      default: .other
      }
  }

  /// Whether it makes part of an event.
  var isOfEvent: Bool {
    switch self {
    case .data, .event, .id: true
    case .retry, .comment, .other: false
    }
  }

  /// Where the value of a line begins: behind the name, the colon and one space.
  func startOfValue(in line: Span<UInt8>) -> Int {
    let start = nameLength + 1
    guard start < line.count else { return line.count }
    return line[start] == .space ? start + 1 : start
  }

  private var nameLength: Int {
    switch self {
    case .data: 4
    case .event, .retry: 5
    case .id: 2
    case .comment, .other: 0
    }
  }
}

extension Span<UInt8> {
  /// Whether the line's name is this one, be there a colon behind it or not.
  @inline(__always)
  fileprivate func isNamed(_ name: StaticString) -> Bool {
    let length = name.utf8CodeUnitCount
    // The colon is nearly always there, and tells nearly all others apart.
    guard count == length || count > length && self[length] == .colon else { return false }
    return extracting(..<length).spells(name)
  }
}
