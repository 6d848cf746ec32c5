/// Why the proxy that a variable names cannot be used; its description is a sentence without anything
/// of what the variable holds, for that may be a password.
package struct ProxyProblem: Error, Equatable {
  /// What is wrong.
  package enum Kind: Error {
    case scheme, character, encoding, host, port, rest
  }

  /// The variable of the environment.
  package let variable: String
  /// What is wrong with it.
  package let kind: Kind
}

extension ProxyProblem: CustomStringConvertible {
  package var description: String { "\(variable): \(kind)" }
}

extension ProxyProblem.Kind: CustomStringConvertible {
  package var description: String {
    switch self {
    case .scheme:
      "the address of a proxy begins with http://, https://, socks4://, socks4a://, socks5:// or "
        + "socks5h://"
    case .character:
      "the address of a proxy holds no spaces and no control characters; in its user name and "
        + "password they are written as %20 and the like"
    case .encoding:
      "in the user name and password of a proxy % is followed by two hexadecimal digits; it is "
        + "itself written as %25"
    case .host: "the address of the proxy has no valid host name"
    case .port: "the port of the proxy has to be a number from 1 to 65535"
    case .rest:
      "nothing may follow the port of a proxy; in its user name and password / ? # @ are written as "
        + "%2F %3F %23 %40"
    }
  }
}
