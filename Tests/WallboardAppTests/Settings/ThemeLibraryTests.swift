import TestSupport
import Foundation
import Testing
import WallboardScreen

@testable import WallboardApp

@Suite("Theme files")
struct ThemeLoaderTests {
  private let loader = ThemeLoader(environment: [:])

  @Test("Every theme that the program carries loads, and says what it is like")
  func loads() throws {
    #expect(ThemeLoader.builtIn.first == "default")
    #expect(ThemeLoader.builtIn.count == 6)
    for name in ThemeLoader.builtIn {
      let theme = try loader.load(name)
      #expect(theme.name == name)
      #expect(!theme.summary.isEmpty)
    }
    #expect(try loader.load("light").background == .light)
  }

  @Test("Every file in Themes is one of them")
  func files() throws {
    let folder = Repository.root.appending(path: "Themes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let names = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    #expect(Set(names) == Set(ThemeLoader.builtIn))
  }

  @Test("The default file describes what is compiled in, role by role")
  func defaultFile() throws {
    let file = try loader.load("default")
    for role in StyleRole.allCases {
      for depth in [ColorDepth.mono, .ansi8, .ansi16, .indexed256, .truecolor] {
        #expect(
          file.style(for: role, at: depth) == Theme.default.style(for: role, at: depth),
          "\(role.rawValue), \(depth)")
      }
    }
  }

  @Test("auto is the theme that suits the terminal, and says which that is")
  func automatic() throws {
    var library = try ThemeLibrary(loader, first: "auto")
    let suitable: [(ThemeBackground?, String)] = [
      (nil, "default"), (.dark, "dark"), (.light, "light"), (.any, "default"),
    ]
    for (background, name) in suitable {
      library.background = background
      #expect(library["auto"]?.name == name)
      #expect(library.notes["auto"]?.hasPrefix(name) == true)
      #expect(library["mono"]?.name == "mono")
    }
    #expect(library.names.first == "auto")
    #expect(library["solarized"] == nil)
  }

