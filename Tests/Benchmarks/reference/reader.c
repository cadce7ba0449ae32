/* What reading the same feed costs in C: libxml2's SAX2 interface fed with 64 KiB at a time, names compared as
   interned pointers, the same limits and refusals, and every field of a record in a structure of its own before the
   next record begins. Prints the line that the other readers print.

   usage: reader FILE */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

enum { CHUNK = 64 << 10 };
/* The limits of the reader that is compared. */
enum { DEPTH = 64, TEXT = 1 << 20, ATTRIBUTES = 64, ATTRIBUTE_BYTES = 64 << 10, TOKEN = 256 << 10 };
enum { RECORD_BYTES = 8 << 20, RECORD_ELEMENTS = 100000, RECORDS = 1000000 };

/* Names: elements first, then attributes. */
#define NAMES(X) \
  X(fundingOpportunities) X(opportunity) X(identifier) X(programme) X(partOf) X(title) X(description) X(status) \
  X(publicationDate) X(openingDate) X(deadlineModel) X(deadline) X(funding) X(totalAmountAvailable) \
  X(minAwardAmount) X(maxAwardAmount) X(estimatedAwardCount) X(fundingRate) X(typeOfAction) X(requirements) \
  X(all) X(any) X(not) X(criterion) X(include) X(exclude) X(minimum) X(maximum) X(otherwise) X(example) \
  X(keyword) X(documentLink) X(landingPage) X(notStated) \
  X(level) X(lastModified) X(scheme) X(code) X(vocabulary) X(ref) X(lang) X(sourceCode) X(stage) X(currency) \
  X(year) X(scope) X(max) X(id) X(kind) X(grade) X(source) X(validFrom) X(url) X(format)
#define ENUM(name) N_##name,
#define TEXT_OF(name) #name,
enum { N_none, NAMES(ENUM) N_count };
static const char *const name_texts[N_count] = {"", NAMES(TEXT_OF)};

/* Interned names by pointer, in a table with open addressing. */
enum { TABLE = 256 };
static struct { const xmlChar *pointer; int name; } table[TABLE];
static unsigned slot(const xmlChar *p) { return (unsigned)(((uintptr_t)p * 0x9E3779B97F4A7C15u) >> 56); }
static int name_of(const xmlChar *p) {
  for (unsigned i = slot(p);; i = (i + 1) % TABLE) {
    if (table[i].pointer == p) return table[i].name;
    if (table[i].pointer == NULL) return N_none;
  }
}
static void intern(xmlParserCtxtPtr context) {
  for (int n = 1; n < N_count; n++) {
    const xmlChar *p = xmlDictLookup(context->dict, (const xmlChar *)name_texts[n], -1);
    unsigned i = slot(p);
    while (table[i].pointer != NULL) i = (i + 1) % TABLE;
    table[i].pointer = p;
    table[i].name = n;
  }
}

/* A record and everything in it; texts lie in one arena that grows and is emptied for the next. */
typedef struct { size_t start, length; } text;
typedef struct { text language, value; } localized;
typedef struct { text code, vocabulary, label; } coded;
typedef struct { text url, format; } document;
typedef struct { int day, stage; text time; } deadline;
typedef struct { int grade, from; text source; } citation;
typedef struct { int name; text value; } attribute;
typedef struct { int element, first, count; } facts;
typedef struct { text id, kind; citation cited; facts *parts; int first, count; long line; } criterion;
typedef struct { int kind, element; } node;
typedef struct { int64_t hundredths; int year, scope, which; } amount;
#define LIST(type, name) struct { type *items; int count, room; } name
static struct {
  long line, column;
  int level, modified, published, opening, status, model, currency, grants;
  text reference, landing;
  LIST(coded, identifiers);
  LIST(localized, texts);
  LIST(coded, codes);
  LIST(text, links);
  LIST(deadline, deadlines);
  LIST(amount, amounts);
  LIST(int64_t, rates);
  LIST(criterion, criteria);
  LIST(node, tree);
  LIST(facts, parts);
  LIST(attribute, attributes);
  LIST(document, documents);
  LIST(text, missing);
} R;
#define ADD(list) (list.count == list.room \
  ? list.items = realloc(list.items, (list.room = list.room * 2 + 16) * sizeof *list.items) : 0, \
  &list.items[list.count++])

