#include "files.h"

#include "check.h"
#include "fixture.h"
#include "scope.h"

#include <stdlib.h>

static void free_sftp(void *sftp) {
    swiftssh_sftp_free(sftp);
}

static void free_handle(void *handle) {
    swiftssh_sftp_handle_free(handle);
}

static void free_attributes(void *known) {
    swiftssh_sftp_attributes_free(known);
}

swiftssh_sftp *sftp_on(swiftssh_session *session) {
    swiftssh_sftp *sftp = NULL;
    if (session == NULL) return NULL;
    OK(swiftssh_session_sftp_init(session, &sftp, &failure));
    scope_defer(free_sftp, sftp);
    return sftp;
}

swiftssh_sftp_handle *file_on(swiftssh_sftp *sftp, const char *path, uint32_t flags) {
    swiftssh_sftp_handle *handle = NULL;
    if (sftp == NULL) return NULL;
    OK(swiftssh_sftp_open(sftp, path, flags, 0644, &handle, &failure));
    scope_defer(free_handle, handle);
    return handle;
}

swiftssh_sftp_handle *directory_on(swiftssh_sftp *sftp, const char *path) {
    swiftssh_sftp_handle *handle = NULL;
    if (sftp == NULL) return NULL;
    OK(swiftssh_sftp_opendir(sftp, path, &handle, &failure));
    scope_defer(free_handle, handle);
    return handle;
}

swiftssh_session *with_scripted_sftp(const char *arguments) {
    char *command = NULL;
    if (asprintf(&command, "%s %s", fact("SFTP_SERVER_SCRIPTED"), arguments) < 0) abort();
    swiftssh_session *session = logged_in("--sftp", command, NULL);
    free(command);
    return session;
}

swiftssh_sftp_attributes *attributes(void) {
    swiftssh_sftp_attributes *known = NULL;
    OK(swiftssh_sftp_attributes_new(&known, &failure));
    scope_defer(free_attributes, known);
    return known;
}

struct bytes read_file(swiftssh_sftp_handle *handle, size_t block) {
    size_t room = block + 1;
    struct bytes bytes = {malloc(room), 0, SWIFTSSH_ERROR_INVALID_HANDLE};
    while (handle != NULL) {
        if (bytes.data == NULL) abort();
        bytes.outcome = swiftssh_sftp_handle_read(handle, bytes.data + bytes.length, block, NULL);
        if (bytes.outcome <= 0) break;
        bytes.length += (size_t)bytes.outcome;
        if (room - bytes.length <= block) bytes.data = realloc(bytes.data, room = room * 2 + block);
    }
    bytes.data[bytes.length] = '\0';
    scope_defer(free, bytes.data);
    return bytes;
}

char *numbered(size_t length) {
    char *bytes = malloc(length + 1);
    if (bytes == NULL) abort();
    uint32_t number = 1;
    for (size_t index = 0; index < length; index++) {
        number = number * 1664525 + 1013904223;
        bytes[index] = (char)(number >> 24);
    }
    bytes[length] = '\0';
    scope_defer(free, bytes);
    return bytes;
}
