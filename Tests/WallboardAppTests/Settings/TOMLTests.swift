import Foundation
import TestSupport
import Testing

@testable import WallboardApp

/// What made the parser of TOML end the program, or take minutes: found by fuzzing.
@Suite("A hostile config.toml")
struct TOMLCheckTests {
  private func problem(_ toml: String) -> String? {
    do {
      _ = try ConfigurationFile(path: "config.toml", toml: toml)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "A table without a name is an error and not the end of the program",
    arguments: [
      "[$", "[ $ ]", "[[\t$]]", "[[[", "[\n]", "[\u{E9}]", "[#", "[=1]", "\u{FEFF}[$",
      "fps = 1 # [a]\n[$", "theme = \"\"\"\n[\n\"\"\"\"\"\n[$", "theme = '''['''\n[$",
      "theme = \"\\\"[\"\n[$", "x = [\n  [1],\n]\n[$",
    ])
  func namelessTable(toml: String) {
    let line = toml.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix("[") || $0.hasPrefix("\u{FEFF}[") }
    #expect(problem(toml)?.hasPrefix("config.toml:") == true)
    if toml.contains("[$"), line == 0 {
      #expect(problem(toml)?.hasPrefix("config.toml:1: a table without a name; ") == true)
    }
  }

  @Test(
    "A date is one, too, broken or not",
    arguments: [
      "1979-05-27", "07:32:00", "1979-05-27Tx:00Z", "1979-05-27t:", "1979-05-27T_07:32:00",
      "1979-05-27 0 ", "1_979-05-27 0 ", "[1979-05-27T-1:t]", "{ a = 1979-05-27 }",
      "0\"00-00-s= 0 ",
      "0a00-00-s= 0 ", "000p-0p-== 0 ", "000=-00-== 0 ", "0[00-00-s= 0 ", "-\"\u{1680}\"",
      "+'\u{2003}'", "--1",
    ])
  func date(value: String) {
    #expect(
      problem("x =\t\(value)") == "config.toml:1: a value that begins like a number but is not one."
    )
    #expect(
      problem("x = [ # [\n\(value)")
        == "config.toml:2: a value that begins like a number but is not one.")
  }

  @Test("A list that ends as a table does", arguments: ["[}", "[ 1,\t}", "{ a = [}", "[[],}"])
  func listEndsAsTable(value: String) {
    #expect(problem("x = \(value)") == "config.toml:1: a list that ends with } instead of ].")
  }

  @Test(
    "A line break of Unicode's", arguments: ["[\u{85}]", "[1,\u{2028}2]", "\u{A0}1", "{\u{2029}}"])
  func otherLetters(value: String) {
    let words = "config.toml:1: a letter outside ASCII needs quotation marks."
    #expect(problem("x = \(value)") == words)
  }

  @Test("One behind a backslash", arguments: ["\"\\\u{E9}\"", "\"\"\"a \\ \r\n \u{FFEF}\"\"\""])
  func escapedLetters(value: String) {
    #expect(
      problem("theme = \(value)") == "config.toml:1: a backslash before a letter outside ASCII.")
  }

  @Test("Behind a NUL nothing is left out in silence")
  func controls() {
    let words = "config.toml:2: a control character, which TOML does not allow."
    #expect(problem("fps = 1\n\u{0}nonsense") == words)
    #expect(problem("theme = '''\n\u{1B}'''") == words)
  }

  @Test(
    "What is nested deep is refused at once",
    arguments: [
      String(repeating: "a.", count: 100_000) + "a = 1",
      "[" + String(repeating: "a . ", count: 100_000) + "a]",
      "x = {" + String(repeating: "'a'.", count: 100_000) + "a = 1}",
      "x = " + String(repeating: "[", count: 100_000),
      "x = " + String(repeating: "{a=", count: 100_000),
    ])
  func nesting(toml: String) {
    #expect(problem(toml) == "config.toml:1: nested more than 32 levels deep.")
  }

  @Test(
    "Text without quotation marks is told with them",
    arguments: [
      ("theme = dark", "theme = \"dark\""), ("theme=dark # or light", "theme = \"dark\""),
      ("[alerts]\nsound = bell\r\n", "sound = \"bell\""),
      ("token-file = /run/wallboard/token", "token-file = \"/run/wallboard/token\""),
      ("log = ~/board.log", "log = \"~/board.log\""),
      ("when = waiting>3 and online<2", "when = \"waiting>3 and online<2\""),
      ("when = op:\"Ana\"", "when = \"op:\\\"Ana\\\"\""),
      ("x = { a = 1, b = c }", "b = \"c\""), ("x = [\"a\", b]", "\"b\""),
      ("x = [\n  state,\n]", "\"state\""),
      ("x = " + String(repeating: "a", count: 99), "x = \"…\""),
    ])
  func bareText(toml: String, form: String) {
    #expect(problem(toml)?.contains(": quotation marks are missing: ") == true)
    #expect(problem(toml)?.hasSuffix(form + ".") == true, "\(problem(toml) ?? "none")")
  }

  @Test(
    "A list without its end is told where it begins, not where the parser stumbles",
    arguments: [
      "\n\n\ncolumns = [\"state\", \"wait\"\nsort = \"wait\"\n",
      "[panels.calls]\n\n\ncolumns = [\"state\",\r\nsort = \"wait\"\r\n",
      "\n\n\nx = [\"a\", \"b\"\n\n[keys]\nzoom = \"z\"",
      "\n\n\nx = [\"a\", # b\n  [alerts.rules.\"Nobody free\"] # c\nwhen = \"live>0\"",
      "\n\n\nx = [\n  1,\n  2,\ntable.key=3",
    ])
  func endlessList(toml: String) {
    #expect(problem(toml) == "config.toml:4: the list that begins here has no ].")
  }

  @Test(
    "Other slips are told by what was forgotten",
    arguments: [
      ("theme = \"dark\nfps = 3", "1: the quotation mark at the end is missing"),
      ("fps = 3\ntheme = dark\"", "2: quotation marks are missing: theme = \"dark\""),
      ("fps = 3\ntheme = “dark”", "2: a curly quotation mark; TOML knows the straight ones only"),
      ("[alerts.rules.‘x’]", "1: a curly quotation mark; TOML knows the straight ones only"),
      ("away_after = 1m30s", "1: quotation marks are missing: away_after = \"1m30s\""),
      ("x = [5%, 10%]", "1: quotation marks are missing: \"5%\""),
      ("theme = #fff", "1: a value is missing, for a comment begins at #; text needs quotation"),
      ("\n[alerts\nsound = \"bell\"", "2: the name of the table has no ]"),
    ])
  func slips(toml: String, words: String) {
    #expect(problem(toml)?.hasPrefix("config.toml:" + words) == true, "\(problem(toml) ?? "none")")
  }

  @Test("What is meant for true or false says so", arguments: ["yes", "True", "off"])
  func almostFlags(word: String) {
    #expect(
      problem("mouse = \(word)") == "config.toml:1: \(word) is not a value: write true or false.")
  }

  @Test(
    "What is only unusual is left to the parser",
    arguments: [
      "\u{FEFF}fps = 30 # [$", "'fps' = 30\r\n[wall]\r\n\tfollow = true",
      "[ 'wall' ]\n\"follow\" = true", "fps = \"30\"", "theme = \"[$ \\\" [$\"",
      "theme = \"\"\"\n[$\n\"\"\"", "theme = '''\n[$ ''\n'''", "theme = ''", "theme = \"\"",
      "theme = \"a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a\"",
      "[panels.calls]\ncolumns = [\n  \"state\", # [\n  \"wait\",\n]\n[alerts]", "",
      "targets = { waiting = [ 3, 5.5e-0 ] }", "fps = 0x1e", "fps = 3_0#", "fps = +30",
      "targets = {\"live\" = [1, # [keys]\n  # sort = 3\n  2\n]}", "mouse = true",
      "targets = {live = 1, waiting = 3}",
      "theme = \"1979-05-27Tx\" # 1979-05-27Tx",
    ])
  func unusual(toml: String) {
    #expect(problem(toml) == nil)
  }
}

