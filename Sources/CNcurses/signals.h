#ifndef WALLBOARD_CNCURSES_SIGNALS_H
#define WALLBOARD_CNCURSES_SIGNALS_H

// Signal handlers, in C because a handler may call nothing but async-signal-safe functions
// (signal-safety(7)), which Swift cannot promise.

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <termios.h>
#include <unistd.h>

enum { WALLBOARD_RESTORE_CAPACITY = 512, WALLBOARD_SIGNAL_STACK = 64 * 1024 };

struct wallboard_signal_state {
  volatile sig_atomic_t termination_signal;
  volatile sig_atomic_t resize_pending;
  volatile sig_atomic_t suspend_pending;
  volatile sig_atomic_t continue_pending;
  volatile sig_atomic_t background_pending;
  volatile sig_atomic_t report_pending;
  volatile sig_atomic_t wakeup_descriptor;
  volatile sig_atomic_t restore_armed;
  void (*last_words)(int terminal);
  int restore_descriptor;
  size_t restore_length;
  char restore_bytes[WALLBOARD_RESTORE_CAPACITY];
  struct termios restore_modes;
  struct sigaction previous_actions[NSIG];
  char signal_stack[WALLBOARD_SIGNAL_STACK];
};

// Weak, because every object file that uses a function below brings its own definition; the linker
// keeps one. A static variable would be one per object file.
__attribute__((weak)) struct wallboard_signal_state wallboard_signals = {.wakeup_descriptor = -1};

static inline void wallboard_note_signal(int number) {
  int saved_errno = errno;
  switch (number) {
    case SIGWINCH: wallboard_signals.resize_pending = 1; break;
    case SIGTSTP: wallboard_signals.suspend_pending = 1; break;
    case SIGCONT: wallboard_signals.continue_pending = 1; break;
    case SIGTTIN:
    case SIGTTOU: wallboard_signals.background_pending = 1; break;
    case SIGUSR1: wallboard_signals.report_pending = 1; break;
    default: wallboard_signals.termination_signal = number; break;
  }
  // A full pipe wakes the loop as well as one more byte would.
  ssize_t ignored = write(wallboard_signals.wakeup_descriptor, "", 1);
  (void)ignored;
  errno = saved_errno;
}

// Lets output go on that was stopped, by Ctrl-S or whatever else: only what was stopped by TCOOFF is
// started by TCOON.
static inline void wallboard_start_output(int descriptor) {
  tcflow(descriptor, TCOOFF);
  tcflow(descriptor, TCOON);
}

// What a terminal that takes nothing has not read gives way.
static inline void wallboard_write_restore(void) {
  int descriptor = wallboard_signals.restore_descriptor;
  wallboard_start_output(descriptor);
  size_t length = wallboard_signals.restore_length;
  ssize_t written = write(descriptor, wallboard_signals.restore_bytes, length);
  if (written == (ssize_t)length || tcflush(descriptor, TCOFLUSH) != 0) return;
  written = write(descriptor, wallboard_signals.restore_bytes, length);
  (void)written;
}

static inline void wallboard_restore_and_crash(int number) {
  int terminal = -1;
  if (wallboard_signals.restore_armed) {
    terminal = wallboard_signals.restore_descriptor;
    wallboard_signals.restore_armed = 0;
    // A job in the background would be stopped for what it does to the terminal.
    signal(SIGTTOU, SIG_IGN);
    wallboard_write_restore();
    tcsetattr(wallboard_signals.restore_descriptor, TCSANOW, &wallboard_signals.restore_modes);
  }
  void (*last_words)(int) = wallboard_signals.last_words;
  wallboard_signals.last_words = NULL;
  if (last_words != NULL) last_words(terminal);
  // The kernel gets it when this handler returns. Not who handled it before: Swift's backtracer
  // would ask questions on a terminal that nobody may be at, and print what it finds in memory.
  signal(number, SIG_DFL);
  raise(number);
}

static inline void wallboard_install(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, &wallboard_signals.previous_actions[number]);
}

// A signal that is ignored from the start (nohup, a background job) stays ignored. What a job in the
// background may not do would be tried for ever if it was tried again.
static inline void wallboard_catch(int number) {
  int flags = number == SIGTTIN || number == SIGTTOU ? 0 : SA_RESTART;
  struct sigaction current;
  if (sigaction(number, NULL, &current) == 0 && current.sa_handler != SIG_IGN) {
    wallboard_install(number, wallboard_note_signal, flags);
  } else {
    wallboard_signals.previous_actions[number] = current;
  }
}

static inline void wallboard_catch_crash(int number) {
  wallboard_install(number, wallboard_restore_and_crash, SA_ONSTACK);
}

static inline void wallboard_ignore(int number) { wallboard_install(number, SIG_IGN, 0); }

static inline void wallboard_release(int number) {
  sigaction(number, &wallboard_signals.previous_actions[number], NULL);
}

static inline void wallboard_set_wakeup(int descriptor) {
  wallboard_signals.wakeup_descriptor = descriptor;
}

// What a crash does once the terminal is as it was: only what is safe in a handler.
static inline void wallboard_set_last_words(void (*last_words)(int terminal)) {
  wallboard_signals.last_words = last_words;
}

// A stack overflow leaves no stack to handle it on.
static inline void wallboard_use_signal_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
  stack_t stack = {.ss_sp = wallboard_signals.signal_stack, .ss_size = WALLBOARD_SIGNAL_STACK};
  sigaltstack(&stack, NULL);
}

static inline void wallboard_arm_restore(int descriptor, const char *bytes, size_t length,
                                         const struct termios *modes) {
  wallboard_signals.restore_armed = 0;
  if (length > WALLBOARD_RESTORE_CAPACITY) length = WALLBOARD_RESTORE_CAPACITY;
  if (length > 0) memcpy(wallboard_signals.restore_bytes, bytes, length);
  wallboard_signals.restore_length = length;
  wallboard_signals.restore_descriptor = descriptor;
  wallboard_signals.restore_modes = *modes;
  wallboard_signals.restore_armed = 1;
}

static inline void wallboard_disarm_restore(void) { wallboard_signals.restore_armed = 0; }

static inline int wallboard_termination(void) { return wallboard_signals.termination_signal; }

static inline int wallboard_take(volatile sig_atomic_t *flag) {
  int value = *flag;
  *flag = 0;
  return value;
}

static inline int wallboard_take_resize(void) {
  return wallboard_take(&wallboard_signals.resize_pending);
}

static inline int wallboard_take_suspend(void) {
  return wallboard_take(&wallboard_signals.suspend_pending);
}

static inline int wallboard_take_continue(void) {
  return wallboard_take(&wallboard_signals.continue_pending);
}

static inline int wallboard_take_background(void) {
  return wallboard_take(&wallboard_signals.background_pending);
}

static inline int wallboard_take_report(void) {
  return wallboard_take(&wallboard_signals.report_pending);
}

// The signal that a terminal in these modes makes of a control character (termios(3), ISIG); 0 for
// none.
static inline int wallboard_signal_of(const struct termios *modes, unsigned char character) {
  if (character == _POSIX_VDISABLE) return 0;
  if (character == modes->c_cc[VINTR]) return SIGINT;
  if (character == modes->c_cc[VQUIT]) return SIGQUIT;
  return character == modes->c_cc[VSUSP] ? SIGTSTP : 0;
}

// Variadic functions cannot be called from Swift.
static inline int wallboard_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

#endif
