/* Minimises mixed-integer programmes with CBC, one after the other, for whoever holds the other end.

   A programme comes on standard input and its answer goes to standard output, until the input ends. Each search is made
   in a child of this process: what CBC's libraries do to themselves ends the child, and each search is like the first.
   This process has one thread and little memory, so that a child is safe and costs little. Both ends are on one machine:
   numbers are as it holds them. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <coin/Cbc_C_Interface.h>

/* The first word of a question, 'PSQ1', and of an answer, 'PSA1'. */
static const uint32_t question_mark = 0x31515350, answer_mark = 0x31415350;

/* Before a programme. Behind it: factors, lower, upper, costs, least and most as doubles, starts and indices as numbers
   of four bytes, a byte for each column that says whether it is whole, and the settings. */
struct question {
  uint32_t mark, columns, rows, entries, settings, seconds;
};

enum outcome { answered, died, refused };
enum { infeasible = 1, optimal = 2, with_values = 4 };

/* Before the values of the columns, where there are any. */
struct answer {
  uint32_t mark, outcome, flags;
  int32_t nodes;
  double bound; /* no solution costs less; as CBC counts it, infinite where it knows none */
};

static const uint32_t most_columns = 1 << 22, most_rows = 1 << 22, most_entries = 1 << 26, most_settings = 4096;

/* What the child writes and the parent reads, in memory of both. */
struct shared {
  bool is_whole; /* the last thing written */
  struct answer answer;
  double values[];
};

struct program {
  const struct question *head;
  const double *factors, *lower, *upper, *costs, *least, *most;
  const int32_t *starts, *indices;
  const uint8_t *whole;
  const char *settings;
};

/* Reads so many bytes; false where the input ends before. */
static bool take(void *bytes, size_t count) {
  char *next = bytes;
  while (count > 0) {
    ssize_t taken = read(STDIN_FILENO, next, count);
    if (taken < 0 && errno == EINTR) continue;
    if (taken <= 0) return false;
    next += taken;
    count -= (size_t)taken;
  }
  return true;
}

static bool give(const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t given = write(STDOUT_FILENO, next, count);
    if (given < 0 && errno == EINTR) continue;
    if (given <= 0) return false;
    next += given;
    count -= (size_t)given;
  }
  return true;
}

static size_t size_behind(const struct question *head) {
  size_t columns = head->columns, rows = head->rows, entries = head->entries;
  return 8 * (entries + 3 * columns + 2 * rows) + 4 * (columns + 1 + entries) + columns + head->settings;
}

static struct program program(const struct question *head, const char *bytes) {
  struct program program = {.head = head};
  program.factors = (const double *)bytes;
  program.lower = program.factors + head->entries;
  program.upper = program.lower + head->columns;
  program.costs = program.upper + head->columns;
  program.least = program.costs + head->columns;
  program.most = program.least + head->rows;
  program.starts = (const int32_t *)(program.most + head->rows);
  program.indices = program.starts + head->columns + 1;
  program.whole = (const uint8_t *)(program.indices + head->entries);
  program.settings = (const char *)(program.whole + head->columns);
  return program;
}

static bool are_numbers(const double *first, size_t count) {
  for (size_t place = 0; place < count; place++)
    if (first[place] != first[place]) return false;
  return true;
}

/* Whether CBC may be given a programme: it trusts what it is given. */
static bool is_sound(const struct program *program) {
  const struct question *head = program->head;
  if (!are_numbers(program->factors, (size_t)head->entries + 3 * (size_t)head->columns + 2 * (size_t)head->rows))
    return false;
  if (program->starts[0] != 0 || program->starts[head->columns] != (int32_t)head->entries) return false;
  for (uint32_t column = 0; column < head->columns; column++)
    if (program->starts[column] > program->starts[column + 1] || program->whole[column] > 1) return false;
  for (uint32_t entry = 0; entry < head->entries; entry++)
    if (program->indices[entry] < 0 || program->indices[entry] >= (int32_t)head->rows) return false;
  for (uint32_t place = 0; place < head->settings; place++)
    if (program->settings[place] < ' ' || program->settings[place] > '~') return false;
  return true;
}

/* The settings are those of the program cbc, names and values in turn with one space between. */
static void set_all(Cbc_Model *model, const struct program *program) {
  char *words = strndup(program->settings, program->head->settings);
  char *rest = NULL;
  if (words == NULL) _exit(1);
  for (char *name = strtok_r(words, " ", &rest); name != NULL; name = strtok_r(NULL, " ", &rest)) {
    char *value = strtok_r(NULL, " ", &rest);
    if (value != NULL) Cbc_setParameter(model, name, value);
  }
  free(words);
}

