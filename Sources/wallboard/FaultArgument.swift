import ArgumentParser
import WallboardSimulator

/// A fault as it is typed.
struct FaultArgument: ExpressibleByArgument {
  let fault: SimulatorFault

  init?(argument: String) {
    guard let fault = SimulatorFault.parse(argument) else { return nil }
    self.fault = fault
  }
}

/// The faults for `--help`, made from the simulator's own table.
enum FaultList {
  static let text = FaultKind.allCases
    .map { "  \($0.usage)\n      \($0.explanation)" }
    .joined(separator: "\n")
}