static char *arena;
static size_t used, room;
static char *reserve(size_t n) {
  if (used + n > room) arena = realloc(arena, room = (used + n) * 2);
  return arena + used;
}
static text keep_value(const xmlChar *s, const xmlChar *end) {
  text t = {used, 0};
  char *out = reserve(end - s);
  while (s < end) {
    const xmlChar *amp = memchr(s, '&', end - s);
    size_t n = (amp == NULL ? end : amp + 1) - s;
    memcpy(out, s, n);
    out += n;
    s += n;
    if (amp != NULL && end - s >= 4 && !memcmp(s, "#38;", 4)) s += 4;
  }
  t.length = out - (arena + used);
  used += t.length;
  return t;
}

/* The parser's state. */
static struct {
  xmlParserCtxtPtr context;
  int depth, records, elements, stopped, open[DEPTH + 1];
  size_t record_start, text_start;
  attribute attributes[ATTRIBUTES];
  int attribute_count;
} P;
static struct {
  long records, lines, names, texts, text_bytes, language_bytes, days, deadlines, stages, money, grants, rates;
  long codes, code_bytes, addresses, criteria, criterion_bytes, parameters, facts, citations, not_stated;
} S;

static void stop(const char *why) {
  if (!P.stopped) fprintf(stderr, "line %d: %s\n", P.context->input->line, why);
  P.stopped = 1;
  xmlStopParser(P.context);
}

/* Runs of white space become one space, none at the ends; a block without any run is moved as it is. */
static size_t fold(char *p, size_t n) {
  size_t i = 0, out = 0;
  int pending = 0;
  while (i < n) {
    if (n - i > 32 && !pending && out > 0) {
      int bad = 0;
      for (int k = 0; k < 32; k++) bad |= ((unsigned char)p[i + k] < 0x20) | ((p[i + k] == ' ') & (p[i + k + 1] == ' '));
      if (!bad && p[i] != ' ') {
        if (out != i) memmove(p + out, p + i, 32);
        out += 32;
        i += 32;
        if (p[out - 1] == ' ') { pending = 1; out--; }
        continue;
      }
    }
    for (size_t end = n - i > 32 ? i + 32 : n; i < end; i++) {
      if ((unsigned char)p[i] <= ' ') { pending = out > 0; continue; }
      if (pending) { p[out++] = ' '; pending = 0; }
      p[out++] = p[i];
    }
  }
  return out;
}

static int digits(const char *p, int n) {
  int value = 0;
  for (int i = 0; i < n; i++) {
    if (p[i] < '0' || p[i] > '9') { stop("no number"); return 0; }
    value = value * 10 + p[i] - '0';
  }
  return value;
}
static int day(text t) {
  const char *p = arena + t.start;
  if (t.length < 10 || p[4] != '-' || p[7] != '-') { stop("no date"); return 0; }
  int y = digits(p, 4), m = digits(p + 5, 2), d = digits(p + 8, 2);
  int shifted = m <= 2 ? y - 1 : y, era = shifted / 400, year = shifted - era * 400;
  int of_year = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
  return era * 146097 + year * 365 + year / 4 - year / 100 + of_year - 719468;
}
static int64_t decimal(text t, int scale) {
  int64_t value = 0;
  int decimals = -1;
  for (size_t i = 0; i < t.length; i++) {
    char c = arena[t.start + i];
    if (c == '.' && decimals < 0) { decimals = 0; continue; }
    if (c < '0' || c > '9' || decimals == scale || value > (int64_t)1 << 50) { stop("no amount"); return 0; }
    value = value * 10 + c - '0';
    if (decimals >= 0) decimals++;
  }
  for (int i = decimals < 0 ? 0 : decimals; i < scale; i++) value *= 10;
  return value;
}
static int word(text t, const char *const *words) {
  for (int i = 0; words[i] != NULL; i++)
    if (strlen(words[i]) == t.length && !memcmp(words[i], arena + t.start, t.length)) return i;
  stop("an unknown word");
  return -1;
}
static const char *const levels[] = {"instrument", "call", "topic", NULL};
static const char *const statuses[] = {"forthcoming", "open", "closed", "unknown", NULL};
static const char *const models[] = {"single-stage", "two-stage", "multiple-cut-off", "permanent", NULL};
static const char *const grades[] =
    {"law", "official", "call", "secondary", "inferred", "read-from-text", "unsourced", NULL};

static text value_of(int name) {
  for (int i = 0; i < P.attribute_count; i++)
    if (P.attributes[i].name == name) return P.attributes[i].value;
  return (text){0, 0};
}
static localized localize(text value) { return (localized){value_of(N_lang), value}; }
static citation cite(void) {
  text grade = value_of(N_grade), from = value_of(N_validFrom);
  return (citation){grade.length ? word(grade, grades) : 3, from.length ? day(from) : 0, value_of(N_source)};
}
static facts keep_attributes(int element) {
  facts f = {element, R.attributes.count, P.attribute_count};
  for (int i = 0; i < P.attribute_count; i++) *ADD(R.attributes) = P.attributes[i];
  return f;
}

