#define _GNU_SOURCE
#include "CCbcShim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <coin/Cbc_C_Interface.h>

struct program {
  int columns, rows;
  const int *starts, *indices;
  const double *factors, *lower, *upper, *costs, *least, *most;
  const bool *whole;
};

/* What the child writes and the parent reads, in memory of both. */
struct shared {
  bool is_whole; /* the last thing written */
  parapet_answer answer;
  double values[];
};

static void set_all(Cbc_Model *model, const char *settings) {
  char *words = strdup(settings);
  char *rest = NULL;
  if (words == NULL) _exit(1);
  for (char *name = strtok_r(words, " ", &rest); name != NULL; name = strtok_r(NULL, " ", &rest)) {
    char *value = strtok_r(NULL, " ", &rest);
    if (value != NULL) Cbc_setParameter(model, name, value);
  }
  free(words);
}

static void solve(const struct program *program, const char *settings, struct shared *shared) {
  Cbc_Model *model = Cbc_newModel();
  Cbc_loadProblem(model, program->columns, program->rows, program->starts, program->indices, program->factors,
                  program->lower, program->upper, program->costs, program->least, program->most);
  for (int column = 0; column < program->columns; column++)
    if (program->whole[column]) Cbc_setInteger(model, column);
  Cbc_setLogLevel(model, 0);
  set_all(model, settings);
  Cbc_solve(model);
  shared->answer.is_infeasible = Cbc_isProvenInfeasible(model) != 0;
  shared->answer.is_optimal = Cbc_isProvenOptimal(model) != 0;
  shared->answer.bound = Cbc_getBestPossibleObjValue(model);
  shared->answer.nodes = Cbc_getNodeCount(model);
  const double *values = shared->answer.is_infeasible ? NULL : Cbc_bestSolution(model);
  if (values != NULL) memcpy(shared->values, values, (size_t)program->columns * sizeof *values);
  shared->answer.has_values = values != NULL;
}

static void limit(int resource, rlim_t most) {
  struct rlimit held;
  if (getrlimit(resource, &held) != 0) return;
  if (held.rlim_max != RLIM_INFINITY && held.rlim_max < most) most = held.rlim_max;
  setrlimit(resource, &(struct rlimit){.rlim_cur = most, .rlim_max = most});
}

/* The child: silent, without a core, and with an end. */
static _Noreturn void live(const struct program *program, const char *settings, unsigned seconds,
                           parapet_mishap mishap, struct shared *shared) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, seconds);
  /* A child that waits for what never comes uses no processor time: ten times as many seconds of the clock. */
  signal(SIGALRM, SIG_DFL);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGALRM);
  sigprocmask(SIG_UNBLOCK, &signals, NULL);
  alarm(10 * seconds);
  int nowhere = open("/dev/null", O_WRONLY);
  if (nowhere < 0) _exit(1);
  dup2(nowhere, STDOUT_FILENO);
  dup2(nowhere, STDERR_FILENO);
  if (mishap == parapet_mishap_abort) abort();
  if (mishap == parapet_mishap_exit) _exit(1);
  for (volatile bool goes_on = mishap == parapet_mishap_spin; goes_on;) {
  }
  solve(program, settings, shared);
  shared->is_whole = true;
  _exit(0);
}

bool parapet_cbc_solve(int columns, int rows, const int *starts, const int *indices, const double *factors,
                       const double *lower, const double *upper, const double *costs, const double *least,
                       const double *most, const bool *whole, const char *settings, unsigned seconds,
                       parapet_mishap mishap, parapet_answer *answer, double *values) {
  const struct program program = {columns, rows, starts, indices, factors, lower, upper, costs, least, most, whole};
  size_t room = (size_t)columns * sizeof *values;
  struct shared *shared =
      mmap(NULL, sizeof *shared + room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return false;
  /* The child has this thread alone. CBC needs malloc there, whose locks glibc holds over a fork, and no lock of Swift:
     all that it reads was made before. */
  pid_t child = fork();
  if (child == 0) live(&program, settings, seconds, mishap, shared);
  int status = 0;
  pid_t ended = child;
  if (child > 0) {
    do {
      ended = waitpid(child, &status, 0);
    } while (ended < 0 && errno == EINTR);
  }
  /* Where somebody ignores the ends of children there is no status, and the last word of the child counts. */
  bool is_well = child > 0 && shared->is_whole && (ended < 0 || (WIFEXITED(status) && WEXITSTATUS(status) == 0));
  if (is_well) {
    *answer = shared->answer;
    if (answer->has_values) memcpy(values, shared->values, room);
  }
  munmap(shared, sizeof *shared + room);
  return is_well;
}
