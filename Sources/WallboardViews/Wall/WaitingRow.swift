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
  let caller: String
  /// Why, and who is with them.
  let why: [StyledText]

  /// The fewest columns in which they say anything.
  private static let narrowestDetails = 12

  var role: StyleRole { severity?.role ?? .bigNumber }

  private var details: [StyledText] { [StyledText("\(caller)  ", emphasis: .bold)] + why }

  /// Draws the row in letters of several rows.
  func draw(_ form: WaitingForm, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    let width = WaitingForm.timeWidth(form.size, canvas.lettering) - WaitingForm.gap
    drawTime(form.size, in: rest.cut(width, from: .left), on: &canvas)
    _ = rest.cut(WaitingForm.gap, from: .left)
    guard let size = form.service, let capitals = canvas.lettering.capitals(service) else {
      let top = (area.height - 2) / 2
      canvas.draw(StyledText(service, emphasis: .bold), in: rest.row(top))
      canvas.draw(details, in: rest.row(top + 1))
      return
    }
    let name = canvas.lettering.cut(capitals, size, to: rest.width)
    if area.height > size.height {
      let whole = name == capitals ? [] : [StyledText("\(service)  ")]
      canvas.draw(whole + details, in: rest.cut(1, from: .bottom))
      canvas.drawBig(
        name, .title, atMost: size, in: rest.cut(size.height, from: .top), alignment: .left)
    } else {
      let field = rest.cut(canvas.lettering.width(of: name, in: size), from: .left)
      canvas.drawBig(name, .title, atMost: size, in: field, alignment: .left)
      _ = rest.cut(3, from: .left)
      if rest.width >= Self.narrowestDetails { canvas.draw(details, in: rest.row(1)) }
    }
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
    let width = rest.width < 44 ? rest.width : max(24, rest.width / 3)
    var field = rest.cut(width, from: .left)
    _ = field.cut(rest.isEmpty ? 0 : 2, from: .right)
    canvas.draw(StyledText(service, emphasis: .bold), in: field)
    canvas.draw(details, in: rest)
  }

  private func mark(_ glyphs: GlyphSet) -> StyledText {
    StyledText(severity.mark(glyphs), role, emphasis: .bold)
  }
}
