#ifndef WALLBOARD_CBLACKBOX_BLACKBOX_H
#define WALLBOARD_CBLACKBOX_BLACKBOX_H

// The last minutes of a board, in memory that the handler of a crash can write to files. In C
// because a handler may call nothing but async-signal-safe functions (signal-safety(7)), which Swift
// cannot promise; and so that what is written on request is written by the same code.

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { WALLBOARD_BOX_STEM = 40, WALLBOARD_BOX_MESSAGE = 1024 };

// Lines of a recording, from its header on.
struct wallboard_segment {
  char *bytes;
  // Those that were added, and those that a handler may write: set after they are there.
  size_t filled;
  size_t length;
  // Where what goes on where the other segment ended begins.
  size_t follows;
};

// One of two that are written in turn, so that one of them is always whole.
struct wallboard_text {
  char *bytes;
  size_t length;
};

struct wallboard_box {
  int folder;
  size_t segment_capacity;
  size_t frame_capacity;
  int newer;
  struct wallboard_segment segments[2];
  int frame;
  struct wallboard_text frames[2];
  // The name of a file that is written now, without its ending.
  int stem;
  char stems[2][WALLBOARD_BOX_STEM];
  // The oldest recording, where another one would be too many.
  char surplus[WALLBOARD_BOX_STEM];
  // What is said on the terminal before the file's name.
  char message[WALLBOARD_BOX_MESSAGE];
  bool is_writing;
};

// What the handler of a crash writes. Weak, as what signals.h declares.
__attribute__((weak)) struct wallboard_box *wallboard_crash_box = NULL;

static inline char *wallboard_box_map(size_t length) {
  // Anonymous: what is never written to takes no memory.
  void *bytes = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return bytes == MAP_FAILED ? NULL : (char *)bytes;
}

// Takes the descriptor over when it succeeds.
static inline bool wallboard_box_open(struct wallboard_box *box, int folder, size_t segment,
                                      size_t frame) {
  memset(box, 0, sizeof *box);
  char *bytes = wallboard_box_map(2 * (segment + frame));
  if (bytes == NULL) return false;
  box->folder = folder;
  box->segment_capacity = segment;
  box->frame_capacity = frame;
  for (int index = 0; index < 2; index++) {
    box->segments[index].bytes = bytes + (size_t)index * segment;
    box->frames[index].bytes = bytes + 2 * segment + (size_t)index * frame;
  }
  return true;
}

static inline void wallboard_box_close(struct wallboard_box *box) {
  if (wallboard_crash_box == box) wallboard_crash_box = NULL;
  munmap(box->segments[0].bytes, 2 * (box->segment_capacity + box->frame_capacity));
  close(box->folder);
}

// Begins a segment in the place of the older one, whose memory is given back. It is not written to
// a file before it is published.
static inline struct wallboard_segment *wallboard_box_turn(struct wallboard_box *box) {
  if (__atomic_load_n(&box->is_writing, __ATOMIC_SEQ_CST)) return NULL;
  struct wallboard_segment *segment = &box->segments[1 - box->newer];
  __atomic_store_n(&segment->length, 0, __ATOMIC_SEQ_CST);
  segment->filled = 0;
  // Nothing older than the last minutes stays.
  if (madvise(segment->bytes, box->segment_capacity, MADV_DONTNEED) != 0) {
    memset(segment->bytes, 0, box->segment_capacity);
  }
  return segment;
}

// Whether there was room for the line.
static inline bool wallboard_box_add(struct wallboard_box *box, struct wallboard_segment *segment,
                                     const char *line, size_t length) {
  if (box->segment_capacity - segment->filled <= length) return false;
  memcpy(segment->bytes + segment->filled, line, length);
  segment->bytes[segment->filled + length] = '\n';
  segment->filled += length + 1;
  return true;
}

static inline struct wallboard_segment *wallboard_box_newer(struct wallboard_box *box) {
  return &box->segments[box->newer];
}

// What was added to that segment is written from now on, and it is the newer one.
static inline void wallboard_box_publish(struct wallboard_box *box,
                                         struct wallboard_segment *segment) {
  __atomic_store_n(&box->newer, (int)(segment - box->segments), __ATOMIC_SEQ_CST);
  __atomic_store_n(&segment->length, segment->filled, __ATOMIC_SEQ_CST);
}

// A frame is begun, filled by lines and published; a line that there is no room for ends it.
static inline void wallboard_box_begin_frame(struct wallboard_box *box) {
  box->frames[1 - box->frame].length = 0;
}

static inline void wallboard_box_add_row(struct wallboard_box *box, const char *row,
                                         size_t length) {
  struct wallboard_text *frame = &box->frames[1 - box->frame];
  if (box->frame_capacity - frame->length <= length) return;
  memcpy(frame->bytes + frame->length, row, length);
  frame->bytes[frame->length + length] = '\n';
  frame->length += length + 1;
}

static inline void wallboard_box_publish_frame(struct wallboard_box *box) {
  __atomic_store_n(&box->frame, 1 - box->frame, __ATOMIC_SEQ_CST);
}

static inline void wallboard_box_copy(char *target, size_t capacity, const char *text) {
  size_t length = strlen(text);
  // What is cut would be a wrong name.
  if (length >= capacity) length = 0;
  memcpy(target, text, length);
  target[length] = '\0';
}

