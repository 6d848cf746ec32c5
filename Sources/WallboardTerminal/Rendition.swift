import CNcurses

/// How ncurses is told to draw a style.
struct Rendition {
  static let plain = Rendition(attributes: 0, pair: 0)

  let attributes: attr_t
  let pair: Int32
}
