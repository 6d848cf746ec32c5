import Foundation

/// The environment of this process.
enum Environment {
  static var current: [String: String] { ProcessInfo.processInfo.environment }
}
