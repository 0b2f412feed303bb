/* Hands freed memory to the library, which reads it. */
#include <stdlib.h>
#include <string.h>
#include <swiftssh.h>

int main(void) {
    swiftssh_session *session = NULL;
    char *volatile text = malloc(64);
    strcpy(text, "gone");
    free(text);
    swiftssh_session_new(&session, NULL);
    swiftssh_session_set_last_error(session, 1, text, NULL);
    swiftssh_session_free(session);
    return 0;
}
