/// An event that the contract does not have, kept as it came.
package struct UnknownEvent: Equatable, Sendable {
  /// The wire name.
  package var name: Text
  /// All that it carries.
  package var data: Protected<JSONValue>

  /// An event of that name and content.
  package init(name: Text, data: Protected<JSONValue>) {
    self.name = name
    self.data = data
  }
}
