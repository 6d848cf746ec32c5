/// Why an address cannot be used; its description is a sentence for the person who typed it.
package enum AddressProblem: Error, Equatable {
  /// Neither `https://` nor `http://` at the beginning.
  case scheme
  /// None of the schemes of a WebSocket at the beginning.
  case webSocketScheme
  /// A space, a control character, a backslash or something outside ASCII.
  case character
  /// A user name or a password before the host.
  case userInformation
  /// No host, or one that is no name and no address.
  case host
  /// A port that is not 1 to 65,535.
  case port
  /// `.` or `..` as a part of the path.
  case dotSegment
  /// A query or a fragment, which a base address has no use for.
  case queryOrFragment
  /// Plain `http` to another machine.
  case clearText
}

extension AddressProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .scheme: "The address has to begin with https:// (http:// only to this machine)."
    case .webSocketScheme:
      "The address has to begin with wss:// or https:// (ws:// or http:// only to this machine)."
    case .character:
      "The address may hold printable ASCII alone, without spaces or backslashes."
    case .userInformation: "The address must not hold a user name or a password."
    case .host: "The address has no valid host name."
    case .port: "The port of the address has to be a number from 1 to 65535."
    case .dotSegment: "The path of the address must not hold “.” or “..” as a part."
    case .queryOrFragment: "The address must not hold a query (?) or a fragment (#)."
    case .clearText:
      "http:// would send the token in clear: use https://, or an address of this machine "
        + "(127.0.0.1, [::1], localhost)."
    }
  }
}
