/// Why the simulator listens no more; its description is a sentence for the person who started it.
package struct ServingFailure: Error, CustomStringConvertible {
  let reason: String

  package var description: String { "The simulated platform ended: \(reason)." }
}
