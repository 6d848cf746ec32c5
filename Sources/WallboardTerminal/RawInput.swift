import CNcurses

/// One thing that ncurses read.
enum RawInput {
  case character(wint_t)
  case keyCode(Int32)
}
