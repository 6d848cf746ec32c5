import Testing

/// A summary in front of every `package` declaration. What needs none: members whose meaning is a
/// protocol's, and stored properties, whose names and types say it or a note does.
struct SummaryTests {
  @Test func everyPackageDeclarationHasASummary() throws {
    for file in try SourceTree(under: "Sources").files + SourceTree(under: "Themes").files {
      for (index, line) in file.lines.enumerated() where needsSummary(line) {
        let hasSummary = hasSummary(above: index, in: file.lines)
        #expect(hasSummary, "\(file.path):\(index + 1): no summary: \(line)")
      }
    }
  }

  @Test(arguments: [
    ("package struct A {", true), ("  package init(a: Int) {", true),
    ("  package mutating func go() {", true), ("  package static let limit = 1", true),
    ("  package var name: Text?", false), ("  package let callSID: CallSID", false),
    ("  package var isOpen: Bool { true }", true), ("  package private(set) var a = 1", false),
    ("  package func encode(to encoder: any Encoder) throws {", false),
    ("  package import Foundation", false), ("let package = 1", false),
    ("  package static let name = \"call.ended\"", false), ("  package indirect enum A {", true),
    ("  package static func < (left: A, right: A) -> Bool {", false),
    ("  package var a: Int {", true), ("  @discardableResult package func a() {", true),
  ])
  func knowsWhatNeedsASummary(line: String, isNeeded: Bool) {
    #expect(needsSummary(line) == isNeeded)
  }

  /// Requirements of protocols, which say there what they mean.
  private static let conformances = [
    "func encode(to ", "init(from ", "func hash(into", "var description", "var debugDescription",
    "var customMirror", "func summary(_ context", "var isProblem",
    "static let name", "enum CodingKeys", "static func ==", "static func <",
    "static func isShown(by", "var pseudonymSource", "init(rawValue", "mutating func next()",
    "init(_ fields: inout FieldReader", "init(_ value: inout ValueReader", "static let words",
  ]

  private func needsSummary(_ line: String) -> Bool {
    var words = line.split(separator: " ").map(String.init)
    while words.first?.hasPrefix("@") == true { words.removeFirst() }
    guard words.first == "package", words.count > 1, words[1] != "import" else { return false }
    let declaration = words.dropFirst().joined(separator: " ")
    if declaration.hasPrefix("init("), declaration.contains("Literal") { return false }
    if Self.conformances.contains(where: declaration.hasPrefix) { return false }
    return !isStoredProperty(declaration)
  }

  /// A type's own `let` or `var` without accessors; a constant of the type is none.
  private func isStoredProperty(_ declaration: String) -> Bool {
    let words = declaration.split(separator: " ")
    guard let keyword = words.first(where: { !$0.hasSuffix("(set)") }) else { return false }
    return keyword == "let" || keyword == "var" && !declaration.contains("{")
  }

  private func hasSummary(above index: Int, in lines: [String]) -> Bool {
    let above = lines[..<index].reversed().map { $0.drop(while: \.isWhitespace) }
    return above.first { !$0.hasPrefix("@") }?.hasPrefix("///") == true
  }
}
