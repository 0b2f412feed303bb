#define _GNU_SOURCE
#include "contender.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

int argument_count;
char **all_arguments;
static double clock_start, processor_start;

const char *text(const char *name) {
    size_t length = strlen(name);
    for (int index = 2; index < argument_count; index++) {
        const char *argument = all_arguments[index];
        if (strncmp(argument, name, length) == 0 && argument[length] == '=') return argument + length + 1;
    }
    fail("the argument %s is missing", name);
}

long long number(const char *name) {
    return strtoll(text(name), NULL, 10);
}

int connected_socket(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)number("port"))};
    if (inet_pton(AF_INET, text("host"), &address.sin_addr) != 1) fail("no address: %s", text("host"));
    int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0 || connect(descriptor, (struct sockaddr *)&address, sizeof address) != 0) {
        fail("cannot connect: %s", strerror(errno));
    }
    int on = strcmp(text("cipher"), "usual") != 0;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double processor_seconds(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* The largest resident size so far. Not ru_maxrss: that one begins with the size of whoever started the program. */
static long peak_kibibytes(void) {
    char line[256];
    long peak = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status != NULL && fgets(line, sizeof line, status) != NULL) {
        if (sscanf(line, "VmHWM: %ld", &peak) == 1) break;
    }
    if (status != NULL) fclose(status);
    return peak;
}

void start_clock(void) {
    processor_start = processor_seconds();
    clock_start = now();
}

void stop_clock(void) {
    double seconds = now() - clock_start;
    printf("{\"seconds\": %.6f, \"cpu\": %.6f, \"peak_kib\": %ld}\n", seconds, processor_seconds() - processor_start,
        peak_kibibytes());
}

void print_version(const char *format, ...) {
    va_list values;
    va_start(values, format);
    printf("{\"version\": \"");
    vprintf(format, values);
    printf("\"}\n");
    va_end(values);
}

void fail(const char *format, ...) {
    va_list values;
    va_start(values, format);
    vfprintf(stderr, format, values);
    va_end(values);
    fputc('\n', stderr);
    exit(1);
}

int local_output(void) {
    int descriptor = open(text("local"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) fail("cannot write %s: %s", text("local"), strerror(errno));
    return descriptor;
}

int local_input(void) {
    int descriptor = open(text("local"), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) fail("cannot read %s: %s", text("local"), strerror(errno));
    return descriptor;
}

void write_all(int descriptor, const void *bytes, size_t count) {
    for (const char *next = bytes; count > 0;) {
        ssize_t written = write(descriptor, next, count);
        if (written < 0) fail("cannot write: %s", strerror(errno));
        next += written;
        count -= (size_t)written;
    }
}

void *buffer_of(size_t size) {
    void *buffer = malloc(size);
    if (buffer == NULL) fail("out of memory");
    return buffer;
}
