/* What a call with wrong arguments must come to. */

#ifndef SWIFTSSH_TEST_ABUSE_H
#define SWIFTSSH_TEST_ABUSE_H

#include "check.h"

#include "../abuse_calls.h"

#include <stdio.h>

/* How many combinations of the arguments other than the handle there are. */
enum { ABUSE_COMBINATIONS = 5 * 3 * 4 };

/* One of them, from 0. */
static inline struct abuse_arguments abuse_combination(int number) {
    static const char *const texts[] = {NULL, "", "text", "\xff\xfe", "..\n/\x1b[31m"};
    static const size_t lengths[] = {0, 1, SIZE_MAX};
    static unsigned char buffer[64];
    struct abuse_arguments arguments = {0};
    arguments.text = texts[number % 5];
    arguments.length = lengths[number / 5 % 3];
    /* The data is there for as long as the length says, unless it is more than anybody has. */
    arguments.data = arguments.length == 0 ? NULL : (const unsigned char *)"x";
    arguments.number = number / 15 % 2 == 0 ? (uint64_t)(number % 2) : UINT64_MAX >> (number % 3);
    if (number / 15 % 4 >= 2) {
        arguments.buffer = buffer;
        arguments.capacity = number % 2 == 0 ? sizeof buffer : 1;
    }
    arguments.null_outputs = number % 7 == 0;
    arguments.null_error = number % 11 == 0;
    return arguments;
}

/* Checks what holds of every call: outputs and error belong to the outcome. */
static inline void abuse_check_consistent(
    const struct abuse_entry *entry, const struct abuse_arguments *arguments, const struct abuse_result *result) {
    int is_status = entry->returns == ABUSE_RETURNS_STATUS || entry->returns == ABUSE_RETURNS_COUNT;
    int is_right = 1;
    if (is_status && result->value < 0) is_right &= CHECK_NUMBER(0, result->outputs_set);
    if (entry->has_error && !arguments->null_error) {
        is_right &= CHECK_NUMBER(result->value < 0, result->error_set);
        if (result->value < 0) is_right &= CHECK_NUMBER(result->value, result->error_code);
    }
    if (entry->returns == ABUSE_RETURNS_TEXT) is_right &= CHECK(result->text != NULL);
    if (!is_right) printf("    from %s\n", entry->name);
}

/* Calls a function with a handle that is not of its type, and checks that it says so and does nothing. */
static inline void abuse_check_bad_handle(const struct abuse_entry *entry, struct abuse_arguments *arguments) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    int is_right = 1;
    arguments->result = &result;
    entry->call(arguments);
    abuse_check_consistent(entry, arguments, &result);
    switch (entry->returns) {
    case ABUSE_RETURNS_STATUS:
    case ABUSE_RETURNS_COUNT:
        is_right &= CHECK_NUMBER(SWIFTSSH_ERROR_INVALID_HANDLE, result.value);
        break;
    case ABUSE_RETURNS_INTEGER:
        is_right &= CHECK(result.value == 0 || result.value == SWIFTSSH_ERROR_INVALID_HANDLE);
        break;
    case ABUSE_RETURNS_TEXT:
        is_right &= CHECK_TEXT("", result.text);
        break;
    case ABUSE_RETURNS_POINTER:
        is_right &= CHECK_NUMBER(0, result.pointer_returned);
        break;
    case ABUSE_RETURNS_NOTHING:
        break;
    }
    if (!is_right) printf("    from %s with the handle %p\n", entry->name, arguments->handle);
}

#endif
