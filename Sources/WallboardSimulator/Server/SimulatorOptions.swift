/// How the simulator is to behave.
package struct SimulatorOptions: Sendable {
  /// The port of 127.0.0.1 to listen on; 0 = any free one.
  package var port: UInt16 = 0
  package var seed: UInt64 = 1
  /// Events a second on average; 0 = heartbeats alone.
  package var rate = 4.0
  /// How many live calls the centre aims at.
  package var calls = 24
  /// How many times as fast as `rate` everything happens.
  package var speed = 1.0
  /// Events a second on each observed call, whatever their own pace; 0 = as people speak.
  package var observerRate = 0.0
  /// Whether what is said is said in letters that no program would use by itself, so that its
  /// output can be searched for every word.
  package var ciphersWords = false
  package var faults: [SimulatorFault] = []
  package var heartbeatInterval: Duration = .seconds(15)
  /// The `retry` hint that opens each stream.
  package var retryMilliseconds = 3000
  package var workspace = "00000000-0000-4000-8000-000000000001"
  package var token = "simulator"

  /// The centre of the demonstration.
  package init() {}
}
