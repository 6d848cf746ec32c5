import Testing
@testable import WallboardApp

/// What of a report's cells a renderer or a spreadsheet could take for more than text.
@Suite("The forms of a report") struct ReportFormsTests {
  @Test(
    "Markdown has no markup of a cell",
    arguments: [
      ("a|b", #"a\|b"#), ("<b onclick=x>", "&lt;b onclick=x&gt;"), ("a\nb", "a b"),
      ("[x](y)", #"\[x\](y)"#), ("![x](y)", #"\!\[x\](y)"#), ("*a* _b_ `c`", #"\*a\* \_b\_ \`c\`"#),
      ("&lt;", "&amp;lt;"), (#"a\|b"#, #"a\\\|b"#), ("#1 ~~x~~", ##"\#1 \~\~x\~\~"##),
      ("http://x.example", "`http://x.example`"), ("WWW.x.example|`", #"`WWW.x.example\|'`"#),
      ("ada@x.example", "`ada@x.example`"), ("Zoë 李雯 · 1:02", "Zoë 李雯 · 1:02"),
    ])
  func markdown(text: String, escaped: String) {
    #expect(Markdown.text(text) == escaped)
  }

  @Test("a row of Markdown stays a row of as many cells")
  func row() {
    var table = ReportTable("x", "A | B", [.init("One", "one"), .init("Two", "two")])
    table.rows = [[ReportCell("a|b\r\n| c |"), ReportCell("`|`<script>")]]
    let lines = ReportMarkdown(title: "t\n# u", tables: [table]).lines
    #expect(lines.count == 7 && lines[0] == ##"# t \# u"##)
    let cells = lines[6].replacing(#"\|"#, with: "").split(separator: "|")
    #expect(cells.count == 2 && !lines[6].contains("<"))
  }

  @Test(
    "a cell that a spreadsheet would run has an apostrophe in front",
    arguments: [
      ("=1+1", "'=1+1"), ("+15550100", "'+15550100"), ("-2", "'-2"), ("@x", "'@x"),
      ("\t=1", "' =1"), ("\r=1", "' =1"), ("a=1", "a=1"), ("", ""), ("a,b", "\"a,b\""),
      ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("a\nb", "a b"),
    ])
  func csv(text: String, field: String) {
    #expect(CSV.cell(text) == field)
  }

  @Test("all records of a CSV are as long as the longest, and begin with their table")
  func records() {
    let one = ReportTable("one", "One", [.init("A", "a")])
    var two = ReportTable("two", "Two", [.init("A", "a"), .init(nil, "b"), .init("C", "c")])
    two.rows = [[ReportCell("0:05", raw: "5"), ReportCell("x"), .none]]
    #expect(
      ReportCSV(tables: [one, two]).lines == ["one,a,,\r", "two,a,b,c\r", "two,5,x,\r"])
  }

  @Test("only the first rows of what is ranked are for people, and the heading says so")
  func ranked() {
    var table = ReportTable("x", "Waits", [.init("A", "a")])
    table.rows = (0..<12).map { ReportCell($0) }.map { [$0] }
    (table.count, table.isRanked) = (40, true)
    #expect(table.heading == "Waits (10 of 40)" && table.peopleRows.count == 10)
  }
}
