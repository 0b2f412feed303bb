#include "check.h"

#include "scope.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A case that takes so many seconds hangs: the signal ends the program, whose last line names the case. */
enum { MOST_CASES = 200, MOST_SECONDS = 120 };

static struct {
    const char *name;
    void (*run)(void);
} cases[MOST_CASES];
static int case_count;
static const char *current_behaviour = "";
static atomic_int failed_checks;

_Thread_local swiftssh_error *failure;

void test_register(const char *name, void (*run)(void)) {
    if (case_count < MOST_CASES) {
        cases[case_count].name = name;
        cases[case_count].run = run;
        case_count++;
    }
}

void test_behaviour(const char *id) {
    current_behaviour = id;
}

static void begin_report(const char *file, int line) {
    atomic_fetch_add(&failed_checks, 1);
    printf("%s:%d: [%s] ", file, line, current_behaviour);
}

int check_true(const char *file, int line, const char *what, int outcome) {
    if (!outcome) {
        begin_report(file, line);
        printf("not true: %s\n", what);
    }
    return outcome;
}

int check_number(const char *file, int line, const char *what, long long expected, long long actual) {
    if (expected == actual) return 1;
    begin_report(file, line);
    printf("%s is %lld, not %lld\n", what, actual, expected);
    return 0;
}

int check_text(const char *file, int line, const char *what, const char *expected, const char *actual) {
    if (actual != NULL && strcmp(expected, actual) == 0) return 1;
    begin_report(file, line);
    printf("%s is \"%s\", not \"%s\"\n", what, actual != NULL ? actual : "(NULL)", expected);
    return 0;
}

int check_contains(const char *file, int line, const char *what, const char *part, const char *actual) {
    if (actual != NULL && strstr(actual, part) != NULL) return 1;
    begin_report(file, line);
    printf("%s is \"%s\", which lacks \"%s\"\n", what, actual != NULL ? actual : "(NULL)", part);
    return 0;
}

int64_t check_ok(const char *file, int line, const char *what, int64_t value) {
    if (value < 0) {
        begin_report(file, line);
        printf("%s\n    fails with %lld: %s\n", what, (long long)value, swiftssh_error_description(failure));
    } else if (failure != NULL) {
        begin_report(file, line);
        printf("%s\n    succeeds and leaves an error\n", what);
    }
    return value;
}

int check_fails(const char *file, int line, const char *what, int64_t expected, int64_t value) {
    if (value == expected && swiftssh_error_code(failure) == expected && *swiftssh_error_message(failure)) return 1;
    begin_report(file, line);
    printf("%s\n    gives %lld, not %lld; the error: %s\n", what, (long long)value, (long long)expected,
           swiftssh_error_description(failure));
    return 0;
}

int forget_failure(void) {
    swiftssh_error_free(failure);
    failure = NULL;
    return 0;
}

static int is_wanted(const char *name, int count, char **wanted) {
    for (int index = 1; index < count; index++) {
        if (strcmp(wanted[index], name) == 0) return 1;
    }
    return count <= 1;
}

int main(int count, char **arguments) {
    int failed_cases = 0;
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (int index = 0; index < case_count; index++) {
        if (!is_wanted(cases[index].name, count, arguments)) continue;
        int before = atomic_load(&failed_checks);
        current_behaviour = "";
        printf("%s ...\n", cases[index].name);
        alarm(MOST_SECONDS);
        cases[index].run();
        forget_failure();
        scope_end();
        alarm(0);
        int failed = atomic_load(&failed_checks) != before;
        failed_cases += failed;
        printf("%s %s\n", failed ? "FAILED" : "ok", cases[index].name);
    }
    return failed_cases == 0 ? 0 : 1;
}
