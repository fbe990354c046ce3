/* The measure to hold the dispatch against: libcurl's multi interface posting the same bodies over as many connections
   to the same sink, with no store, no rules and no record of anything.

   bare MESSAGES URL CONNECTIONS [kannel]   prints the messages a second */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int started, total, to_kannel;
static const char *url;
static CURLM *multi;

static size_t swallow(char *bytes, size_t size, size_t count, void *context) { return size * count; }

static void start(CURL *easy) {
  struct curl_slist *old = NULL, *headers = NULL;
  char line[1000];
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, &old);
  if (to_kannel) {
    snprintf(line, sizeof line,
             "%s?username=outreach&password=right&from=OWSO&charset=UTF-8&coding=0&to=%%2B85500%d"
             "&text=Hello+Person+%d.+Reply+STOP+to+end", url, 2000000 + started, started);
    curl_easy_setopt(easy, CURLOPT_URL, line);
  } else {
    snprintf(line, sizeof line, "Idempotency-Key: %064x", started);
    headers = curl_slist_append(curl_slist_append(curl_slist_append(NULL, "Content-Type: application/json"), "Expect:"), line);
    snprintf(line, sizeof line,
             "{\"callback_url\":\"http://127.0.0.1:8080/receipts/wire\",\"from\":\"\",\"text\":\"[[H:spring/invite]] Hello "
             "Person %d. Reply STOP to end\",\"to\":\"+85500%d\"}", started, 2000000 + started);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, line);
  }
  curl_slist_free_all(old);
  curl_easy_setopt(easy, CURLOPT_PRIVATE, headers);
  curl_multi_add_handle(multi, easy);
  started++;
}

int main(int count, char **words) {
  if (count < 4) return 2;
  total = atoi(words[1]);
  url = words[2];
  to_kannel = count > 4;
  int done = 0, running, left;
  long connections = atol(words[3]);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  multi = curl_multi_init();
  curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, connections);
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, connections);
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (long i = 0; i < connections && started < total; i++) {
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, swallow);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    start(easy);
  }
  while (done < total) {
    CURLMsg *message;
    curl_multi_perform(multi, &running);
    while ((message = curl_multi_info_read(multi, &left))) {
      CURL *easy = message->easy_handle;
      long status = 0;
      curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
      if (message->data.result != CURLE_OK || status != 202) {
        fprintf(stderr, "answer %ld: %s\n", status, curl_easy_strerror(message->data.result));
        return 1;
      }
      done++;
      curl_multi_remove_handle(multi, easy);
      if (started < total) start(easy);
    }
    if (done < total) curl_multi_poll(multi, NULL, 0, 50, NULL);
  }
  clock_gettime(CLOCK_MONOTONIC, &to);
  printf("%.0f\n", total / ((to.tv_sec - from.tv_sec) + (to.tv_nsec - from.tv_nsec) / 1e9));
  return 0;
}
