package import WallboardScreen

/// The themes that can be chosen while the board runs. They are read before it begins, so that
/// looking through them cannot fail.
package struct ThemeLibrary: Sendable {
  /// The themes, those of the program first.
  package private(set) var themes: [Theme]
  /// What is wrong with files that are no use, a sentence each.
  package let problems: [String]
  /// Why a person's own themes cannot be looked for.
  package let folderProblem: String?
  /// The theme to begin with.
  package let first: Theme

  /// Reads all themes, and the one of that name or path to begin with. That one has to be usable;
  /// of the others what is not is left out.
  package init(_ loader: ThemeLoader, first name: String) throws {
    let first = try loader.load(name)
    let results = loader.names.map { name in Result { try loader.load(name) } }
    self.first = first
    themes = results.compactMap { try? $0.get() }
    let unusable = results.compactMap { result in
      if case .failure(let error) = result { "\(error)" } else { nil }
    }
    folderProblem = loader.problem
    problems = [loader.problem].compactMap { $0 } + unusable
    if !themes.contains(where: { $0.name == first.name }) { themes.append(first) }
  }

  /// The theme of that name.
  package subscript(name: String) -> Theme? { themes.first { $0.name == name } }

  /// What to say of each theme, by name.
  package var notes: [String: String] {
    Dictionary(themes.map { ($0.name, $0.summary) }) { first, _ in first }
  }
}
