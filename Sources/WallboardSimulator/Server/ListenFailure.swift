/// Why the simulator cannot listen; its description is a sentence for the person who started it.
package struct ListenFailure: Error, CustomStringConvertible {
  let port: UInt16
  let reason: String

  package var description: String {
    "Port \(port) of 127.0.0.1 cannot be listened on: \(reason). --port 0 takes any free one."
  }
}
