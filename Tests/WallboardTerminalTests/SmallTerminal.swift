import WallboardScreen

@testable import WallboardTerminal

/// A terminal with an opinion of its own on how wide characters are.
struct SmallTerminal {
  enum Opinion {
    /// What the program believes.
    case usual
    /// Where two columns are lacking at a row's end, the glyph stands further to the left (VTE).
    case wideStaying
    /// There it is left out (xterm).
    case wideDropping
    /// Nothing is wide but what always is.
    case narrow
    /// Whatever is in doubt is wide.
    case wideEmoji

    func width(of glyph: Glyph) -> Int {
      switch (self, glyph.widthDoubt) {
      case (_, .none), (.usual, _), (.narrow, .ambiguous): glyph.width
      case (.narrow, .unknown): 1
      case (.wideEmoji, .unknown): 2
      case (.wideEmoji, .ambiguous): glyph.width
      case (.wideStaying, _), (.wideDropping, _): 2
      }
    }
  }

  private let size: Size
  private let opinion: Opinion
  /// The right half of what is wide is empty text.
  private var cells: [[String]]
  private var (x, y) = (0, 0)
  private var wraps = true

  init(_ size: Size, _ opinion: Opinion) {
    self.size = size
    self.opinion = opinion
    cells = Array(
      repeating: Array(repeating: " ", count: size.width), count: size.height)
  }

  var rows: [String] { cells.map { $0.joined() } }

  mutating func show(_ frame: [UInt8]) {
    var rest = frame[...]
    var text: [UInt8] = []
    while let byte = rest.first {
      if let sequence = ControlSequence(rest) {
        put(&text)
        perform(sequence)
        rest = rest.dropFirst(sequence.bytes.count)
        continue
      }
      rest = rest.dropFirst()
      guard byte < 0x20 else {
        text.append(byte)
        continue
      }
      put(&text)
      if byte == UInt8(ascii: "\r") { x = 0 }
      if byte == UInt8(ascii: "\n") { y = min(y + 1, size.height - 1) }
    }
    put(&text)
  }

  /// Every ASCII letter that does not stand where it has to; where the opinion is the program's, every
  /// glyph.
  func differences(from canvas: Canvas) -> [String] {
    var wrong: [String] = []
    for y in 0..<size.height {
      for (x, cell) in canvas.row(y).enumerated() {
        var text = ""
        cell.glyph.append(to: &text)
        let isSure = cell.glyph.isASCII && !text.isEmpty && text != " "
        if cells[y][x] != text, isSure || opinion == .usual {
          wrong.append("\(text) at \(x), \(y): \(cells[y][x])")
        }
      }
    }
    return wrong
  }

  private mutating func put(_ text: inout [UInt8]) {
    for glyph in GlyphReader(String(decoding: text, as: UTF8.self)) { put(glyph) }
    text = []
  }

  private mutating func put(_ glyph: Glyph) {
    let width = opinion.width(of: glyph)
    if x + width > size.width {
      if wraps {
        (x, y) = (0, y + 1)
        if y == size.height { scroll() }
      } else if opinion == .wideDropping, width == 2 {
        return
      } else {
        x = size.width - width
      }
    }
    release(x)
    release(x + width - 1)
    var text = ""
    glyph.append(to: &text)
    for offset in 0..<width { cells[y][x + offset] = offset == 0 ? text : "" }
    x += width
  }

  /// What is wide loses both halves with one.
  private mutating func release(_ column: Int) {
    if cells[y][column] == "", column > 0 { cells[y][column - 1] = " " }
    if column + 1 < size.width, cells[y][column + 1] == "" { cells[y][column + 1] = " " }
    cells[y][column] = " "
  }

  private mutating func scroll() {
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: size.width))
    y = size.height - 1
  }

  private mutating func perform(_ sequence: ControlSequence) {
    let values = String(decoding: sequence.parameters, as: UTF8.self).split(separator: ";")
      .compactMap { Int($0) }
    switch sequence.final {
    case UInt8(ascii: "H"): (x, y) = ((values.last ?? 1) - 1, (values.first ?? 1) - 1)
    case UInt8(ascii: "G"): x = sequence.count - 1
    case UInt8(ascii: "h"), UInt8(ascii: "l"): wraps = sequence.final == UInt8(ascii: "h")
    default: break
    }
    x = min(x, size.width - 1)
  }
}