static inline void wallboard_box_set_stem(struct wallboard_box *box, const char *stem) {
  int next = 1 - box->stem;
  wallboard_box_copy(box->stems[next], WALLBOARD_BOX_STEM, stem);
  __atomic_store_n(&box->stem, next, __ATOMIC_SEQ_CST);
}

static inline void wallboard_box_set_surplus(struct wallboard_box *box, const char *stem) {
  wallboard_box_copy(box->surplus, WALLBOARD_BOX_STEM, stem);
}

static inline void wallboard_box_arm(struct wallboard_box *box, const char *message) {
  wallboard_box_copy(box->message, WALLBOARD_BOX_MESSAGE, message);
  wallboard_crash_box = box;
}

// From here on: only what is safe in a handler. 0, or the number of an error.

static inline int wallboard_box_write(int file, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(file, bytes, length);
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    } else if (written == 0 || errno != EINTR) {
      return written == 0 ? EIO : errno;
    }
  }
  return 0;
}

// The name of a file: the stem, a number from 2 on where others have it already, and the ending.
static inline void wallboard_box_name(char *name, const char *stem, int number, const char *ending) {
  size_t length = strlen(stem);
  memcpy(name, stem, length);
  if (number > 1) {
    name[length++] = '-';
    name[length++] = (char)('0' + number);
  }
  memcpy(name + length, ending, strlen(ending) + 1);
}

static inline int wallboard_box_create(struct wallboard_box *box, const char *name) {
  return openat(box->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
}

static inline int wallboard_box_write_lines(struct wallboard_box *box, int file) {
  int newer = __atomic_load_n(&box->newer, __ATOMIC_SEQ_CST);
  const struct wallboard_segment *first = &box->segments[1 - newer];
  const struct wallboard_segment *second = &box->segments[newer];
  size_t older = __atomic_load_n(&first->length, __ATOMIC_SEQ_CST);
  size_t length = __atomic_load_n(&second->length, __ATOMIC_SEQ_CST);
  size_t start = older > 0 ? second->follows : 0;
  int error = wallboard_box_write(file, first->bytes, older);
  if (error != 0 || length <= start) return error;
  return wallboard_box_write(file, second->bytes + start, length - start);
}

// Writes the recording and the frame. `name` has room for a stem and two more characters, and is
// empty where there is no file.
static inline int wallboard_box_save(struct wallboard_box *box, char *stem) {
  stem[0] = '\0';
  if (__atomic_exchange_n(&box->is_writing, true, __ATOMIC_SEQ_CST)) return EBUSY;
  const char *wanted = box->stems[__atomic_load_n(&box->stem, __ATOMIC_SEQ_CST)];
  char name[WALLBOARD_BOX_STEM + 16];
  int file = -1, number = 0;
  do {
    wallboard_box_name(name, wanted, ++number, ".ndjson");
    file = wallboard_box_create(box, name);
  } while (file < 0 && errno == EEXIST && number < 9);
  if (file < 0) return errno;
  wallboard_box_name(stem, wanted, number, "");
  int error = wallboard_box_write_lines(box, file);
  close(file);
  wallboard_box_name(name, stem, 1, ".txt");
  const struct wallboard_text *frame = &box->frames[__atomic_load_n(&box->frame, __ATOMIC_SEQ_CST)];
  file = frame->length > 0 ? wallboard_box_create(box, name) : -1;
  if (file >= 0) {
    int failure = wallboard_box_write(file, frame->bytes, frame->length);
    if (error == 0) error = failure;
    close(file);
  }
  return error;
}

static inline void wallboard_box_done(struct wallboard_box *box) {
  __atomic_store_n(&box->is_writing, false, __ATOMIC_SEQ_CST);
}

static inline void wallboard_box_remove(struct wallboard_box *box, const char *stem) {
  char name[WALLBOARD_BOX_STEM + 16];
  wallboard_box_name(name, stem, 1, ".ndjson");
  unlinkat(box->folder, name, 0);
  wallboard_box_name(name, stem, 1, ".txt");
  unlinkat(box->folder, name, 0);
}

// What a crash does, after the terminal is as it was: the files, a note for the next start, and a
// line on the terminal unless it is -1.
static inline void wallboard_box_crash(int terminal) {
  struct wallboard_box *box = wallboard_crash_box;
  char stem[WALLBOARD_BOX_STEM + 4];
  if (box == NULL) return;
  wallboard_box_save(box, stem);
  // What a full disk has taken is told, too.
  if (stem[0] == '\0') return;
  if (box->surplus[0] != '\0') wallboard_box_remove(box, box->surplus);
  int note = openat(box->folder, "crashed",
                    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
  if (note >= 0) {
    wallboard_box_write(note, stem, strlen(stem));
    close(note);
  }
  if (terminal < 0 || box->message[0] == '\0') return;
  char line[WALLBOARD_BOX_MESSAGE + WALLBOARD_BOX_STEM + 16];
  size_t length = strlen(box->message);
  memcpy(line, box->message, length);
  wallboard_box_name(line + length, stem, 1, ".ndjson\n");
  ssize_t ignored = write(terminal, line, strlen(line));
  (void)ignored;
}

#endif
