/* Every exported function with handles that are not what they should be. */

#include "abuse.h"

#include "client.h"
#include "files.h"
#include "fixture.h"

#include <string.h>

/* A handle, and the type that it has or had; "" for one that was made up. */
struct handle {
    const char *type;
    int is_live;
    void *value;
};

static struct handle handles[64];
static size_t handle_count;

static void add(const char *type, int is_live, void *value) {
    handles[handle_count++] = (struct handle){type, is_live, value};
}

/* Adds a number that may be anything but a handle that lives. */
static void add_wild(uintptr_t number, const swiftssh_session *also_live) {
    int is_live = (void *)number == (const void *)also_live;
    for (size_t index = 0; index < handle_count; index++) {
        is_live |= handles[index].is_live && (void *)number == handles[index].value;
    }
    if (!is_live) add("", 0, (void *)number);
}

/* Calls one function with every handle that must not work for it, and every combination of the other arguments. */
static void abuse_function(const struct abuse_entry *entry) {
    for (size_t index = 0; index < handle_count; index++) {
        const struct handle *handle = &handles[index];
        if (handle->is_live && entry->handle != NULL && strcmp(handle->type, entry->handle) == 0) continue;
        for (int combination = 0; combination < ABUSE_COMBINATIONS; combination++) {
            struct abuse_arguments arguments = abuse_combination(combination);
            arguments.handle = handle->value;
            abuse_check_bad_handle(entry, &arguments);
        }
    }
}

static void abuse_all(void) {
    for (size_t index = 0; index < ABUSE_COUNT; index++) {
        /* Without a handle there is nothing to abuse here. */
        if (abuse_table[index].handle != NULL) abuse_function(&abuse_table[index]);
    }
}

/* Runs inside a login, the only place where a handle of this type lives. */
static int32_t within_callback(void *user_data, swiftssh_keyboard_interactive *request) {
    *(swiftssh_keyboard_interactive **)user_data = request;
    size_t before = handle_count;
    add("swiftssh_keyboard_interactive", 1, request);
    abuse_all();
    handle_count = before;
    return 1;
}

TEST(bad_handles_are_recognised) {
    BEHAVIOUR("abi.bad-handles-are-recognised");
    swiftssh_session *session = logged_in(NULL), *freed_session = NULL;
    swiftssh_channel *channel = started(session, "cat"), *freed_channel = opened(session);
    swiftssh_error *error = NULL, *freed_error = NULL;
    swiftssh_keyboard_interactive *freed_request = NULL;
    static const uintptr_t wild[] = {1, 2, 3, 4, 7, 8, 64, 255, 4096, 65537, 0x7fffffff, 0x80000000, 0xffffffff,
                                     (uintptr_t)1 << 32, ((uintptr_t)1 << 32) + 1, (uintptr_t)1 << 47, (uintptr_t)1 << 63,
                                     INTPTR_MAX, UINTPTR_MAX - 1, UINTPTR_MAX};
    REQUIRE(channel != NULL && freed_channel != NULL);

    swiftssh_session_new(&freed_session, NULL);
    swiftssh_session_free(freed_session);
    swiftssh_channel_free(freed_channel);
    swiftssh_session_flag(session, 99, 0, &error);
    swiftssh_session_flag(session, 99, 0, &freed_error);
    swiftssh_error_free(freed_error);
    swiftssh_sftp *sftp = sftp_on(session), *freed_sftp = NULL;
    swiftssh_sftp_handle *file = file_on(sftp, "/dev/null", SWIFTSSH_FXF_READ), *freed_file = file_on(sftp, "/", 0);
    OK(swiftssh_session_sftp_init(session, &freed_sftp, &failure));
    swiftssh_sftp_free(freed_sftp);
    swiftssh_sftp_handle_free(freed_file);
    swiftssh_session *asking = session_over(sshd("--pam", "password", NULL)->socket);

    handle_count = 0;
    add("", 0, NULL);
    add("swiftssh_session", 0, freed_session);
    add("swiftssh_channel", 0, freed_channel);
    add("swiftssh_error", 0, freed_error);
    add("swiftssh_session", 1, session);
    add("swiftssh_channel", 1, channel);
    add("swiftssh_error", 1, error);
    add("swiftssh_sftp", 0, freed_sftp);
    add("swiftssh_sftp", 1, sftp);
    add("swiftssh_sftp_handle", 0, freed_file);
    add("swiftssh_sftp_handle", 1, file);
    add("swiftssh_sftp_attributes", 1, attributes());
    add("", 0, &session);
    for (size_t index = 0; index < sizeof wild / sizeof wild[0]; index++) add_wild(wild[index], asking);
    /* Near a handle that lives: another slot, another generation. */
    for (int bit = 0; bit < 64; bit += 7) add_wild((uintptr_t)session ^ (uintptr_t)1 << bit, asking);

    FAILS(SWIFTSSH_ERROR_CALLBACK, swiftssh_session_userauth_keyboard_interactive(
        asking, fact("USER"), within_callback, &freed_request, NULL, &failure));
    add("swiftssh_keyboard_interactive", 0, freed_request);
    abuse_all();

    /* All of it did nothing to what lives. */
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_error_code(error));
    CHECK(*swiftssh_error_message(error) != '\0');
    OK(swiftssh_channel_write(channel, 0, "here", 4, &failure));
    OK(swiftssh_channel_send_eof(channel, &failure));
    CHECK_TEXT("here", read_all(channel, 0).data);
    OK(swiftssh_sftp_handle_close(file, &failure));
    swiftssh_error_free(error);
}
