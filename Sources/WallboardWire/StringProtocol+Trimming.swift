extension StringProtocol where SubSequence == Substring {
  /// Without the spaces and tabs around it: the optional whitespace of RFC 9110, 5.6.3.
  package var trimmingOptionalWhitespace: Substring {
    var rest = self[...]
    while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return rest
  }
}
