/* Test cases, and checks that print where they failed and go on. */

#ifndef SWIFTSSH_TEST_CHECK_H
#define SWIFTSSH_TEST_CHECK_H

#include <swiftssh.h>

/* The error of the last call that was made through OK, FAILS or REQUIRE_OK on this thread: pass &failure to the call.
   It is freed by the next one. */
extern _Thread_local swiftssh_error *failure;

/* Defines a test case, which runs by itself; a program runs those that its arguments name, or all. */
#define TEST(name)                                                                                                     \
    static void name(void);                                                                                            \
    __attribute__((constructor)) static void name##_is_registered(void) { test_register(#name, name); }                \
    static void name(void)

/* Says which line of Tests/behaviours.txt the test case witnesses. */
#define BEHAVIOUR(id) test_behaviour(id)

/* Checks a condition, and goes on. */
#define CHECK(condition) check_true(__FILE__, __LINE__, #condition, (condition))

/* Checks that two numbers are equal, and goes on. */
#define CHECK_NUMBER(expected, actual)                                                                                 \
    check_number(__FILE__, __LINE__, #actual, (long long)(expected), (long long)(actual))

/* Checks that two texts are equal, and goes on. */
#define CHECK_TEXT(expected, actual) check_text(__FILE__, __LINE__, #actual, (expected), (actual))

/* Checks that a text has another one in it, and goes on. */
#define CHECK_CONTAINS(part, actual) check_contains(__FILE__, __LINE__, #actual, (part), (actual))

/* Checks a condition, and leaves the function when it is false. */
#define REQUIRE(condition)                                                                                             \
    do {                                                                                                               \
        if (!CHECK(condition)) return;                                                                                 \
    } while (0)

/* Checks that a call, whose last argument is &failure, succeeds. Its value is the call's. */
#define OK(call) check_ok(__FILE__, __LINE__, #call, (forget_failure(), (call)))

/* Checks that a call succeeds, and leaves the function when it does not. */
#define REQUIRE_OK(call)                                                                                               \
    do {                                                                                                               \
        if (OK(call) < 0) return;                                                                                      \
    } while (0)

/* Checks that a call, whose last argument is &failure, fails with a status; the error can be looked at afterwards. */
#define FAILS(status, call) check_fails(__FILE__, __LINE__, #call, (status), (forget_failure(), (call)))

void test_register(const char *name, void (*run)(void));
void test_behaviour(const char *id);
int check_true(const char *file, int line, const char *what, int outcome);
int check_number(const char *file, int line, const char *what, long long expected, long long actual);
int check_text(const char *file, int line, const char *what, const char *expected, const char *actual);
int check_contains(const char *file, int line, const char *what, const char *part, const char *actual);
int64_t check_ok(const char *file, int line, const char *what, int64_t value);
int check_fails(const char *file, int line, const char *what, int64_t expected, int64_t value);

/* Frees the error of the last call; a thread does it before it ends. Returns 0. */
int forget_failure(void);

#endif
