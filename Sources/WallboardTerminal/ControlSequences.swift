package import WallboardScreen

/// A control sequence without intermediate bytes (ECMA-48 5.4).
struct ControlSequence {
  let bytes: ArraySlice<UInt8>
  let parameters: ArraySlice<UInt8>
  let final: UInt8

  /// ncurses writes none with more parameters.
  private static let longest = 64

  /// The sequence that the bytes begin with.
  init?(_ rest: ArraySlice<UInt8>) {
    guard rest.starts(with: [0x1B, UInt8(ascii: "[")]) else { return nil }
    let following = rest.dropFirst(2).prefix(Self.longest)
    guard let end = following.firstIndex(where: { !(0x30...0x3F).contains($0) }),
      (0x40...0x7E).contains(following[end])
    else { return nil }
    bytes = rest[...end]
    parameters = following[..<end]
    final = following[end]
  }

  /// Its only parameter; 1 where it is left out.
  var count: Int { max(1, Int(String(decoding: parameters, as: UTF8.self)) ?? 1) }
}

/// What SGR sequences add up to (ECMA-48 8.3.117).
struct GraphicRendition: Equatable {
  /// Bit n is on when aspect n is: 1 is bold, 2 dim, 3 italic, 4 underlined, 7 reversed.
  private var aspects: UInt16 = 0
  /// The parameters that chose them, such as `31` or `38;5;208`; empty for the terminal's own.
  private var foreground: [UInt8] = []
  private var background: [UInt8] = []

  /// The rendition after a sequence with these parameters; `nil` when they are not understood.
  func selecting(_ parameters: ArraySlice<UInt8>) -> GraphicRendition? {
    var next = self
    var fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)[
      ...]
    while let field = fields.popFirst() {
      guard let number = field.isEmpty ? 0 : Int(String(decoding: field, as: UTF8.self)) else {
        return nil
      }
      switch number {
      case 0: next = GraphicRendition()
      case 1...9: next.aspects |= 1 << UInt16(number)
      case 30...37, 90...97: next.foreground = Array(field)
      case 40...47, 100...107: next.background = Array(field)
      case 38, 48:
        guard let color = Self.color(field, takenFrom: &fields) else { return nil }
        if number == 38 { next.foreground = color } else { next.background = color }
      case 39: next.foreground = []
      case 49: next.background = []
      default: return nil
      }
    }
    return next
  }

  /// Whether the parameters begin with a reset, so that it does not matter what was before.
  static func resets(_ parameters: ArraySlice<UInt8>) -> Bool {
    let first = parameters.prefix { $0 != UInt8(ascii: ";") }
    return first.isEmpty || first.elementsEqual([UInt8(ascii: "0")])
  }

  /// Whether a blank looks the same in both: boldness and the like show on letters only.
  func looksBlankLike(_ other: GraphicRendition) -> Bool {
    guard background == other.background else { return false }
    // Underlined, blinking, reversed, hidden or crossed out: that shows, in the letters' colour.
    let seen: UInt16 = 0b11_1111_0000
    return (aspects | other.aspects) & seen == 0 || self == other
  }

  /// The shortest sequence that makes this of another rendition, or of any when that is not known.
  func sequence(after other: GraphicRendition?) -> [UInt8] {
    let whole = Self.sequence(of: self == GraphicRendition() ? [] : [[UInt8(ascii: "0")]] + parts)
    guard let other, let changes = changes(of: other) else { return whole }
    let short = Self.sequence(of: changes)
    return short.count < whole.count ? short : whole
  }

  private var parts: [[UInt8]] {
    Self.numbers(aspects) + [foreground, background].filter { !$0.isEmpty }
  }

  /// What makes this of another rendition; `nil` where a terminal without colours, which may know no
  /// more than how to reset all, would have to take something back.
  private func changes(of other: GraphicRendition) -> [[UInt8]]? {
    let isColored = [other.foreground, other.background].contains { !$0.isEmpty }
    let ended = other.aspects & ~aspects
    guard isColored || ended == 0 else { return nil }
    var changes: [[UInt8]] = []
    // Bold and dim end together.
    let isOfWeight = ended & Self.weights != 0
    if isOfWeight { changes.append(Array("22".utf8)) }
    changes += Self.numbers(ended & ~Self.weights).map { [UInt8(ascii: "2")] + $0 }
    changes += Self.numbers(aspects & ~(isOfWeight ? other.aspects & ~Self.weights : other.aspects))
    if foreground != other.foreground {
      changes.append(foreground.isEmpty ? Array("39".utf8) : foreground)
    }
    if background != other.background {
      changes.append(background.isEmpty ? Array("49".utf8) : background)
    }
    return changes
  }

  private static let weights: UInt16 = 0b110

  private static func numbers(_ aspects: UInt16) -> [[UInt8]] {
    (UInt8(1)...9).filter { aspects & (1 << UInt16($0)) != 0 }.map { [UInt8(ascii: "0") + $0] }
  }

  private static func sequence(of parts: [[UInt8]]) -> [UInt8] {
    Array("\u{1B}[".utf8) + parts.joined(separator: [UInt8(ascii: ";")]) + [UInt8(ascii: "m")]
  }

  /// A colour by number, `38;5;n`, or by its parts, `38;2;r;g;b`.
  private static func color(
    _ layer: ArraySlice<UInt8>, takenFrom fields: inout ArraySlice<ArraySlice<UInt8>>
  ) -> [UInt8]? {
    let isByNumber = fields.first?.elementsEqual([UInt8(ascii: "5")]) == true
    let isByParts = fields.first?.elementsEqual([UInt8(ascii: "2")]) == true
    let count = isByNumber ? 2 : 4
    guard isByNumber || isByParts, fields.count >= count else { return nil }
    defer { fields = fields.dropFirst(count) }
    return Array(([layer] + fields.prefix(count)).joined(separator: [UInt8(ascii: ";")]))
  }
}

