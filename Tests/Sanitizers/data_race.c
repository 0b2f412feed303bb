/* Has the library write into one number from two threads. */
#include <pthread.h>
#include <stddef.h>
#include <swiftssh.h>

static int32_t type;
static swiftssh_session *session;

static void *work(void *unused) {
    for (int round = 0; round < 1000; round++) {
        swiftssh_session_hostkey(session, NULL, 0, &type, NULL);
    }
    return unused;
}

int main(void) {
    pthread_t thread;
    swiftssh_session_new(&session, NULL);
    pthread_create(&thread, NULL, work, NULL);
    work(NULL);
    pthread_join(thread, NULL);
    swiftssh_session_free(session);
    return 0;
}
