/// A table of a report: the same rows for people and for programs.
struct ReportTable {
  struct Column {
    /// What people read above it; `nil` for one that only programs need.
    let title: String?
    /// What programs read.
    let name: String

    init(_ title: String?, _ name: String) {
      self.title = title
      self.name = name
    }
  }

  /// What a program reads in the first column of its rows.
  let name: String
  let title: String
  let columns: [Column]
  var rows: [[ReportCell]] = []
  /// How many things there are, where not all of them have a row; `nil` for a table that lists no things.
  var count: Int?
  /// Whether the first rows are the ones that matter.
  var isRanked = false
  /// A sentence below it.
  var note: String?

  init(_ name: String, _ title: String, _ columns: [Column]) {
    self.name = name
    self.title = title
    self.columns = columns
  }

  /// Rows that people read; programs get all.
  private static let mostForPeople = 10

  /// Its title, and how many of the things are listed.
  var heading: String {
    guard let count else { return title }
    let shown = peopleRows.count
    return shown < count ? "\(title) (\(shown) of \(count))" : "\(title) (\(count))"
  }

  var peopleColumns: [String] { columns.compactMap(\.title) }

  /// The cells that people read, the first rows of them where the rows are things in order of rank.
  var peopleRows: [[String]] {
    rows.prefix(isRanked ? Self.mostForPeople : rows.count).map { row in
      zip(columns, row).filter { $0.0.title != nil }.map { $0.1.text }
    }
  }
}

/// A cell, for people and for programs.
struct ReportCell {
  let text: String
  let raw: String

  init(_ text: String, raw: String? = nil) {
    self.text = text
    self.raw = raw ?? text
  }

  init(_ count: Int) {
    self.init(String(count))
  }

  /// What the recording does not tell.
  static let notKnown = ReportCell("not known")
  /// What there is not.
  static let none = ReportCell("–", raw: "")
}