/// Ways to move the cursor that a terminal may have.
struct CursorMoves: OptionSet {
  let rawValue: Int

  /// By the column alone: CHA (ECMA-48 8.3.9).
  static let toColumn = CursorMoves(rawValue: 1)
  /// By CR LF, even behind the last column of a row: the terminal wraps only once another character
  /// follows (`xenl` of terminfo).
  static let toNextLine = CursorMoves(rawValue: 2)

  /// What goes to a column of the cursor's row; the first is 0.
  func sequence(toColumn column: Int) -> [UInt8] {
    if contains(.toColumn) { return Array("\u{1B}[\(column + 1)G".utf8) }
    // CUF (ECMA-48 8.3.20), which the oldest of them have.
    return Array((column == 0 ? "\r" : "\r\u{1B}[\(column)C").utf8)
  }
}

/// Whether what is written behind the last column goes on in the next row (DECAWM).
enum AutoWrap {
  static let off = Array("\u{1B}[?7l".utf8)
  static let on = Array("\u{1B}[?7h".utf8)
}

extension Style {
  /// The SGR sequence for text that is written without ncurses, with colours as terminals of 256 or
  /// more take them (after ITU-T T.416). The style must be reduced to what the terminal has.
  package var sequence: String {
    let codes = ["0"] + attributeCodes + foregroundCode + backgroundCode
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  package static let endOfSequence = "\u{1B}[0m"

  private var attributeCodes: [String] {
    let codes: [(TextAttributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    return codes.filter { attributes.contains($0.0) }.map(\.1)
  }

  private var foregroundCode: [String] { foreground.code(plain: 30, bright: 90, other: 38) }

  private var backgroundCode: [String] { background.code(plain: 40, bright: 100, other: 48) }
}

extension Color {
  fileprivate func code(plain: Int, bright: Int, other: Int) -> [String] {
    switch self {
    case .terminalDefault: []
    case .ansi(let color):
      [String(Int(color.base.rawValue) + (color.isBright ? bright : plain))]
    case .indexed(let index): ["\(other)", "5", "\(index)"]
    case .rgb(let color): ["\(other)", "2", "\(color.red)", "\(color.green)", "\(color.blue)"]
    }
  }
}
