import WallboardWire

/// The members of one object of a payload, read by their names; what nobody reads is left over.
///
/// The first of equal names wins. A text that is no object has no fields. A field that cannot be
/// understood counts as absent and costs nothing else; the reader notes the fault.
package struct FieldReader: ~Copyable, ~Escapable {
  /// The most levels of arrays and objects of a payload; those of the contract have at most 3.
  package static let deepest = JSONReader.deepest
  /// The limit for a text of which only a part matters: the rest may be anything.
  package static let deepestAround = 512

  private let element: JSONElement
  private let author: JSONAuthor
  private let storage: FieldStorage?
  private var members: [JSONMember]
  /// All members before this one have been read.
  private var firstUnread = 0
  private(set) var faultList = FaultList()

  /// Throws where the text is no JSON. The members stand in the storage's memory until
  /// ``giveBack()``.
  @_lifetime(copy text)
  package init(
    _ text: Span<UInt8>, deepest: Int = JSONReader.deepest, author: JSONAuthor = .platform,
    storage: FieldStorage? = nil
  ) throws(FieldFault) {
    var members = storage?.take() ?? Self.noMembers()
    var reader = JSONReader(text, deepest: deepest)
    do throws(JSONFault) {
      element = JSONElement(text, try reader.whole(into: &members))
    } catch {
      throw FieldFault(error, deepest: deepest)
    }
    self.members = members
    self.author = author
    self.storage = storage
  }

  /// A reader of a value within a text.
  @_lifetime(copy element)
  init(_ element: JSONElement, author: JSONAuthor) throws(FieldFault) {
    var members: [JSONMember] = []
    if element.kind == .object {
      members = Self.noMembers()
      var reader = element.reader
      do throws(JSONFault) { _ = try reader.whole(into: &members) } catch {
        throw FieldFault(error)
      }
    }
    self.element = copy element
    self.members = members
    self.author = author
    storage = nil
  }

  /// Room for as many as most objects have.
  private static func noMembers() -> [JSONMember] {
    var members: [JSONMember] = []
    members.reserveCapacity(16)
    return members
  }

  /// Returns the memory of the members to the storage, for the next reader.
  package mutating func giveBack() {
    storage?.give(&members)
  }

  /// Throws unless the text is an object.
  func checkObject() throws(FieldFault) {
    guard element.kind == .object else {
      throw FieldFault(.expected(.object, found: element.kind))
    }
  }

  package var whole: ValueReader {
    @_lifetime(copy self)
    get { ValueReader(element, author: author) }
  }

  /// The value of a field that says what the payload is about. Without it the payload means
  /// nothing: this throws where it is missing or cannot be read.
  package mutating func key<Value: FieldReadable>(
    _ name: StaticString, _ type: Value.Type = Value.self
  ) throws(FieldFault) -> Value {
    guard let piece = take(name) else { throw FieldFault(.missing).in(name) }
    return try read(piece, name)
  }

  /// A key that has no type of its own: a text that is neither empty nor longer than an identifier.
  mutating func textKey(_ name: StaticString) throws(FieldFault) -> BoundedString {
    let text = try key(name, BoundedString.self)
    guard !text.isEmpty, text.string.utf8.count <= Limits.identifierLength else {
      throw FieldFault(.noIdentifier).in(name)
    }
    return text
  }

  /// The value of a field that the contract requires. Where it is missing, null or unreadable, this
  /// is `nil` and a fault is noted.
  package mutating func required<Value: FieldReadable>(
    _ name: StaticString, _ type: Value.Type = Value.self
  ) -> Value? {
    guard let piece = take(name) else {
      faultList.add(FieldFault(.missing).in(name))
      return nil
    }
    return readable(piece, name)
  }

  /// The value of a field that may be missing or null, which is no fault. An unreadable one is
  /// `nil` too, and a fault is noted.
  package mutating func optional<Value: FieldReadable>(
    _ name: StaticString, _ type: Value.Type = Value.self
  ) -> Value? {
    guard let piece = take(name), piece.kind != .null else { return nil }
    return readable(piece, name)
  }

  /// The same, for whoever must tell an unreadable value from an absent one.
  package mutating func told<Value: FieldReadable>(
    _ name: StaticString, _ type: Value.Type = Value.self
  ) -> Told<Value> {
    guard let piece = take(name), piece.kind != .null else { return .nothing }
    return readable(piece, name).map(Told.value) ?? .unreadable
  }

  /// The same of a value that has to lie in that range.
  mutating func optional<Value: FieldReadable & Comparable>(
    _ name: StaticString, in range: ClosedRange<Value>
  ) -> Value? {
    guard let value = optional(name, Value.self) else { return nil }
    guard range.contains(value) else {
      faultList.add(FieldFault(.unfit).in(name))
      return nil
    }
    return value
  }

  /// The faults of the fields that were read so far.
  package var faults: FieldFaults { FieldFaults(faultList) }

  /// Throws the first fault, for a text that counts only if all that was read of it is understood.
  package func checkFaults() throws(FieldFault) {
    if let first = faultList.kept.first { throw first }
  }

  /// The event's name, which stands in the field of that name (contract 1.2, C12). The field still
  /// counts as unread.
  func eventName(_ key: StaticString) throws(FieldFault) -> String {
    for member in members where element.other(member.name).spells(key) {
      guard member.value.kind != .null else { break }
      var value = ValueReader(element.other(member.value), author: author)
      guard value.kind == .string else { throw value.unexpected(.string).in(key) }
      let name: String
      do throws(FieldFault) { name = try value.string() } catch { throw error.in(key) }
      guard !name.isEmpty else { break }
      return name
    }
    throw FieldFault(.noName)
  }

  /// Throws where the field is missing.
  @_lifetime(copy self)
  package mutating func nested(_ name: StaticString) throws(FieldFault) -> FieldReader {
    guard let piece = take(name) else { throw FieldFault(.missing).in(name) }
    return try FieldReader(element.other(piece), author: author)
  }

  /// Counts the field as read, so that it is not left over.
  package mutating func skip(_ name: StaticString) { _ = take(name) }

  private mutating func read<Value: FieldReadable>(
    _ piece: JSONPiece, _ name: StaticString
  ) throws(FieldFault) -> Value {
    var value = ValueReader(element.other(piece), author: author)
    do throws(FieldFault) {
      let read = try Value(&value)
      faultList.add(value.faultList) { $0.in(name) }
      return read
    } catch { throw error.in(name) }
  }

  private mutating func readable<Value: FieldReadable>(
    _ piece: JSONPiece, _ name: StaticString
  ) -> Value? {
    do throws(FieldFault) { return try read(piece, name) } catch {
      faultList.add(error)
      return nil
    }
  }

  private mutating func take(_ name: StaticString) -> JSONPiece? {
    let length = name.utf8CodeUnitCount
    for index in firstUnread..<members.count {
      let member = members[index]
      guard !member.isRead, member.name.mayHave(bytes: length),
        element.other(member.name).spells(name)
      else { continue }
      members[index].isRead = true
      while firstUnread < members.count, members[firstUnread].isRead { firstUnread += 1 }
      return member.value
    }
    return nil
  }
}

