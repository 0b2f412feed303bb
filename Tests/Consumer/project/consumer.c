#include <stdio.h>
#include <string.h>
#include <swiftssh.h>

int main(void) {
    swiftssh_session *session = NULL;
    swiftssh_error *error = NULL;
    if (swiftssh_session_new(&session, &error) != SWIFTSSH_ERROR_NONE) return 1;
    if (swiftssh_session_ping(session, &error) >= 0 || error == NULL) return 2;
    swiftssh_error_free(error);
    swiftssh_session_free(session);
    printf("swiftssh %s, %s %s\n", swiftssh_version(), swiftssh_engine_name(), swiftssh_engine_version());
    return strcmp(swiftssh_version(), SWIFTSSH_VERSION_STRING) == 0 ? 0 : 3;
}
