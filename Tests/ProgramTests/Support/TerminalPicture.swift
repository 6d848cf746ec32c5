import WallboardScreen

/// What stands on a terminal's screen after it was told something.
struct TerminalPicture {
  private let columns: Int
  private let rows: Int
  /// The columns that everything but ASCII takes which usually takes one.
  private let ambiguousWidth: Int
  private var cells: [[String]]
  private var x = 0
  private var y = 0
  private var top = 0
  private var bottom: Int
  /// Where the cursor was when it was to be remembered.
  private var saved = (x: 0, y: 0)
  /// Private modes that were set or reset.
  private(set) var modes: [Int: Bool] = [:]

  init(columns: Int, rows: Int, ambiguousWidth: Int = 1) {
    self.ambiguousWidth = ambiguousWidth
    self.columns = columns
    self.rows = rows
    bottom = rows - 1
    cells = Self.blank(columns, rows)
  }

  /// Where the cursor is, both from 1 on.
  var cursor: (row: Int, column: Int) { (y + 1, x + 1) }

  /// The rows as text. The right half of a wide character is nothing.
  var lines: [String] { cells.map { $0.joined() } }

  /// The ASCII letters, signs and digits, and where they stand.
  var letters: [[Int: String]] {
    cells.map { row in
      var letters: [Int: String] = [:]
      for (column, text) in row.enumerated() where text != " " && text != "" {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { letters[column] = text }
      }
      return letters
    }
  }

  /// The rows with every number, and the room before it, as `#`: what may tick between two pictures.
  var timeless: [String] {
    lines.map { line in
      var result = ""
      for character in line {
        guard character.isASCII, character.isNumber else {
          // A border is as long as the numbers in it leave room for.
          if character != "─" || result.last != "─" { result.append(character) }
          continue
        }
        while result.last == " " { result.removeLast() }
        if result.last != "#" { result.append("#") }
      }
      return result
    }
  }

  mutating func apply(_ bytes: [UInt8], _ dialect: TerminalDialect = TerminalDialect()) {
    apply(TerminalTokens(bytes, dialect))
  }

  mutating func apply(_ output: TerminalTokens) {
    for token in output.tokens { apply(token) }
  }

  private mutating func apply(_ token: TerminalToken) {
    switch token {
    case .text(let scalar): put(scalar)
    case .control(0x0D): x = 0
    case .control(0x0A):
      if y == bottom { moveLines(UInt8(ascii: "S"), 1) } else { y = min(rows - 1, y + 1) }
    case .control(0x08): x = max(0, x - 1)
    case .control(0x09): x = min(columns - 1, (x / 8 + 1) * 8)
    case .order(true, let values, let byte): if let mode = values.first { note(mode, byte) }
    case .order(false, let values, let byte): perform(byte, values)
    case .short([UInt8(ascii: "M")]):
      if y == top { moveLines(UInt8(ascii: "T"), 1) } else { y = max(0, y - 1) }
    case .short([UInt8(ascii: "7")]): saved = (x, y)
    case .short([UInt8(ascii: "8")]): (x, y) = saved
    case .control, .short, .clipboard, .forbidden: break
    }
  }

  private mutating func note(_ mode: Int, _ byte: UInt8) {
    modes[mode] = byte == UInt8(ascii: "h")
    if mode == 1049 { cells = Self.blank(columns, rows) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    guard case .printable(let width) = ScalarClass(scalar) else {
      if ScalarClass(scalar) == .mark, x > 0, y < rows {
        cells[y][x - 1].unicodeScalars.append(scalar)
      }
      return
    }
    let columnsTaken = scalar.isASCII ? width : max(width, ambiguousWidth)
    if x + columnsTaken > columns { leaveRow(columnsTaken) }
    release(x)
    release(x + columnsTaken - 1)
    for offset in 0..<columnsTaken where y < rows && x + offset < columns {
      cells[y][x + offset] = offset == 0 ? String(scalar) : ""
    }
    x += columnsTaken
  }

  /// What has no room in its row goes to the next one, or stands further to the left.
  private mutating func leaveRow(_ width: Int) {
    if ambiguousWidth == 2, modes[7] != false {
      (x, y) = (0, y + 1)
      if y == rows { cells = cells.dropFirst() + Self.blank(columns, 1) }
      y = min(y, rows - 1)
    } else {
      x = max(0, columns - width)
    }
  }

  /// What is wide loses both halves with one.
  private mutating func release(_ column: Int) {
    guard y < rows, column < columns else { return }
    if cells[y][column] == "", column > 0 { cells[y][column - 1] = " " }
    if column + 1 < columns, cells[y][column + 1] == "" { cells[y][column + 1] = " " }
    cells[y][column] = " "
  }

  private mutating func perform(_ byte: UInt8, _ values: [Int]) {
    let count = max(1, values.first ?? 1)
    switch byte {
    case UInt8(ascii: "H"): go(values.last ?? 1, values.first ?? 1)
    case UInt8(ascii: "G"): go(count, y + 1)
    case UInt8(ascii: "d"): go(x + 1, count)
    case UInt8(ascii: "A"): go(x + 1, y + 1 - count)
    case UInt8(ascii: "B"): go(x + 1, y + 1 + count)
    case UInt8(ascii: "C"): go(x + 1 + count, y + 1)
    case UInt8(ascii: "D"): go(x + 1 - count, y + 1)
    case UInt8(ascii: "Z"): go(max(0, (x - 1) / 8 * 8) + 1, y + 1)
    case UInt8(ascii: "J"): erase(wholly: values == [2])
    case UInt8(ascii: "K"): blank(values == [1] ? 0..<(min(x, columns - 1) + 1) : x..<columns)
    case UInt8(ascii: "X"): blank(x..<(x + count))
    case UInt8(ascii: "@"): shift(by: count)
    case UInt8(ascii: "P"): shift(by: -count)
    case UInt8(ascii: "r"): setRegion(values)
    default: moveLines(byte, count)
    }
  }

  private mutating func go(_ column: Int, _ row: Int) {
    x = min(max(column, 1), columns) - 1
    y = min(max(row, 1), rows) - 1
  }

  private mutating func erase(wholly: Bool) {
    blank(wholly ? 0..<columns : x..<columns)
    for row in (wholly ? 0 : y + 1)..<max(rows, y + 1) where row < rows {
      cells[row] = Self.blank(columns, 1)[0]
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for column in range.clamped(to: 0..<columns) where y < rows { cells[y][column] = " " }
  }

  private mutating func shift(by count: Int) {
    let spaces = Array(repeating: " ", count: min(abs(count), columns - min(x, columns)))
    guard !spaces.isEmpty else { return }
    if count > 0 {
      cells[y].insert(contentsOf: spaces, at: x)
      cells[y].removeLast(spaces.count)
    } else {
      cells[y].removeSubrange(x..<(x + spaces.count))
      cells[y] += spaces
    }
  }

  private mutating func setRegion(_ values: [Int]) {
    top = max(0, (values.first ?? 1) - 1)
    bottom = min(rows, values.last ?? rows) - 1
    go(1, 1)
  }

  private mutating func moveLines(_ byte: UInt8, _ count: Int) {
    let first = "ST".utf8.contains(byte) ? top : y
    guard "STLM".utf8.contains(byte), first <= bottom else { return }
    let isUp = byte == UInt8(ascii: "S") || byte == UInt8(ascii: "M")
    for _ in 0..<min(count, bottom - first + 1) {
      cells.remove(at: isUp ? first : bottom)
      cells.insert(Self.blank(columns, 1)[0], at: isUp ? bottom : first)
    }
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }
}
