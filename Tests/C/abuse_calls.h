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

static void abuse_swiftssh_agent_new(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_agent *out_agent = (swiftssh_agent *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_new((swiftssh_session *)a->handle, a->null_outputs ? NULL : &out_agent, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_agent != NULL) result.outputs_set++;
    if (out_agent != (swiftssh_agent *)ABUSE_UNWRITTEN_POINTER) swiftssh_agent_free(out_agent);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_new_without_session(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_agent *out_agent = (swiftssh_agent *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_new_without_session(a->null_outputs ? NULL : &out_agent, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_agent != NULL) result.outputs_set++;
    if (out_agent != (swiftssh_agent *)ABUSE_UNWRITTEN_POINTER) swiftssh_agent_free(out_agent);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_agent_free((swiftssh_agent *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_connect(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_connect((swiftssh_agent *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_disconnect(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_disconnect((swiftssh_agent *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_list_identities(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_list_identities((swiftssh_agent *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_identity(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_identity((swiftssh_agent *)a->handle, (uint32_t)a->number, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_identity_comment(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_identity_comment((swiftssh_agent *)a->handle, (uint32_t)a->number, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_userauth(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_userauth((swiftssh_agent *)a->handle, a->text, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_agent(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_userauth_agent((swiftssh_session *)a->handle, a->text, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_sign(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_sign((swiftssh_agent *)a->handle, a->data, a->length, a->data, a->length, a->text, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_identity_path(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_identity_path((swiftssh_agent *)a->handle, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_agent_set_identity_path(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_agent_set_identity_path((swiftssh_agent *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_set_algorithm_profile(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_set_algorithm_profile((swiftssh_session *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_algorithm_profile(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_algorithm_profile((swiftssh_client *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_caller_new(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_caller *out_caller = (swiftssh_caller *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_caller_new((swiftssh_session *)a->handle, (uint64_t)a->number, a->null_outputs ? NULL : &out_caller, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_caller != NULL) result.outputs_set++;
    if (out_caller != (swiftssh_caller *)ABUSE_UNWRITTEN_POINTER) swiftssh_caller_free(out_caller);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_caller_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_caller_free((swiftssh_caller *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_caller_set_timeout(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_caller_set_timeout((swiftssh_caller *)a->handle, (int64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_caller_enter(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_caller_enter((swiftssh_caller *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_caller_leave(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_caller_leave((swiftssh_caller *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_caller_cancel(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_caller_cancel((swiftssh_caller *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_notice_descriptor(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_notice_descriptor((swiftssh_session *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_turn(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    uint64_t out_number = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_turn((swiftssh_session *)a->handle, a->null_outputs ? NULL : &out_number, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_number != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_channel_free((swiftssh_channel *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_exec(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_exec((swiftssh_channel *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_shell(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_shell((swiftssh_channel *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_subsystem(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_subsystem((swiftssh_channel *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_process_startup(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_process_startup((swiftssh_channel *)a->handle, a->text, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_setenv(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_setenv((swiftssh_channel *)a->handle, a->text, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_wait_exit(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    int32_t out_kind = ABUSE_UNWRITTEN_NUMBER;
    int32_t out_status = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_wait_exit((swiftssh_channel *)a->handle, a->null_outputs ? NULL : &out_kind, a->null_outputs ? NULL : &out_status, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_kind != 0) result.outputs_set++;
    if (!a->null_outputs && out_status != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_exit_kind(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_channel_exit_kind((swiftssh_channel *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_exit_status(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_channel_exit_status((swiftssh_channel *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_exit_signal(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_exit_signal((swiftssh_channel *)a->handle, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_exit_signal_message(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_exit_signal_message((swiftssh_channel *)a->handle, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_exit_signal_language(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_exit_signal_language((swiftssh_channel *)a->handle, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_exit_signal_core_dumped(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_channel_exit_signal_core_dumped((swiftssh_channel *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_read(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_read((swiftssh_channel *)a->handle, (uint32_t)a->number, (void *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_write(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_write((swiftssh_channel *)a->handle, (uint32_t)a->number, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_send_eof(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_send_eof((swiftssh_channel *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_eof(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_channel_eof((swiftssh_channel *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_wait_eof(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_wait_eof((swiftssh_channel *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_close(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_close((swiftssh_channel *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_wait_closed(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_wait_closed((swiftssh_channel *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_request_pty(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_request_pty((swiftssh_channel *)a->handle, a->text, a->data, a->length, (uint32_t)a->number, (uint32_t)a->number, (uint32_t)a->number, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_request_pty_size(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_request_pty_size((swiftssh_channel *)a->handle, (uint32_t)a->number, (uint32_t)a->number, (uint32_t)a->number, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_signal(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_signal((swiftssh_channel *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_send_break(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_send_break((swiftssh_channel *)a->handle, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_request_auth_agent(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_request_auth_agent((swiftssh_channel *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_x11_req(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_x11_req((swiftssh_channel *)a->handle, (int32_t)a->number, a->text, a->text, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_window_read(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    uint64_t out_initial = ABUSE_UNWRITTEN_NUMBER;
    result.value = (int64_t)swiftssh_channel_window_read((swiftssh_channel *)a->handle, a->null_outputs ? NULL : &out_initial);
    if (!a->null_outputs && out_initial != 0) result.outputs_set++;
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_window_write(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    uint64_t out_initial = ABUSE_UNWRITTEN_NUMBER;
    result.value = (int64_t)swiftssh_channel_window_write((swiftssh_channel *)a->handle, a->null_outputs ? NULL : &out_initial);
    if (!a->null_outputs && out_initial != 0) result.outputs_set++;
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_receive_window_adjust(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    uint64_t out_window = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_receive_window_adjust((swiftssh_channel *)a->handle, (uint32_t)a->number, (int32_t)a->number, a->null_outputs ? NULL : &out_window, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_window != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_handle_extended_data(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_handle_extended_data((swiftssh_channel *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_flush(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_channel_flush((swiftssh_channel *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_channel_available(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_channel_available((swiftssh_channel *)a->handle, (uint32_t)a->number);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_new(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_client *out_client = (swiftssh_client *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_new(a->text, (uint16_t)a->number, a->text, a->null_outputs ? NULL : &out_client, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_client != NULL) result.outputs_set++;
    if (out_client != (swiftssh_client *)ABUSE_UNWRITTEN_POINTER) swiftssh_client_free(out_client);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_client_free((swiftssh_client *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_connect(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_connect((swiftssh_client *)a->handle, (int64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_close(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_close((swiftssh_client *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_is_connected(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_client_is_connected((swiftssh_client *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_session(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_session *out_session = (swiftssh_session *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_session((swiftssh_client *)a->handle, a->null_outputs ? NULL : &out_session, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_session != NULL) result.outputs_set++;
    if (out_session != (swiftssh_session *)ABUSE_UNWRITTEN_POINTER) swiftssh_session_free(out_session);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_connection_attempts(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_connection_attempts((swiftssh_client *)a->handle, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_run(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_command_result *out_result = (swiftssh_command_result *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_run((swiftssh_client *)a->handle, a->text, a->data, a->length, a->data, a->length, (int64_t)a->number, (int64_t)a->number, a->null_outputs ? NULL : &out_result, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_result != NULL) result.outputs_set++;
    if (out_result != (swiftssh_command_result *)ABUSE_UNWRITTEN_POINTER) swiftssh_command_result_free(out_result);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_start(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_process *out_process = (swiftssh_process *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_start((swiftssh_client *)a->handle, a->text, a->data, a->length, a->text, (uint32_t)a->number, (uint32_t)a->number, (int64_t)a->number, a->null_outputs ? NULL : &out_process, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_process != NULL) result.outputs_set++;
    if (out_process != (swiftssh_process *)ABUSE_UNWRITTEN_POINTER) swiftssh_process_free(out_process);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_start_ex(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_process *out_process = (swiftssh_process *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_start_ex((swiftssh_client *)a->handle, a->text, a->data, a->length, a->text, (uint32_t)a->number, (uint32_t)a->number, (int32_t)a->number, (int64_t)a->number, a->null_outputs ? NULL : &out_process, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_process != NULL) result.outputs_set++;
    if (out_process != (swiftssh_process *)ABUSE_UNWRITTEN_POINTER) swiftssh_process_free(out_process);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_command_result_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_command_result_free((swiftssh_command_result *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_command_result_exit_kind(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_command_result_exit_kind((swiftssh_command_result *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_command_result_exit_status(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_command_result_exit_status((swiftssh_command_result *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_command_result_exit_signal(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_command_result_exit_signal((swiftssh_command_result *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_command_result_output(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_command_result_output((swiftssh_command_result *)a->handle, (uint32_t)a->number, (uint8_t *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_command_result_check(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_command_result_check((swiftssh_command_result *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_add_configuration_file(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_add_configuration_file((swiftssh_client *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_user_configuration(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_user_configuration((swiftssh_client *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_host(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_client_host((swiftssh_client *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_port(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_client_port((swiftssh_client *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_username(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_client_username((swiftssh_client *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_keepalive(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_keepalive((swiftssh_client *)a->handle, (int64_t)a->number, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_add_key(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_add_key((swiftssh_client *)a->handle, a->data, a->length, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_host_key_policy(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_host_key_policy((swiftssh_client *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_add_known_hosts_file(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_add_known_hosts_file((swiftssh_client *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_known_hosts(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_known_hosts((swiftssh_client *)a->handle, (swiftssh_knownhost *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_fingerprint(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_fingerprint((swiftssh_client *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_host_key_callback(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_host_key_callback((swiftssh_client *)a->handle, NULL, NULL, NULL, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_agent(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_agent((swiftssh_client *)a->handle, (int32_t)a->number, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_agent_forwarding(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_agent_forwarding((swiftssh_client *)a->handle, (int32_t)a->number, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_x11_forwarding(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_x11_forwarding((swiftssh_client *)a->handle, (int32_t)a->number, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_add_key_file(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_add_key_file((swiftssh_client *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_user_key_files(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_user_key_files((swiftssh_client *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_passphrase_callback(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_passphrase_callback((swiftssh_client *)a->handle, NULL, NULL, NULL, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_password(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_password((swiftssh_client *)a->handle, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_keyboard_interactive_callback(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_keyboard_interactive_callback((swiftssh_client *)a->handle, NULL, NULL, NULL, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_attempts(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_attempts((swiftssh_client *)a->handle, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_algorithms(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_algorithms((swiftssh_client *)a->handle, (int32_t)a->number, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_compression(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_compression((swiftssh_client *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_jump_host(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_jump_host((swiftssh_client *)a->handle, (swiftssh_client *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_presented_host_key_host(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_presented_host_key_host((swiftssh_presented_host_key *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_presented_host_key_port(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_presented_host_key_port((swiftssh_presented_host_key *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_presented_host_key_type(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_presented_host_key_type((swiftssh_presented_host_key *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_presented_host_key_fingerprint(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_presented_host_key_fingerprint((swiftssh_presented_host_key *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_presented_host_key_blob(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_presented_host_key_blob((swiftssh_presented_host_key *)a->handle, (uint8_t *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_passphrase_request_path(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_passphrase_request_path((swiftssh_passphrase_request *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_passphrase_answer(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_passphrase_answer((swiftssh_passphrase_request *)a->handle, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_new_with_engine(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_session *out_session = (swiftssh_session *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_new_with_engine((int32_t)a->number, a->null_outputs ? NULL : &out_session, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_session != NULL) result.outputs_set++;
    if (out_session != (swiftssh_session *)ABUSE_UNWRITTEN_POINTER) swiftssh_session_free(out_session);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_engine(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_engine((swiftssh_client *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_engine(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_session_engine((swiftssh_session *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_capabilities(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_session_capabilities((swiftssh_session *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error_free((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_code(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_error_code((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_errno(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_error_errno((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_sftp_status(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_error_sftp_status((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_message(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_error_message((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_phase(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_error_phase((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_host(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_error_host((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_port(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_error_port((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_path(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_error_path((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_server_text(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_error_server_text((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_description(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_error_description((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_host_key_fingerprint(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_error_host_key_fingerprint((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_host_key_type(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_error_host_key_type((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_expected_fingerprint(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_error_expected_fingerprint((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_line(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_error_line((swiftssh_error *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_error_output(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_error_output((swiftssh_error *)a->handle, (uint32_t)a->number, (uint8_t *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_fleet_new(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_fleet *out_fleet = (swiftssh_fleet *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_fleet_new((swiftssh_client *)a->handle, (uint32_t)a->number, a->null_outputs ? NULL : &out_fleet, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_fleet != NULL) result.outputs_set++;
    if (out_fleet != (swiftssh_fleet *)ABUSE_UNWRITTEN_POINTER) swiftssh_fleet_free(out_fleet);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_fleet_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_fleet_free((swiftssh_fleet *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_fleet_add(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_fleet_add((swiftssh_fleet *)a->handle, a->text, (uint16_t)a->number, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_fleet_start(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_fleet_start((swiftssh_fleet *)a->handle, a->text, a->data, a->length, a->data, a->length, (int64_t)a->number, (int64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_fleet_next(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_fleet_next((swiftssh_fleet *)a->handle, (int64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_fleet_remaining(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_fleet_remaining((swiftssh_fleet *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_fleet_concurrency(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_fleet_concurrency((swiftssh_fleet *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_fleet_result(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_command_result *out_result = (swiftssh_command_result *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_fleet_result((swiftssh_fleet *)a->handle, (uint64_t)a->number, a->null_outputs ? NULL : &out_result, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_result != NULL) result.outputs_set++;
    if (out_result != (swiftssh_command_result *)ABUSE_UNWRITTEN_POINTER) swiftssh_command_result_free(out_result);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_fleet_cancel(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_fleet_cancel((swiftssh_fleet *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_forward_local(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_forward *out_forward = (swiftssh_forward *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_forward_local((swiftssh_client *)a->handle, a->text, (uint16_t)a->number, a->text, (uint16_t)a->number, a->null_outputs ? NULL : &out_forward, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_forward != NULL) result.outputs_set++;
    if (out_forward != (swiftssh_forward *)ABUSE_UNWRITTEN_POINTER) swiftssh_forward_free(out_forward);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_forward_remote(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_forward *out_forward = (swiftssh_forward *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_forward_remote((swiftssh_client *)a->handle, a->text, (uint16_t)a->number, a->text, (uint16_t)a->number, (int64_t)a->number, a->null_outputs ? NULL : &out_forward, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_forward != NULL) result.outputs_set++;
    if (out_forward != (swiftssh_forward *)ABUSE_UNWRITTEN_POINTER) swiftssh_forward_free(out_forward);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_forward_socks(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_forward *out_forward = (swiftssh_forward *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_forward_socks((swiftssh_client *)a->handle, a->text, (uint16_t)a->number, a->null_outputs ? NULL : &out_forward, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_forward != NULL) result.outputs_set++;
    if (out_forward != (swiftssh_forward *)ABUSE_UNWRITTEN_POINTER) swiftssh_forward_free(out_forward);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_forward_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_forward_free((swiftssh_forward *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_forward_close(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_forward_close((swiftssh_forward *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_forward_bound_port(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_forward_bound_port((swiftssh_forward *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_forward_is_open(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_forward_is_open((swiftssh_forward *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_forward_counts(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    uint64_t out_active = ABUSE_UNWRITTEN_NUMBER;
    uint64_t out_total = ABUSE_UNWRITTEN_NUMBER;
    uint64_t out_failed = ABUSE_UNWRITTEN_NUMBER;
    uint64_t out_sent = ABUSE_UNWRITTEN_NUMBER;
    uint64_t out_received = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_forward_counts((swiftssh_forward *)a->handle, a->null_outputs ? NULL : &out_active, a->null_outputs ? NULL : &out_total, a->null_outputs ? NULL : &out_failed, a->null_outputs ? NULL : &out_sent, a->null_outputs ? NULL : &out_received, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_active != 0) result.outputs_set++;
    if (!a->null_outputs && out_total != 0) result.outputs_set++;
    if (!a->null_outputs && out_failed != 0) result.outputs_set++;
    if (!a->null_outputs && out_sent != 0) result.outputs_set++;
    if (!a->null_outputs && out_received != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_forward_last_error(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_forward_last_error((swiftssh_forward *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_direct_tcpip(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_channel *out_channel = (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_direct_tcpip((swiftssh_session *)a->handle, a->text, (uint16_t)a->number, a->text, (uint16_t)a->number, a->null_outputs ? NULL : &out_channel, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_channel != NULL) result.outputs_set++;
    if (out_channel != (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER) swiftssh_channel_free(out_channel);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_forward_listen_streamlocal(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_listener *out_listener = (swiftssh_listener *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_forward_listen_streamlocal((swiftssh_session *)a->handle, a->text, (int32_t)a->number, a->null_outputs ? NULL : &out_listener, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_listener != NULL) result.outputs_set++;
    if (out_listener != (swiftssh_listener *)ABUSE_UNWRITTEN_POINTER) swiftssh_listener_free(out_listener);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_direct_streamlocal(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_channel *out_channel = (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_direct_streamlocal((swiftssh_session *)a->handle, a->text, a->text, (uint16_t)a->number, a->null_outputs ? NULL : &out_channel, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_channel != NULL) result.outputs_set++;
    if (out_channel != (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER) swiftssh_channel_free(out_channel);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_forward_listen(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_listener *out_listener = (swiftssh_listener *)ABUSE_UNWRITTEN_POINTER;
    int32_t out_bound_port = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_forward_listen((swiftssh_session *)a->handle, a->text, (uint16_t)a->number, (int32_t)a->number, a->null_outputs ? NULL : &out_listener, a->null_outputs ? NULL : &out_bound_port, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_listener != NULL) result.outputs_set++;
    if (out_listener != (swiftssh_listener *)ABUSE_UNWRITTEN_POINTER) swiftssh_listener_free(out_listener);
    if (!a->null_outputs && out_bound_port != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_listen_agent(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_listener *out_listener = (swiftssh_listener *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_listen_agent((swiftssh_session *)a->handle, (int32_t)a->number, a->null_outputs ? NULL : &out_listener, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_listener != NULL) result.outputs_set++;
    if (out_listener != (swiftssh_listener *)ABUSE_UNWRITTEN_POINTER) swiftssh_listener_free(out_listener);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_listen_x11(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_listener *out_listener = (swiftssh_listener *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_listen_x11((swiftssh_session *)a->handle, (int32_t)a->number, a->null_outputs ? NULL : &out_listener, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_listener != NULL) result.outputs_set++;
    if (out_listener != (swiftssh_listener *)ABUSE_UNWRITTEN_POINTER) swiftssh_listener_free(out_listener);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_host_configuration_new(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_host_configuration *out_configuration = (swiftssh_host_configuration *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_host_configuration_new(a->text, (uint16_t)a->number, a->text, a->data, a->length, (int64_t)a->number, a->null_outputs ? NULL : &out_configuration, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_configuration != NULL) result.outputs_set++;
    if (out_configuration != (swiftssh_host_configuration *)ABUSE_UNWRITTEN_POINTER) swiftssh_host_configuration_free(out_configuration);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_host_configuration_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_host_configuration_free((swiftssh_host_configuration *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_host_configuration_keyword(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_host_configuration_keyword((swiftssh_host_configuration *)a->handle, (uint64_t)a->number);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_host_configuration_count(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_host_configuration_count((swiftssh_host_configuration *)a->handle, a->text);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_host_configuration_value(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_host_configuration_value((swiftssh_host_configuration *)a->handle, a->text, (uint64_t)a->number);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_set_interrupt_callback(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_set_interrupt_callback(NULL, NULL, NULL, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_keyboard_interactive(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_userauth_keyboard_interactive((swiftssh_session *)a->handle, a->text, NULL, NULL, NULL, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_keyboard_interactive_name(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_keyboard_interactive_name((swiftssh_keyboard_interactive *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_keyboard_interactive_instruction(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_keyboard_interactive_instruction((swiftssh_keyboard_interactive *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_keyboard_interactive_prompt_count(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_keyboard_interactive_prompt_count((swiftssh_keyboard_interactive *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_keyboard_interactive_prompt(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_keyboard_interactive_prompt((swiftssh_keyboard_interactive *)a->handle, (uint32_t)a->number);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_keyboard_interactive_echo(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_keyboard_interactive_echo((swiftssh_keyboard_interactive *)a->handle, (uint32_t)a->number);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_keyboard_interactive_answer(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_keyboard_interactive_answer((swiftssh_keyboard_interactive *)a->handle, (uint32_t)a->number, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_new(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_knownhost *out_hosts = (swiftssh_knownhost *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_new(a->null_outputs ? NULL : &out_hosts, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_hosts != NULL) result.outputs_set++;
    if (out_hosts != (swiftssh_knownhost *)ABUSE_UNWRITTEN_POINTER) swiftssh_knownhost_free(out_hosts);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_knownhost_free((swiftssh_knownhost *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_addc(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_knownhost_entry *out_entry = (swiftssh_knownhost_entry *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_addc((swiftssh_knownhost *)a->handle, a->text, a->text, a->data, a->length, a->text, (int32_t)a->number, a->null_outputs ? NULL : &out_entry, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_entry != NULL) result.outputs_set++;
    if (out_entry != (swiftssh_knownhost_entry *)ABUSE_UNWRITTEN_POINTER) swiftssh_knownhost_entry_free(out_entry);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_checkp(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_knownhost_entry *out_entry = (swiftssh_knownhost_entry *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_checkp((swiftssh_knownhost *)a->handle, a->text, (int32_t)a->number, a->data, a->length, (int32_t)a->number, a->null_outputs ? NULL : &out_entry, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_entry != NULL) result.outputs_set++;
    if (out_entry != (swiftssh_knownhost_entry *)ABUSE_UNWRITTEN_POINTER) swiftssh_knownhost_entry_free(out_entry);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_check_session(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_knownhost_entry *out_entry = (swiftssh_knownhost_entry *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_check_session((swiftssh_knownhost *)a->handle, (swiftssh_session *)a->handle, a->text, (int32_t)a->number, a->null_outputs ? NULL : &out_entry, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_entry != NULL) result.outputs_set++;
    if (out_entry != (swiftssh_knownhost_entry *)ABUSE_UNWRITTEN_POINTER) swiftssh_knownhost_entry_free(out_entry);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_delete(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_delete((swiftssh_knownhost *)a->handle, (swiftssh_knownhost_entry *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_get(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_knownhost_entry *out_entry = (swiftssh_knownhost_entry *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_get((swiftssh_knownhost *)a->handle, (swiftssh_knownhost_entry *)a->handle, a->null_outputs ? NULL : &out_entry, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_entry != NULL) result.outputs_set++;
    if (out_entry != (swiftssh_knownhost_entry *)ABUSE_UNWRITTEN_POINTER) swiftssh_knownhost_entry_free(out_entry);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_knownhost_entry_free((swiftssh_knownhost_entry *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_name(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_entry_name((swiftssh_knownhost_entry *)a->handle, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_salt(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_entry_salt((swiftssh_knownhost_entry *)a->handle, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_key(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_entry_key((swiftssh_knownhost_entry *)a->handle, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_comment(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_entry_comment((swiftssh_knownhost_entry *)a->handle, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_typemask(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_knownhost_entry_typemask((swiftssh_knownhost_entry *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_marker(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_knownhost_entry_marker((swiftssh_knownhost_entry *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_key_type(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_knownhost_entry_key_type((swiftssh_knownhost_entry *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_fingerprint(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_knownhost_entry_fingerprint((swiftssh_knownhost_entry *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_file(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_knownhost_entry_file((swiftssh_knownhost_entry *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_entry_line(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_knownhost_entry_line((swiftssh_knownhost_entry *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_readline(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_readline((swiftssh_knownhost *)a->handle, a->data, a->length, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_readfile(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_readfile((swiftssh_knownhost *)a->handle, a->text, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_not_understood(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_knownhost_not_understood((swiftssh_knownhost *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_writeline(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_writeline((swiftssh_knownhost *)a->handle, (swiftssh_knownhost_entry *)a->handle, (int32_t)a->number, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_writefile(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_writefile((swiftssh_knownhost *)a->handle, a->text, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_knownhost_append(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_knownhost_append((swiftssh_knownhost *)a->handle, (swiftssh_knownhost_entry *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_version(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_version();
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_abi_version(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_abi_version();
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_capabilities(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_capabilities();
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_engine_name(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_engine_name();
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_engine_version(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_engine_version();
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_status_name(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.text = swiftssh_status_name((swiftssh_status)a->number);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_listener_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_listener_free((swiftssh_listener *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_listener_accept(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_channel *out_channel = (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_listener_accept((swiftssh_listener *)a->handle, a->null_outputs ? NULL : &out_channel, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_channel != NULL) result.outputs_set++;
    if (out_channel != (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER) swiftssh_channel_free(out_channel);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_listener_cancel(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_listener_cancel((swiftssh_listener *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_set_log_callback(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_set_log_callback((int32_t)a->number, NULL, NULL, NULL, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_set_log_callback(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_set_log_callback((swiftssh_session *)a->handle, (int32_t)a->number, NULL, NULL, NULL, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_client_set_log_callback(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_client_set_log_callback((swiftssh_client *)a->handle, (int32_t)a->number, NULL, NULL, NULL, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_process_free((swiftssh_process *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_communicate(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_command_result *out_result = (swiftssh_command_result *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_process_communicate((swiftssh_process *)a->handle, a->data, a->length, (int64_t)a->number, (int64_t)a->number, a->null_outputs ? NULL : &out_result, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_result != NULL) result.outputs_set++;
    if (out_result != (swiftssh_command_result *)ABUSE_UNWRITTEN_POINTER) swiftssh_command_result_free(out_result);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_output(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_process_output((swiftssh_process *)a->handle, (uint32_t)a->number, (uint8_t *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_read(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_process_read((swiftssh_process *)a->handle, (uint32_t)a->number, (int64_t)a->number, (void *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_write(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_process_write((swiftssh_process *)a->handle, a->data, a->length, (int64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_send_eof(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_process_send_eof((swiftssh_process *)a->handle, (int64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_wait(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    int32_t out_kind = ABUSE_UNWRITTEN_NUMBER;
    int32_t out_status = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_process_wait((swiftssh_process *)a->handle, (int64_t)a->number, a->null_outputs ? NULL : &out_kind, a->null_outputs ? NULL : &out_status, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_kind != 0) result.outputs_set++;
    if (!a->null_outputs && out_status != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_resize_terminal(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_process_resize_terminal((swiftssh_process *)a->handle, (uint32_t)a->number, (uint32_t)a->number, (int64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_signal(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_process_signal((swiftssh_process *)a->handle, a->text, (int64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_kill(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_process_kill((swiftssh_process *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_process_channel(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_channel *out_channel = (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_process_channel((swiftssh_process *)a->handle, a->null_outputs ? NULL : &out_channel, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_channel != NULL) result.outputs_set++;
    if (out_channel != (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER) swiftssh_channel_free(out_channel);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_list_fetch(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_publickey_list *out_list = (swiftssh_publickey_list *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_publickey_list_fetch((swiftssh_publickey *)a->handle, a->null_outputs ? NULL : &out_list, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_list != NULL) result.outputs_set++;
    if (out_list != (swiftssh_publickey_list *)ABUSE_UNWRITTEN_POINTER) swiftssh_publickey_list_free(out_list);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_list_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_publickey_list_free((swiftssh_publickey_list *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_list_count(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_publickey_list_count((swiftssh_publickey_list *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_list_name(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_publickey_list_name((swiftssh_publickey_list *)a->handle, (uint64_t)a->number, (char *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_list_blob(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_publickey_list_blob((swiftssh_publickey_list *)a->handle, (uint64_t)a->number, (uint8_t *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_list_attribute_count(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_publickey_list_attribute_count((swiftssh_publickey_list *)a->handle, (uint64_t)a->number);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_list_attribute_name(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_publickey_list_attribute_name((swiftssh_publickey_list *)a->handle, (uint64_t)a->number, (uint64_t)a->number, (char *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_list_attribute_value(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_publickey_list_attribute_value((swiftssh_publickey_list *)a->handle, (uint64_t)a->number, (uint64_t)a->number, (uint8_t *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_publickey_init(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_publickey *out_publickey = (swiftssh_publickey *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_publickey_init((swiftssh_session *)a->handle, a->null_outputs ? NULL : &out_publickey, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_publickey != NULL) result.outputs_set++;
    if (out_publickey != (swiftssh_publickey *)ABUSE_UNWRITTEN_POINTER) swiftssh_publickey_free(out_publickey);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_publickey_free((swiftssh_publickey *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_attributes_new(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_publickey_attributes *out_attributes = (swiftssh_publickey_attributes *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_publickey_attributes_new(a->null_outputs ? NULL : &out_attributes, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_attributes != NULL) result.outputs_set++;
    if (out_attributes != (swiftssh_publickey_attributes *)ABUSE_UNWRITTEN_POINTER) swiftssh_publickey_attributes_free(out_attributes);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_attributes_append(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_publickey_attributes_append((swiftssh_publickey_attributes *)a->handle, a->text, a->data, a->length, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_attributes_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_publickey_attributes_free((swiftssh_publickey_attributes *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_add(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_publickey_add((swiftssh_publickey *)a->handle, a->text, a->data, a->length, (int32_t)a->number, (swiftssh_publickey_attributes *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_remove(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_publickey_remove((swiftssh_publickey *)a->handle, a->text, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_publickey_shutdown(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_publickey_shutdown((swiftssh_publickey *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_scp_recv(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_channel *out_channel = (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER;
    int64_t out_size = ABUSE_UNWRITTEN_NUMBER;
    uint32_t out_mode = ABUSE_UNWRITTEN_NUMBER;
    int64_t out_mtime = ABUSE_UNWRITTEN_NUMBER;
    int64_t out_atime = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_scp_recv((swiftssh_session *)a->handle, a->text, a->null_outputs ? NULL : &out_channel, a->null_outputs ? NULL : &out_size, a->null_outputs ? NULL : &out_mode, a->null_outputs ? NULL : &out_mtime, a->null_outputs ? NULL : &out_atime, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_channel != NULL) result.outputs_set++;
    if (out_channel != (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER) swiftssh_channel_free(out_channel);
    if (!a->null_outputs && out_size != 0) result.outputs_set++;
    if (!a->null_outputs && out_mode != 0) result.outputs_set++;
    if (!a->null_outputs && out_mtime != 0) result.outputs_set++;
    if (!a->null_outputs && out_atime != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_scp_send(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_channel *out_channel = (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_scp_send((swiftssh_session *)a->handle, a->text, (uint32_t)a->number, (uint64_t)a->number, (int64_t)a->number, (int64_t)a->number, a->null_outputs ? NULL : &out_channel, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_channel != NULL) result.outputs_set++;
    if (out_channel != (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER) swiftssh_channel_free(out_channel);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_sftp_init(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp *out_sftp = (swiftssh_sftp *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_sftp_init((swiftssh_session *)a->handle, a->null_outputs ? NULL : &out_sftp, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_sftp != NULL) result.outputs_set++;
    if (out_sftp != (swiftssh_sftp *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_free(out_sftp);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_sftp_init_ex(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp *out_sftp = (swiftssh_sftp *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_sftp_init_ex((swiftssh_session *)a->handle, (uint64_t)a->number, a->null_outputs ? NULL : &out_sftp, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_sftp != NULL) result.outputs_set++;
    if (out_sftp != (swiftssh_sftp *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_free(out_sftp);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_free((swiftssh_sftp *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_shutdown(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_shutdown((swiftssh_sftp *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_last_error(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_last_error((swiftssh_sftp *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_get_channel(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_channel *out_channel = (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_get_channel((swiftssh_sftp *)a->handle, a->null_outputs ? NULL : &out_channel, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_channel != NULL) result.outputs_set++;
    if (out_channel != (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER) swiftssh_channel_free(out_channel);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_bytes_in_flight(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_bytes_in_flight((swiftssh_sftp *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_set_bytes_in_flight(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_set_bytes_in_flight((swiftssh_sftp *)a->handle, (uint64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_new(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_attributes *out_attributes = (swiftssh_sftp_attributes *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_attributes_new(a->null_outputs ? NULL : &out_attributes, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_attributes != NULL) result.outputs_set++;
    if (out_attributes != (swiftssh_sftp_attributes *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_attributes_free(out_attributes);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_attributes_free((swiftssh_sftp_attributes *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_get(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    uint64_t out_size = ABUSE_UNWRITTEN_NUMBER;
    uint32_t out_uid = ABUSE_UNWRITTEN_NUMBER;
    uint32_t out_gid = ABUSE_UNWRITTEN_NUMBER;
    uint32_t out_permissions = ABUSE_UNWRITTEN_NUMBER;
    uint32_t out_atime = ABUSE_UNWRITTEN_NUMBER;
    uint32_t out_mtime = ABUSE_UNWRITTEN_NUMBER;
    result.value = (int64_t)swiftssh_sftp_attributes_get((swiftssh_sftp_attributes *)a->handle, a->null_outputs ? NULL : &out_size, a->null_outputs ? NULL : &out_uid, a->null_outputs ? NULL : &out_gid, a->null_outputs ? NULL : &out_permissions, a->null_outputs ? NULL : &out_atime, a->null_outputs ? NULL : &out_mtime);
    if (!a->null_outputs && out_size != 0) result.outputs_set++;
    if (!a->null_outputs && out_uid != 0) result.outputs_set++;
    if (!a->null_outputs && out_gid != 0) result.outputs_set++;
    if (!a->null_outputs && out_permissions != 0) result.outputs_set++;
    if (!a->null_outputs && out_atime != 0) result.outputs_set++;
    if (!a->null_outputs && out_mtime != 0) result.outputs_set++;
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_flags(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_attributes_flags((swiftssh_sftp_attributes *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_size(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_attributes_size((swiftssh_sftp_attributes *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_permissions(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_attributes_permissions((swiftssh_sftp_attributes *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_clear(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_attributes_clear((swiftssh_sftp_attributes *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_set_size(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_attributes_set_size((swiftssh_sftp_attributes *)a->handle, (uint64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_set_owner(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_attributes_set_owner((swiftssh_sftp_attributes *)a->handle, (uint32_t)a->number, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_set_permissions(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_attributes_set_permissions((swiftssh_sftp_attributes *)a->handle, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_set_times(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_attributes_set_times((swiftssh_sftp_attributes *)a->handle, (uint32_t)a->number, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_extended_count(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_attributes_extended_count((swiftssh_sftp_attributes *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_extended_type(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_attributes_extended_type((swiftssh_sftp_attributes *)a->handle, (uint64_t)a->number, (char *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_attributes_extended_value(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_attributes_extended_value((swiftssh_sftp_attributes *)a->handle, (uint64_t)a->number, (uint8_t *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_open(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_handle *out_handle = (swiftssh_sftp_handle *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_open((swiftssh_sftp *)a->handle, a->text, (uint32_t)a->number, (uint32_t)a->number, a->null_outputs ? NULL : &out_handle, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_handle != NULL) result.outputs_set++;
    if (out_handle != (swiftssh_sftp_handle *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_handle_free(out_handle);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_opendir(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_handle *out_handle = (swiftssh_sftp_handle *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_opendir((swiftssh_sftp *)a->handle, a->text, a->null_outputs ? NULL : &out_handle, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_handle != NULL) result.outputs_set++;
    if (out_handle != (swiftssh_sftp_handle *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_handle_free(out_handle);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_unlink(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_unlink((swiftssh_sftp *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_mkdir(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_mkdir((swiftssh_sftp *)a->handle, a->text, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_rmdir(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_rmdir((swiftssh_sftp *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_rename(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_rename((swiftssh_sftp *)a->handle, a->text, a->text, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_posix_rename(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_posix_rename((swiftssh_sftp *)a->handle, a->text, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_copy_data(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_copy_data((swiftssh_sftp *)a->handle, (swiftssh_sftp_handle *)a->handle, (uint64_t)a->number, (uint64_t)a->number, (swiftssh_sftp_handle *)a->handle, (uint64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_statvfs(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_filesystem *out_filesystem = (swiftssh_sftp_filesystem *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_statvfs((swiftssh_sftp *)a->handle, a->text, a->null_outputs ? NULL : &out_filesystem, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_filesystem != NULL) result.outputs_set++;
    if (out_filesystem != (swiftssh_sftp_filesystem *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_filesystem_free(out_filesystem);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_fstatvfs(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_filesystem *out_filesystem = (swiftssh_sftp_filesystem *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_handle_fstatvfs((swiftssh_sftp_handle *)a->handle, a->null_outputs ? NULL : &out_filesystem, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_filesystem != NULL) result.outputs_set++;
    if (out_filesystem != (swiftssh_sftp_filesystem *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_filesystem_free(out_filesystem);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_filesystem_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_filesystem_free((swiftssh_sftp_filesystem *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_filesystem_value(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_filesystem_value((swiftssh_sftp_filesystem *)a->handle, (int32_t)a->number);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_handle_free((swiftssh_sftp_handle *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_close(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_handle_close((swiftssh_sftp_handle *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_is_closed(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_handle_is_closed((swiftssh_sftp_handle *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_read(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_handle_read((swiftssh_sftp_handle *)a->handle, (void *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_write(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_handle_write((swiftssh_sftp_handle *)a->handle, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_flush(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_handle_flush((swiftssh_sftp_handle *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_fsync(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_handle_fsync((swiftssh_sftp_handle *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_seek(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_handle_seek((swiftssh_sftp_handle *)a->handle, (uint64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_tell(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_handle_tell((swiftssh_sftp_handle *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_fstat(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_handle_fstat((swiftssh_sftp_handle *)a->handle, (swiftssh_sftp_attributes *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_fsetstat(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_handle_fsetstat((swiftssh_sftp_handle *)a->handle, (swiftssh_sftp_attributes *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_handle_readdir(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    uint64_t out_longentry_length = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_handle_readdir((swiftssh_sftp_handle *)a->handle, (swiftssh_sftp_attributes *)a->handle, (char *)a->buffer, a->capacity, (char *)a->buffer, a->capacity, a->null_outputs ? NULL : &out_longentry_length, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_longentry_length != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_users_groups_by_id(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_names *out_names = (swiftssh_sftp_names *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_users_groups_by_id((swiftssh_sftp *)a->handle, a->data, a->length, a->data, a->length, a->null_outputs ? NULL : &out_names, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_names != NULL) result.outputs_set++;
    if (out_names != (swiftssh_sftp_names *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_names_free(out_names);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_names_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_names_free((swiftssh_sftp_names *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_names_user(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_names_user((swiftssh_sftp_names *)a->handle, (uint64_t)a->number, (char *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_names_group(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_names_group((swiftssh_sftp_names *)a->handle, (uint64_t)a->number, (char *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_readlink(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_readlink((swiftssh_sftp *)a->handle, a->text, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_symlink(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_symlink((swiftssh_sftp *)a->handle, a->text, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_hardlink(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_hardlink((swiftssh_sftp *)a->handle, a->text, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_realpath(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_realpath((swiftssh_sftp *)a->handle, a->text, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_expand_path(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_expand_path((swiftssh_sftp *)a->handle, a->text, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_home_directory(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_home_directory((swiftssh_sftp *)a->handle, a->text, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_report_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_report_free((swiftssh_sftp_report *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_report_value(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_report_value((swiftssh_sftp_report *)a->handle, (int32_t)a->number);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_report_problem(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_report_problem((swiftssh_sftp_report *)a->handle, (uint64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_extension_count(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_extension_count((swiftssh_sftp *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_extension_name(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_extension_name((swiftssh_sftp *)a->handle, (uint64_t)a->number, (char *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_extension_data(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_extension_data((swiftssh_sftp *)a->handle, (uint64_t)a->number, (uint8_t *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_offers(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_offers((swiftssh_sftp *)a->handle, a->text);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_limits(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    uint64_t out_packet_length = ABUSE_UNWRITTEN_NUMBER;
    uint64_t out_read_length = ABUSE_UNWRITTEN_NUMBER;
    uint64_t out_write_length = ABUSE_UNWRITTEN_NUMBER;
    uint64_t out_open_handles = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_limits((swiftssh_sftp *)a->handle, a->null_outputs ? NULL : &out_packet_length, a->null_outputs ? NULL : &out_read_length, a->null_outputs ? NULL : &out_write_length, a->null_outputs ? NULL : &out_open_handles, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_packet_length != 0) result.outputs_set++;
    if (!a->null_outputs && out_read_length != 0) result.outputs_set++;
    if (!a->null_outputs && out_write_length != 0) result.outputs_set++;
    if (!a->null_outputs && out_open_handles != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_stat(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_stat((swiftssh_sftp *)a->handle, a->text, (swiftssh_sftp_attributes *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_lstat(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_lstat((swiftssh_sftp *)a->handle, a->text, (swiftssh_sftp_attributes *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_setstat(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_setstat((swiftssh_sftp *)a->handle, a->text, (swiftssh_sftp_attributes *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_lsetstat(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_lsetstat((swiftssh_sftp *)a->handle, a->text, (swiftssh_sftp_attributes *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_transfer_options_new(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_transfer_options *out_options = (swiftssh_sftp_transfer_options *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_transfer_options_new(a->null_outputs ? NULL : &out_options, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_options != NULL) result.outputs_set++;
    if (out_options != (swiftssh_sftp_transfer_options *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_transfer_options_free(out_options);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_transfer_options_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_transfer_options_free((swiftssh_sftp_transfer_options *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_transfer_options_set(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_transfer_options_set((swiftssh_sftp_transfer_options *)a->handle, (int32_t)a->number, (int64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_get(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_report *out_report = (swiftssh_sftp_report *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_get((swiftssh_sftp *)a->handle, a->text, a->text, (swiftssh_sftp_transfer_options *)a->handle, NULL, NULL, NULL, a->null_outputs ? NULL : &out_report, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_report != NULL) result.outputs_set++;
    if (out_report != (swiftssh_sftp_report *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_report_free(out_report);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_put(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_report *out_report = (swiftssh_sftp_report *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_put((swiftssh_sftp *)a->handle, a->text, a->text, (swiftssh_sftp_transfer_options *)a->handle, NULL, NULL, NULL, a->null_outputs ? NULL : &out_report, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_report != NULL) result.outputs_set++;
    if (out_report != (swiftssh_sftp_report *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_report_free(out_report);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_exists(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_exists((swiftssh_sftp *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_read_bytes(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_read_bytes((swiftssh_sftp *)a->handle, a->text, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_write_bytes(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_write_bytes((swiftssh_sftp *)a->handle, a->text, a->data, a->length, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_remove_tree(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_remove_tree((swiftssh_sftp *)a->handle, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_glob(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_paths *out_paths = (swiftssh_sftp_paths *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_glob((swiftssh_sftp *)a->handle, a->text, a->null_outputs ? NULL : &out_paths, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_paths != NULL) result.outputs_set++;
    if (out_paths != (swiftssh_sftp_paths *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_paths_free(out_paths);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_paths_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_paths_free((swiftssh_sftp_paths *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_paths_count(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_paths_count((swiftssh_sftp_paths *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_paths_path(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_sftp_paths_path((swiftssh_sftp_paths *)a->handle, (uint64_t)a->number, (char *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_walk(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_walker *out_walker = (swiftssh_sftp_walker *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_walk((swiftssh_sftp *)a->handle, a->text, a->null_outputs ? NULL : &out_walker, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_walker != NULL) result.outputs_set++;
    if (out_walker != (swiftssh_sftp_walker *)ABUSE_UNWRITTEN_POINTER) swiftssh_sftp_walker_free(out_walker);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_walker_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_sftp_walker_free((swiftssh_sftp_walker *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_walker_next(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    uint64_t out_depth = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_walker_next((swiftssh_sftp_walker *)a->handle, (swiftssh_sftp_attributes *)a->handle, (char *)a->buffer, a->capacity, a->null_outputs ? NULL : &out_depth, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_depth != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sftp_walker_skip_directory(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sftp_walker_skip_directory((swiftssh_sftp_walker *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_new(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_session *out_session = (swiftssh_session *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_new(a->null_outputs ? NULL : &out_session, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_session != NULL) result.outputs_set++;
    if (out_session != (swiftssh_session *)ABUSE_UNWRITTEN_POINTER) swiftssh_session_free(out_session);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_free(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_session_free((swiftssh_session *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_close(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_close((swiftssh_session *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_connect(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_connect((swiftssh_session *)a->handle, a->text, (uint16_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_handshake(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_handshake((swiftssh_session *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_disconnect(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_disconnect((swiftssh_session *)a->handle, (uint32_t)a->number, a->text, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_set_blocking(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_set_blocking((swiftssh_session *)a->handle, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_get_blocking(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_session_get_blocking((swiftssh_session *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_set_timeout(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_set_timeout((swiftssh_session *)a->handle, (int64_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_get_timeout(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_session_get_timeout((swiftssh_session *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_block_directions(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_session_block_directions((swiftssh_session *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_socket(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_session_socket((swiftssh_session *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_banner(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_banner((swiftssh_session *)a->handle, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_keepalive_config(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_keepalive_config((swiftssh_session *)a->handle, (int32_t)a->number, (uint32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_keepalive_send(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    int32_t out_seconds = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_keepalive_send((swiftssh_session *)a->handle, a->null_outputs ? NULL : &out_seconds, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_seconds != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_ping(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_ping((swiftssh_session *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_rekey(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_rekey((swiftssh_session *)a->handle, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_open_session(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_channel *out_channel = (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_open_session((swiftssh_session *)a->handle, a->null_outputs ? NULL : &out_channel, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_channel != NULL) result.outputs_set++;
    if (out_channel != (swiftssh_channel *)ABUSE_UNWRITTEN_POINTER) swiftssh_channel_free(out_channel);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_hostkey(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    int32_t out_type = ABUSE_UNWRITTEN_NUMBER;
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_hostkey((swiftssh_session *)a->handle, (uint8_t *)a->buffer, a->capacity, a->null_outputs ? NULL : &out_type, a->null_error ? NULL : &error);
    if (!a->null_outputs && out_type != 0) result.outputs_set++;
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_hostkey_hash(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_hostkey_hash((swiftssh_session *)a->handle, (int32_t)a->number, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_hostkey_fingerprint(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_hostkey_fingerprint((swiftssh_session *)a->handle, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_methods(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_methods((swiftssh_session *)a->handle, (int32_t)a->number, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_supported_algs(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_supported_algs((swiftssh_session *)a->handle, (int32_t)a->number, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_method_pref(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_method_pref((swiftssh_session *)a->handle, (int32_t)a->number, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_flag(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_flag((swiftssh_session *)a->handle, (int32_t)a->number, (int32_t)a->number, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_last_errno(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_session_last_errno((swiftssh_session *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_last_error(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_session_last_error((swiftssh_session *)a->handle, (char *)a->buffer, a->capacity);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_set_last_error(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_set_last_error((swiftssh_session *)a->handle, (swiftssh_status)a->number, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_publickey(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_userauth_publickey((swiftssh_session *)a->handle, a->text, a->data, a->length, NULL, NULL, NULL, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_sign_request_answer(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_sign_request_answer((swiftssh_sign_request *)a->handle, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_list(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_userauth_list((swiftssh_session *)a->handle, a->text, (char *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_authenticated(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    result.value = (int64_t)swiftssh_session_userauth_authenticated((swiftssh_session *)a->handle);
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_banner(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_userauth_banner((swiftssh_session *)a->handle, (uint8_t *)a->buffer, a->capacity, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_password(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_userauth_password((swiftssh_session *)a->handle, a->text, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_password_change(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_userauth_password_change((swiftssh_session *)a->handle, a->text, a->data, a->length, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_publickey_fromfile(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_userauth_publickey_fromfile((swiftssh_session *)a->handle, a->text, a->text, a->text, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_publickey_frommemory(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_userauth_publickey_frommemory((swiftssh_session *)a->handle, a->text, a->data, a->length, a->data, a->length, a->data, a->length, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

static void abuse_swiftssh_session_userauth_hostbased_fromfile(const struct abuse_arguments *a) {
    struct abuse_result result = {0, NULL, 0, 0, 0, 0};
    swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;
    result.value = (int64_t)swiftssh_session_userauth_hostbased_fromfile((swiftssh_session *)a->handle, a->text, a->text, a->text, a->data, a->length, a->text, a->text, a->null_error ? NULL : &error);
    if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {
        result.error_set = ABUSE_ERROR_UNWRITTEN;
    } else if (!a->null_error) {
        result.error_set = error != NULL;
        if (error != NULL) result.error_code = swiftssh_error_code(error);
        swiftssh_error_free(error);
    }
    if (a->result != NULL) *a->result = result;
}

/* Every exported function, in the order of the header. */
static const struct abuse_entry abuse_table[] = {
    {"swiftssh_agent_new", abuse_swiftssh_agent_new, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_agent_new_without_session", abuse_swiftssh_agent_new_without_session, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_agent_free", abuse_swiftssh_agent_free, "swiftssh_agent", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_agent_connect", abuse_swiftssh_agent_connect, "swiftssh_agent", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_agent_disconnect", abuse_swiftssh_agent_disconnect, "swiftssh_agent", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_agent_list_identities", abuse_swiftssh_agent_list_identities, "swiftssh_agent", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_agent_identity", abuse_swiftssh_agent_identity, "swiftssh_agent", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_agent_identity_comment", abuse_swiftssh_agent_identity_comment, "swiftssh_agent", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_agent_userauth", abuse_swiftssh_agent_userauth, "swiftssh_agent", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_userauth_agent", abuse_swiftssh_session_userauth_agent, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_agent_sign", abuse_swiftssh_agent_sign, "swiftssh_agent", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_agent_identity_path", abuse_swiftssh_agent_identity_path, "swiftssh_agent", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_agent_set_identity_path", abuse_swiftssh_agent_set_identity_path, "swiftssh_agent", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_set_algorithm_profile", abuse_swiftssh_session_set_algorithm_profile, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_algorithm_profile", abuse_swiftssh_client_set_algorithm_profile, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_caller_new", abuse_swiftssh_caller_new, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_caller_free", abuse_swiftssh_caller_free, "swiftssh_caller", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_caller_set_timeout", abuse_swiftssh_caller_set_timeout, "swiftssh_caller", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_caller_enter", abuse_swiftssh_caller_enter, "swiftssh_caller", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_caller_leave", abuse_swiftssh_caller_leave, "swiftssh_caller", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_caller_cancel", abuse_swiftssh_caller_cancel, "swiftssh_caller", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_notice_descriptor", abuse_swiftssh_session_notice_descriptor, "swiftssh_session", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_session_turn", abuse_swiftssh_session_turn, "swiftssh_session", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_channel_free", abuse_swiftssh_channel_free, "swiftssh_channel", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_channel_exec", abuse_swiftssh_channel_exec, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_shell", abuse_swiftssh_channel_shell, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_subsystem", abuse_swiftssh_channel_subsystem, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_process_startup", abuse_swiftssh_channel_process_startup, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_setenv", abuse_swiftssh_channel_setenv, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_wait_exit", abuse_swiftssh_channel_wait_exit, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_exit_kind", abuse_swiftssh_channel_exit_kind, "swiftssh_channel", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_channel_exit_status", abuse_swiftssh_channel_exit_status, "swiftssh_channel", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_channel_exit_signal", abuse_swiftssh_channel_exit_signal, "swiftssh_channel", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_channel_exit_signal_message", abuse_swiftssh_channel_exit_signal_message, "swiftssh_channel", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_channel_exit_signal_language", abuse_swiftssh_channel_exit_signal_language, "swiftssh_channel", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_channel_exit_signal_core_dumped", abuse_swiftssh_channel_exit_signal_core_dumped, "swiftssh_channel", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_channel_read", abuse_swiftssh_channel_read, "swiftssh_channel", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_channel_write", abuse_swiftssh_channel_write, "swiftssh_channel", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_channel_send_eof", abuse_swiftssh_channel_send_eof, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_eof", abuse_swiftssh_channel_eof, "swiftssh_channel", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_channel_wait_eof", abuse_swiftssh_channel_wait_eof, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_close", abuse_swiftssh_channel_close, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_wait_closed", abuse_swiftssh_channel_wait_closed, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_request_pty", abuse_swiftssh_channel_request_pty, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_request_pty_size", abuse_swiftssh_channel_request_pty_size, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_signal", abuse_swiftssh_channel_signal, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_send_break", abuse_swiftssh_channel_send_break, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_request_auth_agent", abuse_swiftssh_channel_request_auth_agent, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_x11_req", abuse_swiftssh_channel_x11_req, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_window_read", abuse_swiftssh_channel_window_read, "swiftssh_channel", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_channel_window_write", abuse_swiftssh_channel_window_write, "swiftssh_channel", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_channel_receive_window_adjust", abuse_swiftssh_channel_receive_window_adjust, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_handle_extended_data", abuse_swiftssh_channel_handle_extended_data, "swiftssh_channel", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_channel_flush", abuse_swiftssh_channel_flush, "swiftssh_channel", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_channel_available", abuse_swiftssh_channel_available, "swiftssh_channel", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_client_new", abuse_swiftssh_client_new, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_free", abuse_swiftssh_client_free, "swiftssh_client", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_client_connect", abuse_swiftssh_client_connect, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_close", abuse_swiftssh_client_close, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_is_connected", abuse_swiftssh_client_is_connected, "swiftssh_client", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_client_session", abuse_swiftssh_client_session, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_connection_attempts", abuse_swiftssh_client_set_connection_attempts, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_run", abuse_swiftssh_client_run, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_start", abuse_swiftssh_client_start, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_start_ex", abuse_swiftssh_client_start_ex, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_command_result_free", abuse_swiftssh_command_result_free, "swiftssh_command_result", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_command_result_exit_kind", abuse_swiftssh_command_result_exit_kind, "swiftssh_command_result", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_command_result_exit_status", abuse_swiftssh_command_result_exit_status, "swiftssh_command_result", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_command_result_exit_signal", abuse_swiftssh_command_result_exit_signal, "swiftssh_command_result", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_command_result_output", abuse_swiftssh_command_result_output, "swiftssh_command_result", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_command_result_check", abuse_swiftssh_command_result_check, "swiftssh_command_result", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_add_configuration_file", abuse_swiftssh_client_add_configuration_file, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_user_configuration", abuse_swiftssh_client_set_user_configuration, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_host", abuse_swiftssh_client_host, "swiftssh_client", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_client_port", abuse_swiftssh_client_port, "swiftssh_client", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_client_username", abuse_swiftssh_client_username, "swiftssh_client", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_client_set_keepalive", abuse_swiftssh_client_set_keepalive, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_add_key", abuse_swiftssh_client_add_key, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_host_key_policy", abuse_swiftssh_client_set_host_key_policy, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_add_known_hosts_file", abuse_swiftssh_client_add_known_hosts_file, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_known_hosts", abuse_swiftssh_client_set_known_hosts, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_fingerprint", abuse_swiftssh_client_set_fingerprint, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_host_key_callback", abuse_swiftssh_client_set_host_key_callback, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_agent", abuse_swiftssh_client_set_agent, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_agent_forwarding", abuse_swiftssh_client_set_agent_forwarding, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_x11_forwarding", abuse_swiftssh_client_set_x11_forwarding, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_add_key_file", abuse_swiftssh_client_add_key_file, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_user_key_files", abuse_swiftssh_client_set_user_key_files, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_passphrase_callback", abuse_swiftssh_client_set_passphrase_callback, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_password", abuse_swiftssh_client_set_password, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_keyboard_interactive_callback", abuse_swiftssh_client_set_keyboard_interactive_callback, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_attempts", abuse_swiftssh_client_set_attempts, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_algorithms", abuse_swiftssh_client_set_algorithms, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_compression", abuse_swiftssh_client_set_compression, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_jump_host", abuse_swiftssh_client_set_jump_host, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_presented_host_key_host", abuse_swiftssh_presented_host_key_host, "swiftssh_presented_host_key", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_presented_host_key_port", abuse_swiftssh_presented_host_key_port, "swiftssh_presented_host_key", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_presented_host_key_type", abuse_swiftssh_presented_host_key_type, "swiftssh_presented_host_key", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_presented_host_key_fingerprint", abuse_swiftssh_presented_host_key_fingerprint, "swiftssh_presented_host_key", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_presented_host_key_blob", abuse_swiftssh_presented_host_key_blob, "swiftssh_presented_host_key", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_passphrase_request_path", abuse_swiftssh_passphrase_request_path, "swiftssh_passphrase_request", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_passphrase_answer", abuse_swiftssh_passphrase_answer, "swiftssh_passphrase_request", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_new_with_engine", abuse_swiftssh_session_new_with_engine, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_engine", abuse_swiftssh_client_set_engine, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_engine", abuse_swiftssh_session_engine, "swiftssh_session", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_session_capabilities", abuse_swiftssh_session_capabilities, "swiftssh_session", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_error_free", abuse_swiftssh_error_free, "swiftssh_error", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_error_code", abuse_swiftssh_error_code, "swiftssh_error", ABUSE_RETURNS_STATUS, 0},
    {"swiftssh_error_errno", abuse_swiftssh_error_errno, "swiftssh_error", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_error_sftp_status", abuse_swiftssh_error_sftp_status, "swiftssh_error", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_error_message", abuse_swiftssh_error_message, "swiftssh_error", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_error_phase", abuse_swiftssh_error_phase, "swiftssh_error", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_error_host", abuse_swiftssh_error_host, "swiftssh_error", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_error_port", abuse_swiftssh_error_port, "swiftssh_error", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_error_path", abuse_swiftssh_error_path, "swiftssh_error", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_error_server_text", abuse_swiftssh_error_server_text, "swiftssh_error", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_error_description", abuse_swiftssh_error_description, "swiftssh_error", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_error_host_key_fingerprint", abuse_swiftssh_error_host_key_fingerprint, "swiftssh_error", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_error_host_key_type", abuse_swiftssh_error_host_key_type, "swiftssh_error", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_error_expected_fingerprint", abuse_swiftssh_error_expected_fingerprint, "swiftssh_error", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_error_line", abuse_swiftssh_error_line, "swiftssh_error", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_error_output", abuse_swiftssh_error_output, "swiftssh_error", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_fleet_new", abuse_swiftssh_fleet_new, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_fleet_free", abuse_swiftssh_fleet_free, "swiftssh_fleet", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_fleet_add", abuse_swiftssh_fleet_add, "swiftssh_fleet", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_fleet_start", abuse_swiftssh_fleet_start, "swiftssh_fleet", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_fleet_next", abuse_swiftssh_fleet_next, "swiftssh_fleet", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_fleet_remaining", abuse_swiftssh_fleet_remaining, "swiftssh_fleet", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_fleet_concurrency", abuse_swiftssh_fleet_concurrency, "swiftssh_fleet", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_fleet_result", abuse_swiftssh_fleet_result, "swiftssh_fleet", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_fleet_cancel", abuse_swiftssh_fleet_cancel, "swiftssh_fleet", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_forward_local", abuse_swiftssh_client_forward_local, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_forward_remote", abuse_swiftssh_client_forward_remote, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_forward_socks", abuse_swiftssh_client_forward_socks, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_forward_free", abuse_swiftssh_forward_free, "swiftssh_forward", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_forward_close", abuse_swiftssh_forward_close, "swiftssh_forward", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_forward_bound_port", abuse_swiftssh_forward_bound_port, "swiftssh_forward", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_forward_is_open", abuse_swiftssh_forward_is_open, "swiftssh_forward", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_forward_counts", abuse_swiftssh_forward_counts, "swiftssh_forward", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_forward_last_error", abuse_swiftssh_forward_last_error, "swiftssh_forward", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_direct_tcpip", abuse_swiftssh_session_direct_tcpip, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_forward_listen_streamlocal", abuse_swiftssh_session_forward_listen_streamlocal, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_direct_streamlocal", abuse_swiftssh_session_direct_streamlocal, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_forward_listen", abuse_swiftssh_session_forward_listen, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_listen_agent", abuse_swiftssh_session_listen_agent, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_listen_x11", abuse_swiftssh_session_listen_x11, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_host_configuration_new", abuse_swiftssh_host_configuration_new, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_host_configuration_free", abuse_swiftssh_host_configuration_free, "swiftssh_host_configuration", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_host_configuration_keyword", abuse_swiftssh_host_configuration_keyword, "swiftssh_host_configuration", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_host_configuration_count", abuse_swiftssh_host_configuration_count, "swiftssh_host_configuration", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_host_configuration_value", abuse_swiftssh_host_configuration_value, "swiftssh_host_configuration", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_set_interrupt_callback", abuse_swiftssh_set_interrupt_callback, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_userauth_keyboard_interactive", abuse_swiftssh_session_userauth_keyboard_interactive, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_keyboard_interactive_name", abuse_swiftssh_keyboard_interactive_name, "swiftssh_keyboard_interactive", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_keyboard_interactive_instruction", abuse_swiftssh_keyboard_interactive_instruction, "swiftssh_keyboard_interactive", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_keyboard_interactive_prompt_count", abuse_swiftssh_keyboard_interactive_prompt_count, "swiftssh_keyboard_interactive", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_keyboard_interactive_prompt", abuse_swiftssh_keyboard_interactive_prompt, "swiftssh_keyboard_interactive", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_keyboard_interactive_echo", abuse_swiftssh_keyboard_interactive_echo, "swiftssh_keyboard_interactive", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_keyboard_interactive_answer", abuse_swiftssh_keyboard_interactive_answer, "swiftssh_keyboard_interactive", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_knownhost_new", abuse_swiftssh_knownhost_new, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_knownhost_free", abuse_swiftssh_knownhost_free, "swiftssh_knownhost", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_knownhost_addc", abuse_swiftssh_knownhost_addc, "swiftssh_knownhost", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_knownhost_checkp", abuse_swiftssh_knownhost_checkp, "swiftssh_knownhost", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_knownhost_check_session", abuse_swiftssh_knownhost_check_session, "swiftssh_knownhost", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_knownhost_delete", abuse_swiftssh_knownhost_delete, "swiftssh_knownhost", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_knownhost_get", abuse_swiftssh_knownhost_get, "swiftssh_knownhost", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_knownhost_entry_free", abuse_swiftssh_knownhost_entry_free, "swiftssh_knownhost_entry", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_knownhost_entry_name", abuse_swiftssh_knownhost_entry_name, "swiftssh_knownhost_entry", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_knownhost_entry_salt", abuse_swiftssh_knownhost_entry_salt, "swiftssh_knownhost_entry", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_knownhost_entry_key", abuse_swiftssh_knownhost_entry_key, "swiftssh_knownhost_entry", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_knownhost_entry_comment", abuse_swiftssh_knownhost_entry_comment, "swiftssh_knownhost_entry", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_knownhost_entry_typemask", abuse_swiftssh_knownhost_entry_typemask, "swiftssh_knownhost_entry", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_knownhost_entry_marker", abuse_swiftssh_knownhost_entry_marker, "swiftssh_knownhost_entry", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_knownhost_entry_key_type", abuse_swiftssh_knownhost_entry_key_type, "swiftssh_knownhost_entry", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_knownhost_entry_fingerprint", abuse_swiftssh_knownhost_entry_fingerprint, "swiftssh_knownhost_entry", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_knownhost_entry_file", abuse_swiftssh_knownhost_entry_file, "swiftssh_knownhost_entry", ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_knownhost_entry_line", abuse_swiftssh_knownhost_entry_line, "swiftssh_knownhost_entry", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_knownhost_readline", abuse_swiftssh_knownhost_readline, "swiftssh_knownhost", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_knownhost_readfile", abuse_swiftssh_knownhost_readfile, "swiftssh_knownhost", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_knownhost_not_understood", abuse_swiftssh_knownhost_not_understood, "swiftssh_knownhost", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_knownhost_writeline", abuse_swiftssh_knownhost_writeline, "swiftssh_knownhost", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_knownhost_writefile", abuse_swiftssh_knownhost_writefile, "swiftssh_knownhost", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_knownhost_append", abuse_swiftssh_knownhost_append, "swiftssh_knownhost", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_version", abuse_swiftssh_version, NULL, ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_abi_version", abuse_swiftssh_abi_version, NULL, ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_capabilities", abuse_swiftssh_capabilities, NULL, ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_engine_name", abuse_swiftssh_engine_name, NULL, ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_engine_version", abuse_swiftssh_engine_version, NULL, ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_status_name", abuse_swiftssh_status_name, NULL, ABUSE_RETURNS_TEXT, 0},
    {"swiftssh_listener_free", abuse_swiftssh_listener_free, "swiftssh_listener", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_listener_accept", abuse_swiftssh_listener_accept, "swiftssh_listener", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_listener_cancel", abuse_swiftssh_listener_cancel, "swiftssh_listener", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_set_log_callback", abuse_swiftssh_set_log_callback, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_set_log_callback", abuse_swiftssh_session_set_log_callback, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_client_set_log_callback", abuse_swiftssh_client_set_log_callback, "swiftssh_client", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_process_free", abuse_swiftssh_process_free, "swiftssh_process", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_process_communicate", abuse_swiftssh_process_communicate, "swiftssh_process", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_process_output", abuse_swiftssh_process_output, "swiftssh_process", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_process_read", abuse_swiftssh_process_read, "swiftssh_process", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_process_write", abuse_swiftssh_process_write, "swiftssh_process", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_process_send_eof", abuse_swiftssh_process_send_eof, "swiftssh_process", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_process_wait", abuse_swiftssh_process_wait, "swiftssh_process", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_process_resize_terminal", abuse_swiftssh_process_resize_terminal, "swiftssh_process", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_process_signal", abuse_swiftssh_process_signal, "swiftssh_process", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_process_kill", abuse_swiftssh_process_kill, "swiftssh_process", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_process_channel", abuse_swiftssh_process_channel, "swiftssh_process", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_publickey_list_fetch", abuse_swiftssh_publickey_list_fetch, "swiftssh_publickey", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_publickey_list_free", abuse_swiftssh_publickey_list_free, "swiftssh_publickey_list", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_publickey_list_count", abuse_swiftssh_publickey_list_count, "swiftssh_publickey_list", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_publickey_list_name", abuse_swiftssh_publickey_list_name, "swiftssh_publickey_list", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_publickey_list_blob", abuse_swiftssh_publickey_list_blob, "swiftssh_publickey_list", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_publickey_list_attribute_count", abuse_swiftssh_publickey_list_attribute_count, "swiftssh_publickey_list", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_publickey_list_attribute_name", abuse_swiftssh_publickey_list_attribute_name, "swiftssh_publickey_list", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_publickey_list_attribute_value", abuse_swiftssh_publickey_list_attribute_value, "swiftssh_publickey_list", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_session_publickey_init", abuse_swiftssh_session_publickey_init, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_publickey_free", abuse_swiftssh_publickey_free, "swiftssh_publickey", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_publickey_attributes_new", abuse_swiftssh_publickey_attributes_new, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_publickey_attributes_append", abuse_swiftssh_publickey_attributes_append, "swiftssh_publickey_attributes", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_publickey_attributes_free", abuse_swiftssh_publickey_attributes_free, "swiftssh_publickey_attributes", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_publickey_add", abuse_swiftssh_publickey_add, "swiftssh_publickey", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_publickey_remove", abuse_swiftssh_publickey_remove, "swiftssh_publickey", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_publickey_shutdown", abuse_swiftssh_publickey_shutdown, "swiftssh_publickey", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_scp_recv", abuse_swiftssh_session_scp_recv, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_scp_send", abuse_swiftssh_session_scp_send, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_sftp_init", abuse_swiftssh_session_sftp_init, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_sftp_init_ex", abuse_swiftssh_session_sftp_init_ex, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_free", abuse_swiftssh_sftp_free, "swiftssh_sftp", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_sftp_shutdown", abuse_swiftssh_sftp_shutdown, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_last_error", abuse_swiftssh_sftp_last_error, "swiftssh_sftp", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_get_channel", abuse_swiftssh_sftp_get_channel, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_bytes_in_flight", abuse_swiftssh_sftp_bytes_in_flight, "swiftssh_sftp", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_set_bytes_in_flight", abuse_swiftssh_sftp_set_bytes_in_flight, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_attributes_new", abuse_swiftssh_sftp_attributes_new, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_attributes_free", abuse_swiftssh_sftp_attributes_free, "swiftssh_sftp_attributes", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_sftp_attributes_get", abuse_swiftssh_sftp_attributes_get, "swiftssh_sftp_attributes", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_attributes_flags", abuse_swiftssh_sftp_attributes_flags, "swiftssh_sftp_attributes", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_attributes_size", abuse_swiftssh_sftp_attributes_size, "swiftssh_sftp_attributes", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_attributes_permissions", abuse_swiftssh_sftp_attributes_permissions, "swiftssh_sftp_attributes", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_attributes_clear", abuse_swiftssh_sftp_attributes_clear, "swiftssh_sftp_attributes", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_attributes_set_size", abuse_swiftssh_sftp_attributes_set_size, "swiftssh_sftp_attributes", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_attributes_set_owner", abuse_swiftssh_sftp_attributes_set_owner, "swiftssh_sftp_attributes", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_attributes_set_permissions", abuse_swiftssh_sftp_attributes_set_permissions, "swiftssh_sftp_attributes", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_attributes_set_times", abuse_swiftssh_sftp_attributes_set_times, "swiftssh_sftp_attributes", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_attributes_extended_count", abuse_swiftssh_sftp_attributes_extended_count, "swiftssh_sftp_attributes", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_attributes_extended_type", abuse_swiftssh_sftp_attributes_extended_type, "swiftssh_sftp_attributes", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_attributes_extended_value", abuse_swiftssh_sftp_attributes_extended_value, "swiftssh_sftp_attributes", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_open", abuse_swiftssh_sftp_open, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_opendir", abuse_swiftssh_sftp_opendir, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_unlink", abuse_swiftssh_sftp_unlink, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_mkdir", abuse_swiftssh_sftp_mkdir, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_rmdir", abuse_swiftssh_sftp_rmdir, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_rename", abuse_swiftssh_sftp_rename, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_posix_rename", abuse_swiftssh_sftp_posix_rename, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_copy_data", abuse_swiftssh_sftp_copy_data, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_statvfs", abuse_swiftssh_sftp_statvfs, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_handle_fstatvfs", abuse_swiftssh_sftp_handle_fstatvfs, "swiftssh_sftp_handle", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_filesystem_free", abuse_swiftssh_sftp_filesystem_free, "swiftssh_sftp_filesystem", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_sftp_filesystem_value", abuse_swiftssh_sftp_filesystem_value, "swiftssh_sftp_filesystem", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_handle_free", abuse_swiftssh_sftp_handle_free, "swiftssh_sftp_handle", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_sftp_handle_close", abuse_swiftssh_sftp_handle_close, "swiftssh_sftp_handle", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_handle_is_closed", abuse_swiftssh_sftp_handle_is_closed, "swiftssh_sftp_handle", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_handle_read", abuse_swiftssh_sftp_handle_read, "swiftssh_sftp_handle", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_sftp_handle_write", abuse_swiftssh_sftp_handle_write, "swiftssh_sftp_handle", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_sftp_handle_flush", abuse_swiftssh_sftp_handle_flush, "swiftssh_sftp_handle", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_handle_fsync", abuse_swiftssh_sftp_handle_fsync, "swiftssh_sftp_handle", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_handle_seek", abuse_swiftssh_sftp_handle_seek, "swiftssh_sftp_handle", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_handle_tell", abuse_swiftssh_sftp_handle_tell, "swiftssh_sftp_handle", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_handle_fstat", abuse_swiftssh_sftp_handle_fstat, "swiftssh_sftp_handle", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_handle_fsetstat", abuse_swiftssh_sftp_handle_fsetstat, "swiftssh_sftp_handle", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_handle_readdir", abuse_swiftssh_sftp_handle_readdir, "swiftssh_sftp_handle", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_sftp_users_groups_by_id", abuse_swiftssh_sftp_users_groups_by_id, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_names_free", abuse_swiftssh_sftp_names_free, "swiftssh_sftp_names", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_sftp_names_user", abuse_swiftssh_sftp_names_user, "swiftssh_sftp_names", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_names_group", abuse_swiftssh_sftp_names_group, "swiftssh_sftp_names", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_readlink", abuse_swiftssh_sftp_readlink, "swiftssh_sftp", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_sftp_symlink", abuse_swiftssh_sftp_symlink, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_hardlink", abuse_swiftssh_sftp_hardlink, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_realpath", abuse_swiftssh_sftp_realpath, "swiftssh_sftp", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_sftp_expand_path", abuse_swiftssh_sftp_expand_path, "swiftssh_sftp", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_sftp_home_directory", abuse_swiftssh_sftp_home_directory, "swiftssh_sftp", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_sftp_report_free", abuse_swiftssh_sftp_report_free, "swiftssh_sftp_report", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_sftp_report_value", abuse_swiftssh_sftp_report_value, "swiftssh_sftp_report", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_report_problem", abuse_swiftssh_sftp_report_problem, "swiftssh_sftp_report", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_extension_count", abuse_swiftssh_sftp_extension_count, "swiftssh_sftp", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_extension_name", abuse_swiftssh_sftp_extension_name, "swiftssh_sftp", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_extension_data", abuse_swiftssh_sftp_extension_data, "swiftssh_sftp", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_offers", abuse_swiftssh_sftp_offers, "swiftssh_sftp", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_limits", abuse_swiftssh_sftp_limits, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_stat", abuse_swiftssh_sftp_stat, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_lstat", abuse_swiftssh_sftp_lstat, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_setstat", abuse_swiftssh_sftp_setstat, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_lsetstat", abuse_swiftssh_sftp_lsetstat, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_transfer_options_new", abuse_swiftssh_sftp_transfer_options_new, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_transfer_options_free", abuse_swiftssh_sftp_transfer_options_free, "swiftssh_sftp_transfer_options", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_sftp_transfer_options_set", abuse_swiftssh_sftp_transfer_options_set, "swiftssh_sftp_transfer_options", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_get", abuse_swiftssh_sftp_get, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_put", abuse_swiftssh_sftp_put, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_exists", abuse_swiftssh_sftp_exists, "swiftssh_sftp", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_sftp_read_bytes", abuse_swiftssh_sftp_read_bytes, "swiftssh_sftp", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_sftp_write_bytes", abuse_swiftssh_sftp_write_bytes, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_remove_tree", abuse_swiftssh_sftp_remove_tree, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_glob", abuse_swiftssh_sftp_glob, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_paths_free", abuse_swiftssh_sftp_paths_free, "swiftssh_sftp_paths", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_sftp_paths_count", abuse_swiftssh_sftp_paths_count, "swiftssh_sftp_paths", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_paths_path", abuse_swiftssh_sftp_paths_path, "swiftssh_sftp_paths", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_sftp_walk", abuse_swiftssh_sftp_walk, "swiftssh_sftp", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sftp_walker_free", abuse_swiftssh_sftp_walker_free, "swiftssh_sftp_walker", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_sftp_walker_next", abuse_swiftssh_sftp_walker_next, "swiftssh_sftp_walker", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_sftp_walker_skip_directory", abuse_swiftssh_sftp_walker_skip_directory, "swiftssh_sftp_walker", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_new", abuse_swiftssh_session_new, NULL, ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_free", abuse_swiftssh_session_free, "swiftssh_session", ABUSE_RETURNS_NOTHING, 0},
    {"swiftssh_session_close", abuse_swiftssh_session_close, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_connect", abuse_swiftssh_session_connect, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_handshake", abuse_swiftssh_session_handshake, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_disconnect", abuse_swiftssh_session_disconnect, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_set_blocking", abuse_swiftssh_session_set_blocking, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_get_blocking", abuse_swiftssh_session_get_blocking, "swiftssh_session", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_session_set_timeout", abuse_swiftssh_session_set_timeout, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_get_timeout", abuse_swiftssh_session_get_timeout, "swiftssh_session", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_session_block_directions", abuse_swiftssh_session_block_directions, "swiftssh_session", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_session_socket", abuse_swiftssh_session_socket, "swiftssh_session", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_session_banner", abuse_swiftssh_session_banner, "swiftssh_session", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_session_keepalive_config", abuse_swiftssh_session_keepalive_config, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_keepalive_send", abuse_swiftssh_session_keepalive_send, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_ping", abuse_swiftssh_session_ping, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_rekey", abuse_swiftssh_session_rekey, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_open_session", abuse_swiftssh_session_open_session, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_hostkey", abuse_swiftssh_session_hostkey, "swiftssh_session", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_session_hostkey_hash", abuse_swiftssh_session_hostkey_hash, "swiftssh_session", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_session_hostkey_fingerprint", abuse_swiftssh_session_hostkey_fingerprint, "swiftssh_session", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_session_methods", abuse_swiftssh_session_methods, "swiftssh_session", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_session_supported_algs", abuse_swiftssh_session_supported_algs, "swiftssh_session", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_session_method_pref", abuse_swiftssh_session_method_pref, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_flag", abuse_swiftssh_session_flag, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_last_errno", abuse_swiftssh_session_last_errno, "swiftssh_session", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_session_last_error", abuse_swiftssh_session_last_error, "swiftssh_session", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_session_set_last_error", abuse_swiftssh_session_set_last_error, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_userauth_publickey", abuse_swiftssh_session_userauth_publickey, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_sign_request_answer", abuse_swiftssh_sign_request_answer, "swiftssh_sign_request", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_userauth_list", abuse_swiftssh_session_userauth_list, "swiftssh_session", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_session_userauth_authenticated", abuse_swiftssh_session_userauth_authenticated, "swiftssh_session", ABUSE_RETURNS_INTEGER, 0},
    {"swiftssh_session_userauth_banner", abuse_swiftssh_session_userauth_banner, "swiftssh_session", ABUSE_RETURNS_COUNT, 1},
    {"swiftssh_session_userauth_password", abuse_swiftssh_session_userauth_password, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_userauth_password_change", abuse_swiftssh_session_userauth_password_change, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_userauth_publickey_fromfile", abuse_swiftssh_session_userauth_publickey_fromfile, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_userauth_publickey_frommemory", abuse_swiftssh_session_userauth_publickey_frommemory, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
    {"swiftssh_session_userauth_hostbased_fromfile", abuse_swiftssh_session_userauth_hostbased_fromfile, "swiftssh_session", ABUSE_RETURNS_STATUS, 1},
};

/* The number of entries in abuse_table. */
#define ABUSE_COUNT (sizeof(abuse_table) / sizeof(abuse_table[0]))

#endif
