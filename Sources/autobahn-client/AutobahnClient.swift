import WallboardNetwork

/// `autobahn-client [SERVER [AGENT]]`: lets the fuzzing server of the Autobahn|Testsuite judge the
/// connection that calls are followed over. `Tests/Autobahn/run` starts both and reads the report.
@main
enum AutobahnClient {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let server = FuzzingServer(
      address: arguments.first ?? "ws://127.0.0.1:9001", agent: arguments.dropFirst().first)
    let count = try server.caseCount()
    print("\(count) cases")
    for number in 1...max(1, count) {
      try server.runCase(number)
      if number.isMultiple(of: 50) { print("\(number) run") }
    }
    try server.updateReports()
  }
}
