/// A page of the manual, written in the language of mdoc(7).
package struct ManualPage: Sendable {
  package let name: String
  /// Of the manual: 1 for commands, 5 for files.
  package let section: Int
  private let summary: String
  private var body: [String] = []

  /// `summary` completes "the page's name – …": no capital, no full stop.
  package init(_ name: String, _ section: Int, _ summary: String) {
    self.name = name
    self.section = section
    self.summary = summary
  }

  /// What man(1) looks for.
  package var fileName: String { "\(name).\(section)" }

  /// The whole page. A version has one date, so that it has one page, whenever that is made.
  package func text(version: String, date: String) -> String {
    let head = [
      ".Dd \(date)", ".Dt \(name.uppercased()) \(section)", ".Os wallboard \(version)", ".Sh NAME",
      ".Nm \(name)", ".Nd \(ManualText.arguments(summary))",
    ]
    return (head + body).map { $0 + "\n" }.joined()
  }

  package mutating func section(_ title: String) { body.append(".Sh \(title)") }

  package mutating func subsection(_ title: String) {
    body.append(".Ss \(ManualText.argument(title))")
  }

  /// A paragraph.
  package mutating func text(_ words: String) {
    if !beginsSection { body.append(".Pp") }
    body += ManualText.lines(words)
  }

  private var beginsSection: Bool {
    body.last.map { $0.hasPrefix(".Sh ") || $0.hasPrefix(".Ss ") } ?? true
  }

  /// A way to call the command: what is typed, and then what may follow.
  package mutating func synopsis(_ command: String, _ rest: String) {
    body.append(".Nm \(command)")
    if !rest.isEmpty { body += ManualText.lines(rest) }
  }

  /// Names, and what each means; `width` is that of the longest name beside which its meaning begins.
  package mutating func list(_ entries: [Entry], width: Int = 6, isCompact: Bool = false) {
    guard !entries.isEmpty else { return }
    if isCompact, !beginsSection { body.append(".Pp") }
    body.append(".Bl -tag -width \(width)n" + (isCompact ? " -compact" : ""))
    for entry in entries {
      body.append(".It \(entry.head.macros)")
      body += entry.paragraphs.map(ManualText.lines).joined(separator: [".Pp"])
    }
    body.append(".El")
  }

  /// Lines that stand as they are.
  package mutating func literal(_ lines: [String]) {
    body.append(".Bd -literal -offset indent")
    body += lines.map(ManualText.literal)
    body.append(".Ed")
  }

  /// Other pages, by section and name.
  package mutating func seeAlso(_ pages: [(name: String, section: Int)]) {
    section("SEE ALSO")
    let pages = pages.filter { $0 != (name, section) }
      .sorted { ($0.section, $0.name) < ($1.section, $1.name) }
    for (index, page) in pages.enumerated() {
      body.append(".Xr \(page.name) \(page.section)" + (index + 1 < pages.count ? " ," : ""))
    }
  }

  package struct Entry {
    fileprivate let head: Head
    fileprivate let paragraphs: [String]

    package init(_ head: Head, _ paragraphs: String...) {
      self.init(head, paragraphs)
    }

    package init(_ head: Head, _ paragraphs: [String]) {
      self.head = head
      self.paragraphs = paragraphs.filter { !$0.isEmpty }
    }
  }

  /// What an entry of a list begins with.
  package enum Head {
    /// Words, in which what stands in backticks is literal.
    case words(String)
    /// An option by its names, without their dashes where they have two.
    case option([String], value: String?)
    case argument(String)
    case page(String, Int)
    case path(String)

    fileprivate var macros: String {
      switch self {
      case .words(let words): ManualText.argument(words)
      case .option(let names, let value):
        names.map { "Fl " + ManualText.escaped($0, isLiteral: true) }.joined(separator: " , ")
          + (value.map { " Ar \(ManualText.argument($0))" } ?? "")
      case .argument(let name): "Ar \(ManualText.argument(name))"
      case .page(let name, let section): "Xr \(name) \(section)"
      case .path(let path): "Pa \(ManualText.argument(path))"
      }
    }
  }
}
