#ifndef WALLBOARD_CNCURSES_SHIM_H
#define WALLBOARD_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <ncurses.h>
#include <stdlib.h>
#include <term.h>
#include <wchar.h>

// libc functions that the Glibc module hides, because it is built without _GNU_SOURCE.

extern int memfd_create(const char *name, unsigned int flags);
extern int wcwidth(wchar_t character);

// Globals are shared mutable state, which Swift does not read.

static inline int wallboard_colors(void) { return COLORS; }
static inline size_t wallboard_longest_character(void) { return MB_CUR_MAX; }

// The one window there is, the whole screen. Swift sees another type of it in each release: since
// 6.5 ncurses shows no more of it than its name.

static inline bool wallboard_has_window(void) { return stdscr != NULL; }
static inline void wallboard_refresh(void) { wnoutrefresh(stdscr); }
static inline void wallboard_forget_screen(void) { clearok(stdscr, true); }
static inline void wallboard_set_keypad(void) { keypad(stdscr, true); }
static inline void wallboard_leave_cursor(void) { leaveok(stdscr, true); }
static inline void wallboard_keep_output(void) { intrflush(stdscr, false); }

// Macros that expand to casts and shifts do not come through to Swift.

static inline attr_t wallboard_attribute_bold(void) { return WA_BOLD; }
static inline attr_t wallboard_attribute_dim(void) { return WA_DIM; }
static inline attr_t wallboard_attribute_underline(void) { return WA_UNDERLINE; }
static inline attr_t wallboard_attribute_reverse(void) { return WA_REVERSE; }
static inline attr_t wallboard_attribute_italic(void) { return WA_ITALIC; }

// A terminfo string; NULL when the terminal lacks it. The library's own answer to a name that is no
// string capability is (char *)-1.
static inline const char *wallboard_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// Whether the description says so in any of the three forms that a capability can have: what RGB and
// Tc, which terminfo(5) does not know, are given as differs.
static inline bool wallboard_has(const char *name) {
  return tigetflag(name) > 0 || tigetnum(name) > 0 || wallboard_capability(name) != NULL;
}

enum { WALLBOARD_CELL_LENGTH = 5 };

// setcchar wants a string, and a colour pair beyond the range of short through its reserved last
// argument. A base, and up to four that stand over it; zero where there is none.
static inline cchar_t wallboard_cell(const wchar_t *scalars, attr_t attributes, int pair) {
  wchar_t text[WALLBOARD_CELL_LENGTH + 1] = {0};
  wmemcpy(text, scalars, WALLBOARD_CELL_LENGTH);
  cchar_t cell;
  if (setcchar(&cell, text, attributes, 0, &pair) != OK) {
    setcchar(&cell, L"?", attributes, 0, &pair);
  }
  return cell;
}

#endif
