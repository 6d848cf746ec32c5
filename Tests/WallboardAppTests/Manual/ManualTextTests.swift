import Testing

@testable import WallboardApp

@Suite("Words of the manual")
struct ManualTextTests {
  @Test(
    "are taken for no macro, no escape and no hyphen",
    arguments: [
      ("plain words", ["plain words"]),
      (".Sh NAME", ["\\&.Sh NAME"]), ("'br", ["\\(aqbr"]), ("a \\fB b", ["a \\efB b"]),
      ("well-known", ["well-known"]), ("give --until-end", ["give \\%\\-\\-until\\-end"]),
      ("(-h)", ["\\%(\\-h)"]), ("- for input", ["\\- for input"]),
      ("`a-b c`", ["\\fBa\\-b c\\fR"]), ("`.toml`", ["\\fB\\%.toml\\fR"]),
      ("~/x^2", ["\\(ti/x\\(ha2"]), ("…", ["\\[u2026]"]), ("😀", ["\\[u1F600]"]),
      ("One. Two! 3 more? `four`.", ["One.", "Two!", "3 more?", "\\fB\\%four\\fR."]),
      ("such as v. or so", ["such as v. or so"]), ("a\n  b", ["a b"]), ("", []),
    ])
  func lines(words: String, expected: [String]) {
    #expect(ManualText.lines(words) == expected)
  }

  @Test(
    "are one argument of a macro",
    arguments: [("Nm", "\"\\&Nm\""), ("x = \"y\"", "\"\\&x = \\(dqy\\(dq\""), (".", "\"\\&.\"")])
  func argument(words: String, expected: String) {
    #expect(ManualText.argument(words) == expected)
  }

  @Test("stand as they are in a literal block")
  func literal() {
    let lines = ["", "  a - b", ".x", "\"`~'\\"].map(ManualText.literal)
    #expect(lines == ["\\&", "  a \\- b", "\\&.x", "\"\\(ga\\(ti\\(aq\\e"])
  }

  @Test("make a page that is the same each time")
  func page() {
    var page = ManualPage("x", 5, "an example of Nm things")
    page.section("DESCRIPTION")
    page.text("One.")
    page.text("Two.")
    page.list([.init(.option(["h", "-help"], value: nil), "Help.", "More.")])
    page.list([.init(.option(["-fps"], value: "N"), "")], width: 9, isCompact: true)
    page.literal(["a"])
    page.seeAlso([("x", 5), ("z", 5), ("y", 1)])
    #expect(
      page.text(version: "1.0", date: "May 1, 2026") == """
        .Dd May 1, 2026
        .Dt X 5
        .Os wallboard 1.0
        .Sh NAME
        .Nm x
        .Nd an example of \\&Nm things
        .Sh DESCRIPTION
        One.
        .Pp
        Two.
        .Bl -tag -width 6n
        .It Fl h , Fl \\%\\-help
        Help.
        .Pp
        More.
        .El
        .Pp
        .Bl -tag -width 9n -compact
        .It Fl \\%\\-fps Ar "\\&N"
        .El
        .Bd -literal -offset indent
        a
        .Ed
        .Sh SEE ALSO
        .Xr y 1 ,
        .Xr z 5

        """)
  }
}
