import Glibc

/// `autobahn-client [SERVER [AGENT]]`: lets the fuzzing server of the Autobahn|Testsuite judge the
/// connection that calls are followed over. `Tests/Autobahn/run` starts both and reads the report.
@main
enum AutobahnClient {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let server = FuzzingServer(
      address: arguments.first ?? "ws://127.0.0.1:9001", agent: arguments.dropFirst().first)
    do {
      try runAll(of: server)
    } catch {
      print("autobahn-client: \(error)")
      exit(EXIT_FAILURE)
    }
  }

  private static func runAll(of server: FuzzingServer) throws {
    let count = try server.caseCount()
    print("\(count) cases")
    for number in stride(from: 1, through: count, by: 1) {
      try server.runCase(number)
      if number.isMultiple(of: 50) { print("\(number) run") }
    }
    try server.updateReports()
  }
}
