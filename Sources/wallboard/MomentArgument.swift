import ArgumentParser
import WallboardCore

/// A moment of a recording, as it is typed behind `--at`.
struct MomentArgument: ExpressibleByArgument {
  let target: SeekTarget

  init?(argument: String) {
    guard let target = try? SeekTarget(argument) else { return nil }
    self.target = target
  }
}
