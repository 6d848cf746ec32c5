import ArgumentParser
import FoundationEssentials

/// A command as its parser describes it: of `--experimental-dump-help`, as much as a page needs.
struct CommandDescription: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  private let arguments: [Argument]?
  private let subcommands: [CommandDescription]?
  private let shouldDisplay: Bool

  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: Kind
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let abstract: String?
    fileprivate let shouldDisplay: Bool

    /// As it is typed, without the first dash.
    var flags: [String] {
      (names ?? []).map { ($0.kind == "long" ? "-" : "") + $0.name }
    }
  }

  /// The program, with its commands.
  static func program() throws -> CommandDescription {
    struct Tool: Decodable {
      let command: CommandDescription
    }
    return try JSONDecoder().decode(Tool.self, from: Data(Wallboard._dumpHelp().utf8)).command
  }

  /// Those that people are told of; `help` is the parser's own.
  var commands: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// Those that people are told of.
  var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

  /// Whether it has one of these flags, which are given without their dashes.
  func has(anyOf flags: [String]) -> Bool {
    shownArguments.contains { argument in flags.contains { argument.flags.contains("-" + $0) } }
  }
}