extension FieldReader {
  /// What nobody read: fields that the contract does not have. One whose value cannot be held, such
  /// as a number beyond `Double`, is null.
  package mutating func extras() -> [String: Protected<JSONValue>] {
    remaining { value in (try? Protected<JSONValue>(&value)) ?? Protected(.null) }
  }

  /// All that nobody read, as one value; the whole text where nothing was read.
  package mutating func rest() throws(FieldFault) -> Protected<JSONValue> {
    var found = FaultList()
    defer { faultList.add(found) { $0 } }
    guard members.contains(where: \.isRead) else {
      var whole = whole
      defer { found = whole.faultList }
      return try Protected(&whole)
    }
    let values = try remaining { value throws(FieldFault) in
      defer { found.add(value.faultList) { FieldFault($0.problem) } }
      return try JSONValue(&value)
    }
    return Protected(.object(values))
  }

  /// The values of the unread members by their names: of equal names the first, none of a name that
  /// was read, and none for which `read` returns `nil`.
  mutating func remaining<Value, Fault: Error>(
    _ read: (inout ValueReader) throws(Fault) -> Value?
  ) throws(Fault) -> [String: Value] {
    guard firstUnread < members.count else { return [:] }
    // Room at once, for a dictionary that grows is built anew each time; but little of it, for
    // names may repeat, and the room is kept as long as the values are.
    var values = [String: Value](minimumCapacity: min(members.count - firstUnread, 16))
    var leftOut: Set<String> = []
    // Read members are of the contract, so they are few; unread ones may be a hundred thousand.
    var known: [JSONMember] = []
    for member in members where member.isRead {
      if known.isEmpty { known.reserveCapacity(16) }
      known.append(member)
    }
    for member in members[firstUnread...] where !member.isRead {
      if hasName(of: member, known) { continue }
      let name = name(of: member)
      guard values[name] == nil, !leftOut.contains(name) else { continue }
      var value = ValueReader(element.other(member.value), author: author)
      if let value = try read(&value) { values[name] = value } else { leftOut.insert(name) }
    }
    return values
  }

  /// Whether one of the others has the same name.
  private func hasName(of member: JSONMember, _ others: [JSONMember]) -> Bool {
    let name = element.other(member.name)
    for other in others where element.other(other.name).spells(name) { return true }
    return false
  }

  private func name(of member: JSONMember) -> String {
    var isRepaired = false
    return element.other(member.name).string(&isRepaired) ?? ""
  }
}

/// What ``FieldReader/told(_:_:)`` found.
package enum Told<Value> {
  case nothing
  case unreadable
  case value(Value)
}

/// The memory for a reader's members, used again for the next payload.
package final class FieldStorage {
  private var members: [JSONMember] = []

  package init() {}

  fileprivate func take() -> [JSONMember] {
    var taken: [JSONMember] = []
    swap(&taken, &members)
    return taken
  }

  fileprivate func give(_ given: inout [JSONMember]) {
    // One payload with very many members must not keep that memory for ever.
    guard given.capacity <= 1_024 else { return }
    given.removeAll(keepingCapacity: true)
    swap(&given, &members)
  }
}
