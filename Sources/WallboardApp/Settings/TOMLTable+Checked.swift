import TOMLKit

extension TOMLTable {
  /// Reads a text of TOML that stands at that path; what is wrong is told with its line.
  convenience init(path: String, toml: String) throws {
    do {
      try TOMLCheck.check(toml)
      try self.init(string: toml)
    } catch let problem as TOMLCheck.Problem {
      throw SettingsError("\(path):\(problem.line): \(problem.words)")
    } catch let error as TOMLParseError {
      throw SettingsError("\(path):\(error.source.begin.line): \(error.description)")
    }
  }
}
