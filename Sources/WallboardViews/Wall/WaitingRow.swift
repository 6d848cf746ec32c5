import WallboardBoard
import WallboardScreen

/// How the rows of one list look, so that all look the same.
struct WaitingForm {
  /// The letters of the times, and so the height of a row.
  let size: BigText.Size
  /// The letters of the services; `nil` where they are text.
  let service: BigText.Size?
  /// Whether a service is too long even in the smallest of them, and is cut.
  let isCut: Bool

  /// The fewest columns beside a time in big letters.
  static let narrowest = 24

  init(_ size: BigText.Size, of rows: [WaitingRow], width: Int, _ lettering: Lettering) {
    self.size = size
    // In higher rows a line below the service tells more.
    let height = size == .small ? size.height : size.height - 2
    let space = Size(width: width - Self.timeWidth(size, lettering), height: height)
    let names = rows.compactMap { lettering.capitals($0.service) }
    let sizes = names.map { lettering.size(of: $0, atMost: size, in: space) }
    isCut = sizes.contains(nil)
    service = isCut ? lettering.isASCII ? nil : .small : sizes.compactMap(\.self).min()
  }

  /// How much can be read from afar: a time in huge letters beside a tiny service tells less than both
  /// in large ones.
  var legibility: Int { size.height + 2 * (isCut ? 1 : service?.height ?? 1) }

  /// The columns of a time in big letters, with its mark and what is free around it.
  static func timeWidth(_ size: BigText.Size, _ lettering: Lettering) -> Int {
    markWidth + lettering.width(of: "00:00", in: size) + 1 + gap
  }

  fileprivate static let markWidth = 3
  fileprivate static let gap = 2
}

/// A caller who waits: since when, for which service, and for those who stand nearer, who and why.
struct WaitingRow: Equatable {
  /// `?` if it is not known.
  let time: String
  /// How bad that is.
  let severity: Severity?
  let service: String
  /// Whether what is wrong stands in the place of the service: who it is must be seen beside it.
  var isAlert = false
  let caller: String
  /// Why, and who is with them.
  let why: [StyledText]

  /// The fewest columns in which they say anything.
  private static let narrowestDetails = 12
  /// The columns between large letters and them.
  private static let gap = 3

  var role: StyleRole { severity?.role ?? .bigNumber }

  private var details: [StyledText] { [StyledText("\(caller)  ", emphasis: .bold)] + why }

  /// Draws the row in letters of several rows. There may be a free line below it.
  func draw(_ form: WaitingForm, in area: Rect, below: Rect, on canvas: inout Canvas) {
    let width = WaitingForm.timeWidth(form.size, canvas.lettering)
    var (time, rest) = area.divided(at: width, from: .left)
    _ = time.cut(WaitingForm.gap, from: .right)
    drawTime(form.size, in: time, on: &canvas)
    guard let size = form.service, let capitals = canvas.lettering.capitals(service),
      let name = isAlert && below.isEmpty
        ? name(capitals, size, in: rest.size, canvas.lettering)
        : canvas.lettering.cut(capitals, size, to: rest.width)
    else {
      let top = (area.height - 2) / 2
      canvas.draw(StyledText(service, emphasis: .bold), in: rest.row(top))
      canvas.draw(details, in: rest.row(top + 1))
      return
    }
    let whole = name == capitals ? [] : [StyledText("\(service)  ")]
    if area.height > size.height {
      canvas.draw(whole + details, in: rest.cut(1, from: .bottom))
      canvas.drawBig(
        name, .title, atMost: size, in: rest.cut(size.height, from: .top), alignment: .left)
    } else {
      let field = rest.cut(canvas.lettering.width(of: name, in: size), from: .left)
      canvas.drawBig(name, .title, atMost: size, in: field, alignment: .left)
      _ = rest.cut(Self.gap, from: .left)
      if rest.width >= Self.narrowestDetails {
        if isAlert { canvas.draw(whole, in: rest.row(0)) }
        canvas.draw(details, in: rest.row(1))
      } else if isAlert {
        canvas.draw(whole + details, in: below.divided(at: width, from: .left).remainder)
      }
    }
  }

  /// The words of an alert that leave room for who it is beside them; `nil` where not even one does.
  private func name(
    _ capitals: String, _ size: BigText.Size, in space: Size, _ lettering: Lettering
  ) -> String? {
    // There is a line below them.
    guard space.height == size.height else {
      return lettering.cut(capitals, size, to: space.width)
    }
    var words = capitals.split(separator: " ")
    let room = space.width - Self.gap - Self.narrowestDetails
    while !words.isEmpty {
      let name = words.joined(separator: " ")
      if lettering.width(of: name, in: size) <= room { return name }
      words.removeLast()
    }
    return nil
  }

  private func drawTime(_ size: BigText.Size, in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area, role: role, emphasis: .figure)
    var field = area
    let margin = field.cut(WaitingForm.markWidth, from: .left).inset(horizontal: 1, vertical: 0)
    canvas.draw(mark(canvas.glyphs), in: margin.row(area.height / 2))
    _ = field.cut(1, from: .right)
    canvas.drawBig(time, role, atMost: size, in: field, alignment: .right)
  }

  /// Draws the row as a line of text.
  func drawLine(in line: Rect, on canvas: inout Canvas) {
    var rest = line
    canvas.draw(mark(canvas.glyphs), in: rest.cut(2, from: .left))
    canvas.draw(StyledText(time, role, emphasis: .bold), in: rest.cut(8, from: .left))
    let needed = canvas.lettering.width(of: service) + 2
    let narrow =
      isAlert && rest.width >= 2 * Self.narrowestDetails
      ? min(needed, rest.width - Self.narrowestDetails) : rest.width
    let width = rest.width < 44 ? narrow : max(24, rest.width / 3)
    var field = rest.cut(width, from: .left)
    _ = field.cut(rest.isEmpty ? 0 : 2, from: .right)
    canvas.draw(StyledText(service, emphasis: .bold), in: field)
    canvas.draw(details, in: rest)
  }

  private func mark(_ glyphs: GlyphSet) -> StyledText {
    StyledText(severity.mark(glyphs), role, emphasis: .bold)
  }
}
