#include "CCurlShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

// What is used of <curl/curl.h>; its numbers never change.
enum {
  GLOBAL_ALL = 3,
  OPTION_LOW_SPEED_LIMIT = 19,
  OPTION_LOW_SPEED_TIME = 20,
  OPTION_POST = 47,
  OPTION_NOSIGNAL = 99,
  OPTION_TIMEOUT_MS = 155,
  OPTION_CONNECTTIMEOUT_MS = 156,
  OPTION_PROTOCOLS = 181,
  OPTION_SUPPRESS_CONNECT_HEADERS = 265,
  OPTION_WRITEDATA = 10001,
  OPTION_URL = 10002,
  OPTION_POSTFIELDS = 10015,
  OPTION_USERAGENT = 10018,
  OPTION_HTTPHEADER = 10023,
  OPTION_HEADERDATA = 10029,
  OPTION_ACCEPT_ENCODING = 10102,
  OPTION_WRITEFUNCTION = 20011,
  OPTION_HEADERFUNCTION = 20079,
  OPTION_MAXFILESIZE_LARGE = 30117,
  OPTION_POSTFIELDSIZE_LARGE = 30120,
  PROTOCOLS_HTTP_AND_HTTPS = 1 | 2,
};

struct functions {
  void *library;
  int (*global_init)(long);
  void *(*init)(void);
  int (*setopt)(void *, int, ...);
  int (*perform)(void *);
  void (*reset)(void *);
  void (*cleanup)(void *);
  void *(*append)(void *, const char *);
  void (*free_all)(void *);
};

struct parapet_curl {
  void *handle;
};

static struct functions curl;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {"libcurl.so.4", "libcurl.4.dylib"};
  for (size_t index = 0; curl.library == NULL && index < sizeof names / sizeof *names; index++)
    curl.library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  if (curl.library == NULL) return;
  *(void **)&curl.global_init = dlsym(curl.library, "curl_global_init");
  *(void **)&curl.init = dlsym(curl.library, "curl_easy_init");
  *(void **)&curl.setopt = dlsym(curl.library, "curl_easy_setopt");
  *(void **)&curl.perform = dlsym(curl.library, "curl_easy_perform");
  *(void **)&curl.reset = dlsym(curl.library, "curl_easy_reset");
  *(void **)&curl.cleanup = dlsym(curl.library, "curl_easy_cleanup");
  *(void **)&curl.append = dlsym(curl.library, "curl_slist_append");
  *(void **)&curl.free_all = dlsym(curl.library, "curl_slist_free_all");
  bool is_whole = curl.global_init && curl.init && curl.setopt && curl.perform && curl.reset && curl.cleanup &&
                  curl.append && curl.free_all;
  if (!is_whole || curl.global_init(GLOBAL_ALL) != 0) curl.library = NULL;
}

parapet_curl *parapet_curl_open(void) {
  pthread_once(&once, load);
  if (curl.library == NULL) return NULL;
  parapet_curl *opened = malloc(sizeof *opened);
  if (opened == NULL) return NULL;
  opened->handle = curl.init();
  if (opened->handle != NULL) return opened;
  free(opened);
  return NULL;
}

void parapet_curl_close(parapet_curl *opened) {
  curl.cleanup(opened->handle);
  free(opened);
}

static parapet_curl_ending ending(int code) {
  switch (code) {
    case 0: return parapet_curl_done;
    case 5: case 6: return parapet_curl_no_host;
    case 7: return parapet_curl_no_connection;
    case 28: return parapet_curl_too_slow;
    case 51: case 58: case 60: case 77: case 82: case 83: case 90: case 91: return parapet_curl_not_trusted;
    // A strange head, a part only, a head without end, nothing at all, a lost connection, a false compression.
    case 8: case 16: case 18: case 27: case 52: case 55: case 56: case 61: case 92: case 100:
      return parapet_curl_cut_off;
    case 63: return parapet_curl_too_large;
    case 23: return parapet_curl_refused_by_taker;
    default: return parapet_curl_other;
  }
}

parapet_curl_ending parapet_curl_ask(parapet_curl *opened, const parapet_curl_question *question) {
  void *handle = opened->handle;
  curl.reset(handle);
  void *lines = NULL;
  for (size_t index = 0; index < question->header_count; index++) {
    void *longer = curl.append(lines, question->headers[index]);
    if (longer == NULL) {
      curl.free_all(lines);
      return parapet_curl_other;
    }
    lines = longer;
  }
  // An option that is refused is one that keeps us safe; then nothing is asked.
  int refused = 0;
  refused |= curl.setopt(handle, OPTION_URL, question->address);
  refused |= curl.setopt(handle, OPTION_PROTOCOLS, (long)PROTOCOLS_HTTP_AND_HTTPS);
  refused |= curl.setopt(handle, OPTION_NOSIGNAL, 1L);
  refused |= curl.setopt(handle, OPTION_USERAGENT, question->agent);
  refused |= curl.setopt(handle, OPTION_HTTPHEADER, lines);
  refused |= curl.setopt(handle, OPTION_ACCEPT_ENCODING, "");
  refused |= curl.setopt(handle, OPTION_SUPPRESS_CONNECT_HEADERS, 1L);
  refused |= curl.setopt(handle, OPTION_LOW_SPEED_LIMIT, question->slow_bytes);
  refused |= curl.setopt(handle, OPTION_LOW_SPEED_TIME, question->slow_seconds);
  refused |= curl.setopt(handle, OPTION_CONNECTTIMEOUT_MS, question->slow_seconds * 1000);
  refused |= curl.setopt(handle, OPTION_TIMEOUT_MS, question->milliseconds);
  refused |= curl.setopt(handle, OPTION_MAXFILESIZE_LARGE, (int64_t)question->limit);
  refused |= curl.setopt(handle, OPTION_HEADERFUNCTION, question->take_header);
  refused |= curl.setopt(handle, OPTION_HEADERDATA, question->context);
  refused |= curl.setopt(handle, OPTION_WRITEFUNCTION, question->take_body);
  refused |= curl.setopt(handle, OPTION_WRITEDATA, question->context);
  if (question->body != NULL) {
    refused |= curl.setopt(handle, OPTION_POST, 1L);
    refused |= curl.setopt(handle, OPTION_POSTFIELDSIZE_LARGE, (int64_t)question->body_count);
    refused |= curl.setopt(handle, OPTION_POSTFIELDS, question->body);
  }
  parapet_curl_ending result = refused ? parapet_curl_other : ending(curl.perform(handle));
  // The handle must not keep what ends with this call.
  curl.reset(handle);
  curl.free_all(lines);
  return result;
}
