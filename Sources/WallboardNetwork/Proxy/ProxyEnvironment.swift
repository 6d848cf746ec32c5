package import WallboardPlatform

/// The proxies that the environment names, and for whom: what libcurl would find there
/// (libcurl-env(3)), found before libcurl sees it, so that what is wrong is told in words of our own.
///
/// In no description and no mirror, for the variables may hold a password.
package struct ProxyEnvironment: Sendable {
  /// The variables for `https`, the first that is set counts.
  private static let variables = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]

  private let setting: (variable: String, text: String)?
  private let exceptions: ProxyExceptions

  /// Looks at the variables of an environment; one that is set to nothing is not set.
  package init(_ environment: [String: String] = [:]) {
    let value = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    setting =
      Self.variables.lazy
      .compactMap { name in value(name).map { (name, $0) } }.first
    exceptions = ProxyExceptions(value("no_proxy") ?? value("NO_PROXY") ?? "")
  }

  /// The proxy on the way to that origin; `nil` for none. A plain address is this machine's: a proxy
  /// would see the token in clear.
  ///
  /// Throws where the environment names one that cannot be used.
  package func proxy(to origin: Origin) throws(ProxyProblem) -> ProxyAddress? {
    guard let setting, origin.scheme == .https, !exceptions.hold(origin.host) else { return nil }
    do {
      return try ProxyAddress(setting.text)
    } catch {
      throw ProxyProblem(variable: setting.variable, kind: error)
    }
  }
}

extension ProxyEnvironment: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  package var description: String { setting?.variable ?? "no proxy" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