  @Test("A theme that is none is told with the place, and with all that there are")
  func unknownFirst() throws {
    let list = "“lihgt”. The themes are auto, " + loader.names.joined(separator: ", ") + "; or give"
    for (source, words) in [
      ("config.toml:2: theme", "config.toml:2: theme: no such theme: "), (nil, "No such theme: "),
    ] {
      #expect {
        try ThemeLibrary(loader, first: "lihgt", from: source)
      } throws: { error in
        "\(error)".hasPrefix(words + list)
      }
    }
  }

  @Test("auto is the default theme where the suitable one cannot be read")
  func automaticBroken() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard/themes", withIntermediateDirectories: true)
      try write("no theme", to: "wallboard/themes/dark.toml", in: folder)
      let loader = ThemeLoader(environment: ["XDG_CONFIG_HOME": folder])
      let library = try ThemeLibrary(loader, first: "auto", background: .dark)
      #expect(library["auto"]?.name == "default")
    }
  }

  @Test("A theme of a person's own may be called auto, and then is no other")
  func ownAutomatic() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard/themes", withIntermediateDirectories: true)
      try write("description = \"mine\"\n[roles]\n", to: "wallboard/themes/auto.toml", in: folder)
      let loader = ThemeLoader(environment: ["XDG_CONFIG_HOME": folder])
      let library = try ThemeLibrary(loader, first: "auto", background: .dark)
      #expect(library["auto"]?.summary == "mine")
      #expect(library.names == ThemeLoader.builtIn + ["auto"])
      #expect(!library.isAutomatic("auto"))
    }
  }

  @Test("What is said for sixteen colours goes with what it was said of")
  func fewColors() throws {
    try withTemporaryFolder { folder in
      let own = try loader.load(
        write(
          "inherits = \"dark\"\n[roles]\nwaiting = \"magenta\"\n[roles-16]\ngap = \"cyan\"\n",
          to: "own.toml", in: folder))
      #expect(own.style(for: .waiting, at: .ansi16).foreground == .ansi(.magenta))
      #expect(own.style(for: .gap, at: .ansi16).foreground == .ansi(.cyan))
      #expect(
        own.style(for: .good, at: .ansi16)
          == (try loader.load("dark")).style(for: .good, at: .ansi16))
      let light = try loader.load(
        write(
          "inherits = \"dark\"\nbackground = \"light\"\n[palette]\nground = \"#ffffff\"\n[roles]\n",
          to: "light.toml", in: folder))
      #expect(light.style(for: .text, at: .ansi16).background == .ansi(.brightWhite))
    }
  }

  @Test("A theme is found by the path of its file")
  func path() throws {
    try withTemporaryFolder { folder in
      let path = try write("[roles]\ntitle = \"red bold\"\n", to: "mine.toml", in: folder)
      let theme = try loader.load(path)
      #expect(theme.style(for: .title) != Theme.default.style(for: .title))
    }
  }

  @Test("A person's own themes are found by name where the configuration is")
  func own() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard/themes", withIntermediateDirectories: true)
      let toml = "inherits = \"dark\"\n[palette]\naccent = \"#ff00ff\"\n"
      try write(toml, to: "wallboard/themes/mine.toml", in: folder)
      try write(toml, to: "wallboard/themes/dark.toml", in: folder)
      let loader = ThemeLoader(environment: ["XDG_CONFIG_HOME": folder])
      #expect(loader.names == ThemeLoader.builtIn + ["mine"])
      let magenta = Color.rgb(RGB(red: 255, green: 0, blue: 255))
      // What is theirs stands in for what is ours of the same name, and may inherit it.
      for name in ["mine", "dark"] {
        let theme = try loader.load(name)
        #expect(theme.style(for: .identifier).foreground == magenta)
        #expect(theme.style(for: .good) == (try self.loader.load("dark")).style(for: .good))
        #expect(theme.background == .dark)
      }
      #expect(ThemeLoader(environment: ["HOME": "/nonexistent"]).names == ThemeLoader.builtIn)
    }
  }

  @Test("What is no use is left out of the list, with the reason")
  func library() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard/themes", withIntermediateDirectories: true)
      try write("[roles]\nx = \"\"\n", to: "wallboard/themes/bad.toml", in: folder)
      let path = try write("[roles]\n", to: "given.toml", in: folder)
      let loader = ThemeLoader(environment: ["XDG_CONFIG_HOME": folder])
      let library = try ThemeLibrary(loader, first: path)
      #expect(library.names == ["auto"] + ThemeLoader.builtIn + [path])
      #expect(library.first == path)
      #expect(library.problems.count == 1)
      #expect(library.problems.first?.contains("bad.toml:2: unknown role 'x'") == true)
      #expect(throws: SettingsError.self) { try ThemeLibrary(loader, first: "bad") }
    }
  }

  @Test("A theme inherits another file, from its own folder on")
  func inheritsFile() throws {
    try withTemporaryFolder { folder in
      try write(
        "background = \"light\"\n[palette]\na = \"#010101\"\n[roles]\ntitle = \"a\"\n",
        to: "base.toml", in: folder)
      let path = try write(
        "inherits = \"base.toml\"\n[palette]\na = \"#020202\"\n[roles]\nborder = \"a bold\"\n",
        to: "heir.toml", in: folder)
      let theme = try loader.load(path)
      let color = Color.rgb(RGB(red: 2, green: 2, blue: 2))
      #expect(theme.style(for: .title) == Style(color))
      #expect(theme.style(for: .border) == Style(color, .bold))
      #expect(theme.background == .light)
    }
  }

  @Test("What inherits itself, or stands on too many files, is no theme")
  func cycles() throws {
    try withTemporaryFolder { folder in
      try write("inherits = \"./b.toml\"\n[roles]\n", to: "a.toml", in: folder)
      try write("[roles]\n[palette]\n", to: "c.toml", in: folder)
      let path = try write("\ninherits = \"a.toml\"\n[roles]\n", to: "b.toml", in: folder)
      try expect("a.toml:1: inherits: “./b.toml” itself inherits from this theme", of: path)
      for number in 1...9 {
        let toml = "inherits = \"\(number + 1).toml\"\n[roles]\n"
        try write(toml, to: "\(number).toml", in: folder)
      }
      try write("[roles]\n", to: "10.toml", in: folder)
      try expect("8.toml:1: inherits: more than 8 files", of: folder + "/1.toml")
      _ = try loader.load(folder + "/3.toml")
    }
  }

  @Test(
    "What is wrong with a theme is told with its line and the valid choices",
    arguments: [
      ("[roles]\nheadline = \"red\"\n", ":2: unknown role 'headline'; the roles are text, muted"),
      ("[roles]\n\ntitle = \"reddish\"\n", ":3: title: unknown colour or attribute 'reddish'"),
      (
        "[palette]\ntitle = \"red\"\n[roles]\ntitle = \"tilte\"\n",
        ":4: title: unknown colour or attribute 'tilte'; the palette has title, colours are"
      ),
      ("[roles]\ntitle = 7\nborder = true\n", ":3: border has to be text in quotation marks"),
      ("roles = \"red\"\n", ":1: roles has to be a table: [roles]"),
      ("[palette]\na = \"rot\"\n[roles]\n", ":2: a: unknown colour 'rot'; colours are default"),
      ("[palette]\nbold = \"red\"\n[roles]\n", ":2: the palette cannot have the name 'bold'"),
      (
        "[roles]\n[rolls]\n",
        ":2: “rolls” is not a key of a theme; the keys are description, background"
      ),
      ("background = \"black\"\n[roles]\n", ":1: background: “black” is not one of dark, light"),
      ("description = 7\n[roles]\n", ":1: description has to be text in quotation marks"),
      ("inherits = \"drak\"\n[roles]\n", ":1: inherits: no such theme: “drak”; the themes are"),
      ("inherits = \"no.toml\"\n[roles]\n", "no.toml: No such file"),
      ("description = \"empty\"\n", ":1: there is no [roles] table"),
      ("[palette]\na = \"red\"\n", ":1: there is no [roles] table"),
      ("[roles\n", ":1:"),
    ])
  func wrong(toml: String, message: String) throws {
    try withTemporaryFolder { folder in
      try expect(message, of: try write(toml, to: "mine.toml", in: folder))
    }
  }

  @Test("An unknown name is told with the names there are")
  func unknown() throws {
    try expect("The themes are auto, default, dark, light", of: "solarized")
  }

  @discardableResult
  private func write(_ toml: String, to name: String, in folder: String) throws -> String {
    let path = folder + "/" + name
    try Data(toml.utf8).write(to: URL(filePath: path))
    return path
  }

  private func expect(
    _ message: String, of theme: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let error = #expect(throws: SettingsError.self, sourceLocation: sourceLocation) {
      try loader.load(theme)
    }
    let words = try #require(error?.description, sourceLocation: sourceLocation)
    #expect(words.contains(message), "\(words)", sourceLocation: sourceLocation)
  }
}
