extension Board {
  /// What a field of the row's thing holds, as far as the disclosure allows: nothing that is not
  /// shown can be filtered or sorted by.
  package func value(
    of field: Field, in row: RowID, _ disclosure: Disclosure
  ) -> FieldValue {
    .none
  }
}
