import Foundation
package import Testing

extension Trait where Self == ConditionTrait {
  /// For suites that keep a machine busy for minutes: beside them, others would run out of time.
  package static var thorough: Self {
    .enabled(
      if: ProcessInfo.processInfo.environment["WALLBOARD_THOROUGH"] != nil,
      "runs with WALLBOARD_THOROUGH=1")
  }
}
