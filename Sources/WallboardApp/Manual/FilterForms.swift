/// What a filter may look like, and what then passes: the manual and the README have this table.
package enum FilterForms {
  package static let all: [(forms: String, meaning: String)] = [
    ("`billing`", "what has the word in any column, whatever its case and accents"),
    (#"`"prescription refills"`"#, "the same for words with a space"),
    ("`-billing`, `!billing`", "what does not"),
    ("`state:waiting`, `dir:inbound,outbound`", "what has the word in that field; one of several"),
    ("`op:none`, `op:any`", "where the field is empty, or is not"),
    ("`age>5m`, `turns<3`", "what is more, less, equal (`>` `>=` `<` `<=` `==` `!=`)"),
    (
      "`wait>=1m30s`, `waited>1m`",
      "who has been waiting that long; who waited that long until an operator came"
    ),
    (
      "`state:live age>10m or risk:high`",
      "both words, or the other; `and`, `or`, `not` and parentheses"
    ),
  ]

  package static var markdown: String {
    "| filter | what passes |\n|---|---|\n"
      + all.map { "| \($0.forms) | \($0.meaning) |\n" }.joined()
  }
}