static void begin_record(void) {
  used = 0;
  R.identifiers.count = R.texts.count = R.codes.count = R.links.count = R.deadlines.count = R.amounts.count = 0;
  R.rates.count = R.criteria.count = R.tree.count = R.parts.count = R.attributes.count = R.documents.count = 0;
  R.missing.count = R.grants = R.modified = R.published = R.opening = 0;
  R.status = R.model = -1;
  R.landing = (text){0, 0};
}

static void end_record(void) {
  S.records++;
  S.lines += R.line;
  for (int i = 0; i < R.identifiers.count; i++) S.names += R.identifiers.items[i].label.length;
  for (int i = 0; i < R.links.count; i++) S.names += R.links.items[i].length;
  for (int i = 0; i < R.texts.count; i++) {
    S.texts++;
    S.text_bytes += R.texts.items[i].value.length;
    S.language_bytes += R.texts.items[i].language.length;
  }
  for (int i = 0; i < R.codes.count; i++) {
    S.codes++;
    S.code_bytes += R.codes.items[i].code.length + R.codes.items[i].vocabulary.length + R.codes.items[i].label.length;
  }
  for (int i = 0; i < R.documents.count; i++) S.addresses += R.documents.items[i].url.length;
  S.addresses += R.landing.length;
  S.days += R.modified + R.published + R.opening;
  for (int i = 0; i < R.deadlines.count; i++) {
    S.deadlines++;
    S.days += R.deadlines.items[i].day;
    S.stages += R.deadlines.items[i].stage;
  }
  for (int i = 0; i < R.amounts.count; i++) S.money += R.amounts.items[i].hundredths;
  S.grants += R.grants;
  for (int i = 0; i < R.rates.count; i++) S.rates += R.rates.items[i];
  for (int i = 0; i < R.criteria.count; i++) {
    S.criteria++;
    S.criterion_bytes += R.criteria.items[i].id.length + R.criteria.items[i].kind.length;
    S.citations += R.criteria.items[i].cited.source.length;
  }
  for (int i = 0; i < R.parts.count; i++) {
    if (R.parts.items[i].element == N_example) S.facts += R.parts.items[i].count - 1;
    else S.parameters += R.parts.items[i].count;
  }
  S.not_stated += R.missing.count;
}

static void on_start(
    void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespaces, const xmlChar **declared,
    int count, int defaulted, const xmlChar **attributes) {
  (void)user, (void)prefix, (void)uri, (void)namespaces, (void)declared, (void)defaulted;
  if (++P.depth > DEPTH) return stop("too deep");
  if (count > ATTRIBUTES) return stop("too many attributes");
  int name = name_of(local);
  P.open[P.depth] = name;
  if (P.depth == 2) {
    if (++P.records > RECORDS) return stop("too many records");
    begin_record();
    P.elements = 0;
    P.record_start = xmlByteConsumed(P.context);
    R.line = P.context->input->line;
    R.column = P.context->input->col;
  }
  if (++P.elements > RECORD_ELEMENTS) return stop("too many elements");
  size_t size = 0;
  for (int i = 0; i < count; i++) {
    size += attributes[5 * i + 4] - attributes[5 * i + 3];
    if (size > ATTRIBUTE_BYTES) return stop("too long attributes");
    P.attributes[i].name = name_of(attributes[5 * i]);
    P.attributes[i].value = keep_value(attributes[5 * i + 3], attributes[5 * i + 4]);
  }
  P.attribute_count = count;
  P.text_start = used;
  switch (name) {
    case N_opportunity:
      R.level = word(value_of(N_level), levels);
      if (value_of(N_lastModified).length) R.modified = day(value_of(N_lastModified));
      break;
    case N_partOf: *ADD(R.links) = value_of(N_ref); break;
    case N_funding: R.currency = value_of(N_currency).length == 3; break;
    case N_fundingRate: *ADD(R.rates) = decimal(value_of(N_max), 4); break;
    case N_documentLink: *ADD(R.documents) = (document){value_of(N_url), value_of(N_format)}; break;
    case N_all: case N_any: case N_not: *ADD(R.tree) = (node){name, P.depth}; break;
    case N_criterion:
      *ADD(R.tree) = (node){name, P.depth};
      *ADD(R.criteria) = (criterion){.id = value_of(N_id), .kind = value_of(N_kind), .cited = cite(),
        .first = R.parts.count, .line = P.context->input->line};
      break;
    case N_include: case N_exclude: case N_minimum: case N_maximum: case N_otherwise: case N_example:
      *ADD(R.parts) = keep_attributes(name);
      break;
    case N_none: stop("an unknown element"); break;
    default: break;
  }
}

