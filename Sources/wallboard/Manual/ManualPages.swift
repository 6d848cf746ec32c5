import WallboardApp
import WallboardViews

/// The manual: a page for the program, one a command, and those of its files.
enum ManualPages {
  static func all() throws -> [ManualPage] {
    let program = try CommandDescription.program()
    return [page(of: program)] + program.commands.map { page(of: $0, in: program) }
      + [SettingsPage.page, RecordingPage.page]
  }

  private static func page(of program: CommandDescription) -> ManualPage {
    var page = ManualPage(program.commandName, 1, summary(of: program))
    page.section("SYNOPSIS")
    page.synopsis("wallboard", "[options]")
    page.synopsis("wallboard", "command [options]")
    page.section("DESCRIPTION")
    addParagraphs(of: program.discussion, to: &page)
    page.text("Without a command it is `wallboard watch`, and takes the options of that.")
    page.section("COMMANDS")
    page.list(
      program.commands.map {
        .init(.page(pageName(of: $0), 1), $0.abstract ?? "")
      })
    page.section("OPTIONS")
    addOptions(of: program, to: &page)
    page.section("KEYS")
    page.text("What keys do on the board. `wallboard`(5) says how they get other meanings.")
    for (title, lines) in Keymap.documented.manual {
      page.subsection(title)
      page.list(
        lines.map { line in
          .init(.words(line.keys.map { "`\($0)`" }.joined(separator: " ")), line.text)
        }, width: 16, isCompact: true)
    }
    page.section("FILTERS")
    page.text(
      """
      `/` on the board, `--filter`, and rules of your own about calls take a filter. The fields are those \
      that `wallboard`(5) lists for each panel.
      """)
    page.list(FilterForms.all.map { .init(.words($0.forms), $0.meaning) })
    addEnvironment(ManualPlaces.variables, to: &page)
    addFiles(ManualPlaces.files, to: &page)
    addExitStatuses(ExitStatuses.all, to: &page)
    addExamples(of: program, to: &page)
    let pages = program.commands.map { (pageName(of: $0), 1) }
    page.seeAlso(pages + [("wallboard", 5), ("wallboard-recording", 5)])
    return page
  }

  private static func page(
    of command: CommandDescription, in program: CommandDescription
  ) -> ManualPage {
    var page = ManualPage(pageName(of: command), 1, summary(of: command))
    let arguments = command.shownArguments
    page.section("SYNOPSIS")
    let operands = arguments.filter { $0.kind == .positional }.map { argument in
      let name = argument.valueName ?? ""
      return argument.isOptional ? "[\(name)]" : name
    }
    page.synopsis(
      "wallboard \(command.commandName)", (["[options]"] + operands).joined(separator: " "))
    page.section("DESCRIPTION")
    page.text(command.abstract ?? "")
    addParagraphs(of: command.discussion, to: &page)
    if !operands.isEmpty {
      page.text("The arguments are:")
      page.list(
        arguments.filter { $0.kind == .positional }
          .map { .init(.argument($0.valueName ?? ""), $0.abstract ?? "") })
    }
    page.section("OPTIONS")
    addOptions(of: command, to: &page)
    addEnvironment(ManualPlaces.variables(of: command), to: &page)
    addFiles(ManualPlaces.files(of: command), to: &page)
    addExitStatuses(ManualPlaces.statuses(of: command), to: &page)
    addExamples(of: command, to: &page)
    page.seeAlso(
      [("wallboard", 1), ("wallboard", 5), ("wallboard-recording", 5)]
        + ManualPlaces.related(to: command).map { ("wallboard-\($0)", 1) })
    return page
  }

  private static func pageName(of command: CommandDescription) -> String {
    "wallboard-\(command.commandName)"
  }

  /// Behind the name on the first line: no capital, no full stop.
  private static func summary(of command: CommandDescription) -> String {
    let words = command.abstract ?? ""
    let end = words.hasSuffix(".") ? words.dropLast() : words[...]
    return end.prefix(1).lowercased() + end.dropFirst()
  }

  /// Paragraphs stand between empty lines. In one, a line of two spaces is a name, and one of six its
  /// meaning.
  private static func addParagraphs(of text: String?, to page: inout ManualPage) {
    for paragraph in (text ?? "").split(separator: "\n\n") {
      var words: [Substring] = []
      var entries: [(name: Substring, meaning: [Substring])] = []
      for line in paragraph.split(separator: "\n") {
        if line.hasPrefix("      "), !entries.isEmpty {
          entries[entries.count - 1].meaning.append(line.dropFirst(6))
        } else if line.hasPrefix("  ") {
          entries.append((line.dropFirst(2), []))
        } else {
          words.append(line)
        }
      }
      page.text(words.joined(separator: " "))
      page.list(
        entries.map { .init(.words("`\($0.name)`"), $0.meaning.joined(separator: " ")) })
    }
  }

  private static func addOptions(of command: CommandDescription, to page: inout ManualPage) {
    page.list(
      command.shownArguments.filter { $0.kind != .positional }.map { option in
        let value = option.kind == .option ? option.valueName : nil
        let notes = [
          option.abstract ?? "", option.defaultValue.map { "By default \($0)." } ?? "",
          option.isRepeating ? "May be given more than once." : "",
        ]
        return .init(
          .option(option.flags, value: value),
          notes.filter { !$0.isEmpty }.joined(separator: " "))
      })
  }

  private static func addEnvironment(
    _ variables: [ManualPlaces.Variable], to page: inout ManualPage
  ) {
    guard !variables.isEmpty else { return }
    page.section("ENVIRONMENT")
    page.list(
      variables.map {
        .init(.words($0.names.map { "`\($0)`" }.joined(separator: ", ")), $0.meaning)
      })
  }

  private static func addFiles(_ files: [ManualPlaces.File], to page: inout ManualPage) {
    guard !files.isEmpty else { return }
    page.section("FILES")
    page.list(files.map { .init(.path($0.path), $0.meaning) })
  }

  private static func addExitStatuses(
    _ statuses: [(status: Int, meaning: String)], to page: inout ManualPage
  ) {
    page.section("EXIT STATUS")
    page.list(statuses.map { .init(.words("\($0.status)"), $0.meaning) }, isCompact: true)
  }

  private static func addExamples(of command: CommandDescription, to page: inout ManualPage) {
    guard let examples = ManualPlaces.examples[command.commandName] else { return }
    page.section("EXAMPLES")
    for (words, lines) in examples {
      page.text(words)
      page.literal(lines)
    }
  }
}