static void solve(const struct program *program, struct shared *shared) {
  const struct question *head = program->head;
  Cbc_Model *model = Cbc_newModel();
  Cbc_loadProblem(model, (int)head->columns, (int)head->rows, program->starts, program->indices, program->factors,
                  program->lower, program->upper, program->costs, program->least, program->most);
  for (uint32_t column = 0; column < head->columns; column++)
    if (program->whole[column]) Cbc_setInteger(model, (int)column);
  Cbc_setLogLevel(model, 0);
  set_all(model, program);
  Cbc_solve(model);
  bool is_infeasible = Cbc_isProvenInfeasible(model) != 0;
  shared->answer.bound = Cbc_getBestPossibleObjValue(model);
  shared->answer.nodes = Cbc_getNodeCount(model);
  const double *values = is_infeasible ? NULL : Cbc_bestSolution(model);
  if (values != NULL) memcpy(shared->values, values, head->columns * sizeof *values);
  shared->answer.flags =
      (is_infeasible ? infeasible : 0) | (Cbc_isProvenOptimal(model) ? optimal : 0) | (values ? with_values : 0);
}

static void limit(int resource, rlim_t most) {
  struct rlimit held;
  if (getrlimit(resource, &held) != 0) return;
  if (held.rlim_max != RLIM_INFINITY && held.rlim_max < most) most = held.rlim_max;
  setrlimit(resource, &(struct rlimit){.rlim_cur = most, .rlim_max = most});
}

/* The child: silent, without a core, and with an end. */
static _Noreturn void live(const struct program *program, struct shared *shared) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, program->head->seconds);
  int nowhere = open("/dev/null", O_RDWR);
  if (nowhere < 0) _exit(1);
  dup2(nowhere, STDIN_FILENO);
  dup2(nowhere, STDOUT_FILENO);
  dup2(nowhere, STDERR_FILENO);
  solve(program, shared);
  shared->is_whole = true;
  _exit(0);
}

/* Waits until the child's end of a pipe closes; false where whoever asked has gone, or it takes for ever: a child that
   waits for what never comes uses no processor time, so ten times as many seconds of the clock. */
static bool has_ended(int pipe, uint32_t seconds) {
  struct pollfd ends[] = {{.fd = pipe, .events = POLLIN}, {.fd = STDOUT_FILENO, .events = 0}};
  int found;
  do {
    found = poll(ends, 2, seconds < 200000 ? (int)seconds * 10000 : 2000000000);
  } while (found < 0 && errno == EINTR);
  return found > 0 && ends[0].revents != 0;
}

/* Lets a child search and says whether it came to its end. */
static bool search(const struct program *program, struct shared *shared) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  pid_t child = fork();
  if (child == 0) live(program, shared);
  close(ends[1]);
  if (child > 0 && !has_ended(ends[0], program->head->seconds)) kill(child, SIGKILL);
  close(ends[0]);
  int status = 0;
  pid_t ended = child;
  if (child > 0) {
    do {
      ended = waitpid(child, &status, 0);
    } while (ended < 0 && errno == EINTR);
  }
  return child > 0 && ended == child && WIFEXITED(status) && WEXITSTATUS(status) == 0 && shared->is_whole;
}

/* Answers a programme; false where nobody takes the answer. */
static bool answer(const struct program *program) {
  struct answer failed = {.mark = answer_mark, .outcome = is_sound(program) ? died : refused};
  if (failed.outcome == refused) return give(&failed, sizeof failed);
  size_t values = program->head->columns * sizeof(double);
  struct shared *shared =
      mmap(NULL, sizeof *shared + values, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return give(&failed, sizeof failed);
  bool is_given;
  if (search(program, shared)) {
    shared->answer.mark = answer_mark;
    shared->answer.outcome = answered;
    is_given = give(&shared->answer, sizeof shared->answer) &&
               (!(shared->answer.flags & with_values) || give(shared->values, values));
  } else {
    is_given = give(&failed, sizeof failed);
  }
  munmap(shared, sizeof *shared + values);
  return is_given;
}

int main(void) {
  signal(SIGCHLD, SIG_DFL);
  struct question head;
  while (take(&head, sizeof head)) {
    /* Without the mark or a size nobody knows where the next programme begins. */
    if (head.mark != question_mark || head.columns > most_columns || head.rows > most_rows || head.entries > most_entries ||
        head.settings > most_settings || head.seconds == 0)
      return 65;
    char *bytes = malloc(size_behind(&head));
    if (bytes == NULL) return 71;
    if (!take(bytes, size_behind(&head))) return 65;
    struct program asked = program(&head, bytes);
    bool is_given = answer(&asked);
    free(bytes);
    if (!is_given) return 74;
  }
  return 0;
}
