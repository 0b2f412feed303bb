/* Generated from Sources/SwiftSSHABI by scripts/generate.
   Do not edit: change the Swift sources and run scripts/generate. */

/* One wrapper around each exported function, for a test that calls them all with whatever is wrong.

   Include swiftssh.h before this file, and call every entry of abuse_table with bad handles of all kinds (NULL,
   freed, of another type, made up), with and without text and data, and with the numbers 0, 1 and huge. The wrapper
   frees the error and every object that the function hands out. A wrapper does not know what its function does
   to a good handle: it may wait for the network or free it. */

#ifndef SWIFTSSH_ABUSE_CALLS_H
#define SWIFTSSH_ABUSE_CALLS_H

#include <stddef.h>
#include <stdint.h>

/* Where the outcome of a call is put. */
struct abuse_result {
    int64_t value;          /* the number that was returned, or 0 */
    const char *text;       /* the text that was returned, or NULL */
    int pointer_returned;   /* 1 when another pointer was returned that is not NULL */
    int outputs_set;        /* how many out_... are not 0 or NULL, as they must be after a failure */
    int error_set;          /* 1 when an error was handed out, 0 when it was set to NULL, or ABUSE_ERROR_UNWRITTEN */
    int32_t error_code;     /* the code of that error */
};

/* What a call is made with. All fields 0 is a valid start. */
struct abuse_arguments {
    void *handle;           /* every handle, whatever its type */
    const char *text;       /* every text */
    const unsigned char *data;  /* all bytes to read */
    size_t length;          /* the length of all bytes to read, which may be more than there are */
    uint64_t number;        /* every other number, cut to its type */
    unsigned char *buffer;  /* all memory to write, or NULL */
    size_t capacity;        /* its size: never more than buffer has room for, unless buffer is NULL */
    int null_outputs;       /* 1 to pass NULL for every out_... */
    int null_error;         /* 1 to pass NULL for the error */
    struct abuse_result *result;    /* where the outcome is put, or NULL */
};

/* What a function returns. */
enum abuse_returns {
    ABUSE_RETURNS_NOTHING,
    ABUSE_RETURNS_STATUS,   /* a swiftssh_status */
    ABUSE_RETURNS_COUNT,    /* a length or a count, or a negative status */
    ABUSE_RETURNS_INTEGER,  /* another number */
    ABUSE_RETURNS_TEXT,     /* text, which is never NULL */
    ABUSE_RETURNS_POINTER   /* a handle or an address */
};

/* An exported function. */
struct abuse_entry {
    const char *name;
    void (*call)(const struct abuse_arguments *a);
    const char *handle;     /* the type of the handle that is its first parameter, or NULL */
    enum abuse_returns returns;
    int has_error;          /* 1 when its last parameter is the error */
};

/* abuse_result.error_set when the function left the error as it was. */
#define ABUSE_ERROR_UNWRITTEN (-1)

/* What outputs hold before the call. */
#define ABUSE_UNWRITTEN_NUMBER 85
#define ABUSE_UNWRITTEN_POINTER ((uintptr_t)0x5555)

static void abuse_swiftssh_everything(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_everything((int32_t)a->number, a->text);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_list(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_list((uint32_t)a->number, (uint32_t)a->number);
    if (a->result != NULL) *a->result = result;
}

/* Every exported function, in the order of the header. */
static const struct abuse_entry abuse_table[] = {
    {"swiftssh_everything", abuse_swiftssh_everything, NULL, ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_list", abuse_swiftssh_list, NULL, ABUSE_RETURNS_NOTHING, 0},
};

/* The number of entries in abuse_table. */
#define ABUSE_COUNT (sizeof(abuse_table) / sizeof(abuse_table[0]))

#endif