static void on_text(void *user, const xmlChar *bytes, int count) {
  (void)user;
  if (P.depth < 2) return;
  memcpy(reserve(count), bytes, count);
  used += count;
  if (used - P.text_start > TEXT) stop("too long a text");
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  (void)user, (void)local, (void)prefix, (void)uri;
  int name = P.open[P.depth--];
  if (P.depth == 1 && (size_t)xmlByteConsumed(P.context) - P.record_start > RECORD_BYTES) return stop("too large a record");
  if (P.depth == 1) return end_record();
  if (P.depth < 1) return;
  text t = {P.text_start, fold(arena + P.text_start, used - P.text_start)};
  used = t.start + t.length;
  switch (name) {
    case N_identifier: *ADD(R.identifiers) = (coded){value_of(N_scheme), {0, 0}, t}; break;
    case N_programme: case N_typeOfAction:
      *ADD(R.codes) = (coded){value_of(N_code), value_of(N_vocabulary), t};
      break;
    case N_title: case N_description: case N_keyword: *ADD(R.texts) = localize(t); break;
    case N_status: R.status = word(t, statuses); break;
    case N_publicationDate: R.published = day(t); break;
    case N_openingDate: R.opening = day(t); break;
    case N_deadlineModel: R.model = word(t, models); break;
    case N_deadline: {
      text stage = value_of(N_stage), time = {t.start + 11, t.length > 16 ? 5 : 0};
      *ADD(R.deadlines) = (deadline){day(t), stage.length ? (int)decimal(stage, 0) : 0, time};
      break;
    }
    case N_totalAmountAvailable: case N_minAwardAmount: case N_maxAwardAmount: {
      text year = value_of(N_year), scope = value_of(N_scope);
      *ADD(R.amounts) = (amount){decimal(t, 2), year.length ? (int)decimal(year, 0) : 0,
        scope.length ? word(scope, levels) : -1, name};
      break;
    }
    case N_estimatedAwardCount: R.grants = (int)decimal(t, 0); break;
    case N_landingPage: R.landing = t; break;
    case N_notStated:
      for (size_t i = 0, start = 0; i <= t.length; i++) {
        if (i < t.length && arena[t.start + i] != ' ') continue;
        if (i > start) *ADD(R.missing) = (text){t.start + start, i - start};
        start = i + 1;
      }
      break;
    case N_criterion: {
      criterion *last = &R.criteria.items[R.criteria.count - 1];
      last->count = R.parts.count - last->first;
      break;
    }
    default: break;
  }
  /* The next text of the element around begins behind what was kept. */
  P.text_start = used;
  P.attribute_count = 0;
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)user, (void)name, (void)external, (void)system;
  stop("a document type declaration");
}

static xmlParserInputPtr nothing(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url, (void)id, (void)context;
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 2) return 64;
  xmlInitParser();
  xmlSetExternalEntityLoader(nothing);
  xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .startElementNs = on_start, .endElementNs = on_end,
    .characters = on_text, .cdataBlock = on_text, .ignorableWhitespace = on_text, .internalSubset = on_doctype};
  xmlParserCtxtPtr context = P.context = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  intern(context);
  int file = open(argv[1], O_RDONLY);
  if (file < 0) return 66;
  static char chunk[CHUNK];
  ssize_t n;
  while (!P.stopped && (n = read(file, chunk, CHUNK)) > 0) {
    if (xmlParseChunk(context, chunk, (int)n, 0) != 0) stop("not well formed");
    if (context->input->end - context->input->cur > TOKEN) stop("too long a tag");
  }
  if (!P.stopped && xmlParseChunk(context, NULL, 0, 1) != 0) stop("not well formed");
  if (P.stopped) return 65;
  printf(
      "records=%ld lines=%ld names=%ld texts=%ld/%ld/%ld days=%ld deadlines=%ld/%ld money=%ld grants=%ld rates=%ld "
      "codes=%ld/%ld addresses=%ld criteria=%ld/%ld parameters=%ld facts=%ld citations=%ld notStated=%ld\n",
      S.records, S.lines, S.names, S.texts, S.text_bytes, S.language_bytes, S.days, S.deadlines, S.stages, S.money,
      S.grants, S.rates, S.codes, S.code_bytes, S.addresses, S.criteria, S.criterion_bytes, S.parameters, S.facts,
      S.citations, S.not_stated);
  xmlFreeParserCtxt(context);
  return 0;
}
