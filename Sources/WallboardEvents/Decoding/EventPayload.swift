/// The payload of one kind of event. A field that is missing or could not be understood is `nil`;
/// the keys of what the event is about are always there.
///
/// The initialiser that reads stands in an extension, so that the memberwise one stays for tests.
package protocol EventPayload: Encodable, Equatable, Sendable {
  /// Throws where a key is missing or cannot be read.
  init(_ fields: inout FieldReader) throws(FieldFault)
  /// What happened, in a few words for a person. The text must still be made safe for a terminal.
  func summary(_ context: SummaryContext) -> String
}

/// What the summary of an event is written with: the names that are known, how much may be shown,
/// and who reads it.
package struct SummaryContext {
  /// Who reads a summary. What programs read keeps the platform's words, whatever people come to
  /// call a thing.
  package enum Reader: Sendable {
    case people, programs
  }

  private let names: any NameBook
  private let disclosure: Disclosure
  private let reader: Reader

  package init(names: any NameBook, disclosure: Disclosure, for reader: Reader) {
    self.names = names
    self.disclosure = disclosure
    self.reader = reader
  }

  /// The words for who reads it.
  package func telling(people: String, programs: String) -> String {
    switch reader {
    case .people: people
    case .programs: programs
    }
  }

  func said<Known: VocabularyWord>(_ word: OpenEnum<Known>) -> String {
    telling(people: word.spoken, programs: word.words)
  }

  /// A word of which the platform has no list, such as a step or a tool.
  func said(_ word: BoundedString) -> String {
    telling(people: word.spoken, programs: word.string)
  }

  func counted(_ count: Int, _ thing: String) -> String {
    telling(people: count.counted(thing), programs: "\(count) \(thing)s")
  }

  func name(of service: ServiceID) -> String { names.name(of: service) }

  func name(of operatorID: OperatorID) -> String { names.name(of: operatorID) }

  func name(of name: BoundedString?, _ key: BoundedString) -> String { name?.string ?? short(key) }

  func person(_ identifier: Protected<PersonalIdentifier>, _ kind: String) -> String {
    identifier.label(kind, disclosure)
  }

  /// `to patient 7F3A`, or `to somebody` where there is no address.
  func patient(_ preposition: String, _ address: Protected<PersonalIdentifier>?) -> String {
    "\(preposition) " + (address.map { person($0, "patient") } ?? "somebody")
  }

  /// Who it is, behind a colon. An operator's name is not protected, a participant's is.
  func participant(
    _ name: Protected<PersonalIdentifier>?, _ operatorID: OperatorID?
  ) -> String {
    let known = operatorID.flatMap { names.knownName(of: $0)?.string }
    return (known ?? name.map { person($0, "participant") }).map { ": " + $0 } ?? ""
  }

  func words(_ text: Protected<BoundedString>) -> String { text.words(disclosure) }

  func input(_ input: Protected<ToolInput>) -> String {
    input.reveal(disclosure)?.json.description ?? input.description
  }

  func milliseconds(_ milliseconds: Double) -> String {
    guard milliseconds.isFinite, abs(milliseconds) < 1e12 else { return "an impossible time" }
    return "\(Int(milliseconds.rounded())) ms"
  }

  func content(_ data: Protected<JSONValue>) -> String {
    data.reveal(disclosure)?.description ?? data.description
  }

  func short(_ key: BoundedString) -> String { key.string.shortKey }

  func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, abs(seconds) < 1e9 else { return "an impossible time" }
    let whole = Int(seconds.rounded())
    return reader == .people && whole >= 60 ? whole.stopwatch : "\(whole) s"
  }
}

/// The names of things that events name by their keys alone.
package protocol NameBook {
  /// `nil` while the name is not known.
  func knownName(of service: ServiceID) -> BoundedString?
  /// `nil` while the name is not known.
  func knownName(of operatorID: OperatorID) -> BoundedString?
}

extension NameBook {
  /// The service's name, or the end of its key while the name is not known.
  package func name(of service: ServiceID) -> String {
    knownName(of: service)?.string ?? service.short
  }

  /// The operator's name, or the end of the key while the name is not known.
  package func name(of operatorID: OperatorID) -> String {
    knownName(of: operatorID)?.string ?? operatorID.short
  }
}
