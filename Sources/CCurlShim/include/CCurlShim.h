#ifndef PARAPET_CURL_SHIM_H
#define PARAPET_CURL_SHIM_H

#include <stdbool.h>
#include <stddef.h>

/// One question after the other over libcurl, whose options are set by a function that Swift cannot call: it takes
/// what each option asks for.
typedef struct parapet_curl parapet_curl;

/// Takes bytes of an answer; fewer taken than given end the question.
typedef size_t (*parapet_curl_taker)(char *bytes, size_t size, size_t count, void *context);

/// What is asked, and how long it may take.
typedef struct {
  const char *address;
  const char *agent;
  /// Lines of the head.
  const char *const *headers;
  size_t header_count;
  /// What is posted, or NULL.
  const void *body;
  size_t body_count;
  /// The most bytes that the answer may announce.
  size_t limit;
  /// Fewer bytes a second than these, for so many seconds, are too slow.
  long slow_bytes;
  long slow_seconds;
  /// The longest for the whole answer.
  long milliseconds;
  parapet_curl_taker take_header;
  parapet_curl_taker take_body;
  void *context;
} parapet_curl_question;

/// How a question ended.
typedef enum {
  parapet_curl_done,
  parapet_curl_no_host,
  parapet_curl_no_connection,
  parapet_curl_not_trusted,
  parapet_curl_too_slow,
  parapet_curl_cut_off,
  parapet_curl_undecodable,
  parapet_curl_too_large,
  parapet_curl_refused_by_taker,
  parapet_curl_other,
} parapet_curl_ending;

/// Makes the library ready; NULL where it has no memory for it.
parapet_curl *parapet_curl_open(void);

/// Asks, and returns when all has been taken or cannot be.
parapet_curl_ending parapet_curl_ask(parapet_curl *curl, const parapet_curl_question *question);

/// Closes what was opened.
void parapet_curl_close(parapet_curl *curl);

#endif
