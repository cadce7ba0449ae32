/* CBC in a process of its own: what its libraries do to themselves does not end the program that asked. */
#ifndef CCBCSHIM_H
#define CCBCSHIM_H

#include <stdbool.h>

/* What may be made to happen in the middle of a search, so that tests see what comes of it. */
typedef enum {
  parapet_mishap_none,
  parapet_mishap_abort, /* what a failed assertion does */
  parapet_mishap_exit,  /* an end with an error, without a signal */
  parapet_mishap_spin,  /* no end at all */
} parapet_mishap;

typedef struct {
  double bound; /* no solution costs less; as CBC counts it, infinite where it knows none */
  int nodes;
  bool is_infeasible;
  bool is_optimal;
  bool has_values;
} parapet_answer;

/* Minimises a mixed-integer programme in a child process and waits for it; false where the child did not come to its end.

   The programme is as Cbc_loadProblem takes it: its factors column by column, the limits of columns and rows. The
   settings are those of the program cbc, names and values in turn with one space between; values has room for all
   columns. Nothing is left behind in this process, so that searches may run beside each other and each is like the
   first. The seconds of processor time only stop what would go on for ever: a search is to end by its settings. */
bool parapet_cbc_solve(int columns, int rows, const int *_Nonnull starts, const int *_Nonnull indices,
                       const double *_Nonnull factors, const double *_Nonnull lower, const double *_Nonnull upper,
                       const double *_Nonnull costs, const double *_Nonnull least, const double *_Nonnull most,
                       const bool *_Nonnull whole, const char *_Nonnull settings, unsigned seconds,
                       parapet_mishap mishap, parapet_answer *_Nonnull answer, double *_Nonnull values);

#endif
