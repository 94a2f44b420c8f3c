/*
 * How fast asn1c's decoder reads CAMs on one thread:
 *
 *   cam-bench MODE WARMUP_SECONDS SECONDS FILE
 *
 * FILE holds one message a line, as hexadecimal digits. MODE is how the memory of a message is
 * handled: `free` allocates and frees it whole, as asn1c's documentation shows; `reuse` decodes
 * into one structure again and again and frees only what hangs from it.
 *
 * Every message is first decoded, checked and encoded again, which must give its octets; the timed
 * sum of fields must then be that of the first pass, times the passes. Prints one line of JSON.
 */
#include <CAM.h>

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { OCTETS_MAX = 2048, MESSAGES_MAX = 100000 };

struct message {
  uint8_t *octets;
  size_t length;
};

static struct message messages[MESSAGES_MAX];
static size_t message_count;
static size_t octet_count;

static void fail(const char *why, size_t message) {
  fprintf(stderr, "message %zu: %s\n", message, why);
  exit(1);
}

static void load(const char *path) {
  static char line[2 * OCTETS_MAX + 2];
  FILE *file = fopen(path, "r");
  if (file == NULL) fail("the file cannot be read", 0);
  while (fgets(line, sizeof line, file) != NULL) {
    size_t digits = strspn(line, "0123456789abcdefABCDEF");
    if (message_count == MESSAGES_MAX) fail("too many messages", message_count);
    if (digits == 0 || digits % 2 != 0 || !isspace((unsigned char)line[digits])) {
      fail("not hexadecimal digits", message_count);
    }
    struct message *message = &messages[message_count++];
    message->length = digits / 2;
    message->octets = malloc(message->length);
    for (size_t i = 0; i < message->length; i++) {
      sscanf(line + 2 * i, "%2" SCNx8, &message->octets[i]);
    }
    octet_count += message->length;
  }
  fclose(file);
  if (message_count == 0) fail("there is none", 0);
}

/* Reads what a gateway would read first: where it is and how fast. */
static int64_t fields(const CAM_t *cam) {
  const CamParameters_t *parameters = &cam->cam.camParameters;
  const HighFrequencyContainer_t *fast = &parameters->highFrequencyContainer;
  int64_t sum = parameters->basicContainer.referencePosition.latitude;
  if (fast->present == HighFrequencyContainer_PR_basicVehicleContainerHighFrequency) {
    sum += fast->choice.basicVehicleContainerHighFrequency.speed.speedValue;
  }
  return sum;
}

static int64_t decode_and_free(const struct message *message) {
  CAM_t *cam = NULL;
  asn_dec_rval_t result =
      uper_decode_complete(NULL, &asn_DEF_CAM, (void **)&cam, message->octets, message->length);
  if (result.code != RC_OK) fail("refused", message - messages);
  int64_t sum = fields(cam);
  ASN_STRUCT_FREE(asn_DEF_CAM, cam);
  return sum;
}

static int64_t decode_and_reuse(const struct message *message) {
  static CAM_t cam;
  CAM_t *reused = &cam;
  memset(reused, 0, sizeof *reused);
  asn_dec_rval_t result =
      uper_decode_complete(NULL, &asn_DEF_CAM, (void **)&reused, message->octets, message->length);
  if (result.code != RC_OK) fail("refused", message - messages);
  int64_t sum = fields(reused);
  ASN_STRUCT_FREE_CONTENTS_ONLY(asn_DEF_CAM, reused);
  return sum;
}

/* Decodes every message once, with proof, and gives the sum of their fields. */
static int64_t check(void) {
  uint8_t again[OCTETS_MAX];
  int64_t sum = 0;
  for (size_t i = 0; i < message_count; i++) {
    const struct message *message = &messages[i];
    CAM_t *cam = NULL;
    asn_dec_rval_t read =
        uper_decode_complete(NULL, &asn_DEF_CAM, (void **)&cam, message->octets, message->length);
    if (read.code != RC_OK) fail("refused", i);
    if (cam->header.protocolVersion != message->octets[0]) fail("another version", i);
    if (cam->header.messageID != message->octets[1]) fail("another kind", i);
    asn_enc_rval_t written = uper_encode_to_buffer(&asn_DEF_CAM, cam, again, sizeof again);
    if (written.encoded < 0 || (size_t)(written.encoded + 7) / 8 != message->length ||
        memcmp(again, message->octets, message->length) != 0) {
      fail("encoded again, it has other octets", i);
    }
    sum += fields(cam);
    ASN_STRUCT_FREE(asn_DEF_CAM, cam);
  }
  return sum;
}

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

struct effort {
  double seconds;
  double cpu_seconds;
  uint64_t passes;
  int64_t sum;
};

/* Decodes all messages over and over; looks at the clocks once in about a thousand messages. */
static struct effort run(int64_t (*decode)(const struct message *), double seconds) {
  struct effort effort = {0};
  size_t passes_between_looks = 1 + 1000 / message_count;
  double start = now(CLOCK_MONOTONIC);
  double cpu_start = now(CLOCK_PROCESS_CPUTIME_ID);
  do {
    for (size_t pass = 0; pass < passes_between_looks; pass++) {
      for (size_t i = 0; i < message_count; i++) effort.sum += decode(&messages[i]);
    }
    effort.passes += passes_between_looks;
    effort.seconds = now(CLOCK_MONOTONIC) - start;
  } while (effort.seconds < seconds);
  effort.cpu_seconds = now(CLOCK_PROCESS_CPUTIME_ID) - cpu_start;
  return effort;
}

int main(int count, char **words) {
  if (count != 5) {
    fprintf(stderr, "usage: cam-bench free|reuse WARMUP_SECONDS SECONDS FILE\n");
    return 2;
  }
  int64_t (*decode)(const struct message *) =
      strcmp(words[1], "reuse") == 0 ? decode_and_reuse : decode_and_free;
  load(words[4]);
  int64_t checksum = check();
  run(decode, atof(words[2]));
  struct effort effort = run(decode, atof(words[3]));
  if (effort.sum != checksum * (int64_t)effort.passes) fail("the timed sum is another", 0);
  double decoded = (double)effort.passes * message_count;
  printf("{\"tool\":\"" TOOL "\",\"compiler\":\"gcc " __VERSION__ "\",\"flags\":\"" FLAGS
         "\",\"mode\":\"%s\",\"messages\":%zu,\"octets\":%zu,\"decoded\":%.0f,"
         "\"seconds\":%.3f,\"cpuSeconds\":%.3f,\"messagesPerSecond\":%.0f,"
         "\"messagesPerCpuSecond\":%.0f,\"checksum\":%" PRId64 "}\n",
         words[1], message_count, octet_count, decoded, effort.seconds, effort.cpu_seconds,
         decoded / effort.seconds, decoded / effort.cpu_seconds, checksum);
  return 0;
}