@Suite("Lines of TOML")
struct TOMLLinesTests {
  @Test("Keys are found in their tables, however they are written")
  func lines() {
    let lines = TOMLLines(
      """
      # fps = 1
      fps = 2
      wall.enabled = true\r
      [alerts.a]
      for = 1
      [ "alerts" . 'b' ] # two
        "for" = 2
      c = { for = 3 }
      """)
    #expect(lines.line(of: ["fps"]) == 2)
    #expect(lines.line(of: ["wall", "enabled"]) == 3)
    #expect(lines.line(of: ["alerts"]) == 4)
    #expect(lines.line(of: ["alerts", "a", "for"]) == 5)
    #expect(lines.line(of: ["alerts", "b", "for"]) == 7)
    #expect(lines.line(of: ["alerts", "b", "c", "for"]) == 8)
    #expect(lines.line(of: ["nothing"]) == 1)
  }

  @Test("Keys are found by what their escaped characters mean")
  func escaped() {
    let lines = TOMLLines(
      #"""
      [alerts.rules."Left \"alone"]
      when = 1
      [alerts.rules."a\\".'b\'."\u00e9\U0001F642\t"]
      when = 2
      "x\
      """#)
    #expect(lines.line(of: ["alerts", "rules", "Left \"alone", "when"]) == 2)
    #expect(lines.line(of: ["alerts", "rules", "a\\", "b\\", "é🙂\t", "when"]) == 4)
  }
}
